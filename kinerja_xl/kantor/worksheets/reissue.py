"""Issue again: worksheets under way that a later version of the plan overtook, made anew with what was filled.

What is due is derived at each pass (docs/keputusan/0008): nothing is flagged, so a crash only delays it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.laporan.asal_rencana import asal_of
from kinerja_xl.domain.lembar.checks import check_isian
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.lembar.rights import changes
from kinerja_xl.domain.rencana.terbit_ulang import Salinan, carry_over, catatan_terbit_ulang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa
from kinerja_xl.domain.sop.sop import KEGIATAN, Jalan, next_kegiatan
from kinerja_xl.errors import KinerjaError, UnitDropped
from kinerja_xl.kantor.material.plans import dropped, outdated, unit_plan
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.worksheets.handing import archive, state_after
from kinerja_xl.kantor.worksheets.issue import make_worksheet, quarter_folders
from kinerja_xl.kantor.worksheets.slips import make_slip, title
from kinerja_xl.kantor.worksheets.stamps import recorded_by
from kinerja_xl.routing.folders import unsent_name, worksheet_name
from kinerja_xl.routing.looking import Scan, Taken
from kinerja_xl.routing.steps import Step, keep, place, remove
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja, register_size
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.service.service_sheets import update_service_sheets


@dataclass(frozen=True)
class Milik:
    """A file in which the holder of a berkas works: as it lies in his Masuk, and as read."""

    taken: Taken
    isi: LembarKerja

    @property
    def dibuka_oleh(self) -> str | None:
        """Who has it open, None when nobody has."""
        return self.taken.found.candidate.dibuka_oleh


@dataclass(frozen=True)
class HasilTerbitUlang:
    """The berkas issued again now, in words those that wait until somebody closes his file, and what went wrong."""

    diterbitkan: tuple[str, ...] = ()
    menunggu: tuple[str, ...] = ()
    gangguan: tuple[KinerjaError, ...] = ()


def reissue_outdated(kantor: Kantor, scan: Scan) -> HasilTerbitUlang:
    """Issue again what can be: not where the holder acts in this pass, has the file open, or has just saved it.

    Among ``gangguan`` stands what the planner has to decide: a berkas of a unit that the plan dropped.
    """
    due, gone = tuple(outdated(kantor)), tuple(dropped(kantor))
    hasil = [_try_reissue(kantor, keadaan, rencana, scan) for keadaan, rencana in due]
    left = tuple(UnitDropped(unit=kantor.pengaturan.unit_name(keadaan.bidang, keadaan.sub_bidang), tahun=rencana.tahun,
                             versi=rencana.versi, berkas=keadaan.berkas) for keadaan, rencana in gone)
    return HasilTerbitUlang(tuple(b for h in hasil for b in h.diterbitkan), tuple(t for h in hasil for t in h.menunggu),
                            (*(g for h in hasil for g in h.gangguan), *left))


def _try_reissue(kantor: Kantor, keadaan: Keadaan, rencana: RencanaAksi, scan: Scan) -> HasilTerbitUlang:
    """One berkas that cannot be issued again keeps no other one from it."""
    files = _files_of_holder(kantor, keadaan, scan)
    if files is None:
        return HasilTerbitUlang()
    opened = [milik for milik in files if milik.dibuka_oleh]
    if opened:
        return HasilTerbitUlang(menunggu=tuple(
            f"{milik.taken.found.jalur}: masih dibuka oleh {milik.dibuka_oleh}; setelah ditutup, diterbitkan ulang "
            f"menurut Rencana Aksi versi {rencana.versi}" for milik in opened))
    try:
        _reissue(kantor, keadaan, rencana, files)
    except KinerjaError as error:
        return HasilTerbitUlang(gangguan=(error,))
    return HasilTerbitUlang((keadaan.berkas,))


def _files_of_holder(kantor: Kantor, keadaan: Keadaan, scan: Scan) -> tuple[Milik, ...] | None:
    """The files of the present versi in the holder's Masuk, the one saved last at the end; None = not in this pass."""
    found_files = [found for found in (*scan.readable, *scan.waiting) if found.pelaksana == keadaan.pemegang]
    unsettled = [found for found in scan.waiting if not found.candidate.dibuka_oleh]
    if any(found.jalan is not Jalan.MASUK or found in unsettled for found in found_files):
        return None
    files = []
    for found in scan.readable:
        if found.pelaksana != keadaan.pemegang:
            continue
        taken = kantor.custody.take(found)
        isi = kantor.read_taken(taken) if taken else None
        if taken is None or isi is None:
            return None
        if isinstance(isi, LembarKerja) and _is_of(isi, keadaan):
            files.append(Milik(taken, isi))
    return tuple(sorted(files, key=lambda milik: milik.taken.found.candidate.seen.mtime_ns))


