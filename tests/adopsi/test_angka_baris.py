"""The figures of a row: money up to a quarter taken apart, months gathered, and what the plan keeps beside them."""

from __future__ import annotations

from decimal import Decimal

from tabel_teks import SOUND, read, sheet

from kinerja_xl.domain.adopsi.adopsi import adopt
from kinerja_xl.domain.adopsi.koreksi import Koreksi
from kinerja_xl.domain.adopsi.rencana import Penyusun
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan

D = Decimal
PENGATURAN = contoh_pengaturan(2026)
BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
         "Desember")


def test_an_amount_up_to_a_quarter_is_less_what_the_quarters_before_it_spent() -> None:
    (baris,) = read("""
        | Indikator Kinerja | Satuan | Target Tahunan | Pagu | Realisasi Anggaran TW I | Realisasi Anggaran TW II | Realisasi Anggaran s.d. TW III | Penanggung Jawab |
        | Jumlah keluarga   | Orang  | 100            | 5000000 | 1000000              | 500000                   | 2700000                        | PFM              |
    """).daftar_baris  # noqa: E501 - a worksheet as wide as it is
    assert baris.realisasi_anggaran_tw == (D(1_000_000), D(500_000), D(1_200_000), None)  # 2.7 - (1.0 + 0.5) million


def test_the_last_quarter_is_made_of_october_to_december() -> None:
    heads = " | ".join(f"Realisasi {bulan}" for bulan in BULAN)
    table = (f"| Indikator Kinerja | Satuan | Target Tahunan | {heads} | Penanggung Jawab |\n"
             f"| Jumlah keluarga | Orang | 780 | {' | '.join(str(10 * n) for n in range(1, 13))} | PFM |")
    (baris,) = adopt([sheet(table)], "Lembar.xlsx", Koreksi(bulanan="dijumlah")).daftar_baris
    assert baris.realisasi_tw == (60, 150, 240, 330)  # 10+20+30, 40+50+60, 70+80+90, 100+110+120
    (unanswered,) = adopt([sheet(table)], "Lembar.xlsx", Koreksi()).daftar_baris
    assert unanswered.realisasi_tw == (None,) * 4


def test_what_stands_beside_the_figures_is_kept_once_and_blanks_are_not() -> None:
    for baris in read(SOUND).daftar_baris:
        assert None not in baris.lain.values()
        assert not {"target_tahunan", "pagu", "satuan"} & set(baris.lain)
        assert (baris.satuan, baris.penanggung_jawab) == ("Orang", "PFM")


def test_a_target_in_per_cent_is_a_target_and_a_capaian_in_per_cent_is_computed_again() -> None:
    columns = {kolom.judul: kolom.sebutan for kolom in read("""
        | Indikator Kinerja | Satuan | Target Tahunan (%) | Capaian Kinerja (%) | Penanggung Jawab |
        | Persentase lansia | %      | 85                 | 100                 | PFM              |
    """).daftar_kolom}
    assert columns["Target Tahunan (%)"] == "Target tahunan"
    assert columns["Capaian Kinerja (%)"] == "Dihitung ulang"


def guessed(table: str) -> list[str]:
    penyusun = Penyusun(read(table), PENGATURAN.daftar_bidang, 2026)
    penyusun.make()
    return [dugaan.kolom for dugaan in penyusun.dugaan if dugaan.kolom.startswith("Target")]


def test_a_target_of_the_year_is_a_guess_only_where_no_column_tells_it() -> None:
    quarters = "Target TW I | Target TW II | Target TW III | Target TW IV | Penanggung Jawab |"
    row = "10 | 20 | 30 | 40 | PFM |"
    assert guessed(f"| Indikator Kinerja | Satuan | {quarters}\n| Jumlah lansia | Orang | {row}") == ["Target Tahunan"]
    for told in ("Target Tahunan", "Target Perubahan"):
        table = f"| Indikator Kinerja | Satuan | {told} | {quarters}\n| Jumlah lansia | Orang | 100 | {row}"
        assert guessed(table) == []
