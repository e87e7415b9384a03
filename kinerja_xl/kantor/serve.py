"""The service's work: one pass over the office, and passes until nothing is left or it is told to stop."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.sop.acts import Json
from kinerja_xl.domain.sop.deadlines import years_without_libur
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.errors import HolidaysMissing, KinerjaError
from kinerja_xl.kantor.board.board import Board
from kinerja_xl.kantor.board.tasks import remind
from kinerja_xl.kantor.clock import clock_behind
from kinerja_xl.kantor.in_force import take_settings
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.orders import carry_out, remarks
from kinerja_xl.kantor.papers import write_owed_papers
from kinerja_xl.kantor.places import mend_folders
from kinerja_xl.kantor.remembered import keep_notices
from kinerja_xl.kantor.views import news, status_rows
from kinerja_xl.kantor.waking import needs_polling
from kinerja_xl.kantor.worksheets.custody import DITAHAN, DITERBITKAN_ULANG, DITERIMA, DITOLAK, Custodian
from kinerja_xl.kantor.worksheets.gathering import served_inboxes
from kinerja_xl.kantor.worksheets.held import clear_letters, held_rows
from kinerja_xl.kantor.worksheets.issue import issue_due
from kinerja_xl.kantor.worksheets.naskah import waiting_rows
from kinerja_xl.kantor.worksheets.scans import ScanClerk
from kinerja_xl.routing.disk import encode_text
from kinerja_xl.routing.folders import PENGATURAN, STATUS_LAYANAN
from kinerja_xl.routing.heartbeat import Heartbeat, make_status
from kinerja_xl.routing.requests import Permintaan, answer_request, pending_requests
from kinerja_xl.routing.service import Bell, PassResult, run_once, stopped_by_signals
from kinerja_xl.routing.service import serve as serve_until_stopped
from kinerja_xl.routing.watcher import Watcher

log = logging.getLogger("kinerja_xl.layanan")
Say = Callable[[str], None]


@dataclass(frozen=True)
class HasilLayanan:
    """What the service did: numbers of worksheets, and milliseconds.

    ``menunggu_ms`` is the time it waited for files to settle, ``kerja_ms`` the custody of worksheets from the first
    look to the last disk step, fsyncs included; papers are written afterwards and count in neither.
    """

    diterima: int
    ditolak: int
    ditahan: int
    diterbitkan: int
    menunggu_ms: int
    kerja_ms: int
    gangguan: tuple[KinerjaError, ...] = ()

    def as_json(self) -> dict[str, Json]:
        """Return the keys of the contract."""
        return {"diterima": self.diterima, "ditolak": self.ditolak, "ditahan": self.ditahan,
                "diterbitkan": self.diterbitkan, "menunggu_ms": self.menunggu_ms, "kerja_ms": self.kerja_ms}


class Server:
    """The passes of one run of the service."""

    def __init__(self, kantor: Kantor, say: Say | None, awal: tuple[KinerjaError, ...] = ()) -> None:
        self.kantor, self._say, self._awal = kantor, say, awal
        self.custodian, self.clerk, self.board = Custodian(kantor), ScanClerk(kantor), Board(kantor)
        self.diterbitkan = 0
        self.gangguan: tuple[KinerjaError, ...] = ()
        self._others: tuple[KinerjaError, ...] = ()  # but for what the board has to say
        self._told: set[str] = set()
        self._heartbeat = b""
        self._hari: date | None = None  # of the last pass

    def is_called(self) -> bool:
        """Whether there is a reason to look before the interval is over: a command asks, or a new day has begun."""
        kantor = self.kantor
        return bool(pending_requests(kantor.disk, kantor.data)) or kantor.now().date() != self._hari

    def run_pass(self) -> PassResult:
        """Do everything that can be done now. The order: what was left undone, rules, issue, worksheets, papers."""
        kantor = self.kantor
        self._hari = kantor.now().date()
        kantor.custody.begin_pass()
        trouble: list[KinerjaError | None] = [*self._awal, *kantor.synced(), *mend_folders(kantor)]
        trouble.append(take_settings(kantor))
        trouble += kantor.templates.faults(kantor.pengaturan.instansi.logo)
        trouble += [clock_behind(kantor), *calendar_faults(kantor)]
        asked = [self._answer(permintaan) for permintaan in pending_requests(kantor.disk, kantor.data)]
        issued, unissued = issue_due(kantor)
        self._count_issued(len(issued))
        scanned = self.clerk.handle_scans()
        before = dict(self.custodian.counts)
        worked = self.custodian.handle_worksheets()
        self._tell_counts(before)
        reminded, clock = remind(kantor, self.custodian.tertunda)
        clear_letters(kantor)
        kantor.custody.publish()
        self._others = distinct((*trouble, *kantor.outgrown(), clock, *unissued, *self.custodian.gangguan,
                                 *kantor.custody.problems))
        self.gangguan = distinct((*self._others, *self.board.gangguan))
        self._tell_trouble()
        self._beat()
        papers = write_owed_papers(kantor)  # last: whatever keeps a paper from being written, the worksheets are served
        if papers:
            kantor.custody.publish()  # a service that is stopped now leaves a whole mirror
        done = bool(worked or asked or issued or scanned or papers or reminded)
        if not done:  # what follows at once would only be overwritten
            self._show()
            kantor.custody.back_up()
        return PassResult(done, kantor.custody.wait)

    def _show(self) -> None:
        """Bring up to date what only tells how things stand; what is new to tell about that is told at once."""
        before = self.board.terbuka, self.board.gangguan
        self.board.update()
        if (self.board.terbuka, self.board.gangguan) != before:
            self.gangguan = distinct((*self._others, *self.board.gangguan))
            self._tell_trouble()
            self._beat()

    def _answer(self, permintaan: Permintaan) -> bool:
        """Do what a command asked for and say how it went."""
        answer: dict[str, Json]
        before = len(self.kantor.keadaan)
        try:
            answer = {"hasil": list(carry_out(self.kantor, permintaan.isi)),
                      "peringatan": list(remarks(self.kantor, permintaan.isi))}
            self._count_issued(len(self.kantor.keadaan) - before)
        except KinerjaError as error:
            answer = {"kode": error.code, "pesan": error.pesan, "petunjuk": error.petunjuk}
        except Exception:  # whatever it is, nobody waits for ever
            log.exception("order failed: %s", permintaan.isi)
            unknown = KinerjaError()
            answer = {"kode": unknown.code, "pesan": unknown.pesan, "petunjuk": unknown.petunjuk}
        answer_request(self.kantor.disk, self.kantor.data, permintaan, answer)
        return True

    def _count_issued(self, number: int) -> None:
        self.diterbitkan += number
        if number:
            self._tell(f"{number} Lembar Kerja diterbitkan.")

    def _tell_counts(self, before: dict[str, int]) -> None:
        for word in (DITERIMA, DITOLAK, DITAHAN, DITERBITKAN_ULANG):
            number = self.custodian.counts[word] - before.get(word, 0)
            if number:
                self._tell(f"{number} berkas {word}.")

    def _tell_trouble(self) -> None:
        told = {f"{error.code}: {error.pesan} {error.petunjuk}" for error in self.gangguan}
        for text in sorted(told - self._told):
            self._tell(text)
        self._told = told

    def _tell(self, text: str) -> None:
        log.info(text)
        if self._say:
            self._say(f"{self.kantor.now():%d/%m/%Y %H.%M}  {text}")

    def _beat(self) -> None:
        """Write STATUS LAYANAN.txt; a share that cannot take it now gets the next one."""
        kantor = self.kantor
        waiting = [f"{row.pemegang}: {row.berkas} ({Status(row.status).label})" for row in status_rows(kantor)
                   if row.pemegang]
        held = [f"{row.folder}: {row.nama} – {row.alasan}" for row in held_rows(kantor)]
        waiting += [f"{row.jalur}: {row.pesan}" for row in waiting_rows(kantor)]
        waiting += self.custodian.terbuka + self.board.terbuka
        keep_notices(kantor, [*(f"{e.pesan} {e.petunjuk}" for e in self.gangguan), *self.custodian.terbuka])
        beat = Heartbeat(kantor.now(), platform.node(), waiting, held, self.gangguan, news(kantor))
        data = encode_text(make_status(beat))
        if data == self._heartbeat:
            return
        try:
            kantor.disk.replace_own(kantor.akar / STATUS_LAYANAN, data)
            self._heartbeat = data
        except KinerjaError as error:
            log.warning("%s %s", error.code, error.pesan)


def calendar_faults(kantor: Kantor) -> tuple[KinerjaError, ...]:
    """Return what the office's holiday sheet lacks for the deadlines of these days."""
    years = years_without_libur(kantor.now().date(), kantor.pengaturan)
    return tuple(HolidaysMissing(tahun=tahun) for tahun in years)


