"""The text of PERLU TINDAKAN.txt: what waits for one role, until when, and what it was reminded of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kinerja_xl.domain.office import Kedudukan, Pejabat, Pengaturan
from kinerja_xl.domain.pengingat.sisa import Sisa
from kinerja_xl.domain.pengingat.tugas import Tugas
from kinerja_xl.domain.periods import HARI, tanggal_panjang
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.jabatan import official_title, title_of


@dataclass(frozen=True)
class Pekerjaan:
    """A task in the list: ``langkah`` says what to do with which file, ``diingatkan`` what was said about it when."""

    tugas: Tugas
    sisa: Sisa
    langkah: str = ""
    diingatkan: tuple[tuple[str, datetime], ...] = ()
    oleh: str = ""  # whose task it is, where it is not the reader's own


def make_perlu_tindakan(jabatan: str, pejabat: str, hari: date, daftar: Sequence[Pekerjaan],
                        bawahan: Sequence[Pekerjaan]) -> str:
    """Return the text; it changes with the work and the day, never with the hour. The most urgent stands first.

    ``bawahan`` are tasks of others that were passed on to this role because they are late. A date to keep in mind is
    named from its first reminder on.
    """
    own = sorted((p for p in daftar if not p.tugas.bersama), key=_urgency)
    shared = [p for p in daftar if p.tugas.bersama and p.diingatkan]
    return "\n".join([
        f"PERLU TINDAKAN – {jabatan}", f"Pejabat: {pejabat}",
        f"Keadaan {HARI[hari.weekday()]}, {tanggal_panjang(hari)}", "",
        *_section("Menunggu Anda", own), *(_section("Terlambat, diteruskan kepada atasan", bawahan)
                                            if bawahan else ()),
        *(_section("Perlu diingat", shared) if shared else ()),
        "Berkas ini ditulis oleh layanan; pekerjaan yang selesai hilang dari daftar dengan sendirinya.", ""])


def _urgency(pekerjaan: Pekerjaan) -> tuple[date, str]:
    return pekerjaan.tugas.tenggat or pekerjaan.tugas.rencana or date.max, pekerjaan.tugas.kunci


def _section(judul: str, daftar: Sequence[Pekerjaan]) -> list[str]:
    rows = [line for number, pekerjaan in enumerate(daftar, 1) for line in _lines(number, pekerjaan)]
    return [f"{judul} ({len(daftar)}):" if rows else f"{judul}: tidak ada", *rows, ""]


def _lines(number: int, pekerjaan: Pekerjaan) -> Iterator[str]:
    tugas = pekerjaan.tugas
    oleh = f" – {pekerjaan.oleh}" if pekerjaan.oleh else ""
    yield f"  {number}. {tugas.untuk}{oleh}: {pekerjaan.sisa.kata}"
    yield f"     {tugas.uraian}"
    if not tugas.bersama:
        yield f"     {_dates(tugas)}"
    if pekerjaan.langkah:
        yield f"     {pekerjaan.langkah}"
    if pekerjaan.diingatkan:
        told = "; ".join(f"{jenis} ({waktu:%d/%m/%Y %H.%M})" for jenis, waktu in pekerjaan.diingatkan)
        yield f"     Pengingat: {told}"


def _dates(tugas: Tugas) -> str:
    parts = [f"Diterima {tugas.mulai:%d/%m/%Y %H.%M}" if tugas.status else "",
             f"batas {tanggal_panjang(tugas.tenggat)}" if tugas.tenggat else "",
             f"rencana {tanggal_panjang(tugas.rencana)}" if tugas.rencana and tugas.rencana != tugas.tenggat else ""]
    text = ", ".join(filter(None, parts))
    return f"{text[:1].upper()}{text[1:]}."


def tell_pejabat(pengaturan: Pengaturan, pelaksana: Pelaksana, pejabat: Pejabat | None,
                 rangkap: Sequence[str] = ()) -> str:
    """Return who holds a post today: name and title, an acting official with his SK and days, and his other posts."""
    sebutan = title_of(pengaturan, pelaksana)
    if pejabat is None:
        return f"(jabatan {sebutan} sedang kosong)"
    acting = "" if pejabat.kedudukan is Kedudukan.DEFINITIF else _basis(pejabat)
    other = f"; rangkap jabatan {', '.join(rangkap)}" if rangkap else ""
    return f"{pejabat.nama}, {official_title(pejabat, sebutan)}{acting}{other}"


def _basis(pejabat: Pejabat) -> str:
    days = [f"mulai {tanggal_panjang(pejabat.mulai)}" if pejabat.mulai else "",
            f"sampai {tanggal_panjang(pejabat.sampai)}" if pejabat.sampai else ""]
    parts = [f"SK {pejabat.sk}" if pejabat.sk else "", " ".join(filter(None, days))]
    text = ", ".join(filter(None, parts))
    return f" ({text})" if text else ""
