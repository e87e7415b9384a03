"""Make a worksheet from the template and the plan, ready to be handed to the first role."""

from __future__ import annotations

import io
from collections.abc import Mapping

from openpyxl import Workbook

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.laporan.asal_rencana import sebut_rencana
from kinerja_xl.domain.lembar.lembar_kerja import SUBKEGIATAN
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import BULAN, Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.disposisi import IsiDisposisi
from kinerja_xl.workbook import names
from kinerja_xl.workbook.make import sheet_indikator, sheet_program
from kinerja_xl.workbook.make.computed import computed_cells, realisasi_from
from kinerja_xl.workbook.make.sheet_extras import (
    BUKTI_NAMES,
    CATATAN_NAMES,
    DISPOSISI_NAMES,
    PETUNJUK_NAMES,
    fill_bukti,
    fill_petunjuk,
    prepare_service_sheets,
    scale_in_words,
)
from kinerja_xl.workbook.make.sheet_indikator import SheetIndikator
from kinerja_xl.workbook.make.sheet_program import SheetProgram
from kinerja_xl.workbook.make.sheet_tools import Styler, fill_placeholders, placed, print_visible_columns, protect
from kinerja_xl.workbook.make.styles import Gaya
from kinerja_xl.workbook.service.service_sheets import update_service_sheets
from kinerja_xl.workbook.templates import open_template
from kinerja_xl.workbook.xlsx.finish import finish

TEMPLAT = "Lembar Kerja.xlsx"
_NAMES = (*sheet_indikator.template_names(), *sheet_program.template_names(), *BUKTI_NAMES, *DISPOSISI_NAMES,
          *CATATAN_NAMES, *PETUNJUK_NAMES)
_FIRST_ROWS = {
    names.LEMBAR_KERJA: names.KODE_INDIKATOR, names.PROGRAM_DAN_ANGGARAN: names.KODE_SUBKEGIATAN,
    names.BUKTI_DUKUNG: names.BUKTI_BERKAS, names.DISPOSISI: names.RIWAYAT_BARIS,
    names.CATATAN_PERBAIKAN: names.CATATAN_BARIS,
}


def open_lembar_kerja(templat: bytes) -> Workbook:
    """Return the template of the worksheet as a workbook; TemplateBroken with all that is missing."""
    return open_template(templat, TEMPLAT, names.SHEETS, _NAMES, Gaya)


def make_lembar_kerja(templat: bytes, rencana: RencanaAksi, periode: Periode, pengaturan: Pengaturan,
                      disposisi: IsiDisposisi, lalu: Mapping[Kunci, NilaiSel]) -> bytes:
    """Return the worksheet of one unit for one quarter; equal input gives equal bytes.

    ``rencana`` is the unit's part of the plan, ``lalu`` the accepted values of earlier quarters by key
    (``realisasi_tw1``, ``pembilang_tw1``, ``realisasi_rp_sd_tw1`` ..). Raises TemplateBroken with all that is missing.
    """
    book = open_lembar_kerja(templat)
    styler = Styler(book)
    fill_placeholders(book, _facts(periode, pengaturan, disposisi) | {"rencana": sebut_rencana(rencana)})
    realisasi = {indikator.kode: realisasi_from(lalu, indikator.kode) for indikator in rencana.daftar_indikator}
    table = SheetIndikator(book, periode.triwulan, pengaturan.skala, styler).fill(rencana, realisasi)
    before = f"realisasi_rp_sd_tw{periode.triwulan - 1}"
    sd_lalu = {sub.kode: lalu.get(Kunci(SUBKEGIATAN, sub.kode, before)) for sub in rencana.daftar_subkegiatan}
    letak = table | SheetProgram(book, periode.triwulan, styler).fill(rencana, sd_lalu)
    for lembar in (names.LEMBAR_KERJA, names.PROGRAM_DAN_ANGGARAN):
        print_visible_columns(book[lembar])
    fill_bukti(book, rencana.daftar_indikator, styler)
    prepare_service_sheets(book)
    fill_petunjuk(book, pengaturan.skala, styler)
    results = computed_cells(rencana, periode.triwulan, pengaturan.skala, lalu)
    growing = {lembar: placed(book, name).top for lembar, name in _FIRST_ROWS.items()}
    repeated = {area.lembar: (area.top, area.bottom)
                for area in (placed(book, names.RIWAYAT_BARIS), placed(book, names.CATATAN_BARIS))}
    data = finish(_save(book, disposisi), disposisi.diterima,
                  {letak[kunci]: nilai for kunci, nilai in results.items()}, growing, repeated)
    return update_service_sheets(data, disposisi, ())


def _facts(periode: Periode, pengaturan: Pengaturan, disposisi: IsiDisposisi) -> dict[str, str]:
    instansi = pengaturan.instansi
    bulan = BULAN[periode.triwulan * 3 - 3], BULAN[periode.triwulan * 3 - 1]
    sop = "SOP Pengumpulan Data Kinerja"
    return {
        "berkas": disposisi.berkas, "unit": disposisi.nama_unit, "tahun": str(periode.tahun),
        "romawi": periode.romawi, "bulan": f"{bulan[0]}–{bulan[1]}",
        "pemerintah_kapital": instansi.pemerintah.upper(), "dinas_kapital": instansi.nama.upper(),
        "pemerintah": instansi.pemerintah, "dinas": instansi.nama, "alamat": _address(pengaturan),
        "contoh": "DATA CONTOH – bukan data resmi" if instansi.contoh else "",
        "sop": " ".join(filter(None, (sop, pengaturan.kebijakan.nomor_sop))),
        "folder_bukti": f"{disposisi.bidang}/Bukti Dukung/{periode.folder}",
        "skala": scale_in_words(pengaturan.skala),
        **{f"waktu_{nomor}": str(waktu) for nomor, waktu in pengaturan.mutu_baku.items()},
    }


def _address(pengaturan: Pengaturan) -> str:
    instansi = pengaturan.instansi
    telepon = f"Telp. {instansi.telepon}" if instansi.telepon else ""
    return " · ".join(filter(None, (instansi.alamat, instansi.kode_pos, telepon, instansi.laman, instansi.surel)))


def _save(book: Workbook, disposisi: IsiDisposisi) -> bytes:
    for sheet in book.worksheets:
        if sheet.title in names.SHEETS:
            protect(sheet, links=sheet.title == names.CATATAN_PERBAIKAN)
    book.active = 0
    book.properties.title = f"Lembar Kerja {disposisi.berkas}"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
