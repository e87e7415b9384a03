"""The button Status in words, from the rows that the contract gives ``kinerja status --json``."""

from __future__ import annotations

from kinerja_xl.domain.sop.kabar_status import MAX_TOLD, tell_status


def row(berkas: str, pemegang: str | None, status: str = "diperintahkan", *,
        terlambat: bool = False) -> dict[str, object]:
    return {"berkas": berkas, "status": status, "pemegang": pemegang, "versi": 3, "putaran": 1,
            "diterima": "2026-04-10T08:00:00+08:00", "tenggat": "2026-04-13", "terlambat": terlambat}


ROWS = [row("2026-TW1-LINJAMSOS", "LINJAMSOS/Analis"), row("2026-TW2-LINJAMSOS", "LINJAMSOS/Analis", terlambat=True),
        row("2026-TW1-PFM", "PFM/Kabid", "diajukan"), row("2026-TW1-REHSOS", None, "direkomendasikan")]


def test_this_berkas_then_what_waits_then_the_office() -> None:
    assert tell_status(ROWS, "2026-TW1-LINJAMSOS", "LINJAMSOS/Analis", "Layanan sedang berjalan.").splitlines() == [
        "2026-TW1-LINJAMSOS: Diperintahkan, dipegang LINJAMSOS/Analis sejak 10/04/2026 08.00, tenggat 13/04/2026. "
        "Versi 3, putaran 1.",
        "",
        "Menunggu di LINJAMSOS/Analis: 2 berkas.",
        "- 2026-TW1-LINJAMSOS: Diperintahkan, tenggat 13/04/2026",
        "- 2026-TW2-LINJAMSOS: Diperintahkan, tenggat 13/04/2026 (TERLAMBAT)",
        "",
        "Seluruh kantor: 4 berkas, 3 berjalan, 1 terlambat.",
        "Layanan sedang berjalan."]


def test_an_ended_berkas_has_no_holder_and_no_due_day() -> None:
    assert tell_status(ROWS, "2026-TW1-REHSOS", "", "").splitlines()[0] == (
        "2026-TW1-REHSOS: Direkomendasikan, selesai 10/04/2026 08.00. Versi 3, putaran 1.")


def test_an_unknown_berkas_and_an_empty_folder_are_told_as_such() -> None:
    told = tell_status(ROWS, "2026-TW4-PFM", "pfm/analis", "")
    assert told.startswith("Berkas 2026-TW4-PFM tidak dikenal di kantor ini.")
    assert "Menunggu di pfm/analis: tidak ada." in told


def test_folders_are_compared_without_capitals_and_a_long_list_is_cut() -> None:
    rows = [row(f"2026-TW1-X{n}", "X/Kabid") for n in range(MAX_TOLD + 2)]
    told = tell_status(rows, "", "x/KABID", "")
    assert f"Menunggu di x/KABID: {MAX_TOLD + 2} berkas." in told
    assert "- dan 2 lainnya" in told
