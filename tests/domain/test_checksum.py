"""The checksum in a worksheet: it stays where only own cells change, and where it stays nothing of others changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from periksa_uji import AJUKAN, REKOMENDASIKAN, SERAHKAN, SERAHKAN_JADI
from test_rights import CELLS, LAMA, RIGHTS, changed, without

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.lembar.checks import check_rights
from kinerja_xl.domain.lembar.checksum import checksum_of_others
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan

STEPS = (SERAHKAN, AJUKAN, REKOMENDASIKAN, SERAHKAN_JADI)
values = st.sampled_from([None, "", "0", "kosong", "85", "85,0", Decimal(0), Decimal(85), Decimal("85.0"), "Ya", True])
edits = st.lists(st.tuples(st.sampled_from(sorted(CELLS)), values), max_size=4)


def same(baru: LembarKerja, kegiatan: Kegiatan) -> bool:
    return checksum_of_others(baru, kegiatan) == checksum_of_others(LAMA, kegiatan)


def edited(made: list[tuple[str, object]]) -> LembarKerja:
    lk = LAMA
    for apa, isi in made:
        lk = changed(CELLS[apa], isi, lk)  # type: ignore[arg-type]
    return lk


@given(edits, st.sampled_from(STEPS))
def test_where_it_is_the_same_nothing_of_others_changed(made: list[tuple[str, object]], kegiatan: Kegiatan) -> None:
    baru = edited(made)
    assert kegiatan.peran is not None
    if same(baru, kegiatan):
        assert check_rights(LAMA, baru, kegiatan.peran, kegiatan) == ()


@pytest.mark.parametrize("kegiatan", STEPS[:3], ids=lambda kegiatan: kegiatan.tindakan.value)
@pytest.mark.parametrize("apa", list(CELLS))
def test_own_cells_leave_it_and_others_cells_change_it(kegiatan: Kegiatan, apa: str) -> None:
    assert kegiatan.peran is not None
    assert same(changed(CELLS[apa], True if apa == "bukti" else Decimal(77)), kegiatan) == (
        apa in RIGHTS[kegiatan.peran])


@pytest.mark.parametrize("apa", list(CELLS))
def test_an_approved_report_stands_whole_under_it(apa: str) -> None:
    assert not same(changed(CELLS[apa], Decimal(77)), SERAHKAN_JADI)


@pytest.mark.parametrize("lost", [("indikator", "IK2"), ("subkegiatan",), ("indikator", "IK1", "nama")])
def test_a_lost_row_table_or_cell_changes_it(lost: tuple[str, ...]) -> None:
    assert not same(without(lost), SERAHKAN)


def test_a_lost_column_changes_it_also_where_it_is_open() -> None:
    kept = {kunci: letak for kunci, letak in LAMA.letak.items() if kunci.kolom != "keterangan_tw1"}
    lost = replace(without(), sel={k: v for k, v in LAMA.sel.items() if k in kept}, letak=kept)
    assert [catatan.kode for catatan in check_rights(LAMA, lost, Peran.ANALIS)] == ["C404"]
    assert not same(lost, SERAHKAN)


def test_a_worksheet_of_no_quarter_has_no_open_column() -> None:
    none = replace(LAMA, identitas=LAMA.identitas._replace(triwulan=None))
    none = replace(none, sel={k: v for k, v in none.sel.items() if not k.kolom.startswith("keterangan")},
                   letak={k: v for k, v in none.letak.items() if not k.kolom.startswith("keterangan")})
    filled = changed(("indikator", "IK1", "realisasi_tw1"), Decimal(77), none)
    assert checksum_of_others(filled, SERAHKAN) != checksum_of_others(none, SERAHKAN)


def test_a_row_that_only_has_open_cells_counts_as_a_row() -> None:
    assert not same(changed(("indikator", "IK9", "realisasi_tw1"), Decimal(1)), SERAHKAN)


def test_the_order_of_the_rows_and_how_a_number_is_written_say_nothing() -> None:
    assert same(replace(LAMA, sel=dict(reversed(LAMA.sel.items()))), SERAHKAN)
    assert same(changed(("indikator", "IK1", "target_tw1"), "10,0"), SERAHKAN)
    zero = changed(("indikator", "IK2", "rekomendasi_tw1"), Decimal(0))
    assert not same(zero, SERAHKAN)  # 0 is a value, blank is none


def test_the_quarter_counts() -> None:
    assert not same(replace(LAMA, identitas=LAMA.identitas._replace(triwulan=2)), SERAHKAN)


def test_where_no_role_acts_there_is_none() -> None:
    for kegiatan in KEGIATAN:
        assert (checksum_of_others(LAMA, kegiatan) == "") == (kegiatan.peran is None)


def test_it_tells_the_cells_and_a_check_value() -> None:
    assert Kunci("indikator", "IK1", "nama") in LAMA.sel
    count, value = checksum_of_others(LAMA, SERAHKAN).split("-")
    assert int(count) > len([isi for isi in LAMA.sel.values() if isi is not None]) - len(RIGHTS)
    assert len(value) == 8
