"""Lampirkan Bukti: copy a file into the folder of the selected indicator and enter it in the register."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.domain.cells import Kunci, Letak
from kinerja_xl.domain.lembar.bukti_dukung import (
    BUKTI,
    JENIS_BERKAS,
    MAX_BUKTI,
    check_evidence,
    evidence_folder,
    find_evidence_folder,
)
from kinerja_xl.domain.lembar.isian import as_text
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI as TABEL_BUKTI
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, LembarKerja
from kinerja_xl.domain.periods import Periode
from kinerja_xl.errors import NoIndicatorSelected, NotALembarKerja, OutsideOffice
from kinerja_xl.faces.ribbon.boleh import check_button
from kinerja_xl.faces.ribbon.letak import Jenis
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.salin import copy_into, list_folders, read_limited
from kinerja_xl.faces.ribbon.tulis_sel import write_cells
from kinerja_xl.routing.filenames import shortened
from kinerja_xl.routing.folders import PATH_LIMIT, counted_length
from kinerja_xl.workbook import names
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.lembar.register import register_cells

_ROOM = len(" (99)")


def attach_evidence(meja: Meja) -> int:
    """Ask for a file, copy it and enter it; return exit code 0, also where no file was picked."""
    meja.check_writable()
    book = meja.sheets()
    check_button(meja, book, "bukti")
    lk = meja.lembar_kerja(book)
    folder = _evidence_root(meja, lk)
    meja.sheet(names.BUKTI_DUKUNG)
    kode = _selected_indicator(meja, lk)
    register_cells(book, ["||"])  # no file is copied that could not be entered
    picked = meja.host.pick_file(f"Bukti untuk {kode}", "Dokumen dan gambar", ";".join(f"*.{k}" for k in JENIS_BERKAS))
    if picked is None:
        return 0
    source = Path(picked)
    awal = read_limited(source, MAX_BUKTI)
    check_evidence(source.name, len(awal), awal[:8])
    nama_indikator = as_text(lk.value(INDIKATOR, kode, "nama"))
    own = folder / (find_evidence_folder(kode, list_folders(folder)) or evidence_folder(kode, nama_indikator))
    copied = copy_into(source, own, shortened(source.name, PATH_LIMIT - counted_length(own) - _ROOM), _office(meja))
    baris = f"{kode}|{BUKTI}|{copied.name}"
    if Kunci(TABEL_BUKTI, baris, TABEL_BUKTI) not in lk.sel:
        cells = register_cells(book, [baris])
        write_cells(meja, book, dict(cells))
        meja.show_cell(next(iter(cells)))
    meja.say(f"“{source.name}” disalin sebagai {copied.relative_to(_office(meja)).as_posix()} dan tercatat di lembar "
             f"{names.BUKTI_DUKUNG} untuk {kode}.",
             "Simpan lembar kerja ini; bila berkas itu dasar target atau cara hitung, ubah jenisnya menjadi acuan.")
    return 0


def _office(meja: Meja) -> Path:
    akar = meja.tempat.akar
    assert akar is not None  # asked before: see _evidence_root
    return akar


def _evidence_root(meja: Meja, lk: LembarKerja) -> Path:
    """The folder of the evidence of this bidang and quarter."""
    tempat, tahun, triwulan = meja.tempat, lk.identitas.tahun, lk.identitas.triwulan
    if tempat.akar is None or tempat.jenis is not Jenis.MASUK:
        raise OutsideOffice(nama=meja.nama, folder="folder Masuk kantor",
                            akibat="bukti tidak dapat disalin ke foldernya",
                            langkah="Buka lembar kerja dari folder Masuk; atau salin sendiri berkasnya ke folder Bukti "
                                    "Dukung di kantor, lalu tulis namanya di lembar Bukti Dukung.")
    if tahun is None or triwulan not in (1, 2, 3, 4):
        raise NotALembarKerja(nama=meja.nama, sebab="tahun atau triwulannya tidak terbaca pada lembar Disposisi")
    return tempat.folder_peran.parent / "Bukti Dukung" / Periode(tahun, triwulan).folder


def _selected_indicator(meja: Meja, lk: LembarKerja) -> str:
    """The code on the row of the selection: an indicator, or evidence that is entered already."""
    cells = meja.host.selected_cells(meja.book)
    lembar, row = (cells.sheet.name, cells.row) if cells is not None else ("", 0)
    places = {kunci.baris: letak for kunci, letak in lk.letak.items()
              if kunci.tabel == INDIKATOR and kunci.kolom == names.KODE_INDIKATOR}
    places |= {kunci.baris.split("|", 1)[0]: letak for kunci, letak in lk.letak.items()
               if kunci.tabel == TABEL_BUKTI and _is_row(letak, lembar, row)}
    kode = next((kode for kode, letak in places.items() if _is_row(letak, lembar, row)), None)
    if kode is None or kode not in lk.baris(INDIKATOR):
        raise NoIndicatorSelected
    return kode


def _is_row(letak: Letak, lembar: str, row: int) -> bool:
    return same_name(letak.lembar) == same_name(lembar) and letak.row_and_column[0] == row
