"""Handing on: the rows and disk steps of an accepted act, the same for a worksheet in a folder and for a command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.lembar.checksum import checksum_of_others
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Keadaan, Peristiwa, advance
from kinerja_xl.domain.sop.jabatan import find_rangkap, orang_of
from kinerja_xl.domain.sop.sop import Kegiatan, holder, next_kegiatan
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.worksheets.slips import make_slip, title
from kinerja_xl.kantor.worksheets.stamps import recorded_by
from kinerja_xl.routing.folders import archive_name, worksheet_name
from kinerja_xl.routing.steps import Step, keep, place
from kinerja_xl.workbook.service.service_sheets import update_service_sheets


def make_act(kantor: Kantor, old: Keadaan, kegiatan: Kegiatan, pelaksana: Pelaksana, *, dasar: str, catatan: str,
             sha256: str, naskah: str = "", akun: str | None = None) -> Peristiwa:
    """Return the act that takes a berkas to its next versi, with the number and code it gets when recorded next.

    ``naskah`` is the sha256 of the signed scan that the act rests on, ``akun`` the account that saved the file, where
    that was checked.
    """
    status = kegiatan.ke or old.status_lama[-1]
    orang = orang_of(kantor.pejabat(pelaksana))
    rangkap = find_rangkap(kantor.pengaturan, pelaksana, kantor.now().date())
    proof: dict[str, Json] = {"naskah_sha256": naskah} if naskah else {}
    proof |= {} if akun is None else {"akun": akun}
    return kantor.preview(kantor.event(
        JenisPeristiwa.TINDAKAN, old.berkas, kegiatan=kegiatan.nomor, tindakan=kegiatan.tindakan.value,
        dari=old.status.value, ke=status.value, pejabat=title(kantor, pelaksana),
        nip=orang.nip, nama=orang.nama, rangkap=list(rangkap),
        tujuan=title(kantor, holder(status, old.bidang, old.sub_bidang)), dicatat_oleh=recorded_by(), dasar=dasar,
        catatan=catatan, versi=old.versi + 1, sha256_diterima=sha256, **proof))


def state_after(old: Keadaan, act: Peristiwa) -> Keadaan:
    """Return where the berkas stands after an act that is not recorded yet."""
    states = {old.berkas: old}
    advance(states, act)
    return states[old.berkas]


def archive(kantor: Kantor, state: Keadaan, sha256: str) -> Step:
    """Return the step that archives the content accepted as the present versi, exactly as received."""
    return keep(sha256, kantor.folders.arsip(state.periode, state.bidang),
                archive_name(state.periode, state.bidang, state.sub_bidang, state.versi))


def hand_on(kantor: Kantor, state: Keadaan, row: Peristiwa, receiver: Pelaksana, sheet: LembarKerja, sha256: str,
            daftar_catatan: Sequence[Catatan], *, keep_note: bool = False) -> tuple[Peristiwa, Step]:
    """Return the row and the step by which a received content goes to Masuk, its service sheets brought up to date.

    What is left to mind (peringatan) goes on to the next role; the note cell is freed unless the file comes back.
    """
    accepted = sheet if sha256 == state.sha256_diterima else kantor.read_sheet(state.sha256_diterima, state.berkas)
    awaited = next_kegiatan(state.status)
    slip = replace(make_slip(kantor, state, row),
                   jumlah_uji=checksum_of_others(accepted, awaited) if awaited else "")
    data = update_service_sheets(kantor.disk.read_store(sha256), slip, tuple(daftar_catatan), keep_note=keep_note)
    sent = kantor.disk.put_store(data)
    identity = sheet.identitas._replace(berkas=state.berkas, versi=state.versi, langkah=slip.langkah)
    note = sheet.catatan_disposisi if keep_note else ""
    kantor.remember_sheet(sent, replace(sheet, identitas=identity, catatan_disposisi=note),
                          beside=state.sha256_diterima)
    folder = kantor.folders.masuk(receiver)
    name = worksheet_name(state.periode, state.bidang, state.sub_bidang)
    return (kantor.event(JenisPeristiwa.DIKIRIM, state.berkas, sha256_dikirim=sent, folder=folder, nama=name),
            place(sent, folder, name))
