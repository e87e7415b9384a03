"""What a stand-in for Excel (simulated: no Excel here) is asked by the buttons that choose: books, cells, a file."""

from __future__ import annotations

from excel_tiruan import ExcelTiruan, book, excel


def test_the_other_books_are_told_by_their_full_names() -> None:
    own, same_name, other = book(r"D:\a\Buku.xlsx"), book(r"D:\b\Buku.xlsx"), book(r"D:\a\Lain.xlsx")
    assert list(excel(ExcelTiruan(own, same_name, other)).other_books(own)) == [same_name, other]


def test_the_selection_counts_only_in_the_workbook_that_was_pressed_in() -> None:
    active, behind = book(r"D:\a.xlsx"), book(r"D:\b.xlsx")
    host = excel(ExcelTiruan(active, behind))
    assert host.selected_cells(active) == "sel yang dipilih"
    assert host.selected_cells(behind) is None


def test_unsaved_changes_are_what_excel_says() -> None:
    host = excel(ExcelTiruan())
    assert host.has_changes(book("x", saved=False))
    assert not host.has_changes(book("x"))


def test_the_dialog_gets_its_filter_and_title_and_gives_a_path_or_none() -> None:
    app = ExcelTiruan(answer=r"D:\unduhan\surat.pdf")
    assert excel(app).pick_file("Bukti untuk REH-01", "Dokumen", "*.pdf;*.png") == r"D:\unduhan\surat.pdf"
    assert app.api.asked == [("Dokumen (*.pdf;*.png),*.pdf;*.png", 1, "Bukti untuk REH-01")]
    assert excel(ExcelTiruan(answer=False)).pick_file("x", "y", "*.xlsx") is None
