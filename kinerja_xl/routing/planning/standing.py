"""May a file be where it lies: which berkas it claims, whose turn it is, which versi, and the reasons to hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kinerja_xl.domain.alasan import MASUK_IS_FOR_WORKSHEETS, Alasan, alasan_of, make_alasan
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import RETURNS, Keadaan
from kinerja_xl.domain.sop.sop import KEGIATAN, Jalan, Tindakan, holder
from kinerja_xl.errors import KinerjaError, NotAWorkbook, SheetMissing, WorkbookDamaged
from kinerja_xl.routing.planning.facts import Fakta, Hold


def berkas_of(fakta: Fakta) -> str | None:
    """Return the berkas that a file claims to be, upper-cased; None where it says none or is no worksheet."""
    if isinstance(fakta.isi, KinerjaError):
        return None
    return (fakta.isi.identitas.berkas or "").strip().upper() or None


def hold_other_version(fakta: Fakta, keadaan: Keadaan) -> Hold | None:
    """Return why a file of another versi than the ledger's is held; None where it is that versi, or says none."""
    versi = worksheet(fakta).identitas.versi
    if versi is None or versi == keadaan.versi:
        return None
    return hold("H105", fakta, keadaan.berkas, versi=versi, berlaku=keadaan.versi)


def hold_unknown(fakta: Fakta, states: Mapping[str, Keadaan]) -> Hold | None:
    """Return why a file that is no worksheet of this office is held; None where its berkas is known."""
    if isinstance(fakta.isi, KinerjaError):
        return Hold(fakta, _why_unreadable(fakta, fakta.isi))
    berkas = berkas_of(fakta)
    if berkas is None:
        return hold("H101", fakta, None)
    return None if berkas in states else hold("H102", fakta, berkas)


def _why_unreadable(fakta: Fakta, error: KinerjaError) -> Alasan:
    """The error's own words; in Masuk, where people lay their own notes, the next step is to keep them elsewhere."""
    alasan = alasan_of(error)
    own = isinstance(error, (NotAWorkbook, SheetMissing)) and not isinstance(error, WorkbookDamaged)
    if fakta.jalan is Jalan.MASUK and own and not alasan.daftar_catatan:
        return replace(alasan, petunjuk=MASUK_IS_FOR_WORKSHEETS)
    return alasan


def hold_not_holder(fakta: Fakta, keadaan: Keadaan, pengaturan: Pengaturan) -> Hold:
    """Return why the worksheet of a berkas that this role does not hold is held, and who holds it."""
    if keadaan.pemegang is None:
        reopens = any(row.tindakan is Tindakan.BUKA_KEMBALI and keadaan.status in row.dari for row in KEGIATAN)
        return hold("H103" if reopens else "H117", fakta, keadaan.berkas, status=keadaan.status.label)
    return hold("H104", fakta, keadaan.berkas, pemegang=title(keadaan.pemegang, pengaturan),
                 pelaku=title(fakta.pelaksana, pengaturan))


def was_sent_by(fakta: Fakta, keadaan: Keadaan) -> bool:
    """Whether the file is the very content this role sent in the last act (as in Terkirim), and nobody acted since."""
    if not keadaan.status_lama or fakta.sha256 != keadaan.sha256_terkirim:
        return False
    before = keadaan.status_lama[-1]
    acted = any(before in row.dari and row.ke is keadaan.status and (row.tindakan in RETURNS) == keadaan.dikembalikan
                for row in KEGIATAN if row.jalan is not Jalan.PERINTAH)
    sender = holder(before, keadaan.bidang, keadaan.sub_bidang)
    return acted and sender == fakta.pelaksana and worksheet(fakta).identitas.versi == keadaan.versi - 1


def worksheet(fakta: Fakta) -> LembarKerja:
    """Return a file as read; TypeError for one that could not be."""
    if isinstance(fakta.isi, KinerjaError):
        raise TypeError("a file that could not be read has been held already")
    return fakta.isi


def hold(kode: str, fakta: Fakta, berkas: str | None, **fakta_alasan: object) -> Hold:
    """Return the decision to hold a file, ``fakta_alasan`` filling the sentences of the reason."""
    return Hold(fakta, make_alasan(kode, berkas=berkas, **fakta_alasan), berkas)


def title(pelaksana: Pelaksana, pengaturan: Pengaturan) -> str:
    """A role as staff know it: the name of its folder."""
    return pengaturan.folder(pelaksana)
