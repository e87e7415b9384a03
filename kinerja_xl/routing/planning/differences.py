"""What two worksheets of one berkas say differently, in words, by column and row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kinerja_xl.domain.lembar.isian import as_text
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja, compare
from kinerja_xl.domain.lembar.rights import KOSONG, heading

_SHOWN = 5
RIVALS = "“{satu}” dan “{dua}”"
"""How two files that were put side by side are told apart."""
LEFT_BEHIND = "dikirim “{satu}”, tertinggal “{dua}”"
"""How the file that was sent is told from the one that stayed."""


def find_differences(satu: LembarKerja, dua: LembarKerja, pola: str = RIVALS) -> Iterator[str]:
    """Yield each difference, such as ``Realisasi TW I LIN-01: “82” dan “82,5”``; nothing where both say the same."""
    for perubahan in compare(satu.sel, dua.sel):
        lama, baru = (as_text(isi) or KOSONG for isi in (perubahan.lama, perubahan.baru))
        yield f"{heading(perubahan.kunci.kolom)} {perubahan.kunci.baris}: {pola.format(satu=lama, dua=baru)}"
    if satu.catatan_disposisi != dua.catatan_disposisi:
        notes = pola.format(satu=satu.catatan_disposisi or KOSONG, dua=dua.catatan_disposisi or KOSONG)
        yield f"Catatan: {notes}"


def tell_differences(differences: Iterable[str]) -> str:
    """Return the first differences as one text and the number of the others; empty where there are none."""
    found = tuple(dict.fromkeys(differences))
    more = len(found) - _SHOWN
    shown = "; ".join(found[:_SHOWN])
    return f"{shown}; dan {more} lainnya" if more > 0 else shown
