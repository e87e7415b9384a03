"""The Rencana Aksi that adoption makes of what it read; whatever the sheet does not say is marked as a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja_xl.domain.adopsi.dugaan import CaraHitung, guess_direction, guess_method, guess_unit
from kinerja_xl.domain.adopsi.hasil import BarisAdopsi, HasilAdopsi, Jenis, four
from kinerja_xl.domain.adopsi.istilah import Arti
from kinerja_xl.domain.adopsi.jenjang import Jenjang
from kinerja_xl.domain.adopsi.sumber import kata
from kinerja_xl.domain.indicators import Indikator, Nilai, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.office import Bidang
from kinerja_xl.domain.rencana_aksi import RencanaAksi, RiwayatCapaian

TANPA_NAMA = "(tidak disebutkan pada lembar)"
_TAHUN_RIWAYAT = 5
_SASARAN_JUDUL = re.compile(r"sasaran[^:]{0,40}:\s*(\S.{5,})", re.IGNORECASE)
_UMUM = frozenset({"bidang", "sub", "dan", "dinas", "badan", "seksi", "kepala", "kantor", "pada"})
_BUKAN_KODE = re.compile(r"[^A-Za-z0-9.\-]+")


@dataclass(frozen=True)
class Dugaan:
    """A value of the plan that the source does not say: of which row, what was taken, why."""

    sumber: str
    kode: str
    kolom: str
    isi: str
    alasan: str


@dataclass
class Penyusun:
    """Makes the plan row by row, in the order of the source."""

    hasil: HasilAdopsi
    daftar_bidang: Sequence[Bidang]
    tahun: int
    pilihan_bidang: Mapping[str, str] = field(default_factory=dict)  # what the planner chose, by what the sheet names
    bidang_dipakai: dict[str, str] = field(default_factory=dict)
    dugaan: list[Dugaan] = field(default_factory=list)
    jenjang: Jenjang = field(default_factory=Jenjang)
    daftar_indikator: list[Indikator] = field(default_factory=list)
    daftar_subkegiatan: list[SubKegiatan] = field(default_factory=list)
    daftar_riwayat: list[RiwayatCapaian] = field(default_factory=list)
    kode_dipakai: set[str] = field(default_factory=set)
    menjadi: dict[str, str] = field(default_factory=dict)  # source row -> where it stands in the plan
    _owner: BarisAdopsi | None = None
    _owners: dict[Jenis, BarisAdopsi] = field(default_factory=dict)

    def make(self) -> RencanaAksi:
        """Return the plan."""
        for baris in self.hasil.daftar_baris:
            if baris.jenis is not Jenis.INDIKATOR:
                self.jenjang.enter(baris.jenis, baris.nama or "", baris.kode or "")
                self._owner = baris
            self._take(baris)
        return RencanaAksi(self.tahun, tuple(self.daftar_indikator), tuple(self.daftar_subkegiatan),
                           daftar_riwayat=tuple(self.daftar_riwayat))

    def _take(self, baris: BarisAdopsi) -> None:
        level = self._owner.jenis if self._owner else Jenis.SASARAN
        lowest = level is Jenis.SUB_KEGIATAN or (level is Jenis.KEGIATAN and not self._has_sub(baris))
        if lowest and (baris.indikator or baris.berangka):
            self._add_subkegiatan(baris)
        elif baris.indikator:
            self._add_indikator(baris, level)
        else:
            self.menjadi[baris.sumber] = "kelompok: nama jenjang bagi baris di bawahnya"

    def _has_sub(self, baris: BarisAdopsi) -> bool:
        """Whether sub kegiatan stand below the kegiatan of this row."""
        rows = self.hasil.daftar_baris
        for later in rows[rows.index(baris) + 1:]:
            if later.jenis is Jenis.SUB_KEGIATAN:
                return True
            if later.jenis in (Jenis.KEGIATAN, Jenis.PROGRAM, Jenis.URUSAN):
                return False
        return False

    def _add_indikator(self, baris: BarisAdopsi, level: Jenis) -> None:
        kode = self._code(baris, "IK")
        cara = guess_method(baris)
        arah, why = guess_direction(baris, cara)
        self._guess(baris, kode, "Jenis Perhitungan", cara.perhitungan.value, cara.alasan)
        self._guess(baris, kode, "Arah", arah.value, why)
        self._guess_target(baris, kode, cara)
        bidang, sub = self._unit(baris, kode)
        lain = baris.lain
        program = " ".join(filter(None, (self.jenjang.kode.get(Jenis.PROGRAM), self.jenjang.nama.get(Jenis.PROGRAM))))
        self.daftar_indikator.append(Indikator(
            kode, baris.indikator or "", self._satuan(baris, kode),
            TingkatIndikator.SUB_BIDANG if sub else TingkatIndikator.BIDANG, bidang, sub,
            self.jenjang.nama.get(Jenis.TUJUAN, ""), self._sasaran(baris, kode), arah, cara.perhitungan,
            cara.target_tahun, cara.target_tw, definisi=_text(lain, Arti.DEFINISI),
            sumber_data=_text(lain, Arti.SUMBER_DATA), baseline=_value(lain, Arti.BASELINE),
            target_renstra=baris.target_renstra,
            program=_text(lain, Arti.SUB_KEGIATAN, Arti.KEGIATAN, Arti.PROGRAM) or (
                program if level in (Jenis.PROGRAM, Jenis.KEGIATAN) else ""),
            rencana_aksi=_text(lain, Arti.RENCANA_AKSI), pagu=_first(baris.pagu_perubahan, baris.pagu),
            penanggung_jawab=baris.penanggung_jawab or ""))
        self.menjadi[baris.sumber] = f"Indikator {kode}"
        self._add_years(baris, kode)
        for nomor, nilai in enumerate(baris.realisasi_tw, start=1):
            if nilai is not None:
                self.daftar_riwayat.append(RiwayatCapaian(
                    kode, baris.indikator or "", self.daftar_indikator[-1].satuan, self.tahun, nomor,
                    cara.target_tw[nomor - 1], nilai, f"Dari {baris.sumber}"))

    def _add_years(self, baris: BarisAdopsi, kode: str) -> None:
        """What was reached in the years before, as far back as a plan's history goes."""
        for tahun in range(self.tahun - _TAHUN_RIWAYAT, self.tahun):
            nilai = baris.lain.get(f"{Arti.REALISASI_TAHUN.value}{tahun}")
            if nilai is not None and not isinstance(nilai, str):
                self.daftar_riwayat.append(RiwayatCapaian(kode, baris.indikator or "", self.daftar_indikator[-1].satuan,
                                                          tahun, None, None, nilai, f"Dari {baris.sumber}"))

    def _add_subkegiatan(self, baris: BarisAdopsi) -> None:
        kode = self._code(baris, "SK")
        nama = self._owner.nama or "" if self._owner else ""
        bidang, sub = self._unit(baris, kode)
        cara = guess_method(baris)
        self._guess_target(baris, kode, cara)
        indikator = baris.indikator
        if indikator is None:
            indikator = nama
            self._guess(baris, kode, "Indikator Keluaran", nama, "tidak tertulis; dipakai nama sub kegiatan")
        names, codes = self.jenjang.nama, self.jenjang.kode
        self.daftar_subkegiatan.append(SubKegiatan(
            kode, nama, indikator, self._satuan(baris, kode), bidang, sub, _number(cara.target_tahun),
            four([_number(x) for x in cara.target_tw]),
            _first(baris.pagu_perubahan, baris.pagu) or Decimal(0), names.get(Jenis.URUSAN, ""),
            codes.get(Jenis.PROGRAM, ""), names.get(Jenis.PROGRAM, ""), codes.get(Jenis.KEGIATAN, ""),
            names.get(Jenis.KEGIATAN, "")))
        told = "; realisasi triwulannya hanya dilaporkan" if any(x is not None for x in baris.realisasi_tw) else ""
        self.menjadi[baris.sumber] = f"Program {kode}{told}"

    # -- what a row does not say itself

    def _guess(self, baris: BarisAdopsi, kode: str, kolom: str, isi: str, alasan: str) -> None:
        self.dugaan.append(Dugaan(baris.sumber, kode, kolom, isi, alasan))

    def _guess_target(self, baris: BarisAdopsi, kode: str, cara: CaraHitung) -> None:
        if cara.target_tahun is not None and baris.target_tahunan is None and baris.target_perubahan is None:
            self._guess(baris, kode, "Target Tahunan", "dari target triwulan", cara.alasan)
        if cara.target_tw != baris.target_tw and cara.target_tahun is not None:
            self._guess(baris, kode, "Target Triwulan IV", "sama dengan target tahunan",
                        "target triwulan tidak ada pada lembar")

    def _code(self, baris: BarisAdopsi, awalan: str) -> str:
        """The row's own code, else one made from the level above it; never one that was used."""
        own = _BUKAN_KODE.sub("-", baris.kode or "").strip("-. ")
        levels = (Jenis.SUB_KEGIATAN, Jenis.KEGIATAN, Jenis.PROGRAM) if awalan == "SK" else ()
        base = own or next((kode for jenis in levels if (kode := self.jenjang.kode.get(jenis))), awalan)
        kode, nomor = own, 1
        while not kode or kode.casefold() in self.kode_dipakai:
            kode = f"{base}-{nomor:02d}"
            nomor += 1
        self.kode_dipakai.add(kode.casefold())
        if kode != baris.kode:
            self._guess(baris, kode, "Kode", kode, "kode pada lembar tidak ada, sama, atau tidak dapat dipakai")
        return kode

    def _satuan(self, baris: BarisAdopsi, kode: str) -> str:
        if baris.satuan:
            return baris.satuan
        tebakan = guess_unit(baris)
        self._guess(baris, kode, "Satuan", tebakan.isi, tebakan.alasan)
        return tebakan.isi

    def _sasaran(self, baris: BarisAdopsi, kode: str) -> str:
        if sasaran := self.jenjang.nama.get(Jenis.SASARAN):
            return sasaran
        for teks in self.hasil.judul.get(baris.lembar, ()):
            if match := _SASARAN_JUDUL.search(teks):
                return match[1].strip()
        name = self.jenjang.nama.get(Jenis.PROGRAM) or self.jenjang.nama.get(Jenis.TUJUAN) or "(sasaran)"
        self._guess(baris, kode, "Sasaran Strategis", name, "sasaran tidak tertulis pada lembar")
        return name

    def _unit(self, baris: BarisAdopsi, kode: str) -> tuple[str, str | None]:
        levels = [self.jenjang.nama.get(jenis, "") for jenis in (Jenis.PROGRAM, Jenis.KEGIATAN)
                  if self._owner and self._owner.jenis in (Jenis.PROGRAM, Jenis.KEGIATAN, Jenis.SUB_KEGIATAN)]
        told = [baris.penanggung_jawab, self._below(baris), baris.lembar, *self.hasil.judul.get(baris.lembar, ()),
                *levels]
        named = next((teks for teks in told[:2] if teks), f"{TANPA_NAMA} {baris.lembar}")
        if chosen := self.pilihan_bidang.get(named):
            found = find_unit(self.daftar_bidang, chosen) or (chosen, None)
            self.bidang_dipakai[named] = found[0]
            return found
        source = next((teks for teks in told if teks and find_unit(self.daftar_bidang, teks)), None)
        found = find_unit(self.daftar_bidang, source or "") or (self.daftar_bidang[0].singkatan, None)
        if source is None or source != baris.penanggung_jawab:
            why = f"menurut “{source[:60]}”" if source else "tidak tertulis, atau bukan bidang dalam Pengaturan"
            self._guess(baris, kode, "Bidang", found[0], why)
        self.bidang_dipakai[named] = found[0]
        return found

    def _below(self, baris: BarisAdopsi) -> str | None:
        """Who is named in the rows below a row that names nobody itself."""
        rows = self.hasil.daftar_baris
        for later in rows[rows.index(baris) + 1:]:
            if later.jenis is baris.jenis and later.jenis is not Jenis.INDIKATOR:
                return None
            if later.penanggung_jawab:
                return later.penanggung_jawab
        return None


