"""Next year's plan, made from an earlier year's plan and what was reached, for the planner to complete."""

from __future__ import annotations

from kinerja_xl.domain.laporan.bahan import DataBerkas, gather_bahan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana.rencana_lanjutan import HasilTahun, next_plan, with_results, year_result
from kinerja_xl.domain.rencana.riwayat import TAHUN_LALU
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.errors import PlanBookOpen, PlanInTheWay, PlanNoSource, PlanYearOrder
from kinerja_xl.kantor.material.quarter import approved_sheets, history_quarters
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.plan.plan_file import FilePlan, look_at_plan, replacing_steps
from kinerja_xl.kantor.templates import RENCANA_AKSI
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.workbook.plan.plan_book import make_rencana, plan_contents


def prepare_plan(kantor: Kantor, tahun: int, dari: int) -> tuple[str, ...]:
    """Write the plan workbook of ``tahun``, made from the plan in force of ``dari``; return its path and remarks.

    Where ``tahun`` has a plan in force, the workbook is that plan with the results that came in since: the planner
    hands it in as another version. A workbook that the service wrote and nobody changed is renewed.
    Raises PlanYearOrder, PlanNoSource, PlanInTheWay, PlanBookOpen.
    """
    if not tahun - TAHUN_LALU <= dari < tahun:
        raise PlanYearOrder(tahun=tahun, dari=dari, batas=TAHUN_LALU)
    lama = kantor.find_rencana(Periode(dari, 4))
    if lama is None:
        raise PlanNoSource(tahun=tahun, dari=dari)
    path = kantor.folders.rencana(tahun)
    old = _free_place(kantor, tahun, path)
    hasil = _results(kantor, lama)
    berlaku = kantor.find_rencana(Periode(tahun, 4))
    baru = next_plan(lama, tahun, hasil) if berlaku is None else with_results(berlaku, lama, hasil, kantor.now().date())
    if baru == berlaku:
        return path, f"Rencana Aksi {tahun} versi {berlaku.versi} sudah memuat hasil tahun {dari}; tidak ada yang baru."
    sha256 = kantor.disk.put_store(_make_book(kantor, baru, draf=berlaku is None))
    if sha256 != old.sha256:
        kantor.record([kantor.event(JenisPeristiwa.RENCANA_DISIAPKAN, None, tahun=tahun, dari=dari, sha256=sha256)],
                      replacing_steps(old, tahun, sha256))
    return path, *_remarks(baru, dari, hasil, first=berlaku is None)


def _free_place(kantor: Kantor, tahun: int, path: str) -> FilePlan:
    """What stands at the workbook's place; raises where it is not the service's to replace, or is open."""
    old = look_at_plan(kantor, tahun)
    if old.sha256 and not old.dikenal:
        raise PlanInTheWay(berkas=path)
    if old.dibuka_oleh:
        raise PlanBookOpen(berkas=path, oleh=old.dibuka_oleh)
    return old


def _results(kantor: Kantor, lama: RencanaAksi) -> dict[str, HasilTahun]:
    """What each indicator of a year's plan reached by its approved worksheets."""
    tahun, units = lama.tahun, lama.daftar_unit
    daftar_berkas = [DataBerkas(*unit, lalu=approved_sheets(kantor, tahun, range(1, 5), *unit),
                                riwayat=history_quarters(kantor, lama, *unit)) for unit in units]
    bahan = gather_bahan(kantor.pengaturan, lama, Periode(tahun, 4), daftar_berkas, kantor.now().date(), False)
    return {hasil.indikator.kode: year_result(hasil, bahan.realisasi.get(hasil.indikator.kode, ()))
            for hasil in bahan.daftar_hasil}


def _make_book(kantor: Kantor, rencana: RencanaAksi, *, draf: bool) -> bytes:
    def read(made: bytes) -> object:
        preflight(made, RENCANA_AKSI)
        return plan_contents(made)

    return kantor.templates.make(
        RENCANA_AKSI, lambda templat: make_rencana(templat, rencana, kantor.pengaturan, draf=draf), read=read)


def _remarks(baru: RencanaAksi, dari: int, hasil: dict[str, HasilTahun], *, first: bool) -> list[str]:
    """What the planner does next, and what is still missing of the year before."""
    codes = {indikator.kode for indikator in baru.daftar_indikator}
    missing = [kode for kode, row in hasil.items() if row.keterangan and kode in codes]
    done = ("Isi target, pagu, dan dasarnya, lalu salin berkas itu ke Perencanaan/Masuk." if first else
            "Hasil yang baru masuk sudah dimuat. Periksa isinya, lalu salin berkas itu ke Perencanaan/Masuk.")
    if not missing:
        return [done]
    return [done, f"Hasil tahun {dari} belum lengkap untuk {len(missing)} indikator ({', '.join(missing)}). Jalankan "
                  "perintah ini sekali lagi setelah datanya disetujui."]
