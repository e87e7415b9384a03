"""Jam Kerja and Mutu Baku of Pengaturan.xlsx: rows become office hours and standard times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.office import JamHari, JamKerja, Waktu
from kinerja_xl.domain.periods import HARI
from kinerja_xl.workbook.cell_fields import validate_rows
from kinerja_xl.workbook.settings.settings_columns import KOLOM_JAM_KERJA, KOLOM_MUTU_BAKU, KUNCI_MUTU_BAKU, MUTU_BAKU
from kinerja_xl.workbook.settings.settings_models import IsianJamKerja, IsianMutuBaku
from kinerja_xl.workbook.tables import Baris

Masa = tuple[date | None, date | None]
"""A stretch of days, first and last; (None, None) is the whole year."""

_URUTAN = "urutannya harus mulai, istirahat mulai, istirahat selesai, selesai; istirahat boleh kosong"


def gather_jam_kerja(rows: Sequence[Baris], catatan: list[Catatan]) -> tuple[JamKerja, ...]:
    """Return the office hours: rows of the same stretch of days belong together; a weekday without hours is free."""
    stretches: dict[Masa, dict[int, JamHari]] = {}
    before = len(catatan)
    for baris, isian in validate_rows(rows, IsianJamKerja, KOLOM_JAM_KERJA, catatan):
        stretch = (isian.berlaku_mulai, isian.berlaku_sampai)
        day = HARI.index(isian.hari)
        sebab = _stretch_fault(stretch, day, stretches)
        jam = None
        if not sebab and any((isian.mulai, isian.selesai, isian.istirahat_mulai, isian.istirahat_selesai)):
            jam = _hours(isian)
            sebab = "" if jam else _URUTAN
        if sebab:
            catatan.append(catat("C614", baris.letak("mulai"), kolom=f"Jam kerja {isian.hari}", sebab=sebab))
            continue
        hours = stretches.setdefault(stretch, {})
        if jam:
            hours[day] = jam
    if rows and not stretches.get((None, None)) and len(catatan) == before:
        catatan.append(catat("C614", Letak(rows[0].lembar, ""), kolom="Jam kerja",
                             sebab="harus ada hari kerja tanpa tanggal berlaku, yang berlaku sepanjang tahun"))
    return tuple(JamKerja(hours, mulai, sampai) for (mulai, sampai), hours in stretches.items())


def _stretch_fault(stretch: Masa, day: int, stretches: Mapping[Masa, Mapping[int, JamHari]]) -> str:
    mulai, sampai = stretch
    if day in stretches.get(stretch, {}):
        return "hari ini sudah ditulis untuk masa yang sama"
    if (mulai is None) != (sampai is None):
        return "Berlaku Mulai dan Berlaku Sampai harus diisi keduanya atau dikosongkan keduanya"
    if mulai is None or sampai is None:
        return ""
    if sampai < mulai:
        return "Berlaku Sampai lebih awal daripada Berlaku Mulai"
    others = [(a, b) for a, b in stretches if a and b and (a, b) != stretch]
    return "masa berlakunya bertumpuk dengan masa lain" if any(a <= sampai and mulai <= b for a, b in others) else ""


def _hours(isian: IsianJamKerja) -> JamHari | None:
    """The hours where they stand in order; a day without a break has one of no length at its end."""
    rest = (isian.istirahat_mulai, isian.istirahat_selesai)
    start, end = (isian.selesai, isian.selesai) if rest == (None, None) else rest
    if isian.mulai is None or isian.selesai is None or start is None or end is None:
        return None
    in_order = isian.mulai < start <= end <= isian.selesai
    return JamHari(isian.mulai, isian.selesai, start, end) if in_order else None


def gather_mutu_baku(rows: Sequence[Baris], catatan: list[Catatan]) -> dict[str, Waktu]:
    """Return the standard times by key; a key that is missing or stands twice is refused."""
    found: dict[str, Waktu] = {}
    for baris, isian in validate_rows(rows, IsianMutuBaku, KOLOM_MUTU_BAKU, catatan):
        if isian.kegiatan in found:
            catatan.append(catat("C405", baris.letak("kegiatan"), kode=isian.kegiatan))
        found[isian.kegiatan] = Waktu(isian.jumlah, isian.satuan)
    written = {str(baris.sel["kegiatan"]).strip().casefold() for baris in rows}
    catatan += [catat("C601", Letak(MUTU_BAKU, ""), kolom=f"Mutu baku Kegiatan {key}")
                for key in KUNCI_MUTU_BAKU if key not in written]
    return found
