"""The material of a year, gathered from the ledger and the approved worksheets, and whether the year is closed."""

from __future__ import annotations

from dataclasses import replace

from kinerja_xl.domain.laporan.bahan import DataBerkas
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN
from kinerja_xl.domain.laporan_kinerja.laporan_tahunan import LaporanKinerja, laporan_tahunan
from kinerja_xl.domain.naskah.dokumen import TAHUNAN
from kinerja_xl.domain.periods import Periode, tanggal_panjang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa
from kinerja_xl.domain.sop.sop import TERBUKA
from kinerja_xl.errors import NothingToReport, YearClosed
from kinerja_xl.kantor.material.plans import plan_origin, quarter_plan
from kinerja_xl.kantor.material.quarter import asal_dokumen, last_row, unit_data
from kinerja_xl.kantor.office import Kantor


def year_report(kantor: Kantor, tahun: int, final: bool) -> LaporanKinerja:
    """Return the content of an LKjIP; NothingToReport where the year has no plan or no worksheet was approved."""
    rencana = year_plan(kantor, tahun)
    if rencana is None:
        raise NothingToReport(dokumen=f"Laporan Kinerja {tahun}")
    quarters = {k: _quarter(kantor, rencana, Periode(tahun, k)) for k in TRIWULAN}
    if not any(data.isi for daftar in quarters.values() for data in daftar):
        raise NothingToReport(dokumen=f"Laporan Kinerja {tahun}")
    isi = laporan_tahunan(kantor.pengaturan, rencana, quarters, kantor.now().date(), final,
                          plan_origin(kantor, rencana))
    last = last_row(kantor, [Periode(tahun, k) for k in TRIWULAN], rencana)
    return replace(isi, asal=asal_dokumen(kantor, TAHUNAN, str(tahun), last, isi.dicetak))


def year_plan(kantor: Kantor, tahun: int) -> RencanaAksi | None:
    """Return the plan that a year is reported by: that of TW IV's worksheets, else the one in force last."""
    periode = Periode(tahun, TRIWULAN[-1])
    return quarter_plan(kantor, periode) or kantor.find_rencana(periode)


def _quarter(kantor: Kantor, rencana: RencanaAksi, periode: Periode) -> tuple[DataBerkas, ...]:
    """What the units brought in a quarter; TW IV has every unit, also one that got no worksheet."""
    plan = rencana if periode.triwulan == TRIWULAN[-1] else quarter_plan(kantor, periode)
    return tuple(unit_data(kantor, plan, periode, *unit) for unit in plan.daftar_unit) if plan else ()


def states_of(kantor: Kantor, tahun: int) -> list[Keadaan]:
    """Return where every berkas of a year stands."""
    return [state for state in kantor.keadaan.values() if state.periode.tahun == tahun]


def open_berkas(kantor: Kantor, tahun: int) -> list[str]:
    """Return the berkas of a year that have not ended."""
    return [state.berkas for state in states_of(kantor, tahun) if state.status in TERBUKA]


def find_closing(kantor: Kantor, tahun: int) -> Peristiwa | None:
    """Return the row by which a year was closed, None while it is open."""
    return next((p for p in kantor.of_kind(JenisPeristiwa.TUTUP_TAHUN) if p.isi["tahun"] == tahun), None)


def check_open(kantor: Kantor, tahun: int, apa: str) -> None:
    """Raise YearClosed where a year was closed; ``apa`` is what then cannot be done."""
    closing = find_closing(kantor, tahun)
    if closing is not None:
        raise YearClosed(tahun=tahun, tanggal=tanggal_panjang(closing.waktu.date()), apa=apa)
