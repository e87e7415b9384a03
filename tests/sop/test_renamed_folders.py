"""Folders of the office that people rename, move or delete: work goes on, and nothing in them is lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji

OWNER = bytes([5]) + b"Sitti" + b" " * 48


def rename(kantor: KantorUji, folder: str, name: str) -> Path:
    """Rename a folder as a person does in Explorer."""
    path = kantor.akar / folder
    return path.rename(path.with_name(name))


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file()}


@pytest.mark.parametrize(("folder", "name"), [
    (KASUBID, "Kasubid (Pak Rahman)"), ("LINJAMSOS", "Bidang Linjamsos 2026"), (PERENCANAAN, "Program"),
    ("Arsip", "Arsip lama"), (KASUBID, "KASUBID"), (f"{KASUBID}/Kirim", "kirim"), (f"{KASUBID}/Masuk", "MASUK ")])
def test_a_renamed_folder_gets_its_name_back_with_everything_in_it(kantor: KantorUji, folder: str, name: str) -> None:
    kantor.play_to("bahan_diserahkan")
    (kantor.akar / folder / "milik kami").mkdir()
    before = tree(kantor.akar / folder)
    strange = rename(kantor, folder, name)
    kantor.serve()
    assert not strange.exists()
    after = tree(kantor.akar / folder)
    assert {path: content for path, content in before.items() if not path.startswith("Jejak")}.items() <= after.items()
    assert (kantor.akar / folder / "milik kami").is_dir()
    assert f"dinamai kembali {folder}; nama folder diatur di Perencanaan/Pengaturan.xlsx" in kantor.layanan()
    shutil.move(kantor.akar / KASUBID / "Masuk" / LEMBAR, kantor.akar / KASUBID / "Kirim")
    kantor.serve()
    assert kantor.status() == "diajukan"
    assert kantor.command("verifikasi", clock=False)[0] == 0


def test_a_renamed_folder_in_which_a_file_is_open_waits_until_it_is_closed(kantor: KantorUji) -> None:
    strange = rename(kantor, KABID, "Kabid baru")
    owner = strange / "Masuk" / f"~${LEMBAR}"
    owner.write_bytes(OWNER)
    kantor.serve()
    assert strange.exists()
    assert "Folder LINJAMSOS/Kabid tidak ada; di sebelahnya ada folder LINJAMSOS/Kabid baru" in kantor.layanan()
    assert f"hapus berkas tersembunyi LINJAMSOS/Kabid baru/Masuk/~${LEMBAR}); setelah itu layanan" in kantor.layanan()
    owner.unlink()
    kantor.serve()
    assert not strange.exists()
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"


def test_two_folders_that_could_be_either_are_told_and_not_made_anew(kantor: KantorUji) -> None:
    for unit in ("LINJAMSOS", "REHSOS"):
        rename(kantor, unit, f"{unit} lama")
    kantor.serve()
    for unit in ("LINJAMSOS", "REHSOS"):
        assert f"Folder {unit} tidak ada; di sebelahnya ada folder LINJAMSOS lama dan REHSOS lama" in kantor.layanan()
        assert f"Kembalikan nama folder itu menjadi {unit}, atau buat folder {unit}" in kantor.layanan()
        assert not (kantor.akar / unit).exists()  # Explorer could not give the old name back otherwise
    kantor.jam = "2026-04-10T09:00"
    kantor.serve()
    assert kantor.files("LINJAMSOS lama/Kabid/Masuk") == [LEMBAR]  # known where it is: no second one
    rename(kantor, "LINJAMSOS lama", "LINJAMSOS")
    kantor.serve()  # now the other one is certain
    assert kantor.files("REHSOS/Kabid/Masuk") == ["Lembar Kerja REHSOS TW I 2026.xlsx"]
    assert not (kantor.akar / "REHSOS lama").exists()
    assert "di sebelahnya" not in kantor.layanan()


def test_the_others_are_served_while_a_folder_has_another_name(kantor: KantorUji) -> None:
    strange = rename(kantor, KABID, "Kabid baru")
    (strange / "Masuk" / f"~${LEMBAR}").write_bytes(OWNER)
    kantor.act("REHSOS/Kabid", "Kirim")
    assert kantor.status("2026-TW1-REHSOS") == "ditugaskan"


def test_a_masuk_that_is_called_something_else_is_made_anew_and_its_worksheet_is_told(kantor: KantorUji) -> None:
    rename(kantor, f"{KABID}/Masuk", "Arsip saya")
    kantor.serve()
    assert kantor.files(f"{KABID}/Masuk") == []
    said = f"Lembar kerja {BERKAS} tidak ada di folder {KABID}/Masuk, tetapi di {KABID}/Arsip saya/{LEMBAR}."
    assert said in kantor.layanan()
    assert said in kantor.command("status")[1]
    shutil.move(kantor.akar / KABID / "Arsip saya" / LEMBAR, kantor.akar / KABID / "Kirim")
    assert kantor.serve()["diterima"] == 1
    assert kantor.status() == "ditugaskan"


def test_a_folder_that_was_deleted_is_made_again(kantor: KantorUji) -> None:
    for folder in (f"{KABID}/Kirim", f"{ANALIS}/Ditahan", "LINJAMSOS/Cetak", "REHSOS/Kasubid", "Perencanaan/Laporan"):
        shutil.rmtree(kantor.akar / folder)
    kantor.serve()
    for folder in (f"{KABID}/Kirim", f"{ANALIS}/Ditahan", "LINJAMSOS/Cetak", "REHSOS/Kasubid/Masuk",
                   "REHSOS/Kasubid/Kirim", "Perencanaan/Laporan"):
        assert (kantor.akar / folder).is_dir()
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "ditugaskan"


def test_a_role_folder_that_was_deleted_with_its_work_comes_again_with_the_worksheet(kantor: KantorUji) -> None:
    shutil.rmtree(kantor.akar / KABID)
    kantor.serve()
    kantor.jam = "2026-04-10T08:10"
    kantor.serve()
    assert kantor.files(f"{KABID}/Masuk") == [LEMBAR]


def test_folders_are_not_made_again_while_most_of_them_are_gone(kantor: KantorUji) -> None:
    gone = [path for path in kantor.akar.iterdir() if path.is_dir() and path.name not in ("Arsip", "Perencanaan")]
    for path in gone:
        shutil.rmtree(path)
    kantor.serve()
    assert "folder peran tidak ada lagi sejak 10 April 2026 pukul 08.00." in kantor.layanan()
    assert not any(path.exists() for path in gone)
    kantor.jam = "2026-04-11T08:00"
    kantor.serve()
    assert all(path.exists() for path in gone)
    assert kantor.files(f"{KABID}/Masuk") == [LEMBAR]


def test_nothing_is_made_where_the_share_is_not_connected(kantor: KantorUji) -> None:
    real = kantor.akar.rename(kantor.akar.with_name("putus"))
    kantor.akar.mkdir()
    code, _, err = kantor.command("layani", "--sekali", "--tenang", "0")
    assert (code, err[:4]) == (3, "K102")
    assert list(kantor.akar.iterdir()) == []
    kantor.akar.rmdir()
    real.rename(kantor.akar)
    assert kantor.serve()["diterima"] == 0


def test_a_backup_copy_of_a_folder_is_the_peoples_own(kantor: KantorUji) -> None:
    shutil.copytree(kantor.akar / KABID, kantor.akar / "LINJAMSOS" / "Kabid - Copy")
    kantor.act(KABID, "Kirim")
    assert (kantor.akar / "LINJAMSOS" / "Kabid - Copy" / "Masuk" / LEMBAR).exists()
    assert kantor.status() == "ditugaskan"
    assert "Kabid - Copy" not in kantor.layanan()


def test_the_name_that_was_given_back_stands_in_the_ledger(kantor: KantorUji) -> None:
    rename(kantor, PERENCANAAN, "Program")
    kantor.serve()
    rows = map(json.loads, (kantor.akar / "Arsip/Jejak/2026.jsonl").read_text(encoding="utf-8").splitlines())
    (row,) = [row["isi"] for row in rows if row["jenis"] == "folder"]
    assert (row["dari"], row["menjadi"]) == ("Program", "Perencanaan")
