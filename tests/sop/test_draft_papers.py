"""Drafts: the paper of a step before its act, and papers on a PC that has only what the service published."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.kantor.checking import show_file

BAHAN_DRAF = "Bahan Laporan Data Kinerja LINJAMSOS TW I 2026 DRAF.docx"
BUKAN_NASKAH = "Naskah ini DRAF untuk dibaca, bukan untuk ditandatangani."
NOTE = "Selesaikan sebelum tanggal 11."


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def draft(kantor: KantorUji, jenis: str, role: str, out: Path) -> str:
    """The one draft of the worksheet that waits for a role, as text."""
    out.mkdir()
    code, told, err = kantor.report(jenis, "-o", str(out), "--isian", str(kantor.waiting(role)))
    assert (code, err) == (0, "")
    (paper,) = out.iterdir()
    assert told.strip() == f"Dokumen ditulis: {paper}"
    return paper.name + "\n" + show_file(paper)


def test_a_draft_shows_what_the_analis_has_filled_before_he_hands_it_in(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("diperintahkan")
    values = kantor.good_values()
    kode = next(kunci.baris for kunci in values if kunci.tabel == "indikator")
    kantor.fill(ANALIS, {**values, Kunci("indikator", kode, "realisasi_tw1"): Decimal("1734")})
    before = everything(kantor.akar)
    text = draft(kantor, "bahan", ANALIS, tmp_path / "hasil")
    assert text.startswith(BAHAN_DRAF)
    assert "1.734" in text
    assert "DRAF – BELUM FINAL" in text
    assert BUKAN_NASKAH in text
    assert "Tanpa kode: tindakannya belum dilakukan" in text
    assert "(belum dilakukan)" in text
    assert everything(kantor.akar) == before


def test_a_draft_leaves_the_service_as_it_was(kantor: KantorUji, tmp_path: Path) -> None:
    before = kantor.acts(), everything(kantor.data / "titipan")
    draft(kantor, "disposisi", KABID, tmp_path / "hasil")
    assert (kantor.acts(), everything(kantor.data / "titipan")) == before


def test_the_draft_of_a_disposisi_bears_the_note_that_stands_in_the_worksheet(
        kantor: KantorUji, tmp_path: Path) -> None:
    kantor.fill(KABID, catatan=NOTE)
    text = draft(kantor, "disposisi", KABID, tmp_path / "hasil")
    assert text.startswith("Disposisi 1 LINJAMSOS TW I 2026 DRAF.docx")
    assert NOTE in text
    assert BUKAN_NASKAH in text


@pytest.mark.parametrize(("status", "role", "jenis", "keluaran"), [
    ("ditugaskan", KASUBID, "disposisi", "Disposisi 2 LINJAMSOS TW I 2026 DRAF.docx"),
    ("bahan_diserahkan", KASUBID, "data-kinerja", "Laporan Data Kinerja LINJAMSOS TW I 2026 DRAF.docx"),
    ("diajukan", KABID, "data-kinerja", "Laporan Data Kinerja LINJAMSOS TW I 2026 DRAF.docx"),
    ("diajukan", KABID, "disposisi", "Disposisi 5 LINJAMSOS TW I 2026 DRAF.docx")])
def test_each_step_has_the_draft_of_its_own_output(
        kantor: KantorUji, tmp_path: Path, status: str, role: str, jenis: str, keluaran: str) -> None:
    kantor.play_to(status)
    assert draft(kantor, jenis, role, tmp_path / "hasil").startswith(keluaran)


def test_a_step_without_that_paper_says_so(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("disetujui")
    code, _, err = kantor.report("data-kinerja", "-o", str(tmp_path), "--isian", str(kantor.waiting(KASUBID)))
    assert code == 3
    assert err.startswith(f"K641: Berkas {BERKAS} berstatus Disetujui; langkah itu tidak menghasilkan dokumen baru.")


def test_no_draft_is_made_of_a_version_that_has_gone_on(kantor: KantorUji, tmp_path: Path) -> None:
    old = kantor.waiting(KABID).read_bytes()
    kantor.play_to("ditugaskan")
    (tmp_path / "lama.xlsx").write_bytes(old)
    code, _, err = kantor.report("disposisi", "-o", str(tmp_path), "--isian", str(tmp_path / "lama.xlsx"))
    assert code == 3
    assert err.startswith(f"K640: Lembar kerja {BERKAS} versi 1 bukan versi yang berlaku sekarang, yaitu versi 2.")


def test_a_pc_without_the_ledger_makes_papers_from_what_was_published_as_drafts(
        kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("bahan_diserahkan")
    kode = kantor.acts()[-1]["kode"]
    kantor.data = tmp_path / "tidak ada"
    code, _, err = kantor.report("bahan", "--bidang", "LINJAMSOS", "-o", str(tmp_path / "salinan.docx"))
    assert (code, err) == (0, "")
    text = show_file(tmp_path / "salinan.docx")
    assert f"Kode naskah {kode}" in text
    assert BUKAN_NASKAH in text
    assert not kantor.data.exists()


def test_the_quarter_is_a_draft_too_where_the_ledger_is_elsewhere(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("direkomendasikan")
    assert LEMBAR not in kantor.files(f"{PERENCANAAN}/Masuk")
    kantor.data = tmp_path / "tidak ada"
    code, _, err = kantor.report("triwulan", "-o", str(tmp_path / "triwulan.docx"))
    assert (code, err) == (0, "")
    assert "DRAF – BELUM FINAL" in show_file(tmp_path / "triwulan.docx")


def test_without_the_ledger_nothing_is_put_into_the_office(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("ditugaskan")
    kantor.data = tmp_path / "tidak ada"
    code, _, err = kantor.report("disposisi")
    assert code == 3
    assert err.startswith("K107")


def test_who_makes_a_draft_is_not_told_of_templates_that_he_may_not_see(kantor: KantorUji, tmp_path: Path) -> None:
    (kantor.akar / "Perencanaan" / "Templat" / "Lembar Disposisi.docx").write_bytes(b"rusak")
    assert draft(kantor, "disposisi", KABID, tmp_path / "hasil").startswith("Disposisi 1 LINJAMSOS TW I 2026 DRAF.docx")
