"""Who acts: the roles of the SOP, the role folders, and the officials who hold them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Peran(StrEnum):
    """A role of the SOP (its default title), or an official who signs."""

    KABID = "Kabid"
    KASUBID = "Kasubid"
    ANALIS = "Analis"
    PERENCANAAN = "Kasubag Perencanaan"
    SEKRETARIS = "Sekretaris"  # acts as Kabid of the Sekretariat
    KEPALA_DINAS = "Kepala Dinas"


@dataclass(frozen=True, order=True)
class Pelaksana:
    """A role at its place: ``bidang`` and ``sub_bidang`` are short names; Perencanaan has neither, a Kabid no sub."""

    peran: Peran
    bidang: str | None = None
    sub_bidang: str | None = None


PERENCANAAN = Pelaksana(Peran.PERENCANAAN)
