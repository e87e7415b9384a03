"""The material of the annual report: the year's approved quarters, computed once for all chapters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.capaian.rollup import RataSasaran, Ringkasan
from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.laporan.bab_faktor import written
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas
from kinerja_xl.domain.laporan_kinerja.keluaran import HasilSubKegiatan, compute_keluaran
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True)
class Uraian:
    """A text that a unit wrote about an indicator in a quarter, as it stands in its approved worksheet."""

    unit: str
    triwulan: int
    kode: str
    kolom: str
    teks: str


@dataclass(frozen=True, eq=False)
class BahanTahun:
    """Everything the chapters draw on: the material of TW IV, whose figures "sampai dengan" are those of the year.

    ``daftar_berkas`` holds what each quarter's berkas brought, by triwulan; a quarter never issued has none.
    """

    bahan: Bahan
    daftar_berkas: Mapping[int, tuple[DataBerkas, ...]]

    @property
    def tahun(self) -> int:
        """The year reported on."""
        return self.bahan.periode.tahun

    @property
    def skala(self) -> Skala:
        """The office's scale."""
        return self.bahan.pengaturan.skala

    @property
    def nama_instansi(self) -> str:
        """The office's name."""
        return self.bahan.pengaturan.instansi.nama

    @cached_property
    def daftar_hasil(self) -> tuple[HasilIndikator, ...]:
        """The indicators of the Perjanjian Kinerja: those of the highest level, Dinas where the plan has it."""
        return tuple(h for h in self.bahan.daftar_hasil if h.indikator.tingkat is self.bahan.tingkat_utama)

    @property
    def ringkasan(self) -> Ringkasan | None:
        """The means of these indicators against the year's targets, None for a plan without any."""
        tingkat = self.bahan.tingkat_utama
        return self.bahan.ringkasan_tahun[tingkat] if tingkat else None

    @property
    def daftar_sasaran(self) -> tuple[RataSasaran, ...]:
        """The sasaran of these indicators with their means, in the plan's order."""
        return self.ringkasan.daftar_sasaran if self.ringkasan else ()

    def hasil_of(self, sasaran: str) -> tuple[HasilIndikator, ...]:
        """Return the indicators of a sasaran."""
        return tuple(h for h in self.daftar_hasil if h.indikator.sasaran == sasaran)

    @cached_property
    def _urutan(self) -> dict[str, int]:
        return {hasil.indikator.kode: n for n, hasil in enumerate(self.daftar_hasil, 1)}

    def urutan(self, hasil: HasilIndikator) -> int:
        """Return an indicator's position in the report, from 1: neighbours take different sentences."""
        return self._urutan[hasil.indikator.kode]

    @cached_property
    def daftar_keluaran(self) -> tuple[HasilSubKegiatan, ...]:
        """Every sub kegiatan with its output and its budget over the year, in the order of codes."""
        found = (compute_keluaran(self._source(h.subkegiatan), h) for h in self.bahan.daftar_anggaran)
        return tuple(sorted(found, key=lambda hasil: _segments(hasil.subkegiatan.kode)))

    def keluaran_of(self, indikator: Indikator) -> tuple[HasilSubKegiatan, ...]:
        """Return the sub kegiatan of the program, kegiatan or sub kegiatan that carries an indicator."""
        kode = kode_program(indikator)
        return tuple(hasil for hasil in self.daftar_keluaran if kode and _is_inside(hasil.subkegiatan.kode, kode))

    def indikator_of(self, kode: str) -> Indikator | None:
        """Return the indicator of that code."""
        return next((i for i in self.bahan.rencana.daftar_indikator if i.kode == kode), None)

    def sources_of(self, indikator: Indikator) -> tuple[Indikator, ...]:
        """Return the indicators whose worksheets speak of this one: itself, or those it is gathered from."""
        if not indikator.digabung_dari:
            return (indikator,)
        return tuple(filter(None, map(self.indikator_of, indikator.digabung_dari)))

    def uraian_of(self, indikator: Indikator, triwulan: int, kolom: str) -> Iterator[Uraian]:
        """Yield what the units wrote in a column of one quarter about an indicator, or about what it is gathered from.
        """
        for source in self.sources_of(indikator):
            data = self.bahan.source_of(source)
            isi = sheet_of(data, triwulan) if data else None
            teks = written(isi, source.kode, kolom) if isi else ""
            if data and teks:
                yield Uraian(self.bahan.unit_name(data), triwulan, source.kode, kolom, teks)

    def _source(self, sub: SubKegiatan) -> DataBerkas:
        return self.bahan.source_of(sub) or DataBerkas(sub.bidang, sub.sub_bidang)


def sheet_of(data: DataBerkas, triwulan: int) -> LembarKerja | None:
    """Return a unit's approved worksheet of a quarter, None where there is none."""
    return data.isi if triwulan == TRIWULAN[-1] else data.lalu.get(triwulan)


def kode_program(indikator: Indikator) -> str:
    """Return the code at the beginning of what the plan says of an indicator's program, "" where it says nothing."""
    return next(iter(indikator.program.split()), "")


def _is_inside(kode: str, luar: str) -> bool:
    return kode == luar or kode.startswith(f"{luar}.")


def _segments(kode: str) -> tuple[tuple[int, str], ...]:
    """Codes are text sorted by segment: ``1.06.9`` before ``1.06.10`` (domain facts 8.2)."""
    return tuple((int(part) if part.isdigit() else 0, part) for part in kode.split("."))
