"""The material of reports, gathered from the ledger and the accepted worksheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kinerja_xl.domain.acts import JenisPeristiwa, Peristiwa, fold
from kinerja_xl.domain.capaian import Realisasi
from kinerja_xl.domain.indicators import RencanaAksi
from kinerja_xl.domain.jabatan import told_pejabat
from kinerja_xl.domain.laporan.jejak import read_tindakan
from kinerja_xl.domain.laporan.waktu_baku import unit_code
from kinerja_xl.domain.laporan_bidang import JenisLaporan, LaporanBidang, laporan_bidang
from kinerja_xl.domain.laporan_triwulan import DataBerkas, LaporanTriwulan, WaktuBerkas, laporan_triwulan
from kinerja_xl.domain.lembar_kerja import LembarKerja
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.riwayat import riwayat_quarters
from kinerja_xl.domain.sop import DISETUJUI, Tindakan
from kinerja_xl.errors import NothingToReport
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.plans import collected_quarters, plan_origin, quarter_plan, unit_plan


def quarter_report(kantor: Kantor, periode: Periode, final: bool, *, susulan: bool = False) -> LaporanTriwulan:
    """Return the content of a Laporan Triwulan; NothingToReport before the quarter was issued."""
    rencana = quarter_plan(kantor, periode)
    if rencana is None:
        raise NothingToReport(dokumen=f"Laporan Triwulan {periode.romawi} {periode.tahun}")
    units = tuple(_unit_data(kantor, rencana, periode, *unit) for unit in rencana.daftar_unit)
    return laporan_triwulan(kantor.pengaturan, rencana, periode, units, kantor.now().date(), final,
                            susulan=susulan, asal=plan_origin(kantor, rencana),
                            setahun=year_times(kantor, periode.tahun) if periode.triwulan == 4 else ())


def year_times(kantor: Kantor, tahun: int) -> tuple[WaktuBerkas, ...]:
    """Return the acts on every berkas of a year, in the order of issue."""
    return tuple(
        WaktuBerkas(state.periode.triwulan, unit_code(state.bidang, state.sub_bidang),
                    read_tindakan(kantor.pengaturan, (p for p in kantor.daftar_peristiwa if p.berkas == state.berkas)))
        for state in kantor.keadaan.values() if state.periode.tahun == tahun)


def unit_report(kantor: Kantor, act: Peristiwa, jenis: JenisLaporan) -> LaporanBidang:
    """Return the content of a bidang's paper as it was right after the act that owes it."""
    events = [p for p in kantor.daftar_peristiwa if p.berkas == act.berkas and p.nomor <= act.nomor]
    (state,) = fold(events).values()
    data = DataBerkas(state.bidang, state.sub_bidang, state,
                      kantor.read_sheet(str(act.isi["sha256_diterima"]), state.berkas),
                      read_tindakan(kantor.pengaturan, events))
    if act.isi["tindakan"] == Tindakan.SETUJUI:
        data = replace(data, disetujui_oleh=told_pejabat(act.isi), disetujui_pada=act.waktu)
    unit = unit_plan(kantor, state)
    before = range(1, state.periode.triwulan)
    data = replace(data, lalu=approved_sheets(kantor, state.periode.tahun, before, state.bidang, state.sub_bidang),
                   riwayat=history_quarters(kantor, unit, state.bidang, state.sub_bidang))
    return laporan_bidang(jenis, kantor.pengaturan_of(act), unit, state.periode, data,
                          plan_origin(kantor, unit, (state.bidang, state.sub_bidang)))


def _unit_data(kantor: Kantor, rencana: RencanaAksi, periode: Periode, bidang: str,
               sub_bidang: str | None) -> DataBerkas:
    berkas = berkas_code(periode, bidang, sub_bidang)
    state = kantor.keadaan.get(berkas)
    lalu = approved_sheets(kantor, periode.tahun, range(1, periode.triwulan), bidang, sub_bidang)
    riwayat = history_quarters(kantor, rencana, bidang, sub_bidang)
    if state is None:
        return DataBerkas(bidang, sub_bidang, lalu=lalu, riwayat=riwayat)
    events = [p for p in kantor.daftar_peristiwa if p.berkas == berkas]
    acts = [p for p in events if p.jenis is JenisPeristiwa.TINDAKAN]
    done = read_tindakan(kantor.pengaturan, events)
    approval = next((act for act in reversed(acts) if act.isi["tindakan"] == Tindakan.SETUJUI), None)
    if state.status not in DISETUJUI or approval is None:
        return DataBerkas(bidang, sub_bidang, state, daftar_tindakan=done, lalu=lalu, riwayat=riwayat)
    last = acts[-1]
    return DataBerkas(
        bidang, sub_bidang, state, kantor.read_sheet(str(last.isi["sha256_diterima"]), berkas), done,
        told_pejabat(approval.isi), approval.waktu, int(str(approval.isi["versi"])),
        str(approval.isi["sha256_diterima"]), lalu, riwayat)


def approved_sheets(kantor: Kantor, tahun: int, daftar_triwulan: Iterable[int], bidang: str,
                    sub_bidang: str | None) -> dict[int, LembarKerja]:
    """Return the approved worksheets of a unit's quarters of a year, by triwulan."""
    states = {k: kantor.keadaan.get(berkas_code(Periode(tahun, k), bidang, sub_bidang)) for k in daftar_triwulan}
    return {k: kantor.read_sheet(state.sha256_diterima, state.berkas) for k, state in states.items()
            if state is not None and state.status in DISETUJUI}


def history_quarters(kantor: Kantor, rencana: RencanaAksi, bidang: str,
                     sub_bidang: str | None) -> dict[str, Mapping[int, Realisasi]]:
    """Return what the plan's history says of quarters for which the unit never had a worksheet, by code."""
    collected = collected_quarters(kantor, rencana.tahun, bidang, sub_bidang)
    return {indikator.kode: riwayat_quarters(rencana, indikator.kode, collected)
            for indikator in rencana.daftar_indikator}
