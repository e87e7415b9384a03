"""Every printed page of the demo's year is fit to be put before the Kepala Dinas: the machine's share of that."""

from __future__ import annotations

from pages import choose_files, judge_files
from tahun_demo import TahunDemo

KINDS = ("Bahan Laporan Data Kinerja ", "Laporan Data Kinerja ", "Disposisi 1 ", "Disposisi 2 ", "Disposisi 5 ",
         "Laporan Triwulan ", "Lembar Kerja ")


def test_no_page_of_any_kind_in_any_quarter_has_a_fault(demo_year: TahunDemo) -> None:
    sources = choose_files(demo_year.akar)
    names = [path.name for path in sources]
    missing = [(kind, quarter) for kind in KINDS for quarter in ("I", "II", "III", "IV")
               if not any(name.startswith(kind) and f" {quarter} 2026" in name for name in names)]
    assert missing == []
    assert {"Pengaturan.xlsx", "Rencana Aksi 2026.xlsx", "Rencana Aksi 2027.xlsx"} <= set(names)
    assert judge_files(sources) == []
