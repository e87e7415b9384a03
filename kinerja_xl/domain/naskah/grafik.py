"""A chart as values: what it shows, in which shape, and the same in words for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja_xl.domain.numbers import format_angka
from kinerja_xl.domain.sumber import Sumber

_MAX_TITIK = 40  # figures read out one by one; the table has them all


class JenisGrafik(StrEnum):
    """The shape of a chart; the value is how the description calls it."""

    BATANG = "grafik batang"  # columns side by side: target against realisasi
    MENDATAR = "grafik batang mendatar"  # bars with room for long names: absorption per programme
    GARIS = "grafik garis"  # lines over years
    TUMPUK = "grafik batang bertumpuk"  # columns on top of each other: timeliness per bidang


@dataclass(frozen=True)
class Seri:
    """A series: its name in the legend and a value for each category, None where there is none.

    ``sumber`` says for each value where it comes from.
    """

    nama: str
    nilai: tuple[Decimal | None, ...]
    sumber: tuple[Sumber | None, ...] = ()


@dataclass(frozen=True)
class Grafik:
    """A chart with its caption. ``satuan`` is printed above it; ``tabel`` is the key of the table with its figures.

    ValueError where a series has not one value, or not one source, for each category.
    """

    kunci: str
    judul: str
    jenis: JenisGrafik
    kategori: tuple[str, ...]
    seri: tuple[Seri, ...]
    satuan: str = ""
    tabel: str = ""
    desimal: int = 2

    def __post_init__(self) -> None:
        for seri in self.seri:
            if len(seri.nilai) != len(self.kategori):
                raise ValueError(f"{self.kunci}: {seri.nama} has {len(seri.nilai)} values "
                                 f"for {len(self.kategori)} categories")
            if seri.sumber and len(seri.sumber) != len(seri.nilai):
                raise ValueError(f"{self.kunci}: {seri.nama} has {len(seri.sumber)} sources "
                                 f"for {len(seri.nilai)} values")

    @property
    def is_kosong(self) -> bool:
        """Whether there is not one value to draw."""
        return all(nilai is None for seri in self.seri for nilai in seri.nilai)

    @property
    def uraian(self) -> str:
        """The chart in words: its shape, its title and its figures, category by category."""
        titik = [f"{kategori}: " + ", ".join(f"{seri.nama} {self._tampil(seri.nilai[n])}" for seri in self.seri)
                 for n, kategori in enumerate(self.kategori)]
        shown = titik[:max(_MAX_TITIK // max(len(self.seri), 1), 1)]
        rest = f"; dan {len(titik) - len(shown)} lainnya" if len(shown) < len(titik) else ""
        satuan = f" ({self.satuan})" if self.satuan else ""
        return f"{self.jenis.value.capitalize()}: {self.judul}{satuan}. {'; '.join(shown)}{rest}."

    def _tampil(self, nilai: Decimal | None) -> str:
        return "tidak ada data" if nilai is None else format_angka(nilai, self.desimal)
