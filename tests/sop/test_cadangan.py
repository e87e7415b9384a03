"""The ledger is proven at each start; a damaged one is replaced by its backup only where nothing is lost by that."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor_jalan import KABID, KASUBID, KantorUji

from kinerja_xl.faces import pesan
from kinerja_xl.routing.ledger.ledger import Ledger

JEJAK, CADANGAN = "jejak.sqlite3", "cadangan/jejak.sqlite3"


def head(path: Path) -> int:
    ledger = Ledger(path)
    ledger.verify_chain()
    nomor, _ = ledger.head
    ledger.close()
    return nomor


def break_pages(kantor: KantorUji) -> None:
    """A disk that lost the middle of the file; what SQLite keeps beside it is gone too."""
    for tail in ("-wal", "-shm"):
        (kantor.data / f"{JEJAK}{tail}").unlink(missing_ok=True)
    path = kantor.data / JEJAK
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))


def edit_a_row(kantor: KantorUji) -> None:
    with sqlite3.connect(kantor.data / JEJAK) as db:
        db.execute("DROP TRIGGER peristiwa_tetap")
        db.execute("UPDATE peristiwa SET isi = replace(isi, 'LINJAMSOS', 'REHSOS') WHERE nomor = 6")
    db.close()


def cut_the_head(kantor: KantorUji) -> None:
    (kantor.data / JEJAK).write_bytes(b"bukan basis data" * 300)


DAMAGES = [break_pages, edit_a_row, cut_the_head, lambda kantor: (kantor.data / JEJAK).unlink()]
NAMES = ["halaman hilang", "baris diubah", "bukan basis data", "berkas hilang"]


def test_when_nothing_is_left_to_do_the_backup_is_what_the_ledger_is(kantor: KantorUji) -> None:
    for act in (None, KABID, KASUBID):
        if act:
            kantor.move(act, "Kirim")
        kantor.serve()
        assert head(kantor.data / CADANGAN) == head(kantor.data / JEJAK)
    kantor.command("terbitkan", "--tahun", "2026", "--triwulan", "2")
    assert head(kantor.data / CADANGAN) == head(kantor.data / JEJAK)


@pytest.mark.parametrize("damage", DAMAGES, ids=NAMES)
def test_a_damaged_ledger_is_replaced_by_its_backup_and_the_service_goes_on(
        kantor: KantorUji, damage: Callable[[KantorUji], None]) -> None:
    kantor.act(KABID, "Kirim")
    last = head(kantor.data / JEJAK)
    damage(kantor)
    was_there = (kantor.data / JEJAK).exists()
    kantor.move(KASUBID, "Kirim")
    code, out, err = kantor.command("layani", "--sekali", "--tenang", "0")
    assert (code, err) == (0, "")
    told = f"diganti dengan cadangannya sampai peristiwa nomor {last}"
    assert told in out
    assert "K521" in kantor.layanan()
    assert told in kantor.layanan()
    assert kantor.status() == "diperintahkan"
    assert kantor.command("verifikasi", clock=False)[0] == 0
    assert (kantor.data / "jejak rusak.sqlite3").exists() == was_there
    assert "K521" not in kantor.command("layani", "--sekali")[1]


@pytest.mark.parametrize("damage", DAMAGES, ids=NAMES)
def test_where_the_backup_lacks_a_published_row_nothing_is_served_and_pulihkan_helps(
        kantor: KantorUji, tmp_path: Path, damage: Callable[[KantorUji], None]) -> None:
    kantor.serve()
    old = (kantor.data / CADANGAN).read_bytes()
    kantor.act(KABID, "Kirim")
    (kantor.data / CADANGAN).write_bytes(old)
    last, before = head(kantor.data / JEJAK), head(kantor.data / CADANGAN)
    damage(kantor)
    code, out, err = kantor.command("layani", "--sekali")
    assert (code, out) == (3, "")
    assert err.startswith(f"K520: Buku catatan (jejak) di {kantor.data} rusak: ")
    assert (f"Cadangannya berakhir pada peristiwa nomor {before}, sedangkan jejak di Arsip sampai nomor {last}."
            in err)
    assert f'kinerja pulihkan "{kantor.akar}" --data FOLDER-BARU' in err
    kantor.data = tmp_path / "baru"
    assert kantor.command("pulihkan", clock=False)[0] == 0
    assert kantor.act(KASUBID, "Kirim")["diterima"] == 1


@pytest.mark.parametrize(("meddle", "told"), [
    (lambda kantor: shutil.rmtree(kantor.data / "cadangan"), "Cadangannya tidak ada."),
    (lambda kantor: (kantor.data / CADANGAN).write_bytes(b"rusak" * 900), "Cadangannya rusak juga."),
    (lambda kantor: (kantor.akar / "Arsip/Jejak/2026.jsonl").write_bytes(b"{\n"), "karena jejak itu rusak."),
], ids=["tanpa cadangan", "cadangan rusak", "jejak rusak"])
def test_a_backup_that_proves_nothing_replaces_nothing(kantor: KantorUji, meddle: Callable[[KantorUji], object],
                                                       told: str) -> None:
    kantor.serve()
    cut_the_head(kantor)
    damaged = (kantor.data / JEJAK).read_bytes()
    meddle(kantor)
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:5]) == (3, "K520:")
    assert told in err
    assert (kantor.data / JEJAK).read_bytes() == damaged


def test_a_mirror_that_says_otherwise_replaces_nothing(kantor: KantorUji, tmp_path: Path) -> None:
    """The share's rows are a whole chain of their own: somebody made them."""
    kantor.serve()
    other = KantorUji(Path(shutil.copytree(kantor.akar, tmp_path / "a")), Path(shutil.copytree(kantor.data,
                      tmp_path / "d")), kantor._capsys)
    with sqlite3.connect(other.data / JEJAK) as db:
        db.execute("DROP TRIGGER peristiwa_utuh")
        db.execute("DELETE FROM peristiwa WHERE nomor > 12")
    db.close()
    (other.akar / "Arsip/Jejak/2026.jsonl").unlink()
    other.jam = "2026-04-10T09:00"
    other.move("REHSOS/Kabid", "Kirim")
    other.serve()
    shutil.copy(other.akar / "Arsip/Jejak/2026.jsonl", kantor.akar / "Arsip/Jejak/2026.jsonl")
    cut_the_head(kantor)
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:5]) == (3, "K520:")
    assert "Jejak di Arsip berbeda dari cadangannya." in err


def test_the_service_keeps_a_log_in_its_data_folder_that_turns_over(kantor: KantorUji,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pesan, "LOG_BYTES", 300)
    for role in (KABID, KASUBID):
        kantor.act(role, "Kirim")
        assert "1 berkas diterima." in (kantor.data / "layanan.log").read_text(encoding="utf-8")
        for _ in range(5):
            with pesan.logged_to(kantor.data / "layanan.log"):
                logging.getLogger("kinerja_xl.layanan").info("sesuatu terjadi pada layanan: %s", "x" * 60)
    logs = sorted(path.name for path in kantor.data.glob("layanan.log*"))
    assert logs == ["layanan.log", *(f"layanan.log.{n}" for n in range(1, len(logs)))]
    assert 2 <= len(logs) <= 6
    assert all((kantor.data / name).stat().st_size <= 300 for name in logs)
    assert "sesuatu terjadi" in (kantor.data / "layanan.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_stops_nothing(kantor: KantorUji) -> None:
    (kantor.data / "layanan.log").unlink()
    (kantor.data / "layanan.log").mkdir()
    assert kantor.act(KABID, "Kirim")["diterima"] == 1
