"""What adoption says: rows, columns, what was left out, questions, and figures that have to agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from kinerja_xl.domain.indicators import Nilai
from kinerja_xl.domain.numbers import format_nilai


class Jenis(StrEnum):
    """What a row is; ``INDIKATOR``: a further indicator of the level above it."""

    URUSAN = "urusan"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"


T = TypeVar("T")
Empat = tuple[Nilai | None, Nilai | None, Nilai | None, Nilai | None]
EmpatRupiah = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
KOSONG4 = (None, None, None, None)


@dataclass(frozen=True)
class BarisAdopsi:
    """One row of the source; names of the contract (section 5), money in full rupiah, None where it has nothing.

    ``lain`` holds what the plan takes and the contract's JSON does not name, by ``Arti``; ``lembar`` the source's
    sheet, ``tabel`` the row in which the headings of its table begin.
    """

    sumber: str
    jenis: Jenis
    kode: str | None = None
    nama: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target_renstra: Nilai | None = None
    target_tahunan: Nilai | None = None
    target_perubahan: Nilai | None = None
    target_tw: Empat = KOSONG4
    realisasi_tw: Empat = KOSONG4
    pagu_renstra: Decimal | None = None
    pagu: Decimal | None = None
    pagu_perubahan: Decimal | None = None
    realisasi_anggaran_tw: EmpatRupiah = KOSONG4
    penanggung_jawab: str | None = None
    lain: Mapping[str, Nilai | str] = field(default_factory=dict)
    lembar: str = ""
    tabel: int = 0

    @property
    def berangka(self) -> bool:
        """Whether any figure stands in the row."""
        return any(nilai is not None for nilai in (
            self.target_renstra, self.target_tahunan, self.target_perubahan, self.pagu_renstra, self.pagu,
            self.pagu_perubahan, *self.target_tw, *self.realisasi_tw, *self.realisasi_anggaran_tw))


KUNCI_BARIS = ("sumber", "jenis", "kode", "nama", "indikator", "satuan", "target_renstra", "target_tahunan",
               "target_perubahan", "target_tw", "realisasi_tw", "pagu_renstra", "pagu", "pagu_perubahan",
               "realisasi_anggaran_tw", "penanggung_jawab")
"""The keys of a row in JSON (contract section 5)."""


@dataclass(frozen=True)
class KolomAdopsi:
    """One column of the source: where, its heading, what it became (``sebutan``: as staff read it), how sure."""

    sumber: str
    judul: str
    menjadi: str
    keyakinan: str
    sebutan: str = ""
    keterangan: str = ""


@dataclass(frozen=True)
class Dilewati:
    """What was left out, and why."""

    sumber: str
    alasan: str


@dataclass(frozen=True)
class Pertanyaan:
    """A doubtful reading: where, the question, and what is taken until it is answered."""

    sumber: str
    pertanyaan: str
    sementara: str


@dataclass(frozen=True)
class Banding:
    """A figure that the source prints and adoption computed again; ``cara`` says from what."""

    sumber: str
    tercetak: Decimal
    dihitung: Decimal | None
    cara: str

    @property
    def cocok(self) -> bool:
        """Whether both are the same, to a thousandth part or half of the last printed decimal."""
        return self.dihitung is not None and same(self.tercetak, self.dihitung)


@dataclass(frozen=True)
class HasilAdopsi:
    """Everything that adoption read; ``tahun`` None where no year stands anywhere."""

    daftar_baris: tuple[BarisAdopsi, ...]
    daftar_kolom: tuple[KolomAdopsi, ...]
    daftar_dilewati: tuple[Dilewati, ...]
    daftar_pertanyaan: tuple[Pertanyaan, ...]
    daftar_banding: tuple[Banding, ...] = ()
    tahun: int | None = None
    judul: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # titles by sheet: of a bidang, of a sasaran
    bulanan: str | None = None  # how months become quarters: "" not chosen yet, None where there are none

    def as_json(self) -> dict[str, object]:
        """Return the document of ``kinerja adopsi --json``."""
        return {"baris": [{nama: json_value(getattr(baris, nama)) for nama in KUNCI_BARIS}
                          for baris in self.daftar_baris],
                "kolom": [{"sumber": k.sumber, "judul": k.judul, "menjadi": k.menjadi, "keyakinan": k.keyakinan}
                          for k in self.daftar_kolom],
                "dilewati": [vars(dilewati) for dilewati in self.daftar_dilewati],
                "pertanyaan": [vars(pertanyaan) for pertanyaan in self.daftar_pertanyaan]}


def four(values: Sequence[T]) -> tuple[T, T, T, T]:
    """Return the values of the four quarters; ValueError where there are not four."""
    first, second, third, fourth = values
    return first, second, third, fourth


def both(first: tuple[T | None, ...], second: tuple[T | None, ...]) -> tuple[T | None, T | None, T | None, T | None]:
    """Return the values of the four quarters, of the second where the first has none."""
    return four([b if a is None else a for a, b in zip(first, second, strict=True)])


def same(a: Decimal, b: Decimal) -> bool:
    """Whether two figures agree: to 0,005, half of the last decimal of ``a``, or a hundred thousandth of the larger."""
    exponent = a.as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) and -3 < exponent < 0 else Decimal(0)
    return abs(a - b) <= max(Decimal("0.005"), half, max(abs(a), abs(b)) / 100_000)


def json_value(isi: object) -> object:
    """Return a value for JSON: whole numbers as int, others as float, ranges and predikat as they are printed."""
    if isinstance(isi, Decimal):
        return int(isi) if isi == isi.to_integral_value() else float(isi)
    if isinstance(isi, tuple):
        return [json_value(part) for part in isi]
    if isi is None or isinstance(isi, str):
        return isi if not isinstance(isi, StrEnum) else isi.value
    return format_nilai(isi)  # type: ignore[arg-type]  # a Predikat or a Rentang


def gathered(daftar_tempat: Sequence[str], most: int = 6) -> str:
    """Return places in one line, cut after ``most``: ``Lembar!18, Lembar!19, dan 3 lainnya``."""
    places = list(dict.fromkeys(daftar_tempat))
    shown = ", ".join(places[:most])
    return shown if len(places) <= most else f"{shown}, dan {len(places) - most} lainnya"
