"""A version of the plan against the one before it: reasons, rows that do not agree, quarters that keep their plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Arah, Indikator, Perhitungan, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana.hasil_rencana import MAX_PERUBAHAN, HasilRencana, make_surat_hasil
from kinerja_xl.domain.rencana.versi_rencana import (
    LetakRencana,
    check_version,
    is_same_plan,
    kept_quarters,
    with_reasons,
)
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi, RiwayatCapaian
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import Status

D = Decimal
PK = Dasar(JenisDasar.PK, "1/PK/2026", date(2026, 1, 5))
DPPA = Dasar(JenisDasar.DPPA, "9/DPPA/2026", date(2026, 8, 3))
X1 = Indikator("X-1", "Jumlah orang terlayani", "Orang", TingkatIndikator.BIDANG, "PFM", None, "", "Sasaran",
               Arah.POSITIF, Perhitungan.JUMLAH, D(100), (D(10), D(20), D(30), D(40)))
SUB = SubKegiatan("1.06.05.2.02.0001", "Pendataan", "Jumlah Orang", "Orang", "LINJAMSOS", None, D(4), (D(1),) * 4,
                  D(130_000_000))
LAMA = RencanaAksi(2026, (X1,), (SUB,), dasar=PK)
NAIK = replace(X1, target_tahun=D(120), target_tw=(D(10), D(20), D(40), D(50)))
BARU = replace(LAMA, daftar_indikator=(NAIK,), versi=2, dasar=DPPA, berlaku_mulai=3)
LETAK = LetakRencana({("X-1", "Target TW III"): Letak("Indikator", "N16")},
                     {"dasar": Letak("Indikator", "C7"), "versi": Letak("Indikator", "C11"),
                      "berlaku_mulai": Letak("Indikator", "C10")})


def row(kode: str = "", kolom: str = "", lama: str = "", baru: str = "", alasan: str = "DPPA") -> PerubahanRencana:
    return PerubahanRencana(kode, kolom, lama, baru, alasan)


def found(baru: RencanaAksi, *ditulis: PerubahanRencana, versi: int = 2, lama: RencanaAksi | None = LAMA,
          dikumpulkan: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    """The code and cell of everything said of a version with these rows on Perubahan."""
    baru = replace(baru, daftar_perubahan=ditulis)
    letak = replace(LETAK, perubahan=tuple(Letak("Perubahan", f"C{n}") for n in range(9, 9 + len(ditulis))),
                    riwayat=tuple(Letak("Riwayat Capaian", f"G{n}") for n in range(9, 9 + len(baru.daftar_riwayat))))
    return [(c.kode, c.sel) for c in check_version(lama, baru, versi, letak, dikumpulkan)]


@pytest.mark.parametrize(("jenis", "tertulis"), [
    (JenisDasar.PK, "Perjanjian Kinerja"), (JenisDasar.PK_PERUBAHAN, "Perjanjian Kinerja Perubahan"),
    (JenisDasar.DPA, "Dokumen Pelaksanaan Anggaran"), (JenisDasar.PERGESERAN, "Pergeseran Anggaran"),
    (JenisDasar.DPPA, "Dokumen Pelaksanaan Perubahan Anggaran")])
def test_a_dasar_is_written_in_full_as_papers_print_it(jenis: JenisDasar, tertulis: str) -> None:
    assert str(Dasar(jenis, "12/PK/2026", date(2026, 8, 3))) == f"{tertulis} Nomor 12/PK/2026 tanggal 3 Agustus 2026"
    assert str(Dasar(jenis)) == tertulis


def test_each_change_wants_its_reason_at_its_own_cell() -> None:
    # Target Tahunan, TW III and TW IV changed; only TW III has a place in this test
    assert found(BARU) == [("C627", "N16"), ("C627", ""), ("C627", "")]
    assert found(BARU, row("X-1", "Target Triwulan III", "30", "40")) == [("C627", ""), ("C627", "")]


@pytest.mark.parametrize("ditulis", [row("X-1"), row("x-1"), row(kolom="")])
def test_one_reason_may_stand_for_all_columns_or_all_codes(ditulis: PerubahanRencana) -> None:
    assert found(BARU, ditulis) == []


def test_a_row_without_a_reason_gives_none() -> None:
    assert [kode for kode, _ in found(BARU, row("X-1", alasan=""))] == ["C627"] * 3


@pytest.mark.parametrize(("lama", "baru", "kode"), [
    ("30", "40", None), ("30,00", "40 orang", None), ("", "", None), ("31", "40", "C628"), ("30", "45", "C628"),
    ("–", "40", "C628")])
def test_old_and_new_of_a_row_must_be_what_did_change(lama: str, baru: str, kode: str | None) -> None:
    said = [found for found in found(BARU, row("X-1"), row("X-1", "Target TW III", lama, baru)) if found[0] != "C627"]
    assert said == ([(kode, "C10")] if kode else [])


@pytest.mark.parametrize("ditulis", [row("X-1", "Sasaran Strategis", "a", "b"), row("Y-9"), row(kolom="Pagu (Rp)")])
def test_a_row_about_what_did_not_change_is_said(ditulis: PerubahanRencana) -> None:
    assert ("C629", "C10") in found(BARU, row("X-1"), ditulis)


@pytest.mark.parametrize(("ditulis", "sebutan"), [
    (row("X-1", "Sasaran Strategis"), "Sasaran Strategis X-1"), (row("Y-9"), "Y-9"),
    (row(kolom="Pagu (Rp)"), "Pagu (Rp)"), (row(), "semua kolom")])
def test_what_did_not_change_is_named_as_it_was_written(ditulis: PerubahanRencana, sebutan: str) -> None:
    unchanged = replace(LAMA, daftar_perubahan=(ditulis,), versi=2, dasar=DPPA)
    (said,) = check_version(LAMA, unchanged, 2, replace(LETAK, perubahan=(Letak("Perubahan", "C9"),)))
    assert said.kode == "C629"
    assert sebutan in said.pesan
    assert said.pesan.count("semua kolom") == (sebutan == "semua kolom")


def test_amounts_agree_in_whatever_way_they_are_written() -> None:
    mahal = replace(LAMA, daftar_subkegiatan=(replace(SUB, pagu=D(150_500_000)),), dasar=DPPA)
    for lama, baru in (("Rp130.000.000", "Rp150.500.000"), ("130.000.000", "Rp. 150.500.000,-"),
                       ("130000000", "150500000")):
        assert found(replace(mahal, versi=2), row(SUB.kode, "Pagu", lama, baru)) == []


def test_rows_of_the_version_before_are_history() -> None:
    old = row("Z-1", "Pagu (Rp)", "1", "2")
    assert found(BARU, old, row("X-1"), lama=replace(LAMA, daftar_perubahan=(old,))) == []
    assert found(BARU, old, lama=replace(LAMA, daftar_perubahan=(old,)))[-1][0] == "C627"  # and give no reason now


def test_a_changed_target_of_a_quarter_before_the_first_one_in_force_is_said() -> None:
    early = replace(BARU, daftar_indikator=(replace(X1, target_tw=(D(10), D(30), D(30), D(30))),))
    assert [kode for kode, _ in found(early, row("X-1"))] == ["C630"]  # TW II, in force from TW III; TW IV may
    assert found(replace(early, berlaku_mulai=2), row("X-1")) == []
    (said,) = check_version(LAMA, replace(early, daftar_perubahan=(row("X-1"),)), 2,
                            replace(LETAK, perubahan=(Letak("Perubahan", "C9"),)))
    assert "TW III" in said.pesan
    assert "Target TW II X-1" in said.pesan


def test_a_later_version_needs_its_dasar_and_the_first_one_does_not() -> None:
    assert ("C621", "C7") in found(replace(BARU, dasar=None), row("X-1"))
    assert found(replace(LAMA, dasar=None), versi=1, lama=None) == []


def test_the_ledger_numbers_the_versions_and_says_so() -> None:
    assert found(replace(BARU, versi=7), row("X-1")) == [("C631", "C11")]


def test_history_of_a_quarter_that_the_office_collected_is_said() -> None:
    quarters = ((2026, 1), (2026, 2), (2025, 2))
    riwayat = tuple(RiwayatCapaian("X-1", "", "", tahun, tw, None, D(1)) for tahun, tw in quarters)
    assert found(replace(LAMA, daftar_riwayat=riwayat), versi=1, lama=None, dikumpulkan=(2,)) == [("C632", "G10")]


def test_the_same_plan_under_another_number_is_the_same_and_another_dasar_is_not() -> None:
    assert is_same_plan(LAMA, replace(LAMA, versi=5))
    assert not is_same_plan(LAMA, replace(LAMA, dasar=DPPA))
    assert not is_same_plan(LAMA, replace(LAMA, daftar_perubahan=(row("X-1"),)))


def keadaan(bidang: str, triwulan: int, status: Status) -> Keadaan:
    return Keadaan(f"2026-TW{triwulan}-{bidang}", Periode(2026, triwulan), bidang, None, status, 1, 1,
                   datetime(2026, 10, 12, 8), "", frozenset())


@pytest.mark.parametrize(("status", "stays"), [
    (Status.DIAJUKAN, False), (Status.DIKEMBALIKAN, False), (Status.DISETUJUI, True), (Status.DIREKOMENDASIKAN, True),
    (Status.TIDAK_MENYAMPAIKAN, True)])
def test_what_was_approved_or_has_ended_keeps_its_plan_and_the_planner_is_told(status: Status, stays: bool) -> None:
    states = [keadaan("PFM", 3, status), keadaan("PFM", 2, status), keadaan("LINJAMSOS", 3, status)]
    told = kept_quarters(LAMA, BARU, states, LETAK)
    assert [(c.kode, c.sel) for c in told] == ([("C633", "C10")] if stays else [])
    assert all("TW III dari PFM sudah" in c.pesan for c in told)  # TW II is before it, LINJAMSOS does not differ


def test_the_letter_says_version_dasar_changes_reissues_and_what_to_look_at() -> None:
    changes = with_reasons(tuple(PerubahanRencana("X-1", f"Kolom {n}", str(n), str(n + 1)) for n in range(103)),
                           [row("X-1", "Kolom 0", alasan="Pergeseran pagu")])
    letter = make_surat_hasil(HasilRencana(BARU, datetime(2026, 8, 3, 9, 15), "Arsip/2026/Rencana/v2.xlsx", 1, changes,
                                           ("2026-TW3-PFM",), check_version(LAMA, BARU, 2, LETAK)))
    for part in ("2026, versi 2, menggantikan versi 1", "3 Agustus 2026 pukul 09.15", "TW III 2026",
                 "Dokumen Pelaksanaan Perubahan Anggaran Nomor 9/DPPA/2026 tanggal 3 Agustus 2026",
                 "Yang berubah (103)", "X-1 – Kolom 0: semula 0, menjadi 1. Alasan: Pergeseran pagu",
                 f"dan {103 - MAX_PERUBAHAN} lainnya", "2026-TW3-PFM", "Indikator!N16:", "(C627)"):
        assert part in letter
    assert "Kolom 100" not in letter


def test_the_letter_of_a_first_version_speaks_of_no_changes() -> None:
    letter = make_surat_hasil(HasilRencana(LAMA, datetime(2026, 1, 5, 8), "Arsip/v1.xlsx", None))
    assert "versi 1\n" in letter
    assert "berubah" not in letter.replace("mengubah", "")
    assert "Tidak ada yang perlu diperhatikan." in letter
    assert "Salinan resmi: Arsip/v1.xlsx\n\nTidak ada" in letter


def test_the_letter_says_why_the_workbook_was_left() -> None:
    left = "Berkas di folder Perencanaan tidak diganti, karena sedang dibuka oleh Pejabat Contoh 3."
    letter = make_surat_hasil(HasilRencana(LAMA, datetime(2026, 1, 5, 8), "Arsip/v1.xlsx", None, tertinggal=left))
    assert f"Salinan resmi: Arsip/v1.xlsx\n\n{left}\n\nTidak ada" in letter
