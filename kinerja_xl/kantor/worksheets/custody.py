"""Custody of worksheets: settled files become facts, the plan decides, each decision becomes a row and its steps."""

from __future__ import annotations

import hashlib
import itertools
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from kinerja_xl.domain.alasan import Alasan, alasan_of, make_surat_alasan
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa
from kinerja_xl.domain.sop.sop import Jalan, Tindakan
from kinerja_xl.errors import DiskFailed, KinerjaError, PlanRivals
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.plan.handed_plan import take_plan
from kinerja_xl.kantor.plan.plans_in_order import may_be_plan, plans_in_order
from kinerja_xl.kantor.worksheets.elsewhere import Searcher
from kinerja_xl.kantor.worksheets.evidence import evidence_rows
from kinerja_xl.kantor.worksheets.gathering import gather, served_inboxes
from kinerja_xl.kantor.worksheets.handing import archive, hand_on, make_act, state_after
from kinerja_xl.kantor.worksheets.lost import RIVALS, look_for_lost
from kinerja_xl.kantor.worksheets.naskah import note_waiting
from kinerja_xl.kantor.worksheets.opened import tell_opened, tell_shortcuts
from kinerja_xl.kantor.worksheets.reissue import reissue_outdated
from kinerja_xl.kantor.worksheets.slips import title
from kinerja_xl.routing.disk import encode_text
from kinerja_xl.routing.filenames import REASON_TAIL, numbered, shortened
from kinerja_xl.routing.folders import PATH_LIMIT, counted_length, worksheet_name
from kinerja_xl.routing.planning.facts import Accept, Await, Decision, Drop, Fakta, GiveBack, Hold
from kinerja_xl.routing.planning.plan import plan
from kinerja_xl.routing.steps import Step, hold, place, remove

DITERIMA, DITOLAK, DITAHAN, DITERBITKAN_ULANG = "diterima", "ditolak", "ditahan", "diterbitkan ulang"


