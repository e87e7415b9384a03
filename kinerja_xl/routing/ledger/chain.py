"""The chain of the ledger's rows and their JSON: the same in the ledger and in what is published of it."""

from __future__ import annotations

import hashlib
import json

from kinerja_xl.domain.sop.acts import Peristiwa

GENESIS = "0" * 64
"""What stands for the row before the first."""


def canonical(isi: object) -> str:
    """Return the one JSON text of a value: sorted keys, no blanks, only ASCII."""
    return json.dumps(isi, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def row_json(peristiwa: Peristiwa, sebelum: str) -> str:
    """Return an event as its line in Arsip/Jejak, with the chain value of the row before it."""
    return canonical(_row(peristiwa, sebelum) | {"rantai": peristiwa.rantai})


def chain_value(peristiwa: Peristiwa, sebelum: str) -> str:
    """Return the sha256 over an event and the chain value of the row before it (64 hexadecimal digits)."""
    return hashlib.sha256(canonical(_row(peristiwa, sebelum)).encode()).hexdigest()


def _row(peristiwa: Peristiwa, sebelum: str) -> dict[str, object]:
    return {"nomor": peristiwa.nomor, "jenis": peristiwa.jenis.value, "waktu": peristiwa.waktu.isoformat(),
            "berkas": peristiwa.berkas, "isi": dict(peristiwa.isi), "sebelum": sebelum}
