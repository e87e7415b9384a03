"""A plan handed in through Perencanaan/Masuk: in force with a letter, or held with every finding."""

from __future__ import annotations

import shutil

import openpyxl
import pytest
from buku_rencana import (
    NAMA,
    add_row,
    book_of,
    cell_of,
    hand_in,
    label,
    letter,
    new_basis,
    raise_pagu,
    reason,
)
from kantor_jalan import KantorUji

from kinerja_xl.errors import DiskFailed
from kinerja_xl.routing.disk import Disk

V2 = "Arsip/2026/Rencana/Rencana Aksi 2026 v2.xlsx"


def explain_pagu(book: openpyxl.Workbook) -> None:
    add_row(book, "Perubahan", Kode="1.06.06.2.01.0001", Kolom="Pagu (Rp)", Semula=180_000_000,
            Menjadi="Rp200.000.000", Alasan="Tambahan stok penyangga.")


def test_a_changed_plan_comes_in_force_and_its_workbook_takes_the_place_of_the_old_one(kantor: KantorUji) -> None:
    hand_in(kantor, new_basis, raise_pagu, explain_pagu)
    assert (kantor.akar / V2).read_bytes() == book_of(kantor).read_bytes()
    assert kantor.files("Perencanaan/Masuk") == []
    assert kantor.files("Perencanaan/Ditahan") == []
    text = letter(kantor)
    for part in ("2026, versi 2, menggantikan versi 1", "TW II 2026", "Dokumen Pelaksanaan Perubahan Anggaran Nomor "
                 "9/DPPA/2026 tanggal 3 Juni 2026", "Yang berubah (1)",
                 "semula Rp180.000.000, menjadi Rp200.000.000. Alasan: Tambahan stok penyangga.", V2,
                 "Tidak ada yang perlu diperhatikan."):
        assert part in text


def test_the_letter_names_the_worksheets_under_way_that_the_plan_changes(kantor: KantorUji) -> None:
    hand_in(kantor, lambda book: new_basis(book, mulai="I"), raise_pagu, explain_pagu)
    assert "2026-TW1-LINJAMSOS" in letter(kantor)
    assert "2026-TW1-PFM" not in letter(kantor)


def test_warnings_are_told_with_their_cells(kantor: KantorUji) -> None:
    hand_in(kantor, new_basis, raise_pagu, lambda book: setattr(label(book, "Nomor"), "value", None))
    book = openpyxl.load_workbook(book_of(kantor))
    pagu = cell_of(book, "Program", "Pagu (Rp)", "1.06.06.2.01.0001").coordinate
    assert f"Program!{pagu}: Pagu (Rp) 1.06.06.2.01.0001 berubah" in letter(kantor)
    assert f"Indikator!{label(book, 'Nomor').coordinate}: Nomor" in letter(kantor)


def test_a_plan_edited_where_it_lies_and_copied_is_taken_as_it_is(kantor: KantorUji) -> None:
    book = openpyxl.load_workbook(book_of(kantor))
    new_basis(book)
    raise_pagu(book)
    book.save(book_of(kantor))
    shutil.copy(book_of(kantor), kantor.akar / "Perencanaan" / "Masuk" / "Rencana Aksi 2026 FIX.xlsx")
    kantor.serve()
    assert (kantor.akar / V2).read_bytes() == book_of(kantor).read_bytes()
    assert "Perhatikan: berkas" not in letter(kantor)


def test_a_workbook_that_somebody_changed_since_is_left_and_said(kantor: KantorUji) -> None:
    book_of(kantor).write_bytes(book_of(kantor).read_bytes() + b"konsep perencana")
    changed = book_of(kantor).read_bytes()
    hand_in(kantor, new_basis, raise_pagu, source=kantor.akar / "Arsip/2026/Rencana/Rencana Aksi 2026 v1.xlsx")
    assert book_of(kantor).read_bytes() == changed
    assert (kantor.akar / V2).exists()
    assert f"Perhatikan: berkas Perencanaan/{NAMA} berisi perubahan yang tidak ada dalam versi ini" in letter(kantor)
    assert f"Versi yang berlaku tersimpan sebagai {V2}." in letter(kantor)


