"""The history of a berkas as it is told in a few lines."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.domain.sop.riwayat_berkas import berkas_history, tell_history

BERKAS = "2026-TW1-LINJAMSOS"
PAGI = datetime(2026, 4, 10, 8, 5, tzinfo=timezone(timedelta(hours=8)))


def row(nomor: int, jenis: JenisPeristiwa = JenisPeristiwa.TINDAKAN, berkas: str | None = BERKAS,
        **isi: Json) -> Peristiwa:
    usual: dict[str, Json] = {"versi": nomor, "pejabat": "Budi (Kabid)", "tindakan": "tugaskan",
                              "tujuan": "Siti (Kasubid)", "catatan": ""}
    return Peristiwa(jenis, PAGI, berkas, {**usual, **isi}, nomor, f"7f3a91c{nomor}" + "0" * 56)


def test_an_act_is_told_with_its_time_code_people_and_note() -> None:
    told = tell_history(BERKAS, berkas_history([row(2, catatan="Segera\ndiisi.")], BERKAS))
    assert told.splitlines() == [
        "Riwayat 2026-TW1-LINJAMSOS: 1 tindakan:",
        "10/04/2026 08.05  tugaskan (versi 2), kode 7F3A-91C2",
        "      oleh Budi (Kabid)",
        "      kepada Siti (Kasubid)",
        "      Catatan: Segera diisi."]


def test_only_what_hands_this_berkas_over_counts() -> None:
    rows = [row(1, JenisPeristiwa.TERBIT), row(2), row(3, JenisPeristiwa.DITOLAK), row(4, berkas="2026-TW1-PFM"),
            row(5, JenisPeristiwa.PENGATURAN, None)]
    assert [act.versi for act in berkas_history(rows, BERKAS)] == [1, 2]


def test_of_many_acts_the_last_ones_are_told() -> None:
    told = tell_history(BERKAS, berkas_history([row(n) for n in range(1, 10)], BERKAS))
    assert told.splitlines()[0] == f"Riwayat {BERKAS}: 9 tindakan, 6 terakhir:"
    assert "versi 3)" not in told
    assert "versi 4)" in told
    assert "versi 9)" in told


def test_a_berkas_without_acts_says_so() -> None:
    assert tell_history(BERKAS, ()) == f"Berkas {BERKAS} belum mempunyai riwayat."
