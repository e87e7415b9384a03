"""Which content was the accepted one while a berkas had a certain versi."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_xl.domain.sop.acts import Keadaan, Peristiwa, advance


def state_at_version(daftar_peristiwa: Iterable[Peristiwa], berkas: str, versi: int) -> Keadaan | None:
    """Return the last state of a berkas with that versi, None where it never had it.

    Its ``sha256_diterima`` is the content that changes of this versi are told against.
    """
    states: dict[str, Keadaan] = {}
    found = None
    for peristiwa in daftar_peristiwa:
        if peristiwa.berkas == berkas:
            advance(states, peristiwa)
            found = states[berkas] if states[berkas].versi == versi else found
    return found
