"""English headings, as some offices have them: read as the Indonesian ones that they translate."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PADANAN: tuple[tuple[str, str], ...] = (  # the longer before the shorter
    (r"strategic (?:objective|goal)s?", "sasaran strategis"), (r"objectives?", "sasaran"), (r"goals?", "tujuan"),
    (r"(?:key )?performance indicators?", "indikator kinerja"), (r"indicators?", "indikator"), (r"kpis?", "indikator"),
    (r"person in charge|responsible (?:person|unit|party|office)|responsibility", "penanggung jawab"),
    (r"units? of measure(?:ment)?|measurement units?", "satuan"), (r"work units?", "unit kerja"), (r"units?", "satuan"),
    (r"annual|yearly", "tahunan"), (r"budget (?:realization|realisation|absorption|spent)", "realisasi anggaran"),
    (r"actuals?|realization|realisation|achieved", "realisasi"), (r"budgets?(?: ceiling| allocation)?", "anggaran"),
    (r"achievements?", "capaian"), (r"idr", "rp"), (r"remarks?|notes?|comments?", "keterangan"),
    (r"quarterly|quarters?", "triwulan"), (r"sub[ -]?activit(?:y|ies)", "sub kegiatan"),
    (r"activit(?:y|ies)", "kegiatan"), (r"programmes?|programs", "program"), (r"codes?", "kode"),
    (r"descriptions?", "uraian"), (r"targets", "target"), (r"years?", "tahun"), (r"months?", "bulan"),
    (r"number", "nomor"),
)
_POLA = tuple((re.compile(rf"\b(?:{pola})\b"), kata) for pola, kata in _PADANAN)
_PENANDA = re.compile(r"\b(?:indicators?|objectives?|goals?|actuals?|budgets?|annual|quarters?|remarks?"
                      r"|achievements?|realization|activit(?:y|ies)|in charge)\b")
_KATA = """
strategic objective objectives goal goals key performance indicator indicators kpi person in charge responsible
responsibility party office units of measure measurement work annual yearly budget budgets realization realisation
absorption spent actual actuals achieved ceiling allocation achievement achievements idr remark remarks note notes
comment comments quarterly quarter quarters activity activities programme programmes programs code codes description
descriptions targets year years month months number q
"""
KATA_INGGRIS = frozenset(_KATA.split())
"""The words of English headings."""


def is_english(headings: Sequence[str]) -> bool:
    """Whether the headings of a table are English: at least two of them hold a word that only English ones have."""
    return sum(bool(_PENANDA.search(teks.casefold())) for teks in set(headings)) >= 2


def in_indonesian(teks: str) -> str:
    """Return an English heading in the Indonesian words that mean the same, in lower case."""
    teks = teks.casefold()
    for pola, kata in _POLA:
        teks = pola.sub(kata, teks)
    return teks
