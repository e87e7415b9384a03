"""What the workbook tests share: one LibreOffice for the whole session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from calc_recalc import Calc


@pytest.fixture(scope="session")
def calc() -> Iterator[Calc]:
    with Calc() as office:
        yield office
