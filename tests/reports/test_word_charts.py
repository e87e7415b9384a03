"""Charts in Word: native, editable, with words for those who cannot see them, and the same figures throughout."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from dokumen_uji import TEMPLAT_LAPORAN, change_part
from lxml import etree
from naskah_panjang_uji import KETEPATAN, KOSONG, SEMUA, SERAPAN, TAHUNAN, TARGET, seri

from kinerja_xl.domain.naskah.grafik import Grafik
from kinerja_xl.reports.laporan_triwulan import GAYA, NAMA_TEMPLAT
from kinerja_xl.reports.lint.lint import lint_document
from kinerja_xl.reports.word.chart_style import chart_height, number_format, palette
from kinerja_xl.reports.word.document import Naskah
from kinerja_xl.reports.word.styles import open_templat

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
BODY, BODY_RELS = "word/document.xml", "word/_rels/document.xml.rels"
CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"


def write(*daftar: Grafik) -> bytes:
    naskah = Naskah(open_templat(TEMPLAT_LAPORAN, NAMA_TEMPLAT, GAYA), "A4")
    for grafik in daftar:
        naskah.add_chart(replace(grafik, tabel=""))
    return naskah.to_bytes()


def chart_of(data: bytes, name: str = CHART) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def drawn(data: bytes) -> list[dict[str, str]]:
    """The cached figures of each series by category."""
    found = []
    for ser in chart_of(data).iter(f"{C}ser"):
        names = [point.findtext(f"{C}v") or "" for point in ser.iterfind(f"{C}cat//{C}pt")]
        found.append({names[int(point.get("idx", ""))]: point.findtext(f"{C}v") or ""
                      for point in ser.iterfind(f"{C}val//{C}pt")})
    return found


def sheet(data: bytes) -> list[tuple[object, ...]]:
    """The rows of the workbook inside the first chart, read by another library than the one that wrote it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = openpyxl.load_workbook(io.BytesIO(package.read(BOOK)))
    return list(book.active.iter_rows(values_only=True))  # type: ignore[union-attr]


@pytest.mark.parametrize("grafik", SEMUA, ids=lambda g: g.jenis.name)
def test_every_kind_of_chart_is_sound_and_written_alike_twice(grafik: Grafik) -> None:
    data = write(grafik)
    assert lint_document(data) == ()
    assert write(grafik) == data


def test_the_chart_and_the_workbook_to_edit_hold_the_same_figures() -> None:
    data = write(TARGET)
    names = TARGET.kategori
    assert drawn(data) == [{names[0]: "80", names[1]: "75.5", names[2]: "82.25"}, {names[0]: "84.10", names[2]: "81"}]
    assert sheet(data) == [(None, "Target", "Realisasi"), (names[0], 80, 84.1), (names[1], 75.5, None),
                           (names[2], 82.25, 81)]


def test_a_figure_with_more_digits_than_excel_keeps_is_the_same_in_both() -> None:
    third = Decimal(100) / Decimal(3)  # 33.33333333333333333333333333
    data = write(replace(SERAPAN, kategori=("A",), seri=(replace(SERAPAN.seri[0], nilai=(third,)),)))
    assert drawn(data) == [{"A": "33.3333333333333"}]
    assert sheet(data)[1] == ("A", 33.3333333333333)
    assert lint_document(data) == ()


def test_what_staff_wrote_is_text_in_the_workbook_never_a_formula() -> None:
    data = write(replace(SERAPAN, kategori=("=cmd|'/c calc'!A1", "https://contoh.go.id", "a\x07<&>", "x" * 20_000)))
    rows = sheet(data)
    assert [row[0] for row in rows[1:4]] == ["=cmd|'/c calc'!A1", "https://contoh.go.id", "a<&>"]
    assert str(rows[4][0]) == "x" * 69 + "…"
    assert lint_document(data) == ()


def test_a_long_name_ends_with_a_whole_word() -> None:
    name = "Program Pemberdayaan Sosial dan Penanganan Warga Negara Migran Korban Tindak Kekerasan"
    data = write(replace(SERAPAN, kategori=(name,), seri=(replace(SERAPAN.seri[0], nilai=(Decimal(1),)),)))
    assert sheet(data)[1][0] == "Program Pemberdayaan Sosial dan Penanganan Warga Negara Migran Korban…"


