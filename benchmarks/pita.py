"""A press of Periksa Isian against importing xlwings, in one run, with LibreOffice running.

    python benchmarks/pita.py [--runs 15]

What is timed from outside is ``kinerja pita periksa`` as its own process, started as the toolbar's launcher starts it:
a worksheet of 60 indicators that is open and has two planted mistakes is read from the screen, judged (also against the
archive), and its Catatan Perbaikan written. Beside each press ``python -c "import xlwings"`` is timed. After each press
the two catatan are asserted on the sheet. Prints both medians and their ratio; the targets are at most 3 times, and at
most 0.5 s. Needs LibreOffice (soffice); it runs headless, so that nobody has to close the message.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

import kinerja_xl
from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.engines.calc import NotConnected, connect
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

INDIKATOR = 60
LEMBAR = "Lembar Kerja PFM TW I 2026.xlsx"
PLANTED = {Kunci("indikator", "PFM-07", "realisasi_tw1"): "dua puluh",
           Kunci("indikator", "PFM-31", "realisasi_tw1"): "lihat lampiran"}
MOST, TIMES = 0.5, 3.0
PATIENCE = 60.0


def kinerja(*arguments: str | Path) -> None:
    """Run the command line."""
    subprocess.run([sys.executable, "-m", "kinerja_xl", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def make_office(place: Path) -> Path:
    """Make an office whose bidang PFM has 60 indicators, carry TW I to the Analis; return the worksheet, filled."""
    akar = place / "akar"
    data = ("--data", place / "data", "--sekarang")
    kinerja("mulai", akar, "--contoh", "--tahun", "2026", *data, "2026-04-01T08:00")
    hand_in_plan(akar)
    kinerja("layani", akar, "--sekali", "--tenang", "0", *data, "2026-04-02T08:00")
    kinerja("layani", akar, "--sekali", "--tenang", "0", *data, "2026-04-10T08:00")
    for minute, role in enumerate(("Kabid", "Kasubid"), 1):
        shutil.move(akar / "PFM" / role / "Masuk" / LEMBAR, akar / "PFM" / role / "Kirim" / LEMBAR)
        kinerja("layani", akar, "--sekali", "--tenang", "0", *data, f"2026-04-10T08:0{minute}")
    path = akar / "PFM" / "Analis" / "Masuk" / LEMBAR
    sheet = read_lembar_kerja(path.read_bytes(), LEMBAR)
    assert len(sheet.baris("indikator")) == INDIKATOR
    path.write_bytes(fill_lembar_kerja(path.read_bytes(), {**complete(path), **PLANTED}, None))
    return path


def hand_in_plan(akar: Path) -> None:
    """Put a plan into Perencanaan/Masuk that has 60 indicators for PFM."""
    name = "Rencana Aksi 2026.xlsx"
    book = openpyxl.load_workbook(akar / "Perencanaan" / name)
    sheet = book["Indikator"]
    rows = {row[3].value: row for row in sheet.iter_rows(min_row=16) if row[3].value}
    model, last = rows["PFM-02"], max(row[0].row for row in rows.values())
    for number in range(3, INDIKATOR + 1):
        for cell in model:
            sheet.cell(last + number - 2, cell.column).value = cell.value
        for column, value in ((1, last + number), (4, f"PFM-{number:02}"), (5, f"Jumlah keluarga binaan ke-{number}")):
            sheet.cell(last + number - 2, column).value = value
    book.save(akar / "Perencanaan" / "Masuk" / name)


def complete(path: Path) -> dict[Kunci, NilaiSel]:
    """What this worksheet needs so that no catatan remains: each figure as planned, with its evidence."""
    sheet = read_lembar_kerja(path.read_bytes(), LEMBAR)
    values: dict[Kunci, NilaiSel] = {}
    for kode in sheet.baris("indikator"):
        values[Kunci("indikator", kode, "realisasi_tw1")] = Decimal(85 if kode == "PFM-01" else 10)
        values[Kunci("bukti", f"{kode}|bukti|laporan.pdf", "bukti")] = True
    for kode in sheet.baris("subkegiatan"):
        values[Kunci("subkegiatan", kode, "realisasi_rp_sd_tw1")] = Decimal(1000)
        values[Kunci("subkegiatan", kode, "realisasi_k_tw1")] = sheet.value("subkegiatan", kode, "target_tw")
    return values


@contextmanager
def calc(place: Path) -> Iterator[tuple[str, Any]]:
    """A LibreOffice without windows: the name of its pipe, and its app."""
    pipe, program = f"kinerja-uji-{uuid.uuid4().hex}", shutil.which("soffice")
    assert program, "LibreOffice (soffice) is not installed"
    process = subprocess.Popen(
        [program, "--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;",
         f"-env:UserInstallation={(place / 'profil').as_uri()}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        start_new_session=True)
    try:
        app = connected(pipe)
        yield pipe, app
        app.quit()
        process.wait(PATIENCE)
    finally:  # whatever happened, none is left running: the script's own child with it
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def connected(pipe: str) -> Any:
    """The app of the LibreOffice at a pipe, once it listens."""
    begun = time.monotonic()
    while True:
        try:
            engine = connect(pipe)
        except NotConnected:
            assert time.monotonic() < begun + PATIENCE, "LibreOffice does not listen"
            time.sleep(0.1)
        else:
            return engine.apps[engine.apps.keys()[0]]


def timed(command: Sequence[str], wanted: int, **environment: str) -> float:
    """Return the seconds a command takes; it ends with the code that is wanted."""
    begun = time.perf_counter()
    done = subprocess.run(command, env={**os.environ, **environment}, check=False)
    spent = time.perf_counter() - begun
    assert done.returncode == wanted, f"{command} ended with {done.returncode}"
    return spent


def found(book: Any) -> set[tuple[str, str]]:
    """What stands on Catatan Perbaikan, code and cell; it is taken off for the next press."""
    rows = book.names["catatan_baris"].refers_to_range
    listed = {(str(row[4]), f"{row[1]}!{row[2]}") for row in rows.options(ndim=2).value if row[4]}
    rows.clear_contents()
    return listed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    ours, peer = [], []
    compileall.compile_dir(Path(kinerja_xl.__file__).parent, quiet=1)  # as pip does when it installs
    with tempfile.TemporaryDirectory() as folder:
        path = make_office(Path(folder))
        letak = read_lembar_kerja(path.read_bytes(), LEMBAR).letak
        wanted = {("C101", f"{letak[kunci].lembar}!{letak[kunci].sel}") for kunci in PLANTED}
        with calc(Path(folder)) as (pipe, app):
            book = app.books.open(path)
            press = [sys.executable, "-I", "-B", "-m", "kinerja_xl", "pita", "periksa", f"--wb={path}"]
            for _ in range(runs):
                peer.append(timed([sys.executable, "-c", "import xlwings"], 0))
                ours.append(timed(press, 1, KINERJA_PIPE=pipe, KINERJA_DOC_UID=book.impl.api.RuntimeUID))
                listed = found(book)
                assert listed == wanted, listed
    seconds, ratio = statistics.median(ours), statistics.median(ours) / statistics.median(peer)
    print(f"kinerja pita periksa         median {seconds:.3f} s  of {min(ours):.3f} to {max(ours):.3f}")
    print(f"python -c 'import xlwings'   median {statistics.median(peer):.3f} s  of {min(peer):.3f} to {max(peer):.3f}")
    print(f"ratio {ratio:.2f} (targets: at most {TIMES:g} times, at most {MOST} s)")
    sys.exit(ratio > TIMES or seconds > MOST)


if __name__ == "__main__":
    main()
