"""Pengaturan.xlsx: what is written is read back, and everything that cannot hold is said at once, cell by cell."""

from __future__ import annotations

import runpy
import zipfile
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sunting import cell_of, edited, find, with_cell

from kinerja_xl.domain.office import (
    Bidang,
    CaraBertindak,
    HariLibur,
    JamHari,
    JamKerja,
    Kedudukan,
    Pejabat,
    Pengaturan,
    SubBidang,
)
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.errors import SettingsUnreadable, TemplateBroken
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, default_pengaturan
from kinerja_xl.workbook.settings.settings_book import make_pengaturan, read_pengaturan
from kinerja_xl.workbook.templates import shipped_template

TEMPLATES = Path(__file__).parents[2] / "workbook_templates"
NAMA = "Pengaturan.xlsx"


@pytest.fixture(scope="module")
def templat() -> bytes:
    return shipped_template(NAMA)


@pytest.fixture(scope="module")
def contoh() -> Pengaturan:
    return contoh_pengaturan(2026)


@pytest.fixture(scope="module")
def berkas(templat, contoh) -> bytes:
    return make_pengaturan(templat, contoh)


def findings(data: bytes) -> list[tuple[str, str, str]]:
    _, catatan = read_pengaturan(data, NAMA)
    return [(c.kode, c.lembar, c.sel) for c in catatan]


def remade(templat: bytes, pengaturan: Pengaturan) -> tuple[Pengaturan | None, list[tuple[str, str]]]:
    read, catatan = read_pengaturan(make_pengaturan(templat, pengaturan), NAMA)
    return read, [(c.kode, c.lembar) for c in catatan]


def kabid(nama: str, **fakta) -> Pejabat:
    return Pejabat(nama, "", Peran.KABID, "REHSOS", None, **fakta)


@pytest.mark.parametrize("nama", [NAMA, "Rencana Aksi.xlsx"])
def test_the_shipped_template_is_what_its_script_makes(nama, monkeypatch):
    script = {NAMA: "build_pengaturan.py", "Rencana Aksi.xlsx": "build_rencana.py"}[nama]
    monkeypatch.syspath_prepend(str(TEMPLATES))
    built = zipfile.ZipFile(BytesIO(runpy.run_path(str(TEMPLATES / script))["build"]()))
    shipped = zipfile.ZipFile(BytesIO(shipped_template(nama)))
    assert built.namelist() == shipped.namelist()
    for part in built.namelist():
        assert built.read(part) == shipped.read(part), part


@pytest.mark.parametrize("make", [contoh_pengaturan, default_pengaturan])
def test_settings_are_read_back_as_they_were_written(templat, make):
    assert read_pengaturan(make_pengaturan(templat, make(2026)), NAMA) == (make(2026), ())


def test_the_same_settings_give_the_same_bytes(templat, contoh, berkas):
    assert make_pengaturan(templat, contoh) == berkas


def test_every_kind_of_setting_survives_the_way_through_the_workbook(templat, contoh):
    full = replace(
        contoh,
        instansi=replace(contoh.instansi, telepon="(0419) 21001", kode_pos="92311", logo="lambang.png",
                         kepala_daerah="Wali Kota", kode_klasifikasi="000.8.3", bahan_diterima=Peran.KABID,
                         triwulan_disusun=Peran.SEKRETARIS),
        daftar_bidang=(*contoh.daftar_bidang,
                       Bidang("Bidang Anak", "ANAK", (SubBidang("Seksi Satu", "S1"), SubBidang("Seksi Dua", "S2")),
                              "Kepala", "Koordinator", "Pengolah")),
        daftar_pejabat=(Pejabat("Pejabat Contoh 1", "198001012005012001", Peran.KASUBID, "ANAK", "S2",
                                "Golongan IX", "Koordinator", "PPPK", Kedudukan.PLT, "800/1/2026",
                                ("DINSOS\\satu", "dua"), "081200000001", "satu@contoh.go.id", date(2026, 1, 2),
                                date(2026, 6, 30), CaraBertindak.NASKAH),),
        daftar_jam_kerja=(*contoh.daftar_jam_kerja,
                          JamKerja({0: JamHari(time(8), time(15), time(12), time(12, 30))},
                                   date(2026, 2, 18), date(2026, 3, 19))),
        daftar_libur=(HariLibur(date(2026, 5, 1), "Hari Jadi", "Libur Daerah"),) * 2,
        kebijakan=replace(contoh.kebijakan, batas_capaian=None, tanggal_penugasan=5, bukti_wajib=True,
                          menolak=frozenset({"C302", "C307"})))
    assert remade(templat, full) == (full, [])


