"""``kinerja status --pantau``: the terminal follows the office until Ctrl+C."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial

from kantor_jalan import KABID, KantorUji
from rich.console import Console

from kinerja_xl.faces.opening import opened_to_read
from kinerja_xl.faces.pantau import watch_office


class Layar:
    """A terminal of 140 x 30; what it shows at each pause is kept."""

    def __init__(self, *steps: Callable[[], None]) -> None:
        self.out = Console(file=io.StringIO(), force_terminal=True, width=140, height=30, color_system=None)
        self.shown: list[str] = []
        self._steps = list(steps)

    def pause(self, seconds: float) -> None:
        assert seconds == 5
        assert isinstance(self.out.file, io.StringIO)
        self.shown.append(self.out.file.getvalue())
        self.out.file.truncate(0)
        self.out.file.seek(0)
        if not self._steps:
            raise KeyboardInterrupt
        self._steps.pop(0)()


def watch(kantor: KantorUji, layar: Layar) -> list[str]:
    opened = partial(opened_to_read, kantor.akar, kantor.data, kantor.jam, quiet=True)
    watch_office(opened, out=layar.out, pause=layar.pause)
    return layar.shown


def line_of(shown: str, berkas: str = "2026-TW1-LINJAMSOS") -> list[str]:
    (line,) = [line for line in shown.splitlines() if line.strip().startswith(berkas)]
    return line.split()


def test_the_view_follows_the_office_and_ends_with_ctrl_c(kantor: KantorUji) -> None:
    first, second = watch(kantor, Layar(lambda: kantor.act(KABID, "Kirim") and None))
    assert line_of(first)[1:3] == ["Baru", "LINJAMSOS/Kabid"]
    assert "batas hari ini" in first
    assert line_of(second)[1:3] == ["Ditugaskan", "LINJAMSOS/Kasubid"]
    assert "6 berkas: 0 selesai, 6 berjalan, 0 terlambat." in second


def test_who_is_late_stands_first_and_says_so(kantor: KantorUji) -> None:
    kantor.jam = "2026-04-13T08:00"
    kantor.act(KABID, "Kirim")
    (shown,) = watch(kantor, Layar())
    lines = [line.split()[0] for line in shown.splitlines() if "2026-TW1" in line]
    assert lines[-1] == "2026-TW1-LINJAMSOS"  # received today: not late
    assert shown.count("TERLAMBAT 1 hari kerja") == 5


def test_a_share_that_goes_away_is_said_and_the_view_stays(kantor: KantorUji) -> None:
    away = kantor.akar.with_name("jauh")
    first, gone, back = watch(kantor, Layar(lambda: kantor.akar.rename(away) and None,
                                            lambda: away.rename(kantor.akar) and None))
    assert "K101" not in first + back
    assert "K101: Folder kantor tidak ditemukan" in gone
    assert line_of(gone)[1:3] == ["Baru", "LINJAMSOS/Kabid"]


def test_without_a_terminal_it_is_shown_once(kantor: KantorUji) -> None:
    code, out, err = kantor.command("status", "--pantau")
    assert (code, err) == (0, "")
    assert line_of(out)[1:3] == ["Baru", "LINJAMSOS/Kabid"]


def test_it_is_for_people_and_not_for_scripts(kantor: KantorUji) -> None:
    code, out, err = kantor.command("status", "--pantau", "--json")
    assert (code, out) == (2, "")
    assert "--pantau dengan --json" in err
