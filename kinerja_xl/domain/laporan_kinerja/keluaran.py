"""A sub kegiatan over the year: its output against the year's target, and its budget quarter by quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_xl.domain.capaian.anggaran import HasilAnggaran, TotalAnggaran, total_anggaran
from kinerja_xl.domain.capaian.capaian import Capaian, compute_capaian
from kinerja_xl.domain.indicators import Arah, SubKegiatan
from kinerja_xl.domain.laporan.bahan import DataBerkas
from kinerja_xl.domain.lembar.isian import angka_of
from kinerja_xl.domain.lembar.lembar_kerja import SUBKEGIATAN

Empat = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]


@dataclass(frozen=True)
class HasilSubKegiatan:
    """Outputs in their satuan and amounts in full rupiah of TW I to IV; ``realisasi_k`` is the output of the year."""

    anggaran: HasilAnggaran
    realisasi_tw: Empat
    rp_tw: Empat
    realisasi_k: Decimal | None
    capaian_k: Capaian

    @property
    def subkegiatan(self) -> SubKegiatan:
        """The sub kegiatan."""
        return self.anggaran.subkegiatan

    @property
    def rp(self) -> Decimal | None:
        """What was spent in the year, as the LRA states it at the end of TW IV."""
        return self.anggaran.rp_sd

    @property
    def serapan(self) -> Decimal | None:
        """What was spent of the pagu, in per cent."""
        return self.anggaran.serapan


def compute_keluaran(data: DataBerkas, anggaran: HasilAnggaran, triwulan: int = 4) -> HasilSubKegiatan:
    """Return a sub kegiatan's year up to ``triwulan`` from the approved worksheets of its unit (domain facts 3b).

    Column 12 of Form E.81: the quarters added up where the quarterly targets add up to the year's, else the last one
    that was filled. ``anggaran`` is that of the quarter; later quarters are blank.
    """
    sub = anggaran.subkegiatan
    sheets = [data.lalu.get(k) if k < triwulan else data.isi if k == triwulan else None for k in (1, 2, 3, 4)]
    outputs, sums = ([None if sheet is None else angka_of(sheet, SUBKEGIATAN, sub.kode, f"{stem}_tw{k}")
                      for k, sheet in enumerate(sheets, 1)] for stem in ("realisasi_k", "realisasi_rp_sd"))
    realisasi_k = _of_year(sub, outputs)
    return HasilSubKegiatan(anggaran, _four(outputs), _quarters(sums), realisasi_k,
                            compute_capaian(sub.target_tahun, realisasi_k, Arah.POSITIF, {}))


def _of_year(sub: SubKegiatan, outputs: Sequence[Decimal | None]) -> Decimal | None:
    filled = [output for output in outputs if output is not None]
    if not filled:
        return None
    planned = sum((target for target in sub.target_tw if target is not None), Decimal(0))
    adds_up = planned == sub.target_tahun or sub.target_tw[-1] != sub.target_tahun
    return sum(filled, Decimal(0)) if adds_up else filled[-1]


def _quarters(sums: Sequence[Decimal | None]) -> Empat:
    """Each quarter's own amount out of the amounts up to it; unknown where the quarter before is."""
    before: list[Decimal | None] = [Decimal(0), *sums[:-1]]
    return _four([None if now is None or lalu is None else now - lalu for now, lalu in zip(sums, before, strict=True)])


def _four(daftar: Sequence[Decimal | None]) -> Empat:
    tw1, tw2, tw3, tw4 = daftar
    return tw1, tw2, tw3, tw4


def total_keluaran(daftar: Sequence[HasilSubKegiatan]) -> TotalAnggaran:
    """Return pagu, realisasi and serapan of several sub kegiatan together."""
    return total_anggaran([hasil.anggaran for hasil in daftar])
