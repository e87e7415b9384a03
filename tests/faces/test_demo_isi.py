"""The texts and figures of the demo: one for every row of the plan, of real length, and agreeing in themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.faces.demo.isian import isi_triwulan
from kinerja_xl.faces.demo.perubahan import appoint_plh, revise_plan
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.plan.plan_book import make_rencana, read_rencana
from kinerja_xl.workbook.settings.settings_book import make_pengaturan, read_pengaturan
from kinerja_xl.workbook.templates import shipped_template

TRIWULAN = (1, 2, 3, 4)
URAIAN = ("keterangan", "faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "rekomendasi")
TEXTS = [(n, kode, baris) for n in TRIWULAN for kode, baris in isi_triwulan(n).indikator.items()]


@pytest.fixture(scope="module")
def changed_plan() -> RencanaAksi:
    kantor = contoh_pengaturan(2026)
    data = make_rencana(shipped_template("Rencana Aksi.xlsx"), contoh_rencana(2026), kantor)
    read, catatan = read_rencana(revise_plan(data), "Rencana Aksi 2026.xlsx", kantor)
    assert catatan == ()
    assert read is not None
    return read


@pytest.mark.parametrize("triwulan", TRIWULAN)
def test_every_row_of_the_plan_is_filled_in_every_quarter(triwulan: int) -> None:
    isi, rencana = isi_triwulan(triwulan), contoh_rencana(2026)
    assert set(isi.indikator) == {i.kode for i in rencana.daftar_indikator if not i.digabung_dari}
    assert set(isi.anggaran) == {s.kode for s in rencana.daftar_subkegiatan}


def test_no_text_is_written_twice() -> None:
    texts = [teks for _, _, baris in TEXTS for nama, teks in baris.items() if nama in URAIAN]
    assert len(texts) == len(set(texts))


def test_at_least_four_fifths_of_the_rows_tell_everything_at_length() -> None:
    whole = [baris for _, _, baris in TEXTS if all(len(baris.get(nama, "")) >= 40 for nama in URAIAN)]
    assert len(TEXTS) == 48
    assert len(whole) >= 0.8 * 48
    assert all(teks.endswith(".") and len(teks) < 260 for _, _, baris in TEXTS for nama, teks in baris.items()
               if nama in URAIAN)


def test_one_of_each_kind_is_left_open_on_purpose() -> None:
    left = {(n, kode, nama) for n, kode, baris in TEXTS for nama in URAIAN if nama not in baris}
    assert left == {(3, "DAY-02", "faktor_pendorong"), (3, "DAY-02", "faktor_penghambat"),
                    (3, "DAY-04", "tindak_lanjut"), (4, "REH-02", "rekomendasi")}


def test_the_budget_rises_and_ends_between_85_and_99_per_cent_of_the_changed_plan(changed_plan: RencanaAksi) -> None:
    for sub in changed_plan.daftar_subkegiatan:
        amounts = [isi_triwulan(n).anggaran[sub.kode][1] for n in TRIWULAN]
        assert amounts == sorted(set(amounts))
        assert Decimal("0.12") <= amounts[0] / sub.pagu <= Decimal("0.28")
        assert Decimal("0.85") <= amounts[3] / sub.pagu <= Decimal("0.99")


def test_outputs_that_are_the_indicator_itself_agree_with_it() -> None:
    pairs = {"PFM-02": "1.06.05.2.02.0004", "DAY-02": "1.06.02.2.03.0014"}
    for n in TRIWULAN:
        isi = isi_triwulan(n)
        for kode, subkegiatan in pairs.items():
            assert isi.indikator[kode]["realisasi"] == isi.anggaran[subkegiatan][0]
        assert isi.indikator["LIN-01"]["pembilang"] == isi.anggaran["1.06.06.2.01.0001"][0]


def test_the_pk_perubahan_moves_money_and_adds_ten_families(changed_plan: RencanaAksi) -> None:
    before = contoh_rencana(2026)
    assert sum(s.pagu for s in changed_plan.daftar_subkegiatan) == sum(s.pagu for s in before.daftar_subkegiatan)
    assert (sum(i.pagu or 0 for i in changed_plan.daftar_indikator)
            == sum(s.pagu for s in changed_plan.daftar_subkegiatan))
    families = next(i for i in changed_plan.daftar_indikator if i.kode == "PFM-02")
    assert families.target_tw == (10, 20, 20, 10)
    assert (changed_plan.versi, changed_plan.berlaku_mulai) == (2, 3)
    assert all(row.alasan for row in changed_plan.daftar_perubahan)


def test_the_settings_with_a_plh_are_read_without_a_catatan() -> None:
    data = make_pengaturan(shipped_template("Pengaturan.xlsx"), contoh_pengaturan(2026))
    read, catatan = read_pengaturan(appoint_plh(data), "Pengaturan.xlsx")
    assert catatan == ()
    assert read is not None
    assert len(read.daftar_pejabat) == len(contoh_pengaturan(2026).daftar_pejabat) + 1
