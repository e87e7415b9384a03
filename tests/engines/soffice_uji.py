"""A LibreOffice started for tests: own profile and pipe, Indonesian locale; headless, or with a window on a display."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from kinerja_xl.engines.calc import NotConnected
from kinerja_xl.engines.calc.uno_bridge import Bridge

START_SECONDS = 60
END_SECONDS = 20
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>id-ID</value>
</prop></item></oor:items>
"""
T = TypeVar("T")


class SofficeUji:
    """Use as a context manager; ``pipe`` is where it listens."""

    def __init__(self, folder: Path, display: str = "") -> None:
        self.pipe = f"kinerja-uji-{uuid.uuid4().hex}"
        self._folder = folder
        self._display = display

    def __enter__(self) -> SofficeUji:
        program = shutil.which("soffice")
        assert program, "LibreOffice (soffice) is not installed"
        user = self._folder / "profil" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
        environment = {**os.environ, "SAL_USE_VCLPLUGIN": "gen", "DISPLAY": self._display} if self._display \
            else dict(os.environ)
        mode = [] if self._display else ["--headless"]
        self.process = subprocess.Popen(
            [program, *mode, "--norestore", "--nologo", "--nodefault", "--nofirststartwizard",
             f"-env:UserInstallation={(self._folder / 'profil').as_uri()}", f"--accept=pipe,name={self.pipe};urp;"],
            env=environment, start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        return self

    def connected(self, connect: Callable[[], T]) -> T:
        """What ``connect`` gives once LibreOffice listens."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return connect()
            except NotConnected:
                assert self.process.poll() is None, "LibreOffice ended instead of listening"
                assert time.monotonic() < deadline, "LibreOffice does not listen"
                time.sleep(0.1)

    @cached_property
    def bridge(self) -> Bridge:
        """The tests' own connection: a second one at the same pipe would share it, and could find it just closed."""
        return Bridge(self.pipe)

    def windows(self) -> set[str]:
        """The windows on its screen as the X server knows them: asking that disturbs no connection to LibreOffice."""
        assert self._display, "without a display there are no windows"
        done = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], text=True, capture_output=True,
                              env={**os.environ, "DISPLAY": self._display}, check=False)  # 1: there are none
        return set(done.stdout.split())

    @property
    def toolkit(self) -> Any:
        """What knows the windows on the screen."""
        return self.bridge.create("com.sun.star.awt.Toolkit")

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            bridge = self.bridge
            with contextlib.suppress(bridge.exception("com.sun.star.lang.DisposedException")):
                bridge.desktop.terminate()
        try:
            self.process.wait(timeout=END_SECONDS)
        except subprocess.TimeoutExpired:  # a message box nobody answered
            os.killpg(self.process.pid, signal.SIGKILL)
            raise


class Display:
    """An X server nobody looks at; use as a context manager."""

    def __init__(self, size: str = "1280x800") -> None:
        self._size = size

    def __enter__(self) -> Display:
        program = shutil.which("Xvfb")
        assert program, "Xvfb is not installed"
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            [program, "-displayfd", str(writing), "-screen", "0", f"{self._size}x24", "-nolisten", "tcp"],
            pass_fds=(writing,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.name = f":{answer.readline().strip()}"
        assert self.name != ":", "Xvfb did not start"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=START_SECONDS)
