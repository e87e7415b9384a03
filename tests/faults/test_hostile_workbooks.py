"""Hostile workbooks by the hundred through the process that reads: an answer each time, soon, and always the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jahat import make_hostile
from lembar_jadi import make_worksheet

from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.errors import WorkbookError
from kinerja_xl.kantor.reader.reading import READER, read_worksheet
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

SEEDS = 150
BLOCKS = 10
MOST_SECONDS, MOST_BYTES = 5.0, 512 * 1024 * 1024


@pytest.fixture(scope="module")
def whole() -> bytes:
    return make_worksheet()


def answer(data: bytes) -> LembarKerja | str:
    try:
        return read_worksheet(data, "x.xlsx")
    except WorkbookError as error:
        return f"{error.code} {error.pesan}"


def answer_here(data: bytes) -> LembarKerja | str:
    try:
        preflight(data, "x.xlsx")
        return read_lembar_kerja(data, "x.xlsx")
    except WorkbookError as error:
        return f"{error.code} {error.pesan}"


def peak_of_reader() -> int:
    """The most memory that the reading process has had resident so far, in bytes."""
    status = Path(f"/proc/{READER.pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def seconds_of_reader() -> float:
    """The CPU seconds that the reading process has used: a machine that is busy otherwise does not count."""
    fields = Path(f"/proc/{READER.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("block", range(BLOCKS))
def test_every_hostile_workbook_has_its_answer(block: int, whole: bytes) -> None:
    READER.start()
    pid = READER.pid
    for seed in range(block, SEEDS, BLOCKS):
        data = make_hostile(seed, whole)
        begun = seconds_of_reader()
        first = answer(data)
        spent = seconds_of_reader() - begun
        assert spent < MOST_SECONDS, (seed, spent, first)
        assert not str(first).startswith("K480"), (seed, first)
        assert answer(data) == first, seed
        assert answer_here(data) == first, seed
    assert READER.pid == pid, "the process that reads died and was replaced"
    assert peak_of_reader() < MOST_BYTES


def test_the_same_seed_makes_the_same_file_and_some_are_read_and_some_refused(whole: bytes) -> None:
    assert make_hostile(7, whole) == make_hostile(7, whole) != make_hostile(8, whole)
    answers = [answer(make_hostile(seed, whole)) for seed in range(0, SEEDS, 5)]
    assert {type(said) for said in answers} == {LembarKerja, str}
    codes = {said[:4] for said in answers if isinstance(said, str)}
    assert {"K402", "K403", "K406"} <= codes
