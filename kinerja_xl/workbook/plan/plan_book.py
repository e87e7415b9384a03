"""Rencana Aksi: the year's plan, read with every finding at once (made in plan_writer)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kinerja_xl.domain.catatan import Catatan, catat, menolak, sorted_catatan
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.rencana.perubahan_rencana import JUDUL_INDIKATOR, JUDUL_SUBKEGIATAN
from kinerja_xl.domain.rencana.versi_rencana import LetakRencana
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.errors import PlanUnreadable, WorkbookError
from kinerja_xl.workbook.cell_fields import as_accepted_before, as_text, is_accepted_before, validate_rows
from kinerja_xl.workbook.plan import plan_columns as kolom
from kinerja_xl.workbook.plan.plan_checks import check_codes, check_gathering, check_output, check_targets
from kinerja_xl.workbook.plan.plan_head import read_head
from kinerja_xl.workbook.plan.plan_history import known_codes, read_perubahan, read_riwayat
from kinerja_xl.workbook.plan.plan_models import IsianIndikator, IsianSubKegiatan
from kinerja_xl.workbook.plan.plan_writer import make_rencana
from kinerja_xl.workbook.read_book import read_book
from kinerja_xl.workbook.settings.settings_units import check_sub_bidang, find_bidang
from kinerja_xl.workbook.tables import Baris, read_table

__all__ = ["RencanaTerbaca", "make_rencana", "plan_contents", "read_accepted_plan", "read_plan_book", "read_rencana"]


@dataclass(frozen=True)
class RencanaTerbaca:
    """A plan workbook as read: ``rencana`` None where a catatan refuses it; ``letak`` says where its values stand."""

    rencana: RencanaAksi | None
    daftar_catatan: tuple[Catatan, ...]
    letak: LetakRencana = field(default_factory=LetakRencana)


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
    read = read_plan_book(data, nama, pengaturan)
    return read.rencana, read.daftar_catatan


def read_accepted_plan(data: bytes, nama: str, pengaturan: Pengaturan) -> tuple[RencanaTerbaca, RencanaAksi]:
    """Return a plan that came in force before as read and its values, whatever today's checks say of it.

    A row that cannot be understood at all is left out. PlanUnreadable where the file is no workbook.
    """
    with as_accepted_before():
        read = read_plan_book(data, nama, pengaturan)
    assert read.rencana is not None  # no catatan refuses it
    return read, read.rencana


def read_plan_book(data: bytes, nama: str, pengaturan: Pengaturan) -> RencanaTerbaca:
    """Return the plan as ``read_rencana`` does, together with the place of each value."""
    try:
        book = read_book(data, nama, kolom.LEMBAR_RENCANA)
    except WorkbookError as error:
        raise PlanUnreadable(berkas=nama, sebab=str(error.fakta.get("sebab", error.pesan))) from error
    catatan: list[Catatan] = []
    rows = read_table(book, kolom.INDIKATOR, kolom.KOLOM_INDIKATOR, catatan, kolom.JANGKAR_INDIKATOR) or ()
    daftar_indikator = list(_read_indikator(_fill_down(rows, kolom.TURUN_INDIKATOR), pengaturan, catatan))
    catatan += check_codes(daftar_indikator)
    gathered = {as_text(b.sel["kode"]).strip(): bool(b.sel.get("digabung_dari")) for b in rows if b.sel["kode"]}
    catatan += check_gathering(daftar_indikator, gathered)
    known = known_codes(rows, [i for _, i in daftar_indikator])
    rows = read_table(book, kolom.PROGRAM, kolom.KOLOM_PROGRAM, catatan, kolom.JANGKAR_PROGRAM) or ()
    daftar_subkegiatan = list(_read_subkegiatan(_fill_down(rows, kolom.TURUN_PROGRAM), pengaturan, catatan))
    catatan += check_codes(daftar_subkegiatan)
    head = read_head(book, catatan)
    daftar_riwayat = read_riwayat(book, head.tahun, known, catatan)
    daftar_perubahan = read_perubahan(book, catatan)
    found = sorted_catatan(catatan)
    if menolak(found) and not is_accepted_before():
        return RencanaTerbaca(None, found)
    rencana = RencanaAksi(head.tahun, tuple(i for _, i in daftar_indikator), tuple(s for _, s in daftar_subkegiatan),
                          head.versi, head.dasar, head.berlaku_mulai, tuple(r for _, r in daftar_riwayat),
                          tuple(p for _, p in daftar_perubahan))
    nilai = dict(_places(daftar_indikator, JUDUL_INDIKATOR)) | dict(_places(daftar_subkegiatan, JUDUL_SUBKEGIATAN))
    return RencanaTerbaca(rencana, found, LetakRencana(
        nilai, {nama: head.baris.letak(nama) for nama in head.baris.tempat},
        tuple(b.letak("realisasi") for b, _ in daftar_riwayat), tuple(b.letak("kolom") for b, _ in daftar_perubahan)))


def plan_contents(data: bytes) -> tuple[object, ...]:
    """Return what the cells of a plan workbook say, by sheet, row and column, right or not and wherever they stand."""
    book = read_book(data, "Rencana Aksi.xlsx", kolom.LEMBAR_RENCANA)
    tables = [read_table(book, lembar, daftar_kolom, []) or () for lembar, daftar_kolom in kolom.KOLOM_LEMBAR.items()]
    return read_head(book, []).baris.sel, *([dict(row.sel) for row in rows] for rows in tables)


def _places(rows: Sequence[tuple[Baris, Indikator | SubKegiatan]],
            judul: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], Letak]]:
    """Where each value of the rows stands, by code and heading as ``compare_rencana`` names it."""
    for baris, item in rows:
        for nama, teks in judul.items():
            if nama == "target_tw":
                yield from (((item.kode, f"{teks} {romawi}"), baris.letak(target))
                            for romawi, target in zip(ROMAWI, kolom.TARGET_TW, strict=True))
            else:
                yield (item.kode, teks), baris.letak(nama)


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
