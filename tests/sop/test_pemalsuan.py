"""Forgeries, one test each: refused with the reason, status and ledger's acts unchanged."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, KantorUji
from paket_uji import Parts, repacked
from pejabat_uji import same_person

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.routing.ledger.chain import GENESIS, chain_value, row_json
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja

REHSOS = "2026-TW1-REHSOS"
Book = openpyxl.Workbook


def forge(kantor: KantorUji, role: str, change: Callable[[Book], object]) -> None:
    """Change the worksheet that waits for a role as somebody does who wants to deceive."""
    path = kantor.waiting(role)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def identity(name: str, value: object) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        ((sheet, cell),) = book.defined_names[name].destinations
        book[sheet][cell.replace("$", "")].value = value

    return change


def stands(kantor: KantorUji) -> tuple[str, int, int]:
    """Status, versi and number of acts: what no forgery may move."""
    row = kantor.row()
    return str(row["status"]), int(str(row["versi"])), len(kantor.acts())


def refused(kantor: KantorUji, role: str) -> list[tuple[str, str]]:
    return [(c["kode"], c["pesan"]) for c in kantor.catatan(role) if c["tingkat"] == "tolak"]


@pytest.mark.parametrize(("name", "value", "judul"), [("bidang", "REHSOS", "Bidang"), ("triwulan", 2, "Triwulan"),
                                                     ("tahun", 2027, "Tahun")])
def test_another_bidang_quarter_or_year_in_the_identity(kantor: KantorUji, name: str, value: object,
                                                        judul: str) -> None:
    before = stands(kantor)
    forge(kantor, KABID, identity(name, value))
    assert kantor.act(KABID, "Kirim")["ditolak"] == 1
    (pesan,) = [pesan for code, pesan in refused(kantor, KABID) if code == "C407"]
    assert stands(kantor) == before
    assert pesan.startswith(f"{judul} pada lembar Disposisi tertulis “{value}”, seharusnya ")


@pytest.mark.parametrize(("value", "code", "alasan"), [
    (REHSOS, "H104", f"Berkas {REHSOS} sekarang dipegang oleh REHSOS/Kabid, bukan oleh LINJAMSOS/Kabid."),
    ("2026-TW1-KEUANGAN", "H102", "Kode berkas 2026-TW1-KEUANGAN tidak dikenal di kantor ini."),
    (None, "H101", "Lembar kerja ini tidak menyebutkan kode berkasnya di lembar Disposisi.")])
def test_another_berkas_in_the_identity(kantor: KantorUji, value: object, code: str, alasan: str) -> None:
    before = stands(kantor)
    forge(kantor, KABID, identity("berkas", value))
    assert kantor.act(KABID, "Kirim")["ditahan"] == 1
    (held,) = kantor.held()
    assert (held["kode"], held["alasan"], stands(kantor)) == (code, alasan, before)
    assert kantor.status(REHSOS) == "baru"


@pytest.mark.parametrize("versi", [0, 7])
def test_another_versi_in_the_identity(kantor: KantorUji, versi: int) -> None:
    before = stands(kantor)
    forge(kantor, KABID, identity("versi", versi))
    assert kantor.act(KABID, "Kirim")["ditahan"] == 1
    (held,) = kantor.held()
    assert (held["kode"], stands(kantor)) == ("H105", before)
    assert held["alasan"] == f"Ini versi {versi} berkas {BERKAS}, sedangkan yang berlaku sekarang versi 1."


def test_the_file_of_the_analis_in_the_folder_of_the_kabid(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    before = stands(kantor)
    shutil.move(kantor.waiting(ANALIS), kantor.akar / KABID / "Setujui" / LEMBAR)
    assert kantor.serve()["ditahan"] == 1
    (held,) = kantor.held()
    assert (held["kode"], held["folder"], stands(kantor)) == ("H104", f"{KABID}/Ditahan", before)
    assert "sekarang dipegang oleh LINJAMSOS/Analis, bukan oleh LINJAMSOS/Kabid" in held["alasan"]


def test_an_old_version_with_todays_identity(kantor: KantorUji) -> None:
    """The worksheet of the first round, its versi corrected by hand: what is compared is the content accepted last."""
    kantor.play_to("diajukan")
    old = (kantor.akar / "Arsip/2026/TW I/LINJAMSOS" / LEMBAR.replace(".xlsx", " v2.xlsx")).read_bytes()
    before, versi = stands(kantor), kantor.row()["versi"]
    path = kantor.waiting(KABID)
    path.write_bytes(old)
    forge(kantor, KABID, identity("versi", versi))
    assert kantor.act(KABID, "Setujui")["ditolak"] == 1
    codes = {code for code, _ in refused(kantor, KABID)}
    assert ("C401" in codes, stands(kantor)) == (True, before)


def test_another_target(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    before = stands(kantor)

    def change(book: Book) -> None:
        sheet = book["Lembar Kerja"]
        heading = next(c for row in sheet.iter_rows() for c in row if str(c.value or "").startswith("Target"))
        row = next(c.row for r in sheet.iter_rows() for c in r if c.value == "LIN-01")
        cell = next(c for c in sheet[row] if c.column >= heading.column and isinstance(c.value, (int, float)))
        cell.value = 1

    kantor.fill(ANALIS, kantor.good_values())
    forge(kantor, ANALIS, change)
    assert kantor.act(ANALIS, "Kirim")["ditolak"] == 1
    ((code, pesan),) = [(c, p) for c, p in refused(kantor, ANALIS) if c == "C401"]
    assert (code, stands(kantor)) == ("C401", before)
    assert "Target" in pesan
    assert "padahal bukan isian Analis" in pesan


def another_result(data: bytes, formula: str) -> bytes:
    """Every formula of the worksheet replaced, and 999 shown: a constant (no formula), or a formula that says so."""
    def change(parts: Parts) -> None:
        for name, content in parts.items():
            if name.startswith("xl/worksheets/"):
                parts[name] = re.sub(
                    rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)[^>]*><f>[^<]*</f>(?:<v>[^<]*</v>|<v ?/>)?',
                    rb"\1>" + formula.encode() + b"<v>999</v>", content)

    return repacked(data, change)


@pytest.mark.parametrize(("formula", "kode"), [("", "C306"), ("<f>900+99</f>", "C305")])
def test_another_result_in_the_place_of_ours_changes_no_result_and_is_told(kantor: KantorUji, formula: str,
                                                                           kode: str) -> None:
    """Decision 0031: computed cells are never trusted; every paper and list has the service's own result."""
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    path = kantor.waiting(ANALIS)
    path.write_bytes(another_result(path.read_bytes(), formula))
    assert show_file(path).count("999") > 10
    assert kantor.act(ANALIS, "Kirim")["diterima"] == 1
    told = [c for c in kantor.catatan(KASUBID) if c["kode"] == kode]
    assert told
    assert all(c["tingkat"] == "peringatan" and c["sel"] and "hasil hitung" in c["pesan"] for c in told)
    kantor.act(KASUBID, "Kirim")
    kantor.act(KABID, "Setujui")
    papers = [*kantor.akar.glob("LINJAMSOS/Cetak/2026 TW I/*.docx"), *kantor.akar.rglob("Pemantauan*.xlsx")]
    assert len(papers) > 5
    assert [path.name for path in papers if "999" in show_file(path)] == []


