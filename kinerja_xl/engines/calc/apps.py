"""The running LibreOffice as xlwings sees it."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from typing import Any

from xlwings import base_classes

from .areas import Area
from .books import Books
from .dialogs import alert_in_front
from .errors import CalcError
from .guarding import guarded
from .uno_bridge import Bridge


class Apps(base_classes.Apps):
    """The one LibreOffice behind the pipe."""

    def __init__(self, app: App) -> None:
        self._app = app

    def keys(self) -> list[int]:
        """The number of the one app."""
        return [self._app.pid]

    def add(self, spec: Any = None, add_book: bool | None = None, xl: Any = None, visible: bool | None = None) -> App:
        """The running app, with a new book in it if ``add_book``; no program is started."""
        if spec is not None or xl is not None:
            raise NotImplementedError("Apps.add starts no program of one's own choice")
        if add_book:
            self._app.books.add()
        if visible is not None:
            self._app.visible = visible
        return self._app

    def __iter__(self) -> Iterator[App]:
        yield self._app

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> App:
        if pid != self._app.pid:
            raise KeyError(pid)
        return self._app


@guarded
class App(base_classes.App):
    """One LibreOffice; ``engine`` and ``bridge`` are those it was connected with."""

    def __init__(self, engine: Any, bridge: Bridge, pipe: str) -> None:
        self.engine = engine
        self.bridge = bridge
        self._number = zlib.crc32(pipe.encode())
        self._display_alerts = True
        self._status: str | None = None
        self._indicator: Any = None

    @property
    def api(self) -> Any:
        """The ``com.sun.star.frame.Desktop``."""
        return self.bridge.desktop

    @property
    def pid(self) -> int:
        """A number that stands for this connection; UNO does not tell the process id."""
        return self._number

    @property
    def books(self) -> Books:
        """The open workbooks."""
        return Books(self)

    @property
    def version(self) -> str:
        """LibreOffice's version, as ``7.4.7.2``."""
        provider = self.bridge.create("com.sun.star.configuration.ConfigurationProvider")
        product = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess",
            self.bridge.properties(nodepath="/org.openoffice.Setup/Product"))
        return str(product.getByName("ooSetupVersionAboutBox"))

    @property
    def path(self) -> str:
        """The folder of its program."""
        paths = self.bridge.create("com.sun.star.util.PathSubstitution")
        return self.bridge.path(paths.substituteVariables("$(prog)", True))

    @property
    def selection(self) -> Any:
        """The selected cells of the active book, the first area of several; None when something else is selected."""
        book = self.books.active
        selected = book.controller.getSelection()
        if hasattr(selected, "RangeAddresses"):
            selected = selected.getByIndex(0) if selected.Count else None
        if not hasattr(selected, "RangeAddress"):
            return None
        address = selected.RangeAddress
        return book.sheets(address.Sheet + 1).range_of(Area.of(address))

    def activate(self, steal_focus: bool = False) -> None:
        """Let the active book's window be the one that works; ``steal_focus`` brings it before other programs."""
        book = self.books.active
        book.controller.Frame.activate()
        if steal_focus:
            book.controller.Frame.ContainerWindow.toFront()

    @property
    def visible(self) -> bool:
        """Whether any book has a visible window."""
        return any(book.controller.Frame.ContainerWindow.isVisible() for book in self.books)

    @visible.setter
    def visible(self, value: bool) -> None:
        """Show or hide the windows of all books."""
        for book in self.books:
            book.controller.Frame.ContainerWindow.setVisible(bool(value))

    def quit(self) -> None:
        """Close all books without saving and end LibreOffice. Raises CalcError if something keeps it open."""
        for book in list(self.books):
            book.close()
        with contextlib.suppress(self.bridge.exception("com.sun.star.lang.DisposedException")):
            if not self.api.terminate():
                raise CalcError("LibreOffice did not end; another document of it is still open")

    @property
    def screen_updating(self) -> bool:
        """False while the windows are kept from redrawing."""
        return not any(book.api.hasControllersLocked() for book in self.books)

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        """Keep the windows of all books from redrawing, or let them."""
        for book in self.books:
            if value:
                while book.api.hasControllersLocked():
                    book.api.unlockControllers()
            elif not book.api.hasControllersLocked():
                book.api.lockControllers()

    @property
    def display_alerts(self) -> bool:
        """What was set; Calc asks nothing back over this connection either way."""
        return self._display_alerts

    @display_alerts.setter
    def display_alerts(self, value: bool) -> None:
        """Only remembered, for xlwings sets it around a save."""
        self._display_alerts = bool(value)

    @property
    def calculation(self) -> str:
        """``automatic`` or ``manual``, of the active book."""
        return "automatic" if self.books.active.api.isAutomaticCalculationEnabled() else "manual"

    @calculation.setter
    def calculation(self, value: str) -> None:
        """Set it for all open books; Calc has no ``semiautomatic``."""
        if value not in ("automatic", "manual"):
            raise NotImplementedError(f"calculation {value!r}")
        for book in self.books:
            book.api.enableAutomaticCalculation(value == "automatic")

    def calculate(self) -> None:
        """Calculate what has changed in all open books."""
        for book in self.books:
            book.api.calculate()

    @property
    def status_bar(self) -> str | bool:
        """The text this connection put into the status bar; False if none."""
        return self._status if self._status is not None else False

    @status_bar.setter
    def status_bar(self, value: str | bool | None) -> None:
        """Show a text in the status bar of the active book; False gives the bar back to Calc."""
        if self._indicator is not None:
            with contextlib.suppress(self.bridge.exception("com.sun.star.lang.DisposedException")):  # book closed since
                self._indicator.end()
        self._status, self._indicator = None, None
        if isinstance(value, str) and value:
            self._indicator = self.books.active.controller.Frame.createStatusIndicator()
            self._indicator.start(value, 0)
            self._status = value

    def alert(self, prompt: str, title: str | None, buttons: str, mode: str | None, callback: Any) -> str:
        """Show a message in the window in front and wait; the button pressed, in small letters.

        Where none is in front it shows in the window of the book opened last, or by itself. Raises NoWindow where the
        window is hidden.
        """
        if callback is not None:
            raise NotImplementedError("alert takes no callback; it waits for the answer")
        return alert_in_front(self.bridge, self.api, self._last_frame, prompt, title, buttons, mode)

    def _last_frame(self) -> Any:
        with contextlib.suppress(CalcError):
            return self.books.active.controller.Frame
        return None  # no workbook is open

