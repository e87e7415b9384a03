"""Documents made again from the archive: what each kind is made of, after the row and on the day that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan
from kinerja_xl.domain.naskah.dokumen import TAHUNAN
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.domain.sumber import AsalDokumen
from kinerja_xl.errors import DocumentUnknown
from kinerja_xl.kantor.documents.quarter_forms import DAFTAR_FORM, form_content, write_form
from kinerja_xl.kantor.material.quarter import SUSULAN, TRIWULAN, quarter_report, unit_report
from kinerja_xl.kantor.material.year import year_report
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.proof.archived_office import find_row
from kinerja_xl.kantor.templates import LAPORAN_KINERJA, LAPORAN_TRIWULAN
from kinerja_xl.reports.laporan_bidang import write_laporan_bidang
from kinerja_xl.reports.laporan_kinerja import write_laporan_kinerja
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.workbook.templates import shipped_template

Make = Callable[[Kantor, AsalDokumen], bytes]
"""The office as it was then in, the document in the shipped template out."""


def _make_quarter(kantor: Kantor, asal: AsalDokumen) -> bytes:
    isi = quarter_report(kantor, Periode.from_label(asal.untuk), final=True, susulan=asal.pilihan == SUSULAN)
    return write_laporan_triwulan(isi, shipped_template(LAPORAN_TRIWULAN))


def _make_unit(jenis: JenisLaporan, kantor: Kantor, asal: AsalDokumen) -> bytes:
    act = find_row(kantor, int(asal.untuk))
    if act is None or act.jenis is not JenisPeristiwa.TINDAKAN:
        raise ValueError(asal.untuk)
    return write_laporan_bidang(unit_report(kantor, act, jenis), shipped_template(LAPORAN_TRIWULAN))


def _make_form(kantor: Kantor, asal: AsalDokumen) -> bytes:
    periode = Periode.from_label(asal.untuk)
    return write_form(asal.jenis, form_content(kantor, asal.jenis, periode), shipped_template)


def _make_year(kantor: Kantor, asal: AsalDokumen) -> bytes:
    isi = year_report(kantor, int(asal.untuk), final=True)
    return write_laporan_kinerja(isi, shipped_template(LAPORAN_KINERJA))


DAFTAR_PEMBUAT: Mapping[str, Make] = {
    TRIWULAN: _make_quarter, TAHUNAN: _make_year, **dict.fromkeys(DAFTAR_FORM, _make_form),
    **{jenis.value: partial(_make_unit, jenis) for jenis in JenisLaporan}}
"""One row for each kind of document that prints figures, by the word in its list of sources."""


def regenerate(kantor: Kantor, asal: AsalDokumen, nama: str) -> bytes:
    """Return a document as the archive makes it, in the shipped template: looks differ, texts do not.

    DocumentUnknown where ``asal`` names what the office has not; what the archive cannot give raises as there.
    """
    make = DAFTAR_PEMBUAT.get(asal.jenis)
    if make is None or find_row(kantor, asal.peristiwa) is None:
        what = f"jenis “{asal.jenis}”" if make is None else f"peristiwa nomor {asal.peristiwa}"
        raise DocumentUnknown(berkas=nama, sebutan=what)
    try:
        return make(kantor.as_of(asal.peristiwa, asal.hari), asal)
    except (ValueError, KeyError):
        raise DocumentUnknown(berkas=nama, sebutan=f"“{asal.untuk}”") from None