@pytest.mark.parametrize("note", [None, "   ", "-"])
def test_a_return_without_a_reason(kantor: KantorUji, note: str | None) -> None:
    kantor.play_to("diajukan")
    before = stands(kantor)
    assert kantor.act(KABID, "Kembalikan", catatan=note)["ditolak"] == 1
    assert ([code for code, _ in refused(kantor, KABID)], stands(kantor)) == (["C208"], before)


def test_an_edit_after_the_approval_is_void_and_says_so(kantor: KantorUji) -> None:
    kantor.play_to("disetujui")
    before = stands(kantor)
    kantor.fill(KASUBID, {Kunci("indikator", "LIN-01", "realisasi_tw1"): Decimal(99)})
    assert kantor.act(KASUBID, "Kirim")["ditolak"] == 1
    ((code, pesan),) = refused(kantor, KASUBID)
    assert (code, stands(kantor)) == ("C401", before)
    assert "diubah dari “20” menjadi “99”, padahal bukan isian Kasubid pada tahap ini." in pesan
    kantor.fill(KASUBID, {Kunci("indikator", "LIN-01", "realisasi_tw1"): Decimal(20)})
    assert kantor.act(KASUBID, "Kirim")["diterima"] == 1


def test_an_edit_by_the_kabid_while_he_approves(kantor: KantorUji) -> None:
    kantor.play_to("diajukan")
    before = stands(kantor)
    kantor.fill(KABID, {Kunci("indikator", "LIN-01", "realisasi_tw1"): Decimal(99)})
    assert kantor.act(KABID, "Setujui")["ditolak"] == 1
    assert ([code for code, _ in refused(kantor, KABID)], stands(kantor)) == (["C401"], before)


