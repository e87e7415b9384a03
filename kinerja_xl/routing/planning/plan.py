"""The plan: from files and the ledger's state to decisions, without touching anything (architecture law 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.routing.planning.differences import find_differences, tell_differences
from kinerja_xl.routing.planning.facts import Accept, Await, Decision, Drop, Fakta, Hold
from kinerja_xl.routing.planning.judging import judge
from kinerja_xl.routing.planning.masuk import decide_masuk, hold_left_behind, is_leftover, merge_copies
from kinerja_xl.routing.planning.standing import (
    berkas_of,
    hold,
    hold_not_holder,
    hold_other_version,
    hold_unknown,
    was_sent_by,
    worksheet,
)


def plan(daftar_fakta: Iterable[Fakta], states: Mapping[str, Keadaan], pengaturan: Pengaturan) -> tuple[Decision, ...]:
    """Return the decisions of one pass; every fact has one, or is a ``kembar`` in another's.

    At most one file of a berkas is acted upon in a pass: after it, the ledger's state is another.
    """
    facts = tuple(daftar_fakta)
    decisions: list[Decision] = []
    groups: dict[str, list[Fakta]] = {}
    for fakta in facts:
        if fakta.jalan is Jalan.MASUK:
            continue
        stopped = _stop(fakta, states, pengaturan)
        if stopped:
            decisions.append(stopped)
        else:
            groups.setdefault(berkas_of(fakta) or "", []).append(fakta)
    for berkas, group in groups.items():
        waiting = [f for f in facts if f.jalan is Jalan.MASUK and berkas_of(f) == berkas]
        decisions += _decide_group(group, waiting, states[berkas], pengaturan)
    decided = {f.jalur for decision in decisions for f in (decision.fakta, *getattr(decision, "kembar", ()))}
    decisions += merge_copies(
        [decide_masuk(f, states, pengaturan, frozenset(groups)) for f in facts if f.jalur not in decided])
    return tuple(decisions)


def _stop(fakta: Fakta, states: Mapping[str, Keadaan], pengaturan: Pengaturan) -> Hold | Drop | None:
    """Why the file cannot be taken as an act of this role; None where it can be judged."""
    unknown = hold_unknown(fakta, states)
    if unknown:
        return unknown
    keadaan = states[berkas_of(fakta) or ""]
    if was_sent_by(fakta, keadaan):
        return Drop(fakta, keadaan)
    if fakta.pelaksana != keadaan.pemegang:
        return hold_not_holder(fakta, keadaan, pengaturan)
    return hold_other_version(fakta, keadaan)


# several files of one berkas


def _decide_group(group: Sequence[Fakta], waiting: Sequence[Fakta], keadaan: Keadaan,
                  pengaturan: Pengaturan) -> Iterator[Decision]:
    """One file acts, or none: copies of it are removed, rivals are all held."""
    first, others = group[0], [fakta for fakta in group[1:] if fakta.sha256 != group[0].sha256]
    if len({fakta.jalan for fakta in group}) > 1:
        folders = " dan ".join(sorted({fakta.jalan.value for fakta in group}))
        yield from (hold("H107", fakta, keadaan.berkas, daftar_folder=folders) for fakta in group)
        return
    differences = tell_differences(
        text for fakta in others for text in find_differences(worksheet(first), worksheet(fakta)))
    if differences:
        names = " dan ".join(fakta.nama for fakta in group)
        yield from (hold("H106", fakta, keadaan.berkas, daftar_nama=names, folder=fakta.jalan, perbedaan=differences)
                    for fakta in group)
        return
    kembar = (*(fakta for fakta in group[1:] if fakta.sha256 == first.sha256),
              *(fakta for fakta in waiting if is_leftover(fakta, first, keadaan)))
    decision = judge(first, keadaan, pengaturan)
    if isinstance(decision, Await):
        yield replace(decision, kembar=tuple(group[1:]))
        return
    yield replace(decision, kembar=kembar)
    yield from (hold("H108", fakta, keadaan.berkas, nama=first.nama) for fakta in others)
    if isinstance(decision, Accept):
        yield from (hold_left_behind(fakta, worksheet(first), keadaan) for fakta in waiting
                    if fakta.pelaksana == first.pelaksana and fakta not in kembar)
