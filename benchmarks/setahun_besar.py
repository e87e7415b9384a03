"""All reports of a year of an office with 4 and with 40 bidang: how long they take, and how that grows.

    python benchmarks/setahun_besar.py [--bidang 4 40]

The office plays its whole year first, in four quarters of seven acts, worksheets filled and moved by folder (not
timed). What is timed are the commands of Kasubag Perencanaan: four Laporan Triwulan, four Form E.81, four letters and
the Laporan Kinerja, each made from the archive. The target is that ten times the bidang cost at most twelve times the
time.
Each Laporan Triwulan and the Laporan Kinerja are opened and must name every bidang.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import docx
from kantor_besar import MOST_GROWTH, TAHUN, founded

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.faces.cli import run
from kinerja_xl.faces.jam import WITA
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.serve import serve
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

OPENED = (datetime(TAHUN, 4, 10, 8, tzinfo=WITA), datetime(TAHUN, 7, 10, 8, tzinfo=WITA),
          datetime(TAHUN, 10, 12, 8, tzinfo=WITA), datetime(TAHUN + 1, 1, 11, 8, tzinfo=WITA))
AFTER = "2027-02-01T09:00"
ACTS = (("Kabid", "Kirim"), ("Kasubid", "Kirim"), ("Analis", "Kirim"), ("Kasubid", "Kirim"), ("Kabid", "Setujui"),
        ("Kasubid", "Kirim"))


@dataclass
class Clock:
    """The office clock, moved on by hand."""

    now: datetime


def values(path: Path, triwulan: int) -> dict[Kunci, NilaiSel]:
    """Everything that a worksheet asks of the Analis in a quarter."""
    lembar, k = read_lembar_kerja(path.read_bytes(), path.name), triwulan
    isian: dict[Kunci, NilaiSel] = {}
    for kode in lembar.baris("indikator"):
        isian |= {Kunci("indikator", kode, f"realisasi_tw{k}"): Decimal(20),
                  Kunci("indikator", kode, f"keterangan_tw{k}"): "Sesuai data bidang."}
    for kode in lembar.baris("subkegiatan"):
        isian |= {Kunci("subkegiatan", kode, f"realisasi_rp_sd_tw{k}"): Decimal(1_000_000 * k),
                  Kunci("subkegiatan", kode, f"realisasi_k_tw{k}"): Decimal(5)}
    return isian


def act(kantor: Kantor, pattern: str, folder: str, bidang: int, triwulan: int) -> None:
    """Everybody of one role fills and moves his worksheet; the service takes them all in one pass."""
    moved = sorted(kantor.akar.glob(f"{pattern}/Masuk/Lembar Kerja *.xlsx"))
    assert len(moved) == bidang, (pattern, len(moved))
    for path in moved:
        if pattern.endswith("Analis"):
            path.write_bytes(fill_lembar_kerja(path.read_bytes(), values(path, triwulan), None))
        shutil.move(path, path.parents[1] / folder / path.name)
    done = serve(kantor, sekali=True, say=None).as_json()
    assert done["diterima"] == bidang, done


def play_year(place: Path, bidang: int) -> None:
    """Found the office and carry every berkas of four quarters to its end."""
    clock = Clock(OPENED[0])
    kantor = founded(place, bidang, lambda: clock.now)
    try:
        for triwulan, opened in enumerate(OPENED, 1):
            clock.now = opened
            serve(kantor, sekali=True, say=None)
            for role, folder in ACTS:
                clock.now += timedelta(minutes=30)
                act(kantor, f"*/{role}", folder, bidang, triwulan)
            act(kantor, "Perencanaan", "Rekomendasikan", bidang, triwulan)
    finally:
        kantor.close()


def report(place: Path, jenis: str, *arguments: str) -> str:
    """Make one kind of document and return its text."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["laporan", jenis, str(place / "akar"), "--tahun", str(TAHUN), *arguments, "-o", folder,
                 "--data", str(place / "data"), "--sekarang", AFTER]
        with contextlib.redirect_stdout(io.StringIO()):
            assert run(words) == 0, words
        (made,) = Path(folder).glob("*.docx")
        return "\n".join(str(text.text) for text in docx.Document(str(made)).element.body.iter(docx.oxml.ns.qn("w:t")))


def reports(place: Path, bidang: int) -> dict[str, float]:
    """Return the seconds that each kind of report takes for the whole year."""
    names = [f"Bidang B{number:03}" for number in range(bidang)]
    spent = {}
    for jenis in ("triwulan", "e81", "pengantar", "tahunan"):
        begun = time.perf_counter()
        texts = [report(place, jenis, *(("--triwulan", str(k)) if jenis != "tahunan" else ()))
                 for k in (range(1, 5) if jenis != "tahunan" else (4,))]
        spent[jenis] = time.perf_counter() - begun
        if jenis in ("triwulan", "tahunan"):
            assert all(name in text for text in texts for name in names), jenis
    return spent


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bidang", type=int, nargs="+", default=[4, 40])
    first: tuple[int, float] | None = None
    missed = False
    for bidang in parser.parse_args(arguments).bidang:
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            play_year(Path(folder), bidang)
            played = time.perf_counter() - begun
            spent = reports(Path(folder), bidang)
        total = sum(spent.values())
        kinds = ", ".join(f"{jenis} {seconds:.1f}" for jenis, seconds in spent.items())
        print(f"{bidang:3} bidang: the year played in {played:.1f} s; its 13 reports {total:.1f} s ({kinds})", end="")
        if first:
            growth, work = total / first[1], bidang / first[0]
            missed = missed or growth > MOST_GROWTH * work / 10
            print(f", {growth:.2f} x the time for {work:.0f} x the work", end="")
        print(flush=True)
        first = first or (bidang, total)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
