"""The material of reports, gathered from the ledger and the accepted worksheets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from kinerja_xl.domain.capaian.capaian import Realisasi
from kinerja_xl.domain.laporan.jejak import read_tindakan
from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan, LaporanBidang, laporan_bidang
from kinerja_xl.domain.laporan.laporan_triwulan import DataBerkas, LaporanTriwulan, WaktuBerkas, laporan_triwulan
from kinerja_xl.domain.laporan.waktu_baku import unit_code
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja, may_change
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.rencana.riwayat import riwayat_quarters
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.acts import SERAHAN, JenisPeristiwa, Keadaan, Peristiwa, fold
from kinerja_xl.domain.sop.jabatan import told_pejabat
from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.domain.sumber import AsalDokumen
from kinerja_xl.errors import NothingToReport
from kinerja_xl.kantor.material.cited import approval_of, cited_act, cited_quarters
from kinerja_xl.kantor.material.plans import Unit, collected_quarters, plan_origin, quarter_plan, unit_plan
from kinerja_xl.kantor.office import Kantor

TRIWULAN = "triwulan"
SUSULAN = "susulan"


def quarter_report(kantor: Kantor, periode: Periode, final: bool, *, susulan: bool = False) -> LaporanTriwulan:
    """Return the content of a Laporan Triwulan; NothingToReport before the quarter was issued."""
    rencana = quarter_plan(kantor, periode)
    if rencana is None:
        raise NothingToReport(dokumen=f"Laporan Triwulan {periode.romawi} {periode.tahun}")
    units = tuple(unit_data(kantor, rencana, periode, *unit) for unit in rencana.daftar_unit)
    isi = laporan_triwulan(kantor.pengaturan, rencana, periode, units, kantor.now().date(), final,
                           susulan=susulan, asal=plan_origin(kantor, rencana),
                           setahun=year_times(kantor, periode.tahun) if periode.triwulan == 4 else ())
    last = last_row(kantor, [Periode(periode.tahun, k) for k in range(1, periode.triwulan + 1)], rencana)
    pilihan = SUSULAN if susulan else ""
    return replace(isi, asal=asal_dokumen(kantor, TRIWULAN, periode.label, last, isi.dicetak, pilihan))


def year_times(kantor: Kantor, tahun: int) -> tuple[WaktuBerkas, ...]:
    """Return the acts on every berkas of a year, in the order of issue."""
    return tuple(
        WaktuBerkas(state.periode.triwulan, unit_code(state.bidang, state.sub_bidang),
                    read_tindakan(kantor.pengaturan, kantor.about(state.berkas)))
        for state in kantor.keadaan.values() if state.periode.tahun == tahun)


def unit_report(kantor: Kantor, act: Peristiwa, jenis: JenisLaporan) -> LaporanBidang:
    """Return the content of a bidang's paper as it was right after the act that owes it."""
    events = [p for p in kantor.about(str(act.berkas)) if p.nomor <= act.nomor]
    (state,) = fold(events).values()
    arsip = cited_act(kantor, state, act)
    data = DataBerkas(state.bidang, state.sub_bidang, state, arsip.isi, read_tindakan(kantor.pengaturan, events))
    if act.isi["tindakan"] == Tindakan.SETUJUI:
        data = replace(data, disetujui_oleh=told_pejabat(act.isi), disetujui_pada=act.waktu)
    unit = unit_plan(kantor, state)
    before = range(1, state.periode.triwulan)
    data = replace(data, lalu=approved_sheets(kantor, state.periode.tahun, before, state.bidang, state.sub_bidang),
                   riwayat=history_quarters(kantor, unit, state.bidang, state.sub_bidang),
                   arsip={state.periode.triwulan: arsip, **cited_quarters(
                       kantor, state.periode.tahun, before, state.bidang, state.sub_bidang)})
    isi = laporan_bidang(jenis, kantor.pengaturan_of(act), unit, state.periode, data,
                         plan_origin(kantor, unit, (state.bidang, state.sub_bidang)))
    if not act.rantai:  # only supposed: nothing in the archive proves it
        return isi
    last = last_row(kantor, [Periode(state.periode.tahun, k) for k in before], unit, (state.bidang, state.sub_bidang))
    asal = AsalDokumen(kantor.office_id, jenis, str(act.nomor), max(last, act.nomor), act.waktu.date())
    return replace(isi, asal=asal)


