"""The planner's acts outside the folders: buka kembali, tutup tanpa data, batalkan (contract section 4)."""

from __future__ import annotations

from kinerja_xl.domain.roles import PERENCANAAN
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import KEGIATAN, Jalan, Tindakan
from kinerja_xl.errors import ActImpossible, NoteMissing
from kinerja_xl.kantor.material.year import check_open
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.worksheets.handing import archive, hand_on, make_act, state_after
from kinerja_xl.routing.steps import Step, remove


def perform(kantor: Kantor, tindakan: Tindakan, berkas: str, catatan: str) -> str:
    """Do one act of Kasubag Perencanaan that a command ordered; return the berkas.

    What is archived as the new versi is the content accepted last. Raises UnknownBerkas, NoteMissing, or ActImpossible
    where the SOP has no such row for the status.
    """
    old = kantor.state_of(berkas.strip().upper())
    check_open(kantor, old.periode.tahun, tindakan.value)
    kegiatan = next(row for row in KEGIATAN if row.tindakan is tindakan and row.jalan is Jalan.PERINTAH)
    if old.status not in kegiatan.dari:
        raise ActImpossible(tindakan=tindakan.value, berkas=old.berkas, status=old.status.label)
    if kegiatan.catatan_wajib and not catatan.strip():
        raise NoteMissing(tindakan=tindakan.value)
    sha256 = old.sha256_diterima
    act = make_act(kantor, old, kegiatan, PERENCANAAN, dasar=Jalan.PERINTAH.value, catatan=catatan.strip(),
                   sha256=sha256)
    state = state_after(old, act)
    events, steps = [act], [archive(kantor, state, sha256), *_removals(kantor, old)]
    if state.pemegang is not None:
        sheet = kantor.read_sheet(sha256, old.berkas)
        sent, step = hand_on(kantor, state, act, state.pemegang, sheet, sha256, ())
        events.append(sent)
        steps.append(step)
    kantor.record(events, steps)
    return old.berkas


def _removals(kantor: Kantor, old: Keadaan) -> tuple[Step, ...]:
    """What is taken away from the holder: unopened files whose content is known; his own work waits for the pass."""
    if old.pemegang is None:
        return ()
    found = kantor.custody.find_unopened(kantor.folders.masuk(old.pemegang), old.sha256_dikenal)
    return tuple(remove(jalur, sha256) for jalur, sha256 in found)
