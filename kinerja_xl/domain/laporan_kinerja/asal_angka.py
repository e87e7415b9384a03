"""Where each figure of the annual report comes from: one place, so that no chapter names a cell by itself."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import BahanTahun, sheet_of
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.kalimat import Sumber
from kinerja_xl.domain.periods import Periode, berkas_code

Baris = Indikator | SubKegiatan


@dataclass(frozen=True)
class AsalAngka:
    """The sources of one report's figures."""

    bahan: BahanTahun

    def besaran(self, indikator: Indikator) -> Sumber:
        """Return where the quantities of an indicator come from, for its sentences and its cells of the year."""
        def find(besaran: Besaran, tahun: int | None) -> str | None:
            return f"{tahun or self.bahan.tahun}:indikator:{indikator.kode}:{besaran}"

        return find

    def sel(self, row: Baris, triwulan: int, kolom: str) -> str | None:
        """Return the cell of a row in its unit's worksheet of a quarter; None where there is no such worksheet."""
        data = self.bahan.bahan.source_of(row)
        if data is None or sheet_of(data, triwulan) is None:
            return None
        berkas = berkas_code(Periode(self.bahan.tahun, triwulan), data.bidang, data.sub_bidang)
        tabel = "indikator" if isinstance(row, Indikator) else "subkegiatan"
        return f"{berkas}:{tabel}:{row.kode}:{kolom}_tw{triwulan}"

    def rencana(self, row: Baris, kolom: str) -> str:
        """Return the plan's own cell of a row."""
        tabel = "indikator" if isinstance(row, Indikator) else "subkegiatan"
        return f"{self.bahan.tahun}:rencana:{tabel}:{row.kode}:{kolom}"

    def hitungan(self, apa: str) -> str:
        """Return the computation of a figure that is none indicator's own: a mean, a count, a sum."""
        return f"{self.bahan.tahun}:hitungan:{apa}"
