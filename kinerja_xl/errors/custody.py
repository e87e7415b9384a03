"""K5xx: ledger, archive, disk."""

from __future__ import annotations

from kinerja_xl.errors.base import KinerjaError


class CustodyError(KinerjaError):
    """Ledger, archive or disk: the work stops, the files stay where they are."""


class LedgerBroken(CustodyError):
    """The chain of the ledger does not hold."""

    code = "K501"
    pattern = "Buku catatan (jejak) rusak pada baris {baris}: {sebab}"
    hint = ("Jalankan kinerja layani di komputer layanan: buku catatan yang rusak diganti dengan cadangannya. Bila "
            "tidak dapat, bangun kembali dari Arsip dengan: kinerja pulihkan")


class DiskFailed(CustodyError):
    """A disk operation failed for good; nothing was lost."""

    code = "K502"
    pattern = "Penyimpanan gagal pada {jalur}: {sebab}"
    hint = "Periksa ruang kosong pada diska dan izin foldernya; layanan mencoba lagi dengan sendirinya."


class MirrorBroken(CustodyError):
    """The published rows in Arsip/Jejak are not a whole chain."""

    code = "K503"
    pattern = "Jejak di Arsip rusak pada {jalur} baris {baris}: {sebab}"
    hint = "Jalankan kinerja verifikasi di komputer layanan; layanan menulis ulang jejak itu dari buku catatannya."


class ArchiveIncomplete(CustodyError):
    """Contents are missing without which an office cannot be restored or read."""

    code = "K504"
    pattern = "Arsip tidak memuat isi yang diperlukan: {daftar}."
    hint = "Kembalikan berkas itu ke Arsip dari cadangan, lalu ulangi; periksa dengan: kinerja verifikasi"


class LedgerDamaged(CustodyError):
    """The ledger does not hold at the start of the service, and its backup cannot take its place without a loss."""

    code = "K520"
    pattern = "Buku catatan (jejak) di {data} rusak: {sebab} {cadangan}"
    hint = "Bangun kembali buku catatan dari Jejak dan Arsip: kinerja pulihkan \"{akar}\" --data FOLDER-BARU"


class LedgerReplaced(CustodyError):
    """The ledger did not hold; its backup, which knows every published row, took its place."""

    code = "K521"
    pattern = ("Buku catatan (jejak) di {data} rusak ({sebab}) dan diganti dengan cadangannya sampai peristiwa nomor "
               "{nomor}, yang memuat semua yang sudah diterbitkan di Arsip. Yang rusak disimpan sebagai {nama}.")
    hint = "Buktikan keutuhannya dengan: kinerja verifikasi; lalu periksa diska komputer layanan."
