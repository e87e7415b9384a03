"""Ambil Isian: fill this worksheet's cells from another worksheet, open or picked, and overwrite nothing unasked."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel
from kinerja_xl.domain.lembar.ambil_isian import RencanaAmbil, plan_ambil, tell_nothing, tell_offer, tell_taken
from kinerja_xl.domain.lembar.isian import triwulan_of
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, LembarKerja
from kinerja_xl.domain.roles import Peran
from kinerja_xl.errors import NotALembarKerja
from kinerja_xl.faces.ribbon.boleh import check_button
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.faces.ribbon.open_book import find_sheet
from kinerja_xl.faces.ribbon.salin import read_limited
from kinerja_xl.faces.ribbon.tulis_sel import write_cells
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import Sheets
from kinerja_xl.workbook.lembar.register import free_rows, register_cells


def take_values(meja: Meja) -> int:
    """Ask where from, show what can be taken, take what is agreed to; return exit code 0."""
    meja.check_writable()
    book = meja.sheets()
    row = check_button(meja, book, "ambil-isian")
    sasaran = meja.lembar_kerja(book)
    found = _choose_source(meja)
    if found is None:
        return 0
    nama, sumber = found
    for sheet, owner in ((sasaran, meja.nama), (sumber, nama)):
        if triwulan_of(sheet) is None:
            raise NotALembarKerja(nama=owner, sebab="triwulannya tidak terbaca pada lembar Disposisi")
    peran = row.peran if row and row.peran else Peran.ANALIS
    rencana = plan_ambil(sasaran, sumber, peran, _cells_with_formulas(book))
    if not rencana.jumlah:
        meja.say(tell_nothing(rencana, nama))
        return 0
    taken = _agreed(meja, rencana, nama, len(free_rows(book)))
    if taken:
        _write(meja, book, sasaran, taken)
        meja.say(tell_taken(rencana, list(taken), nama))
    return 0


def _choose_source(meja: Meja) -> tuple[str, LembarKerja] | None:
    """The worksheet to take from: one of the other open ones, each asked for by name, else a file."""
    for other in meja.host.other_books(meja.book):
        source = Meja(meja.host, other)
        if find_sheet(other, names.DISPOSISI) is not None and meja.ask(
                f"Ambil isian dari “{source.nama}” yang sedang terbuka?"):
            return source.nama, source.lembar_kerja()
    picked = meja.host.pick_file("Ambil isian dari lembar kerja", "Lembar kerja Excel", "*.xlsx")
    return None if picked is None else _read_source(Path(picked))


def _read_source(path: Path) -> tuple[str, LembarKerja]:
    from kinerja_xl.routing.limits.preflight import MAX_BYTES, preflight
    from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

    data = read_limited(path, MAX_BYTES)
    preflight(data, path.name)
    return path.name, read_lembar_kerja(data, path.name)


def _cells_with_formulas(book: Sheets) -> frozenset[Letak]:
    from kinerja_xl.workbook.cell_values import place_of

    return frozenset(place_of(grid, *place) for grid in book.grids.values() for place in grid.rumus)


def _agreed(meja: Meja, rencana: RencanaAmbil, nama: str, room: int) -> dict[Kunci, NilaiSel]:
    """What the person agrees to take; rows of evidence as far as the register has room."""
    offer, taken = tell_offer(rencana, nama), dict[Kunci, NilaiSel]()
    if rencana.kosong or rencana.bukti:
        if not meja.ask(f"{offer}\n\nAmbil isian ke tempat yang masih kosong?"):
            return {}
        taken = {taking.kunci: taking.isi for taking in rencana.kosong}
        taken |= {Kunci(BUKTI, baris, BUKTI): True for baris in rencana.bukti[:room]}
        offer = f"{len(rencana.berbeda)} isian di sini berbeda dari “{nama}”."
    if rencana.berbeda and meja.ask(f"{offer}\n\nGanti juga isian yang berbeda itu? Isian yang sekarang akan hilang."):
        taken |= {taking.kunci: taking.isi for taking in rencana.berbeda}
    return taken


def _write(meja: Meja, book: Sheets, sasaran: LembarKerja, taken: dict[Kunci, NilaiSel]) -> None:
    cells: dict[Letak, NilaiSel] = {sasaran.letak[kunci]: isi for kunci, isi in taken.items() if kunci.tabel != BUKTI}
    cells |= register_cells(book, [kunci.baris for kunci in taken if kunci.tabel == BUKTI])
    write_cells(meja, book, cells)
