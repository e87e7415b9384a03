"""Reports under several versions of the plan: a closed quarter keeps its own, a mixed one says who stands on which."""

from __future__ import annotations

from pathlib import Path

import pytest
from buku_rencana import new_basis, raise_pagu
from kantor_jalan import KABID, KASUBID, KantorUji
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
