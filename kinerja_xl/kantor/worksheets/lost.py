"""Lost worksheets: of every berkas under way a file must lie with its holder; a missing one is told, then put anew.

"Gone" means nothing at once (custody.md faults 5 and 16): Excel deletes before it renames, people move files and put
them back, a share may come back half. docs/keputusan/0010 has the times and why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan
from kinerja_xl.errors import KinerjaError, ManyLost, WorksheetLost, WorksheetMisplaced
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.remembered import HILANG, moment, since_when
from kinerja_xl.kantor.worksheets.elsewhere import Searcher
from kinerja_xl.kantor.worksheets.gathering import Gathered
from kinerja_xl.kantor.worksheets.handing import hand_on
from kinerja_xl.routing.folders import worksheet_name
from kinerja_xl.routing.steps import StepKind, place

GRACE = timedelta(minutes=10)
"""How long a worksheet must be gone, by the office clock, before it is put anew."""
PATIENCE = timedelta(hours=24)
"""How long where many are gone at once: then it is the share or a person with a broom, not a clerk."""
MANY = 3
"""From so many on, and more than half of what is under way, they are gone "at once"."""
RIVALS = ("H106", "H107")
"""Held together: the holder is to choose one of them, so the berkas is not lost."""


@dataclass(frozen=True)
class Hilang:
    """A berkas under way of which no file lies with its holder, and since when by the office clock."""

    state: Keadaan
    sejak: datetime


@dataclass(frozen=True)
class HasilCari:
    """Whether a worksheet was put anew, and what is to be told of those that are missing."""

    worked: bool = False
    gangguan: tuple[KinerjaError, ...] = ()


def look_for_lost(kantor: Kantor, seen: Gathered, searcher: Searcher) -> HasilCari:
    """Tell which worksheets are missing with their holders, and put anew those that are gone for long enough.

    To be asked only after a look in which nothing was moved: then what was seen is what the ledger says.
    """
    states = {state.berkas: state for state in kantor.keadaan.values() if state.pemegang}
    gone = {_key(state): state for state in states.values() if _is_gone(kantor, state, seen)}
    sure = {key for key, state in gone.items() if state.pemegang not in seen.unsure}
    since = since_when(kantor, HILANG, sure, gone.keys() - sure)
    missing = [Hilang(state, since[key]) for key, state in gone.items() if key in since]
    if not missing:
        return HasilCari()
    found = searcher.find(kantor, {hilang.state.berkas: hilang.state for hilang in missing})
    lost = [hilang for hilang in missing if hilang.state.berkas not in found]
    many = len(lost) >= MANY and 2 * len(lost) > len(states)
    wait = PATIENCE if many else GRACE
    due = [hilang for hilang in lost if _key(hilang.state) in sure and kantor.now() >= hilang.sejak + wait]
    for hilang in due:
        _put_anew(kantor, hilang)
    left = [hilang for hilang in lost if hilang not in due]
    told = _tell_many(left, len(states)) if many and left else tuple(_tell_lost(kantor, hilang) for hilang in left)
    return HasilCari(bool(due), (*_tell_misplaced(kantor, missing, found), *told))


def _key(state: Keadaan) -> str:
    return f"{state.berkas} v{state.versi}"


def _is_gone(kantor: Kantor, state: Keadaan, seen: Gathered) -> bool:
    """Whether no file of a berkas lies with its holder, none is on its way, and he has not to choose between two."""
    holder = state.pemegang
    if holder is None or (state.berkas, holder) in seen.present:
        return False
    masuk = kantor.folders.masuk(holder)
    coming = any(step.step.kind is StepKind.PLACE and step.step.path == masuk for step in kantor.ledger.open_steps())
    return not coming and not _has_rivals(kantor, state, kantor.folders.ditahan(holder))


def _has_rivals(kantor: Kantor, state: Keadaan, ditahan: str) -> bool:
    """Whether rivals lie in Ditahan that were held since the holder got his worksheet, for the first time or back."""
    since = next(row.nomor for row in reversed(kantor.about(state.berkas)) if row.jenis is JenisPeristiwa.DIKIRIM)
    return any(row.nomor > since and row.isi["milik"] == state.berkas and row.isi["kode"] in RIVALS
               and row.isi["folder"] == ditahan and kantor.disk.lies(kantor.akar / ditahan / str(row.isi["nama"]))
               for row in kantor.of_kind(JenisPeristiwa.DITAHAN))


# what is told


def _tell_misplaced(kantor: Kantor, missing: Sequence[Hilang],
                    found: Mapping[str, Sequence[str]]) -> tuple[KinerjaError, ...]:
    return tuple(WorksheetMisplaced(berkas=hilang.state.berkas, folder=_masuk(kantor, hilang.state),
                                    tempat=" dan ".join(found[hilang.state.berkas]))
                 for hilang in missing if hilang.state.berkas in found)


def _tell_many(lost: Sequence[Hilang], berjalan: int) -> tuple[KinerjaError, ...]:
    first = min(hilang.sejak for hilang in lost)
    return (ManyLost(jumlah=len(lost), semua=berjalan, sejak=moment(first), mulai=moment(first + PATIENCE),
                     daftar=", ".join(hilang.state.berkas for hilang in lost)),)


def _tell_lost(kantor: Kantor, hilang: Hilang) -> KinerjaError:
    return WorksheetLost(berkas=hilang.state.berkas, folder=_masuk(kantor, hilang.state), sejak=moment(hilang.sejak),
                         mulai=moment(hilang.sejak + GRACE))


def _masuk(kantor: Kantor, state: Keadaan) -> str:
    return kantor.folders.masuk(_holder(state))


def _holder(state: Keadaan) -> Pelaksana:
    holder = state.pemegang
    assert holder is not None  # only berkas under way are looked for
    return holder


# putting anew


def _put_anew(kantor: Kantor, hilang: Hilang) -> None:
    """Put the worksheet as it was handed over last into Masuk; where the store lost that, from the accepted version."""
    state, masuk = hilang.state, _masuk(kantor, hilang.state)
    sebab = f"Tidak ada di folder {masuk} sejak {moment(hilang.sejak)}; ditaruh lagi seperti terakhir diserahkan."
    name, sha256 = worksheet_name(state.periode, state.bidang, state.sub_bidang), state.sha256_kini
    row = kantor.event(JenisPeristiwa.DIKIRIM, state.berkas, sha256_dikirim=sha256, folder=masuk, nama=name)
    step = place(sha256, masuk, name)
    if not kantor.disk.in_store(sha256):
        accepted = kantor.read_sheet(state.sha256_diterima, state.berkas)
        row, step = hand_on(kantor, state, row, _holder(state), accepted, state.sha256_diterima, ())
    kantor.record([replace(row, isi={**row.isi, "sebab": sebab})], [step])
