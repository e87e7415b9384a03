"""The folder service as a process of its own: woken by files, asked by commands, killed and started again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor_jalan import KABID, KASUBID, LEMBAR, KantorUji

from kinerja_xl.routing.lock import is_served

UNITS = {"REHSOS": "Kabid", "LINJAMSOS": "Kabid", "PFM": "Kabid", "SEKRETARIAT": "Sekretaris"}
"""Those with one worksheet each; DAYASOS has two sub bidang."""
NEXT = {unit: "Kasubag" if unit == "SEKRETARIAT" else "Kasubid" for unit in UNITS}
PATIENCE = 30.0


def start(kantor: KantorUji) -> subprocess.Popen[str]:
    clock = kantor.data.parent / "jam.txt"
    clock.write_text(kantor.jam, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-m", "kinerja_xl", "layani", str(kantor.akar), "--data", str(kantor.data),
         "--tenang", "0.2", "--sekarang", f"@{clock}"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "the service did not come to it"
        time.sleep(0.05)


def stop(service: subprocess.Popen[str], number: int = signal.SIGTERM) -> str:
    service.send_signal(number)
    out, _ = service.communicate(timeout=PATIENCE)
    return out


def is_delivered(kantor: KantorUji, unit: str) -> bool:
    return any((kantor.akar / unit / NEXT[unit] / "Masuk").glob("Lembar Kerja*.xlsx"))


def test_a_file_that_is_moved_wakes_the_service_and_a_signal_ends_it_cleanly(kantor: KantorUji) -> None:
    service = start(kantor)
    try:
        wait_until(lambda: (kantor.akar / "STATUS LAYANAN.txt").exists())
        kantor.move(KABID, "Kirim")
        wait_until(lambda: is_delivered(kantor, "LINJAMSOS"))
    finally:
        out = stop(service)
    assert service.returncode == 0
    assert "1 berkas diterima." in out
    assert "Traceback" not in out
    assert kantor.files(f"{KASUBID}/Masuk") == [LEMBAR]


def test_a_command_asks_the_running_service(kantor: KantorUji) -> None:
    service = start(kantor)
    try:
        wait_until(lambda: is_served(kantor.data))
        assert kantor.command("layani", "--sekali")[2].startswith("K108")
        code, out, err = kantor.command("terbitkan", "--tahun", "2026", "--triwulan", "2")
        assert (code, err) == (0, "")
        assert "TW II 2026: 6 Lembar Kerja diterbitkan." in out
        code, _, err = kantor.command("terbitkan", "--tahun", "2026", "--triwulan", "2")
        assert code == 3
        assert "K902" in err
        code, out, err = kantor.command("batalkan", "2026-TW2-PFM", "--catatan", "Bidang digabung.")
        assert (code, err) == (0, "")
        assert out == "2026-TW2-PFM: batalkan. Status sekarang: Dibatalkan.\n"
        code, _, err = kantor.command("buka-kembali", "2026-TW2-PFM", "--catatan", "Bidang digabung.")
        assert code == 3
        assert "K909" in err
    finally:
        stop(service)
    assert kantor.status("2026-TW2-LINJAMSOS") == "baru"


@pytest.mark.parametrize("delay", [0.5, 0.8, 1.1])
def test_a_service_that_is_killed_again_and_again_handles_each_worksheet_once(kantor: KantorUji, delay: float) -> None:
    for unit, role in UNITS.items():
        kantor.move(f"{unit}/{role}", "Kirim")
    for attempt in range(4):
        service = start(kantor)
        time.sleep(delay + attempt * 0.07)
        stop(service, signal.SIGKILL)
    kantor.serve()
    rows = [json.loads(line) for line in mirror(kantor).read_text(encoding="utf-8").splitlines()]
    for unit in UNITS:
        berkas = f"2026-TW1-{unit}"
        assert [act["tindakan"] for act in kantor.acts(berkas)] == ["terbitkan", "tugaskan"]
        name = f"Lembar Kerja {unit} TW I 2026.xlsx"
        assert kantor.files(f"{unit}/{NEXT[unit]}/Masuk") == [name]
        assert kantor.files(f"{unit}/{UNITS[unit]}/Kirim") == []
        assert kantor.files(f"Arsip/2026/TW I/{unit}") == [
            f"Disposisi 1 {unit} TW I 2026.docx", f"Lembar Kerja {unit} TW I 2026 v1.xlsx",
            f"Lembar Kerja {unit} TW I 2026 v2.xlsx"]
        assert sum(row["berkas"] == berkas and row["jenis"] == "tindakan" for row in rows) == 1
    assert [path for path in kantor.akar.rglob("*") if path.suffix == ".tmp"] == []


def mirror(kantor: KantorUji) -> Path:
    return kantor.akar / "Arsip" / "Jejak" / "2026.jsonl"


def test_a_second_service_waits_and_takes_over(kantor: KantorUji) -> None:
    first = start(kantor)
    wait_until(lambda: is_served(kantor.data))
    second = start(kantor)
    assert second.stdout is not None
    assert second.stdout.readline() == (
        f"Layanan lain sedang bekerja dengan folder data {kantor.data}. Menunggu sampai layanan itu selesai.\n")
    stop(first)
    try:
        kantor.move(KABID, "Kirim")
        wait_until(lambda: is_delivered(kantor, "LINJAMSOS"))
    finally:
        stop(second)
    assert second.returncode == 0
