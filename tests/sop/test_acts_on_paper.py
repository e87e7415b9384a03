"""Officials who act on paper: what somebody moves for them waits for the scan of what they signed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, KABID, KASUBID, LEMBAR, KantorUji
from pejabat_uji import PDF, SCANS, UNIT, change_officials, disposisi, find, paper, plh, signatures, status_text

from kinerja_xl.domain.office import CaraBertindak, Pejabat
from kinerja_xl.domain.roles import Peran

PHOTO = b"\xff\xd8\xff\xe0" + b"x" * 500 + b"\xff\xd9"
BERKAS = "2026-TW1-LINJAMSOS"


def on_paper(kantor: KantorUji, peran: Peran) -> None:
    """Let the official of a role act on paper from now on."""
    def change(daftar: list[Pejabat]) -> list[Pejabat]:
        index = find(daftar, peran)
        daftar[index] = replace(daftar[index], cara=CaraBertindak.NASKAH)
        return daftar

    change_officials(kantor, change)


def code(kantor: KantorUji) -> str:
    """The code of the row that handed the worksheet to its present holder."""
    return str(kantor.acts()[-1]["kode"])


def put_scan(kantor: KantorUji, kode: str, content: bytes = PDF) -> str:
    """Put a scan named by a code into Bertanda Tangan and return its sha256."""
    (kantor.akar / SCANS / f"{kode} bertanda tangan.pdf").write_bytes(content)
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def submitted(kantor: KantorUji) -> KantorUji:
    """The report lies before a Kabid who acts on paper; someone has moved it into Setujui for him."""
    on_paper(kantor, Peran.KABID)
    put_scan(kantor, code(kantor))
    kantor.play_to("diajukan")
    kantor.move(KABID, "Setujui")
    kantor.serve()
    return kantor


def test_what_was_moved_for_him_waits_where_it_is_and_everybody_can_read_for_what(submitted: KantorUji) -> None:
    waiting = f"menunggu pindaian bertanda tangan dengan kode {code(submitted)}"
    assert (submitted.status(), submitted.held()) == ("diajukan", [])
    assert submitted.files(f"{KABID}/Setujui") == [LEMBAR]
    assert f"{KABID}/Setujui/{LEMBAR}: {waiting}" in status_text(submitted)
    assert waiting in " ".join(submitted.command("status")[1].split())
    before = (submitted.akar / "Arsip/Jejak/2026.jsonl").read_bytes()
    done = submitted.serve()
    assert (done["diterima"], done["ditolak"], done["ditahan"]) == (0, 0, 0)
    assert (submitted.akar / "Arsip/Jejak/2026.jsonl").read_bytes() == before  # waiting is told once


def test_its_code_stands_on_the_worksheet_and_on_the_paper_that_he_signs(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    assert code(kantor) in disposisi(kantor.waiting(KABID))
    assert code(kantor) in paper(kantor, f"Laporan Data Kinerja {UNIT}")


def test_the_scan_makes_it_his_act_with_the_scan_as_its_proof(submitted: KantorUji) -> None:
    sha256 = put_scan(submitted, code(submitted), PHOTO)
    submitted.serve()
    act = submitted.acts()[-1]
    assert (act["tindakan"], act["dasar"], act["naskah_sha256"]) == ("setujui", "naskah", sha256)
    assert str(act["pejabat"]).startswith("Pejabat Contoh 9 (Kepala Bidang")
    assert submitted.files(f"{KABID}/Setujui") == []
    assert "menunggu pindaian" not in status_text(submitted)
    assert f"naskah {sha256[:12]}" in " ".join(submitted.command("riwayat", BERKAS)[1].split())


def test_the_papers_and_the_worksheet_say_that_he_acted_by_a_signed_paper(submitted: KantorUji) -> None:
    sha256 = put_scan(submitted, code(submitted))
    submitted.serve()
    assert f"pindaian naskah bertanda tangan (sha256 {sha256[:12]})" in paper(submitted, f"Disposisi 5 {UNIT}")
    report = paper(submitted, f"Laporan Data Kinerja {UNIT}")
    assert "dengan naskah bertanda tangan, 10 April 2026" in report
    assert f"sha256 pindaian {sha256[:12]}" in report
    assert any("dengan naskah bertanda tangan" in text for text in disposisi(submitted.waiting(KASUBID)))


def test_a_worksheet_that_is_not_right_is_given_back_at_once_and_keeps_its_code(kantor: KantorUji) -> None:
    on_paper(kantor, Peran.ANALIS)
    kantor.play_to("diperintahkan")
    kode = code(kantor)
    assert kantor.act(ANALIS, "Kirim")["ditolak"] == 1  # nothing filled in
    assert kode in disposisi(kantor.waiting(ANALIS))
    sha256 = put_scan(kantor, kode)
    assert kantor.act(ANALIS, "Kirim", kantor.good_values())["diterima"] == 1
    assert kantor.acts()[-1]["naskah_sha256"] == sha256


def test_the_first_step_waits_for_the_code_of_the_issue(kantor: KantorUji) -> None:
    on_paper(kantor, Peran.KABID)
    issue = code(kantor)
    assert issue in disposisi(kantor.waiting(KABID))
    kantor.act(KABID, "Kirim")
    assert kantor.status() == "baru"
    put_scan(kantor, issue)
    kantor.serve()
    assert (kantor.status(), kantor.acts()[-1]["dasar"]) == ("ditugaskan", "naskah")


def test_after_a_return_a_new_scan_is_needed(submitted: KantorUji) -> None:
    (submitted.akar / KABID / "Setujui" / LEMBAR).rename(submitted.akar / KABID / "Masuk" / LEMBAR)
    put_scan(submitted, code(submitted))
    submitted.act(KABID, "Kembalikan", catatan="Lengkapi bukti dukung.")
    assert submitted.acts()[-1]["dasar"] == "naskah"
    submitted.act(KASUBID, "Kirim")
    submitted.act(KABID, "Setujui")
    assert submitted.status() == "diajukan"
    put_scan(submitted, code(submitted))
    submitted.serve()
    assert submitted.status() == "disetujui"


def test_another_code_or_another_bidang_does_not_serve(submitted: KantorUji) -> None:
    put_scan(submitted, str(submitted.acts()[1]["kode"]), PHOTO)  # the paper of the assignment
    submitted.serve()
    assert submitted.status() == "diajukan"
    folder = submitted.akar / "REHSOS" / "Bertanda Tangan"
    (folder / f"{code(submitted)}.pdf").write_bytes(PDF)
    submitted.serve()
    assert submitted.status() == "diajukan"


def test_a_copy_left_in_masuk_goes_when_the_scan_is_there(submitted: KantorUji) -> None:
    lying = submitted.akar / KABID / "Setujui" / LEMBAR
    (submitted.akar / KABID / "Masuk" / LEMBAR).write_bytes(lying.read_bytes())
    submitted.serve()
    assert submitted.files(f"{KABID}/Masuk") == [LEMBAR]
    put_scan(submitted, code(submitted))
    submitted.serve()
    assert (submitted.status(), submitted.files(f"{KABID}/Masuk"), submitted.held()) == ("disetujui", [], [])


def test_who_acts_by_the_folders_on_the_next_day_gets_it_back_first(submitted: KantorUji) -> None:
    submitted.jam = "2026-04-13T08:00"
    change_officials(submitted, lambda daftar: [
        *daftar, plh("Pejabat Contoh 80", Peran.KABID, date(2026, 4, 13), date(2026, 4, 17))])
    assert submitted.status() == "diajukan"
    (catatan,) = [c for c in submitted.catatan(KABID) if c["tingkat"] == "tolak"]
    assert catatan["kode"] == "C508"
    assert "naskah bertanda tangan Pejabat Contoh 9" in catatan["pesan"]
    assert "Pejabat Contoh 80" in catatan["pesan"]
    submitted.act(KABID, "Setujui")
    act = submitted.acts()[-1]
    assert (act["tindakan"], act["dasar"], act["naskah_sha256"]) == ("setujui", "folder", None)


def test_who_acts_by_the_folders_needs_no_scan(kantor: KantorUji) -> None:
    on_paper(kantor, Peran.KASUBID)
    kantor.act(KABID, "Kirim")
    act = kantor.acts()[-1]
    assert (act["tindakan"], act["dasar"], act["naskah_sha256"]) == ("tugaskan", "folder", None)


def test_a_pc_without_the_ledger_reads_what_waits(submitted: KantorUji, tmp_path: Path) -> None:
    mirror = KantorUji(submitted.akar, tmp_path / "elsewhere", submitted._capsys)
    out = " ".join(mirror.command("status", clock=False)[1].split())
    assert f"menunggu pindaian bertanda tangan dengan kode {code(submitted)}" in out


def test_the_proof_of_the_office_holds(submitted: KantorUji) -> None:
    put_scan(submitted, code(submitted))
    submitted.serve()
    result, out, _ = submitted.command("verifikasi", "--json", clock=False)
    assert (result, json.loads(out)["masalah"]) == (0, [])
    assert signatures(submitted, f"Laporan Data Kinerja {UNIT}")[0][0] == "Menyetujui:"
