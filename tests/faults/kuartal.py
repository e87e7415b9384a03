"""A whole quarter of one bidang, stage by stage: what people do in the folders, and the service's answer to it.

Every stage starts from the snapshot that the one before left, so that any of them can be played again and again.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import pickle
import pkgutil
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from unittest import mock

from kinerja_xl import kantor as kantor_room
from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.kantor import found
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.reader import reading, reading_process
from kinerja_xl.kantor.serve import Server
from kinerja_xl.kantor.start import prove_ledger
from kinerja_xl.routing import custody, lease
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.service import Bell, PassResult, serve
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

BIDANG = "LINJAMSOS"
LEDGER = "jejak.sqlite3"
LEMBAR = f"Lembar Kerja {BIDANG} TW I 2026.xlsx"
KABID, KASUBID, ANALIS = (f"{BIDANG}/{peran}" for peran in ("Kabid", "Kasubid", "Analis"))
WITA = timezone(timedelta(hours=8))
MOST_PASSES = 12
"""A service that is not at rest after so many passes never will be."""


@dataclass(frozen=True)
class Tahap:
    """One stage: what people do below the root, and the office clock of the service's look afterwards.

    Of what several people do at once, one may be served later: a file that cannot be taken keeps no other waiting.
    """

    nama: str
    bagian: tuple[Callable[[Path], None], ...]
    jam: datetime

    def lakukan(self, akar: Path) -> None:
        """Do all of it at once."""
        for lakukan in self.bagian:
            lakukan(akar)


def _jam(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 4, day, hour, minute, tzinfo=WITA)


# what people do


def nothing(_akar: Path) -> None:
    """Nobody does anything: the day has come."""


def move(role: str, folder: str) -> Callable[[Path], None]:
    """Move the worksheet from a role's Masuk into one of its folders."""
    return lambda akar: (akar / role / "Masuk" / LEMBAR).replace(akar / role / folder / LEMBAR) and None


def filled(role: str, folder: str, catatan: str | None = None, *, whole: bool = True) -> Callable[[Path], None]:
    """Fill the worksheet in a role's Masuk, and move it."""

    def fill(akar: Path) -> None:
        path = akar / role / "Masuk" / LEMBAR
        data = path.read_bytes()
        path.write_bytes(fill_lembar_kerja(data, good_values(data) if whole else {}, catatan))
        move(role, folder)(akar)

    return fill


def good_values(data: bytes) -> Mapping[Kunci, NilaiSel]:
    """Values that a worksheet is complete with."""
    sheet = read_lembar_kerja(data, LEMBAR)
    values: dict[Kunci, NilaiSel] = {}
    for kode in sheet.baris("indikator"):
        values[Kunci("indikator", kode, "realisasi_tw1")] = Decimal(20)
        values[Kunci("indikator", kode, "keterangan_tw1")] = "Sesuai data bidang."
    for kode in sheet.baris("subkegiatan"):
        values[Kunci("subkegiatan", kode, "realisasi_rp_sd_tw1")] = Decimal(1000)
        values[Kunci("subkegiatan", kode, "realisasi_k_tw1")] = Decimal(1)
    return values


def take_back(akar: Path) -> None:
    """Put the copy of what was sent back into Masuk."""
    shutil.copyfile(akar / KASUBID / "Terkirim" / f"{LEMBAR.removesuffix('.xlsx')} (3).xlsx",
                    akar / KASUBID / "Masuk" / LEMBAR)


def put_rivals(akar: Path) -> None:
    """Two different worksheets at once."""
    path = akar / KABID / "Masuk" / LEMBAR
    data = path.read_bytes()
    kunci = next(iter(good_values(data)))
    (akar / KABID / "Setujui" / "FIX.xlsx").write_bytes(fill_lembar_kerja(data, {kunci: Decimal(21)}, None))
    (akar / KABID / "Setujui" / "revisi FINAL.xlsx").write_bytes(fill_lembar_kerja(data, {kunci: Decimal(22)}, None))


def put_letter(akar: Path) -> None:
    """A PDF under a worksheet's name."""
    (akar / KABID / "Kirim" / "surat.xlsx").write_bytes(b"%PDF-1.7 surat")


