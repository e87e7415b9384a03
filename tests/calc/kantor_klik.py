"""An office on a share that two accounts work on; its service is a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from akun_pemakai import AkunPemakai

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.faces.demo.layanan import JamDemo
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

SETTLING = "0.3"
PATIENCE = 75.0  # the service looks every 30 seconds where nothing wakes it
T = TypeVar("T")


class KantorKlik:
    """Use as a context manager, the service runs meanwhile; ``akar`` lies on the share.

    The service's data are its own account's; with ``akun`` they are that account's, where its commands look for them:
    who sits there sits at the service's PC.
    """

    def __init__(self, place: Path, akun: AkunPemakai | None = None) -> None:
        self._akun, self._umask = akun, 0o022 if akun else 0
        self.bagi, self.jam = place / "bagi", place / "layanan" / "jam.txt"
        self.akar = self.bagi / "Kinerja"
        self._data = [] if akun else ["--data", str(self.jam.with_name("data"))]
        self.jam.parent.mkdir(mode=0o755 if akun else 0o700)
        self.bagi.mkdir()
        self.bagi.chmod(0o777)

    def __enter__(self) -> KantorKlik:
        self._kinerja("mulai", self.akar, "--contoh", "--tahun", "2026", "--sekarang", "2026-04-10T07:30")
        self.set_clock("2026-04-10T08:00")
        self._log = (self.jam.parent / "layanan.log").open("wb")
        self._service = subprocess.Popen(
            self._command("layani", str(self.akar), *self._data, "--tenang", SETTLING, "--sekarang", f"@{self.jam}"),
            env=self._environment(), umask=self._umask, stdin=subprocess.DEVNULL, stdout=self._log,
            stderr=subprocess.STDOUT)
        try:
            self.waiting("LINJAMSOS/Kabid")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._service.terminate()
        self._service.wait(PATIENCE)
        self._log.close()

    def set_clock(self, waktu: str) -> None:
        """Let it be this moment in the office (WITA)."""
        from datetime import datetime

        JamDemo(self.jam).set(datetime.fromisoformat(waktu))

    def _kinerja(self, command: str, *words: str | Path) -> str:
        """Run a command as the service's account, with a mask that lets everybody write, as a share does."""
        done = subprocess.run(self._command(command, *map(str, words), *self._data), env=self._environment(), text=True,
                              capture_output=True, check=False, umask=self._umask)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _command(self, *words: str) -> list[str]:
        if self._akun is None:
            return [sys.executable, "-u", "-m", "kinerja_xl", *words]
        return self._akun.command(self._akun.python, "-u", "-m", "kinerja_xl", *words)

    def _environment(self) -> Mapping[str, str] | None:
        return self._akun.environment() if self._akun else None

    def row(self, berkas: str) -> dict[str, object]:
        """The status row of a berkas."""
        out = self._kinerja("status", self.akar, "--json", "--sekarang", self.jam.read_text(encoding="utf-8"))
        return next(row for row in json.loads(out) if row["berkas"] == berkas)

    def waiting(self, role: str) -> Path:
        """The one worksheet in a role's Masuk, as soon as the service has brought it."""
        folder = self.akar / role / "Masuk"
        return self.wait_for(lambda: next(iter(folder.glob("Lembar Kerja*.xlsx")), None), f"a worksheet in {folder}")

    def wait_for(self, found: Callable[[], T | None], what: str) -> T:
        """What ``found`` gives as soon as it is true."""
        end = time.monotonic() + PATIENCE
        while True:
            if answer := found():
                return answer
            if time.monotonic() > end or self._service.poll() is not None:
                said = Path(self._log.name).read_text(encoding="utf-8")
                raise AssertionError(f"waited for {what}; the service said:\n{said}")
            time.sleep(0.03)

    def hand_on(self, role: str, receiver: str, folder: str = "Kirim") -> Path:
        """Move what waits for a role into a folder, as somebody without the buttons does; return where it is then."""
        path = self.waiting(role)
        path.rename(self.akar / role / folder / path.name)
        return self.waiting(receiver)

    def is_empty(self, role: str) -> bool:
        """Whether no worksheet waits for a role."""
        return not list((self.akar / role / "Masuk").glob("*.xlsx"))

    def fill(self, path: Path, isian: Mapping[Kunci, NilaiSel] | None = None) -> None:
        """Fill a worksheet that nobody has open with values that it is complete with."""
        path.write_bytes(fill_lembar_kerja(path.read_bytes(), {**good_values(path), **(isian or {})}, None))


def good_values(path: Path) -> dict[Kunci, NilaiSel]:
    """Values of TW I that a worksheet is complete with."""
    sheet = read_lembar_kerja(path.read_bytes(), path.name)
    values: dict[Kunci, NilaiSel] = {}
    for kode in sheet.baris("indikator"):
        values[Kunci("indikator", kode, "realisasi_tw1")] = Decimal(20)
        values[Kunci("indikator", kode, "keterangan_tw1")] = "Sesuai data bidang."
    for kode in sheet.baris("subkegiatan"):
        values[Kunci("subkegiatan", kode, "realisasi_rp_sd_tw1")] = Decimal(1000)
        values[Kunci("subkegiatan", kode, "realisasi_k_tw1")] = Decimal(1)
    return values
