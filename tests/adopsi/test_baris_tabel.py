"""The rows of a table: which of them are data, which names they bring, and whose code stands beside them."""

from __future__ import annotations

from tabel_teks import FAMILY, LANSIA, SOUND, read, table

from kinerja_xl.domain.adopsi.hasil import HasilAdopsi, Jenis

ANGKA_SAJA = "|  |  | 1 | 2 | 3 | 4 | 5 |  |"
TANPA_NAMA = "angka tanpa nama dan indikator"


def left_out(found: HasilAdopsi) -> list[str]:
    """Why rows of the table were left out."""
    return [one.alasan for one in found.daftar_dilewati if not one.alasan.startswith("judul: ")]


def test_numbers_of_columns_stand_in_the_first_two_rows_below_the_headings_and_no_lower() -> None:
    for rows in ((ANGKA_SAJA, FAMILY, LANSIA), (FAMILY, ANGKA_SAJA, LANSIA)):
        assert left_out(read(table(*rows))) == ["nomor kolom"]
    third = read(table(FAMILY, LANSIA, ANGKA_SAJA))
    assert left_out(third) == [TANPA_NAMA]
    assert any("berisi angka tanpa nama" in one.pertanyaan for one in third.daftar_pertanyaan)


def test_a_groups_name_that_stands_in_no_column_of_names_is_read() -> None:
    found = read("""
        | No | Indikator Kinerja | Satuan | Target Tahunan | Penanggung Jawab |
        | Program Rehabilitasi Sosial |  |  |  |  |
        | 1  | Jumlah keluarga   | Orang  | 100            | PFM |
        | 2  | Jumlah lansia     | Orang  | 40             | PFM |
    """).daftar_baris
    assert [(baris.jenis, baris.nama) for baris in found] == [
        (Jenis.PROGRAM, "Program Rehabilitasi Sosial"), (Jenis.INDIKATOR, None), (Jenis.INDIKATOR, None)]


def test_where_each_level_has_a_column_of_codes_an_indicator_below_them_has_none_of_its_own() -> None:
    found = read("""
        | Kode Program | Program          | Kode Kegiatan  | Kegiatan          | Indikator Kinerja | Satuan  | Target Tahunan | Penanggung Jawab |
        | 1.06.04      | Rehabilitasi     | 1.06.04.2.01   | Rehabilitasi Dasar | Jumlah lansia    | Orang   | 40             | PFM              |
        | 1.06.04      |                  | 1.06.04.2.01   |                   | Jumlah anak       | Orang   | 30             | PFM              |
    """).daftar_baris  # noqa: E501 - a worksheet as wide as it is
    assert [(baris.jenis, baris.kode) for baris in found] == [
        (Jenis.PROGRAM, "1.06.04"), (Jenis.KEGIATAN, "1.06.04.2.01"), (Jenis.INDIKATOR, None)]


def test_where_codes_come_in_parts_beside_one_column_of_names_they_are_joined() -> None:
    found = read("""
        | Kode Urusan | Kode Program | Program / Kegiatan | Indikator Kinerja | Satuan | Target Tahunan | Penanggung Jawab |
        | 1.06        | 04           | Rehabilitasi       | Jumlah lansia     | Orang  | 40             | PFM              |
    """).daftar_baris  # noqa: E501 - a worksheet as wide as it is
    assert [(baris.jenis, baris.kode) for baris in found] == [(Jenis.PROGRAM, "1.06.04")]


def test_rows_of_a_sound_table_are_all_data() -> None:
    found = read(SOUND)
    assert [baris.sumber for baris in found.daftar_baris] == ["Data!4", "Data!5"]
    assert left_out(found) == []