def distinct(daftar: Iterable[KinerjaError | None]) -> tuple[KinerjaError, ...]:
    """Return the errors without what says the same again."""
    return tuple({(error.code, error.pesan): error for error in daftar if error}.values())


def serve(kantor: Kantor, *, sekali: bool, say: Say | None = None, awal: Iterable[KinerjaError] = ()) -> HasilLayanan:
    """Serve an office, once or until Ctrl+C; return what was done.

    ``awal`` is what was put right before. Raises OfficeError where the root is not there or served from elsewhere.
    """
    kantor.custody.hold_lease()  # before anything else: another PC may serve this office
    server = Server(kantor, say, tuple(awal))
    bell = Bell(server.is_called)
    if sekali:
        run_once(server.run_pass, bell)
    else:
        watcher = Watcher(kantor.akar, bell.woken, polling=needs_polling(kantor.akar))

        def run_pass() -> PassResult:
            folders = (*served_inboxes(kantor), *kantor.folders.scan_folders, PENGATURAN)
            watcher.ensure([kantor.akar / folder for folder in folders])
            return server.run_pass()

        def on_error(error: Exception) -> None:
            log.error("pass failed", exc_info=error)
            if say:
                say(f"{error.code}: {error.pesan} {error.petunjuk}" if isinstance(error, KinerjaError)
                    else "K000: Terjadi gangguan yang tidak dikenal; rinciannya ada di berkas log.")

        try:
            with stopped_by_signals(bell):
                serve_until_stopped(run_pass, bell, on_error)
        finally:
            watcher.stop()
    counts, work = server.custodian.counts, server.custodian.kerja_s
    return HasilLayanan(counts[DITERIMA], counts[DITOLAK], counts[DITAHAN],
                        server.diterbitkan + counts[DITERBITKAN_ULANG], round(bell.slept * 1000), round(work * 1000),
                        server.gangguan)
