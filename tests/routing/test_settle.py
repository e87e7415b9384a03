"""When a file has come to rest, by our own clock."""

from __future__ import annotations

import os
from pathlib import Path

from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.settle import Candidate, Tracker, find_candidates, look_inside


class Clock:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def look(tracker: Tracker, tmp_path: Path) -> Candidate:
    candidates = find_candidates(Disk(tmp_path / "titipan"), tmp_path / "Kirim")
    tracker.look(candidates)
    return candidates[0]


def make_file(tmp_path: Path, content: bytes = b"isi") -> Path:
    (tmp_path / "Kirim").mkdir(exist_ok=True)
    path = tmp_path / "Kirim" / "x.xlsx"
    path.write_bytes(content)
    return path


def test_a_file_settles_when_it_stays_unchanged(tmp_path: Path) -> None:
    clock = Clock()
    tracker = Tracker(3, clock)
    make_file(tmp_path)
    assert tracker.wait_for(look(tracker, tmp_path)) == 3
    clock.now += 2
    assert tracker.wait_for(look(tracker, tmp_path)) == 1
    clock.now += 1
    assert tracker.wait_for(look(tracker, tmp_path)) == 0


def test_a_growing_file_starts_anew(tmp_path: Path) -> None:
    clock = Clock()
    tracker = Tracker(3, clock)
    make_file(tmp_path)
    look(tracker, tmp_path)
    clock.now += 3
    make_file(tmp_path, b"isi bertambah")
    assert tracker.wait_for(look(tracker, tmp_path)) == 3


def test_the_age_of_the_file_itself_means_nothing(tmp_path: Path) -> None:
    tracker = Tracker(3, Clock())
    path = make_file(tmp_path)
    for year in (0, 4_000_000_000):  # 1970 and 2096
        os.utime(path, (year, year))
        assert tracker.wait_for(look(tracker, tmp_path)) == 3


def test_a_file_replaced_by_another_of_the_same_size_and_time_starts_anew(tmp_path: Path) -> None:
    clock = Clock()
    tracker = Tracker(3, clock)
    path = make_file(tmp_path, b"satu")
    os.utime(path, ns=(7, 7))
    look(tracker, tmp_path)
    clock.now += 3
    other = tmp_path / "lain"
    other.write_bytes(b"dua!")
    os.utime(other, ns=(7, 7))
    other.replace(path)
    assert tracker.wait_for(look(tracker, tmp_path)) == 3


def test_a_file_that_vanished_between_is_new_when_it_comes_back(tmp_path: Path) -> None:
    clock = Clock()
    tracker = Tracker(3, clock)
    path = make_file(tmp_path)
    look(tracker, tmp_path)
    path.rename(tmp_path / "x")  # as Excel saves: delete, then rename
    tracker.look(find_candidates(Disk(tmp_path / "titipan"), tmp_path / "Kirim"))
    clock.now += 3
    (tmp_path / "x").rename(path)
    assert tracker.wait_for(look(tracker, tmp_path)) == 3


def test_an_open_file_does_not_age(tmp_path: Path) -> None:
    clock = Clock()
    tracker = Tracker(3, clock)
    make_file(tmp_path)
    owner = tmp_path / "Kirim" / ".~lock.x.xlsx#"
    owner.write_bytes(b"Sitti Aminah,sitti,pc-1;")
    assert look(tracker, tmp_path).dibuka_oleh == "Sitti Aminah"
    clock.now += 60
    look(tracker, tmp_path)
    owner.unlink()
    assert look(tracker, tmp_path).dibuka_oleh is None
    assert tracker.wait_for(look(tracker, tmp_path)) == 3


def test_only_regular_files_that_people_put_there_are_candidates(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    folder = path.parent
    (folder / "folder.xlsx").mkdir()
    (folder / "tautan.xlsx").symlink_to(path)
    (folder / "~$lain.xlsx").write_bytes(b"")
    os.mkfifo(folder / "pipa.xlsx")
    assert [candidate.path for candidate in find_candidates(Disk(tmp_path / "titipan"), folder)] == [path]
    assert find_candidates(Disk(tmp_path / "titipan"), tmp_path / "tidak ada") == ()


def test_a_file_that_looks_damaged_gets_ten_times_the_time(tmp_path: Path) -> None:
    clock = Clock()
    tracker = Tracker(3, clock)
    make_file(tmp_path)
    candidate = look(tracker, tmp_path)
    clock.now += 29
    assert tracker.wait_for_damaged(candidate) == 1
    clock.now += 1
    assert tracker.wait_for_damaged(candidate) == 0


def test_folders_of_a_system_shortcuts_and_what_programs_leave_are_told_apart(tmp_path: Path) -> None:
    make_file(tmp_path)
    folder = tmp_path / "Kirim"
    (folder / "Lama").mkdir()
    (folder / "$RECYCLE.BIN").mkdir()
    (folder / "~$x.xlsx").write_bytes(b"pemilik")
    (folder / "x - Pintasan.lnk").write_bytes(b"L")
    (folder / "tautan.xlsx").symlink_to(folder / "x.xlsx")
    os.mkfifo(folder / "pipa")
    inside = look_inside(Disk(tmp_path / "titipan"), folder)
    assert [path.name for path in inside.folders] == ["Lama"]
    assert sorted(path.name for path in inside.shortcuts) == ["pipa", "tautan.xlsx", "x - Pintasan.lnk"]
    assert "x.xlsx" in {candidate.path.name for candidate in inside.candidates}
    assert "~$x.xlsx" not in {candidate.path.name for candidate in inside.candidates}
