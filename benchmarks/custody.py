"""Custody of one waiting worksheet against opening the same file in openpyxl, in one run.

    python benchmarks/custody.py [--runs 9]

Prints the median milliseconds of both and their ratio; the target is at most 1. What is timed is ``kerja_ms`` of
``kinerja layani --sekali`` as its own process: look, stage, limits, read, compare, the two service sheets, the ledger's
commit, archive, delivery and the Terkirim copy, every fsync included. The result of each act is asserted.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

LEMBAR = "Lembar Kerja PFM TW I 2026.xlsx"


def kinerja(*arguments: str | Path) -> str:
    """Run the command line and return what it prints."""
    return subprocess.run([sys.executable, "-m", "kinerja_xl", *map(str, arguments)], check=True, text=True,
                          capture_output=True).stdout


def clocked(place: Path, minute: int) -> list[str]:
    return ["--data", str(place / "data"), "--sekarang", f"2026-04-10T08:{minute:02}"]


def take_one(place: Path, minute: int, folder: str) -> int:
    """Put the waiting worksheet of a role into Kirim, serve once, and return ``kerja_ms``."""
    shutil.move(place / "akar" / folder / "Masuk" / LEMBAR, place / "akar" / folder / "Kirim" / LEMBAR)
    done = json.loads(kinerja("layani", place / "akar", "--sekali", "--tenang", "0", "--json", *clocked(place, minute)))
    assert (done["diterima"], done["ditolak"], done["ditahan"]) == (1, 0, 0), done
    return int(done["kerja_ms"])


def open_once(path: Path) -> float:
    """Return the milliseconds openpyxl needs to open a workbook."""
    begun = time.perf_counter()
    book = openpyxl.load_workbook(path)
    spent = (time.perf_counter() - begun) * 1000
    assert len(book.sheetnames) == 6
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    ours, peer = [], []
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs):
            place = Path(folder) / str(run)
            kinerja("mulai", place / "akar", "--contoh", "--tahun", "2026", *clocked(place, 0))
            kinerja("layani", place / "akar", "--sekali", *clocked(place, 1))
            take_one(place, 2, "PFM/Kabid")
            peer.append(open_once(place / "akar" / "PFM" / "Kasubid" / "Masuk" / LEMBAR))
            ours.append(take_one(place, 3, "PFM/Kasubid"))
    print(f"kerja_ms of one worksheet    median {statistics.median(ours):6.1f}  of {sorted(ours)}")
    print(f"openpyxl opens the same file median {statistics.median(peer):6.1f}")
    ratio = statistics.median(ours) / statistics.median(peer)
    print(f"ratio {ratio:.2f} (target: at most 1)")
    sys.exit(ratio > 1)


if __name__ == "__main__":
    main()
