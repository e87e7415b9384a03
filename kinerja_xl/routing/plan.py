"""The plan: from files and the ledger's state to decisions, without touching anything (architecture law 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kinerja_xl.domain.acts import RETURNS, Keadaan
from kinerja_xl.domain.alasan import MASUK_IS_FOR_WORKSHEETS, Alasan, alasan_of, make_alasan
from kinerja_xl.domain.catatan import Catatan, catat, menolak, sorted_catatan
from kinerja_xl.domain.checks import check_catatan, check_isian, check_rights
from kinerja_xl.domain.jabatan import orang_of
from kinerja_xl.domain.lembar_kerja import Identitas, LembarKerja
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.penyetuju import check_approver
from kinerja_xl.domain.rights import KOSONG
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop import KEGIATAN, Jalan, Kegiatan, Tindakan, find_kegiatan, holder, next_kegiatan
from kinerja_xl.errors import KinerjaError, NotAWorkbook, SheetMissing, WorkbookDamaged
from kinerja_xl.routing.differences import LEFT_BEHIND, find_differences, tell_differences
from kinerja_xl.routing.facts import Accept, Await, Decision, Drop, Fakta, GiveBack, Hold, Leave

_JUDUL_IDENTITAS = {"versi": "Versi", "tahun": "Tahun", "triwulan": "Triwulan", "bidang": "Bidang",
                    "sub_bidang": "Sub Bidang"}
_TARIK = next(row for row in KEGIATAN if row.tindakan is Tindakan.TARIK_KEMBALI)


def plan(daftar_fakta: Iterable[Fakta], states: Mapping[str, Keadaan], pengaturan: Pengaturan) -> tuple[Decision, ...]:
    """Return the decisions of one pass; every fact has one, or is a ``kembar`` in another's.

    At most one file of a berkas is acted upon in a pass: after it, the ledger's state is another.
    """
    facts = tuple(daftar_fakta)
    decisions: list[Decision] = []
    groups: dict[str, list[Fakta]] = {}
    for fakta in facts:
        if fakta.jalan is Jalan.MASUK:
            continue
        stopped = _stop(fakta, states, pengaturan)
        if stopped:
            decisions.append(stopped)
        else:
            groups.setdefault(_berkas(fakta) or "", []).append(fakta)
    for berkas, group in groups.items():
        waiting = [f for f in facts if f.jalan is Jalan.MASUK and _berkas(f) == berkas]
        decisions += _decide_group(group, waiting, states[berkas], pengaturan)
    decided = {f.jalur for decision in decisions for f in (decision.fakta, *getattr(decision, "kembar", ()))}
    decisions += _merge_copies(
        [_decide_masuk(f, states, pengaturan, frozenset(groups)) for f in facts if f.jalur not in decided])
    return tuple(decisions)


def _merge_copies(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Several copies of what was sent, put back at once, take the berkas back once."""
    first: dict[str, Accept] = {}
    for decision in decisions:
        if isinstance(decision, Accept):
            known = first.get(decision.keadaan.berkas)
            first[decision.keadaan.berkas] = replace(
                known or decision, kembar=(*known.kembar, decision.fakta) if known else ())
        else:
            yield decision
    yield from first.values()


# may this file be in this folder at all


def _berkas(fakta: Fakta) -> str | None:
    if isinstance(fakta.isi, KinerjaError):
        return None
    return (fakta.isi.identitas.berkas or "").strip().upper() or None


def _stop(fakta: Fakta, states: Mapping[str, Keadaan], pengaturan: Pengaturan) -> Hold | Drop | None:
    """Why the file cannot be taken as an act of this role; None where it can be judged."""
    unknown = _unknown(fakta, states)
    if unknown:
        return unknown
    keadaan = states[_berkas(fakta) or ""]
    if _was_sent_by(fakta, keadaan):
        return Drop(fakta, keadaan)
    if fakta.pelaksana != keadaan.pemegang:
        return _not_the_holder(fakta, keadaan, pengaturan)
    return _other_version(fakta, keadaan)


def _other_version(fakta: Fakta, keadaan: Keadaan) -> Hold | None:
    versi = _worksheet(fakta).identitas.versi
    if versi is None or versi == keadaan.versi:
        return None
    return _hold("H105", fakta, keadaan.berkas, versi=versi, berlaku=keadaan.versi)


def _unknown(fakta: Fakta, states: Mapping[str, Keadaan]) -> Hold | None:
    if isinstance(fakta.isi, KinerjaError):
        return Hold(fakta, _why_unreadable(fakta, fakta.isi))
    berkas = _berkas(fakta)
    if berkas is None:
        return _hold("H101", fakta, None)
    return None if berkas in states else _hold("H102", fakta, berkas)


