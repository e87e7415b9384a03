"""Placing, removing and staging on real folders, with a fault at each operation."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_xl.errors import DiskFailed
from kinerja_xl.routing import osfiles
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.filenames import is_hidden_folder, is_ignored, numbered, owner_names, read_owner
from kinerja_xl.routing.operations import RETRY_WAITS

NAME = "Lembar Kerja LINJAMSOS TW I 2026.xlsx"


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "titipan")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "Masuk"
    path.mkdir()
    return path


def test_a_placed_file_has_the_content_of_the_store(disk: Disk, folder: Path) -> None:
    placed = disk.place(disk.put_store(b"isi"), folder, NAME)
    assert placed == folder / NAME
    assert placed.read_bytes() == b"isi"
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_taken_name_gets_a_number_and_the_users_file_stays(disk: Disk, folder: Path) -> None:
    (folder / NAME).write_bytes(b"punya orang")
    placed = disk.place(disk.put_store(b"isi"), folder, NAME)
    assert placed.name == "Lembar Kerja LINJAMSOS TW I 2026 (2).xlsx"
    assert (folder / NAME).read_bytes() == b"punya orang"


def test_placing_twice_makes_one_file(disk: Disk, folder: Path) -> None:
    sha = disk.put_store(b"isi")
    (folder / NAME).write_bytes(b"punya orang")
    assert disk.place(sha, folder, NAME) == disk.place(sha, folder, NAME)
    assert len(list(folder.iterdir())) == 2


def test_a_folder_with_the_name_of_the_file_is_a_collision(disk: Disk, folder: Path) -> None:
    (folder / NAME).mkdir()
    assert disk.place(disk.put_store(b"isi"), folder, NAME).name.endswith("(2).xlsx")


def test_a_name_taken_in_the_last_instant_is_not_overwritten(tmp_path: Path, folder: Path) -> None:
    def race(operation: str, path: Path) -> None:
        if operation == "link" and path.name == NAME:
            path.write_bytes(b"punya orang")

    disk = Disk(tmp_path / "titipan", fault=race)
    placed = disk.place(disk.put_store(b"isi"), folder, NAME)
    assert placed.name.endswith("(2).xlsx")
    assert (folder / NAME).read_bytes() == b"punya orang"


def test_a_file_system_without_hard_links_serves_too(disk: Disk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_self: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    (folder / NAME).write_bytes(b"punya orang")
    sha = disk.put_store(b"isi")
    assert disk.place(sha, folder, NAME).read_bytes() == b"isi"
    assert disk.place(sha, folder, NAME).name.endswith("(2).xlsx")
    assert (folder / NAME).read_bytes() == b"punya orang"
    assert len(list(folder.iterdir())) == 2


def test_without_hard_links_a_taken_name_is_still_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(_self: Path, _target: Path) -> None:
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    (folder / "baru").write_bytes(b"baru")
    (folder / NAME).write_bytes(b"punya orang")
    with pytest.raises(FileExistsError):
        osfiles.rename_new(folder / "baru", folder / NAME)
    assert (folder / NAME).read_bytes() == b"punya orang"


def test_a_read_only_copy_is_read_only_and_can_be_placed_again(disk: Disk, folder: Path) -> None:
    sha = disk.put_store(b"isi")
    placed = disk.place(sha, folder, NAME, read_only=True)
    assert not placed.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert disk.place(sha, folder, NAME, read_only=True) == placed


def test_only_the_known_bytes_are_removed(disk: Disk, folder: Path) -> None:
    path = folder / NAME
    path.write_bytes(b"baru disunting")
    assert disk.remove_if(path, hashlib.sha256(b"yang lama").hexdigest()) is False
    assert path.read_bytes() == b"baru disunting"
    assert disk.remove_if(path, hashlib.sha256(b"baru disunting").hexdigest()) is True
    assert not path.exists()
    assert disk.remove_if(path, hashlib.sha256(b"apa saja").hexdigest()) is True


def saving_at(operation: str, path: Path, data: bytes, *, anew: bool) -> Callable[[str, Path], None]:
    """Somebody saves right before the service's first operation of that kind, into the file or in place of it."""
    waiting = [operation]

    def save(name: str, _path: Path) -> None:
        if waiting and name == waiting[0]:
            waiting.pop()
            if anew:
                new = path.with_name("baru.tmp")
                new.write_bytes(data)
                new.replace(path)
            else:
                path.write_bytes(data)

    return save


