"""The working time that each step really took, with the arithmetic beside each expectation.

Office hours: Monday to Thursday 07.30-12.00 and 13.00-16.00, Friday 07.30-11.30 and 13.00-16.30, in Ramadan (19
February to 19 March 2026) 08.00-12.00 and 12.30-15.00. Friday 3 April 2026 is a day off.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from laporan_uji import DICETAK, PERIODE, RENCANA, daftar_berkas, pengaturan, rows_of, table_of
from waktu_uji import BIASA, RAMADAN, at, libur, make_pengaturan

from kinerja_xl.domain.laporan.bahan import TindakanTercatat, WaktuBerkas, gather_bahan
from kinerja_xl.domain.laporan.jejak import read_tindakan
from kinerja_xl.domain.laporan.laporan_triwulan import laporan_triwulan
from kinerja_xl.domain.laporan.waktu_baku import halaman_waktu, tabel_waktu_baku
from kinerja_xl.domain.laporan.waktu_tahap import (
    TAHAP,
    WaktuTahap,
    count_returns,
    mean_minutes,
    standard_minutes,
    waktu_tahap,
)
from kinerja_xl.domain.naskah.grafik import Grafik
from kinerja_xl.domain.naskah.naskah import Paragraf, Tabel
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.domain.sop.sop import Status, Tindakan

KANTOR = replace(make_pengaturan(libur(date(2026, 4, 3))), daftar_jam_kerja=(BIASA, RAMADAN))
T, S = Tindakan, Status

Langkah = tuple[str, Tindakan, Status]


def acts(terbit: str, *daftar: Langkah) -> tuple[TindakanTercatat, ...]:
    """The acts on a berkas issued at one moment, each at its own."""
    rows = [Peristiwa(JenisPeristiwa.TERBIT, at(terbit), "B", {
        "tahun": 2026, "triwulan": 1, "bidang": "LINJAMSOS", "sub_bidang": None, "rencana_versi": 1}, 1)]
    rows += [Peristiwa(JenisPeristiwa.TINDAKAN, at(waktu), "B", {
        "tindakan": tindakan.value, "ke": ke.value, "versi": n, "sha256_diterima": "a" * 64, "pejabat": "P"}, n)
        for n, (waktu, tindakan, ke) in enumerate(daftar, 2)]
    return read_tindakan(KANTOR, rows)


LURUS: tuple[Langkah, ...] = (
    ("2026-04-10 08.00", T.TUGASKAN, S.DITUGASKAN),
    ("2026-04-10 11.15", T.PERINTAHKAN, S.DIPERINTAHKAN),
    ("2026-04-10 15.45", T.SERAHKAN_BAHAN, S.BAHAN_DISERAHKAN),
    ("2026-04-13 07.45", T.AJUKAN_LAPORAN, S.DIAJUKAN),
)


@pytest.mark.parametrize(("terbit", "langkah", "menit"), [
    # issued before the office opens at 07.30: 07.30-08.00 = 30
    ("2026-04-10 06.10", LURUS, {T.TUGASKAN: 30,
                                 T.PERINTAHKAN: 195,  # 08.00-11.15
                                 T.SERAHKAN_BAHAN: 180,  # Friday's break: 11.15-11.30 = 15, 13.00-15.45 = 165
                                 T.AJUKAN_LAPORAN: 60}),  # Friday 15.45-16.30 = 45, Monday 07.30-07.45 = 15
    # a holiday in between: Thursday 2 April 15.30-16.00 = 30, Friday the 3rd off, Monday 07.30-09.00 = 90
    ("2026-04-02 15.30", (("2026-04-06 09.00", T.TUGASKAN, S.DITUGASKAN),), {T.TUGASKAN: 120}),
    # Ramadan: Monday 2 March 10.00-12.00 = 120, 12.30-15.00 = 150, Tuesday 08.00-08.30 = 30
    ("2026-03-02 10.00", (("2026-03-03 08.30", T.TUGASKAN, S.DITUGASKAN),), {T.TUGASKAN: 300}),
    # into Ramadan: Wednesday 18 February 15.30-16.00 = 30, Thursday 08.00-09.00 = 60
    ("2026-02-18 15.30", (("2026-02-19 09.00", T.TUGASKAN, S.DITUGASKAN),), {T.TUGASKAN: 90}),
    # done before the office opened: nothing was used
    ("2026-04-10 05.00", (("2026-04-10 07.15", T.TUGASKAN, S.DITUGASKAN),), {T.TUGASKAN: 0}),
])
def test_a_step_takes_the_office_hours_from_its_receipt_to_its_handing_on(
        terbit: str, langkah: tuple[Langkah, ...], menit: dict[Tindakan, int]) -> None:
    assert {tahap: waktu.menit for tahap, waktu in waktu_tahap(acts(terbit, *langkah)).items()} == menit


def test_a_return_is_time_of_the_step_that_returned_and_the_mending_of_the_step_that_mends() -> None:
    done = acts("2026-04-10 07.30", *LURUS,
                ("2026-04-13 08.30", T.KEMBALIKAN, S.DIKEMBALIKAN),  # 07.45-08.30 = 45
                ("2026-04-13 10.00", T.AJUKAN_LAPORAN, S.DIAJUKAN),  # 08.30-10.00 = 90
                ("2026-04-13 13.20", T.SETUJUI, S.DISETUJUI))  # 10.00-12.00 = 120, 13.00-13.20 = 20
    times = waktu_tahap(done)
    assert times[T.SETUJUI] == WaktuTahap(45 + 140, 2)
    assert times[T.AJUKAN_LAPORAN] == WaktuTahap(60 + 90, 2)
    assert count_returns(done) == 1


def test_what_was_taken_back_is_no_step_of_the_receiver() -> None:
    done = acts("2026-04-10 07.30", LURUS[0],
                ("2026-04-10 08.20", T.TARIK_KEMBALI, S.BARU),  # 08.00-08.20 with the Kasubid
                ("2026-04-10 08.30", T.TUGASKAN, S.DITUGASKAN))  # 07.30-08.00 and 08.20-08.30 with the Kabid
    assert waktu_tahap(done) == {T.TUGASKAN: WaktuTahap(40, 2), T.PERINTAHKAN: WaktuTahap(20, 0)}
    assert count_returns(done) == 0


def test_nobody_is_charged_while_nobody_held_the_berkas() -> None:
    path: tuple[Langkah, ...] = (
        *LURUS, ("2026-04-13 08.00", T.SETUJUI, S.DISETUJUI),
        ("2026-04-13 08.10", T.SERAHKAN_KE_PERENCANAAN, S.DITERIMA_PERENCANAAN),
        ("2026-04-13 09.10", T.REKOMENDASIKAN, S.DIREKOMENDASIKAN),
        ("2026-05-04 09.00", T.BUKA_KEMBALI, S.DIKEMBALIKAN))
    done = acts("2026-04-10 07.30", *path)
    assert waktu_tahap(done)[T.REKOMENDASIKAN] == WaktuTahap(60, 1)  # 08.10-09.10
    assert sum(waktu.kali for waktu in waktu_tahap(done).values()) == 7
    assert count_returns(done) == 1


def test_a_standard_day_is_the_offices_usual_working_day() -> None:
    minutes = {row.tindakan: standard_minutes(row, KANTOR) for row in TAHAP}
    # 37 hours 30 minutes in 5 days = 450 minutes a day
    assert minutes == {T.TUGASKAN: 15, T.PERINTAHKAN: 15, T.SERAHKAN_BAHAN: 450, T.AJUKAN_LAPORAN: 450,
                       T.SETUJUI: 60, T.SERAHKAN_KE_PERENCANAAN: None, T.REKOMENDASIKAN: 450}


def test_a_mean_of_half_a_minute_is_rounded_up() -> None:
    assert mean_minutes([WaktuTahap(10, 1), WaktuTahap(11, 1)]) == 11  # 10,5
    assert mean_minutes([WaktuTahap(10, 1), WaktuTahap(10, 1), WaktuTahap(11, 1)]) == 10  # 10,33
    assert mean_minutes([]) is None


def test_the_quarters_report_shows_the_sop_with_the_time_of_each_unit() -> None:
    report = laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False)
    table = table_of(report.daftar_bab, "waktu-baku")
    assert [k.judul for k in table.kolom[4:]] == ["SEKRETARIAT", "REHSOS", "LINJAMSOS", "DAYASOS", "PFM DATA"]
    rows = {(row[0], row[2], row[3]): row[4:] for row in rows_of(table)[:7]}
    # Monday 12 October: issued 07.30, assigned 07.42, ordered 08.00; material Tuesday 09.00: 4 + 3 + 1,5 hours
    assert rows["1", "Kabid", "15 menit"] == ["12 menit"] * 5
    assert rows["2", "Kasubid", "15 menit"] == ["18 menit"] * 5
    assert rows["3", "Analis", "1 hari"] == ["8 jam 30 menit"] * 3 + ["–", "17 jam"]  # PFM 14 October 10.00: + 8,5
    # report: Tuesday 09.00 to Wednesday 08.00 = 3 + 3 + 0,5 hours. LINJAMSOS sent Tuesday 14.00 (3 + 1 hours), got it
    # back at 14.30 and sent it again Wednesday 08.00 (1,5 + 0,5 hours): 6 hours in two rounds
    assert rows["4", "Kasubid", "1 hari"] == ["6 jam 30 menit"] * 2 + ["6 jam (2×)", "–", "3 jam"]
    # approval: 08.00-08.45; LINJAMSOS also 14.00-14.30 the day before
    assert rows["5", "Kabid", "1 jam"] == ["45 menit"] * 2 + ["1 jam 15 menit (2×)", "–", "30 menit"]
    assert rows["5", "Kasubid", "–"] == ["15 menit"] * 3 + ["–", "30 menit"]
    assert rows["6", "Kasubag Perencanaan", "1 hari"] == ["5 jam"] * 3 + ["–", "–"]  # 09.00-12.00, 13.00-15.00
    total, returned = (row[1:] for row in rows_of(table)[7:])
    # 12 + 18 + 510 + 390 + 45 + 15 + 300 = 1290 minutes = 21 hours 30 minutes
    assert total == ["21 jam 30 menit", "21 jam 30 menit", "21 jam 30 menit", "30 menit", "21 jam 30 menit"]
    assert returned == ["0 kali", "0 kali", "1 kali", "0 kali", "0 kali"]


def test_more_units_than_a_page_takes_go_on_in_another_table() -> None:
    many = tuple(replace(data, sub_bidang=f"S{n}") for n, data in enumerate(daftar_berkas() * 2))
    bahan = gather_bahan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, False)
    report_tables = list(tabel_waktu_baku(replace(bahan, daftar_berkas=many)))
    assert [len(table.kolom) - 4 for table in report_tables] == [6, 4]
    assert report_tables[1].judul.endswith("(bagian 2 dari 2)")


def test_the_years_page_says_where_the_time_went() -> None:
    year = [WaktuBerkas(3, data.bidang, data.daftar_tindakan) for data in daftar_berkas()]
    _, words, table, chart = halaman_waktu(pengaturan(), 2026, year)
    assert isinstance(words, Paragraf)
    assert isinstance(table, Tabel)
    assert isinstance(chart, Grafik)
    # 3 x 1290 + 1290 (PFM) + 30 (DAYASOS) = 5190 minutes = 86 hours 30 minutes; PFM: 12 + 18 + 1020 + 180 + 30 + 30
    # Bahan 3 x 510 + 1020 = 2550 of them: 49,1%
    assert words.polos.startswith("Pengumpulan data kinerja tahun 2026 memakai 86 jam 30 menit waktu kerja pada 5 "
                                  "berkas, dengan 1 kali pengembalian. Waktu terbanyak dipakai pada tahap bahan, yaitu "
                                  "49% dari seluruhnya.")
    bahan = next(row for row in rows_of(table) if row[0] == "Bahan")
    # 2550 : 4 = 637,5 minutes = 10 hours 38 minutes
    assert bahan == ["Bahan", "1 hari", "–", "–", "10 jam 38 menit", "–", "10 jam 38 menit", "4 kali"]
    assert chart.kategori == ("Penugasan", "Perintah", "Bahan", "Laporan", "Persetujuan", "Penyerahan", "Rekomendasi")
    baku, nyata = chart.seri
    assert baku.nilai == (*map(Decimal, ("0.25", "0.25", "7.5", "7.5", "1")), None, Decimal("7.5"))
    assert nyata.nilai[2] == Decimal("10.63")  # 638 : 60


def test_a_year_without_acts_has_no_page() -> None:
    assert halaman_waktu(pengaturan(), 2026, [WaktuBerkas(1, "PFM", ())]) == ()


def test_the_year_stands_in_the_report_that_is_given_it() -> None:
    year = [WaktuBerkas(3, data.bidang, data.daftar_tindakan) for data in daftar_berkas()]
    report = laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False, setahun=year)
    assert table_of(report.daftar_bab, "waktu-setahun")
    plain = laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False)
    assert "waktu-setahun" not in [blok.kunci for bab in plain.daftar_bab for blok in bab.daftar_blok
                                   if isinstance(blok, Tabel)]
