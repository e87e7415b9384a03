"""``kinerja pasang``, ``periksa-pc`` and ``lepas`` with the real LibreOffice, in homes of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from akun_pemakai import AkunPemakai


@pytest.fixture
def sri(tempat: Path, request: pytest.FixtureRequest) -> AkunPemakai:
    """An account that never had the toolbar."""
    return AkunPemakai(tempat / request.node.name)


def files_of_ours(home: Path) -> list[str]:
    """What lies in LibreOffice's profile and in the settings under our name."""
    return sorted(str(path) for path in (home / ".config").rglob("*") if path.is_file() and "kinerja" in str(
        path.relative_to(home)))


def test_the_toolbar_comes_is_found_good_and_goes_without_a_trace(sri: AkunPemakai) -> None:
    before = sri.kinerja("periksa-pc", "--json")
    assert before.returncode == 1
    assert {row["nama"] for row in json.loads(before.stdout) if not row["baik"]} == {
        "Bilah alat Calc", "Catatan pemasangan Calc", "Program Calc", "Hubungan dengan Calc"}
    for _ in range(2):  # once more is harmless
        done = sri.kinerja("pasang")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Bilah alat dan menu Kinerja terpasang untuk LibreOffice Calc")
    record = json.loads((sri.rumah / ".config" / "kinerja_xl" / "pemasangan.json").read_text(encoding="utf-8"))
    assert record["program"] == str(sri.python)
    assert Path(record["paket"]).is_file()
    assert files_of_ours(sri.rumah)
    after = sri.kinerja("periksa-pc")
    assert (after.returncode, after.stderr) == (0, "")
    assert "PERBAIKI" not in after.stdout
    gone = sri.kinerja("lepas")
    assert gone.returncode == 0
    assert gone.stdout == "Tombol dan layanan Kinerja sudah dilepas dari akun ini; tidak ada yang tertinggal.\n"
    assert sri.run("unopkg", "list", "id.kinerja.calc").returncode != 0
    sri.run("soffice", "--headless", "--terminate_after_init")  # it sweeps up at its next start
    assert files_of_ours(sri.rumah) == []
    assert not (sri.rumah / ".config" / "kinerja_xl").exists()
    assert "tidak terpasang" in sri.kinerja("lepas").stdout


def test_where_libreoffice_does_not_take_the_toolbar_its_own_words_are_told(sri: AkunPemakai) -> None:
    profile = sri.rumah / ".config" / "libreoffice" / "4" / "user"
    extensions = profile / "extensions"
    sri.write(extensions, "a file where LibreOffice keeps extensions")
    done = sri.kinerja("pasang")
    assert done.returncode == 3
    assert done.stderr.startswith("K672: LibreOffice tidak menerima perubahan bilah alat Kinerja: ")
    assert "Langkah berikut: Tutup semua jendela LibreOffice" in done.stderr
