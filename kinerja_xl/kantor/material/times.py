"""The working time that the steps of a quarter took, unit by unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_xl.domain.laporan.jejak import read_tindakan
from kinerja_xl.domain.laporan.waktu_baku import unit_code
from kinerja_xl.domain.laporan.waktu_tahap import WaktuTahap, count_returns, waktu_tahap
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.kantor.office import Kantor


@dataclass(frozen=True)
class WaktuUnit:
    """One unit in a quarter: the time of each step that it did, and how often its berkas was sent back."""

    unit: str
    waktu: Mapping[Tindakan, WaktuTahap]
    pengembalian: int


def latest_quarter(kantor: Kantor) -> Periode | None:
    """Return the quarter issued last, None before the first."""
    return max((state.periode for state in kantor.keadaan.values()), default=None)


def unit_times(kantor: Kantor, periode: Periode) -> tuple[WaktuUnit, ...]:
    """Return the times of every unit that has a berkas of the quarter, in the order of issue."""
    found = []
    for state in kantor.keadaan.values():
        if state.periode == periode:
            acts = read_tindakan(kantor.pengaturan, kantor.about(state.berkas))
            found.append(WaktuUnit(unit_code(state.bidang, state.sub_bidang), waktu_tahap(acts), count_returns(acts)))
    return tuple(found)
