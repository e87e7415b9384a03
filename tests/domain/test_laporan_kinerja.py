"""The content of an LKjIP: seven analyses per sasaran, figures from arithmetic written here, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from laporan_uji import pengaturan, rows_of, sentences
from tahun_uji import (
    DATA,
    DICETAK,
    LAYANAN,
    LINJAMSOS,
    REHSOS,
    RENCANA,
    SEKRETARIAT,
    TATA,
    UNITS,
    bab,
    data,
    indikator,
    laporan,
    quarters,
    section,
    tables,
)

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Perhitungan, TingkatIndikator
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.laporan.bahan import DataBerkas
from kinerja_xl.domain.laporan_kinerja.laporan_tahunan import LaporanKinerja, laporan_tahunan
from kinerja_xl.domain.naskah.grafik import Grafik
from kinerja_xl.domain.naskah.naskah import Angka, Daftar, Gaya, Paragraf, Rujukan, Subjudul, Tabel, Teks, walk_paragraf
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import PerubahanRencana
from kinerja_xl.domain.roles import Peran

D = Decimal
NO_FIGURES = re.compile(
    r"\b(19|20)\d\d\b"  # years
    r"|\b\d\d?/\d\d/|\b\d\d\.\d\d\b|\b\d{1,2} (Januari|Oktober)\b"  # days and hours
    r"|\bversi \d+|\bv\d\b|\bNomor \S+|\bTW\d\b|\b[0-9a-f]{12}\b"
    r"|\b[A-Z]{2}-\d\d\b|\b1\.06(\.\d+)*|\bPMK \d+/PMK\.\d+/"  # codes and regulations
    r"|\b(sasaran|Sasaran|analisis|Lampiran) \d|\bPejabat Contoh \d+")
TUJUH = ("1. Target dan Realisasi", "2. Perbandingan dengan Tahun", "3. Perbandingan dengan Target Jangka Menengah",
         "4. Perbandingan dengan Standar Nasional", "5. Penyebab Keberhasilan atau Kegagalan", "6. Efisiensi",
         "7. Program/Kegiatan")


@pytest.fixture(scope="module")
def isi() -> LaporanKinerja:
    return laporan()


def text_of(isi: LaporanKinerja) -> str:
    return "\n".join([*(p.polos for p in walk_paragraf(isi.isi)), *map(sentences, isi.isi)])


def test_the_report_has_the_parts_of_the_regulation_in_its_order(isi: LaporanKinerja) -> None:
    assert [f"{part.nomor} {part.judul}".strip() for part in isi.isi][:8] == [
        "PERNYATAAN TELAH DIREVIU", "KATA PENGANTAR", "IKHTISAR EKSEKUTIF", "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA", "BAB III AKUNTABILITAS KINERJA", "BAB IV PENUTUP",
        "LAMPIRAN 1 PERJANJIAN KINERJA"]


def test_every_sasaran_has_the_seven_analyses_in_the_order_of_the_regulation(isi: LaporanKinerja) -> None:
    headings = [b for b in bab(isi, "BAB III").daftar_blok if isinstance(b, Subjudul)]
    sasaran = [b.teks for b in headings if b.tingkat == 3]
    assert sasaran == [f"Sasaran 1: {LAYANAN}", f"Sasaran 2: {DATA}", f"Sasaran 3: {TATA}"]
    analyses = [b.teks for b in headings if b.tingkat == 4]
    assert len(analyses) == 7 * len(sasaran)
    for at in range(0, len(analyses), 7):
        assert all(found.startswith(wanted) for found, wanted in zip(analyses[at:at + 7], TUJUH, strict=True))


def test_target_and_realisasi_of_the_year(isi: LaporanKinerja) -> None:
    rows = rows_of(tables(isi)["target-1"])
    # LJ-01: (100 + 98 + 100 + 100) / 4 = 99.5; LJ-02: (2 x 80 - 60) / 80 = 125%
    assert rows[0][4:] == ["100", "99,5", "99,50%", "Sangat Tinggi"]
    assert rows[1][4:] == ["80", "60", "125%", "Sangat Tinggi"]
    assert rows[2][1:] == ["99,75%", "Sangat Tinggi"]  # (99.5 + 100, the cap) / 2
    assert rows_of(tables(isi)["target-2"])[0][4:] == ["80", "60", "75%", "Sedang"]
    assert rows_of(tables(isi)["target-3"])[0][4:] == ["BB", "B", "80%", "Tinggi"]  # scores 4 of 5
    assert rows_of(tables(isi)["target-3"])[1][4:] == ["0", "0", "100%", "Sangat Tinggi"]  # no temuan of none


def test_a_sasaran_is_named_once_above_its_indicators(isi: LaporanKinerja) -> None:
    assert [row[1] for row in rows_of(tables(isi)["target-1"])[:2]] == [LAYANAN, ""]


def test_the_tables_of_quarters_and_years_say_which_is_which(isi: LaporanKinerja) -> None:
    assert [kolom.judul for kolom in tables(isi)["triwulan-1"].kolom[2:]] == ["I", "II", "III", "IV"] * 2
    assert rows_of(tables(isi)["triwulan-1"])[0][2:] == ["100", "100", "100", "100", "100", "98", "100", "100"]
    assert [kolom.judul for kolom in tables(isi)["tahun-1"].kolom[2:7]] == ["2024", "2025", "2026", "2025", "2026"]


def test_a_negative_indicator_that_falls_gets_better(isi: LaporanKinerja) -> None:
    row = rows_of(tables(isi)["tahun-1"])[1]
    # capaian 2025: (2 x 90 - 80) / 90 = 111.11%
    assert row[2:] == ["90", "80", "60", "111,11%", "125%", "turun (membaik)"]


def test_renstra_and_the_national_standard(isi: LaporanKinerja) -> None:
    assert rows_of(tables(isi)["renstra-2"])[0][2:] == ["60", "90", "66,67%"]
    assert rows_of(tables(isi)["renstra-1"])[1][2:] == ["60", "50", "80%"]  # (2 x 50 - 60) / 50
    assert rows_of(tables(isi)["standar-1"])[0][1:] == ["99,5", "100", "Belum memenuhi standar"]
    assert rows_of(tables(isi)["standar-2"])[0][3] == "Tidak ada standar nasional yang ditetapkan"


def test_the_texts_of_the_units_stand_with_unit_and_quarter_and_word_for_word(isi: LaporanKinerja) -> None:
    rows = rows_of(tables(isi)["penyebab-1"])
    assert rows[1][0].startswith("Tidak ada uraian") or rows[1][0].startswith("[Belum ditulis")
    assert rows[-2:] == [
        ["TW I\nBidang Perlindungan dan Jaminan Sosial", "Stok penyangga tersedia di gudang.", "–", "–"],
        ["TW III\nBidang Perlindungan dan Jaminan Sosial", "–", "Jembatan ke dua desa putus.", "–"]]
    assert rows_of(tables(isi)["pelaksanaan-1"])[1] == [
        "TW II\nBidang Perlindungan dan Jaminan Sosial", "Dua korban terlambat terlayani.", "–"]


def test_what_nobody_wrote_is_a_place_to_write_and_keeps_the_report_from_being_final(isi: LaporanKinerja) -> None:
    (missing,) = (p for b in tables(isi)["penyebab-1"].baris for s in b.sel for p in s.isi if p.gaya is Gaya.KOSONG)
    assert missing.polos == "[Belum ditulis: analisis penyebab keberhasilan atau kegagalan LJ-01]"
    assert missing.polos in isi.kekosongan
    assert any("isu strategis" in text for text in isi.kekosongan)


def test_the_planners_own_texts_are_places_in_the_style_narasi(isi: LaporanKinerja) -> None:
    own = [p.polos for p in walk_paragraf(isi.isi) if p.gaya is Gaya.NARASI]
    assert len(own) == 9
    assert all(text.startswith("[Belum ditulis: ") for text in own)


def test_efficiency_stands_beside_the_money_of_the_program(isi: LaporanKinerja) -> None:
    rows = rows_of(tables(isi)["efisiensi-1"])
    # 600 + 400 = 1000 pagu, 570 + 380 = 950 spent: 95%
    assert rows[2] == ["%", "100", "99,5", "99,50%", "1.06.06 PROGRAM PENANGANAN BENCANA", "1.000", "950", "95%"]
    told = sentences(bab(isi, "BAB III"))
    assert "LJ-02: Penggunaan anggaran efisien: capaian kinerja 125% diperoleh dengan serapan anggaran 95%" in told
    assert "anggaran yang tidak terserap" in told  # LJ-01 missed its target: 5% is no efficiency


def test_the_sub_kegiatan_behind_a_sasaran_add_up(isi: LaporanKinerja) -> None:
    rows = rows_of(tables(isi)["keluaran-1"])
    assert rows[-1] == ["Jumlah", "1.000", "950", "95%"]
    assert [row[2:] for row in rows if row[1:2] == ["Orang"]] == [
        ["100", "100", "100%", "600", "570", "95%"], ["20", "18", "90%", "400", "380", "95%"]]
    told = " ".join(b.polos for b in section(bab(isi, "BAB III"), "Sasaran 1", 3) if isinstance(b, Paragraf))
    assert ("Sasaran 1 ditunjang oleh 2 sub kegiatan. Keluaran 1 sub kegiatan mencapai targetnya, sedangkan keluaran 1 "
            "sub kegiatan belum mencapai targetnya.") in told


def test_the_budget_of_the_year_by_program_and_quarter(isi: LaporanKinerja) -> None:
    assert rows_of(tables(isi)["anggaran-program"])[-1] == ["", "Jumlah", "2.000", "1.850", "92,50%"]  # 950 + 900
    # disaster: 150, 200, 250, 350 = 950 (sums up to each quarter: 150, 350, 600, 950)
    assert rows_of(tables(isi)["anggaran-triwulan"])[1] == [
        "1.06.06 PROGRAM PENANGANAN BENCANA", "150", "200", "250", "350", "950"]
    # PMK 214: earned 600 x 1 + 400 x 0.9 + 1000 x 1 = 1960; (1960 - 1850) / 1960 = 5.61%; NE = 50 + 5.61 x 2.5
    assert "efisiensi menurut pmk 214/pmk.02/2017 adalah 5,61%" in sentences(bab(isi, "BAB III")).lower()


def spent_up_to(quarters_filled: int) -> LaporanKinerja:
    """The report of a year in which REHSOS filled in its money up to a quarter."""
    sub = "1.06.04.2.01.0001"
    daftar = quarters()
    for triwulan in range(quarters_filled + 1, 5):
        daftar[triwulan] = tuple(without_money(one, sub) if one.bidang == "REHSOS" else one
                                 for one in daftar[triwulan])
    return laporan(daftar=daftar)


def without_money(one: DataBerkas, sub: str) -> DataBerkas:
    assert one.isi is not None
    return replace(one, isi=replace(one.isi, sel={kunci: nilai for kunci, nilai in one.isi.sel.items()
                                                  if not (kunci.baris == sub and "rp" in kunci.kolom)}))


def test_what_was_spent_is_told_of_those_sub_kegiatan_that_are_known(isi: LaporanKinerja) -> None:
    whole = sentences(bab(isi, "BAB III"))
    assert "tahun 2026 adalah Rp1.850 dari pagu Rp2.000, dengan serapan 92,50%" in whole  # 950 + 900 of 2,000
    assert "Realisasi baru terisi" not in whole
    part = sentences(bab(spent_up_to(3), "BAB III"))
    # 950 of 2,000: what REHSOS spent in the year is not known without its last quarter
    assert "tahun 2026 adalah Rp950 dari pagu Rp2.000, dengan serapan 47,50%" in part
    assert "Realisasi baru terisi pada 2 dari 3 sub kegiatan" in part
    assert "pmk 214" not in part.lower()
    nothing = sentences(bab(laporan(daftar={k: tuple(data(unit, k, delivered=frozenset()) for unit in UNITS)
                                            for k in (1, 2, 3, 4)}), "BAB III"))
    assert "Realisasi anggaran belum diisi, sehingga serapan belum dapat dihitung." in nothing


def test_programs_and_kegiatan_stand_above_their_sub_kegiatan_with_their_sums() -> None:
    first, second, third = RENCANA.daftar_subkegiatan
    apart = laporan(replace(RENCANA, daftar_subkegiatan=(
        first, replace(second, kode_kegiatan="1.06.06.2.02", kegiatan="Kegiatan kedua"), third)))
    assert [(row[0].partition("\n")[0], *row[-3:]) for row in rows_of(tables(apart)["anggaran-rincian"])] == [
        ("1.06.04 PROGRAM REHABILITASI SOSIAL", "1.000", "900", "90%"),
        ("1.06.04.2.01 Kegiatan contoh", "1.000", "900", "90%"),
        ("1.06.04.2.01.0001 Penyediaan Permakanan", "1.000", "900", "90%"),
        ("1.06.06 PROGRAM PENANGANAN BENCANA", "1.000", "950", "95%"),
        ("1.06.06.2.01 Kegiatan contoh", "600", "570", "95%"),
        ("1.06.06.2.01.0001 Penyediaan Makanan", "600", "570", "95%"),
        ("1.06.06.2.02 Kegiatan kedua", "400", "380", "95%"),
        ("1.06.06.2.01.0005 Dukungan Psikososial", "400", "380", "95%"),
        ("Jumlah", "2.000", "1.850", "92,50%")]


def test_punctuality_counts_quarters_by_the_plan_of_the_sop() -> None:
    # the effective days of assignment are 10 April, 10 July, 12 October, 11 January; handing over: two days later
    daftar = quarters()
    daftar[1] = (data(SEKRETARIAT, 1), data(REHSOS, 1, hari=20), data(LINJAMSOS, 1))
    daftar[2] = (data(SEKRETARIAT, 2), data(REHSOS, 2, delivered=frozenset({1, 3, 4})), data(LINJAMSOS, 2))
    isi = laporan(daftar=daftar)
    counts = {row[0]: row[1:] for row in rows_of(tables(isi)["ketepatan-jumlah"])}
    assert counts["Bidang Rehabilitasi Sosial"] == ["2", "1", "1"]
    assert "Dari 12 lembar kerja yang diterbitkan" in sentences(bab(isi, "BAB III"))


def test_where_the_time_of_the_year_went_follows_with_a_chart() -> None:
    def timed(unit: DataBerkas, menit: int) -> DataBerkas:
        acts = (replace(act, menit=menit, tahap=act.tindakan) for act in unit.daftar_tindakan)
        return replace(unit, daftar_tindakan=tuple(acts))

    daftar = {k: tuple(timed(unit, 30 * k) for unit in units) for k, units in quarters().items()}
    isi = laporan(daftar=daftar)
    # 30, 60, 90 and 120 minutes in every berkas of the quarters I to IV: 75 minutes in the mean
    row = next(row for row in rows_of(tables(isi)["waktu-setahun"]) if row[0] == "Penyerahan")
    assert row[2:7] == ["30 menit", "1 jam", "1 jam 30 menit", "2 jam", "1 jam 15 menit"]
    chart = next(b for part in isi.isi for b in part.daftar_blok
                 if isinstance(b, Grafik) and b.kunci == "grafik-waktu-setahun")
    assert dict(zip(chart.kategori, chart.seri[1].nilai, strict=True))["Penyerahan"] == Decimal("1.25")
    assert all(len(seri.sumber) == len(seri.nilai) for seri in chart.seri)
    figures = [piece for kunci, teks in pieces(isi) if kunci == "waktu-setahun" for piece in teks
               if isinstance(piece, Angka)]
    assert figures
    assert all(piece.sumber for piece in figures)


def test_charts_stand_beside_the_table_of_their_figures(isi: LaporanKinerja) -> None:
    charts = [b for part in isi.isi for b in part.daftar_blok if isinstance(b, Grafik)]
    assert {chart.kunci for chart in charts} >= {"grafik-sasaran", "grafik-tw-LJ-01", "grafik-tahun-LJ-02",
                                                 "grafik-serapan", "grafik-ketepatan"}
    assert all(chart.tabel in tables(isi) and not chart.is_kosong for chart in charts)


def test_neighbouring_indicators_do_not_read_alike() -> None:
    many = tuple(indikator(f"LJ-{n:02}", "LINJAMSOS", LAYANAN, f"Persentase layanan ke {n}", "%", Perhitungan.RATA,
                           D(100), (D(100),) * 4, renstra=D(100), standar=D(90), program="1.06.06 PROGRAM")
                 for n in range(10, 16))
    rencana = replace(RENCANA, daftar_indikator=many, daftar_riwayat=())
    daftar = {k: (data(LINJAMSOS, k, rencana=rencana),) for k in (1, 2, 3, 4)}
    lists = [b for b in bab(laporan(rencana, daftar), "BAB III").daftar_blok if isinstance(b, Daftar)]
    assert len(lists) == 5  # analyses 1 to 4 and 6
    for found in lists:
        bare = [re.sub(r"LJ-\d+|[\d,.%]+|ke \d+", "#", "".join(map(str, butir))) for butir in found.butir]
        assert all(one != next_one for one, next_one in pairwise(bare))


def test_a_quarter_that_was_never_collected_leaves_a_correct_report() -> None:
    daftar = {k: found for k, found in quarters().items() if k != 2}
    daftar[4] = tuple(data(unit, 4, delivered=frozenset({1, 3, 4})) for unit in UNITS)
    isi = laporan(daftar=daftar)
    assert rows_of(tables(isi)["target-1"])[0][5] == "100"  # the mean of TW I, III and IV
    assert rows_of(tables(isi)["triwulan-1"])[0][6:] == ["100", "–", "100", "100"]
    assert rows_of(tables(isi)["anggaran-triwulan"])[-1][1:] == ["350", "–", "–", "550", "1.850"]
    assert any("Triwulan II: tidak ada lembar kerja" in row[0] for row in rows_of(tables(isi)["lampiran-berkas"]))


def test_a_plan_that_changed_during_the_year_is_told_old_beside_new_and_its_last_target_counts() -> None:
    baru = replace(RENCANA, versi=2, berlaku_mulai=3, daftar_indikator=tuple(
        i for i in RENCANA.daftar_indikator if i.kode != "SK-02"),  # the change dropped it: the worksheets have it yet
        dasar=Dasar(JenisDasar.PK_PERUBAHAN, "9/PKP/2026", date(2026, 9, 1)))
    asal = AsalRencana({1: str(RENCANA.dasar), 2: str(baru.dasar)}, 1, (
        PerubahanRencana("LJ-02", "Target Tahun 2026", "90", "80", "Menyesuaikan RKPD Perubahan."),
        PerubahanRencana("SK-02", "Indikator Kinerja", "Indeks yang dihentikan", "–")))
    isi = laporan_tahunan(pengaturan(), baru, quarters(), DICETAK, False, asal)
    assert "Perjanjian Kinerja Perubahan Nomor 9/PKP/2026" in sentences(bab(isi, "BAB II"))
    rows = rows_of(tables(isi)["perubahan-rencana"])
    assert rows[1] == ["Target Tahun 2026", "90", "80", "Menyesuaikan RKPD Perubahan."]
    assert rows[2] == ["SK-02 – Indeks yang dihentikan"]
    assert not any(row[2].startswith("SK-02") for row in rows_of(tables(isi)["target-3"]))


def test_a_unit_that_never_delivered_is_said_and_no_figure_is_invented() -> None:
    daftar = {k: (data(SEKRETARIAT, k), data(REHSOS, k, delivered=frozenset()), data(LINJAMSOS, k))
              for k in (1, 2, 3, 4)}
    isi = laporan(daftar=daftar)
    row = rows_of(tables(isi)["target-2"])[0]
    assert row[5:] == ["–", "belum disampaikan", "–"]
    told = sentences(bab(isi, "BAB III"))
    assert "Data kinerja Triwulan IV belum disampaikan oleh Bidang Rehabilitasi Sosial" in told
    assert "RS-01: Karena realisasi tahun 2026 belum diisi, indikator" in told
    assert rows_of(tables(isi)["penyebab-2"])[1] == [
        "Tidak ada uraian, karena Bidang Rehabilitasi Sosial belum menyampaikan realisasi."]
    assert not any("RS-01" in text for text in isi.kekosongan)  # nothing can be written about it


def test_zero_targets_and_predikat_targets_have_sentences_of_their_own(isi: LaporanKinerja) -> None:
    told = sentences(bab(isi, "BAB III"))
    assert "predikat B" in told
    assert "SK-02: Dengan target 0 temuan pada tahun 2026" in told
    zero = replace(RENCANA, daftar_indikator=tuple(
        replace(i, target_tahun=D(0), target_tw=(D(0),) * 4) if i.kode == "RS-01" else i
        for i in RENCANA.daftar_indikator))
    row = rows_of(tables(laporan(zero))["target-2"])[0]
    assert row[4:] == ["0", "60", "target nol", "–"]


def test_a_plan_of_bidang_level_only_is_reported_on_its_highest_level() -> None:
    lower = replace(RENCANA, daftar_indikator=tuple(replace(i, tingkat=TingkatIndikator.BIDANG)
                                                    for i in RENCANA.daftar_indikator))
    assert rows_of(tables(laporan(lower))["target-1"])[0][5] == "99,5"


def test_a_plan_without_indicators_or_money_is_a_report_that_says_so() -> None:
    isi = laporan(replace(RENCANA, daftar_indikator=(), daftar_subkegiatan=()), {})
    assert "tidak memuat indikator" in sentences(bab(isi, "BAB III"))
    assert "tidak memuat sub kegiatan" in sentences(bab(isi, "BAB III"))


def test_texts_of_the_worksheets_are_printed_as_they_are_written() -> None:
    wild = "=cmd|'/c calc'!A1 \x07 " + "a" * 20_000
    teks = {("LJ-01", 1, "faktor_pendorong"): wild}
    daftar = {k: tuple(data(unit, k, teks=teks) for unit in UNITS) for k in (1, 2, 3, 4)}
    assert rows_of(tables(laporan(daftar=daftar))["penyebab-1"])[1][1] == wild.strip()


def test_the_working_paper_counts_what_the_ledger_has_and_leaves_the_verdict_blank(isi: LaporanKinerja) -> None:
    rows = {row[1]: row[2:] for row in rows_of(tables(isi)["reviu"]) if len(row) == 4}
    sent = rows["Terdapat mekanisme penyampaian data dari unit kerja ke unit penyusun"]
    assert sent[0].startswith("12 penyerahan dari 12 lembar kerja")
    assert {verdict for _, verdict in rows.values()} == {"☐ Ya   ☐ Tidak"}
    assert "selaras" in next(name for name in rows if "Rencana Strategis" in name)
    assert rows["Terdapat perbandingan dengan standar nasional"][0].startswith("1 dari 5 ")


def test_the_statement_of_review_is_signed_by_nobody(isi: LaporanKinerja) -> None:
    assert isi.inspektur.jabatan == "INSPEKTUR,"
    assert not re.search(r"\w", isi.inspektur.nama)
    assert "disediakan untuk Inspektorat" in sentences(isi.pernyataan)


def test_the_head_signs_and_the_planner_and_the_secretary_initial() -> None:
    atur = pengaturan()
    atur = replace(atur, daftar_pejabat=tuple(
        replace(p, peran=Peran.SEKRETARIS) if p.bidang == "SEKRETARIAT" and p.peran is Peran.KABID else p
        for p in atur.daftar_pejabat))
    isi = laporan(atur=atur)
    assert isi.kepala.jabatan == "KEPALA DINAS SOSIAL,"
    assert [signer.nama for signer in isi.paraf] == ["Pejabat Contoh 10", "Pejabat Contoh 2, S.E."]
    assert isi.tempat_tanggal == "Jeneponto, 20 Januari 2027"


def test_the_index_names_every_criterion_group_of_the_evaluation(isi: LaporanKinerja) -> None:
    rows = rows_of(tables(isi)["lke"])
    assert [row[0] for row in rows if len(row) == 1] == [
        "Perencanaan kinerja", "Pengukuran kinerja: pemenuhan", "Pengukuran kinerja: kualitas",
        "Pengukuran kinerja: pemanfaatan", "Pelaporan kinerja: pemenuhan", "Pelaporan kinerja: kualitas"]
    assert len([row for row in rows if len(row) == 2]) == 26
    assert all(row[1].strip() for row in rows if len(row) == 2)


def test_at_least_half_of_the_tables_are_full_of_real_rows(isi: LaporanKinerja) -> None:
    def is_full(tabel: Tabel) -> bool:
        return any(isinstance(piece, Angka) for b in tabel.baris for s in b.sel for p in s.isi for piece in p.isi)

    found = [is_full(tabel) for tabel in tables(isi).values()]
    assert sum(found) >= len(found) / 2


def pieces(isi: LaporanKinerja) -> Iterator[tuple[str, Teks]]:
    """Each text with the key of its table; numbers of rows and the addresses of cells left out."""
    for part in (part for part in isi.isi if part.judul != "SUMBER ANGKA"):
        for blok in part.daftar_blok:
            if isinstance(blok, Paragraf):
                yield "", blok.isi
            elif isinstance(blok, Daftar):
                yield from (("", butir) for butir in blok.butir)
            elif isinstance(blok, Tabel):
                yield from ((blok.kunci, p.isi) for baris in blok.baris for n, isi_sel in enumerate(baris.sel)
                            if n or blok.kolom[0].judul != "No" for p in isi_sel.isi)


def test_every_figure_of_the_report_and_its_charts_has_a_source(isi: LaporanKinerja) -> None:
    figures = [piece for _, teks in pieces(isi) for piece in teks if isinstance(piece, Angka)]
    assert len(figures) > 500
    assert [piece.tampil for piece in figures if piece.sumber is None] == []
    charts = [b for part in isi.isi for b in part.daftar_blok if isinstance(b, Grafik)]
    assert all(len(list(filter(None, seri.sumber))) == len(seri.nilai) for chart in charts for seri in chart.seri)


def test_equal_sources_print_equal_figures(isi: LaporanKinerja) -> None:
    values: dict[str, str] = {}
    for _, teks in pieces(isi):
        for piece in teks:
            if isinstance(piece, Angka) and piece.sumber and piece.tampil[:1].isdigit():
                number = re.match(r"[\d.,]+", piece.tampil)
                assert number
                assert values.setdefault(piece.sumber.kunci, number[0]) == number[0], piece.sumber.kunci


def test_no_number_of_a_generated_text_is_left_without_being_a_figure(isi: LaporanKinerja) -> None:
    plan = {i.nama for i in RENCANA.daftar_indikator} | {s.nama for s in RENCANA.daftar_subkegiatan}
    plan |= {s.indikator for s in RENCANA.daftar_subkegiatan} | set(pengaturan().dasar_hukum)
    for kunci, teks in pieces(isi):
        plain = "".join("□" if isinstance(piece, Angka | Rujukan) else str(piece) for piece in teks)
        for text in sorted(plan, key=len, reverse=True):
            plain = plain.replace(text.rstrip(" ;."), "")
        assert not re.search(r"\d", NO_FIGURES.sub("", plain)), (kunci, plain)


def test_evidence_of_a_quarter_is_counted_where_it_was_registered() -> None:
    daftar = quarters()
    first = daftar[1][1]
    assert first.isi is not None
    registered = {**first.isi.sel, Kunci("bukti", "RS-01|bukti|Rekap.pdf", "bukti"): True}
    daftar[1] = (daftar[1][0], replace(first, isi=replace(first.isi, sel=registered)), daftar[1][2])
    rows = rows_of(tables(laporan(daftar=daftar))["reviu-berkas"])
    assert [row[-1] for row in rows if row[0] == "Bidang Rehabilitasi Sosial"] == ["1", "0", "0", "0"]
    assert Periode(2026, 1).romawi == "I"
