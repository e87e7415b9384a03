"""A year of a small office as values: what the tests of the annual report print. All figures are made up here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from laporan_uji import WITA, pengaturan

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.laporan.bahan import DataBerkas, TindakanTercatat
from kinerja_xl.domain.laporan_kinerja.laporan_tahunan import LaporanKinerja, laporan_tahunan
from kinerja_xl.domain.lembar.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.domain.naskah.naskah import Bab, Blok, Subjudul, Tabel
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.rencana_aksi import RencanaAksi, RiwayatCapaian
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import Status, Tindakan

TAHUN = 2026
DICETAK = date(2027, 1, 20)
D = Decimal
LAYANAN, DATA, TATA = ("Meningkatnya pelayanan korban bencana", "Meningkatnya akurasi data",
                       "Meningkatnya akuntabilitas kinerja")
REHSOS, LINJAMSOS, SEKRETARIAT = ("REHSOS", None), ("LINJAMSOS", None), ("SEKRETARIAT", None)
UNITS = (SEKRETARIAT, REHSOS, LINJAMSOS)


def indikator(kode: str, bidang: str, sasaran: str, nama: str, satuan: str, perhitungan: Perhitungan,
              target: Nilai | None, tw: tuple[Nilai | None, ...], *, arah: Arah = Arah.POSITIF,
              renstra: Nilai | None = None, standar: Nilai | None = None, program: str = "") -> Indikator:
    one, two, three, four = tw
    return Indikator(kode, nama, satuan, TingkatIndikator.DINAS, bidang, None, "Meningkatnya kesejahteraan sosial",
                     sasaran, arah, perhitungan, target, (one, two, three, four), iku=True, definisi="Rumus contoh",
                     target_renstra=renstra, standar_nasional=standar, program=program)


BENCANA = "1.06.06 PROGRAM PENANGANAN BENCANA"
DAFTAR_INDIKATOR = (
    indikator("LJ-01", "LINJAMSOS", LAYANAN, "Persentase korban bencana yang terlayani", "%", Perhitungan.RATA, D(100),
              (D(100),) * 4, renstra=D(100), standar=D(100), program=BENCANA),
    indikator("LJ-02", "LINJAMSOS", LAYANAN, "Rata-rata waktu penyaluran bantuan", "Jam", Perhitungan.RATA, D(80),
              (D(80),) * 4, arah=Arah.NEGATIF, renstra=D(50), program=BENCANA),
    indikator("RS-01", "REHSOS", DATA, "Persentase usulan data yang diverifikasi", "%", Perhitungan.POSISI, D(80),
              (D(20), D(40), D(60), D(80)), renstra=D(90), program="1.06.04 PROGRAM REHABILITASI SOSIAL"),
    indikator("SK-01", "SEKRETARIAT", TATA, "Nilai SAKIP Dinas Sosial", "Predikat", Perhitungan.AKHIR, Predikat("BB"),
              (None, None, None, Predikat("BB"))),
    indikator("SK-02", "SEKRETARIAT", TATA, "Jumlah temuan yang belum ditindaklanjuti", "Temuan", Perhitungan.AKHIR,
              D(0), (None, None, None, D(0)), arah=Arah.NEGATIF),
)


def sub(kode: str, nama: str, bidang: str, pagu: int, tw: tuple[int, int, int, int]) -> SubKegiatan:
    one, two, three, four = map(D, tw)
    program = {"1.06.06": "PROGRAM PENANGANAN BENCANA", "1.06.04": "PROGRAM REHABILITASI SOSIAL"}[kode[:7]]
    return SubKegiatan(kode, nama, f"Keluaran {nama}", "Orang", bidang, None, D(sum(tw)), (one, two, three, four),
                       D(pagu), "Urusan Sosial", kode[:7], program, kode[:12], "Kegiatan contoh")


DAFTAR_SUBKEGIATAN = (sub("1.06.06.2.01.0001", "Penyediaan Makanan", "LINJAMSOS", 600, (10, 20, 30, 40)),
                      sub("1.06.06.2.01.0005", "Dukungan Psikososial", "LINJAMSOS", 400, (5, 5, 5, 5)),
                      sub("1.06.04.2.01.0001", "Penyediaan Permakanan", "REHSOS", 1000, (25, 25, 25, 25)))


def riwayat(kode: str, tahun: int, target: Nilai, realisasi: Nilai, satuan: str = "%") -> RiwayatCapaian:
    return RiwayatCapaian(kode, kode, satuan, tahun, None, target, realisasi)


RIWAYAT = (riwayat("LJ-02", 2024, D(100), D(90), "Jam"), riwayat("LJ-02", 2025, D(90), D(80), "Jam"),
           riwayat("RS-01", 2025, D(70), D(70)), riwayat("SK-01", 2025, Predikat("BB"), Predikat("B"), "Predikat"))
RENCANA = RencanaAksi(TAHUN, DAFTAR_INDIKATOR, DAFTAR_SUBKEGIATAN,
                      dasar=Dasar(JenisDasar.PK, "1/PK/2026", date(2026, 1, 5)), daftar_riwayat=RIWAYAT)
REALISASI: dict[str, tuple[NilaiSel, ...]] = {
    "LJ-01": (D(100), D(98), D(100), D(100)),  # mean 99.5
    "LJ-02": (D(60), D(60), D(60), D(60)),  # negative: (2 x 80 - 60) / 80 = 125%
    "RS-01": (D(15), D(35), D(50), D(60)),  # position 60 of 80: 75%
    "SK-01": (None, None, None, "B"), "SK-02": (None, None, None, D(0))}
KELUARAN = {"1.06.06.2.01.0001": (D(10), D(20), D(30), D(40)),  # 100 of 100
            "1.06.06.2.01.0005": (D(5), D(5), D(4), D(4)),  # 18 of 20
            "1.06.04.2.01.0001": (D(25), D(25), D(25), D(25))}
RUPIAH_SD = {"1.06.06.2.01.0001": (D(100), D(250), D(400), D(570)),
             "1.06.06.2.01.0005": (D(50), D(100), D(200), D(380)),  # 570 + 380 = 950 of 1000: 95%
             "1.06.04.2.01.0001": (D(200), D(500), D(700), D(900))}
TEKS = {("LJ-02", 1, "faktor_pendorong"): "Stok penyangga tersedia di gudang.",
        ("LJ-02", 3, "faktor_penghambat"): "Jembatan ke dua desa putus.",
        ("RS-01", 4, "tindak_lanjut"): "Menambah dua petugas verifikasi.",
        ("RS-01", 4, "faktor_penghambat"): "Petugas verifikasi berkurang.",
        ("LJ-01", 2, "keterangan"): "Dua korban terlambat terlayani."}


def sheet(unit: tuple[str, str | None], triwulan: int, teks: Mapping[tuple[str, int, str], str] | None = None,
          rencana: RencanaAksi = RENCANA) -> LembarKerja:
    """The approved worksheet of a unit in a quarter."""
    sel: dict[Kunci, NilaiSel] = {}
    for i in rencana.daftar_indikator:
        if (i.bidang, i.sub_bidang) == unit:
            sel[Kunci("indikator", i.kode, f"realisasi_tw{triwulan}")] = REALISASI.get(
                i.kode, (D(1),) * 4)[triwulan - 1]
            for (kode, tw, kolom), isi in (TEKS if teks is None else teks).items():
                if (kode, tw) == (i.kode, triwulan):
                    sel[Kunci("indikator", kode, f"{kolom}_tw{tw}")] = isi
    for s in rencana.daftar_subkegiatan:
        if (s.bidang, s.sub_bidang) == unit:
            sel[Kunci("subkegiatan", s.kode, f"realisasi_k_tw{triwulan}")] = KELUARAN[s.kode][triwulan - 1]
            sel[Kunci("subkegiatan", s.kode, f"realisasi_rp_sd_tw{triwulan}")] = RUPIAH_SD[s.kode][triwulan - 1]
    identity = Identitas(berkas_code(Periode(TAHUN, triwulan), *unit), 5, TAHUN, triwulan, *unit, 6)
    return LembarKerja(identity, sel, {})


def handed(triwulan: int, hari: int) -> TindakanTercatat:
    """The handing over to Perencanaan on that day of the month in which the quarter is collected."""
    tahun, bulan = (TAHUN, 3 * triwulan + 1) if triwulan < 4 else (TAHUN + 1, 1)
    return TindakanTercatat(5, Tindakan.SERAHKAN_KE_PERENCANAAN, "Kasubid", datetime(tahun, bulan, hari, 9,
                                                                                     tzinfo=WITA))


def data(unit: tuple[str, str | None], triwulan: int, *, hari: int = 13, delivered: frozenset[int] | None = None,
         teks: Mapping[tuple[str, int, str], str] | None = None, rencana: RencanaAksi = RENCANA) -> DataBerkas:
    """What a unit brought in a quarter; ``delivered`` are the quarters it delivered at all."""
    came = frozenset({1, 2, 3, 4}) if delivered is None else delivered
    berkas, moment = berkas_code(Periode(TAHUN, triwulan), *unit), datetime(2027, 1, 14, tzinfo=WITA)
    status = Status.DIREKOMENDASIKAN if triwulan in came else Status.TIDAK_MENYAMPAIKAN
    state = Keadaan(berkas, Periode(TAHUN, triwulan), *unit, status, 7, 1, moment, "", frozenset())
    found = DataBerkas(unit[0], unit[1], state,
                       lalu={k: sheet(unit, k, teks, rencana) for k in range(1, triwulan) if k in came})
    if triwulan not in came:
        return found
    return replace(found, isi=sheet(unit, triwulan, teks, rencana), daftar_tindakan=(handed(triwulan, hari),),
                   disetujui_oleh="Kepala Bidang Contoh", disetujui_pada=moment, versi_disetujui=6, sha256="ab" * 32)


def quarters(units: tuple[tuple[str, str | None], ...] = UNITS) -> dict[int, tuple[DataBerkas, ...]]:
    return {k: tuple(data(unit, k) for unit in units) for k in (1, 2, 3, 4)}


def laporan(rencana: RencanaAksi = RENCANA, daftar: Mapping[int, tuple[DataBerkas, ...]] | None = None,
            atur: Pengaturan | None = None) -> LaporanKinerja:
    return laporan_tahunan(atur or pengaturan(), rencana, quarters() if daftar is None else daftar, DICETAK, False)


def bab(isi: LaporanKinerja, nomor: str) -> Bab:
    return next(bab for bab in isi.isi if bab.nomor == nomor)


def section(chapter: Bab, judul: str, tingkat: int) -> tuple[Blok, ...]:
    """The blocks below a heading, up to the next one of its level or above."""
    blocks, inside = [], False
    for blok in chapter.daftar_blok:
        if isinstance(blok, Subjudul) and blok.tingkat <= tingkat:
            inside = blok.tingkat == tingkat and blok.teks.startswith(judul)
            continue
        if inside:
            blocks.append(blok)
    return tuple(blocks)


def tables(isi: LaporanKinerja) -> dict[str, Tabel]:
    return {blok.kunci: blok for bab in isi.isi for blok in bab.daftar_blok if isinstance(blok, Tabel)}
