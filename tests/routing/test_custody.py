"""One pass of custody with a crash and a failure at every operation, and what take, read and scan say."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from kantor_uji import BERKAS, NAME, event, make_root, make_xlsx, open_custody, tree

from kinerja_xl.domain.alasan import make_alasan, make_surat_alasan
from kinerja_xl.domain.lembar.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import (
    DiskFailed,
    KinerjaError,
    MarkerBroken,
    MarkerMissing,
    NotAWorkbook,
    OtherOffice,
    RootMissing,
    WorkbookDamaged,
    WorkbookUnsafe,
)
from kinerja_xl.routing import marker, steps
from kinerja_xl.routing.custody import Custody
from kinerja_xl.routing.limits.preflight import MAX_BYTES
from kinerja_xl.routing.looking import Found
from kinerja_xl.routing.operations import Fault
from kinerja_xl.routing.osfiles import see
from kinerja_xl.routing.settle import Candidate
from kinerja_xl.routing.steps import Step

KABID = Pelaksana(Peran.KABID, "LINJAMSOS")
KIRIM, MASUK = "LINJAMSOS/Kabid/Kirim", "LINJAMSOS/Kabid/Masuk"
INBOXES = {KIRIM: (KABID, Jalan.KIRIM), MASUK: (KABID, Jalan.MASUK)}
CONTENT = b"isi dari Kabid"
SHA = hashlib.sha256(CONTENT).hexdigest()
LEMBAR = LembarKerja(Identitas(BERKAS, 1, 2026, 1, "LINJAMSOS", None, 1), {}, {})


class Killed(BaseException):
    """A process that ends at once: no clean-up of ours runs for it."""


def steps_of_accepting(custody: Custody) -> list[Step]:
    outgoing = custody.disk.put_store(b"isi untuk Kasubid")
    return [steps.make_folder("LINJAMSOS/Bukti Dukung/2026 TW I/1.1 Persentase"),
            steps.place(SHA, "Arsip/2026/TW I/LINJAMSOS", "v2.xlsx", read_only=True),
            steps.place(outgoing, "LINJAMSOS/Kasubid/Masuk", NAME),
            steps.place(SHA, "LINJAMSOS/Kabid/Terkirim", NAME, read_only=True),
            steps.remove(f"{KIRIM}/{NAME}", SHA)]


def steps_of_holding(_custody: Custody) -> list[Step]:
    return [steps.hold(SHA, "LINJAMSOS/Kabid/Ditahan", NAME, "Alasan\n"), steps.remove(f"{KIRIM}/{NAME}", SHA),
            steps.reason("LINJAMSOS/Bertanda Tangan", "scan.pdf", "Alasan\n")]


def one_pass(tmp_path: Path, make_steps: Callable[[Custody], list[Step]], fault: Fault | None = None) -> None:
    """A pass as kantor runs it: what lies in Kirim is taken once, committed, published."""
    custody = open_custody(tmp_path, fault=fault)
    try:
        custody.begin_pass()
        for found in custody.scan({KIRIM: INBOXES[KIRIM]}).readable:
            taken = custody.take(found)
            if taken is not None:
                custody.commit([event(sha256=taken.sha256)], make_steps(custody))
        custody.publish()
    finally:
        custody.close()


def office_with_a_file(tmp_path: Path) -> Path:
    root = make_root(tmp_path)
    (root / KIRIM / NAME).write_bytes(CONTENT)
    (root / "LINJAMSOS" / "Kasubid" / "Masuk" / NAME).write_bytes(b"berkas orang dengan nama yang sama")
    (root / "LINJAMSOS" / "Kabid" / "Ditahan" / NAME).write_bytes(b"yang lama")
    return root


def operations_of(tmp_path: Path, make_steps: Callable[[Custody], list[Step]]) -> tuple[list[str], dict[str, bytes]]:
    """The operations of an undisturbed pass, and the tree it leaves."""
    root = office_with_a_file(tmp_path)
    operations: list[str] = []
    one_pass(tmp_path, make_steps, lambda operation, _path: operations.append(operation))
    one_pass(tmp_path, make_steps)
    return operations, tree(root)


def fail_at(number: int, error: Callable[[], BaseException]) -> Fault:
    """A fault at the n-th operation, once."""
    count = [0]

    def fault(_operation: str, _path: Path) -> None:
        count[0] += 1
        if count[0] == number:
            raise error()

    return fault


@pytest.mark.parametrize("make_steps", [steps_of_accepting, steps_of_holding])
def test_a_crash_at_any_operation_leaves_the_same_tree_after_the_restart(
        tmp_path: Path, make_steps: Callable[[Custody], list[Step]]) -> None:
    operations, right = operations_of(tmp_path / "utuh", make_steps)
    assert {"read", "write", "fsync", "replace", "commit", "link", "unlink", "sync_folder", "append"} <= set(operations)
    for number in range(1, len(operations) + 1):
        folder = tmp_path / f"{number}"
        root = office_with_a_file(folder)
        with pytest.raises(Killed):
            one_pass(folder, make_steps, fail_at(number, Killed))
        assert any(content == CONTENT for content in tree(folder).values()), operations[number - 1]
        one_pass(folder, make_steps)
        one_pass(folder, make_steps)
        assert tree(root) == right, f"{number}: {operations[number - 1]}"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_failure_at_any_operation_is_made_good_by_the_next_pass(tmp_path: Path, code: int) -> None:
    operations, right = operations_of(tmp_path / "utuh", steps_of_accepting)
    for number in range(1, len(operations) + 1):
        folder = tmp_path / f"{number}"
        root = office_with_a_file(folder)
        with contextlib.suppress(DiskFailed):  # before the commit; after it, the failure is in custody.problems
            one_pass(folder, steps_of_accepting, fail_at(number, lambda: OSError(code, os.strerror(code))))
        left = [name for name in tree(root) if name.endswith(".tmp")]
        assert not left or operations[number - 1] == "unlink"  # only removing it can leave it
        one_pass(folder, steps_of_accepting)
        one_pass(folder, steps_of_accepting)
        assert tree(root) == right, f"{number}: {operations[number - 1]}"


def test_the_tree_after_accepting_is_the_expected_one(tmp_path: Path) -> None:
    _, files = operations_of(tmp_path, steps_of_accepting)
    assert f"{KIRIM}/{NAME}" not in files
    assert files["Arsip/2026/TW I/LINJAMSOS/v2.xlsx"] == CONTENT
    assert files[f"LINJAMSOS/Kabid/Terkirim/{NAME}"] == CONTENT
    assert files[f"LINJAMSOS/Kasubid/Masuk/{NAME}"] == b"berkas orang dengan nama yang sama"
    assert files["LINJAMSOS/Kasubid/Masuk/Lembar Kerja LINJAMSOS TW I 2026 (2).xlsx"] == b"isi untuk Kasubid"
    assert files["Arsip/Jejak/2026.jsonl"].count(b"\n") == 1


def test_a_held_file_has_its_reason_beside_it(tmp_path: Path) -> None:
    _, files = operations_of(tmp_path, steps_of_holding)
    held = "LINJAMSOS/Kabid/Ditahan/Lembar Kerja LINJAMSOS TW I 2026 (2).xlsx"
    assert files[held] == CONTENT
    assert files[f"{held}.ALASAN.txt"] == b"\xef\xbb\xbfAlasan\r\n"


def test_a_folder_gets_its_name_back_also_after_a_crash_and_never_over_another(tmp_path: Path) -> None:
    root = office_with_a_file(tmp_path)
    (root / "LINJAMSOS/Kabid").rename(root / "LINJAMSOS/Kabid baru")
    step = steps.rename_folder("LINJAMSOS/Kabid baru", "LINJAMSOS/Kabid")
    custody = open_custody(tmp_path, fault=fail_at(4, Killed))
    with pytest.raises(Killed):
        custody.commit([event()], [step])
    custody = open_custody(tmp_path)
    custody.begin_pass()
    custody.commit([event()], [step])  # done twice is done once
    assert (root / KIRIM / NAME).read_bytes() == CONTENT
    (root / "LINJAMSOS/Kabid baru").mkdir()
    custody.commit([event()], [step])
    assert (root / "LINJAMSOS/Kabid baru").is_dir()


def test_a_file_that_stays_gets_its_reason_beside_it_too(tmp_path: Path) -> None:
    _, files = operations_of(tmp_path, steps_of_holding)
    assert files["LINJAMSOS/Bertanda Tangan/scan.pdf.ALASAN.txt"] == b"\xef\xbb\xbfAlasan\r\n"


def test_the_content_is_durable_before_the_event_and_the_files_before_the_step_is_done(tmp_path: Path) -> None:
    operations, _ = operations_of(tmp_path, steps_of_accepting)
    commit, done = operations.index("commit"), operations.index("mark_done")
    last_replace = max(n for n, name in enumerate(operations[:commit]) if name == "replace")
    assert "sync_folder" in operations[last_replace:commit]
    last_link = max(n for n, name in enumerate(operations[:done]) if name == "link")
    assert operations[last_link:done].count("sync_folder") >= 3  # Arsip, Masuk, Terkirim


def test_after_a_step_that_fails_the_source_is_not_removed(tmp_path: Path) -> None:
    root = office_with_a_file(tmp_path)

    def fault(operation: str, path: Path) -> None:
        if operation == "write" and path.parent.name == "Terkirim":
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    custody = open_custody(tmp_path, fault=fault)
    custody.begin_pass()
    (found,) = custody.scan({KIRIM: INBOXES[KIRIM]}).readable
    custody.take(found)
    custody.commit([event()], steps_of_accepting(custody))
    assert [type(problem) for problem in custody.problems] == [DiskFailed]
    assert (root / KIRIM / NAME).read_bytes() == CONTENT
    assert custody.scan({KIRIM: INBOXES[KIRIM]}).readable == ()


# the root


def test_a_root_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    custody = open_custody(tmp_path)
    with pytest.raises(RootMissing):
        custody.begin_pass()
    root = make_root(tmp_path)
    (root / marker.NAME).unlink()
    with pytest.raises(MarkerMissing):
        custody.begin_pass()
    (root / marker.NAME).write_bytes(b"JANGAN DIHAPUS\r\nkantor: \r\n")
    with pytest.raises(MarkerBroken):
        custody.begin_pass()
    (root / marker.NAME).write_bytes(marker.make_marker(marker.new_office_id()))
    with pytest.raises(OtherOffice):
        custody.begin_pass()
    make_root(tmp_path)
    custody.begin_pass()


def test_no_folder_is_made_on_an_empty_mount_point(tmp_path: Path) -> None:
    root = office_with_a_file(tmp_path)
    custody = open_custody(tmp_path)
    custody.begin_pass()
    (found,) = custody.scan({KIRIM: INBOXES[KIRIM]}).readable
    custody.take(found)
    root.rename(tmp_path / "putus")
    root.mkdir()
    custody.commit([event()], steps_of_accepting(custody))
    custody.publish()
    assert [type(problem) for problem in custody.problems] == [MarkerMissing, MarkerMissing]
    assert tree(root) == {}
    root.rmdir()
    (tmp_path / "putus").rename(root)
    one_pass(tmp_path, steps_of_accepting)
    assert not (root / KIRIM / NAME).exists()


# scan, take, read


def found_in(custody: Custody, folder: str) -> Found:
    (found,) = custody.scan({folder: INBOXES[folder]}).readable
    return found


def test_what_settles_is_waited_for(tmp_path: Path) -> None:
    office_with_a_file(tmp_path)
    now = [100.0]
    custody = open_custody(tmp_path, tenang=3, clock=lambda: now[0])
    custody.begin_pass()
    scan = custody.scan({KIRIM: INBOXES[KIRIM]})
    assert (len(scan.readable), len(scan.waiting), custody.wait) == (0, 1, 3.0)
    now[0] = 103.0
    custody.begin_pass()
    scan = custody.scan({KIRIM: INBOXES[KIRIM]})
    assert (len(scan.readable), len(scan.waiting), custody.wait) == (1, 0, None)


def test_a_scan_settles_like_a_worksheet_and_a_cut_one_is_given_ten_times_as_long(tmp_path: Path) -> None:
    office_with_a_file(tmp_path)
    now = [100.0]
    custody = open_custody(tmp_path, tenang=3, clock=lambda: now[0])
    custody.begin_pass()
    assert (custody.find_resting([KIRIM]), custody.wait) == ((), 3.0)
    now[0] = 103.0
    custody.begin_pass()
    (candidate,) = custody.find_resting([KIRIM])
    assert custody.wait is None
    assert (custody.may_still_grow(candidate), custody.wait) == (True, 27.0)
    now[0] = 130.0
    custody.begin_pass()
    (candidate,) = custody.find_resting([KIRIM])
    assert (custody.may_still_grow(candidate), custody.wait) == (False, None)


def test_an_open_file_is_waited_for_without_a_time_but_seen_in_masuk(tmp_path: Path) -> None:
    root = office_with_a_file(tmp_path)
    (root / MASUK / NAME).write_bytes(CONTENT)
    for folder in (KIRIM, MASUK):
        (root / folder / f"~${NAME}").write_bytes(b"\x05Sitti")
    custody = open_custody(tmp_path)
    custody.begin_pass()
    scan = custody.scan(INBOXES)
    assert [found.jalan for found in scan.readable] == [Jalan.MASUK]
    assert [found.candidate.dibuka_oleh for found in scan.waiting] == ["Sitti", "Sitti"]
    assert custody.wait is None


def test_a_folder_without_permission_does_not_stop_the_others(tmp_path: Path) -> None:
    root = office_with_a_file(tmp_path)
    (root / MASUK / "x.xlsx").write_bytes(b"x")

    def deny(operation: str, path: Path) -> None:
        if operation == "look" and path.name == "Kirim":
            raise PermissionError(errno.EACCES, "denied")

    custody = open_custody(tmp_path, fault=deny)
    custody.begin_pass()
    assert [found.nama for found in custody.scan(INBOXES).readable] == ["x.xlsx"]
    assert [type(problem) for problem in custody.problems] == [DiskFailed]


def test_what_people_sort_into_folders_counts_as_put_there_three_folders_deep(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    deep = root / KIRIM / "2026" / "TW I" / "final"
    deep.mkdir(parents=True)
    (deep / "tiga.xlsx").write_bytes(CONTENT)
    (deep / "lagi").mkdir()
    (deep / "lagi" / "empat.xlsx").write_bytes(CONTENT)
    (root / KIRIM / "#recycle").mkdir()
    (root / KIRIM / "#recycle" / "terhapus.xlsx").write_bytes(CONTENT)
    (root / KIRIM / "tautan").symlink_to(root / MASUK, target_is_directory=True)
    (root / MASUK / "lain.xlsx").write_bytes(CONTENT)
    custody = open_custody(tmp_path)
    custody.begin_pass()
    (found,) = custody.scan({KIRIM: INBOXES[KIRIM]}).readable
    assert (found.jalur, found.pelaksana) == (f"{KIRIM}/2026/TW I/final/tiga.xlsx", KABID)
    taken = custody.take(found)
    assert taken is not None
    custody.commit([event()], [steps.remove(found.jalur, taken.sha256)])
    assert not (deep / "tiga.xlsx").exists()
    assert deep.is_dir()  # the people's own


def test_a_folder_inside_without_permission_hides_only_itself(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    for name in ("a", "b"):
        (root / KIRIM / name).mkdir()
        (root / KIRIM / name / "x.xlsx").write_bytes(CONTENT)

    def deny(operation: str, path: Path) -> None:
        if operation == "look" and path.name == "a":
            raise PermissionError(errno.EACCES, "denied")

    custody = open_custody(tmp_path, fault=deny)
    custody.begin_pass()
    scan = custody.scan({KIRIM: INBOXES[KIRIM]})
    assert [found.jalur for found in scan.readable] == [f"{KIRIM}/b/x.xlsx"]
    assert scan.unseen == {KABID}
    with pytest.raises(DiskFailed):
        custody.find_unopened(KIRIM, {SHA})


def test_a_shortcut_is_no_file_but_is_told(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    for folder in (KIRIM, MASUK):
        (root / folder / "Lembar Kerja.lnk").write_bytes(b"L\0\0\0")
    (root / KIRIM / "tautan.xlsx").symlink_to(root / MASUK)
    scan = open_custody(tmp_path).scan(INBOXES)
    assert (scan.readable, scan.waiting) == ((), ())
    assert scan.shortcuts == (f"{KIRIM}/Lembar Kerja.lnk", f"{KIRIM}/tautan.xlsx")


def test_a_saving_in_masuk_is_read_but_not_kept_until_it_is_acted_on(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    (root / MASUK / NAME).write_bytes(CONTENT)
    custody = open_custody(tmp_path)
    custody.begin_pass()
    taken = custody.take(found_in(custody, MASUK))
    assert taken is not None
    assert (taken.sha256, taken.data, custody.disk.in_store(SHA)) == (SHA, CONTENT, False)
    custody.commit([event()], [steps.hold(SHA, "LINJAMSOS/Kabid/Ditahan", NAME, "")])
    assert custody.disk.read_store(SHA) == CONTENT


def test_an_unchanged_file_is_taken_only_once(tmp_path: Path) -> None:
    office_with_a_file(tmp_path)
    reads: list[Path] = []
    custody = open_custody(tmp_path, fault=lambda name, path: reads.append(path) if name == "read" else None)
    first = custody.take(found_in(custody, KIRIM))
    reads.clear()
    assert custody.take(found_in(custody, KIRIM)) == first
    assert reads == []


def test_an_unchanged_file_that_is_closed_meanwhile_is_no_longer_said_to_be_open(tmp_path: Path) -> None:
    path = make_root(tmp_path) / MASUK / NAME
    custody = open_custody(tmp_path)
    path.write_bytes(CONTENT)
    owner = path.with_name(f".~lock.{NAME}#")
    owner.write_bytes(b",Sitti")
    opened_by = []
    for _ in range(2):
        (found,) = custody.scan(INBOXES).readable
        taken = custody.take(found)
        assert taken is not None
        opened_by.append(taken.found.candidate.dibuka_oleh)
        owner.unlink(missing_ok=True)
    assert opened_by == ["Sitti", None]


def test_a_locked_file_waits_and_is_told(tmp_path: Path) -> None:
    office_with_a_file(tmp_path)

    def locked(operation: str, path: Path) -> None:
        if operation == "read" and path.name == NAME:
            raise PermissionError(errno.EACCES, "locked")

    custody = open_custody(tmp_path, fault=locked)
    assert custody.take(found_in(custody, KIRIM)) is None
    assert [type(problem) for problem in custody.problems] == [DiskFailed]


def read_as(result: LembarKerja | KinerjaError) -> Callable[[bytes, str], LembarKerja]:
    def read(_data: bytes, _nama: str) -> LembarKerja:
        if isinstance(result, KinerjaError):
            raise result
        return result

    return read


def test_what_reading_says_is_what_the_file_is(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    custody = open_custody(tmp_path)
    (root / KIRIM / NAME).write_bytes(make_xlsx())
    taken = custody.take(found_in(custody, KIRIM))
    assert taken is not None
    assert custody.read(taken, read_as(LEMBAR)) == LEMBAR
    refused = NotAWorkbook(berkas=NAME, sebab="x")
    assert custody.read(taken, read_as(refused)) is refused


def test_a_damaged_file_is_not_refused_at_first_sight(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    (root / KIRIM / NAME).write_bytes(make_xlsx()[:-40])
    now = [0.0]
    custody = open_custody(tmp_path, tenang=3, clock=lambda: now[0])
    custody.scan(INBOXES)
    now[0] = 3.0
    custody.begin_pass()
    taken = custody.take(found_in(custody, KIRIM))
    assert taken is not None
    damaged = WorkbookDamaged(berkas=NAME, sebab="x")
    assert custody.read(taken, read_as(damaged)) is None
    assert custody.wait == 27.0  # ten times the settling time, of which 3 seconds are over
    now[0] = 30.0
    assert custody.read(taken, read_as(damaged)) is damaged


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    custody = open_custody(tmp_path)
    for folder in (KIRIM, MASUK):
        path = root / folder / NAME
        with path.open("wb") as file:
            file.truncate(MAX_BYTES + 1)
        taken = custody.take(found_in(custody, folder))
        assert taken is not None
        assert taken.data is None
        assert isinstance(custody.read(taken, read_as(LEMBAR)), WorkbookUnsafe)


def test_the_receivers_file_counts_only_unchanged_and_closed(tmp_path: Path) -> None:
    root = make_root(tmp_path)
    custody = open_custody(tmp_path)
    (root / MASUK / "nama lain.xlsx").write_bytes(CONTENT)
    assert custody.holds_unopened(MASUK, SHA)
    (root / MASUK / ".~lock.nama lain.xlsx#").write_bytes(b",sitti")
    assert not custody.holds_unopened(MASUK, SHA)
    (root / MASUK / ".~lock.nama lain.xlsx#").unlink()
    (root / MASUK / "nama lain.xlsx").write_bytes(b"diubah")
    assert not custody.holds_unopened(MASUK, SHA)


def test_see_finds_nothing_where_nothing_is(tmp_path: Path) -> None:
    assert see(tmp_path / "tidak ada") is None


def test_the_letter_of_reasons_says_why_and_what_next() -> None:
    alasan = make_alasan("H105", berkas=BERKAS, versi=1, berlaku=2)
    text = make_surat_alasan(alasan, NAME, datetime(2026, 4, 10, 9, 5))
    assert NAME in text
    assert "10 April 2026 pukul 09.05" in text
    assert "H105" in text
    assert "versi 1 berkas 2026-TW1-LINJAMSOS, sedangkan yang berlaku sekarang versi 2" in text
    assert "Gunakan lembar kerja yang sekarang ada di folder Masuk" in text


def test_files_that_are_asked_for_together_settle_by_our_own_clock(tmp_path: Path) -> None:
    root, now = make_root(tmp_path), [0.0]
    custody = open_custody(tmp_path, tenang=3.0, clock=lambda: now[0])
    path = root / "LINJAMSOS" / "a.pdf"

    def look(key: str = "berkas") -> tuple[bool, float | None]:
        custody.wait = None
        seen = see(path)
        assert seen is not None
        return custody.has_settled(key, [Candidate(seen)]), custody.wait

    path.write_bytes(b"separuh")
    assert look() == (False, 3.0)
    now[0] = 2.0
    path.write_bytes(b"separuh lagi")
    assert look() == (False, 3.0)
    now[0] = 4.0
    assert look() == (False, 1.0)
    now[0] = 5.0
    assert look() == (True, None)
    assert look("berkas lain") == (False, 3.0)  # each counts for itself
    assert custody.has_settled("tanpa bukti", [])
    custody.close()
