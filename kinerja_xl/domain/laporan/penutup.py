"""Bab VI: the closing, made of computed facts and the formulas of official letters only."""

from __future__ import annotations

from kinerja_xl.domain.anggaran import total_anggaran
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.ungkapan import rata_dan_kategori
from kinerja_xl.domain.naskah import Angka, Bab, Blok, Gaya, Potongan, join_teks, paragraf
from kinerja_xl.domain.numbers import format_persen


def bab_penutup(bahan: Bahan) -> Bab:
    """Return Bab VI; its last paragraph stands above the signatures."""
    instansi = bahan.pengaturan.instansi
    facts: list[Potongan] = [f"Rata-rata capaian kinerja {instansi.nama} pada {bahan.triwulan} adalah ",
                             Angka(rata_dan_kategori(bahan.utama.rata, bahan.utama.kategori))]
    jumlah = total_anggaran(bahan.daftar_anggaran)
    if jumlah.serapan is not None:
        facts += [" dengan serapan anggaran sampai dengan triwulan ini sebesar ", Angka(format_persen(jumlah.serapan))]
    blocks: list[Blok] = [paragraf(*facts, ".")]
    if bahan.tertunda:
        units = join_teks([bahan.unit_name(data) for data in bahan.tertunda])
        blocks.append(paragraf(f"Laporan ini belum memuat data kinerja {units}.", gaya=Gaya.PERHATIAN))
    blocks.append(paragraf("Tindak lanjut dan rekomendasi pada Bab IV menjadi perhatian unit yang bersangkutan untuk "
                           "dilaksanakan dan dilaporkan pada triwulan berikutnya."))
    blocks.append(paragraf(f"Demikian Laporan {bahan.triwulan} ini disusun sebagai bahan pemantauan dan evaluasi "
                           f"kinerja {instansi.nama}."))
    return Bab("BAB VI", "PENUTUP", tuple(blocks))
