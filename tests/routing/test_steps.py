"""What a step does on the disk, and does again after a crash: the line beside an archived file is written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.kode import Kode, read_kode
from kinerja_xl.routing.steps import Step, apply_step, keep, kode_path, place, reason_path, stamped, step_from_json

NAME = "Lembar Kerja LINJAMSOS TW I 2026 v2.xlsx"
FIRST, LATER = "a" * 64, "b" * 64


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "titipan")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "kantor/Arsip").mkdir(parents=True)
    return tmp_path / "kantor"


def archived(disk: Disk, root: Path, isi: bytes, nomor: int, rantai: str, name: str = NAME) -> Step:
    step = stamped(keep(disk.put_store(isi), "Arsip", name), nomor, rantai)
    apply_step(step, disk, root)
    return step


def line(root: Path, name: str = NAME) -> Kode | None:
    return read_kode(kode_path(root / "Arsip" / name).read_bytes())


def test_an_archived_file_is_read_only_and_its_line_names_row_chain_and_content(disk: Disk, root: Path) -> None:
    step = archived(disk, root, b"isi", 7, FIRST)
    assert line(root) == Kode(7, FIRST, step.sha256)
    assert kode_path(root / "Arsip" / NAME).name == f"{NAME}.kode.txt"
    assert not (root / "Arsip" / NAME).stat().st_mode & 0o222


def test_the_line_that_was_there_first_stays(disk: Disk, root: Path) -> None:
    archived(disk, root, b"isi", 7, FIRST)
    archived(disk, root, b"isi", 9, LATER)
    found = line(root)
    assert found is not None
    assert (found.nomor, found.rantai) == (7, FIRST)


@pytest.mark.parametrize("content", [b"", b"tulisan lain", Kode(3, LATER, "c" * 64).text.encode()])
def test_a_line_that_is_none_or_of_another_content_is_written_anew(disk: Disk, root: Path, content: bytes) -> None:
    kode_path(root / "Arsip" / NAME).write_bytes(content)
    step = archived(disk, root, b"isi", 7, FIRST)
    assert line(root) == Kode(7, FIRST, step.sha256)


def test_only_archived_files_have_a_line(disk: Disk, root: Path) -> None:
    step = place(disk.put_store(b"isi"), "Masuk", NAME)
    (root / "kantor.kinerja").write_text("")
    (root / "Masuk").mkdir()
    assert stamped(step, 7, FIRST) == step
    apply_step(step, disk, root)
    assert [path.name for path in (root / "Masuk").iterdir()] == [NAME]
    assert (root / "Masuk" / NAME).stat().st_mode & 0o200


def test_a_step_is_the_same_after_the_journal() -> None:
    for step in (place("ab", "Masuk", NAME, read_only=True), stamped(keep("ab", "Arsip", NAME), 7, FIRST)):
        assert step_from_json(step.to_json()) == step


def test_a_name_too_long_for_the_system_is_cut_for_what_stands_beside_it() -> None:
    long = Path("x" * 250 + ".xlsx")
    for beside in (kode_path(long), reason_path(long)):
        assert len(beside.name.encode()) <= 255
        assert beside.name.startswith("xxx")
    assert kode_path(long).name.endswith(".kode.txt")
    assert reason_path(long).name.endswith(".ALASAN.txt")
    assert kode_path(Path(NAME)).name == f"{NAME}.kode.txt"
