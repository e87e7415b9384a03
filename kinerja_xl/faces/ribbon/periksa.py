"""Periksa Isian: what is on screen is checked, ``Catatan Perbaikan`` filled, and the first cell shown."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja_xl.domain.catatan import Catatan, Tingkat
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.errors import NotALembarKerja
from kinerja_xl.faces.ribbon.boleh import check_button
from kinerja_xl.faces.ribbon.meja import Meja, status_of
from kinerja_xl.faces.ribbon.open_book import find_name
from kinerja_xl.faces.ribbon.penilaian import Penilaian, judge
from kinerja_xl.faces.ribbon.tulis_catatan import write_catatan
from kinerja_xl.workbook import names
from kinerja_xl.workbook.grid import Sheets
from kinerja_xl.workbook.service.catatan_rows import count_by_weight


def check_worksheet(meja: Meja) -> int:
    """Check what is on screen and tell; return 0 where nothing has to be mended, else 1."""
    meja.check_writable()
    book = meja.sheets()
    kegiatan = check_button(meja, book, "periksa")
    if kegiatan is None:
        raise NotALembarKerja(nama=meja.nama, sebab="berkasnya sudah selesai")
    penilaian = judge(meja, book, kegiatan)
    write_catatan(meja, book, penilaian.daftar_catatan)
    if penilaian.daftar_catatan:
        show_first(meja, penilaian.daftar_catatan)
    if penilaian.menolak:
        tell_catatan(meja, penilaian)
        return 1
    _tell_clean(meja, penilaian)
    return 0


def tell_catatan(meja: Meja, penilaian: Penilaian, sebelum: str = "") -> None:
    """Say how many catatan there are, which is the first, and where all of them stand."""
    first = heaviest_first(penilaian.daftar_catatan)[0]
    lines = [f"{sebelum}{len(penilaian.daftar_catatan)} catatan perbaikan: "
             f"{count_by_weight(penilaian.daftar_catatan)}.", f"{first.tempat}: {first.pesan}"]
    meja.say("\n\n".join((*lines, *filter(None, [penilaian.belum]))),
             f"Perbaiki sel yang tercantum pada lembar {names.CATATAN_PERBAIKAN}, lalu tekan tombolnya sekali lagi.",
             gawat=True)


def _tell_clean(meja: Meja, penilaian: Penilaian) -> None:
    daftar = penilaian.daftar_catatan
    lines = ["Tidak ada catatan perbaikan."] if not daftar else [
        f"Tidak ada yang harus diperbaiki. Ada {count_by_weight(daftar)} pada lembar {names.CATATAN_PERBAIKAN}."]
    meja.say("\n\n".join((*lines, *filter(None, [penilaian.belum]))), _next_step(penilaian.book))


def _next_step(book: Sheets) -> str:
    status = status_of(book)
    label = next((button.label for button in buttons_of(status) if button.aksi == "kirim"), "") if status else ""
    return f"Tekan {label} bila lembar kerja ini sudah siap diteruskan."


def heaviest_first(daftar_catatan: Sequence[Catatan]) -> list[Catatan]:
    """Return the catatan as ``Catatan Perbaikan`` lists them."""
    weights = list(Tingkat)
    return sorted(daftar_catatan, key=lambda catatan: weights.index(catatan.tingkat))


def show_first(meja: Meja, daftar_catatan: Sequence[Catatan]) -> None:
    """Bring the first cell that a catatan is about to the front; the list itself where no cell is named."""
    listed = meja.host.sheet_names(meja.book)
    first = heaviest_first(daftar_catatan)[0]
    own = find_name(listed, first.lembar)
    meja.show_cell(Letak(own, first.sel) if own and first.sel else Letak(names.CATATAN_PERBAIKAN, ""))
