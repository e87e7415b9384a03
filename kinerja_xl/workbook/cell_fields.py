"""Pydantic field types for cells: each turns what a person typed into a value, or says in which way it is wrong."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, LiteralString, Protocol, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import PydanticCustomError

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.cells import Letak, NilaiSel
from kinerja_xl.domain.indicators import Nilai
from kinerja_xl.domain.numbers import KOSONG, format_angka, parse_angka, parse_nilai
from kinerja_xl.domain.periods import BULAN
from kinerja_xl.workbook.cell_values import split_list
from kinerja_xl.workbook.short_names import file_name_fault
from kinerja_xl.workbook.tables import Baris, KolomTabel

_GALAT = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
_TANGGAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00)?")
_TANGGAL_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_TANGGAL_PANJANG = re.compile(r"(?:[A-Za-z']+, ?)?(\d{1,2})[ -]([A-Za-z]+)\.?[ -](\d{4})")
_BULAN = {nama.casefold(): nomor for nomor, nama in enumerate(BULAN, start=1)}
_BULAN |= {nama[:3]: nomor for nama, nomor in _BULAN.items()} | {"agt": 8, "sept": 9, "pebruari": 2, "nop": 11}
_JAM = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_HARI_PERTAMA = date(1899, 12, 30)  # day 0 of a spreadsheet's dates
_BUKAN_TEKS = "tersimpan sebagai {}; ubah format sel menjadi Teks, lalu tulis ulang"

Model = TypeVar("Model", bound="BarisIsian")


_accepted: ContextVar[bool] = ContextVar("accepted", default=False)


@contextlib.contextmanager
def as_accepted_before() -> Iterator[None]:
    """Read rows that were right when they came in force: what today's checks refuse is told, and stays as it stands."""
    token = _accepted.set(True)
    try:
        yield
    finally:
        _accepted.reset(token)


def is_accepted_before() -> bool:
    """Whether what is being read was accepted before (``as_accepted_before``)."""
    return _accepted.get()


class BarisIsian(BaseModel):
    """A row as it enters: every field is one column, checked on its own."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    @field_validator("*", mode="wrap")
    @classmethod
    def _keep_accepted(cls, isi: Any, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        """Take a text that a later check refuses as it stands, and for a blank any other cell that may be blank."""
        try:
            return check(isi)
        except ValidationError as error:
            kind = cls.model_fields[str(info.field_name)].annotation
            if not is_accepted_before() or not (kind is str or _may_be_blank(kind)):
                raise
            info.context.extend(  # type: ignore[union-attr]  # validate_row always gives a list
                (info.field_name, found["type"], found.get("ctx", {})) for found in error.errors(include_url=False))
            return " ".join(as_text(isi).split()) if kind is str else None


def _may_be_blank(kind: Any) -> bool:
    return type(None) in getattr(kind, "__args__", ())


def salah(kode: LiteralString, **fakta: object) -> PydanticCustomError:
    """Return the error that becomes a catatan of kind ``kode``; ``fakta`` fill its sentence."""
    return PydanticCustomError(kode, "catatan", dict(fakta))


class Terbaca(Protocol):
    """What a row looks like to the checks: its cells, and where each stands."""

    @property
    def sel(self) -> Mapping[str, NilaiSel]:
        """The cells by field."""

    @property
    def tanpa_hasil(self) -> frozenset[str]:
        """Fields with a formula that was never calculated."""

    def letak(self, nama: str) -> Letak:
        """Return where a field stands."""


def validate_row(baris: Terbaca, model: type[Model], judul: Mapping[str, str], catatan: list[Catatan]) -> Model | None:
    """Return the row as a model; None where cells are wrong. Every finding of the row is added with its cell."""

    def add(nama: str, kode: str, fakta: Mapping[str, object]) -> None:
        catatan.append(catat(kode, baris.letak(nama), **{"kolom": judul.get(nama, nama), **fakta}))

    for nama in baris.tanpa_hasil:
        add(nama, "C110", {})
    warnings: list[tuple[str, str, dict[str, object]]] = []
    cells = {nama: baris.sel.get(nama) for nama in model.model_fields}
    try:
        return model.model_validate(cells, context=warnings)
    except ValidationError as error:
        for found in error.errors(include_url=False):
            nama = str(found["loc"][0])
            if nama not in baris.tanpa_hasil:  # said already: it only looks empty
                add(nama, found["type"], found.get("ctx", {}))
        return None
    finally:
        for nama, kode, fakta in warnings:
            add(nama, kode, fakta)


def validate_rows(rows: Iterable[Baris], model: type[Model], daftar_kolom: Sequence[KolomTabel],
              catatan: list[Catatan]) -> list[tuple[Baris, Model]]:
    """Return the rows that are right, each with its model; every finding of all rows is added."""
    judul = judul_of(daftar_kolom)
    return [(baris, isian) for baris in rows if (isian := validate_row(baris, model, judul, catatan))]


def judul_of(daftar_kolom: Sequence[KolomTabel]) -> dict[str, str]:
    """Return the columns' headings by key, as messages name them."""
    return {kolom.nama: kolom.sebutan for kolom in daftar_kolom}


