"""A pass over an office of 10,000 worksheets against looking at them, its memory, and 2,000 files dropped at once.

    PYTHONPATH=tests/faults python benchmarks/scale.py [--worksheets 10000] [--drops 2000]

The office is the sample after a quarter; its finished berkas stands in the ledger again and again as one of a quarter
before, with all its events and each of its archived versions as a file, as in an office after very many years. What is
timed is a pass of the running service in which nobody has done anything, against one scandir and stat of the same tree
in the same run: the target is three times that, and less than 150 MB. Then files are dropped into one folder, and each
must be answered.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kuartal import BIDANG, KABID, TAHAP, found_small_office, serve_until_quiet

from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.kantor.laporan.year_papers import TAHUNAN_FINAL
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.serve import Server
from kinerja_xl.routing.ledger.ledger import Ledger

MOST_RATIO, MOST_MEMORY = 3.0, 150


def build(place: Path, worksheets: int) -> int:
    """Play one quarter, then repeat its berkas until the tree holds so many worksheets; return how many it holds."""
    found_small_office(place)
    for tahap in TAHAP:
        tahap.lakukan(place / "akar")
        serve_until_quiet(place, tahap.jam)
    archived = [path for path in sorted((place / "akar" / "Arsip" / "2026" / "TW I" / BIDANG).iterdir())
                if path.suffix == ".xlsx"]
    with contextlib.closing(Ledger(place / "data" / "jejak.sqlite3")) as ledger:
        own = [event for event in ledger.events() if event.berkas or event.jenis is JenisPeristiwa.DOKUMEN]
        held, periode = count(place / "akar"), Periode(2025, 1)
        while held < worksheets:
            first = ledger.head[0] + 1
            numbers = {event.nomor: first + n for n, event in enumerate(own)}
            ledger.append([of_quarter(event, periode, numbers) for event in own])
            folder = place / "akar" / "Arsip" / str(periode.tahun) / f"TW {periode.romawi}" / BIDANG
            folder.mkdir(parents=True)
            for path in archived:
                os.link(path, folder / path.name.replace("TW I 2026", periode.label))
            held += len(archived)
            if periode.triwulan == 4:
                report = {"dokumen": TAHUNAN_FINAL, "untuk": str(periode.tahun), "nama": "x.docx", "sha256": "0" * 64}
                jam, closed = TAHAP[-1].jam, {"tahun": periode.tahun}
                ledger.append([Peristiwa(JenisPeristiwa.DOKUMEN, jam, None, report),
                               Peristiwa(JenisPeristiwa.TUTUP_TAHUN, jam, None, closed)])
            periode = Periode(periode.tahun - (periode.triwulan == 4), periode.triwulan % 4 + 1)
    return count(place / "akar")


def of_quarter(event: Peristiwa, periode: Periode, numbers: Mapping[object, int]) -> Peristiwa:
    """The same event of another quarter, written at the time of the last one; what it refers to is a row of its own."""
    isi = {key: in_quarter(value, periode) if isinstance(value, str) else value for key, value in event.isi.items()}
    isi |= {"tahun": periode.tahun, "triwulan": periode.triwulan} if "triwulan" in isi else {}
    isi |= {"untuk": numbers[isi["untuk"]]} if isi.get("untuk") in numbers else {}
    return replace(event, berkas=event.berkas and in_quarter(event.berkas, periode), isi=isi, waktu=TAHAP[-1].jam)


def in_quarter(text: str, periode: Periode) -> str:
    there = {"2026-TW1": f"{periode.tahun}-TW{periode.triwulan}", "TW I 2026": periode.label,
             "2026/TW I": f"{periode.tahun}/TW {periode.romawi}"}
    for here, said in there.items():
        text = text.replace(here, said)
    return text


def count(akar: Path) -> int:
    return sum(path.suffix == ".xlsx" for path in akar.rglob("*"))


def look(folder: str) -> int:
    """One scandir and stat of a whole tree."""
    seen = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            entry.stat(follow_symlinks=False)
            seen += look(entry.path) if entry.is_dir(follow_symlinks=False) else 1
    return seen


def best(call: Callable[[], object], times: int) -> float:
    """The median milliseconds of a call."""
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        spent.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spent)


def serve(place: Path, drops: int) -> int:
    """What the measured process does: serve the big office, and answer what is dropped; 0 where the targets are met."""
    jam = TAHAP[-1].jam + timedelta(days=1)
    with contextlib.closing(Kantor(place / "akar", place / "data", lambda: jam, tenang=0)) as kantor:
        server = Server(kantor, None)
        while server.run_pass().worked:
            pass
        ours, floor = best(server.run_pass, 9), best(lambda: look(str(place / "akar")), 9)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"a pass            {ours:7.1f} ms\nscandir and stat  {floor:7.1f} ms")
        print(f"ratio {ours / floor:.2f} (target: at most {MOST_RATIO:.0f})")
        print(f"memory {memory} MB (target: below {MOST_MEMORY})")
        answered, spent = drop(kantor, server, place / "akar", drops)
    print(f"{answered} of {drops} files dropped at once were answered, in {spent:.0f} s")
    return int(ours / floor > MOST_RATIO or memory >= MOST_MEMORY or answered != drops)


def drop(kantor: Kantor, server: Server, akar: Path, drops: int) -> tuple[int, float]:
    """Drop files and serve until nothing is left; return how many lie in Ditahan, whole and with their reason."""
    for number in range(drops):
        (akar / KABID / "Kirim" / f"surat {number:04}.xlsx").write_bytes(f"surat nomor {number}".encode())
    begun, before = time.perf_counter(), len(kantor.daftar_peristiwa)
    while server.run_pass().worked:
        pass
    held = akar / KABID / "Ditahan"
    whole = sum((held / f"surat {number:04}.xlsx").read_bytes() == f"surat nomor {number}".encode()
                and (held / f"surat {number:04}.xlsx.ALASAN.txt").is_file() for number in range(drops))
    assert len(kantor.daftar_peristiwa) - before == whole, "something was held twice"
    return whole, time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--worksheets", type=int, default=10_000)
    parser.add_argument("--drops", type=int, default=2_000)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.place:
        return serve(asked.place, asked.drops)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{build(Path(folder) / 'kantor', asked.worksheets)} worksheets in the tree")
        return subprocess.run([sys.executable, __file__, "--place", str(Path(folder) / "kantor"), "--drops",
                               str(asked.drops)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
