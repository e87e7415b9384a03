"""Two data folders on one root: only the one that the lease names serves; the service moves by ``pulihkan`` alone."""

from __future__ import annotations

import os
import platform
import re
import shutil
import signal
import time
from pathlib import Path

import pytest
from kantor_jalan import KABID, KASUBID, LEMBAR, KantorUji
from test_service_process import start, stop, wait_until

from kinerja_xl.routing.lock import is_served

SEWA = "layanan.kinerja"


def lease(kantor: KantorUji) -> dict[str, str]:
    """What the lease says, by the words at its lines' beginnings."""
    lines = (kantor.akar / SEWA).read_text(encoding="utf-8-sig").splitlines()
    return {name: value for name, colon, value in (line.partition(": ") for line in lines) if colon}


def copy_of_the_data(kantor: KantorUji, tmp_path: Path) -> Path:
    """What somebody does who sets up the service on another PC with a copy of the first one's data."""
    return Path(shutil.copytree(kantor.data, tmp_path / "salinan"))


def test_the_lease_names_pc_and_data_folder_and_says_when_the_service_stopped(kantor: KantorUji) -> None:
    kantor.serve()
    told = lease(kantor)
    assert (told["komputer"], told["folder data"]) == (platform.node(), str(kantor.data))
    assert told["keadaan"] == "berhenti"
    service = start(kantor)
    try:
        wait_until(lambda: lease(kantor)["keadaan"] == "berjalan")
    finally:
        stop(service)
    assert lease(kantor)["keadaan"] == "berhenti"


@pytest.mark.parametrize("arguments", [("layani", "--sekali"), ("layani",),
                                       ("terbitkan", "--tahun", "2026", "--triwulan", "2")], ids=" ".join)
def test_the_second_data_folder_refuses_and_names_the_first(kantor: KantorUji, tmp_path: Path,
                                                            arguments: tuple[str, ...]) -> None:
    kantor.serve()
    first, kantor.data = kantor.data, copy_of_the_data(kantor, tmp_path)
    kantor.move(KABID, "Kirim")
    before = sorted(path for path in kantor.akar.rglob("*"))
    code, out, err = kantor.command(*arguments)
    assert (code, out) == (3, "")
    assert err.startswith(f"K130: Folder kantor {kantor.akar} dilayani dari komputer {platform.node()} dengan folder "
                          f"data {first}, bukan dengan folder data {kantor.data}.")
    assert f'kinerja pulihkan "{kantor.akar}" --data FOLDER-BARU' in err
    if arguments[0] == "layani":  # started at log-on, nobody sees what it says
        assert "K130: Folder kantor" in (kantor.data / "layanan.log").read_text(encoding="utf-8")
    assert sorted(path for path in kantor.akar.rglob("*")) == before
    kantor.data = first
    assert kantor.serve()["diterima"] == 1


def test_a_pc_of_another_name_with_the_same_folder_is_another_holder(kantor: KantorUji,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    kantor.serve()
    monkeypatch.setattr(platform, "node", lambda: "PC-GUDANG")
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:5]) == (3, "K130:")


def test_pulihkan_waits_until_the_service_has_stopped_and_then_the_old_one_is_refused(kantor: KantorUji,
                                                                                     tmp_path: Path) -> None:
    first, service = kantor.data, start(kantor)
    try:
        wait_until(lambda: lease(kantor)["keadaan"] == "berjalan")
        kantor.data = tmp_path / "baru"
        code, out, err = kantor.command("pulihkan", clock=False)
        assert (code, out) == (3, "")
        assert err.startswith(f"K131: Folder kantor {kantor.akar} masih dilayani dari komputer {platform.node()}")
        assert re.search(r"ulangi [345] menit lagi", err)  # a slow machine needs part of the first one
        assert not kantor.data.exists()
    finally:
        stop(service)
    assert kantor.command("pulihkan", clock=False)[0] == 0
    assert kantor.act(KABID, "Kirim")["diterima"] == 1
    kantor.data = first
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:5]) == (3, "K130:")
    assert str(tmp_path / "baru") in err


def test_the_lease_of_a_pc_that_died_is_silent_after_five_minutes_of_the_servers_clock(kantor: KantorUji,
                                                                                       tmp_path: Path) -> None:
    service = start(kantor)
    wait_until(lambda: (kantor.akar / SEWA).exists() and lease(kantor)["keadaan"] == "berjalan")
    stop(service, signal.SIGKILL)
    kantor.data = tmp_path / "baru"
    for age, code in ((290, 3), (301, 0)):
        then = time.time() - age
        os.utime(kantor.akar / SEWA, (then, then))
        assert kantor.command("pulihkan", clock=False)[0] == code
    assert kantor.act(KABID, "Kirim")["diterima"] == 1


def test_a_service_whose_office_was_passed_on_writes_nothing_more(kantor: KantorUji, tmp_path: Path) -> None:
    first, service = kantor.data, start(kantor)
    try:
        wait_until(lambda: lease(kantor)["keadaan"] == "berjalan")
        os.utime(kantor.akar / SEWA, (0, 0))  # as if the PC had been asleep
        kantor.data = tmp_path / "baru"
        assert kantor.command("pulihkan", clock=False)[0] == 0
        kantor.move(KABID, "Kirim")
        time.sleep(2)
        assert kantor.files(f"{KABID}/Kirim") == [LEMBAR]
        assert is_served(first)
    finally:
        out = stop(service)
    assert "K130: " in out
    assert lease(kantor)["folder data"] == str(kantor.data)  # stopping did not take it back
    assert kantor.serve()["diterima"] == 1
    assert kantor.files(f"{KASUBID}/Masuk") == [LEMBAR]


def test_an_office_that_was_copied_as_a_whole_is_nobodys(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.serve()
    kantor.akar = Path(shutil.copytree(kantor.akar, tmp_path / "peladen baru"))
    kantor.data = copy_of_the_data(kantor, tmp_path)
    assert kantor.act(KABID, "Kirim")["diterima"] == 1
    assert lease(kantor)["folder data"] == str(kantor.data)


@pytest.mark.parametrize("content", [None, b"", b"komputer: X\n", b"\xff" * 200], ids=["tidak ada", "kosong", "lain",
                                                                                      "rusak"])
def test_a_lease_that_is_gone_or_says_nothing_is_taken_by_a_ledger_that_knows_all_that_was_published(
        kantor: KantorUji, tmp_path: Path, content: bytes | None) -> None:
    old = copy_of_the_data(kantor, tmp_path)
    kantor.act(KABID, "Kirim")
    (kantor.akar / SEWA).unlink()
    if content is not None:
        (kantor.akar / SEWA).write_bytes(content)
    first, kantor.data = kantor.data, old
    code, _, err = kantor.command("layani", "--sekali")
    assert (code, err[:5]) == (3, "K132:")
    assert "tidak memuat peristiwa nomor" in err
    kantor.data = first
    kantor.serve()
    assert lease(kantor)["folder data"] == str(first)


def test_reading_needs_no_lease(kantor: KantorUji, tmp_path: Path) -> None:
    kantor.serve()
    before = (kantor.akar / SEWA).read_bytes()
    kantor.data = copy_of_the_data(kantor, tmp_path)
    assert kantor.status() == "baru"
    assert kantor.command("verifikasi", clock=False)[0] == 0
    assert (kantor.akar / SEWA).read_bytes() == before
