"""The papers that acts bring forth: where they lie, which edition, and what a person changed stays."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from kantor_jalan import ANALIS, KABID, KASUBID, PERENCANAAN, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.sop.sop import KEGIATAN
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.kantor.documents.act_papers import DAFTAR_NASKAH
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

CETAK = "LINJAMSOS/Cetak/2026 TW I"
ARSIP = "Arsip/2026/TW I/LINJAMSOS"
BAHAN = "Bahan Laporan Data Kinerja LINJAMSOS TW I 2026.docx"
LAPORAN = "Laporan Data Kinerja LINJAMSOS TW I 2026.docx"
NOTE = "Periksa kembali realisasi bulan Maret."


def papers(kantor: KantorUji, folder: str, beginning: str) -> list[str]:
    return [name for name in kantor.files(folder) if name.startswith(beginning)]


def change_a_figure(kantor: KantorUji, nilai: int) -> dict[Kunci, Decimal]:
    sheet = read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), "x")
    return {Kunci("indikator", sheet.baris("indikator")[0], "realisasi_tw1"): Decimal(nilai)}


def test_each_output_of_the_sop_has_its_papers() -> None:
    expected = {  # contract section 4
        "Disposisi": ["disposisi"], "Bahan Laporan Data Kinerja": ["bahan"], "Laporan Data Kinerja": ["data-kinerja"],
        "Laporan + Disposisi": ["disposisi", "data-kinerja"],
        "Salinan arsip": [], "Laporan Triwulan": [], "Laporan Kinerja (LKjIP)": [], None: []}
    assert {row.keluaran: [n.dokumen for n in DAFTAR_NASKAH if row.keluaran in n.keluaran]
            for row in KEGIATAN} == expected


def test_handing_in_the_bahan_brings_forth_its_paper(kantor: KantorUji) -> None:
    kantor.play_to("bahan_diserahkan")
    paper = kantor.akar / CETAK / BAHAN
    assert (kantor.akar / ARSIP / BAHAN).read_bytes() == paper.read_bytes()
    text = show_file(paper)
    assert "[Judul Laporan] BIDANG PERLINDUNGAN DAN JAMINAN SOSIAL" in text
    assert "| Lembar Kerja | 2026-TW1-LINJAMSOS, versi 4, putaran 1 |" in text
    assert f"Kode naskah {kantor.acts()[-1]['kode']}" in text
    assert papers(kantor, CETAK, "Laporan") == []


def test_the_approved_edition_takes_the_place_of_the_submitted_one_and_both_are_archived(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    submitted = (kantor.akar / CETAK / LAPORAN).read_bytes()
    assert "BELUM DISETUJUI" in show_file(kantor.akar / CETAK / LAPORAN)
    kantor.act(KABID, "Setujui")
    approved = kantor.akar / CETAK / LAPORAN
    text = show_file(approved)
    code = kantor.acts()[-1]["kode"]
    assert "BELUM DISETUJUI" not in text
    assert f"(kode Lembar Disposisi {code})" in text
    assert code in show_file(kantor.akar / CETAK / "Disposisi 5 LINJAMSOS TW I 2026.docx")
    assert papers(kantor, CETAK, "Laporan") == [LAPORAN]
    archived = {(kantor.akar / ARSIP / name).read_bytes() for name in papers(kantor, ARSIP, "Laporan")}
    assert archived == {submitted, approved.read_bytes()}


def test_after_a_return_the_new_edition_replaces_the_unchanged_one(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    kantor.act(KABID, "Kembalikan", catatan=NOTE)
    first = show_file(kantor.akar / CETAK / LAPORAN)
    kantor.act(KASUBID, "Kirim", change_a_figure(kantor, 95))
    second = show_file(kantor.akar / CETAK / LAPORAN)
    assert papers(kantor, CETAK, "Laporan") == [LAPORAN]
    assert ("putaran 1" in first, "putaran 2" in second) == (True, True)
    assert ("realisasi 95%" in first, "realisasi 95%" in second) == (False, True)
    title = "[Judul Laporan] TRIWULAN I TAHUN 2026 – PUTARAN 2 (SETELAH PERBAIKAN)"
    assert (title in first, title in second) == (False, True)


def test_an_edition_that_somebody_wrote_in_stays(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    edited = kantor.akar / CETAK / LAPORAN
    edited.write_bytes(edited.read_bytes() + b"catatan Kasubid")
    before = edited.read_bytes()
    kantor.act(KABID, "Setujui")
    assert edited.read_bytes() == before
    assert papers(kantor, CETAK, "Laporan") == [LAPORAN.replace(".docx", " (2).docx"), LAPORAN]


def test_later_editions_beside_a_changed_one_replace_each_other(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    edited = kantor.akar / CETAK / LAPORAN
    edited.write_bytes(edited.read_bytes() + b"catatan Kasubid")
    before = edited.read_bytes()
    kantor.act(KABID, "Kembalikan", catatan=NOTE)
    for role, folder in ((KASUBID, "Kirim"), (KABID, "Setujui")):
        kantor.act(role, folder)
        assert papers(kantor, CETAK, "Laporan") == [LAPORAN.replace(".docx", " (2).docx"), LAPORAN]
    assert edited.read_bytes() == before
    assert "BELUM DISETUJUI" not in show_file(edited.with_name(LAPORAN.replace(".docx", " (2).docx")))


def test_a_bahan_that_came_back_is_replaced_too(kantor: KantorUji) -> None:
    kantor.play_to("bahan_diserahkan")
    kantor.act(KASUBID, "Kembalikan", catatan=NOTE)
    kantor.act(ANALIS, "Kirim")
    assert papers(kantor, CETAK, "Bahan") == [BAHAN]
    assert "putaran 2" in show_file(kantor.akar / CETAK / BAHAN)
    assert len(papers(kantor, ARSIP, "Bahan")) == 2


def test_a_command_writes_the_paper_again_or_elsewhere(kantor: KantorUji, tmp_path: Path) -> None:
    code, _, err = kantor.report("bahan")
    assert (code, err[:4]) == (3, "K905")
    kantor.play_to("diajukan")
    placed = (kantor.akar / CETAK / LAPORAN).read_bytes()
    code, _, _ = kantor.report("data-kinerja", "--bidang", "LINJAMSOS", "-o", str(tmp_path / "salinan.docx"))
    assert code == 0
    assert (tmp_path / "salinan.docx").read_bytes() == placed  # the same bytes whenever it is made
    (kantor.akar / CETAK / LAPORAN).unlink()
    code, out, _ = kantor.report("data-kinerja")
    assert code == 0
    assert LAPORAN in out
    assert (kantor.akar / CETAK / LAPORAN).read_bytes() == placed


def test_a_return_by_perencanaan_leads_to_a_new_submission_and_approval(kantor: KantorUji) -> None:
    kantor.play_to("diterima_perencanaan")
    kantor.act(PERENCANAAN, "Kembalikan", catatan=NOTE)
    kantor.act(KASUBID, "Kirim")
    assert "BELUM DISETUJUI" in show_file(kantor.akar / CETAK / LAPORAN)
    kantor.act(KABID, "Setujui")
    assert "BELUM DISETUJUI" not in show_file(kantor.akar / CETAK / LAPORAN)
    assert papers(kantor, CETAK, "Laporan") == [LAPORAN]


def test_no_command_makes_a_folder_for_its_output(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("ditugaskan")
    missing = tmp_path / "salah ketik"
    code, out, err = kantor.report("disposisi", "-o", str(missing / "disposisi.docx"))
    assert (code, out, err[:4]) == (3, "", "K919")
    assert f"Folder {missing} tidak ada" in err
    assert not missing.exists()