def _is_of(isi: LembarKerja, keadaan: Keadaan) -> bool:
    return ((isi.identitas.berkas or "").strip().upper(), isi.identitas.versi) == (keadaan.berkas, keadaan.versi)


def _reissue(kantor: Kantor, old: Keadaan, rencana: RencanaAksi, files: Sequence[Milik]) -> None:
    holder = old.pemegang
    assert holder is not None  # it is under way
    unit, accepted = rencana.of_unit(old.bidang, old.sub_bidang), kantor.read_sheet(old.sha256_diterima, old.berkas)
    unsent = [milik for milik in files if milik.taken.sha256 not in old.sha256_titipan or changes(accepted, milik.isi)]
    terbit = _event(kantor, old, holder, rencana, unsent)
    state, name = state_after(old, terbit), worksheet_name(old.periode, old.bidang, old.sub_bidang)
    slip = make_slip(kantor, state, terbit)

    def complete(made: bytes) -> bytes:
        salinan = carry_over(accepted, [milik.isi for milik in files] or _delivered(kantor, old), unit, holder.peran,
                             old.periode.triwulan, register_size(made))
        filled = fill_lembar_kerja(made, salinan.isian, salinan.catatan_disposisi or None)
        told = _told(kantor, old, unit, salinan, read_lembar_kerja(filled, name), holder)
        return update_service_sheets(filled, slip, told, keep_note=True)

    sha256 = kantor.disk.put_store(make_worksheet(kantor, unit, old, slip, complete))
    masuk = kantor.folders.masuk(holder)
    steps: list[Step] = [
        *quarter_folders(kantor, unit, old.periode, old.bidang),
        *(_keep_unsent(kantor, old, milik) for milik in unsent),
        archive(kantor, state, sha256),
        *(remove(milik.taken.found.jalur, milik.taken.sha256) for milik in files),
        place(sha256, masuk, name),
    ]
    sent = kantor.event(JenisPeristiwa.DIKIRIM, old.berkas, sha256_dikirim=sha256, folder=masuk, nama=name)
    kantor.record([terbit, sent], steps)


def _delivered(kantor: Kantor, old: Keadaan) -> list[LembarKerja]:
    """What the holder got, where he has no file of it any more: it may have come back to him with what he had sent."""
    return [kantor.read_sheet(old.sha256_kini, old.berkas)] if kantor.disk.in_store(old.sha256_kini) else []


def _event(kantor: Kantor, old: Keadaan, holder: Pelaksana, rencana: RencanaAksi,
           unsent: Sequence[Milik]) -> Peristiwa:
    version = asal_of(rencana).sebutan(rencana.versi)
    note = f"Diterbitkan ulang menurut Rencana Aksi {version}. Isian lama sudah disalin."
    return kantor.preview(kantor.event(
        JenisPeristiwa.TERBIT_ULANG, old.berkas, tindakan="terbitkan ulang", kegiatan=None, dari=old.status.value,
        ke=old.status.value, pejabat=title(kantor, PERENCANAAN), tujuan=title(kantor, holder),
        dicatat_oleh=recorded_by(), dasar="layanan", catatan=note, versi=old.versi + 1, sha256_diterima=None,
        isian=[milik.taken.sha256 for milik in unsent], rencana_versi=rencana.versi))


def _keep_unsent(kantor: Kantor, old: Keadaan, milik: Milik) -> Step:
    """Archive what the holder had filled and not sent, exactly as it lay in his Masuk."""
    data = milik.taken.data
    assert data is not None  # it was read as a worksheet
    return keep(kantor.disk.put_store(data), kantor.folders.arsip(old.periode, old.bidang),
                unsent_name(old.periode, old.bidang, old.sub_bidang, old.versi))


def _told(kantor: Kantor, old: Keadaan, unit: RencanaAksi, salinan: Salinan, sheet: LembarKerja,
          holder: Pelaksana) -> tuple[Catatan, ...]:
    """What the plan changed, and what there was to mend before: judged again, for the new plan may ask otherwise."""
    last = next((p for p in reversed(kantor.about(old.berkas))
                 if p.jenis in (JenisPeristiwa.TINDAKAN, JenisPeristiwa.DITOLAK)), None)
    if last is not None and last.jenis is JenisPeristiwa.DITOLAK:
        row = next_kegiatan(old.status)  # it came back with catatan when he tried this
    else:
        row = next((row for row in KEGIATAN if row.maju and last and row.tindakan == last.isi["tindakan"]), None)
    remarks = check_isian(sheet, row, kantor.pengaturan.skala, kantor.pengaturan.kebijakan) if row else ()
    return (*remarks, *catatan_terbit_ulang(unit_plan(kantor, old), unit, salinan.tertinggal, sheet, holder.peran))
