"""Several plans handed in before one pass come in force by their own numbers, never in the order of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kinerja_xl.domain.alasan import alasan_of
from kinerja_xl.domain.roles import PERENCANAAN
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import KinerjaError, PlanRivals, SheetMissing
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.planning.facts import Decision, Fakta, Hold
from kinerja_xl.workbook.plan.plan_book import read_plan_book

Nomor = tuple[int, int]
"""Year and number of a version, as its workbook states them."""


def may_be_plan(fakta: Fakta) -> bool:
    """Whether a file lies where the planner hands in his plan, and is no worksheet."""
    return fakta.pelaksana == PERENCANAAN and fakta.jalan is Jalan.MASUK and isinstance(fakta.isi, SheetMissing)


def plans_in_order(kantor: Kantor, decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions with the plans last, by year and number; of one number only one content is taken.

    Two contents that state the same number are both held with the reason: which of them counts is the planner's to say.
    """
    plans = [decision for decision in decisions if isinstance(decision, Hold) and may_be_plan(decision.fakta)]
    if len(plans) < 2:
        return list(decisions)
    numbers = {decision.fakta.jalur: _number(kantor, decision.fakta) for decision in plans}
    contents = {(numbers[decision.fakta.jalur], decision.fakta.sha256) for decision in plans}
    times = Counter(number for number, _ in contents if number)
    ordered = sorted(plans, key=lambda decision: numbers[decision.fakta.jalur] or (9999, 0))
    return [*(decision for decision in decisions if decision not in plans),
            *(_hold_rivals(decision, plans, numbers) if times[numbers[decision.fakta.jalur] or (0, 0)] > 1 else decision
              for decision in ordered)]


def _number(kantor: Kantor, fakta: Fakta) -> Nomor | None:
    """What a workbook states, None where it is no plan or not right: it is held for that."""
    data = kantor.disk.read(kantor.akar / fakta.jalur)
    if data is None:
        return None
    try:
        rencana = read_plan_book(data, fakta.nama, kantor.pengaturan).rencana
    except KinerjaError:
        return None
    return (rencana.tahun, rencana.versi) if rencana else None


def _hold_rivals(decision: Hold, plans: Sequence[Hold], numbers: dict[str, Nomor | None]) -> Hold:
    number = numbers[decision.fakta.jalur]
    names = [f"“{one.fakta.nama}”" for one in plans if numbers[one.fakta.jalur] == number]
    assert number is not None  # what states no number has no rival
    error = PlanRivals(tahun=number[0], versi=number[1], daftar=" dan ".join(names))
    return Hold(replace(decision.fakta, isi=error), alasan_of(error))
