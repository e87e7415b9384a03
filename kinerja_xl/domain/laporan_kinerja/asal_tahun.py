"""The sources of the annual report's figures: cells of plan and worksheets, the ledger, or formulas over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.capaian.rollup import RataSasaran
from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.laporan import asal_anggaran, asal_angka
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun, sheet_of
from kinerja_xl.domain.laporan_kinerja.besaran import Besaran
from kinerja_xl.domain.laporan_kinerja.keluaran import HasilSubKegiatan
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.rencana.perubahan_rencana import JUDUL_INDIKATOR
from kinerja_xl.domain.rencana_aksi import RiwayatCapaian
from kinerja_xl.domain.sumber import Sumber, SumberHitung, SumberJejak

Asal = Callable[[Besaran, int | None], Sumber]
"""A quantity and its year in, its source out: what sentences ask (``kalimat.SumberBesaran``)."""
_KATA: dict[Besaran, str] = {
    Besaran.POSISI: "realisasi dibandingkan dengan target menurut arah indikator",
    Besaran.LETAK: "letak realisasi terhadap target",
    Besaran.GERAK: "realisasi dibandingkan dengan realisasi tahun sebelumnya",
    Besaran.MUTU: "gerak realisasi menurut arah indikator",
    Besaran.KECENDERUNGAN: "gerak realisasi dari tahun ke tahun",
    Besaran.MUTU_BEBERAPA_TAHUN: "realisasi tahun terakhir dibandingkan dengan tahun pertama menurut arah indikator",
    Besaran.POSISI_RENSTRA: "realisasi dibandingkan dengan target akhir Renstra menurut arah indikator",
    Besaran.TINGKAT_KEMAJUAN: "tingkat kemajuan = realisasi terhadap target akhir Renstra menurut arah indikator",
    Besaran.REALISASI_RENSTRA: "realisasi tahun berjalan; untuk JUMLAH ditambah tahun-tahun sejak awal Renstra",
    Besaran.POSISI_STANDAR: "realisasi dibandingkan dengan standar nasional menurut arah indikator",
    Besaran.SISA_ANGGARAN: "sisa anggaran = 100% − serapan",
    Besaran.TINGKAT_EFISIENSI: "tingkat efisiensi = capaian − serapan",
    Besaran.PENILAIAN: "efisien bila capaian paling sedikit 100% dan serapan di bawah 100%"}
"""How each quantity that is no cell is computed, in the words of the documents."""


@dataclass(frozen=True, eq=False)
class AsalTahun:
    """The sources of one report's figures; equal names are the same figure."""

    tahun: BahanTahun
    _known: dict[tuple[str, Besaran, int], Sumber] = field(default_factory=dict)  # each is made once

    # indicators

    def besaran(self, hasil: HasilIndikator) -> Asal:
        """Return where the quantities of an indicator come from, for its sentences and its cells of the year."""
        def find(besaran: Besaran, tahun: int | None) -> Sumber:
            return self._besaran(hasil, besaran, tahun or self.tahun.tahun)

        return find

    def _besaran(self, hasil: HasilIndikator, besaran: Besaran, tahun: int) -> Sumber:
        key = hasil.indikator.kode, besaran, tahun
        if key not in self._known:
            self._known[key] = self._make(hasil, besaran, tahun)
        return self._known[key]

    def _make(self, hasil: HasilIndikator, besaran: Besaran, tahun: int) -> Sumber:
        own = self._own(hasil).get(besaran)
        if own is not None and tahun == self.tahun.tahun:
            return own()
        if besaran is Besaran.REALISASI:
            return self._riwayat(hasil.indikator, tahun)
        if besaran is Besaran.CAPAIAN:
            return SumberHitung(f"Capaian tahun {tahun} {hasil.indikator.kode}", asal_angka.RUMUS_CAPAIAN,
                                (self._riwayat(hasil.indikator, tahun),))
        return SumberHitung(f"{besaran.value.capitalize()} tahun {tahun} {hasil.indikator.kode}", _KATA[besaran],
                            self._inputs(hasil, besaran))

    def _own(self, hasil: HasilIndikator) -> dict[Besaran, Callable[[], Sumber]]:
        """What stands in a cell, or is computed as the quarterly report computes it."""
        bahan, row = self.tahun.bahan, hasil.indikator
        return {
            Besaran.TARGET: lambda: asal_angka.sumber_target(bahan, row),
            Besaran.REALISASI: lambda: asal_angka.sumber_realisasi_sd(bahan, hasil),
            Besaran.CAPAIAN: lambda: asal_angka.sumber_capaian_tahun(bahan, hasil),
            Besaran.KATEGORI: lambda: asal_angka.sumber_kategori_of(asal_angka.sumber_capaian_tahun(bahan, hasil)),
            Besaran.TARGET_RENSTRA: lambda: self._plan_cell(row, "target_renstra"),
            Besaran.STANDAR_NASIONAL: lambda: self._plan_cell(row, "standar_nasional"),
            Besaran.SERAPAN: lambda: self.serapan(f"penunjang {row.kode}", self.tahun.keluaran_of(row))}

    def _inputs(self, hasil: HasilIndikator, besaran: Besaran) -> tuple[Sumber, ...]:
        """What a computed quantity is made of: the year's realisasi and what it is held against."""
        find, now, row = self.besaran(hasil), self.tahun.tahun, hasil.indikator
        reached = find(Besaran.REALISASI, now)
        against: dict[Besaran, tuple[Sumber, ...]] = {
            Besaran.POSISI: (find(Besaran.TARGET, now),), Besaran.LETAK: (find(Besaran.TARGET, now),),
            Besaran.GERAK: (self._riwayat(row, now - 1),), Besaran.MUTU: (self._riwayat(row, now - 1),),
            Besaran.POSISI_RENSTRA: (find(Besaran.TARGET_RENSTRA, now),),
            Besaran.TINGKAT_KEMAJUAN: (find(Besaran.TARGET_RENSTRA, now),),
            Besaran.POSISI_STANDAR: (find(Besaran.STANDAR_NASIONAL, now),)}
        if besaran in against:
            return (reached, *against[besaran])
        if besaran in (Besaran.SISA_ANGGARAN, Besaran.TINGKAT_EFISIENSI, Besaran.PENILAIAN):
            return (find(Besaran.CAPAIAN, now), find(Besaran.SERAPAN, now))
        return (reached, *(asal_angka.sumber_riwayat(self.tahun.bahan, r) for r in self._years(row)))

    def _years(self, row: Indikator) -> list[RiwayatCapaian]:
        return [r for r in self.tahun.bahan.rencana.daftar_riwayat if r.kode == row.kode and r.triwulan is None]

    def _riwayat(self, row: Indikator, tahun: int) -> Sumber:
        found = next((r for r in self._years(row) if r.tahun == tahun), None)
        if found is None:
            return SumberJejak(f"Realisasi tahun {tahun} {row.kode}", "belum tercatat dalam riwayat capaian")
        return asal_angka.sumber_riwayat(self.tahun.bahan, found)

    def _plan_cell(self, row: Indikator, kolom: str) -> Sumber:
        return asal_angka.sumber_rencana_sel(self.tahun.bahan, row, JUDUL_INDIKATOR[kolom])

    def target(self, row: Indikator | SubKegiatan, triwulan: int | None = None) -> Sumber:
        """Return where the target of the year, or of a quarter, stands."""
        return asal_angka.sumber_target(self.tahun.bahan, row, triwulan)

    def realisasi(self, row: Indikator, triwulan: int) -> Sumber:
        """Return where the realisasi of a quarter comes from."""
        return asal_angka.sumber_realisasi(self.tahun.bahan, row, triwulan)

    # means and counts

    def rata(self, sasaran: RataSasaran | None = None) -> SumberHitung:
        """Return how the mean of a sasaran, or of all of them, is made."""
        bahan = self.tahun.bahan
        tingkat = bahan.tingkat_utama
        assert tingkat is not None  # there is no mean without an indicator
        if sasaran is None:
            return asal_angka.sumber_rata_tingkat(bahan, tingkat, tahunan=True)
        return asal_angka.sumber_rata_sasaran(bahan, tingkat, sasaran, tahunan=True)

    def cacah(self, apa: str, daftar: Sequence[HasilIndikator] | None = None) -> SumberHitung:
        """Return how indicators are counted, ``apa`` such as ``indikator tercapai``; of the whole plan's level."""
        group = self.tahun.daftar_hasil if daftar is None else daftar
        return asal_angka.sumber_cacah(f"Cacah {apa} tahun {self.tahun.tahun}", apa, (
            self._besaran(hasil, Besaran.CAPAIAN, self.tahun.tahun) for hasil in group))

    def cacah_rencana(self, apa: str, daftar: Sequence[Indikator]) -> SumberHitung:
        """Return how rows of the plan are counted."""
        return asal_angka.sumber_cacah(f"Cacah {apa} tahun {self.tahun.tahun}", apa,
                                       (self.target(row) for row in daftar))

    def jejak(self, apa: str) -> SumberJejak:
        """Return what the ledger counts over the year."""
        return SumberJejak(f"Cacah {apa} tahun {self.tahun.tahun}", f"cacah {apa} menurut buku catatan")

    def bukti(self, apa: str) -> SumberJejak:
        """Return what is counted of the registers of evidence in the approved worksheets."""
        return SumberJejak(f"Cacah {apa} tahun {self.tahun.tahun}", f"cacah {apa} pada lembar kerja yang disetujui")

    # sub kegiatan and the budget

    def keluaran_tw(self, sub: SubKegiatan, stem: str, triwulan: int) -> Sumber:
        """Return the cell of a sub kegiatan in its unit's worksheet of a quarter: ``realisasi_k`` and the like."""
        data = self.tahun.bahan.source_of(sub)
        if data is None or sheet_of(data, triwulan) is None:
            return SumberJejak(f"{stem} TW {ROMAWI[triwulan - 1]} {sub.kode}", "tidak ada lembar kerja yang disetujui")
        return asal_anggaran.sumber_sub(self.tahun.bahan, sub, stem, triwulan)

    def realisasi_k(self, sub: SubKegiatan) -> SumberHitung:
        """Return how the output of the year is made of the quarters."""
        return SumberHitung(f"Realisasi keluaran tahun {self.tahun.tahun} {sub.kode}",
                            "jumlah keluaran triwulan; untuk target posisi, keluaran triwulan terakhir yang terisi",
                            tuple(self.keluaran_tw(sub, "realisasi_k", k) for k in TRIWULAN))

    def capaian_k(self, sub: SubKegiatan) -> SumberHitung:
        """Return how the output is held against the year's target."""
        return SumberHitung(f"Capaian keluaran tahun {self.tahun.tahun} {sub.kode}", asal_angka.RUMUS_CAPAIAN,
                            (self.target(sub), self.realisasi_k(sub)))

    def rp_tw(self, nama: str, daftar: Sequence[HasilSubKegiatan], triwulan: int) -> SumberHitung:
        """Return how the amount of one quarter is made of the sums up to it."""
        quarters = (triwulan - 1, triwulan) if triwulan > 1 else (triwulan,)
        return SumberHitung(f"Jumlah realisasi TW {ROMAWI[triwulan - 1]} {self.tahun.tahun} {nama}",
                            "jumlah realisasi s.d. triwulan − realisasi s.d. triwulan sebelumnya",
                            tuple(self.keluaran_tw(h.subkegiatan, "realisasi_rp_sd", k)
                                  for h in daftar for k in quarters))

    def pagu(self, nama: str, daftar: Sequence[HasilSubKegiatan]) -> SumberHitung:
        """Return how a sum of pagu is made; ``nama`` names the sub kegiatan."""
        return asal_anggaran.jumlah_pagu(self.tahun.bahan, [h.anggaran for h in daftar], nama)

    def rp(self, nama: str, daftar: Sequence[HasilSubKegiatan]) -> SumberHitung:
        """Return how the realisasi of the year is summed."""
        return asal_anggaran.jumlah_rp_sd(self.tahun.bahan, [h.anggaran for h in daftar], nama)

    def serapan(self, nama: str, daftar: Sequence[HasilSubKegiatan]) -> SumberHitung:
        """Return how an absorption is computed."""
        return asal_anggaran.jumlah_serapan(self.tahun.bahan, [h.anggaran for h in daftar], nama)

    def cacah_sub(self, apa: str, daftar: Sequence[HasilSubKegiatan]) -> SumberHitung:
        """Return how sub kegiatan are counted."""
        return asal_angka.sumber_cacah(f"Cacah {apa} tahun {self.tahun.tahun}", apa,
                                       (self.capaian_k(h.subkegiatan) for h in daftar))


@lru_cache(maxsize=1)
def asal_of(bahan: BahanTahun) -> AsalTahun:
    """Return the sources of a report, the same for all its chapters."""
    return AsalTahun(bahan)
