"""Custody of worksheets: settled files become facts, the plan decides, each decision becomes a row and its steps."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja_xl.domain.acts import JenisPeristiwa, Keadaan
from kinerja_xl.domain.alasan import Alasan, alasan_of, make_surat_alasan
from kinerja_xl.domain.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import PERENCANAAN
from kinerja_xl.domain.sop import Jalan, Tindakan
from kinerja_xl.errors import KinerjaError, SheetMissing
from kinerja_xl.kantor.handed_plan import take_plan
from kinerja_xl.kantor.handing import archive, hand_on, make_act, state_after
from kinerja_xl.kantor.naskah import awaited_for, awaited_paper, note_waiting
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.slips import title
from kinerja_xl.routing.custody import Found, Taken
from kinerja_xl.routing.facts import Accept, Await, Decision, Drop, Fakta, GiveBack, Hold
from kinerja_xl.routing.filenames import numbered, shortened
from kinerja_xl.routing.folders import PATH_LIMIT, counted_length, worksheet_name
from kinerja_xl.routing.plan import plan
from kinerja_xl.routing.steps import REASON_TAIL, Step, hold, place, remove

DITERIMA, DITOLAK, DITAHAN = "diterima", "ditolak", "ditahan"


@dataclass
class Custodian:
    """Acts on the worksheets of one office; remembers between passes only what it may forget."""

    kantor: Kantor
    counts: Counter[str] = field(default_factory=Counter)
    terbuka: tuple[str, ...] = ()  # files in an acting folder that somebody still has open, in words
    kerja_s: float = 0.0  # seconds spent on settled files, disk included

    def handle_worksheets(self) -> bool:
        """Act on every file that has settled; return whether anything was done."""
        kantor = self.kantor
        scan = kantor.custody.scan(kantor.folders.inboxes)
        begun = time.perf_counter()
        self.terbuka = tuple(f"{found.jalur}: masih dibuka oleh {found.candidate.dibuka_oleh}" for found in scan.waiting
                             if found.candidate.dibuka_oleh and found.jalan is not Jalan.MASUK)
        acting = {found.pelaksana for found in scan.readable if found.jalan is not Jalan.MASUK}
        facts = [fakta for found in scan.readable if (fakta := self._fact(found, found.pelaksana in acting))]
        done = [self._carry_out(decision) for decision in plan(facts, kantor.keadaan, kantor.pengaturan)]
        if any(done):
            self.kerja_s += time.perf_counter() - begun
        return any(done)

    # gather

    def _fact(self, found: Found, acting: bool) -> Fakta | None:
        """Return the file as a fact; None when it changed meanwhile or is simply the work that waits there.

        Where the role acts in this pass, what waits in its Masuk is told too: it may be a twin of what it sent.
        """
        taken = self.kantor.custody.take(found)
        if taken is None or (not acting and self._is_waiting_work(taken)):
            return None
        isi = self.kantor.read_taken(taken)
        if isi is None:
            return None
        state = self._state(isi)
        acted = found.jalan is not Jalan.MASUK
        old = self.kantor.read_sheet(state.sha256_diterima, found.nama) if state and acted else None
        return Fakta(found.jalur, found.pelaksana, found.jalan, found.nama, taken.sha256, isi, old,
                     found.candidate.dibuka_oleh, state is not None and not acted and self._is_intact(state),
                     self.kantor.now().date(),
                     awaited_paper(self.kantor, state, found.pelaksana) if state and acted else None,
                     awaited_for(self.kantor, state.berkas, taken.sha256) if state and acted else None)

    def _is_waiting_work(self, taken: Taken) -> bool:
        return taken.found.jalan is Jalan.MASUK and any(
            state.sha256_kini == taken.sha256 and state.pemegang == taken.found.pelaksana
            for state in self.kantor.keadaan.values())

    def _state(self, isi: LembarKerja | KinerjaError) -> Keadaan | None:
        if isinstance(isi, KinerjaError):
            return None
        return self.kantor.keadaan.get((isi.identitas.berkas or "").strip().upper())

    def _is_intact(self, state: Keadaan) -> bool:
        """Whether the holder's own file is unchanged and not open."""
        return state.pemegang is not None and self.kantor.custody.holds_unopened(
            self.kantor.folders.masuk(state.pemegang), state.sha256_kini)

    # apply

    def _carry_out(self, decision: Decision) -> bool:
        if isinstance(decision, Accept):
            self._accept(decision)
        elif isinstance(decision, GiveBack):
            self._give_back(decision)
        elif isinstance(decision, Hold):
            return self._hold(decision)
        elif isinstance(decision, Await):
            return note_waiting(self.kantor, decision)
        elif isinstance(decision, Drop):
            self.kantor.record([], [remove(decision.fakta.jalur, decision.fakta.sha256)])
        else:
            return False
        return True

    def _accept(self, decision: Accept) -> None:
        kantor, fakta, old = self.kantor, decision.fakta, decision.keadaan
        kegiatan, sheet = decision.kegiatan, decision.fakta.isi
        assert isinstance(sheet, LembarKerja)  # the plan accepts nothing else
        act = make_act(kantor, old, kegiatan, fakta.pelaksana, dasar="naskah" if fakta.naskah else "folder",
                       catatan=sheet.catatan_disposisi, sha256=fakta.sha256,
                       naskah=fakta.naskah.sha256 if fakta.naskah else "")
        state = state_after(old, act)
        name = worksheet_name(state.periode, state.bidang, state.sub_bidang)
        events, steps = [act], [archive(kantor, state, fakta.sha256)]
        if kegiatan.tindakan is Tindakan.TARIK_KEMBALI:
            steps += [remove(f"{kantor.folders.masuk(old.pemegang)}/{name}", old.sha256_kini)] if old.pemegang else []
        else:
            steps.append(place(fakta.sha256, kantor.folders.terkirim(fakta.pelaksana), name, read_only=True))
        steps += list(self._removals(fakta, decision.kembar))
        if state.pemegang is not None:
            sent, step = hand_on(kantor, state, act, state.pemegang, sheet, fakta.sha256, decision.daftar_catatan)
            events.append(sent)
            steps.append(step)
        kantor.record(events, steps)
        self.counts[DITERIMA] += 1

    def _give_back(self, decision: GiveBack) -> None:
        kantor, fakta, state = self.kantor, decision.fakta, decision.keadaan
        assert isinstance(fakta.isi, LembarKerja)  # the plan gives back nothing else
        refused = kantor.preview(kantor.event(
            JenisPeristiwa.DITOLAK, state.berkas, pejabat=title(kantor, fakta.pelaksana), versi=state.versi,
            sha256_diterima=fakta.sha256, kode=[c.kode for c in decision.daftar_catatan]))
        sent, step = hand_on(kantor, state, refused, fakta.pelaksana, fakta.isi, fakta.sha256,
                             decision.daftar_catatan, keep_note=True)
        kantor.record([refused, sent], [*self._removals(fakta, decision.kembar), step])
        self.counts[DITOLAK] += 1

    def _hold(self, decision: Hold) -> bool:
        kantor, fakta = self.kantor, decision.fakta
        alasan = decision.alasan
        if fakta.pelaksana == PERENCANAAN and fakta.jalan is Jalan.MASUK and isinstance(fakta.isi, SheetMissing):
            refused = self._take_plan(fakta)
            if refused is None:
                return True
            alasan = refused
        folder, now = kantor.folders.ditahan(fakta.pelaksana), kantor.now()
        nama = self._name_in_ditahan(folder, fakta)
        kantor.record(
            [kantor.event(JenisPeristiwa.DITAHAN, None, nama=nama, folder=folder, kode=alasan.kode,
                          alasan=alasan.pesan, sha256=fakta.sha256, milik=decision.berkas)],
            [hold(fakta.sha256, folder, nama, make_surat_alasan(alasan, fakta.nama, now)),
             remove(fakta.jalur, fakta.sha256)])
        self.counts[DITAHAN] += 1
        return True

    def _name_in_ditahan(self, folder: str, fakta: Fakta) -> str:
        """The name the file gets there: its own, numbered beside another, cut where the path limit asks."""
        place = self.kantor.akar / folder
        room = PATH_LIMIT - counted_length(place) - len(f"/ (99){REASON_TAIL}")
        nama = shortened(fakta.nama, room)
        return next(name for name in (numbered(nama, n) for n in itertools.count(1))
                    if self.kantor.disk.see(place / name) is None or self.kantor.disk.holds(place / name, fakta.sha256))

    def _take_plan(self, fakta: Fakta) -> Alasan | None:
        """Bring a plan in force that the planner put into Masuk; return why not, in the plan's own words."""
        data = self.kantor.custody.disk.read(self.kantor.akar / fakta.jalur)
        if data is None or self.kantor.disk.put_store(data) != fakta.sha256:
            return alasan_of(fakta.isi) if isinstance(fakta.isi, KinerjaError) else None
        try:
            take_plan(self.kantor, fakta.sha256, fakta.nama, fakta.jalur)
        except KinerjaError as error:
            return alasan_of(error)
        return None

    @staticmethod
    def _removals(fakta: Fakta, kembar: tuple[Fakta, ...]) -> Iterator[Step]:
        return (remove(f.jalur, f.sha256) for f in (fakta, *kembar))