def _why_unreadable(fakta: Fakta, error: KinerjaError) -> Alasan:
    """The error's own words; in Masuk, where people lay their own notes, the next step is to keep them elsewhere."""
    alasan = alasan_of(error)
    own = isinstance(error, (NotAWorkbook, SheetMissing)) and not isinstance(error, WorkbookDamaged)
    if fakta.jalan is Jalan.MASUK and own and not alasan.daftar_catatan:
        return replace(alasan, petunjuk=MASUK_IS_FOR_WORKSHEETS)
    return alasan


def _not_the_holder(fakta: Fakta, keadaan: Keadaan, pengaturan: Pengaturan) -> Hold:
    if keadaan.pemegang is None:
        return _hold("H103", fakta, keadaan.berkas, status=keadaan.status.label)
    return _hold("H104", fakta, keadaan.berkas, pemegang=_title(keadaan.pemegang, pengaturan),
                 pelaku=_title(fakta.pelaksana, pengaturan))


def _was_sent_by(fakta: Fakta, keadaan: Keadaan) -> bool:
    """Whether the file is the very content this role sent in the last act (as in Terkirim), and nobody acted since."""
    if not keadaan.status_lama or fakta.sha256 != keadaan.sha256_terkirim:
        return False
    before = keadaan.status_lama[-1]
    acted = any(before in row.dari and row.ke is keadaan.status and (row.tindakan in RETURNS) == keadaan.dikembalikan
                for row in KEGIATAN if row.jalan is not Jalan.PERINTAH)
    sender = holder(before, keadaan.bidang, keadaan.sub_bidang)
    return acted and sender == fakta.pelaksana and _worksheet(fakta).identitas.versi == keadaan.versi - 1


# several files of one berkas


def _decide_group(group: Sequence[Fakta], waiting: Sequence[Fakta], keadaan: Keadaan,
                  pengaturan: Pengaturan) -> Iterator[Decision]:
    """One file acts, or none: copies of it are removed, rivals are all held."""
    first, others = group[0], [fakta for fakta in group[1:] if fakta.sha256 != group[0].sha256]
    if len({fakta.jalan for fakta in group}) > 1:
        folders = " dan ".join(sorted({fakta.jalan.value for fakta in group}))
        yield from (_hold("H107", fakta, keadaan.berkas, daftar_folder=folders) for fakta in group)
        return
    differences = tell_differences(
        text for fakta in others for text in find_differences(_worksheet(first), _worksheet(fakta)))
    if differences:
        names = " dan ".join(fakta.nama for fakta in group)
        yield from (_hold("H106", fakta, keadaan.berkas, daftar_nama=names, folder=fakta.jalan, perbedaan=differences)
                    for fakta in group)
        return
    kembar = (*(fakta for fakta in group[1:] if fakta.sha256 == first.sha256),
              *(fakta for fakta in waiting if _is_leftover(fakta, first, keadaan)))
    decision = _judge(first, keadaan, pengaturan)
    if isinstance(decision, Await):
        yield replace(decision, kembar=tuple(group[1:]))
        return
    yield replace(decision, kembar=kembar)
    yield from (_hold("H108", fakta, keadaan.berkas, nama=first.nama) for fakta in others)
    if isinstance(decision, Accept):
        yield from (_left_behind(fakta, _worksheet(first), keadaan) for fakta in waiting
                    if fakta.pelaksana == first.pelaksana and fakta not in kembar)


def _is_leftover(fakta: Fakta, first: Fakta, keadaan: Keadaan) -> bool:
    """Whether a file in Masuk is what the act leaves behind: the same content, or one that the service had put there.

    The second is the usual one: who fills the worksheet and saves it into Kirim leaves the unfilled one in Masuk.
    """
    known = fakta.sha256 == first.sha256 or fakta.sha256 in keadaan.sha256_titipan
    return known and fakta.pelaksana == first.pelaksana and not fakta.dibuka_oleh


def _left_behind(fakta: Fakta, sent: LembarKerja, keadaan: Keadaan) -> Hold:
    """Why a copy that stayed in Masuk goes to Ditahan: it is open, says the same, or what was typed there in vain."""
    if fakta.dibuka_oleh:
        return _hold("H109", fakta, keadaan.berkas, oleh=fakta.dibuka_oleh)
    differences = tell_differences(find_differences(sent, _worksheet(fakta), LEFT_BEHIND))
    if differences:
        return _hold("H115", fakta, keadaan.berkas, perbedaan=differences)
    return _hold("H116", fakta, keadaan.berkas)


# the act itself


def _judge(fakta: Fakta, keadaan: Keadaan, pengaturan: Pengaturan) -> Accept | GiveBack | Await:
    lk = _worksheet(fakta)
    kegiatan = find_kegiatan(keadaan.status, fakta.pelaksana.peran, fakta.jalan)
    if kegiatan is None:
        return GiveBack(fakta, keadaan, (_wrong_folder(fakta, lk, keadaan),))
    daftar_catatan = sorted_catatan(_check(fakta, lk, keadaan, kegiatan, pengaturan))
    if menolak(daftar_catatan):
        return GiveBack(fakta, keadaan, daftar_catatan)
    if fakta.naskah and not fakta.naskah.sha256:
        return Await(fakta, keadaan, fakta.naskah)
    return Accept(fakta, keadaan, kegiatan, daftar_catatan)


