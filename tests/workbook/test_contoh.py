"""The sample office and the defaults: believable, complete, and plainly made up."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from kinerja_xl.domain.capaian.kategori import classify
from kinerja_xl.domain.indicators import Arah, Perhitungan, Predikat, Rentang, TingkatIndikator
from kinerja_xl.domain.nip import format_nip, nip_fault
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana, default_pengaturan

D = Decimal


def test_every_post_of_the_sample_office_is_held_by_a_made_up_person():
    kantor = contoh_pengaturan(2026)
    assert kantor.instansi.contoh
    holders = [kantor.pejabat(pelaksana, date(2026, 4, 10)) for pelaksana in kantor.daftar_pelaksana]
    assert None not in holders
    assert all(p.nama.startswith("Pejabat Contoh ") for p in kantor.daftar_pejabat)
    assert [nip_fault(p.nip) for p in kantor.daftar_pejabat] == [None] * len(kantor.daftar_pejabat)
    assert len({p.nip for p in kantor.daftar_pejabat}) == len(kantor.daftar_pejabat)
    assert {p.nip[:14] for p in kantor.daftar_pejabat} == {"19800101200501"}  # nobody's, and seen to be
    assert Peran.KEPALA_DINAS in {p.peran for p in kantor.daftar_pejabat}


def test_the_sample_office_has_a_sekretariat_and_four_bidang_with_their_own_titles():
    kantor = contoh_pengaturan(2026)
    assert [b.singkatan for b in kantor.daftar_bidang] == ["SEKRETARIAT", "REHSOS", "LINJAMSOS", "DAYASOS", "PFM"]
    sekretariat = kantor.daftar_bidang[0]
    assert [sekretariat.sebutan(p) for p in sekretariat.daftar_pelaksana] == ["Sekretaris", "Kasubag", "Analis"]


@pytest.mark.parametrize(("kode", "arah", "hitung", "tw", "tahun"), [  # domain facts 8.3
    ("REH-01", Arah.POSITIF, Perhitungan.POSISI, (D(25), D(50), D(75), D(100)), D(100)),
    ("LIN-01", Arah.POSITIF, Perhitungan.RATA, (D(100),) * 4, D(100)),
    ("LIN-02", Arah.NEGATIF, Perhitungan.RATA, (D(72),) * 4, D(72)),
    ("PFM-01", Arah.POSITIF, Perhitungan.RATA, (D(85),) * 4, D(85)),
    ("PFM-02", Arah.POSITIF, Perhitungan.JUMLAH, (D(10), D(20), D(15), D(5)), D(50)),
    ("DAY-01", Arah.POSITIF, Perhitungan.POSISI, (D(60), D(65), D(68), D(70)), D(70)),
    ("DAY-02", Arah.POSITIF, Perhitungan.JUMLAH, (D(0), D(30), D(30), D(0)), D(60)),
    ("SEK-01", Arah.POSITIF, Perhitungan.AKHIR, (None, None, None, Predikat("BB")), Predikat("BB")),
    ("SEK-02", Arah.POSITIF, Perhitungan.AKHIR, (None, None, None, D(82)), D(82)),
    ("SEK-03", Arah.NEGATIF, Perhitungan.AKHIR, (None, None, None, D(0)), D(0)),
])
def test_the_sample_indicators_are_those_of_the_domain_facts(kode, arah, hitung, tw, tahun):
    rencana = contoh_rencana(2026)
    found = next(i for i in rencana.daftar_indikator if i.kode == kode)
    assert (found.arah, found.perhitungan, found.target_tw, found.target_tahun) == (arah, hitung, tw, tahun)


def test_every_unit_of_the_sample_office_has_indicators_and_sub_kegiatan_to_fill():
    kantor, rencana = contoh_pengaturan(2026), contoh_rencana(2026)
    units = [(b.singkatan, sub) for b in kantor.daftar_bidang for sub in [s.singkatan for s in b.daftar_sub] or [None]]
    assert len(units) == 6  # one of the five bidang has two sub bidang
    assert set(rencana.daftar_unit) == set(units)
    for unit in units:
        part = rencana.of_unit(*unit)
        assert part.daftar_indikator
        assert part.daftar_subkegiatan


def test_the_sample_plan_holds_one_of_each_kind_and_leaves_one_of_each_open():
    rencana = contoh_rencana(2026)
    daftar = rencana.daftar_indikator
    assert (len(daftar), len(rencana.daftar_subkegiatan)) >= (12, 23)
    (total,) = [i for i in daftar if i.digabung_dari]
    assert (total.kode, total.bidang, total.tingkat) == ("DAY-01", None, TingkatIndikator.DINAS)
    parts = [i for i in daftar if i.kode in total.digabung_dari]
    assert {(i.sub_bidang, i.tingkat) for i in parts} == {("PERORANGAN", TingkatIndikator.SUB_BIDANG),
                                                         ("KELEMBAGAAN", TingkatIndikator.SUB_BIDANG)}
    assert [i.kode for i in daftar if isinstance(i.target_tahun, Rentang)] == ["REH-02"]
    assert [i.kode for i in daftar if i.baseline is None] == ["REH-02"]
    assert [i.kode for i in daftar if i.target_renstra is None] == ["DAY-04"]
    assert [i.kode for i in daftar if i.standar_nasional] == ["REH-01", "LIN-01"]


def test_two_earlier_years_are_known_and_the_last_one_is_the_baseline():
    rencana = contoh_rencana(2026)
    for indikator in rencana.daftar_indikator:
        years = {row.tahun: row.realisasi for row in rencana.daftar_riwayat if row.kode == indikator.kode}
        assert years.get(2025) == indikator.baseline
        assert set(years) == {"REH-02": set(), "DAY-03": {2025}, "DAY-04": {2025}}.get(indikator.kode, {2024, 2025})


def test_sample_sub_kegiatan_have_codes_under_their_kegiatan_and_targets_that_add_up():
    rows = contoh_rencana(2026).daftar_subkegiatan
    for row in rows:
        assert row.kode.startswith(f"{row.kode_kegiatan}.")
        assert row.kode_kegiatan.startswith(f"{row.kode_program}.")
        assert sum(row.target_tw) == row.target_tahun
        assert row.pagu % 1_000_000 == 0


def test_the_pagu_beside_the_indicators_adds_up_to_the_sheet_program():
    rencana = contoh_rencana(2026)
    assert sum(i.pagu or 0 for i in rencana.daftar_indikator) == sum(s.pagu for s in rencana.daftar_subkegiatan)


def test_a_new_office_starts_with_the_sops_times_and_hours():
    kantor = default_pengaturan(2026)
    assert {key: str(waktu) for key, waktu in kantor.mutu_baku.items()} == {
        "1": "15 menit", "2": "15 menit", "3": "1 hari", "4": "1 hari", "5": "1 jam", "6": "1 hari",
        "tahunan": "15 hari"}
    hours = kantor.daftar_jam_kerja[0].hari

    def minutes(at: time) -> int:
        return at.hour * 60 + at.minute

    worked = sum(minutes(h.selesai) - minutes(h.mulai) - minutes(h.istirahat_selesai) + minutes(h.istirahat_mulai)
                 for h in hours.values())
    assert worked == 37 * 60 + 30  # Perpres 21/2023: 37 hours 30 minutes a week
    assert not kantor.instansi.contoh
    assert (kantor.instansi.alamat, kantor.daftar_pejabat) == ("", ())
    assert {libur.tanggal.year for libur in kantor.daftar_libur} == {2026, 2027}


@pytest.mark.parametrize(("capaian", "kategori"), [  # domain facts 5.3 and 5.6, vector 23
    ("50.00", "Sangat Rendah"), ("50.01", "Rendah"), ("65.00", "Rendah"), ("65.01", "Sedang"), ("75.00", "Sedang"),
    ("75.01", "Tinggi"), ("90.00", "Tinggi"), ("90.004", "Tinggi"), ("90.005", "Sangat Tinggi"), ("0", "Sangat Rendah"),
])
def test_the_default_scale_has_no_gaps(capaian, kategori):
    assert classify(D(capaian), default_pengaturan(2026).skala).nama == kategori


def test_the_legal_basis_names_each_regulation_in_full():
    basis = default_pengaturan(2026).dasar_hukum
    for wanted in ("Nomor 25 Tahun 2009 tentang Pelayanan Publik", "Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas",
                   "Nomor 53 Tahun 2014 tentang Petunjuk Teknis", "Nomor 35 Tahun 2012 tentang Pedoman Penyusunan"):
        assert any(wanted in line for line in basis)


def test_a_nip_is_shown_in_its_four_parts():
    assert format_nip("198001012005011001") == "19800101 200501 1 001"
    assert format_nip("") == ""
