"""The history of a berkas: its acts as rows, and told in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja_xl.domain.catatan import quote
from kinerja_xl.domain.sop.acts import SERAHAN, Peristiwa
from kinerja_xl.domain.sop.disposisi import BarisRiwayat
from kinerja_xl.domain.sop.jabatan import marks_of

MAX_TOLD = 6


def history_row(act: Peristiwa) -> BarisRiwayat:
    """Return an act as a row of the history.

    The marks of an act stand before the official's note: the column of names has no room for more.
    """
    isi, marks = act.isi, ", ".join(marks_of(act.isi))
    note = f"({marks}) {isi['catatan']}".strip() if marks else str(isi["catatan"])
    return BarisRiwayat(int(str(isi["versi"])), act.waktu, str(isi["pejabat"]), str(isi["tindakan"]),
                        str(isi["tujuan"]), note, act.kode)


def berkas_history(daftar_peristiwa: Iterable[Peristiwa], berkas: str) -> tuple[BarisRiwayat, ...]:
    """Return the acts on a berkas from its issue on, oldest first; () where there is none of that code."""
    return tuple(history_row(p) for p in daftar_peristiwa if p.berkas == berkas and p.jenis in SERAHAN)


def tell_history(berkas: str, rows: Sequence[BarisRiwayat]) -> str:
    """Return the last acts as lines, oldest first, each with who, what, to whom and his note; never empty."""
    if not rows:
        return f"Berkas {berkas} belum mempunyai riwayat."
    left_out = len(rows) - MAX_TOLD
    head = f"Riwayat {berkas}: {len(rows)} tindakan" + (f", {MAX_TOLD} terakhir:" if left_out > 0 else ":")
    return "\n".join([head, *(line for row in rows[-MAX_TOLD:] for line in _lines(row))])


def _lines(row: BarisRiwayat) -> list[str]:
    note = quote(" ".join(row.catatan.split()))
    return [f"{row.waktu:%d/%m/%Y %H.%M}  {row.tindakan} (versi {row.versi}), kode {row.kode}",
            f"      oleh {row.pejabat}", f"      kepada {row.tujuan}", *([f"      Catatan: {note}"] if note else [])]
