"""The text of STATUS LAYANAN.txt: when the service last looked, what waits, what is held, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_xl.domain.periods import HARI, tanggal_panjang
from kinerja_xl.errors import KinerjaError


@dataclass(frozen=True)
class Heartbeat:
    """One look at the service: the waiting and held files as lines, each naming its folder.

    ``kabar`` is what the service put right today of its own accord.
    """

    waktu: datetime
    komputer: str
    menunggu: Sequence[str] = ()
    ditahan: Sequence[str] = ()
    gangguan: Sequence[KinerjaError] = ()
    kabar: Sequence[str] = ()


def make_status(heartbeat: Heartbeat) -> str:
    """Return the text for people; line ends are plain, ``encode_text`` makes them Notepad's."""
    waktu = heartbeat.waktu
    looked = f"{HARI[waktu.weekday()]}, {tanggal_panjang(waktu.date())} pukul {waktu:%H.%M}"
    return "\n".join([
        "STATUS LAYANAN KINERJA",
        "",
        f"Folder terakhir dilihat      : {looked}",
        f"Komputer layanan             : {heartbeat.komputer}",
        "",
        *_section("Gangguan", (f"{error.code} {error.pesan} {error.petunjuk}" for error in heartbeat.gangguan)),
        *_section("Menunggu", heartbeat.menunggu),
        *_section("Ditahan", heartbeat.ditahan),
        *(_section("Dibetulkan layanan hari ini", heartbeat.kabar) if heartbeat.kabar else ()),
        "Berkas ini ditulis oleh layanan. Bila waktunya sudah lama berlalu, layanan sedang tidak berjalan.",
        "",
    ])


def _section(title: str, lines: Iterable[str]) -> list[str]:
    rows = [f"  - {line}" for line in lines] or ["  (tidak ada)"]
    return [f"{title}:", *rows, ""]
