"""Form E.81 of a quarter: eleven pairs of figures a row, the means below, by arithmetic written here.

The year is that of ``tahun_uji``: sums of money are up to a quarter there, so that a quarter's own is a difference.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from laporan_uji import pengaturan
from tahun_uji import DATA, DICETAK, LAYANAN, RENCANA, TAHUN, TATA, UNITS, data, indikator

from kinerja_xl.domain.e81.baris import Butir, butir_e81
from kinerja_xl.domain.e81.kaki import kaki_e81, mean_of
from kinerja_xl.domain.indicators import Indikator, Perhitungan
from kinerja_xl.domain.laporan.bahan import Bahan, gather_bahan
from kinerja_xl.domain.naskah.naskah import JenisBaris
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sumber import SumberHitung, SumberJejak

D = Decimal
PENANGANAN, REHABILITASI = "1.06.06 PROGRAM PENANGANAN BENCANA", "1.06.04 PROGRAM REHABILITASI SOSIAL"
MAKANAN, PSIKOSOSIAL = "1.06.06.2.01.0001 Penyediaan Makanan", "1.06.06.2.01.0005 Dukungan Psikososial"
TERLAYANI, WAKTU = "Persentase korban bencana yang terlayani (%)", "Rata-rata waktu penyaluran bantuan (Jam)"


def material(triwulan: int, rencana: RencanaAksi = RENCANA, delivered: frozenset[int] | None = None) -> Bahan:
    return gather_bahan(pengaturan(), rencana, Periode(TAHUN, triwulan),
                        tuple(data(unit, triwulan, delivered=delivered, rencana=rencana) for unit in UNITS), DICETAK,
                        True)


@pytest.fixture(scope="module")
def tw3() -> Bahan:
    return material(3)


def row(bahan: Bahan, nama: str) -> Butir:
    return next(butir for butir in butir_e81(bahan) if nama in (butir.nama, butir.indikator))


def kinerja(butir: Butir) -> list[str]:
    """K of columns 5 to 15, blank where the row has none."""
    return ["" if k is None else str(k) for k, _ in butir.nilai]


def rupiah(butir: Butir) -> list[str]:
    """Rp of columns 5 to 15."""
    return ["" if rp is None else str(rp) for _, rp in butir.nilai]


def test_rows_stand_by_program_with_its_indicators_then_kegiatan_and_sub_kegiatan(tw3: Bahan) -> None:
    assert [(butir.jenis, butir.nama or butir.indikator) for butir in butir_e81(tw3)] == [
        (JenisBaris.KELOMPOK, REHABILITASI), (JenisBaris.ISI, "Persentase usulan data yang diverifikasi (%)"),
        (JenisBaris.JUMLAH, "1.06.04.2.01 Kegiatan contoh"),
        (JenisBaris.ISI, "1.06.04.2.01.0001 Penyediaan Permakanan"),
        (JenisBaris.KELOMPOK, PENANGANAN), (JenisBaris.ISI, TERLAYANI), (JenisBaris.ISI, WAKTU),
        (JenisBaris.JUMLAH, "1.06.06.2.01 Kegiatan contoh"), (JenisBaris.ISI, MAKANAN), (JenisBaris.ISI, PSIKOSOSIAL),
        # what belongs to no program comes last
        (JenisBaris.ISI, "Nilai SAKIP Dinas Sosial (Predikat)"),
        (JenisBaris.ISI, "Jumlah temuan yang belum ditindaklanjuti (Temuan)")]
    assert [butir.sasaran for butir in butir_e81(tw3) if butir.sasaran] == [DATA, LAYANAN, LAYANAN, TATA, TATA]


def test_a_program_and_its_kegiatan_add_up_the_money_of_each_quarter(tw3: Bahan) -> None:
    # up to TW I 100 + 50, TW II 250 + 100, TW III 400 + 200; pagu 600 + 400; 600 of 1,000 are 60%
    expected = ["", "", "1.000", "150", "200", "250", "–", "600", "60%", "", ""]
    for nama in (PENANGANAN, "1.06.06.2.01 Kegiatan contoh"):
        assert rupiah(row(tw3, nama)) == expected
        assert kinerja(row(tw3, nama)) == [""] * 11


def test_two_kegiatan_of_a_program_have_their_own_sums() -> None:
    first, second, *others = RENCANA.daftar_subkegiatan
    apart = replace(RENCANA, daftar_subkegiatan=(
        first, replace(second, kode_kegiatan="1.06.06.2.02", kegiatan="Kegiatan kedua"), *others))
    bahan = material(3, apart)
    assert rupiah(row(bahan, PENANGANAN))[7] == "600"
    assert rupiah(row(bahan, "1.06.06.2.01 Kegiatan contoh"))[2:9] == [
        "600", "100", "150", "150", "–", "400", "66,67%"]  # 400 of 600
    assert rupiah(row(bahan, "1.06.06.2.02 Kegiatan kedua"))[2:9] == ["400", "50", "50", "100", "–", "200", "50%"]


def test_a_sub_kegiatan_has_output_above_money(tw3: Bahan) -> None:
    makanan, psikososial = row(tw3, MAKANAN), row(tw3, PSIKOSOSIAL)
    assert kinerja(makanan) == ["", "", "100", "10", "20", "30", "–", "60", "60%", "", ""]  # 10 + 20 + 30 of 100
    assert rupiah(makanan) == ["", "", "600", "100", "150", "150", "–", "400", "66,67%", "", ""]
    assert kinerja(psikososial) == ["", "", "20", "5", "5", "4", "–", "14", "70%", "", ""]
    assert (makanan.unit, makanan.capaian, makanan.serapan) == (
        "Bidang Perlindungan dan Jaminan Sosial", D(60), D("66.67"))


def test_an_indicator_is_held_against_the_year_and_the_renstra(tw3: Bahan) -> None:
    # mean of 100, 98 and 100; its history knows no 2025
    assert kinerja(row(tw3, TERLAYANI)) == [
        "100", "–", "100", "100", "98", "100", "–", "99,33", "99,33%", "99,33", "99,33%"]
    # the fewer the better: (2 x 80 - 60) / 80 of the year, (2 x 50 - 60) / 50 of the Renstra; 2025 reached 80
    assert kinerja(row(tw3, WAKTU)) == ["50", "80", "80", "60", "60", "60", "–", "60", "125%", "60", "80%"]
    # a position: the last one counts, 50 of 80 and 50 of 90; 2025 reached 70
    assert kinerja(row(tw3, "Persentase usulan data yang diverifikasi (%)")) == [
        "90", "70", "80", "15", "35", "50", "–", "50", "62,50%", "50", "55,56%"]
    assert rupiah(row(tw3, TERLAYANI)) == [""] * 11


def test_the_first_quarter_shows_nothing_of_later_ones() -> None:
    bahan = material(1)
    assert kinerja(row(bahan, MAKANAN))[2:9] == ["100", "10", "–", "–", "–", "10", "10%"]
    assert rupiah(row(bahan, MAKANAN))[2:9] == ["600", "100", "–", "–", "–", "100", "16,67%"]  # 100 of 600
    assert kinerja(row(bahan, TERLAYANI))[3:8] == ["100", "–", "–", "–", "100"]


def more(kode: str, perhitungan: Perhitungan, nama: str) -> Indikator:
    return indikator(kode, "REHSOS", DATA, nama, "Orang", perhitungan, D(4), (D(1),) * 4, renstra=D(20))


def test_what_adds_up_over_the_renstra_is_not_told_without_its_years_before() -> None:
    added = replace(RENCANA, daftar_indikator=(*RENCANA.daftar_indikator, more("X-01", Perhitungan.JUMLAH, "Jumlah")))
    # 1 + 1 + 1 of 4; columns 6, 14 and 15 would need every year since the Renstra began
    assert kinerja(row(material(3, added), "Jumlah (Orang)")) == [
        "20", "–", "4", "1", "1", "1", "–", "3", "75%", "–", "–"]


def test_who_answers_for_an_indicator_is_named_or_its_unit() -> None:
    named = replace(more("X-01", Perhitungan.JUMLAH, "Jumlah"), penanggung_jawab="Kepala Bidang Rehabilitasi")
    nobody = replace(more("X-02", Perhitungan.JUMLAH, "Milik bersama"), bidang=None)
    bahan = material(3, replace(RENCANA, daftar_indikator=(*RENCANA.daftar_indikator, named, nobody)))
    assert row(bahan, "Jumlah (Orang)").unit == "Kepala Bidang Rehabilitasi"
    assert row(bahan, "Milik bersama (Orang)").unit == "–"
    assert row(bahan, WAKTU).unit == "Bidang Perlindungan dan Jaminan Sosial"


def test_a_quarters_money_is_proved_by_two_cells_of_each_sub_kegiatan_the_first_by_one(tw3: Bahan) -> None:
    first, second, third, fourth = (rp.sumber for _, rp in row(tw3, PENANGANAN).nilai[3:7] if rp is not None)
    assert [len(sumber.masukan) for sumber in (first, second, third) if isinstance(sumber, SumberHitung)] == [2, 4, 4]
    assert isinstance(fourth, SumberJejak)


def test_the_year_before_is_proved_by_its_row_of_the_history_of_that_year_alone(tw3: Bahan) -> None:
    known, unknown = (row(tw3, nama).nilai[1][0] for nama in (WAKTU, TERLAYANI))
    assert known is not None
    assert unknown is not None
    assert "2025" in known.sumber.kunci
    assert "2025" in unknown.sumber.kunci
    assert not isinstance(known.sumber, SumberJejak)
    assert isinstance(unknown.sumber, SumberJejak)


# the block below

def test_the_means_are_of_capped_capaian_and_of_serapan(tw3: Bahan) -> None:
    kinerja_, anggaran, *_ = (paragraf.polos for paragraf in kaki_e81(tw3, list(butir_e81(tw3))))
    # 62.5, 75, 99.33, 125 as 100, 60 and 70: 466.83 / 6 = 77.805; Permendagri 86/2017: 76 to 90 is Tinggi
    assert kinerja_ == "Rata-rata capaian kinerja (K): 77,81%; predikat kinerja: Tinggi"
    # 70, 66.67 and 50: 186.67 / 3 = 62.22; 51 to 65 is Rendah
    assert anggaran == "Rata-rata capaian anggaran (Rp): 62,22%; predikat kinerja: Rendah"
    assert mean_of(tw3, []) is None


def test_a_mean_is_proved_by_the_figures_it_was_taken_of(tw3: Bahan) -> None:
    kinerja_, anggaran, *_ = kaki_e81(tw3, list(butir_e81(tw3)))
    for paragraf, members, word in ((kinerja_, 6, "Capaian"), (anggaran, 3, "Serapan")):
        source = next(piece.sumber for piece in paragraf.isi if not isinstance(piece, str))
        assert isinstance(source, SumberHitung)
        assert len(source.masukan) == members
        assert all(word in one.kunci for one in source.masukan)


def test_without_figures_there_is_no_mean_and_no_predikat() -> None:
    nothing = material(3, delivered=frozenset())
    kinerja_, anggaran, *_ = (paragraf.polos for paragraf in kaki_e81(nothing, list(butir_e81(nothing))))
    assert kinerja_ == "Rata-rata capaian kinerja (K): belum dapat dihitung; predikat kinerja: –"
    assert anggaran == "Rata-rata capaian anggaran (Rp): belum dapat dihitung; predikat kinerja: –"


def test_what_the_units_wrote_stands_below_word_for_word_and_once(tw3: Bahan) -> None:
    texts = [paragraf.polos for paragraf in kaki_e81(tw3, list(butir_e81(tw3)))][2:]
    assert texts == [
        "Faktor pendorong keberhasilan kinerja:", "Tidak ada uraian yang disampaikan.",
        "Faktor penghambat pencapaian kinerja:",
        "LJ-02 (Bidang Perlindungan dan Jaminan Sosial): Jembatan ke dua desa putus.",
        "Tindak lanjut yang diperlukan dalam triwulan berikutnya:", "Tidak ada uraian yang disampaikan.",
        "Tindak lanjut yang diperlukan dalam Renja Perangkat Daerah berikutnya:", "Tidak ada uraian yang disampaikan."]


def test_an_indicator_gathered_from_others_brings_no_text_of_its_own() -> None:
    plan = replace(RENCANA, daftar_indikator=tuple(
        replace(i, digabung_dari=("LJ-01",)) if i.kode == "LJ-02" else i for i in RENCANA.daftar_indikator))
    bahan = material(3, plan)
    assert not any("LJ-02" in paragraf.polos for paragraf in kaki_e81(bahan, list(butir_e81(bahan))))
