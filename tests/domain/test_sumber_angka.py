"""Every figure of a report names its source, and no number stands in a generated text without being a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from laporan_uji import DICETAK, PERIODE, RENCANA, daftar_berkas, pengaturan, texts_of_plan

from kinerja_xl.domain.cells import Kunci, Letak
from kinerja_xl.domain.laporan.lampiran_sumber import lampiran_sumber
from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan, laporan_bidang
from kinerja_xl.domain.laporan.laporan_triwulan import WaktuBerkas, laporan_triwulan
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Daftar,
    Kotak,
    Paragraf,
    Tabel,
    Tautan,
    Teks,
    paragraf,
    walk_sumber_angka,
)
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sumber import BerkasSumber, SumberHitung, SumberJejak, SumberSel, walk_sumber

_NO_FIGURES = re.compile(
    r"\b(19|20)\d\d\b"  # years
    r"|\b\d{1,2} (Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\b"
    r"|\b\d\d/\d\d\b|\b\d\d\.\d\d\b"  # days and hours
    r"|\bversi \d+|\bputaran \d+|\bNomor \S+|\bkode [0-9A-F]{4}-[0-9A-F]{4}|\bTW\d\b|\bsha256[^;)]*"
    r"|\b[0-9a-f]{12}\b|\(baku [^)]*\)|\btanggal 10 awal triwulan\b")
_SETTINGS = {"skala", "mekanisme"}  # tables of the office's own rules


def papers() -> Iterator[tuple[Bab, ...]]:
    year = [WaktuBerkas(PERIODE.triwulan, data.bidang, data.daftar_tindakan) for data in daftar_berkas()]
    isi = laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False, setahun=year)
    yield (Bab("", "", (isi.ikhtisar,)), *isi.daftar_bab, *isi.lampiran)
    for data in daftar_berkas():
        for jenis in JenisLaporan if data.isi else ():
            unit: RencanaAksi = RENCANA.of_unit(data.bidang, data.sub_bidang)
            yield laporan_bidang(jenis, pengaturan(), unit, PERIODE, data).daftar_bagian


def texts(daftar_bab: tuple[Bab, ...]) -> Iterator[tuple[str, Teks]]:
    """Each text with the key of its table; numbers of rows and the office's own rules left out."""
    for bab in daftar_bab:
        if bab.judul == "SUMBER ANGKA":
            continue  # addresses of cells, and nothing else
        for blok in bab.daftar_blok:
            if isinstance(blok, Paragraf):
                yield "", blok.isi
            elif isinstance(blok, Daftar):
                yield from (("", isi) for isi in blok.butir)
            elif isinstance(blok, Kotak):
                continue  # how figures are computed: the formulas of the regulation
            elif isinstance(blok, Tabel) and blok.kunci not in _SETTINGS:
                yield from ((blok.kunci, p.isi) for baris in blok.baris for n, isi_sel in enumerate(baris.sel)
                            if n or blok.kolom[0].judul != "No" for p in isi_sel.isi)


def test_every_figure_has_a_source() -> None:
    figures = [piece for paper in papers() for _, teks in texts(paper) for piece in teks if isinstance(piece, Angka)]
    assert len(figures) > 500
    assert [piece.tampil for piece in figures if piece.sumber is None] == []


def test_equal_sources_print_equal_values() -> None:
    for paper in papers():
        values: dict[str, str] = {}
        for _, teks in texts(paper):
            for piece in teks:
                if isinstance(piece, Angka) and piece.sumber and piece.tampil[:1].isdigit():
                    number = re.match(r"[\d.,]+", piece.tampil)
                    assert number
                    assert values.setdefault(piece.sumber.kunci, number[0]) == number[0], piece.sumber.kunci


def test_no_number_in_a_generated_text_is_left_without_being_a_figure() -> None:
    quoted = sorted(texts_of_plan(), key=len, reverse=True)
    for paper in papers():
        for kunci, teks in texts(paper):
            plain = "".join("□" if isinstance(piece, Angka) else str(piece) for piece in teks)
            for text in quoted:
                plain = plain.replace(text, "")
            assert not re.search(r"\d", _NO_FIGURES.sub("", plain)), (kunci, plain)


def test_what_a_mean_is_made_of_leads_down_to_the_cells_of_plan_and_worksheets() -> None:
    year = [WaktuBerkas(PERIODE.triwulan, data.bidang, data.daftar_tindakan) for data in daftar_berkas()]
    isi = laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False, setahun=year)
    mean = isi.ikhtisar.baris[0].sel[1].isi[0].isi[0]
    assert isinstance(mean, Angka)
    assert mean.sumber is not None
    below = list(walk_sumber([mean.sumber]))
    assert below[-1] is mean.sumber
    cells = {sumber.kunci for sumber in below if isinstance(sumber, SumberSel)}
    assert {"2026-TW3-PFM-DATA:indikator:PFM-02:realisasi_tw3", "2026-TW3-REHSOS:indikator:RS-02:realisasi_tw3"} < cells
    assert "Rencana Aksi 2026:indikator:IKU-01:Target TW III (versi 1)" in cells


def test_sources_are_told_once_each_and_what_they_are_made_of_comes_before_them() -> None:
    one, two = SumberJejak("a", ""), SumberJejak("b", "")
    both = SumberHitung("c", "a + b", (one, two))
    assert [s.kunci for s in walk_sumber([both, SumberHitung("d", "c × a", (both, one)), both])] == ["a", "b", "c", "d"]


def test_the_attachment_lists_every_cell_that_a_figure_rests_on_once() -> None:
    isi = laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False)
    attachment = isi.lampiran[-1]
    assert (attachment.nomor, attachment.judul) == ("LAMPIRAN 4", "SUMBER ANGKA")
    (tabel,) = (blok for blok in attachment.daftar_blok if isinstance(blok, Tabel))
    listed = [piece for baris in tabel.baris for cell in baris.sel for p in cell.isi for piece in p.isi
              if isinstance(piece, Tautan)]
    chapters = (Bab("", "", (isi.ikhtisar,)), *isi.daftar_bab, *isi.lampiran[:-1])
    cells = [source for source in walk_sumber(walk_sumber_angka(chapters)) if isinstance(source, SumberSel)]
    assert len(listed) == len(cells) + len({cell.berkas for cell in cells})
    assert len(cells) > 100


def test_a_cell_of_the_attachment_opens_the_archived_file_there() -> None:
    jalur = "Arsip/2026/TW III/REHSOS/Lembar Kerja REHSOS TW III 2026 v5.xlsx"
    book = BerkasSumber("2026-TW3-REHSOS", 5, "ab" * 32, jalur, "Pejabat Contoh", datetime(2026, 10, 14, 8))
    cell = SumberSel(book, Kunci("indikator", "RS-01", "realisasi_tw3"), Letak("Lembar Kerja", "H12"))
    bab = lampiran_sumber("LAMPIRAN 4", [Bab("", "", (paragraf(Angka("72", cell)),))])
    (tabel,) = (blok for blok in bab.daftar_blok if isinstance(blok, Tabel))
    head, row = tabel.baris
    assert "".join(map(str, head.sel[0].isi[0].isi)) == (
        "2026-TW3-REHSOS versi 5 – Pejabat Contoh, 14 Oktober 2026 (sha256 abababababab)")
    assert row.sel[2].isi[0].isi == (Tautan("Realisasi TW III H12", book.jalur, "'Lembar Kerja'!H12"),)