def test_a_file_saved_while_it_is_hashed_is_not_removed(tmp_path: Path, folder: Path) -> None:
    path = folder / NAME
    path.write_bytes(b"lama")
    disk = Disk(tmp_path / "titipan", fault=saving_at("rename", path, b"sunting", anew=False))  # the hash is known
    assert disk.remove_if(path, hashlib.sha256(b"lama").hexdigest()) is False
    assert path.read_bytes() == b"sunting"


@pytest.mark.parametrize("anew", [True, False])
@pytest.mark.parametrize("operation", ["look", "read", "rename", "unlink"])
def test_what_is_saved_in_the_last_instant_is_never_removed(tmp_path: Path, folder: Path, operation: str,
                                                            anew: bool) -> None:
    path = folder / NAME
    path.write_bytes(b"lama")
    disk = Disk(tmp_path / "titipan", fault=saving_at(operation, path, b"suntingan terakhir", anew=anew))
    disk.remove_if(path, hashlib.sha256(b"lama").hexdigest())
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {NAME: b"suntingan terakhir"}


def test_a_name_taken_meanwhile_stays_with_whom_it_has(tmp_path: Path, folder: Path) -> None:
    path = folder / NAME
    path.write_bytes(b"lama")

    def save_twice(operation: str, at: Path) -> None:
        if operation == "rename":
            path.write_bytes(b"disunting")
        elif operation == "read" and at != path:  # it lies aside already
            path.write_bytes(b"disunting lagi")

    disk = Disk(tmp_path / "titipan", fault=save_twice)
    assert disk.remove_if(path, hashlib.sha256(b"lama").hexdigest()) is False
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        NAME: b"disunting lagi", NAME.replace(".xlsx", " (2).xlsx"): b"disunting"}


def test_a_file_that_a_crash_left_aside_is_removed_with_its_content_or_gets_its_name_again(disk: Disk,
                                                                                           folder: Path) -> None:
    sha = hashlib.sha256(b"isi").hexdigest()
    aside = folder / f".{sha[:24]}.lepas.tmp"
    aside.write_bytes(b"isi")
    assert disk.remove_if(folder / NAME, sha) is True
    assert list(folder.iterdir()) == []
    aside.write_bytes(b"disunting")
    assert disk.remove_if(folder / NAME, sha) is False
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {NAME: b"disunting"}


def test_a_link_that_somebody_planted_under_the_services_name_is_neither_followed_nor_kept(disk: Disk, folder: Path,
                                                                                         tmp_path: Path) -> None:
    outside = tmp_path / "di luar.xlsx"
    outside.write_bytes(b"milik orang")
    sha = hashlib.sha256(b"isi").hexdigest()
    (folder / f".{sha[:24]}.lepas.tmp").symlink_to(outside)
    (folder / NAME).write_bytes(b"isi")
    assert disk.remove_if(folder / NAME, sha) is True
    assert list(folder.iterdir()) == []
    assert outside.read_bytes() == b"milik orang"


def test_a_busy_file_is_tried_again(tmp_path: Path, folder: Path) -> None:
    waits: list[float] = []
    left = [OSError(errno.EBUSY, "busy"), OSError(errno.EACCES, "locked")]

    def busy(operation: str, _path: Path) -> None:
        if operation == "unlink" and left:
            raise left.pop()

    disk = Disk(tmp_path / "titipan", fault=busy, pause=waits.append)
    path = folder / NAME
    path.write_bytes(b"isi")
    assert disk.remove_if(path, hashlib.sha256(b"isi").hexdigest()) is True
    assert waits == list(RETRY_WAITS[:2])


