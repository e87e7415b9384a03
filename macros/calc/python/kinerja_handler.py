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

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import NamedValue
from com.sun.star.frame import ControlCommand, FeatureStateEvent, XDispatch, XDispatchProvider
from com.sun.star.frame.status import Visibility
from com.sun.star.lang import XInitialization, XServiceInfo

NAME = "id.kinerja.calc.Handler"
ADDRESS = re.compile(r"id\.kinerja\.calc:([a-z-]+)(?:\?(grup_[a-z]+))?")
MAX_ROWS, COLUMNS = 100, 4  # as in kinerja_xl/install/tombol.py; a block of another shape is none
HAS_SPOKEN = (0, 1, 3)  # the program has said itself what there was to say
NOT_STARTED = -1
KEPT_FROM_PROGRAM = ("PYTHON", "LD_", "DYLD_", "URE_", "UNO_", "KINERJA_")
MESSAGES = {  # a test compares them with kinerja_xl/errors.py
    "K601": ("Program Kinerja belum terpasang untuk akun ini, atau sudah dipindahkan.", "Jalankan: kinerja pasang"),
    "K603": ("Program Kinerja berhenti sebelum selesai (kode {kode}).", "Jalankan: kinerja periksa-pc"),
}

_watchers = []  # (frame, address, listener): every place that shows a button
_running = []  # the acceptor of the pipe, while the program runs


def record_folder():
    """Return the folder of this user's install record; kinerja_xl/install/komputer.py names the same."""
    if sys.platform == "win32":
        return os.path.join(os.environ["APPDATA"], "kinerja_xl")
    return os.path.join(os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config"), "kinerja_xl")


def recorded_program():
    """Return the Python that has the program, None where the record names nothing that is there."""
    try:
        with open(os.path.join(record_folder(), "pemasangan.json"), encoding="utf-8") as file:
            record = json.load(file)
        paths = [str(record["program"]), str(record["paket"])]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return paths[0] if all(os.path.isabs(path) and os.path.isfile(path) for path in paths) else None


def read_block(model):
    """Return the rows of ``pita_tombol`` by id, None where the workbook has no such block."""
    names = model.NamedRanges
    cells = names.getByName("pita_tombol").getReferredCells() if names.hasByName("pita_tombol") else None
    if cells is None or cells.Columns.Count != COLUMNS or cells.Rows.Count > MAX_ROWS:
        return None
    return {row[0]: row for row in cells.getDataArray() if isinstance(row[0], str)}


def show_state(frame, address, listener):
    """Tell one place how its button stands: label, whether it can be pressed, whether it is there at all."""
    aksi, group = ADDRESS.fullmatch(address.Complete).groups()
    block = read_block(frame.Controller.Model)
    row = None if block is None else block.get("tombol_" + aksi.replace("-", "_"))
    hidden = block is not None and (row is None or (group and block.get(group, ("",) * COLUMNS)[2] != "ya"))
    event = FeatureStateEvent(FeatureURL=address, IsEnabled=not _running and (row is None or row[2] == "ya"))
    event.State = Visibility(not hidden)
    listener.statusChanged(event)
    if row is not None and not hidden:
        event.State = str(row[1])
        listener.statusChanged(event)
        event.State = ControlCommand("SetQuickHelpText", (NamedValue("HelpText", str(row[3] or row[1])),))
        listener.statusChanged(event)


def show_all_states():
    """Tell every place; one that is gone is forgotten."""
    for watcher in tuple(_watchers):
        try:
            show_state(*watcher)
        except Exception:
            _watchers.remove(watcher)


class Handler(unohelper.Base, XDispatchProvider, XDispatch, XInitialization, XServiceInfo):
    """What Calc asks for the addresses ``id.kinerja.calc:AKSI``, for one window."""

    def __init__(self, context):
        self.context, self.frame = context, None

    def initialize(self, arguments):
        self.frame = arguments[0]

    def queryDispatch(self, address, _target, _flags):
        return self if ADDRESS.fullmatch(address.Complete) else None

    def queryDispatches(self, requests):
        return tuple(self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags) for one in requests)

    def addStatusListener(self, listener, address):
        watcher = (self.frame, address, listener)
        _watchers.append(watcher)
        show_state(*watcher)

    def removeStatusListener(self, listener, address):
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
        except OSError:
            self.finish(NOT_STARTED)
            return
        show_all_states()
        threading.Thread(target=lambda: self.in_main_thread(self.finish, child.wait()), daemon=True).start()

    def start(self, program, aksi):
        model, pipe = self.frame.Controller.Model, "kinerja-" + secrets.token_hex(16)
        _running.append(self.create("com.sun.star.office.Acceptor"))
        _running[0].initialize((f"pipe,name={pipe};urp;", True))
        book = uno.fileUrlToSystemPath(model.URL) if model.URL.startswith("file:") else model.URL or model.Title
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(KEPT_FROM_PROGRAM)}
        with open(os.path.join(record_folder(), "tombol-calc.log"), "wb") as log:
            return subprocess.Popen(
                [program, "-I", "-B", "-m", "kinerja_xl", "pita", aksi, f"--wb={book}"],
                env={**kept, "KINERJA_PIPE": pipe, "KINERJA_DOC_UID": model.RuntimeUID},
                cwd=os.path.dirname(program), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))

    def finish(self, code):
        _running.clear()  # the last reference to the acceptor closes the pipe
        show_all_states()
        if code not in HAS_SPOKEN:
            self.say("K603", kode=code)

    def say(self, code, **facts):
        sentence, next_step = MESSAGES[code]
        box = self.create("com.sun.star.awt.Toolkit").createMessageBox(
            self.frame.ContainerWindow, uno.Enum("com.sun.star.awt.MessageBoxType", "ERRORBOX"), 1, f"Kinerja {code}",
            f"{sentence.format(**facts)}\nLangkah berikut: {next_step}")
        box.execute()
        box.dispose()  # or it stays among the windows

    def in_main_thread(self, function, *arguments):
        self.create("com.sun.star.awt.AsyncCallback").addCallback(Callback(function, arguments), None)

    def create(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name in self.getSupportedServiceNames()

    def getSupportedServiceNames(self):
        return ("com.sun.star.frame.ProtocolHandler",)


class Callback(unohelper.Base, XCallback):
    """A function to be run in LibreOffice's main thread."""

    def __init__(self, function, arguments):
        self.function, self.arguments = function, arguments

    def notify(self, _data):
        self.function(*self.arguments)


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 - where LibreOffice looks
g_ImplementationHelper.addImplementation(Handler, NAME, ("com.sun.star.frame.ProtocolHandler",))
