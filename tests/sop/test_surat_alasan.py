"""A letter of reason goes with its file: taken away when the file was, unless a person wrote in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from kantor_jalan import KABID, KantorUji

DITAHAN, SCANS = f"{KABID}/Ditahan", "LINJAMSOS/Bertanda Tangan"
FOTO = b"\xff\xd8\xff\xe0" + b"x" * 100
SURAT = "foto.jpg.ALASAN.txt"


@pytest.fixture
def ditahan(kantor: KantorUji) -> KantorUji:
    """A picture was put into Kirim and is held."""
    (kantor.akar / KABID / "Kirim" / "foto.jpg").write_bytes(FOTO)
    kantor.serve()
    assert kantor.files(DITAHAN) == ["foto.jpg", SURAT]
    return kantor


def test_it_goes_when_the_file_is_gone_at_two_looks_of_one_service(ditahan: KantorUji) -> None:
    (ditahan.akar / DITAHAN / "foto.jpg").unlink()
    ditahan.serve()
    assert ditahan.files(DITAHAN) == [SURAT]  # one look: a program may be saving it
    ditahan.act(KABID, "Kirim")  # a pass with work and one without: two looks
    assert ditahan.files(DITAHAN) == []
    assert ditahan.held() == []


@pytest.mark.parametrize("meddle", [
    lambda path: path.write_bytes(path.read_bytes() + b"Sudah saya tanyakan."), lambda path: path.write_bytes(FOTO)],
    ids=["a person wrote in it", "another file"])
def test_what_is_not_as_we_wrote_it_stays(ditahan: KantorUji, meddle: object) -> None:
    assert callable(meddle)
    meddle(ditahan.akar / DITAHAN / SURAT)
    (ditahan.akar / DITAHAN / "foto.jpg").unlink()
    ditahan.act(KABID, "Kirim")
    assert ditahan.files(DITAHAN) == [SURAT]


def test_it_stays_while_the_file_lies_there_or_is_open(ditahan: KantorUji) -> None:
    held = ditahan.akar / DITAHAN / "foto.jpg"
    ditahan.act(KABID, "Kirim")
    assert ditahan.files(DITAHAN) == ["foto.jpg", SURAT]
    held.rename(held.with_name("~$foto.jpg"))
    ditahan.act("REHSOS/Kabid", "Kirim")
    assert SURAT in ditahan.files(DITAHAN)


def test_the_letter_of_a_scan_goes_when_the_scan_gets_a_name_that_is_known(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    scan = kantor.akar / SCANS / "ttd.pdf"
    scan.write_bytes(b"%PDF-1.4\n" + b"x" * 500 + b"\n%%EOF\n")
    kantor.serve()
    assert kantor.files(SCANS) == ["ttd.pdf", "ttd.pdf.ALASAN.txt"]
    scan.rename(scan.with_name(f"{kantor.acts()[-1]['kode']} ttd.pdf"))
    kantor.serve()
    assert [name for name in kantor.files(SCANS) if name.endswith(".txt")] == []
    kept = {hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(kantor.akar / SCANS).iterdir()}
    assert len(kept) == 1
