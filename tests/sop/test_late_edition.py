"""After the final Laporan Triwulan: it stays, and a berkas that comes late gives the edition (susulan)."""

from __future__ import annotations

from pathlib import Path

import pytest
from kantor_jalan import ANALIS, KABID, KASUBID, PERENCANAAN, KantorUji

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

LAPORAN, ARSIP = "Perencanaan/Laporan", "Arsip/2026/TW I/Perencanaan"
DRAF, FINAL, SUSULAN = (f"Laporan Triwulan I 2026{tail}.docx" for tail in (" DRAF", "", " (susulan)"))


def texts(kantor: KantorUji, role: str, *stems: str) -> dict[Kunci, NilaiSel]:
    """The same sentence in these columns of every indicator in the worksheet that waits for a role."""
    sheet = read_lembar_kerja(kantor.waiting(role).read_bytes(), "x")
    return {Kunci("indikator", kode, f"{stem}_tw1"): "Sesuai rencana kerja bidang." for kode in sheet.baris("indikator")
            for stem in stems}


def recommend(kantor: KantorUji, unit: str, *, whole: bool = True) -> None:
    """Carry the berkas of a unit to the end, with every text that a final report asks for."""
    kabid, kasubid, analis = (f"{unit}/{role}" for role in ("Kabid", "Kasubid", "Analis"))
    for role, folder in ((kabid, "Kirim"), (kasubid, "Kirim")):
        kantor.act(role, folder)
    kantor.act(analis, "Kirim", kantor.good_values(analis))
    kantor.act(kasubid, "Kirim", texts(kantor, kasubid, "faktor_pendorong", "tindak_lanjut") if whole else None)
    kantor.act(kabid, "Setujui")
    kantor.act(kasubid, "Kirim")
    kantor.act(PERENCANAAN, "Rekomendasikan", texts(kantor, PERENCANAAN, "rekomendasi") if whole else None)
    assert kantor.status(f"2026-TW1-{unit}") == "direkomendasikan"


@pytest.fixture
def finished(kantor: KantorUji) -> KantorUji:
    """An office whose report was made final with LINJAMSOS alone."""
    recommend(kantor, "LINJAMSOS")
    code, out, err = kantor.report("triwulan", "--final")
    assert (code, err) == (0, "")
    assert FINAL in out
    return kantor


def test_a_berkas_recommended_after_the_final_report_gives_another_edition(finished: KantorUji) -> None:
    final = (finished.akar / LAPORAN / FINAL).read_bytes()
    recommend(finished, "REHSOS")
    assert finished.files(LAPORAN) == [SUSULAN, FINAL]
    assert (finished.akar / LAPORAN / FINAL).read_bytes() == final
    assert finished.files(ARSIP) == [SUSULAN, FINAL]
    late = (finished.akar / LAPORAN / SUSULAN)
    assert (finished.akar / ARSIP / SUSULAN).read_bytes() == late.read_bytes()
    text = show_file(late)
    assert "(EDISI SUSULAN)" in text
    assert "Unit yang menyampaikan data | 2 dari 6 unit" in text
    assert "DRAF" not in text


def test_a_late_edition_with_something_left_to_write_says_draf_on_its_pages(finished: KantorUji) -> None:
    recommend(finished, "REHSOS", whole=False)
    text = show_file(finished.akar / LAPORAN / SUSULAN)
    assert "DRAF – BELUM FINAL" in text
    assert "[Belum ditulis: rekomendasi REH-01]" in text
    code, _, err = finished.report("triwulan", "--final")
    assert (code, err[:4]) == (3, "K906")


def test_the_next_late_berkas_replaces_the_late_edition_and_both_are_archived(finished: KantorUji) -> None:
    recommend(finished, "REHSOS")
    recommend(finished, "PFM")
    assert finished.files(LAPORAN) == [SUSULAN, FINAL]
    assert "3 dari 6 unit" in show_file(finished.akar / LAPORAN / SUSULAN)
    assert finished.files(ARSIP) == [SUSULAN.replace(".docx", " (2).docx"), SUSULAN, FINAL]


def test_once_final_the_report_is_never_written_anew(finished: KantorUji, tmp_path: Path) -> None:
    final = (finished.akar / LAPORAN / FINAL).read_bytes()
    finished.jam = "2026-05-04T08:00"
    assert finished.report("triwulan", "--final")[0] == 0
    assert finished.report("triwulan", "-o", str(tmp_path / "salinan.docx"))[0] == 0
    assert finished.files(LAPORAN) == [FINAL]
    assert (finished.akar / LAPORAN / FINAL).read_bytes() == final == (tmp_path / "salinan.docx").read_bytes()
    (finished.akar / LAPORAN / FINAL).unlink()
    assert finished.report("triwulan", "--final")[0] == 0
    assert (finished.akar / LAPORAN / FINAL).read_bytes() == final


def test_a_berkas_that_is_opened_again_gives_no_edition_before_it_is_recommended(finished: KantorUji) -> None:
    code, _, err = finished.command("buka-kembali", "2026-TW1-LINJAMSOS", "--catatan", "Angka bulan Maret dikoreksi.")
    assert (code, err) == (0, "")
    finished.serve()
    assert finished.files(LAPORAN) == [FINAL]
    for role, folder in ((KASUBID, "Kirim"), (KABID, "Setujui"), (KASUBID, "Kirim"), (PERENCANAAN, "Rekomendasikan")):
        finished.act(role, folder)
    assert finished.files(LAPORAN) == [SUSULAN, FINAL]
    assert finished.files(f"{ANALIS}/Masuk") == []


def edited(path: Path) -> bytes:
    """Write into a document as a person would; return what stands there now."""
    path.write_bytes(path.read_bytes() + b"catatan Kasubag")
    return path.read_bytes()


def test_a_draft_that_a_person_changed_stays_beside_the_final_report(kantor: KantorUji) -> None:
    recommend(kantor, "LINJAMSOS")
    before = edited(kantor.akar / LAPORAN / DRAF)
    assert kantor.report("triwulan")[0] == 0  # the service's own draft stands beside it
    assert kantor.files(LAPORAN) == [numbered(DRAF), DRAF]
    assert kantor.report("triwulan", "--final")[0] == 0
    assert kantor.files(LAPORAN) == [DRAF, FINAL]
    assert (kantor.akar / LAPORAN / DRAF).read_bytes() == before


def test_a_new_draft_takes_the_place_of_the_services_own_also_beside_a_changed_one(kantor: KantorUji) -> None:
    recommend(kantor, "LINJAMSOS")
    before = edited(kantor.akar / LAPORAN / DRAF)
    for unit in ("REHSOS", "PFM"):
        recommend(kantor, unit)
        assert kantor.files(LAPORAN) == [numbered(DRAF), DRAF]
    assert (kantor.akar / LAPORAN / DRAF).read_bytes() == before
    assert "3 dari" in show_file(kantor.akar / LAPORAN / numbered(DRAF))


def numbered(name: str) -> str:
    return name.replace(".docx", " (2).docx")
