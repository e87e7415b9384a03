"""The indicators of the sample plan and what they reached in the two years before: believable figures, all made up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, Rentang, TingkatIndikator
from kinerja_xl.domain.rencana_aksi import RiwayatCapaian
from kinerja_xl.workbook.contoh.contoh_program import ANGGARAN, PROGRAM

_JUMLAH, _POSISI, _RATA, _AKHIR = (Perhitungan.JUMLAH, Perhitungan.POSISI, Perhitungan.RATA, Perhitungan.AKHIR)
_BIDANG, _SUB_BIDANG = TingkatIndikator.BIDANG, TingkatIndikator.SUB_BIDANG
_TUJUAN, _TATA_KELOLA = ("Meningkatnya kualitas dan jangkauan pelayanan sosial",
                         "Meningkatnya tata kelola Dinas Sosial")
_KEBUTUHAN = "Meningkatnya pemenuhan kebutuhan dasar PPKS"
_BENCANA = "Meningkatnya perlindungan sosial korban bencana"
_DATA, _MANDIRI = "Meningkatnya akurasi data kesejahteraan sosial", "Meningkatnya kemandirian keluarga miskin"
_PSKS, _AKUNTABILITAS = "Meningkatnya peran PSKS", "Meningkatnya akuntabilitas kinerja"
_KEPALA = {"SEKRETARIAT": "Sekretaris", "REHSOS": "Kepala Bidang Rehabilitasi Sosial",
           "LINJAMSOS": "Kepala Bidang Perlindungan dan Jaminan Sosial",
           "DAYASOS": "Kepala Bidang Pemberdayaan Sosial", "PFM": "Kepala Bidang Penanganan Fakir Miskin"}


def contoh_indikator() -> tuple[Indikator, ...]:
    """Return the ten indicators of domain facts 8.3 and three more: a range, and the two parts of a gathered one.

    Some things are left open on purpose, as in a real plan: REH-02 has no baseline, DAY-04 no Renstra end.
    """
    return (
        _indikator("REH-01", "REHSOS", _KEBUTUHAN, "Persentase penyandang disabilitas terlantar, anak terlantar, "
                   "lanjut usia terlantar, serta gelandangan dan pengemis yang terpenuhi kebutuhan dasarnya di luar "
                   "panti (SPM)", "%", _POSISI, (25, 50, 75, 100), 100, 92, 100, "1.06.04",
                   "PPKS sasaran SPM yang terpenuhi kebutuhan dasarnya : seluruh PPKS sasaran SPM × 100",
                   "Laporan SPM Bidang Rehabilitasi Sosial", "Penyaluran permakanan dan alat bantu; bimbingan sosial",
                   standar=Decimal(100)),
        _indikator("REH-02", "REHSOS", _KEBUTUHAN, "Rata-rata jumlah penerima layanan per pendamping rehabilitasi "
                   "sosial", "Orang", _RATA, (Rentang(Decimal(20), Decimal(25)),) * 4,
                   Rentang(Decimal(20), Decimal(25)), None, Rentang(Decimal(15), Decimal(20)), "1.06.04",
                   "Penerima layanan rehabilitasi sosial dasar : pendamping yang bertugas pada akhir triwulan",
                   "Daftar penugasan pendamping", "Pemerataan penugasan pendamping antarkecamatan", tingkat=_BIDANG),
        _indikator("LIN-01", "LINJAMSOS", _BENCANA, "Persentase korban bencana yang terpenuhi kebutuhan dasarnya pada "
                   "masa tanggap darurat (SPM)", "%", _RATA, (100,) * 4, 100, 100, 100, "1.06.06",
                   "Korban bencana yang terpenuhi kebutuhan dasarnya : seluruh korban bencana × 100",
                   "Laporan kejadian bencana", "Penyediaan makanan dan sandang di lokasi bencana",
                   standar=Decimal(100)),
        _indikator("LIN-02", "LINJAMSOS", _BENCANA, "Rata-rata waktu penyaluran bantuan korban bencana", "jam", _RATA,
                   (72,) * 4, 72, 76, 48, "1.06.06",
                   "Jumlah jam sejak laporan diterima sampai bantuan tiba : jumlah kejadian",
                   "Berita acara penyerahan bantuan", "Penyiapan stok penyangga di gudang; piket Tagana",
                   arah=Arah.NEGATIF),
        _indikator("PFM-01", "PFM", _DATA, "Persentase usulan data yang diverifikasi dan divalidasi", "%", _RATA,
                   (85,) * 4, 85, 81, 95, "1.06.05",
                   "Usulan data yang diverifikasi dan divalidasi : seluruh usulan data × 100",
                   "Rekapitulasi usulan data desa/kelurahan", "Verifikasi lapangan bersama operator desa"),
        _indikator("PFM-02", "PFM", _MANDIRI, "Jumlah keluarga penerima bantuan usaha/KUBE", "Keluarga", _JUMLAH,
                   (10, 20, 15, 5), 50, 40, 250, "1.06.05",
                   "Jumlah keluarga yang menerima bantuan usaha atau KUBE dalam triwulan",
                   "Berita acara serah terima bantuan", "Seleksi, pelatihan, dan penyaluran bantuan usaha",
                   tingkat=_BIDANG),
        _indikator("DAY-01", "DAYASOS", _PSKS, "Persentase PSKS aktif", "%", _POSISI, (60, 65, 68, 70), 70, 58, 80,
                   "1.06.02", "PSKS yang aktif : seluruh PSKS terdaftar × 100; dijumlahkan dari DAY-03 dan DAY-04",
                   "Data PSKS kecamatan", "Pembinaan dan pemantauan PSKS di kecamatan", dari=("DAY-03", "DAY-04")),
        _indikator("DAY-02", "DAYASOS", _PSKS, "Jumlah TKSK/PSM/Karang Taruna yang ditingkatkan kapasitasnya", "Orang",
                   _JUMLAH, (0, 30, 30, 0), 60, 45, 300, "1.06.02",
                   "Jumlah orang yang mengikuti peningkatan kapasitas sampai selesai",
                   "Daftar hadir dan laporan pelatihan", "Pelatihan pada TW II dan TW III", sub="PERORANGAN",
                   tingkat=_BIDANG),
        _indikator("DAY-03", "DAYASOS", _PSKS, "Persentase PSKS perorangan yang aktif", "%", _POSISI,
                   (62, 67, 70, 72), 72, 60, 82, "1.06.02",
                   "TKSK, PSM, dan penyuluh sosial masyarakat yang aktif : seluruh PSKS perorangan terdaftar × 100",
                   "Data PSKS kecamatan", "Pertemuan bulanan TKSK dan kunjungan pembinaan", sub="PERORANGAN",
                   tingkat=_SUB_BIDANG),
        _indikator("DAY-04", "DAYASOS", _PSKS, "Persentase PSKS kelembagaan yang aktif", "%", _POSISI,
                   (57, 62, 65, 67), 67, Decimal("54.5"), None, "1.06.02",
                   "Karang Taruna, LKS, dan LK3 yang aktif : seluruh PSKS kelembagaan terdaftar × 100",
                   "Data PSKS kecamatan", "Pembinaan administrasi dan pendataan lembaga", sub="KELEMBAGAAN",
                   tingkat=_SUB_BIDANG),
        _indikator("SEK-01", "SEKRETARIAT", _AKUNTABILITAS, "Nilai SAKIP Dinas Sosial", "Predikat", _AKHIR,
                   (None, None, None, Predikat("BB")), Predikat("BB"), Predikat("B"), Predikat("A"), "1.06.01",
                   "Predikat hasil evaluasi SAKIP oleh Inspektorat Daerah", "Laporan hasil evaluasi SAKIP",
                   "Perbaikan dokumen perencanaan dan pemantauan kinerja triwulanan"),
        _indikator("SEK-02", "SEKRETARIAT", _AKUNTABILITAS, "Indeks Kepuasan Masyarakat", "Indeks", _AKHIR,
                   (None, None, None, 82), 82, Decimal("80.5"), 85, "1.06.01",
                   "Indeks hasil survei kepuasan masyarakat terhadap pelayanan", "Laporan survei kepuasan masyarakat",
                   "Survei tahunan dan tindak lanjut pengaduan"),
        _indikator("SEK-03", "SEKRETARIAT", _AKUNTABILITAS, "Jumlah temuan yang belum ditindaklanjuti", "Temuan",
                   _AKHIR, (None, None, None, 0), 0, 2, 0, "1.06.01",
                   "Jumlah temuan hasil pengawasan yang belum selesai ditindaklanjuti pada akhir tahun",
                   "Laporan tindak lanjut hasil pengawasan", "Penyelesaian tindak lanjut bersama bidang",
                   arah=Arah.NEGATIF, tingkat=_BIDANG),
    )


def contoh_riwayat(tahun: int) -> tuple[RiwayatCapaian, ...]:
    """Return what the indicators reached in the two years before ``tahun``; the last year's is the baseline.

    REH-02 is new and has no earlier years, the parts of DAY-01 were first measured apart in the last one.
    """
    last, before = tahun - 1, tahun - 2
    known = {indikator.kode: indikator for indikator in contoh_indikator()}
    rows: list[tuple[str, int, Nilai | int | str, Nilai | int | str, str]] = [
        ("REH-01", before, 100, "88.4", ""),
        ("REH-01", last, 100, 92, "Delapan persen sasaran baru terlayani pada awal tahun berikutnya."),
        ("LIN-01", before, 100, "98.7", "Satu kejadian terlambat dilaporkan oleh desa."),
        ("LIN-01", last, 100, 100, ""),
        ("LIN-02", before, 84, 81, ""),
        ("LIN-02", last, 72, 76, "Target dipertahankan karena belum tercapai."),
        ("PFM-01", before, 75, "77.2", ""),
        ("PFM-01", last, 80, 81, ""),
        ("PFM-02", before, 40, 36, ""),
        ("PFM-02", last, 45, 40, "Lima keluarga mengundurkan diri sebelum penyaluran."),
        ("DAY-01", before, 55, "54.1", ""),
        ("DAY-01", last, 58, 58, ""),
        ("DAY-02", before, 40, 40, ""),
        ("DAY-02", last, 45, 45, ""),
        ("DAY-03", last, 60, 60, "Mulai diukur tersendiri."),
        ("DAY-04", last, 55, "54.5", "Mulai diukur tersendiri."),
        ("SEK-01", before, Predikat("B"), Predikat("CC"), ""),
        ("SEK-01", last, Predikat("BB"), Predikat("B"), ""),
        ("SEK-02", before, 78, "78.4", ""),
        ("SEK-02", last, 80, "80.5", ""),
        ("SEK-03", before, 0, 3, ""),
        ("SEK-03", last, 0, 2, "Dua temuan berlanjut ke tahun berikutnya."),
    ]
    return tuple(RiwayatCapaian(kode, known[kode].nama, known[kode].satuan, year, None, _nilai(target),
                                _nilai(realisasi), keterangan) for kode, year, target, realisasi, keterangan in rows)


def _indikator(kode: str, bidang: str, sasaran: str, nama: str, satuan: str, perhitungan: Perhitungan,
               target_tw: Sequence[Nilai | int | None], target: Nilai | int, baseline: Nilai | int | None,
               renstra: Nilai | int | None, program: str, definisi: str, sumber_data: str, rencana_aksi: str, *,
               sub: str | None = None, arah: Arah = Arah.POSITIF, tingkat: TingkatIndikator = TingkatIndikator.DINAS,
               standar: Nilai | None = None, dari: tuple[str, ...] = ()) -> Indikator:
    tw1, tw2, tw3, tw4 = map(_nilai, target_tw)
    return Indikator(kode, nama, satuan, tingkat, None if dari else bidang, sub,
                     _TATA_KELOLA if bidang == "SEKRETARIAT" else _TUJUAN, sasaran, arah, perhitungan, _nilai(target),
                     (tw1, tw2, tw3, tw4), tingkat is TingkatIndikator.DINAS, definisi, sumber_data, _nilai(baseline),
                     _nilai(renstra), standar, f"{program} {PROGRAM[program]}", rencana_aksi, _PAGU.get(kode),
                     _KEPALA[bidang], dari)


def _nilai(nilai: Nilai | int | str | None) -> Nilai | None:
    return Decimal(nilai) if isinstance(nilai, int | str) else nilai


def _pagu_of(bidang: str, sub_bidang: str | None = None) -> Decimal:
    return sum((row.pagu for row in ANGGARAN if (row.bidang, row.sub_bidang) == (bidang, sub_bidang)), Decimal(0))


_PAGU = {"SEK-01": _pagu_of("SEKRETARIAT"), "REH-01": _pagu_of("REHSOS"), "LIN-01": _pagu_of("LINJAMSOS"),
         "DAY-03": _pagu_of("DAYASOS", "PERORANGAN"), "DAY-04": _pagu_of("DAYASOS", "KELEMBAGAAN"),
         "PFM-01": _pagu_of("PFM")}
"""A unit's pagu stands beside one of its indicators, so that the column adds up to the sheet Program."""
