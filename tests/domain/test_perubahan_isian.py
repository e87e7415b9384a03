"""Lihat Perubahan: each change since a version with the cell it leads to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lembar_tabel import lembar

from kinerja_xl.domain.catatan import Tingkat
from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.perubahan_isian import list_perubahan, tell_perubahan

LAMA = lembar(1, """
    | indikator | realisasi_tw1 | keterangan_tw1 |
    | IK1       | 18            | Data bidang.   |
""", """
    | bukti | jenis | berkas   |
    | IK1   | bukti | foto.pdf |
""")


def test_a_changed_figure_is_told_with_both_values_and_leads_to_its_cell() -> None:
    kunci = Kunci("indikator", "IK1", "realisasi_tw1")
    (change,) = list_perubahan(LAMA, replace(LAMA, sel={**LAMA.sel, kunci: Decimal(20)}))
    assert (change.kode, change.tingkat, change.pesan) == (
        "C650", Tingkat.INFO, "Perubahan: Realisasi TW I IK1: 18 menjadi 20.")
    assert (change.lembar, change.sel) == LAMA.letak[kunci]


def test_a_removed_row_of_evidence_leads_to_its_sheet() -> None:
    row = Kunci("bukti", "IK1|bukti|foto.pdf", "bukti")
    sel, letak = ({k: v for k, v in values.items() if k != row} for values in (LAMA.sel, LAMA.letak))
    (change,) = list_perubahan(LAMA, replace(LAMA, sel=sel, letak=letak))
    assert (change.lembar, change.sel) == ("Bukti Dukung", "")
    assert change.pesan == "Perubahan: Bukti Dukung IK1: foto.pdf menjadi kosong."


def test_equal_worksheets_have_no_changes_and_say_so() -> None:
    assert list_perubahan(LAMA, LAMA) == ()
    assert tell_perubahan(0, 3) == (
        "Tidak ada perubahan isian sejak versi 3, yaitu yang terakhir diterima layanan.")
    assert tell_perubahan(2, 3).startswith("2 isian berubah sejak versi 3.")
