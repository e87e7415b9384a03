"""Papers: the Word documents that acts owe, written from the ledger and the accepted worksheets.

What is owed is derived: an act with a Lembar Disposisi but no ``dokumen`` row, a recommendation newer than the last
Laporan Triwulan. So a crash between a worksheet and its paper only delays the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from kinerja_xl.routing.folders import LAPORAN
from kinerja_xl.routing.steps import Step, place, remove
from kinerja_xl.workbook.templates import shipped_template

DISPOSISI, TRIWULAN = "disposisi", "triwulan"


def write_owed_papers(kantor: Kantor) -> int:
    """Write every paper that is owed; return how many. Raises DiskFailed, and can then be repeated."""
    acts = [act for act in _acts(kantor) if _row(act) and act.nomor not in _written(kantor, DISPOSISI)]
    for act in acts:
        _write_disposisi(kantor, act)
    quarters = [periode for periode in _recommended(kantor) if _is_stale(kantor, periode)]
    for periode in quarters:
        _write_draft(kantor, periode)
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


def _write_disposisi(kantor: Kantor, act: Peristiwa) -> None:
    keadaan = kantor.state_of(str(act.berkas))
    sha256, name = kantor.disk.put_store(make_disposisi(kantor, act)), disposisi_name(act, kantor)
    folders = kantor.folders
    kantor.record(
        [kantor.event(JenisPeristiwa.DOKUMEN, act.berkas, dokumen=DISPOSISI, untuk=act.nomor, nama=name,
                      sha256=sha256)],
        [place(sha256, folders.cetak(keadaan.bidang, keadaan.periode), name),
         place(sha256, folders.arsip(keadaan.periode, keadaan.bidang), name, read_only=True)])


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


def _write_draft(kantor: Kantor, periode: Periode) -> None:
    """Write the DRAF anew: one that a person changed stays, and the new one stands beside it."""
    name, old = triwulan_name(periode, final=False), _written(kantor, TRIWULAN).get(periode.label)
    sha256 = kantor.disk.put_store(make_triwulan(kantor, periode, final=False))
    steps: list[Step] = [] if old is None else [remove(f"{LAPORAN}/{name}", str(old.isi["sha256"]))]
    kantor.record(
        [kantor.event(JenisPeristiwa.DOKUMEN, None, dokumen=TRIWULAN, untuk=periode.label, nama=name, sha256=sha256)],
        [*steps, place(sha256, LAPORAN, name)])


# on request

def write_papers(kantor: Kantor, jenis: str, periode: Periode, *, bidang: str | None, langkah: int | None,
                 keluaran: Path | None, final: bool) -> tuple[Path, ...]:
    """Write the documents that a command asks for, into ``keluaran`` or the present folder; return their paths.

    Raises UnknownOption, NothingToReport, ReportIncomplete or OutputExists; no existing file is overwritten.
    """
    if bidang is not None and bidang not in {b.singkatan for b in kantor.pengaturan.daftar_bidang}:
        raise UnknownOption(nama="Bidang", nilai=bidang)
    if jenis == TRIWULAN:
        papers = [(triwulan_name(periode, final), make_triwulan(kantor, periode, final))]
    else:
        papers = [(disposisi_name(act, kantor), make_disposisi(kantor, act))
                  for act in _asked(kantor, periode, bidang, langkah)]
        if not papers:
            raise NothingToReport(dokumen=f"Lembar Disposisi {periode.label}")
    return tuple(_write_new(_target(keluaran, name, len(papers)), data) for name, data in papers)


def _asked(kantor: Kantor, periode: Periode, bidang: str | None, langkah: int | None) -> list[Peristiwa]:
    def is_asked(act: Peristiwa) -> bool:
        state = kantor.state_of(str(act.berkas))
        return (state.periode == periode and bidang in (None, state.bidang)
                and langkah in (None, act.isi["kegiatan"]) and _row(act) is not None)

    latest = {(act.berkas, act.isi["kegiatan"]): act for act in _acts(kantor) if is_asked(act)}
    return list(latest.values())


def _target(keluaran: Path | None, name: str, number: int) -> Path:
    if keluaran is None:
        return Path(name)
    return keluaran / name if keluaran.is_dir() or number > 1 else keluaran


def _write_new(path: Path, data: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise OutputExists(jalur=path) from None
    return path
