"""What each member that works is tried with in a real Calc, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import xlwings as xw
from anggota import Member
from kotak_pesan import answered
from soffice_uji import SofficeUji

from kinerja_xl.engines.calc import connect


class Given(NamedTuple):
    """What the members are tried on: the engine's own objects, not xlwings' wrappers."""

    Apps: Any
    App: Any
    Books: Any
    Book: Any
    Sheets: Any
    Sheet: Any
    Range: Any
    Names: Any
    Name: Any
    Note: Any
    folder: Path
    windowed: SofficeUji


def new_book(given: Given) -> Any:
    return given.Books.add()


def quit_another(given: Given) -> bool:
    with SofficeUji(given.folder / "lain") as office:
        others = xw.engines.engines[:], xw.engines.active
        office.connected(lambda: connect(office.pipe)).apps.active.impl.quit()
        xw.engines.engines[:], xw.engines.active = others
        return office.process.wait(timeout=60) == 0


def ask(given: Given) -> object:
    others = xw.engines.engines[:], xw.engines.active
    app = given.windowed.connected(lambda: connect(given.windowed.pipe)).apps.active
    xw.engines.engines[:], xw.engines.active = others
    book = app.books.add()
    box = answered(given.windowed, lambda: app.impl.alert("Lanjutkan?", None, "ok", None, None), "OK")
    book.close()
    return box.answer


def opened(given: Given) -> str:
    path = given.folder / "buka.xlsx"
    made = new_book(given)
    made.save(str(path))
    made.close()
    again = given.Books.open(str(path))
    name = again.name
    again.close()
    return str(name)


def saved(given: Given) -> bool:
    made = new_book(given)
    made.save(str(given.folder / "simpan.xlsx"))
    made.close()
    return (given.folder / "simpan.xlsx").exists()


def closed(given: Given) -> int:
    made, before = new_book(given), len(given.Books)
    made.close()
    return before - len(given.Books)


def added_book(given: Given) -> int:
    before = len(given.Books)
    made = given.Books.add()
    more = len(given.Books) - before
    made.close()
    return more


def changed(given: Given, kind: str, member: str, value: object) -> object:
    """The member after it was set."""
    setattr(getattr(given, kind), member, value)
    return getattr(getattr(given, kind), member)


def with_new_sheet(given: Given, action: Callable[[Any], object]) -> object:
    """What the action gives on a sheet added for it."""
    made = given.Sheets.add()
    result = action(made)
    if made.api.Name in given.Sheets:
        made.delete()
    return result


def after(action: object, result: Callable[[], object]) -> object:
    """The result, once the action has been done."""
    assert action is None
    return result()


def at(given: Given, text: str) -> Any:
    return given.Sheet.range(text)


def removed_sheet(given: Given) -> bool:
    made = given.Sheets.add(None, given.Sheet, "Buang")
    made.delete()
    return "Buang" in given.Sheets


def copied_sheet(given: Given) -> bool:
    given.Sheet.copy(None, given.Sheet)
    found = "Data (2)" in given.Sheets
    given.Sheets("Data (2)").delete()
    return found


def moved_sheet(given: Given) -> list[str]:
    given.Sheet.move(None, given.Sheets(2))
    names = [sheet.name for sheet in given.Sheets]
    given.Sheet.move(given.Sheets(1), None)
    return names


def removed_name(given: Given) -> bool:
    given.Names.add("buang", "=1").delete()
    return bool(given.Names.contains("buang"))


def removed_note(given: Given) -> object:
    at(given, "C9").add_note("x").delete()
    return at(given, "C9").note


def filled(given: Given, address: str) -> Any:
    """The range, with 5 in its cells on a colour."""
    cells = at(given, address)
    cells.raw_value, cells.color = 5, (1, 2, 3)
    return cells


# what each member that works does here, and what must come of it
TRIED: dict[Member, tuple[Callable[[Given], object], object]] = {
    ("Apps", "keys"): (lambda g: g.Apps.keys() == [g.App.pid], True),
    ("Apps", "add"): (lambda g: g.Apps.add(add_book=False) is g.App, True),
    ("Apps", "__iter__"): (lambda g: list(g.Apps) == [g.App], True),
    ("Apps", "__len__"): (lambda g: len(g.Apps), 1),
    ("Apps", "__getitem__"): (lambda g: g.Apps[g.App.pid] is g.App, True),
    ("App", "api"): (lambda g: g.App.api.supportsService("com.sun.star.frame.Desktop"), True),
    ("App", "selection"): (lambda g: after(at(g, "B2").select(), lambda: g.App.selection.address), "$B$2"),
    ("App", "activate"): (lambda g: g.App.activate(), None),
    ("App", "visible"): (lambda g: isinstance(g.App.visible, bool), True),
    ("App", "visible ="): (lambda g: changed(g, "App", "visible", True), True),
    ("App", "quit"): (quit_another, True),
    ("App", "screen_updating"): (lambda g: g.App.screen_updating, True),
    ("App", "screen_updating ="): (lambda g: (changed(g, "App", "screen_updating", False),
                                              changed(g, "App", "screen_updating", True)), (False, True)),
    ("App", "display_alerts"): (lambda g: g.App.display_alerts, True),
    ("App", "display_alerts ="): (lambda g: (changed(g, "App", "display_alerts", False),
                                             changed(g, "App", "display_alerts", True)), (False, True)),
    ("App", "calculation"): (lambda g: g.App.calculation, "automatic"),
    ("App", "calculation ="): (lambda g: (changed(g, "App", "calculation", "manual"),
                                          changed(g, "App", "calculation", "automatic")), ("manual", "automatic")),
    ("App", "calculate"): (lambda g: g.App.calculate(), None),
    ("App", "version"): (lambda g: g.App.version.split(".")[0].isdigit(), True),
    ("App", "books"): (lambda g: len(g.App.books) == len(g.Books), True),
    ("App", "path"): (lambda g: Path(g.App.path).is_dir(), True),
    ("App", "pid"): (lambda g: g.App.pid > 0, True),
    ("App", "status_bar"): (lambda g: g.App.status_bar, False),
    ("App", "status_bar ="): (lambda g: (changed(g, "App", "status_bar", "x"), changed(g, "App", "status_bar", False)),
                              ("x", False)),
    ("App", "alert"): (ask, "ok"),
    ("Books", "api"): (lambda g: g.Books.api.supportsService("com.sun.star.frame.Desktop"), True),
    ("Books", "active"): (lambda g: g.Books.active.name in [book.name for book in g.Books], True),
    ("Books", "__call__"): (lambda g: g.Books(g.Book.name).api.RuntimeUID == g.Book.api.RuntimeUID, True),
    ("Books", "__len__"): (lambda g: len(g.Books) == len(list(g.Books)), True),
    ("Books", "add"): (added_book, 1),
    ("Books", "open"): (opened, "buka.xlsx"),
    ("Books", "__iter__"): (lambda g: g.Book.name in [book.name for book in g.Books], True),
    ("Book", "api"): (lambda g: g.Book.api.supportsService("com.sun.star.sheet.SpreadsheetDocument"), True),
    ("Book", "name"): (lambda g: g.Book.name == g.Book.api.Title, True),
    ("Book", "sheets"): (lambda g: [sheet.name for sheet in g.Book.sheets], ["Data", "Lain"]),
    ("Book", "app"): (lambda g: g.Book.app is g.App, True),
    ("Book", "close"): (closed, 1),
    ("Book", "save"): (saved, True),
    ("Book", "fullname"): (lambda g: g.Book.fullname == g.Book.name, True),
    ("Book", "names"): (lambda g: [name.name for name in g.Book.names], ["blok"]),
    ("Book", "activate"): (lambda g: g.Book.activate(), None),
    ("Sheets", "api"): (lambda g: g.Sheets.api.Count, 2),
    ("Sheets", "active"): (lambda g: after(g.Sheet.activate(), lambda: g.Sheets.active.name), "Data"),
    ("Sheets", "__call__"): (lambda g: (g.Sheets(2).name, g.Sheets("lain").name), ("Lain", "Lain")),
    ("Sheets", "__len__"): (lambda g: len(g.Sheets), 2),
    ("Sheets", "__iter__"): (lambda g: [sheet.name for sheet in g.Sheets], ["Data", "Lain"]),
    ("Sheets", "add"): (lambda g: with_new_sheet(g, lambda made: made.index), 1),
    ("Sheet", "api"): (lambda g: g.Sheet.api.Name, "Data"),
    ("Sheet", "name"): (lambda g: g.Sheet.name, "Data"),
    ("Sheet", "name ="): (lambda g: (changed(g, "Sheet", "name", "x"), changed(g, "Sheet", "name", "Data")),
                          ("x", "Data")),
    ("Sheet", "names"): (lambda g: list(g.Sheet.names), []),
    ("Sheet", "book"): (lambda g: g.Sheet.book is g.Book, True),
    ("Sheet", "notes"): (lambda g: [note.text for note in g.Sheet.notes], ["catatan"]),
    ("Sheet", "index"): (lambda g: g.Sheet.index, 1),
    ("Sheet", "range"): (lambda g: g.Sheet.range((1, 1), (2, 2)).address, "$A$1:$B$2"),
    ("Sheet", "cells"): (lambda g: g.Sheet.cells.shape == g.Sheet.size, True),
    ("Sheet", "activate"): (lambda g: after(g.Sheets(2).activate(), lambda: g.Sheets.active.name), "Lain"),
    ("Sheet", "select"): (lambda g: after(g.Sheet.select(), lambda: g.Sheets.active.name), "Data"),
    ("Sheet", "clear_contents"): (lambda g: with_new_sheet(g, lambda made: after(
        setattr(made.range("A1"), "raw_value", 5) or made.clear_contents(), lambda: made.range("A1").raw_value)), None),
    ("Sheet", "clear_formats"): (lambda g: with_new_sheet(g, lambda made: after(
        setattr(made.range("A1"), "color", (1, 2, 3)) or made.clear_formats(), lambda: made.range("A1").color)), None),
    ("Sheet", "clear"): (lambda g: with_new_sheet(g, lambda made: after(
        setattr(made.range("A1"), "raw_value", 5) or made.clear(), lambda: made.range("A1").raw_value)), None),
    ("Sheet", "autofit"): (lambda g: g.Sheet.autofit(), None),
    ("Sheet", "delete"): (removed_sheet, False),
    ("Sheet", "copy"): (copied_sheet, True),
    ("Sheet", "move"): (moved_sheet, ["Lain", "Data"]),
    ("Sheet", "used_range"): (lambda g: with_new_sheet(g, lambda made: made.used_range.address), "$A$1"),
    ("Sheet", "visible"): (lambda g: g.Sheet.visible, True),
    ("Sheet", "visible ="): (lambda g: (changed(g, "Sheet", "visible", False), changed(g, "Sheet", "visible", True)),
                             (False, True)),
    ("Range", "row_hidden"): (lambda g: g.Range.row_hidden, False),
    ("Range", "row_hidden ="): (lambda g: (changed(g, "Range", "row_hidden", True),
                                           changed(g, "Range", "row_hidden", False)), (True, False)),
    ("Range", "column_hidden"): (lambda g: g.Range.column_hidden, False),
    ("Range", "column_hidden ="): (lambda g: (changed(g, "Range", "column_hidden", True),
                                              changed(g, "Range", "column_hidden", False)), (True, False)),
    ("Range", "expand"): (lambda g: g.Range.expand().address, "$A$1:$B$2"),
    ("Range", "set_colors"): (lambda g: after(at(g, "E1:F1").set_colors([[(1, 2, 3), None]]),
                                              lambda: (at(g, "E1").color, at(g, "F1").color)), ((1, 2, 3), None)),
    ("Range", "coords"): (lambda g: g.Range.coords[1:], (1, 1, 1, 1)),
    ("Range", "api"): (lambda g: g.Range.api.AbsoluteName, "$Data.$A$1"),
    ("Range", "__len__"): (lambda g: len(at(g, "A1:C2")), 6),
    ("Range", "row"): (lambda g: at(g, "B3").row, 3),
    ("Range", "column"): (lambda g: at(g, "B3").column, 2),
    ("Range", "shape"): (lambda g: at(g, "A1:C2").shape, (2, 3)),
    ("Range", "raw_value"): (lambda g: g.Range.raw_value, "kode"),
    ("Range", "raw_value ="): (lambda g: filled(g, "H1:I1").raw_value, ((5.0, 5.0),)),
    ("Range", "max_cells_per_read"): (lambda g: g.Range.max_cells_per_read, None),
    ("Range", "max_cells_per_write"): (lambda g: g.Range.max_cells_per_write, None),
    ("Range", "clear_contents"): (lambda g: after(filled(g, "H2").clear_contents(), lambda: at(g, "H2").raw_value),
                                  None),
    ("Range", "clear_formats"): (lambda g: after(filled(g, "H3").clear_formats(), lambda: at(g, "H3").color), None),
    ("Range", "clear"): (lambda g: after(filled(g, "H4").clear(), lambda: at(g, "H4").raw_value), None),
    ("Range", "end"): (lambda g: g.Range.end("down").address, "$A$2"),
    ("Range", "formula"): (lambda g: at(g, "B1").formula, "1"),
    ("Range", "formula ="): (lambda g: after(setattr(at(g, "J1"), "formula", "=B1*3"), lambda: at(g, "J1").raw_value),
                             3.0),
    ("Range", "formula_array"): (lambda g: at(g, "B1").formula_array, "1"),
    ("Range", "formula_array ="): (lambda g: after(setattr(at(g, "J3:J4"), "formula_array", "=B1:B2*2"),
                                                   lambda: at(g, "J3:J4").raw_value), ((2.0,), (4.0,))),
    ("Range", "column_width"): (lambda g: g.Range.column_width > 5, True),
    ("Range", "column_width ="): (lambda g: round(changed(g, "Range", "column_width", 15)), 15),
    ("Range", "row_height"): (lambda g: g.Range.row_height > 5, True),
    ("Range", "row_height ="): (lambda g: round(changed(g, "Range", "row_height", 20)), 20),
    ("Range", "width"): (lambda g: g.Range.width > 20, True),
    ("Range", "height"): (lambda g: g.Range.height > 5, True),
    ("Range", "left"): (lambda g: g.Range.left, 0.0),
    ("Range", "top"): (lambda g: g.Range.top, 0.0),
    ("Range", "has_array"): (lambda g: g.Range.has_array, False),
    ("Range", "number_format"): (lambda g: g.Range.number_format, "General"),
    ("Range", "number_format ="): (lambda g: after(setattr(at(g, "K1"), "number_format", "0.0%"),
                                                   lambda: at(g, "K1").number_format), "0.0%"),
    ("Range", "get_address"): (lambda g: at(g, "A1:B2").get_address(False, True, False), "$A1:$B2"),
    ("Range", "address"): (lambda g: g.Range.address, "$A$1"),
    ("Range", "current_region"): (lambda g: g.Range.current_region.address, "$A$1:$B$2"),
    ("Range", "autofit"): (lambda g: g.Range.autofit(), None),
    ("Range", "color"): (lambda g: g.Range.color, None),
    ("Range", "color ="): (lambda g: filled(g, "H5").color, (1, 2, 3)),
    ("Range", "name"): (lambda g: at(g, "A1:B2").name.name, "blok"),
    ("Range", "name ="): (lambda g: after(setattr(at(g, "L1"), "name", "sel"), lambda: g.Names("sel").delete()), None),
    ("Range", "__call__"): (lambda g: (g.Range(2, 2).address, at(g, "A1:B2")(3).address), ("$B$2", "$A$2")),
    ("Range", "select"): (lambda g: after(at(g, "C3").select(), lambda: g.App.selection.address), "$C$3"),
    ("Range", "merge_area"): (lambda g: g.Range.merge_area.address, "$A$1"),
    ("Range", "merge_cells"): (lambda g: g.Range.merge_cells, False),
    ("Range", "wrap_text"): (lambda g: g.Range.wrap_text, False),
    ("Range", "wrap_text ="): (lambda g: (changed(g, "Range", "wrap_text", True),
                                          changed(g, "Range", "wrap_text", False)), (True, False)),
    ("Range", "note"): (lambda g: g.Range.note.text, "catatan"),
    ("Range", "add_note"): (lambda g: after(at(g, "C8").add_note("x").delete(), lambda: at(g, "C8").note), None),
    ("Names", "__call__"): (lambda g: (g.Names("blok").name, g.Names(1).name), ("blok", "blok")),
    ("Names", "snapshot"): (lambda g: [text for text, _ in g.Names.snapshot()], ["blok"]),
    ("Names", "contains"): (lambda g: (g.Names.contains("blok"), g.Names.contains("x")), (True, False)),
    ("Names", "__len__"): (lambda g: len(g.Names), 1),
    ("Names", "add"): (lambda g: after(g.Names.add("baru", "=2").delete(), lambda: len(g.Names)), 1),
    ("Name", "delete"): (removed_name, False),
    ("Name", "name"): (lambda g: g.Name.name, "blok"),
    ("Name", "refers_to"): (lambda g: g.Name.refers_to, "=Data!$A$1:$B$2"),
    ("Name", "refers_to ="): (lambda g: (changed(g, "Name", "refers_to", "=1"),
                                         changed(g, "Name", "refers_to", "=Data!$A$1:$B$2")),
                             ("=1", "=Data!$A$1:$B$2")),
    ("Name", "refers_to_range"): (lambda g: g.Name.refers_to_range.address, "$A$1:$B$2"),
    ("Note", "api"): (lambda g: g.Note.api.String, "catatan"),
    ("Note", "text"): (lambda g: g.Note.text, "catatan"),
    ("Note", "text ="): (lambda g: (changed(g, "Note", "text", "x"), changed(g, "Note", "text", "catatan")),
                         ("x", "catatan")),
    ("Note", "author"): (lambda g: isinstance(g.Note.author, str), True),
    ("Note", "location"): (lambda g: g.Note.location.address, "$A$1"),
    ("Note", "delete"): (removed_note, None),
}
