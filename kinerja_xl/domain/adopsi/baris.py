"""The rows of a table: data, groups, sums, and what stands below; each row becomes something or is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kinerja_xl.domain.adopsi.angka_baris import PembacaAngka
from kinerja_xl.domain.adopsi.hasil import BarisAdopsi, Dilewati, Jenis, both
from kinerja_xl.domain.adopsi.inden import levels_by_indent
from kinerja_xl.domain.adopsi.istilah import (
    ANGGARAN_JENJANG,
    ANGKA,
    JENJANG,
    NAMA,
    Arti,
    quarter_of,
    read_name,
)
from kinerja_xl.domain.adopsi.jenjang import URUTAN, Jenjang, split_code, without_label, without_number
from kinerja_xl.domain.adopsi.judul import is_column_numbers
from kinerja_xl.domain.adopsi.nilai import read_figure
from kinerja_xl.domain.adopsi.sumber import isi_teks
from kinerja_xl.domain.adopsi.tabel import Tabel, sheet_quarter
from kinerja_xl.domain.periods import ROMAWI

_RINGKASAN = re.compile(r"(?:rata\s*-?\s*rata|rerata|predikat)\b.*|(?:grand |sub ?)?(?:total|jumlah)(?:\W*$|\W+(?:total"
                        r"|anggaran|seluruh|keseluruhan|semua|program|kegiatan|sub kegiatan|pagu|belanja|[ivx\d]+)\b"
                        r".{0,60})", re.IGNORECASE)
_PENUTUP = re.compile(r"(?:faktor (?:pendorong|pendukung|penghambat)|tindak lanjut|mengetahui|menyetujui|kepala\b|nip\b"
                      r"|disusun|dievaluasi|dibuat|disahkan|\*|keterangan\b|catatan\b|sumber\b|plt\.|plh\.|a\.n\."
                      r"|sekretaris\b|kasubag|kasubbag|\(?[.…_]{3,}|[^\d]{0,30}\d{1,2} \w+ 20\d\d)", re.IGNORECASE)
_KELOMPOK = re.compile(r"(?:tujuan|sasaran|program|kegiatan|sub kegiatan|urusan|bidang urusan)\b", re.IGNORECASE)


@dataclass
class Ringkasan:
    """A row of sums or means: its label, its figures by column, and the data rows it may speak of."""

    baris: int
    label: str
    angka: Mapping[int, Decimal]
    anggota: tuple[int, ...]


@dataclass
class IsiTabel:
    """What was read from one table."""

    daftar_baris: list[BarisAdopsi] = field(default_factory=list)
    dilewati: list[Dilewati] = field(default_factory=list)
    ragu: list[tuple[str, str]] = field(default_factory=list)  # place, doubt
    ringkasan: list[Ringkasan] = field(default_factory=list)
    nomor_baris: list[int] = field(default_factory=list)  # source rows that hold data


class PembacaTabel:
    """Reads one table row by row; ``jenjang`` goes on over the tables of a workbook."""

    def __init__(self, tabel: Tabel, jenjang: Jenjang, koreksi: Mapping[str, str], cara_bulanan: str = "") -> None:
        self.tabel = tabel
        self.jenjang = jenjang
        self.koreksi = koreksi
        self.inden = levels_by_indent(tabel)
        self.isi = IsiTabel()
        self.triwulan = sheet_quarter(tabel)
        self._after_summary = self._closed = False
        self._since = 0
        nama = {k.makna.arti for k in tabel.daftar_kolom}
        self.program_tambahan = Arti.SASARAN in nama and len(nama & ANGGARAN_JENJANG) == 1
        self.kode_awal = is_code_prefix(tabel)
        self.angka = PembacaAngka(tabel, self.isi.ragu, cara_bulanan, self.program_tambahan)
        self.baris_isi_akhir = self._last_filled()

    def read(self) -> IsiTabel:
        """Return everything the table says."""
        tabel = self.tabel
        for row in range(tabel.bawah + 1, tabel.akhir + 1):
            if tabel.filled(row):
                self._read_row(row)
            elif tabel.lembar.baris.get(row):
                self._skip(row, "tidak berisi")
        return self.isi

    def _read_row(self, row: int) -> None:
        forced = self.koreksi.get(self.tabel.lembar.tempat(row), "")
        self.triwulan = self._quarter_of_row(row) or sheet_quarter(self.tabel)
        if forced == "dilewati":
            self._skip(row, "dilewati menurut lembar Adopsi")
        elif row <= self.tabel.bawah + 2 and is_column_numbers(self.tabel.lembar, row):
            self._skip(row, "nomor kolom")
        elif not forced and self._is_further_quarter(row):
            self._add_quarter(row)
        elif not forced and self._is_summary(row):
            self._take_summary(row)
        elif not forced and self._goes_on(row):
            self._add_step(row)
        elif not forced and self._is_closing(row):
            self._closed = True
            self._skip(row, f"di bawah tabel: {self._label(row)[:80]}")
        else:
            self._take_data(row, forced)

    def _skip(self, row: int, alasan: str) -> None:
        self.isi.dilewati.append(Dilewati(self.tabel.lembar.tempat(row), alasan))

    # -- what kind of row

    def _label(self, row: int) -> str:
        """The leftmost text of a row."""
        texts = (isi_teks(self.tabel.lembar.own(row, column)) for column in self.tabel.filled(row))
        return next((teks for teks in texts if re.search(r"[^\W\d_]", teks)), "")

    def _cell(self, row: int, *daftar_arti: Arti) -> str:
        for kolom in self.tabel.columns(*daftar_arti):
            if teks := isi_teks(self.tabel.lembar.own(row, kolom.nomor)):
                return teks
        return ""

    def _figures(self, row: int) -> dict[int, Decimal]:
        """The numeric cells of a row in columns of figures, computed ones among them."""
        found = {}
        for kolom in self.tabel.columns(*ANGKA, Arti.HITUNG):
            isi = self.tabel.lembar.own(row, kolom.nomor)
            nilai = read_figure(isi, kolom.makna).nilai
            if isinstance(nilai, Decimal):
                found[kolom.nomor] = nilai
        return found

    def _is_summary(self, row: int) -> bool:
        label, indikator = self._label(row), self._cell(row, Arti.INDIKATOR)
        if _RINGKASAN.fullmatch(label) and label != indikator:
            return True
        nameless = not indikator and not self._cell(row, *NAMA) and not re.search(r"[^\W\d_]{4}", label)
        return self._after_summary and nameless and bool(self._figures(row))

    def _is_closing(self, row: int) -> bool:
        if self._figures(row) and (self._cell(row, Arti.INDIKATOR) or self._cell(row, *NAMA)):
            return False
        if self._closed:
            return True
        label = self._label(row)
        named = self._cell(row, Arti.INDIKATOR, *NAMA)
        if self._stands_apart(row) and not _KELOMPOK.match(label) and not self._code(row):
            return True
        return bool(self.isi.daftar_baris) and not self._figures(row) and (
            bool(_PENUTUP.match(label)) or (not named and not _KELOMPOK.match(label)))

    def _last_filled(self) -> int:
        """The last row with a figure beside a name, or with an indicator."""
        rows = range(self.tabel.bawah + 1, self.tabel.akhir + 1)
        return max((row for row in rows if self._cell(row, Arti.INDIKATOR) or (
            self._figures(row) and self._cell(row, *NAMA) and not self._is_summary(row))), default=0)

    def _stands_apart(self, row: int) -> bool:
        """Whether a row comes after the last one that holds anything, behind a blank row or a sum: who signs."""
        last = self.baris_isi_akhir
        between = range(last + 1, row)
        return bool(last) and row > last and any(
            not self.tabel.filled(other) or self._is_summary(other) for other in between)

    def _quarter_of_row(self, row: int) -> int:
        """The quarter that a row is of, where a column says it: ``II``, ``TW 2``; 0 where none does."""
        teks = self._cell(row, Arti.PERIODE).upper().strip(".() ")
        bare = next((k for k, roman in enumerate(ROMAWI, start=1) if teks in (roman, str(k))), 0)
        return quarter_of(teks) or bare

    def _is_further_quarter(self, row: int) -> bool:
        """Whether a row is one more quarter of the indicator above it."""
        if not self.isi.daftar_baris or not self._quarter_of_row(row):
            return False
        indikator = without_number(self._cell(row, Arti.INDIKATOR))
        return indikator in ("", self.isi.daftar_baris[-1].indikator)

    def _goes_on(self, row: int) -> bool:
        """Whether a row holds nothing but a further step of the row above it."""
        return bool(self.isi.daftar_baris) and not self._stands_apart(row) and not self._figures(row) and bool(
            self._cell(row, Arti.RENCANA_AKSI)) and not self._cell(row, Arti.INDIKATOR, *NAMA)

    # -- what it says

    def _add_quarter(self, row: int) -> None:
        last = self.isi.daftar_baris[-1]
        own = self.angka.with_values(last, row, self.triwulan)
        self.isi.daftar_baris[-1] = replace(
            last, target_tw=both(last.target_tw, own.target_tw), realisasi_tw=both(last.realisasi_tw, own.realisasi_tw),
            realisasi_anggaran_tw=both(last.realisasi_anggaran_tw, own.realisasi_anggaran_tw))
        self._skip(row, f"triwulan lain dari {last.sumber}; dimuat bersamanya")

    def _add_step(self, row: int) -> None:
        last = self.isi.daftar_baris[-1]
        steps = "; ".join(filter(None, (str(last.lain.get(Arti.RENCANA_AKSI.value, "")),
                                        self._cell(row, Arti.RENCANA_AKSI))))
        self.isi.daftar_baris[-1] = replace(last, lain={**last.lain, Arti.RENCANA_AKSI.value: steps})
        self._skip(row, f"langkah lain dari {last.sumber}; dimuat bersama langkahnya")

    def _take_summary(self, row: int) -> None:
        label = self._label(row)
        members = tuple(self.isi.nomor_baris[self._since:])
        if self._after_summary and self.isi.ringkasan:
            members = self.isi.ringkasan[-1].anggota or members
        if re.search(r"seluruh|keseluruhan|grand", label, re.IGNORECASE):
            members = tuple(self.isi.nomor_baris)
        self.isi.ringkasan.append(Ringkasan(row, label, self._figures(row), members))
        self._since, self._after_summary = len(self.isi.nomor_baris), True

    def _take_data(self, row: int, forced: str) -> None:
        self._after_summary = False
        names = self._names(row)
        indikator = without_number(self._cell(row, Arti.INDIKATOR)) or None
        kode = self._code(row)
        bare = not indikator and not self._figures(row)
        levels: list[tuple[Jenis, str, str]] = []
        for arti, teks in names:
            own_code, nama = split_code(teks)
            own_code = own_code or (self._code(row, arti) if arti in ANGGARAN_JENJANG else "")
            jenis, sure = self.jenjang.level_of(arti, without_label(nama) if bare else nama, own_code or kode, bare,
                                                self.inden.get(row))
            if _KELOMPOK.match(nama) and arti is Arti.URAIAN and bare:
                jenis, _ = self.jenjang.level_of(arti, nama, own_code or kode, bare)
            if forced and forced != Jenis.INDIKATOR.value:
                jenis, sure = Jenis(forced), True
            if not sure:
                self.isi.ragu.append((self.tabel.lembar.tempat(row), f"jenjang “{nama[:60]}”"))
            nama = without_label(nama)
            if self.jenjang.nama.get(jenis) != nama or arti is Arti.URAIAN:
                levels.append((jenis, nama, own_code))
                self.jenjang.enter(jenis, nama, own_code or kode)
        self._emit(row, levels, indikator, kode, bare)

    def _emit(self, row: int, levels: list[tuple[Jenis, str, str]], indikator: str | None, kode: str,
              bare: bool) -> None:
        levels.sort(key=lambda level: URUTAN.index(level[0]))
        base = BarisAdopsi(self.tabel.lembar.tempat(row), Jenis.INDIKATOR, lembar=self.tabel.lembar.nama,
                           tabel=self.tabel.atas)
        for jenis, nama, own_code in levels[:-1]:
            self.isi.daftar_baris.append(replace(base, jenis=jenis, kode=own_code or None, nama=nama))
        if not levels and not indikator:
            if not bare:
                self.isi.ragu.append((base.sumber, "angka tanpa nama dan indikator"))
            self._skip(row, "angka tanpa nama dan indikator" if not bare else f"teks lain: {self._label(row)[:80]}")
            return
        if levels:
            jenis, nama, own_code = levels[-1]
            base = replace(base, jenis=jenis, nama=nama, kode=own_code or kode or None)
        else:
            base = replace(base, kode=kode or None)
        self.isi.daftar_baris.append(self.angka.with_values(replace(base, indikator=indikator), row, self.triwulan))
        if not bare:
            self.isi.nomor_baris.append(row)

    def _names(self, row: int) -> Iterator[tuple[Arti, str]]:
        found = False
        for kolom in self.tabel.columns(*JENJANG, Arti.URAIAN):
            if self.program_tambahan and kolom.makna.arti in ANGGARAN_JENJANG:
                continue
            if teks := isi_teks(self.tabel.lembar.own(row, kolom.nomor)):
                found = True
                yield kolom.makna.arti, teks
        if not found and not self._cell(row, Arti.INDIKATOR):  # a group's name over the whole table
            label = self._label(row)
            if label and (_KELOMPOK.match(label) or split_code(label)[0]):
                yield Arti.URAIAN, label

    def _code(self, row: int, arti: Arti | None = None) -> str:
        """The code of a row; where each level has a column of codes, that of the level ``arti``."""
        columns = self.tabel.columns(Arti.KODE)
        if len({kolom.judul for kolom in columns}) > 1:
            columns = tuple(k for k in columns if arti is None or read_name(_after_kode(k.dibaca)).arti is arti)
            if arti is None and not self.tabel.columns(Arti.URAIAN):
                return ""
        if self.kode_awal:
            columns = (*self.tabel.columns(Arti.NOMOR), *columns)
        parts = [isi_teks(self.tabel.lembar.own(row, kolom.nomor)).strip(".") for kolom in columns]
        parts = [part if len(part) < 25 and " " not in part else "" for part in parts]
        if self.kode_awal and any(parts):
            parts[0] = self._awal = parts[0] or self._awal
        return ".".join(part for part in parts if part)

    _awal = ""


def _after_kode(judul: str) -> str:
    return re.sub(r"^kode\W*", "", judul.casefold())


def is_code_prefix(tabel: Tabel) -> bool:
    """Whether the column No holds the first part of the codes: the same number again and again, never counting on."""
    nomor, kode = tabel.columns(Arti.NOMOR), tabel.columns(Arti.KODE)
    if not nomor or not kode:
        return False
    rows = range(tabel.bawah + 1, tabel.akhir + 1)
    beside = [isi_teks(tabel.lembar.own(row, nomor[0].nomor)) for row in rows
              if not is_column_numbers(tabel.lembar, row)
              and (isi_teks(tabel.lembar.own(row, nomor[0].nomor)).isdigit())]
    return len(beside) > 1 and len(set(beside)) < len(beside) and beside[0] == beside[1]
