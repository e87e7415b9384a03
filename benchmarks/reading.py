"""Reading and checking one filled worksheet beside the floor and two peers reading the same file, in one run.

    python benchmarks/reading.py [--runs 30] [FILE.xlsx]

Prints the median milliseconds of each and its ratios; the target is at most 6 times calamine. What is timed is what
``kinerja periksa`` does with a file: the limits before parsing, the worksheet by key, the scale and policy of its
office, and every check of the step. Calamine and openpyxl read the values of all its sheets; the floor is to unpack
every part and to let expat go through it, with nothing done about what it finds. Without FILE the worksheet of the
sample office is used, filled in full; the checks must find it acceptable.
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from xml.parsers import expat

import openpyxl
from python_calamine import CalamineWorkbook

from kinerja_xl.domain.catatan import menolak
from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN
from kinerja_xl.kantor.checking import check_data
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

TARGET = 6


def sample(place: Path) -> bytes:
    """The worksheet of one bidang at the step of the Analis' data, filled in full."""
    clock = ["--data", str(place / "data"), "--sekarang", "2026-04-10T08:00"]
    for command in (["mulai", str(place / "akar"), "--contoh", "--tahun", "2026"],
                    ["terbitkan", str(place / "akar"), "--tahun", "2026", "--triwulan", "1"]):
        subprocess.run([sys.executable, "-m", "kinerja_xl", *command, *clock], check=True, capture_output=True)
    (path,) = (place / "akar" / "LINJAMSOS" / "Kabid" / "Masuk").glob("*.xlsx")
    data = path.read_bytes()
    lk = read_lembar_kerja(data, path.name)
    isian: dict[Kunci, NilaiSel] = {}
    for kode in lk.baris(INDIKATOR):
        isian[Kunci(INDIKATOR, kode, "realisasi_tw1")] = Decimal(90)
        isian[Kunci(INDIKATOR, kode, "keterangan_tw1")] = "Data diambil dari laporan bulanan."
    for kode in lk.baris(SUBKEGIATAN):
        isian |= {Kunci(SUBKEGIATAN, kode, "realisasi_k_tw1"): Decimal(5),
                  Kunci(SUBKEGIATAN, kode, "realisasi_rp_sd_tw1"): Decimal(1_000_000)}
    return fill_lembar_kerja(data, isian)


def timed(function: Callable[[bytes], None], data: bytes) -> float:
    begun = time.process_time()
    function(data)
    return (time.process_time() - begun) * 1000


def ours(data: bytes) -> None:
    _, found = check_data(data, "Lembar Kerja.xlsx")
    assert not menolak(found), [c for c in found if c.menolak]


def floor(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
    assert len(parts) > 10
    for part in parts:
        parser = expat.ParserCreate()
        parser.Parse(part, True)
        assert parser.CurrentByteIndex == len(part)


def calamine(data: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert sum(len(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names) > 10


def by_openpyxl(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert sum(value is not None for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)
               for value in row) > 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("file", nargs="?", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = arguments.file.read_bytes() if arguments.file else sample(Path(folder))
    runs = [[timed(one, data) for one in (ours, calamine, floor, by_openpyxl)] for _ in range(arguments.runs)]
    mine, theirs, least, most = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"reading and checking one worksheet median {mine:6.1f} ms")
    print(f"calamine reads the same file       median {theirs:6.1f} ms, ratio {mine / theirs:.2f} "
          f"(target: at most {TARGET})")
    print(f"unzip and expat, nothing else      median {least:6.1f} ms, ratio {mine / least:.2f}")
    print(f"openpyxl reads the same file       median {most:6.1f} ms, ratio {mine / most:.2f}")
    sys.exit(mine / theirs > TARGET)


if __name__ == "__main__":
    main()
