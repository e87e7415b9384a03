"""The named cell styles that the worksheet's template carries: its look, which an office may change."""

from __future__ import annotations

from enum import StrEnum


class Gaya(StrEnum):
    """Names of the styles as Excel's style gallery lists them."""

    RENCANA = "Kinerja Rencana"
    RENCANA_TENGAH = "Kinerja Rencana Tengah"
    RENCANA_ANGKA = "Kinerja Rencana Angka"
    ISIAN_ANGKA = "Kinerja Isian Angka"
    ISIAN_TEKS = "Kinerja Isian Teks"
    LALU = "Kinerja Triwulan Lalu"
    NANTI = "Kinerja Triwulan Nanti"
    HITUNG = "Kinerja Hitung"
    KATEGORI = "Kinerja Kategori"
    PROGRAM = "Kinerja Program"
    PROGRAM_ANGKA = "Kinerja Program Angka"
    KEGIATAN = "Kinerja Kegiatan"
    KEGIATAN_ANGKA = "Kinerja Kegiatan Angka"
    JUMLAH = "Kinerja Jumlah"
    JUMLAH_ANGKA = "Kinerja Jumlah Angka"
    KEPALA = "Kinerja Kepala Tabel"
    NOMOR_KOLOM = "Kinerja Nomor Kolom"
    LABEL = "Kinerja Label"
    NILAI = "Kinerja Nilai"
    CATATAN = "Kinerja Catatan"
    GILIRAN = "Kinerja Giliran Mengisi"
    PERBAIKAN = "Kinerja Perlu Perbaikan"


FORMAT_BULAT = "#,##0"
FORMAT_DESIMAL = "#,##0.00"
FORMAT_TEKS = "@"
