"""The 30 faults that the service survives: what protects, how it is switched off, and the test that then fails.

The faults are those of the table of custody: 1 kill, 2 partial copy, 3 mtime, 4 locked, 5 owner files, 6, 7 events,
8 storm, 9 names, 10 collision, 11 copies and rivals, 12 cloud, 13 clock, 14 full disk, 15 permission, 16 root gone,
17 two services, 18 links, 19 swap, 20 bombs, 21 XXE, 22 kinds, 23 macros, 24 range, 25 moved cells, 26 no value,
27 zip names, 28 ledger, 29 own output, 30 taken back.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

ROUTING, SOP, WORKBOOK = "tests/routing/test_", "tests/sop/test_", "tests/workbook/test_"


@dataclass(frozen=True)
class Perlindungan:
    """What protects against a fault: the function or value (``module:name``), what stands there instead, the test."""

    nomor: int
    apa: str
    tempat: str
    diganti: Any
    uji: str


def says(value: object) -> Callable[..., Any]:
    """A function that says the same whatever it is asked."""
    return lambda *_arguments, **_named: value


# what stands in the place of protections that are more than a yes or no


def _expand_unchecked(data: bytes, info: Any) -> bytes:
    import zlib

    start = info.header_offset + 30 + sum(int.from_bytes(data[info.header_offset + n:info.header_offset + n + 2],
                                                         "little") for n in (26, 28))
    content = data[start:start + info.compress_size]
    return zlib.decompressobj(-15).decompress(content, info.file_size) if info.compress_type else content


def _age_by_mtime(_self: Any, candidate: Any, rest: float) -> float:
    import time

    return max(0.0, rest - (time.time() - candidate.seen.mtime_ns / 1e9))


def _overwriting(path: Path, target: Path) -> None:
    path.replace(target)


def _uncut(name: str, number: int, tail: str = "") -> str:
    stem, dot, extension = name.rpartition(".")
    return f"{stem} ({number}){dot}{extension}{tail}" if number > 1 else name + tail


def _only_when_woken(self: Any, seconds: float, *, wakeable: bool = True) -> None:
    assert wakeable or seconds >= 0
    self.woken.wait(60)


def _no_tidying(_self: Any, _tmp: Path) -> contextlib.AbstractContextManager[None]:
    return contextlib.nullcontext()


def _gone_unlooked(self: Any, aside: Path, _path: Path, _sha256: str) -> bool:
    self.remove_own(aside)
    return True


def _all_regular(path: Path, status: os.stat_result) -> Any:
    from kinerja_xl.routing.osfiles import Seen

    return Seen(path, status.st_size, status.st_mtime_ns, status.st_ino, True, False)


class _Anything:
    def __eq__(self, _other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


def _look_below_undaunted(self: Any, folder: str) -> Iterator[Any]:
    from kinerja_xl.routing.settle import look_inside

    left = [self.root / folder]
    while left:
        inside = look_inside(self.disk, left.pop(0))
        yield inside
        left += inside.folders


def _events_by_time(self: Any, since: int = 0) -> tuple[Any, ...]:
    from kinerja_xl.routing.ledger.ledger import _event

    rows = self._db.execute("SELECT nomor, jenis, waktu, berkas, isi, rantai FROM peristiwa WHERE nomor > ?", (since,))
    return tuple(sorted(map(_event, rows), key=lambda event: event.waktu))


def _begin_without_recovery(self: Any) -> None:
    self.hold_lease()
    self.problems, self.wait, self._stuck = [], None, set()


def _remove_nothing(path: str, _sha256: str) -> Any:
    from kinerja_xl.routing.steps import Step, StepKind

    return Step(StepKind.REMOVE, path, sha256="")


def _no_patience(_self: Any, _path: Path, call: Callable[[], Any]) -> Any:
    return call()


def _steps_that_raise(self: Any, done: Any) -> None:
    self.disk.flush()
    self.ledger.mark_done(done)


PERLINDUNGAN = (
    Perlindungan(1, "unfinished steps are done first", "routing.custody:Custody.begin_pass", _begin_without_recovery,
                 f"{ROUTING}custody.py::test_a_crash_at_any_operation_leaves_the_same_tree_after_the_restart"),
    Perlindungan(2, "the checksum of every member", "routing.limits.preflight:_expand", _expand_unchecked,
                 f"{ROUTING}preflight.py::test_one_flipped_bit_in_any_member_is_found"),
    Perlindungan(2, "what looks damaged is waited for", "routing.settle:Tracker.wait_for_damaged", says(0.0),
                 f"{ROUTING}custody.py::test_a_damaged_file_is_not_refused_at_first_sight"),
    Perlindungan(3, "age counts from first seen", "routing.settle:Tracker._remaining", _age_by_mtime,
                 f"{ROUTING}settle.py::test_the_age_of_the_file_itself_means_nothing"),
    Perlindungan(4, "trying again while a file is busy", "routing.osfiles:is_busy", says(False),
                 f"{ROUTING}disk.py::test_a_busy_file_is_tried_again"),
    Perlindungan(4, "who has it open is told", "routing.filenames:read_owner", says(""),
                 f"{SOP}untidy_ways.py::test_a_file_left_open_overnight_is_named_with_the_person_and_since_when"),
    Perlindungan(5, "names that programs leave behind", "routing.filenames:is_ignored", says(False),
                 f"{ROUTING}disk.py::test_what_programs_leave_behind_is_ignored"),
    Perlindungan(5, "the time of grace before gone is gone", "kantor.worksheets.lost:GRACE", timedelta(0),
                 f"{SOP}lost_worksheets.py::test_between_the_deleting_and_the_renaming_of_a_saving_nothing_happens"),
    Perlindungan(6, "what was taken is removed", "routing.steps:remove", _remove_nothing,
                 f"{ROUTING}fault_rows.py::test_many_events_of_one_saving_are_one_result"),
    Perlindungan(7, "a look at each interval", "routing.service:Bell.sleep", _only_when_woken,
                 f"{ROUTING}fault_rows.py::test_what_no_event_told_of_is_found_by_the_next_look"),
    Perlindungan(8, "a file rests before it is taken", "routing.settle:Tracker.wait_for", says(0.0),
                 f"{ROUTING}fault_rows.py::test_of_a_storm_of_names_only_the_last_one_counts"),
    Perlindungan(9, "names cut to what a file system takes", "routing.filenames:numbered", _uncut,
                 f"{ROUTING}disk.py::test_a_long_name_is_cut_so_that_its_reason_fits"),
    Perlindungan(10, "a name is taken only where it is free", "routing.osfiles:rename_new", _overwriting,
                 f"{ROUTING}disk.py::test_a_name_taken_in_the_last_instant_is_not_overwritten"),
    Perlindungan(11, "rivals are compared", "routing.planning.differences:find_differences", says(()),
                 f"{ROUTING}plan.py::test_rival_contents_are_all_held_with_their_differences"),
    Perlindungan(12, "a read is waited for in bounds", "routing.patience:Patience.wait", _no_patience,
                 f"{ROUTING}fault_rows.py::test_a_read_that_does_not_come_back_stops_nobody_else"),
    Perlindungan(13, "order is the ledger's number", "routing.ledger.ledger:Ledger.events", _events_by_time,
                 f"{ROUTING}fault_rows.py::test_a_clock_set_back_changes_no_order"),
    Perlindungan(14, "half-written files are taken away", "routing.operations:Operations._tidying", _no_tidying,
                 f"{ROUTING}disk.py::test_a_full_disk_leaves_no_half_file"),
    Perlindungan(14, "an event that was written is taken in", "routing.custody:Custody._mark_done", _steps_that_raise,
                 f"{ROUTING}fault_rows.py::test_an_event_whose_steps_cannot_be_flushed_is_written_and_its_steps_are_done"
                 "_again"),
    Perlindungan(15, "a folder that is denied hides only itself", "routing.looking:Looking._look_below",
                 _look_below_undaunted,
                 f"{ROUTING}custody.py::test_a_folder_without_permission_does_not_stop_the_others"),
    Perlindungan(16, "the marker in the root", "routing.marker:read_marker", says("0123456789abcdef"),
                 f"{ROUTING}custody.py::test_no_folder_is_made_on_an_empty_mount_point"),
    Perlindungan(16, "many gone at once are not believed", "kantor.worksheets.lost:MANY", 10**9,
                 f"{SOP}lost_worksheets.py::test_when_most_worksheets_vanish_at_once_nothing_is_believed_for_a_day"),
    Perlindungan(17, "the lock of a data folder", "routing.lock:_take", says(None),
                 f"{ROUTING}service.py::test_a_second_process_does_not_serve_the_same_data_until_the_first_is_killed"),
    Perlindungan(17, "the lease of a root", "routing.lease:Lease.hold", says(None),
                 f"{SOP}sewa.py::test_the_second_data_folder_refuses_and_names_the_first"),
    Perlindungan(18, "regular files only", "routing.osfiles:_seen", _all_regular,
                 f"{ROUTING}disk.py::test_links_and_pipes_are_never_opened"),
    Perlindungan(19, "the open file is the one that was seen", "routing.osfiles:seen_by", says(_Anything()),
                 f"{ROUTING}disk.py::test_a_file_swapped_only_while_it_is_copied_is_not_staged"),
    Perlindungan(19, "what was put aside is looked at before it goes", "routing.disk:Disk._let_go", _gone_unlooked,
                 f"{ROUTING}disk.py::test_what_is_saved_in_the_last_instant_is_never_removed"),
    Perlindungan(20, "limits on what members claim", "routing.limits.preflight:_check_members", says(None),
                 f"{ROUTING}preflight.py::test_a_zip_bomb_is_refused"),
    Perlindungan(20, "limits on the directory", "routing.limits.preflight:_check_directory", says(None),
                 f"{ROUTING}preflight.py::test_a_directory_that_hides_behind_zip64_is_refused"),
    Perlindungan(21, "no DOCTYPE", "routing.limits.preflight:_text_cause", says(None),
                 f"{ROUTING}preflight.py::test_a_doctype_in_any_part_is_refused"),
    Perlindungan(22, "the true kind from the content", "routing.limits.kinds:name_kind", says(None),
                 f"{ROUTING}preflight.py::test_the_true_kind_is_named"),
    Perlindungan(23, "what runs or reaches out", "routing.limits.preflight:_check_parts", says(None),
                 f"{ROUTING}preflight.py::test_what_runs_or_reaches_out_is_refused"),
    Perlindungan(23, "formulas that reach out", "routing.limits.preflight:_is_bad_formula", says(False),
                 f"{ROUTING}preflight.py::test_a_formula_that_reaches_out_is_refused"),
    Perlindungan(24, "the bounding box of a sheet", "routing.limits.sheet_limits:check_extent", says(None),
                 f"{ROUTING}preflight.py::test_cells_out_of_bounds_are_refused_and_the_sheet_is_named"),
    Perlindungan(25, "columns are found by heading", "workbook.lembar.table_layout:find_headings", says(None),
                 f"{WORKBOOK}read_lembar_kerja.py::test_a_lost_name_is_made_good_by_the_heading"),
    Perlindungan(26, "what a cell cannot say is remarked", "workbook.cell_values:remark_on", says(None),
                 f"{WORKBOOK}read_lembar_kerja.py::test_a_formula_without_a_result_is_remarked_and_not_read_as_zero"),
    Perlindungan(27, "strange and doubled names in a zip", "routing.limits.preflight:_check_members", says(None),
                 f"{ROUTING}preflight.py::test_strange_and_doubled_names_are_refused"),
    Perlindungan(27, "control characters are taken out", "workbook.grid:clean_text", str.strip,
                 f"{WORKBOOK}read_lembar_kerja.py::test_control_characters_are_taken_out_of_text"),
    Perlindungan(28, "the ledger is proven and replaced", "routing.ledger.backup:check_ledger", says(None),
                 f"{SOP}cadangan.py::test_a_damaged_ledger_is_replaced_by_its_backup_and_the_service_goes_on"),
    Perlindungan(29, "our own letters are known", "kantor.worksheets.gathering:_is_letter", says(False),
                 f"{SOP}untidy_ways.py::test_a_held_file_put_into_kirim_again_with_its_letter_leaves_no_letter_about_a_"
                 "letter"),
    Perlindungan(30, "what the receiver has begun is his", "kantor.worksheets.gathering:_is_intact", says(True),
                 f"{SOP}untidy_ways.py::test_what_the_receiver_has_begun_is_not_taken_from_him"),
)