def test_a_workbook_that_somebody_has_open_is_left_and_said(kantor: KantorUji) -> None:
    before = book_of(kantor).read_bytes()
    (kantor.akar / "Perencanaan" / f"~${NAMA}").write_bytes(bytes([4]) + b"Budi")
    hand_in(kantor, new_basis, raise_pagu)
    assert book_of(kantor).read_bytes() == before
    assert "sedang dibuka oleh Budi" in letter(kantor)


def test_a_workbook_that_was_taken_away_comes_back_as_the_version_in_force(kantor: KantorUji) -> None:
    draft = kantor.akar / "konsep.xlsx"
    shutil.move(book_of(kantor), draft)
    hand_in(kantor, new_basis, raise_pagu, source=draft)
    assert book_of(kantor).read_bytes() == (kantor.akar / V2).read_bytes()


@pytest.mark.parametrize("versi", [1, 9])
def test_a_plan_that_changes_nothing_is_held_with_a_clear_word(kantor: KantorUji, versi: int) -> None:
    hand_in(kantor, lambda book: setattr(label(book, "Versi"), "value", versi))
    assert "K311" in reason(kantor)
    assert "tidak ada yang berubah" in reason(kantor)
    assert not (kantor.akar / V2).exists()


def test_a_version_that_was_replaced_does_not_come_back_by_mistake(kantor: KantorUji) -> None:
    first = kantor.akar / "Arsip/2026/Rencana/Rencana Aksi 2026 v1.xlsx"
    hand_in(kantor, new_basis, raise_pagu)
    hand_in(kantor, source=first)
    assert "K312" in reason(kantor)
    hand_in(kantor, lambda book: new_basis(book, "Pergeseran", "III"), source=first, name="kembali.xlsx")
    assert (kantor.akar / "Arsip/2026/Rencana/Rencana Aksi 2026 v3.xlsx").exists()


def test_everything_that_is_wrong_is_told_at_once_each_at_its_cell(kantor: KantorUji) -> None:
    rows: list[int] = []

    def spoil(book: openpyxl.Workbook) -> None:
        label(book, "Dasar").value = "SK Bupati"
        label(book, "Tanggal").value = "31/02/2026"
        rows.append(add_row(book, "Riwayat Capaian", Kode="PFM-02", Tahun=2022, Triwulan="V", Realisasi=1))
        rows.append(add_row(book, "Riwayat Capaian", Kode="PFM-02", Tahun=2026, Realisasi=1))
        rows.append(add_row(book, "Riwayat Capaian", Kode="PFM-02", Tahun=2023, Realisasi="banyak sekali"))
        rows.append(add_row(book, "Perubahan", Tanggal="kemarin", Kode="PFM-02", Alasan="x"))
        cell_of(book, "Indikator", "Target Tahunan", "PFM-02").value = 999

    hand_in(kantor, spoil)
    book = openpyxl.load_workbook(kantor.akar / "Perencanaan" / "Ditahan" / NAMA)
    text = reason(kantor)
    assert "K301" in text
    assert "7 hal perlu diperbaiki" in text
    places = [label(book, "Dasar").coordinate, label(book, "Tanggal").coordinate,
              cell_of(book, "Indikator", "Target Tahunan", "PFM-02").coordinate]
    for place, code in zip(places, ("C602", "C613", "C607"), strict=True):
        assert any(f"Indikator!{place}:" in line and f"({code})" in line for line in text.splitlines())
    for row, letters, code in zip(rows, "EDGA", ("C602", "C624", "C101", "C613"), strict=True):
        sheet = "Perubahan" if row == rows[3] and code == "C613" else "Riwayat Capaian"
        assert any(f"{sheet}!{letters}{row}:" in line and f"({code})" in line for line in text.splitlines())
    (held,) = kantor.held()
    assert len(held["alasan"]) < 120  # the letter has the list


