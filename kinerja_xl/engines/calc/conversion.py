"""Values between Python and a Calc cell: dates and serial numbers, booleans, errors, blanks; no UNO here."""

from __future__ import annotations

import datetime as dt
import math
import numbers
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from .errors import ValueRefused

LONGEST_TEXT = 32767  # Excel's limit for one cell; a longer text would be cut when saved as xlsx
_MISSING = ("NAType", "NaTType")  # pandas says "no value" with these


class CellError(Enum):
    """An error a formula shows, as Excel writes it."""

    NULL = "#NULL!"
    DIV0 = "#DIV/0!"
    VALUE = "#VALUE!"
    REF = "#REF!"
    NAME = "#NAME?"
    NUM = "#NUM!"
    NA = "#N/A"


# Calc has more errors than Excel; these are the ones Calc itself writes into an xlsx, the rest becomes #N/A there
_ERRORS = {
    502: CellError.VALUE, 503: CellError.NUM, 504: CellError.VALUE, 507: CellError.VALUE, 508: CellError.VALUE,
    509: CellError.VALUE, 510: CellError.VALUE, 511: CellError.VALUE, 519: CellError.VALUE, 521: CellError.NULL,
    522: CellError.VALUE, 524: CellError.REF, 525: CellError.NAME, 530: CellError.NAME, 531: CellError.NAME,
    532: CellError.DIV0, 32767: CellError.NA,
}


def cell_error(code: int) -> CellError:
    """What Excel would show for Calc's error number."""
    return _ERRORS.get(code, CellError.NA)


class Stamp(NamedTuple):
    """A date, a time, or both, as Calc holds it; ``kind`` chooses the number format."""

    serial: float
    kind: str  # date, datetime or time


class Formula(NamedTuple):
    """A formula in Excel's grammar, with its leading ``=``."""

    text: str


Prepared = float | bool | str | None | Stamp | Formula


def to_cell(value: Any, epoch: dt.date) -> Prepared:
    """The value as it goes into a cell of a book counting days from ``epoch``; None leaves the cell empty.

    As in Excel a text that begins with ``=`` is a formula, and a leading apostrophe only says "this is text".
    Raises ValueRefused for what no cell can hold.
    """
    if value is None or type(value).__name__ in _MISSING:
        return None
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (dt.date, dt.time)):  # datetime is a date
        return _stamp(value, epoch)
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        return to_cell(_plain(value), epoch)
    if isinstance(value, bool):
        return value
    if isinstance(value, (numbers.Real, Decimal)):
        return _number(value)
    raise ValueRefused(f"a cell cannot hold a {type(value).__name__}: {value!r}")


def _plain(value: Any) -> Any:
    if type(value).__name__ == "datetime64":
        value = value.astype("datetime64[us]")
    return value.item()


def _text(value: str) -> Prepared:
    if len(value) > LONGEST_TEXT:
        raise ValueRefused(f"a cell holds {LONGEST_TEXT} characters, this text has {len(value)}")
    if value.startswith("="):
        return Formula(value) if value.strip() != "=" else value
    return value.removeprefix("'") or None


def _number(value: Any) -> float | None:
    number = float(value)
    if math.isinf(number):
        raise ValueRefused("a cell cannot hold an infinite number")
    return None if math.isnan(number) else number


def _stamp(value: dt.date | dt.time, epoch: dt.date) -> Stamp:
    if isinstance(value, dt.time):
        return Stamp(_day_part(value), "time")
    if not isinstance(value, dt.datetime):
        return Stamp(float((value - epoch).days), "date")
    part = _day_part(value.time())
    return Stamp((value.date() - epoch).days + part, "datetime" if part else "date")


def _day_part(value: dt.time) -> float:
    whole = dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    return whole / dt.timedelta(days=1)


def from_serial(serial: float, epoch: dt.date) -> dt.datetime | float:
    """The date and time of a serial number, to the millisecond; the number itself where no calendar has that day."""
    try:
        moment = dt.datetime.combine(epoch, dt.time()) + dt.timedelta(milliseconds=round(serial * 86_400_000))
    except OverflowError:
        return serial
    return moment


def number_text(value: float) -> str:
    """A constant number as ``Range.formula`` gives it: up to 15 digits, no trailing zeros."""
    return f"{value:.15G}"


def clean_value(value: Any, datetime_builder: Callable[..., Any], empty_as: Any,
                number_builder: Callable[[float], Any] | None, err_to_str: bool) -> Any:
    """A raw cell value as ``Range.value`` gives it, by the options xlwings passes."""
    if value is None or value == "":
        return empty_as
    if isinstance(value, dt.datetime):
        return datetime_builder(year=value.year, month=value.month, day=value.day, hour=value.hour,
                                minute=value.minute, second=value.second, microsecond=value.microsecond, tzinfo=None)
    if isinstance(value, CellError):
        return value.value if err_to_str else None
    if isinstance(value, float) and number_builder is not None:
        return number_builder(value)
    return value
