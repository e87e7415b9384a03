"""What else the guides show of a PC: commands in a terminal, folders in a file manager, a page from a browser."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from akun_pemakai import AkunPemakai
from PIL import Image

PATIENCE = 400.0
PAINTED = 12  # colours: a window that was not painted yet has fewer
NEEDED = "apt-get install xterm pcmanfm chromium libreoffice-l10n-id, and localedef -i id_ID -f UTF-8 id_ID.UTF-8"


class LayarLain:
    """One account's programs on a display; ``display`` is its name, ``gambar`` where pictures go."""

    def __init__(self, akun: AkunPemakai, display: str, gambar: Path) -> None:
        self._akun, self._gambar, self._display = akun, gambar, display
        path = f"{akun.rumah / 'kinerja' / 'bin'}:/usr/local/bin:/usr/bin:/bin"
        self._environment = akun.environment(DISPLAY=display, LANG="id_ID.UTF-8", LANGUAGE="id", PATH=path)

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        assert shutil.which(words[0]), f"{words[0]} is not installed: {NEEDED}"
        return subprocess.Popen(self._akun.command(*words), env=self._environment, cwd=self._akun.rumah,
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @contextmanager
    def terminal(self, columns: int, rows: int) -> Iterator[Terminal]:
        """A shell in a window of this many characters."""
        prompts = self._akun.rumah / ".siap"
        self._akun.write(self._akun.rumah / ".kerangka", f"PS1='$ '\nPROMPT_COMMAND='echo >> {prompts}'\n")
        prompts.unlink(missing_ok=True)
        process = self._start("xterm", "-fa", "DejaVu Sans Mono", "-fs", "10", "-geometry", f"{columns}x{rows}+0+0",
                              "+sb", "-e", "bash", "--rcfile", str(self._akun.rumah / ".kerangka"), "-i")
        try:
            yield Terminal(self, prompts)
        finally:
            process.terminate()
            process.wait(PATIENCE)

    @contextmanager
    def folder(self, path: Path) -> Iterator[None]:
        """A folder in the file manager."""
        self._akun.write(self._akun.rumah / ".config" / "libfm" / "libfm.conf", LIBFM)
        self._akun.write(self._akun.rumah / ".config" / "pcmanfm" / "default" / "pcmanfm.conf", PCMANFM)
        process = self._start("pcmanfm", str(path))
        try:
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)

    def type(self, text: str) -> None:
        """Type on the keyboard."""
        subprocess.run(["xdotool", "type", "--delay", "3", text], env=self._environment, check=True)

    def picture(self, nama: str) -> Path:
        """A picture of the window that works, as soon as it is painted and stands still."""
        path, before = self._gambar / f"{nama}.png", b""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = subprocess.run(["xdotool", "getactivewindow"], env=self._environment, text=True,
                                   capture_output=True, check=False).stdout.strip()
            if found:
                subprocess.run(["import", "-display", self._display, "-frame", "-window", found, path], check=True)
                with Image.open(path) as picture:
                    window = picture.convert("RGB")
                if window.tobytes() == before and len(window.getcolors(1 << 24) or ()) > PAINTED:
                    return path
                before = window.tobytes()
            time.sleep(0.4)
        raise AssertionError(f"no window stood still for {nama}")


class Terminal:
    """A shell that somebody types into; ``prompts`` gets a line with each prompt."""

    def __init__(self, layar: LayarLain, prompts: Path) -> None:
        self._layar, self._prompts, self._seen = layar, prompts, 0
        self._wait()

    def run(self, line: str) -> None:
        """Type a line and wait until the shell asks for the next one."""
        self._layar.type(f"{line}\n")
        self._wait()

    def _wait(self) -> None:
        self._seen += 1
        end = time.monotonic() + PATIENCE
        while not self._prompts.exists() or len(self._prompts.read_text()) < self._seen:
            assert time.monotonic() < end, "the shell does not come back"
            time.sleep(0.05)


def print_page(page: Path, pdf: Path) -> None:
    """Print an HTML page as a browser does."""
    assert shutil.which("chromium"), NEEDED
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--user-data-dir={pdf.parent / 'peramban'}", f"--print-to-pdf={pdf}", page.as_uri()],
                   check=True, capture_output=True, timeout=PATIENCE)


LIBFM = "[config]\nsingle_click=0\n[ui]\nbig_icon_size=48\nside_pane_mode=hidden\nplaces_home=0\n"
PCMANFM = ("[ui]\nalways_show_tabs=0\nwin_width=760\nwin_height=230\nview_mode=compact\nshow_hidden=0\n"
           "show_statusbar=0\ntoolbar=hidden;\nside_pane_mode=hidden;dirtree\n")
