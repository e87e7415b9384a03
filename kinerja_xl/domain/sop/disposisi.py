"""What the service writes on the sheet Disposisi: identity, routing slip and history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.sop import Status, next_kegiatan


@dataclass(frozen=True)
class BarisRiwayat:
    """One act in the history of a berkas."""

    versi: int
    waktu: datetime
    pejabat: str  # name and title of whose act it was
    tindakan: str
    tujuan: str  # who got it
    catatan: str
    kode: str  # short code of the ledger's row


@dataclass(frozen=True)
class IsiDisposisi:
    """The service-owned content of the sheet Disposisi for the role that receives the worksheet."""

    berkas: str
    periode: Periode
    bidang: str  # short name
    sub_bidang: str | None
    nama_unit: str  # long name
    versi: int
    status: Status
    putaran: int
    dari: str  # who handed it over, with title
    kepada: str  # who holds it now, with title
    diterima: datetime
    tenggat: date | None
    rencana: date | None
    instruksi: str  # what the receiver is asked to do
    catatan_pengirim: str
    daftar_riwayat: tuple[BarisRiwayat, ...]
    kode: str  # short code of the last row of the chain
    bukti_wajib: bool = False  # whether the office's policy asks for evidence
    menolak: frozenset[str] = frozenset()  # the unlikely things that refuse a worksheet in this office
    jumlah_uji: str = ""  # checksum of what its holder may not change, "" on a worksheet just made

    @property
    def langkah(self) -> int | None:
        """Number of the Kegiatan that the worksheet waits for, None when it has ended."""
        row = next_kegiatan(self.status)
        return row.nomor if row else None