def test_tables_are_found_by_heading_with_columns_moved_added_and_rows_left_blank(berkas, contoh):
    def shuffle(book):
        sheet = book["Pejabat"]
        nip = find(sheet, "NIP / NI PPPK")
        for row in range(nip.row, sheet.max_row + 1):  # the NIP goes to the far right
            sheet.cell(row, 20).value = sheet.cell(row, nip.column).value
            # an own column goes on below the officials, and makes no rows of officials
            sheet.cell(row, nip.column).value = "Nomor Lemari" if row == nip.row else "x"
        sheet.insert_cols(1)
        sheet.insert_rows(nip.row + 3, 2)
        find(book["Hari Libur"], "Tanggal").value = "  tanggal * "

    moved = edited(berkas, shuffle)
    assert read_pengaturan(moved, NAMA) == (contoh, ())


@pytest.mark.parametrize(("lembar", "kolom", "baris", "isi", "kode"), [
    ("Instansi", "Isi", "Pemerintah daerah", None, "C601"),
    ("Instansi", "Isi", "Singkatan", None, "C601"),
    ("Instansi", "Isi", "Logo", "../rahasia.png", "C614"),
    ("Instansi", "Isi", "Logo", "C:\\gambar\\logo.png", "C614"),
    ("Instansi", "Isi", "Logo", "http://contoh/logo.png", "C614"),
    ("Instansi", "Isi", "Logo", "logo.exe", "C614"),
    ("Instansi", "Isi", "Kertas surat", "B5", "C602"),
    ("Instansi", "Isi", "Pola nomor naskah", "{nomor}/2026", "C614"),
    ("Instansi", "Isi", "Pola nomor naskah", "[nomor]/[bidang]", "C614"),
    ("Instansi", "Isi", "Pola nomor naskah", "[nomor", "C614"),
    ("Instansi", "Isi", "Pola nomor naskah", "[[nomor]]/2026", "C614"),
    ("Instansi", "Isi", "Pola nomor naskah", "[]/2026", "C614"),
    ("Instansi", "Isi", "Laporan Triwulan disusun oleh", "Analis", "C602"),  # of which bidang?
    ("Instansi", "Isi", "Bahan Laporan diterima oleh", "Camat", "C602"),
    ("Pejabat", "Cara Bertindak", "Pejabat Contoh 6", "surel", "C602"),
    ("Pejabat", "NIP / NI PPPK", "Pejabat Contoh 2", "19800101 200501 1 01", "C603"),
    ("Pejabat", "NIP / NI PPPK", "Pejabat Contoh 2", "198013012005011002", "C603"),  # born in month 13
    ("Pejabat", "NIP / NI PPPK", "Pejabat Contoh 2", "198002302005011002", "C603"),  # born on 30 February
    ("Pejabat", "NIP / NI PPPK", "Pejabat Contoh 2", "198001012005131002", "C603"),  # appointed in month 13
    ("Pejabat", "NIP / NI PPPK", "Pejabat Contoh 2", "198001012005013002", "C603"),  # neither 1 nor 2
    ("Pejabat", "NIP / NI PPPK", "Pejabat Contoh 2", 198001012005011002, "C603"),  # a number keeps 15 digits only
    ("Pejabat", "Nama", "Pejabat Contoh 2", None, "C601"),
    ("Pejabat", "Peran", "Pejabat Contoh 2", "Camat", "C602"),
    ("Pejabat", "Bidang", "Pejabat Contoh 6", "HUMAS", "C611"),
    ("Pejabat", "Bidang", "Pejabat Contoh 6", None, "C601"),
    ("Pejabat", "Sub Bidang", "Pejabat Contoh 7", "ANAK", "C602"),
    ("Pejabat", "Mulai", "Pejabat Contoh 6", "31/02/2026", "C613"),
    ("Pejabat", "Sampai", "Pejabat Contoh 6", "kemarin", "C613"),
    ("Bidang", "Singkatan", "Bidang Pemberdayaan Sosial", None, "C601"),
    ("Bidang", "Nama Bidang", "DAYASOS", None, "C601"),
    ("Bidang", "Singkatan", "Bidang Pemberdayaan Sosial", "Reh-Sos", "C606"),  # REHSOS once more in a berkas code
    ("Bidang", "Sebutan Kasubid", "REHSOS", "Kabid", "C614"),
    ("Bidang", "Sebutan Analis", "REHSOS", "Bukti Dukung", "C614"),
    ("Bidang", "Sebutan Kabid", "REHSOS", "Kepala/Kabid", "C614"),
    ("Hari Libur", "Tanggal", "Hari Raya Natal", "25 Desember", "C613"),
    ("Jam Kerja", "Selesai", "Selasa", "07.00", "C614"),
    ("Jam Kerja", "Mulai", "Selasa", 7.3, "C614"),
    ("Jam Kerja", "Hari", "Selasa", "Selasa Wage", "C602"),
    ("Mutu Baku", "Waktu", "tahunan", "lima belas", "C101"),
    ("Mutu Baku", "Waktu", "tahunan", 0, "C614"),
    ("Mutu Baku", "Satuan", "tahunan", "minggu", "C602"),
    ("Skala", "Di Atas (%)", "Sedang", 80, "C614"),
    ("Skala", "Di Atas (%)", "Sedang", 75, "C614"),  # the step of Tinggi once more
    ("Skala", "Warna", "Sedang", "kuning", "C614"),
    ("Skala", "Predikat", "BB", "aa", "C405"),
    ("Kebijakan", "Isi", "Batas capaian (%)", 105, "C602"),
    ("Kebijakan", "Isi", "Dasar rata-rata", "rata-rata bidang", "C602"),
    ("Kebijakan", "Isi", "Tanggal penugasan", 31, "C614"),
    ("Kebijakan", "Isi", "Hitungan hari", None, "C601"),
    ("Kebijakan", "Isi", "Pemeriksaan akun", "mungkin", "C602"),
    ("Kebijakan", "Isi", "Catatan kewajaran yang menolak", "C302; C105", "C602"),  # a number is wrong, not unlikely
])
def test_a_wrong_cell_is_refused_at_its_place(berkas, lembar, kolom, baris, isi, kode):
    data, sel = with_cell(berkas, lembar, kolom, baris, isi)
    pengaturan, catatan = read_pengaturan(data, NAMA)
    assert pengaturan is None
    assert (kode, lembar) in {(c.kode, c.lembar) for c in catatan}
    if lembar != "Jam Kerja":  # a day's hours are judged together, at their first cell
        assert (kode, lembar, sel) in findings(data)


