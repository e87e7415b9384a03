"""People at their folders: they know the root and the folders' names, and fill, move and copy files."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.errors import DemoStopped
from kinerja_xl.workbook.fill import fill_lembar_kerja

LOOK = 0.05
"""Seconds between two looks at a folder."""
PATIENCE = 90.0
"""Seconds after which nobody waits any longer: three times the service's own interval."""


class Penunggu:
    """Waits for something to be seen in the folders while ``is_running`` says that the service works."""

    def __init__(self, is_running: Callable[[], bool], log: Path, patience: float = PATIENCE) -> None:
        self._is_running, self._log, self._patience = is_running, log, patience

    def wait_until(self, is_seen: Callable[[], bool], apa: str) -> None:
        """Return once ``is_seen``; DemoStopped, naming ``apa``, when the service ended or patience is over."""
        end = time.monotonic() + self._patience
        while not is_seen():
            if not self._is_running():
                raise DemoStopped(sebab="layanan berhenti sebelum waktunya", log=self._log)
            if time.monotonic() > end:
                raise DemoStopped(sebab=f"{apa} belum tampak setelah {self._patience:g} detik", log=self._log)
            time.sleep(LOOK)

    def insist(self, action: Callable[[], object], apa: str) -> None:
        """Do something with a file; where another program has it open just now (Windows), try again."""

        def is_done() -> bool:
            try:
                action()
            except PermissionError:
                return False
            return True

        self.wait_until(is_done, apa)


class Pegawai:
    """Somebody at a desk: ``meja`` is the role's folder relative to the root."""

    def __init__(self, akar: Path, meja: str, penunggu: Penunggu) -> None:
        self._akar, self.meja, self._penunggu = akar, akar / meja, penunggu

    def find(self, awal: str) -> Path:
        """Wait for the file in Masuk whose name begins like this, and return it."""
        inbox = self.meja / "Masuk"
        self._penunggu.wait_until(lambda: any(inbox.glob(f"{awal}*.xlsx")), f"{awal} di {inbox}")
        return next(inbox.glob(f"{awal}*.xlsx"))

    def fill(self, path: Path, isian: Mapping[Kunci, NilaiSel], catatan: str | None = None) -> None:
        """Fill cells of a worksheet and save it where it lies."""
        data = fill_lembar_kerja(path.read_bytes(), isian, catatan)
        self._penunggu.insist(lambda: path.write_bytes(data), f"izin menyimpan {path.name}")

    def move(self, path: Path, folder: str) -> Path:
        """Move a file into one of the role's folders and return its new place."""
        target = self.meja / folder / path.name
        self._penunggu.insist(lambda: path.replace(target), f"izin memindahkan {path.name}")
        return target

    def put(self, folder: str, nama: str, data: bytes) -> Path:
        """Put a file of one's own into one of the role's folders and return its place."""
        target = self.meja / folder / nama
        target.write_bytes(data)
        return target

    def keep_evidence(self, folder_bukti: str, kode: str, nama: str, data: bytes) -> None:
        """Put an evidence file into the folder of its indicator."""
        folder = next((self._akar / folder_bukti).glob(f"{kode} *"))
        (folder / nama).write_bytes(data)

    def copy(self, path: Path, nama: str) -> Path:
        """Copy a file beside itself under another name and return the copy."""
        return Path(shutil.copyfile(path, path.with_name(nama)))
