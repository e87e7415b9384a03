"""A document against itself made anew: each edit of a figure is found, and nothing else is."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import sunting_uji as sunting
import tahun_uji
from dokumen_uji import TEMPLATES, laporan
from lxml import etree
from naskah_panjang_uji import TARGET

from kinerja_xl.domain.sumber import SumberJejak
from kinerja_xl.reports.compare.compare_documents import JenisMasalah, Perbandingan
from kinerja_xl.reports.compare.compare_sources import compare_all
from kinerja_xl.reports.compare.read_document import DokumenTerbaca, read_document
from kinerja_xl.reports.laporan_kinerja import write_laporan_kinerja
from kinerja_xl.reports.laporan_triwulan import write_laporan_triwulan
from kinerja_xl.reports.word.parts import W, read_parts
from kinerja_xl.reports.word.provenance import DaftarSumber, read_sources

J = JenisMasalah


@dataclass(frozen=True)
class Benar:
    """A document as the service writes it."""

    parts: dict[str, bytes]
    dokumen: DokumenTerbaca
    daftar: DaftarSumber

    def compare(self, parts: dict[str, bytes]) -> Perbandingan:
        data = sunting.pack(parts)
        daftar = read_sources(parts)
        assert daftar is not None
        return compare_all(read_document(data), daftar, self.dokumen, self.daftar)


def benar_of(data: bytes) -> Benar:
    parts = read_parts(data)
    daftar = read_sources(parts)
    assert daftar is not None
    return Benar(parts, read_document(data), daftar)


@pytest.fixture(scope="module")
def triwulan() -> Benar:
    return benar_of(write_laporan_triwulan(laporan(), (TEMPLATES / "Laporan Triwulan.docx").read_bytes()))


@pytest.fixture(scope="module")
def tahunan() -> Benar:
    templat = (TEMPLATES / "Laporan Kinerja.docx").read_bytes()
    return benar_of(write_laporan_kinerja(tahun_uji.laporan(), templat))


EDITS: dict[str, tuple[Callable[[sunting.Parts, random.Random], sunting.Parts], set[J]]] = {
    "a figure": (sunting.edit_figure, {J.DIUBAH}),
    "a figure and the list": (sunting.edit_figure_and_list, {J.DIUBAH, J.DAFTAR}),
    "two controls": (sunting.swap_controls, {J.TERTUKAR}),
    "a computed word": (sunting.edit_word, {J.DIUBAH}),
    "a number without a tag": (sunting.insert_number, {J.TANPA_SUMBER}),
}
TIMES = 35  # with 15 charts and 10 cells of archived worksheets these are 200


@pytest.mark.parametrize("edit", EDITS)
def test_every_random_edit_of_a_figure_is_found_for_what_it_is(triwulan: Benar, edit: str) -> None:
    change, kinds = EDITS[edit]
    for seed in range(TIMES):
        hasil = triwulan.compare(change(dict(triwulan.parts), random.Random(seed)))
        assert hasil.daftar, f"{edit} {seed} was not found"
        assert {one.jenis for one in hasil.daftar} <= kinds | {J.DIUBAH}, (edit, seed, hasil.daftar)
        assert {one.jenis for one in hasil.daftar} & kinds


@pytest.mark.parametrize("seed", range(15))
def test_a_cached_value_of_a_chart_that_was_changed_is_found(tahunan: Benar, seed: int) -> None:
    hasil = tahunan.compare(sunting.edit_chart(dict(tahunan.parts), random.Random(seed)))
    assert [one.jenis for one in hasil.daftar] == [J.GRAFIK]


def test_a_document_that_nobody_touched_has_no_fault(triwulan: Benar, tahunan: Benar) -> None:
    for right in (triwulan, tahunan):
        hasil = right.compare(dict(right.parts))
        assert (hasil.daftar, hasil.info) == ([], [])
        assert hasil.angka == hasil.tertaut > 400


@pytest.mark.parametrize("change", [sunting.as_word_saves, sunting.write_narrative])
def test_what_word_does_and_what_the_planner_writes_is_no_fault(triwulan: Benar, tahunan: Benar,
                                                                change: Callable[..., sunting.Parts]) -> None:
    for right in (triwulan, tahunan):
        for seed in range(4):
            edited = change(dict(right.parts), random.Random(seed))
            assert edited != right.parts
            assert right.compare(edited).daftar == []


def test_numbers_that_the_planner_wrote_are_told_and_no_fault(tahunan: Benar) -> None:
    hasil = tahunan.compare(sunting.write_narrative(dict(tahunan.parts), random.Random(1)))
    assert {one.tertulis for one in hasil.info} >= {"2026", "12,5", "2025"}


def test_a_resave_by_libreoffice_kills_the_tags_and_no_figure(triwulan: Benar, tahunan: Benar, tmp_path: Path) -> None:
    for name, right in (("triwulan", triwulan), ("tahunan", tahunan)):
        (tmp_path / f"{name}.docx").write_bytes(sunting.pack(right.parts))
    subprocess.run(["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to",
                    "docx", "--outdir", str(tmp_path / "lagi"), *map(str, tmp_path.glob("*.docx"))],
                   check=True, capture_output=True)
    for name, right in (("triwulan", triwulan), ("tahunan", tahunan)):
        parts = read_parts((tmp_path / "lagi" / f"{name}.docx").read_bytes())
        assert b"kx:" not in parts["word/document.xml"]
        assert right.compare(parts).daftar == []
    assert right.compare(sunting.edit_chart(parts, random.Random(5))).daftar


# single cases

def change_one(right: Benar, change: Callable[[etree._Element], None]) -> Perbandingan:
    return right.compare(sunting.edit_document(dict(right.parts), change))


def test_a_control_that_was_taken_away_is_missed_and_its_number_has_no_source(triwulan: Benar) -> None:
    def change(root: etree._Element) -> None:
        control = next(one for one in sunting.controls(root) if sunting.text_of(one) == "90,75%")
        plain = etree.SubElement(etree.Element("x"), f"{W}r")
        etree.SubElement(plain, f"{W}t").text = "90,75%"
        control.addprevious(plain)
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)

    hasil = change_one(triwulan, change)
    assert [one.jenis for one in hasil.daftar] == [J.HILANG, J.TANPA_SUMBER]
    assert hasil.daftar[0].seharusnya == hasil.daftar[1].tertulis + "%" == "90,75%"
    assert (hasil.tanpa_sumber, hasil.angka - hasil.tertaut) == (1, 2)


@pytest.mark.parametrize("sign", ["1", "−", "9,"])
def test_a_sign_typed_right_before_a_figure_changes_it(triwulan: Benar, sign: str) -> None:
    def change(root: etree._Element) -> None:
        control = next(one for one in sunting.controls(root) if sunting.text_of(one) == "79,70%")
        plain = etree.Element(f"{W}r")
        etree.SubElement(plain, f"{W}t").text = sign
        control.addprevious(plain)

    found = [one for one in change_one(triwulan, change).daftar if one.jenis is J.DIUBAH]
    assert [(one.tertulis, one.seharusnya) for one in found] == [(f"{sign}79,70%", "79,70%")]


def test_a_year_changed_in_a_generated_sentence_is_a_number_without_source(triwulan: Benar) -> None:
    def change(root: etree._Element) -> None:
        text = next(t for t in root.iter(f"{W}t") if "Triwulan III Tahun 2026 adalah" in (t.text or ""))
        text.text = (text.text or "").replace("2026", "2025")

    hasil = change_one(triwulan, change)
    assert [(one.jenis, one.tertulis) for one in hasil.daftar] == [(J.TANPA_SUMBER, "2025")]
    assert hasil.daftar[0].tempat.bab.startswith("BAB III")


def test_a_finding_names_chapter_table_and_row(triwulan: Benar) -> None:
    def change(root: etree._Element) -> None:
        row = next(tr for tr in root.iter(f"{W}tr") if "Rata-rata waktu penyaluran" in sunting.text_of(tr))
        sunting.set_text(next(one for one in sunting.controls(row) if sunting.text_of(one) == "75%"), "85%")

    (found,) = change_one(triwulan, change).daftar
    assert found.tempat.bab.startswith("BAB II CAPAIAN KINERJA")
    assert found.tempat.tabel == "Tabel 4. Pengukuran capaian kinerja Triwulan III Tahun 2026"
    assert "Rata-rata waktu penyaluran bantuan korban bencana" in found.tempat.baris
    assert (found.tertulis, found.seharusnya, found.sumber) == ("85%", "75%", "Capaian TW III 2026 LJ-02")


def test_sentences_of_two_paragraphs_whose_figures_changed_places_are_found(triwulan: Benar) -> None:
    """Each has one figure, so that only the words around them tell where they belong."""
    def change(root: etree._Element) -> None:
        one, two = (control for p in root.iter(f"{W}p") for control in sunting.controls(p)
                    if sunting.text_of(p).startswith("Rata-rata capaian") and "%" in sunting.text_of(control))
        first, second = sunting.text_of(one), sunting.text_of(two)
        assert first != second
        sign = etree.Element("x")
        one.addprevious(sign)
        two.addprevious(one)
        sign.addprevious(two)
        parent = sign.getparent()
        assert parent is not None
        parent.remove(sign)

    assert {one.jenis for one in change_one(triwulan, change).daftar} == {J.TERTUKAR}


def test_a_list_of_sources_that_was_changed_alone_is_found(triwulan: Benar) -> None:
    name = sunting.sources_part(triwulan.parts)
    changed = triwulan.parts[name].replace(b"realisasi_tw3", b"realisasi_tw2", 1)
    assert changed != triwulan.parts[name]
    assert {one.jenis for one in triwulan.compare({**triwulan.parts, name: changed}).daftar} == {J.DAFTAR}


def test_a_text_typed_over_the_label_of_a_chart_is_found(tahunan: Benar) -> None:
    name = next(name for name in tahunan.parts if name.startswith("word/charts/chart"))
    label = (b'<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich xmlns:a="http://schemas.openxmlformats.org/drawingml/2006'
             b'/main"><a:bodyPr/><a:p><a:r><a:t>99</a:t></a:r></a:p></c:rich></c:tx></c:dLbl>')
    changed = tahunan.parts[name].replace(b"<c:dLbls>", label, 1)
    assert changed != tahunan.parts[name]
    assert [one.tertulis for one in tahunan.compare({**tahunan.parts, name: changed}).daftar] == ["99"]


def test_points_of_a_chart_are_told_with_their_sources() -> None:
    seri = TARGET.seri[0]
    sources = tuple(SumberJejak(f"s{n}", "") for n in range(3))
    assert type(seri)(seri.nama, seri.nilai, sources).sumber == sources
    with pytest.raises(ValueError, match="2 sources for 3 values"):
        type(TARGET)(TARGET.kunci, TARGET.judul, TARGET.jenis, TARGET.kategori,
                     (type(seri)(seri.nama, seri.nilai, sources[:2]),))
