"""The material of a Laporan Triwulan: what each berkas brought, computed once for all chapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from kinerja_xl.domain.capaian.anggaran import HasilAnggaran, compute_anggaran
from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi, compute_indikator
from kinerja_xl.domain.capaian.rollup import Ringkasan, gather_realisasi, rollup_tingkat
from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.indicators import Indikator, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana, asal_of
from kinerja_xl.domain.lembar.isian import anggaran_of, angka_of, realisasi_of
from kinerja_xl.domain.lembar.lembar_kerja import SUBKEGIATAN, LembarKerja
from kinerja_xl.domain.office import Pengaturan, Waktu
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import TERBUKA, Status, Tindakan
from kinerja_xl.domain.sumber import BerkasSumber, SumberSel

BUKAN_LEMBAR_KERJA = "indikator gabungan dan susunan unit"
"""What a plan says that no worksheet carries: a later version that changed only this has been made into none."""


@dataclass(frozen=True)
class TindakanTercatat:
    """One act on a berkas: ``menit`` = working minutes since it was received, ``tenggat`` = the last day allowed."""

    kegiatan: int | None
    tindakan: Tindakan
    pejabat: str
    waktu: datetime
    menit: int | None = None
    mutu_baku: Waktu | None = None
    tenggat: date | None = None
    versi: int | None = None
    catatan: str = ""
    kode: str = ""
    naskah: str = ""  # sha256 of the signed scan it rests on
    tahap: Tindakan | None = None  # the step that its holder had to do, None where nobody held the berkas
    ke: Status | None = None  # the status it brought the berkas to

    @property
    def terlambat(self) -> bool:
        """Whether the act came after its last day (contract section 4)."""
        return self.tenggat is not None and self.waktu.date() > self.tenggat


@dataclass(frozen=True)
class IsiArsip:
    """An archived worksheet and what stands in it: the version that was approved, not one that came after it."""

    berkas: BerkasSumber
    isi: LembarKerja

    def sumber(self, tabel: str, baris: str, kolom: str) -> SumberSel:
        """Return a cell of it as a source."""
        return SumberSel(self.berkas, Kunci(tabel, baris, kolom), self.isi.place(tabel, baris, kolom))


@dataclass(frozen=True)
class DataBerkas:
    """What one bidang (or sub bidang) brought: ``keadaan`` None = never issued, ``isi`` None = nothing approved yet.

    ``isi`` is the content approved at Kegiatan 5 with ``versi_disetujui`` and ``sha256``, the archived file's hash.
    ``lalu`` holds the approved content of the unit's earlier quarters of the year, by triwulan; ``riwayat`` what the
    plan says of quarters that the office never collected, by code and triwulan. ``arsip`` are the archived files that
    figures of this and of earlier quarters are cited from, by triwulan.
    """

    bidang: str
    sub_bidang: str | None
    keadaan: Keadaan | None = None
    isi: LembarKerja | None = None
    daftar_tindakan: tuple[TindakanTercatat, ...] = ()
    disetujui_oleh: str = ""
    disetujui_pada: datetime | None = None
    versi_disetujui: int | None = None
    sha256: str = ""
    lalu: Mapping[int, LembarKerja] = field(default_factory=dict)
    riwayat: Mapping[str, Mapping[int, Realisasi]] = field(default_factory=dict)
    arsip: Mapping[int, IsiArsip] = field(default_factory=dict)

    def realisasi(self, kode: str) -> tuple[Realisasi, ...]:
        """Return an indicator's realisasi of TW I..IV: earlier quarters from their own approved worksheets.

        Quarters before the office began come from the plan's history. What this quarter's worksheet shows of earlier
        ones was copied when it was issued, and stands only where there is neither.
        """
        own = realisasi_of(self.isi, kode) if self.isi else (Realisasi(),) * 4
        before = self.riwayat.get(kode, {})
        return tuple(realisasi_of(self.lalu[k], kode)[k - 1] if k in self.lalu else before.get(k, own[k - 1])
                     for k in range(1, 5))

    def anggaran(self, subkegiatan: SubKegiatan, triwulan: int) -> HasilAnggaran:
        """Return a sub kegiatan's result; the amount up to the quarter before comes from that quarter's worksheet."""
        own = anggaran_of(self.isi, subkegiatan) if self.isi else None
        before = self.lalu.get(triwulan - 1)
        rp_sd_lalu = own.rp_sd_lalu if own else None
        if before is not None:
            rp_sd_lalu = angka_of(before, SUBKEGIATAN, subkegiatan.kode, f"realisasi_rp_sd_tw{triwulan - 1}")
        return compute_anggaran(subkegiatan, triwulan, own.realisasi_k if own else None, rp_sd_lalu,
                                own.rp_sd if own else None)

    @property
    def berakhir(self) -> bool:
        """Whether the berkas has ended (recommended, closed without data, or cancelled)."""
        return self.keadaan is not None and self.keadaan.status not in TERBUKA

    @property
    def belum_menyampaikan(self) -> str:
        """Why there is nothing of this unit in the report, in words; empty where it delivered."""
        if self.isi is not None:
            return ""
        if self.keadaan is None:
            return "belum mendapat lembar kerja"
        if self.keadaan.status is Status.TIDAK_MENYAMPAIKAN:
            return "tidak menyampaikan data"
        if self.keadaan.status is Status.DIBATALKAN:
            return "tidak menyampaikan data, karena lembar kerjanya dibatalkan"
        return f"belum menyampaikan (kedudukan terakhir: {self.keadaan.status.label})"


@dataclass(frozen=True)
class WaktuBerkas:
    """The acts on one berkas of the year, for the page that shows where the time went."""

    triwulan: int
    unit: str
    daftar_tindakan: tuple[TindakanTercatat, ...]


@dataclass(frozen=True)
class Bahan:
    """Everything the chapters draw on."""

    pengaturan: Pengaturan
    rencana: RencanaAksi
    periode: Periode
    daftar_berkas: tuple[DataBerkas, ...]
    dicetak: date
    final: bool
    realisasi: Mapping[str, Sequence[Realisasi]]
    daftar_hasil: tuple[HasilIndikator, ...]
    daftar_anggaran: tuple[HasilAnggaran, ...]
    ringkasan: Mapping[TingkatIndikator, Ringkasan]
    ringkasan_tahun: Mapping[TingkatIndikator, Ringkasan]
    asal: AsalRencana
    setahun: tuple[WaktuBerkas, ...] = ()  # every berkas of the year, where the report closes it

    @property
    def tingkat_utama(self) -> TingkatIndikator | None:
        """The highest level that has indicators: its mean is the one of the dinas."""
        return next(iter(self.ringkasan), None)

    @property
    def triwulan(self) -> str:
        """``Triwulan I Tahun 2026``."""
        return f"Triwulan {self.periode.romawi} Tahun {self.periode.tahun}"

    @property
    def tertunda(self) -> tuple[DataBerkas, ...]:
        """The units that brought nothing."""
        return tuple(data for data in self.daftar_berkas if data.isi is None)

    def unit_name(self, data: DataBerkas) -> str:
        """Return the long name of a berkas's unit."""
        return self.pengaturan.unit_name(data.bidang, data.sub_bidang)

    @property
    def versi_rencana(self) -> dict[int, list[str]]:
        """The versions of the plan that the worksheets were made from, the latest first, with the units' names.

        The plan itself may be of a later one that changed no worksheet.
        """
        versions: dict[int, list[str]] = {}
        for data in self.daftar_berkas:
            if data.keadaan is not None:
                versions.setdefault(data.keadaan.rencana_versi, []).append(self.unit_name(data))
        if versions and self.rencana.versi > max(versions):
            versions[self.rencana.versi] = [BUKAN_LEMBAR_KERJA]
        return dict(sorted(versions.items(), reverse=True)) or {self.rencana.versi: []}

    def source_of(self, row: Indikator | SubKegiatan) -> DataBerkas | None:
        """Return the berkas a row of the plan is filled in, None where it is gathered or has none."""
        unit = (row.bidang, row.sub_bidang)
        return next((data for data in self.daftar_berkas if (data.bidang, data.sub_bidang) == unit), None)

    def is_delivered(self, row: Indikator | SubKegiatan) -> bool:
        """Whether the unit that fills a row of the plan delivered; a gathered row is nobody's and counts as such."""
        data = self.source_of(row)
        return data is None or data.isi is not None

    def version_of(self, row: Indikator | SubKegiatan) -> int:
        """Return the version of the plan that a row of it is of."""
        data = None if isinstance(row, Indikator) and row.digabung_dari else self.source_of(row)
        return self.rencana.versi if data is None or data.keadaan is None else data.keadaan.rencana_versi