@dataclass
class Custodian:
    """Acts on the worksheets of one office; remembers between passes only what it may forget."""

    kantor: Kantor
    counts: Counter[str] = field(default_factory=Counter)
    terbuka: tuple[str, ...] = ()  # files in an acting folder that somebody still has open, in words
    gangguan: tuple[KinerjaError, ...] = ()  # what waits for a person: a berkas not issued again, a worksheet lost
    kerja_s: float = 0.0  # seconds spent on settled files, disk included
    tertunda: frozenset[str] = frozenset()  # berkas that may have been sent, and the disk keeps from being taken now
    searcher: Searcher = field(default_factory=Searcher)

    def handle_worksheets(self) -> bool:
        """Act on every file that has settled; return whether anything was done."""
        kantor = self.kantor
        scan = kantor.custody.scan(served_inboxes(kantor))
        begun = time.perf_counter()
        self.terbuka = tell_opened(kantor, scan)
        again = reissue_outdated(kantor, scan)
        self.terbuka += again.menunggu
        self.gangguan = (*again.gangguan, *tell_shortcuts(scan))
        self.tertunda = self._held_by(scan.unseen)
        if again.diterbitkan:  # files were taken away: the others are looked at anew
            self.counts[DITERBITKAN_ULANG] += len(again.diterbitkan)
            return True
        seen = gather(kantor, scan)
        self.tertunda |= self._held_by({found.pelaksana for found in seen.missed if found.jalan is not Jalan.MASUK})
        for letter in seen.letters:  # our own words, put back together with the file they were about
            kantor.record([], [remove(letter.found.jalur, letter.sha256)])
        decisions = plans_in_order(kantor, plan(seen.facts, kantor.keadaan, kantor.pengaturan))
        done = [self._try(tuple(group)) for _, group in itertools.groupby(decisions, _one_at_a_time())]
        if any(done) or seen.letters:
            self.kerja_s += time.perf_counter() - begun
            return True
        lost = look_for_lost(kantor, seen, self.searcher)
        self.gangguan += lost.gangguan
        return lost.worked

    def _held_by(self, whom: Collection[Pelaksana]) -> frozenset[str]:
        return frozenset(state.berkas for state in self.kantor.keadaan.values() if state.pemegang in whom)

    # apply

    def _try(self, decisions: tuple[Decision, ...]) -> bool:
        """One file that cannot be dealt with now, for want of a right to a folder, keeps no other from it."""
        try:
            rivals = tuple(decision for decision in decisions if isinstance(decision, Hold))
            return self._hold_all(rivals) if len(rivals) > 1 else self._carry_out(decisions[0])
        except DiskFailed as error:
            self.kantor.custody.problems.append(error)
            self.tertunda |= self._held_by({decision.fakta.pelaksana for decision in decisions})
            return False

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
                       naskah=fakta.naskah.sha256 if fakta.naskah else "", akun=fakta.pemilik)
        state = state_after(old, act)
        name = worksheet_name(state.periode, state.bidang, state.sub_bidang)
        rows, copies = evidence_rows(kantor, state, act, fakta.bukti)
        events, steps = [act], [archive(kantor, state, fakta.sha256), *copies]
        if kegiatan.tindakan is Tindakan.TARIK_KEMBALI:
            steps += self._taken_from_receiver(old)
        else:
            steps.append(place(fakta.sha256, kantor.folders.terkirim(fakta.pelaksana), name, read_only=True))
        steps += list(self._removals(fakta, decision.kembar))
        if state.pemegang is not None:
            sent, step = hand_on(kantor, state, act, state.pemegang, sheet, fakta.sha256, decision.daftar_catatan)
            events.append(sent)
            steps.append(step)
        kantor.record([*events, *rows], steps)
        self.tertunda -= {state.berkas}
        self.counts[DITERIMA] += 1

    def _taken_from_receiver(self, old: Keadaan) -> list[Step]:
        """The receiver's unchanged file, whatever he called it."""
        if old.pemegang is None:
            return []
        found = self.kantor.custody.find_unopened(self.kantor.folders.masuk(old.pemegang), {old.sha256_kini})
        return [remove(jalur, sha256) for jalur, sha256 in found]

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
        fakta, alasan = decision.fakta, decision.alasan
        if may_be_plan(fakta):
            refused = self._take_plan(fakta)
            if refused is None:
                return True
            alasan = refused
        return self._hold_all((Hold(fakta, alasan, decision.berkas),))

    def _hold_all(self, decisions: tuple[Hold, ...]) -> bool:
        """Hold in one transaction: a rival that a failing disk left behind would pass for the right one."""
        kantor, events, steps = self.kantor, list[Peristiwa](), list[Step]()
        for fakta, alasan, berkas in ((d.fakta, d.alasan, d.berkas) for d in decisions):
            folder = kantor.folders.ditahan(fakta.pelaksana)
            nama = self._name_in_ditahan(folder, fakta, {str(event.isi["nama"]) for event in events})
            surat = make_surat_alasan(alasan, fakta.nama, kantor.now())
            events.append(kantor.event(
                JenisPeristiwa.DITAHAN, None, nama=nama, folder=folder, kode=alasan.kode, alasan=alasan.pesan,
                sha256=fakta.sha256, milik=berkas, surat=hashlib.sha256(encode_text(surat)).hexdigest()))
            steps += [hold(fakta.sha256, folder, nama, surat), remove(fakta.jalur, fakta.sha256)]
        kantor.record(events, steps)
        self.counts[DITAHAN] += len(events)
        return True

    def _name_in_ditahan(self, folder: str, fakta: Fakta, given: Collection[str]) -> str:
        """The name the file gets there: its own, numbered beside another, cut where the path limit asks."""
        place = self.kantor.akar / folder
        room = PATH_LIMIT - counted_length(place) - len(f"/ (99){REASON_TAIL}")
        nama = shortened(fakta.nama, room)
        return next(name for name in (numbered(nama, n) for n in itertools.count(1)) if name not in given
                    and (self.kantor.disk.see(place / name) is None
                         or self.kantor.disk.holds(place / name, fakta.sha256)))

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


def _one_at_a_time() -> Callable[[Decision], object]:
    """Return a key that is the same for rivals of one berkas, which stand together in a plan, and for nothing else."""
    numbers = itertools.count()

    def key(decision: Decision) -> object:
        if isinstance(decision, Hold) and decision.alasan.kode in (*RIVALS, PlanRivals.code):
            return decision.fakta.pelaksana, decision.berkas
        return next(numbers)

    return key
