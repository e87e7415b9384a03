"""A sample of what ``python tests/faults/every_operation.py`` does in whole: the service is stopped and goes on."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from every_operation import CARA, WORK, Babak, campaign, disturb, play
from kuartal import always_the_same_ids, reading_here
from traced import untold_changes

STEP = 29
"""Each so-many-th operation: about twenty kills, and as many failures, in a stage."""


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, Babak]]]:
    folder = tmp_path_factory.mktemp("kuartal")
    with reading_here(), always_the_same_ids():
        yield folder, {babak.tahap.nama: babak for babak in play(folder)}


@pytest.mark.parametrize("tahap", ["terbit", "3 serahkan bahan", "4 ajukan perbaikan", "dua rival dan sebuah PDF"])
def test_a_service_that_is_killed_or_refused_a_write_ends_where_it_would_have(
        quarter: tuple[Path, dict[str, Babak]], tahap: str) -> None:
    folder, daftar = quarter
    hasil = campaign(daftar[tahap], CARA, folder, slice(None, None, STEP))
    assert hasil.wrong == []
    assert hasil.counted == hasil.injected
    assert {cara for cara, _ in hasil.counted} == set(CARA)


def test_a_note_that_the_ledger_refuses_once_is_told_to_it_again(quarter: tuple[Path, dict[str, Babak]]) -> None:
    folder, daftar = quarter
    babak = daftar["terbit"]
    places = [number for number, operation in enumerate(babak.operations, 1) if operation == "set_meta"]
    assert [disturb(babak, "EIO", number, folder / WORK) for number in places] == [("set_meta", ())] * len(places)
    assert len(places) > 1


def test_a_whole_quarter_meets_every_kind_of_operation(quarter: tuple[Path, dict[str, Babak]]) -> None:
    met = Counter(operation for babak in quarter[1].values() for operation in babak.operations)
    assert {"look", "read", "write", "fsync", "replace", "link", "unlink", "mkdir", "append", "sync_folder", "commit",
            "mark_done"} <= met.keys()


def test_nothing_is_written_past_the_disk_module(quarter: tuple[Path, dict[str, Babak]], tmp_path: Path) -> None:
    assert shutil.which("strace"), "without strace this cannot be known"
    babak = quarter[1]["5 setujui"]
    assert untold_changes(babak.before, babak.tahap.jam, tmp_path / "strace") == ()
