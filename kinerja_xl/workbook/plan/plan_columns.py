"""The sheets of Rencana Aksi: columns and labels, for its template and its reader."""

from __future__ import annotations

from kinerja_xl.domain.dasar import JenisDasar
from kinerja_xl.domain.indicators import Arah, Perhitungan, TingkatIndikator
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.workbook.tables import KolomTabel

INDIKATOR, PROGRAM, RIWAYAT, PERUBAHAN = "Indikator", "Program", "Riwayat Capaian", "Perubahan"
LEMBAR_RENCANA = (INDIKATOR, PROGRAM, RIWAYAT, PERUBAHAN)

LABEL_KEPALA = (("tahun", "Tahun"), ("dasar", "Dasar"), ("nomor", "Nomor"), ("tanggal", "Tanggal"),
                ("berlaku_mulai", "Berlaku mulai TW"), ("versi", "Versi"))
"""The labels above the table Indikator, each with its value in the cell to the right of it."""
PILIHAN_KEPALA = {"dasar": tuple(JenisDasar), "berlaku_mulai": ROMAWI}
KOP_PEMERINTAH, KOP_NAMA, JUDUL = "kop_pemerintah", "kop_nama", "judul"
AKHIRAN = {INDIKATOR: "", PROGRAM: "_program", RIWAYAT: "_riwayat", PERUBAHAN: "_perubahan"}
"""Defined names of the letterhead's cells and the title, and what stands behind them on each sheet."""
JUDUL_LEMBAR = {INDIKATOR: "RENCANA AKSI KINERJA", PROGRAM: "PROGRAM, KEGIATAN, DAN SUB KEGIATAN",
                RIWAYAT: "RIWAYAT CAPAIAN KINERJA", PERUBAHAN: "PERUBAHAN RENCANA AKSI"}

TARGET_TW = tuple(f"target_tw{nomor}" for nomor in range(1, 5))


def _target_tw(lebar: float) -> tuple[KolomTabel, ...]:
    return tuple(KolomTabel(nama, romawi, lebar, "nilai", grup="Target Triwulan")
                 for nama, romawi in zip(TARGET_TW, ROMAWI, strict=True))


KOLOM_INDIKATOR = (
    KolomTabel("nomor", "No", 5, "tengah", wajib=False),
    KolomTabel("tujuan", "Tujuan", 21, wajib=False),
    KolomTabel("sasaran", "Sasaran Strategis", 21),
    KolomTabel("kode", "Kode", 10, "kode", bantuan="Tetap dari tahun ke tahun; menjadi nama folder bukti dukung."),
    KolomTabel("nama", "Indikator Kinerja", 33),
    KolomTabel("iku", "IKU", 6, "tengah", pilihan=("ya", "tidak"), wajib=False),
    KolomTabel("satuan", "Satuan", 10, "tengah"),
    KolomTabel("arah", "Arah", 9, "tengah", pilihan=tuple(Arah)),
    KolomTabel("perhitungan", "Jenis Perhitungan", 13, "tengah", pilihan=tuple(Perhitungan)),
    KolomTabel("baseline", "Baseline (N-1)", 10, "nilai", wajib=False),
    KolomTabel("target_tahun", "Target Tahunan", 10, "nilai"),
    *_target_tw(7.5),
    KolomTabel("target_renstra", "Target Akhir Renstra", 10, "nilai", wajib=False),
    KolomTabel("standar_nasional", "Standar Nasional", 10, "nilai", wajib=False),
    KolomTabel("program", "Program / Kegiatan / Sub Kegiatan", 27, wajib=False),
    KolomTabel("rencana_aksi", "Rencana Aksi", 32, wajib=False),
    KolomTabel("pagu", "Pagu (Rp)", 15, "rupiah", wajib=False),
    KolomTabel("penanggung_jawab", "Penanggung Jawab", 22, wajib=False),
    KolomTabel("tingkat", "Tingkat", 11, "tengah", pilihan=tuple(TingkatIndikator)),
    KolomTabel("bidang", "Bidang", 17, "kode"),
    KolomTabel("sub_bidang", "Sub Bidang", 17, "kode", wajib=False),
    KolomTabel("definisi", "Definisi Operasional / Formula", 42, wajib=False),
    KolomTabel("sumber_data", "Sumber Data", 26, wajib=False),
    KolomTabel("digabung_dari", "Digabung dari", 18, "kode", wajib=False,
               bantuan="Kode indikator bidang yang digabung, dipisahkan titik koma."),
)
KOLOM_CETAK_TERAKHIR = "penanggung_jawab"
"""What stands to the right of it serves the service and is not printed."""

