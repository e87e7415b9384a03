"""A sample office in TW III 2026 as values: what the tests of papers print. Figures of domain facts 5.6 and 8.3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import Kategori, Kebijakan, Skala
from kinerja_xl.domain.laporan.jejak import read_tindakan
from kinerja_xl.domain.laporan.laporan_triwulan import DataBerkas
from kinerja_xl.domain.lembar.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.domain.naskah.naskah import Bab, Daftar, Kotak, Paragraf, Tabel
from kinerja_xl.domain.office import (
    Bidang,
    Instansi,
    JamHari,
    JamKerja,
    Pejabat,
    Pengaturan,
    SatuanWaktu,
    SubBidang,
    Waktu,
)
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa, fold
from kinerja_xl.domain.sop.sop import Status, Tindakan

WITA = timezone(timedelta(hours=8))
PERIODE = Periode(2026, 3)
DICETAK = date(2026, 10, 15)
JUMLAH, POSISI, RATA, AKHIR = Perhitungan.JUMLAH, Perhitungan.POSISI, Perhitungan.RATA, Perhitungan.AKHIR

SKALA = Skala(
    (Kategori("Sangat Tinggi", Decimal(90), "00B050", "91% ≤ 100%"),
     Kategori("Tinggi", Decimal(75), "92D050", "76% ≤ 90%"),
     Kategori("Sedang", Decimal(65), "FFFF00", "66% ≤ 75%"),
     Kategori("Rendah", Decimal(50), "FFC000", "51% ≤ 65%"),
     Kategori("Sangat Rendah", Decimal(0), "FF0000", "≤ 50%")),
    {"AA": Decimal(7), "A": Decimal(6), "BB": Decimal(5), "B": Decimal(4)})
DAFTAR_BIDANG = (
    Bidang("Sekretariat", "SEKRETARIAT", sebutan_kabid="Sekretaris", sebutan_kasubid="Kasubag"),
    Bidang("Bidang Rehabilitasi Sosial", "REHSOS"),
    Bidang("Bidang Perlindungan dan Jaminan Sosial", "LINJAMSOS"),
    Bidang("Bidang Pemberdayaan Sosial", "DAYASOS"),
    Bidang("Bidang Penanganan Fakir Miskin", "PFM", (SubBidang("Pendataan", "DATA"),)),
)


def pengaturan(*, contoh: bool = True, alamat: str = "Jalan Contoh Nomor 1") -> Pengaturan:
    weekdays = {day: JamHari(time(7, 30), time(16), time(12), time(13)) for day in range(4)}
    weekdays[4] = JamHari(time(7, 30), time(16, 30), time(11, 30), time(13))
    menit, hari = SatuanWaktu.MENIT, SatuanWaktu.HARI
    mutu = {"1": Waktu(15, menit), "2": Waktu(15, menit), "3": Waktu(1, hari), "4": Waktu(1, hari),
            "5": Waktu(1, SatuanWaktu.JAM), "6": Waktu(1, hari), "tahunan": Waktu(15, hari)}
    return Pengaturan(
        Instansi("Pemerintah Kabupaten Jeneponto", "Dinas Sosial", "DINSOS", "Jeneponto", alamat=alamat,
                 contoh=contoh),
        DAFTAR_BIDANG, tuple(_officials()), (JamKerja(weekdays),), (), mutu, SKALA,
        ("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
         "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;"),
        Kebijakan(nomor_sop="/SOP/DINSOS/I/2022"))


def _officials() -> list[Pejabat]:
    people = [Pejabat("Pejabat Contoh 1, S.Sos., M.Si.", "197001012000031001", Peran.KEPALA_DINAS, None, None,
                      "Pembina Utama Muda (IV/c)", "Kepala Dinas Sosial"),
              Pejabat("Pejabat Contoh 2, S.E.", "198002022005012002", Peran.PERENCANAAN, None, None, "Penata (III/c)",
                      "Kepala Subbagian Perencanaan")]
    for number, bidang in enumerate(DAFTAR_BIDANG, 1):
        if bidang.singkatan == "DAYASOS":
            continue  # nobody is known there: every paper shows a placeholder
        sub = bidang.daftar_sub[0].singkatan if bidang.daftar_sub else None
        for place, peran in enumerate((Peran.KABID, Peran.KASUBID, Peran.ANALIS)):
            people.append(Pejabat(
                f"Pejabat Contoh {number}{place}", f"1985030320100310{number}{place}", peran, bidang.singkatan,
                None if peran is Peran.KABID else sub, "Penata Tk. I (III/d)"))
    return people


def _indikator(kode: str, nama: str, satuan: str, bidang: str | None, sasaran: str, perhitungan: Perhitungan,
               tahun: Nilai, tw: str, *, sub: str | None = None, arah: Arah = Arah.POSITIF,
               dari: tuple[str, ...] = ()) -> Indikator:
    one, two, three, four = (None if part == "-" else Decimal(part) for part in tw.split("/"))
    tingkat = TingkatIndikator.DINAS if bidang is None else TingkatIndikator.BIDANG
    return Indikator(kode, nama, satuan, tingkat, bidang, sub, "", sasaran, arah, perhitungan, tahun,
                     (one, two, three, four), digabung_dari=dari)


_BENCANA = "Meningkatnya perlindungan sosial korban bencana"
_MANDIRI = "Meningkatnya kemandirian keluarga miskin"
_PSKS = "Meningkatnya peran PSKS"
_AKUNTABEL = "Meningkatnya akuntabilitas kinerja"
_DASAR = "Meningkatnya pemenuhan kebutuhan dasar PPKS"
DAFTAR_INDIKATOR = (
    _indikator("IKU-01", "Jumlah keluarga dan penerima layanan yang berdaya", "Keluarga", None, _MANDIRI, JUMLAH,
               Decimal(120), "30/30/35/25", dari=("PFM-02", "RS-02")),
    _indikator("RS-01", "Persentase PPKS terlantar yang terpenuhi kebutuhan dasarnya di luar panti", "%", "REHSOS",
               _DASAR, POSISI, Decimal(100), "25/50/75/100"),
    _indikator("RS-02", "Jumlah penerima layanan yang kembali ke keluarga", "Orang", "REHSOS", _DASAR, JUMLAH,
               Decimal(80), "20/20/20/20"),
    _indikator("LJ-01", "Persentase korban bencana yang terpenuhi kebutuhan dasarnya", "%", "LINJAMSOS", _BENCANA,
               RATA, Decimal(100), "100/100/100/100"),
    _indikator("LJ-02", "Rata-rata waktu penyaluran bantuan korban bencana", "Jam", "LINJAMSOS", _BENCANA, RATA,
               Decimal(72), "72/72/72/72", arah=Arah.NEGATIF),
    _indikator("PFM-01", "Persentase usulan data yang diverifikasi dan divalidasi", "%", "PFM",
               "Meningkatnya akurasi data kesejahteraan sosial", RATA, Decimal(85), "85/85/85/85", sub="DATA"),
    _indikator("PFM-02", "Jumlah keluarga penerima bantuan usaha", "Keluarga", "PFM", _MANDIRI, JUMLAH, Decimal(40),
               "10/10/15/5", sub="DATA"),
    _indikator("DY-01", "Persentase PSKS aktif", "%", "DAYASOS", _PSKS, POSISI, Decimal(70), "60/65/68/70"),
    _indikator("DY-02", "Jumlah PSKS yang ditingkatkan kapasitasnya", "Orang", "DAYASOS", _PSKS, JUMLAH, Decimal(60),
               "0/30/30/0"),
    _indikator("SK-01", "Nilai SAKIP Dinas Sosial", "Predikat", "SEKRETARIAT", _AKUNTABEL, AKHIR, Predikat("BB"),
               "-/-/-/-"),
    _indikator("SK-02", "Jumlah temuan yang belum ditindaklanjuti", "Temuan", "SEKRETARIAT", _AKUNTABEL, AKHIR,
               Decimal(0), "-/-/-/0", arah=Arah.NEGATIF),
)


def _sub(kode: str, nama: str, indikator: str, bidang: str, pagu: str, target: str, program: str, kegiatan: str,
         sub: str | None = None) -> SubKegiatan:
    one, two, three, four = (Decimal(part) for part in target.split("/"))
    return SubKegiatan(kode, nama, indikator, "Orang", bidang, sub, sum((one, two, three, four), Decimal(0)),
                       (one, two, three, four), Decimal(pagu), "Urusan Sosial", kode[:7], program, kode[:12], kegiatan)


DAFTAR_SUBKEGIATAN = (
    _sub("1.06.04.2.01.0001", "Penyediaan Permakanan", "Jumlah orang yang menerima permakanan", "REHSOS", "400000000",
         "50/50/50/50", "PROGRAM REHABILITASI SOSIAL", "Rehabilitasi Sosial Dasar di Luar Panti Sosial"),
    _sub("1.06.06.2.01.0001", "Penyediaan Makanan", "Jumlah orang yang menerima permakanan dalam masa tanggap darurat",
         "LINJAMSOS", "1041759500", "0/100/100/0", "PROGRAM PENANGANAN BENCANA",
         "Perlindungan Sosial Korban Bencana Alam dan Sosial"),
    _sub("1.06.05.2.02.0001", "Pendataan Fakir Miskin", "Jumlah fakir miskin yang didata", "PFM", "200000000",
         "100/100/100/100", "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL", "Pengelolaan Data Fakir Miskin", "DATA"),
    _sub("1.06.02.2.03.0003", "Peningkatan Kemampuan PSKS Keluarga", "Jumlah keluarga yang meningkat kapasitasnya",
         "DAYASOS", "150000000", "10/10/10/10", "PROGRAM PEMBERDAYAAN SOSIAL", "Pengembangan PSKS"),
)
RENCANA = RencanaAksi(2026, DAFTAR_INDIKATOR, DAFTAR_SUBKEGIATAN,
                      dasar=Dasar(JenisDasar.PK, "1/PK/2026", date(2026, 1, 5)))

_REALISASI: dict[str, tuple[str | None, ...]] = {
    "RS-01": ("24", "48", "72"), "RS-02": ("15", "25", "20"), "LJ-01": ("100", "100", None),
    "LJ-02": ("70", "60", "90"), "PFM-01": ("85", "80", "68"), "PFM-02": ("8", "12", "15"),
    "SK-01": (None, None, None), "SK-02": (None, None, None)}
_TEKS = {  # kode: pendorong, penghambat, tindak lanjut, rekomendasi
    "RS-01": ("Pendamping sosial tersedia di seluruh kecamatan.", "Data penerima ganda.",
              "Pemadanan data dengan kecamatan pada bulan November.", "Percepat pemadanan data."),
    "RS-02": ("Keluarga dapat dihubungi.", "", "", "Pertahankan."),
    "LJ-01": ("", "Akses ke lokasi bencana terputus.", "Penempatan stok logistik di kecamatan rawan.",
              "Susun peta stok logistik."),
    "LJ-02": ("", "", "", "")}
_ANGGARAN = {"1.06.04.2.01.0001": ("48", "180000000", "260000000"),
             "1.06.06.2.01.0001": ("110", "700000000", "1028058131"),
             "1.06.05.2.02.0001": ("90", "100000000", "140000000")}


def isi(bidang: str, sub: str | None = None) -> LembarKerja:
    """The approved worksheet of a unit: its realisasi up to TW III, texts, amounts and evidence."""
    sel: dict[Kunci, NilaiSel] = {}
    for indikator in DAFTAR_INDIKATOR:
        if indikator.bidang == bidang:
            sel |= _filled(indikator.kode)
    if bidang == "LINJAMSOS":  # 190 of 200 victims: a ratio, not a typed figure
        sel[Kunci("indikator", "LJ-01", "pembilang_tw3")] = Decimal(190)
        sel[Kunci("indikator", "LJ-01", "penyebut_tw3")] = Decimal(200)
    for subkegiatan in DAFTAR_SUBKEGIATAN:
        if subkegiatan.bidang == bidang:
            columns = ("realisasi_k_tw3", "realisasi_rp_sd_lalu", "realisasi_rp_sd_tw3")
            for kolom, part in zip(columns, _ANGGARAN[subkegiatan.kode], strict=True):
                sel[Kunci("subkegiatan", subkegiatan.kode, kolom)] = Decimal(part)
    if bidang == "REHSOS":
        sel[Kunci("bukti", "RS-01|bukti|Rekap layanan TW III.pdf", "bukti")] = True
    return LembarKerja(Identitas(berkas_code(PERIODE, bidang, sub), 5, 2026, 3, bidang, sub, 6), sel, {})


def _filled(kode: str) -> dict[Kunci, NilaiSel]:
    sel: dict[Kunci, NilaiSel] = {Kunci("indikator", kode, f"realisasi_tw{k}"): None if part is None else Decimal(part)
                                  for k, part in enumerate(_REALISASI[kode], 1)}
    stems = ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "rekomendasi")
    for stem, teks in zip(stems, _TEKS.get(kode, ("",) * 4), strict=True):
        sel[Kunci("indikator", kode, f"{stem}_tw3")] = teks or None
    return sel


def at(hari: int, jam: int, menit: int = 0) -> datetime:
    """A moment in October 2026, WITA."""
    return datetime(2026, 10, hari, jam, menit, tzinfo=WITA)


def peristiwa(bidang: str, sub: str | None, *daftar: tuple[Tindakan, Status, datetime, str]) -> list[Peristiwa]:
    """The rows of one berkas: issued on 12 October (the effective 10th) at 07.30, then these acts."""
    kode = berkas_code(PERIODE, bidang, sub)
    rows = [Peristiwa(JenisPeristiwa.TERBIT, at(12, 7, 30), kode, {
        "tahun": 2026, "triwulan": 3, "bidang": bidang, "sub_bidang": sub, "rencana_versi": 1}, 1, "a" * 64)]
    for number, (tindakan, ke, waktu, catatan) in enumerate(daftar, 2):
        rows.append(Peristiwa(JenisPeristiwa.TINDAKAN, waktu, kode, {
            "tindakan": tindakan.value, "ke": ke.value, "versi": number, "sha256_diterima": f"{number:064x}",
            "pejabat": f"Pejabat Contoh (langkah {number})", "catatan": catatan}, number, f"{number:064x}"))
    return rows


T, S = Tindakan, Status
_LURUS = ((T.TUGASKAN, S.DITUGASKAN, at(12, 7, 42), ""), (T.PERINTAHKAN, S.DIPERINTAHKAN, at(12, 8), ""),
          (T.SERAHKAN_BAHAN, S.BAHAN_DISERAHKAN, at(13, 9), ""))
_AKHIR = ((T.AJUKAN_LAPORAN, S.DIAJUKAN, at(14, 8), ""), (T.SETUJUI, S.DISETUJUI, at(14, 8, 45), ""),
          (T.SERAHKAN_KE_PERENCANAAN, S.DITERIMA_PERENCANAAN, at(14, 9), ""),
          (T.REKOMENDASIKAN, S.DIREKOMENDASIKAN, at(14, 15), ""))
JEJAK = {
    ("SEKRETARIAT", None): (*_LURUS, *_AKHIR),
    ("REHSOS", None): (*_LURUS, *_AKHIR),
    ("LINJAMSOS", None): (*_LURUS, (T.AJUKAN_LAPORAN, S.DIAJUKAN, at(13, 14), ""),
                          (T.KEMBALIKAN, S.DIKEMBALIKAN, at(13, 14, 30), "Lengkapi bukti dukung LJ-01."), *_AKHIR),
    ("DAYASOS", None): _LURUS[:2],
    ("PFM", "DATA"): (*_LURUS[:2], (T.SERAHKAN_BAHAN, S.BAHAN_DISERAHKAN, at(14, 10), ""),
                      (T.AJUKAN_LAPORAN, S.DIAJUKAN, at(14, 14), ""), (T.SETUJUI, S.DISETUJUI, at(14, 14, 30), ""),
                      (T.SERAHKAN_KE_PERENCANAAN, S.DITERIMA_PERENCANAAN, at(14, 15), "")),
}


def keadaan(bidang: str, sub: str | None = None) -> Keadaan:
    """Where the berkas of a unit stands after its acts."""
    return fold(peristiwa(bidang, sub, *JEJAK[bidang, sub]))[berkas_code(PERIODE, bidang, sub)]


def data_berkas(bidang: str, sub: str | None = None) -> DataBerkas:
    """What a unit brought; DAYASOS has not got beyond Kegiatan 2."""
    rows = peristiwa(bidang, sub, *JEJAK[bidang, sub])
    acts = read_tindakan(pengaturan(), rows)
    approval = next((act for act in acts if act.tindakan is Tindakan.SETUJUI), None)
    if approval is None:
        return DataBerkas(bidang, sub, keadaan(bidang, sub), None, acts)
    return DataBerkas(bidang, sub, keadaan(bidang, sub), isi(bidang, sub), acts, approval.pejabat, approval.waktu,
                      approval.versi, "3f5a9c0b12d4" + "e" * 52)


def data_after(tindakan: Tindakan, bidang: str, sub: str | None = None) -> DataBerkas:
    """What a unit had brought right after the last time of an act; approved where that act is the approval."""
    path = JEJAK[bidang, sub]
    rows = peristiwa(bidang, sub, *path[:max(n for n, row in enumerate(path, 1) if row[0] is tindakan)])
    rows = [replace(row, rantai=f"{row.nomor:04x}".rjust(4, "0") + "ab12" + "0" * 56) for row in rows]
    acts, state = read_tindakan(pengaturan(), rows), fold(rows)[berkas_code(PERIODE, bidang, sub)]
    data = DataBerkas(bidang, sub, state, isi(bidang, sub), acts)
    if tindakan is not Tindakan.SETUJUI:
        return data
    return replace(data, disetujui_oleh=acts[-1].pejabat, disetujui_pada=acts[-1].waktu)


def daftar_berkas() -> tuple[DataBerkas, ...]:
    return tuple(data_berkas(*unit) for unit in JEJAK)


def rows_of(tabel: Tabel) -> list[list[str]]:
    """The rows of a table as plain text, cell by cell."""
    return [["\n".join(p.polos for p in cell.isi) for cell in baris.sel] for baris in tabel.baris]


def table_of(daftar_bab: tuple[Bab, ...], kunci: str) -> Tabel:
    """The table of that key."""
    return next(blok for bab in daftar_bab for blok in bab.daftar_blok
                if isinstance(blok, Tabel) and blok.kunci == kunci)


def sentences(bab: Bab) -> str:
    """All paragraphs and list lines of a chapter outside its tables."""
    lines = []
    for blok in bab.daftar_blok:
        if isinstance(blok, Paragraf):
            lines.append(blok.polos)
        elif isinstance(blok, Daftar | Kotak):
            lines += ["".join(map(str, butir)) for butir in blok.butir]
    return "\n".join(lines)


def texts_of_plan() -> set[str]:
    """What the plan and the staff wrote as texts: names, codes and remarks, whatever digits are in them."""
    items = [getattr(row, field) for row in (*DAFTAR_INDIKATOR, *DAFTAR_SUBKEGIATAN)
             for field in ("kode", "nama", "sasaran", "indikator", "program", "kegiatan", "kode_program",
                           "kode_kegiatan") if hasattr(row, field)]
    people = [official.nama for official in _officials()]
    acts = [f"Pejabat Contoh (langkah {number})" for number in range(2, 12)]
    notes = [note for path in JEJAK.values() for *_, note in path]
    written = [text for row in _TEKS.values() for text in row]
    return {text for text in (*items, *people, *acts, *notes, *written, "Rekap layanan TW III.pdf") if text}
