"""The menu and toolbar Kinerja of LibreOffice Calc: starts the installed program for one button, decides nothing.

What is started comes from this user's install record (written by ``kinerja pasang``), never from a workbook, its folder
or the search path; of the workbook only its full name is handed over, as one argument. While the program runs, this
LibreOffice can be reached through a pipe with a random name. Labels come from the block ``pita_tombol`` of the
worksheet, which the service writes; the program checks everything again. Runs in LibreOffice's own Python: standard
library and ``uno`` only.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import sys
import threading
from pathlib import Path

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import NamedValue
from com.sun.star.frame import ControlCommand, FeatureStateEvent, XDispatch, XDispatchProvider
from com.sun.star.frame.status import Visibility
from com.sun.star.lang import XInitialization, XServiceInfo
from com.sun.star.uno import Exception as UnoException
from com.sun.star.uno import RuntimeException

NAME = "id.kinerja.calc.Handler"
ADDRESS = re.compile(r"id\.kinerja\.calc:([a-z-]+)(?:\?(grup_[a-z]+))?")
MAX_ROWS, COLUMNS = 100, 4  # as in kinerja_xl/install/tombol.py; a block of another shape is none
LABEL, AKTIF, ALASAN = 1, 2, 3
NO_ROW = ("",) * COLUMNS
HAS_SPOKEN = (0, 1, 3)  # the program has said itself what there was to say
NOT_STARTED = -1
KEPT_FROM_PROGRAM = ("PYTHON", "LD_", "DYLD_", "URE_", "UNO_", "KINERJA_")
MESSAGES = {  # a test compares them with kinerja_xl/errors
    "K601": ("Program Kinerja belum terpasang untuk akun ini, atau sudah dipindahkan.", "Jalankan: kinerja pasang"),
    "K603": ("Program Kinerja berhenti sebelum selesai (kode {kode}).", "Jalankan: kinerja periksa-pc"),
}

_watchers = []  # (frame, address, listener): every place that shows a button
_running = []  # while the program runs: the acceptor of the pipe, None once it is closed


def record_folder():
    """Return the folder of this user's install record; kinerja_xl/install/komputer.py names the same."""
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"], "kinerja_xl")
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser(), "kinerja_xl")