def as_text(isi: NilaiSel) -> str:
    """Return a cell as text, one line of it per line; numbers and truth values as a person writes them."""
    if isi is None:
        return ""
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(isi, Decimal):
        return f"{isi:f}"
    if isi in _GALAT:
        raise salah("C103", isi=isi)
    return isi


def _required(read: Callable[[Any], str]) -> Callable[[NilaiSel], str]:
    def check(isi: NilaiSel) -> str:
        teks = read(isi)
        if not teks:
            raise salah("C601")
        return teks

    return check


def _read_line(isi: NilaiSel) -> str:
    """One line of text; a lone dash is how people write "nothing"."""
    teks = " ".join(as_text(isi).split())
    return "" if teks in ("-", "–", "—") else teks


def _read_code(isi: NilaiSel) -> str:
    if isinstance(isi, Decimal):
        raise salah("C614", sebab=_BUKAN_TEKS.format("angka"))
    if isinstance(isi, str) and re.fullmatch(r"\d{2}/\d{2}/\d{4}.*", isi):
        raise salah("C614", sebab=_BUKAN_TEKS.format("tanggal"))
    return _read_line(isi)


def _read_stable_code(isi: NilaiSel) -> str:
    kode = _required(_read_code)(isi)
    if fault := file_name_fault(kode):  # it names the folder of the evidence
        raise salah("C614", sebab=fault)
    return kode


def _read_number(isi: NilaiSel, info: ValidationInfo) -> Decimal | None:
    if isi is None or isinstance(isi, Decimal):
        return _not_negative(isi)
    teks = as_text(isi)
    angka = parse_angka(teks)
    if angka.nilai is None and not angka.kosong:
        raise salah("C101", isi=teks)
    _warn_ambiguous(teks, info)
    return _not_negative(angka.nilai)


def _read_value(isi: NilaiSel, info: ValidationInfo) -> Nilai | None:
    if isinstance(isi, str):
        _warn_ambiguous(as_text(isi), info)
    nilai = parse_nilai(as_text(isi) if isinstance(isi, bool) else isi)
    return _not_negative(nilai) if isinstance(nilai, Decimal) else nilai


def _warn_ambiguous(teks: str, info: ValidationInfo) -> None:
    angka = parse_angka(teks)
    if angka.nilai is not None and angka.makna_lain is not None:
        info.context.append((info.field_name, "C102", {  # type: ignore[union-attr]  # validate_row always gives a list
            "isi": teks, "dibaca": format_angka(angka.nilai), "lain": format_angka(angka.makna_lain, 3)}))


def _not_negative(x: Decimal | None) -> Decimal | None:
    if x is not None and x < 0:
        raise salah("C109", isi=format_angka(x))
    return x