def file_scan(akar: Path) -> None:
    """A signed paper, scanned, under the code of the last act."""
    acts = [line.split('"rantai":"')[1][:8].upper() for line in
            (akar / "Arsip" / "Jejak" / "2026.jsonl").read_text().splitlines() if '"jenis":"tindakan"' in line]
    kode = acts[-1]
    (akar / BIDANG / "Bertanda Tangan" / f"{kode[:4]}-{kode[4:]} disposisi.pdf").write_bytes(b"%PDF-1.7 x\n%%EOF\n")


TAHAP = (
    Tahap("terbit", (nothing,), _jam(10, 8)),
    Tahap("1 tugaskan", (move(KABID, "Kirim"),), _jam(10, 8, 10)),
    Tahap("2 perintahkan", (move(KASUBID, "Kirim"),), _jam(10, 8, 20)),
    Tahap("3 bahan belum lengkap", (filled(ANALIS, "Kirim", whole=False),), _jam(10, 9)),
    Tahap("3 serahkan bahan", (filled(ANALIS, "Kirim"),), _jam(10, 10)),
    Tahap("kembalikan bahan", (filled(KASUBID, "Kembalikan", "Periksa lagi angkanya."),), _jam(10, 11)),
    Tahap("3 serahkan bahan lagi", (move(ANALIS, "Kirim"),), _jam(10, 13)),
    Tahap("4 ajukan laporan", (move(KASUBID, "Kirim"),), _jam(10, 14)),
    Tahap("tarik kembali", (take_back,), _jam(10, 14, 10)),
    Tahap("4 ajukan laporan lagi", (move(KASUBID, "Kirim"),), _jam(10, 14, 20)),
    Tahap("5 kembalikan", (filled(KABID, "Kembalikan", "Faktor penghambat belum jelas."),), _jam(10, 15)),
    Tahap("4 ajukan perbaikan", (move(KASUBID, "Kirim"),), _jam(13, 8)),
    Tahap("dua rival dan sebuah PDF", (put_rivals, put_letter), _jam(13, 8, 30)),
    Tahap("5 setujui", (move(KABID, "Setujui"),), _jam(13, 9)),
    Tahap("pindaian", (file_scan,), _jam(13, 10)),
    Tahap("5 serahkan ke perencanaan", (move(KASUBID, "Kirim"),), _jam(13, 11)),
    Tahap("6 rekomendasikan", (move("Perencanaan", "Rekomendasikan"),), _jam(14, 9)),
)


# the office


def small_settings(tahun: int) -> Pengaturan:
    """The sample office with one bidang."""
    whole = contoh_pengaturan(tahun)
    return replace(whole, daftar_bidang=tuple(b for b in whole.daftar_bidang if b.singkatan == BIDANG),
                   daftar_pejabat=tuple(p for p in whole.daftar_pejabat if p.bidang in (None, BIDANG)))


def small_plan(tahun: int) -> RencanaAksi:
    """The part of the sample plan that one bidang has."""
    return contoh_rencana(tahun).of_unit(BIDANG, None)


def found_small_office(place: Path) -> None:
    """Make an office of one bidang: ``akar`` and ``data`` below ``place``."""
    with mock.patch.object(found, "contoh_pengaturan", small_settings), \
            mock.patch.object(found, "contoh_rencana", small_plan), always_the_same_ids():
        found.found_office(place / "akar", lambda _id: place / "data", tahun=2026, contoh=True, sekarang=_jam(10, 7),
                           tiruan=True)


@contextlib.contextmanager
def always_the_same_ids() -> Iterator[None]:
    """Let what is drawn by lot be the same in each run, so that runs can be compared."""
    with mock.patch.object(found, "new_office_id", return_value="00c0ffee00c0ffee"), \
            mock.patch.object(custody, "new_office_id", return_value="0123456789abcdef"):
        yield


class ReadHere:
    """Reads in this process: what is under test here is the disk, and a process for each run would only cost time."""

    def ask(self, question: bytes) -> bytes:
        """Answer as the reading process does."""
        return reading_process.answer(question)


@contextlib.contextmanager
def reading_here() -> Iterator[None]:
    """Let files be read without a process of their own, and each content be read and written once.

    What the pure rooms say of the same values never changes, and is not what is under test: the disk and the ledger
    are. Who has played a stage knows what it reads and writes; where ``ANEW`` says so it is all made anew, so that a
    paper which is another one when made again shows as a difference.
    """
    with contextlib.ExitStack() as patches:
        patches.enter_context(mock.patch.object(reading, "READER", ReadHere()))
        for place, name in _pure_functions():
            patches.enter_context(mock.patch.object(place, name, remembered(getattr(place, name))))
        yield


