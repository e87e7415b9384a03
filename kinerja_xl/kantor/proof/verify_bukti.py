"""The evidence of each berkas, as it lies in its folders now, against what was handed in with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kinerja_xl.domain.lembar.bukti_diserahkan import changed_since
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa, fold
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.kantor.worksheets.evidence import handed_in
from kinerja_xl.routing.ledger.published import content_of

_DIKERJAKAN = Status.DIPERINTAHKAN
"""The Analis has the berkas again and gathers: what he changes is handed in anew."""


def evidence_differences(akar: Path, daftar_peristiwa: Sequence[Peristiwa]) -> Iterator[tuple[str, str]]:
    """Yield each evidence file that was changed or removed since it was handed in: its path, and both sha256."""
    rows = {str(p.berkas): p.nomor for p in daftar_peristiwa if p.jenis is JenisPeristiwa.BUKTI}
    states: Mapping[str, Keadaan] = fold(daftar_peristiwa)
    for berkas, nomor in rows.items():
        if states[berkas].status is _DIKERJAKAN:
            continue
        handed = handed_in(daftar_peristiwa, berkas)
        present = {jalur: content_of(akar, jalur) for jalur in handed}
        for jalur, lama, baru in changed_since(handed, present):
            told = f"berubah sejak diserahkan (peristiwa nomor {nomor}): sha256 semula {lama}, sekarang {baru}." if (
                baru) else f"tidak ada lagi sejak diserahkan (peristiwa nomor {nomor}): sha256 semula {lama}."
            yield jalur, told
