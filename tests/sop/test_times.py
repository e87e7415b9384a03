"""Standard against actual as the office shows it: the working time of each step beside its Mutu Baku."""

from __future__ import annotations

import re

from kantor_jalan import ANALIS, KABID, KASUBID, KantorUji

WALK = [  # when, who, folder; Friday 10 April 2026: 07.30-11.30, 13.00-16.30; Monday to Thursday 07.30-12.00, 13-16
    ("2026-04-10T08:10", KABID, "Kirim"),  # issued 08.00: 10 minutes
    ("2026-04-10T08:30", KASUBID, "Kirim"),  # 20 minutes
    ("2026-04-10T15:45", ANALIS, "Kirim"),  # 08.30-11.30 = 180, 13.00-15.45 = 165: 5 hours 45 minutes
    ("2026-04-13T07:45", KASUBID, "Kirim"),  # Friday 45, Monday 15: 1 hour
    ("2026-04-13T09:00", KABID, "Kembalikan"),  # 75 minutes
    ("2026-04-13T09:30", KASUBID, "Kirim"),  # 30 minutes more: 1 hour 30 minutes in two rounds
    ("2026-04-13T09:45", KABID, "Setujui"),  # 15 minutes more: 90 minutes in two rounds
]


def columns(out: str) -> dict[str, dict[str, str]]:
    """The printed table: step, then unit, then what stands there."""
    lines = out[out.index("Waktu baku dan waktu kerja"):].splitlines()[1:]
    heads = re.split(r" {2,}", lines[0].strip())
    table = {}
    for line in lines[1:9]:
        cells = [line[lines[0].index(head):][:60].split("  ")[0].strip() for head in heads]
        table[cells[0]] = dict(zip(heads, cells, strict=True))
    return table


def test_the_status_prints_the_sop_with_the_time_each_step_took(kantor: KantorUji) -> None:
    assert "Waktu baku" not in kantor.command("status")[1]  # nothing was done yet
    for jam, role, folder in WALK:
        kantor.jam = jam
        kantor.act(role, folder, kantor.good_values() if role == ANALIS else None,
                   "Lengkapi data." if folder == "Kembalikan" else None)
    table = columns(kantor.command("status")[1])
    assert {step: row["LINJAMSOS"] for step, row in table.items()} == {
        "1 Penugasan": "10 menit", "2 Perintah": "20 menit", "3 Bahan": "5 jam 45 menit",
        "4 Laporan": "1 jam 30 menit (2×)", "5 Persetujuan": "1 jam 30 menit (2×)", "Penyerahan": "–",
        "6 Rekomendasi": "–", "Pengembalian": "1 kali"}
    assert {step: row["Mutu baku"] for step, row in table.items()} == {
        "1 Penugasan": "15 menit", "2 Perintah": "15 menit", "3 Bahan": "1 hari", "4 Laporan": "1 hari",
        "5 Persetujuan": "1 jam", "Penyerahan": "–", "6 Rekomendasi": "1 hari", "Pengembalian": ""}
    assert {row["PFM"] for row in table.values()} == {"–", "0 kali"}
