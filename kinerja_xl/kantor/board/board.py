"""The board: everything that tells people how things stand, written anew when something changed or a day began."""

from __future__ import annotations

import logging

from kinerja_xl import __version__
from kinerja_xl.errors import KinerjaError
from kinerja_xl.kantor.board.calendar_files import calendar_files
from kinerja_xl.kantor.board.monitoring import monitoring_files
from kinerja_xl.kantor.board.own_files import OwnFiles
from kinerja_xl.kantor.board.todo import todo_files
from kinerja_xl.kantor.office import Kantor

_META = "papan"
log = logging.getLogger("kinerja_xl.layanan")


class Board:
    """The files of one office that only show its state; a pass in which nothing changed costs a look at each."""

    def __init__(self, kantor: Kantor) -> None:
        self._kantor, self._own = kantor, OwnFiles(kantor)
        self._written = kantor.ledger.get_meta(_META) or ""
        self._fault: KinerjaError | None = None

    @property
    def terbuka(self) -> tuple[str, ...]:
        """The files whose newer content waits because somebody has them open, in words."""
        return self._own.terbuka

    @property
    def gangguan(self) -> tuple[KinerjaError, ...]:
        """Why something is not as it should be; the next pass tries again."""
        return (*self._own.gangguan, *((self._fault,) if self._fault else ()))

    def update(self) -> None:
        """Bring every file up to the ledger; whatever fails here is told in ``gangguan`` and stops no worksheet."""
        try:
            self._update()
            self._fault = None
        except KinerjaError as error:
            self._fault = error
        except Exception:
            log.exception("board failed")
            self._fault = KinerjaError()

    def _update(self) -> None:
        state = f"{__version__} {self._kantor.ledger.head[0]} {self._kantor.now():%Y-%m-%d}"
        if state == self._written and not self._own.is_missing():
            return
        done = self._own.write({**todo_files(self._kantor), **calendar_files(self._kantor),
                                **monitoring_files(self._kantor)})
        self._kantor.disk.flush()
        if done:
            self._kantor.ledger.set_meta(_META, state)
            self._written = state
