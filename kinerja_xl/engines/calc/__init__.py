"""An xlwings engine for LibreOffice Calc over UNO: ``connect(pipe)``, then xlwings as with Excel.

Its page is docs/engines-calc.md. ``uno`` is imported by ``connect`` alone.
"""

from .conversion import CellError
from .engine import alert_in, connect, find_book
from .errors import (
    BookNotFound,
    BookProtected,
    BookReadOnly,
    CalcError,
    Disconnected,
    FormulaError,
    NameRefused,
    NotConnected,
    NoWindow,
    OpenFailed,
    SaveFailed,
    SheetProtected,
    SheetRefused,
    ValueRefused,
)
from .file_picker import pick_file

__all__ = [
    "BookNotFound",
    "BookProtected",
    "BookReadOnly",
    "CalcError",
    "CellError",
    "Disconnected",
    "FormulaError",
    "NameRefused",
    "NoWindow",
    "NotConnected",
    "OpenFailed",
    "SaveFailed",
    "SheetProtected",
    "SheetRefused",
    "ValueRefused",
    "alert_in",
    "connect",
    "find_book",
    "pick_file",
]
