"""The shipped Word templates are what their script makes, and sound."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from types import ModuleType

import pytest
from dokumen_uji import TEMPLAT_LAPORAN, TEMPLATES, change_part, laporan, part_of
from laporan_uji import DICETAK, PERIODE, RENCANA, daftar_berkas, pengaturan
from tahun_uji import laporan as laporan_tahun
from tahun_uji import tables
from test_laporan_bidang_docx import NASKAH, content

from kinerja_xl.domain.laporan.asal_rencana import asal_of, tabel_perubahan
from kinerja_xl.domain.laporan.laporan_triwulan import WaktuBerkas, laporan_triwulan
from kinerja_xl.domain.naskah.naskah import Kolom, Tabel
from kinerja_xl.domain.sumber import SumberJejak
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.laporan_kinerja import GAYA as GAYA_TAHUNAN
from kinerja_xl.reports.laporan_triwulan import GAYA, write_laporan_triwulan
from kinerja_xl.reports.lint.lint import lint_document
from kinerja_xl.reports.word.sample_tables import Contoh, column_label, column_shares, find_sample
from kinerja_xl.reports.word.styles import open_templat
from kinerja_xl.reports.word.widths import share_width

NAMES = ("Laporan Triwulan.docx", "Lembar Disposisi.docx", "Laporan Kinerja.docx", "Form E.81.docx")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docx", TEMPLATES / "build_docx.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_docx"] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_the_shipped_templates_are_what_the_script_makes(script: ModuleType) -> None:
    built = script.build()
    assert sorted(built) == sorted(NAMES)
    for name in NAMES:
        assert (TEMPLATES / name).read_bytes() == built[name], f"run workbook_templates/build_docx.py for {name}"


@pytest.mark.parametrize("name", NAMES)
def test_the_templates_are_sound(name: str) -> None:
    assert lint_document((TEMPLATES / name).read_bytes()) == ()


def test_the_body_shows_the_paragraph_styles_by_name_for_the_office_to_restyle() -> None:
    text = dump_document((TEMPLATES / NAMES[0]).read_bytes())
    shown = [name for name in GAYA if name not in ("header", "footer") and not name.startswith("Tabel ")]
    assert [name for name in shown if name not in text] == []


def all_tables() -> list[Tabel]:
    year = [WaktuBerkas(data.keadaan.periode.triwulan, data.bidang, data.daftar_tindakan)
            for data in daftar_berkas() if data.keadaan]
    isi = laporan_triwulan(pengaturan(), RENCANA, PERIODE, daftar_berkas(), DICETAK, final=False, setahun=year)
    papers = [content(nama) for nama in NASKAH]
    chapters = [*isi.daftar_bab, *isi.lampiran, *(bagian for paper in papers for bagian in paper.daftar_bagian)]
    changes = tabel_perubahan(asal_of(RENCANA), RENCANA, lambda *_: SumberJejak("", ""))
    return [isi.ikhtisar, changes, *(paper.identitas for paper in papers),
            *(blok for bab in chapters for blok in bab.daftar_blok if isinstance(blok, Tabel)
              and not blok.kunci.startswith("waktu-baku"))]  # its columns are the office's units: no sample names them


def test_every_table_has_a_sample_whose_widths_are_the_ones_it_asks_for() -> None:
    check_samples(open_templat(TEMPLAT_LAPORAN, NAMES[0], GAYA).contoh, all_tables())


def test_so_has_every_table_of_the_annual_report_but_those_whose_columns_are_years() -> None:
    templat = open_templat((TEMPLATES / NAMES[2]).read_bytes(), NAMES[2], GAYA_TAHUNAN)
    named = {kunci: tabel for kunci, tabel in tables(laporan_tahun()).items() if not kunci.startswith("tahun-")}
    assert len(named) == 44
    check_samples(templat.contoh, named.values())


def check_samples(samples: tuple[Contoh, ...], daftar: Iterable[Tabel]) -> None:
    for tabel in daftar:
        sample = find_sample(samples, tabel.kolom)
        assert sample is not None, tabel.judul
        shares = column_shares(sample, tabel.kolom)
        wanted = share_width([kolom.lebar for kolom in tabel.kolom], sum(shares))
        assert all(abs(share - want) < 20 for share, want in zip(shares, wanted, strict=True)), tabel.judul  # a point


def test_a_sample_that_lost_a_column_or_its_words_leaves_the_shipped_widths() -> None:
    kolom = (Kolom("No", 4), Kolom("Unit", 20, grup="Tahap SOP: tanggal (tahun 2026)"))
    assert [column_label(one) for one in kolom] == ["No", "Tahap SOP: Unit"]
    assert column_label(Kolom("Realisasi s.d.\u00a0TW\u00a0III", 1, grup="Tahun 2026")) == "Tahun: Realisasi s.d. TW"
    without, whole = Contoh({"No": 500}), Contoh({"No": 300, "Tahap SOP: Unit": 900})
    assert find_sample((without,), kolom) is None
    assert find_sample((without, whole), kolom) == whole
    assert (column_shares(whole, kolom), column_shares(None, kolom)) == ([300, 900], [4, 20])


def test_a_style_whose_id_has_signs_of_xml_leaves_the_document_whole() -> None:
    odd = "&lt;w:p/&gt;&amp;&quot;"

    def renamed(xml: str) -> str:
        return xml.replace('w:styleId="IsiLaporan"', f'w:styleId="{odd}"')

    written = write_laporan_triwulan(laporan(), change_part(TEMPLAT_LAPORAN, "word/styles.xml", renamed))
    assert f'<w:pStyle w:val="{odd}"/>' in part_of(written)
    assert lint_document(written) == ()
