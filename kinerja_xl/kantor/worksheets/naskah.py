"""Officials who act on paper: which code their scan must bear, which scans are filed, and what waits for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_xl.domain.office import CaraBertindak
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import SERAHAN, JenisPeristiwa, Keadaan, Peristiwa
from kinerja_xl.domain.sop.jabatan import Orang, orang_of
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.planning.facts import Await, Naskah

_ENDS = SERAHAN | {JenisPeristiwa.DITOLAK}  # after these nothing waits any more


@dataclass(frozen=True)
class BarisTunggu:
    """A worksheet that lies in an acting folder until the scan of the signed paper is there."""

    berkas: str
    jalur: str  # relative to the root
    kode: str

    @property
    def pesan(self) -> str:
        """What is awaited, in words."""
        return f"menunggu pindaian bertanda tangan dengan kode {self.kode}"


def handover(kantor: Kantor, berkas: str) -> Peristiwa:
    """Return the row by which the present holder of a berkas got it."""
    return next(p for p in reversed(kantor.about(berkas)) if p.jenis in SERAHAN)


def awaited_paper(kantor: Kantor, state: Keadaan, pelaksana: Pelaksana) -> Naskah | None:
    """Return the paper by which today's official of a role acts on a berkas, None where he uses the folders."""
    pejabat = kantor.pejabat(pelaksana)
    if pejabat is None or pejabat.cara is CaraBertindak.FOLDER:
        return None
    row = handover(kantor, state.berkas)
    filed = [p for p in kantor.about(state.berkas) if p.jenis is JenisPeristiwa.NASKAH and p.isi["untuk"] == row.nomor]
    return Naskah(row.kode, str(filed[-1].isi["sha256"]) if filed else "")


def awaited_for(kantor: Kantor, berkas: str, sha256: str) -> Orang | None:
    """Return for whom this very content of a berkas has been waiting in his folder, None where it has not."""
    row = _waits(kantor, berkas)
    if row is None or row.isi["sha256"] != sha256:
        return None
    return Orang(str(row.isi["nip"]), str(row.isi["nama"]))


def note_waiting(kantor: Kantor, decision: Await) -> bool:
    """Record once that a worksheet waits for a scan, and for whose; return whether a row was written."""
    fakta, berkas = decision.fakta, decision.keadaan.berkas
    known = _waits(kantor, berkas)
    if known and (known.isi["jalur"], known.isi["sha256"]) == (fakta.jalur, fakta.sha256):
        return False
    orang = orang_of(kantor.pejabat(fakta.pelaksana))
    kantor.record([kantor.event(JenisPeristiwa.MENUNGGU, berkas, jalur=fakta.jalur, sha256=fakta.sha256,
                                kode=decision.naskah.kode, nip=orang.nip, nama=orang.nama)])
    return True


def waiting_rows(kantor: Kantor) -> tuple[BarisTunggu, ...]:
    """Return the worksheets that wait for a scan and still lie where they were put, in the order of issue."""
    return tuple(_waiting_rows(kantor))


def _waiting_rows(kantor: Kantor) -> Iterator[BarisTunggu]:
    for berkas, state in kantor.keadaan.items():
        row = _waits(kantor, berkas) if state.pemegang else None
        if row and kantor.disk.lies(kantor.akar / str(row.isi["jalur"])):
            yield BarisTunggu(berkas, str(row.isi["jalur"]), str(row.isi["kode"]))


def _waits(kantor: Kantor, berkas: str) -> Peristiwa | None:
    """The last row that says a berkas waits, None where it was handed over or given back since."""
    last = next((p for p in reversed(kantor.about(berkas)) if p.jenis in _ENDS | {JenisPeristiwa.MENUNGGU}), None)
    return last if last and last.jenis is JenisPeristiwa.MENUNGGU else None