@pytest.mark.parametrize("singkatan", [
    "A/B", "A\\B", "A:B", "A*B", "A?B", 'A"B', "A<B", "A>B", "A|B", ".REH", "REH.", "CON", "nul", "com1", "LPT9",
    "aux.x", "Perencanaan", "ARSIP", "–!", "DUAPULUHSATUAKSARA-21",
])
def test_a_short_name_that_cannot_be_a_folder_or_a_code_is_refused(berkas, singkatan):
    data, sel = with_cell(berkas, "Bidang", "Singkatan", "Bidang Pemberdayaan Sosial", singkatan)
    assert ("C605", "Bidang", sel) in findings(data)


@pytest.mark.parametrize("singkatan", ["DUAPULUHAKSARA-TEPAT", "Daya Sos", "COM10", "3T", "Dinas.Sosial"])
def test_a_short_name_with_blanks_dashes_or_inner_points_is_taken(templat, contoh, singkatan):
    bidang = replace(contoh.daftar_bidang[3], singkatan=singkatan)
    changed = replace(contoh, daftar_bidang=(bidang,), daftar_pejabat=())
    assert remade(templat, changed) == (changed, [])


def test_a_nip_may_be_empty_and_the_number_of_a_pppk_is_only_counted(templat, contoh):
    officials = (Pejabat("A", "", Peran.KEPALA_DINAS, None, None),
                 Pejabat("B", "199002302023219999", Peran.PERENCANAAN, None, None, status="PPPK"))
    changed = replace(contoh, daftar_pejabat=officials)
    assert remade(templat, changed) == (changed, [])


