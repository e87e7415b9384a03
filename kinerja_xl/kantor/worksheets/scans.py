"""Scans of signed papers: filed with the row whose code begins their name; the scan itself stays where it is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from kinerja_xl.domain.alasan import Alasan, make_alasan, make_surat_alasan
from kinerja_xl.domain.sop.acts import SERAHAN, JenisPeristiwa, Peristiwa
from kinerja_xl.errors import DiskFailed
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.disk import encode_text
from kinerja_xl.routing.filenames import REASON_TAIL
from kinerja_xl.routing.limits.kinds import is_whole_scan, name_kind, scan_kind
from kinerja_xl.routing.osfiles import Seen
from kinerja_xl.routing.settle import Candidate
from kinerja_xl.routing.steps import keep, reason

MAX_SCAN = 20 * 1024 * 1024
_CODE = re.compile(r"\s*([0-9A-F]{4})[-–_ ]?([0-9A-F]{4})", re.IGNORECASE)


def code_of(nama: str) -> str | None:
    """Return the code that a file name begins with, as papers print it (``7F3A-91C2``), None where it has none."""
    match = _CODE.match(nama)
    return f"{match[1]}-{match[2]}".upper() if match else None


class ScanClerk:
    """Files the scans of one office; remembers between passes only which files it has seen to."""

    def __init__(self, kantor: Kantor) -> None:
        self.kantor = kantor
        self._done: dict[Path, Seen] = {}

    def handle_scans(self) -> int:
        """File every scan that has settled; return how many were filed or refused now."""
        kantor = self.kantor
        folders = {kantor.akar / folder: bidang for folder, bidang in kantor.folders.scan_folders.items()}
        resting = [candidate for candidate in kantor.custody.find_resting(kantor.folders.scan_folders)
                   if not candidate.path.name.endswith(REASON_TAIL)]
        self._done = {c.path: c.seen for c in resting if self._done.get(c.path) == c.seen}
        new = [candidate for candidate in resting if candidate.path not in self._done]
        acts = {row.kode: row for row in kantor.daftar_peristiwa if row.jenis in SERAHAN} if new else {}
        return sum(self._try(candidate, folders[candidate.path.parent], acts) for candidate in new)

    def _try(self, candidate: Candidate, bidang: str, acts: dict[str, Peristiwa]) -> bool:
        """A scan that the disk keeps from being filed is tried again in the next pass, and keeps nothing else up."""
        try:
            return self._see_to(candidate, bidang, acts)
        except DiskFailed as error:
            self.kantor.custody.problems.append(error)
            return False

    def _see_to(self, candidate: Candidate, bidang: str, acts: dict[str, Peristiwa]) -> bool:
        """Return whether a row was written; a file that changes or is still being copied is left for another pass."""
        data = b""
        if candidate.seen.size <= MAX_SCAN:
            read = self.kantor.disk.read(candidate.path)
            if read is None or self.kantor.disk.see(candidate.path) != candidate.seen:
                return False
            data = read
        refused = self._refusal(candidate, bidang, data, acts)
        too_large = candidate.seen.size > MAX_SCAN
        if not too_large and not is_whole_scan(data) and self.kantor.custody.may_still_grow(candidate):
            return False
        worked = (self._refuse(candidate, bidang, refused, data) if refused
                  else self._file(candidate, data, acts[code_of(candidate.path.name) or ""]))
        self._done[candidate.path] = candidate.seen
        return worked

    def _refusal(self, candidate: Candidate, bidang: str, data: bytes, acts: dict[str, Peristiwa]) -> Alasan | None:
        nama, kode = candidate.path.name, code_of(candidate.path.name)
        act = acts.get(kode or "")
        if act is None:
            return make_alasan("H111", nama=nama)
        owner = self.kantor.state_of(str(act.berkas)).bidang
        if owner != bidang:
            return make_alasan("H112", kode_naskah=kode, bidang=owner)
        if candidate.seen.size > MAX_SCAN:
            return make_alasan("H113", nama=nama, batas=MAX_SCAN // 1024 // 1024)
        if scan_kind(data) is None:
            return make_alasan("H114", nama=nama, jenis=name_kind(data) or "berkas ini dokumen Office atau arsip ZIP.")
        return None

    def _file(self, candidate: Candidate, data: bytes, act: Peristiwa) -> bool:
        """Archive a scan and tie it to its act, each content once."""
        kantor, state = self.kantor, self.kantor.state_of(str(act.berkas))
        sha256 = hashlib.sha256(data).hexdigest()
        if any(p.isi["sha256"] == sha256 and p.isi["untuk"] == act.nomor for p in kantor.about(state.berkas)
               if p.jenis is JenisPeristiwa.NASKAH):
            return False
        kantor.disk.put_store(data)
        name = f"Pindaian {act.kode}.{scan_kind(data)}"
        kantor.record(
            [kantor.event(JenisPeristiwa.NASKAH, act.berkas, kode=act.kode, nama=candidate.path.name, sha256=sha256,
                          untuk=act.nomor, arsip=name)],
            [keep(sha256, kantor.folders.arsip(state.periode, state.bidang), name)])
        return True

    def _refuse(self, candidate: Candidate, bidang: str, alasan: Alasan, data: bytes) -> bool:
        """Say beside the file why it was not filed, once for each content."""
        kantor, nama = self.kantor, candidate.path.name
        folder = kantor.folders.bertanda_tangan(bidang)
        sha256 = hashlib.sha256(data).hexdigest() if data else ""
        told = {"nama": nama, "folder": folder, "kode": alasan.kode, "sha256": sha256}
        if any(told.items() <= p.isi.items() for p in kantor.of_kind(JenisPeristiwa.DITAHAN)):
            return False
        surat = make_surat_alasan(alasan, nama, kantor.now())
        kantor.record(
            [kantor.event(JenisPeristiwa.DITAHAN, None, **told, alasan=alasan.pesan, milik=None,
                          surat=hashlib.sha256(encode_text(surat)).hexdigest())],
            [reason(folder, nama, surat)])
        return True
