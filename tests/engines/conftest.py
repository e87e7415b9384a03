"""One LibreOffice Calc for all tests of the engine, in the Indonesian locale, and a fresh workbook for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from kotak_pesan import dismiss_boxes
from soffice_uji import Display, SofficeUji

from kinerja_xl.engines.calc import connect


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SofficeUji]:
    with SofficeUji(tmp_path_factory.mktemp("calc")) as running:
        yield running


@pytest.fixture(scope="session")
def connected(office: SofficeUji) -> xw.main.Engine:
    return office.connected(lambda: connect(office.pipe))


@pytest.fixture
def engine(connected: xw.main.Engine) -> Iterator[xw.main.Engine]:
    """The engine, active during this test only."""
    before = xw.engines.active
    connected.activate()
    yield connected
    xw.engines.active = before


@pytest.fixture
def book(engine: xw.main.Engine) -> Iterator[xw.Book]:
    """A new workbook of one sheet, ``Data``."""
    made = engine.apps.active.books.add()
    made.sheets[0].name = "Data"
    yield made
    made.close()


@pytest.fixture
def sheet(book: xw.Book) -> xw.Sheet:
    return book.sheets[0]


@pytest.fixture
def saved(book: xw.Book, tmp_path: Path) -> Callable[..., openpyxl.Workbook]:
    """Saves the book as xlsx and opens it with openpyxl."""
    def save(**options: bool) -> openpyxl.Workbook:
        book.save(tmp_path / "hasil.xlsx")
        return openpyxl.load_workbook(tmp_path / "hasil.xlsx", **options)

    return save


@pytest.fixture
def opened(engine: xw.main.Engine, tmp_path: Path) -> Iterator[Callable[[openpyxl.Workbook], xw.Book]]:
    """Opens in Calc what openpyxl made."""
    books = []

    def open_book(made: openpyxl.Workbook) -> xw.Book:
        path = tmp_path / f"asal{len(books)}.xlsx"
        made.save(path)
        books.append(engine.apps.active.books.open(path))
        return books[-1]

    yield open_book
    for each in books:
        each.close()


@pytest.fixture(scope="session")
def windowed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SofficeUji]:
    """Another LibreOffice, with windows on a display of its own."""
    with Display() as display, SofficeUji(tmp_path_factory.mktemp("jendela"), display.name) as running:
        yield running


@pytest.fixture
def app(windowed: SofficeUji) -> Iterator[xw.App]:
    """The office with windows, one new book in it."""
    before, others = xw.engines.active, xw.engines.engines[:]
    app = windowed.connected(lambda: connect(windowed.pipe)).apps.active
    app.books.add()
    yield app
    dismiss_boxes(windowed.toolkit)
    for book in list(app.books):
        book.close()
    xw.engines.active, xw.engines.engines[:] = before, others
