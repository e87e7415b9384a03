"""Reports under several versions of the plan: a closed quarter keeps its own, a mixed one says who stands on which."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from buku_rencana import cell_of, new_basis, raise_pagu
from kantor_jalan import BERKAS, KABID, KASUBID, KantorUji
from openpyxl.cell import MergedCell
from versi_kedua import hand_in, play

from kinerja_xl.faces.cli import run

PK = "Perjanjian Kinerja Nomor 00/PK/CONTOH/2026 tanggal 5 Januari 2026"
PKP = "Perjanjian Kinerja Perubahan Nomor 9/DPPA/2026 tanggal 3 Juni 2026"


def printed(kantor: KantorUji, place: Path, jenis: str, *more: str) -> bytes:
    """A paper of TW I as a command writes it now."""
    code, _, err = kantor.report(jenis, "-o", str(place), *more)
    assert (code, err) == (0, "")
    return place.read_bytes()


def text_of(kantor: KantorUji, place: Path, jenis: str, *more: str) -> str:
    """The text of a paper of TW I."""
    printed(kantor, place, jenis, *more)
    kantor._capsys.readouterr()
    assert run(["lihat", str(place)]) == 0
    return str(kantor._capsys.readouterr().out)


@pytest.mark.parametrize("mulai", ["III", "I"], ids=["from TW III on", "from TW I on"])
def test_raising_a_pagu_after_tw_ii_leaves_a_reprinted_tw_i_unchanged(kantor: KantorUji, tmp_path: Path,
                                                                      mulai: str) -> None:
    kantor.play_to("direkomendasikan")
    kantor.jam = "2026-07-10T08:00"
    kantor.serve()  # TW II is issued
    papers = [("triwulan", ()), ("data-kinerja", ("--bidang", "LINJAMSOS")), ("bahan", ("--bidang", "LINJAMSOS"))]
    before = [printed(kantor, tmp_path / f"{jenis} 1.docx", jenis, *more) for jenis, more in papers]
    hand_in(kantor, lambda book: new_basis(book, mulai=mulai), raise_pagu)
    assert [printed(kantor, tmp_path / f"{jenis} 2.docx", jenis, *more) for jenis, more in papers] == before
    # under way and in force for TW II, too: only there the worksheet was issued again
    again = [act["tindakan"] for act in kantor.acts("2026-TW2-LINJAMSOS")]
    assert again == (["terbitkan", "terbitkan ulang"] if mulai == "I" else ["terbitkan"])


def test_a_mixed_quarter_says_who_stands_on_which_version_and_shows_old_and_new(kantor: KantorUji,
                                                                               tmp_path: Path) -> None:
    play(kantor, "LINJAMSOS", "diajukan")
    play(kantor, "REHSOS", "disetujui")
    hand_in(kantor)
    kantor.act(KABID, "Setujui")
    text = text_of(kantor, tmp_path / "laporan.docx", "triwulan")
    assert "Target kinerja dan pagu dalam laporan ini bersumber dari Rencana Aksi Tahun 2026." in text
    assert f"versi 2, {PKP}: Bidang Perlindungan dan Jaminan Sosial dan Bidang Penanganan Fakir Miskin." in text
    assert f"versi 1, {PK}: Bidang Rehabilitasi Sosial," in text
    # three indicators, one of them in place of a fourth, and a sub kegiatan; REHSOS was approved before
    assert f"berbeda dari versi 1, {PK}, pada 4 indikator dan 1 sub kegiatan sebagaimana" in text
    assert "| Pagu (Rp) | Rp180.000.000 | Rp200.000.000 | Tambahan stok penyangga. |" in text
    assert "| Target TW I | 72 | 30 | – |" in text
    assert "REH-01" not in text.partition("D. Rencana Aksi yang Digunakan")[2].partition("BAB II")[0]


def test_a_bidang_shows_what_changed_for_it_and_no_other(kantor: KantorUji, tmp_path: Path) -> None:
    play(kantor, "LINJAMSOS", "diperintahkan")
    hand_in(kantor)
    play(kantor, "LINJAMSOS", "diajukan")
    text = text_of(kantor, tmp_path / "laporan.docx", "data-kinerja", "--bidang", "LINJAMSOS")
    assert f"Rencana Aksi Tahun 2026 versi 2 ({PKP})" in text
    assert "| Pagu (Rp) | Rp180.000.000 | Rp200.000.000 | Tambahan stok penyangga. |" in text
    assert "PFM-02" not in text
    bahan = text_of(kantor, tmp_path / "bahan.docx", "bahan", "--bidang", "LINJAMSOS")
    assert "Rp180.000.000" not in bahan


def test_a_berkas_opened_again_after_the_report_brings_the_new_plan_into_the_next_one(kantor: KantorUji,
                                                                                     tmp_path: Path) -> None:
    kantor.play_to("direkomendasikan")
    hand_in(kantor, lambda book: new_basis(book, mulai="I"), raise_pagu)
    assert "Rp180.000.000" not in text_of(kantor, tmp_path / "1.docx", "triwulan")
    kantor.command("buka-kembali", "2026-TW1-LINJAMSOS", "--catatan", "Sesuaikan dengan DPPA.")
    kantor.serve()
    assert kantor.acts()[-1]["tindakan"] == "terbitkan ulang"
    kantor.act(KASUBID, "Kirim")
    assert "| Pagu (Rp) | Rp180.000.000 | Rp200.000.000 | – |" in text_of(kantor, tmp_path / "2.docx", "triwulan")


def raise_gathered(book: openpyxl.Workbook) -> None:
    """DAY-01 is put together from the two sub bidang, so no worksheet has its targets: 63 in TW I, from 60."""
    new_basis(book, "PK Perubahan", "I")
    cell_of(book, "Indikator", "Target Tahunan", "DAY-01").offset(column=1).value = 63


def test_a_gathered_indicator_follows_the_plan_that_came_in_force_while_the_quarter_was_under_way(
        kantor: KantorUji, tmp_path: Path) -> None:
    hand_in(kantor, raise_gathered)
    assert {int(str(kantor.row(berkas)["versi"])) for berkas in (BERKAS, "2026-TW1-DAYASOS-PERORANGAN")} == {1}
    text = text_of(kantor, tmp_path / "a.docx", "triwulan")
    assert "| Persentase PSKS aktif | % | 63 |" in text
    assert f"versi 2, {PKP}: indikator gabungan dan susunan unit." in text
    assert f"versi 1, {PK}: Bidang Rehabilitasi Sosial, " in text
    assert "| Target TW I | 60 | 63 | – |" in text


def test_a_gathered_indicator_of_a_quarter_that_was_approved_before_stays_as_it_was(kantor: KantorUji,
                                                                                   tmp_path: Path) -> None:
    for row in json.loads(kantor.command("status", "--json")[1]):
        kantor.command("tutup-tanpa-data", row["berkas"], "--catatan", "Tidak ada data.")
    before = printed(kantor, tmp_path / "a.docx", "triwulan")
    hand_in(kantor, raise_gathered)
    assert printed(kantor, tmp_path / "b.docx", "triwulan") == before


def drop_pfm(book: openpyxl.Workbook) -> None:
    """The plan no longer has the bidang PFM: its indicators, their history and its sub kegiatan go."""
    new_basis(book, "PK Perubahan", "I")
    for lembar in ("Indikator", "Program", "Riwayat Capaian"):
        for row in book[lembar].iter_rows():
            if any(str(cell.value).startswith("PFM") for cell in row):
                for cell in row:
                    if not isinstance(cell, MergedCell):
                        cell.value = None


def test_a_unit_that_the_plan_dropped_and_whose_worksheet_was_cancelled_leaves_the_report(kantor: KantorUji,
                                                                                         tmp_path: Path) -> None:
    hand_in(kantor, drop_pfm)
    assert "PFM-01" in text_of(kantor, tmp_path / "a.docx", "triwulan")  # the planner has not decided yet
    kantor.command("batalkan", "2026-TW1-PFM", "--catatan", "Bidang ini tidak ada lagi dalam rencana.")
    text = text_of(kantor, tmp_path / "b.docx", "triwulan")
    assert "Unit yang menyampaikan data | 0 dari 5 unit" in text
    assert "| PFM-01 | Persentase" not in text
    # the plan's pagu of Rp2.293.000.000 without PFM's three sub kegiatan: 130, 250 and 200 million
    assert "1.713.000.000" in text
    assert "2.293.000.000" not in text
