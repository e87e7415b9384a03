"""The texts that tell people what waits: PERLU TINDAKAN of each role, and the recap of deliveries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

from kinerja_xl.domain.pengingat.jadwal import JenisPengingat, superior
from kinerja_xl.domain.pengingat.perlu_tindakan import Pekerjaan, make_perlu_tindakan, tell_pejabat
from kinerja_xl.domain.pengingat.rekap import BarisRekap, make_rekap
from kinerja_xl.domain.pengingat.sisa import sisa_of
from kinerja_xl.domain.pengingat.tugas import Tugas
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.acts import Keadaan, Peristiwa
from kinerja_xl.domain.sop.deadlines import make_kalender
from kinerja_xl.domain.sop.jabatan import find_all_rangkap, title_of
from kinerja_xl.domain.sop.sop import TERBUKA, Jalan, Status, find_kegiatan
from kinerja_xl.kantor.board.own_files import Isi, isi_of
from kinerja_xl.kantor.board.tasks import given_reminders, open_tasks
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.disk import encode_text
from kinerja_xl.routing.folders import MASUK, REKAP_PENGIRIMAN, worksheet_name

Reminders = Mapping[str, Sequence[Peristiwa]]
"""The reminders that were given, by the key of their task, oldest first."""


def todo_files(kantor: Kantor) -> dict[str, Isi]:
    """Return every role's list by its path, and the recap."""
    tasks, given = open_tasks(kantor), _by_task(given_reminders(kantor).values())
    rangkap = find_all_rangkap(kantor.pengaturan, kantor.now().date())
    texts = {kantor.folders.perlu_tindakan(role): _todo(kantor, role, tasks, given, rangkap[role])
             for role in kantor.pengaturan.daftar_pelaksana}
    texts[REKAP_PENGIRIMAN] = make_rekap(_recaps(kantor, tasks), kantor.now().date())
    return {path: isi_of(text, partial(encode_text, text)) for path, text in texts.items()}


def _by_task(given: Iterable[Peristiwa]) -> Reminders:
    found: dict[str, list[Peristiwa]] = {}
    for row in given:
        found.setdefault(str(row.isi["tugas"]), []).append(row)
    return found


def _todo(kantor: Kantor, role: Pelaksana, tasks: Sequence[Tugas], given: Reminders, rangkap: tuple[str, ...]) -> str:
    today, folder = kantor.now().date(), kantor.pengaturan.folder(role)
    own = [_work(kantor, tugas, given) for tugas in tasks if role in tugas.daftar_pelaksana]
    passed_on = [_work(kantor, tugas, given, holder=_folders(kantor, tugas)) for tugas in tasks
                 if role not in tugas.daftar_pelaksana
                 and any(row.isi["pengingat"] == JenisPengingat.ATASAN and folder in _texts(row)
                         for row in given.get(tugas.kunci, ()))]
    who = tell_pejabat(kantor.pengaturan, role, kantor.pejabat(role), rangkap)
    return make_perlu_tindakan(title_of(kantor.pengaturan, role), who, today, own, passed_on)


def _work(kantor: Kantor, tugas: Tugas, given: Reminders, holder: str = "") -> Pekerjaan:
    told: list[tuple[str, datetime]] = [(str(row.isi["pengingat"]), row.waktu) for row in given.get(tugas.kunci, ())]
    state = kantor.keadaan.get(tugas.untuk)
    sisa = sisa_of(tugas.tenggat, kantor.now().date(), make_kalender(kantor.pengaturan))
    return Pekerjaan(tugas, sisa, _what_to_do(kantor, state) if state and not holder else "", tuple(told), holder)


def _folders(kantor: Kantor, tugas: Tugas) -> str:
    """Whose task it is; where his superior has no folder, somebody has to tell him."""
    roles = tugas.daftar_pelaksana
    told = "; mohon disampaikan kepada Kepala Dinas" if any(
        superior(role, kantor.pengaturan).peran is Peran.KEPALA_DINAS for role in roles) else ""
    return ", ".join(kantor.pengaturan.folder(role) for role in roles) + told


def _texts(row: Peristiwa) -> list[str]:
    kepada = row.isi["kepada"]
    return [str(folder) for folder in kepada] if isinstance(kepada, list) else []


def _what_to_do(kantor: Kantor, state: Keadaan) -> str:
    """Which file to open and where to put it, by the SOP's own folders."""
    role = state.pemegang
    if role is None:
        return ""
    folder = kantor.pengaturan.folder(role)
    name = worksheet_name(state.periode, state.bidang, state.sub_bidang)
    ways = [jalan for jalan in (Jalan.KIRIM, Jalan.SETUJUI, Jalan.REKOMENDASIKAN)
            if find_kegiatan(state.status, role.peran, jalan)]
    back = find_kegiatan(state.status, role.peran, Jalan.KEMBALIKAN)
    text = f"Berkas {folder}/{MASUK}/{name}; setelah selesai pindahkan ke {' atau '.join(ways)}"
    return f"{text}, atau ke {Jalan.KEMBALIKAN} dengan catatan." if back else f"{text}."


def _recaps(kantor: Kantor, tasks: Sequence[Tugas]) -> list[tuple[Periode, list[BarisRekap]]]:
    """The quarter issued last, and those before it of which something is still under way."""
    quarters = sorted({state.periode for state in kantor.keadaan.values()}, reverse=True)
    under_way = {state.periode for state in kantor.keadaan.values() if state.status in TERBUKA}
    of_berkas = {tugas.untuk: tugas for tugas in tasks}
    return [(periode, [_recap(kantor, state, of_berkas.get(state.berkas)) for state in kantor.keadaan.values()
                       if state.periode == periode])
            for periode in quarters if periode == quarters[0] or periode in under_way]


def _recap(kantor: Kantor, state: Keadaan, task: Tugas | None) -> BarisRekap:
    unit = kantor.pengaturan.unit_name(state.bidang, state.sub_bidang)
    role = state.pemegang
    if role is None or task is None:
        return BarisRekap(unit, state.status is Status.DIREKOMENDASIKAN, state.status.label,
                          ditutup=state.status is not Status.DIREKOMENDASIKAN)
    pejabat = kantor.pejabat(role)
    sisa = sisa_of(task.tenggat, kantor.now().date(), make_kalender(kantor.pengaturan))
    return BarisRekap(unit, state.status is Status.DITERIMA_PERENCANAAN, state.status.label,
                      kantor.pengaturan.folder(role), sisa.kata.lower(), pejabat.nama if pejabat else "",
                      pejabat.wa if pejabat else "")
