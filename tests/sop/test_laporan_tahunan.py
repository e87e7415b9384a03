"""The year's end: the LKjIP as DRAF, completed by the planner, made final, printed; the year closed for good."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from kantor_jalan import KantorUji
from tahun_demo import TahunDemo, complete

from kinerja_xl.kantor.checking import show_file
from kinerja_xl.kantor.documents import printing
from kinerja_xl.reports.lint.lint import lint_document
from kinerja_xl.reports.word.finish import find_placeholders

LAPORAN, ARSIP = "Perencanaan/Laporan", "Arsip/2026/Tahunan"
DRAF, FINAL = "Laporan Kinerja 2026 DRAF.docx", "Laporan Kinerja 2026.docx"
_LISTED = re.compile(r"(.+?)\.{3,}\s*([ivxl]+|\d+)")
_FOOT = "Laporan Kinerja Tahun 2026 – Dinas Sosial"


@pytest.fixture
def tahun(demo_year: TahunDemo, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """A copy of the demo's office, on the morning after its last day."""
    akar, data = tmp_path / "Kinerja", tmp_path / "data"
    shutil.copytree(demo_year.akar, akar)
    shutil.copytree(demo_year.data, data)
    (akar / LAPORAN / DRAF).with_suffix(".pdf").unlink(missing_ok=True)  # the demo prints it only where there is time
    kantor = KantorUji(akar, data, capsys)
    kantor.jam = "2027-01-18T09:00"
    return kantor




