"""Masuk: work in progress, what stays behind when a worksheet is sent, and taking back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import KEGIATAN, Tindakan
from kinerja_xl.routing.planning.differences import LEFT_BEHIND, find_differences, tell_differences
from kinerja_xl.routing.planning.facts import Accept, Decision, Drop, Fakta, Hold, Leave
from kinerja_xl.routing.planning.standing import (
    berkas_of,
    hold,
    hold_not_holder,
    hold_other_version,
    hold_unknown,
    title,
    was_sent_by,
    worksheet,
)

_TARIK = next(row for row in KEGIATAN if row.tindakan is Tindakan.TARIK_KEMBALI)


def decide_masuk(fakta: Fakta, states: Mapping[str, Keadaan], pengaturan: Pengaturan,
                  acted: frozenset[str]) -> Decision:
    """Return what becomes of a file in Masuk; ``acted`` are the berkas that somebody acts on in this pass."""
    if fakta.dibuka_oleh or berkas_of(fakta) in acted:
        return Leave(fakta)
    unknown = hold_unknown(fakta, states)
    if unknown:
        return unknown
    keadaan = states[berkas_of(fakta) or ""]
    if fakta.pelaksana == keadaan.pemegang:
        return hold_other_version(fakta, keadaan) or Leave(fakta)
    if keadaan.pemegang is None or not was_sent_by(fakta, keadaan):
        if fakta.sha256 in keadaan.sha256_titipan:
            return Drop(fakta, keadaan)  # an unfilled leftover; its content is kept
        if fakta.isi_terkirim is not None and fakta.sha256 not in keadaan.sha256_dikenal:
            return hold_left_behind(fakta, fakta.isi_terkirim, keadaan)
        return hold_not_holder(fakta, keadaan, pengaturan)
    if not fakta.penerima_utuh:
        return hold("H110", fakta, keadaan.berkas, pemegang=title(keadaan.pemegang, pengaturan))
    return Accept(fakta, keadaan, _TARIK)


def merge_copies(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Several copies of what was sent, put back at once, take the berkas back once."""
    first: dict[str, Accept] = {}
    for decision in decisions:
        if isinstance(decision, Accept):
            known = first.get(decision.keadaan.berkas)
            first[decision.keadaan.berkas] = replace(
                known or decision, kembar=(*known.kembar, decision.fakta) if known else ())
        else:
            yield decision
    yield from first.values()


def is_leftover(fakta: Fakta, first: Fakta, keadaan: Keadaan) -> bool:
    """Whether a file in Masuk is what the act leaves behind: the same content, or one that the service had put there.

    The second is the usual one: who fills the worksheet and saves it into Kirim leaves the unfilled one in Masuk.
    """
    known = fakta.sha256 == first.sha256 or fakta.sha256 in keadaan.sha256_titipan
    return known and fakta.pelaksana == first.pelaksana and not fakta.dibuka_oleh


def hold_left_behind(fakta: Fakta, sent: LembarKerja, keadaan: Keadaan) -> Hold:
    """Why a copy that stayed in Masuk goes to Ditahan: it is open, says the same, or what was typed there in vain."""
    if fakta.dibuka_oleh:
        return hold("H109", fakta, keadaan.berkas, oleh=fakta.dibuka_oleh)
    differences = tell_differences(find_differences(sent, worksheet(fakta), LEFT_BEHIND))
    if differences:
        return hold("H115", fakta, keadaan.berkas, perbedaan=differences)
    return hold("H116", fakta, keadaan.berkas)