def _wrong_folder(fakta: Fakta, lk: LembarKerja, keadaan: Keadaan) -> Catatan:
    row = next_kegiatan(keadaan.status)
    kode = "C502" if fakta.jalan is Jalan.KEMBALIKAN else "C501"
    return catat(kode, lk.letak_identitas.get("langkah", lk.letak_catatan), folder=fakta.jalan,
                 seharusnya=row.jalan if row else "")


def _check(fakta: Fakta, lk: LembarKerja, keadaan: Keadaan, kegiatan: Kegiatan,
           pengaturan: Pengaturan) -> Iterator[Catatan]:
    """Everything at once; the cells are judged under the ledger's identity, not the one the file claims."""
    yield from _check_identity(lk, keadaan)
    lk = replace(lk, identitas=_identity(lk, keadaan))
    if fakta.isi_lama is not None:
        yield from check_rights(fakta.isi_lama, lk, fakta.pelaksana.peran, kegiatan)
    yield from check_isian(lk, kegiatan, pengaturan.skala, pengaturan.kebijakan)
    yield from check_catatan(lk, kegiatan)
    yield from _check_official(fakta, lk, keadaan, kegiatan, pengaturan)


def _check_official(fakta: Fakta, lk: LembarKerja, keadaan: Keadaan, kegiatan: Kegiatan,
                    pengaturan: Pengaturan) -> Iterator[Catatan]:
    """Whether today's official of the role may do this, and whether it is he for whom the file was put here."""
    if fakta.hari is None:
        return
    yield from check_approver(pengaturan, keadaan, kegiatan, fakta.pelaksana, fakta.hari, lk.letak_catatan)
    kini = orang_of(pengaturan.pejabat(fakta.pelaksana, fakta.hari))
    if fakta.penunggu and not fakta.penunggu.is_same(kini):
        yield catat("C508", lk.letak_catatan, lama=fakta.penunggu.nama, kini=kini.nama or "pejabat yang baru",
                    folder=fakta.jalan)


def _identity(lk: LembarKerja, keadaan: Keadaan) -> Identitas:
    return Identitas(keadaan.berkas, keadaan.versi, keadaan.periode.tahun, keadaan.periode.triwulan, keadaan.bidang,
                     keadaan.sub_bidang, lk.identitas.langkah)


def _check_identity(lk: LembarKerja, keadaan: Keadaan) -> Iterator[Catatan]:
    right = _identity(lk, keadaan)
    for nama, judul in _JUDUL_IDENTITAS.items():
        lama, baru = getattr(right, nama), getattr(lk.identitas, nama)
        if (lama or None) != (baru or None):
            yield catat("C407", lk.letak_identitas.get(nama, lk.letak_catatan), kolom=judul,
                        lama=KOSONG if lama is None else lama, baru=KOSONG if baru is None else baru)


# Masuk: work in progress, leftovers, and taking back


def _decide_masuk(fakta: Fakta, states: Mapping[str, Keadaan], pengaturan: Pengaturan,
                  acted: frozenset[str]) -> Decision:
    if fakta.dibuka_oleh or _berkas(fakta) in acted:
        return Leave(fakta)
    unknown = _unknown(fakta, states)
    if unknown:
        return unknown
    keadaan = states[_berkas(fakta) or ""]
    if fakta.pelaksana == keadaan.pemegang:
        return _other_version(fakta, keadaan) or Leave(fakta)
    if keadaan.pemegang is None or not _was_sent_by(fakta, keadaan):
        if fakta.sha256 in keadaan.sha256_titipan:
            return Drop(fakta, keadaan)  # an unfilled leftover; its content is kept
        if fakta.isi_terkirim is not None and fakta.sha256 not in keadaan.sha256_dikenal:
            return _left_behind(fakta, fakta.isi_terkirim, keadaan)
        return _not_the_holder(fakta, keadaan, pengaturan)
    if not fakta.penerima_utuh:
        return _hold("H110", fakta, keadaan.berkas, pemegang=_title(keadaan.pemegang, pengaturan))
    return Accept(fakta, keadaan, _TARIK)


def _worksheet(fakta: Fakta) -> LembarKerja:
    if isinstance(fakta.isi, KinerjaError):
        raise TypeError("a file that could not be read has been held already")
    return fakta.isi


def _hold(kode: str, fakta: Fakta, berkas: str | None, **fakta_alasan: object) -> Hold:
    return Hold(fakta, make_alasan(kode, berkas=berkas, **fakta_alasan), berkas)


def _title(pelaksana: Pelaksana, pengaturan: Pengaturan) -> str:
    """A role as staff know it: the name of its folder."""
    return pengaturan.folder(pelaksana)
