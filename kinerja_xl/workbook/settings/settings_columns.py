"""The sheets of Pengaturan.xlsx: titles, explanations, columns and choices, for its template and its reader."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.domain.kebijakan import KEWAJARAN, DasarRata, HitunganHari, Pengumpulan
from kinerja_xl.domain.office import CaraBertindak, Kedudukan, SatuanWaktu
from kinerja_xl.domain.periods import HARI
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.sop import KEGIATAN
from kinerja_xl.workbook.settings.hari_libur import CUTI_BERSAMA, LIBUR_NASIONAL
from kinerja_xl.workbook.tables import Butir, KolomTabel

INSTANSI, BIDANG, PEJABAT, JAM_KERJA, HARI_LIBUR, MUTU_BAKU, SKALA, DASAR_HUKUM, KEBIJAKAN = (
    "Instansi", "Bidang", "Pejabat", "Jam Kerja", "Hari Libur", "Mutu Baku", "Skala", "Dasar Hukum", "Kebijakan")

PANGKAT = (
    "Pengatur Muda (II/a)", "Pengatur Muda Tk. I (II/b)", "Pengatur (II/c)", "Pengatur Tk. I (II/d)",
    "Penata Muda (III/a)", "Penata Muda Tk. I (III/b)", "Penata (III/c)", "Penata Tk. I (III/d)", "Pembina (IV/a)",
    "Pembina Tk. I (IV/b)", "Pembina Utama Muda (IV/c)", "Pembina Utama Madya (IV/d)", "Pembina Utama (IV/e)",
)
"""Ranks of a PNS (domain facts 6.3); a suggestion only, since PPPK have a golongan instead."""

YA_TIDAK = ("ya", "tidak")
BATAS_CAPAIAN = ("tanpa", "100", "110", "120", "150")
KERTAS = ("A4", "F4")
PENANDA_BIDANG = (Peran.ANALIS, Peran.KASUBID, Peran.KABID, Peran.SEKRETARIS, Peran.PERENCANAAN, Peran.KEPALA_DINAS)
"""Who may sign the papers of a bidang."""
PENANDA_KANTOR = (Peran.PERENCANAAN, Peran.SEKRETARIS, Peran.KEPALA_DINAS)
"""Who may sign what is made of all bidang together."""
LIBUR_DAERAH = "Libur Daerah"
KUNCI_MUTU_BAKU = ("1", "2", "3", "4", "5", "6", "tahunan")
URAIAN_MUTU_BAKU = {
    **{str(row.nomor): row.uraian for row in reversed(KEGIATAN) if row.nomor},
    "tahunan": "Menyusun laporan kinerja setiap tahun",
}


@dataclass(frozen=True)
class LembarPengaturan:
    """One sheet: its name, title, line of explanation, tables side by side, and rows prepared for typing."""

    nama: str
    judul: str
    penjelasan: str
    daftar_tabel: tuple[tuple[KolomTabel, ...], ...]
    siap: int = 0
    daftar_butir: tuple[Butir, ...] = ()
    jangkar: tuple[str, ...] = ()  # a row counts when one of these is filled; none named: any column


KOLOM_PASANGAN = (
    KolomTabel("nama", "Nama", 38, "label"),
    KolomTabel("isi", "Isi", 50),
    KolomTabel("penjelasan", "Penjelasan", 76, "catatan", wajib=False),
)
KOLOM_KEBIJAKAN = (
    KolomTabel("nama", "Nama", 30, "label"),
    KolomTabel("isi", "Isi", 30),
    KolomTabel("pilihan", "Pilihan", 40, "catatan", wajib=False),
    KolomTabel("penjelasan", "Penjelasan", 66, "catatan", wajib=False),
)
KOLOM_BIDANG = (
    KolomTabel("nama", "Nama Bidang", 40),
    KolomTabel("singkatan", "Singkatan", 16, "kode", bantuan="Paling banyak 20 aksara; menjadi nama folder."),
    KolomTabel("sub_nama", "Sub Bidang", 34, wajib=False, bantuan="Satu baris untuk tiap sub bidang."),
    KolomTabel("sub_singkatan", "Singkatan Sub Bidang", 16, "kode", wajib=False),
    KolomTabel("sebutan_kabid", "Sebutan Kabid", 16, wajib=False, bantuan="Nama folder; kosong = Kabid."),
    KolomTabel("sebutan_kasubid", "Sebutan Kasubid", 16, wajib=False, bantuan="Nama folder; kosong = Kasubid."),
    KolomTabel("sebutan_analis", "Sebutan Analis", 16, wajib=False, bantuan="Nama folder; kosong = Analis."),
)
KOLOM_PEJABAT = (
    KolomTabel("nama", "Nama", 27),
    KolomTabel("nip", "NIP / NI PPPK", 23, "kode", bantuan="18 angka, ditulis sebagai teks; boleh kosong."),
    KolomTabel("status", "Status", 9, "tengah", pilihan=("PNS", "PPPK", "Non-ASN"), saran=True, wajib=False),
    KolomTabel("pangkat", "Pangkat/Golongan", 25, pilihan=PANGKAT, saran=True, wajib=False),
    KolomTabel("jabatan", "Jabatan", 34, wajib=False,
               bantuan="Jabatan pada baris ini tanpa kata Plt. atau Plh.; untuk Plt./Plh. jabatan yang digantikan."),
    KolomTabel("peran", "Peran", 21, pilihan=tuple(Peran)),
    KolomTabel("bidang", "Bidang", 16, "kode", daftar="Bidang!singkatan"),
    KolomTabel("sub_bidang", "Sub Bidang", 16, "kode", daftar="Bidang!sub_singkatan", wajib=False),
    KolomTabel("kedudukan", "Kedudukan", 12, "tengah", pilihan=tuple(Kedudukan), wajib=False),
    KolomTabel("mulai", "Mulai", 12, "tanggal", wajib=False),
    KolomTabel("sampai", "Sampai", 12, "tanggal", wajib=False),
    KolomTabel("cara", "Cara Bertindak", 12, "tengah", pilihan=tuple(CaraBertindak), wajib=False,
               bantuan="folder: memindahkan berkas sendiri. naskah: menandatangani naskah; berkas yang dipindahkan "
                       "untuknya menunggu pindaian naskah itu."),
    KolomTabel("sk", "Nomor SK", 18, "kode", wajib=False),
    KolomTabel("akun", "Akun Komputer", 22, "kode", wajib=False, bantuan="Beberapa akun dipisahkan titik koma."),
    KolomTabel("wa", "No. WA", 16, "kode", wajib=False),
    KolomTabel("surel", "Surel", 24, "kode", wajib=False),
)
KOLOM_CETAK_PEJABAT = "sk"
"""Accounts and private numbers to the right of it are not printed."""

KOLOM_JAM_KERJA = (
    KolomTabel("hari", "Hari", 12, pilihan=HARI),
    KolomTabel("mulai", "Mulai", 12, "jam"),
    KolomTabel("istirahat_mulai", "Istirahat Mulai", 12, "jam"),
    KolomTabel("istirahat_selesai", "Istirahat Selesai", 12, "jam"),
    KolomTabel("selesai", "Selesai", 12, "jam"),
    KolomTabel("berlaku_mulai", "Berlaku Mulai", 15, "tanggal", wajib=False),
    KolomTabel("berlaku_sampai", "Berlaku Sampai", 15, "tanggal", wajib=False),
    KolomTabel("keterangan", "Keterangan", 36, wajib=False),
)
KOLOM_LIBUR = (
    KolomTabel("tanggal", "Tanggal", 14, "tanggal"),
    KolomTabel("keterangan", "Keterangan", 60, wajib=False),
    KolomTabel("jenis", "Jenis", 20, pilihan=(LIBUR_NASIONAL, CUTI_BERSAMA, LIBUR_DAERAH), saran=True,
               wajib=False),
)
KOLOM_MUTU_BAKU = (
    KolomTabel("kegiatan", "Kegiatan", 12, "tengah"),
    KolomTabel("uraian", "Uraian", 80, "catatan", wajib=False),
    KolomTabel("jumlah", "Waktu", 10, "angka"),
    KolomTabel("satuan", "Satuan", 12, pilihan=tuple(SatuanWaktu)),
)
KOLOM_KATEGORI = (
    KolomTabel("nama", "Kategori", 20),
    KolomTabel("di_atas", "Di Atas (%)", 12, "angka"),
    KolomTabel("interval", "Interval Menurut Peraturan", 26, "kode"),
    KolomTabel("warna", "Warna", 12, "warna", bantuan="Enam aksara RRGGBB, misalnya 00B050."),
)
KOLOM_PREDIKAT = (
    KolomTabel("predikat", "Predikat", 14, "tengah"),
    KolomTabel("skor", "Skor", 10, "angka"),
)
KOLOM_DASAR_HUKUM = (
    KolomTabel("nomor", "No", 6, "tengah", wajib=False),
    KolomTabel("dasar", "Dasar Hukum", 130),
)

BUTIR_INSTANSI = (
    Butir("pemerintah", "Pemerintah daerah",
          "Baris pertama kop naskah: pemerintah kabupaten atau kota dengan namanya."),
    Butir("nama", "Nama perangkat daerah", "Baris kedua kop naskah: nama lengkap dinas atau badan."),
    Butir("singkatan", "Singkatan", "Dipakai pada nomor naskah."),
    Butir("tempat", "Tempat", "Ditulis sebelum tanggal pada naskah."),
    Butir("kepala_daerah", "Kepala daerah", "Bupati atau Wali Kota; kosong = Bupati."),
    Butir("alamat", "Alamat", "Bila kosong, kop naskah menampilkan tempat kosong yang terlihat."),
    Butir("telepon", "Telepon", "Nomor telepon kantor.", format="kode"),
    Butir("laman", "Laman", "Alamat laman resmi."),
    Butir("surel", "Surel", "Alamat surel resmi."),
    Butir("kode_pos", "Kode pos", "Lima angka.", format="kode"),
    Butir("logo", "Logo", "Nama berkas .png atau .jpg di folder Perencanaan/Templat."),
    Butir("kertas_surat", "Kertas surat", "Kertas untuk disposisi dan surat pengantar.", KERTAS),
    Butir("kertas_laporan", "Kertas laporan", "Kertas untuk laporan.", KERTAS),
    Butir("pola_nomor", "Pola nomor naskah",
          "Boleh memakai [nomor], [kode], [singkatan], [bulan romawi], dan [tahun]; nomornya dikosongkan untuk "
          "pencatat agenda."),
    Butir("kode_klasifikasi", "Kode klasifikasi",
          "Mengisi [kode] pada pola nomor; kosong = diisi oleh pencatat agenda.", format="kode"),
    Butir("bahan_diserahkan", "Bahan Laporan diserahkan oleh", "Penanda tangan sebelah kanan; kosong = Analis.",
          PENANDA_BIDANG),
    Butir("bahan_diterima", "Bahan Laporan diterima oleh", "Penanda tangan sebelah kiri; kosong = Kasubid.",
          PENANDA_BIDANG),
    Butir("data_kinerja_disusun", "Laporan Data Kinerja disusun oleh",
          "Penanda tangan sebelah kanan; kosong = Kasubid.", PENANDA_BIDANG),
    Butir("data_kinerja_disetujui", "Laporan Data Kinerja disetujui oleh",
          "Penanda tangan sebelah kiri; kosong = Kabid.", PENANDA_BIDANG),
    Butir("triwulan_disusun", "Laporan Triwulan disusun oleh",
          "Penanda tangan sebelah kanan; kosong = Kasubag Perencanaan.", PENANDA_KANTOR),
    Butir("triwulan_diketahui", "Laporan Triwulan diketahui oleh",
          "Penanda tangan sebelah kiri; kosong = Kepala Dinas.", PENANDA_KANTOR),
    Butir("contoh", "Data contoh", "“ya” membubuhkan tulisan DATA CONTOH pada setiap naskah.", YA_TIDAK),
)
BUTIR_KEBIJAKAN = (
    Butir("batas_capaian", "Batas capaian (%)",
          "Capaian di atas batas ini dihitung sebesar batasnya dalam rata-rata; angka aslinya tetap ditampilkan.",
          BATAS_CAPAIAN),
    Butir("dasar_rata", "Dasar rata-rata",
          "Rata-rata kantor dihitung dari rata-rata sasaran atau dari semua indikator.", tuple(DasarRata)),
    Butir("tanggal_penugasan", "Tanggal penugasan",
          "Tanggal penugasan pada awal triwulan (SOP: tanggal 10); bila libur, hari kerja berikutnya. Isi 1 sampai 28.",
          format="bulat"),
    Butir("pengumpulan", "Triwulan yang dikumpulkan", "Data triwulan mana yang dikumpulkan pada tanggal penugasan.",
          tuple(Pengumpulan)),
    Butir("hitungan_hari", "Hitungan hari", "Arti “hari” pada mutu baku waktu.", tuple(HitunganHari)),
    Butir("bukti_wajib", "Bukti dukung wajib", "“ya” menolak lembar kerja yang bukti dukungnya belum didaftarkan.",
          YA_TIDAK),
    Butir("menolak", "Catatan kewajaran yang menolak",
          "Kode catatan yang menolak lembar kerja, dipisahkan titik koma, misalnya C302; C307. Kosong = semuanya hanya "
          f"peringatan. Pilihan: {KEWAJARAN[0]} sampai {KEWAJARAN[-1]}, seperti tertulis pada Catatan Perbaikan.",
          format="kode"),
    Butir("periksa_akun", "Pemeriksaan akun", "“ya” mengharuskan berkas disimpan dengan akun pejabat yang terdaftar.",
          YA_TIDAK),
    Butir("nomor_sop", "Nomor SOP", "Nomor SOP Pengumpulan Data Kinerja seperti tercantum pada naskahnya.",
          format="kode"),
    Butir("eskalasi_hari", "Diteruskan kepada atasan",
          "Setelah terlambat sekian hari kerja penuh, atasan pemegang berkas ikut diingatkan; kosong = 1, 0 = tidak "
          "diteruskan.", format="bulat"),
)

LEMBAR_PENGATURAN = (
    LembarPengaturan(INSTANSI, "Instansi", "Identitas kantor dan penanda tangan naskah. Isi kolom Isi saja.",
                     (KOLOM_PASANGAN,), daftar_butir=BUTIR_INSTANSI),
    LembarPengaturan(BIDANG, "Bidang", "Satu baris untuk tiap bidang, termasuk Sekretariat; bidang yang mempunyai "
                     "sub bidang memakai satu baris untuk tiap sub bidang.", (KOLOM_BIDANG,), 20),
    LembarPengaturan(PEJABAT, "Pejabat", "Satu baris untuk tiap jabatan yang dipegang. Plt. atau Plh. ditulis pada "
                     "baris tersendiri dengan tanggal mulai dan sampai; jabatannya adalah jabatan yang digantikan.",
                     (KOLOM_PEJABAT,), 28),
    LembarPengaturan(JAM_KERJA, "Jam Kerja", "Waktu setempat, ditulis sebagai teks seperti 07.30. Baris tanpa tanggal "
                     "berlaku sepanjang tahun; untuk Ramadan tambahkan baris dengan tanggal berlaku.",
                     (KOLOM_JAM_KERJA,), 18),
    LembarPengaturan(HARI_LIBUR, "Hari Libur", "Libur nasional dan cuti bersama. Sesuaikan dengan SKB 3 Menteri dan "
                     "keputusan daerah; daftar ini yang dipakai.", (KOLOM_LIBUR,), 64),
    LembarPengaturan(MUTU_BAKU, "Mutu Baku", "Waktu baku tiap kegiatan menurut SOP. Ubah kolom Waktu dan Satuan saja.",
                     (KOLOM_MUTU_BAKU,), 7, jangkar=("jumlah", "satuan")),
    LembarPengaturan(SKALA, "Skala", "Kategori capaian, dari yang tertinggi; capaian masuk kategori pertama yang batas "
                     "bawahnya dilampaui. Di sebelahnya skor predikat, makin besar makin baik.",
                     (KOLOM_KATEGORI, KOLOM_PREDIKAT), 8),
    LembarPengaturan(DASAR_HUKUM, "Dasar Hukum", "Dasar hukum untuk bab pendahuluan laporan, menurut urutan penulisan.",
                     (KOLOM_DASAR_HUKUM,), 12, jangkar=("dasar",)),
    LembarPengaturan(KEBIJAKAN, "Kebijakan", "Pilihan kantor apabila SOP dan peraturan memberi ruang. Isi kolom Isi "
                     "saja.", (KOLOM_KEBIJAKAN,), daftar_butir=BUTIR_KEBIJAKAN),
)