def test_a_file_locked_for_good_is_told_in_words(tmp_path: Path, folder: Path) -> None:
    def locked(operation: str, _path: Path) -> None:
        if operation == "unlink":
            raise PermissionError(errno.EACCES, "locked")

    disk = Disk(tmp_path / "titipan", fault=locked, pause=lambda _seconds: None)
    (folder / NAME).write_bytes(b"isi")
    with pytest.raises(DiskFailed) as caught:
        disk.remove_if(folder / NAME, hashlib.sha256(b"isi").hexdigest())
    assert "sedang dibuka program lain" in caught.value.pesan
    assert (folder / NAME).read_bytes() == b"isi"


@pytest.mark.parametrize("operation", ["write", "fsync", "link"])
def test_a_full_disk_leaves_no_half_file(tmp_path: Path, folder: Path, operation: str) -> None:
    full = [False]

    def fail(name: str, _path: Path) -> None:
        if full[0] and name == operation:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    disk = Disk(tmp_path / "titipan", fault=fail)
    sha = disk.put_store(b"isi")
    full[0] = True
    with pytest.raises(DiskFailed, match="ruang penyimpanan penuh"):
        disk.place(sha, folder, NAME)
    assert list(folder.iterdir()) == []
    full[0] = False
    assert disk.place(sha, folder, NAME).read_bytes() == b"isi"


def test_staging_copies_and_names_the_content(disk: Disk, folder: Path) -> None:
    path = folder / NAME
    path.write_bytes(b"isi")
    (seen,) = disk.look(folder)
    staged = disk.stage(seen)
    assert staged is not None
    assert (staged.sha256, staged.size) == (hashlib.sha256(b"isi").hexdigest(), 3)
    assert disk.read_store(staged.sha256) == b"isi"
    assert path.read_bytes() == b"isi"


def test_a_file_that_changed_since_it_was_seen_is_not_staged(disk: Disk, folder: Path) -> None:
    path = folder / NAME
    path.write_bytes(b"isi")
    (seen,) = disk.look(folder)
    path.write_bytes(b"isi yang lain")
    assert disk.stage(seen) is None
    path.unlink()
    assert disk.stage(seen) is None


def test_a_file_that_changes_while_it_is_copied_is_not_staged(tmp_path: Path, folder: Path) -> None:
    path = folder / NAME
    path.write_bytes(b"isi")

    def grow(operation: str, _path: Path) -> None:
        if operation == "fsync":
            path.write_bytes(b"isi bertambah")

    disk = Disk(tmp_path / "titipan", fault=grow)
    (seen,) = disk.look(folder)
    assert disk.stage(seen) is None
    assert list((tmp_path / "titipan").iterdir()) == []


def test_a_file_swapped_only_while_it_is_copied_is_not_staged(tmp_path: Path, folder: Path) -> None:
    path, aside, other = folder / NAME, tmp_path / "aside", tmp_path / "other"
    path.write_bytes(b"isi")
    other.write_bytes(b"isi yang lain")

    def swap(operation: str, _path: Path) -> None:
        if operation == "read":
            path.rename(aside)
            other.rename(path)
        elif operation == "fsync":
            aside.replace(path)

    disk = Disk(tmp_path / "titipan", fault=swap)
    (seen,) = disk.look(folder)
    assert disk.stage(seen) is None


