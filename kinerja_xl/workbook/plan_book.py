"""Rencana Aksi: the year's plan, read with every finding at once (made in plan_writer)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from kinerja_xl.domain.catatan import Catatan, catat, menolak, sorted_catatan
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.indicators import Indikator, RencanaAksi, SubKegiatan
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.errors import PlanUnreadable, WorkbookError
from kinerja_xl.workbook import plan_columns as kolom
from kinerja_xl.workbook.cell_fields import as_text, validate_rows
from kinerja_xl.workbook.grid import Book, Grid, read_book
from kinerja_xl.workbook.plan_checks import check_codes, check_gathering, check_output, check_targets
from kinerja_xl.workbook.plan_models import IsianIndikator, IsianSubKegiatan
from kinerja_xl.workbook.plan_writer import make_rencana
from kinerja_xl.workbook.settings_units import check_sub_bidang, find_bidang
from kinerja_xl.workbook.tables import Baris, find_beside, find_table, read_table

__all__ = ["make_rencana", "read_rencana"]

_TRIWULAN = {teks: nomor for nomor, romawi in enumerate(ROMAWI, start=1) for teks in (romawi, str(nomor))}


class _Ditempatkan(Protocol):
    @property
    def bidang(self) -> str:
        """The cell Bidang."""

    @property
    def sub_bidang(self) -> str:
        """The cell Sub Bidang."""


def read_rencana(data: bytes, nama: str, pengaturan: Pengaturan) -> tuple[RencanaAksi | None, tuple[Catatan, ...]]:
    """Return the plan (None where a catatan refuses it) and all catatan at once, by sheet and cell.

    A plan without indicators is readable. PlanUnreadable where the file is no workbook.
    """
    try:
        book = read_book(data, nama, kolom.LEMBAR_RENCANA)
    except WorkbookError as error:
        raise PlanUnreadable(berkas=nama, sebab=str(error.fakta.get("sebab", error.pesan))) from error
    catatan: list[Catatan] = []
    rows = read_table(book, kolom.INDIKATOR, kolom.KOLOM_INDIKATOR, catatan, kolom.JANGKAR_INDIKATOR) or ()
    daftar_indikator = list(_read_indikator(_fill_down(rows, kolom.TURUN_INDIKATOR), pengaturan, catatan))
    catatan += check_codes(daftar_indikator)
    known = {as_text(b.sel["kode"]).strip(): bool(b.sel.get("digabung_dari")) for b in rows if b.sel["kode"]}
    catatan += check_gathering(daftar_indikator, known)
    rows = read_table(book, kolom.PROGRAM, kolom.KOLOM_PROGRAM, catatan, kolom.JANGKAR_PROGRAM) or ()
    daftar_subkegiatan = list(_read_subkegiatan(_fill_down(rows, kolom.TURUN_PROGRAM), pengaturan, catatan))
    catatan += check_codes(daftar_subkegiatan)
    tahun, versi, dasar, berlaku = _read_head(book, catatan)
    found = sorted_catatan(catatan)
    rencana = RencanaAksi(tahun, tuple(i for _, i in daftar_indikator), tuple(s for _, s in daftar_subkegiatan),
                          versi, dasar, berlaku)
    return None if menolak(found) else rencana, found


def _fill_down(rows: Sequence[Baris], turun: Sequence[str]) -> tuple[Baris, ...]:
    """Give each row what stands merged over it; a dash says that there is none."""
    filled, above = [], dict[str, object]()
    for baris in rows:
        sel = dict(baris.sel)
        for nama in turun:
            if sel.get(nama) is None and nama in above:
                sel[nama] = above[nama]  # type: ignore[assignment]  # it came from such a cell
            above[nama] = sel.get(nama)
        filled.append(Baris(baris.lembar, baris.nomor, baris.kolom, sel, baris.tanpa_hasil))
    return tuple(filled)


def _read_indikator(rows: Sequence[Baris], pengaturan: Pengaturan,
                    catatan: list[Catatan]) -> Iterator[tuple[Baris, Indikator]]:
    for baris, isian in validate_rows(rows, IsianIndikator, kolom.KOLOM_INDIKATOR, catatan):
        values = {nama: isi for nama, isi in isian if nama not in kolom.TARGET_TW}
        values["target_tw"] = tuple(getattr(isian, nama) for nama in kolom.TARGET_TW)
        if isian.digabung_dari:
            if isian.bidang:
                catatan.append(catat("C615", baris.letak("bidang"), kode=isian.kode))
            values["bidang"] = values["sub_bidang"] = None
        else:
            values["bidang"], values["sub_bidang"] = _unit(baris, isian, pengaturan, catatan)
        indikator = Indikator(**values)
        catatan += check_targets(indikator, baris)
        yield baris, indikator


def _read_subkegiatan(rows: Sequence[Baris], pengaturan: Pengaturan,
                      catatan: list[Catatan]) -> Iterator[tuple[Baris, SubKegiatan]]:
    for baris, isian in validate_rows(rows, IsianSubKegiatan, kolom.KOLOM_PROGRAM, catatan):
        values = {nama: isi for nama, isi in isian if nama not in kolom.TARGET_TW}
        values["target_tw"] = tuple(getattr(isian, nama) for nama in kolom.TARGET_TW)
        bidang, values["sub_bidang"] = _unit(baris, isian, pengaturan, catatan)
        subkegiatan = SubKegiatan(**values | {"bidang": bidang or ""})
        catatan += check_output(subkegiatan, baris)
        yield baris, subkegiatan


def _unit(baris: Baris, isian: _Ditempatkan, pengaturan: Pengaturan,
          catatan: list[Catatan]) -> tuple[str | None, str | None]:
    """The bidang and sub bidang whose worksheet carries the row."""
    if not isian.bidang:
        catatan.append(catat("C601", baris.letak("bidang"), kolom="Bidang"))
        return None, None
    bidang = find_bidang(pengaturan.daftar_bidang, isian.bidang)
    if bidang is None:
        catatan.append(catat("C611", baris.letak("bidang"), isi=isian.bidang))
        return None, None
    return bidang.singkatan, check_sub_bidang(bidang, isian.sub_bidang, baris, catatan)


def _read_head(book: Book, catatan: list[Catatan]) -> tuple[int, int, str, int]:
    """Year, version, legal basis and first quarter, from the labels above the table."""
    grid = book.grids.get(kolom.INDIKATOR)
    if grid is None:
        return 0, 1, "", 1
    top = find_table(grid, kolom.KOLOM_INDIKATOR).baris_judul or grid.last_row + 1
    tahun, letak = _beside(grid, kolom.LABEL_TAHUN, top)
    if not re.fullmatch(r"20\d\d", tahun):
        catatan.append(catat("C614", letak, kolom="Tahun", sebab="tulis empat angka, misalnya 2026") if tahun
                       else catat("C601", letak, kolom="Tahun"))
    versi, letak = _beside(grid, kolom.LABEL_VERSI, top)
    if versi and not re.fullmatch(r"[1-9]\d{0,3}", versi):
        catatan.append(catat("C614", letak, kolom="Versi", sebab="tulis bilangan bulat mulai dari 1"))
    berlaku, letak = _beside(grid, kolom.LABEL_BERLAKU, top)
    triwulan = _TRIWULAN.get(berlaku.upper().removeprefix("TW").strip() or "I")
    if triwulan is None:
        catatan.append(catat("C602", letak, isi=berlaku, kolom=kolom.LABEL_BERLAKU, pilihan=", ".join(ROMAWI)))
    dasar, _ = _beside(grid, kolom.LABEL_DASAR, top)
    return (int(tahun) if tahun.isascii() and tahun.isdigit() else 0,
            int(versi) if versi.isascii() and versi.isdigit() else 1, dasar, triwulan or 1)


def _beside(grid: Grid, label: str, above: int) -> tuple[str, Letak]:
    letak = find_beside(grid, label, above)
    if letak is None:
        return "", Letak(grid.lembar, "")
    isi = grid.value(*letak.row_and_column)
    return "" if isi is None else str(isi).strip(), letak