def ask(kantor: KantorUji, jenis: str, *arguments: str) -> tuple[int, str, str]:
    """Ask for a document of 2026."""
    from kinerja_xl.faces.cli import run

    kantor._capsys.readouterr()
    code = run(["laporan", jenis, str(kantor.akar), "--tahun", "2026", *arguments, "--data", str(kantor.data),
                "--sekarang", kantor.jam])
    done = kantor._capsys.readouterr()
    return code, done.out, done.err


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PC without LibreOffice."""
    monkeypatch.setattr(printing, "find_libreoffice", lambda: None)
    monkeypatch.setattr("kinerja_xl.kantor.orders.find_libreoffice", lambda: None)


def test_the_service_keeps_a_draf_whose_pages_say_so(tahun: KantorUji) -> None:
    text = show_file(tahun.akar / LAPORAN / DRAF)
    assert "DRAF – BELUM FINAL" in text
    assert text.count("Isi Laporan") > 0 or "BAB III" in text
    assert len(find_placeholders((tahun.akar / LAPORAN / DRAF).read_bytes())) == 9


@pytest.mark.usefixtures("without_office")
def test_the_draf_is_renewed_where_unchanged_and_stands_beside_one_that_a_person_changed(
        tahun: KantorUji) -> None:
    assert ask(tahun, "tahunan")[0] == 0
    assert [name for name in tahun.files(LAPORAN) if name.startswith("Laporan Kinerja")] == [DRAF]
    complete(tahun.akar / LAPORAN / DRAF)
    own = (tahun.akar / LAPORAN / DRAF).read_bytes()
    tahun.jam = "2027-01-19T09:00"
    assert ask(tahun, "tahunan")[0] == 0
    names = [name for name in tahun.files(LAPORAN) if name.startswith("Laporan Kinerja")]
    assert names == ["Laporan Kinerja 2026 DRAF (2).docx", DRAF]
    assert (tahun.akar / LAPORAN / DRAF).read_bytes() == own


@pytest.mark.usefixtures("without_office")
def test_final_is_refused_while_a_placeholder_stands_and_then_takes_the_planners_own_document(
        tahun: KantorUji) -> None:
    code, _, err = ask(tahun, "tahunan", "--final")
    assert (code, err[:4]) == (3, "K906")
    assert "isu strategis" in err or "dan 4 lainnya" in err
    complete(tahun.akar / LAPORAN / DRAF)
    code, out, err = ask(tahun, "tahunan", "--final")
    assert code == 0, err
    assert f"{LAPORAN}/{FINAL}" in out
    final = tahun.akar / LAPORAN / FINAL
    text = show_file(final)
    assert "Uraian yang ditulis perencana, 12 kegiatan." in text
    assert "DRAF" not in text
    assert "DATA CONTOH – bukan data resmi" in text
    assert lint_document(final.read_bytes()) == ()
    assert (tahun.akar / ARSIP / FINAL).read_bytes() == final.read_bytes()
    before = final.read_bytes()
    assert ask(tahun, "tahunan", "--final")[0] == 0
    assert final.read_bytes() == before
    code, out, _ = tahun.command("verifikasi", clock=False)
    assert (code, out.split(":")[0]) == (0, "Utuh")


@pytest.mark.usefixtures("without_office")
def test_two_drafts_that_people_changed_are_not_guessed_between(tahun: KantorUji) -> None:
    complete(tahun.akar / LAPORAN / DRAF)
    assert ask(tahun, "tahunan")[0] == 0
    complete(tahun.akar / LAPORAN / "Laporan Kinerja 2026 DRAF (2).docx")
    code, _, err = ask(tahun, "tahunan", "--final")
    assert (code, err[:4]) == (3, "K934")
    assert DRAF in err


@pytest.mark.usefixtures("without_office")
def test_a_year_is_closed_only_after_its_final_report_and_then_for_good(
        tahun: KantorUji) -> None:
    code, _, err = tahun.command("tutup-tahun", "--tahun", "2026")
    assert (code, err[:4]) == (3, "K931")
    assert "Laporan Kinerja 2026 belum final" in err
    complete(tahun.akar / LAPORAN / DRAF)
    assert ask(tahun, "tahunan", "--final")[0] == 0
    code, out, err = tahun.command("tutup-tahun", "--tahun", "2026")
    assert (code, err) == (0, "")
    assert out.startswith("Tahun 2026 ditutup.")
    for arguments in (("tutup-tahun", "--tahun", "2026"), ("terbitkan", "--tahun", "2026", "--triwulan", "4"),
                      ("buka-kembali", "2026-TW4-REHSOS", "--catatan", "Angka Desember dikoreksi.")):
        code, _, err = tahun.command(*arguments)
        assert (code, err[:4]) == (3, "K930"), arguments
        assert "sudah ditutup pada 18 Januari 2027" in err
    row = next(row for row in _ledger(tahun) if row["jenis"] == "tutup tahun")
    assert (row["isi"]["tahun"], row["isi"]["kegiatan"], row["isi"]["tindakan"]) == (2026, 6, "susun tahunan")
    assert row["isi"]["pejabat"].startswith("Pejabat Contoh 3")


@pytest.mark.usefixtures("without_office")
def test_a_plan_of_a_closed_year_is_not_taken_and_the_service_goes_on(tahun: KantorUji) -> None:
    complete(tahun.akar / LAPORAN / DRAF)
    assert ask(tahun, "tahunan", "--final")[0] == 0
    assert tahun.command("tutup-tahun", "--tahun", "2026")[0] == 0
    shutil.copy(tahun.akar / "Perencanaan/Rencana Aksi 2026.xlsx", tahun.akar / "Perencanaan/Masuk")
    tahun.serve()
    reason = (tahun.akar / "Perencanaan/Ditahan/Rencana Aksi 2026.xlsx.ALASAN.txt").read_text(encoding="utf-8-sig")
    assert "K930" in reason


def _ledger(kantor: KantorUji) -> list[dict[str, dict[str, str]]]:
    import json

    return [json.loads(line) for file in sorted((kantor.akar / "Arsip/Jejak").glob("*.jsonl"))
            for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.usefixtures("without_office")
def test_an_open_berkas_keeps_the_report_from_being_final(tahun: KantorUji) -> None:
    assert tahun.command("buka-kembali", "2026-TW4-REHSOS", "--catatan", "Angka Desember dikoreksi.")[0] == 0
    complete(tahun.akar / LAPORAN / DRAF)
    code, _, err = ask(tahun, "tahunan", "--final")
    assert (code, err[:4]) == (3, "K931")
    assert "berkas 2026-TW4-REHSOS belum berakhir" in err


@pytest.mark.usefixtures("without_office")
def test_without_libreoffice_a_plain_message_stands_for_the_pdf(tahun: KantorUji) -> None:
    code, out, err = ask(tahun, "tahunan", "--pdf")
    assert code == 0
    assert "K933: LibreOffice tidak ditemukan di komputer ini" in out + err
    assert [name for name in tahun.files(LAPORAN) if name.endswith(".pdf")] == []
    assert "Halaman" in out + err or "halaman" in out + err


def test_the_contents_tell_the_pages_of_the_pdf(tahun: KantorUji, tmp_path: Path) -> None:
    target = tmp_path / "LKjIP.docx"
    code, _, err = ask(tahun, "tahunan", "--pdf", "-o", str(target))
    assert (code, err) == (0, "")
    assert lint_document(target.read_bytes()) == ()
    text = subprocess.run(["pdftotext", "-layout", str(target.with_suffix(".pdf")), "-"], check=True,
                          capture_output=True).stdout.decode("utf-8").replace("\u00a0", " ")
    sheets = text.split("\f")[:-1]
    numbers = [_number(sheet) for sheet in sheets]
    listed = [found.groups() for sheet in sheets for line in sheet.splitlines()
              if (found := _LISTED.fullmatch(line.strip()))]
    assert len(listed) > 90
    for heading, number in listed:
        words = _plain(re.sub(r"^(BAB|LAMPIRAN) \w+ ", "", heading))
        there = [numbers[n] for n, sheet in enumerate(sheets) if words in _plain(sheet) and not _is_contents(sheet)]
        if heading.startswith("DAFTAR"):
            continue
        assert number in there, heading
    assert numbers[0] == ""


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _number(sheet: str) -> str:
    foot = next((line for line in sheet.splitlines() if _FOOT in line), "")
    return foot.rpartition("·")[2].strip()


def _is_contents(sheet: str) -> bool:
    return sheet.count(".....") > 3


def test_the_forms_of_a_quarter_are_written_and_archived(tahun: KantorUji) -> None:
    for jenis, name in (("e81", "Form E.81 Triwulan IV 2026.docx"),
                        ("pengantar", "Surat Pengantar Triwulan IV 2026.docx")):
        code, out, err = ask(tahun, jenis, "--triwulan", "4")
        assert (code, err) == (0, "")
        assert out.strip().endswith(name)
        data = (tahun.akar / LAPORAN / name).read_bytes()
        assert lint_document(data) == ()
        archived = (tahun.akar / "Arsip/2026/TW IV/Perencanaan").glob(name.replace(".docx", "*.docx"))
        assert data in [path.read_bytes() for path in archived]  # beside the one of the year that was played
    code, _, err = ask(tahun, "e81")
    assert (code, err[:4]) == (2, "K932")
    assert tahun.command("verifikasi", clock=False)[0] == 0


def test_a_pdf_that_a_person_changed_stays(tahun: KantorUji) -> None:
    assert ask(tahun, "pengantar", "--triwulan", "4", "--pdf")[0] == 0
    path = tahun.akar / LAPORAN / "Surat Pengantar Triwulan IV 2026.pdf"
    assert path.read_bytes()[:5] == b"%PDF-"
    path.write_bytes(b"ditandatangani")
    assert ask(tahun, "pengantar", "--triwulan", "4", "--pdf")[0] == 0
    assert path.read_bytes() == b"ditandatangani"
    assert path.with_name("Surat Pengantar Triwulan IV 2026 (2).pdf").read_bytes()[:5] == b"%PDF-"
