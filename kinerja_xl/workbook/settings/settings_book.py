"""Pengaturan.xlsx: read with every finding at once, and made from values and the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal

from openpyxl.styles import Font, PatternFill

from kinerja_xl.domain.catatan import Catatan, catat, menolak, sorted_catatan
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.kebijakan import Kategori, Kebijakan, Skala
from kinerja_xl.domain.nip import format_nip
from kinerja_xl.domain.office import Bidang, HariLibur, Instansi, Pejabat, Pengaturan
from kinerja_xl.domain.periods import HARI
from kinerja_xl.errors import SettingsUnreadable, WorkbookError
from kinerja_xl.workbook.cell_fields import Model, as_accepted_before, validate_row, validate_rows
from kinerja_xl.workbook.make.sheet_rules import text_colour
from kinerja_xl.workbook.read_book import Book, read_book
from kinerja_xl.workbook.settings import settings_columns as kolom
from kinerja_xl.workbook.settings.settings_models import (
    IsianDasarHukum,
    IsianInstansi,
    IsianKategori,
    IsianKebijakan,
    IsianLibur,
    IsianPredikat,
)
from kinerja_xl.workbook.settings.settings_times import gather_jam_kerja, gather_mutu_baku
from kinerja_xl.workbook.settings.settings_units import gather_bidang, gather_pejabat
from kinerja_xl.workbook.table_writer import Isi, fill_pairs, fill_table, mark_contoh, set_print_area
from kinerja_xl.workbook.tables import Baris, Butir, KolomTabel, read_pairs, read_table
from kinerja_xl.workbook.templates import open_template
from kinerja_xl.workbook.xlsx.save_book import save_book


def read_pengaturan(data: bytes, nama: str) -> tuple[Pengaturan | None, tuple[Catatan, ...]]:
    """Return the settings (None where a catatan refuses them) and all catatan at once, by sheet and cell.

    SettingsUnreadable where the file is no workbook; ``nama`` is only for that message.
    """
    pengaturan, found = _read(data, nama)
    return None if menolak(found) else pengaturan, found


def read_accepted_pengaturan(data: bytes, nama: str) -> tuple[Pengaturan, tuple[Catatan, ...]]:
    """Return settings that came in force before, whatever today's checks say of them, and what they say.

    A row that cannot be understood at all is left out. SettingsUnreadable where the file is no workbook.
    """
    with as_accepted_before():
        return _read(data, nama)


def _read(data: bytes, nama: str) -> tuple[Pengaturan, tuple[Catatan, ...]]:
    try:
        book = read_book(data, nama, [sheet.nama for sheet in kolom.LEMBAR_PENGATURAN])
    except WorkbookError as error:
        raise SettingsUnreadable(berkas=nama, sebab=str(error.fakta.get("sebab", error.pesan))) from error
    catatan: list[Catatan] = []
    instansi = _read_pairs(book, kolom.INSTANSI, kolom.KOLOM_PASANGAN, kolom.BUTIR_INSTANSI, IsianInstansi, catatan)
    kebijakan = _read_pairs(book, kolom.KEBIJAKAN, kolom.KOLOM_KEBIJAKAN, kolom.BUTIR_KEBIJAKAN, IsianKebijakan,
                            catatan)
    rows = {sheet.nama: _rows(book, sheet, catatan) for sheet in kolom.LEMBAR_PENGATURAN if not sheet.daftar_butir}
    daftar_bidang = gather_bidang(rows[kolom.BIDANG], catatan)
    pengaturan = Pengaturan(
        Instansi(**dict(instansi)) if instansi else Instansi("", "", "", ""),
        daftar_bidang or (),
        gather_pejabat(rows[kolom.PEJABAT], daftar_bidang, catatan),
        gather_jam_kerja(rows[kolom.JAM_KERJA], catatan),
        tuple(HariLibur(libur.tanggal, libur.keterangan, libur.jenis) for _, libur in
              validate_rows(rows[kolom.HARI_LIBUR], IsianLibur, kolom.KOLOM_LIBUR, catatan)),
        gather_mutu_baku(rows[kolom.MUTU_BAKU], catatan),
        Skala(_gather_kategori(rows[kolom.SKALA], catatan), _read_predikat(book, catatan)),
        tuple(isian.dasar for _, isian in
              validate_rows(rows[kolom.DASAR_HUKUM], IsianDasarHukum, kolom.KOLOM_DASAR_HUKUM, catatan)),
        Kebijakan(**dict(kebijakan)) if kebijakan else Kebijakan())
    return pengaturan, sorted_catatan(catatan)


def make_pengaturan(templat: bytes, pengaturan: Pengaturan) -> bytes:
    """Return Pengaturan.xlsx with these settings in the look of the template; TemplateBroken: a heading is gone."""
    book = open_template(templat, "Pengaturan.xlsx", [sheet.nama for sheet in kolom.LEMBAR_PENGATURAN], (), ())
    fill_pairs(book[kolom.INSTANSI], kolom.KOLOM_PASANGAN, kolom.BUTIR_INSTANSI, asdict(pengaturan.instansi))
    fill_pairs(book[kolom.KEBIJAKAN], kolom.KOLOM_KEBIJAKAN, kolom.BUTIR_KEBIJAKAN, _kebijakan(pengaturan.kebijakan))
    fill_table(book[kolom.BIDANG], kolom.KOLOM_BIDANG,
               [row for bidang in pengaturan.daftar_bidang for row in _bidang_rows(bidang)])
    sheet = book[kolom.PEJABAT]
    fill_table(sheet, kolom.KOLOM_PEJABAT, map(_pejabat_row, pengaturan.daftar_pejabat))
    set_print_area(sheet, kolom.KOLOM_PEJABAT, kolom.KOLOM_CETAK_PEJABAT, sheet.max_row)
    fill_table(book[kolom.JAM_KERJA], kolom.KOLOM_JAM_KERJA, _jam_kerja_rows(pengaturan))
    fill_table(book[kolom.HARI_LIBUR], kolom.KOLOM_LIBUR, map(asdict, pengaturan.daftar_libur))
    fill_table(book[kolom.MUTU_BAKU], kolom.KOLOM_MUTU_BAKU,
               [{"kegiatan": key, "uraian": kolom.URAIAN_MUTU_BAKU[key], "jumlah": waktu.jumlah,
                 "satuan": waktu.satuan.value} for key, waktu in pengaturan.mutu_baku.items()])
    sheet = book[kolom.SKALA]
    rows = fill_table(sheet, kolom.KOLOM_KATEGORI,
                      [kategori._asdict() for kategori in pengaturan.skala.daftar_kategori])
    colours = [cell for row in sheet.iter_rows(rows.start, rows.stop - 1) for cell in row]
    for kategori in pengaturan.skala.daftar_kategori:
        for cell in colours:
            if cell.value == kategori.warna:
                cell.fill = PatternFill("solid", fgColor=kategori.warna)
                cell.font = Font(name=cell.font.name, size=cell.font.size, color=text_colour(kategori.warna))
    fill_table(sheet, kolom.KOLOM_PREDIKAT,
               [{"predikat": huruf, "skor": skor} for huruf, skor in pengaturan.skala.predikat.items()])
    fill_table(book[kolom.DASAR_HUKUM], kolom.KOLOM_DASAR_HUKUM,
               [{"nomor": nomor, "dasar": dasar} for nomor, dasar in enumerate(pengaturan.dasar_hukum, start=1)])
    if pengaturan.instansi.contoh:
        mark_contoh(book.worksheets)
    return save_book(book, f"Pengaturan {pengaturan.instansi.nama}".strip())


def _read_pairs(book: Book, lembar: str, daftar_kolom: Sequence[KolomTabel], daftar_butir: Sequence[Butir],
                model: type[Model], catatan: list[Catatan]) -> Model | None:
    pairs = read_pairs(book, lembar, daftar_kolom, daftar_butir, catatan)
    labels = {butir.nama: butir.label for butir in daftar_butir}
    return validate_row(pairs, model, labels, catatan) if pairs else None


def _rows(book: Book, sheet: kolom.LembarPengaturan, catatan: list[Catatan]) -> tuple[Baris, ...]:
    """The rows of a sheet's first table; where the office cannot do without, none at all is refused."""
    rows = read_table(book, sheet.nama, sheet.daftar_tabel[0], catatan, sheet.jangkar)
    if rows == () and sheet.nama in (kolom.BIDANG, kolom.JAM_KERJA, kolom.SKALA):
        catatan.append(catat("C601", Letak(sheet.nama, ""), kolom=sheet.daftar_tabel[0][0].sebutan))
    return rows or ()