def test_two_kabid_of_one_bidang_at_the_same_time_are_refused_by_name(templat, contoh):
    both = replace(contoh, daftar_pejabat=(kabid("Pejabat Contoh A"), kabid("Pejabat Contoh B")))
    _, catatan = read_pengaturan(make_pengaturan(templat, both), NAMA)
    assert [c.kode for c in catatan] == ["C604"]
    assert "Kabid" in catatan[0].pesan
    assert "REHSOS" in catatan[0].pesan
    assert "Pejabat Contoh A, Pejabat Contoh B" in catatan[0].pesan


def test_a_sekretaris_and_a_kabid_of_the_sekretariat_hold_the_same_post(templat, contoh):
    both = replace(contoh, daftar_pejabat=tuple(
        Pejabat(f"Pejabat {peran}", "", peran, "SEKRETARIAT", None) for peran in (Peran.SEKRETARIS, Peran.KABID)))
    assert remade(templat, both) == (None, [("C604", "Pejabat")])


def test_holders_one_after_the_other_and_an_acting_one_beside_are_fine(templat, contoh):
    officials = (kabid("A", sampai=date(2026, 3, 31)), kabid("B", mulai=date(2026, 4, 1)),
                 kabid("C", kedudukan=Kedudukan.PLH, mulai=date(2026, 4, 10), sampai=date(2026, 4, 20)))
    changed = replace(contoh, daftar_pejabat=officials)
    read, catatan = remade(templat, changed)
    assert (read, catatan) == (changed, [])
    acting = read.pejabat(Pelaksana(Peran.KABID, "REHSOS"), date(2026, 4, 15))
    assert acting is not None
    assert acting.nama == "C"


def test_terms_that_share_one_day_overlap_in_whatever_order_they_stand(templat, contoh):
    officials = (kabid("A", sampai=date(2026, 4, 1)), kabid("B", mulai=date(2026, 4, 1)))
    for order in (officials, officials[::-1]):
        assert remade(templat, replace(contoh, daftar_pejabat=order)) == (None, [("C604", "Pejabat")])


def test_two_officials_who_act_for_one_post_on_one_day_are_refused(templat, contoh):
    week = {"mulai": date(2026, 4, 13), "sampai": date(2026, 4, 17)}
    officials = (kabid("A"), kabid("B", kedudukan=Kedudukan.PLH, **week),
                 kabid("C", kedudukan=Kedudukan.PLT, mulai=date(2026, 4, 17)))
    assert remade(templat, replace(contoh, daftar_pejabat=officials)) == (None, [("C604", "Pejabat")])
    later = (*officials[:2], replace(officials[2], mulai=date(2026, 4, 18)))
    assert remade(templat, replace(contoh, daftar_pejabat=later))[1] == []


def test_settings_from_before_signers_and_ways_of_acting_keep_the_usual_ones(berkas, contoh):
    def older(book):
        sheet = book["Instansi"]
        first = find(sheet, "Kode klasifikasi").row
        sheet.delete_rows(first, find(sheet, "Laporan Triwulan diketahui oleh").row - first + 1)
        book["Pejabat"].delete_cols(find(book["Pejabat"], "Cara Bertindak").column)

    assert read_pengaturan(edited(berkas, older), NAMA) == (contoh, ())


def test_a_bidang_with_sub_bidang_needs_to_know_which_for_its_kasubid(templat, contoh):
    bidang = Bidang("Bidang Anak", "ANAK", (SubBidang("Seksi Satu", "S1"),))
    officials = (Pejabat("A", "", Peran.KASUBID, "ANAK", None), Pejabat("B", "", Peran.KABID, "ANAK", None))
    changed = replace(contoh, daftar_bidang=(bidang,), daftar_pejabat=officials)
    assert remade(templat, changed) == (None, [("C601", "Pejabat")])


