"""What is folded from the ledger's rows once and kept between passes: a pass looks at new rows only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol, TypeVar

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa


class Fold(Protocol):
    """A state that each row of the ledger is taken into, in order; it starts empty."""

    def take(self, row: Peristiwa) -> None:
        """Take one row in."""


F = TypeVar("F", bound=Fold)


class Folds:
    """The states of one list of rows, which only grows; each is brought up to date when it is asked for."""

    def __init__(self) -> None:
        self._states: dict[type[Fold], tuple[Fold, int]] = {}

    def get(self, kind: type[F], rows: Sequence[Peristiwa]) -> F:
        """Return the state of a kind after all rows."""
        state, seen = self._states.get(kind) or (kind(), 0)
        for row in rows[seen:]:
            state.take(row)
        self._states[kind] = (state, len(rows))
        assert isinstance(state, kind)
        return state


class Index:
    """The rows by their kind, and by the berkas that they are about."""

    def __init__(self) -> None:
        self.kinds: defaultdict[JenisPeristiwa, list[Peristiwa]] = defaultdict(list)
        self.berkas: defaultdict[str, list[Peristiwa]] = defaultdict(list)

    def take(self, row: Peristiwa) -> None:
        """Take one row in."""
        self.kinds[row.jenis].append(row)
        if row.berkas is not None:
            self.berkas[row.berkas].append(row)