def test_the_description_says_the_figures_in_words() -> None:
    assert KETEPATAN.uraian == ("Grafik batang bertumpuk: Ketepatan waktu penyampaian menurut bidang. Sekretariat: "
                                "Tepat waktu 4, Terlambat 0; Rehabilitasi Sosial: Tepat waktu 3, Terlambat 1; "
                                "Perlindungan dan Jaminan Sosial: Tepat waktu 2, Terlambat 2.")
    assert "2022: Persentase PPKS yang tertangani tidak ada data" in TAHUNAN.uraian
    assert "dan 260 lainnya." in replace(SERAPAN, kategori=("A",) * 300, seri=(seri("S", *["1"] * 300),)).uraian
    with zipfile.ZipFile(io.BytesIO(write(KETEPATAN))) as package:
        xml = package.read(BODY).decode()
    (words,) = re.findall(r'<wp:docPr [^>]*descr="([^"]*)" title="([^"]*)"', xml)
    assert words == (KETEPATAN.uraian, KETEPATAN.judul)


def test_a_series_has_one_value_for_each_category() -> None:
    with pytest.raises(ValueError, match="Target has 1 values for 3 categories"):
        replace(TARGET, seri=(seri("Target", "1"),))


def test_a_chart_without_a_value_is_a_placeholder_with_its_caption() -> None:
    with zipfile.ZipFile(io.BytesIO(write(KOSONG))) as package:
        assert not [name for name in package.namelist() if "chart" in name]
        xml = package.read(BODY).decode()
    assert "[Belum disajikan: grafik batang “Perbandingan dengan standar nasional”, karena belum ada datanya]" in xml
    assert ">. Perbandingan dengan standar nasional<" in xml


def test_figures_are_printed_with_the_decimals_of_the_report() -> None:
    assert (number_format(2), number_format(0)) == ("[$-421]#,##0.00", "[$-421]#,##0")
    formats = {element.get("formatCode") for element in chart_of(write(TARGET)).iter(f"{C}numFmt")}
    assert formats == {"[$-421]#,##0.00", "[$-421]#,##0"}  # labels, axis


def test_bars_begin_at_zero_and_lines_where_they_can_be_told_apart() -> None:
    assert [e.get("val") for e in chart_of(write(TARGET)).iter(f"{C}min")] == ["0.0"]
    assert list(chart_of(write(TAHUNAN)).iter(f"{C}min")) == []
    below = replace(TARGET, seri=(seri("Target", "1", "2", "-3"),))
    assert list(chart_of(write(below)).iter(f"{C}min")) == []


def test_lying_bars_begin_with_the_first_on_top_and_get_room_for_each() -> None:
    chart = chart_of(write(SERAPAN))
    assert [e.get("val") for e in chart.iter(f"{C}orientation")] == ["maxMin"]
    assert [e.get("val") for e in chart.iterfind(f".//{C}valAx/{C}crosses")] == ["max"]
    # 2,4 cm and 4 bars of 0,5 + 0,4 cm: 6 cm of 567 twips
    assert chart_height(SERAPAN, 14_000) == pytest.approx(6 * 567, abs=4)
    assert chart_height(replace(SERAPAN, kategori=("A",) * 300, seri=(seri("S", *["1"] * 300),)), 14_000) == 9_800


def test_the_colours_are_those_of_the_template_and_differ_in_grey() -> None:
    assert palette("", 2) == palette("D9E2F3", 2)  # the colour of the shipped template
    red, green, blue = (int(palette("D9E2F3", 1)[0][at:at + 2], 16) for at in (0, 2, 4))
    assert blue > green > red
    grey = palette("808080", 2)
    assert grey == ["B8B8B8", "5C5C5C"]  # 0,72 and 0,36 of 255
    one = chart_of(write(SERAPAN))
    assert next(one.iterfind(f".//{C}ser/{C}spPr//{{*}}srgbClr")).get("val") == palette("D9E2F3", 1, (0.36,))[0]


def test_a_single_series_needs_no_legend_and_crossing_lines_bear_no_figures() -> None:
    assert list(chart_of(write(SERAPAN)).iter(f"{C}legend")) == []
    assert len(list(chart_of(write(TARGET)).iter(f"{C}legend"))) == 1
    assert list(chart_of(write(TAHUNAN)).iter(f"{C}showVal")) == []  # they cross in 2026
    apart = replace(TAHUNAN, kategori=("2025", "2026"), seri=(seri("A", "1", "2"), seri("B", "3", "4")))
    assert [e.get("val") for e in chart_of(write(apart)).iter(f"{C}dLblPos")] == ["b", "t"]


def test_a_chart_says_its_unit_and_its_language() -> None:
    chart = chart_of(write(TARGET))
    assert "".join(chart.find(f"{C}chart/{C}title").itertext()).strip() == "Dalam persen"  # type: ignore[union-attr]
    assert chart.find(f"{C}lang").get("val") == "id-ID"  # type: ignore[union-attr]
    assert chart_of(write(KETEPATAN)).find(f"{C}chart/{C}title") is None


