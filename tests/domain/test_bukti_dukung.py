"""Evidence: which files are taken, and whose folder it is."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.lembar.bukti_dukung import MAX_BUKTI, check_evidence, evidence_folder, find_evidence_folder
from kinerja_xl.errors import EvidenceRefused


@pytest.mark.parametrize("nama", ["foto.JPG", "surat.keluar.pdf", "daftar hadir.xlsx", "SK.docx", "paparan.pptx"])
def test_documents_and_pictures_are_taken(nama: str) -> None:
    check_evidence(nama, MAX_BUKTI, b"%PDF")


@pytest.mark.parametrize(("nama", "ukuran", "awal", "sebab"), [
    ("program.exe", 10, b"", "jenis berkas “exe” bukan dokumen atau gambar"),
    ("arsip.zip", 10, b"", "jenis berkas “zip” bukan dokumen atau gambar"),
    ("tanpa akhiran", 10, b"", "jenis berkas “tanpa akhiran” bukan dokumen atau gambar"),
    (".pdf", 10, b"", "jenis berkas “tanpa akhiran” bukan dokumen atau gambar"),
    ("kosong.pdf", 0, b"", "berkas itu kosong"),
    ("besar.pdf", MAX_BUKTI + 1024 * 1024, b"", "besarnya 21,0 MB"),
    ("surat.pdf", 10, b"MZ\x90", "isinya sebuah program, bukan dokumen")])
def test_what_is_no_evidence_is_refused_with_its_reason(nama: str, ukuran: int, awal: bytes, sebab: str) -> None:
    with pytest.raises(EvidenceRefused) as refused:
        check_evidence(nama, ukuran, awal)
    assert refused.value.pesan == f"Berkas “{nama}” tidak dapat dilampirkan: {sebab}."


def test_the_limit_is_20_mb_and_told_in_megabytes() -> None:
    check_evidence("besar.pdf", 20_971_520, b"%PDF")
    with pytest.raises(EvidenceRefused, match="besarnya 24,5 MB"):
        check_evidence("besar.pdf", 25_690_112, b"%PDF")  # 24.5 x 1024 x 1024


@pytest.mark.parametrize(("nama", "folder"), [
    ("Keluarga yang menerima bantuan itu", "LIN-01 Keluarga yang menerima"),  # 41 letters: whole words within 36
    ("Keluarga yang menerima bantua", "LIN-01 Keluarga yang menerima bantua"),  # exactly 36
    ("Keluarga yang menerima bantuan", "LIN-01 Keluarga yang menerima"),
    ("x" * 40, "LIN-01"), ("Tepat, (", "LIN-01 Tepat")])
def test_a_folder_is_named_by_as_many_whole_words_as_36_letters_hold(nama: str, folder: str) -> None:
    assert evidence_folder("LIN-01", nama) == folder


def test_a_code_without_blanks_is_cut_at_36_letters() -> None:
    assert evidence_folder("k" * 50, "") == "k" * 36


def test_the_folder_is_found_by_its_code_as_a_word() -> None:
    folders = ["REH-010 Anak", "REH-01 Penyandang (disabilitas)", "LIN-01 Keluarga"]
    assert find_evidence_folder("REH-01", folders) == "REH-01 Penyandang (disabilitas)"
    assert find_evidence_folder("reh-010", folders) == "REH-010 Anak"
    assert find_evidence_folder("REH-1", folders) is None
    assert find_evidence_folder("LIN-02", [*folders, "LIN-02"]) == "LIN-02"


def test_a_code_that_no_file_system_takes_is_found_again() -> None:
    folder = evidence_folder("1/2", "Jumlah: orang")
    assert folder == "1-2 Jumlah- orang"
    assert find_evidence_folder("1/2", [folder]) == folder
