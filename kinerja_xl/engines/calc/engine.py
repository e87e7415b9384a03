"""The engine xlwings registers: ``connect`` and what belongs to the whole connection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import xlwings

from .apps import App, Apps
from .conversion import clean_value
from .errors import BookNotFound
from .uno_bridge import Bridge

NAME = "calc"


class Engine:
    """One connection to LibreOffice Calc; ``stamp_formats`` are the formats dates get in cells that have none."""

    name = NAME
    type = "desktop"

    def __init__(self, bridge: Bridge, pipe: str, stamp_formats: dict[str, str]) -> None:
        self.stamp_formats = stamp_formats
        self.apps = Apps(App(self, bridge, pipe))

    @staticmethod
    def prepare_xl_data_element(value: Any, _options: dict[str, Any]) -> Any:
        """The value as it is: it is prepared when its cells are known (xlwings calls this for each value)."""
        return value

    @staticmethod
    def clean_value_data(data: Any, datetime_builder: Callable[..., Any], empty_as: Any,
                         number_builder: Callable[[float], Any] | None, err_to_str: bool) -> list[list[Any]]:
        """Raw rows as ``Range.value`` gives them, by the options xlwings passes."""
        return [[clean_value(value, datetime_builder, empty_as, number_builder, err_to_str) for value in row]
                for row in data]


def connect(pipe: str, *, uno_folder: str | None = None, date_format: str = "yyyy-mm-dd",
            datetime_format: str = "yyyy-mm-dd hh:mm:ss", time_format: str = "hh:mm:ss") -> xlwings.main.Engine:
    """Connect to the LibreOffice listening at ``pipe``; from then on xlwings' active engine is this one.

    ``uno_folder`` is where the ``uno`` module lies if this Python does not find it by itself. The formats, in en-US
    tokens, are for dates written into cells without a date format. An earlier connection is forgotten.
    Raises NotConnected.
    """
    stamps = {"date": date_format, "datetime": datetime_format, "time": time_format}
    engine = xlwings.main.Engine(impl=Engine(Bridge(pipe, uno_folder), pipe, stamps))
    engines = xlwings.engines
    engines.engines[:] = [other for other in engines.engines if other.name != NAME]
    engines.add(engine)
    engine.activate()
    return engine


def find_book(engine: xlwings.main.Engine, uid: str) -> xlwings.Book:
    """The open book with this ``RuntimeUID``, also one never saved. Raises BookNotFound."""
    found = next(iter(engine.impl.apps)).books.find(uid)
    if found is None:
        raise BookNotFound(f"no open workbook has the RuntimeUID {uid!r}")
    return xlwings.Book(impl=found)


def alert_in(book: xlwings.Book, prompt: str, title: str, buttons: str, mode: str) -> str:
    """``App.alert`` in the window in front, in that of this book where none is.

    Raises NoWindow where that is hidden, Disconnected where it was closed.
    """
    return str(book.impl.alert(prompt, title, buttons, mode))
