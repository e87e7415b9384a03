"""The Laporan Triwulan in Perencanaan/Laporan: a DRAF until it is made final, then the editions after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import takewhile

from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa
from kinerja_xl.domain.sop.sop import TERBUKA, Status, Tindakan
from kinerja_xl.errors import NothingToReport
from kinerja_xl.kantor.documents.act_papers import logo_of
from kinerja_xl.kantor.documents.editions import take_away
from kinerja_xl.kantor.laporan.own_drafts import completed_draft, finish_draft
from kinerja_xl.kantor.laporan.refreshing import check_complete
from kinerja_xl.kantor.material.quarter import TRIWULAN, quarter_report
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.templates import LAPORAN_TRIWULAN
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.routing.folders import LAPORAN, PERENCANAAN_FOLDER
from kinerja_xl.routing.steps import keep, place


class Edisi(StrEnum):
    """The editions of a quarter's report, by their words in the ledger."""

    DRAF = TRIWULAN
    FINAL = "triwulan final"
    SUSULAN = "triwulan susulan"  # a berkas came after the final report


_EDITIONS = frozenset(edisi.value for edisi in Edisi)
_TAIL = {Edisi.DRAF: " DRAF", Edisi.FINAL: "", Edisi.SUSULAN: " (susulan)"}


class Quarters:
    """A fold of the rows: the acts and the reports of each quarter, oldest first."""

    def __init__(self) -> None:
        self._periode: dict[str | None, Periode] = {}
        self.acts: defaultdict[Periode, list[Peristiwa]] = defaultdict(list)
        self.reports: defaultdict[str, list[Peristiwa]] = defaultdict(list)  # by the quarter's label

    def take(self, row: Peristiwa) -> None:
        """Take one row in."""
        if row.jenis is JenisPeristiwa.TERBIT:
            self._periode[row.berkas] = Periode(int(str(row.isi["tahun"])), int(str(row.isi["triwulan"])))
        elif row.jenis is JenisPeristiwa.TINDAKAN:
            self.acts[self._periode[row.berkas]].append(row)
        elif row.jenis is JenisPeristiwa.DOKUMEN and row.isi["dokumen"] in _EDITIONS:
            self.reports[str(row.isi["untuk"])].append(row)


def owed_quarters(kantor: Kantor) -> list[Periode]:
    """Return the quarters whose report lacks a berkas that has ended, or was opened again, since it was written.

    A berkas of an earlier quarter counts too: the figures of the year so far hold it. After the final report only what
    is recommended brings forth another edition.
    """
    return [periode for periode in _recommended(kantor) if _is_stale(kantor, periode)]


def _recommended(kantor: Kantor) -> list[Periode]:
    return sorted({state.periode for state in kantor.keadaan.values() if state.status is Status.DIREKOMENDASIKAN})


def _written(kantor: Kantor, periode: Periode, *daftar_edisi: Edisi) -> Peristiwa | None:
    """The last report of one of these editions."""
    return next((p for p in reversed(kantor.folded(Quarters).reports[periode.label])
                 if p.isi["dokumen"] in daftar_edisi), None)


def _is_stale(kantor: Kantor, periode: Periode) -> bool:
    last = _written(kantor, periode, *Edisi)
    if last is None:
        return True
    if _written(kantor, periode, Edisi.FINAL):
        return _is_late(kantor, periode, last)
    quarters = [Periode(periode.tahun, triwulan) for triwulan in range(1, periode.triwulan + 1)]
    return any(_ends_or_reopens(act) for act in _acts_since(kantor, last, *quarters))


def _is_late(kantor: Kantor, periode: Periode, report: Peristiwa) -> bool:
    """Whether a berkas was recommended after a report."""
    return any(act.isi["tindakan"] == Tindakan.REKOMENDASIKAN for act in _acts_since(kantor, report, periode))


