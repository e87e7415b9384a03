"""Every ledger that a routing test opened is closed after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kinerja_xl.routing.ledger.ledger import Ledger


@pytest.fixture(autouse=True)
def _closed_ledgers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    opened: list[Ledger] = []
    make = Ledger.__init__

    def remember(self: Ledger, *args: object, **kwargs: object) -> None:
        make(self, *args, **kwargs)  # type: ignore[arg-type]
        opened.append(self)

    monkeypatch.setattr(Ledger, "__init__", remember)
    yield
    for ledger in opened:
        ledger.close()
