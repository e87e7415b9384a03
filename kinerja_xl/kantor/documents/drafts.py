"""Drafts: the paper of the step that a worksheet waits for, as if its holder acted now with the file he is filling."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xl.domain.sop.acts import Peristiwa
from kinerja_xl.domain.sop.sop import next_kegiatan
from kinerja_xl.errors import DraftOutdated, NoPaperHere
from kinerja_xl.kantor.documents.act_papers import DAFTAR_NASKAH, make_paper, paper_name
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.worksheets.handing import make_act
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja


def make_draft(kantor: Kantor, jenis: str, data: bytes, nama: str) -> tuple[str, bytes]:
    """Return name and content of a draft made from a worksheet's file; ``kantor`` is a copy that is thrown away.

    Raises WorkbookError kinds, UnknownBerkas, DraftOutdated, or NoPaperHere where this step has no such paper.
    """
    preflight(data, nama)
    sheet = read_lembar_kerja(data, nama)
    state = kantor.state_of(sheet.identitas.berkas or "")
    if sheet.identitas.versi != state.versi:
        raise DraftOutdated(berkas=state.berkas, versi=sheet.identitas.versi, kini=state.versi)
    row, holder = next_kegiatan(state.status), state.pemegang
    naskah = next((naskah for naskah in DAFTAR_NASKAH if naskah.dokumen == jenis and row
                   and row.keluaran in naskah.keluaran), None)
    if row is None or holder is None or naskah is None:
        raise NoPaperHere(berkas=state.berkas, status=state.status.label)
    act: Peristiwa = replace(
        make_act(kantor, state, row, holder, dasar="draf", catatan=sheet.catatan_disposisi,
                 sha256=kantor.disk.put_store(data)), rantai="")  # nobody has done it: it has no code
    kantor.suppose(act)
    name = paper_name(kantor, naskah, act)
    return f"{name.removesuffix('.docx')} DRAF.docx", make_paper(kantor, naskah, act)