def test_a_later_version_without_its_dasar_is_held(kantor: KantorUji) -> None:
    def blank(book: openpyxl.Workbook) -> None:
        for name in ("Dasar", "Nomor", "Tanggal"):
            label(book, name).value = None

    hand_in(kantor, raise_pagu, blank)
    assert "Versi 2 harus menyebutkan dasarnya" in reason(kantor)
    assert "C620" not in reason(kantor)


def test_a_crash_before_the_letter_only_delays_it(kantor: KantorUji, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Disk.replace_own

    def fail(disk: Disk, path, data: bytes) -> None:
        if path.name.endswith(".HASIL.txt"):
            raise DiskFailed(jalur=path, sebab="penyimpanan penuh")
        write(disk, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Disk, "replace_own", fail)
        hand_in(kantor, new_basis, raise_pagu)
    assert not (kantor.akar / "Perencanaan" / "Rencana Aksi 2026.HASIL.txt").exists()
    assert (kantor.akar / V2).exists()
    kantor.serve()
    assert "versi 2" in letter(kantor)
    assert book_of(kantor).read_bytes() == (kantor.akar / V2).read_bytes()


# several plans before one pass


def put_plan(kantor: KantorUji, name: str, versi: int, *pagu: int) -> None:
    """A plan with a number and a pagu of its own in Masuk; nobody serves yet."""
    book = openpyxl.load_workbook(book_of(kantor))
    new_basis(book)
    label(book, "Versi").value = versi
    for rupiah in pagu:
        cell_of(book, "Program", "Pagu (Rp)", "1.06.06.2.01.0001").value = rupiah
    book.save(kantor.akar / "Perencanaan" / "Masuk" / name)


def pagu_of(kantor: KantorUji, versi: int) -> object:
    book = openpyxl.load_workbook(kantor.akar / f"Arsip/2026/Rencana/Rencana Aksi 2026 v{versi}.xlsx")
    return cell_of(book, "Program", "Pagu (Rp)", "1.06.06.2.01.0001").value


def test_two_plans_come_in_force_by_their_own_numbers_whatever_their_names_say(kantor: KantorUji) -> None:
    put_plan(kantor, "A rencana baru.xlsx", 3, 210_000_000)
    put_plan(kantor, "B rencana lama.xlsx", 2, 200_000_000)
    kantor.serve()
    assert (pagu_of(kantor, 2), pagu_of(kantor, 3)) == (200_000_000, 210_000_000)
    assert "versi 3, menggantikan versi 2" in letter(kantor)
    assert kantor.files("Perencanaan/Masuk") == kantor.files("Perencanaan/Ditahan") == []


def test_two_contents_of_one_number_are_both_held_and_named(kantor: KantorUji) -> None:
    put_plan(kantor, "A.xlsx", 2, 210_000_000)
    put_plan(kantor, "B.xlsx", 2, 200_000_000)
    kantor.serve()
    assert not (kantor.akar / V2).exists()
    assert kantor.files("Perencanaan/Ditahan") == ["A.xlsx", "A.xlsx.ALASAN.txt", "B.xlsx", "B.xlsx.ALASAN.txt"]
    for name in ("A.xlsx", "B.xlsx"):
        told = " ".join(reason(kantor, name).split())
        assert "K137" in told
        assert "Ada lebih dari satu isi untuk Rencana Aksi 2026 versi 2: “A.xlsx” dan “B.xlsx”." in told
    (kantor.akar / "Perencanaan/Ditahan/B.xlsx").rename(kantor.akar / "Perencanaan/Masuk/B.xlsx")
    kantor.serve()
    assert pagu_of(kantor, 2) == 200_000_000


def test_two_copies_of_one_plan_are_one_plan(kantor: KantorUji) -> None:
    put_plan(kantor, "A.xlsx", 2, 210_000_000)
    shutil.copy(kantor.akar / "Perencanaan/Masuk/A.xlsx", kantor.akar / "Perencanaan/Masuk/A - Copy.xlsx")
    kantor.serve()
    assert pagu_of(kantor, 2) == 210_000_000
    assert [held["kode"] for held in kantor.held()] == ["K311"]