def _gather_kategori(rows: Sequence[Baris], catatan: list[Catatan]) -> tuple[Kategori, ...]:
    daftar: list[Kategori] = []
    for baris, isian in validate_rows(rows, IsianKategori, kolom.KOLOM_KATEGORI, catatan):
        if daftar and isian.di_atas >= daftar[-1].di_atas:
            catatan.append(catat("C614", baris.letak("di_atas"), kolom="Di Atas (%)",
                                 sebab="kategori harus berurutan dari yang tertinggi ke yang terendah"))
        daftar.append(Kategori(isian.nama, isian.di_atas, isian.warna, isian.interval))
    return tuple(daftar)


def _read_predikat(book: Book, catatan: list[Catatan]) -> dict[str, Decimal]:
    if kolom.SKALA not in book.grids:  # said already
        return {}
    predikat: dict[str, Decimal] = {}
    rows = read_table(book, kolom.SKALA, kolom.KOLOM_PREDIKAT, catatan) or ()
    for baris, isian in validate_rows(rows, IsianPredikat, kolom.KOLOM_PREDIKAT, catatan):
        if isian.predikat.casefold() in map(str.casefold, predikat):
            catatan.append(catat("C405", baris.letak("predikat"), kode=isian.predikat))
        predikat[isian.predikat] = isian.skor
    return predikat


