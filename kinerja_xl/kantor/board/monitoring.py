"""Pemantauan.xlsx of Kasubag Perencanaan, and a smaller one for each Kabid."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath

from kinerja_xl import __version__
from kinerja_xl.domain.laporan.bahan import TindakanTercatat
from kinerja_xl.domain.laporan.jejak import read_tindakan
from kinerja_xl.domain.laporan.waktu_baku import unit_code
from kinerja_xl.domain.laporan.waktu_tahap import count_returns, waktu_tahap
from kinerja_xl.domain.pemantauan.isi import BarisJejak, BarisPemantauan, IsiPemantauan, Kelengkapan
from kinerja_xl.domain.pemantauan.matriks import matriks_berkas
from kinerja_xl.domain.pengingat.sisa import sisa_of
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan
from kinerja_xl.domain.sop.deadlines import make_kalender, rencana, tenggat
from kinerja_xl.domain.sop.jabatan import official_title, title_of
from kinerja_xl.domain.sop.sop import TERBUKA, Status
from kinerja_xl.kantor.board.measured import measure_accepted
from kinerja_xl.kantor.board.own_files import Isi, isi_of
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.folders import PEMANTAUAN, archive_folder
from kinerja_xl.workbook.pemantauan.pemantauan_book import write_pemantauan

TITLE = "Pemantauan Pengumpulan Data Kinerja"


def monitoring_files(kantor: Kantor) -> dict[str, Isi]:
    """Return the workbooks by path; none before the first quarter was issued."""
    isi = gather_pemantauan(kantor)
    if not isi.daftar_baris:
        return {}
    files = {PEMANTAUAN: isi}
    for bidang in kantor.pengaturan.daftar_bidang:
        own = isi.of_bidang(bidang.singkatan, bidang.nama)
        if own.daftar_baris:
            folder = kantor.pengaturan.folder(Pelaksana(Peran.KABID, bidang.singkatan))
            files[f"{folder}/Pemantauan {bidang.singkatan}.xlsx"] = own
    return {path: isi_of((__version__, values), partial(write_pemantauan, values, str(PurePosixPath(path).parent)))
            for path, values in files.items()}


def gather_pemantauan(kantor: Kantor) -> IsiPemantauan:
    """Return how the office stands today: the berkas of the latest year, and older ones under way."""
    year = max((state.periode.tahun for state in kantor.keadaan.values()), default=kantor.now().year)
    shown = [s for s in kantor.keadaan.values() if s.periode.tahun == year or s.status in TERBUKA]
    acts = {state.berkas: read_tindakan(kantor.pengaturan, kantor.about(state.berkas)) for state in shown}
    measured = measure_accepted(kantor, shown)
    rows = tuple(_row(kantor, state, acts[state.berkas], measured[state.berkas]) for state in shown)
    history = [_act(state, act) for state in shown for act in acts[state.berkas]]
    instansi = kantor.pengaturan.instansi
    return IsiPemantauan(
        TITLE, instansi.nama, instansi.contoh, kantor.now().date(),
        tuple(sorted({state.periode for state in shown}, reverse=True)), rows,
        tuple(sorted(history, key=lambda act: (act.waktu, act.berkas), reverse=True)), kantor.pengaturan.mutu_baku)


def _row(kantor: Kantor, state: Keadaan, acts: tuple[TindakanTercatat, ...], isian: Kelengkapan) -> BarisPemantauan:
    pengaturan, role, today = kantor.pengaturan, state.pemegang, kantor.now().date()
    due = tenggat(state.status, state.diterima, state.periode, pengaturan)
    sisa = sisa_of(due, today, make_kalender(pengaturan))
    return BarisPemantauan(
        state.berkas, state.periode, state.bidang, pengaturan.unit_name(state.bidang, state.sub_bidang),
        unit_code(state.bidang, state.sub_bidang), state.status.label, pengaturan.folder(role) if role else "",
        _holder(kantor, role) if role else "", state.diterima, due,
        rencana(state.status, state.periode, pengaturan), sisa, state.versi, state.putaran, count_returns(acts),
        matriks_berkas(state, acts, sisa), waktu_tahap(acts), isian, _where(kantor, state))


def _holder(kantor: Kantor, role: Pelaksana) -> str:
    pejabat = kantor.pejabat(role)
    return f"{pejabat.nama} ({official_title(pejabat, title_of(kantor.pengaturan, role))})" if pejabat else \
        "(jabatan kosong)"


def _where(kantor: Kantor, state: Keadaan) -> str:
    """The holder's file as it was delivered, or the archive of what has ended."""
    sent = next((row for row in reversed(kantor.about(state.berkas)) if row.jenis is JenisPeristiwa.DIKIRIM), None)
    if state.pemegang is None or sent is None:
        return archive_folder(state.periode, state.bidang)
    return f"{kantor.folders.masuk(state.pemegang)}/{sent.isi['nama']}"


def _act(state: Keadaan, act: TindakanTercatat) -> BarisJejak:
    ke = act.ke or Status.BARU
    return BarisJejak(act.waktu, state.berkas, state.bidang, act.tindakan.value, act.pejabat, act.versi or 0, ke.label,
                      act.menit if act.tahap else None, act.terlambat, act.catatan, act.kode)
