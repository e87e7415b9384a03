"""The SOP "Pengumpulan Data Kinerja" as a table (NOMOR /SOP/DINSOS/I/2022; contract section 4).

Buttons, folders, deadlines, checks and docs/sop.md are derived from ``KEGIATAN``; nobody else knows a status.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran


class Status(StrEnum):
    """Where a berkas stands."""

    BARU = "baru"
    DITUGASKAN = "ditugaskan"
    DIPERINTAHKAN = "diperintahkan"
    BAHAN_DISERAHKAN = "bahan_diserahkan"
    DIAJUKAN = "diajukan"
    DIKEMBALIKAN = "dikembalikan"
    DISETUJUI = "disetujui"
    DITERIMA_PERENCANAAN = "diterima_perencanaan"
    DIREKOMENDASIKAN = "direkomendasikan"
    TIDAK_MENYAMPAIKAN = "tidak_menyampaikan"
    DIBATALKAN = "dibatalkan"

    @property
    def label(self) -> str:
        """The status in words, as worksheets and papers print it: ``Bahan diserahkan``."""
        return self.value.replace("_", " ").capitalize()


class Tindakan(StrEnum):
    """What a role can do with a berkas; the words of the contract."""

    TUGASKAN = "tugaskan"
    PERINTAHKAN = "perintahkan"
    SERAHKAN_BAHAN = "serahkan bahan"
    AJUKAN_LAPORAN = "ajukan laporan"
    SETUJUI = "setujui"
    KEMBALIKAN = "kembalikan"
    SERAHKAN_KE_PERENCANAAN = "serahkan ke perencanaan"
    REKOMENDASIKAN = "rekomendasikan"
    SUSUN_TAHUNAN = "susun tahunan"
    KEMBALIKAN_BAHAN = "kembalikan bahan"
    BUKA_KEMBALI = "buka kembali"
    TUTUP_TANPA_DATA = "tutup tanpa data"
    BATALKAN = "batalkan"
    TARIK_KEMBALI = "tarik kembali"


class Jalan(StrEnum):
    """How an act reaches the service: by one of the role's folders, or by a command of the planner."""

    KIRIM = "Kirim"
    SETUJUI = "Setujui"
    REKOMENDASIKAN = "Rekomendasikan"
    KEMBALIKAN = "Kembalikan"
    MASUK = "Masuk"  # putting the copy from Terkirim back = tarik kembali
    PERINTAH = "perintah"


@dataclass(frozen=True)
class Kegiatan:
    """One row: who (None = whoever sent last), what, from which status to which (None = the one before), to whom.

    ``mutu_baku`` is the key of its standard time in the settings, None where the contract has none. The row about the
    year (susun tahunan) starts from no status: no berkas ever waits for it.
    """

    nomor: int | None  # None = di luar SOP
    peran: Peran | None
    tindakan: Tindakan
    dari: frozenset[Status]
    ke: Status | None
    tujuan: Peran | None  # None = the archive
    jalan: Jalan
    mutu_baku: str | None = None
    keluaran: str | None = None
    catatan_wajib: bool = False
    uraian: str = ""

    @property
    def maju(self) -> bool:
        """Whether the act carries the berkas forward along the SOP."""
        return self.jalan in (Jalan.KIRIM, Jalan.SETUJUI, Jalan.REKOMENDASIKAN)


_BERAKHIR = frozenset({Status.DIREKOMENDASIKAN, Status.TIDAK_MENYAMPAIKAN, Status.DIBATALKAN})
TERBUKA = frozenset(Status) - _BERAKHIR
"""Statuses in which somebody holds the berkas."""
DISETUJUI = frozenset({Status.DISETUJUI, Status.DITERIMA_PERENCANAAN, Status.DIREKOMENDASIKAN})
"""Statuses in which the content stands approved at Kegiatan 5."""

MENGISI_DATA = frozenset({Tindakan.SERAHKAN_BAHAN, Tindakan.AJUKAN_LAPORAN})
"""The acts that hand in data, and with it the evidence."""

UNIT_ROLES = (Peran.KABID, Peran.KASUBID, Peran.ANALIS)
"""The roles of a bidang or sub bidang; Perencanaan is the office's."""

