"""Proofs: a whole office is green; whatever is changed in ledger, mirror or archive is red and named."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor_jalan import BERKAS, KABID, LEMBAR, KantorUji

ARSIP = f"Arsip/2026/TW I/LINJAMSOS/{LEMBAR}".replace(".xlsx", " v{}.xlsx")


def verify(kantor: KantorUji, *arguments: str) -> tuple[int, dict[str, object]]:
    code, out, err = kantor.command("verifikasi", "--json", *arguments, clock=False)
    assert err == ""
    return code, json.loads(out)


def failures(kantor: KantorUji) -> list[tuple[str, str]]:
    """The places and what is wrong there; the command says by its exit code that a proof failed."""
    code, answer = verify(kantor)
    assert (code, answer["utuh"]) == (1, False)
    assert isinstance(answer["masalah"], list)
    return [(row["letak"], row["masalah"]) for row in answer["masalah"]]


def mirror(kantor: KantorUji) -> Path:
    return kantor.akar / "Arsip" / "Jejak" / "2026.jsonl"


def mirrored(kantor: KantorUji) -> int:
    return mirror(kantor).read_bytes().count(b"\n")


def in_ledger(kantor: KantorUji, *statements: str) -> None:
    """What somebody does who opens the ledger with another program."""
    with sqlite3.connect(kantor.data / "jejak.sqlite3") as db:
        for statement in ("DROP TRIGGER peristiwa_tetap", "DROP TRIGGER peristiwa_utuh", *statements):
            db.execute(statement)
    db.close()


@pytest.fixture
def lama(kantor: KantorUji) -> KantorUji:
    """An office with a return, a refusal and papers of the same name."""
    kantor.play_to("diajukan")
    for _ in range(2):
        kantor.act(KABID, "Kembalikan", catatan="Periksa kembali.")
        kantor.act("LINJAMSOS/Kasubid", "Kirim")
    kantor.act(KABID, "Kembalikan")
    kantor.play_to("direkomendasikan")
    return kantor


def test_an_office_after_a_quarter_is_whole(lama: KantorUji) -> None:
    code, answer = verify(lama)
    assert (code, answer["utuh"], answer["masalah"]) == (0, True, [])
    assert (answer["buku_catatan"], answer["baris"]) == (True, mirrored(lama))
    files = [path for path in (lama.akar / "Arsip").rglob("*") if path.is_file()]
    assert 2 * answer["arsip"] == len(files) - 1  # each with its kode file; and the mirror itself
    code, out, _ = lama.command("verifikasi", clock=False)
    assert (code, out) == (0, f"Utuh: {answer['baris']} baris jejak dan {answer['arsip']} berkas arsip cocok.\n")


def change(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"x")


@pytest.mark.parametrize(("meddle", "masalah"), [
    (change, "isinya berubah (peristiwa nomor"), (Path.unlink, "hilang (peristiwa nomor")],
    ids=["diubah", "dihapus"])
@pytest.mark.parametrize("jalur", [
    ARSIP.format(1), ARSIP.format(3), "Arsip/Pengaturan/Pengaturan v1.xlsx",
    "Arsip/2026/Rencana/Rencana Aksi 2026 v1.xlsx", "Arsip/2026/TW I/LINJAMSOS/Disposisi 1 LINJAMSOS TW I 2026.docx"])
def test_an_archived_file_that_was_touched_is_named(kantor: KantorUji, jalur: str, meddle: Callable[[Path], None],
                                                    masalah: str) -> None:
    kantor.play_to("diperintahkan")
    meddle(kantor.akar / jalur)
    ((letak, told),) = failures(kantor)
    assert letak == jalur
    assert told.startswith(masalah)


def test_a_file_added_to_the_archive_is_named(kantor: KantorUji) -> None:
    jalur = ARSIP.format(9)
    shutil.copy(kantor.akar / ARSIP.format(1), kantor.akar / jalur)
    assert failures(kantor) == [(jalur, "tidak dikenal: tidak ada peristiwa yang menyebutnya.")]


def test_an_archived_file_under_another_name_is_named_twice(kantor: KantorUji) -> None:
    (kantor.akar / ARSIP.format(1)).rename(kantor.akar / ARSIP.format(7))
    assert [letak for letak, _ in failures(kantor)] == [ARSIP.format(1), ARSIP.format(7)]


def kode_of(kantor: KantorUji, versi: int) -> Path:
    return kantor.akar / f"{ARSIP.format(versi)}.kode.txt"


def test_beside_each_archived_file_stands_the_head_of_the_chain_in_one_line(kantor: KantorUji) -> None:
    kantor.move(KABID, "Kirim")
    kantor.serve()
    rows = [json.loads(line) for line in mirror(kantor).read_text(encoding="utf-8").splitlines()]
    act = next(row for row in rows if row["jenis"] == "tindakan")
    head = rows[act["nomor"]]  # the row after it, of the same transaction: what was handed on
    assert (head["nomor"], head["jenis"]) == (act["nomor"] + 1, "dikirim")
    archived = hashlib.sha256((kantor.akar / ARSIP.format(2)).read_bytes()).hexdigest()
    kode = f"{head['rantai'][:4]}-{head['rantai'][4:8]}".upper()
    assert kode_of(kantor, 2).read_text(encoding="utf-8-sig") == (
        f"peristiwa {head['nomor']}, kode {kode}, rantai {head['rantai']}, isi {archived}\n")
    code, out, _ = kantor.command("verifikasi", "--kode", kode, clock=False)
    assert (code, "dikirim" in out) == (0, True)


def cut(kantor: KantorUji, left: int) -> None:
    """Ledger and mirror end after a row, as if the rest had never been: each chain holds by itself."""
    in_ledger(kantor, f"DELETE FROM peristiwa WHERE nomor > {left}")
    lines = mirror(kantor).read_text(encoding="utf-8").splitlines(keepends=True)
    mirror(kantor).write_text("".join(lines[:left]), encoding="utf-8")


def test_a_ledger_cut_at_its_end_together_with_its_mirror_is_named_by_the_kode_files(kantor: KantorUji) -> None:
    kantor.move(KABID, "Kirim")
    kantor.serve()
    rows = [json.loads(line) for line in mirror(kantor).read_text(encoding="utf-8").splitlines()]
    act = next(row["nomor"] for row in rows if row["jenis"] == "tindakan")
    cut(kantor, act)  # only what was handed on after the act is gone: no archived file is unknown by that
    paper = "Arsip/2026/TW I/LINJAMSOS/Disposisi 1 LINJAMSOS TW I 2026.docx"
    found = failures(kantor)
    assert (f"{ARSIP.format(2)}.kode.txt", f"menyebut peristiwa nomor {act + 1}, padahal buku catatan berakhir pada "
            f"nomor {act}: baris di akhirnya hilang.") in found
    assert [letak for letak, _ in found] == [paper, f"{paper}.kode.txt", f"{ARSIP.format(2)}.kode.txt"]


def test_a_ledger_that_went_on_otherwise_after_its_end_was_cut_is_named(kantor: KantorUji) -> None:
    kantor.move(KABID, "Kirim")
    kantor.serve()
    last = mirrored(kantor)
    cut(kantor, last - 1)  # the paper of the act
    (kantor.akar / "REHSOS/Kabid/Kirim/foto.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    kantor.jam = "2026-04-10T09:00"
    kantor.serve()
    assert kantor.held()[0]["nama"] == "foto.jpg"  # a row that was not there takes the lost one's number
    paper = "Arsip/2026/TW I/LINJAMSOS/Disposisi 1 LINJAMSOS TW I 2026.docx"  # written again, with the same bytes
    assert failures(kantor) == [(f"{paper}.kode.txt", f"kode rantainya bukan kode peristiwa nomor {last}.")]


@pytest.mark.parametrize(("meddle", "masalah"), [
    (Path.unlink, "hilang (peristiwa nomor"), (change, "tidak dapat dibaca."),
    (lambda path: path.write_bytes(path.with_name(LEMBAR.replace(".xlsx", " v1.xlsx.kode.txt")).read_bytes()),
     "menyebut isi lain daripada berkasnya.")], ids=["dihapus", "diubah", "milik berkas lain"])
def test_a_kode_file_that_was_touched_is_named(kantor: KantorUji, meddle: Callable[[Path], None], masalah: str) -> None:
    kantor.act(KABID, "Kirim", catatan="Segera.")
    meddle(kode_of(kantor, 2))
    ((letak, told),) = failures(kantor)
    assert letak == f"{ARSIP.format(2)}.kode.txt"
    assert told.startswith(masalah)


def test_a_kode_file_whose_file_nobody_knows_is_named(kantor: KantorUji) -> None:
    shutil.copy(kode_of(kantor, 1), kode_of(kantor, 9))
    assert failures(kantor) == [(f"{ARSIP.format(9)}.kode.txt", "berkasnya tidak dikenal: tidak ada peristiwa yang "
                                 "menyebutnya.")]


def test_an_edited_ledger_is_named_by_its_row(kantor: KantorUji) -> None:
    in_ledger(kantor, "UPDATE peristiwa SET isi = replace(isi, 'LINJAMSOS', 'REHSOS') WHERE nomor = 6")
    assert failures(kantor) == [("jejak.sqlite3 baris 6", "isinya tidak cocok dengan kode rantainya.")]


def test_a_row_cut_out_of_the_ledger_is_named(kantor: KantorUji) -> None:
    in_ledger(kantor, "DELETE FROM peristiwa WHERE nomor = 5")
    assert failures(kantor) == [("jejak.sqlite3 baris 5", "baris ini hilang.")]


def test_a_ledger_without_its_last_rows_is_found_out_by_the_mirror(kantor: KantorUji) -> None:
    rows = mirrored(kantor)
    in_ledger(kantor, f"DELETE FROM peristiwa WHERE nomor > {rows - 2}")
    assert failures(kantor)[0] == (f"Arsip/Jejak/2026.jsonl baris {rows - 1}", "tidak ada di buku catatan layanan.")


def test_a_ledger_that_is_no_database_any_more_is_told(kantor: KantorUji) -> None:
    (kantor.data / "jejak.sqlite3").write_bytes(b"bukan basis data" * 100)
    (letak, _), = failures(kantor)
    assert letak.startswith("jejak.sqlite3 baris")


def test_an_edited_and_a_cut_mirror_are_named_by_their_row(kantor: KantorUji) -> None:
    lines = mirror(kantor).read_text(encoding="utf-8").splitlines(keepends=True)
    mirror(kantor).write_text("".join([*lines[:3], lines[3].replace("2026-04-10", "2026-04-09"), *lines[4:]]),
                              encoding="utf-8")
    assert failures(kantor) == [("Arsip/Jejak/2026.jsonl baris 4", "isinya berbeda dari buku catatan layanan.")]
    mirror(kantor).write_text("".join(lines[:-2]), encoding="utf-8")
    assert failures(kantor) == [(f"Arsip/Jejak/2026.jsonl baris {len(lines) - 1} sampai {len(lines)}",
                                 "belum ada atau hilang, padahal tercatat.")]


def test_without_the_ledger_the_mirrors_own_chain_is_proven(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.data = tmp_path / "komputer lain"
    code, answer = verify(kantor)
    assert (code, answer["utuh"], answer["buku_catatan"], answer["baris"]) == (0, True, False, mirrored(kantor))
    lines = mirror(kantor).read_text(encoding="utf-8").splitlines(keepends=True)
    mirror(kantor).write_text("".join([*lines[:4], *lines[5:]]), encoding="utf-8")
    assert failures(kantor)[0] == ("Arsip/Jejak/2026.jsonl baris 5", "peristiwa nomor 5 hilang.")
    mirror(kantor).write_text("".join([*lines[:4], "{rusak\n", *lines[5:]]), encoding="utf-8")
    assert failures(kantor)[0] == ("Arsip/Jejak/2026.jsonl baris 5", "baris ini tidak dapat dibaca.")


def test_an_office_without_ledger_and_mirror_cannot_be_proven(kantor: KantorUji, tmp_path: Path) -> None:
    mirror(kantor).unlink()
    kantor.data = tmp_path / "komputer lain"
    code, out, err = kantor.command("verifikasi", clock=False)
    assert (code, out, err[:4]) == (3, "", "K107")


def test_a_code_finds_the_event_it_was_printed_for(kantor: KantorUji) -> None:
    kantor.act(KABID, "Kirim")
    act = kantor.acts()[-1]
    for kode in (str(act["kode"]), str(act["kode"]).replace("-", "").lower()):
        code, out, _ = kantor.command("verifikasi", "--kode", kode, "--json", clock=False)
        (event,) = json.loads(out)
        assert (code, event["jenis"], event["berkas"], event["kode"]) == (0, "tindakan", BERKAS, act["kode"])
        assert event["isi"]["sha256_diterima"] == act["sha256"]
    code, out, _ = kantor.command("verifikasi", "--kode", str(act["kode"]), clock=False)
    assert code == 0
    assert "tugaskan" in out
    assert "jam_tiruan       ya\n" in out
    code, out, _ = kantor.command("verifikasi", "--kode", "0000-0000", clock=False)
    assert (code, out) == (1, "Kode 0000-0000 tidak ada dalam jejak kantor ini.\n")


def test_a_code_is_not_looked_up_in_an_edited_ledger(kantor: KantorUji) -> None:
    in_ledger(kantor, "UPDATE peristiwa SET isi = replace(isi, 'LINJAMSOS', 'REHSOS') WHERE nomor = 6")
    code, out, err = kantor.command("verifikasi", "--kode", "0000-0000", clock=False)
    assert (code, out) == (3, "")
    assert err.startswith("K501: Buku catatan (jejak) rusak pada baris 6")
