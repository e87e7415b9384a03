"""The letter beside a file that is kept: what happened, every remark with its cell, and the one next step."""

from __future__ import annotations

from datetime import datetime

from kinerja_xl.domain.alasan import Alasan, alasan_of, catatan_list, make_surat_alasan
from kinerja_xl.domain.catatan import Catatan, Tingkat
from kinerja_xl.errors import PlanInvalid, WorkbookDamaged

PAGI = datetime(2026, 4, 10, 8, 5)


def remark(number: int, tingkat: Tingkat = Tingkat.TOLAK) -> Catatan:
    return Catatan("C101", tingkat, "Indikator", f"K{number}", f"Isi ke-{number} bukan angka.")


def test_the_letter_lists_what_must_be_mended_before_what_deserves_a_look() -> None:
    alasan = Alasan("K301", "Rencana belum dapat dipakai.", "Perbaiki, lalu serahkan lagi.",
                    (remark(7, Tingkat.PERINGATAN), remark(5), remark(9, Tingkat.INFO), remark(6)))
    assert make_surat_alasan(alasan, "Rencana.xlsx", PAGI) == """\
Berkas    : Rencana.xlsx
Ditahan   : 10 April 2026 pukul 08.05
Kode      : K301

Alasan    : Rencana belum dapat dipakai.

Yang harus diperbaiki:
   1. Indikator!K5: Isi ke-5 bukan angka. (C101)
   2. Indikator!K6: Isi ke-6 bukan angka. (C101)

Yang perlu diperhatikan:
   1. Indikator!K7: Isi ke-7 bukan angka. (C101)
   2. Indikator!K9: Isi ke-9 bukan angka. (C101)

Langkah   : Perbaiki, lalu serahkan lagi.

Berkas itu tidak diubah sedikit pun.
"""


def test_a_long_list_is_cut_at_two_hundred_and_says_how_many_are_left_out() -> None:
    assert catatan_list("Catatan", ()) == ""
    whole = catatan_list("Catatan", [remark(n) for n in range(1, 201)])
    assert " 200. Indikator!K200:" in whole
    assert "lainnya" not in whole
    cut = catatan_list("Catatan", [remark(n) for n in range(1, 204)])
    assert "Indikator!K200:" in cut
    assert "Indikator!K201:" not in cut
    assert cut.endswith("      dan 3 lainnya.\n\n")
    assert catatan_list("Catatan", [remark(n) for n in range(1, 202)]).endswith("      dan 1 lainnya.\n\n")


def test_an_error_that_tells_remarks_gives_them_to_the_letter_and_ends_its_sentence_before_them() -> None:
    plain = WorkbookDamaged(berkas="a.xlsx", sebab="tidak dapat dibuka")
    assert alasan_of(plain) == Alasan("K406", plain.pesan, plain.petunjuk)
    told = PlanInvalid(berkas="Rencana.xlsx", jumlah=1, rincian="Indikator!K5: Isi ke-5 bukan angka.",
                       daftar_catatan=(remark(5),))
    alasan = alasan_of(told)
    assert alasan.daftar_catatan == (remark(5),)
    assert "Isi ke-5" in told.pesan
    assert "Isi ke-5" not in alasan.pesan
