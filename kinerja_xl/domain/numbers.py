"""The number gate: what a person writes becomes a Decimal or nothing, and is printed as Indonesians write it."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.indicators import Nilai, Predikat, Rentang

KOSONG = frozenset({
    "", "-", "--", "–", "—", "−", "n/a", "na", "n.a", "n.a.",
    "belum", "belum ada", "belum ada data", "belum diisi", "belum diukur", "belum tersedia",
})
"""What people write for "nothing here yet" (domain facts 10), in lower case; never read as zero."""

_KATA_BILANGAN = frozenset({
    "puluh", "ratus", "ratusan", "ribu", "ribuan", "rb", "k", "juta", "jutaan", "jt", "miliar", "milyar", "miliaran",
    "milyaran", "mlr", "m", "triliun", "trilyun", "triliunan", "t", "koma", "setengah",
})
"""Words that change the number before them: dropping "juta" as if it were a unit would be wrong by a million."""

_MAX_AKSARA = 80
_MAX_DIGIT = 20  # an amount of the state budget in sen has 18; more is a typing error, not a number

_SPASI = re.compile(r"[\s\u200b\u2060\ufeff]+")
_KURUNG = re.compile(r"(rp\.? ?)?\(([^()]*)\)", re.IGNORECASE)
_ISI = re.compile(r"(?P<tanda>[-−–+])? ?(?P<rp>rp\.? ?)?(?P<tanda_lain>[-−–] ?)?(?P<digit>[0-9][0-9.,]*?)"
                  r"(?P<sen>,[-–—=]+)?(?: ?%)?(?P<satuan> ?[^\W\d_].*)?", re.IGNORECASE)
_RUPIAH_SAJA = re.compile(r"rp\.? ?", re.IGNORECASE)
_SATUAN = re.compile(r"(?: [^\W\d_]|[^\W\d_]{2})[^0-9]*|(?: ?[^\W\d_]*m[23])", re.IGNORECASE)
_RIBUAN = re.compile(r"(?!0+\.)[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_DESIMAL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_RENTANG = re.compile(r"(.*?[0-9%]) ?(?:[-–—]|s\.? ?/? ?d\.?|sampai(?: dengan)?) ?([0-9].*)", re.IGNORECASE)


class AngkaTerbaca(NamedTuple):
    """What a text was read as; ``nilai`` None and not ``kosong`` means that it is no number.

    ``makna_lain`` is the other number the writer may have meant: ``1.234`` is 1234, or 1,234.
    """

    nilai: Decimal | None = None
    makna_lain: Decimal | None = None
    kosong: bool = False


def parse_angka(teks: str) -> AngkaTerbaca:
    """Return the number a text stands for under the Indonesian rules of domain facts 10; never raises.

    ``1.234.567,89`` has thousands, ``12,5`` a decimal comma, ``4.25`` a decimal point; a single group such as
    ``1.234`` is thousands, with ``makna_lain`` set. ``Rp``, ``,-``, ``%`` and a unit behind are dropped; a minus
    or parentheses make it negative. Only for text: a numeric cell is never read again.
    """
    isi = _SPASI.sub(" ", teks).strip()
    if len(isi) > _MAX_AKSARA:
        return AngkaTerbaca()
    if isi.lower() in KOSONG or _RUPIAH_SAJA.sub("", isi, count=1).strip() in KOSONG:
        return AngkaTerbaca(kosong=True)
    kurung = _KURUNG.fullmatch(isi)
    match = _ISI.fullmatch((kurung[1] or "") + kurung[2].strip() if kurung else isi)
    if match is None or not _is_unit(match["satuan"] or ""):
        return AngkaTerbaca()
    tanda = [bool(kurung), bool(match["tanda"]), bool(match["tanda_lain"])]
    if sum(tanda) > 1:
        return AngkaTerbaca()
    nilai, makna_lain = _read_digits(match["digit"])
    if match["rp"] or match["sen"]:
        makna_lain = None  # rupiah never have three decimals
    if sum(tanda) and match["tanda"] != "+":
        nilai, makna_lain = _negate(nilai), _negate(makna_lain)
    return AngkaTerbaca(nilai, makna_lain)


def _is_unit(teks: str) -> bool:
    """Whether a text behind a number is only its unit: ``orang``, ``jam/hari``, ``m2``, but not ``juta``."""
    if not teks:
        return True
    words = set(re.split(r"[\W_]+", teks.lower()))
    return _SATUAN.fullmatch(teks) is not None and not words & _KATA_BILANGAN


def _read_digits(teks: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the number in digits, points and commas, and the other number it may mean."""
    if sum(aksara.isdigit() for aksara in teks) > _MAX_DIGIT:
        return None, None
    if _RIBUAN.fullmatch(teks):
        ambiguous = teks.count(".") == 1 and "," not in teks
        return Decimal(teks.replace(".", "").replace(",", ".")), Decimal(teks) if ambiguous else None
    if _DESIMAL.fullmatch(teks):
        return Decimal(teks.replace(",", ".")), None
    return None, None


