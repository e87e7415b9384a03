"""A stand-in for Excel as xlwings gives it (simulated: no Excel here), with the COM codes that Excel really answers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from kinerja_xl.faces.ribbon.excel_host import Excel


class ComErrorTiruan(Exception):
    """Shaped as ``pywintypes.com_error``: hresult (signed), text, excepinfo, argerror."""

    def __init__(self, code: int, *, inner: bool = False) -> None:
        signed = code - (1 << 32)
        self.hresult = -2147352567 if inner else signed  # DISP_E_EXCEPTION wraps what Excel itself raised
        self.excepinfo = (0, "Microsoft Excel", "", "", 0, signed) if inner else None
        super().__init__(self.hresult, "ditolak", self.excepinfo, None)


class ExcelBusyError(Exception):
    """What xlwings raises after its last attempt."""


def book(fullname: str, *, path: str | None = None, saved: bool = True, read_only: bool = False) -> Any:
    """An open workbook; Excel has no Path for one that was never saved."""
    folder, _, name = fullname.replace("/", "\\").rpartition("\\")
    return SimpleNamespace(
        name=name or fullname, sheets=[],
        api=SimpleNamespace(FullName=fullname, Path=folder if path is None else path, Saved=saved, ReadOnly=read_only))


class BooksTiruan(list[Any]):
    """xlwings' collection of books: the first one is the active one."""

    @property
    def active(self) -> Any:
        return self[0]


class ApiTiruan:
    """Excel's Application: ``refusals`` are raised, one after the other, when it is asked whether it is ready."""

    def __init__(self, answer: object, protected: str, ready: bool) -> None:
        self.asked: list[object] = []
        self.refusals: list[Exception] = []
        self.StatusBar: object = False
        self._ready, self._answer = ready, answer
        self.ActiveProtectedViewWindow = SimpleNamespace(Caption=protected) if protected else None

    @property
    def Ready(self) -> bool:  # noqa: N802 - Excel's own name
        if self.refusals:
            raise self.refusals.pop(0)
        return self._ready

    def GetOpenFilename(self, *words: object) -> object:  # noqa: N802 - Excel's own name
        self.asked.append(words)
        return self._answer


class ExcelTiruan:
    """The app as xlwings gives it, with what Excel's own dialog answers."""

    def __init__(self, *books: Any, answer: object = False, protected: str = "", ready: bool = True) -> None:
        self.books, self.selection = BooksTiruan(books), "sel yang dipilih"
        self.api = ApiTiruan(answer, protected, ready)


class KotakTiruan:
    """Windows' message box: keeps what was shown, answers every question with yes."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str, int]] = []

    def __call__(self, text: str, title: str, style: int) -> int:
        self.shown.append((title, text, style))
        return 6


def excel(app: ExcelTiruan) -> Excel:
    return Excel(app, KotakTiruan())
