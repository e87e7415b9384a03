"""The LKjIP in Perencanaan/Laporan: a DRAF that the service renews until it, or the planner's own, is made final."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xl.domain.laporan_kinerja.laporan_tahunan import LaporanKinerja
from kinerja_xl.domain.naskah.dokumen import TAHUNAN, TAHUNAN_FINAL
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.domain.sop.sop import TERBUKA, Status
from kinerja_xl.errors import YearUnfinished
from kinerja_xl.kantor.documents.act_papers import acts_of, logo_of
from kinerja_xl.kantor.documents.editions import take_away
from kinerja_xl.kantor.documents.printing import make_printer, paged
from kinerja_xl.kantor.laporan.own_drafts import completed_draft, finish_draft
from kinerja_xl.kantor.laporan.refreshing import check_complete
from kinerja_xl.kantor.material.year import check_open, open_berkas, year_report
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.templates import LAPORAN_KINERJA
from kinerja_xl.reports.laporan_kinerja import writer_of
from kinerja_xl.routing.folders import LAPORAN, archive_of_year
from kinerja_xl.routing.steps import keep, place

Naskah = tuple[str, bytes, bytes | None]
"""Name and content of a document, and its PDF where one was printed."""


class YearReports:
    """A fold of the rows: the last document of each kind for each year."""

    def __init__(self) -> None:
        self.last: dict[tuple[str, str], Peristiwa] = {}

    def take(self, row: Peristiwa) -> None:
        """Take one row in."""
        if row.jenis is JenisPeristiwa.DOKUMEN and row.isi["dokumen"] in (TAHUNAN, TAHUNAN_FINAL):
            self.last[str(row.isi["untuk"]), str(row.isi["dokumen"])] = row


def year_name(tahun: int, *, final: bool) -> str:
    """Return ``Laporan Kinerja 2026 DRAF.docx``, or without DRAF (contract section 5)."""
    return f"Laporan Kinerja {tahun}{'' if final else ' DRAF'}.docx"


def owed_years(kantor: Kantor) -> list[int]:
    """Return the years whose DRAF lacks a berkas that has ended, or was opened again, since it was written.

    The first one comes with the first recommendation in TW IV; after the final LKjIP none is owed.
    """
    years = sorted({state.periode.tahun for state in kantor.keadaan.values()
                    if state.periode.triwulan == 4 and state.status is Status.DIREKOMENDASIKAN})
    return [tahun for tahun in years if find_final(kantor, tahun) is None and _is_stale(kantor, tahun)]


def find_final(kantor: Kantor, tahun: int) -> Peristiwa | None:
    """Return the row of a year's final LKjIP, None before it was made."""
    return _written(kantor, tahun, TAHUNAN_FINAL)


def _written(kantor: Kantor, tahun: int, dokumen: str) -> Peristiwa | None:
    return kantor.folded(YearReports).last.get((str(tahun), dokumen))


def _is_stale(kantor: Kantor, tahun: int) -> bool:
    last = _written(kantor, tahun, TAHUNAN)
    return last is None or any(
        act.nomor > last.nomor and kantor.state_of(str(act.berkas)).periode.tahun == tahun
        and not TERBUKA.issuperset((Status(str(act.isi["dari"])), Status(str(act.isi["ke"]))))
        for act in acts_of(kantor))


def make_year(kantor: Kantor, tahun: int, final: bool, *, cetak: bool = True) -> Naskah:
    """Return the LKjIP as it is to be now; once final, the same bytes.

    With ``cetak`` its contents tell their pages, where LibreOffice is found. A final one is the draft that the planner
    completed in Perencanaan/Laporan, or the service's own where nobody changed it. Raises NothingToReport,
    YearUnfinished while a berkas is open, ReportIncomplete while a placeholder stands, FiguresWrong, SeveralDrafts.
    """
    written = find_final(kantor, tahun)
    name = year_name(tahun, final=final or written is not None)
    if written is not None:
        return name, kantor.disk.read_store(str(written.isi["sha256"])), None
    isi = year_report(kantor, tahun, final)
    if not final:
        return name, *_write(kantor, isi, name, cetak=cetak)
    waiting = open_berkas(kantor, tahun)
    if waiting:
        raise YearUnfinished(apa=f"{name} final", sebab=f"berkas {', '.join(waiting)} belum berakhir",
                             langkah="Selesaikan atau tutup berkas itu lebih dahulu; lihat: kinerja status")
    own = completed_draft(kantor, year_name(tahun, final=False))
    if own is None:
        check_complete(name, isi.kekosongan)
        return name, *_write(kantor, isi, name, cetak=cetak)
    data, convert = finish_draft(kantor, own, name), make_printer(name)
    return name, data, convert(data) if convert and cetak else None


def _write(kantor: Kantor, isi: LaporanKinerja, name: str, *, cetak: bool) -> tuple[bytes, bytes | None]:
    isi, logo = replace(isi, final=isi.final and not kantor.salinan), logo_of(kantor)
    printed: list[bytes | None] = []

    def make(templat: bytes) -> bytes:
        write = writer_of(isi, templat, logo)
        data, pdf = paged(write, name) if cetak else (write({}), None)
        printed.append(pdf)
        return data

    data = kantor.templates.make(LAPORAN_KINERJA, make)
    return data, printed[-1]


def put_year(kantor: Kantor, tahun: int, final: bool, *, cetak: bool = True) -> tuple[str, bytes | None]:
    """Write the LKjIP anew and return its path and its PDF: a DRAF that a person changed stays beside the new one.

    The final LKjIP takes the place of an unchanged DRAF, and lies in Arsip/<tahun>/Tahunan too. It is never replaced;
    where it was taken away, it is put there again.
    """
    written = find_final(kantor, tahun)
    if written is None:
        check_open(kantor, tahun, "menulis Laporan Kinerja")
    name, data, pdf = make_year(kantor, tahun, final, cetak=cetak)
    sha256 = kantor.disk.put_store(data)
    if written is not None:
        kantor.record([], [place(sha256, LAPORAN, name)])
        return f"{LAPORAN}/{name}", pdf
    steps = [*take_away(kantor, LAPORAN, _written(kantor, tahun, TAHUNAN))]
    if final:
        steps.append(keep(sha256, archive_of_year(tahun), name))
    kantor.record([kantor.event(JenisPeristiwa.DOKUMEN, None, dokumen=TAHUNAN_FINAL if final else TAHUNAN,
                                untuk=str(tahun), nama=name, sha256=sha256)], [*steps, place(sha256, LAPORAN, name)])
    return f"{LAPORAN}/{name}", pdf
