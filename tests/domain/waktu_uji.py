"""Office hours, days off and settings that the tests of time share."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from kinerja_xl.domain.kebijakan import Kebijakan, Skala
from kinerja_xl.domain.office import HariLibur, Instansi, JamHari, JamKerja, Pengaturan, SatuanWaktu, Waktu
from kinerja_xl.domain.sop.working_time import Kalender

WITA = timezone(timedelta(hours=8))

# domain facts 7.1: 07.30-16.00 with an hour's break, Friday 07.30-16.30 with an hour and a half
SENIN_KAMIS = JamHari(time(7, 30), time(16, 0), time(12, 0), time(13, 0))
JUMAT = JamHari(time(7, 30), time(16, 30), time(11, 30), time(13, 0))
BIASA = JamKerja({0: SENIN_KAMIS, 1: SENIN_KAMIS, 2: SENIN_KAMIS, 3: SENIN_KAMIS, 4: JUMAT})

# Ramadan 1447 H: 19 February to 19 March 2026; 08.00-15.00 with half an hour's break, Friday an hour
RAMADAN_HARI = JamHari(time(8, 0), time(15, 0), time(12, 0), time(12, 30))
RAMADAN_JUMAT = JamHari(time(8, 0), time(15, 30), time(11, 30), time(12, 30))
RAMADAN = JamKerja({0: RAMADAN_HARI, 1: RAMADAN_HARI, 2: RAMADAN_HARI, 3: RAMADAN_HARI, 4: RAMADAN_JUMAT},
                   date(2026, 2, 19), date(2026, 3, 19))

MUTU_BAKU = {  # the SOP's own column "Waktu"
    "1": Waktu(15, SatuanWaktu.MENIT), "2": Waktu(15, SatuanWaktu.MENIT), "3": Waktu(1, SatuanWaktu.HARI),
    "4": Waktu(1, SatuanWaktu.HARI), "5": Waktu(1, SatuanWaktu.JAM), "6": Waktu(1, SatuanWaktu.HARI),
    "tahunan": Waktu(15, SatuanWaktu.HARI),
}


def make_pengaturan(daftar_libur: tuple[HariLibur, ...] = (), **kebijakan: object) -> Pengaturan:
    """Settings with the SOP's times and the hours of domain facts 7.1; ``kebijakan`` replaces choices."""
    return Pengaturan(Instansi("Pemerintah Kabupaten Contoh", "Dinas Sosial", "DINSOS", "Contoh"), (), (), (BIASA,),
                      daftar_libur, MUTU_BAKU, Skala(()), (), replace(Kebijakan(), **kebijakan))


def libur(*daftar_tanggal: date) -> tuple[HariLibur, ...]:
    """Days off without a name."""
    return tuple(HariLibur(tanggal, "Libur", "Libur Nasional") for tanggal in daftar_tanggal)


def kalender(*daftar_tanggal: date) -> Kalender:
    """The usual office hours with these days off."""
    return Kalender((BIASA,), libur(*daftar_tanggal))


def at(teks: str) -> datetime:
    """``2026-04-10 15.45`` in WITA."""
    return datetime.strptime(teks, "%Y-%m-%d %H.%M").replace(tzinfo=WITA)
