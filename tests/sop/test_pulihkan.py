"""An office whose service's PC is gone: read from the mirror, and restored from the share alone."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.routing.ledger.ledger import Ledger

ARSIP = Path("Arsip/2026/TW I/LINJAMSOS")


def shown(kantor: KantorUji) -> list[tuple[int, str, str]]:
    """What the reading commands answer."""
    return [kantor.command(*arguments) for arguments in (
        ("status", "--json"), ("status", "--ditahan", "--json"), ("riwayat", BERKAS, "--json"))]


def rows(data: Path) -> list[tuple[int, str]]:
    ledger = Ledger(data / "jejak.sqlite3")
    found = [(event.nomor, event.rantai) for event in ledger.events()]
    ledger.close()
    return found


def restore(kantor: KantorUji, data: Path) -> tuple[int, str, str]:
    """Restore from the share alone, and work from there."""
    kantor.data = data
    return kantor.command("pulihkan", clock=False)


@pytest.fixture
def lama(kantor: KantorUji) -> KantorUji:
    """An office with a held file, in the middle of a quarter."""
    (kantor.akar / KASUBID / "Kirim" / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 100)
    kantor.serve()
    kantor.play_to("diperintahkan")
    return kantor


def test_a_pc_without_the_ledger_shows_the_same(lama: KantorUji, tmp_path: Path) -> None:
    before = shown(lama)
    tree = sorted(str(path) for path in lama.akar.rglob("*"))
    shutil.rmtree(lama.data)
    lama.data = tmp_path / "komputer lain"
    assert shown(lama) == before
    assert sorted(str(path) for path in lama.akar.rglob("*")) == tree  # reading writes nothing
    assert not lama.data.exists()
    code, out, _ = lama.command("status")
    assert code == 0
    assert out.startswith("Dibaca dari jejak di Arsip; peristiwa terakhir 10/04/2026 08.00.\n")
    assert BERKAS in out


@pytest.mark.parametrize("arguments", [
    ("layani", "--sekali"), ("terbitkan", "--tahun", "2026", "--triwulan", "2"),
    ("batalkan", BERKAS, "--catatan", "Salah.")], ids=lambda arguments: arguments[0])
def test_nothing_is_written_from_a_pc_without_the_ledger(kantor: KantorUji, tmp_path: Path,
                                                         arguments: tuple[str, ...]) -> None:
    kantor.data = tmp_path / "komputer lain"
    code, _, err = kantor.command(*arguments)
    assert (code, err[:4]) == (3, "K107")


def test_an_edited_mirror_is_not_shown(kantor: KantorUji, tmp_path: Path) -> None:
    mirror = kantor.akar / "Arsip" / "Jejak" / "2026.jsonl"
    mirror.write_text(mirror.read_text(encoding="utf-8").replace("LINJAMSOS", "REHSOS", 1), encoding="utf-8")
    kantor.data = tmp_path / "komputer lain"
    code, out, err = kantor.command("status", "--json")
    assert (code, out) == (3, "")
    assert err.startswith("K503: Jejak di Arsip rusak pada Arsip/Jejak/2026.jsonl baris ")


def test_a_lost_service_is_restored_with_the_same_rows_and_goes_on(lama: KantorUji, tmp_path: Path) -> None:
    before, chain = shown(lama), rows(lama.data)
    lama.fill(ANALIS, lama.good_values())  # work under way: what was delivered lies nowhere any more
    shutil.rmtree(lama.data)
    code, out, err = restore(lama, tmp_path / "baru")
    assert (code, err) == (0, "")
    assert f"{len(chain)} baris" in out
    assert "Utuh: " in out
    assert shown(lama) == before
    assert rows(lama.data) == chain
    assert lama.act(ANALIS, "Kirim")["diterima"] == 1
    lama.play_to("direkomendasikan")
    code, out, _ = lama.command("verifikasi", clock=False)
    assert (code, out[:5]) == (0, "Utuh:")


def test_what_a_role_may_not_change_is_found_out_after_the_restoration_too(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.play_to("diajukan")
    kantor.fill(KABID, {Kunci("indikator", "LIN-01", "realisasi_tw1"): Decimal(1)})
    restore(kantor, tmp_path / "baru")
    assert kantor.act(KABID, "Setujui")["ditolak"] == 1
    assert [c["kode"] for c in kantor.catatan(KABID)] == ["C401"]


def test_a_service_restored_in_the_middle_of_taking_back_and_of_a_refusal_goes_on(kantor: KantorUji,
                                                                                   tmp_path: Path) -> None:
    kantor.act(KABID, "Kirim")
    restore(kantor, tmp_path / "baru")
    shutil.copy(kantor.akar / KABID / "Terkirim" / LEMBAR, kantor.akar / KABID / "Masuk" / LEMBAR)
    assert kantor.serve()["diterima"] == 1
    assert kantor.acts()[-1]["tindakan"] == "tarik kembali"
    kantor.play_to("diperintahkan")
    assert kantor.act(ANALIS, "Kirim")["ditolak"] == 1
    restore(kantor, tmp_path / "lagi")
    assert kantor.act(ANALIS, "Kirim", kantor.good_values())["diterima"] == 1


def test_rows_that_the_mirror_lost_at_its_end_are_named_by_the_kode_files_after_the_restoration(
        lama: KantorUji, tmp_path: Path) -> None:
    mirror = lama.akar / "Arsip" / "Jejak" / "2026.jsonl"
    lines = mirror.read_text(encoding="utf-8").splitlines(keepends=True)
    mirror.write_text("".join(lines[:-1]), encoding="utf-8")
    code, out, err = restore(lama, tmp_path / "baru")
    assert (code, err) == (1, "")
    assert f"menyebut peristiwa nomor {len(lines)}, padahal buku catatan berakhir pada nomor {len(lines) - 1}" in (
        " ".join(out.split()))


def test_an_existing_ledger_is_never_written_over(kantor: KantorUji) -> None:
    chain = rows(kantor.data)
    code, out, err = restore(kantor, kantor.data)
    assert (code, out, err[:4]) == (3, "", "K113")
    assert rows(kantor.data) == chain


@pytest.mark.parametrize(("wrong", "baris"), [
    (lambda lines: [*lines[:6], lines[6].replace("LINJAMSOS", "REHSOS"), *lines[7:]], 7),
    (lambda lines: [*lines[:6], *lines[7:]], 7), (lambda lines: [*lines[:6], "{\n", *lines[7:]], 7),
    (lambda lines: lines[1:], 1), (lambda _lines: [], 1)], ids=["diubah", "dicabut", "rusak", "terpotong", "kosong"])
def test_a_broken_mirror_restores_nothing(kantor: KantorUji, tmp_path: Path, wrong: object, baris: int) -> None:
    mirror = kantor.akar / "Arsip" / "Jejak" / "2026.jsonl"
    lines = mirror.read_text(encoding="utf-8").splitlines(keepends=True)
    assert callable(wrong)
    mirror.write_text("".join(wrong(lines)), encoding="utf-8")
    code, out, err = restore(kantor, tmp_path / "baru")
    assert (code, out, err[:5]) == (3, "", "K503:")
    assert f"baris {baris}: " in err
    assert not (tmp_path / "baru").exists()


def test_a_mirror_of_another_office_restores_nothing(kantor: KantorUji, tmp_path: Path) -> None:
    marker = kantor.akar / "kantor.kinerja"
    text = marker.read_text(encoding="utf-8")
    marker.write_text(text.replace(text.split("kantor: ")[1][:16], "0123456789abcdef"), encoding="utf-8")
    code, _, err = restore(kantor, tmp_path / "baru")
    assert code == 3
    assert "milik kantor lain" in err


def test_a_content_that_the_archive_lost_is_taken_from_the_role_folders(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.act(KABID, "Kirim", catatan="Segera.")
    lost = kantor.akar / ARSIP / LEMBAR.replace(".xlsx", " v2.xlsx")
    lost.unlink()  # what the Kabid sent: a copy lies in Terkirim
    code, out, _ = restore(kantor, tmp_path / "baru")
    assert code == 1  # restored, but the archive is not whole
    assert lost.name in out
    assert kantor.act(KASUBID, "Kirim")["diterima"] == 1


def test_without_what_was_accepted_nothing_is_restored(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.act(KABID, "Kirim", catatan="Segera.")
    (kantor.akar / ARSIP / LEMBAR.replace(".xlsx", " v2.xlsx")).unlink()
    (kantor.akar / KABID / "Terkirim" / LEMBAR).unlink()
    code, out, err = restore(kantor, tmp_path / "baru")
    assert (code, out) == (3, "")
    assert err.startswith(f"K504: Arsip tidak memuat isi yang diperlukan: {ARSIP.as_posix()}/")
    assert not (tmp_path / "baru").exists()


def test_the_new_data_folder_must_be_named(kantor: KantorUji, capsys: pytest.CaptureFixture[str]) -> None:
    from kinerja_xl.faces.cli import run

    capsys.readouterr()
    assert run(["pulihkan", str(kantor.akar)]) == 2
    assert capsys.readouterr().err.startswith("kinerja: --data belum disebutkan.")
