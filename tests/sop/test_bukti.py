"""Evidence: copied into the archive with the act that hands it in, held against the register, never opened or moved."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, KABID, KASUBID, KantorUji

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.kantor.worksheets import evidence

KUARTAL = "LINJAMSOS/Bukti Dukung/2026 TW I"
ARSIP = "Arsip/2026/TW I/LINJAMSOS/Bukti Dukung"
PDF = b"%PDF-1.4\nBerita acara\n%%EOF\n"


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def diperintahkan(kantor: KantorUji) -> KantorUji:
    """The Analis of LINJAMSOS gathers."""
    kantor.play_to("diperintahkan")
    return kantor


def folder(kantor: KantorUji, kode: str = "LIN-01") -> Path:
    (found,) = (path for path in (kantor.akar / KUARTAL).iterdir() if path.name.startswith(f"{kode} "))
    return found


def put(kantor: KantorUji, nama: str, isi: bytes = PDF, kode: str = "LIN-01") -> Path:
    path = folder(kantor, kode) / nama
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(isi)
    return path


def registered(*rows: str) -> dict[Kunci, NilaiSel]:
    return {Kunci("bukti", row, "bukti"): True for row in rows}


def hand_in(kantor: KantorUji, *rows: str) -> None:
    assert kantor.act(ANALIS, "Kirim", {**kantor.good_values(), **registered(*rows)})["diterima"] == 1


def told(kantor: KantorUji, role: str = KASUBID, beginning: str = "C21") -> list[tuple[str, str]]:
    return [(c["kode"], c["pesan"]) for c in kantor.catatan(role) if c["kode"].startswith(beginning)]


def rows(kantor: KantorUji) -> list[dict[str, object]]:
    lines = (kantor.akar / "Arsip/Jejak/2026.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["jenis"] == "bukti"]


def failures(kantor: KantorUji) -> list[tuple[str, str]]:
    _, out, _ = kantor.command("verifikasi", "--json", clock=False)
    return [(row["letak"], row["masalah"]) for row in json.loads(out)["masalah"]]


def test_at_step_3_every_file_is_copied_into_the_archive_with_its_hash_and_stays_where_it_is(
        diperintahkan: KantorUji) -> None:
    one, two = put(diperintahkan, "berita acara.pdf"), put(diperintahkan, "foto/lokasi 1.jpg", b"\xff\xd8\xff" * 9)
    before = (one.stat().st_ino, one.stat().st_mtime_ns)
    hand_in(diperintahkan, "LIN-01|bukti|berita acara.pdf", "LIN-01|bukti|lokasi 1.jpg")
    assert (one.stat().st_ino, one.stat().st_mtime_ns) == before
    own = f"{ARSIP}/{folder(diperintahkan).name}"
    assert (diperintahkan.akar / own / "berita acara.pdf").read_bytes() == PDF
    assert (diperintahkan.akar / own / "lokasi 1.jpg").read_bytes() == two.read_bytes()
    (row,) = rows(diperintahkan)
    act = diperintahkan.acts()[-1]
    assert act["tindakan"] == "serahkan bahan"
    assert row["isi"]["daftar"][0] == {  # type: ignore[index]
        "kode": "LIN-01", "jalur": one.relative_to(diperintahkan.akar).as_posix(), "sha256": sha(PDF),
        "ukuran": len(PDF), "arsip": own, "nama": "berita acara.pdf"}
    assert [code for code, _ in told(diperintahkan)] == []
    assert failures(diperintahkan) == []
    assert f"isi {sha(PDF)}" in (diperintahkan.akar / own / "berita acara.pdf.kode.txt").read_text("utf-8-sig")


def test_without_evidence_there_is_no_row(diperintahkan: KantorUji) -> None:
    hand_in(diperintahkan)
    assert rows(diperintahkan) == []


def test_register_and_folders_that_say_otherwise_are_told_with_file_and_folder(diperintahkan: KantorUji) -> None:
    put(diperintahkan, "tak tercatat.pdf")
    put(diperintahkan, "ada.pdf", kode="LIN-02")
    hand_in(diperintahkan, "LIN-01|bukti|hilang.pdf", "LIN-01|bukti|https://drive.example/x", "LIN-01|bukti|",
            r"LIN-02|acuan|LIN-02\ADA.pdf", "LIN-01|bukti|ada.pdf")
    where = f"{KUARTAL}/{folder(diperintahkan).name}"
    assert sorted(told(diperintahkan)) == [
        ("C211", "Baris bukti LIN-01 tidak menyebutkan berkas atau tautan."),
        ("C212", f"Bukti “ada.pdf” untuk LIN-01 tercatat, tetapi berkasnya tidak ada di folder {KUARTAL}/LIN-01."),
        ("C212", f"Bukti “hilang.pdf” untuk LIN-01 tercatat, tetapi berkasnya tidak ada di folder {KUARTAL}/LIN-01."),
        ("C213", f"Berkas “tak tercatat.pdf” di folder {where} belum tercatat di lembar Bukti Dukung untuk LIN-01.")]
    assert diperintahkan.files(f"{ARSIP}/{folder(diperintahkan).name}") == ["tak tercatat.pdf"]


@pytest.mark.parametrize(("nama", "isi", "sebab"), [
    ("pasang.exe", b"MZ", "jenis berkas “exe” bukan dokumen atau gambar"),
    ("laporan.pdf", b"MZ\x90\x00", "isinya sebuah program, bukan dokumen"),
    ("kosong.pdf", b"", "berkas itu kosong"), ("film.mp4", b"\0" * 9, "jenis berkas “mp4” bukan dokumen atau gambar"),
    ("besar.pdf", b"%PDF" + b"\0" * (20 * 1024 * 1024), "besarnya 20,0 MB")])
def test_what_is_no_document_or_picture_or_too_large_is_not_taken_and_told(diperintahkan: KantorUji, nama: str,
                                                                           isi: bytes, sebab: str) -> None:
    path = put(diperintahkan, nama, isi)
    put(diperintahkan, "baik.pdf")
    hand_in(diperintahkan, f"LIN-01|bukti|{nama}", "LIN-01|bukti|baik.pdf")
    assert told(diperintahkan) == [("C214", f"Berkas “{nama}” di folder {KUARTAL}/{folder(diperintahkan).name} tidak "
                                    f"disimpan sebagai bukti: {sebab}.")]
    assert diperintahkan.files(f"{ARSIP}/{folder(diperintahkan).name}") == ["baik.pdf"]
    assert path.read_bytes() == isi


def test_more_than_a_hundred_files_of_one_indicator_are_too_many(diperintahkan: KantorUji,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MAX_FILES", 2)
    for number in range(3):
        put(diperintahkan, f"{number}.pdf")
    hand_in(diperintahkan, *(f"LIN-01|bukti|{number}.pdf" for number in range(3)))
    ((code, pesan),) = told(diperintahkan)
    assert code == "C214"
    assert pesan.endswith("sudah ada 2 berkas untuk indikator ini.")


def test_links_pipes_and_what_programs_leave_behind_are_never_followed_or_taken(diperintahkan: KantorUji,
                                                                               tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.pdf"
    secret.write_bytes(b"%PDF rahasia")
    own = folder(diperintahkan)
    (own / "tautan.pdf").symlink_to(secret)
    os.mkfifo(own / "pipa.pdf")
    (own / "Thumbs.db").write_bytes(b"x")
    (own / "~$surat.docx").write_bytes(b"x")
    (own / "dalam").symlink_to(tmp_path, target_is_directory=True)
    other = folder(diperintahkan, "LIN-02")
    other.rmdir()
    other.symlink_to(tmp_path, target_is_directory=True)
    hand_in(diperintahkan, "LIN-01|bukti|tautan.pdf", "LIN-02|bukti|rahasia.pdf")
    assert rows(diperintahkan) == []
    assert [code for code, _ in told(diperintahkan)] == ["C212", "C212"]
    kept = {path.read_bytes() for path in (diperintahkan.data / "titipan").iterdir()}
    assert secret.read_bytes() not in kept


def test_a_quarter_that_is_a_link_has_no_evidence(diperintahkan: KantorUji, tmp_path: Path) -> None:
    moved = tmp_path / "di luar"
    (diperintahkan.akar / KUARTAL).rename(moved)
    (diperintahkan.akar / KUARTAL).symlink_to(moved, target_is_directory=True)
    put(diperintahkan, "a.pdf")
    hand_in(diperintahkan, "LIN-01|bukti|a.pdf")
    assert rows(diperintahkan) == []


@pytest.fixture
def diserahkan(diperintahkan: KantorUji) -> KantorUji:
    """Two files were handed in."""
    put(diperintahkan, "a.pdf")
    put(diperintahkan, "b.pdf", b"%PDF b")
    hand_in(diperintahkan, "LIN-01|bukti|a.pdf", "LIN-01|bukti|b.pdf")
    return diperintahkan


def test_what_was_changed_or_removed_afterwards_is_named_with_both_hashes_by_the_proof(diserahkan: KantorUji) -> None:
    own = folder(diserahkan)
    (own / "a.pdf").write_bytes(b"%PDF lain")
    (own / "b.pdf").unlink()
    nomor = rows(diserahkan)[0]["nomor"]
    jalur = own.relative_to(diserahkan.akar).as_posix()
    assert failures(diserahkan) == [
        (f"{jalur}/a.pdf", f"berubah sejak diserahkan (peristiwa nomor {nomor}): sha256 semula {sha(PDF)}, sekarang "
                           f"{sha(b'%PDF lain')}."),
        (f"{jalur}/b.pdf", f"tidak ada lagi sejak diserahkan (peristiwa nomor {nomor}): sha256 semula "
                           f"{sha(b'%PDF b')}.")]
    assert diserahkan.command("verifikasi", clock=False)[0] == 1


def test_the_next_step_is_told_both_hashes_and_hands_in_what_is_there_now(diserahkan: KantorUji) -> None:
    own = folder(diserahkan)
    jalur = own.relative_to(diserahkan.akar).as_posix()
    (own / "a.pdf").write_bytes(b"%PDF lain")
    (own / "b.pdf").unlink()
    assert diserahkan.act(KASUBID, "Kirim")["diterima"] == 1
    found = told(diserahkan, KABID)
    assert ("C215", f"Berkas bukti {jalur}/a.pdf berubah sejak diserahkan: sha256 semula {sha(PDF)}, sekarang "
                    f"{sha(b'%PDF lain')}.") in found
    assert ("C216", f"Berkas bukti {jalur}/b.pdf tidak ada lagi sejak diserahkan: sha256 semula "
                    f"{sha(b'%PDF b')}.") in found
    assert failures(diserahkan) == []
    assert diserahkan.files(f"{ARSIP}/{own.name}") == ["a (2).pdf", "a.pdf", "b.pdf"]


def test_a_folder_that_is_gone_or_replaced_by_a_link_is_named_too(diserahkan: KantorUji, tmp_path: Path) -> None:
    own = folder(diserahkan)
    own.rename(tmp_path / own.name)
    own.symlink_to(tmp_path / own.name, target_is_directory=True)
    assert [masalah[:10] for _, masalah in failures(diserahkan)] == ["tidak ada ", "tidak ada "]


def test_while_the_analis_gathers_again_his_changes_are_no_failure(diserahkan: KantorUji) -> None:
    assert diserahkan.act(KASUBID, "Kembalikan", catatan="Ganti foto yang buram.")["diterima"] == 1
    (folder(diserahkan) / "b.pdf").unlink()
    assert failures(diserahkan) == []


def test_evidence_that_cannot_be_read_keeps_the_act_waiting_and_is_told(diperintahkan: KantorUji,
                                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    from kinerja_xl.routing import osfiles

    path, opened = put(diperintahkan, "a.pdf"), osfiles.open_regular

    def locked(wanted: Path) -> object:
        if wanted == path:
            raise PermissionError(13, "Permission denied")
        return opened(wanted)

    monkeypatch.setattr(osfiles, "open_regular", locked)
    diperintahkan.fill(ANALIS, diperintahkan.good_values())
    diperintahkan.move(ANALIS, "Kirim")
    assert diperintahkan.serve()["diterima"] == 0
    assert "a.pdf: berkas sedang dibuka program lain atau izin foldernya kurang." in diperintahkan.layanan()
    monkeypatch.setattr(osfiles, "open_regular", opened)
    assert diperintahkan.serve()["diterima"] == 1


def test_a_restored_office_proves_its_evidence_too(diserahkan: KantorUji, tmp_path: Path) -> None:
    diserahkan.data = tmp_path / "baru"
    assert diserahkan.command("pulihkan", clock=False)[0] == 0
    (folder(diserahkan) / "a.pdf").write_bytes(b"%PDF lain")
    assert [masalah[:7] for _, masalah in failures(diserahkan)] == ["berubah"]
