"""Papers: the Word documents that acts owe, written from the ledger and the accepted worksheets.

What is owed is derived: an act with a Lembar Disposisi but no ``dokumen`` row, a recommendation newer than the last
Laporan Triwulan. So a crash between a worksheet and its paper only delays the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.domain.acts import JenisPeristiwa, Peristiwa, fold
from kinerja_xl.domain.naskah_disposisi import has_disposisi, naskah_disposisi
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop import KEGIATAN, Kegiatan, Status, Tindakan
from kinerja_xl.errors import NothingToReport, OutputExists, ReportIncomplete, UnknownOption
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.quarter import quarter_report
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi
from kinerja_xl.routing.folders import LAPORAN, PERENCANAAN_FOLDER
from kinerja_xl.routing.steps import Step, place, remove
from kinerja_xl.workbook.templates import shipped_template

DISPOSISI, TRIWULAN, TRIWULAN_FINAL = "disposisi", "triwulan", "triwulan final"


@dataclass(frozen=True)
class Permintaan:
    """Which documents a command asks for; ``bidang`` and ``langkah`` None = all of them."""

    jenis: str
    periode: Periode
    bidang: str | None = None
    langkah: int | None = None
    final: bool = False


def write_owed_papers(kantor: Kantor) -> int:
    """Write every paper that is owed; return how many. A disk that fails leaves the rest for the next pass."""
    written = _written(kantor, DISPOSISI)
    acts = [act for act in _acts(kantor) if act.nomor not in written and _row(act)]
    for act in acts:
        _put_disposisi(kantor, act)
    quarters = [periode for periode in _recommended(kantor) if _is_stale(kantor, periode)]
    for periode in quarters:
        _put_triwulan(kantor, periode, final=False)
    return len(acts) + len(quarters)


def _acts(kantor: Kantor) -> Iterator[Peristiwa]:
    return (p for p in kantor.daftar_peristiwa if p.jenis is JenisPeristiwa.TINDAKAN)


def _row(act: Peristiwa) -> Kegiatan | None:
    """The act's row of the SOP where it brings forth a Lembar Disposisi."""
    key = (act.isi["kegiatan"], act.isi["tindakan"], act.isi["ke"])
    return next((row for row in KEGIATAN if (row.nomor, row.tindakan, row.ke) == key and has_disposisi(row)), None)


def _written(kantor: Kantor, dokumen: str) -> dict[object, Peristiwa]:
    return {p.isi["untuk"]: p for p in kantor.daftar_peristiwa
            if p.jenis is JenisPeristiwa.DOKUMEN and p.isi["dokumen"] == dokumen}


# Lembar Disposisi

def disposisi_name(act: Peristiwa, kantor: Kantor) -> str:
    """Return ``Disposisi 1 LINJAMSOS TW I 2026.docx`` (contract section 5)."""
    keadaan = kantor.state_of(str(act.berkas))
    unit = f"{keadaan.bidang} - {keadaan.sub_bidang}" if keadaan.sub_bidang else keadaan.bidang
    return f"Disposisi {act.isi['kegiatan'] or 'Pengembalian'} {unit} {keadaan.periode.label}.docx"


def make_disposisi(kantor: Kantor, act: Peristiwa) -> bytes:
    """Return the Lembar Disposisi of one act; the same bytes whenever it is made."""
    row = _row(act)
    if row is None:
        raise NothingToReport(dokumen="Lembar Disposisi")
    after = fold(p for p in kantor.daftar_peristiwa if p.nomor <= act.nomor and p.berkas == act.berkas)
    naskah = naskah_disposisi(kantor.pengaturan, after[str(act.berkas)], row, waktu=act.waktu, kode=act.kode,
                              catatan=str(act.isi["catatan"]))
    return write_lembar_disposisi(naskah, shipped_template("Lembar Disposisi.docx"))


def _put_disposisi(kantor: Kantor, act: Peristiwa) -> str:
    keadaan = kantor.state_of(str(act.berkas))
    sha256, name = kantor.disk.put_store(make_disposisi(kantor, act)), disposisi_name(act, kantor)
    cetak = kantor.folders.cetak(keadaan.bidang, keadaan.periode)
    kantor.record(
        [kantor.event(JenisPeristiwa.DOKUMEN, act.berkas, dokumen=DISPOSISI, untuk=act.nomor, nama=name,
                      sha256=sha256)],
        [place(sha256, cetak, name),
         place(sha256, kantor.folders.arsip(keadaan.periode, keadaan.bidang), name, read_only=True)])
    return f"{cetak}/{name}"


# Laporan Triwulan

def _recommended(kantor: Kantor) -> list[Periode]:
    return sorted({state.periode for state in kantor.keadaan.values() if state.status is Status.DIREKOMENDASIKAN})


