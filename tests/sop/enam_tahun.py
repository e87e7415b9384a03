"""An office served day by day over the years: every quarter is issued once on its day, every reminder given once.

``python tests/sop/enam_tahun.py [SEED]`` plays 2022 to 2027 with restarts at random and a gap of seven days each year;
nobody acts, so that every reminder comes. A sample of it runs with the tests. Whatever is expected is reckoned here,
from the weekdays and the holidays library alone.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import holidays

from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.faces.jam import WITA
from kinerja_xl.kantor.found import found_office
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.plan.handed_plan import rencana_event
from kinerja_xl.kantor.serve import Server
from kinerja_xl.routing.folders import PENGATURAN, archived_plan
from kinerja_xl.routing.service import Bell, run_once
from kinerja_xl.routing.steps import place
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.plan.plan_book import make_rencana
from kinerja_xl.workbook.settings.hari_libur import seed_hari_libur
from kinerja_xl.workbook.settings.settings_book import make_pengaturan
from kinerja_xl.workbook.templates import shipped_template

BIDANG = ("LINJAMSOS", "PFM")
LOOKS = (time(6, 30), time(9, 5), time(12, 15), time(15, 0), time(22, 0))
"""When the service looks: before opening, twice at work, in the break, at night."""
ORACLE = {  # domain facts 7.3: the 10th and the effective day
    date(2022, 1, 10): date(2022, 1, 10), date(2022, 4, 10): date(2022, 4, 11), date(2022, 7, 10): date(2022, 7, 11),
    date(2022, 10, 10): date(2022, 10, 10), date(2024, 1, 10): date(2024, 1, 10),
    date(2024, 4, 10): date(2024, 4, 16), date(2024, 7, 10): date(2024, 7, 10), date(2024, 10, 10): date(2024, 10, 10),
    date(2025, 1, 10): date(2025, 1, 10), date(2025, 4, 10): date(2025, 4, 10), date(2026, 1, 10): date(2026, 1, 12),
    date(2026, 4, 10): date(2026, 4, 10), date(2026, 7, 10): date(2026, 7, 10), date(2026, 10, 10): date(2026, 10, 12),
    date(2027, 1, 10): date(2027, 1, 11)}
_OFF = holidays.country_holidays("ID", years=range(2021, 2029), categories=("public", "government"))


# the calendar, reckoned without the program


def is_working(hari: date) -> bool:
    return hari.weekday() < 5 and hari not in _OFF


def later(hari: date, days: int) -> date:
    """So many working days later; 0 = the next one from that day on."""
    while not is_working(hari):
        hari += timedelta(days=1)
    for _ in range(days):
        hari += timedelta(days=1)
        while not is_working(hari):
            hari += timedelta(days=1)
    return hari


def earlier(hari: date, days: int) -> date:
    """So many working days before."""
    while days:
        hari -= timedelta(days=1)
        days -= is_working(hari)
    return hari


def in_hours(saat: datetime) -> bool:
    """07.30-12.00 and 13.00-16.00, on Fridays 07.30-11.30 and 13.00-16.30 (domain facts 7.1)."""
    friday = saat.weekday() == 4
    halves = ((time(7, 30), time(11, 30) if friday else time(12)), (time(13), time(16, 30) if friday else time(16)))
    return is_working(saat.date()) and any(mulai <= saat.time() < selesai for mulai, selesai in halves)


def effective(tanggal_10: date) -> date:
    return ORACLE.get(tanggal_10) or later(tanggal_10, 0)


def quarters(mulai: date, sampai: date) -> dict[str, date]:
    """The effective day of every quarter that opens in a stretch of days, by its berkas prefix."""
    found = {}
    for tahun in range(mulai.year, sampai.year + 1):
        for bulan, triwulan in ((1, 4), (4, 1), (7, 2), (10, 3)):
            day = effective(date(tahun, bulan, 10))
            if mulai <= day <= sampai:
                found[f"{tahun - (bulan == 1)}-TW{triwulan}"] = day
    return found


# the office


def make_office(place_: Path, mulai: date, sampai: date) -> Kantor:
    """Two bidang with a plan for every year from the one before the first day on."""
    first = mulai.year - 1
    akar, data = place_ / "akar", place_ / "data"
    sekarang = datetime.combine(mulai, time(6), WITA)
    found_office(akar, lambda _: data, tahun=first, contoh=True, sekarang=sekarang, tiruan=True)
    pengaturan = contoh_pengaturan(first)
    pengaturan = replace(
        pengaturan, daftar_bidang=tuple(b for b in pengaturan.daftar_bidang if b.singkatan in BIDANG),
        daftar_pejabat=tuple(p for p in pengaturan.daftar_pejabat if p.bidang in (None, *BIDANG)),
        daftar_libur=seed_hari_libur(range(first, sampai.year + 2)))
    kantor = Kantor(akar, data, lambda: sekarang, tenang=0)
    plans = [(tahun, contoh_rencana(tahun)) for tahun in range(first, sampai.year + 1)]
    for tahun, whole in plans:
        rencana = of_bidang(whole)
        sha256 = kantor.disk.put_store(make_rencana(shipped_template("Rencana Aksi.xlsx"), rencana, pengaturan))
        marks: dict[str, Json] = dict(kantor.event(JenisPeristiwa.RENCANA, None).isi)
        versi = 2 if tahun == first else 1
        kantor.record([rencana_event(sekarang, rencana, sha256, versi, marks)],
                      [place(sha256, *archived_plan(tahun, versi), read_only=True)])
    kantor.disk.replace_own(akar / PENGATURAN, make_pengaturan(shipped_template("Pengaturan.xlsx"), pengaturan))
    return kantor


def of_bidang(rencana: RencanaAksi) -> RencanaAksi:
    """The part of the sample plan that the two bidang fill."""
    return replace(
        rencana, daftar_indikator=tuple(i for i in rencana.daftar_indikator if i.bidang in BIDANG),
        daftar_subkegiatan=tuple(s for s in rencana.daftar_subkegiatan if s.bidang in BIDANG), daftar_riwayat=())


@dataclass
class Hasil:
    """What was seen: the day on which each berkas was issued, and the reminders as (moment, task, kind)."""

    hari_dilayani: list[date] = field(default_factory=list)
    terbit: Counter[str] = field(default_factory=Counter)
    hari_terbit: dict[str, date] = field(default_factory=dict)
    pengingat: list[Peristiwa] = field(default_factory=list)
    mulai_ulang: int = 0


def days_of(mulai: date, sampai: date, gaps: tuple[tuple[date, date], ...]) -> Iterator[date]:
    """Every day but those in which the service is off."""
    for n in range((sampai - mulai).days + 1):
        hari = mulai + timedelta(days=n)
        if not any(first <= hari <= last for first, last in gaps):
            yield hari


def play(place_: Path, mulai: date, sampai: date, gaps: tuple[tuple[date, date], ...], seed: int, *,
         looks: tuple[time, ...] = LOOKS, restarts: float = 0.05) -> Hasil:
    """Serve an office over these days and return what the ledger says of it."""
    chance, hasil = random.Random(seed), Hasil()
    kantor = make_office(place_, mulai, sampai)
    now = {"jam": datetime.combine(mulai, time(6), WITA)}
    kantor.close()
    kantor = Kantor(place_ / "akar", place_ / "data", lambda: now["jam"], tenang=0)
    server = Server(kantor, None)
    for hari in days_of(mulai, sampai, gaps):
        hasil.hari_dilayani.append(hari)
        for look in looks:
            now["jam"] = datetime.combine(hari, look, WITA)
            if chance.random() < restarts:
                kantor.close()
                kantor = Kantor(place_ / "akar", place_ / "data", lambda: now["jam"], tenang=0)
                server = Server(kantor, None)
                hasil.mulai_ulang += 1
            run_once(server.run_pass, Bell())
    for row in kantor.daftar_peristiwa:
        if row.jenis is JenisPeristiwa.TERBIT:
            hasil.terbit[str(row.berkas)] += 1
            hasil.hari_terbit[str(row.berkas)] = row.waktu.date()
        elif row.jenis is JenisPeristiwa.PENGINGAT:
            hasil.pengingat.append(row)
    kantor.close()
    return hasil


# what must have happened


def expected_issues(hasil: Hasil, mulai: date, sampai: date) -> dict[str, date]:
    """The day of issue of every berkas: the effective 10th, or the first day after it that was served."""
    return {f"{prefix}-{bidang}": next(hari for hari in hasil.hari_dilayani if hari >= day)
            for prefix, day in quarters(mulai, sampai).items() for bidang in BIDANG
            if any(hari >= day for hari in hasil.hari_dilayani)}


def expected_reminders(hasil: Hasil, mulai: date) -> set[tuple[date, str, str]]:
    """Every reminder of an office in which nobody acts, as (day, what about, kind)."""
    tasks = [*_berkas_tasks(hasil), *_quarter_tasks(hasil, mulai), *_year_tasks(hasil)]
    found = set()
    for about, begins, ends, reminders in tasks:
        sent: set[str] = set()
        for hari in hasil.hari_dilayani:
            due = [jenis for jenis, day in reminders if day <= hari]
            if is_working(hari) and begins <= hari < ends and due and due[-1] not in sent:
                sent.add(due[-1])
                found.add((hari, about, due[-1]))
    return found


Task = tuple[str, date, date, list[tuple[str, date]]]
_NEVER = date.max


def _berkas_tasks(hasil: Hasil) -> Iterator[Task]:
    """Fifteen minutes from the first look at work: due that day, for who gets it outside hours the next opening."""
    for berkas, hari in hasil.hari_terbit.items():
        due = later(hari, 0)
        yield berkas, hari, _NEVER, [("batas", due), ("terlambat", later(due, 1)),
                                     ("diteruskan kepada atasan", later(due, 2))]


def _quarter_tasks(hasil: Hasil, mulai: date) -> Iterator[Task]:
    last = hasil.hari_dilayani[-1]
    for tahun in range(mulai.year - 1, last.year + 1):
        for triwulan, end in enumerate(((3, 31), (6, 30), (9, 30), (12, 31)), 1):
            day = date(tahun, *end)
            while not is_working(day):
                day -= timedelta(days=1)
            issued = min((hari for berkas, hari in hasil.hari_terbit.items()
                          if berkas.startswith(f"{tahun}-TW{triwulan}-")), default=_NEVER)
            ends = min(issued, effective(date(tahun + triwulan // 4, triwulan % 4 * 3 + 1, 10)) + timedelta(days=1))
            yield (f"akhir TW{triwulan} {tahun}", date(tahun, triwulan * 3 - 2, 1), ends,
                   [("H-3", earlier(day, 3)), ("H-1", earlier(day, 1)), ("batas", day)])


def _year_tasks(hasil: Hasil) -> Iterator[Task]:
    """Fifteen working days after the effective 10 January; nobody closes a year here."""
    for tahun in sorted({int(berkas[:4]) for berkas in hasil.hari_terbit}):
        opened = effective(date(tahun + 1, 1, 10))
        due = later(opened, 15)
        first = min(hari for berkas, hari in hasil.hari_terbit.items() if berkas.startswith(str(tahun)))
        yield (f"LKjIP {tahun}", max(opened, first), _NEVER, [
            ("H-3", earlier(due, 3)), ("H-1", earlier(due, 1)), ("batas", due), ("terlambat", later(due, 1)),
            ("diteruskan kepada atasan", later(due, 2))])


def given(hasil: Hasil) -> list[tuple[date, str, str]]:
    """The reminders of the ledger in the same words."""
    return [(row.waktu.date(), _about(str(row.isi["tugas"])), str(row.isi["pengingat"])) for row in hasil.pengingat]


def _about(tugas: str) -> str:
    if tugas.startswith("akhir/"):
        _, romawi, tahun = tugas.removeprefix("akhir/").split()
        return f"akhir TW{('I', 'II', 'III', 'IV').index(romawi) + 1} {tahun}"
    return f"LKjIP {tugas.removeprefix('tahunan/')}" if tugas.startswith("tahunan/") else tugas.partition("/")[0]


def check(hasil: Hasil, mulai: date, sampai: date) -> list[str]:
    """Return everything that is not as it must be."""
    wrong = []
    issues = expected_issues(hasil, mulai, sampai)
    if hasil.hari_terbit != issues:
        wrong.append(f"issued {hasil.hari_terbit}, not {issues}")
    wrong += [f"{berkas} issued {number} times" for berkas, number in hasil.terbit.items() if number != 1]
    keys = Counter(str(row.isi["kunci"]) for row in hasil.pengingat)
    wrong += [f"{key} given {number} times" for key, number in keys.items() if number != 1]
    wrong += [f"{row.isi['kunci']} given at {row.waktu}" for row in hasil.pengingat if not in_hours(row.waktu)]
    seen, wanted = given(hasil), expected_reminders(hasil, mulai)
    if len(seen) != len(set(seen)):
        wrong.append("a reminder stands twice")
    wrong += [f"never given: {row}" for row in sorted(wanted - set(seen))]
    wrong += [f"not expected: {row}" for row in sorted(set(seen) - wanted)]
    return wrong


def gap(chance: random.Random, tahun: int) -> tuple[date, date]:
    """Seven days without the service, now and then over a 10th of a quarter."""
    first = date(tahun, chance.choice((1, 4, 7, 10)), chance.randint(4, 10)) if chance.random() < 0.5 else \
        date(tahun, chance.randint(1, 12), chance.randint(1, 20))
    return first, first + timedelta(days=6)


def main(seed: int) -> int:
    """Play the six years and print what was seen."""
    chance = random.Random(seed)
    mulai, sampai = date(2022, 1, 3), date(2027, 12, 31)
    gaps = tuple(gap(chance, tahun) for tahun in range(2022, 2028))
    place_ = Path(tempfile.mkdtemp(prefix="enam-tahun-"))
    try:
        hasil = play(place_, mulai, sampai, gaps, seed)
    finally:
        shutil.rmtree(place_)
    wrong = check(hasil, mulai, sampai)
    print(f"seed {seed}: {len(hasil.hari_dilayani)} days served, {hasil.mulai_ulang} restarts, gaps "
          f"{', '.join(f'{first} to {last}' for first, last in gaps)}")
    print(f"{len(hasil.terbit)} berkas issued, {len(hasil.pengingat)} reminders, {len(wrong)} faults")
    for text in wrong[:40]:
        print(f"  {text}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
