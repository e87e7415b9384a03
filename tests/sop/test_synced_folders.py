"""An office in a folder that OneDrive or its like copies: it is served, and everybody is warned (contract 1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xl.faces.cli import run
from kinerja_xl.routing.synced import synced_by


@pytest.mark.parametrize(("place", "program"), [
    ("OneDrive", "OneDrive"), ("OneDrive - Pemkab Contoh", "OneDrive"), ("Dropbox (Kantor)", "Dropbox"),
    ("Google Drive", "Google Drive"), ("iCloudDrive", "iCloud Drive"), ("Nextcloud", "Nextcloud"),
    ("Dropbox lama", None), ("Kinerja", None), ("arsip onedrive", None)])
def test_a_folder_is_known_by_its_name(tmp_path: Path, place: str, program: str | None) -> None:
    assert synced_by(tmp_path / place / "Kinerja") == program


@pytest.mark.parametrize(("mark", "program"), [
    (".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".sync_1a2b.db", "Nextcloud")])
def test_a_renamed_one_is_known_by_what_the_program_keeps_there(tmp_path: Path, mark: str, program: str) -> None:
    (tmp_path / mark).mkdir()
    assert synced_by(tmp_path / "Data Bersama" / "Kinerja") == program


def test_a_new_office_there_is_made_and_warned_about_also_by_the_service(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    akar, data = tmp_path / "OneDrive - Dinas" / "Kinerja", tmp_path / "data"
    clock = ["--data", str(data), "--sekarang", "2026-04-10T07:30"]
    assert run(["mulai", str(akar), "--contoh", "--tahun", "2026", *clock]) == 0
    assert "Perhatian K120" in capsys.readouterr().out
    assert run(["layani", str(akar), "--sekali", "--tenang", "0", *clock]) == 0
    status = (akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    assert "disinkronkan oleh OneDrive" in status


def test_an_office_on_a_plain_folder_is_not_warned_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mulai", str(tmp_path / "Kinerja"), "--tahun", "2026", "--data", str(tmp_path / "data"),
                "--sekarang", "2026-04-10T07:30"]) == 0
    assert "K120" not in capsys.readouterr().out
