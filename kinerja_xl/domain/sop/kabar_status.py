"""The button Status in words: where this berkas stands, what waits for this role, and when the service last looked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from kinerja_xl.domain.sop.sop import Status

MAX_TOLD = 8
Row = Mapping[str, object]
"""A row of ``kinerja status --json`` (contract section 5)."""


def tell_status(rows: Sequence[Row], berkas: str, peran: str, layanan: str) -> str:
    """Return the lines to show; ``peran`` is the role's folder (``REHSOS/Kasubid``), "" where it is not known.

    ``layanan`` says when the service last looked. A berkas that the office does not know is told as such.
    """
    own = next((row for row in rows if row["berkas"] == berkas), None)
    lines = [_told(own) if own else f"Berkas {berkas} tidak dikenal di kantor ini."] if berkas else []
    waiting = [row for row in rows if peran and str(row["pemegang"] or "").casefold() == peran.casefold()]
    if peran:
        lines += ["", f"Menunggu di {peran}: " + (f"{len(waiting)} berkas." if waiting else "tidak ada.")]
        lines += [f"- {_told(row, brief=True)}" for row in waiting[:MAX_TOLD]]
        lines += [f"- dan {len(waiting) - MAX_TOLD} lainnya"] if len(waiting) > MAX_TOLD else []
    open_rows = [row for row in rows if row["pemegang"]]
    late = sum(bool(row["terlambat"]) for row in open_rows)
    lines += ["", f"Seluruh kantor: {len(rows)} berkas, {len(open_rows)} berjalan, {late} terlambat.", layanan]
    return "\n".join(lines).strip()


def _told(row: Row, *, brief: bool = False) -> str:
    status, holder = Status(str(row["status"])).label, row["pemegang"]
    due = row["tenggat"]
    until = f", tenggat {date.fromisoformat(str(due)):%d/%m/%Y}" if due and holder else ""
    late = " (TERLAMBAT)" if row["terlambat"] else ""
    if brief:
        return f"{row['berkas']}: {status}{until}{late}"
    since = datetime.fromisoformat(str(row["diterima"]))
    where = f"dipegang {holder} sejak {since:%d/%m/%Y %H.%M}" if holder else f"selesai {since:%d/%m/%Y %H.%M}"
    return f"{row['berkas']}: {status}, {where}{until}{late}. Versi {row['versi']}, putaran {row['putaran']}."
