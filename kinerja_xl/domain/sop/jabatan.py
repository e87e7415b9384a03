"""Posts and the people in them: titles, one person in several posts on a day, and who sent what he may not approve."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.office import Kedudukan, Pejabat, Pengaturan
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.sop import place

RANGKAP = "rangkap jabatan"
"""The mark on every paper of an act by somebody who holds another post that day (contract section 4)."""
NASKAH = "dengan naskah bertanda tangan"
"""The mark of an act that rests on the scan of a signed paper."""
_ACTING = re.compile(r"^(plt|plh|pj)\.?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Orang:
    """A person as an act records him: the number decides who he is, the name where one of two has no number."""

    nip: str
    nama: str

    def is_same(self, other: Orang) -> bool:
        """Whether both are the same person; nobody is the same as nobody."""
        if self.nip and other.nip:
            return self.nip == other.nip
        return bool(self.nama) and _key(self.nama) == _key(other.nama)


def orang_of(pejabat: Pejabat | None) -> Orang:
    """Return the person of an official, without number and name where the post is vacant."""
    return Orang(pejabat.nip, pejabat.nama) if pejabat else Orang("", "")


def title_of(pengaturan: Pengaturan, pelaksana: Pelaksana) -> str:
    """Return the post in the office's own words: ``Kabid Rehabilitasi Sosial``, ``Kasubag Perencanaan``."""
    if pelaksana.bidang is None:
        return f"Kepala {pengaturan.instansi.nama}" if pelaksana.peran is Peran.KEPALA_DINAS else str(pelaksana.peran)
    bidang = pengaturan.bidang(pelaksana.bidang)
    title = {Peran.KABID: bidang.sebutan_kabid, Peran.KASUBID: bidang.sebutan_kasubid,
             Peran.ANALIS: bidang.sebutan_analis}[pelaksana.peran]
    unit = pengaturan.unit_name(bidang.singkatan, pelaksana.sub_bidang)
    return title if title == unit else f"{title} {unit.removeprefix('Bidang ')}"


def official_title(pejabat: Pejabat, sebutan: str) -> str:
    """Return an official's post as papers name it, ``Plh. Kepala Bidang ...``; ``sebutan`` where his row names none."""
    jabatan = _ACTING.sub("", pejabat.jabatan.strip())
    acting = "" if pejabat.kedudukan is Kedudukan.DEFINITIF else f"{pejabat.kedudukan} "
    return f"{acting}{jabatan or sebutan}"


def post_of(pengaturan: Pengaturan, peran: Peran, bidang: str, sub_bidang: str | None) -> Pelaksana:
    """Return the post of a role for the papers of a unit: Kepala Dinas and Sekretaris are the office's own."""
    if peran is Peran.KEPALA_DINAS:
        return Pelaksana(peran)
    if peran is Peran.SEKRETARIS:
        found = (p.bidang for p in pengaturan.daftar_pejabat if p.peran is Peran.SEKRETARIS)
        sekretariat = next(found, None)
        return Pelaksana(Peran.KABID, sekretariat) if sekretariat else Pelaksana(peran)
    return place(peran, bidang, sub_bidang)


def find_rangkap(pengaturan: Pengaturan, pelaksana: Pelaksana, hari: date) -> tuple[str, ...]:
    """Return the titles of the other posts that the holder of a post also holds on that day.

    A post counts for whoever acts in it that day: while a Plh. acts, the definitive official does not hold it.
    """
    return _other_titles(pengaturan, pelaksana, pengaturan.pejabat(pelaksana, hari), _holders(pengaturan, hari))


def find_all_rangkap(pengaturan: Pengaturan, hari: date) -> dict[Pelaksana, tuple[str, ...]]:
    """Return ``find_rangkap`` of every post of the office: each holder is held against those like him alone."""
    holders = _holders(pengaturan, hari)
    alike: dict[str, set[int]] = {}
    for number, (_, pejabat) in enumerate(holders):
        for known_by in (pejabat.nip, _key(pejabat.nama)):
            alike.setdefault(known_by, set()).add(number)
    alike.pop("", None)  # nobody is the same as nobody
    found = dict.fromkeys(posts_of(pengaturan), tuple[str, ...]())
    for post, pejabat in holders:
        near = alike.get(pejabat.nip, set()) | alike.get(_key(pejabat.nama), set())
        found[post] = _other_titles(pengaturan, post, pejabat, [holders[n] for n in sorted(near)])
    return found


def _holders(pengaturan: Pengaturan, hari: date) -> list[tuple[Pelaksana, Pejabat]]:
    return [(post, pejabat) for post in posts_of(pengaturan) if (pejabat := pengaturan.pejabat(post, hari))]


def _other_titles(pengaturan: Pengaturan, post: Pelaksana, pejabat: Pejabat | None,
                  holders: Sequence[tuple[Pelaksana, Pejabat]]) -> tuple[str, ...]:
    """The titles under which a person stands among the holders of other posts."""
    orang = orang_of(pejabat)
    return tuple(official_title(held_by, title_of(pengaturan, other)) for other, held_by in holders
                 if other != post and orang.is_same(orang_of(held_by)))


def posts_of(pengaturan: Pengaturan) -> tuple[Pelaksana, ...]:
    """Return every post of the office: Kepala Dinas, Perencanaan, then each bidang's."""
    return (Pelaksana(Peran.KEPALA_DINAS), *pengaturan.daftar_pelaksana)


def rangkap_of(isi: Mapping[str, object]) -> tuple[str, ...]:
    """Return the other posts that a row of the ledger says its official held then."""
    found = isi.get("rangkap")
    return tuple(map(str, found)) if isinstance(found, list) else ()


def told_pejabat(isi: Mapping[str, object]) -> str:
    """Return whose act a row of the ledger was, and whether he held two posts then or acted by a signed paper."""
    return ", ".join([str(isi["pejabat"]), *marks_of(isi)])


def marks_of(isi: Mapping[str, object]) -> tuple[str, ...]:
    """Return what a reader of an act has to know about its official, in words."""
    marks = ((RANGKAP, isi.get("rangkap")), (NASKAH, isi.get("naskah_sha256")))
    return tuple(mark for mark, holds in marks if holds)


def _key(nama: str) -> str:
    return " ".join(nama.split()).casefold()
