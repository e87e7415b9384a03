"""Analyses 6 and 7 of a sasaran: what the money of its programs brought (T6), and each sub kegiatan behind it (T7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.laporan.asal_anggaran import sumber_serapan
from kinerja_xl.domain.laporan.asal_angka import sumber_pagu
from kinerja_xl.domain.laporan.tabel_capaian import satuan_sel
from kinerja_xl.domain.laporan.ungkapan import capaian_sel, nilai_sel, persen_sel, rupiah_sel
from kinerja_xl.domain.laporan_kinerja import unsur
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.efisiensi import compare_efisiensi
from kinerja_xl.domain.laporan_kinerja.kalimat import kalimat_efisiensi
from kinerja_xl.domain.laporan_kinerja.keluaran import HasilSubKegiatan, total_keluaran
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.naskah.naskah import (
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
    return kalimat_efisiensi(fakta, urutan, asal_of(bahan).besaran(hasil))


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
    i, asal = hasil.indikator, asal_of(bahan)
    sumber, daftar = asal.besaran(hasil), bahan.keluaran_of(i)
    jumlah, nama = total_keluaran(daftar), f"penunjang {i.kode}"
    yield kelompok(f"Indikator {i.kode}: {i.nama}", width)
    yield Baris((satuan_sel(bahan.bahan, i), nilai_sel(i.target_tahun, sumber(Besaran.TARGET, bahan.tahun)),
                 nilai_sel(hasil.realisasi_sd, sumber(Besaran.REALISASI, bahan.tahun)),
                 persen_sel(hasil.capaian_tahun.nilai, sumber(Besaran.CAPAIAN, bahan.tahun)),
                 sel(i.program or "–"), rupiah_sel(jumlah.pagu or None, asal.pagu(nama, daftar)),
                 rupiah_sel(jumlah.rp_sd, asal.rp(nama, daftar)),
                 persen_sel(jumlah.serapan, asal.serapan(nama, daftar))))


def keluaran_sasaran(bahan: BahanTahun, sasaran: str) -> tuple[HasilSubKegiatan, ...]:
    """Return the sub kegiatan that carry the indicators of a sasaran, each once."""
    found = {h.subkegiatan.kode: h for hasil in bahan.hasil_of(sasaran) for h in bahan.keluaran_of(hasil.indikator)}
    return tuple(h for h in bahan.daftar_keluaran if h.subkegiatan.kode in found)


def about_keluaran(bahan: BahanTahun, daftar: Sequence[HasilSubKegiatan], apa: str) -> Paragraf:
    """Return how many of the sub kegiatan reached their output, in one sentence; ``apa`` they stand behind."""
    asal = asal_of(bahan)
    if not daftar:
        return paragraf(f"Rencana Aksi belum mencatat sub kegiatan yang menunjang {apa}.", gaya=Gaya.PERHATIAN)
    reached = sum(h.capaian_k.nilai is not None and h.capaian_k.nilai >= 100 for h in daftar)
    short = sum(h.capaian_k.nilai is not None and h.capaian_k.nilai < 100 for h in daftar)
    rest = len(daftar) - reached - short

    def count(number: int, what: str) -> Angka:
        return Angka(str(number), asal.cacah_sub(f"sub kegiatan {what} {apa}", daftar))

    parts: Teks = (f"{apa[:1].upper()}{apa[1:]} ditunjang oleh ", count(len(daftar), "penunjang"),
                   " sub kegiatan. Keluaran ", count(reached, "tercapai"), " sub kegiatan mencapai targetnya")
    if short:
        parts += (", sedangkan keluaran ", count(short, "belum tercapai"), " sub kegiatan belum mencapai targetnya")
    if rest:
        parts += ("; ", count(rest, "belum terhitung"), " sub kegiatan belum dapat dihitung capaiannya")
    return paragraf(*parts, ".")


def tabel_keluaran(bahan: BahanTahun, daftar: Sequence[HasilSubKegiatan], kunci: str, judul: str) -> Tabel:
    """Return T7: output and budget of sub kegiatan, with the sums of their kegiatan and programs."""
    kolom = (Kolom("Program / Kegiatan / Sub Kegiatan", 33), Kolom("Satuan", 9, _TENGAH),
             *(Kolom(name, 8, _KANAN, "Keluaran") for name in ("Target", "Realisasi", "Capaian")),
             Kolom("Pagu", 13, _KANAN, _RUPIAH), Kolom("Realisasi", 13, _KANAN, _RUPIAH),
             Kolom("Serapan", 8, _KANAN, _RUPIAH))
    return Tabel(kunci, judul, kolom, tuple(_rows(bahan, daftar, kunci)))


def _rows(bahan: BahanTahun, daftar: Sequence[HasilSubKegiatan], kunci: str) -> Iterator[Baris]:
    program = kegiatan = None
    for hasil in daftar:
        sub = hasil.subkegiatan
        if sub.program and (sub.kode_program, sub.program) != program:
            program, kegiatan = (sub.kode_program, sub.program), None
            group = [h for h in daftar if (h.subkegiatan.kode_program, h.subkegiatan.program) == program]
            yield _sum_row(bahan, f"{sub.kode_program} {sub.program}", group, JenisBaris.KELOMPOK, kunci)
        if sub.kegiatan and (sub.kode_kegiatan, sub.kegiatan) != kegiatan:
            kegiatan = (sub.kode_kegiatan, sub.kegiatan)
            group = [h for h in daftar if (h.subkegiatan.kode_kegiatan, h.subkegiatan.kegiatan) == kegiatan]
            yield _sum_row(bahan, f"{sub.kode_kegiatan} {sub.kegiatan}", group, JenisBaris.KELOMPOK, kunci)
        yield _sub_row(bahan, hasil)
    yield _sum_row(bahan, "Jumlah", daftar, JenisBaris.JUMLAH, kunci)


def _sum_row(bahan: BahanTahun, nama: str, daftar: Sequence[HasilSubKegiatan], jenis: JenisBaris,
             kunci: str) -> Baris:
    """A row of sums; within one table (``kunci``) only a part of a program may be summed."""
    asal, jumlah, name = asal_of(bahan), total_keluaran(daftar), f"{nama} ({kunci})"
    return Baris((sel(nama, bentang=5, rata=Rata.KIRI), rupiah_sel(jumlah.pagu, asal.pagu(name, daftar)),
                  rupiah_sel(jumlah.rp_sd, asal.rp(name, daftar)),
                  persen_sel(jumlah.serapan, asal.serapan(name, daftar))), jenis)


def _sub_row(bahan: BahanTahun, hasil: HasilSubKegiatan) -> Baris:
    sub, asal = hasil.subkegiatan, asal_of(bahan)
    name = Sel((paragraf(f"{sub.kode} {sub.nama}", gaya=Gaya.SEL),
                paragraf(f"Keluaran: {sub.indikator}", gaya=Gaya.KETERANGAN)))
    return Baris((name, satuan_sel(bahan.bahan, sub), nilai_sel(sub.target_tahun, asal.target(sub)),
                  nilai_sel(hasil.realisasi_k, asal.realisasi_k(sub)),
                  capaian_sel(hasil.capaian_k, asal.capaian_k(sub), disampaikan=bahan.bahan.is_delivered(sub)),
                  rupiah_sel(sub.pagu, sumber_pagu(bahan.bahan, sub)),
                  rupiah_sel(hasil.rp, asal.keluaran_tw(sub, "realisasi_rp_sd", TRIWULAN[-1])),
                  persen_sel(hasil.serapan, sumber_serapan(bahan.bahan, sub))))
