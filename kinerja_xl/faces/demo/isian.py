"""What the people of the demo write into their worksheets, read from the texts beside this module (DATA CONTOH)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.numbers import round_half_up
from kinerja_xl.faces.demo.bukti import Bukti
from kinerja_xl.workbook.contoh.contoh import contoh_rencana

TAHUN = 2026
Isian = dict[Kunci, NilaiSel]
_UKURAN = ("realisasi", "pembilang", "penyebut")
_BAHAN = ("keterangan", "faktor_penghambat")
_LAPORAN = ("faktor_pendorong", "tindak_lanjut")


@dataclass(frozen=True)
class IsiTriwulan:
    """The texts and figures of one quarter; ``varian`` are what people write first and put right later."""

    triwulan: int
    indikator: Mapping[str, Mapping[str, Any]]
    anggaran: Mapping[str, tuple[int, int]]  # output of the quarter, budget up to it in full rupiah
    varian: Mapping[str, Mapping[str, Mapping[str, Any]]]
    bukti: tuple[Bukti, ...]

    def bahan(self, unit: str, varian: str = "") -> Isian:
        """Return what the Analis fills in Kegiatan 3: figures, budget, keterangan, what held things up, evidence."""
        isian: Isian = {}
        for kode, baris in self._rows(unit, varian):
            isian |= self._ukuran(kode, baris) | self._texts(kode, baris, _BAHAN)
        for kode, (realisasi_k, rp_sd) in self.anggaran.items():
            if _units()[kode] == unit:
                isian[self._kunci("subkegiatan", kode, "realisasi_k")] = Decimal(realisasi_k)
                isian[self._kunci("subkegiatan", kode, "realisasi_rp_sd")] = Decimal(rp_sd)
        return isian | self._anggaran_of(varian) | register(self.bukti_of(unit))

    def laporan(self, unit: str, varian: str = "") -> Isian:
        """Return what the Kasubid adds in Kegiatan 4: factors and tindak lanjut."""
        return {kunci: teks for kode, baris in self._rows(unit, varian)
                for kunci, teks in self._texts(kode, baris, _LAPORAN).items()}

    def rekomendasi(self, unit: str) -> Isian:
        """Return what the Kasubag Perencanaan writes in Kegiatan 6."""
        return {kunci: teks for kode, baris in self._rows(unit)
                for kunci, teks in self._texts(kode, baris, ("rekomendasi",)).items()}

    def betulkan(self, varian: str) -> Isian:
        """Return what somebody puts right: the final values of the cells that a variant had otherwise."""
        isian: Isian = {}
        for kode, salah in self.varian[varian].items():
            if kode in self.anggaran:
                isian[self._kunci("subkegiatan", kode, "realisasi_rp_sd")] = Decimal(self.anggaran[kode][1])
            else:
                baris = {nama: self.indikator[kode][nama] for nama in salah}
                isian |= self._ukuran(kode, baris) | self._texts(kode, baris, tuple(baris))
        return isian

    def bukti_of(self, unit: str, *, susulan: bool = False) -> tuple[Bukti, ...]:
        """Return the evidence that the Analis of a unit collects; ``susulan`` is what is added after a return."""
        return tuple(bukti for bukti in self.bukti if bukti.susulan == susulan and _units()[bukti.kode] == unit)

    def _rows(self, unit: str, varian: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
        first = self.varian[varian] if varian else {}
        return ((kode, {**baris, **first.get(kode, {})}) for kode, baris in self.indikator.items()
                if _units()[kode] == unit)

    def _anggaran_of(self, varian: str) -> Isian:
        rows = self.varian[varian].items() if varian else ()
        return {self._kunci("subkegiatan", kode, nama): Decimal(nilai) for kode, baris in rows
                if kode in self.anggaran for nama, nilai in baris.items()}

    def _ukuran(self, kode: str, baris: Mapping[str, Any]) -> Isian:
        """The figures as people write them: a percentage with its two parts."""
        found: Isian = {self._kunci("indikator", kode, nama): _as_typed(baris[nama])
                        for nama in _UKURAN if nama in baris}
        if "pembilang" in baris and "penyebut" in baris:
            ratio = Decimal(baris["pembilang"]) / Decimal(baris["penyebut"]) * 100
            found[self._kunci("indikator", kode, "realisasi")] = round_half_up(ratio)
        return found

    def _texts(self, kode: str, baris: Mapping[str, Any], daftar: tuple[str, ...]) -> Isian:
        return {self._kunci("indikator", kode, nama): baris[nama] or None for nama in daftar
                if nama in baris and nama not in _UKURAN}

    def _kunci(self, tabel: str, kode: str, stem: str) -> Kunci:
        return Kunci(tabel, kode, f"{stem}_tw{self.triwulan}")


@cache
def isi_triwulan(triwulan: int) -> IsiTriwulan:
    """Return the texts of a quarter of the demo year, 1..4."""
    teks = files(__package__).joinpath("isi", f"tw{triwulan}.toml").read_text(encoding="utf-8")
    isi = tomllib.loads(teks, parse_float=Decimal)
    return IsiTriwulan(
        triwulan, isi["indikator"], {kode: (k, rp) for kode, (k, rp) in isi["anggaran"].items()},
        isi.get("varian", {}),
        tuple(Bukti(_units()[row["kode"]], row["kode"], row["jenis"], row["nama"], tuple(row["isi"]),
                    row.get("susulan", False)) for row in isi["bukti"]))


@cache
def _units() -> Mapping[str, str]:
    """The unit that fills each indicator and sub kegiatan of the sample plan: ``DAYASOS - PERORANGAN``."""
    rencana = contoh_rencana(TAHUN)
    rows = [(i.kode, i.bidang, i.sub_bidang) for i in rencana.daftar_indikator]
    rows += [(s.kode, s.bidang, s.sub_bidang) for s in rencana.daftar_subkegiatan]
    return {kode: f"{bidang} - {sub}" if sub else bidang for kode, bidang, sub in rows if bidang}


def register(daftar_bukti: tuple[Bukti, ...]) -> Isian:
    """Return the rows of the worksheet's register for these files."""
    return {Kunci("bukti", f"{bukti.kode}|{bukti.jenis}|{bukti.nama}", "bukti"): True for bukti in daftar_bukti}


def _as_typed(nilai: Decimal | int | str) -> NilaiSel:
    return nilai if isinstance(nilai, str) else Decimal(nilai)