def test_sub_bidang_whose_codes_become_equal_are_refused(templat, contoh):
    bidang = Bidang("Bidang Anak", "ANAK", (SubBidang("Seksi Satu", "S-1"), SubBidang("Seksi Dua", "s1")))
    assert remade(templat, replace(contoh, daftar_bidang=(bidang,), daftar_pejabat=())) == (None, [("C606", "Bidang")])


def test_a_sub_bidang_row_without_a_bidang_belongs_to_the_one_above(templat, contoh):
    bidang = Bidang("Bidang Anak", "ANAK", (SubBidang("Seksi Satu", "S1"), SubBidang("Seksi Dua", "S2")))
    changed = replace(contoh, daftar_bidang=(bidang,), daftar_pejabat=())

    def clear(book):
        row = find(book["Bidang"], "Seksi Dua").row
        for heading in ("Nama Bidang", "Singkatan", "Sebutan Kabid"):
            book["Bidang"].cell(row, find(book["Bidang"], heading).column).value = None

    assert read_pengaturan(edited(make_pengaturan(templat, changed), clear), NAMA) == (changed, ())


def test_every_finding_is_said_at_once_each_at_its_cell(berkas):
    wanted = []

    def spoil(book):
        for kode, lembar, heading, key, isi in (
                ("C614", "Bidang", "Sebutan Kabid", "PFM", "CON"), ("C601", "Instansi", "Isi", "Tempat", None),
                ("C602", "Kebijakan", "Isi", "Dasar rata-rata", "median"),
                ("C603", "Pejabat", "NIP / NI PPPK", "Pejabat Contoh 9", "123"),
                ("C613", "Pejabat", "Mulai", "Pejabat Contoh 9", "besok"),
                ("C613", "Hari Libur", "Tanggal", "Hari Raya Natal", "Natal")):
            cell = cell_of(book[lembar], heading, key)
            cell.value = isi
            wanted.append((kode, lembar, cell.coordinate))

    assert findings(edited(berkas, spoil)) == sorted(wanted, key=lambda found: found[1:])


def test_a_missing_sheet_and_a_missing_column_are_named(berkas):
    def lose(book):
        del book["Skala"]
        find(book["Pejabat"], "Peran").value = "Tugas"

    _, catatan = read_pengaturan(edited(berkas, lose), NAMA)
    assert [(c.kode, c.lembar) for c in catatan] == [("C404", "Pejabat"), ("C406", "Skala")]
    assert "Peran" in catatan[0].pesan


def test_a_standard_time_that_is_missing_is_named(berkas):
    data = edited(berkas, lambda book: book["Mutu Baku"].delete_rows(find(book["Mutu Baku"], "tahunan").row))
    _, catatan = read_pengaturan(data, NAMA)
    assert [(c.kode, c.lembar) for c in catatan] == [("C601", "Mutu Baku")]
    assert "tahunan" in catatan[0].pesan


def test_an_office_without_bidang_or_without_working_hours_is_refused(templat, contoh):
    bare = replace(contoh, daftar_bidang=(), daftar_pejabat=(), daftar_jam_kerja=())
    assert remade(templat, bare) == (None, [("C601", "Bidang"), ("C601", "Jam Kerja")])


def test_hours_for_ramadan_alone_are_not_enough_and_may_not_overlap(templat, contoh):
    hours = {0: JamHari(time(8), time(15), time(12), time(12, 30))}
    one = JamKerja(hours, date(2026, 2, 18), date(2026, 3, 19))
    other = JamKerja(hours, date(2026, 3, 19), date(2026, 3, 25))
    assert remade(templat, replace(contoh, daftar_jam_kerja=(one,))) == (None, [("C614", "Jam Kerja")])
    both = (*contoh.daftar_jam_kerja, one, other)
    assert remade(templat, replace(contoh, daftar_jam_kerja=both)) == (None, [("C614", "Jam Kerja")])


