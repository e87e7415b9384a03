"""Which plan a report is made from: its version and dasar, who stands on another one, and what changed in the year."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.laporan.asal_angka import sumber_cacah, sumber_versi
from kinerja_xl.domain.laporan.asal_rencana import TABEL_PERUBAHAN, tabel_perubahan
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.naskah.naskah import Angka, Blok, Daftar, Paragraf, Rujukan, join_potongan, join_teks, paragraf
from kinerja_xl.domain.rencana.perubahan_rencana import NAMA_SUBKEGIATAN
from kinerja_xl.domain.rencana_aksi import PerubahanRencana
from kinerja_xl.domain.sumber import SumberSel


def uraian_rencana(bahan: Bahan) -> Iterator[Blok]:
    """Yield the plan by version and dasar, the units by version where they differ, and the table of changes."""
    tahun, versions = bahan.rencana.tahun, bahan.versi_rencana
    opening = f"Target kinerja dan pagu dalam laporan ini bersumber dari Rencana Aksi Tahun {tahun}"
    if len(versions) == 1:
        yield paragraf(f"{opening} {bahan.asal.sebutan(next(iter(versions)))}.")
    else:
        yield paragraf(f"{opening}. Unit yang bagian rencananya tidak diubah, atau yang lembar kerjanya sudah "
                       "disetujui sebelum suatu perubahan berlaku, tetap memakai versi sebelumnya:")
        yield Daftar(tuple((f"{bahan.asal.sebutan(versi)}: {join_teks(units)}.",) for versi, units in versions.items()))
    yield from uraian_perubahan(bahan)


def uraian_perubahan(bahan: Bahan) -> Iterator[Blok]:
    """Yield what the plan changed since the year began; nothing where it did not."""
    if bahan.asal.perubahan:
        yield _changed(bahan)
        yield tabel_perubahan(bahan.asal, bahan.rencana, lambda row, old: _sumber_perubahan(bahan, row, old))


def _changed(bahan: Bahan) -> Paragraf:
    known = {sub.kode for sub in bahan.rencana.daftar_subkegiatan}
    subs = {row.kode for row in bahan.asal.perubahan if row.kode in known or row.kolom == NAMA_SUBKEGIATAN}
    counted = ((len({row.kode for row in bahan.asal.perubahan} - subs), "indikator"), (len(subs), "sub kegiatan"))
    what = join_potongan((Angka(str(number), sumber_cacah(
        f"Cacah {noun} yang rencananya berubah", f"{noun} yang berubah terhadap versi {bahan.asal.semula}",
        (_sumber_perubahan(bahan, row, old) for row in bahan.asal.perubahan for old in (True, False)
         if (row.kode in subs) is (noun == "sub kegiatan")))), f" {noun}") for number, noun in counted if number)
    return paragraf("Rencana Aksi yang digunakan dalam laporan ini berbeda dari "
                    f"{bahan.asal.sebutan(bahan.asal.semula)}, pada ", *what, " sebagaimana ",
                    Rujukan(TABEL_PERUBAHAN), ".")


def _sumber_perubahan(bahan: Bahan, row: PerubahanRencana, old: bool) -> SumberSel:
    """The cell of a changed value, in the version before or in the one the report uses."""
    items: tuple[Indikator | SubKegiatan, ...] = (*bahan.rencana.daftar_indikator, *bahan.rencana.daftar_subkegiatan)
    now = next((bahan.version_of(item) for item in items if item.kode == row.kode), bahan.rencana.versi)
    return sumber_versi(bahan, bahan.asal.semula if old else now, "rencana", row.kode, row.kolom)


def sumber_rencana(bahan: Bahan) -> str:
    """Return the plan in one phrase, for the foot of a table; units on an earlier version are named."""
    (latest, _), *earlier = bahan.versi_rencana.items()
    others = "".join(f"; {bahan.asal.sebutan(versi)} untuk {join_teks(units)}" for versi, units in earlier)
    return f"Rencana Aksi Tahun {bahan.rencana.tahun} {bahan.asal.sebutan(latest)}{others}"
