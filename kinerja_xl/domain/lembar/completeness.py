"""Whether everything a step asks for has been filled in (catatan C104 and C2xx)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import compute_indikator
from kinerja_xl.domain.catatan import Catatan, catat, quote
from kinerja_xl.domain.indicators import Perhitungan
from kinerja_xl.domain.kebijakan import Kebijakan, Skala
from kinerja_xl.domain.lembar.isian import bukti_of, indikator_of, nilai_of, read_word, realisasi_of, teks_of
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, INDIKATOR, SUBKEGIATAN, LembarKerja

_MIN_HURUF = 3  # "-" and "n/a" are no reason


def check_realisasi(lk: LembarKerja, triwulan: int) -> Iterator[Catatan]:
    """Yield the indicators without a realisasi and without a reason; AKHIR is measured in TW IV only."""
    for kode in lk.baris(INDIKATOR):
        perhitungan = read_word(Perhitungan, lk.value(INDIKATOR, kode, "perhitungan"))
        awaited = perhitungan is not Perhitungan.AKHIR or triwulan == 4
        if awaited and not is_filled(lk, kode, triwulan) and not says_something(teks_of(lk, kode, "keterangan")):
            yield catat("C104", lk.place(INDIKATOR, kode, f"realisasi_tw{triwulan}"), kode=kode)


def check_anggaran(lk: LembarKerja, triwulan: int) -> Iterator[Catatan]:
    """Yield the sub kegiatan without a realisasi of the budget or of the output."""
    for kode in lk.baris(SUBKEGIATAN):
        for jenis, kolom in (("C201", f"realisasi_rp_sd_tw{triwulan}"), ("C202", f"realisasi_k_tw{triwulan}")):
            if nilai_of(lk, SUBKEGIATAN, kode, kolom) is None:
                yield catat(jenis, lk.place(SUBKEGIATAN, kode, kolom), kode=kode)


def check_bukti(lk: LembarKerja, triwulan: int, kebijakan: Kebijakan) -> Iterator[Catatan]:
    """Yield evidence about unknown indicators, and filled indicators without evidence."""
    known = lk.baris(INDIKATOR)
    for baris, (indikator, _, _) in zip(lk.baris(BUKTI), bukti_of(lk), strict=True):
        if indikator not in known:
            yield catat("C209", lk.place(BUKTI, baris, BUKTI), isi=quote(indikator))
    registered = {indikator for indikator, _, berkas in bukti_of(lk) if berkas}
    for kode in known:
        if kode not in registered and is_filled(lk, kode, triwulan):
            place = lk.place(INDIKATOR, kode, f"realisasi_tw{triwulan}")
            yield catat("C206" if kebijakan.bukti_wajib else "C205", place, kode=kode)


def check_laporan(lk: LembarKerja, triwulan: int, skala: Skala) -> Iterator[Catatan]:
    """Yield what a Laporan Data Kinerja lacks: factors, and tindak lanjut where the target was missed."""
    for indikator in indikator_of(lk):
        kode = indikator.kode
        if not is_filled(lk, kode, triwulan):
            continue
        if not any(says_something(teks_of(lk, kode, stem)) for stem in ("faktor_pendorong", "faktor_penghambat")):
            yield catat("C203", lk.place(INDIKATOR, kode, f"faktor_pendorong_tw{triwulan}"), kode=kode)
        capaian = compute_indikator(indikator, realisasi_of(lk, kode), triwulan, skala).capaian_tw.nilai
        if capaian is not None and capaian < Decimal(100) and not says_something(teks_of(lk, kode, "tindak_lanjut")):
            yield catat("C204", lk.place(INDIKATOR, kode, f"tindak_lanjut_tw{triwulan}"), kode=kode)


def check_rekomendasi(lk: LembarKerja, triwulan: int) -> Iterator[Catatan]:
    """Yield the indicators without a recommendation."""
    for kode in lk.baris(INDIKATOR):
        if not says_something(teks_of(lk, kode, "rekomendasi")):
            yield catat("C207", lk.place(INDIKATOR, kode, f"rekomendasi_tw{triwulan}"), kode=kode)


def is_filled(lk: LembarKerja, kode: str, triwulan: int) -> bool:
    """Whether something was put in for an indicator's realisasi or its parts, right or not."""
    return any(nilai_of(lk, INDIKATOR, kode, f"{stem}_tw{triwulan}") is not None
               for stem in ("realisasi", "pembilang", "penyebut"))


def says_something(teks: str) -> bool:
    """Whether a text says anything: a dash or a dot does not."""
    return sum(aksara.isalpha() for aksara in teks) >= _MIN_HURUF
