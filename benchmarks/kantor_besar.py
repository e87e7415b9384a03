"""Issue of many worksheets in one pass, against saving the same worksheet as often with openpyxl; 1x and 10x.

    python benchmarks/kantor_besar.py [--unit 50 500]

The office has one bidang per unit, each with two indicators and a sub kegiatan. What is timed is the service's pass
that issues TW I: worksheets made, ledger, archive and delivery, every fsync included; the number issued is asserted.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl

from kinerja_xl.domain.office import Bidang, Pengaturan
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.faces.jam import WITA
from kinerja_xl.kantor import found
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.serve import serve
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana

TAHUN = 2026
PEER_RUNS = 5
MOST_GROWTH = 12.0
TENTH = datetime(TAHUN, 4, 10, 8, tzinfo=WITA)


def big_office(units: int) -> tuple[Pengaturan, RencanaAksi]:
    """Return settings and plan of an office with that many bidang, each a copy of the sample's PFM."""
    pengaturan, rencana = contoh_pengaturan(TAHUN), contoh_rencana(TAHUN)
    names = [f"B{number:03}" for number in range(units)]
    model = [one for one in rencana.daftar_indikator if one.bidang == "PFM"]
    budget = next(one for one in rencana.daftar_subkegiatan if one.bidang == "PFM")
    indikator = [replace(one, kode=f"{name}-{place:02}", bidang=name) for name in names
                 for place, one in enumerate(model, 1)]
    subkegiatan = [replace(budget, kode=f"{budget.kode[:-4]}{number:04}", bidang=name)
                   for number, name in enumerate(names, 1)]
    people = [one for one in pengaturan.daftar_pejabat if one.bidang is None]
    posts = [one for one in pengaturan.daftar_pejabat if one.bidang == "PFM"]
    people += [replace(post, bidang=name, nama=f"{post.peran} {name}", nip=f"198001012005{1 + place:02}1{number:03}")
               for number, name in enumerate(names, 1) for place, post in enumerate(posts)]
    return (replace(pengaturan, daftar_bidang=tuple(Bidang(f"Bidang {name}", name) for name in names),
                    daftar_pejabat=tuple(people)),
            replace(rencana, daftar_indikator=tuple(indikator), daftar_subkegiatan=tuple(subkegiatan),
                    daftar_riwayat=()))


def founded(place: Path, units: int, now: Callable[[], datetime] = lambda: TENTH) -> Kantor:
    """Make the office on disk and open it by a clock, that of the day of issue where none is given."""
    pengaturan, rencana = big_office(units)
    found.contoh_pengaturan, found.contoh_rencana = lambda _: pengaturan, lambda _: rencana
    begun = datetime(TAHUN, 4, 1, 8, tzinfo=WITA)
    found.found_office(place / "akar", lambda _: place / "data", tahun=TAHUN, contoh=True, sekarang=begun, tiruan=True)
    return Kantor(place / "akar", place / "data", now, tenang=0)


def issue(units: int) -> tuple[float, bytes]:
    """Return the seconds of the pass that issues, and one of the worksheets."""
    with tempfile.TemporaryDirectory() as folder:
        kantor = founded(Path(folder), units)
        try:
            begun = time.perf_counter()
            done = serve(kantor, sekali=True, say=None)
            spent = time.perf_counter() - begun
        finally:
            kantor.close()
        made = sorted((Path(folder) / "akar").glob("*/Kabid/Masuk/*.xlsx"))
        assert (done.as_json()["diterbitkan"], len(made)) == (units, units)
        return spent, made[0].read_bytes()


def peer(content: bytes) -> float:
    """Return the seconds openpyxl needs to open and save one worksheet (median)."""
    times = []
    for _ in range(PEER_RUNS):
        begun = time.perf_counter()
        openpyxl.load_workbook(io.BytesIO(content)).save(io.BytesIO())
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 where ten times the worksheets cost more than twelve times the time, by the peer's clock.

    Minutes lie between the two: where the machine itself became slower meanwhile, so did the peer beside the second.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unit", type=int, nargs="+", default=[50, 500])
    first: tuple[int, float, float] | None = None
    missed = False
    for units in parser.parse_args(arguments).unit:
        spent, content = issue(units)
        by_peer = spent / peer(content)
        print(f"issue of {units:4} worksheets {spent:8.2f} s, {1000 * spent / units:6.1f} ms each, "
              f"{by_peer / units:5.2f} x openpyxl open and save of one", end="")
        if first:
            growth, work = by_peer / first[2], units / first[0]
            print(f", {spent / first[1]:5.2f} x the time ({growth:.2f} x by the peer's clock) for {work:.0f} x work",
                  end="")
            missed = missed or growth > MOST_GROWTH * work / 10
        print(flush=True)
        first = first or (units, spent, by_peer)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
