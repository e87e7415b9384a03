"""What the planner corrected on the sheet Adopsi: only what differs from what was read, only where it still stands."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.adopsi.hasil import BarisAdopsi, Dilewati, HasilAdopsi, Jenis, KolomAdopsi
from kinerja_xl.domain.adopsi.istilah import Arti, Makna
from kinerja_xl.domain.adopsi.koreksi import Koreksi, corrections
from kinerja_xl.domain.adopsi.laporan import BULANAN, TAHUN, Bagian, BarisLaporan
from kinerja_xl.domain.adopsi.sebutan import SEBUTAN_ARTI, SEBUTAN_JENIS

SATUAN = KolomAdopsi("Data!C", "Satuan", "satuan", "pasti", SEBUTAN_ARTI[Arti.SATUAN])
HASIL = HasilAdopsi((BarisAdopsi("Data!A9", Jenis.PROGRAM),), (SATUAN,), (Dilewati("Data!A12", "baris jumlah"),), ())


def told(bagian: Bagian, sumber: str, isi: str, menjadi: str) -> tuple[Koreksi, tuple[str, ...]]:
    return corrections([BarisLaporan(bagian, sumber, isi, menjadi)], HASIL)


def nothing(found: tuple[Koreksi, tuple[str, ...]]) -> bool:
    return found == (Koreksi(), ())


def test_a_column_given_another_meaning_is_a_correction_while_its_heading_stands() -> None:
    other = SEBUTAN_ARTI[Arti.KODE]
    assert told(Bagian.KOLOM, "Data!C", "Satuan", other) == (Koreksi(kolom={"Data!C": Makna(Arti.KODE)}), ())
    assert nothing(told(Bagian.KOLOM, "Data!C", "Satuan", SEBUTAN_ARTI[Arti.SATUAN]))
    assert nothing(told(Bagian.KOLOM, "Data!C", "Judul lain", other))
    assert nothing(told(Bagian.KOLOM, "Data!D", "Satuan", other))
    assert nothing(told(Bagian.BARIS, "Data!C", "Satuan", other))


def test_a_meaning_that_nobody_knows_is_told_with_its_place() -> None:
    assert told(Bagian.KOLOM, "Data!C", "Satuan", "Ukuran") == (Koreksi(), ("Data!C: “Ukuran”",))


def test_a_row_given_another_kind_is_a_correction_also_where_it_was_left_out() -> None:
    kegiatan, program = SEBUTAN_JENIS[Jenis.KEGIATAN], SEBUTAN_JENIS[Jenis.PROGRAM]
    assert told(Bagian.BARIS, "Data!A9", "", kegiatan) == (Koreksi(baris={"Data!A9": "kegiatan"}), ())
    assert told(Bagian.BARIS, "Data!A12", "", program) == (Koreksi(baris={"Data!A12": "program"}), ())
    assert told(Bagian.BARIS, "Data!A9", "", "Dilewati") == (Koreksi(baris={"Data!A9": "dilewati"}), ())
    assert nothing(told(Bagian.BARIS, "Data!A9", "", program))
    assert nothing(told(Bagian.BARIS, "Data!A12", "", "Dilewati"))
    assert nothing(told(Bagian.BARIS, "Data!A99", "", program))
    assert nothing(told(Bagian.KOLOM, "Data!A9", "", kegiatan))
    assert told(Bagian.BARIS, "Data!A9", "", "Bab") == (Koreksi(), ("Data!A9: “Bab”",))


def test_a_bidang_counts_where_one_is_named() -> None:
    assert told(Bagian.BIDANG, "", "Linjamsos", "LINJAMSOS") == (Koreksi(bidang={"Linjamsos": "LINJAMSOS"}), ())
    assert nothing(told(Bagian.BIDANG, "", "Linjamsos", ""))


@pytest.mark.parametrize(("bagian", "isi", "menjadi", "tahun"), [
    (Bagian.UMUM, TAHUN, "2026", 2026), (Bagian.UMUM, TAHUN, "1999", None), (Bagian.UMUM, TAHUN, "tahun 2026", None),
    (Bagian.UMUM, "Lain", "2026", None), (Bagian.BARIS, TAHUN, "2026", None)])
def test_a_year_of_this_century_is_taken_from_its_line(
        bagian: Bagian, isi: str, menjadi: str, tahun: int | None) -> None:
    assert told(bagian, "", isi, menjadi) == (Koreksi(tahun=tahun), ())


def test_how_months_count_is_one_of_four_ways() -> None:
    assert told(Bagian.UMUM, "", BULANAN, "Rata-rata") == (Koreksi(bulanan="rata-rata"), ())
    assert nothing(told(Bagian.UMUM, "", BULANAN, ""))
    assert nothing(told(Bagian.KOLOM, "", BULANAN, "rata-rata"))
    _, unknown = told(Bagian.UMUM, "", BULANAN, "Dikali")
    assert unknown == (f"{BULANAN}: “dikali”",)
