"""Paths and names of the office as contract section 1 prints them."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest
from kantor_uji import KANTOR_ID, PENGATURAN

from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import PathTooLong
from kinerja_xl.routing import marker
from kinerja_xl.routing.folders import OfficeFolders, archive_name, counted_length, worksheet_name

KABID = Pelaksana(Peran.KABID, "LINJAMSOS")
ANALIS_ANAK = Pelaksana(Peran.ANALIS, "REHSOS", "ANAK")
FOLDERS = OfficeFolders(Path("/srv/Kinerja"), PENGATURAN)
TW1 = Periode(2026, 1)


def test_each_role_has_the_folders_of_its_acts() -> None:
    of_kabid = {folder: jalan for folder, (pelaksana, jalan) in FOLDERS.inboxes.items() if pelaksana == KABID}
    assert of_kabid == {
        "LINJAMSOS/Kabid/Kirim": Jalan.KIRIM, "LINJAMSOS/Kabid/Setujui": Jalan.SETUJUI,
        "LINJAMSOS/Kabid/Kembalikan": Jalan.KEMBALIKAN, "LINJAMSOS/Kabid/Masuk": Jalan.MASUK}
    of_analis = [folder for folder, (pelaksana, _) in FOLDERS.inboxes.items() if pelaksana == ANALIS_ANAK]
    assert sorted(of_analis) == ["REHSOS/Analis ANAK/Kirim", "REHSOS/Analis ANAK/Masuk"]
    of_planner = [folder for folder, (pelaksana, _) in FOLDERS.inboxes.items() if pelaksana == PERENCANAAN]
    assert sorted(of_planner) == ["Perencanaan/Kembalikan", "Perencanaan/Masuk", "Perencanaan/Rekomendasikan"]


def test_the_office_has_every_folder_of_the_contract() -> None:
    made = FOLDERS.all_folders()
    assert len(made) == len(set(made))
    assert {
        "Perencanaan/Templat", "Perencanaan/Masuk", "Perencanaan/Rekomendasikan", "Perencanaan/Kembalikan",
        "Perencanaan/Terkirim", "Perencanaan/Ditahan", "Perencanaan/Laporan", "Arsip/Jejak",
        "LINJAMSOS/Kasubid/Masuk", "LINJAMSOS/Kasubid/Kirim", "LINJAMSOS/Kasubid/Kembalikan",
        "LINJAMSOS/Kasubid/Terkirim", "LINJAMSOS/Kasubid/Ditahan", "LINJAMSOS/Bukti Dukung", "LINJAMSOS/Cetak",
        "LINJAMSOS/Bertanda Tangan", "REHSOS/Kasubid LANSIA/Masuk"} <= set(made)
    assert "LINJAMSOS/Analis/Kembalikan" not in made


def test_papers_and_archive_lie_where_the_contract_says() -> None:
    assert FOLDERS.bukti_dukung("LINJAMSOS", TW1) == "LINJAMSOS/Bukti Dukung/2026 TW I"
    assert FOLDERS.cetak("LINJAMSOS", TW1) == "LINJAMSOS/Cetak/2026 TW I"
    assert FOLDERS.arsip(TW1, "LINJAMSOS") == "Arsip/2026/TW I/LINJAMSOS"
    assert FOLDERS.rencana(2026) == "Perencanaan/Rencana Aksi 2026.xlsx"
    assert FOLDERS.perlu_tindakan(ANALIS_ANAK) == "REHSOS/Analis ANAK/PERLU TINDAKAN.txt"


def test_worksheets_are_named_after_unit_and_quarter() -> None:
    assert worksheet_name(TW1, "LINJAMSOS") == "Lembar Kerja LINJAMSOS TW I 2026.xlsx"
    assert worksheet_name(TW1, "REHSOS", "ANAK") == "Lembar Kerja REHSOS - ANAK TW I 2026.xlsx"
    assert archive_name(TW1, "REHSOS", "ANAK", 2) == "Lembar Kerja REHSOS - ANAK TW I 2026 v2.xlsx"


def test_a_root_of_reasonable_length_passes() -> None:
    FOLDERS.check_paths()


def test_a_root_that_makes_paths_too_long_is_refused_before_anything_is_made() -> None:
    long = OfficeFolders(Path("/srv") / ("k" * 120), PENGATURAN)
    with pytest.raises(PathTooLong) as caught:
        long.check_paths()
    assert caught.value.fakta["batas"] == 200
    assert int(str(caught.value.fakta["panjang"])) > 200


def test_a_path_of_exactly_the_limit_passes_and_one_letter_more_does_not() -> None:
    probe = OfficeFolders(Path("/srv") / ("k" * 120), PENGATURAN)
    with pytest.raises(PathTooLong) as caught:
        probe.check_paths()
    roots = [OfficeFolders(Path("/srv") / ("k" * n), PENGATURAN) for n in range(1, 120)]
    lengths = [max(counted_length(office.root / path) for path in office._longest_paths()) for office in roots]
    fits = [office for office, length in zip(roots, lengths, strict=True) if length <= 200]
    assert max(lengths[:len(fits)]) == 200
    fits[-1].check_paths()
    with pytest.raises(PathTooLong):
        roots[len(fits)].check_paths()
    assert "k" * 120 in str(caught.value.fakta["jalur"])


@pytest.mark.parametrize(("path", "length"), [
    (r"\\server\share\Kinerja", len(r"share\Kinerja")),
    (r"D:\Kinerja", len(r"\Kinerja")),
])
def test_length_counts_from_the_share_or_the_drive(path: str, length: int) -> None:
    assert counted_length(PureWindowsPath(path)) == length


def test_the_permission_table_names_every_role_folder() -> None:
    table = FOLDERS.permission_table()
    for pelaksana in PENGATURAN.daftar_pelaksana:
        assert f"{PENGATURAN.folder(pelaksana)}/ " in table
    archive = next(line for line in table.splitlines() if line.startswith("Arsip/"))
    assert archive.split() == ["Arsip/", "layanan", "semua"]


def test_a_marker_says_that_it_must_stay_and_gives_its_id_back(tmp_path: Path) -> None:
    content = marker.make_marker(KANTOR_ID)
    assert b"JANGAN DIHAPUS" in content
    for saved in (content, content.replace(b"\r\n", b"\n"), b"\xef\xbb\xbf" + content):
        (tmp_path / marker.NAME).write_bytes(saved)
        assert marker.read_marker(tmp_path) == KANTOR_ID
    assert marker.new_office_id() != marker.new_office_id()
