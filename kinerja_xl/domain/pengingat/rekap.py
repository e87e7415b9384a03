"""The recap of a quarter's deliveries as a text to send on, and links that open WhatsApp with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kinerja_xl.domain.periods import HARI, Periode, tanggal_panjang

_COUNTRY = "62"
_MIN_DIGITS = 9


@dataclass(frozen=True)
class BarisRekap:
    """One unit in a quarter: ``pemegang`` is who has its berkas, ``sisa`` how much time he has, in words."""

    unit: str
    sudah: bool
    status: str
    pemegang: str = ""
    sisa: str = ""
    nama: str = ""  # the official who holds it
    wa: str = ""
    ditutup: bool = False  # ended without having delivered


def rekap_text(periode: Periode, daftar: Sequence[BarisRekap], hari: date) -> str:
    """Return ``Rekap pengiriman TW I 2026 ...: sudah ..., belum ...`` as one message."""
    done, closed = [r for r in daftar if r.sudah], [r for r in daftar if r.ditutup]
    left = [r for r in daftar if not r.sudah and not r.ditutup]
    lines = [f"Rekap pengiriman {periode.label} per {HARI[hari.weekday()]}, {tanggal_panjang(hari)}:",
             f"Sudah ({len(done)}): {_names(r.unit for r in done)}.",
             f"Belum ({len(left)}): {_names(_pending(r) for r in left)}."]
    if closed:
        lines.append(f"Ditutup tanpa data ({len(closed)}): {_names(f'{r.unit} ({r.status.lower()})' for r in closed)}.")
    return "\n".join(lines)


def make_rekap(daftar_triwulan: Sequence[tuple[Periode, Sequence[BarisRekap]]], hari: date) -> str:
    """Return the file: each quarter's message ready to be copied, then links for WhatsApp."""
    parts = []
    for periode, daftar in daftar_triwulan:
        text = rekap_text(periode, daftar, hari)
        parts += [text, "", "Tautan WhatsApp, salin ke peramban:", f"  Kirim rekap ini: {wa_link('', text)}"]
        parts += [_reminder(periode, row) for row in daftar if not row.sudah and not row.ditutup]
        parts.append("")
    if not parts:
        parts = ["Belum ada triwulan yang diterbitkan.", ""]
    return "\n".join([*parts, "Berkas ini ditulis oleh layanan.", ""])


def wa_link(nomor: str, teks: str) -> str:
    """Return the address that opens WhatsApp with a message, to be sent by hand; without a number one is chosen."""
    return f"https://wa.me/{wa_number(nomor)}?text={quote(teks, safe='')}"


def wa_number(nomor: str) -> str:
    """Return a telephone number as WhatsApp wants it, ``6281234567890``; "" where it is none."""
    digits = re.sub(r"\D", "", nomor)
    if digits.startswith("0"):
        digits = _COUNTRY + digits.lstrip("0")
    return digits if len(digits) >= _MIN_DIGITS else ""


def _reminder(periode: Periode, row: BarisRekap) -> str:
    who = f"{row.nama} ({row.pemegang})" if row.nama else row.pemegang
    if not wa_number(row.wa):
        return f"  {row.unit}, {who}: No. WA belum diisi di Pengaturan, lembar Pejabat."
    text = (f"Yth. {row.nama}, data kinerja {periode.label} {row.unit} menunggu di {row.pemegang} ({row.sisa}). Mohon "
            "ditindaklanjuti. Terima kasih.")
    return f"  {row.unit}, {who}: {wa_link(row.wa, text)}"


def _pending(row: BarisRekap) -> str:
    return f"{row.unit} ({row.pemegang}, {row.sisa})" if row.pemegang else f"{row.unit} ({row.status.lower()})"


def _names(daftar: Iterable[str]) -> str:
    return "; ".join(daftar) or "tidak ada"
