"""Lihat Perubahan: each change since a version with the cell it leads to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from lembar_tabel import lembar

from kinerja_xl.domain.catatan import Tingkat, catat
from kinerja_xl.domain.cells import Kunci, Letak
from kinerja_xl.domain.lembar.perubahan_isian import MAX_TOLD, list_perubahan, tell_perubahan

LAMA = lembar(1, """
    | indikator | realisasi_tw1 | keterangan_tw1 |
    | IK1       | 18            | Data bidang.   |
""", """
    | bukti | jenis | berkas   |
    | IK1   | bukti | foto.pdf |
""")
REALISASI = Kunci("indikator", "IK1", "realisasi_tw1")


def test_a_changed_figure_is_told_with_both_values_and_leads_to_its_cell() -> None:
    (change,) = list_perubahan(LAMA, replace(LAMA, sel={**LAMA.sel, REALISASI: Decimal(20)}))
    assert (change.kode, change.tingkat, change.pesan) == (
        "C650", Tingkat.INFO, "Perubahan: Realisasi TW I IK1 dari “18” menjadi “20”.")
    assert (change.lembar, change.sel) == LAMA.letak[REALISASI]


def test_a_removed_row_of_evidence_leads_to_its_sheet() -> None:
    row = Kunci("bukti", "IK1|bukti|foto.pdf", "bukti")
    sel, letak = ({k: v for k, v in values.items() if k != row} for values in (LAMA.sel, LAMA.letak))
    (change,) = list_perubahan(LAMA, replace(LAMA, sel=sel, letak=letak))
    assert (change.lembar, change.sel) == ("Bukti Dukung", "")
    assert change.pesan == "Perubahan: Bukti Dukung IK1 dari “foto.pdf” menjadi “kosong”."


@pytest.mark.parametrize(("jumlah", "baris"), [(1, 2), (8, 9), (9, 10), (20, 10)])
def test_without_a_sheet_to_write_eight_changes_are_told_and_how_many_more(jumlah: int, baris: int) -> None:
    daftar = [catat("C650", Letak("Lembar Kerja", f"M{n}"), kolom="Realisasi", kode="IK1", lama="1", baru="2")
              for n in range(jumlah)]
    lines = tell_perubahan(daftar, 3, di_lembar=False).splitlines()
    assert len(lines) == baris
    assert (lines[-1] == f"- dan {jumlah - 8} lainnya") == (jumlah > 8)


def test_equal_worksheets_have_no_changes() -> None:
    assert list_perubahan(LAMA, LAMA) == ()


def test_what_is_told_names_the_versions_that_were_compared() -> None:
    own = "Belum ada isian yang berubah sejak versi 3 ini diterima."
    (change,) = list_perubahan(LAMA, replace(LAMA, sel={**LAMA.sel, REALISASI: Decimal(20)}))
    assert tell_perubahan((), 3) == own
    assert tell_perubahan((), 3, 2) == f"{own} Versi 3 juga tidak mengubah isian versi 2."
    assert tell_perubahan((change,), 3).startswith("1 isian berubah sejak versi 3 diterima. Daftarnya ada di lembar")
    assert tell_perubahan((change,), 3, 2).startswith(f"{own} Dari versi 2 ke versi 3 berubah 1 isian. Daftarnya")
    assert tell_perubahan((change,), 3, di_lembar=False).splitlines() == [
        "1 isian berubah sejak versi 3 diterima.",
        f"- Lembar Kerja!{LAMA.letak[REALISASI].sel}: Realisasi TW I IK1 dari “18” menjadi “20”."]
    assert tell_perubahan((change,) * (MAX_TOLD + 1), 3, di_lembar=False).endswith("- dan 1 lainnya")
