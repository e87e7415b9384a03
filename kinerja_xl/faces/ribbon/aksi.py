"""The table of what each button does; a button's own module is imported at its press."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinerja_xl.faces.ribbon.meja import Meja

Aksi = Callable[[Meja], int]
"""Does what the button says and tells the person; returns 0 done, 1 there is something to mend (exit codes)."""


def bantuan(meja: Meja) -> int:
    """Bring the sheet Petunjuk to the front."""
    from kinerja_xl.faces.ribbon.bantuan import show_help

    return show_help(meja)


AKSI: Mapping[str, Aksi] = {
    "bantuan": bantuan,
}
