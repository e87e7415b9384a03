"""Starting the installed command from a button: isolated, in a neutral folder, its refusal in its own words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kinerja_xl import __version__
from kinerja_xl.errors import CommandRefused, CommandStopped
from kinerja_xl.faces.ribbon.perintah import run_command, told_error


def test_nothing_that_lies_beside_the_workbook_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("kinerja_xl.py", "json.py", "click.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit('planted')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "json.py"))
    assert __version__ in run_command("--version")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "click.py", "json.py", "kinerja_xl.py", "sitecustomize.py"]


def test_what_the_command_refuses_is_told_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(CommandRefused) as refused:
        run_command("status", "--", tmp_path / "tidak ada")
    assert refused.value.pesan == f"Folder kantor tidak ditemukan: {tmp_path / 'tidak ada'}. (K101)"
    assert refused.value.petunjuk == "Periksa nama folder dan sambungan jaringan, lalu ulangi perintah."


def test_a_word_that_looks_like_an_option_stays_a_word(tmp_path: Path) -> None:
    with pytest.raises(CommandRefused) as refused:
        run_command("riwayat", "--", tmp_path, f"--data={os.sep}jahat")
    assert "K102" in refused.value.pesan  # the folder is no office: the berkas was taken as a berkas


@pytest.mark.parametrize("stderr", ["", "Traceback (most recent call last):\n  boom", "K999"])
def test_a_command_that_ends_without_a_word_of_its_own_is_told_as_stopped(stderr: str) -> None:
    assert isinstance(told_error(stderr), CommandStopped)


def test_a_usage_message_is_understood_too() -> None:
    told = told_error("kinerja: Pilihan tidak dikenal: --x\n         Langkah berikut: lihat kinerja status --help\n")
    assert (told.pesan, told.petunjuk) == (
        "Pilihan tidak dikenal: --x (K903)", "lihat kinerja status --help")


def test_of_an_unexpected_error_the_log_file_is_not_told_twice() -> None:
    told = told_error("K000: Terjadi gangguan yang tidak dikenal.\n      Langkah berikut: Jalankan perintah sekali "
                      "lagi.\n      Berkas log: /rumah/sri/kinerja.log\n")
    assert (told.pesan, told.petunjuk) == (
        "Terjadi gangguan yang tidak dikenal. (K000)", "Jalankan perintah sekali lagi.")
