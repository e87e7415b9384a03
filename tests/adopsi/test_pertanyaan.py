"""What adoption asks the planner, of tables written here as text: each question where it is due, and only there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tabel_teks import FAMILY, SOUND, read, table, tables

from kinerja_xl.domain.adopsi.hasil import Banding, BarisAdopsi, Jenis
from kinerja_xl.domain.adopsi.pertanyaan import ask

D = Decimal
TAHUN = "Tahun rencana tidak tertulis pada judul. Tahun berapa?"
SATUAN = "Apa satuan indikator ini?"


def asked(tabel: str, **more: object) -> list[str]:
    return [one.pertanyaan for one in read(tabel, **more).daftar_pertanyaan]


def test_a_sound_table_is_asked_nothing() -> None:
    assert asked(SOUND) == []


def test_a_year_that_stands_nowhere_is_asked() -> None:
    assert asked(SOUND, title="RENCANA AKSI") == [TAHUN]


def test_a_unit_that_is_missing_is_asked_with_its_place() -> None:
    (one,) = read(table(FAMILY, "| Jumlah lansia |  | 40 | 10 | 10 | 10 | 10 | PFM |")).daftar_pertanyaan
    assert one.pertanyaan == SATUAN
    assert "5" in one.sumber  # the second row below the headings of row 3


def test_where_no_table_is_known_that_is_the_only_question() -> None:
    assert [one.pertanyaan for one in ask((), (), (), (), None)] == [
        "Tidak ada tabel yang dikenali. Apakah berkas ini memuat Rencana Aksi atau evaluasi?"]


def test_targets_of_quarters_that_do_not_reach_the_years_are_asked_about() -> None:
    assert any("triwulan" in question for question in asked(table(
        FAMILY, "| Jumlah lansia | Orang | 40 | 10 | 10 |  |  | PFM |")))
    for enough in ("| Jumlah lansia | Orang | 40 |  |  |  | 40 | PFM |",
                   "| Jumlah lansia | Orang | 20 | 10 | 10 |  |  | PFM |"):
        assert asked(table(FAMILY, enough)) == []


def test_a_share_written_as_a_hundredth_is_asked_about() -> None:
    slip = "| Persentase lansia | % | 85 | 0.85 | 85 | 85 | 85 | PFM |"
    assert any("0,85 untuk 85%" in question for question in asked(table(FAMILY, slip)))


def rows(*kinds: tuple[Jenis, str | None]) -> list[BarisAdopsi]:
    return [BarisAdopsi(f"Data!A{n}", jenis, kode=kode) for n, (jenis, kode) in enumerate(kinds, start=9)]


@pytest.mark.parametrize(("daftar", "ditanya"), [
    (rows((Jenis.PROGRAM, "1.06.02"), (Jenis.PROGRAM, "1.06.02")), True),
    (rows((Jenis.PROGRAM, "1.06.02"), (Jenis.PROGRAM, "1.06.04")), False),
    (rows((Jenis.PROGRAM, None), (Jenis.PROGRAM, None)), False),
    (rows((Jenis.PROGRAM, "1.06.02"), (Jenis.INDIKATOR, "1.06.02")), False)])
def test_a_code_that_stands_twice_is_asked_about(daftar: list[BarisAdopsi], ditanya: bool) -> None:
    found = [one for one in ask(tables(SOUND), daftar, (), (), 2026) if "1.06.02" in f"{one.pertanyaan} {one.sumber}"
             or "kode" in one.pertanyaan.casefold()]
    assert bool(found) is ditanya


def test_a_printed_result_that_is_wrong_is_told_with_ours() -> None:
    compared = [Banding("Data!H9", D("97.5"), D("80"), "rata-rata"), Banding("Data!H10", D(5), None, ""),
                Banding("Data!H11", D(5), D(5), "")]
    (one,) = ask(tables(SOUND), (), (), compared, 2026)
    assert "Data!H9 tercetak 97,5, dihitung ulang 80 (rata-rata)" in one.pertanyaan
    assert ask(tables(SOUND), (), (), compared[1:], 2026) == ()


def test_the_names_that_an_indent_tells_hold_from_the_first_row_on() -> None:
    tabel = """
        | Program / Kegiatan / Sub Kegiatan | Indikator         | Satuan  | Target Tahunan | Pagu    |
        | Perlindungan Sosial               | Jumlah keluarga   | Orang   | 10             | 3000000 |
        | Penyaluran Bantuan                | Jumlah kelompok   | Kelompok | 5             | 2000000 |
        | Pendataan Fakir Miskin            | Jumlah dokumen    | Dokumen | 2              | 1000000 |
    """
    found = read(tabel, inden={5: 1, 6: 2}).daftar_baris
    assert [baris.jenis for baris in found] == [Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN]


def test_the_quarter_of_figures_without_one_is_asked_unless_the_sheet_or_a_column_tells_it() -> None:
    question = "Triwulan berapa yang dimaksud kolom target atau realisasi tanpa keterangan triwulan?"
    plain = """
        | Indikator Kinerja | Satuan | Realisasi | Penanggung Jawab |
        | Jumlah keluarga   | Orang  | 10        | PFM              |
    """
    told = """
        | Indikator Kinerja | Triwulan | Satuan | Realisasi | Penanggung Jawab |
        | Jumlah keluarga   | II       | Orang  | 10        | PFM              |
    """
    assert question in asked(plain)
    assert question not in asked(plain, title="EVALUASI TRIWULAN II TAHUN 2026")
    assert question not in asked(told)
    assert question not in asked(told, title="EVALUASI TRIWULAN II TAHUN 2026")
