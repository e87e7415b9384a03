"""Workbooks open in Calc: found, opened, added, saved, closed."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlwings import base_classes

from .dialogs import alert_in_front
from .errors import BookProtected, BookReadOnly, CalcError, Disconnected, OpenFailed, SaveFailed
from .formulas import Formulas
from .guarding import guarded
from .names import Names
from .number_formats import NumberFormats
from .questions import make_answers
from .sheets import Sheets

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".ods": "calc8",
}
NEVER_RUN_MACROS = 0  # com.sun.star.document.MacroExecMode
NO_LINK_UPDATE = 0  # com.sun.star.document.UpdateDocMode


@guarded
class Books(base_classes.Books):
    """The spreadsheets open in this LibreOffice, in the order Calc lists them; other documents are left out."""

    def __init__(self, app: Any) -> None:
        self.app = app

    @property
    def api(self) -> Any:
        """The ``com.sun.star.frame.Desktop``."""
        return self.app.api

    def find(self, uid: str) -> Book | None:
        """The book with this ``RuntimeUID``, also one never saved; the one in front is asked first. None for none."""
        front = self.api.getCurrentComponent()
        if front is not None and _is_book(front) and front.RuntimeUID == uid:
            return Book(self.app, front)
        return next((book for book in self if book.api.RuntimeUID == uid), None)

    def __iter__(self) -> Iterator[Book]:
        documents = self.api.Components.createEnumeration()
        while documents.hasMoreElements():
            model = documents.nextElement()
            if _is_book(model):
                yield Book(self.app, model)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __call__(self, name_or_index: int | str) -> Book:
        """A book by its name (capitals do not matter) or its place, counted from 1; KeyError where there is none."""
        for place, book in enumerate(self, 1):
            if name_or_index == place or (isinstance(name_or_index, str) and
                                          book.name.lower() == name_or_index.lower()):
                return book
        raise KeyError(name_or_index)

    @property
    def active(self) -> Book:
        """The book in the front window; without any window in front, the book opened last."""
        model = self.api.getCurrentComponent()
        if model is not None and _is_book(model):
            return Book(self.app, model)
        books = list(self)
        if not books:
            raise CalcError("no workbook is open")
        return max(books, key=lambda book: int(book.api.RuntimeUID))

    def add(self) -> Book:
        """A new, unsaved book."""
        return Book(self.app, self.api.loadComponentFromURL("private:factory/scalc", "_blank", 0, ()))

    def open(self, fullname: str, update_links: bool | None = None, read_only: bool | None = None,
             format: Any = None, *others: Any, **named: Any) -> Book:
        """The book of a file; macros do not run, links are not updated, nothing is asked.

        A file someone else has open comes read-only: ``book.api.isReadonly()``, and every change raises BookReadOnly.
        Only ``read_only`` of Excel's many arguments is known; any other raises NotImplementedError.
        Raises OpenFailed where Calc gives no book.
        """
        if update_links or format is not None or any(value is not None for value in (*others, *named.values())):
            raise NotImplementedError("Books.open knows only fullname and read_only")
        options: dict[str, object] = {
            "MacroExecutionMode": NEVER_RUN_MACROS, "UpdateDocMode": NO_LINK_UPDATE,
            "InteractionHandler": make_answers(self.app.bridge)}
        if read_only:
            options["ReadOnly"] = True
        bridge = self.app.bridge
        path = Path(fullname).absolute()
        try:
            model = self.api.loadComponentFromURL(bridge.url(path), "_blank", 0, bridge.properties(**options))
        except (bridge.exception("com.sun.star.uno.Exception"),
                bridge.exception("com.sun.star.uno.RuntimeException")) as error:
            raise OpenFailed(f"Calc could not open {path}: {error}") from error
        if model is None or not _is_book(model):
            if model is not None:
                model.close(True)
            raise OpenFailed(f"Calc could not open {path} as a workbook")
        return Book(self.app, model)


def _is_book(model: Any) -> bool:
    return hasattr(model, "supportsService") and model.supportsService("com.sun.star.sheet.SpreadsheetDocument")


@guarded
class Book(base_classes.Book):
    """One workbook; what is learned about its formats is kept as long as this object lives."""

    def __init__(self, app: Any, model: Any) -> None:
        self._app = app
        self._model = model

    @property
    def app(self) -> Any:
        """The App it is open in."""
        return self._app

    @property
    def api(self) -> Any:
        """The document model; ``api.RuntimeUID`` tells books of one process apart, unsaved ones too."""
        return self._model

    @functools.cached_property
    def formats(self) -> NumberFormats:
        """Its number formats."""
        return NumberFormats(self._app.bridge, self._model)

    @functools.cached_property
    def formulas(self) -> Formulas:
        """Its formula parser."""
        return Formulas(self._app.bridge, self._model)

    @functools.cached_property
    def epoch(self) -> dt.date:
        """Day 0 of its serial numbers: 1899-12-30, or 1904-01-01 in a workbook that counts from there."""
        null = self._model.NullDate
        return dt.date(null.Year, null.Month, null.Day)

    @property
    def controller(self) -> Any:
        """Its first view."""
        return self._model.getCurrentController()  # the property would be unknown, not disposed, of a closed book

    @property
    def fullname(self) -> str:
        """Its path; the title of a book never saved."""
        url = self._model.URL
        return self._app.bridge.path(url) if url else str(self._model.Title)

    @property
    def name(self) -> str:
        """Its file name; the title of a book never saved."""
        return Path(self.fullname).name if self._model.URL else str(self._model.Title)

    @functools.cached_property
    def sheets(self) -> Sheets:
        """Its sheets."""
        return Sheets(self)

    @property
    def names(self) -> Names:
        """Its defined names, those of single sheets among them."""
        return Names(self)

    def check_open(self) -> None:
        """Raise Disconnected for a book closed meanwhile; its cells would only say that something went wrong."""
        self._model.isModified()

    def check_editable(self) -> None:
        """Raise BookReadOnly for a book opened read-only: Calc changes some things in it and drops others silently."""
        if self._model.isReadonly():
            raise BookReadOnly(f"{self.name} is open read-only")

    def check_structure(self) -> None:
        """Raise BookProtected when sheets may not be added, removed, moved, renamed or hidden.

        Asked here because Calc does not: over UNO it does all of these to a protected book.
        """
        self.check_editable()
        if self._model.isProtected():
            raise BookProtected(f"the structure of {self.name} is protected")

    def activate(self) -> None:
        """Bring its window to the front."""
        window = self.controller.Frame.ContainerWindow
        self.controller.Frame.activate()
        if window.isVisible():
            window.toFront()

    def alert(self, prompt: str, title: str, buttons: str, mode: str | None) -> str:
        """Show a message in the window in front, else in its own, and wait; the button pressed, in small letters.

        Raises NoWindow where the window is hidden, Disconnected where its own was closed.
        """
        return alert_in_front(self._app.bridge, self._app.api, self._frame, prompt, title, buttons, mode)

    def _frame(self) -> Any:
        controller = self.controller
        if controller is None:  # a model outlives its window as long as somebody holds it
            raise Disconnected("the window of this workbook was closed meanwhile")
        return controller.Frame

    def close(self) -> None:
        """Close without saving; the lock beside the file goes away. Raises CalcError while Calc is busy with it."""
        self._model.setModified(False)
        try:
            self._model.close(True)
        except self._app.bridge.exception("com.sun.star.util.CloseVetoException") as error:
            raise CalcError("Calc is still busy with the workbook and did not close it") from error

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save in place, or to ``path``, which the book then has; xlsx, xlsm or ods by its suffix.

        A book never saved goes to ``<its title>.xlsx`` in the current folder, as in Excel. Raises SaveFailed;
        NotImplementedError for a password, which Calc would leave out of an xlsx without a word.
        """
        if password is not None:
            raise NotImplementedError("Book.save with a password")
        try:
            if path is None and self._model.hasLocation():
                answers = make_answers(self._app.bridge)
                self._model.storeSelf(self._app.bridge.properties(InteractionHandler=answers))
            else:
                self._store_as(Path(path or f"{self.name}.xlsx").absolute())
        except (self._app.bridge.exception("com.sun.star.uno.Exception"),
                self._app.bridge.exception("com.sun.star.uno.RuntimeException")) as error:
            raise SaveFailed(f"Calc could not save {path or self.fullname}: {error}") from error

    def _store_as(self, path: Path) -> None:
        if path.suffix.lower() not in FILTERS:
            raise NotImplementedError(f"a book is saved as {', '.join(FILTERS)}, not as {path.name!r}")
        if not path.parent.is_dir():
            raise SaveFailed(f"there is no folder {path.parent}")  # Calc would make it
        bridge = self._app.bridge
        options = bridge.properties(FilterName=FILTERS[path.suffix.lower()], Overwrite=True,
                                    InteractionHandler=make_answers(bridge))
        self._model.storeAsURL(bridge.url(path), options)