def test_the_same_person_sends_and_approves_only_as_rangkap_jabatan(kantor: KantorUji) -> None:
    """Where he holds both posts that day the contract allows it, marked; after he left one: C503, test_officials."""
    same_person(kantor, (Peran.KABID, "LINJAMSOS"), (Peran.KASUBID, "LINJAMSOS"))
    kantor.play_to("disetujui")
    assert kantor.acts()[-1]["rangkap"]


def test_a_copy_from_another_bidang(kantor: KantorUji) -> None:
    before = stands(kantor)
    other = kantor.waiting("REHSOS/Kabid")
    shutil.copy(other, kantor.akar / KABID / "Kirim" / LEMBAR)
    assert kantor.serve()["ditahan"] == 1
    (held,) = kantor.held()
    assert (held["kode"], stands(kantor), kantor.status(REHSOS)) == ("H104", before, "baru")


def test_a_copy_from_another_bidang_under_our_identity(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    before = stands(kantor)
    path = kantor.waiting(ANALIS)
    path.write_bytes(kantor.waiting("REHSOS/Kabid").read_bytes())
    for name, value in (("berkas", BERKAS), ("bidang", "LINJAMSOS"), ("versi", before[1])):
        forge(kantor, ANALIS, identity(name, value))
    assert kantor.act(ANALIS, "Kirim")["ditolak"] == 1
    codes = {code for code, _ in refused(kantor, ANALIS)}
    assert ({"C402", "C403"} <= codes, stands(kantor)) == (True, before)


def test_a_sheet_of_another_worksheet_in_the_place_of_ours(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    before = stands(kantor)
    other = openpyxl.load_workbook(kantor.waiting("REHSOS/Kabid"))["Lembar Kerja"]

    def change(book: Book) -> None:
        sheet = book["Lembar Kerja"]
        for row in other.iter_rows():
            for cell in row:
                if type(cell).__name__ != "MergedCell" and type(sheet[cell.coordinate]).__name__ != "MergedCell":
                    sheet[cell.coordinate].value = cell.value

    forge(kantor, ANALIS, change)
    assert kantor.act(ANALIS, "Kirim")["ditolak"] == 1
    codes = {code for code, _ in refused(kantor, ANALIS)}
    assert ("C402" in codes, stands(kantor)) == (True, before)


def test_the_sheet_disposisi_taken_away_or_replaced(kantor: KantorUji) -> None:
    before = stands(kantor)

    def change(book: Book) -> None:
        del book["Disposisi"]
        book.create_sheet("Disposisi")

    forge(kantor, KABID, change)
    assert kantor.act(KABID, "Kirim")["ditahan"] == 1
    (held,) = kantor.held()
    assert stands(kantor) == before
    assert held["kode"] in ("K404", "K407", "H101")


def test_a_row_inserted_in_the_mirror_is_no_act_and_is_named(kantor: KantorUji) -> None:
    before = stands(kantor)
    mirror = kantor.akar / "Arsip/Jejak/2026.jsonl"
    lines = mirror.read_text(encoding="utf-8").splitlines(keepends=True)
    forged = json.loads(lines[-1]) | {"jenis": "tindakan", "berkas": BERKAS}
    mirror.write_text("".join([*lines[:5], json.dumps(forged) + "\n", *lines[5:]]), encoding="utf-8")
    assert stands(kantor) == before
    code, out, _ = kantor.command("verifikasi", "--json", clock=False)
    assert (code, json.loads(out)["masalah"][0]) == (1, {
        "letak": "Arsip/Jejak/2026.jsonl baris 6", "masalah": "isinya berbeda dari buku catatan layanan."})
    assert kantor.act(KABID, "Kirim")["diterima"] == 1  # the mirror is written anew, the forged one kept as evidence
    assert [path.name for path in mirror.parent.iterdir() if "tidak cocok" in path.name] == ["2026 tidak cocok.jsonl"]
    assert BERKAS in mirror.read_text(encoding="utf-8")


def test_an_act_inserted_in_the_mirror_with_a_right_chain_is_found_out_with_and_without_the_ledger(
        kantor: KantorUji, tmp_path: Path) -> None:
    """The chain is no secret: whoever can write there can chain his row. The ledger and the kode files know better."""
    kantor.play_to("ditugaskan")
    before = stands(kantor)
    mirror = kantor.akar / "Arsip/Jejak/2026.jsonl"
    rows = [json.loads(line) for line in mirror.read_text(encoding="utf-8").splitlines()]
    place = next(n for n, row in enumerate(rows) if row["jenis"] == "tindakan")
    isi = {**rows[place]["isi"], "ke": "disetujui", "tindakan": "setujui"}
    rows.insert(place, {**rows[place], "isi": isi})
    previous, lines = GENESIS, []
    for nomor, row in enumerate(rows, 1):
        event = Peristiwa(JenisPeristiwa(row["jenis"]), datetime.fromisoformat(row["waktu"]), row["berkas"],
                          row["isi"], nomor)
        event = replace(event, rantai=chain_value(event, previous))
        lines.append(row_json(event, previous))
        previous = event.rantai
    mirror.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert stands(kantor) == before
    code, out, _ = kantor.command("verifikasi", "--json", clock=False)
    assert (code, json.loads(out)["masalah"][0]) == (1, {
        "letak": f"Arsip/Jejak/2026.jsonl baris {place + 1}", "masalah": "isinya berbeda dari buku catatan layanan."})
    kantor.data = tmp_path / "komputer lain"
    code, out, _ = kantor.command("verifikasi", "--json", clock=False)
    told = [row for row in json.loads(out)["masalah"] if row["letak"].endswith(".kode.txt")]
    assert (code, bool(told)) == (1, True)
    assert "kode rantainya bukan kode peristiwa nomor" in told[0]["masalah"]


def test_a_row_added_at_the_end_of_the_mirror_stops_publishing_with_the_reason(kantor: KantorUji) -> None:
    mirror = kantor.akar / "Arsip/Jejak/2026.jsonl"
    lines = mirror.read_text(encoding="utf-8").splitlines(keepends=True)
    mirror.write_text("".join([*lines, lines[-1]]), encoding="utf-8")
    code, out, _ = kantor.command("verifikasi", "--json", clock=False)
    assert (code, json.loads(out)["masalah"][0]["letak"]) == (1, f"Arsip/Jejak/2026.jsonl baris {len(lines) + 1}")
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:5]) == (3, "K501:")


def test_a_worksheet_filled_for_another_is_not_taken_for_the_note_alone(kantor: KantorUji) -> None:
    """What may change at a step is decided by key and column, whatever else was written into the note."""
    kantor.play_to("diajukan")
    path = kantor.waiting(KABID)
    values = {Kunci("indikator", "LIN-01", "keterangan_tw1"): "Disetujui Kabid."}
    path.write_bytes(fill_lembar_kerja(path.read_bytes(), values, "Sudah saya periksa."))
    assert kantor.act(KABID, "Setujui")["ditolak"] == 1
    assert [code for code, _ in refused(kantor, KABID)] == ["C401"]