def _is_stale(kantor: Kantor, periode: Periode) -> bool:
    last = _written(kantor, TRIWULAN).get(periode.label)
    newest = max((act.nomor for act in _acts(kantor) if act.isi["tindakan"] == Tindakan.REKOMENDASIKAN
                  and kantor.state_of(str(act.berkas)).periode == periode), default=0)
    return last is None or last.nomor < newest


def triwulan_name(periode: Periode, final: bool) -> str:
    """Return ``Laporan Triwulan I 2026 DRAF.docx`` or, final, the name without DRAF."""
    return f"Laporan Triwulan {periode.romawi} {periode.tahun}{'' if final else ' DRAF'}.docx"


def make_triwulan(kantor: Kantor, periode: Periode, final: bool) -> bytes:
    """Return the Laporan Triwulan; NothingToReport before anything was issued, ReportIncomplete for a final one."""
    isi = quarter_report(kantor, periode, final)
    if final and periode not in _recommended(kantor):
        raise NothingToReport(dokumen=triwulan_name(periode, final))
    if final and isi.kekosongan:
        more = f" dan {len(isi.kekosongan) - 5} lainnya" if len(isi.kekosongan) > 5 else ""
        raise ReportIncomplete(dokumen=triwulan_name(periode, final), rincian="; ".join(isi.kekosongan[:5]) + more)
    return write_laporan_triwulan(isi, shipped_template("Laporan Triwulan.docx"))


def _put_triwulan(kantor: Kantor, periode: Periode, final: bool) -> str:
    """Write the report anew: a DRAF that a person changed stays, and the new one stands beside it."""
    name, kind = triwulan_name(periode, final), TRIWULAN_FINAL if final else TRIWULAN
    old = _written(kantor, kind).get(periode.label)
    sha256 = kantor.disk.put_store(make_triwulan(kantor, periode, final))
    steps: list[Step] = [] if old is None else [remove(f"{LAPORAN}/{name}", str(old.isi["sha256"]))]
    if final:
        steps.append(place(sha256, kantor.folders.arsip(periode, PERENCANAAN_FOLDER), name, read_only=True))
    kantor.record(
        [kantor.event(JenisPeristiwa.DOKUMEN, None, dokumen=kind, untuk=periode.label, nama=name, sha256=sha256)],
        [*steps, place(sha256, LAPORAN, name)])
    return f"{LAPORAN}/{name}"


# on request

def put_papers(kantor: Kantor, permintaan: Permintaan) -> tuple[str, ...]:
    """Write what a command asks for into the office's own folders; return the paths relative to the root.

    Raises UnknownOption, NothingToReport or ReportIncomplete; a file that a person wrote or changed is not replaced.
    """
    _check_bidang(kantor, permintaan)
    if permintaan.jenis == TRIWULAN:
        return (_put_triwulan(kantor, permintaan.periode, permintaan.final),)
    return tuple(_put_disposisi(kantor, act) for act in _asked(kantor, permintaan))


def save_papers(kantor: Kantor, permintaan: Permintaan, keluaran: Path) -> tuple[Path, ...]:
    """Write what a command asks for as ``keluaran``, or into it where it is a folder or several are asked for.

    Raises as ``put_papers``, and OutputExists; nothing in the office changes.
    """
    _check_bidang(kantor, permintaan)
    if permintaan.jenis == TRIWULAN:
        papers = [(triwulan_name(permintaan.periode, permintaan.final),
                   make_triwulan(kantor, permintaan.periode, permintaan.final))]
    else:
        papers = [(disposisi_name(act, kantor), make_disposisi(kantor, act)) for act in _asked(kantor, permintaan)]
    inside = keluaran.is_dir() or len(papers) > 1
    return tuple(_write_new(keluaran / name if inside else keluaran, data) for name, data in papers)


def _check_bidang(kantor: Kantor, permintaan: Permintaan) -> None:
    if permintaan.bidang not in (None, *(bidang.singkatan for bidang in kantor.pengaturan.daftar_bidang)):
        raise UnknownOption(nama="Bidang", nilai=permintaan.bidang)


def _asked(kantor: Kantor, permintaan: Permintaan) -> list[Peristiwa]:
    """The latest act of each berkas and Kegiatan that the request names; NothingToReport where there is none."""

    def is_asked(act: Peristiwa) -> bool:
        state = kantor.state_of(str(act.berkas))
        return (state.periode == permintaan.periode and permintaan.bidang in (None, state.bidang)
                and permintaan.langkah in (None, act.isi["kegiatan"]) and _row(act) is not None)

    latest = {(act.berkas, act.isi["kegiatan"]): act for act in _acts(kantor) if is_asked(act)}
    if not latest:
        raise NothingToReport(dokumen=f"Lembar Disposisi {permintaan.periode.label}")
    return list(latest.values())


def _write_new(path: Path, data: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise OutputExists(jalur=path) from None
    return path
