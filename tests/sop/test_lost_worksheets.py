"""A worksheet that is not with its holder is noticed and told at once; one that is gone is put anew after a while."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from kantor_jalan import ANALIS, BERKAS, KABID, KASUBID, LEMBAR, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

LIN_01 = Kunci("indikator", "LIN-01", "realisasi_tw1")
GONE = f"Lembar kerja {BERKAS} tidak ada di folder"


def handed_on(kantor: KantorUji) -> list[dict[str, Any]]:
    """The published rows about what was put into a Masuk."""
    text = (kantor.akar / "Arsip" / "Jejak" / "2026.jsonl").read_text(encoding="utf-8")
    return [row for row in map(json.loads, text.splitlines()) if row["jenis"] == "dikirim"]


def serve_at(kantor: KantorUji, jam: str) -> None:
    kantor.jam = jam
    kantor.serve()


# gone


def test_a_worksheet_that_was_deleted_is_told_at_once_and_comes_again_after_ten_minutes(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    lying = kantor.waiting(ANALIS).read_bytes()
    kantor.waiting(ANALIS).unlink()
    kantor.serve()
    said = f"{GONE} LINJAMSOS/Analis/Masuk sejak 10 April 2026 pukul 08.00."
    assert said in kantor.layanan()
    assert "layanan menaruhnya lagi mulai 10 April 2026 pukul 08.10" in kantor.layanan()
    serve_at(kantor, "2026-04-10T08:09")
    assert kantor.files(f"{ANALIS}/Masuk") == []
    assert said in kantor.layanan()
    serve_at(kantor, "2026-04-10T08:10")
    assert kantor.waiting(ANALIS).read_bytes() == lying
    assert GONE not in kantor.layanan()
    sebab = ("Tidak ada di folder LINJAMSOS/Analis/Masuk sejak 10 April 2026 pukul 08.00; ditaruh lagi seperti "
             "terakhir diserahkan.")
    assert handed_on(kantor)[-1]["isi"]["sebab"] == sebab
    assert f"Lembar kerja {BERKAS} ditaruh di LINJAMSOS/Analis/Masuk: {sebab}" in kantor.layanan()
    kantor.act(ANALIS, "Kirim", kantor.good_values())
    assert kantor.status() == "bahan_diserahkan"


def test_the_list_of_the_planner_shows_it_too(kantor: KantorUji) -> None:
    kantor.waiting(KABID).unlink()
    kantor.serve()
    code, out, _ = kantor.command("status")
    assert code == 0
    assert "Perlu perhatian (1):" in out
    assert f"{GONE} LINJAMSOS/Kabid/Masuk" in out
    kantor.jam = "2026-04-10T08:10"
    kantor.serve()
    assert "Perlu perhatian" not in kantor.command("status")[1]


def test_what_was_given_back_comes_again_with_what_was_filled_in_it(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    filled = {key: value for key, value in kantor.good_values().items() if key.kolom != "keterangan_tw1"}
    del filled[LIN_01]
    assert kantor.act(ANALIS, "Kirim", filled)["ditolak"] == 1
    kantor.waiting(ANALIS).unlink()
    kantor.serve()
    serve_at(kantor, "2026-04-10T08:10")
    sheet = read_lembar_kerja(kantor.waiting(ANALIS).read_bytes(), LEMBAR)
    assert sheet.sel[Kunci("indikator", "LIN-02", "realisasi_tw1")] == Decimal(20)


def test_a_service_that_lost_what_it_handed_over_makes_it_from_the_accepted_version(kantor: KantorUji) -> None:
    kantor.play_to("bahan_diserahkan")
    lost = kantor.waiting(KASUBID).read_bytes()
    shutil.rmtree(kantor.data)
    assert kantor.command("pulihkan", clock=False)[0] == 0
    kantor.waiting(KASUBID).unlink()
    kantor.serve()
    serve_at(kantor, "2026-04-10T08:10")
    again = read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR)
    before = read_lembar_kerja(lost, LEMBAR)
    assert (again.sel, again.identitas) == (before.sel, before.identitas)
    kantor.act(KASUBID, "Kirim")
    assert kantor.status() == "diajukan"


@pytest.mark.parametrize("name", [LEMBAR, "asli.xlsx"])
def test_the_filled_original_that_comes_back_later_is_not_lost_beside_the_fresh_one(kantor: KantorUji, tmp_path: Path,
                                                                                   name: str) -> None:
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, kantor.good_values())
    taken_home = Path(shutil.move(kantor.waiting(ANALIS), tmp_path / name))
    kantor.serve()
    serve_at(kantor, "2026-04-10T08:10")
    kantor.waiting(ANALIS).rename(kantor.akar / ANALIS / "Masuk" / "baru.xlsx")
    shutil.move(taken_home, kantor.akar / ANALIS / "Masuk" / name)
    kantor.serve()
    assert kantor.files(f"{ANALIS}/Masuk") == sorted(["baru.xlsx", name])  # his to choose
    shutil.move(kantor.akar / ANALIS / "Masuk" / name, kantor.akar / ANALIS / "Kirim")
    assert kantor.serve()["diterima"] == 1
    assert kantor.files(f"{ANALIS}/Masuk") == []  # the fresh one goes: nobody filled it
    assert read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR).sel[LIN_01] == Decimal(20)


def test_the_fresh_one_sent_by_mistake_leaves_the_filled_one_in_ditahan_with_what_it_says(kantor: KantorUji,
                                                                                         tmp_path: Path) -> None:
    kantor.act(KABID, "Kirim")
    note = "Utamakan data kecamatan."
    kantor.fill(KASUBID, catatan=note)
    taken_home = Path(shutil.move(kantor.waiting(KASUBID), tmp_path / "asli.xlsx"))
    kantor.serve()
    serve_at(kantor, "2026-04-10T08:10")
    filled = taken_home.read_bytes()
    shutil.move(taken_home, kantor.akar / KASUBID / "Masuk" / "asli.xlsx")
    shutil.move(kantor.akar / KASUBID / "Masuk" / LEMBAR, kantor.akar / KASUBID / "Kirim")
    assert kantor.serve()["diterima"] == 1
    (held,) = kantor.held()
    assert held["kode"] == "H115"
    assert f"dikirim “kosong”, tertinggal “{note}”" in held["alasan"]
    assert (kantor.akar / held["folder"] / held["nama"]).read_bytes() == filled


# not gone


def test_between_the_deleting_and_the_renaming_of_a_saving_nothing_happens(kantor: KantorUji) -> None:
    lying = kantor.waiting(KABID)
    content = lying.read_bytes()
    lying.unlink()
    kantor.serve()
    lying.write_bytes(content)
    serve_at(kantor, "2026-04-10T08:05")
    assert GONE not in kantor.layanan()
    lying.unlink()  # the next saving, long after the first: its ten minutes begin anew
    serve_at(kantor, "2026-04-10T08:30")
    assert kantor.files(f"{KABID}/Masuk") == []
    assert "sejak 10 April 2026 pukul 08.30" in kantor.layanan()


def test_two_rivals_in_ditahan_are_a_choice_and_no_loss(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    values = kantor.good_values()
    content = kantor.waiting(ANALIS).read_bytes()
    kantor.waiting(ANALIS).unlink()
    for name, value in (("a.xlsx", 20), ("b.xlsx", 21)):
        filled = fill_lembar_kerja(content, values | {LIN_01: Decimal(value)})
        (kantor.akar / ANALIS / "Kirim" / name).write_bytes(filled)
    assert kantor.serve()["ditahan"] == 2
    serve_at(kantor, "2026-04-10T09:00")
    assert kantor.files(f"{ANALIS}/Masuk") == []
    assert GONE not in kantor.layanan()
    shutil.move(kantor.akar / ANALIS / "Ditahan" / "b.xlsx", kantor.akar / ANALIS / "Kirim")
    assert kantor.serve()["diterima"] == 1
    assert read_lembar_kerja(kantor.waiting(KASUBID).read_bytes(), LEMBAR).sel[LIN_01] == Decimal(21)
    assert [held["nama"] for held in kantor.held()] == ["a.xlsx"]


def test_rivals_from_before_a_return_hide_no_loss_after_it(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    content = kantor.waiting(ANALIS).read_bytes()
    kantor.waiting(ANALIS).unlink()
    for name, value in (("a.xlsx", 20), ("b.xlsx", 21)):
        (kantor.akar / ANALIS / "Kirim" / name).write_bytes(fill_lembar_kerja(content, {LIN_01: Decimal(value)}))
    assert kantor.serve()["ditahan"] == 2
    shutil.move(kantor.akar / ANALIS / "Ditahan" / "b.xlsx", kantor.akar / ANALIS / "Kirim")
    assert kantor.serve()["ditolak"] == 1  # the other indicators are empty: it lies in Masuk again
    kantor.waiting(ANALIS).unlink()
    kantor.serve()
    assert "a.xlsx" in kantor.files(f"{ANALIS}/Ditahan")
    assert GONE in kantor.layanan()


@pytest.mark.parametrize("place", ["LINJAMSOS/Kabid", "LINJAMSOS", "Perencanaan", "LINJAMSOS/Cetak",
                                   "LINJAMSOS/Bukti Dukung/2026 TW I", "LINJAMSOS/Kabid/Ditahan",
                                   "LINJAMSOS/Kabid/Kirim/1/2/3/4", "Catatan kami", "REHSOS/Kabid"])
def test_a_worksheet_in_the_wrong_place_is_not_touched_but_told(kantor: KantorUji, place: str) -> None:
    (kantor.akar / place).mkdir(parents=True, exist_ok=True)
    lying = Path(shutil.move(kantor.waiting(KABID), kantor.akar / place / "punya kabid.xlsx"))
    content = lying.read_bytes()
    for jam in ("2026-04-10T08:00", "2026-04-10T08:10", "2026-04-11T08:00"):
        serve_at(kantor, jam)
        assert f"{GONE} LINJAMSOS/Kabid/Masuk, tetapi di {place}/punya kabid.xlsx." in kantor.layanan()
        assert "Pindahkan berkas itu ke folder LINJAMSOS/Kabid/Masuk." in kantor.layanan()
    assert lying.read_bytes() == content
    assert kantor.files(f"{KABID}/Masuk") == []
    shutil.move(lying, kantor.akar / KABID / "Masuk")
    kantor.serve()
    assert GONE not in kantor.layanan()


def test_a_copy_in_the_archive_or_the_recycle_bin_is_no_place_to_point_to(kantor: KantorUji) -> None:
    (kantor.akar / "#recycle").mkdir()
    shutil.move(kantor.waiting(KABID), kantor.akar / "#recycle")
    kantor.serve()
    assert "tidak ada di folder LINJAMSOS/Kabid/Masuk sejak" in kantor.layanan()


# many at once


def all_waiting(kantor: KantorUji) -> list[Path]:
    """Every worksheet of the office, each with the Kabid who just got it."""
    return sorted(kantor.akar.glob("*/*/Masuk/Lembar Kerja *.xlsx"))


def test_when_most_worksheets_vanish_at_once_nothing_is_believed_for_a_day(kantor: KantorUji) -> None:
    lying = all_waiting(kantor)
    gone = lying[:len(lying) // 2 + 1]
    content = gone[0].read_bytes()
    for path in gone:
        path.unlink()
    for jam in ("2026-04-10T08:00", "2026-04-10T12:00"):
        serve_at(kantor, jam)
        said = f"Lembar kerja untuk {len(gone)} dari {len(lying)} berkas yang berjalan tidak ada lagi di foldernya"
        assert f"{said} sejak 10 April 2026 pukul 08.00" in kantor.layanan()
        assert not any(path.exists() for path in gone)
    gone[0].write_bytes(content)  # no more than half now: these are believed
    kantor.serve()
    assert all_waiting(kantor) == lying
    assert said not in kantor.layanan()


def test_after_a_day_the_office_gets_its_worksheets_back_all_the_same(kantor: KantorUji) -> None:
    lying = all_waiting(kantor)
    for path in lying:
        path.unlink()
    kantor.serve()
    serve_at(kantor, "2026-04-11T07:59")
    assert all_waiting(kantor) == []
    serve_at(kantor, "2026-04-11T08:00")
    assert all_waiting(kantor) == lying


def test_a_file_that_cannot_be_judged_yet_neither_begins_nor_ends_the_waiting(kantor: KantorUji) -> None:
    kantor.waiting(KABID).unlink()
    kantor.serve()
    strange = kantor.akar / KABID / "Kirim" / "x.xlsx"
    strange.write_bytes(b"PK\x03\x04")
    owner = strange.with_name("~$x.xlsx")
    owner.write_bytes(bytes([5]) + b"Sitti" + b" " * 48)
    serve_at(kantor, "2026-04-10T08:10")
    assert kantor.files(f"{KABID}/Masuk") == []  # it may be the very file, open in Kirim
    strange.unlink()
    owner.unlink()
    kantor.serve()
    assert kantor.files(f"{KABID}/Masuk") == [LEMBAR]