S, R, D, J = Status, Peran, Tindakan, Jalan
KEGIATAN: tuple[Kegiatan, ...] = (
    Kegiatan(1, R.KABID, D.TUGASKAN, frozenset({S.BARU}), S.DITUGASKAN, R.KASUBID, J.KIRIM, "1", "Disposisi",
             uraian="Menugaskan Kasubag/Kasubid menyusun laporan data kinerja bidang setiap tanggal 10 "
                    "awal triwulan"),
    Kegiatan(2, R.KASUBID, D.PERINTAHKAN, frozenset({S.DITUGASKAN}), S.DIPERINTAHKAN, R.ANALIS, J.KIRIM,
             "2", "Disposisi", uraian="Memerintahkan Analis mengumpulkan bahan laporan kinerja"),
    Kegiatan(3, R.ANALIS, D.SERAHKAN_BAHAN, frozenset({S.DIPERINTAHKAN}), S.BAHAN_DISERAHKAN, R.KASUBID, J.KIRIM,
             "3", "Bahan Laporan Data Kinerja", uraian="Menyerahkan bahan laporan kinerja kepada Kasubid/Kasubag"),
    Kegiatan(4, R.KASUBID, D.AJUKAN_LAPORAN, frozenset({S.BAHAN_DISERAHKAN, S.DIKEMBALIKAN}), S.DIAJUKAN, R.KABID,
             J.KIRIM, "4", "Laporan Data Kinerja", uraian="Membuat laporan data kinerja"),
    Kegiatan(5, R.KABID, D.SETUJUI, frozenset({S.DIAJUKAN}), S.DISETUJUI, R.KASUBID, J.SETUJUI,
             "5", "Laporan + Disposisi", uraian="Memeriksa laporan kinerja dan menyetujuinya"),
    Kegiatan(5, R.KABID, D.KEMBALIKAN, frozenset({S.DIAJUKAN}), S.DIKEMBALIKAN, R.KASUBID, J.KEMBALIKAN,
             "5", "Disposisi", catatan_wajib=True,
             uraian="Memeriksa laporan kinerja dan mengembalikannya untuk diperbaiki"),
    Kegiatan(5, R.KASUBID, D.SERAHKAN_KE_PERENCANAAN, frozenset({S.DISETUJUI}), S.DITERIMA_PERENCANAAN,
             R.PERENCANAAN, J.KIRIM, None, "Salinan arsip",
             uraian="Menyerahkan laporan yang disetujui kepada Kasubag Perencanaan dan mendokumentasikannya"),
    Kegiatan(6, R.PERENCANAAN, D.REKOMENDASIKAN, frozenset({S.DITERIMA_PERENCANAAN}), S.DIREKOMENDASIKAN, None,
             J.REKOMENDASIKAN, "6", "Laporan Triwulan",
             uraian="Merekomendasikan laporan kinerja setiap triwulan"),
    Kegiatan(6, R.PERENCANAAN, D.SUSUN_TAHUNAN, frozenset(), None, None, J.PERINTAH, "tahunan",
             "Laporan Kinerja (LKjIP)",
             uraian="Menyusun laporan kinerja setiap tahun dengan menggunakan laporan kinerja triwulan"),
    Kegiatan(None, R.KASUBID, D.KEMBALIKAN_BAHAN, frozenset({S.BAHAN_DISERAHKAN, S.DIKEMBALIKAN}), S.DIPERINTAHKAN,
             R.ANALIS, J.KEMBALIKAN, "4", "Disposisi", catatan_wajib=True,
             uraian="Mengembalikan bahan kepada Analis untuk dilengkapi"),
    Kegiatan(None, R.PERENCANAAN, D.KEMBALIKAN, frozenset({S.DITERIMA_PERENCANAAN}), S.DIKEMBALIKAN, R.KASUBID,
             J.KEMBALIKAN, None, "Disposisi", catatan_wajib=True,
             uraian="Mengembalikan laporan kepada Kasubid/Kasubag untuk diperbaiki"),
    Kegiatan(None, R.PERENCANAAN, D.BUKA_KEMBALI, frozenset({S.DIREKOMENDASIKAN}), S.DIKEMBALIKAN, R.KASUBID,
             J.PERINTAH, None, "Disposisi", catatan_wajib=True,
             uraian="Membuka kembali berkas yang sudah direkomendasikan selama tahun belum ditutup"),
    Kegiatan(None, R.PERENCANAAN, D.TUTUP_TANPA_DATA, TERBUKA, S.TIDAK_MENYAMPAIKAN, None, J.PERINTAH,
             catatan_wajib=True, uraian="Menutup berkas yang tidak menyampaikan data"),
    Kegiatan(None, R.PERENCANAAN, D.BATALKAN, TERBUKA, S.DIBATALKAN, None, J.PERINTAH, catatan_wajib=True,
             uraian="Membatalkan berkas"),
    Kegiatan(None, None, D.TARIK_KEMBALI, TERBUKA - {S.BARU}, None, None, J.MASUK,
             uraian="Menarik kembali berkas selama penerima belum mengubahnya"),
)

RENCANA_HARI: dict[int, int] = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2, 6: 3}
"""By when a Kegiatan must be done: working days after the effective 10th (contract section 4)."""


@cache  # asked for each berkas of an office, again and again in a pass
def next_kegiatan(status: Status) -> Kegiatan | None:
    """Return the forward row that a berkas of this status waits for, None when it has ended."""
    return next((row for row in KEGIATAN if row.maju and status in row.dari), None)


def holder(status: Status, bidang: str, sub_bidang: str | None) -> Pelaksana | None:
    """Return who holds a berkas of this status, None when it has ended."""
    row = next_kegiatan(status)
    if row is None or row.peran is None:
        return None
    return place(row.peran, bidang, sub_bidang)


def place(peran: Peran, bidang: str, sub_bidang: str | None) -> Pelaksana:
    """Return the role at its place for one berkas: the Kabid has no sub bidang, Perencanaan no bidang."""
    if peran is Peran.PERENCANAAN:
        return PERENCANAAN
    return Pelaksana(peran, bidang, None if peran is Peran.KABID else sub_bidang)


def find_kegiatan(status: Status, peran: Peran, jalan: Jalan) -> Kegiatan | None:
    """Return the row for a role that uses a folder or command while a berkas has this status."""
    return next((row for row in KEGIATAN
                 if status in row.dari and row.peran is peran and row.jalan is jalan), None)


def outboxes(peran: Peran) -> tuple[Jalan, ...]:
    """Return the folders a role acts with, in the order the table names them."""
    folders = (J.KIRIM, J.SETUJUI, J.REKOMENDASIKAN, J.KEMBALIKAN)
    used = {row.jalan for row in KEGIATAN if row.peran is peran}
    return tuple(jalan for jalan in folders if jalan in used)