def gather_bahan(pengaturan: Pengaturan, rencana: RencanaAksi, periode: Periode, daftar_berkas: Sequence[DataBerkas],
                 dicetak: date, final: bool, asal: AsalRencana | None = None,
                 setahun: Sequence[WaktuBerkas] = ()) -> Bahan:
    """Return the material of a quarter: each capaian by ``compute_indikator``, gathered indicators from their sources.

    A unit of the plan without an entry in ``daftar_berkas`` stands in the report as never issued.
    """
    berkas = _complete(rencana, daftar_berkas)
    by_unit = {(data.bidang, data.sub_bidang): data for data in berkas}
    realisasi: dict[str, Sequence[Realisasi]] = {}
    for indikator in rencana.daftar_indikator:
        data = None if indikator.bidang is None else by_unit.get((indikator.bidang, indikator.sub_bidang))
        if data is not None and not indikator.digabung_dari:
            realisasi[indikator.kode] = data.realisasi(indikator.kode)
    for indikator in rencana.daftar_indikator:
        if indikator.digabung_dari:
            realisasi[indikator.kode] = gather_realisasi(indikator, realisasi)
    skala, kebijakan = pengaturan.skala, pengaturan.kebijakan
    hasil = tuple(compute_indikator(indikator, realisasi.get(indikator.kode, ()), periode.triwulan, skala)
                  for indikator in rencana.daftar_indikator)
    anggaran = tuple(by_unit.get((sub.bidang, sub.sub_bidang), DataBerkas(sub.bidang, sub.sub_bidang))
                     .anggaran(sub, periode.triwulan) for sub in rencana.daftar_subkegiatan)
    return Bahan(pengaturan, rencana, periode, berkas, dicetak, final, realisasi, hasil, anggaran,
                 rollup_tingkat(hasil, kebijakan, skala), rollup_tingkat(hasil, kebijakan, skala, tahunan=True),
                 asal or asal_of(rencana), tuple(setahun))


def _complete(rencana: RencanaAksi, daftar_berkas: Sequence[DataBerkas]) -> tuple[DataBerkas, ...]:
    known = {(data.bidang, data.sub_bidang) for data in daftar_berkas}
    return (*daftar_berkas, *(DataBerkas(*unit) for unit in rencana.daftar_unit if unit not in known))