def _kebijakan(kebijakan: Kebijakan) -> dict[str, Isi]:
    return {nama: isi.value if hasattr(isi, "value") else isi for nama, isi in asdict(kebijakan).items()} | {
        "batas_capaian": "tanpa" if kebijakan.batas_capaian is None else f"{kebijakan.batas_capaian:f}",
        "menolak": "; ".join(sorted(kebijakan.menolak))}


def _bidang_rows(bidang: Bidang) -> Iterator[Mapping[str, Isi]]:
    own: dict[str, Isi] = {nama: isi for nama, isi in vars(bidang).items() if isinstance(isi, str)}
    for sub in bidang.daftar_sub:
        yield own | {"sub_nama": sub.nama, "sub_singkatan": sub.singkatan}
    if not bidang.daftar_sub:
        yield own


def _pejabat_row(pejabat: Pejabat) -> Mapping[str, Isi]:
    return vars(pejabat) | {"nip": format_nip(pejabat.nip), "peran": pejabat.peran.value,
                            "kedudukan": pejabat.kedudukan.value, "cara": pejabat.cara.value,
                            "akun": "; ".join(pejabat.akun)}


def _jam_kerja_rows(pengaturan: Pengaturan) -> Iterator[Mapping[str, Isi]]:
    for jam_kerja in pengaturan.daftar_jam_kerja:
        whole_year = jam_kerja.mulai is None
        for day, jam in sorted(jam_kerja.hari.items()):
            yield vars(jam) | {"hari": HARI[day], "berlaku_mulai": jam_kerja.mulai,
                               "berlaku_sampai": jam_kerja.sampai,
                               "keterangan": "Sepanjang tahun" if whole_year else "Masa khusus, misalnya Ramadan"}