def find_unit(daftar_bidang: Sequence[Bidang], teks: str) -> tuple[str, str | None] | None:
    """Return the bidang (and sub bidang) that a text names by its short name or by every word of its name."""
    words = set(kata(teks))
    found = None
    for bidang in daftar_bidang:
        for sub in bidang.daftar_sub:
            if _names(words, sub.singkatan, sub.nama):
                return bidang.singkatan, sub.singkatan
        if found is None and _names(words, bidang.singkatan, bidang.nama):
            found = bidang
    if found is None:
        return None
    return found.singkatan, found.daftar_sub[0].singkatan if found.daftar_sub else None


def _names(words: set[str], singkatan: str, nama: str) -> bool:
    name = set(kata(nama)) - _UMUM
    return bool(name and name <= words) or set(kata(singkatan)) <= words


def _text(lain: Mapping[str, Nilai | str], *daftar_arti: Arti) -> str:
    return next((str(lain[arti.value]) for arti in daftar_arti if lain.get(arti.value)), "")


def _value(lain: Mapping[str, Nilai | str], arti: Arti) -> Nilai | None:
    isi = lain.get(arti.value)
    return None if isinstance(isi, str) else isi


def _first(*amounts: Decimal | None) -> Decimal | None:
    return next((amount for amount in amounts if amount is not None), None)


def _number(nilai: Nilai | None) -> Decimal | None:
    return nilai if isinstance(nilai, Decimal) else None
