"""Analyses 6 and 7 of a sasaran: what the money of its programs brought (T6), and each sub kegiatan behind it (T7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_xl.domain.anggaran import TotalAnggaran
from kinerja_xl.domain.capaian import HasilIndikator
from kinerja_xl.domain.laporan.ungkapan import capaian_sel
from kinerja_xl.domain.laporan_kinerja import unsur
from kinerja_xl.domain.laporan_kinerja.asal_angka import AsalAngka
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import BahanTahun, kode_program
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.efisiensi import compare_efisiensi
from kinerja_xl.domain.laporan_kinerja.kalimat import kalimat_efisiensi
from kinerja_xl.domain.laporan_kinerja.keluaran import HasilSubKegiatan, total_keluaran
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.laporan_kinerja.unsur import nilai_sel, persen_sel, rupiah_sel
from kinerja_xl.domain.naskah import (
    Angka,
    Baris,
    Gaya,
    JenisBaris,
    Kolom,
    Paragraf,
    Rata,
    Sel,
    Tabel,
    Teks,
    kelompok,
    paragraf,
    sel,
)

_TENGAH, _KANAN = Rata.TENGAH, Rata.KANAN
_RUPIAH = "Anggaran (Rp)"


def about_efisiensi(bahan: BahanTahun, hasil: HasilIndikator, urutan: int) -> Teks:
    """Return the sentence of analysis 6: the indicator's capaian beside the absorption of what carries it."""
    daftar = bahan.keluaran_of(hasil.indikator)
    jumlah = total_keluaran(daftar)
    fakta = compare_efisiensi(hasil.capaian_tahun.nilai, jumlah.serapan)
    if not daftar:
        fakta = Kekurangan("sub kegiatan yang menunjang indikator ini belum tercatat dalam rencana")
    elif jumlah.terisi < jumlah.jumlah:
        fakta = Kekurangan("realisasi anggaran belum lengkap")
    if isinstance(fakta, Kekurangan):
        return unsur.kalimat_kekurangan(unsur.KURANG_EFISIENSI, urutan, fakta)
    return kalimat_efisiensi(fakta, urutan, AsalAngka(bahan).besaran(hasil.indikator))


def tabel_efisiensi(bahan: BahanTahun, sasaran: str, nomor: int) -> Tabel:
    """Return T6: kinerja and keuangan of each indicator side by side."""
    kolom = (Kolom("Satuan", 10, _TENGAH),
             *(Kolom(judul, 10, _KANAN, "Kinerja") for judul in ("Target", "Realisasi", "Capaian")),
             Kolom("Program", 26, grup="Keuangan"), Kolom("Pagu (Rp)", 13, _KANAN, "Keuangan"),
             Kolom("Realisasi (Rp)", 13, _KANAN, "Keuangan"), Kolom("Serapan", 10, _KANAN, "Keuangan"))
    rows = [row for hasil in bahan.hasil_of(sasaran) for row in _efficiency(bahan, hasil, len(kolom))]
    return Tabel(f"efisiensi-{nomor}", f"Efisiensi dan efektivitas kinerja, sasaran {nomor}", kolom,
                 (kelompok(f"Sasaran: {sasaran}", len(kolom)), *rows))


def _efficiency(bahan: BahanTahun, hasil: HasilIndikator, width: int) -> Iterator[Baris]:
    i, asal = hasil.indikator, AsalAngka(bahan)
    sumber, jumlah, kode = asal.besaran(i), total_keluaran(bahan.keluaran_of(i)), kode_program(i)
    yield kelompok(f"Indikator {i.kode}: {i.nama}", width)
    yield Baris((sel(i.satuan), nilai_sel(i.target_tahun, sumber(Besaran.TARGET, bahan.tahun)),
                 nilai_sel(hasil.realisasi_sd, sumber(Besaran.REALISASI, bahan.tahun)),
                 persen_sel(hasil.capaian_tahun.nilai, sumber(Besaran.CAPAIAN, bahan.tahun)),
                 sel(i.program or "–"), rupiah_sel(jumlah.pagu or None, asal.hitungan(f"pagu:{kode}")),
                 rupiah_sel(jumlah.rp_sd, asal.hitungan(f"rp:{kode}")),
                 persen_sel(jumlah.serapan, asal.hitungan(f"serapan:{kode}"))))


def keluaran_sasaran(bahan: BahanTahun, sasaran: str) -> tuple[HasilSubKegiatan, ...]:
    """Return the sub kegiatan that carry the indicators of a sasaran, each once."""
    found = {h.subkegiatan.kode: h for hasil in bahan.hasil_of(sasaran) for h in bahan.keluaran_of(hasil.indikator)}
    return tuple(h for h in bahan.daftar_keluaran if h.subkegiatan.kode in found)