def asal_dokumen(kantor: Kantor, jenis: str, untuk: str, peristiwa: int, hari: date, pilihan: str = "") -> AsalDokumen:
    """Return what a document is made of, for ``kinerja verifikasi`` to make it again; ``hari`` is the day it bears."""
    return AsalDokumen(kantor.office_id, jenis, untuk, peristiwa, hari, pilihan)


def last_row(kantor: Kantor, quarters: Collection[Periode], rencana: RencanaAksi, unit: Unit | None = None) -> int:
    """Return the last row of the ledger that a paper drawn from these quarters (of one unit) rests on.

    What comes later changes nothing in it, so that it can be made again: settings, the version of the plan that it
    uses, acts on these berkas.
    """
    drawn = {state.berkas for state in kantor.keadaan.values() if state.periode in quarters
             and unit in (None, (state.bidang, state.sub_bidang))}

    def counts(row: Peristiwa) -> bool:
        return (row.jenis is JenisPeristiwa.PENGATURAN or (row.jenis in SERAHAN and row.berkas in drawn)
                or (row.jenis is JenisPeristiwa.RENCANA
                    and (row.isi["tahun"], row.isi["versi"]) == (rencana.tahun, rencana.versi)))

    return max(row.nomor for row in kantor.daftar_peristiwa if counts(row))


def unit_data(kantor: Kantor, rencana: RencanaAksi, periode: Periode, bidang: str,
              sub_bidang: str | None) -> DataBerkas:
    """Return what a unit brought in a quarter, with its approved worksheets of the quarters before it."""
    berkas = berkas_code(periode, bidang, sub_bidang)
    state = kantor.keadaan.get(berkas)
    riwayat = history_quarters(kantor, rencana, bidang, sub_bidang)
    arsip = cited_quarters(kantor, periode.tahun, range(1, periode.triwulan + 1), bidang, sub_bidang)
    lalu = {k: cited.isi for k, cited in arsip.items() if k < periode.triwulan}
    if state is None:
        return DataBerkas(bidang, sub_bidang, lalu=lalu, riwayat=riwayat, arsip=arsip)
    events = kantor.about(berkas)
    done = read_tindakan(kantor.pengaturan, events)
    approval = approval_of(kantor, state)
    if approval is None:
        return DataBerkas(bidang, sub_bidang, state, daftar_tindakan=done, lalu=lalu, riwayat=riwayat, arsip=arsip)
    return DataBerkas(
        bidang, sub_bidang, state, _recommended(kantor, state, arsip[periode.triwulan].isi), done,
        told_pejabat(approval.isi), approval.waktu, int(str(approval.isi["versi"])),
        str(approval.isi["sha256_diterima"]), lalu, riwayat, arsip)


def approved_sheets(kantor: Kantor, tahun: int, daftar_triwulan: Iterable[int], bidang: str,
                    sub_bidang: str | None) -> dict[int, LembarKerja]:
    """Return the approved worksheets of a unit's quarters of a year, by triwulan."""
    return {k: cited.isi for k, cited in cited_quarters(kantor, tahun, daftar_triwulan, bidang, sub_bidang).items()}


def _recommended(kantor: Kantor, state: Keadaan, approved: LembarKerja) -> LembarKerja:
    """What was approved at Kegiatan 5, with what Perencanaan wrote into it since: its figures are those it cites."""
    now = kantor.read_sheet(state.sha256_diterima, state.berkas)
    written = {kunci: isi for kunci, isi in now.sel.items() if may_change(kunci, Peran.PERENCANAAN,
                                                                         state.periode.triwulan)}
    return replace(approved, sel={**approved.sel, **written})


def history_quarters(kantor: Kantor, rencana: RencanaAksi, bidang: str,
                     sub_bidang: str | None) -> dict[str, Mapping[int, Realisasi]]:
    """Return what the plan's history says of quarters for which the unit never had a worksheet, by code."""
    collected = collected_quarters(kantor, rencana.tahun, bidang, sub_bidang)
    return {indikator.kode: riwayat_quarters(rencana, indikator.kode, collected)
            for indikator in rencana.daftar_indikator}
