"""The ribbon's buttons and the block of ``Disposisi`` that says how each of them stands, as plain data.

Three places agree with this module, and tests hold them to it: ``macros/ribbon.xml`` (what is shown),
``macros/Pita.bas`` (what looks the block up), and the service, which writes the block for the receiving role.
"""

from __future__ import annotations

from typing import NamedTuple

LEMBAR = "Disposisi"
NAMA_BLOK = "pita_tombol"
"""Defined name of the workbook over the block; no header row. Hidden rows or columns may hold it."""
KOLOM = ("id", "label", "aktif", "alasan")
"""The columns of the block, in this order, all of them text. ``alasan`` is shown instead of the label's tip."""
AKTIF, TIDAK_AKTIF = "ya", "tidak"
MAKS_BARIS = 100
"""A block with more rows, or with other columns, counts as none: it was not written by the service."""
GRUP_PERENCANAAN = "grup_perencanaan"
"""The one group that only the planner's worksheet shows: a block hides it unless it has a row of this id with "ya"."""


class Tombol(NamedTuple):
    """One button: its label where no worksheet says otherwise, an icon of Office, and its key after Alt, K, J."""

    aksi: str  # the word after `kinerja pita`
    label: str
    image_mso: str
    keytip: str

    @property
    def id(self) -> str:
        """The control's id; ``Pita.bas`` makes the AKSI of it, so one follows from the other."""
        return "tombol_" + self.aksi.replace("-", "_")


DAFTAR_TOMBOL: tuple[Tombol, ...] = (
    Tombol("periksa", "Periksa Isian", "ErrorChecking", "P"),
    Tombol("ambil-isian", "Ambil Isian", "GetExternalDataFromText", "A"),
    Tombol("bukti", "Lampirkan Bukti", "HyperlinkInsert", "B"),
    Tombol("kirim", "Kirim", "FileSendAsAttachment", "K"),
    Tombol("kembalikan", "Kembalikan", "ReviewReplyWithChanges", "M"),
    Tombol("tarik-kembali", "Tarik Kembali", "Undo", "T"),
    Tombol("dokumen", "Buat Dokumen", "FilePrintPreview", "D"),
    Tombol("riwayat", "Riwayat", "FileVersionHistory", "R"),
    Tombol("perubahan", "Lihat Perubahan", "ReviewHighlightChanges", "U"),
    Tombol("status", "Status", "RefreshStatus", "S"),
    Tombol("bantuan", "Bantuan", "Help", "I"),
    Tombol("berlakukan-rencana", "Berlakukan Rencana", "FileCheckIn", "L"),
    Tombol("adopsi", "Adopsi Lembar Kerja", "GetExternalDataFromText", "E"),
    Tombol("buka-kembali", "Buka Kembali", "FileOpen", "O"),
    Tombol("tutup-tanpa-data", "Tutup Tanpa Data", "FileClose", "N"),
    Tombol("batalkan", "Batalkan", "RefreshCancel", "X"),
    Tombol("tutup-tahun", "Tutup Tahun", "Lock", "H"),
)
DAFTAR_AKSI = frozenset(tombol.aksi for tombol in DAFTAR_TOMBOL)