def about_keluaran(bahan: BahanTahun, daftar: Sequence[HasilSubKegiatan], apa: str) -> Paragraf:
    """Return how many of the sub kegiatan reached their output, in one sentence; ``apa`` they stand behind."""
    asal = AsalAngka(bahan)
    if not daftar:
        return paragraf(f"Rencana Aksi belum mencatat sub kegiatan yang menunjang {apa}.", gaya=Gaya.PERHATIAN)
    reached = sum(h.capaian_k.nilai is not None and h.capaian_k.nilai >= 100 for h in daftar)
    short = sum(h.capaian_k.nilai is not None and h.capaian_k.nilai < 100 for h in daftar)
    parts: Teks = (f"{apa[:1].upper()}{apa[1:]} ditunjang oleh ",
                   Angka(str(len(daftar)), asal.hitungan(f"subkegiatan:{apa}")), " sub kegiatan. Keluaran ",
                   Angka(str(reached), asal.hitungan(f"subkegiatan tercapai:{apa}")), " sub kegiatan mencapai "
                                                                                      "targetnya")
    if short:
        parts += (", sedangkan keluaran ", Angka(str(short), asal.hitungan(f"subkegiatan belum tercapai:{apa}")),
                  " sub kegiatan belum mencapai targetnya")
    rest = len(daftar) - reached - short
    if rest:
        parts += ("; ", Angka(str(rest), asal.hitungan(f"subkegiatan belum terisi:{apa}")),
                  " sub kegiatan belum dapat dihitung capaiannya")
    return paragraf(*parts, ".")


def tabel_keluaran(bahan: BahanTahun, daftar: Sequence[HasilSubKegiatan], kunci: str, judul: str) -> Tabel:
    """Return T7: output and budget of sub kegiatan, with the sums of their kegiatan and programs."""
    kolom = (Kolom("Program / Kegiatan / Sub Kegiatan", 33), Kolom("Satuan", 9, _TENGAH),
             *(Kolom(name, 8, _KANAN, "Keluaran") for name in ("Target", "Realisasi", "Capaian")),
             Kolom("Pagu", 13, _KANAN, _RUPIAH), Kolom("Realisasi", 13, _KANAN, _RUPIAH),
             Kolom("Serapan", 8, _KANAN, _RUPIAH))
    return Tabel(kunci, judul, kolom, tuple(_rows(bahan, daftar)))


def _rows(bahan: BahanTahun, daftar: Sequence[HasilSubKegiatan]) -> Iterator[Baris]:
    program = kegiatan = None
    for hasil in daftar:
        sub = hasil.subkegiatan
        if sub.program and (sub.kode_program, sub.program) != program:
            program, kegiatan = (sub.kode_program, sub.program), None
            group = [h for h in daftar if (h.subkegiatan.kode_program, h.subkegiatan.program) == program]
            yield _sum_row(bahan, f"{sub.kode_program} {sub.program}", total_keluaran(group), JenisBaris.KELOMPOK)
        if sub.kegiatan and (sub.kode_kegiatan, sub.kegiatan) != kegiatan:
            kegiatan = (sub.kode_kegiatan, sub.kegiatan)
            group = [h for h in daftar if (h.subkegiatan.kode_kegiatan, h.subkegiatan.kegiatan) == kegiatan]
            yield _sum_row(bahan, f"{sub.kode_kegiatan} {sub.kegiatan}", total_keluaran(group), JenisBaris.KELOMPOK)
        yield _sub_row(bahan, hasil)
    yield _sum_row(bahan, "Jumlah", total_keluaran(daftar), JenisBaris.JUMLAH)


def _sum_row(bahan: BahanTahun, nama: str, jumlah: TotalAnggaran, jenis: JenisBaris) -> Baris:
    asal = AsalAngka(bahan)
    return Baris((sel(nama, bentang=5, rata=Rata.KIRI), rupiah_sel(jumlah.pagu, asal.hitungan(f"pagu:{nama}")),
                  rupiah_sel(jumlah.rp_sd, asal.hitungan(f"rp:{nama}")),
                  persen_sel(jumlah.serapan, asal.hitungan(f"serapan:{nama}"))), jenis)


def _sub_row(bahan: BahanTahun, hasil: HasilSubKegiatan) -> Baris:
    sub, asal = hasil.subkegiatan, AsalAngka(bahan)
    name = Sel((paragraf(f"{sub.kode} {sub.nama}", gaya=Gaya.SEL),
                paragraf(f"Keluaran: {sub.indikator}", gaya=Gaya.KETERANGAN)))
    capaian = (capaian_sel(hasil.capaian_k, disampaikan=bahan.bahan.is_delivered(sub))
               if hasil.capaian_k.nilai is None
               else persen_sel(hasil.capaian_k.nilai, asal.hitungan(f"capaian_k:{sub.kode}")))
    return Baris((name, sel(sub.satuan), nilai_sel(sub.target_tahun, asal.rencana(sub, "target_tahun")),
                  nilai_sel(hasil.realisasi_k, asal.hitungan(f"realisasi_k:{sub.kode}")), capaian,
                  rupiah_sel(sub.pagu, asal.rencana(sub, "pagu")),
                  rupiah_sel(hasil.rp, asal.sel(sub, 4, "realisasi_rp_sd")),
                  persen_sel(hasil.serapan, asal.hitungan(f"serapan:{sub.kode}"))))