@pytest.mark.parametrize(("tulisan", "dibaca"), [
    ("25/12/2026", date(2026, 12, 25)), ("25-12-2026", date(2026, 12, 25)), ("25 Desember 2026", date(2026, 12, 25)),
    ("Jumat, 25 Des 2026", date(2026, 12, 25)), ("25-Des-2026", date(2026, 12, 25)),
    ("25 desember 2026", date(2026, 12, 25)),
    ("2026-12-25", date(2026, 12, 25)), (date(2026, 12, 25), date(2026, 12, 25)),
])
def test_dates_are_read_as_people_write_them(berkas, tulisan, dibaca):
    data, _ = with_cell(berkas, "Hari Libur", "Tanggal", "Hari Raya Natal", tulisan)
    pengaturan, catatan = read_pengaturan(data, NAMA)
    assert catatan == ()
    assert next(libur for libur in pengaturan.daftar_libur if libur.keterangan == "Hari Raya Natal").tanggal == dibaca


def test_a_date_cell_that_lost_its_format_is_still_a_date(berkas):
    def strip(book):
        cell = cell_of(book["Hari Libur"], "Tanggal", "Hari Raya Natal")
        cell.value, cell.number_format = 46381, "General"  # 1 January 2026 is 46023; 25 December is 358 days later

    pengaturan, _ = read_pengaturan(edited(berkas, strip), NAMA)
    assert date(2026, 12, 25) in {libur.tanggal for libur in pengaturan.daftar_libur if "Natal" in libur.keterangan}


@pytest.mark.parametrize("tulisan", ["08:15", "8.15", "08.15", time(8, 15)])
def test_hours_are_read_with_a_point_a_colon_or_as_a_time_cell(berkas, tulisan):
    data, _ = with_cell(berkas, "Jam Kerja", "Mulai", "Senin", tulisan)
    pengaturan, catatan = read_pengaturan(data, NAMA)
    assert catatan == ()
    assert pengaturan.daftar_jam_kerja[0].hari[0].mulai == time(8, 15)


def test_a_cap_may_be_typed_as_number_as_per_cent_or_as_none_at_all(berkas):
    def percent(book):
        cell = cell_of(book["Kebijakan"], "Isi", "Batas capaian (%)")
        cell.value, cell.number_format = 1.1, "0%"

    pengaturan, _ = read_pengaturan(edited(berkas, percent), NAMA)
    assert pengaturan.kebijakan.batas_capaian == Decimal(110)
    data, _ = with_cell(berkas, "Kebijakan", "Isi", "Batas capaian (%)", "Tanpa")
    assert read_pengaturan(data, NAMA)[0].kebijakan.batas_capaian is None


def test_a_formula_that_was_never_calculated_is_said_so_and_not_read_as_blank(berkas):
    data, sel = with_cell(berkas, "Instansi", "Isi", "Tempat", '="Jene"&"ponto"')
    assert findings(data) == [("C110", "Instansi", sel)]


def test_a_text_that_looks_like_a_formula_stays_a_text(templat, contoh):
    changed = replace(contoh, instansi=replace(contoh.instansi, alamat="=1+1"))
    assert remade(templat, changed) == (changed, [])


@pytest.mark.parametrize("data", [b"", b"bukan berkas Excel", b"PK\x03\x04 rusak"])
def test_a_broken_file_is_unreadable_settings(data):
    with pytest.raises(SettingsUnreadable) as galat:
        read_pengaturan(data, NAMA)
    assert galat.value.code == "K202"


def test_a_template_that_lost_a_heading_or_a_line_is_refused(templat, contoh):
    for lembar, text in (("Pejabat", "Peran"), ("Instansi", "Tempat")):
        broken = edited(templat, lambda book, s=lembar, t=text: setattr(find(book[s], t), "value", "Lain"))
        with pytest.raises(TemplateBroken, match=text):
            make_pengaturan(broken, contoh)


def test_the_code_of_a_dark_colour_reads_in_white_on_it(templat, contoh):
    dark = contoh.skala.daftar_kategori[0]._replace(warna="006100")
    skala = replace(contoh.skala, daftar_kategori=(dark, *contoh.skala.daftar_kategori[1:]))
    sheet = load_workbook(BytesIO(make_pengaturan(templat, replace(contoh, skala=skala))))["Skala"]
    colours = {cell.value: str(cell.font.color.rgb)[-6:] for row in sheet.iter_rows() for cell in row
               if cell.value in {"006100", "FFFF00"}}
    assert colours == {"006100": "FFFFFF", "FFFF00": "000000"}
