"""Every sheet name, defined name and heading that the worksheets rely on: the one place that knows them."""

from __future__ import annotations

from typing import NamedTuple

# the worksheet
LEMBAR_KERJA = "Lembar Kerja"
PROGRAM_DAN_ANGGARAN = "Program dan Anggaran"
BUKTI_DUKUNG = "Bukti Dukung"
DISPOSISI = "Disposisi"
CATATAN_PERBAIKAN = "Catatan Perbaikan"
PETUNJUK = "Petunjuk"
SHEETS = (LEMBAR_KERJA, PROGRAM_DAN_ANGGARAN, BUKTI_DUKUNG, DISPOSISI, CATATAN_PERBAIKAN, PETUNJUK)
SERVICE_SHEETS = (DISPOSISI, CATATAN_PERBAIKAN)

# key columns
KODE_INDIKATOR = "kode_indikator"
KODE_SUBKEGIATAN = "kode_subkegiatan"
BUKTI_INDIKATOR = "bukti_indikator"
BUKTI_JENIS = "bukti_jenis"
BUKTI_BERKAS = "bukti_berkas"

# identity and note cells on Disposisi
IDENTITAS = ("berkas", "versi", "tahun", "triwulan", "bidang", "sub_bidang", "langkah")
CATATAN_DISPOSISI = "catatan_disposisi"

# the service's blocks: single-cell names on Disposisi, row blocks by name of their first row
DISPOSISI_CELLS = ("nama_unit", "status", "putaran", "dari", "kepada", "diterima", "tenggat", "rencana", "instruksi",
                   "catatan_pengirim", "kode_jejak")
RIWAYAT_BARIS = "riwayat_baris"  # 100 rows x (No, Versi, Waktu, Pejabat, Tindakan, Tujuan, Catatan, Kode)
RIWAYAT_LAINNYA = "riwayat_lainnya"  # one cell below: "dan n lainnya"
CATATAN_BARIS = "catatan_baris"  # 300 rows x (No, Lembar, Sel, Tingkat, Kode, Catatan)
CATATAN_LAINNYA = "catatan_lainnya"
CATATAN_JUDUL = "catatan_judul"  # one cell on top: how many, of what weight, or that there are none
RIWAYAT_MAX = 100
CATATAN_MAX = 300
DAFTAR_SEL = {  # the named lists that conditional formats look cells up in, one per sheet of the worksheet
    LEMBAR_KERJA: "catatan_sel_lembar_kerja",
    PROGRAM_DAN_ANGGARAN: "catatan_sel_program",
    BUKTI_DUKUNG: "catatan_sel_bukti",
}
"""Each is a column beside ``catatan_baris`` (300 cells) that holds the A1 address where the row is about that sheet."""


class KolomRencana(NamedTuple):
    """A plan column of the worksheet: its key in ``LembarKerja.sel`` and its heading (``grup`` = merged heading)."""

    nama: str
    judul: str
    grup: str = ""


RENCANA_INDIKATOR = (
    KolomRencana("sasaran", "Tujuan/Sasaran Strategis"),
    KolomRencana(KODE_INDIKATOR, "Kode"),
    KolomRencana("nama", "Indikator Kinerja"),
    KolomRencana("satuan", "Satuan"),
    KolomRencana("arah", "Arah"),
    KolomRencana("perhitungan", "Jenis Perhitungan"),
    KolomRencana("target_tahun", "Target Tahunan"),
    KolomRencana("target_tw1", "I", "Target Triwulan"),
    KolomRencana("target_tw2", "II", "Target Triwulan"),
    KolomRencana("target_tw3", "III", "Target Triwulan"),
    KolomRencana("target_tw4", "IV", "Target Triwulan"),
)
RENCANA_SUBKEGIATAN = (
    KolomRencana(KODE_SUBKEGIATAN, "Kode"),
    KolomRencana("nama", "Program / Kegiatan / Sub Kegiatan"),
    KolomRencana("indikator", "Indikator"),
    KolomRencana("satuan", "Satuan"),
    KolomRencana("target_tahun", "Tahunan", "Target Kinerja"),
    KolomRencana("target_tw", "Triwulan Ini", "Target Kinerja"),
    KolomRencana("pagu", "Pagu (Rp)"),
)
HITUNG_INDIKATOR = ("capaian_tw", "capaian_tahun", "kategori")
"""Computed columns of Lembar Kerja: named ranges too, never trusted when read."""
HITUNG_SUBKEGIATAN = ("capaian_k", "realisasi_rp_tw", "serapan")
"""Computed: capaian of the output, the quarter's own amount (s.d. this quarter minus the one before), absorption."""
REALISASI_RP_SD_LALU = "realisasi_rp_sd_lalu"
BATAS_CETAK = "batas_cetak"
"""A hidden column with a text in each row: LibreOffice prints ### of a hidden number behind an empty cell."""
PEMBILANG_LALU, PENYEBUT_LALU = "pembilang_lalu", "penyebut_lalu"
"""Hidden helper columns: sums of the earlier quarters, for the mean of ratio indicators."""
NILAI_TW, NILAI_SD = "nilai_tw", "nilai_sd"
"""Hidden helper columns: the realisasi that counts for this quarter, and the one up to this quarter."""
KODE_KELOMPOK = "kode_kelompok"
"""Hidden helper column of Program dan Anggaran: the code of the program or kegiatan that a group row sums up."""
KELOMPOK = "kelompok"
"""Table name in ``Kunci`` of the computed group rows; the row below them all has the key ``KELOMPOK_JUMLAH``."""
KELOMPOK_JUMLAH = "jumlah"
PITA_TOMBOL = "pita_tombol"  # hidden rows x (id, label, aktif, alasan) on Disposisi, for the ribbon
BUKTI_WAJIB = "bukti_wajib"  # hidden cell beside it: whether the office asks for evidence ("ya" or "tidak")
CATATAN_MENOLAK = "catatan_menolak"  # hidden cell below that: the catatan that refuse here ("C302; C307")
JUMLAH_UJI = "jumlah_uji"  # hidden cell right of that: the checksum of what the holder may not change
JANGKAR_LEMBAR = {LEMBAR_KERJA: KODE_INDIKATOR, PROGRAM_DAN_ANGGARAN: KODE_SUBKEGIATAN, BUKTI_DUKUNG: BUKTI_INDIKATOR,
                  DISPOSISI: "berkas", CATATAN_PERBAIKAN: CATATAN_BARIS, PETUNJUK: "tabel_kategori"}
"""The defined name by which each sheet is found after people renamed it: it goes with the sheet."""
BUKTI_DAFTAR = "bukti_daftar"  # on Bukti Dukung: the worksheet's indicators beside the register (Kode, Indikator)

# tables on Petunjuk that formulas and validation lists use
DAFTAR_KOSONG = "daftar_kosong"  # words read as "nothing here yet"
TABEL_KATEGORI = "tabel_kategori"
TABEL_PREDIKAT = "tabel_predikat"  # letters and scores
PREDIKAT_HURUF = "predikat_huruf"


def plan_column(tabel: str, nama: str) -> str:
    """Return the defined name of a plan column, key columns excepted: ``rencana_indikator_satuan``."""
    return nama if nama in (KODE_INDIKATOR, KODE_SUBKEGIATAN) else f"rencana_{tabel}_{nama}"


# settings and plan
PENGATURAN_SHEETS = ("Instansi", "Bidang", "Pejabat", "Jam Kerja", "Hari Libur", "Mutu Baku", "Skala", "Dasar Hukum",
                     "Kebijakan")
RENCANA_SHEETS = ("Indikator", "Program", "Riwayat Capaian", "Perubahan")
