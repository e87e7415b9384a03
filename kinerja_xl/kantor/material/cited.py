"""The archived files that figures are cited from: an approved worksheet, or a version of the plan."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.laporan.asal_rencana import BukuRencana
from kinerja_xl.domain.laporan.bahan import IsiArsip
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa
from kinerja_xl.domain.sop.jabatan import told_pejabat
from kinerja_xl.domain.sop.sop import DISETUJUI, Tindakan
from kinerja_xl.domain.sumber import BerkasSumber
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.folders import archive_folder, archive_name, archived_plan


def cited_act(kantor: Kantor, state: Keadaan, act: Peristiwa) -> IsiArsip:
    """Return the worksheet accepted with an act, as a figure cites it."""
    versi, sha256 = int(str(act.isi["versi"])), str(act.isi["sha256_diterima"])
    name = archive_name(state.periode, state.bidang, state.sub_bidang, versi)
    berkas = BerkasSumber(state.berkas, versi, sha256, f"{archive_folder(state.periode, state.bidang)}/{name}",
                          told_pejabat(act.isi), act.waktu)
    return IsiArsip(berkas, kantor.read_sheet(sha256, state.berkas))


def cited_quarters(kantor: Kantor, tahun: int, daftar_triwulan: Iterable[int], bidang: str,
                   sub_bidang: str | None) -> dict[int, IsiArsip]:
    """Return the approved worksheets of a unit's quarters, by triwulan: the versions approved at Kegiatan 5."""
    found = {}
    for triwulan in daftar_triwulan:
        state = kantor.keadaan.get(berkas_code(Periode(tahun, triwulan), bidang, sub_bidang))
        act = state and approval_of(kantor, state)
        if state and act:
            found[triwulan] = cited_act(kantor, state, act)
    return found


def approval_of(kantor: Kantor, state: Keadaan) -> Peristiwa | None:
    """Return the act by which the present content of a berkas was approved, None while it is not."""
    if state.status not in DISETUJUI:
        return None
    return last_act(kantor, state.berkas, Tindakan.SETUJUI)


def last_act(kantor: Kantor, berkas: str, tindakan: Tindakan) -> Peristiwa | None:
    """Return the last time an act was done on a berkas."""
    return next((p for p in reversed(kantor.daftar_peristiwa) if p.berkas == berkas
                 and p.jenis is JenisPeristiwa.TINDAKAN and p.isi["tindakan"] == tindakan), None)


def cited_plans(kantor: Kantor, tahun: int) -> dict[int, BukuRencana]:
    """Return every version of a year's plan as figures cite it."""
    return {int(str(row.isi["versi"])): _cited_plan(kantor, row, tahun) for row in kantor.daftar_peristiwa
            if row.jenis is JenisPeristiwa.RENCANA and row.isi["tahun"] == tahun}


def _cited_plan(kantor: Kantor, row: Peristiwa, tahun: int) -> BukuRencana:
    versi = int(str(row.isi["versi"]))
    rencana, letak = kantor.rencana_terbaca(tahun, versi)
    places: dict[tuple[str, str], Letak] = dict(letak.nilai)
    places |= {(r.kode, r.waktu): place for r, place in zip(rencana.daftar_riwayat, letak.riwayat, strict=True)}
    return BukuRencana(BerkasSumber(f"Rencana Aksi {tahun}", versi, str(row.isi["sha256"]),
                                    "/".join(archived_plan(tahun, versi)), str(row.isi["dasar"]), row.waktu), places)