KOLOM_PROGRAM = (
    KolomTabel("nomor", "No", 5, "tengah", wajib=False),
    KolomTabel("urusan", "Urusan", 18, wajib=False),
    KolomTabel("kode_program", "Kode Program", 10, "kode", wajib=False),
    KolomTabel("program", "Program", 23, wajib=False),
    KolomTabel("kode_kegiatan", "Kode Kegiatan", 14, "kode", wajib=False),
    KolomTabel("kegiatan", "Kegiatan", 27, wajib=False),
    KolomTabel("kode", "Kode Sub Kegiatan", 19, "kode"),
    KolomTabel("nama", "Sub Kegiatan", 32),
    KolomTabel("indikator", "Indikator Keluaran", 36),
    KolomTabel("satuan", "Satuan", 11, "tengah"),
    KolomTabel("target_tahun", "Target Tahunan", 10, "angka"),
    *_target_tw(8),
    KolomTabel("pagu", "Pagu (Rp)", 17, "rupiah"),
    KolomTabel("bidang", "Bidang", 17, "kode"),
    KolomTabel("sub_bidang", "Sub Bidang", 17, "kode", wajib=False),
)
KOLOM_RIWAYAT = (
    KolomTabel("kode", "Kode", 10, "kode"),
    KolomTabel("nama", "Indikator Kinerja", 44, wajib=False),
    KolomTabel("satuan", "Satuan", 12, "tengah", wajib=False),
    KolomTabel("tahun", "Tahun", 9, "tengah"),
    KolomTabel("triwulan", "Triwulan", 10, "tengah", pilihan=ROMAWI, bantuan="Kosong = setahun penuh."),
    KolomTabel("target", "Target", 12, "nilai", wajib=False),
    KolomTabel("realisasi", "Realisasi", 12, "nilai"),
    KolomTabel("keterangan", "Keterangan", 44, wajib=False),
)
KOLOM_PERUBAHAN = (
    KolomTabel("tanggal", "Tanggal", 13, "tanggal", wajib=False),
    KolomTabel("kode", "Kode", 20, "kode", bantuan="Kosong = semua indikator dan sub kegiatan."),
    KolomTabel("kolom", "Kolom", 24, bantuan="Judul kolom yang berubah, misalnya Target TW III; kosong = semua kolom."),
    KolomTabel("lama", "Semula", 30),
    KolomTabel("baru", "Menjadi", 30),
    KolomTabel("alasan", "Alasan", 54),
)
KOLOM_LEMBAR = {INDIKATOR: KOLOM_INDIKATOR, PROGRAM: KOLOM_PROGRAM, RIWAYAT: KOLOM_RIWAYAT,
                PERUBAHAN: KOLOM_PERUBAHAN}
TURUN_INDIKATOR = ("tujuan", "sasaran")
TURUN_PROGRAM = ("urusan", "kode_program", "program", "kode_kegiatan", "kegiatan")
"""Columns that an office writes once, merged over the rows they hold for: the reader fills them down."""
JANGKAR_INDIKATOR = ("kode", "nama", "satuan", "arah", "perhitungan")
JANGKAR_PROGRAM = ("kode", "nama", "indikator", "satuan")
JANGKAR_RIWAYAT = ("kode", "tahun", "realisasi")
JANGKAR_PERUBAHAN = ("kode", "kolom")
"""A row counts when one of these is filled: signatures and remarks below the table are no rows."""
