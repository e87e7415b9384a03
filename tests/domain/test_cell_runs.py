"""Cells gathered into runs: each cell once, nothing between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.domain.cells import Letak, address
from kinerja_xl.domain.lembar.cell_runs import Run, column_runs


def test_neighbours_in_a_column_are_one_run() -> None:
    cells = {Letak("A", "C10"): 2, Letak("A", "C9"): 1, Letak("A", "C12"): 3, Letak("A", "D10"): 4,
             Letak("B", "C11"): 5}
    assert column_runs(cells) == (Run("A", 9, 3, (1, 2)), Run("A", 12, 3, (3,)), Run("A", 10, 4, (4,)),
                                  Run("B", 11, 3, (5,)))


@given(st.dictionaries(st.tuples(st.sampled_from("XY"), st.integers(1, 12), st.integers(1, 4)), st.integers()))
def test_every_cell_is_written_once_with_its_own_value(placed: dict[tuple[str, int, int], int]) -> None:
    cells = {Letak(lembar, address(row, column)): isi for (lembar, row, column), isi in placed.items()}
    written = [((run.lembar, run.top + n, run.column), isi) for run in column_runs(cells)
               for n, isi in enumerate(run.isi)]
    assert len(written) == len(placed)
    assert dict(written) == placed
