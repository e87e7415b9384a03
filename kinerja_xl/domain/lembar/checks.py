"""What is right, missing or unlikely in a worksheet at one step: every catatan at once, one cause once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kinerja_xl.domain.catatan import Catatan, as_refusing, catat, sorted_catatan
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.indicators import Arah, Perhitungan
from kinerja_xl.domain.kebijakan import Kebijakan, Skala
from kinerja_xl.domain.lembar.completeness import (
    check_anggaran,
    check_bukti,
    check_laporan,
    check_realisasi,
    check_rekomendasi,
    says_something,
)
from kinerja_xl.domain.lembar.contents import check_contents
from kinerja_xl.domain.lembar.isian import as_text, read_word, triwulan_of
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, LembarKerja
from kinerja_xl.domain.lembar.plausibility import check_plausibility, check_shown
from kinerja_xl.domain.lembar.rights import check_rights
from kinerja_xl.domain.sop.sop import MENGISI_DATA, Kegiatan, Tindakan

__all__ = ["check_catatan", "check_isian", "check_rights"]

_KATA_RENCANA: tuple[tuple[str, str, type[Arah] | type[Perhitungan]], ...] = (
    ("arah", "Arah", Arah), ("perhitungan", "Jenis Perhitungan", Perhitungan))


def check_isian(lk: LembarKerja, kegiatan: Kegiatan, skala: Skala, kebijakan: Kebijakan) -> tuple[Catatan, ...]:
    """Return the catatan for handing on a worksheet by this Kegiatan, those of reading it among them.

    The data must be complete for Kegiatan 3 and 4, the recommendation for 6; Kegiatan 1, 2 and 5 and every return
    ask for nothing. Going forward, a shown result that is not ours is pointed out. What is unlikely refuses the
    worksheet where the office's policy says so.
    """
    if not kegiatan.maju:
        return sorted_catatan(lk.daftar_catatan)
    triwulan = triwulan_of(lk)
    if triwulan is None:
        place = lk.letak_identitas.get("triwulan", lk.letak_catatan)
        return sorted_catatan((*lk.daftar_catatan, catat("C601", place, kolom="Triwulan")))
    found = [*lk.daftar_catatan, *_check_step(lk, kegiatan, triwulan, skala, kebijakan)]
    found += check_shown(lk, triwulan, skala, _faulty_rows(lk, found))
    weighed = (as_refusing(catatan) if catatan.kode in kebijakan.menolak else catatan for catatan in found)
    return sorted_catatan(_one_cause_once(weighed))


def check_catatan(lk: LembarKerja, kegiatan: Kegiatan) -> tuple[Catatan, ...]:
    """Return the catatan about a missing note where this Kegiatan needs one; () where all is well."""
    if kegiatan.catatan_wajib and not says_something(lk.catatan_disposisi):
        return (catat("C208", lk.letak_catatan),)
    return ()


def _check_step(lk: LembarKerja, kegiatan: Kegiatan, triwulan: int, skala: Skala,
                kebijakan: Kebijakan) -> Iterator[Catatan]:
    """What this step asks for, the cause before its consequences."""
    if kegiatan.tindakan in (*MENGISI_DATA, Tindakan.REKOMENDASIKAN):
        yield from check_contents(lk, triwulan, kegiatan.peran, skala)
    if kegiatan.tindakan in MENGISI_DATA:
        yield from _check_plan_words(lk)
        yield from check_realisasi(lk, triwulan)
        yield from check_anggaran(lk, triwulan)
        yield from check_bukti(lk, triwulan, kebijakan)
        yield from check_plausibility(lk, triwulan)
    if kegiatan.tindakan is Tindakan.AJUKAN_LAPORAN:
        yield from check_laporan(lk, triwulan, skala)
    if kegiatan.tindakan is Tindakan.REKOMENDASIKAN:
        yield from check_rekomendasi(lk, triwulan)


def _check_plan_words(lk: LembarKerja) -> Iterator[Catatan]:
    """The two words of the plan without which nothing can be computed."""
    for kode in lk.baris(INDIKATOR):
        for kolom, judul, pilihan in _KATA_RENCANA:
            isi = lk.value(INDIKATOR, kode, kolom)
            if read_word(pilihan, isi) is None:
                yield catat("C602", lk.place(INDIKATOR, kode, kolom), isi=as_text(isi), kolom=judul,
                            pilihan=", ".join(kata.value for kata in pilihan))


def _faulty_rows(lk: LembarKerja, daftar_catatan: Iterable[Catatan]) -> frozenset[tuple[str, str]]:
    """The rows (table, key) in which something has to be mended."""
    cells = {Letak(catatan.lembar, catatan.sel) for catatan in daftar_catatan if catatan.menolak and catatan.sel}
    return frozenset((kunci.tabel, kunci.baris) for kunci, letak in lk.letak.items() if letak in cells)


def _one_cause_once(daftar_catatan: Iterable[Catatan]) -> Iterator[Catatan]:
    """A cell that must be mended needs no further catatan: what else is wrong with it follows from the first."""
    refused: set[Letak] = set()
    for catatan in daftar_catatan:
        letak = Letak(catatan.lembar, catatan.sel)
        if letak not in refused:
            yield catatan
        if catatan.menolak and catatan.sel:
            refused.add(letak)
