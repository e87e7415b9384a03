"""People at their folders: they know the root and the folders' names, and fill, move and copy files."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.errors import DemoStopped
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja

LOOK = 0.02
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

    def find(self, nama: str) -> Path:
        """Wait for a file in Masuk and return its path."""
        path = self.meja / "Masuk" / nama
        self._penunggu.wait_until(path.exists, f"{nama} di {path.parent}")
        return path

    def fill(self, path: Path, isian: Mapping[Kunci, NilaiSel], catatan: str | None = None) -> None:
        """Fill cells of a worksheet and save it where it lies."""
        data = fill_lembar_kerja(path.read_bytes(), isian, catatan)
        self._penunggu.insist(lambda: path.write_bytes(data), f"izin menyimpan {path.name}")

    def move(self, path: Path, folder: str) -> Path:
        """Move a file into one of the role's folders and return its new place."""
        target = self.meja / folder / path.name
        self._penunggu.insist(lambda: path.replace(target), f"izin memindahkan {path.name}")
        return target

    def copy(self, path: Path, tujuan: str) -> Path:
        """Copy a file to a place below the role's folder, such as ``Kirim/name (1).xlsx``, and return the copy."""
        return Path(shutil.copyfile(path, self.meja / tujuan))

    def put(self, folder: str, nama: str, data: bytes) -> Path:
        """Put a file of one's own into one of the role's folders and return its place."""
        target = self.meja / folder / nama
        target.write_bytes(data)
        return target

    def open(self, jalur: str, nama: str) -> None:
        """Open a workbook below the role's folder, as Excel shows it to others: an owner file with one's name."""
        shown = nama.encode("cp1252")
        _owner(self.meja / jalur).write_bytes(bytes([len(shown)]) + shown.ljust(54))

    def close(self, jalur: str) -> None:
        """Save an open workbook once more and close it: the owner file goes."""
        path = self.meja / jalur
        path.write_bytes(path.read_bytes())
        _owner(path).unlink()

    def keep_evidence(self, folder_bukti: str, kode: str, nama: str, data: bytes) -> None:
        """Put an evidence file into the folder of its indicator."""
        folder = next((self._akar / folder_bukti).glob(f"{kode} *"))
        (folder / nama).write_bytes(data)


def _owner(path: Path) -> Path:
    return path.with_name(f"~${path.name}")
