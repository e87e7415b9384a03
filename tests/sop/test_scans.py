"""Scans of signed papers: filed by the code that begins their name, or told why not; they stay where they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from kantor_jalan import KABID, KantorUji

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.errors import DiskFailed
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.proof.archive import archived_files
from kinerja_xl.kantor.serve import Server
from kinerja_xl.kantor.worksheets.scans import code_of
from kinerja_xl.routing.ledger.ledger import Ledger
from kinerja_xl.routing.limits.kinds import is_whole_scan, scan_kind
from kinerja_xl.routing.steps import Step, reason, step_from_json

PDF = b"%PDF-1.4\n" + b"x" * 500 + b"\n%%EOF\n"
JPG = b"\xff\xd8\xff\xe0" + b"x" * 500 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 500 + b"IEND\xaeB`\x82"
PAGI = datetime(2026, 4, 10, 8, 0, tzinfo=timezone(timedelta(hours=8)))
FOLDER, ARSIP = "LINJAMSOS/Bertanda Tangan", "Arsip/2026/TW I/LINJAMSOS"


@pytest.fixture
def assigned(kantor: KantorUji) -> KantorUji:
    """An office in which LINJAMSOS and REHSOS were assigned: each has a Lembar Disposisi with its code."""
    kantor.move(KABID, "Kirim")
    kantor.move("REHSOS/Kabid", "Kirim")
    kantor.serve()
    return kantor


def code(kantor: KantorUji, unit: str = "LINJAMSOS") -> str:
    return str(kantor.acts(f"2026-TW1-{unit}")[-1]["kode"])


def put(kantor: KantorUji, name: str, content: bytes = PDF, folder: str = FOLDER) -> Path:
    path = kantor.akar / folder / name
    path.write_bytes(content)
    return path


def filed(kantor: KantorUji) -> list[dict[str, object]]:
    mirror = (kantor.akar / "Arsip" / "Jejak" / "2026.jsonl").read_text(encoding="utf-8")
    return [row for row in map(json.loads, mirror.splitlines()) if row["jenis"] == "naskah"]


def scans(kantor: KantorUji) -> list[str]:
    return [name for name in kantor.files(ARSIP) if name.startswith("Pindaian")]


@pytest.mark.parametrize(("pattern", "content", "kind"), [
    ("{0} Disposisi 1.pdf", PDF, "pdf"), ("{1}.PDF", PDF, "pdf"), ("{2} ttd.jpeg", JPG, "jpg"),
    ("{3}scan.png", PNG, "png"), ("{0}.jpg", PDF, "pdf")],
    ids=["as printed", "without hyphen", "lower case", "lower case without hyphen", "kind by content"])
def test_a_scan_is_tied_to_the_act_whose_code_begins_its_name(assigned: KantorUji, pattern: str, content: bytes,
                                                             kind: str) -> None:
    printed = code(assigned)
    plain = printed.replace("-", "")
    scan = put(assigned, pattern.format(printed, plain, printed.lower(), plain.lower()), content)
    assigned.serve()
    assert scan.read_bytes() == content
    assert assigned.files(FOLDER) == [scan.name]
    assert scans(assigned) == [f"Pindaian {printed}.{kind}"]
    assert (assigned.akar / ARSIP / scans(assigned)[0]).read_bytes() == content
    (row,) = filed(assigned)
    assert row["berkas"] == "2026-TW1-LINJAMSOS"
    isi = row["isi"]
    assert isinstance(isi, dict)
    assert (isi["kode"], isi["nama"], isi["sha256"]) == (printed, scan.name, hashlib.sha256(content).hexdigest())


def test_each_content_is_filed_once_and_another_content_beside_it(assigned: KantorUji) -> None:
    printed = code(assigned)
    put(assigned, f"{printed}.pdf")
    assigned.serve()
    assigned.serve()  # a new process that remembers nothing
    put(assigned, f"{printed} salinan.pdf")
    assigned.serve()
    assert len(filed(assigned)) == 1
    put(assigned, f"{printed} lembar kedua.pdf", PDF.replace(b"xx", b"yy"))
    assigned.serve()
    assert len(filed(assigned)) == 2
    assert scans(assigned) == [f"Pindaian {printed} (2).pdf", f"Pindaian {printed}.pdf"]


@pytest.mark.parametrize(("name", "content", "kode", "said"), [
    ("scan0001.pdf", PDF, "H111", "misalnya 7F3A-91C2 Disposisi.pdf"),
    ("0000-0000 Disposisi.pdf", PDF, "H111", "tidak diawali kode naskah yang dikenal"),
    ("{rehsos}.pdf", PDF, "H112", "REHSOS/Bertanda Tangan"),
    ("{code}.docx", b"PK\x03\x04" + b"x" * 90, "H114", "dokumen Office atau arsip ZIP"),
    ("{code}.pdf", b"catatan biasa", "H114", "teks biasa"), ("{code}.pdf", b"", "H114", "kosong"),
], ids=["no code", "unknown code", "another bidang", "docx", "text", "empty"])
def test_what_cannot_be_filed_stays_with_the_reason_beside_it_once(assigned: KantorUji, name: str, content: bytes,
                                                                  kode: str, said: str) -> None:
    scan = put(assigned, name.format(code=code(assigned), rehsos=code(assigned, "REHSOS")), content)
    assigned.serve()
    reason_file = scan.with_name(f"{scan.name}.ALASAN.txt")
    text = reason_file.read_text(encoding="utf-8-sig")
    assert kode in text
    assert said in text
    assert scan.read_bytes() == content
    assert [(held["nama"], held["folder"], held["kode"]) for held in assigned.held()] == [(scan.name, FOLDER, kode)]
    reason_file.unlink()
    assigned.serve()
    assert assigned.files(FOLDER) == [scan.name]
    assert (filed(assigned), scans(assigned)) == ([], [])


def test_a_scan_that_is_too_large_is_not_filed(assigned: KantorUji) -> None:
    put(assigned, f"{code(assigned)}.pdf", PDF + b"\0" * (20 * 1024 * 1024))
    assigned.serve()
    assert [held["kode"] for held in assigned.held()] == ["H113"]


def test_renaming_a_refused_scan_files_it(assigned: KantorUji) -> None:
    scan = put(assigned, "scan0001.pdf")
    assigned.serve()
    scan.rename(scan.with_name(f"{code(assigned)} disposisi.pdf"))
    assigned.serve()
    assert len(filed(assigned)) == 1
    assert assigned.held() == []


def test_a_scan_whose_end_never_comes_is_taken_as_it_is(assigned: KantorUji) -> None:
    put(assigned, f"{code(assigned)}.pdf", PDF[:-20])
    assigned.serve()
    assert len(filed(assigned)) == 1


def test_a_scan_that_somebody_has_open_is_left_until_it_is_closed(assigned: KantorUji) -> None:
    scan = put(assigned, f"{code(assigned)}.pdf")
    owner = scan.with_name(f".~lock.{scan.name}#")
    owner.write_text(",Pejabat,pc;", encoding="utf-8")
    assigned.serve()
    assert filed(assigned) == []
    owner.unlink()
    assigned.serve()
    assert len(filed(assigned)) == 1


@pytest.mark.parametrize("name", ["{0} Disposisi.pdf", "tanpa kode.pdf"])
def test_a_scan_that_the_disk_keeps_from_being_filed_is_seen_to_in_the_next_pass(
        assigned: KantorUji, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    put(assigned, name.format(code(assigned)))
    kantor = Kantor(assigned.akar, assigned.data, lambda: PAGI, tenang=0)
    real = Ledger.append
    fails = [True]

    def append(self: Ledger, rows: Iterable[Peristiwa], owed: Sequence[Step] = ()) -> tuple[Peristiwa, ...]:
        rows = tuple(rows)
        if fails and {row.jenis for row in rows} & {JenisPeristiwa.NASKAH, JenisPeristiwa.DITAHAN}:
            fails.pop()
            raise DiskFailed(jalur="jejak.sqlite3", sebab="ruang penyimpanan penuh.")
        return real(self, rows, owed)

    monkeypatch.setattr(Ledger, "append", append)
    server = Server(kantor, None)
    server.run_pass()
    assert [error.code for error in server.gangguan] == ["K502"]
    server.run_pass()
    kantor.close()
    assert len(filed(assigned)) + len(assigned.held()) == 1


def test_the_archive_is_known_to_hold_the_scan(assigned: KantorUji) -> None:
    put(assigned, f"{code(assigned)}.pdf")
    assigned.serve()
    kantor = Kantor(assigned.akar, assigned.data, lambda: None)  # type: ignore[arg-type, return-value]
    try:
        paths = [file.jalur for file in archived_files(kantor.daftar_peristiwa)]
    finally:
        kantor.close()
    assert f"{ARSIP}/Pindaian {code(assigned)}.pdf" in paths
    assert all((assigned.akar / path).is_file() for path in paths)


@pytest.mark.parametrize(("name", "code_found"), [
    ("7f3a91c2.pdf", "7F3A-91C2"), ("7F3A–91C2 x.pdf", "7F3A-91C2"), (" 7F3A_91C2.pdf", "7F3A-91C2"),
    ("Disposisi 7F3A-91C2.pdf", None), ("7F3A-91.pdf", None), ("7G3A-91C2.pdf", None)])
def test_the_code_is_read_from_the_beginning_of_a_name(name: str, code_found: str | None) -> None:
    assert code_of(name) == code_found


def test_what_a_scanner_makes_is_known_by_its_first_bytes_and_whole_by_its_last() -> None:
    assert [scan_kind(data) for data in (PDF, JPG, PNG, b"GIF8", b"")] == ["pdf", "jpg", "png", None, None]
    assert [is_whole_scan(data) for data in (PDF, JPG, PNG)] == [True] * 3
    assert [is_whole_scan(data[:-20]) for data in (PDF, JPG, PNG)] == [False] * 3


def test_the_step_of_a_reason_is_kept_in_the_journal() -> None:
    step = reason(FOLDER, "scan.pdf", "Alasan")
    assert step_from_json(step.to_json()) == step