def _read_required_number(isi: NilaiSel, info: ValidationInfo) -> Decimal:
    x = _read_number(isi, info)
    if x is None:
        raise salah("C601")
    return x


def _read_whole(isi: NilaiSel, info: ValidationInfo) -> int:
    x = _read_required_number(isi, info)
    if x != x.to_integral_value() or not 1 <= x <= 9999:
        raise salah("C614", sebab=f"tulis bilangan bulat, bukan {format_angka(x)}")
    return int(x)


def read_date(isi: NilaiSel) -> date | None:
    """Return a date from a date cell, ``10/04/2026``, ``Jumat, 10 Apr 2026``, ISO or a bare serial number (C613)."""
    if isi is None or (isinstance(isi, str) and isi.lower() in KOSONG):
        return None
    if isinstance(isi, Decimal) and 36526 <= isi < 73051:  # 2000 to 2099: a date cell that lost its format
        return _HARI_PERTAMA + timedelta(days=int(isi))
    teks = as_text(isi)
    try:
        if match := _TANGGAL.fullmatch(teks):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := _TANGGAL_ISO.fullmatch(teks):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _TANGGAL_PANJANG.fullmatch(teks):
            return date(int(match[3]), _BULAN[match[2].casefold()], int(match[1]))
    except (ValueError, KeyError):  # 31/02/2026, or a month that does not exist
        pass
    raise salah("C613", isi=teks)


def _read_required_date(isi: NilaiSel) -> date:
    tanggal = read_date(isi)
    if tanggal is None:
        raise salah("C601")
    return tanggal


def _read_time(isi: NilaiSel) -> time | None:
    teks = as_text(isi)
    if not teks or teks in KOSONG:
        return None
    match = None if isinstance(isi, Decimal) else _JAM.fullmatch(teks)
    if not match:
        raise salah("C614", sebab=f"jam “{teks}” tidak dapat dibaca; tulis sebagai teks, misalnya 07.30")
    return time(int(match[1]), int(match[2]))


def choose(pilihan: Iterable[str], kosong: str | None = None) -> PlainValidator:
    """Return a field check that takes one of the words (or enum members) in any case; blank = ``kosong``, or C601."""
    words = {str(word).casefold(): word for word in pilihan}

    def check(isi: NilaiSel) -> str:
        teks = _read_line(isi)
        if not teks and kosong is not None:
            return kosong
        if not teks:
            raise salah("C601")
        if teks.casefold() not in words:
            raise salah("C602", isi=teks, pilihan=", ".join(words.values()))
        return words[teks.casefold()]

    return PlainValidator(check)


def _read_yes_no(isi: NilaiSel) -> bool:
    teks = _read_line(isi).casefold()
    if teks not in ("", "ya", "tidak"):
        raise salah("C602", isi=teks, pilihan="ya, tidak")
    return teks == "ya"


Teks = Annotated[str, PlainValidator(_read_line)]
TeksWajib = Annotated[str, PlainValidator(_required(_read_line))]
TeksPanjang = Annotated[str, PlainValidator(as_text)]
Kode = Annotated[str, PlainValidator(_read_code)]
KodeWajib = Annotated[str, PlainValidator(_required(_read_code))]
KodeTetap = Annotated[str, PlainValidator(_read_stable_code)]
Angka = Annotated[Decimal | None, PlainValidator(_read_number)]
AngkaWajib = Annotated[Decimal, PlainValidator(_read_required_number)]
Bulat = Annotated[int, PlainValidator(_read_whole)]
NilaiTarget = Annotated[Nilai | None, PlainValidator(_read_value)]
Tanggal = Annotated[date | None, PlainValidator(read_date)]
TanggalWajib = Annotated[date, PlainValidator(_read_required_date)]
Jam = Annotated[time | None, PlainValidator(_read_time)]
YaTidak = Annotated[bool, PlainValidator(_read_yes_no)]
Daftar = Annotated[tuple[str, ...], PlainValidator(lambda isi: split_list(as_text(isi)))]