def test_charts_beside_each_other_have_parts_of_their_own() -> None:
    with zipfile.ZipFile(io.BytesIO(write(TARGET, SERAPAN))) as package:
        types = package.read("[Content_Types].xml").decode()
        names = package.namelist()
    assert [n for n in names if n.startswith("word/charts/chart")] == [CHART, CHART.replace("1.xml", "2.xml")]
    assert [n for n in names if "embeddings" in n] == [BOOK, BOOK.replace("1.xlsx", "2.xlsx")]
    assert types.count("drawingml.chart+xml") == 2
    assert 'Extension="xlsx"' in types


def test_a_chart_that_a_template_holds_keeps_its_parts() -> None:
    data = Naskah(open_templat(write(TARGET, SERAPAN), NAMA_TEMPLAT, GAYA), "A4")
    data.add_chart(TAHUNAN)
    written = data.to_bytes()
    assert lint_document(written) == ()
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        names = package.namelist()
    assert len(names) == len(set(names))
    assert CHART.replace("1.xml", "3.xml") in names


def swap(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(old, new, 1)


RELS = "word/charts/_rels/chart1.xml.rels"
FAULTS = {
    "a value that its workbook does not hold": (CHART, swap("<c:v>84.10</c:v>", "<c:v>94.10</c:v>"),
                                                "another value than its workbook holds in C2"),
    "a name that its workbook does not hold": (CHART, swap("<c:v>Realisasi</c:v>", "<c:v>Rencana</c:v>"),
                                               "another value than its workbook holds in C1"),
    "a value more than the range": (CHART, swap("Sheet1!$B$2:$B$4", "Sheet1!$B$2:$B$3"), "is no range of its workbook"),
    "a range that is none": (CHART, swap("Sheet1!$B$2:$B$4", "Sheet1!Realisasi"), "is no range of its workbook"),
    "no workbook": (CHART, lambda xml: re.sub(r"<c:externalData.*</c:externalData>", "", xml), "no workbook to edit"),
    "a workbook of another kind": (RELS, swap("relationships/package", "relationships/image"), "no workbook to edit"),
    "a workbook that is gone": (RELS, swap("Worksheet1.xlsx", "Worksheet9.xlsx"), "which is missing"),
    "children out of order": (CHART, lambda xml: re.sub(r'(<c:date1904 val="0"/>)(<c:lang[^>]*/>)', r"\2\1", xml),
                              "chartSpace of a chart has its children in the wrong order"),
    "a bar chart out of order": (CHART, lambda xml: re.sub(r"(<c:barDir[^>]*/>\s*)(<c:grouping[^>]*/>)", r"\2\1", xml),
                                 "barChart of a chart has its children in the wrong order"),
    "an axis id that is not there": (CHART, swap('<c:crossAx val="111111112"/>', '<c:crossAx val="5"/>'),
                                     "axes of a chart do not find each other"),
    "negative axis ids": (CHART, lambda xml: xml.replace('"111111112"', '"-2113994440"'),
                          "axes of a chart do not find each other"),
    "axis ids that LibreOffice confuses": (CHART, lambda xml: xml.replace('"111111112"', '"2180972856"'),
                                           "axes of a chart do not find each other"),
    "two series of one place": (CHART, swap('<c:order val="1"/>', '<c:order val="0"/>'), "order 0 of a series occurs"),
    "a chart without words": (BODY, lambda xml: re.sub(r' descr="[^"]*"', "", xml),
                              "no alternative text"),
    "a drawing that shows no chart": (BODY_RELS, swap("relationships/chart", "relationships/image"),
                                      "which is no chart"),
    "two drawings with one id": (BODY, lambda xml: re.sub(r'<wp:docPr id="\d+"', '<wp:docPr id="7"', xml),
                                 "drawing id 7 occurs 2 times"),
    "a chart without content type": ("[Content_Types].xml", swap("/word/charts/chart1.xml", "/word/charts/chart7.xml"),
                                     "is declared but missing"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    part, change, message = FAULTS[fault]
    data = write(TARGET, SERAPAN)
    assert lint_document(data) == ()
    findings = lint_document(change_part(data, part, change))
    assert any(str(message) in finding for finding in findings), findings


def test_a_workbook_that_cannot_be_read_is_found() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write(TARGET))) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"PK" if name == BOOK else old.read(name))
    assert any("cannot be read" in finding for finding in lint_document(target.getvalue()))
