"""Bab VI: the closing, made of computed facts and the formulas of official letters only."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.capaian.anggaran import total_anggaran
from kinerja_xl.domain.laporan.asal_anggaran import jumlah_serapan
from kinerja_xl.domain.laporan.asal_angka import sumber_rata_tingkat
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.ungkapan import menyatakan_rata
from kinerja_xl.domain.naskah.naskah import Angka, Bab, Blok, Gaya, Potongan, join_teks, paragraf
from kinerja_xl.domain.numbers import format_persen


def bab_penutup(bahan: Bahan) -> Bab:
    """Return Bab VI; its last paragraph stands above the signatures."""
    instansi = bahan.pengaturan.instansi
    blocks: list[Blok] = [paragraf(*_facts(bahan))]
    if bahan.tertunda:
        units = join_teks([bahan.unit_name(data) for data in bahan.tertunda])
        blocks.append(paragraf(f"Laporan ini belum memuat data kinerja {units}.", gaya=Gaya.PERHATIAN))
    blocks.append(paragraf("Tindak lanjut dan rekomendasi pada Bab IV menjadi perhatian unit yang bersangkutan untuk "
                           "dilaksanakan dan dilaporkan pada triwulan berikutnya."))
    blocks.append(paragraf(f"Demikian Laporan {bahan.triwulan} ini disusun sebagai bahan pemantauan dan evaluasi "
                           f"kinerja {instansi.nama}."))
    return Bab("BAB VI", "PENUTUP", tuple(blocks))


def _facts(bahan: Bahan) -> Iterator[Potongan]:
    """The means of all levels, the dinas's first, and the absorption."""
    for number, (tingkat, ringkasan) in enumerate(bahan.ringkasan.items()):
        opening = f"Pada {bahan.triwulan}, rata-rata capaian" if number == 0 else ", rata-rata capaian"
        yield f"{opening} indikator tingkat {tingkat} "
        yield from menyatakan_rata(ringkasan.rata, ringkasan.kategori, sumber_rata_tingkat(bahan, tingkat))
    jumlah = total_anggaran(bahan.daftar_anggaran)
    if jumlah.serapan is not None:
        yield ", dan serapan anggaran sampai dengan triwulan ini adalah "
        yield Angka(format_persen(jumlah.serapan), jumlah_serapan(bahan, bahan.daftar_anggaran))
    yield "."
