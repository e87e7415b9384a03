"""A document that the planner wrote in, brought up to date: his words stay, the service's become the new ones."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
import sunting_uji as sunting
import tahun_uji
from dokumen_uji import TEMPLATES
from laporan_uji import DICETAK, PERIODE, RENCANA, daftar_berkas, pengaturan
from lxml import etree
from test_compare_documents import Benar, benar_of

from kinerja_xl.domain.laporan.bahan import DataBerkas
from kinerja_xl.domain.laporan.laporan_triwulan import laporan_triwulan
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.reports.compare.read_document import read_document
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.laporan_kinerja import write_laporan_kinerja
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.reports.lint.lint import lint_document
from kinerja_xl.reports.refresh.refresh import Pembaruan, refresh_document
from kinerja_xl.reports.word.parts import DOCUMENT, W, parse_part


def paper(daftar: tuple[DataBerkas, ...], rencana: RencanaAksi = RENCANA) -> bytes:
    isi = laporan_triwulan(pengaturan(), rencana, PERIODE, daftar, DICETAK, final=False)
    return write_laporan_triwulan(isi, (TEMPLATES / "Laporan Triwulan.docx").read_bytes())


def changed(values: dict[tuple[str, str], object]) -> tuple[DataBerkas, ...]:
    """The units with other values in their worksheets, by code and column."""
    units = []
    for data in daftar_berkas():
        if data.isi is not None:
            sel = {kunci: values.get((kunci.baris, kunci.kolom), isi) for kunci, isi in data.isi.sel.items()}
            data = replace(data, isi=replace(data.isi, sel=sel))  # type: ignore[arg-type]
        units.append(data)
    return tuple(units)


def without(*bidang: str) -> tuple[DataBerkas, ...]:
    """The units, some of which have not delivered yet."""
    return tuple(replace(data, isi=None, disetujui_oleh="", versi_disetujui=None, sha256="")
                 if data.bidang in bidang else data for data in daftar_berkas())


LAMA = {
    "other figures": lambda: paper(changed({("RS-01", "realisasi_tw3"): Decimal(60),
                                            ("LJ-02", "realisasi_tw3"): Decimal(200),
                                            ("1.06.04.2.01.0001", "realisasi_rp_sd_tw3"): Decimal(150000000)})),
    "a unit that had not delivered": lambda: paper(without("REHSOS")),
    "two units that had not delivered": lambda: paper(without("LINJAMSOS", "PFM")),
    "a text that was not written": lambda: paper(changed({("RS-01", "faktor_pendorong_tw3"): None,
                                                          ("RS-01", "faktor_penghambat_tw3"): None})),
    "an indicator fewer": lambda: paper(daftar_berkas(), replace(
        RENCANA, daftar_indikator=tuple(i for i in RENCANA.daftar_indikator if i.kode != "LJ-02"))),
    "an indicator more": lambda: paper(daftar_berkas(), replace(
        RENCANA, daftar_indikator=(*RENCANA.daftar_indikator, replace(RENCANA.daftar_indikator[1], kode="RS-09",
                                                                      nama="Jumlah layanan lama")))),
}


@pytest.fixture(scope="module")
def baru() -> Benar:
    return benar_of(paper(daftar_berkas()))


def refresh(parts: sunting.Parts, lama: bytes, baru: Benar) -> tuple[bytes, Pembaruan]:
    return refresh_document(read_document(sunting.pack(parts)), read_document(lama), read_document(
        sunting.pack(baru.parts)))


def body_of(data: bytes) -> str:
    return dump_document(data)


@pytest.mark.parametrize("case", LAMA)
def test_a_document_that_nobody_changed_becomes_the_new_one(baru: Benar, case: str) -> None:
    lama = LAMA[case]()
    data, hasil = refresh(benar_of(lama).parts, lama, baru)
    assert body_of(data) == body_of(sunting.pack(baru.parts))
    assert hasil.tetap == []
    assert lint_document(data) == ()
    assert baru.compare(benar_of(data).parts).daftar == []


@pytest.mark.parametrize("case", LAMA)
@pytest.mark.parametrize("seed", range(2))
def test_every_word_of_the_planner_stays(baru: Benar, case: str, seed: int) -> None:
    lama = LAMA[case]()
    written = sunting.write_narrative(benar_of(lama).parts, random.Random(seed))
    mine = [p.teks for p in read_document(sunting.pack(written)).daftar_paragraf if "terdapat" in p.teks]
    assert len(mine) > 2
    data, _ = refresh(written, lama, baru)
    texts = [p.teks for p in read_document(data).daftar_paragraf]
    for teks in set(mine):
        assert texts.count(teks) >= mine.count(teks), teks
    assert baru.compare(benar_of(data).parts).daftar == []
    assert lint_document(data) == ()


def edit(lama: bytes, change: Callable[[etree._Element], None]) -> sunting.Parts:
    return sunting.edit_document(benar_of(lama).parts, change)


def test_a_renewed_figure_is_told_with_the_planners_texts_beside_it(baru: Benar) -> None:
    lama = LAMA["other figures"]()

    def change(root: etree._Element) -> None:
        row = next(tr for tr in root.iter(f"{W}tr") if "LJ-02 –" in sunting.text_of(tr))
        blank = next(p for p in row.iter(f"{W}p") if "[Belum ditulis" in sunting.text_of(p))
        sunting.set_text(blank, "Jalan putus di dua kecamatan.")

    _, hasil = refresh(edit(lama, change), lama, baru)
    assert ("Capaian: 75%" not in [one.lama for one in hasil.daftar_angka])
    assert {("0%", "75%"), ("60", "72")} <= {(one.lama, one.baru) for one in hasil.daftar_angka}
    assert [teks for _, teks in hasil.didekatnya if not teks.startswith("[")] == ["Jalan putus di dua kecamatan."]


def test_a_sentence_that_the_planner_rewrote_keeps_his_words_with_the_new_figure(baru: Benar) -> None:
    lama = LAMA["other figures"]()

    def change(root: etree._Element) -> None:
        text = next(t for t in root.iter(f"{W}t") if "Rata-rata capaian kinerja Dinas Sosial" in (t.text or ""))
        text.text = "Secara umum kinerja dinas "

    data, _ = refresh(edit(lama, change), lama, baru)
    assert "Secara umum kinerja dinas" in body_of(data)
    assert baru.compare(benar_of(data).parts).daftar == []


def test_a_row_that_went_but_bears_the_planners_words_is_left_and_told(baru: Benar) -> None:
    lama = LAMA["an indicator more"]()

    def change(root: etree._Element) -> None:
        row = next(tr for tr in root.iter(f"{W}tr") if "RS-09 –" in sunting.text_of(tr))
        blank = next(p for p in row.iter(f"{W}p") if sunting.text_of(p) == "–")
        sunting.set_text(blank, "Layanan ini sudah berakhir.")

    data, hasil = refresh(edit(lama, change), lama, baru)
    assert "Layanan ini sudah berakhir." in body_of(data)
    assert any("tidak ada lagi" in why for _, why in hasil.tetap)


def test_a_resaved_document_is_refreshed_by_its_bookmarks(baru: Benar) -> None:
    """LibreOffice keeps no control: the bookmarks say which runs are figures."""
    lama = LAMA["other figures"]()

    def unwrap(root: etree._Element) -> None:
        for control in sunting.controls(root):
            content = control.find(f"{W}sdtContent")
            assert content is not None
            for child in list(content):
                control.addprevious(child)
            parent = control.getparent()
            assert parent is not None
            parent.remove(control)

    data, _ = refresh(edit(lama, unwrap), lama, baru)
    assert baru.compare(benar_of(data).parts).daftar == []


# the charts of the annual report

def annual(more: int = 0) -> bytes:
    """The annual report; ``more`` is added to everything that was achieved and spent."""
    daftar = {tw: tuple(replace(data, isi=data.isi and replace(data.isi, sel={  # type: ignore[arg-type]
        kunci: isi + more if isinstance(isi, Decimal) and kunci.kolom.startswith("realisasi") else isi
        for kunci, isi in data.isi.sel.items()})) for data in units) for tw, units in tahun_uji.quarters().items()}
    return write_laporan_kinerja(tahun_uji.laporan(daftar=daftar), (TEMPLATES / "Laporan Kinerja.docx").read_bytes())


@pytest.fixture(scope="module")
def setahun() -> Benar:
    return benar_of(annual())


def drawn(data: bytes) -> list[tuple[tuple[str, ...], dict[str, tuple[str | None, ...]]]]:
    return [(one.kategori, dict(one.seri)) for one in read_document(data).daftar_grafik]


def test_charts_with_other_points_are_redrawn_with_their_workbooks_and_his_words_stay(setahun: Benar) -> None:
    lama = annual(3)
    written = sunting.write_narrative(benar_of(lama).parts, random.Random(1))
    mine = {p.teks for p in read_document(sunting.pack(written)).daftar_paragraf if "terdapat" in p.teks}
    assert drawn(lama) != drawn(sunting.pack(setahun.parts))
    assert any(one.jenis.name == "GRAFIK" for one in setahun.compare(benar_of(lama).parts).daftar)
    data, hasil = refresh(written, lama, setahun)
    assert drawn(data) == drawn(sunting.pack(setahun.parts))
    assert setahun.compare(benar_of(data).parts).daftar == []  # the workbooks in the charts are compared too
    captions = [p.teks for p in setahun.dokumen.daftar_paragraf if p.teks.startswith("Gambar ")]
    texts = {p.teks for p in read_document(data).daftar_paragraf}
    assert captions
    assert mine | set(captions) <= texts
    assert not [why for _, why in hasil.tetap if "grafik" in why]


def test_a_chart_that_the_planner_took_away_is_told(setahun: Benar) -> None:
    lama = annual(3)
    root = parse_part(benar_of(lama).parts[DOCUMENT])
    drawing = next(one for one in root.iter(f"{W}drawing") if next(one.iter("{*}chart"), None) is not None)
    parent = drawing.getparent()
    assert parent is not None
    parent.remove(drawing)
    without = {**benar_of(lama).parts, DOCUMENT: etree.tostring(root)}
    _, hasil = refresh(without, lama, setahun)
    assert len([why for _, why in hasil.tetap if why.startswith("grafik ")]) == 1