def _pure_functions() -> Iterator[tuple[ModuleType, str]]:
    """Where ``kantor`` has taken in a function that reads or writes a worksheet, a book or a paper."""
    for info in pkgutil.walk_packages(kantor_room.__path__, f"{kantor_room.__name__}."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            if getattr(value, "__module__", "").startswith(_PURE) and name.startswith(_WORDS):
                yield module, name


_PURE = ("kinerja_xl.reports.", "kinerja_xl.workbook.", "kinerja_xl.routing.limits.preflight")
_WORDS = ("read_", "write_", "update_", "preflight")
ANEW = threading.Event()
"""Nothing is remembered while it is set."""


def remembered(make: Callable[..., object]) -> Callable[..., object]:
    """Return the same pure function, which remembers what it has said of the same values."""
    known: dict[bytes, object] = {}

    def look_up(*arguments: object, **named: object) -> object:
        key = hashlib.sha256(pickle.dumps((arguments, named))).digest()
        if key not in known or ANEW.is_set():
            known[key] = make(*arguments, **named)
        return known[key]

    return look_up


Fault = Callable[[str, Path], None]


@contextlib.contextmanager
def faulty(fault: Fault) -> Iterator[None]:
    """Let every disk and ledger operation, from the first of opening the office on, pass ``fault``."""
    with mock.patch.object(Disk, "_meet", lambda _self, operation, path: fault(operation, path)), \
            mock.patch.object(Ledger, "_meet", lambda self, operation: fault(operation, self.path)):
        yield


def serve_until_quiet(place: Path, jam: datetime) -> None:
    """Run the service as it runs for ever: a pass that fails is told and the next one comes; until nothing is left."""
    failures: list[Exception] = []
    for _ in range(MOST_PASSES):
        try:
            prove_ledger(place / "akar", place / "data")
            with closing(Kantor(place / "akar", place / "data", lambda: jam, tenang=0)) as kantor:
                _run(kantor, failures)
                return
        except Exception as error:  # could not even open its office: it is started again
            failures.append(error)
    raise AssertionError(f"never at rest: {failures}")


def _run(kantor: Kantor, failures: list[Exception]) -> None:
    server, bell, passes = Server(kantor, None), Bell(), [0]

    def run_pass() -> PassResult:
        passes[0] += 1
        if passes[0] > MOST_PASSES:
            raise SystemExit(f"never at rest: {failures} {server.gangguan}")
        result = server.run_pass()
        if not (result.worked or server.gangguan or kantor.custody.problems):
            bell.stopped.set()
        return result

    serve(run_pass, bell, failures.append, interval=0.0)


# what an office holds


def state_of(place: Path) -> dict[str, str]:
    """Everything an office holds, by name: each file of the tree, each content of the store, each row of the ledger."""
    held = {path.relative_to(place).as_posix(): _content(path) for path in sorted(place.rglob("*"))
            if not path.name.startswith(LEDGER)}
    for ledger in (place / "data" / LEDGER, place / "data" / "cadangan" / LEDGER):
        held |= {f"{ledger.parent.name} {name}": row for name, row in _rows(ledger)}
    for name in ("perhatian", "papan", "berkas layanan", "isian"):  # a backup is made for events: what was told and
        held.pop(f"cadangan meta {name}", None)  # measured then is of that moment
    return held


def _content(path: Path) -> str:
    if path.is_dir():
        return "folder"
    data = path.read_bytes()
    if path.name == lease.NAME:
        # it names the root by its inode, another one in each copy, and a share that fails just then is not told that
        # the service has stopped
        data = re.sub(rb"akar: [0-9]+|keadaan: \w+", b"", data)
    return hashlib.sha256(data).hexdigest()


def _rows(ledger: Path) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(ledger)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for table in ("peristiwa", "langkah", "meta"):
            yield from ((f"{table} {row[0]}", repr(row)) for row in db.execute(f"SELECT * FROM {table}")
                        if row[1:] not in (("[]",), ("{}",)))  # no notices now, or never any: both are none


def differences(expected: Mapping[str, str], got: Mapping[str, str]) -> tuple[str, ...]:
    """What is lost, what is there twice or too much, and what differs."""
    return (*(f"lost: {name}" for name in expected if name not in got),
            *(f"too much: {name}" for name in got if name not in expected),
            *(f"differs: {name}" for name in expected if name in got and got[name] != expected[name]))
