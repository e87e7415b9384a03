"""Class Kantor: one office with its root, its ledger, and what is in force now."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Self

from kinerja_xl.domain.catatan import menolak, told
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.office import Pejabat, Pengaturan
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana.versi_rencana import LetakRencana
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Keadaan, Peristiwa, advance, fold
from kinerja_xl.domain.sop.deadlines import assignment_day
from kinerja_xl.errors import (
    ClockBackwards,
    ClockNotAllowed,
    ClockRequired,
    KinerjaError,
    LedgerBroken,
    LedgerElsewhere,
    PlanEmpty,
    PlanMissing,
    PlanOutgrown,
    SettingsOutgrown,
    SyncedFolder,
    UnknownBerkas,
)
from kinerja_xl.kantor.folds import F, Folds, Index
from kinerja_xl.kantor.reader.reading import read_worksheet
from kinerja_xl.kantor.templates import OfficeTemplates
from kinerja_xl.routing.custody import OFFICE_ID, Custody
from kinerja_xl.routing.folders import OfficeFolders
from kinerja_xl.routing.ledger.chain import chain_value
from kinerja_xl.routing.ledger.ledger import NAME as LEDGER_NAME
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.routing.looking import Taken
from kinerja_xl.routing.marker import read_marker
from kinerja_xl.routing.steps import Step
from kinerja_xl.routing.synced import synced_by
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.plan.plan_book import read_accepted_plan
from kinerja_xl.workbook.settings.settings_book import read_accepted_pengaturan

Clock = Callable[[], datetime]
JAM_TIRUAN = "jam_tiruan"


class Kantor:
    """One office; all its state is folded from the ledger's rows and can be dropped at any moment."""

    def __init__(self, akar: Path, data: Path, clock: Clock, *, tenang: float = 3.0, salinan: bool = False) -> None:
        self.akar, self.data, self._clock = akar, data, clock
        self.salinan = salinan  # opened from what was published: every paper made from it is a draft
        self.office_id = read_marker(akar)
        if not (data / LEDGER_NAME).exists():
            raise LedgerElsewhere(akar=akar, data=data)
        self.custody = Custody(akar, data, tenang=tenang)
        self.disk, self.ledger = self.custody.disk, self.custody.ledger
        self.templates = OfficeTemplates(self.disk, akar)
        if self.ledger.get_meta(OFFICE_ID) != self.office_id:
            raise LedgerElsewhere(akar=akar, data=data)
        self.keadaan: dict[str, Keadaan] = {}
        self.daftar_peristiwa: list[Peristiwa] = []
        self._folds = Folds()
        self._days: dict[tuple[int, Periode], date] = {}
        self._sheets: dict[str, LembarKerja] = {}
        self._pengaturan: dict[str, Pengaturan] = {}
        # by the number of the row that brought it in force
        self._rencana: dict[int, tuple[RencanaAksi, LetakRencana]] = {}
        self._outgrown: dict[int, KinerjaError] = {}
        self.refresh()

    def close(self) -> None:
        """Let go of the ledger."""
        self.custody.close()

    def synced(self) -> tuple[SyncedFolder, ...]:
        """Return a warning for each of root and data folder that a program such as OneDrive copies between PCs."""
        found = ((folder, synced_by(folder)) for folder in (self.akar, self.data))
        return tuple(SyncedFolder(jalur=folder, program=program) for folder, program in found if program)

    # the clock

    @property
    def jam_tiruan(self) -> bool:
        """Whether the office was made with a simulated clock."""
        return self.ledger.get_meta(JAM_TIRUAN) == "1"

    def now(self) -> datetime:
        """The office clock, to the second."""
        return self._clock().replace(microsecond=0)

    def check_clock(self, given: bool) -> None:
        """Hold writing to the contract: ``--sekarang`` only and always in an office made with it, never backwards."""
        last = self.daftar_peristiwa[-1].waktu if self.daftar_peristiwa else self.now()
        if given and not self.jam_tiruan:
            raise ClockNotAllowed(akar=self.akar)
        if self.jam_tiruan and not given:
            raise ClockRequired(akar=self.akar, terakhir=f"{last:%Y-%m-%dT%H:%M}")
        if given and self.now() < last:
            raise ClockBackwards(sekarang=f"{self.now():%Y-%m-%dT%H:%M}", terakhir=f"{last:%Y-%m-%dT%H:%M}")

    # the ledger

    def refresh(self) -> None:
        """Take in rows that another process wrote."""
        since = self.daftar_peristiwa[-1].nomor if self.daftar_peristiwa else 0
        for peristiwa in self.ledger.events(since):
            self._take_in(peristiwa)

    def event(self, jenis: JenisPeristiwa, berkas: str | None, **isi: Json) -> Peristiwa:
        """Return an event of this moment; rows of a simulated clock are marked."""
        marks: dict[str, Json] = {JAM_TIRUAN: True} if self.jam_tiruan else {}
        return Peristiwa(jenis, self.now(), berkas, {**isi, **marks})

    def preview(self, peristiwa: Peristiwa) -> Peristiwa:
        """Return the event with the number and chain it gets when it is the next one recorded."""
        nomor, rantai = self.ledger.head
        event = replace(peristiwa, nomor=nomor + 1)
        return replace(event, rantai=chain_value(event, rantai))

    def record(self, daftar_peristiwa: Sequence[Peristiwa], steps: Sequence[Step] = ()) -> None:
        """Write events and the steps they owe in one transaction, then do the steps."""
        for peristiwa in self.custody.commit(daftar_peristiwa, steps):
            self._take_in(peristiwa)

    def suppose(self, peristiwa: Peristiwa) -> None:
        """Take in an event that is never recorded: a draft shows how things would be after it."""
        self._take_in(peristiwa)

    def _take_in(self, peristiwa: Peristiwa) -> None:
        self.daftar_peristiwa.append(peristiwa)
        advance(self.keadaan, peristiwa)

    def folded(self, kind: type[F]) -> F:
        """Return what is folded from the rows so far into a state of this kind; it is kept for the next time."""
        return self._folds.get(kind, self.daftar_peristiwa)

    def of_kind(self, jenis: JenisPeristiwa) -> Sequence[Peristiwa]:
        """Return the rows of one kind, oldest first."""
        return self.folded(Index).kinds.get(jenis, ())

    def about(self, berkas: str) -> Sequence[Peristiwa]:
        """Return the rows about a berkas, oldest first."""
        return self.folded(Index).berkas.get(berkas, ())

    def as_of(self, nomor: int, hari: date) -> Self:
        """Return the office as it was after a row of the ledger, its clock standing at noon of a day: for reading only.
        """
        then = copy.copy(self)
        then.daftar_peristiwa = [p for p in self.daftar_peristiwa if p.nomor <= nomor]
        then.keadaan = fold(then.daftar_peristiwa)
        then._folds = Folds()
        zone = self.now().tzinfo
        then._clock = lambda: datetime.combine(hari, time(12), zone)
        return then

    # what is in force

    def content(self, sha256: str) -> bytes:
        """Return a content that the service keeps; DiskFailed where it is not there."""
        return self.disk.read_store(sha256)

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings in force: the last valid version in the ledger."""
        last = self._last(JenisPeristiwa.PENGATURAN)
        if last is None:
            raise LedgerBroken(baris=1, sebab="pengaturan tidak ditemukan.")
        return self._read_pengaturan(last)

    def _read_pengaturan(self, row: Peristiwa) -> Pengaturan:
        sha256 = str(row.isi["sha256"])
        if sha256 not in self._pengaturan:
            self._pengaturan[sha256], found = read_accepted_pengaturan(self.content(sha256), "Pengaturan.xlsx")
            if menolak(found):
                self._outgrown[row.nomor] = SettingsOutgrown(versi=row.isi["versi"], **told(found))
        return self._pengaturan[sha256]

    def _pengaturan_at(self, row: Peristiwa) -> Pengaturan:
        """The settings under which a row was written: later ones, with other bidang, make no old plan wrong."""
        rows = [p for p in self.of_kind(JenisPeristiwa.PENGATURAN) if p.nomor <= row.nomor]
        return self._read_pengaturan(rows[-1]) if self.disk.in_store(str(rows[-1].isi["sha256"])) else self.pengaturan

    def pengaturan_of(self, peristiwa: Peristiwa) -> Pengaturan:
        """Return the settings in force now with the officials of those in force when a row was written.

        A change of officials leaves the signers of an old act as they were, also where its paper is made anew.
        """
        rows = [p for p in self.of_kind(JenisPeristiwa.PENGATURAN) if p.nomor <= peristiwa.nomor]
        return replace(self.pengaturan, daftar_pejabat=self._read_pengaturan(rows[-1]).daftar_pejabat)

    def assignment_day(self, periode: Periode) -> date:
        """Return the effective 10th on which a quarter is assigned by the settings in force."""
        last = self._last(JenisPeristiwa.PENGATURAN)
        key = (last.nomor if last else 0, periode)
        if key not in self._days:  # it takes the holidays of a year
            self._days[key] = assignment_day(periode, self.pengaturan)
        return self._days[key]

    @property
    def folders(self) -> OfficeFolders:
        """The folders of the office under the settings in force."""
        return OfficeFolders(self.akar, self.pengaturan)

    def rencana(self, periode: Periode) -> RencanaAksi:
        """Return the plan in force for a quarter; PlanMissing where there is none, PlanEmpty where it names nothing."""
        found = self.find_rencana(periode)
        if found is None:
            raise PlanMissing(periode=periode.label, tahun=periode.tahun)
        if not found.daftar_unit:
            raise PlanEmpty(tahun=periode.tahun)
        return found

    def find_rencana(self, periode: Periode, before: int | None = None) -> RencanaAksi | None:
        """Return the plan in force for a quarter, None where there is none; given a row's number, as it was then."""
        row = next((p for p in reversed(self.of_kind(JenisPeristiwa.RENCANA))
                    if (before is None or p.nomor < before) and p.isi["tahun"] == periode.tahun
                    and int(str(p.isi["berlaku_mulai"])) <= periode.triwulan), None)
        return None if row is None else self._read_rencana(row, periode.tahun)[0]

    def rencana_versi(self, tahun: int, versi: int) -> RencanaAksi:
        """Return a version of a year's plan, also one that is no longer in force; LedgerBroken where there is none."""
        return self.rencana_terbaca(tahun, versi)[0]

    def rencana_terbaca(self, tahun: int, versi: int) -> tuple[RencanaAksi, LetakRencana]:
        """Return a version of a year's plan and where its values stand; LedgerBroken where there is none."""
        for row in self.of_kind(JenisPeristiwa.RENCANA):
            if (row.isi["tahun"], row.isi["versi"]) == (tahun, versi):
                return self._read_rencana(row, tahun)
        raise LedgerBroken(baris=1, sebab=f"Rencana Aksi {tahun} versi {versi} tidak ditemukan.")

    def _read_rencana(self, row: Peristiwa, tahun: int) -> tuple[RencanaAksi, LetakRencana]:
        if row.nomor not in self._rencana:
            name = f"Rencana Aksi {tahun}.xlsx"
            read, rencana = read_accepted_plan(self.content(str(row.isi["sha256"])), name, self._pengaturan_at(row))
            if menolak(read.daftar_catatan):
                self._outgrown[row.nomor] = PlanOutgrown(tahun=tahun, versi=row.isi["versi"],
                                                         **told(read.daftar_catatan))
            self._rencana[row.nomor] = (replace(rencana, tahun=tahun, versi=int(str(row.isi["versi"]))), read.letak)
        return self._rencana[row.nomor]

    def outgrown(self) -> tuple[KinerjaError, ...]:
        """Return what this program refuses in settings and plans that an earlier one took and that still serve."""
        last = self._last(JenisPeristiwa.PENGATURAN)
        plans = {row.isi["tahun"]: row.nomor for row in self.of_kind(JenisPeristiwa.RENCANA)}
        return tuple(self._outgrown[nomor] for nomor in (last.nomor if last else 0, *plans.values())
                     if nomor in self._outgrown)

    def _last(self, jenis: JenisPeristiwa) -> Peristiwa | None:
        return next(reversed(self.of_kind(jenis)), None)

    # worksheets

    def read_taken(self, taken: Taken) -> LembarKerja | KinerjaError | None:
        """Return a file as read, or why it is no worksheet; None while it may still be copying."""
        known = self._sheets.get(taken.sha256)
        if known is not None:
            return known
        read = self.custody.read(taken, read_worksheet)
        if isinstance(read, LembarKerja):
            self._sheets[taken.sha256] = read
        return read

    def read_sheet(self, sha256: str, nama: str) -> LembarKerja:
        """Return a worksheet of the store as read, its limits checked first. Raises WorkbookError kinds.

        It is read in this process: what was accepted once has been read in the other one without harm.
        """
        if sha256 not in self._sheets:
            data = self.content(sha256)
            preflight(data, nama)
            self._sheets[sha256] = read_lembar_kerja(data, nama)
        return self._sheets[sha256]

    def remember_sheet(self, sha256: str, isi: LembarKerja, *, beside: str) -> None:
        """Keep the reading of a worksheet that the service itself handed on, ``beside`` that of the accepted content.

        Other readings of the berkas are let go.
        """
        berkas = isi.identitas.berkas
        for old in [key for key, sheet in self._sheets.items() if sheet.identitas.berkas == berkas and key != beside]:
            del self._sheets[old]
        self._sheets[sha256] = isi

    def state_of(self, berkas: str) -> Keadaan:
        """Return where a berkas stands; UnknownBerkas where the ledger has none of that code."""
        try:
            return self.keadaan[berkas]
        except KeyError:
            raise UnknownBerkas(berkas=berkas) from None

    def pejabat(self, pelaksana: Pelaksana) -> Pejabat | None:
        """Return who holds a role today, None where the post is vacant."""
        return self.pengaturan.pejabat(pelaksana, self.now().date())