def _negate(x: Decimal | None) -> Decimal | None:
    return -x if x else x  # never minus zero


def parse_nilai(isi: NilaiSel) -> Nilai | None:
    """Return a cell's content as a value: a number, a Rentang (``80-90``, ``80 s.d. 90``), a Predikat, or None.

    A text that is neither a number nor a range is a Predikat; whether that predikat is known is checked elsewhere.
    """
    if isi is None or isinstance(isi, Decimal):
        return isi
    if isinstance(isi, bool):
        return Predikat("TRUE" if isi else "FALSE")
    angka = parse_angka(isi)
    if angka.kosong or angka.nilai is not None:
        return angka.nilai
    return _parse_rentang(isi) or Predikat(_SPASI.sub(" ", isi).strip())


def _parse_rentang(teks: str) -> Rentang | None:
    match = _RENTANG.fullmatch(_SPASI.sub(" ", teks).strip()[:_MAX_AKSARA])
    if match is None:
        return None
    bawah, atas = parse_angka(match[1]).nilai, parse_angka(match[2]).nilai
    return Rentang(bawah, atas) if bawah is not None and atas is not None and bawah <= atas else None


def from_float(x: float) -> Decimal:
    """Return a numeric cell as the Decimal Excel shows: 15 significant digits; ValueError for inf and nan."""
    if not math.isfinite(x):
        raise ValueError(f"not a finite number: {x}")
    return Decimal(f"{x:.15g}") + 0  # + 0 turns minus zero into zero


def round_half_up(x: Decimal, desimal: int = 2) -> Decimal:
    """Return ``x`` with that many decimals, halves away from zero as Excel's ROUND does; never minus zero."""
    digits = Context(prec=max(x.adjusted(), 0) + desimal + 2)  # enough for a number of any size
    rounded = x.quantize(Decimal((0, (1,), -desimal)), ROUND_HALF_UP, digits)
    return rounded if rounded else abs(rounded)


def format_angka(x: Decimal, desimal: int | None = None) -> str:
    """Return ``1.234,5``: id-ID with ``desimal`` decimals; None = those it has, at most two."""
    teks = f"{round_half_up(x, 2 if desimal is None else desimal):,f}"
    if desimal is None and "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return teks.translate(str.maketrans(",.", ".,"))


def format_persen(x: Decimal) -> str:
    """Return per cent as ``93,75%``, ``112,50%``, ``100%``: two decimals, a ``,00`` dropped (domain facts 10)."""
    return format_angka(x, 2).removesuffix(",00") + "%"


def format_rupiah(x: Decimal) -> str:
    """Return full rupiah as ``Rp1.028.058.131``, with the sen only where there are any."""
    return f"{'-' if round_half_up(x) < 0 else ''}Rp{format_angka(x.copy_abs(), 2).removesuffix(',00')}"


def format_nilai(nilai: Nilai | None) -> str:
    """Return a value as printed: ``1.234,5``, ``BB``, ``80–90``, and ``–`` where there is none."""
    if nilai is None:
        return "–"
    if isinstance(nilai, Rentang):
        return f"{format_angka(nilai.bawah)}–{format_angka(nilai.atas)}"
    return format_angka(nilai) if isinstance(nilai, Decimal) else nilai.huruf
