"""Further shapes of worksheets give the plan that a person reads in them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bentuk import BENTUK as BENTUK_AWAL
from bentuk import Bentuk, make_book
from bentuk_jebakan import BENTUK_JEBAKAN
from bentuk_lain import BENTUK_LAIN

from kinerja_xl.domain.adopsi.adopsi import adopt
from kinerja_xl.domain.adopsi.hasil import HasilAdopsi, json_value
from kinerja_xl.domain.adopsi.koreksi import Koreksi
from kinerja_xl.domain.adopsi.rencana import Penyusun
from kinerja_xl.domain.catatan import menolak
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.workbook.adopsi.read_source import read_source
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan
from kinerja_xl.workbook.plan.plan_book import make_rencana, read_rencana
from kinerja_xl.workbook.templates import shipped_template

BENTUK = {**BENTUK_AWAL, **BENTUK_LAIN, **BENTUK_JEBAKAN}
EMPAT = ("target_tw", "realisasi_tw", "realisasi_anggaran_tw")
PENGATURAN = contoh_pengaturan(2026)


def read(bentuk: Bentuk) -> HasilAdopsi:
    data = make_book(bentuk)
    preflight(data, "Lembar.xlsx")
    return adopt(read_source(data, "Lembar.xlsx"), "Lembar.xlsx", Koreksi())


def plan_of(bentuk: Bentuk) -> RencanaAksi:
    return Penyusun(read(bentuk), PENGATURAN.daftar_bidang, 2026).make()


@pytest.mark.parametrize("nama", BENTUK)
def test_the_rows_are_those_a_person_reads(nama: str) -> None:
    found = read(BENTUK[nama]).as_json()["baris"]
    assert isinstance(found, list)
    wanted = [{key: row.get(key, [None] * 4 if key in EMPAT else None) for key in found[0]}
              for row in BENTUK[nama].baris]
    for one, other in zip(found, wanted, strict=False):
        assert one == other
    assert len(found) == len(wanted)


@pytest.mark.parametrize("nama", BENTUK)
def test_the_plan_is_the_one_a_person_reads(nama: str) -> None:
    rencana = plan_of(BENTUK[nama])
    assert [(i.nama, i.sasaran, i.satuan, i.arah.value, i.perhitungan.value, json_value(i.target_tahun),
             tuple(map(json_value, i.target_tw)), i.bidang)
            for i in rencana.daftar_indikator] == list(BENTUK[nama].indikator)
    assert [(s.kode, s.nama, s.indikator, s.satuan, json_value(s.target_tahun), json_value(s.pagu), s.program, s.bidang)
            for s in rencana.daftar_subkegiatan] == list(BENTUK[nama].subkegiatan)
    assert [(r.nama, r.triwulan, json_value(r.realisasi)) for r in rencana.daftar_riwayat] == list(BENTUK[nama].riwayat)


@pytest.mark.parametrize("nama", BENTUK)
def test_what_is_doubtful_is_asked(nama: str) -> None:
    questions = " ".join(tanya.pertanyaan for tanya in read(BENTUK[nama]).daftar_pertanyaan)
    assert [word for word in BENTUK[nama].ditanya if word not in questions] == []


@pytest.mark.parametrize("nama", BENTUK)
def test_nothing_is_dropped_in_silence(nama: str) -> None:
    hasil = read(BENTUK[nama])
    sources = " ".join(x.sumber for x in (*hasil.daftar_baris, *hasil.daftar_dilewati, *hasil.daftar_kolom))
    assert [lembar for lembar in BENTUK[nama].lembar if lembar not in sources] == []


KURANG = {"Kota Tegal", "figures up to the quarter of the title", "a result for each sheet's quarter"}
"""Shapes without the targets of all quarters, or without any target: the planner has to add them."""


@pytest.mark.parametrize("nama", [nama for nama in BENTUK if nama not in KURANG])
def test_the_plan_can_be_handed_in(nama: str) -> None:
    data = make_rencana(shipped_template("Rencana Aksi.xlsx"), plan_of(BENTUK[nama]), PENGATURAN, draf=True)
    rencana, found = read_rencana(data, "Rencana Aksi 2026.xlsx", PENGATURAN)
    assert not menolak(found), [c for c in found if c.menolak]
    assert rencana is not None


def test_the_baseline_and_the_program_beside_a_sasaran_reach_the_plan() -> None:
    (first, second) = plan_of(BENTUK["two tables on one sheet"]).daftar_indikator
    assert (first.baseline, second.baseline) == (Decimal("80.5"), 4)
    assert first.tujuan == "Terwujudnya tata kelola yang baik"
    bencana, waktu, tksk = plan_of(BENTUK["AKSARA monev"]).daftar_indikator
    assert (bencana.program, tksk.program) == ("PROGRAM PENANGANAN BENCANA", "PROGRAM PEMBERDAYAAN SOSIAL")
    assert (bencana.rencana_aksi, bencana.pagu, waktu.pagu) == ("Menyalurkan bantuan", 250000000, None)


def test_steps_below_an_indicator_reach_the_plan_together() -> None:
    first, second = plan_of(BENTUK["steps below an indicator"]).daftar_indikator
    assert (first.rencana_aksi, second.rencana_aksi) == ("Pendataan; Verifikasi", "Pelatihan")


def test_a_printed_result_agrees_as_far_as_it_is_printed_and_a_total_may_be_of_one_level() -> None:
    capaian, total = (read(BENTUK[nama]).daftar_banding
                      for nama in ("T and R", "figures up to the quarter of the title"))
    assert [(b.sumber, b.cocok) for b in capaian] == [("Renaksi!N6", True), ("Renaksi!N7", True)]  # 21/85 = 24,7058...
    assert all(b.cocok for b in read(BENTUK["a result for each sheet's quarter"]).daftar_banding)  # 21/20, 42,5/85
    assert {b.sumber: b.cocok for b in total}["Realisasi!C9"]  # the programme's pagu, not the sum of all three levels


def test_columns_of_months_say_their_month_and_others_none() -> None:
    became = [kolom.menjadi for kolom in read(BENTUK["months"]).daftar_kolom]
    assert became[:3] == ["nomor", "indikator", "satuan"]
    assert [became[4], became[-1]] == ["realisasi_tw1_bulan1", "realisasi_tw4_bulan12"]


def test_what_stands_under_no_heading_is_told() -> None:
    left = {d.sumber: d.alasan for d in read(BENTUK["Perjanjian Kinerja"]).daftar_dilewati}
    assert left["PK 2026!A"] == "kolom tanpa judul, 2 sel terisi"  # "1." and "2." beside the programmes
    assert [place for place in left if place.startswith("PK 2026!") and place[8:].isalpha()] == ["PK 2026!A"]


_KEPALA = ["No", "Indikator", "Satuan", "Target"]


def test_a_cell_beside_the_last_row_of_a_table_is_told() -> None:
    rows = [["RENCANA AKSI 2026"], _KEPALA, [1, "Jumlah A", "Orang", 5], [2, "Jumlah B", "Orang", 6, None, "cek"]]
    left = {d.sumber: d.alasan for d in read(Bentuk({"RA": rows}, [])).daftar_dilewati}
    assert left["RA!F"] == "kolom tanpa judul, 1 sel terisi"


def test_the_year_is_the_one_that_a_title_calls_so() -> None:
    rows = [["Dasar: Peraturan Bupati, 2019"], ["RENCANA AKSI TAHUN 2026"], _KEPALA, [1, "Jumlah A", "Orang", 5]]
    assert read(Bentuk({"RA": rows}, [])).tahun == 2026


def test_columns_of_quarters_and_years_say_which() -> None:
    became = {kolom.menjadi for nama in ("AKSARA monev", "several years") for kolom in read(BENTUK[nama]).daftar_kolom}
    assert {"target_tw1", "target_tw4", "realisasi_tahun2024", "realisasi_tahun2025"} <= became
