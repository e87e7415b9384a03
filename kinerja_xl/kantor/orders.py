"""Orders: what a command asks to be written, done here or by the running service that has the lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja_xl.domain.naskah.dokumen import TAHUNAN
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import Json
from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.errors import AskedService, KinerjaError, PrinterMissing
from kinerja_xl.kantor.documents.printing import find_libreoffice
from kinerja_xl.kantor.laporan.closing import close_year
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.papers import Permintaan, put_papers
from kinerja_xl.kantor.plan.next_year import prepare_plan
from kinerja_xl.kantor.worksheets.issue import issue
from kinerja_xl.kantor.worksheets.planner_acts import perform
from kinerja_xl.routing.lock import ServiceLock
from kinerja_xl.routing.requests import ask_service

Order = Mapping[str, Json]


def issue_order(periode: Periode) -> Order:
    """Return the order to issue a quarter."""
    return {"perintah": "terbitkan", "tahun": periode.tahun, "triwulan": periode.triwulan}


def paper_order(permintaan: Permintaan) -> Order:
    """Return the order to put documents in their folders."""
    return {"perintah": "laporan", "tahun": permintaan.periode.tahun, "triwulan": permintaan.periode.triwulan,
            "jenis": permintaan.jenis, "bidang": permintaan.bidang, "langkah": permintaan.langkah,
            "final": permintaan.final, "pdf": permintaan.pdf}


def act_order(tindakan: Tindakan, berkas: str, catatan: str) -> Order:
    """Return the order to do one of the planner's acts outside the folders."""
    return {"perintah": "tindakan", "tindakan": tindakan.value, "berkas": berkas, "catatan": catatan}


def close_order(tahun: int) -> Order:
    """Return the order to close a year."""
    return {"perintah": "tutup-tahun", "tahun": tahun}


def plan_order(tahun: int, dari: int) -> Order:
    """Return the order to make the plan workbook of a year from another year's plan."""
    return {"perintah": "rencana", "tahun": tahun, "dari": dari}


@dataclass(frozen=True)
class Jawaban:
    """What an order brought forth (see ``carry_out``), and what stood in the way of the office's own templates."""

    hasil: tuple[str, ...]
    peringatan: tuple[str, ...] = ()


def carry_out(kantor: Kantor, order: Order) -> tuple[str, ...]:
    """Do an order; return the berkas issued or acted on, or the documents' paths relative to the root.

    Of a plan that was made: its path, then what there is to say of it.
    """
    if order["perintah"] == "tindakan":
        return (perform(kantor, Tindakan(str(order["tindakan"])), str(order["berkas"]), str(order["catatan"])),)
    if order["perintah"] == "rencana":
        return prepare_plan(kantor, int(str(order["tahun"])), int(str(order["dari"])))
    if order["perintah"] == "tutup-tahun":
        return (close_year(kantor, int(str(order["tahun"]))),)
    periode = Periode(int(str(order["tahun"])), int(str(order["triwulan"])))
    if order["perintah"] == "terbitkan":
        return issue(kantor, periode)
    langkah = order["langkah"]
    return put_papers(kantor, Permintaan(
        str(order["jenis"]), periode, None if order["bidang"] is None else str(order["bidang"]),
        None if langkah is None else int(str(langkah)), bool(order["final"]), bool(order.get("pdf"))))


def remarks(kantor: Kantor, order: Order) -> tuple[str, ...]:
    """Return why templates of the office, or its logo, could not be used; the shipped ones serve meanwhile.

    Of an order that wanted a print: that this PC has nothing to print with.
    """
    faults: tuple[KinerjaError, ...] = kantor.templates.faults(kantor.pengaturan.instansi.logo)
    wanted = order.get("pdf") or order.get("jenis") == TAHUNAN
    if wanted and find_libreoffice() is None:
        faults += (PrinterMissing(),)
    return tuple(f"{error.code}: {error.pesan} {error.petunjuk}" for error in faults)


def do_or_ask(kantor: Kantor, order: Order) -> Jawaban:
    """Have an order done, by the running service where there is one.

    Raises what ``carry_out`` raises; AskedService carries the service's own words.
    """
    answer = ask_service(kantor.disk, kantor.data, order)
    if answer is None:
        with ServiceLock(kantor.data):
            kantor.refresh()
            kantor.custody.begin_pass()
            done = carry_out(kantor, order)
            kantor.custody.publish()
            kantor.custody.back_up()
            kantor.custody.raise_problem()
            return Jawaban(done, remarks(kantor, order))
    if "kode" in answer:
        raise AskedService(kode=answer["kode"], pesan=answer["pesan"], petunjuk=answer["petunjuk"])
    return Jawaban(_texts(answer["hasil"]), _texts(answer["peringatan"]))


def _texts(daftar: Json) -> tuple[str, ...]:
    return tuple(map(str, daftar)) if isinstance(daftar, list) else ()
