"""How complete each worksheet is, kept beside the ledger: only another content, plan or setting can change it.

It may be lost: then the worksheets are read again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal

from kinerja_xl import __version__
from kinerja_xl.domain.pemantauan.isi import Kelengkapan, measure_isian
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan
from kinerja_xl.kantor.material.plans import unit_plan
from kinerja_xl.kantor.office import Kantor

_META = "isian"
_DECIMALS = ("capaian", "pagu", "realisasi", "serapan")


def measure_accepted(kantor: Kantor, shown: Iterable[Keadaan]) -> dict[str, Kelengkapan]:
    """Return by berkas how complete its last accepted version is; what is no longer ``shown`` is forgotten."""
    text = kantor.ledger.get_meta(_META) or "{}"
    known = {key: _load(value) for key, value in json.loads(text).items()}
    keys = {state.berkas: _key(kantor, state) for state in shown}
    measured = {state.berkas: known.get(keys[state.berkas]) or _measure(kantor, state) for state in shown}
    kept = json.dumps({keys[berkas]: asdict(isian) for berkas, isian in measured.items()}, default=str)
    if kept != text:
        kantor.ledger.set_meta(_META, kept)
    return measured


def _key(kantor: Kantor, state: Keadaan) -> str:
    """Everything that the measure is made from: the content, the plan it stands on, the settings, the rules."""
    settings = kantor.of_kind(JenisPeristiwa.PENGATURAN)[-1].nomor
    return f"{__version__} {state.berkas} {state.sha256_diterima} {state.rencana_versi} {settings}"


def _measure(kantor: Kantor, state: Keadaan) -> Kelengkapan:
    lembar = kantor.read_sheet(state.sha256_diterima, state.berkas)
    return measure_isian(lembar, unit_plan(kantor, state), state.periode.triwulan, kantor.pengaturan)


def _load(kept: dict[str, str | int | None]) -> Kelengkapan:
    return Kelengkapan(**{name: Decimal(value) if name in _DECIMALS and value is not None else value
                          for name, value in kept.items()})  # type: ignore[arg-type]  # what asdict gave
