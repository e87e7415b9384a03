"""The ledger's events as values, and the state of each berkas folded from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.jabatan import Orang
from kinerja_xl.domain.sop.sop import Status, Tindakan, holder

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


class JenisPeristiwa(StrEnum):
    """Kinds of rows in the ledger."""

    MULAI = "mulai"  # the office was made
    PENGATURAN = "pengaturan"  # a valid version of the settings came in force
    RENCANA = "rencana"  # a valid version of the plan came in force
    RENCANA_DISIAPKAN = "rencana disiapkan"  # a year's plan was made from an earlier one; it is not in force yet
    TERBIT = "terbit"  # a berkas was issued as version 1
    TERBIT_ULANG = "terbit ulang"  # its worksheet was made anew from a later version of the plan
    TINDAKAN = "tindakan"  # an act of the SOP was accepted
    DITOLAK = "ditolak"  # a worksheet went back to Masuk with catatan
    DIKIRIM = "dikirim"  # what the service handed on after the row before: it carries that row's code
    DITAHAN = "ditahan"  # a file went to Ditahan with a reason
    DOKUMEN = "dokumen"  # a Word document was written
    FOLDER = "folder"  # a folder of the office that somebody had renamed got its name back
    MENUNGGU = "menunggu"  # a worksheet moved for an official who acts on paper waits for the scan of his paper
    TUTUP_TAHUN = "tutup tahun"  # the year's LKjIP is final and nothing of that year changes any more
    PENGINGAT = "pengingat"  # somebody was reminded of a deadline; its key is never used again
    BUKTI = "bukti"  # the evidence of a berkas was copied into the archive with the act that handed it in
    NASKAH = "naskah"  # the scan of a signed paper was filed with the act whose code it bears


SERAHAN = frozenset({JenisPeristiwa.TERBIT, JenisPeristiwa.TERBIT_ULANG, JenisPeristiwa.TINDAKAN})
"""Rows that hand a worksheet to its holder: their code stands on his sheet Disposisi and on the paper he signs."""


@dataclass(frozen=True)
class Peristiwa:
    """One row: ``nomor`` is its place in the chain (0 = not yet written); ``isi`` holds plain JSON values."""

    jenis: JenisPeristiwa
    waktu: datetime
    berkas: str | None
    isi: Mapping[str, Json]
    nomor: int = 0
    rantai: str = ""  # sha256 over the row and the row before it

    @property
    def kode(self) -> str:
        """The short code printed on papers: eight letters and digits of the chain, such as ``7F3A-91C2``.

        "" before the row has its place in the chain.
        """
        return f"{self.rantai[:4]}-{self.rantai[4:8]}".upper() if self.rantai else ""


@dataclass(frozen=True)
class Keadaan:
    """Where one berkas stands after all its events."""

    berkas: str
    periode: Periode
    bidang: str
    sub_bidang: str | None
    status: Status
    versi: int
    putaran: int  # 1 + the number of returns
    diterima: datetime  # when the present holder got it
    sha256_kini: str  # the bytes last delivered to the holder (or archived, when ended)
    sha256_dikenal: frozenset[str]  # every content of this berkas the service has seen or made
    status_lama: tuple[Status, ...] = ()
    dikembalikan: bool = False  # the last act was a return
    sha256_terkirim: str = ""  # what the sender of the last act sent: the copy in his Terkirim
    sha256_titipan: frozenset[str] = frozenset()  # handed to holders, and sent by nobody as it was
    sha256_terbit: str = ""  # what was issued as version 1, or issued again since the last act
    pengirim: dict[Status, Orang] = field(default_factory=dict)  # who last brought it to a status, not by taking back
    rencana_versi: int = 1  # the version of the plan that the worksheet was made from

    @property
    def sha256_diterima(self) -> str:
        """The content accepted last, the issued one before any act: what changes are judged against (section 2).

        A worksheet issued again takes the place of both.
        """
        return self.sha256_terkirim or self.sha256_terbit

    @property
    def pemegang(self) -> Pelaksana | None:
        """Who holds it, None when it has ended."""
        return holder(self.status, self.bidang, self.sub_bidang)


RETURNS = frozenset({Tindakan.KEMBALIKAN, Tindakan.KEMBALIKAN_BAHAN, Tindakan.BUKA_KEMBALI})


def fold(daftar_peristiwa: Iterable[Peristiwa]) -> dict[str, Keadaan]:
    """Return the state of each berkas, in the order of issue."""
    states: dict[str, Keadaan] = {}
    for peristiwa in daftar_peristiwa:
        advance(states, peristiwa)
    return states


def advance(states: dict[str, Keadaan], peristiwa: Peristiwa) -> None:
    """Apply one event to the states in place; events without a berkas change nothing."""
    berkas, isi = peristiwa.berkas, peristiwa.isi
    if berkas is None:
        return
    if peristiwa.jenis is JenisPeristiwa.TERBIT:
        states[berkas] = Keadaan(
            berkas, Periode(_int(isi, "tahun"), _int(isi, "triwulan")), str(isi["bidang"]),
            None if isi["sub_bidang"] is None else str(isi["sub_bidang"]), Status.BARU, 1, 1,
            peristiwa.waktu, "", frozenset(), rencana_versi=_int(isi, "rencana_versi"))
    elif peristiwa.jenis is JenisPeristiwa.TERBIT_ULANG:  # status, holder and his time stay; nobody can take back
        states[berkas] = replace(states[berkas], versi=_int(isi, "versi"), sha256_terkirim="", sha256_terbit="",
                                 rencana_versi=_int(isi, "rencana_versi"))
    elif peristiwa.jenis is JenisPeristiwa.TINDAKAN:
        old = states[berkas]
        tindakan, orang = Tindakan(str(isi["tindakan"])), Orang(str(isi.get("nip", "")), str(isi.get("nama", "")))
        returned = tindakan in RETURNS
        states[berkas] = replace(
            old, status=Status(str(isi["ke"])), versi=_int(isi, "versi"), putaran=old.putaran + returned,
            diterima=peristiwa.waktu, sha256_kini=str(isi["sha256_diterima"]),
            sha256_dikenal=old.sha256_dikenal | {str(isi["sha256_diterima"])},
            status_lama=(*old.status_lama, old.status), dikembalikan=returned,
            sha256_terkirim=str(isi["sha256_diterima"]),
            pengirim=old.pengirim | ({} if tindakan is Tindakan.TARIK_KEMBALI else {Status(str(isi["ke"])): orang}),
            sha256_titipan=old.sha256_titipan - {str(isi["sha256_diterima"])})
    elif peristiwa.jenis is JenisPeristiwa.DITOLAK:
        old = states[berkas]
        states[berkas] = replace(old, sha256_dikenal=old.sha256_dikenal | {str(isi["sha256_diterima"])})
    elif peristiwa.jenis is JenisPeristiwa.DIKIRIM:
        old = states[berkas]
        sent = str(isi["sha256_dikirim"])
        states[berkas] = replace(old, sha256_kini=sent, sha256_dikenal=old.sha256_dikenal | {sent},
                                 sha256_titipan=old.sha256_titipan | {sent},
                                 sha256_terbit=old.sha256_terbit or sent)


def _int(isi: Mapping[str, Json], key: str) -> int:
    return int(str(isi[key]))
