"""One figure of the source: what a cell says in its column, and what is doubtful about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja_xl.domain.adopsi.istilah import RUPIAH, Makna
from kinerja_xl.domain.adopsi.sumber import isi_teks
from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.indicators import Nilai, Predikat
from kinerja_xl.domain.numbers import format_angka, parse_angka, parse_nilai

_MAX_PREDIKAT = 25
_BERTANDA = re.compile(r"(?:[<>≤≥=±~]+|min(?:imal)?\.?|maks(?:imal)?\.?)\s*(\d.*)", re.IGNORECASE)
_TERBILANG = re.compile(r"(\d[\d.,]*\s*%?)\s*\([^\d()]*\)\s*([^\d()]*)")
_SATUAN_BELAKANG = re.compile(r"[\d.,]+\s*(%|[^\W\d_][^\d]*)")


@dataclass(frozen=True)
class Terbaca:
    """What a cell was read as; ``satuan`` is the unit behind the number, ``ragu`` why the reading is doubtful."""

    nilai: Nilai | None = None
    satuan: str = ""
    ragu: str = ""


def read_figure(isi: NilaiSel, makna: Makna) -> Terbaca:
    """Return a cell as its column asks; money in full rupiah. A text that is no figure is None with a doubt."""
    if isi is None or isinstance(isi, bool):
        return Terbaca()
    if isinstance(isi, Decimal):
        return Terbaca(isi * makna.faktor)
    teks = isi_teks(isi)
    angka = parse_angka(teks)
    if not angka.kosong and angka.nilai is None and (plain := _plain_number(teks)):
        terbaca = read_figure(plain, makna)
        return replace(terbaca, ragu=terbaca.ragu or f"“{teks}” dibaca {plain}")
    if angka.kosong:
        return Terbaca()
    if angka.nilai is not None:
        doubt = "" if angka.makna_lain is None else (
            f"“{teks}” dapat berarti {format_angka(angka.nilai)} atau {format_angka(angka.makna_lain, 3)}")
        unit = _SATUAN_BELAKANG.fullmatch(teks)
        return Terbaca(angka.nilai * makna.faktor, unit[1].strip() if unit else "", doubt)
    nilai = parse_nilai(teks)
    if makna.arti in RUPIAH or (isinstance(nilai, Predikat) and not _is_predikat(teks)):
        return Terbaca(ragu=f"“{teks[:60]}” bukan angka")
    return Terbaca(nilai)


def _plain_number(teks: str) -> str:
    """The number in ``≥ 80``, ``80 (delapan puluh)`` or ``1 (satu) dokumen``, with its unit; "" in other texts."""
    match = _BERTANDA.fullmatch(teks) or _TERBILANG.fullmatch(teks)
    return " ".join(part.strip() for part in match.groups() if part and part.strip()) if match else ""


def _is_predikat(teks: str) -> bool:
    return len(teks) <= _MAX_PREDIKAT and len(teks.split()) <= 3 and not teks.startswith("#")
