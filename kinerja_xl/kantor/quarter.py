"""The material of a quarter's report, gathered from the ledger and the approved worksheets."""

from __future__ import annotations

from kinerja_xl.domain.acts import JenisPeristiwa
from kinerja_xl.domain.laporan.jejak import read_tindakan
from kinerja_xl.domain.laporan_triwulan import DataBerkas, LaporanTriwulan, laporan_triwulan
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.sop import Status, Tindakan
from kinerja_xl.errors import NothingToReport
from kinerja_xl.kantor.office import Kantor

_APPROVED = frozenset({Status.DISETUJUI, Status.DITERIMA_PERENCANAAN, Status.DIREKOMENDASIKAN})


def quarter_report(kantor: Kantor, periode: Periode, final: bool) -> LaporanTriwulan:
    """Return the content of a Laporan Triwulan; NothingToReport before the quarter was issued."""
    rencana = kantor.rencana(periode)
    if not any(state.periode == periode for state in kantor.keadaan.values()):
        raise NothingToReport(dokumen=f"Laporan Triwulan {periode.romawi} {periode.tahun}")
    units = tuple(_unit_data(kantor, periode, bidang, sub_bidang) for bidang, sub_bidang in rencana.daftar_unit)
    return laporan_triwulan(kantor.pengaturan, rencana, periode, units, kantor.now().date(), final)


def _unit_data(kantor: Kantor, periode: Periode, bidang: str, sub_bidang: str | None) -> DataBerkas:
    berkas = berkas_code(periode, bidang, sub_bidang)
    state = kantor.keadaan.get(berkas)
    if state is None:
        return DataBerkas(bidang, sub_bidang)
    events = [p for p in kantor.daftar_peristiwa if p.berkas == berkas]
    acts = [p for p in events if p.jenis is JenisPeristiwa.TINDAKAN]
    done = read_tindakan(kantor.pengaturan, events)
    approval = next((act for act in reversed(acts) if act.isi["tindakan"] == Tindakan.SETUJUI), None)
    if state.status not in _APPROVED or approval is None:
        return DataBerkas(bidang, sub_bidang, state, daftar_tindakan=done)
    last = acts[-1]
    return DataBerkas(
        bidang, sub_bidang, state, kantor.read_sheet(str(last.isi["sha256_diterima"]), berkas), done,
        str(approval.isi["pejabat"]), approval.waktu, int(str(approval.isi["versi"])),
        str(approval.isi["sha256_diterima"]))

