"""Which papers an act brings forth: from the SOP's words for its output to the words of ``kinerja laporan``."""

from __future__ import annotations

DISPOSISI, BAHAN, DATA_KINERJA, TRIWULAN = "disposisi", "bahan", "data-kinerja", "triwulan"
E81, PENGANTAR, TAHUNAN = "e81", "pengantar", "tahunan"
TAHUNAN_FINAL = f"{TAHUNAN} final"
"""The final LKjIP by its word in the ledger; a DRAF bears the word of the paper."""
DOKUMEN: dict[str, frozenset[str]] = {
    DISPOSISI: frozenset({"Disposisi", "Laporan + Disposisi"}),
    BAHAN: frozenset({"Bahan Laporan Data Kinerja"}),
    DATA_KINERJA: frozenset({"Laporan Data Kinerja", "Laporan + Disposisi"}),
}
"""The papers of a bidang; those of a quarter and of the year are the office's."""
MILIK_KANTOR = frozenset({TRIWULAN, E81, PENGANTAR, TAHUNAN})
KELUARAN_TRIWULAN = "Laporan Triwulan"


def planners_papers(triwulan: int) -> tuple[str, ...]:
    """Return the words of the planner's papers in a quarter: TW IV ends with that of the year."""
    return (TRIWULAN, TAHUNAN) if triwulan == 4 else (TRIWULAN,)


def papers_for(keluaran: str | None, triwulan: int) -> tuple[str, ...]:
    """Return the words of the papers for an output of the SOP in a quarter; () where it has none."""
    if keluaran == KELUARAN_TRIWULAN:
        return planners_papers(triwulan)
    return tuple(dokumen for dokumen, outputs in DOKUMEN.items() if keluaran in outputs)
