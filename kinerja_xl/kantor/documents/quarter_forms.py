"""The two other forms of a quarter's report (domain facts 3): Form E.81 and the letter that goes with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kinerja_xl.domain.e81.form_e81 import FormE81, form_e81
from kinerja_xl.domain.laporan.surat_pengantar import SuratPengantar, surat_pengantar
from kinerja_xl.domain.naskah.dokumen import E81, PENGANTAR
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.errors import NothingToReport
from kinerja_xl.kantor.documents.act_papers import logo_of
from kinerja_xl.kantor.documents.editions import take_away
from kinerja_xl.kantor.material.plans import plan_origin, quarter_plan
from kinerja_xl.kantor.material.quarter import asal_dokumen, last_row, unit_data
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.templates import FORM_E81, LAPORAN_TRIWULAN
from kinerja_xl.reports.form_e81 import write_form_e81
from kinerja_xl.reports.surat_pengantar import write_surat_pengantar
from kinerja_xl.routing.folders import LAPORAN, PERENCANAAN_FOLDER
from kinerja_xl.routing.steps import keep, place

Isi = FormE81 | SuratPengantar


@dataclass(frozen=True)
class NaskahTriwulan:
    """A form of a quarter: its word in the ledger and on the command line, its name, its content and its writer."""

    dokumen: str
    judul: str
    make: Callable[..., Isi]
    templat: str
    write: Callable[..., bytes]  # content, template, logo


DAFTAR_FORM = {form.dokumen: form for form in (
    NaskahTriwulan(E81, "Form E.81", form_e81, FORM_E81, write_form_e81),
    NaskahTriwulan(PENGANTAR, "Surat Pengantar", surat_pengantar, LAPORAN_TRIWULAN, write_surat_pengantar))}


def form_name(dokumen: str, periode: Periode) -> str:
    """Return ``Form E.81 Triwulan I 2026.docx`` (contract section 5)."""
    return f"{DAFTAR_FORM[dokumen].judul} Triwulan {periode.romawi} {periode.tahun}.docx"


def form_content(kantor: Kantor, dokumen: str, periode: Periode) -> Isi:
    """Return the content of a form; NothingToReport before a worksheet of the quarter was approved."""
    rencana = quarter_plan(kantor, periode)
    units = () if rencana is None else tuple(unit_data(kantor, rencana, periode, *u) for u in rencana.daftar_unit)
    if rencana is None or not any(data.isi for data in units):
        raise NothingToReport(dokumen=form_name(dokumen, periode))
    hari = kantor.now().date()
    isi = DAFTAR_FORM[dokumen].make(kantor.pengaturan, rencana, periode, units, hari, plan_origin(kantor, rencana))
    quarters = [Periode(periode.tahun, k) for k in range(1, periode.triwulan + 1)]
    asal = asal_dokumen(kantor, dokumen, periode.label, last_row(kantor, quarters, rencana), hari)
    return replace(isi, asal=asal, final=isi.final and not isi.kekosongan and not kantor.salinan)


def write_form(dokumen: str, isi: Isi, templat: Callable[[str], bytes], logo: bytes | None = None) -> bytes:
    """Return a form as .docx bytes in the template of that name."""
    form = DAFTAR_FORM[dokumen]
    return form.write(isi, templat(form.templat), logo)


def _write(kantor: Kantor, dokumen: str, isi: Isi) -> bytes:
    form, logo = DAFTAR_FORM[dokumen], logo_of(kantor)
    return kantor.templates.make(form.templat, lambda templat: form.write(isi, templat, logo))


def make_form(kantor: Kantor, dokumen: str, periode: Periode) -> tuple[str, bytes]:
    """Return name and content of a form; it says DRAF while data may still come or something is not filled in."""
    return form_name(dokumen, periode), _write(kantor, dokumen, form_content(kantor, dokumen, periode))


def put_form(kantor: Kantor, dokumen: str, periode: Periode) -> str:
    """Write a form into Perencanaan/Laporan, one that is no draft into the archive too; return its path.

    The form before it is replaced where nobody changed it.
    """
    isi = form_content(kantor, dokumen, periode)
    name, data = form_name(dokumen, periode), _write(kantor, dokumen, isi)
    sha256 = kantor.disk.put_store(data)
    steps = [*take_away(kantor, LAPORAN, _written(kantor, dokumen, periode)), place(sha256, LAPORAN, name)]
    if isi.final:
        steps.append(keep(sha256, kantor.folders.arsip(periode, PERENCANAAN_FOLDER), name))
    kantor.record([kantor.event(JenisPeristiwa.DOKUMEN, None, dokumen=dokumen, untuk=periode.label, nama=name,
                                sha256=sha256, final=isi.final)], steps)
    return f"{LAPORAN}/{name}"


def _written(kantor: Kantor, dokumen: str, periode: Periode) -> Peristiwa | None:
    return next((p for p in reversed(kantor.of_kind(JenisPeristiwa.DOKUMEN))
                 if p.isi["dokumen"] == dokumen and p.isi["untuk"] == periode.label), None)
