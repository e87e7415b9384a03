"""``kinerja status --pantau``: the office as it stands, in the terminal, again and again until Ctrl+C."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.table import Table
from rich.text import Text

from kinerja_xl.domain.pengingat.sisa import Sisa, sisa_of
from kinerja_xl.domain.sop.deadlines import make_kalender
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.errors import KinerjaError
from kinerja_xl.faces.views import console, day
from kinerja_xl.kantor.material.times import latest_quarter
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.remembered import moment, read_notices
from kinerja_xl.kantor.views import BarisStatus, status_rows
from kinerja_xl.kantor.worksheets.held import held_rows
from kinerja_xl.kantor.worksheets.naskah import waiting_rows
from kinerja_xl.kantor.worksheets.slips import title

Opened = Callable[[], AbstractContextManager[Kantor]]
INTERVAL = 5.0
"""Seconds between looks."""
_NOTICES = 3
"""Notices that are shown; STATUS LAYANAN has them all."""


def watch_office(opened: Opened, *, out: Console | None = None, pause: Callable[[float], None] = time.sleep) -> None:
    """Show the office that ``opened`` opens anew for each look, until Ctrl+C; where the output is no terminal, once.

    An office that goes away meanwhile is said and waited for. Raises what ``opened`` raises in the beginning.
    """
    out = out or console()
    look = _Look(opened)
    first = look.draw()
    if not out.is_terminal:
        out.print(first)
        return
    with Live(first, console=out, screen=True, auto_refresh=False, vertical_overflow="ellipsis",
              redirect_stdout=False, redirect_stderr=False) as live:
        try:
            while True:
                pause(INTERVAL)
                live.update(look.draw_again(), refresh=True)
        except KeyboardInterrupt:
            return


class _Look:
    """One look at the office, ready to be drawn."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._last: RenderableType = ""

    def draw(self) -> RenderableType:
        with self._opened() as kantor:
            self._last = draw_office(kantor)
        return self._last

    def draw_again(self) -> RenderableType:
        try:
            return self.draw()
        except KinerjaError as error:  # the share may come back; what was seen last stays
            return Group(Text(f"{error.code}: {error.pesan}", style="bold red"), Text(""), self._last)


def draw_office(kantor: Kantor) -> RenderableType:
    """Return the berkas of the latest quarter and those under way, the most urgent first, and what needs attention."""
    latest, now = latest_quarter(kantor), kantor.now()
    rows = [row for row in status_rows(kantor)
            if row.pemegang or (latest and (row.tahun, row.triwulan) == (latest.tahun, latest.triwulan))]
    late, ended = sum(row.terlambat for row in rows), sum(row.pemegang is None for row in rows)
    head = Text.assemble((kantor.pengaturan.instansi.nama, "bold"), f"  {moment(now)}")
    count = f"{len(rows)} berkas: {ended} selesai, {len(rows) - ended} berjalan, {late} terlambat."
    return Group(head, Text(""), _table(kantor, rows) if rows else Text("Belum ada berkas."), Text(""), Text(count),
                 *_attention(kantor), Text(""),
                 Text(f"Diperbarui setiap {INTERVAL:.0f} detik. Ctrl+C untuk berhenti.", style="dim"))


def _table(kantor: Kantor, rows: Sequence[BarisStatus]) -> Table:
    kalender, today = make_kalender(kantor.pengaturan), kantor.now().date()
    left = [(row, sisa_of(row.tenggat, today, kalender)) for row in rows]
    table = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    for judul in ("Berkas", "Status", "Pemegang", "Pejabat", "Batas", "Sisa waktu", "Versi"):
        table.add_column(judul, no_wrap=judul in ("Berkas", "Batas"))
    for row, sisa in sorted(left, key=_urgency):
        pemegang = kantor.state_of(row.berkas).pemegang
        table.add_row(row.berkas, Status(row.status).label, row.pemegang or "–",
                      title(kantor, pemegang).partition(" (")[0] if pemegang else "–", day(row.tenggat),
                      _told(row, sisa), str(row.versi))
    return table


def _urgency(item: tuple[BarisStatus, Sisa]) -> tuple[bool, bool, str, str]:
    """The late ones first, then by deadline; what has ended comes last."""
    row, _ = item
    return row.pemegang is None, row.tenggat is None, str(row.tenggat or ""), row.berkas


def _told(row: BarisStatus, sisa: Sisa) -> Text:
    if row.pemegang is None:
        return Text("–")
    style = "bold red" if sisa.terlambat else "yellow" if sisa.hari == 0 else ""
    return Text(sisa.kata, style=style)


def _attention(kantor: Kantor) -> list[Text]:
    held, notices = len(held_rows(kantor)), read_notices(kantor)
    lines = [f"{row.berkas}: {row.pesan}" for row in waiting_rows(kantor)] + list(notices[:_NOTICES])
    if len(notices) > _NOTICES:
        lines.append(f"dan {len(notices) - _NOTICES} hal lain; lihat STATUS LAYANAN.txt.")
    if held:
        lines.append(f"{held} berkas ditahan; lihat: kinerja status --ditahan")
    return [Text(f"  {line}", style="yellow") for line in lines]
