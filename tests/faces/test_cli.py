"""The command line: exit codes, Indonesian words, JSON on stdout and errors on stderr, never a traceback."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from kinerja_xl.faces import commands
from kinerja_xl.faces.cli import kinerja, run

ENGLISH = re.compile(r"\b(Usage|Options|Commands|Show|this|message|and|exit|Error|Missing|argument|Invalid|value|the|"
                     r"is|not|default|required|Try|help for)\b")
NOW = ("--sekarang", "2026-04-10T08:00")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("perintah")
    for arguments in (["mulai", str(place / "akar"), "--contoh", "--tahun", "2026"],
                      ["layani", str(place / "akar"), "--sekali", "--tenang", "0"]):
        assert run([*arguments, "--data", str(place / "data"), *NOW]) == 0
    return place


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = run(list(arguments))
    done = capsys.readouterr()
    return code, done.out, done.err


@pytest.mark.parametrize("arguments", [[], ["--help"], *([name, "--help"] for name in kinerja.commands)],
                         ids=lambda arguments: " ".join(arguments) or "kinerja")
def test_every_help_page_is_indonesian(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    code, out, err = said(capsys, *arguments)
    assert (code, err) == (0, "")
    assert out.startswith("Pemakaian: kinerja")
    assert "Tampilkan bantuan ini." in out
    assert ENGLISH.findall(out.replace("--help", "")) == []


@pytest.mark.parametrize(("arguments", "sentence"), [
    (["tidakada"], "Perintah itu tidak dikenal."),
    (["status"], "DIR belum disebutkan."),
    (["status", "x", "--salah"], "Pilihan --salah tidak dikenal."),
    (["terbitkan", "x", "--tahun", "2026"], "--triwulan belum disebutkan."),
    (["terbitkan", "x", "--tahun", "2026", "--triwulan", "5"], "Nilai untuk --triwulan tidak dapat dipakai."),
    (["status", "x", "y"], "Ada argumen yang tidak dikenal atau berlebih."),
    (["layani", "x", "--data"], "Pilihan --data memerlukan nilai."),
    (["laporan", "bulanan", "x"], "Nilai untuk JENIS tidak dapat dipakai. Pilihan: disposisi,"),
], ids=lambda value: value if isinstance(value, str) else " ".join(value))
def test_a_wrong_command_line_gets_one_sentence_and_exit_code_2(capsys: pytest.CaptureFixture[str],
                                                                arguments: list[str], sentence: str) -> None:
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"kinerja: {sentence}")
    assert "Langkah berikut: lihat kinerja" in err


def test_a_moment_that_is_none_is_a_usage_error(capsys: pytest.CaptureFixture[str], office: Path) -> None:
    code, _, err = said(capsys, "status", str(office / "akar"), "--data", str(office / "data"), "--sekarang", "besok")
    assert code == 2
    assert err.startswith("K911: Pilihan --sekarang “besok” bukan waktu.")


def test_anything_unexpected_is_one_sentence_and_a_log(capsys: pytest.CaptureFixture[str], tmp_path: Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_named: object) -> int:
        raise RuntimeError("rusak di dalam")

    monkeypatch.setattr(commands, "lihat", fail)
    monkeypatch.setattr("kinerja_xl.faces.pesan.user_log_path", lambda *_a, **_n: tmp_path)
    code, out, err = said(capsys, "lihat", "x.xlsx")
    assert (code, out) == (3, "")
    assert "Traceback" not in err
    assert "rusak di dalam" not in err
    assert str(tmp_path / "kinerja.log") in err
    assert "RuntimeError: rusak di dalam" in (tmp_path / "kinerja.log").read_text(encoding="utf-8")


def test_the_status_list_has_the_keys_and_types_of_the_contract(capsys: pytest.CaptureFixture[str],
                                                                office: Path) -> None:
    code, out, _ = said(capsys, "status", str(office / "akar"), "--data", str(office / "data"), "--json", *NOW)
    rows = json.loads(out)
    assert code == 0
    assert len(rows) == 6
    row = next(row for row in rows if row["bidang"] == "LINJAMSOS")
    assert row == {
        "berkas": "2026-TW1-LINJAMSOS", "tahun": 2026, "triwulan": 1, "bidang": "LINJAMSOS", "sub_bidang": None,
        "status": "baru", "pemegang": "LINJAMSOS/Kabid", "versi": 1, "putaran": 1,
        "diterima": "2026-04-10T08:00:00+08:00", "tenggat": "2026-04-10", "rencana": "2026-04-10", "terlambat": False}


def test_the_history_has_the_keys_of_the_contract(capsys: pytest.CaptureFixture[str], office: Path) -> None:
    _, out, _ = said(capsys, "riwayat", str(office / "akar"), "2026-TW1-PFM", "--data", str(office / "data"), "--json",
                     *NOW)
    (issued,) = json.loads(out)
    assert {"pejabat", "dicatat_oleh", "dasar", "tindakan", "waktu", "catatan", "versi", "sha256"} <= set(issued)
    assert (issued["tindakan"], issued["versi"], issued["waktu"]) == ("terbitkan", 1, "2026-04-10T08:00:00+08:00")


@pytest.mark.parametrize(("name", "content", "code"), [
    ("tidak ada.xlsx", None, "K401"), ("kosong.xlsx", b"", "K402"), ("teks.xlsx", b"halo", "K402")])
def test_checking_what_is_no_worksheet_says_what_it_is(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str,
                                                       content: bytes | None, code: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    exit_code, out, err = said(capsys, "periksa", str(tmp_path / name))
    assert (exit_code, out) == (3, "")
    assert err.startswith(f"{code}: ")


def test_looking_at_a_file_prints_stable_text(capsys: pytest.CaptureFixture[str], office: Path) -> None:
    source = next((office / "akar" / "PFM" / "Kabid" / "Masuk").iterdir())
    first, second = said(capsys, "lihat", str(source)), said(capsys, "lihat", str(source))
    assert first == second
    assert "kode_indikator" in first[1]


def test_a_document_is_never_written_over_a_file(capsys: pytest.CaptureFixture[str], office: Path,
                                                 tmp_path: Path) -> None:
    out = tmp_path / "laporan.docx"
    arguments = ("laporan", "triwulan", str(office / "akar"), "--tahun", "2026", "--triwulan", "1", "-o", str(out),
                 "--data", str(office / "data"), *NOW)
    assert said(capsys, *arguments)[0] == 0
    first = out.read_bytes()
    code, _, err = said(capsys, *arguments)
    assert (code, err[:4]) == (3, "K904")
    assert out.read_bytes() == first
    code, _, err = said(capsys, *arguments[:-5], str(tmp_path / "final.docx"), *arguments[-4:], "--final")
    assert (code, err[:4]) == (3, "K905")  # nothing was recommended yet
    assert not (tmp_path / "final.docx").exists()


def test_a_document_of_a_quarter_without_acts_says_so(capsys: pytest.CaptureFixture[str], office: Path) -> None:
    code, _, err = said(capsys, "laporan", "disposisi", str(office / "akar"), "--tahun", "2026", "--triwulan", "1",
                        "--data", str(office / "data"), *NOW)
    assert (code, err[:4]) == (3, "K905")


def test_a_document_with_a_doctype_is_not_parsed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with zipfile.ZipFile(tmp_path / "bom.docx", "w") as archive:
        archive.writestr("word/document.xml", bomb)
    code, _, err = said(capsys, "lihat", str(tmp_path / "bom.docx"))
    assert (code, err[:4]) == (3, "K403")
    assert "DOCTYPE" in err


def test_looking_at_what_is_no_document_says_so(capsys: pytest.CaptureFixture[str], office: Path,
                                                tmp_path: Path) -> None:
    source = next((office / "akar" / "PFM" / "Kabid" / "Masuk").iterdir())
    (tmp_path / "salah.docx").write_bytes(source.read_bytes())
    code, _, err = said(capsys, "lihat", str(tmp_path / "salah.docx"))
    assert (code, err[:4]) == (3, "K408")


@pytest.mark.parametrize("command", ["verifikasi", "periksa", "perubahan", "lihat"])
def test_every_reading_command_takes_the_office_clock(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [command, "tidak ada.xlsx", *(["tidak ada.xlsx"] if command == "perubahan" else [])]
    assert run([*arguments, "--sekarang", "2026-04-10T08:00"]) == 3  # the file is missing, the option is known
    assert run([*arguments, "--sekarang", "kemarin"]) == 2
    assert "kemarin" in capsys.readouterr().err
