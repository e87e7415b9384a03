"""The content of a Laporan Triwulan: figures from arithmetic written here, and nothing that nobody wrote."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from laporan_uji import (
    DICETAK,
    JUMLAH,
    PERIODE,
    RATA,
    RENCANA,
    daftar_berkas,
    data_berkas,
    isi,
    pengaturan,
    rows_of,
    sentences,
    table_of,
)

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.indicators import Arah, Indikator, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import Kebijakan
from kinerja_xl.domain.laporan.laporan_triwulan import DataBerkas, LaporanTriwulan, laporan_triwulan
from kinerja_xl.domain.lembar.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.domain.naskah.naskah import Angka, Gaya, Tabel
from kinerja_xl.domain.office import Kedudukan, Pengaturan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran


@pytest.fixture(scope="module")
def laporan() -> LaporanTriwulan:
    return laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False)


def bab(laporan: LaporanTriwulan, nomor: str) -> str:
    return sentences(next(b for b in laporan.daftar_bab if b.nomor == nomor))


def capaian_rows(laporan: LaporanTriwulan) -> dict[str, list[str]]:
    return {row[2]: row for row in rows_of(table_of(laporan.daftar_bab, "capaian")) if len(row) == 11}


def one(indikator: Indikator, *realisasi: str, triwulan: int, kebijakan: Kebijakan | None = None,
        daftar_sub: tuple[SubKegiatan, ...] = (), lain: dict[Kunci, NilaiSel] | None = None) -> LaporanTriwulan:
    """A report on one indicator (and sub kegiatan) of REHSOS."""
    sel: dict[Kunci, NilaiSel] = {Kunci("indikator", indikator.kode, f"realisasi_tw{k}"): Decimal(part)
                                  for k, part in enumerate(realisasi, 1)}
    lembar = LembarKerja(Identitas("x", 5, 2026, triwulan, "REHSOS", None, 6), {**sel, **(lain or {})}, {})
    office = pengaturan() if kebijakan is None else replace(pengaturan(), kebijakan=kebijakan)
    return laporan_triwulan(office, RencanaAksi(2026, (indikator,), daftar_sub), Periode(2026, triwulan),
                            (DataBerkas("REHSOS", None, None, lembar),), DICETAK, final=False)


def made_up(arah: Arah, perhitungan: object, tahun: str, *tw: str) -> Indikator:
    one_, two, three, four = (Decimal(part) for part in tw)
    return Indikator("X-1", "Indikator", "Orang", TingkatIndikator.BIDANG, "REHSOS", None, "", "Sasaran", arah,
                     perhitungan, Decimal(tahun), (one_, two, three, four))  # type: ignore[arg-type]


# Bab II

def test_an_additive_indicator_shows_quarter_and_year_as_vector_19_has_it(laporan: LaporanTriwulan) -> None:
    # 15/15 = 100; 8 + 12 + 15 = 35 of 40 = 87,5
    row = capaian_rows(laporan)["Jumlah keluarga penerima bantuan usaha"]
    assert row[4:] == ["15", "15", "100%", "Sangat Tinggi", "40", "35", "87,50%"]


@pytest.mark.parametrize(("realisasi", "capaian"), [("8", "120%"), ("12", "80%"), ("25", "0%")])
def test_a_negative_indicator_follows_vector_22(realisasi: str, capaian: str) -> None:
    report = one(made_up(Arah.NEGATIF, RATA, "10", "10", "10", "10", "10"), realisasi, triwulan=1)
    assert capaian_rows(report)["Indikator"][6] == capaian


def test_the_raw_capaian_is_shown_and_the_mean_takes_the_capped_one() -> None:
    report = one(made_up(Arah.POSITIF, JUMLAH, "40", "10", "10", "10", "10"), "19", triwulan=1)  # 19/10 = 190%
    rows = rows_of(table_of(report.daftar_bab, "capaian"))
    assert rows[0][6] == "190%"
    assert rows[1][1:3] == ["100%", "Sangat Tinggi"]
    assert "di atas 100% dihitung 100%" in bab(report, "BAB II")


def test_without_a_cap_the_mean_is_raw_and_the_note_says_so() -> None:
    report = one(made_up(Arah.POSITIF, JUMLAH, "40", "10", "10", "10", "10"), "19", triwulan=1,
                 kebijakan=Kebijakan(batas_capaian=None))
    assert rows_of(table_of(report.daftar_bab, "capaian"))[1][1] == "190%"
    assert "tanpa pembatasan" in bab(report, "BAB II")


def test_a_realisasi_written_as_a_ratio_is_computed_from_its_parts(laporan: LaporanTriwulan) -> None:
    # 190 / 200 = 95%; the year: no quarter before has parts, so (100 + 100 + 95) / 3 = 98,33
    row = capaian_rows(laporan)["Persentase korban bencana yang terpenuhi kebutuhan dasarnya"]
    assert row[4:7] == ["100", "95", "95%"]
    assert row[9:] == ["98,33", "98,33%"]


def test_a_gathered_indicator_adds_its_sources(laporan: LaporanTriwulan) -> None:
    # PFM-02 8/12/15 and RS-02 15/25/20: 23/37/35; 35/35 = 100; 95/120 = 79,17
    row = capaian_rows(laporan)["Jumlah keluarga dan penerima layanan yang berdaya"]
    assert row[4:] == ["35", "35", "100%", "Sangat Tinggi", "120", "95", "79,17%"]
    assert rows_of(table_of(laporan.lampiran, "rencana-aksi"))[-1][10:13] == ["23", "37", "35"]


def test_means_are_taken_per_sasaran_then_per_level_and_levels_are_not_mixed(laporan: LaporanTriwulan) -> None:
    # (96 + 100)/2 = 98; (95 + 75)/2 = 85; 80; 100 -> 363/4 = 90,75; DAYASOS and Sekretariat have no capaian
    assert rows_of(table_of(laporan.daftar_bab, "tingkat")) == [
        ["Dinas", "1", "1", "1", "100%", "Sangat Tinggi"], ["Bidang", "10", "6", "6", "90,75%", "Sangat Tinggi"]]
    means = [row[1] for row in rows_of(table_of(laporan.daftar_bab, "capaian")) if row[0].startswith("Rata-rata")]
    assert means == ["100%", "100%", "98%", "85%", "80%", "100%", "–", "–", "90,75%"]


def test_sentences_say_what_was_computed(laporan: LaporanTriwulan) -> None:
    text = bab(laporan, "BAB II")
    assert "Dari 11 indikator yang direncanakan, 7 indikator telah terisi" in text
    assert "capaian indikator tingkat Bidang adalah 90,75% (Sangat Tinggi)" in text
    assert "Sangat Tinggi 5 indikator, Tinggi 1 indikator, dan Sedang 1 indikator" in text
    # (2 x 72 - 90) / 72 = 75,00: not above 75, so Sedang
    assert ("Rata-rata waktu penyaluran bantuan korban bencana: target 72 jam, realisasi 90 jam, capaian 75% "
            "(kategori Sedang)") in text
    assert "Nilai SAKIP Dinas Sosial: belum diukur, karena pengukurannya pada akhir tahun dengan target BB." in text


def test_no_capaian_is_given_in_words_never_as_zero(laporan: LaporanTriwulan) -> None:
    rows = capaian_rows(laporan)
    assert rows["Persentase PSKS aktif"][5:8] == ["–", "belum disampaikan", "–"]
    assert rows["Nilai SAKIP Dinas Sosial"][6] == "belum diukur"


def test_a_figure_from_a_worksheet_knows_where_it_stands(laporan: LaporanTriwulan) -> None:
    cells = [p for baris in table_of(laporan.daftar_bab, "capaian").baris for c in baris.sel for p in c.isi]
    sources = {piece.sumber.kunci for p in cells for piece in p.isi if isinstance(piece, Angka) and piece.sumber}
    assert "2026-TW3-PFM-DATA:indikator:PFM-02:realisasi_tw3" in sources


# Bab III

def test_absorption_is_that_of_the_published_example(laporan: LaporanTriwulan) -> None:
    # domain facts 5.5: 1.028.058.131 / 1.041.759.500 = 98,68%; this quarter 1.028.058.131 - 700.000.000
    row = next(r for r in rows_of(table_of(laporan.daftar_bab, "anggaran")) if r[0] == "1.06.06.2.01.0001")
    assert row[6:] == ["1.041.759.500", "328.058.131", "1.028.058.131", "98,68%"]
    assert row[3:6] == ["100", "110", "110%"]


def test_the_total_counts_the_pagu_of_those_who_did_not_deliver(laporan: LaporanTriwulan) -> None:
    # 260.000.000 + 1.028.058.131 + 140.000.000 = 1.428.058.131 of 1.791.759.500 = 79,70%
    total = rows_of(table_of(laporan.daftar_bab, "anggaran"))[-1]
    assert total[2:] == ["1.791.759.500", "448.058.131", "1.428.058.131", "79,70%"]
    assert "3 dari 4 sub kegiatan" in bab(laporan, "BAB III")


def test_sub_kegiatan_stand_under_their_program_in_the_order_of_their_segments() -> None:
    def sub(kode: str) -> SubKegiatan:
        return SubKegiatan(kode, kode, "", "Orang", "REHSOS", None, None, (None,) * 4, Decimal(10),
                           kode_program=kode[:7], program=f"P {kode[:7]}")

    report = one(made_up(Arah.POSITIF, JUMLAH, "4", "1", "1", "1", "1"), "1", triwulan=1,
                 daftar_sub=(sub("1.06.10.1"), sub("1.06.09.2"), sub("1.06.09.1")))
    assert [row[0] for row in rows_of(table_of(report.daftar_bab, "anggaran"))] == [
        "1.06.09", "1.06.09.1", "1.06.09.2", "1.06.10", "1.06.10.1", ""]


def test_efficiency_is_stated_only_for_a_whole_year_with_its_target_reached(laporan: LaporanTriwulan) -> None:
    assert "belum disajikan" in bab(laporan, "BAB III")
    sub = replace(next(s for s in RENCANA.daftar_subkegiatan if s.bidang == "LINJAMSOS"), bidang="REHSOS")
    paid: dict[Kunci, NilaiSel] = {Kunci("subkegiatan", sub.kode, "realisasi_rp_sd_tw4"): Decimal(1028058131)}
    whole = made_up(Arah.POSITIF, JUMLAH, "40", "10", "10", "10", "10")
    reached = bab(one(whole, "10", "10", "10", "10", triwulan=4, daftar_sub=(sub,), lain=paid), "BAB III")
    assert "tingkat efisiensi 1,32 poin persen" in reached  # 100 - 98,68
    assert "dinyatakan efisien" in reached
    missed = bab(one(whole, "9", "9", "9", "9", triwulan=4, daftar_sub=(sub,), lain=paid), "BAB III")
    assert "-8,68 poin persen" in missed  # 36/40 = 90; 90 - 98,68
    assert "bukan efisiensi" in missed


# Bab IV

def test_what_nobody_wrote_is_a_placeholder_and_what_somebody_wrote_stands_as_it_is(laporan: LaporanTriwulan) -> None:
    rows = {row[1].partition(" ")[0]: row for row in rows_of(table_of(laporan.daftar_bab, "faktor")) if len(row) == 6}
    assert rows["RS-01"][2:] == ["Pendamping sosial tersedia di seluruh kecamatan.", "Data penerima ganda.",
                                 "Pemadanan data dengan kecamatan pada bulan November.", "Percepat pemadanan data."]
    assert rows["RS-02"][3:5] == ["–", "–"]  # one factor is enough, and a reached target needs no tindak lanjut
    assert rows["LJ-02"][4:] == ["[Belum ditulis: tindak lanjut LJ-02]", "[Belum ditulis: rekomendasi LJ-02]"]
    assert rows["SK-01"][2:] == ["–"] * 4  # not measured yet: nothing to explain


def test_the_texts_are_attributed_to_whoever_approved_them(laporan: LaporanTriwulan) -> None:
    rows = [row[0] for row in rows_of(table_of(laporan.daftar_bab, "faktor")) if len(row) == 1]
    assert "Bidang Rehabilitasi Sosial – disetujui oleh Pejabat Contoh (langkah 6), 14 Oktober 2026" in rows


def test_a_placeholder_has_its_own_style_and_a_dash_counts_as_nothing_written() -> None:
    lembar = isi("REHSOS")
    sel = {**lembar.sel, Kunci("indikator", "RS-01", "rekomendasi_tw3"): "-"}
    data = replace(data_berkas("REHSOS"), isi=replace(lembar, sel=sel))
    report = laporan_triwulan(pengaturan(), RENCANA, PERIODE, (data,), DICETAK, final=False)
    rows = table_of(report.daftar_bab, "faktor").baris
    styles = {p.polos: p.gaya for baris in rows for c in baris.sel for p in c.isi}
    assert styles["[Belum ditulis: rekomendasi RS-01]"] is Gaya.KOSONG


# Bab V and VI

def test_each_step_shows_day_working_time_and_lateness(laporan: LaporanTriwulan) -> None:
    rows = {row[1]: row for row in rows_of(table_of(laporan.daftar_bab, "ketepatan"))}
    # issued 12 October 07.30: 12 minutes to 07.42; received 08.00, handed in next day 09.00: 4 + 3 + 1,5 hours
    assert rows["Bidang Rehabilitasi Sosial"][2] == "12/10 07.42\n12 menit"
    assert rows["Bidang Rehabilitasi Sosial"][4] == "13/10 09.00\n8 jam 30 menit"
    # received 12 October, one working day: 13 October; came on the 14th
    assert rows["Bidang Penanganan Fakir Miskin – Pendataan"][4].endswith("17 jam\nterlambat")
    assert rows["Bidang Perlindungan dan Jaminan Sosial"][5].startswith("14/10 08.00 (2×)\n")
    assert rows["Bidang Perlindungan dan Jaminan Sosial"][9:] == ["2", "Direkomendasikan"]


def test_the_heading_says_the_year_once_and_dates_say_it_where_there_are_two(laporan: LaporanTriwulan) -> None:
    assert "(tahun 2026)" in table_of(laporan.daftar_bab, "ketepatan").kolom[2].grup
    data = data_berkas("REHSOS")
    *acts, last = data.daftar_tindakan
    late = replace(data, daftar_tindakan=(*acts, replace(last, waktu=last.waktu.replace(year=2027, month=1, day=4))))
    table = table_of(laporan_triwulan(pengaturan(), RENCANA, PERIODE, (late,), DICETAK, final=False).daftar_bab,
                     "ketepatan")
    row = next(row for row in rows_of(table) if row[1] == "Bidang Rehabilitasi Sosial")
    assert row[2] == "12/10/2026 07.42\n12 menit"
    assert row[8].startswith("04/01/2027 15.00\n")
    assert "tahun" not in table.kolom[2].grup


def test_lateness_and_returns_are_told_in_sentences(laporan: LaporanTriwulan) -> None:
    text = bab(laporan, "BAB V")
    assert ("penyerahan bahan oleh Pejabat Contoh (langkah 4) pada 14 Oktober 2026 melewati batas "
            "13 Oktober 2026.") in text
    assert "pada 13 Oktober 2026 dengan catatan: “Lengkapi bukti dukung LJ-01.”" in text


def test_a_bidang_that_did_not_deliver_is_named_in_every_chapter(laporan: LaporanTriwulan) -> None:
    assert "Bidang Pemberdayaan Sosial belum menyampaikan (kedudukan terakhir: Diperintahkan)." in bab(laporan, "BAB V")
    assert "belum memuat data kinerja Bidang Pemberdayaan Sosial" in bab(laporan, "BAB VI")
    assert rows_of(laporan.ikhtisar)[-1] == ["Belum menyampaikan", "Bidang Pemberdayaan Sosial"]
    assert laporan.belum_berakhir == ("2026-TW3-DAYASOS", "2026-TW3-PFM-DATA")


def test_a_unit_without_any_berkas_stands_in_the_report_as_not_issued() -> None:
    report = laporan_triwulan(pengaturan(), RENCANA, PERIODE, (), DICETAK, final=False)
    assert bab(report, "BAB V").count("belum mendapat lembar kerja") == 5
    assert rows_of(report.ikhtisar)[0] == ["Rata-rata capaian tingkat Dinas", "belum dapat dihitung"]


# signers, legal basis, attachments

def test_signers_stand_with_their_numbers_as_they_are_written(laporan: LaporanTriwulan) -> None:
    assert (laporan.disusun.jabatan, laporan.disusun.nip) == (
        "KEPALA SUBBAGIAN PERENCANAAN,", "NIP. 19800202 200501 2 002")
    assert (laporan.mengetahui.nama, laporan.mengetahui.nip) == (
        "Pejabat Contoh 1, S.Sos., M.Si.", "NIP. 19700101 200003 1 001")
    assert laporan.tempat_tanggal == "Jeneponto, 15 Oktober 2026"


def _with_head(**changes: object) -> Pengaturan:
    office = pengaturan()
    people = tuple(replace(p, **changes) if p.peran is Peran.KEPALA_DINAS else p  # type: ignore[arg-type]
                   for p in office.daftar_pejabat)
    return replace(office, daftar_pejabat=people)


def test_an_acting_head_signs_as_acting_and_one_of_pppk_with_his_own_number() -> None:
    office = _with_head(kedudukan=Kedudukan.PLT, status="PPPK")
    report = laporan_triwulan(office, RENCANA, PERIODE, (), DICETAK, final=False)
    assert report.mengetahui.jabatan == "Plt. KEPALA DINAS SOSIAL,"
    assert report.mengetahui.nip == "NI PPPK 19700101 200003 1 001"


def test_unknown_officials_address_and_laws_are_placeholders_that_keep_a_report_from_being_final() -> None:
    office = replace(pengaturan(alamat=""), daftar_pejabat=(), dasar_hukum=())
    report = laporan_triwulan(office, RENCANA, PERIODE, (), DICETAK, final=False)
    assert report.kekosongan == (
        "[Belum diisi: alamat kantor pada Pengaturan, lembar Instansi]",
        "[Belum diisi: dasar hukum pada Pengaturan, lembar Dasar Hukum]",
        "[Belum diisi: nama Kasubag Perencanaan]", "[Belum diisi: NIP]", "[Belum diisi: nama Kepala Dinas Sosial]")


def test_a_complete_report_has_no_placeholder() -> None:
    data = replace(data_berkas("REHSOS"))
    plan = RENCANA.of_unit("REHSOS", None)
    assert laporan_triwulan(pengaturan(), plan, PERIODE, (data,), DICETAK, final=True).kekosongan == ()


def test_the_legal_basis_comes_from_the_settings_as_a_numbered_list(laporan: LaporanTriwulan) -> None:
    assert bab(laporan, "BAB I").splitlines()[:2] == [
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"]


def test_the_mechanism_is_the_sop_with_the_standard_times_of_the_settings(laporan: LaporanTriwulan) -> None:
    rows = rows_of(table_of(laporan.daftar_bab, "mekanisme"))
    # domain facts 1: 15 minutes, 15 minutes, 1 day, 1 day, 1 hour (handing over has none), 1 day and 15 days
    assert [(row[0], row[3]) for row in rows] == [
        ("1", "15 menit"), ("2", "15 menit"), ("3", "1 hari"), ("4", "1 hari"), ("5", "1 jam"), ("5", "1 jam"),
        ("5", "–"), ("6", "1 hari"), ("6", "15 hari")]
    assert "dibuka pada Senin, 12 Oktober 2026" in bab(laporan, "BAB I")  # domain facts 7.3


def test_the_attachments_list_evidence_and_files_with_version_and_hash(laporan: LaporanTriwulan) -> None:
    assert ["1", "RS-01", "bukti", "Rekap layanan TW III.pdf"] in rows_of(table_of(laporan.lampiran, "bukti"))
    files: Tabel = table_of(laporan.lampiran, "berkas")
    assert rows_of(files)[1] == ["2", "Bidang Rehabilitasi Sosial", "2026-TW3-REHSOS", "6",
                                 "Pejabat Contoh (langkah 6)\n14/10/2026 pukul 08.45", "3f5a9c0b12d4"]
