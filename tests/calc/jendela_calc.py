"""A LibreOffice Calc with windows, driven by the pointer; what is pressed is found by its name, never by its place."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from akun_pemakai import AkunPemakai

from kinerja_xl.engines.calc.uno_bridge import load_uno

PATIENCE = 30.0
ARRIVES, AWAKES = 2.0, 5.0
AT_MOST = 280.0  # seconds for one test
RESTART = 81  # what soffice.bin says when it has made a new profile and wants to be started again
NARROW = 100  # pixels
MANY = 60  # a sheet has more children than anybody can look at


@dataclass(frozen=True)
class Kotak:
    """A message box as it stands on the screen."""

    judul: str
    teks: str
    tombol: tuple[str, ...]


class JendelaCalc:
    """Use as a context manager; ``folder`` is where it was started, ``gambar`` where pictures of the screen go."""

    def __init__(self, akun: AkunPemakai, display: str, folder: Path, gambar: Path) -> None:
        self.akun, self.display, self.folder, self.gambar = akun, display, folder, gambar
        self._uno = load_uno()
        self._pictures = 0
        self._gone = self._uno.getClass("com.sun.star.lang.DisposedException")
        self.desktop: Any = None
        self._guard: threading.Timer | None = None

    # starting and ending

    def __enter__(self) -> JendelaCalc:
        program = shutil.which("soffice")
        assert program, "LibreOffice (soffice) is not installed"
        assert shutil.which("xdotool"), "xdotool is not installed"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._openbox = subprocess.Popen(["openbox"], env=self.akun.environment(DISPLAY=self.display),
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._command = self.akun.command(
            Path(program).resolve().parent / "soffice.bin", "--norestore", "--nologo", "--nodefault",
            "--nofirststartwizard", f"--accept=socket,host=127.0.0.1,port={port},tcpNoDelay=1;urp;")
        self._start()
        self.guard()
        try:
            self._connect(port)
        except BaseException:
            self.__exit__()
            raise
        return self

    def guard(self) -> None:
        """Begin the time of a test: a call to a LibreOffice that hangs never returns, not even for pytest's limit."""
        self.rest()
        self._guard = threading.Timer(AT_MOST, lambda: self.process.kill())
        self._guard.start()

    def rest(self) -> None:
        """End the time of a test."""
        if self._guard is not None:
            self._guard.cancel()

    def _start(self) -> None:
        self.process = subprocess.Popen(
            self._command, env=self.akun.environment(DISPLAY=self.display, SAL_USE_VCLPLUGIN="gen"), cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _connect(self, port: int) -> None:
        local = self._uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        refused = self._uno.getClass("com.sun.star.connection.NoConnectException")

        def connected() -> bool:
            if self.process.poll() == RESTART:
                self._start()
            assert self.process.poll() is None, "LibreOffice ended instead of listening"
            try:
                self._context = resolver.resolve(
                    f"uno:socket,host=127.0.0.1,port={port},tcpNoDelay=1;urp;StarOffice.ComponentContext")
            except refused:
                return False
            return True

        self.wait_for(connected, "LibreOffice to listen")
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self._toolkit = self.create("com.sun.star.awt.Toolkit")

    def __exit__(self, *_: object) -> None:
        try:
            if self.process.poll() is None and self.desktop is not None:
                self.close_all()
                with contextlib.suppress(self._gone):
                    self.desktop.terminate()  # it may be quicker than its answer
                self.process.wait(PATIENCE)
        finally:
            self.rest()
            self.process.kill()
            self.process.wait(PATIENCE)
            self._openbox.terminate()
            self._openbox.wait(PATIENCE)

    def create(self, service: str) -> Any:
        """A service of this LibreOffice."""
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)

    # workbooks

    def open(self, path: Path) -> Any:
        """Open a workbook in a window of its own, wait until its toolbar is there, and return the model."""
        model = self.desktop.loadComponentFromURL(self._uno.systemPathToFileUrl(str(path)), "_blank", 0, ())
        assert model is not None, f"LibreOffice did not open {path}"
        self.wait_for(lambda: self.buttons(), f"the toolbar over {path.name}")
        return model

    def new(self) -> Any:
        """Make a workbook that was never saved."""
        model = self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        self.wait_for(lambda: self.buttons(), "the toolbar over a new workbook")
        return model

    def books(self) -> list[str]:
        """The names of the open workbooks."""
        return [model.Title for model in self._models()]

    def close_all(self) -> None:
        """Close every message and every workbook, without saving."""
        while (box := self._box()) is not None:
            self.picture("tersisa")
            self.key("Escape")
            self.wait_for(lambda gone=box: self._box() != gone, "a box that was left to go")
        models = self._models()
        if models:
            self.key("Escape")  # a workbook in which a cell is being typed into does not close
        for model in models:
            model.setModified(False)
            model.close(True)

    def _models(self) -> list[Any]:
        found, models = self.desktop.Components.createEnumeration(), []
        while found.hasMoreElements():
            models.append(found.nextElement())
        return [model for model in models if hasattr(model, "Sheets")]

    # the screen

    def press(self, label: str) -> None:
        """Click on a button of the toolbar; over a new workbook it is grey until its window has told how it stands."""
        button = self.wait_for(lambda: self._pressable(label), f"the button {label} to be pressed", AWAKES)
        self._until_it_arrives(lambda: self.click(button))

    def _pressable(self, label: str) -> Any:
        button = self._buttons().get(label)
        return button if button is not None and self._has(button, "ENABLED") else None

    def press_menu(self, label: str) -> None:
        """Open the menu Kinerja by a click and click on an item of it."""
        self._open_menu()
        self._until_it_arrives(lambda: self.click(self._items()[label]))

    def _until_it_arrives(self, click: Callable[[], None]) -> None:
        """Click once more where nothing came of it: LibreOffice loses clicks while its window comes to the front.

        What comes of it is a program that was started (its log is begun anew), or a message that it was not.
        """
        before = self._log_time()
        for _ in range(3):
            click()
            end = time.monotonic() + ARRIVES
            while time.monotonic() < end:
                if self._log_time() != before or self.has_box():
                    return
                time.sleep(0.03)
        raise AssertionError(f"nothing came of three clicks; see {self.picture('klik tanpa akibat')}")

    def _log_time(self) -> int:
        log = self.akun.rumah / ".config" / "kinerja_xl" / "tombol-calc.log"
        return log.stat().st_mtime_ns if log.exists() else 0

    def menu(self) -> dict[str, bool]:
        """The items of the menu Kinerja, by label, and whether each can be pressed."""
        self._open_menu()
        items = {label: self._has(item, "ENABLED") for label, item in self._items().items()}
        self.picture("menu")
        self.key("Escape", "Escape")
        return items

    def _open_menu(self) -> None:
        self.click(self._menu())
        self.wait_for(self._items, "the menu Kinerja")

    def _menu(self) -> Any:
        (bar,) = (part for part in self._children(self._window()) if self._role(part) == "MENU_BAR")
        return next(menu for menu in self._children(bar) if menu.getAccessibleName() == "Kinerja")

    def _items(self) -> dict[str, Any]:
        return {item.getAccessibleName(): item for item in self._children(self._menu())
                if item.getAccessibleName() and self._has(item, "SHOWING")}

    def buttons(self) -> dict[str, bool]:
        """The buttons that the toolbar shows, by label, and whether each can be pressed."""
        return {label: self._has(button, "ENABLED") for label, button in self._buttons().items()}

    def box(self) -> Kotak:
        """The message box that is on the screen, or will be."""
        box = self.wait_for(self._box, "a message box")
        buttons = {part.getAccessibleName() for part in self._parts(box, "PUSH_BUTTON")}
        texts = [name for part in self._below(box) if (name := part.getAccessibleName()) and name not in buttons]
        return Kotak(box.getAccessibleName(), "\n".join(texts), tuple(sorted(buttons)))

    def box_on_screen(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the message box, without the frame around it."""
        def laid_out() -> Any:  # a box that is not has next to no size
            box = self._box()
            return box if box is not None and box.getSize().Width > NARROW else None

        box = self.wait_for(laid_out, "a box that is laid out")
        place, size = box.getLocationOnScreen(), box.getSize()
        return place.X, place.Y, place.X + size.Width, place.Y + size.Height

    def answer(self, label: str = "OK") -> Kotak:
        """Take a picture of the message box, click on one of its buttons, wait until it is gone; return the box."""
        shown, box = self.box(), self._box()
        self.picture(shown.judul)
        (button,) = (part for part in self._parts(box, "PUSH_BUTTON") if part.getAccessibleName() == label)
        self.click(button)
        self.wait_for(lambda: self._box() != box, f"the box {shown.judul} to go")
        return shown

    def dismiss(self) -> None:
        """Close whatever box or dialog is on the screen by its last resort, the key Escape."""
        box = self._box()
        self.key("Escape")
        self.wait_for(lambda: self._box() != box, "the box to go")

    def pick(self, path: Path) -> None:
        """Name a file in LibreOffice's dialog for files and click on Open."""
        field = self.wait_for(lambda: self._in_box("TEXT", "File name:"), "the dialog for files")
        field.setText(str(path))
        self.picture("pilih berkas")

        def opened() -> bool:  # a click before the dialog waits for one is lost
            button = self._in_box("PUSH_BUTTON", "Open")
            if button is not None:
                self.click(button)
            return button is None

        self.wait_for(opened, "the dialog for files to go")

    def _in_box(self, role: str, name: str) -> Any:
        box = self._box()
        parts = self._parts(box, role) if box is not None else ()
        return next((part for part in parts if part.getAccessibleName() == name), None)

    def idle(self) -> None:
        """Wait until the program behind the last press has ended and the buttons can be pressed again."""
        self.wait_for(lambda: not self._has_child() and (not self.books() or any(self.buttons().values())),
                      "the buttons to come back")

    def speaks_or_has_ended(self) -> None:
        """Wait until the program behind the last press shows a message, or has ended without one."""
        self.wait_for(lambda: self.has_box() or not self._has_child(), "a message, or the end of the program")

    def _has_child(self) -> bool:
        threads = Path(f"/proc/{self.process.pid}/task")
        return any(path.read_text() for path in threads.glob("*/children"))

    def has_box(self) -> bool:
        """Whether a message box is on the screen."""
        return self._box() is not None

    def click(self, part: Any) -> None:
        """Click in the middle of something on the screen."""
        self.click_at(self._middle(part))

    def place_of(self, label: str) -> tuple[int, int]:
        """Where a button of the toolbar is."""
        return self._middle(self._buttons()[label])

    def click_at(self, place: tuple[int, int]) -> None:
        """Click somewhere, coming from elsewhere: a pointer that rests has a tip below it, which takes the click."""
        x, y = map(str, place)
        self._xdotool("mousemove", "1", "1", "mousemove", x, y, "mousedown", "1", "sleep", "0.05", "mouseup", "1")

    def _middle(self, part: Any) -> tuple[int, int]:
        size = self.wait_for(lambda: part.getSize() if part.getSize().Width else None, "something to click on")
        place = part.getLocationOnScreen()
        return place.X + size.Width // 2, place.Y + size.Height // 2

    def type(self, text: str) -> None:
        """Type on the keyboard."""
        self._xdotool("type", "--delay", "2", text)

    def key(self, *names: str) -> None:
        """Press keys, by the names of X."""
        self._xdotool("key", *names)

    def picture(self, name: str) -> Path:
        """Keep a picture of the screen."""
        self._pictures += 1
        path = self.gambar / f"{self._pictures:02} {name}.png".replace("/", "-")
        subprocess.run(["import", "-display", self.display, "-window", "root", str(path)], check=True)
        return path

    def wait_for(self, found: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
        """What ``found`` gives as soon as it is true; a picture of the screen and the log of the press otherwise."""
        end = time.monotonic() + patience
        while True:
            with contextlib.suppress(self._gone, FileNotFoundError, ProcessLookupError):  # gone while looked at
                if answer := found():
                    return answer
            if time.monotonic() > end:
                log = self.akun.rumah / ".config" / "kinerja_xl" / "tombol-calc.log"
                said = log.read_text(encoding="utf-8") if log.exists() else ""
                raise AssertionError(f"waited for {what}; see {self.picture('tidak datang')}\n{said}")
            time.sleep(0.03)

    # finding

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self.akun.environment(DISPLAY=self.display), text=True,
                              check=True, stdout=subprocess.PIPE)
        return done.stdout

    def _windows(self) -> Iterator[Any]:
        for place in range(self._toolkit.getTopWindowCount()):
            window = self._toolkit.getTopWindow(place)
            context = window and window.getAccessibleContext()
            if context is not None:  # else it has gone since they were counted
                yield context

    def _window(self) -> Any:
        """The workbook's window that works; between two windows there is none, or one that is on its way out."""
        def working() -> Any:
            controller = getattr(self.desktop.getCurrentComponent(), "CurrentController", None)
            return getattr(controller, "Frame", None) and controller.Frame.ContainerWindow

        return self.wait_for(working, "a window that works").getAccessibleContext()

    def _box(self) -> Any:
        for context in self._windows():
            if self._role(context) in ("ALERT", "DIALOG") and self._has(context, "SHOWING"):
                return context
        return None

    def _buttons(self) -> dict[str, Any]:
        docks = (part for part in self._children(self._window()) if self._role(part) == "PANEL")
        bars = (bar for dock in docks for bar in self._children(dock)
                if self._role(bar) == "TOOL_BAR" and bar.getAccessibleName() == "Kinerja")
        return {part.getAccessibleName(): part for bar in bars for part in self._children(bar)
                if part.getAccessibleName() and self._has(part, "SHOWING")}

    def _parts(self, context: Any, role: str) -> Iterator[Any]:
        """Everything of a role below something; it is not looked for below what has that role, nor in sheets."""
        for child in self._children(context):
            if self._role(child) == role:
                yield child
            else:
                yield from self._parts(child, role)

    def _below(self, context: Any) -> Iterator[Any]:
        for child in self._children(context):
            yield child
            yield from self._below(child)

    def _children(self, context: Any) -> list[Any]:
        count = context.getAccessibleChildCount()
        if count > MANY:
            return []
        children = (context.getAccessibleChild(place) for place in range(count))
        # one that goes while it is looked at has not even the method any more
        asked = (getattr(child, "getAccessibleContext", None) for child in children if child is not None)
        return [found for ask in asked if ask is not None and (found := ask()) is not None]

    def _role(self, context: Any) -> str:
        return ROLES.get(context.getAccessibleRole(), "")

    def _has(self, context: Any, state: str) -> bool:
        return bool(context.getAccessibleStateSet().contains(STATES[state]))


# com.sun.star.accessibility.AccessibleRole and AccessibleStateType
ROLES = {1: "ALERT", 12: "DIALOG", 30: "LABEL", 35: "MENU_BAR", 40: "PANEL", 44: "PUSH_BUTTON", 60: "TEXT",
         63: "TOOL_BAR"}
STATES = {"ENABLED": 7, "SHOWING": 25}
