"""Which papers an act brings forth: from the SOP's words for its output to the words of ``kinerja laporan``."""

from __future__ import annotations

DISPOSISI, BAHAN, DATA_KINERJA, TRIWULAN = "disposisi", "bahan", "data-kinerja", "triwulan"
DOKUMEN: dict[str, frozenset[str]] = {
    DISPOSISI: frozenset({"Disposisi", "Laporan + Disposisi"}),
    BAHAN: frozenset({"Bahan Laporan Data Kinerja"}),
    DATA_KINERJA: frozenset({"Laporan Data Kinerja", "Laporan + Disposisi"}),
}
"""The papers of a bidang; those of a quarter are the office's."""
KELUARAN_TRIWULAN = "Laporan Triwulan"


def papers_for(keluaran: str | None) -> tuple[str, ...]:
    """Return the words of the papers for an output of the SOP; () where it has none."""
    if keluaran == KELUARAN_TRIWULAN:
        return (TRIWULAN,)
    return tuple(dokumen for dokumen, outputs in DOKUMEN.items() if keluaran in outputs)
