"""Names of files: who has one open, shortened and numbered so that every system takes them."""

from __future__ import annotations

import os

import pytest

from kinerja_xl.routing.filenames import numbered, owner_names, read_owner, shortened


@pytest.mark.parametrize(("name", "length", "wanted"), [
    ("surat.pdf", 9, "surat.pdf"), ("surat tugas.pdf", 14, "surat tuga.pdf"), ("surat tugas.pdf", 13, "surat tug.pdf"),
    ("surat tugas.pdf", 1, "surat tu.pdf"),  # never below 12
    ("abcdefghijkl", 5, "abcdefghijkl"), ("abcdefghijklm", 5, "abcdefghijkl"),
    ("abc def. ijklm.pdf", 12, "abc def.pdf"),
    ("tanpa titik sama sekali", 14, "tanpa titik sa"), ("nama.akhirannyapanjang", 15, "nama.akhirannya")])
def test_a_name_is_shortened_before_its_extension(name: str, length: int, wanted: str) -> None:
    assert shortened(name, length) == wanted


@pytest.mark.parametrize(("name", "number", "tail", "wanted"), [
    ("a.xlsx", 1, "", "a.xlsx"), ("a.xlsx", 2, "", "a (2).xlsx"), ("a.xlsx", 1, ".ALASAN.txt", "a.xlsx.ALASAN.txt"),
    ("a", 3, "", "a (3)"), (".xlsx", 2, "", ".xlsx (2)"), ("v1.akhiranpanjang", 2, "", "v1.akhiranpanjang (2)"),
    ("v1.sepuluhsep", 2, "", "v1 (2).sepuluhsep")])
def test_a_number_stands_before_the_extension_and_a_tail_behind_it(
        name: str, number: int, tail: str, wanted: str) -> None:
    assert numbered(name, number, tail) == wanted


@pytest.mark.parametrize("stem", ["x" * 300, "é" * 200])
def test_a_name_with_its_number_and_tail_never_exceeds_what_a_file_system_takes(stem: str) -> None:
    made = numbered(f"{stem}.xlsx", 12, ".ALASAN.txt")
    assert 254 <= len(os.fsencode(made)) <= 255
    assert made.endswith(" (12).xlsx.ALASAN.txt")


def test_a_name_of_exactly_the_limit_stays() -> None:
    name = "x" * 250 + ".xlsx"
    assert len(numbered(name, 1)) == 255
    assert numbered(name, 1) == name


@pytest.mark.parametrize(("name", "data", "who"), [
    ("~$a.xlsx", b"\x04Siti" + b" " * 50, "Siti"), ("~$a.xlsx", b"\x04Sitilebih", "Siti"),
    ("~$a.xlsx", b"", "pengguna lain"), ("~$a.xlsx", b"\x03\x01\x02\x03", "pengguna lain"),
    (".~lock.a.xlsx#", b"Budi,pc-07,22.11.2026 09:00,file:///x;", "Budi"),
    (".~lock.a.xlsx#", b",budi,pc-07;", "budi"), (".~lock.a.xlsx#", b",,pc-07;", "pengguna lain"),
    (".~lock.a.xlsx#", b"", "pengguna lain")])
def test_who_has_a_file_open_is_read_from_the_file_beside_it(name: str, data: bytes, who: str) -> None:
    assert read_owner(name, data) == who


def test_both_programs_put_a_file_of_their_own_beside_it() -> None:
    assert owner_names("a.xlsx") == ("~$a.xlsx", ".~lock.a.xlsx#")
