"""A worksheet as read, or why it is none, as JSON between the process that reads and the service that believes it.

JSON and not pickle: whoever took over the reading process by a hostile file can say false values of a worksheet, as he
could have typed them into its cells, but nothing that runs. Every value is rebuilt here by its own type, or refused.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from kinerja_xl import errors
from kinerja_xl.domain.catatan import Catatan, Tingkat
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.errors import WorkbookError

HEAD = struct.Struct(">?H")
"""Begins a question: whether the file is to be read as a worksheet or only looked through, and how long its name is."""
KINDS: Mapping[str, type[WorkbookError]] = {
    kind.__name__: kind for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, WorkbookError)}
_IDENTITY = {"berkas": str, "versi": int, "tahun": int, "triwulan": int, "bidang": str, "sub_bidang": str,
             "langkah": int}


class NotOurs(Exception):
    """An answer that no honest reading gives."""


def encode_sheet(sheet: LembarKerja | None) -> bytes:
    """Return a worksheet as it travels; None stands for a file that was only looked through."""
    if sheet is None:
        return b'{"lihat":true}'
    return json.dumps({
        "identitas": [getattr(sheet.identitas, nama) for nama in _IDENTITY],
        "sel": [[*key, _plain(value)] for key, value in sheet.sel.items()],
        "letak": [[*key, *place] for key, place in sheet.letak.items()],
        "catatan": sheet.catatan_disposisi, "letak_catatan": sheet.letak_catatan,
        "letak_identitas": [[nama, *place] for nama, place in sheet.letak_identitas.items()],
        "tampil": [[*key, _plain(value)] for key, value in sheet.tampil.items()],
        "tanpa_rumus": sorted(sheet.tanpa_rumus),
        "daftar": [[c.kode, c.tingkat.value, c.lembar, c.sel, c.pesan] for c in sheet.daftar_catatan],
    }, separators=(",", ":")).encode()


def encode_error(error: WorkbookError) -> bytes:
    """Return why a file is no worksheet as it travels."""
    fakta = {nama: str(isi) for nama, isi in error.fakta.items()}
    return json.dumps({"galat": type(error).__name__, "fakta": fakta}).encode()


def decode(answer: bytes) -> LembarKerja | WorkbookError | None:
    """Return what ``encode_sheet`` or ``encode_error`` was given; NotOurs for anything else."""
    try:
        found = json.loads(answer)
        if "galat" in found:
            return KINDS[found["galat"]](**{_text(nama): _text(isi) for nama, isi in found["fakta"].items()})
        return None if found.get("lihat") is True else _sheet(found)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError):
        raise NotOurs from None


def _sheet(found: Mapping[str, list[list[object]]]) -> LembarKerja:
    values = dict(zip(_IDENTITY, found["identitas"], strict=True))
    if any(not (value is None or type(value) is _IDENTITY[nama]) for nama, value in values.items()):
        raise NotOurs
    return LembarKerja(
        Identitas(**values),  # type: ignore[arg-type]  # each was just held to its type
        {_key(row[:3]): _value(*row[3:]) for row in found["sel"]},
        {_key(row[:3]): _place(row[3:]) for row in found["letak"]},
        _text(found["catatan"]), _place(found["letak_catatan"]),
        {_text(row[0]): _place(row[1:]) for row in found["letak_identitas"]},
        {_key(row[:3]): _value(*row[3:]) for row in found["tampil"]},
        frozenset(_key(row) for row in found["tanpa_rumus"]),
        tuple(_remark(*row) for row in found["daftar"]))


def _plain(value: NilaiSel) -> object:
    return [str(value)] if isinstance(value, Decimal) else value


def _value(value: object) -> NilaiSel:
    if isinstance(value, list):
        (number,) = value
        return Decimal(_text(number))
    if value is None or isinstance(value, (str, bool)):
        return value
    raise NotOurs


def _key(parts: object) -> Kunci:
    return Kunci(*map(_text, parts if isinstance(parts, list) else ()))


def _place(parts: object) -> Letak:
    return Letak(*map(_text, parts if isinstance(parts, list) else ()))


def _remark(kode: object, tingkat: object, lembar: object, sel: object, pesan: object) -> Catatan:
    return Catatan(_text(kode), Tingkat(_text(tingkat)), _text(lembar), _text(sel), _text(pesan))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotOurs
    return value
