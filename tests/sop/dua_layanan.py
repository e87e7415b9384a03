"""Two services on one data folder, the working one killed again and again: each worksheet is handled exactly once.

    python tests/sop/dua_layanan.py [--lembar 200] [--mati 20] [--acak 1]

makes an office with so many units, starts two services, moves its worksheets into Kirim bit by bit and kills (SIGKILL)
whichever service holds the lock; the other one takes over. It prints what was counted, and ends with 1 where a
worksheet was lost, doubled or handled twice. A small one runs in the suite (test_dua_layanan.py).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.office import Bidang, SubBidang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.workbook.contoh.contoh_indikator import contoh_indikator
from kinerja_xl.workbook.plan.plan_book import make_rencana
from kinerja_xl.workbook.settings.default_office import default_pengaturan
from kinerja_xl.workbook.settings.settings_book import make_pengaturan
from kinerja_xl.workbook.templates import shipped_template

PER_BIDANG = 10  # sub bidang, each with a worksheet of its own
PATIENCE = 240.0  # seconds until the last worksheet must have been handled
JAM = "2026-04-10T08:00"


@dataclass(frozen=True)
class Hasil:
    """What became of the worksheets: how many kills hit a working service, and what is wrong, in words."""

    lembar: int
    mati: int
    diambil_alih: int
    kesalahan: tuple[str, ...]


def kinerja(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "kinerja_xl", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def make_office(place: Path, lembar: int) -> None:
    """An office below ``place`` with so many worksheets of TW I, each with its Kabid."""
    akar, clock = place / "akar", ("--data", str(place / "data"), "--sekarang", JAM)
    kinerja("mulai", akar, "--tahun", "2026", *clock)
    units = [(f"B{n // PER_BIDANG:02}", f"S{n % PER_BIDANG}") for n in range(lembar)]
    daftar_bidang = tuple(
        Bidang(f"Bidang {name}", name, tuple(SubBidang(f"Sub {sub}", sub) for bidang, sub in units if bidang == name))
        for name in dict.fromkeys(bidang for bidang, _ in units))
    pengaturan = replace(default_pengaturan(2026), daftar_bidang=daftar_bidang)
    (akar / "Perencanaan" / "Pengaturan.xlsx").write_bytes(
        make_pengaturan(shipped_template("Pengaturan.xlsx"), pengaturan))
    pattern = contoh_indikator()[0]
    rencana = RencanaAksi(2026, tuple(
        replace(pattern, kode=f"K-{bidang}-{sub}", bidang=bidang, sub_bidang=sub, digabung_dari=())
        for bidang, sub in units), (), dasar=Dasar(JenisDasar.PK, "1/PK/2026", date(2026, 1, 5)))
    (akar / "Perencanaan" / "Masuk" / "Rencana Aksi 2026.xlsx").write_bytes(
        make_rencana(shipped_template("Rencana Aksi.xlsx"), rencana, pengaturan))
    kinerja("layani", akar, "--sekali", "--tenang", "0", *clock)
    assert len(waiting(akar)) == lembar, "the office was not issued as wanted"


def waiting(akar: Path) -> list[Path]:
    """Every worksheet that lies with a Kabid."""
    return sorted(akar.glob("*/Kabid/Masuk/*.xlsx"))


def start(place: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "kinerja_xl", "layani", str(place / "akar"), "--data",
                             str(place / "data"), "--tenang", "0.1", "--sekarang", JAM],
                            stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)


def holder(data: Path, services: list[subprocess.Popen[bytes]]) -> subprocess.Popen[bytes] | None:
    """Which of the services holds the lock, as the kernel says it."""
    inode = (data / "layanan.kunci").stat().st_ino
    locks = [line.split() for line in Path("/proc/locks").read_text(encoding="ascii").splitlines()]
    pids = {int(words[4]) for words in locks if words[1] == "FLOCK" and words[5].endswith(f":{inode}")}
    return next((service for service in services if service.pid in pids), None)


def wait_until(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "the services did not come to it"
        time.sleep(0.05)


def play(place: Path, lembar: int, mati: int, acak: int) -> Hasil:
    """Make the office, play it, and return what became of it."""
    make_office(place, lembar)
    akar, data, rng = place / "akar", place / "data", random.Random(acak)
    left = waiting(akar)
    rng.shuffle(left)
    services = [start(place), start(place)]
    killed, before, taken_over = 0, 0, 0
    try:
        while killed < mati:
            for path in [left.pop() for _ in range(min(len(left), -(-lembar // mati)))]:
                shutil.move(path, path.parents[1] / "Kirim" / path.name)
            time.sleep(rng.uniform(0.3, 1.5))
            victim = holder(data, services)
            if victim is None:  # both are on their way
                continue
            victim.send_signal(signal.SIGKILL)
            victim.wait()
            killed += 1
            taken_over += before not in (0, victim.pid)
            before = victim.pid
            services = [*(service for service in services if service is not victim), start(place)]
        wait_until(lambda: not any(akar.glob("*/Kabid/Kirim/*.xlsx")))
        wait_until(lambda: handed_on(data) >= lembar)
    finally:
        for service in services:
            service.send_signal(signal.SIGTERM)
        for service in services:
            service.wait()
    kinerja("layani", akar, "--sekali", "--tenang", "0", "--data", data, "--sekarang", JAM)
    return Hasil(lembar, killed, taken_over, tuple(faults(place, lembar)))


def handed_on(data: Path) -> int:
    with closing(Ledger(data / "jejak.sqlite3")) as book:
        return sum(row.jenis.value == "tindakan" for row in book.events())


def faults(place: Path, lembar: int) -> list[str]:
    """What is wrong: rows that are not one per worksheet, files that are not one per place, temporary files left."""
    akar = place / "akar"
    rows = [json.loads(line) for line in (akar / "Arsip/Jejak/2026.jsonl").read_text(encoding="utf-8").splitlines()]
    acts = Counter(row["berkas"] for row in rows if row["jenis"] == "tindakan")
    found = [f"{berkas}: {number} kali" for berkas, number in acts.items() if number != 1]
    found += [] if len(acts) == lembar else [f"{len(acts)} of {lembar} worksheets have their row"]
    for pattern in ("*/Kasubid S?/Masuk/*.xlsx", "*/Kabid/Terkirim/*.xlsx", "Arsip/2026/*/*/*v1.xlsx",
                    "Arsip/2026/*/*/*v2.xlsx", "Arsip/2026/*/*/Disposisi*.docx"):
        number = sum(1 for _ in akar.glob(pattern))
        found += [] if number == lembar else [f"{pattern}: {number} instead of {lembar}"]
    found += [f"left over: {path}" for path in akar.rglob("*") if path.suffix == ".tmp"]
    found += [f"left over: {path}" for path in (*waiting(akar), *akar.glob("*/Kabid/Kirim/*"))]
    proof = subprocess.run([sys.executable, "-m", "kinerja_xl", "verifikasi", str(akar), "--data", str(place / "data")],
                           check=False, capture_output=True, text=True)
    return found + ([] if proof.returncode == 0 else [proof.stdout])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lembar", type=int, default=200)
    parser.add_argument("--mati", type=int, default=20)
    parser.add_argument("--acak", type=int, default=1)
    given = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        hasil = play(Path(folder), given.lembar, given.mati, given.acak)
    print(f"{hasil.lembar} worksheets, {hasil.mati} kills of the working service, {hasil.diambil_alih} of them after "
          f"the other had taken over, {len(hasil.kesalahan)} faults, {time.monotonic() - begun:.0f} s")
    for fault in hasil.kesalahan:
        print(f"  {fault}")
    return 1 if hasil.kesalahan else 0


if __name__ == "__main__":
    sys.exit(main())
