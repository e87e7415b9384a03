"""The demo year, and each document of its office against opening and saving that document with python-docx, in one run.

    python benchmarks/setahun.py [--runs 5]

The demo is ``kinerja demo`` as its own process (target: under 60 s). A document is made as the command makes it, from
the archive and the ledger of that office; what comes out is opened, and has paragraphs of text. The peer opens and
saves the very same document.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import docx

JENIS = (("disposisi", "--triwulan", "1", "--langkah", "1"), ("bahan", "--triwulan", "1"),
         ("data-kinerja", "--triwulan", "1"), ("triwulan", "--triwulan", "1"), ("e81", "--triwulan", "1"),
         ("pengantar", "--triwulan", "1"), ("tahunan",))
NOW = "2027-01-15T09:00"
DEMO_S = 60
PER_UNIT = frozenset({"disposisi", "bahan", "data-kinerja"})


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of one call."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def make(jenis: Sequence[str], akar: Path, data: Path, place: Path) -> None:
    """Make the documents of one kind in a folder, in this process."""
    from kinerja_xl.faces.cli import run

    unit = ("--bidang", "LINJAMSOS") if jenis[0] in PER_UNIT else ()
    words = ["laporan", *jenis[1:], *unit, "--tahun", "2026", "-o", str(place), "--data", str(data), "--sekarang", NOW]
    assert run([*words, "--", jenis[0], str(akar)]) == 0, jenis


def save_again(content: bytes) -> None:
    """What the peer does with a document."""
    docx.Document(io.BytesIO(content)).save(io.BytesIO())


def documents(akar: Path, data: Path, runs: int) -> None:
    """Print a row per kind of document."""
    for jenis in JENIS:
        ours, peer = [], []
        for number in range(runs + 1):
            with tempfile.TemporaryDirectory() as folder:
                place = Path(folder)
                spent = timed(lambda jenis=jenis, place=place: make(jenis, akar, data, place))
                contents = [path.read_bytes() for path in place.glob("*.docx")]
            assert contents, jenis
            assert all(len(docx.Document(io.BytesIO(one)).paragraphs) > 5 for one in contents)
            if number:  # the first loads libraries
                ours.append(spent / len(contents))
                peer.append(sum(timed(lambda one=one: save_again(one)) for one in contents) / len(contents))
        mine, other = statistics.median(ours), statistics.median(peer)
        print(f"{jenis[0]:14} {mine:8.0f} ms, {mine / other:6.1f} x python-docx ({other:.0f} ms)", flush=True)


def main() -> int:
    """Return 1 where the demo year took longer than its target."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "kinerja_xl", "demo", "--folder", f"{folder}/Kinerja", "--json"],
                              check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        spent, answer = time.perf_counter() - begun, json.loads(done.stdout)
        assert answer["dokumen"]
        print(f"demo year      {spent:8.1f} s, target under {DEMO_S} s", flush=True)
        documents(Path(folder) / "Kinerja", Path(answer["data"]), runs)
    return int(spent >= DEMO_S)


if __name__ == "__main__":
    sys.exit(main())
