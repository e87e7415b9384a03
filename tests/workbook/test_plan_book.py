"""Rencana Aksi: what is written is read back, and targets, codes and units that cannot hold are said at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sunting import cell_of, edited, find, with_cell

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Arah, Indikator, Perhitungan, Predikat, Rentang, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.office import Bidang, Pengaturan, SubBidang
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi, RiwayatCapaian
from kinerja_xl.errors import PlanUnreadable, TemplateBroken
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.plan.plan_book import make_rencana, read_rencana
from kinerja_xl.workbook.templates import shipped_template

NAMA = "Rencana Aksi.xlsx"
D = Decimal
PK = Dasar(JenisDasar.PK, "1/PK/2026", date(2026, 1, 5))


@pytest.fixture(scope="module")
def templat() -> bytes:
    return shipped_template(NAMA)


@pytest.fixture(scope="module")
def kantor() -> Pengaturan:
    return contoh_pengaturan(2026)


@pytest.fixture(scope="module")
def berkas(templat, kantor) -> bytes:
    return make_rencana(templat, contoh_rencana(2026), kantor)


def indikator(**fakta) -> Indikator:
    """An indicator in order: 10 + 20 + 30 + 40 = 100."""
    plain = Indikator("X-1", "Jumlah orang terlayani", "Orang", TingkatIndikator.BIDANG, "PFM", None, "", "Sasaran",
                      Arah.POSITIF, Perhitungan.JUMLAH, D(100), (D(10), D(20), D(30), D(40)))
    return replace(plain, **fakta)


def subkegiatan(**fakta) -> SubKegiatan:
    plain = SubKegiatan("1.06.05.2.02.0001", "Pendataan", "Jumlah Orang", "Orang", "PFM", None, D(4),
                        (D(1), D(1), D(1), D(1)), D(1_000_000))
    return replace(plain, **fakta)


def findings(templat: bytes, kantor: Pengaturan, *items: Indikator | SubKegiatan) -> list[tuple[str, str]]:
    """What reading a plan of these rows finds: (code, sheet)."""
    rencana = RencanaAksi(2026, tuple(i for i in items if isinstance(i, Indikator)),
                          tuple(s for s in items if isinstance(s, SubKegiatan)), dasar=PK)
    read, catatan = read_rencana(make_rencana(templat, rencana, kantor), NAMA, kantor)
    assert (read is None) == any(c.menolak for c in catatan)
    return [(c.kode, c.lembar) for c in catatan]


def test_a_plan_is_read_back_as_it_was_written(berkas, kantor):
    assert read_rencana(berkas, NAMA, kantor) == (contoh_rencana(2026), ())


def test_the_same_plan_gives_the_same_bytes(templat, berkas, kantor):
    assert make_rencana(templat, contoh_rencana(2026), kantor) == berkas


def test_everything_a_plan_can_hold_survives_the_way_through_the_workbook(templat, kantor):
    office = replace(kantor, daftar_bidang=(*kantor.daftar_bidang,
                                            Bidang("Bidang Anak", "ANAK", (SubBidang("Seksi Satu", "S1"),))))
    full = RencanaAksi(2027, (
        indikator(kode="A", tujuan="Tujuan", iku=True, pagu=D("1500000.50"), baseline=D("80.25"), definisi="baris satu",
                  target_renstra=D(400), standar_nasional=D(1), penanggung_jawab="Kepala", sumber_data="Laporan"),
        indikator(kode="B", bidang="ANAK", sub_bidang="S1", perhitungan=Perhitungan.RATA,
                  target_tahun=Rentang(D(80), D(90)), target_tw=(Rentang(D(80), D(90)), None, None, None)),
        indikator(kode="C", bidang=None, tingkat=TingkatIndikator.DINAS, digabung_dari=("A", "B"), sasaran="Lain"),
        indikator(kode="D", perhitungan=Perhitungan.AKHIR, target_tahun=Predikat("WTP"),
                  target_tw=(None, None, None, Predikat("WTP")), sasaran="Lain"),
    ), (subkegiatan(bidang="ANAK", sub_bidang="S1", urusan="1.06 SOSIAL", kode_program="1.06.05", program="PROGRAM",
                    kode_kegiatan="1.06.05.2.02", kegiatan="Kegiatan"),
        subkegiatan(kode="1.06.05.2.02.0002", target_tw=(None, None, None, D(4)))),
        versi=3, dasar=Dasar(JenisDasar.DPPA, "900/12/2027", date(2027, 7, 1)), berlaku_mulai=3, daftar_riwayat=(
            RiwayatCapaian("A", "Nama lama", "Orang", 2026, None, D(90), D("80.25"), "Laporan Kinerja 2026"),
            RiwayatCapaian("A", "Jumlah orang terlayani", "Orang", 2027, 1, D(10), D(0)),
            RiwayatCapaian("B", "Jumlah orang terlayani", "Orang", 2022, None, Rentang(D(80), D(90)), D(85)),
            RiwayatCapaian("D", "Jumlah orang terlayani", "Orang", 2025, None, Predikat("WTP"), Predikat("WDP")),
            RiwayatCapaian("D", "Jumlah orang terlayani", "Orang", 2024, None, None, None, "Belum dinilai.")),
        daftar_perubahan=(
            PerubahanRencana("A", "Target TW III", "20", "30", "=pergeseran", date(2027, 7, 1)),
            PerubahanRencana("", "Pagu (Rp)", "", "", "DPPA 2027"), PerubahanRencana("D", "", "", "Baru")))
    assert read_rencana(make_rencana(templat, full, office), NAMA, office) == (full, ())


def test_a_plan_without_indicators_is_readable_and_empty(templat, kantor):
    empty = RencanaAksi(2026, (), (), dasar=PK)
    assert read_rencana(make_rencana(templat, empty, kantor), NAMA, kantor) == (empty, ())


def test_sasaran_stand_merged_over_their_indicators_and_are_filled_down(berkas, kantor):
    def look(book):
        sheet = book["Indikator"]
        column = find(sheet, "Sasaran Strategis").column
        first, second = find(sheet, "LIN-01").row, find(sheet, "LIN-02").row
        assert {(area.min_row, area.max_row) for area in sheet.merged_cells.ranges
                if area.min_col == column and area.min_row == first} == {(first, second)}
        for area in [a for a in sheet.merged_cells.ranges if a.min_row >= first]:  # written once, but not merged
            sheet.unmerge_cells(area.coord)

    assert read_rencana(edited(berkas, look), NAMA, kantor) == (contoh_rencana(2026), ())


def test_a_plan_looks_like_one_two_heading_rows_column_numbers_and_print_titles(berkas):
    def look(book):
        sheet = book["Indikator"]
        heading = find(sheet, "Target Triwulan")
        below = [sheet.cell(heading.row + 1, heading.column + n).value for n in range(4)]
        assert below == ["I", "II", "III", "IV"]
        assert f"{heading.coordinate}:O{heading.row}" in {area.coord for area in sheet.merged_cells.ranges}
        assert sheet.cell(heading.row + 2, 1).value == "(1)"
        assert sheet.print_title_rows == f"${heading.row}:${heading.row + 2}"
        assert sheet.page_setup.orientation == "landscape"
        assert find(sheet, "PEMERINTAH KABUPATEN JENEPONTO").row < find(sheet, "DINAS SOSIAL").row
        assert find(sheet, "RENCANA AKSI KINERJA TAHUN 2026")
        assert cell_of(book["Program"], "Kode Sub Kegiatan", "Penyediaan Makanan").number_format == "@"

    edited(berkas, look)


def test_columns_may_be_moved_and_remarks_stand_below_the_table(berkas, kantor):
    def shuffle(book):
        sheet = book["Indikator"]
        kode = find(sheet, "Kode")
        for row in range(kode.row, kode.row + 17):
            sheet.cell(row, 40).value = sheet.cell(row, kode.column).value
        sheet.unmerge_cells(start_row=kode.row, end_row=kode.row + 1, start_column=kode.column,
                            end_column=kode.column)
        for row in range(kode.row, kode.row + 17):
            sheet.cell(row, kode.column).value = None
        place = find(sheet, "Penanggung Jawab").column
        sheet.cell(kode.row + 20, place).value = "Jeneponto, 2 Januari 2026"
        sheet.cell(kode.row + 21, place).value = "Kepala Dinas Sosial"

    assert read_rencana(edited(berkas, shuffle), NAMA, kantor) == (contoh_rencana(2026), ())


@pytest.mark.parametrize(("fakta", "kode"), [
    ({"target_tahun": D(101)}, "C607"),  # 10 + 20 + 30 + 40 = 100
    ({"target_tw": (D(50), None, None, D(49))}, "C607"),  # 99
    ({"perhitungan": Perhitungan.POSISI}, "C608"),  # TW IV is 40, the year 100
    ({"perhitungan": Perhitungan.POSISI, "target_tw": (D(10), D(20), D(30), None)}, "C608"),
    ({"perhitungan": Perhitungan.POSISI, "target_tw": (D(30), D(20), D(50), D(100))}, "C609"),  # falls once
    ({"perhitungan": Perhitungan.POSISI, "arah": Arah.NEGATIF, "target_tahun": D(40)}, "C609"),  # rises
    ({"perhitungan": Perhitungan.RATA}, "C610"),
    ({"perhitungan": Perhitungan.AKHIR, "target_tw": (None, None, None, D(99))}, "C608"),
    ({"perhitungan": Perhitungan.AKHIR, "target_tw": (None, None, D(50), D(100))}, "C614"),
    ({"perhitungan": Perhitungan.AKHIR, "target_tahun": Predikat("BB"),
      "target_tw": (None, None, None, Predikat("B"))}, "C608"),
    ({"target_tahun": None}, "C601"),
    ({"target_tahun": Predikat("banyak")}, "C101"),
    ({"perhitungan": Perhitungan.POSISI, "target_tw": (Predikat("sedikit"), D(20), D(30), D(100))}, "C101"),
    ({"target_tahun": Rentang(D(80), D(100))}, "C101"),  # a range is no sum
    ({"bidang": "HUMAS"}, "C611"),
    ({"bidang": None}, "C601"),
    ({"sub_bidang": "S1"}, "C602"),
    ({"kode": ""}, "C601"),
    ({"kode": "PFM/1"}, "C614"),
    ({"sasaran": ""}, "C601"),
    ({"satuan": ""}, "C601"),
    ({"digabung_dari": ("Y-9",), "bidang": None}, "C612"),
    ({"digabung_dari": ("X-1",), "bidang": None}, "C614"),  # gathers itself
])
def test_a_plan_row_that_does_not_hold_together_is_said(templat, kantor, fakta, kode):
    assert findings(templat, kantor, indikator(**fakta)) == [(kode, "Indikator")]


@pytest.mark.parametrize("fakta", [
    {"target_tw": (D(0), D(50), D(50), D(0))},  # quarters without a target are no fault
    {"target_tw": (None, D(50), D(50), None)},
    {"perhitungan": Perhitungan.POSISI, "target_tw": (D(25), D(50), D(50), D(100))},
    {"perhitungan": Perhitungan.POSISI, "arah": Arah.NEGATIF, "target_tahun": D(5),
     "target_tw": (D(9), D(7), D(5), D(5))},
    {"perhitungan": Perhitungan.RATA, "target_tw": (None, D(100), None, D(100))},
    {"perhitungan": Perhitungan.AKHIR, "target_tahun": Predikat("bb"), "target_tw": (None, None, None, Predikat("BB"))},
    {"perhitungan": Perhitungan.AKHIR, "arah": Arah.NEGATIF, "target_tahun": D(0),
     "target_tw": (None, None, None, D(0))},
])
def test_targets_that_hold_together_are_taken_without_a_word(templat, kantor, fakta):
    assert findings(templat, kantor, indikator(**fakta)) == []


def test_the_message_names_the_code_the_sum_and_the_target_at_the_years_cell(templat, kantor):
    data = make_rencana(templat, RencanaAksi(2026, (indikator(target_tahun=D(1250)),), (), dasar=PK), kantor)
    sel: list[str] = []
    edited(data, lambda book: sel.append(cell_of(book["Indikator"], "Target Tahunan", "X-1").coordinate))
    _, catatan = read_rencana(data, NAMA, kantor)
    assert [(c.kode, c.sel) for c in catatan] == [("C607", sel[0])]
    assert "X-1 adalah 100, seharusnya sama dengan target tahunan 1.250" in catatan[0].pesan


def test_a_code_may_stand_once_whatever_its_case(templat, kantor):
    assert findings(templat, kantor, indikator(), indikator(kode="x-1")) == [("C405", "Indikator")]
    assert findings(templat, kantor, subkegiatan(), subkegiatan()) == [("C405", "Program")]


def test_a_gathered_indicator_needs_sources_that_are_filled_and_has_no_bidang(templat, kantor):
    total = indikator(kode="T", bidang="PFM", digabung_dari=("X-1",))
    assert findings(templat, kantor, indikator(), total) == [("C615", "Indikator")]
    data = make_rencana(templat, RencanaAksi(2026, (indikator(), total), ()), kantor)
    read, _ = read_rencana(data, NAMA, kantor)
    assert read.daftar_indikator[1].bidang is None
    again = indikator(kode="U", bidang=None, digabung_dari=("T",))
    assert ("C614", "Indikator") in findings(templat, kantor, indikator(), total, again)


def test_a_bidang_with_sub_bidang_needs_to_know_which(templat, kantor):
    office = replace(kantor, daftar_bidang=(Bidang("Bidang Anak", "ANAK", (SubBidang("Seksi Satu", "S1"),)),))
    assert findings(templat, office, indikator(bidang="ANAK")) == [("C601", "Indikator")]


def test_output_targets_neither_in_parts_nor_as_positions_are_only_warned_about(templat, kantor):
    assert findings(templat, kantor, subkegiatan(target_tahun=D(5))) == [("C610", "Program")]  # 1 + 1 + 1 + 1 = 4
    assert findings(templat, kantor, subkegiatan(target_tahun=D(100), target_tw=(D(100),) * 4)) == []  # positions


@pytest.mark.parametrize(("lembar", "kolom", "baris", "isi", "kode"), [
    ("Indikator", "Arah", "PFM-02", "naik", "C602"),
    ("Indikator", "Jenis Perhitungan", "PFM-02", "KUMULATIF", "C602"),
    ("Indikator", "Tingkat", "PFM-02", "Kota", "C602"),
    ("Indikator", "IKU", "PFM-02", "mungkin", "C602"),
    ("Indikator", "Target Tahunan", "PFM-02", -50, "C109"),
    ("Indikator", "Target Tahunan", "PFM-02", "#N/A", "C103"),
    ("Indikator", "Pagu (Rp)", "PFM-02", "seratus juta", "C101"),
    ("Indikator", "Kode", "Jumlah keluarga penerima bantuan usaha/KUBE", 1.06, "C614"),
    ("Program", "Pagu (Rp)", "Pendataan Fakir Miskin", None, "C601"),
    ("Program", "Pagu (Rp)", "Pendataan Fakir Miskin", "Rp lupa", "C101"),
    ("Program", "Target Tahunan", "Pendataan Fakir Miskin", "BB", "C101"),
    ("Program", "Kode Program", "Pendataan Fakir Miskin", 1.06, "C614"),
    ("Program", "Kode Sub Kegiatan", "Pendataan Fakir Miskin", None, "C601"),
    ("Program", "Bidang", "Pendataan Fakir Miskin", "HUMAS", "C611"),
])
def test_a_wrong_cell_is_refused_at_its_place(berkas, kantor, lembar, kolom, baris, isi, kode):
    def change(book):
        for area in list(book[lembar].merged_cells.ranges):
            if area.min_row > find(book[lembar], "Target Tahunan").row + 2:
                book[lembar].unmerge_cells(area.coord)

    data, sel = with_cell(edited(berkas, change), lembar, kolom, baris, isi)
    rencana, catatan = read_rencana(data, NAMA, kantor)
    assert rencana is None
    assert (kode, lembar, sel) in {(c.kode, c.lembar, c.sel) for c in catatan}


@pytest.mark.parametrize(("tulisan", "format_sel", "dibaca", "kode"), [
    (0.85, "0%", D(85), None),  # typed as 85%
    ("85 %", "@", D(85), None),
    ("85,5", "@", D("85.5"), None),
    ("1.234", "@", D(1234), "C102"),  # thousands by Indonesian reading, but it may be meant otherwise
    ("80-90", "@", Rentang(D(80), D(90)), None),
    ("BB", "@", Predikat("BB"), None),
])
def test_targets_are_read_as_people_write_them(berkas, kantor, tulisan, format_sel, dibaca, kode):
    def change(book):
        cell = cell_of(book["Indikator"], "Target Akhir Renstra", "PFM-01")
        cell.value, cell.number_format = tulisan, format_sel

    rencana, catatan = read_rencana(edited(berkas, change), NAMA, kantor)
    assert next(i for i in rencana.daftar_indikator if i.kode == "PFM-01").target_renstra == dibaca
    assert [c.kode for c in catatan] == ([kode] if kode else [])


def test_pagu_is_read_from_text_as_people_write_rupiah(berkas, kantor):
    data, _ = with_cell(berkas, "Program", "Pagu (Rp)", "Pendataan Fakir Miskin", "Rp. 130.500.000,-")
    rencana, catatan = read_rencana(data, NAMA, kantor)
    assert catatan == ()
    assert next(s.pagu for s in rencana.daftar_subkegiatan if s.nama == "Pendataan Fakir Miskin") == D(130_500_000)


@pytest.mark.parametrize(("label", "isi", "kode"), [
    ("Tahun", None, "C601"), ("Tahun", "dua ribu", "C614"), ("Berlaku mulai TW", "V", "C602"), ("Versi", 0, "C614"),
])
def test_the_head_of_the_plan_must_say_year_quarter_and_version(berkas, kantor, label, isi, kode):
    places: list[str] = []

    def change(book):
        cell = find(book["Indikator"], label).offset(column=1)
        cell.value = isi
        places.append(cell.coordinate)

    rencana, catatan = read_rencana(edited(berkas, change), NAMA, kantor)
    assert rencana is None
    assert [(c.kode, c.lembar, c.sel) for c in catatan] == [(kode, "Indikator", places[0])]


@pytest.mark.parametrize("tulisan", ["II", "2", 2, "TW II", "tw ii"])
def test_the_first_quarter_may_be_written_in_any_usual_way(berkas, kantor, tulisan):
    data = edited(berkas, lambda book: setattr(
        find(book["Indikator"], "Berlaku mulai TW").offset(column=1), "value", tulisan))
    rencana, _ = read_rencana(data, NAMA, kantor)
    assert rencana.berlaku_mulai == 2


def test_missing_sheets_and_columns_are_named(berkas, kantor):
    def lose(book):
        del book["Program"]
        find(book["Indikator"], "Arah").value = "Sifat"

    _, catatan = read_rencana(edited(berkas, lose), NAMA, kantor)
    assert [(c.kode, c.lembar) for c in catatan] == [("C404", "Indikator"), ("C406", "Program")]


def test_the_sheets_for_history_and_changes_are_there_with_their_headings(berkas):
    def look(book):
        for lembar, headings in (("Riwayat Capaian", ("Kode", "Tahun", "Triwulan", "Target", "Realisasi")),
                                 ("Perubahan", ("Tanggal", "Kode", "Semula", "Menjadi", "Alasan"))):
            assert len({find(book[lembar], text).row for text in headings}) == 1

    edited(berkas, look)


def test_a_broken_file_is_an_unreadable_plan(kantor):
    with pytest.raises(PlanUnreadable) as galat:
        read_rencana(b"bukan berkas Excel", NAMA, kantor)
    assert galat.value.code == "K304"


def test_a_template_that_lost_its_label_is_refused(templat, kantor):
    broken = edited(templat, lambda book: setattr(find(book["Indikator"], "Dasar"), "value", "Alas"))
    with pytest.raises(TemplateBroken, match="Dasar"):
        make_rencana(broken, contoh_rencana(2026), kantor)
