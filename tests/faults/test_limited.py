"""The process that reads other people's files: its answers, its bounds, and what becomes of the one who asks."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from decimal import Decimal

import pytest
from lembar_jadi import make_worksheet
from sunting import edited

from kinerja_xl.errors import NotAWorkbook, SheetMissing, WorkbookTooHard, WorkbookUnsafe
from kinerja_xl.kantor.reader import reading, wire
from kinerja_xl.routing.limits.limited import LimitedProcess, NoAnswer
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

ECHO = """
import sys
from kinerja_xl.routing.limits.limited import SIZE
while head := sys.stdin.buffer.read(4):
    asked = sys.stdin.buffer.read(SIZE.unpack(head)[0])
    BODY
    sys.stdout.buffer.write(SIZE.pack(len(asked)) + asked)
    sys.stdout.flush()
"""
STARTS = "from kinerja_xl.routing.limits.bounds import bound_process, bound_time\nimport os, socket\n"


def process(body: str = "", *, wall: float = 20.0, most: int = 500, starts: str = "") -> LimitedProcess:
    """A process that says what it was asked, after ``body``."""
    return LimitedProcess([sys.executable, "-c", starts + ECHO.replace("BODY", body or "pass")], wall=wall, most=most)


@pytest.fixture
def ended() -> Iterator[list[LimitedProcess]]:
    """Every process of a test is ended after it."""
    daftar: list[LimitedProcess] = []
    yield daftar
    for one in daftar:
        one.close()


# asking


def test_one_process_answers_many_questions(ended: list[LimitedProcess]) -> None:
    echo = process()
    ended.append(echo)
    assert [echo.ask(b"a"), echo.ask(b"b" * 100_000)] == [b"a", b"b" * 100_000]
    pid = echo.pid
    echo.ask(b"c")
    assert echo.pid == pid is not None


def test_after_its_share_of_questions_a_fresh_process_takes_over(ended: list[LimitedProcess]) -> None:
    echo = process(most=2)
    ended.append(echo)
    echo.start()
    pid = echo.pid
    echo.ask(b"1")
    assert echo.pid == pid
    echo.ask(b"2")
    echo.ask(b"3")
    assert echo.pid not in (None, pid)


def test_a_process_that_died_unasked_is_replaced(ended: list[LimitedProcess]) -> None:
    echo = process()
    ended.append(echo)
    echo.ask(b"1")
    pid = echo.pid
    assert pid is not None
    os.kill(pid, 9)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert echo.ask(b"2") == b"2"
    assert echo.pid != pid


def test_who_dies_of_a_question_gives_no_answer_and_the_next_one_is_answered(ended: list[LimitedProcess]) -> None:
    echo = process("if asked == b'mati': os.abort()", starts="import os\n")
    ended.append(echo)
    with pytest.raises(NoAnswer) as caught:
        echo.ask(b"mati")
    assert not caught.value.too_late
    assert echo.ask(b"hidup") == b"hidup"


def test_who_says_nothing_in_time_is_ended(ended: list[LimitedProcess]) -> None:
    echo = process("__import__('time').sleep(60)", wall=0.5)
    ended.append(echo)
    begun = time.monotonic()
    with pytest.raises(NoAnswer) as caught:
        echo.ask(b"x")
    assert caught.value.too_late
    assert time.monotonic() - begun < 10
    assert echo.pid is None


def test_who_says_too_much_is_not_listened_to(ended: list[LimitedProcess]) -> None:
    echo = process("asked = b'x' * (8 * 1024 * 1024 + 1)")
    ended.append(echo)
    with pytest.raises(NoAnswer):
        echo.ask(b"x")


# bounds


def test_a_process_that_uses_up_its_seconds_is_ended_by_the_system(ended: list[LimitedProcess]) -> None:
    spin = process("bound_time()\n    while asked == b'putar': pass", starts=STARTS.replace(
        "\n", "\nimport kinerja_xl.routing.limits.bounds as bounds\nbounds.CPU_SECONDS = 1\n", 1))
    ended.append(spin)
    with pytest.raises(NoAnswer) as caught:
        spin.ask(b"putar")
    assert caught.value.too_late
    assert spin.ask(b"lain") == b"lain"


@pytest.mark.parametrize("body", [
    "bytearray(600 * 1024 * 1024)", "open('/etc/hostname')", "socket.socket()", "os.fork()", "os.pipe()"])
def test_a_bounded_process_gets_no_memory_file_socket_or_child(body: str, ended: list[LimitedProcess]) -> None:
    if body == "os.fork()" and os.geteuid() == 0:
        body = "os.open('/tmp', 0)"  # root's processes are not counted; the rest holds for root too
    bounded = process(f"bound_process()\n    if asked == b'coba': {body}", starts=STARTS)
    ended.append(bounded)
    assert bounded.ask(b"lain") == b"lain"
    with pytest.raises(NoAnswer):
        bounded.ask(b"coba")


# what travels


def test_a_worksheet_read_in_the_other_process_is_the_same_worksheet() -> None:
    data = make_worksheet()
    sheet = reading.read_worksheet(data, "x.xlsx")
    assert sheet == read_lembar_kerja(data, "x.xlsx")
    assert any(isinstance(value, Decimal) for value in sheet.sel.values())


def test_a_refusal_travels_with_its_words() -> None:
    with pytest.raises(NotAWorkbook, match=r"surat\ud800.xlsx bukan .*: berkas ini dokumen PDF"):
        reading.read_worksheet(b"%PDF-1.7", "surat\ud800.xlsx")
    without = edited(make_worksheet(), lambda book: book.remove(book["Disposisi"]))
    with pytest.raises(SheetMissing, match="Disposisi"):
        reading.read_worksheet(without, "x.xlsx")
    reading.look_through(without, "x.xlsx")
    with pytest.raises(WorkbookUnsafe):
        reading.look_through(make_worksheet().replace(b"xl/styles.xml", b"xl/../../s.xm"), "x.xlsx")


def test_a_file_that_kills_its_reader_twice_is_refused(monkeypatch: pytest.MonkeyPatch,
                                                       ended: list[LimitedProcess]) -> None:
    dying = process("os.abort()", starts="import os\n")
    ended.append(dying)
    monkeypatch.setattr(reading, "READER", dying)
    with pytest.raises(WorkbookTooHard, match=r"berhenti mendadak") as caught:
        reading.read_worksheet(b"x", "x.xlsx")
    assert caught.value.code == "K480"


def test_a_reader_that_was_ended_from_outside_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = reading.READER.ask
    left = [NoAnswer(too_late=False)]
    monkeypatch.setattr(reading.READER, "ask", lambda q: (_ for _ in ()).throw(left.pop()) if left else ask(q))
    assert reading.read_worksheet(make_worksheet(), "x.xlsx") == read_lembar_kerja(make_worksheet(), "x.xlsx")


GOOD = json.loads(wire.encode_sheet(read_lembar_kerja(make_worksheet(), "x.xlsx")))


@pytest.mark.parametrize("said", [
    b"", b"[]", b"null", b"{}", b"\xff", b"cos\nsystem\n(S'true'\ntR.", b"[" * 100_000,
    {"galat": "KinerjaError", "fakta": {}}, {"galat": "__class__", "fakta": {}}, {"galat": "WorkbookError"},
    {"galat": "NotAWorkbook", "fakta": {"berkas": ["x"]}}, {"galat": "NotAWorkbook", "fakta": {}},
    {"galat": ["NotAWorkbook"], "fakta": {}},
    {**GOOD, "identitas": ["2026-TW1-X", "1", 2026, 1, "X", None, 1]},
    {**GOOD, "identitas": ["2026-TW1-X", True, 2026, 1, "X", None, 1]},
    {**GOOD, "identitas": [1]}, {**GOOD, "sel": [["a", "b", "c", 1.5]]}, {**GOOD, "sel": [["a", "b", "c", ["satu"]]]},
    {**GOOD, "sel": [["a", "b"]]}, {**GOOD, "sel": [["a", "b", "c", {"x": 1}]]},
    {**GOOD, "letak": [["a", "b", "c", 1]]},
    {**GOOD, "catatan": None}, {**GOOD, "letak_catatan": ["a"]}, {**GOOD, "daftar": [["C101", "boleh", "a", "b", "c"]]},
    {**GOOD, "tanpa_rumus": [[["a"], "b", "c"]]}])
def test_an_answer_that_is_none_of_ours_is_refused(said: object) -> None:
    with pytest.raises(wire.NotOurs):
        wire.decode(said if isinstance(said, bytes) else json.dumps(said).encode())


def test_a_reader_that_answers_nonsense_is_ended_and_its_file_refused(monkeypatch: pytest.MonkeyPatch,
                                                                      ended: list[LimitedProcess]) -> None:
    turned = process()
    ended.append(turned)
    monkeypatch.setattr(reading, "READER", turned)
    with pytest.raises(WorkbookTooHard):
        reading.read_worksheet(b"x", "x.xlsx")
    assert turned.pid is None
