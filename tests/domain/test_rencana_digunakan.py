"""What reports say of the plan: its version and dasar, who stands on another one, and what changed in the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from laporan_uji import DICETAK, PERIODE, RENCANA, daftar_berkas, data_after, pengaturan, rows_of, sentences, table_of

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan, laporan_bidang
from kinerja_xl.domain.laporan.laporan_triwulan import LaporanTriwulan, laporan_triwulan
from kinerja_xl.domain.rencana_aksi import PerubahanRencana
from kinerja_xl.domain.sop.sop import Tindakan

PK, PKP = "Perjanjian Kinerja Nomor 1/PK/2026", "Perjanjian Kinerja Perubahan Nomor 9/PKP/2026"
BARU = replace(RENCANA, versi=2, berlaku_mulai=3, dasar=Dasar(JenisDasar.PK_PERUBAHAN, "9/PKP/2026", date(2026, 9, 1)))
ASAL = AsalRencana({1: PK, 2: PKP}, 1, (
    PerubahanRencana("RS-01", "Target TW III", "70", "75", "Menyesuaikan RKPD Perubahan."),
    PerubahanRencana("RS-09", "Indikator Kinerja", "Jumlah panti yang dibina", "–"),
    PerubahanRencana("1.06.04.2.01.0001", "Pagu (Rp)", "Rp350.000.000", "Rp400.000.000")))


def report(asal: AsalRencana | None = ASAL, versi: int = 2, *terdahulu: str) -> LaporanTriwulan:
    """The report of TW III: its worksheets are of this version of the plan, those of ``terdahulu`` of the first."""
    daftar = [replace(data, keadaan=data.keadaan and replace(
        data.keadaan, rencana_versi=1 if data.bidang in terdahulu else versi)) for data in daftar_berkas()]
    return laporan_triwulan(pengaturan(), RENCANA if versi == 1 else BARU, PERIODE, daftar, DICETAK, False, asal=asal)


def test_the_first_chapter_names_the_version_and_its_dasar() -> None:
    text = sentences(report().daftar_bab[0])
    assert f"bersumber dari Rencana Aksi Tahun 2026 versi 2, {PKP}." in text
    assert (f"yang digunakan dalam laporan ini berbeda dari versi 1, {PK}, pada 2 indikator dan 1 sub kegiatan "
            "sebagaimana Tabel <perubahan-rencana>.") in text


def test_old_and_new_stand_side_by_side_under_the_name_of_what_changed() -> None:
    tabel = table_of(report().daftar_bab, "perubahan-rencana")
    assert tabel.judul == "Perubahan Rencana Aksi Tahun 2026 terhadap versi 1"
    name = RENCANA.daftar_indikator[1].nama
    assert rows_of(tabel) == [
        [f"RS-01 – {name}"], ["Target TW III", "70", "75", "Menyesuaikan RKPD Perubahan."],
        ["RS-09 – Jumlah panti yang dibina"], ["Indikator Kinerja", "Jumlah panti yang dibina", "–", "–"],
        ["1.06.04.2.01.0001 – Penyediaan Permakanan"], ["Pagu (Rp)", "Rp350.000.000", "Rp400.000.000", "–"]]


def test_units_on_an_earlier_version_are_named() -> None:
    laporan = report(ASAL, 2, "LINJAMSOS", "SEKRETARIAT")
    text = sentences(laporan.daftar_bab[0])
    assert "tetap memakai versi sebelumnya" in text
    assert f"versi 1, {PK}: Sekretariat dan Bidang Perlindungan dan Jaminan Sosial." in text
    assert f"versi 2, {PKP}: Bidang Rehabilitasi Sosial" in text
    (note,) = table_of(laporan.lampiran, "rencana-aksi").keterangan
    assert str(note).startswith(f"Dasar: Rencana Aksi Tahun 2026 versi 2, {PKP}; versi 1, {PK} untuk Sekretariat dan "
                                "Bidang Perlindungan dan Jaminan Sosial. Capaian")


def test_a_year_with_one_version_has_neither_table_nor_sentence_about_changes() -> None:
    chapter = report(None, 1).daftar_bab[0]
    assert "berbeda dari" not in sentences(chapter)
    assert "versi 1, Perjanjian Kinerja Nomor 1/PK/2026 tanggal 5 Januari 2026." in sentences(chapter)
    assert [blok.kunci for blok in chapter.daftar_blok if hasattr(blok, "kunci")] == ["mekanisme"]


def test_a_target_that_no_number_can_say_is_shown_as_it_stands() -> None:
    row = PerubahanRencana("RS-01", "Target Tahunan", "BB", "A")
    tabel = table_of(report(replace(ASAL, perubahan=(row,))).daftar_bab, "perubahan-rencana")
    assert rows_of(tabel)[1] == ["Target Tahunan", "BB", "A", "–"]


def test_a_bidang_shows_its_own_changes_in_its_laporan_data_kinerja_only() -> None:
    unit = BARU.of_unit("REHSOS", None)
    assert unit.daftar_subkegiatan[0].pagu == Decimal(400000000)
    asal = replace(ASAL, perubahan=(ASAL.perubahan[0], ASAL.perubahan[2]))
    data, bahan = (laporan_bidang(jenis, pengaturan(), unit, PERIODE, data_after(act, "REHSOS"), asal)
                   for jenis, act in ((JenisLaporan.DATA_KINERJA, Tindakan.AJUKAN_LAPORAN),
                                      (JenisLaporan.BAHAN, Tindakan.SERAHKAN_BAHAN)))
    assert len(rows_of(table_of(data.daftar_bagian, "perubahan-rencana"))) == 4
    assert "perubahan-rencana" not in [blok.kunci for bab in bahan.daftar_bagian for blok in bab.daftar_blok
                                       if hasattr(blok, "kunci")]
    assert "Rencana Aksi Tahun 2026 versi 2 (Perjanjian Kinerja Perubahan Nomor 9/PKP/2026" in str(
        rows_of(data.identitas))