def _acts_since(kantor: Kantor, report: Peristiwa, *quarters: Periode) -> Iterator[Peristiwa]:
    """Yield the acts of quarters after a report, looking no further back."""
    acts = kantor.folded(Quarters).acts
    for periode in quarters:
        yield from takewhile(lambda act: act.nomor > report.nomor, reversed(acts[periode]))


def _ends_or_reopens(act: Peristiwa) -> bool:
    """Whether after this act the report has another berkas among those that delivered, or did not."""
    return not TERBUKA.issuperset((Status(str(act.isi["dari"])), Status(str(act.isi["ke"]))))


def _edition(kantor: Kantor, periode: Periode, final: bool) -> tuple[Edisi, Peristiwa | None]:
    """Return which edition is to be written, and the final report where that one still holds."""
    written = _written(kantor, periode, Edisi.FINAL)
    if written is None:
        return (Edisi.FINAL if final else Edisi.DRAF), None
    return (Edisi.SUSULAN, None) if _is_late(kantor, periode, written) else (Edisi.FINAL, written)


def quarter_name(periode: Periode, edisi: Edisi) -> str:
    """Return ``Laporan Triwulan I 2026 DRAF.docx``, or without DRAF, or with ``(susulan)`` (contract section 5)."""
    return f"Laporan Triwulan {periode.romawi} {periode.tahun}{_TAIL[edisi]}.docx"


def make_quarter(kantor: Kantor, periode: Periode, final: bool) -> tuple[str, bytes]:
    """Return name and content of the Laporan Triwulan as it is to be now; once final, the same bytes.

    The first final one is the draft that the planner completed in Perencanaan/Laporan, or the service's own where
    nobody changed it. Raises NothingToReport before anything was issued (for a final one: recommended); for a final
    one ReportIncomplete, FiguresWrong and SeveralDrafts. A later edition says DRAF on its pages while a placeholder
    stands.
    """
    edisi, written = _edition(kantor, periode, final)
    name = quarter_name(periode, edisi)
    if written is not None:
        return name, kantor.disk.read_store(str(written.isi["sha256"]))
    isi = quarter_report(kantor, periode, edisi is not Edisi.DRAF, susulan=edisi is Edisi.SUSULAN)
    if final and periode not in _recommended(kantor):
        raise NothingToReport(dokumen=name)
    own = completed_draft(kantor, quarter_name(periode, Edisi.DRAF)) if final and edisi is Edisi.FINAL else None
    if own is not None:
        return name, finish_draft(kantor, own, name)
    if final:
        check_complete(name, isi.kekosongan)
    if isi.kekosongan or kantor.salinan:
        isi = replace(isi, final=False)
    logo = logo_of(kantor)
    return name, kantor.templates.make(LAPORAN_TRIWULAN, lambda templat: write_laporan_triwulan(isi, templat, logo))


def put_quarter(kantor: Kantor, periode: Periode, final: bool) -> str:
    """Write the report anew: a DRAF that a person changed stays, and the new one stands beside it.

    The final report takes the place of an unchanged DRAF. It is never replaced; where it was taken away, it is put
    there again.
    """
    edisi, written = _edition(kantor, periode, final)
    name, data = make_quarter(kantor, periode, final)
    sha256 = kantor.disk.put_store(data)
    if written is not None:
        kantor.record([], [place(sha256, LAPORAN, name)])
        return f"{LAPORAN}/{name}"
    steps = [*take_away(kantor, LAPORAN, _written(kantor, periode, edisi))]
    if edisi is not Edisi.DRAF:
        steps += take_away(kantor, LAPORAN, _written(kantor, periode, Edisi.DRAF))
        steps.append(keep(sha256, kantor.folders.arsip(periode, PERENCANAAN_FOLDER), name))
    kantor.record([kantor.event(JenisPeristiwa.DOKUMEN, None, dokumen=edisi.value, untuk=periode.label, nama=name,
                                sha256=sha256)], [*steps, place(sha256, LAPORAN, name)])
    return f"{LAPORAN}/{name}"
