"""Update the two service-owned sheets of a user's worksheet and leave every other byte of it alone (law 4)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zipfile import BadZipFile

from lxml import etree

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.periods import tanggal_panjang
from kinerja_xl.domain.sop.disposisi import BarisRiwayat, IsiDisposisi
from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.errors import NamesMissing, NotAWorkbook, SheetMissing
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import Area
from kinerja_xl.workbook.grid import IsiSel
from kinerja_xl.workbook.service.catatan_rows import CATATAN_SEL, CATATAN_WIDTH, lay_out_catatan, location_of, others
from kinerja_xl.workbook.service.row_room import shorten, spread
from kinerja_xl.workbook.xlsx.calc_chain import stale_calc_chain, without_calc_chain
from kinerja_xl.workbook.xlsx.cell_xml import SheetEditor
from kinerja_xl.workbook.xlsx.measures import Measures
from kinerja_xl.workbook.xlsx.package import Package, SheetPart
from kinerja_xl.workbook.xlsx.zip_copy import copy_with

_RIWAYAT_WIDTH = 8  # No, Versi, Waktu, Pejabat, Tindakan, Tujuan, Catatan, Kode
_LAST_ROW = 1048576
_NOTE, _MORE = "catatan_pengirim", "… (selengkapnya pada Riwayat di bawah)"
_NEEDED = (
    (names.DISPOSISI, (*names.IDENTITAS, names.CATATAN_DISPOSISI, names.RIWAYAT_BARIS)),
    (names.CATATAN_PERBAIKAN, (names.CATATAN_BARIS,)),
)


def open_service_sheets(package: Package) -> tuple[SheetEditor, SheetEditor]:
    """Return ``Disposisi`` and ``Catatan Perbaikan`` ready to be written to.

    Raises SheetMissing, NamesMissing, NotAWorkbook: without ``Disposisi`` nothing says which berkas it is, and
    without ``Catatan Perbaikan`` nothing can be given back.
    """
    parts = check_service_sheets(package)
    try:
        disposisi, catatan = (SheetEditor(package.read(part.part)) for part in parts)
    except (etree.XMLSyntaxError, BadZipFile, zlib.error, KeyError, ValueError) as error:
        raise NotAWorkbook(berkas=package.nama, sebab="isi lembarnya rusak.") from error
    return disposisi, catatan


def check_service_sheets(package: Package) -> list[SheetPart]:
    """Return the parts of both sheets; SheetMissing, NamesMissing where they could not be written to."""
    parts = [_part(package, lembar) for lembar in names.SERVICE_SHEETS]
    lost = [name for part, (_, needed) in zip(parts, _NEEDED, strict=True) for name in needed
            if package.area_on(name, part.nama) is None]
    blocks = ((names.RIWAYAT_BARIS, names.RIWAYAT_MAX), (names.CATATAN_BARIS, names.CATATAN_MAX))
    lost += [name for name, height in blocks if (area := package.area(name)) and area.top + height > _LAST_ROW]
    if lost:
        raise NamesMissing(berkas=package.nama, daftar=", ".join(lost))
    return parts


def update_service_sheets(data: bytes, disposisi: IsiDisposisi, daftar_catatan: Sequence[Catatan],
                          keep_note: bool = False) -> bytes:
    """Return the workbook with ``Disposisi`` and ``Catatan Perbaikan`` rewritten; all else byte-identical.

    The note cell is emptied for the next role; ``keep_note`` leaves it, for a worksheet that is given back.
    Raises NotAWorkbook, SheetMissing, NamesMissing.
    """
    package = Package(data, disposisi.berkas)
    editors = open_service_sheets(package)
    parts = [_part(package, lembar) for lembar in names.SERVICE_SHEETS]
    dropped = [part.sheet_id for part, editor in zip(parts, editors, strict=True) if editor.drop_formulas()]
    _write_disposisi(package, editors[0], disposisi, keep_note)
    _write_catatan(package, editors[1], daftar_catatan)
    replaced = {part.part: editor.to_bytes() for part, editor in zip(parts, editors, strict=True)}
    stale = stale_calc_chain(package, dropped)
    if stale is None:
        return copy_with(data, package.zip, replaced)
    return copy_with(data, package.zip, replaced | without_calc_chain(package, stale), {stale})


def _part(package: Package, lembar: str) -> SheetPart:
    part = package.sheet(lembar)
    if part is None:
        raise SheetMissing(berkas=package.nama, lembar=lembar)
    return part


def _write_disposisi(package: Package, editor: SheetEditor, isi: IsiDisposisi, keep_note: bool) -> None:
    lembar = _part(package, names.DISPOSISI).nama
    cells: dict[str, IsiSel] = {
        "berkas": isi.berkas, "versi": isi.versi, "tahun": isi.periode.tahun, "triwulan": isi.periode.triwulan,
        "bidang": isi.bidang, "sub_bidang": isi.sub_bidang, "langkah": isi.langkah, "nama_unit": isi.nama_unit,
        "status": isi.status.label, "putaran": isi.putaran, "dari": isi.dari, "kepada": isi.kepada,
        "diterima": _moment(isi.diterima), "tenggat": _day(isi.tenggat), "rencana": _day(isi.rencana),
        "instruksi": isi.instruksi, "kode_jejak": isi.kode,
        names.BUKTI_WAJIB: _yes(isi.bukti_wajib),
        names.CATATAN_MENOLAK: "; ".join(sorted(isi.menolak)),
        names.JUMLAH_UJI: isi.jumlah_uji or None,
    }
    if not keep_note:
        cells[names.CATATAN_DISPOSISI] = None
    block = _block(package, names.RIWAYAT_BARIS, lembar, names.RIWAYAT_MAX, _RIWAYAT_WIDTH)
    measures = editor.measures
    rows, left_out = _history_rows(measures, block, isi.daftar_riwayat)
    cells[names.RIWAYAT_LAINNYA] = others(left_out)
    for name, value in cells.items():
        area = package.area_on(name, lembar)
        if area:
            place = (area.top, area.left)
            editor.write(place, value)
    note = package.area_on(_NOTE, lembar)
    if note:
        place = (note.top, note.left)
        editor.write(place, shorten(measures, isi.catatan_pengirim, place, _MORE))
    _write_rows(editor, block, rows)
    buttons = package.area_on(names.PITA_TOMBOL, lembar)
    if buttons:
        _write_rows(editor, buttons, [(t.id, t.label, _yes(t.aktif), t.alasan) for t in buttons_of(isi.status)])


def _yes(claim: bool) -> str:
    return "ya" if claim else "tidak"


def _history_rows(measures: Measures, block: Area,
                  daftar: Sequence[BarisRiwayat]) -> tuple[list[tuple[IsiSel, ...]], int]:
    """The rows of the history and how many acts are not among them: the latest matter most."""
    numbered = list(enumerate(daftar, start=1))[-names.RIWAYAT_MAX:]
    while True:
        rows: list[tuple[IsiSel, ...]] = []
        for number, baris in numbered:
            rows += spread(measures, _history_row(number, baris), (block.top + len(rows), block.left))
        if len(rows) <= names.RIWAYAT_MAX or len(numbered) == 1:
            return rows[:names.RIWAYAT_MAX], len(daftar) - len(numbered)
        del numbered[0]


def _history_row(number: int, baris: BarisRiwayat) -> tuple[IsiSel, ...]:
    return (number, baris.versi, f"{baris.waktu:%d/%m/%Y %H.%M}", baris.pejabat, baris.tindakan, baris.tujuan,
            baris.catatan, baris.kode)


def _write_catatan(package: Package, editor: SheetEditor, daftar_catatan: Sequence[Catatan]) -> None:
    lembar = _part(package, names.CATATAN_PERBAIKAN).nama
    block = _block(package, names.CATATAN_BARIS, lembar, names.CATATAN_MAX, CATATAN_WIDTH)
    isi = lay_out_catatan(daftar_catatan, editor.measures, (block.top, block.left))
    _write_rows(editor, block, isi.rows)
    links = [((block.top + row, block.left + CATATAN_SEL), location) for row, letak in isi.letak
             if (location := location_of(part.nama if (part := package.sheet(letak.lembar)) else None, letak))]
    editor.replace_links(block, links)
    for name, value in ((names.CATATAN_JUDUL, isi.judul), (names.CATATAN_LAINNYA, isi.lainnya)):
        area = package.area_on(name, lembar)
        if area:
            editor.write((area.top, area.left), value)
    for about, name in names.DAFTAR_SEL.items():
        area, part = package.area_on(name, lembar), package.sheet(about)
        if area:
            cells = isi.daftar_sel(part.nama if part else about)
            _write_rows(editor, Area(lembar, area.top, area.left, area.top + names.CATATAN_MAX - 1, area.left),
                        [(sel,) for sel in cells])


def _block(package: Package, name: str, lembar: str, height: int, width: int) -> Area:
    first = package.area_on(name, lembar)
    if first is None:
        raise NamesMissing(berkas=package.nama, daftar=name)
    return Area(lembar, first.top, first.left, first.top + height - 1, first.left + width - 1)


def _write_rows(editor: SheetEditor, block: Area, rows: Iterable[Sequence[IsiSel]]) -> None:
    """Empty the block and fill it from the top; a cell that a program dropped takes the style of one above it."""
    editor.clear(block)
    for row, cells in enumerate(rows, start=block.top):
        for column, value in enumerate(cells, start=block.left):
            above = ((earlier, column) for earlier in range(row - 1, block.top - 1, -1))
            editor.write((row, column), value, above)


def _moment(waktu: datetime) -> str:
    return f"{tanggal_panjang(waktu.date())} pukul {waktu:%H.%M}"


def _day(tanggal: date | None) -> str | None:
    return None if tanggal is None else tanggal_panjang(tanggal)
