"""The sample office: Dinas Sosial Kabupaten Jeneponto with made-up officials and targets, marked DATA CONTOH."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import (
    Arah,
    Indikator,
    Nilai,
    Perhitungan,
    Predikat,
    RencanaAksi,
    SubKegiatan,
    TingkatIndikator,
)
from kinerja_xl.domain.office import Bidang, Pejabat, Pengaturan
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook.contoh_program import ANGGARAN, KEGIATAN, PROGRAM, URUSAN
from kinerja_xl.workbook.default_office import SEKRETARIAT, default_pengaturan

__all__ = ["contoh_pengaturan", "contoh_rencana", "default_pengaturan"]

BIDANG = (
    SEKRETARIAT,
    Bidang("Bidang Rehabilitasi Sosial", "REHSOS"),
    Bidang("Bidang Perlindungan dan Jaminan Sosial", "LINJAMSOS"),
    Bidang("Bidang Pemberdayaan Sosial", "DAYASOS"),
    Bidang("Bidang Penanganan Fakir Miskin", "PFM"),
)
_PANGKAT = {
    Peran.KEPALA_DINAS: "Pembina Utama Muda (IV/c)", Peran.SEKRETARIS: "Pembina Tk. I (IV/b)",
    Peran.KABID: "Pembina (IV/a)", Peran.PERENCANAAN: "Penata Tk. I (III/d)", Peran.KASUBID: "Penata (III/c)",
    Peran.ANALIS: "Penata Muda (III/a)",
}


def contoh_pengaturan(tahun: int) -> Pengaturan:
    """Return the settings of the sample office: Sekretariat and four bidang, every post held."""
    default = default_pengaturan(tahun)
    return replace(default, instansi=replace(default.instansi, alamat="(alamat contoh)", contoh=True),
                   daftar_bidang=BIDANG, daftar_pejabat=tuple(_daftar_pejabat()))


def contoh_rencana(tahun: int) -> RencanaAksi:
    """Return the sample plan: the ten indicators of domain facts 8.3 and sub kegiatan with official codes (8.2)."""
    return RencanaAksi(tahun, tuple(_daftar_indikator()), tuple(_daftar_subkegiatan()),
                       dasar=Dasar(JenisDasar.PK, f"00/PK/CONTOH/{tahun}", date(tahun, 1, 5)))


def _daftar_pejabat() -> list[Pejabat]:
    posts: list[tuple[Peran, str | None, str]] = [
        (Peran.KEPALA_DINAS, None, "Kepala Dinas Sosial"),
        (Peran.SEKRETARIS, "SEKRETARIAT", "Sekretaris Dinas Sosial"),
        (Peran.PERENCANAAN, None, "Kepala Subbagian Perencanaan"),
        (Peran.KASUBID, "SEKRETARIAT", "Kepala Subbagian Umum dan Kepegawaian"),
        (Peran.ANALIS, "SEKRETARIAT", "Analis Data Sekretariat"),
    ]
    for bidang in BIDANG[1:]:
        subject = bidang.nama.removeprefix("Bidang ")
        posts += [(Peran.KABID, bidang.singkatan, f"Kepala {bidang.nama}"),
                  (Peran.KASUBID, bidang.singkatan, f"Kepala Subbidang {subject}"),
                  (Peran.ANALIS, bidang.singkatan, f"Analis Data {subject}")]
    # 1 January everywhere and numbers in order: well-formed, and plainly nobody's
    return [Pejabat(f"Pejabat Contoh {n}", f"19800101200501{1 + n % 2}{n:03d}", peran, bidang, None, _PANGKAT[peran],
                    jabatan) for n, (peran, bidang, jabatan) in enumerate(posts, start=1)]


def _daftar_indikator() -> list[Indikator]:
    d = Decimal
    jumlah, posisi, rata, akhir = Perhitungan.JUMLAH, Perhitungan.POSISI, Perhitungan.RATA, Perhitungan.AKHIR
    kebutuhan = "Meningkatnya pemenuhan kebutuhan dasar PPKS"
    bencana = "Meningkatnya perlindungan sosial korban bencana"
    data, mandiri = "Meningkatnya akurasi data kesejahteraan sosial", "Meningkatnya kemandirian keluarga miskin"
    psks, akuntabilitas = "Meningkatnya peran PSKS", "Meningkatnya akuntabilitas kinerja"
    return [
        _indikator("REH-01", "REHSOS", kebutuhan, "Persentase penyandang disabilitas terlantar, anak terlantar, lanjut "
                   "usia terlantar, serta gelandangan dan pengemis yang terpenuhi kebutuhan dasarnya di luar panti "
                   "(SPM)", "%", posisi, (d(25), d(50), d(75), d(100)), d(100), d(92), d(100), "1.06.04",
                   "PPKS sasaran SPM yang terpenuhi kebutuhan dasarnya : seluruh PPKS sasaran SPM × 100",
                   "Laporan SPM Bidang Rehabilitasi Sosial", "Penyaluran permakanan dan alat bantu; bimbingan sosial",
                   standar=d(100)),
        _indikator("LIN-01", "LINJAMSOS", bencana, "Persentase korban bencana yang terpenuhi kebutuhan dasarnya pada "
                   "masa tanggap darurat (SPM)", "%", rata, (d(100),) * 4, d(100), d(100), d(100), "1.06.06",
                   "Korban bencana yang terpenuhi kebutuhan dasarnya : seluruh korban bencana × 100",
                   "Laporan kejadian bencana", "Penyediaan makanan dan sandang di lokasi bencana", standar=d(100)),
        _indikator("LIN-02", "LINJAMSOS", bencana, "Rata-rata waktu penyaluran bantuan korban bencana", "jam", rata,
                   (d(72),) * 4, d(72), d(76), d(48), "1.06.06",
                   "Jumlah jam sejak laporan diterima sampai bantuan tiba : jumlah kejadian",
                   "Berita acara penyerahan bantuan", "Penyiapan stok penyangga di gudang; piket Tagana",
                   arah=Arah.NEGATIF),
        _indikator("PFM-01", "PFM", data, "Persentase usulan data yang diverifikasi dan divalidasi", "%", rata,
                   (d(85),) * 4, d(85), d(81), d(95), "1.06.05",
                   "Usulan data yang diverifikasi dan divalidasi : seluruh usulan data × 100",
                   "Rekapitulasi usulan data desa/kelurahan", "Verifikasi lapangan bersama operator desa"),
        _indikator("PFM-02", "PFM", mandiri, "Jumlah keluarga penerima bantuan usaha/KUBE", "Keluarga", jumlah,
                   (d(10), d(20), d(15), d(5)), d(50), d(40), d(250), "1.06.05",
                   "Jumlah keluarga yang menerima bantuan usaha atau KUBE dalam triwulan",
                   "Berita acara serah terima bantuan", "Seleksi, pelatihan, dan penyaluran bantuan usaha",
                   tingkat=TingkatIndikator.BIDANG),
        _indikator("DAY-01", "DAYASOS", psks, "Persentase PSKS aktif", "%", posisi, (d(60), d(65), d(68), d(70)), d(70),
                   d(58), d(80), "1.06.02", "PSKS yang aktif : seluruh PSKS terdaftar × 100",
                   "Data PSKS kecamatan", "Pembinaan dan pemantauan PSKS di kecamatan"),
        _indikator("DAY-02", "DAYASOS", psks, "Jumlah TKSK/PSM/Karang Taruna yang ditingkatkan kapasitasnya", "Orang",
                   jumlah, (d(0), d(30), d(30), d(0)), d(60), d(45), d(300), "1.06.02",
                   "Jumlah orang yang mengikuti peningkatan kapasitas sampai selesai",
                   "Daftar hadir dan laporan pelatihan", "Pelatihan pada TW II dan TW III",
                   tingkat=TingkatIndikator.BIDANG),
        _indikator("SEK-01", "SEKRETARIAT", akuntabilitas, "Nilai SAKIP Dinas Sosial", "Predikat", akhir,
                   (None, None, None, Predikat("BB")), Predikat("BB"), Predikat("B"), Predikat("A"), "1.06.01",
                   "Predikat hasil evaluasi SAKIP oleh Inspektorat Daerah", "Laporan hasil evaluasi SAKIP",
                   "Perbaikan dokumen perencanaan dan pemantauan kinerja triwulanan"),
        _indikator("SEK-02", "SEKRETARIAT", akuntabilitas, "Indeks Kepuasan Masyarakat", "Indeks", akhir,
                   (None, None, None, d(82)), d(82), d("80.5"), d(85), "1.06.01",
                   "Indeks hasil survei kepuasan masyarakat terhadap pelayanan", "Laporan survei kepuasan masyarakat",
                   "Survei tahunan dan tindak lanjut pengaduan"),
        _indikator("SEK-03", "SEKRETARIAT", akuntabilitas, "Jumlah temuan yang belum ditindaklanjuti", "Temuan", akhir,
                   (None, None, None, d(0)), d(0), d(2), d(0), "1.06.01",
                   "Jumlah temuan hasil pengawasan yang belum selesai ditindaklanjuti pada akhir tahun",
                   "Laporan tindak lanjut hasil pengawasan", "Penyelesaian tindak lanjut bersama bidang",
                   arah=Arah.NEGATIF, tingkat=TingkatIndikator.BIDANG),
    ]


def _indikator(kode: str, bidang: str, sasaran: str, nama: str, satuan: str, perhitungan: Perhitungan,
               target_tw: Sequence[Nilai | None], target: Nilai, baseline: Nilai, renstra: Nilai, program: str,
               definisi: str, sumber_data: str, rencana_aksi: str, *, arah: Arah = Arah.POSITIF,
               tingkat: TingkatIndikator = TingkatIndikator.DINAS, standar: Nilai | None = None) -> Indikator:
    tujuan = ("Meningkatnya tata kelola Dinas Sosial" if bidang == "SEKRETARIAT"
              else "Meningkatnya kualitas dan jangkauan pelayanan sosial")
    head = "Sekretaris" if bidang == "SEKRETARIAT" else f"Kepala {_nama_bidang()[bidang]}"
    tw1, tw2, tw3, tw4 = target_tw
    pagu = None
    if kode.endswith("-01"):  # a program's pagu stands once, so that the column adds up to the sheet Program
        pagu = sum((row.pagu for row in ANGGARAN if row.bidang == bidang and row.kode.startswith(program)), Decimal(0))
    return Indikator(kode, nama, satuan, tingkat, bidang, None, tujuan, sasaran, arah, perhitungan, target,
                     (tw1, tw2, tw3, tw4), tingkat is TingkatIndikator.DINAS, definisi, sumber_data, baseline, renstra,
                     standar, f"{program} {PROGRAM[program]}", rencana_aksi, pagu, head)


def _nama_bidang() -> Mapping[str, str]:
    return {bidang.singkatan: bidang.nama for bidang in BIDANG}


def _daftar_subkegiatan() -> list[SubKegiatan]:
    return [SubKegiatan(row.kode, row.nama, row.indikator, row.satuan, row.bidang, None,
                        Decimal(sum(row.target_tw)), _four(row.target_tw), row.pagu, URUSAN,
                        row.kode[:7], PROGRAM[row.kode[:7]], row.kode[:12], KEGIATAN[row.kode[:12]])
            for row in ANGGARAN]


def _four(target_tw: tuple[int, int, int, int]) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    tw1, tw2, tw3, tw4 = target_tw
    return Decimal(tw1), Decimal(tw2), Decimal(tw3), Decimal(tw4)
