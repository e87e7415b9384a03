"""The Laporan Triwulan in Perencanaan/Laporan: a DRAF that follows the quarter until it is made final."""

from __future__ import annotations

from kinerja_xl.domain.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop import TERBUKA, Status
from kinerja_xl.errors import NothingToReport, ReportIncomplete
from kinerja_xl.kantor.act_papers import acts_of, logo_of
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.quarter import quarter_report
from kinerja_xl.kantor.templates import LAPORAN_TRIWULAN
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.routing.folders import LAPORAN, PERENCANAAN_FOLDER
from kinerja_xl.routing.steps import Step, place, remove

TRIWULAN, TRIWULAN_FINAL = "triwulan", "triwulan final"


def owed_quarters(kantor: Kantor) -> list[Periode]:
    """Return the quarters whose report lacks a berkas that has ended, or was opened again, since it was written."""
    return [periode for periode in _recommended(kantor) if _is_stale(kantor, periode)]


def _recommended(kantor: Kantor) -> list[Periode]:
    return sorted({state.periode for state in kantor.keadaan.values() if state.status is Status.DIREKOMENDASIKAN})


def _written(kantor: Kantor, dokumen: str, periode: Periode) -> Peristiwa | None:
    """The last edition of that kind."""
    return next((p for p in reversed(kantor.daftar_peristiwa) if p.jenis is JenisPeristiwa.DOKUMEN
                 and (p.isi["dokumen"], p.isi["untuk"]) == (dokumen, periode.label)), None)


def _is_stale(kantor: Kantor, periode: Periode) -> bool:
    last = _written(kantor, TRIWULAN, periode)
    newest = max((act.nomor for act in acts_of(kantor) if _ends_or_reopens(act)
                  and kantor.state_of(str(act.berkas)).periode == periode), default=0)
    return last is None or last.nomor < newest


def _ends_or_reopens(act: Peristiwa) -> bool:
    """Whether after this act the report has another berkas among those that delivered, or did not."""
    return not TERBUKA.issuperset((Status(str(act.isi["dari"])), Status(str(act.isi["ke"]))))


def quarter_name(periode: Periode, final: bool) -> str:
    """Return ``Laporan Triwulan I 2026 DRAF.docx`` or, final, the name without DRAF."""
    return f"Laporan Triwulan {periode.romawi} {periode.tahun}{'' if final else ' DRAF'}.docx"


def make_quarter(kantor: Kantor, periode: Periode, final: bool) -> bytes:
    """Return the Laporan Triwulan; NothingToReport before anything was issued, ReportIncomplete for a final one."""
    isi = quarter_report(kantor, periode, final)
    if final and periode not in _recommended(kantor):
        raise NothingToReport(dokumen=quarter_name(periode, final))
    if final and isi.kekosongan:
        more = f" dan {len(isi.kekosongan) - 5} lainnya" if len(isi.kekosongan) > 5 else ""
        raise ReportIncomplete(dokumen=quarter_name(periode, final), rincian="; ".join(isi.kekosongan[:5]) + more)
    logo = logo_of(kantor)
    return kantor.templates.make(LAPORAN_TRIWULAN, lambda templat: write_laporan_triwulan(isi, templat, logo))


def put_quarter(kantor: Kantor, periode: Periode, final: bool) -> str:
    """Write the report anew: a DRAF that a person changed stays, and the new one stands beside it."""
    name, kind = quarter_name(periode, final), TRIWULAN_FINAL if final else TRIWULAN
    old = _written(kantor, kind, periode)
    sha256 = kantor.disk.put_store(make_quarter(kantor, periode, final))
    steps: list[Step] = [] if old is None else [remove(f"{LAPORAN}/{name}", str(old.isi["sha256"]))]
    if final:
        steps.append(place(sha256, kantor.folders.arsip(periode, PERENCANAAN_FOLDER), name, read_only=True))
    kantor.record(
        [kantor.event(JenisPeristiwa.DOKUMEN, None, dokumen=kind, untuk=periode.label, nama=name, sha256=sha256)],
        [*steps, place(sha256, LAPORAN, name)])
    return f"{LAPORAN}/{name}"
