"""The act itself: every catatan of a worksheet that lies in the right folder, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kinerja_xl.domain.catatan import Catatan, catat, menolak, sorted_catatan
from kinerja_xl.domain.lembar.akun import check_account
from kinerja_xl.domain.lembar.bukti_diserahkan import check_bukti_files
from kinerja_xl.domain.lembar.checks import check_catatan, check_isian, check_rights
from kinerja_xl.domain.lembar.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.domain.lembar.rights import KOSONG
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.jabatan import orang_of
from kinerja_xl.domain.sop.penyetuju import check_approver, check_vacant
from kinerja_xl.domain.sop.sop import Jalan, Kegiatan, find_kegiatan, next_kegiatan
from kinerja_xl.routing.planning.facts import Accept, Await, Fakta, GiveBack
from kinerja_xl.routing.planning.standing import worksheet

_JUDUL_IDENTITAS = {"versi": "Versi", "tahun": "Tahun", "triwulan": "Triwulan", "bidang": "Bidang",
                    "sub_bidang": "Sub Bidang"}


def judge(fakta: Fakta, keadaan: Keadaan, pengaturan: Pengaturan) -> Accept | GiveBack | Await:
    """Return whether the act is done, the worksheet goes back with its catatan, or a signed paper is awaited."""
    lk = worksheet(fakta)
    kegiatan = find_kegiatan(keadaan.status, fakta.pelaksana.peran, fakta.jalan)
    if kegiatan is None:
        return GiveBack(fakta, keadaan, (_wrong_folder(fakta, lk, keadaan),))
    daftar_catatan = sorted_catatan(_check(fakta, lk, keadaan, kegiatan, pengaturan))
    if menolak(daftar_catatan):
        return GiveBack(fakta, keadaan, daftar_catatan)
    if fakta.naskah and not fakta.naskah.sha256:
        return Await(fakta, keadaan, fakta.naskah)
    return Accept(fakta, keadaan, kegiatan, daftar_catatan)


def _wrong_folder(fakta: Fakta, lk: LembarKerja, keadaan: Keadaan) -> Catatan:
    row = next_kegiatan(keadaan.status)
    kode = "C502" if fakta.jalan is Jalan.KEMBALIKAN else "C501"
    return catat(kode, lk.letak_identitas.get("langkah", lk.letak_catatan), folder=fakta.jalan,
                 seharusnya=row.jalan if row else "")


def _check(fakta: Fakta, lk: LembarKerja, keadaan: Keadaan, kegiatan: Kegiatan,
           pengaturan: Pengaturan) -> Iterator[Catatan]:
    """Everything at once; the cells are judged under the ledger's identity, not the one the file claims."""
    yield from _check_identity(lk, keadaan)
    lk = replace(lk, identitas=_identity(lk, keadaan))
    if fakta.isi_lama is not None:
        yield from check_rights(fakta.isi_lama, lk, fakta.pelaksana.peran, kegiatan)
    yield from check_isian(lk, kegiatan, pengaturan.skala, pengaturan.kebijakan)
    if fakta.bukti is not None:
        yield from check_bukti_files(lk, fakta.bukti, keadaan.periode.triwulan)
    yield from check_catatan(lk, kegiatan)
    yield from _check_official(fakta, lk, keadaan, kegiatan, pengaturan)


def _check_official(fakta: Fakta, lk: LembarKerja, keadaan: Keadaan, kegiatan: Kegiatan,
                    pengaturan: Pengaturan) -> Iterator[Catatan]:
    """Whether today's official of the role may do this, and whether it is he for whom the file was put here."""
    if fakta.hari is None:
        return
    pejabat, letak = pengaturan.pejabat(fakta.pelaksana, fakta.hari), lk.letak_catatan
    yield from check_vacant(pengaturan, kegiatan, fakta.pelaksana, fakta.hari, letak, always=fakta.pemilik is not None)
    yield from check_approver(pengaturan, keadaan, kegiatan, fakta.pelaksana, fakta.hari, letak)
    if pejabat and fakta.pemilik is not None and fakta.naskah is None:  # a signed paper is moved by somebody else
        yield from check_account(pejabat, fakta.pemilik, letak)
    kini = orang_of(pejabat)
    if fakta.penunggu and not fakta.penunggu.is_same(kini):
        yield catat("C508", letak, lama=fakta.penunggu.nama, kini=kini.nama or "pejabat yang baru",
                    folder=fakta.jalan)


def _identity(lk: LembarKerja, keadaan: Keadaan) -> Identitas:
    return Identitas(keadaan.berkas, keadaan.versi, keadaan.periode.tahun, keadaan.periode.triwulan, keadaan.bidang,
                     keadaan.sub_bidang, lk.identitas.langkah)


def _check_identity(lk: LembarKerja, keadaan: Keadaan) -> Iterator[Catatan]:
    right = _identity(lk, keadaan)
    for nama, judul in _JUDUL_IDENTITAS.items():
        lama, baru = getattr(right, nama), getattr(lk.identitas, nama)
        if (lama or None) != (baru or None):
            yield catat("C407", lk.letak_identitas.get(nama, lk.letak_catatan), kolom=judul,
                        lama=KOSONG if lama is None else lama, baru=KOSONG if baru is None else baru)
