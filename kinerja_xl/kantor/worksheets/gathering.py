"""Gathering: the files of a scan as facts for the plan, and of which berkas a file was seen with its holder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan
from kinerja_xl.domain.sop.sop import UNIT_ROLES, Jalan, Status, Tindakan, holder, outboxes, place
from kinerja_xl.errors import DiskFailed, KinerjaError
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.worksheets.evidence import hands_in_evidence, look_at_evidence
from kinerja_xl.kantor.worksheets.held import Tahanan
from kinerja_xl.kantor.worksheets.naskah import awaited_for, awaited_paper
from kinerja_xl.routing.looking import Found, Scan, Taken
from kinerja_xl.routing.planning.facts import Fakta


@dataclass
class Gathered:
    """What one look found.

    ``present`` are berkas with the role that has a file of them, ``unsure`` the roles of whose files some cannot be
    judged now, ``letters`` our own letters of reason that were put back together with their files, ``missed`` files
    that could not be taken.
    """

    facts: list[Fakta] = field(default_factory=list)
    present: set[tuple[str, Pelaksana]] = field(default_factory=set)
    unsure: set[Pelaksana] = field(default_factory=set)
    letters: list[Taken] = field(default_factory=list)
    missed: list[Found] = field(default_factory=list)


def served_inboxes(kantor: Kantor) -> dict[str, tuple[Pelaksana, Jalan]]:
    """Return the folders that people act through now.

    A berkas that was issued before its bidang got sub bidang ends in the folders where it began.
    """
    folders = kantor.folders
    roles = dict.fromkeys(place(peran, state.bidang, state.sub_bidang) for state in kantor.keadaan.values()
                          if state.pemegang for peran in UNIT_ROLES)
    return {folders.outbox(role, jalan): (role, jalan) for role in roles
            for jalan in (*outboxes(role.peran), Jalan.MASUK)} | folders.inboxes


def gather(kantor: Kantor, scan: Scan) -> Gathered:
    """Return the readable files as facts, and what is known of the others."""
    acting = {found.pelaksana for found in scan.readable if found.jalan is not Jalan.MASUK}
    given = {(state.sha256_kini, state.pemegang): state for state in kantor.keadaan.values() if state.pemegang}
    gathered = Gathered(unsure=set(scan.unseen) | {found.pelaksana for found in scan.waiting})
    for found in scan.readable:
        try:
            _add(kantor, gathered, found, found.pelaksana in acting, given)
        except DiskFailed as error:  # another's folder that it depends on; the other files are served
            kantor.custody.problems.append(error)
            gathered.unsure.add(found.pelaksana)
            gathered.missed.append(found)
    hasty = {found.pelaksana for found in gathered.missed if found.jalan is not Jalan.MASUK
             and kantor.custody.is_missed(found)}
    gathered.facts = [f for f in gathered.facts if f.jalan is Jalan.MASUK or f.pelaksana not in hasty]
    return gathered


def _add(kantor: Kantor, gathered: Gathered, found: Found, acting: bool,
         given: Mapping[tuple[str, Pelaksana], Keadaan]) -> None:
    """Add one file; the work that simply waits is no fact, except where its role acts: it may be a twin then.

    ``given`` are the berkas under way by the content that was handed to their holder, and by him.
    """
    taken = kantor.custody.take(found)
    waiting = given.get((taken.sha256, found.pelaksana)) if taken and found.jalan is Jalan.MASUK else None
    if waiting is not None:
        gathered.present.add((waiting.berkas, found.pelaksana))
    if taken is None or (waiting is not None and not acting):
        gathered.unsure |= {found.pelaksana} if taken is None else set()
        gathered.missed += [found] if taken is None else []
        return
    if _is_letter(kantor, taken):
        gathered.letters.append(taken)
        return
    isi = kantor.read_taken(taken)
    state = _state(kantor, isi)
    if state is not None:
        gathered.present.add((state.berkas, found.pelaksana))
    if isi is None or (isinstance(isi, KinerjaError) and found.candidate.dibuka_oleh):
        gathered.unsure.add(found.pelaksana)
    fact = _fact(kantor, taken, isi, state) if isi is not None else None
    if fact is not None:
        gathered.facts.append(fact)
    elif isi is not None:
        gathered.unsure.add(found.pelaksana)


def _fact(kantor: Kantor, taken: Taken, isi: LembarKerja | KinerjaError, state: Keadaan | None) -> Fakta | None:
    """What there is to know of a file; None where it, or the evidence that it hands in, changed this instant."""
    found, hari = taken.found, kantor.now().date()
    fakta = Fakta(found.jalur, found.pelaksana, found.jalan, found.nama, taken.sha256, isi,
                  dibuka_oleh=found.candidate.dibuka_oleh, hari=hari)
    if state is None:
        return fakta
    if found.jalan is Jalan.MASUK:
        return replace(fakta, penerima_utuh=_is_intact(kantor, state), isi_terkirim=_read_sent(kantor, state, found))
    pemilik = kantor.disk.owner(found.candidate.path) if kantor.pengaturan.kebijakan.periksa_akun else None
    if pemilik is not None and kantor.disk.see(found.candidate.path) != found.candidate.seen:
        return None  # whose file it was that was taken cannot be told
    bukti = None
    if hands_in_evidence(fakta, state):
        assert isinstance(isi, LembarKerja)  # it has a state
        bukti = look_at_evidence(kantor, state, isi)
        if bukti is None:
            return None
    return replace(fakta, pemilik=pemilik, bukti=bukti, isi_lama=kantor.read_sheet(state.sha256_diterima, found.nama),
                    naskah=awaited_paper(kantor, state, found.pelaksana),
                    penunggu=awaited_for(kantor, state.berkas, taken.sha256))


def _is_letter(kantor: Kantor, taken: Taken) -> bool:
    """Whether the file is a letter of reason exactly as the service wrote it."""
    return taken.sha256 in kantor.folded(Tahanan).surat


def _state(kantor: Kantor, isi: LembarKerja | KinerjaError | None) -> Keadaan | None:
    if not isinstance(isi, LembarKerja):
        return None
    return kantor.keadaan.get((isi.identitas.berkas or "").strip().upper())


def _is_intact(kantor: Kantor, state: Keadaan) -> bool:
    """Whether the holder's own file is unchanged and not open."""
    return state.pemegang is not None and kantor.custody.holds_unopened(
        kantor.folders.masuk(state.pemegang), state.sha256_kini)


def _read_sent(kantor: Kantor, state: Keadaan, found: Found) -> LembarKerja | None:
    """What a role that no longer holds the berkas sent last, to compare what it left in Masuk with."""
    if found.pelaksana == state.pemegang:
        return None
    for row in reversed(kantor.about(state.berkas)):
        if row.jenis is not JenisPeristiwa.TINDAKAN:
            continue
        by_folder = row.isi["dasar"] != Jalan.PERINTAH.value and row.isi["tindakan"] != Tindakan.TARIK_KEMBALI.value
        sender = holder(Status(str(row.isi["dari"])), state.bidang, state.sub_bidang)
        if by_folder and sender == found.pelaksana:
            return kantor.read_sheet(str(row.isi["sha256_diterima"]), found.nama)
    return None