def recorded_program():
    """Return the Python that has the program, None where the record names nothing that is there."""
    try:
        record = json.loads((record_folder() / "pemasangan.json").read_text(encoding="utf-8"))
        program, package = Path(record["program"]), Path(record["paket"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return program if all(path.is_absolute() and path.is_file() for path in (program, package)) else None


def read_block(frame):
    """Return the rows of ``pita_tombol`` by id, None where the window shows no workbook with such a block."""
    model = frame.Controller.Model if frame.Controller else None
    if not hasattr(model, "NamedRanges") or not model.NamedRanges.hasByName("pita_tombol"):
        return None
    cells = model.NamedRanges.getByName("pita_tombol").getReferredCells()
    if cells is None or cells.Columns.Count != COLUMNS or cells.Rows.Count > MAX_ROWS:
        return None
    return {row[0]: tuple(map(str, row)) for row in cells.getDataArray()}


def show_state(frame, address, listener):
    """Tell one place how its button stands: whether it is there, can be pressed, its label, its tip."""
    aksi, group = ADDRESS.fullmatch(address.Complete).groups()
    block = read_block(frame)
    row = block and block.get("tombol_" + aksi.replace("-", "_"))
    shown = block is None or (row and (not group or block.get(group, NO_ROW)[AKTIF] == "ya"))
    event = FeatureStateEvent(FeatureURL=address, IsEnabled=not _running and (not row or row[AKTIF] == "ya"))
    states = [Visibility(bool(shown))]
    if row and shown:
        tip = row[ALASAN] or row[LABEL]
        states += [row[LABEL], ControlCommand("SetQuickHelpText", (NamedValue("HelpText", tip),))]
    for state in states:
        event.State = state
        listener.statusChanged(event)


def show_states(watchers):
    """Tell these places; one that is gone is forgotten."""
    for watcher in watchers:
        try:
            show_state(*watcher)
        except (UnoException, RuntimeException):
            if watcher in _watchers:
                _watchers.remove(watcher)


class Handler(unohelper.Base, XDispatchProvider, XDispatch, XInitialization, XServiceInfo):
    """What Calc asks for the addresses ``id.kinerja.calc:AKSI``, for one window."""

    def __init__(self, context):
        self.context, self.frame = context, None

    def initialize(self, arguments):
        """Take the window."""
        self.frame = arguments[0]

    def queryDispatch(self, address, _target, _flags):
        """Return who handles an address."""
        return self if ADDRESS.fullmatch(address.Complete) else None

    def queryDispatches(self, requests):
        """Return who handles each of several addresses."""
        return tuple(self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags) for one in requests)

    def addStatusListener(self, listener, address):
        """Remember a place that shows a button, and tell it how the button stands."""
        _watchers.append((self.frame, address, listener))
        show_states(_watchers[-1:])

    def removeStatusListener(self, listener, address):
        """Forget a place."""
        _watchers[:] = [one for one in _watchers if (one[1].Complete, one[2]) != (address.Complete, listener)]

    def dispatch(self, address, _arguments):
        """Start the program and return at once: it calls back, and would wait for this call for ever."""
        if _running:
            return
        program = recorded_program()
        if program is None:
            self.say("K601")
            return
        try:
            child = self.start(program, ADDRESS.fullmatch(address.Complete)[1])
        except (OSError, UnoException, RuntimeException):
            self.finish(NOT_STARTED)
            return
        show_states(tuple(_watchers))
        threading.Thread(target=self.wait, args=(child,), daemon=True).start()

    def start(self, program, aksi):
        """Open the pipe and start the program; return its process."""
        model, pipe = self.frame.Controller.Model, "kinerja-" + secrets.token_hex(16)
        model.calculate()  # takes in what is being typed in a cell, as Enter does; the selection stays
        _running.append(self.create("com.sun.star.office.Acceptor"))
        _running[0].initialize((f"pipe,name={pipe};urp;", True))
        book = uno.fileUrlToSystemPath(model.URL) if model.URL.startswith("file:") else model.URL or model.Title
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(KEPT_FROM_PROGRAM)}
        with (record_folder() / "tombol-calc.log").open("wb") as log:
            return subprocess.Popen(
                [str(program), "-I", "-B", "-m", "kinerja_xl", "pita", aksi, f"--wb={book}"],
                env={**kept, "KINERJA_PIPE": pipe, "KINERJA_DOC_UID": model.RuntimeUID}, cwd=str(program.parent),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))

    def wait(self, child):
        """Wait for the program in a thread of its own, and close the pipe there.

        The acceptor waits for what its connections still have to do, and that needs LibreOffice's main thread: dropped
        in that thread, it would wait for ever. What follows belongs to the main thread.
        """
        code = child.wait()
        _running[0] = None  # the last reference to the acceptor
        self.create("com.sun.star.awt.AsyncCallback").addCallback(Callback(lambda: self.finish(code)), None)

    def finish(self, code):
        """Let the buttons be pressed again, and speak where the program did not."""
        _running.clear()
        show_states(tuple(_watchers))
        if code not in HAS_SPOKEN:
            self.say("K603", kode=code)

    def say(self, code, **facts):
        """Show a message with its code in the title."""
        sentence, next_step = MESSAGES[code]
        log = record_folder() / "tombol-calc.log"
        details = f"\n\nRincian: {log}" if facts.get("kode", NOT_STARTED) != NOT_STARTED else ""
        box = self.create("com.sun.star.awt.Toolkit").createMessageBox(
            self.window(), uno.Enum("com.sun.star.awt.MessageBoxType", "ERRORBOX"), 1, f"Kinerja {code}",
            f"{sentence.format(**facts)}\n\nLangkah berikut: {next_step}{details}")
        box.execute()
        box.dispose()  # or it stays among the windows

    def window(self):
        """Return the window of the press, the desktop's where the program closed it."""
        window = self.frame.ContainerWindow
        return window if window else self.create("com.sun.star.awt.Toolkit").getDesktopWindow()

    def create(self, service):
        """Return a service of this LibreOffice."""
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def getImplementationName(self):
        """Return the name it is registered under."""
        return NAME

    def supportsService(self, name):
        """Return whether it is such a service."""
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        """Return what it is."""
        return ("com.sun.star.frame.ProtocolHandler",)


class Callback(unohelper.Base, XCallback):
    """A function to be run in LibreOffice's main thread."""

    def __init__(self, function):
        self.function = function

    def notify(self, _data):
        """Run it."""
        self.function()


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 - where LibreOffice looks
g_ImplementationHelper.addImplementation(Handler, NAME, ("com.sun.star.frame.ProtocolHandler",))
