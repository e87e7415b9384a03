"""Issue: the worksheets of a quarter, made from the plan and put before each Kabid."""

from __future__ import annotations

from collections.abc import Callable

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.lembar.bukti_dukung import evidence_folder
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.rencana.riwayat import riwayat_values
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import PERENCANAAN
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, advance
from kinerja_xl.domain.sop.disposisi import IsiDisposisi
from kinerja_xl.domain.sop.sop import DISETUJUI, Status, holder
from kinerja_xl.errors import AlreadyIssued, ClockBehind, ClockFar, KinerjaError
from kinerja_xl.kantor.clock import clock_fault
from kinerja_xl.kantor.material.plans import collected_quarters
from kinerja_xl.kantor.material.year import check_open, find_closing
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.templates import LEMBAR_KERJA
from kinerja_xl.kantor.worksheets.slips import make_slip, title
from kinerja_xl.kantor.worksheets.stamps import recorded_by
from kinerja_xl.routing.folders import archive_name, worksheet_name
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.routing.steps import Step, keep, make_folder, place
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.make.make_lembar_kerja import make_lembar_kerja


def issue(kantor: Kantor, periode: Periode) -> tuple[str, ...]:
    """Return the codes of the berkas issued now; AlreadyIssued, PlanMissing or PlanEmpty where there is none.

    ClockBehind or ClockFar where the clock cannot be trusted.
    """
    check_open(kantor, periode.tahun, f"penerbitan {periode.label}")
    rencana = kantor.rencana(periode)
    units = [unit for unit in rencana.daftar_unit if berkas_code(periode, *unit) not in kantor.keadaan]
    if not units:
        raise AlreadyIssued(periode=periode.label)
    fault = clock_fault(kantor)
    if fault:
        raise fault
    return tuple(_issue_one(kantor, periode, rencana, bidang, sub_bidang) for bidang, sub_bidang in units)


def due_periods(kantor: Kantor) -> tuple[Periode, ...]:
    """Return the quarters whose effective 10th has come since the office was made.

    An office made in the middle of a year does not issue what had come due before it was there.
    """
    today, made = kantor.now().date(), kantor.daftar_peristiwa[0].waktu.date()
    known = [Periode(tahun, triwulan) for tahun in range(made.year - 1, today.year + 1) for triwulan in range(1, 5)]
    return tuple(p for p in known if made <= kantor.assignment_day(p) <= today
                 and find_closing(kantor, p.tahun) is None)


def is_issued(kantor: Kantor, periode: Periode) -> bool:
    """Whether every unit of the plan has its berkas of the quarter."""
    rencana = kantor.find_rencana(periode)
    return rencana is not None and bool(rencana.daftar_unit) and all(
        berkas_code(periode, *unit) in kantor.keadaan for unit in rencana.daftar_unit)


def issue_due(kantor: Kantor) -> tuple[tuple[str, ...], tuple[KinerjaError, ...]]:
    """Issue every quarter that is due; return the berkas, and why a quarter could not be issued, each reason once."""
    issued: list[str] = []
    trouble: list[KinerjaError] = []
    for periode in due_periods(kantor):
        try:
            if not is_issued(kantor, periode):
                issued += issue(kantor, periode)
        except (ClockBehind, ClockFar) as error:  # it holds for every quarter
            return tuple(issued), (*trouble, error)
        except KinerjaError as error:
            trouble.append(error)
    return tuple(issued), tuple(trouble)


def _issue_one(kantor: Kantor, periode: Periode, rencana: RencanaAksi, bidang: str, sub_bidang: str | None) -> str:
    folders, berkas = kantor.folders, berkas_code(periode, bidang, sub_bidang)
    first = holder(Status.BARU, bidang, sub_bidang)
    assert first is not None  # the SOP's first row has a role
    terbit = kantor.preview(kantor.event(
        JenisPeristiwa.TERBIT, berkas, tahun=periode.tahun, triwulan=periode.triwulan, bidang=bidang,
        sub_bidang=sub_bidang, tindakan="terbitkan", kegiatan=None, dari=None, ke=Status.BARU.value,
        pejabat=title(kantor, PERENCANAAN), tujuan=title(kantor, first), dicatat_oleh=recorded_by(), dasar="layanan",
        catatan="", versi=1, sha256_diterima=None, rencana_versi=rencana.versi))
    states: dict[str, Keadaan] = {}
    advance(states, terbit)
    unit, name = rencana.of_unit(bidang, sub_bidang), worksheet_name(periode, bidang, sub_bidang)
    data = make_worksheet(kantor, unit, states[berkas], make_slip(kantor, states[berkas], terbit))
    sha256 = kantor.disk.put_store(data)
    steps = [
        *quarter_folders(kantor, unit, periode, bidang),
        keep(sha256, folders.arsip(periode, bidang), archive_name(periode, bidang, sub_bidang, 1)),
        place(sha256, folders.masuk(first), name),
    ]
    sent = kantor.event(JenisPeristiwa.DIKIRIM, berkas, sha256_dikirim=sha256, folder=folders.masuk(first), nama=name)
    kantor.record([terbit, sent], steps)
    return berkas


def make_worksheet(kantor: Kantor, unit: RencanaAksi, keadaan: Keadaan, slip: IsiDisposisi,
                   complete: Callable[[bytes], bytes] = bytes) -> bytes:
    """Return the worksheet of a berkas, made from its unit's part of the plan; ``complete`` fills what was made."""
    periode, bidang, sub_bidang = keadaan.periode, keadaan.bidang, keadaan.sub_bidang
    name = worksheet_name(periode, bidang, sub_bidang)
    collected = collected_quarters(kantor, periode.tahun, bidang, sub_bidang)
    earlier = {**riwayat_values(unit, periode, collected), **earlier_values(kantor, periode, bidang, sub_bidang)}
    return kantor.templates.make(
        LEMBAR_KERJA,
        lambda templat: complete(make_lembar_kerja(templat, unit, periode, kantor.pengaturan, slip, earlier)),
        read=lambda made: _contents(made, name))


def quarter_folders(kantor: Kantor, unit: RencanaAksi, periode: Periode, bidang: str) -> list[Step]:
    """Return the steps that make a unit's folders of a quarter: for its papers and for each indicator's evidence."""
    evidence = kantor.folders.bukti_dukung(bidang, periode)
    return [make_folder(kantor.folders.cetak(bidang, periode)),
            *(make_folder(f"{evidence}/{evidence_folder(indikator.kode, indikator.nama)}")
              for indikator in unit.daftar_indikator)]


def _contents(data: bytes, nama: str) -> tuple[object, ...]:
    """What a worksheet says when it comes back; raises WorkbookError kinds where it would not be taken back."""
    preflight(data, nama)
    sheet = read_lembar_kerja(data, nama)
    return sheet.identitas, sheet.sel


def earlier_values(kantor: Kantor, periode: Periode, bidang: str, sub_bidang: str | None) -> dict[Kunci, NilaiSel]:
    """Return what the unit's earlier quarters of the year hold, by key, for the worksheet's earlier columns."""
    values: dict[Kunci, NilaiSel] = {}
    for triwulan in range(1, periode.triwulan):
        keadaan = kantor.keadaan.get(berkas_code(Periode(periode.tahun, triwulan), bidang, sub_bidang))
        if keadaan is None or keadaan.status not in DISETUJUI:
            continue  # only approved data go on (domain facts 4.2)
        sheet = kantor.read_sheet(keadaan.sha256_diterima, keadaan.berkas)
        values |= {key: value for key, value in sheet.sel.items() if key.kolom.endswith(f"_tw{triwulan}")}
    return values


