"""A worksheet that vanished from its holder's folders is noticed, told at once, and put anew after a while."""

from __future__ import annotations

import json
from typing import Any

from kantor_jalan import ANALIS, BERKAS, KantorUji


def told(kantor: KantorUji) -> str:
    """What STATUS LAYANAN says."""
    return (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")


def rows(kantor: KantorUji) -> list[dict[str, Any]]:
    """The published rows about what was handed on and why."""
    text = (kantor.akar / "Arsip" / "Jejak" / "2026.jsonl").read_text(encoding="utf-8")
    return [row for row in map(json.loads, text.splitlines()) if row["jenis"] == "dikirim"]


def test_a_worksheet_that_was_deleted_is_told_at_once_and_comes_again_after_ten_minutes(kantor: KantorUji) -> None:
    kantor.play_to("diperintahkan")
    lying = kantor.waiting(ANALIS).read_bytes()
    kantor.waiting(ANALIS).unlink()
    kantor.serve()
    said = f"Lembar kerja {BERKAS} tidak ada di folder LINJAMSOS/Analis/Masuk sejak 10 April 2026 pukul 08.00."
    assert said in told(kantor)
    assert "layanan menaruhnya lagi mulai 10 April 2026 pukul 08.10" in told(kantor)
    kantor.jam = "2026-04-10T08:09"
    kantor.serve()
    assert kantor.files(f"{ANALIS}/Masuk") == []
    assert said in told(kantor)
    kantor.jam = "2026-04-10T08:10"
    kantor.serve()
    assert kantor.waiting(ANALIS).read_bytes() == lying
    assert "tidak ada di folder" not in told(kantor).split("Menunggu:")[0]
    assert rows(kantor)[-1]["isi"]["sebab"] == (
        "Tidak ada di folder LINJAMSOS/Analis/Masuk sejak 10 April 2026 pukul 08.00; ditaruh lagi seperti terakhir "
        "diserahkan.")
    kantor.act(ANALIS, "Kirim", kantor.good_values())
    assert kantor.status() == "bahan_diserahkan"