def test_links_and_pipes_are_never_opened(disk: Disk, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_bytes(b"di luar kantor")
    (folder / "tautan.xlsx").symlink_to(tmp_path / "rahasia")
    os.mkfifo(folder / "pipa.xlsx")
    for seen in disk.look(folder):
        assert not seen.regular
        assert disk.stage(seen) is None
        assert disk.read(seen.path) is None


def test_a_folder_is_never_made_in_the_place_of_a_vanished_root(disk: Disk, tmp_path: Path) -> None:
    with pytest.raises(DiskFailed):
        disk.make_folder(tmp_path / "Kinerja" / "LINJAMSOS" / "Masuk", below=tmp_path / "Kinerja")
    assert not (tmp_path / "Kinerja").exists()


def test_missing_folders_below_the_root_are_made(disk: Disk, tmp_path: Path) -> None:
    disk.make_folder(tmp_path / "LINJAMSOS" / "Masuk", below=tmp_path)
    disk.make_folder(tmp_path / "LINJAMSOS" / "Masuk", below=tmp_path)
    disk.flush()
    assert (tmp_path / "LINJAMSOS" / "Masuk").is_dir()


def test_flushing_syncs_each_touched_folder_once(tmp_path: Path, folder: Path) -> None:
    synced: list[Path] = []
    disk = Disk(tmp_path / "titipan", fault=lambda name, path: synced.append(path) if name == "sync_folder" else None)
    for content in (b"a", b"b"):
        disk.place(disk.put_store(content), folder, NAME)
    disk.flush()
    disk.flush()
    assert sorted(synced) == sorted([tmp_path / "titipan", folder])


def test_a_crash_between_link_and_unlink_leaves_one_file_after_the_repeat(tmp_path: Path, folder: Path) -> None:
    class Killed(BaseException):
        pass

    crash = [True]

    def kill(operation: str, _path: Path) -> None:
        if operation == "unlink" and crash[0]:
            raise Killed

    disk = Disk(tmp_path / "titipan", fault=kill)
    sha = disk.put_store(b"isi")
    with pytest.raises(Killed):
        disk.place(sha, folder, NAME)
    assert len(list(folder.iterdir())) == 2
    crash[0] = False
    disk.place(sha, folder, NAME)
    assert [path.name for path in folder.iterdir()] == [NAME]


@pytest.mark.parametrize("name", [
    "~$Lembar Kerja.xlsx", ".~lock.Lembar Kerja.xlsx#", "x.tmp", "desktop.ini", "Thumbs.db", ".DS_Store", "._x.xlsx",
    "@eaDir", "#recycle", "@Recycle", "pintas.lnk", "5A3C1D00", "5a3c1d00"])
def test_what_programs_leave_behind_is_ignored(name: str) -> None:
    assert is_ignored(name)


@pytest.mark.parametrize(("name", "hidden"), [
    (".Trash-1000", True), ("#recycle", True), ("@eaDir", True), ("$RECYCLE.BIN", True), ("20260410", False),
    ("TW I", False)])
def test_recycle_bins_are_no_folders_of_people(name: str, hidden: bool) -> None:
    assert is_hidden_folder(name) is hidden


@pytest.mark.parametrize("name", [
    "Lembar Kerja LINJAMSOS TW I 2026 (1).xlsx", "Salinan x.xlsx", "FIX.xlsx", "revisi FINAL", "x.tmp\n",
    "5A3C1D00.xlsx", "🙂.xlsx", "con.xlsx"])
def test_what_people_name_is_looked_at(name: str) -> None:
    assert not is_ignored(name)


def test_a_long_name_is_cut_so_that_its_reason_fits() -> None:
    name = "ä" * 120 + ".xlsx"
    assert len(numbered(name, 2, ".ALASAN.txt").encode()) <= 255
    assert numbered(name, 2, ".ALASAN.txt").endswith(" (2).xlsx.ALASAN.txt")
    assert numbered("tanpa ekstensi", 3) == "tanpa ekstensi (3)"


def test_an_owner_file_says_who_has_the_workbook_open() -> None:
    excel, calc = owner_names("x.xlsx")
    assert (excel, calc) == ("~$x.xlsx", ".~lock.x.xlsx#")
    assert read_owner(excel, b"\x0cSitti Aminah" + b" " * 40) == "Sitti Aminah"
    assert read_owner(calc, b",sitti,pc-1,10.04.2026 08:00,file:///home/sitti;") == "sitti"
    assert read_owner(calc, b"") == "pengguna lain"


def test_names_that_are_not_text_survive(disk: Disk, folder: Path) -> None:
    name = os.fsdecode(b"lembar \xff.xlsx")
    placed = disk.place(disk.put_store(b"isi"), folder, name)
    assert placed.name == name
    assert [seen.path for seen in disk.look(folder)] == [placed]
