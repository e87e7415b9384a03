"""Makes the Word templates from nothing but this file: page setup, styles and numbering, the same bytes each time.

Run ``python workbook_templates/build_docx.py`` after a change; a test compares the shipped files with its output.
The body only shows each style by name, so that an office can restyle it in Word; it is replaced by every paper.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EPOCH = (1980, 1, 1, 0, 0, 0)
PER_CM = 567  # twips
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Gaya:
    """A paragraph style: ``ppr`` and ``rpr`` are its properties in schema order."""

    nama: str
    ppr: str = ""
    rpr: str = ""
    dasar: str = "Normal"
    lanjut: str = ""

    @property
    def id(self) -> str:
        """The style's id: its name without blanks."""
        return "".join(word[:1].upper() + word[1:] for word in self.nama.split())


def spacing(before: int = 0, after: int = 0, line: int = 240) -> str:
    """Return space before and after in twentieths of a point, lines in 240ths."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def size(points: float) -> str:
    """Return a font size."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


BOLD, ITALIC, KEEP = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>", "<w:keepNext/><w:keepLines/>"
CENTER, BOTH = '<w:jc w:val="center"/>', '<w:jc w:val="both"/>'


def shade(fill: str) -> str:
    """Return a paragraph or cell background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def colour(rgb: str) -> str:
    """Return a text colour."""
    return f'<w:color w:val="{rgb}"/>'


def in_list(number: int) -> str:
    """Return the tie to a list of numbering.xml."""
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


COMMON = (
    Gaya("header", spacing()), Gaya("footer", spacing() + CENTER, size(8)),
    Gaya("Kop Pemerintah", KEEP + spacing() + CENTER, size(14)),
    Gaya("Kop Nama", KEEP + spacing(0, 20) + CENTER, BOLD + size(18)),
    Gaya("Kop Alamat", KEEP + spacing() + CENTER, size(10)),
    Gaya("Kop Garis", KEEP + '<w:pBdr><w:top w:val="thinThickSmallGap" w:sz="24" w:space="1" w:color="auto"/></w:pBdr>'
         + spacing(60, 60), size(4)),
    Gaya("Kepala Status", spacing(0, 60) + CENTER, BOLD + colour("C00000") + '<w:spacing w:val="20"/>' + size(9)),
    Gaya("Perhatian", spacing(0, 120, 276), BOLD + colour("9C0006") + size(11)),
    Gaya("Isian Kosong", shade("FFF2CC") + spacing(20, 20), ITALIC + colour("7F4F00") + size(9)),
    Gaya("Tanda Tangan", KEEP + spacing() + CENTER, size(11)),
    Gaya("Nama Penanda Tangan", dasar="Tanda Tangan", rpr=BOLD + '<w:u w:val="single"/>'),
)
REPORT = (
    Gaya("heading 1", KEEP + spacing(360, 160) + CENTER + '<w:outlineLvl w:val="0"/>', BOLD + size(13),
         lanjut="Isi Laporan"),
    Gaya("heading 2", KEEP + spacing(200, 100) + '<w:outlineLvl w:val="1"/>', BOLD + size(11.5), lanjut="Isi Laporan"),
    Gaya("Judul Laporan", KEEP + spacing(60, 60) + CENTER, BOLD + size(14)),
    Gaya("Isi Laporan", "<w:widowControl/>" + spacing(60, 100, 276) + BOTH, size(11)),
    Gaya("Daftar Bernomor", in_list(1) + spacing(0, 60, 264) + BOTH, dasar="Isi Laporan"),
    Gaya("Daftar Butir", in_list(2) + spacing(0, 60, 264) + BOTH, dasar="Isi Laporan"),
    Gaya("caption", KEEP + spacing(160, 80) + CENTER, BOLD + size(10)),
    Gaya("Isi Tabel", spacing(20, 20), size(9)),
    Gaya("Kepala Tabel", KEEP + spacing(20, 20) + CENTER, BOLD, dasar="Isi Tabel"),
    Gaya("Nomor Kolom", KEEP + spacing() + CENTER, ITALIC + size(8), dasar="Isi Tabel"),
    Gaya("Keterangan Tabel", spacing(20, 20), ITALIC + size(8)),
    Gaya("Perhatian Tabel", dasar="Isi Tabel", rpr=BOLD + colour("9C0006")),
    Gaya("Judul Kotak", KEEP + spacing(40, 20), BOLD + size(9)),
    Gaya("Isi Kotak", spacing(0, 20) + '<w:ind w:left="227" w:hanging="227"/>', size(9)),
    Gaya("Narasi", dasar="Isi Laporan"),
)
CONTENTS = tuple(
    Gaya(nama, spacing(40, 40) + f'<w:ind w:left="{indent + 340}" w:hanging="340"/>', size(10.5))
    for nama, indent in (("toc 1", 0), ("toc 2", 340), ("toc 3", 680), ("table of figures", 0)))
SMALL = {"Isi Tabel": 7.0, "Kepala Tabel": 7.0, "Nomor Kolom": 6.0, "Keterangan Tabel": 7.0, "Isi Laporan": 9.0,
         "Judul Laporan": 11.0}
WIDE = tuple(replace(gaya, rpr=(gaya.rpr.partition("<w:sz ")[0] if gaya.rpr else "") + size(SMALL[gaya.nama]))
             if gaya.nama in SMALL else gaya for gaya in REPORT)
"""The report's styles, smaller: sixteen columns have to stand side by side."""
YEARLY = (
    *(replace(gaya, ppr=KEEP + "<w:pageBreakBefore/>" + spacing(0, 200) + CENTER + '<w:outlineLvl w:val="0"/>')
      if gaya.nama == "heading 1" else gaya for gaya in REPORT),
    Gaya("heading 3", KEEP + spacing(240, 80) + '<w:outlineLvl w:val="2"/>', BOLD + size(11), lanjut="Isi Laporan"),
    Gaya("heading 4", KEEP + spacing(160, 60) + '<w:outlineLvl w:val="3"/>', BOLD + ITALIC + size(11),
         lanjut="Isi Laporan"),
    Gaya("Judul Sampul", spacing(120, 120) + CENTER, BOLD + size(20)),
    Gaya("Isi Sampul", spacing(60, 60) + CENTER, BOLD + size(14)),
    *CONTENTS,
)
FORM = (
    Gaya("Judul Formulir", KEEP + spacing(60, 80) + CENTER, BOLD + size(13)),
    Gaya("Isi Formulir", spacing(20, 20), size(10)),
    Gaya("Label Formulir", dasar="Isi Formulir", rpr=BOLD),
    Gaya("Pilihan Formulir", spacing(20, 20) + '<w:ind w:left="340" w:hanging="340"/>', dasar="Isi Formulir"),
    Gaya("Kaki Formulir", spacing(60, 0), ITALIC + size(8)),
)


def table_style(nama: str, borders: tuple[str, ...], extra: str = "") -> str:
    """Return a table style with single lines on these edges and small cell margins."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in edges
                    if edge in borders)
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>'
                      for side, width in (("top", 15), ("left", 70), ("bottom", 15), ("right", 70)))
    frame = f"<w:tblBorders>{lines}</w:tblBorders>" if lines else ""
    return (f'<w:style w:type="table" w:customStyle="1" w:styleId="{nama.replace(" ", "")}"><w:name w:val="{nama}"/>'
            f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr>{frame}'
            f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{extra}</w:style>")


ALL_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
FIRST_ROW = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade("D9E2F3")}</w:tcPr></w:tblStylePr>'
TABLES = (table_style("Tabel Laporan", ALL_EDGES, FIRST_ROW), table_style("Tabel Formulir", ALL_EDGES),
          table_style("Tabel Kotak", ALL_EDGES[:4]), table_style("Tabel Polos", ()))


def paragraph_style(gaya: Gaya, known: dict[str, str]) -> str:
    """Return a paragraph style element."""
    builtin = gaya.nama in {"header", "footer", "caption"} or gaya.nama.startswith(("heading ", "toc ", "table of "))
    custom = "" if builtin else ' w:customStyle="1"'
    following = f'<w:next w:val="{known[gaya.lanjut]}"/>' if gaya.lanjut else ""
    ppr = f"<w:pPr>{gaya.ppr}</w:pPr>" if gaya.ppr else ""
    rpr = f"<w:rPr>{gaya.rpr}</w:rPr>" if gaya.rpr else ""
    return (f'<w:style w:type="paragraph"{custom} w:styleId="{gaya.id}"><w:name w:val="{gaya.nama}"/>'
            f'<w:basedOn w:val="{known[gaya.dasar]}"/>{following}<w:qFormat/>{ppr}{rpr}</w:style>')


def styles(daftar_gaya: tuple[Gaya, ...]) -> str:
    """Return styles.xml: Arial 12, language id-ID."""
    known = {"Normal": "Normal", **{gaya.nama: gaya.id for gaya in daftar_gaya}}
    defaults = ('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" '
                f'w:cs="Arial"/>{size(12)}<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr>'
                f"</w:rPrDefault><w:pPrDefault><w:pPr>{spacing()}</w:pPr></w:pPrDefault></w:docDefaults>")
    normal = ('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
              "</w:style>")
    font = ('<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name '
            'w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>')
    box = ('<w:style w:type="character" w:customStyle="1" w:styleId="KotakPilihan"><w:name w:val="Kotak Pilihan"/>'
           '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" '
           'w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/></w:rPr></w:style>')
    table = ('<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
             '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>')
    paragraphs = "".join(paragraph_style(gaya, known) for gaya in daftar_gaya)
    return f"{HEAD}<w:styles {W}>{defaults}{normal}{font}{table}{box}{paragraphs}{''.join(TABLES)}</w:styles>"


def level(fmt: str, text: str, style: str) -> str:
    """Return the one level of a list."""
    return (f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:pStyle w:val="{style}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr>'
            "</w:lvl>")


def numbering(*, lists: bool) -> str:
    """Return numbering.xml: the numbered and the bullet list of the report's styles."""
    kinds = (level("decimal", "%1.", "DaftarBernomor"), level("bullet", "•", "DaftarButir")) if lists else ()
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>{kind}'
                       "</w:abstractNum>" for n, kind in enumerate(kinds, 1))
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _ in enumerate(kinds, 1))
    return f"{HEAD}<w:numbering {W}>{abstract}{nums}</w:numbering>"


SETTINGS = (f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting '
            'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>')
CORE = (f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:language>id-ID'
        '</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2022-01-03T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2022-01-03T00:00:00Z</dcterms:modified></cp:coreProperties>')
PARTS = (("styles", "styles.xml"), ("settings", "settings.xml"), ("numbering", "numbering.xml"),
         ("header", "header1.xml"), ("footer", "footer1.xml"), ("fontTable", "fontTable.xml"))
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
FONTS = (f'{HEAD}<w:fonts {W}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:family w:val="swiss"/>'
         '<w:pitch w:val="variable"/></w:font></w:fonts>')


def theme() -> str:
    """Return the smallest theme Word accepts: Office's colours, Arial, plain fills and lines."""
    names = ("dk1 000000", "lt1 FFFFFF", "dk2 44546A", "lt2 E7E6E6", "accent1 4472C4", "accent2 ED7D31",
             "accent3 A5A5A5", "accent4 FFC000", "accent5 5B9BD5", "accent6 70AD47", "hlink 0563C1", "folHlink 954F72")
    colours = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in map(str.split, names))
    face = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kinerja">'
            f'<a:themeElements><a:clrScheme name="Kinerja">{colours}</a:clrScheme><a:fontScheme name="Kinerja">'
            f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
            f'<a:fmtScheme name="Kinerja"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}'
            f"</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
            "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>")


Contoh = tuple[tuple[str, str, int], ...]  # group heading, heading and share of each column
SUMBER: Contoh = (("", "Lembar", 18), ("", "Kode", 16), ("", "Sel yang dibaca", 66))
TABEL: tuple[Contoh, ...] = (
    (("", "Uraian", 38), ("", "Keadaan", 62)),
    (("", "Uraian", 20), ("", "Keterangan", 80)),
    (("", "No", 6), ("", "Kegiatan", 44), ("", "Pelaksana", 18), ("", "Waktu Baku", 12), ("", "Keluaran", 20)),
    (("", "Bagian Rencana", 22), ("", "Semula", 19), ("", "Menjadi", 19), ("", "Alasan", 40)),
    (("", "Tingkat", 22), ("", "Jumlah Indikator", 14), ("", "Terisi", 12), ("", "Dapat Dihitung", 14),
     ("", "Rata-rata Capaian", 18), ("", "Kategori", 20)),
    (("", "No", 6), ("", "Interval Nilai Realisasi Kinerja", 34), ("", "Kriteria", 28), ("", "Batas yang Dipakai", 32)),
    (("", "No", 4), ("", "Sasaran", 20), ("", "Indikator Kinerja", 30), ("", "Satuan", 8),
     *((("Triwulan"), judul, share) for judul, share in (("Target", 7), ("Realisasi", 8), ("Capaian", 10),
                                                         ("Kategori", 14))),
     *(("Tahun", judul, share) for judul, share in (("Target", 7), ("Realisasi s.d. TW", 10),
                                                    ("Capaian terhadap Target", 10)))),
    (("", "Kode", 13), ("", "Program / Kegiatan / Sub Kegiatan", 37), ("", "Satuan", 8),
     *(("Keluaran Triwulan", judul, share) for judul, share in (("Target", 7), ("Realisasi", 8), ("Capaian", 9))),
     *(("Anggaran (Rp)", judul, share) for judul, share in (("Pagu", 12), ("Realisasi TW", 12),
                                                            ("Realisasi s.d. TW", 12), ("Serapan", 8)))),
    (("", "No", 4), ("", "Indikator dan Capaian", 22), ("", "Faktor Pendorong", 19), ("", "Faktor Penghambat", 19),
     ("", "Tindak Lanjut", 18), ("", "Rekomendasi Kasubag Perencanaan", 18)),
    (("", "No", 4), ("", "Indikator dan Capaian", 23), ("", "Keterangan", 18), ("", "Faktor Pendorong", 19),
     ("", "Faktor Penghambat", 19), ("", "Tindak Lanjut", 17)),
    (("", "No", 3), ("", "Unit", 20),
     *(("Tahap SOP", judul, share) for judul, share in (
         ("Penugasan", 13), ("Perintah", 13), ("Bahan", 18), ("Laporan", 18), ("Persetujuan", 16), ("Penyerahan", 15),
         ("Rekomendasi", 16))), ("", "Putaran", 7), ("", "Kedudukan", 15)),
    (("", "No", 4), ("", "Kegiatan menurut SOP", 30), ("", "Pelaksana", 14), ("", "Mutu baku", 10),
     ("Waktu kerja yang dipakai", "Unit", 13)),
    (("", "Tahap SOP", 22), ("", "Mutu baku", 12),
     *(("Rata-rata waktu kerja tiap berkas pada triwulan", judul, share) for judul, share in (
         ("I", 12), ("II", 12), ("III", 12), ("IV", 12), ("Setahun", 13))), ("", "Dikerjakan", 10)),
    (("", "Kode", 7), ("", "Indikator Kinerja", 40), ("", "Satuan", 8), ("", "Arah", 7), ("", "Jenis Perhitungan", 10),
     ("", "Target Tahunan", 8), *(("Target Triwulan", judul, 6) for judul in ("I", "II", "III", "IV")),
     *(("Realisasi Triwulan", judul, 6) for judul in ("I", "II", "III", "IV")), ("", "Capaian s.d. TW", 10)),
    (("", "No", 6), ("", "Indikator", 18), ("", "Jenis", 12), ("", "Berkas atau Tautan", 64)),
    (("", "No", 5), ("", "Unit", 25), ("", "Berkas", 17), ("", "Versi", 5), ("", "Disetujui", 33), ("", "sha256", 15)),
    SUMBER,
)
TABEL_TAHUNAN: tuple[Contoh, ...] = (
    (("", "Bagian Rencana", 22), ("", "Semula", 19), ("", "Menjadi", 19), ("", "Alasan", 40)),
    (("", "Paraf Koordinasi", 45), ("", "Nama", 35), ("", "Paraf", 20)),
    (("", "No", 6), ("", "Unit", 50), ("", "Pejabat", 44)),
    (("", "Sasaran", 28), ("", "Indikator Kinerja", 42), ("", "Satuan", 12), ("", "Target Akhir Renstra", 18)),
    (("", "No", 5), ("", "Indikator Kinerja Utama", 30), ("", "Definisi Operasional/Formula", 30),
     ("", "Arah", 10), ("", "Sumber Data", 14), ("", "Penanggung Jawab", 14)),
    (("", "No", 6), ("", "Sasaran Strategis", 28), ("", "Indikator Kinerja", 42), ("", "Satuan", 12),
     ("", "Target", 12)),
    (("", "No", 6), ("", "Program", 66), ("", "Anggaran", 28)),
    (("", "No", 5), ("", "Sasaran", 20), ("", "Indikator Kinerja", 29), ("", "Satuan", 10), ("", "Target", 9),
     ("", "Realisasi", 10), ("", "Capaian", 10), ("", "Kategori", 12)),
    (("", "No", 6), ("", "Sasaran Strategis", 50), ("", "Jumlah Indikator", 14), ("", "Rata-rata Capaian", 15),
     ("", "Kategori", 15)),
    (("", "Indikator Kinerja", 36), ("", "Satuan", 10), ("Target Triwulan", "I", 7), ("Target Triwulan", "II", 7),
     ("Target Triwulan", "III", 7), ("Target Triwulan", "IV", 7), ("Realisasi Triwulan", "I", 7),
     ("Realisasi Triwulan", "II", 7), ("Realisasi Triwulan", "III", 7), ("Realisasi Triwulan", "IV", 7)),
    (("", "Indikator Kinerja", 42), ("", "Satuan", 12), ("", "Realisasi s.d. Tahun", 15),
     ("", "Target Akhir Renstra", 15), ("", "Tingkat Kemajuan", 16)),
    (("", "Indikator Kinerja", 40), ("", "Realisasi Tahun", 14), ("", "Standar Nasional/Provinsi", 16),
     ("", "Keterangan", 30)),
    (("", "Triwulan dan Unit", 19), ("", "Faktor Pendukung Keberhasilan", 27), ("", "Faktor Penghambat", 27),
     ("", "Upaya untuk Meningkatkan Pencapaian", 27)),
    (("", "Satuan", 10), ("Kinerja", "Target", 10), ("Kinerja", "Realisasi", 10), ("Kinerja", "Capaian", 10),
     ("Keuangan", "Program", 26), ("Keuangan", "Pagu", 13), ("Keuangan", "Realisasi", 13),
     ("Keuangan", "Serapan", 10)),
    (("", "Program / Kegiatan / Sub Kegiatan", 33), ("", "Satuan", 9), ("Keluaran", "Target", 8),
     ("Keluaran", "Realisasi", 8), ("Keluaran", "Capaian", 8), ("Anggaran", "Pagu", 13),
     ("Anggaran", "Realisasi", 13), ("Anggaran", "Serapan", 8)),
    (("", "Triwulan dan Unit", 19), ("", "Keterangan Pelaksanaan", 41),
     ("", "Rekomendasi Kasubag Perencanaan", 40)),
    (("", "No", 5), ("", "Program", 45), ("", "Pagu", 17), ("", "Realisasi", 17), ("", "Serapan", 16)),
    (("", "Program", 28), ("Realisasi Triwulan", "I", 14), ("Realisasi Triwulan", "II", 14),
     ("Realisasi Triwulan", "III", 14), ("Realisasi Triwulan", "IV", 14), ("", "Jumlah", 16)),
    (("", "No", 6), ("", "Unit", 38), ("Hari Diserahkan, Triwulan", "I", 14),
     ("Hari Diserahkan, Triwulan", "II", 14), ("Hari Diserahkan, Triwulan", "III", 14),
     ("Hari Diserahkan, Triwulan", "IV", 14)),
    (("", "Unit", 43), ("Jumlah Lembar Kerja", "Tepat waktu", 19), ("Jumlah Lembar Kerja", "Terlambat", 19),
     ("Jumlah Lembar Kerja", "Tidak menyampaikan", 19)),
    (("", "Kode", 7), ("", "Indikator Kinerja", 27), ("", "Satuan", 8), ("", "Jenis Perhitungan", 10),
     ("", "Target Tahunan", 8), ("Target Triwulan", "I", 6), ("Target Triwulan", "II", 6),
     ("Target Triwulan", "III", 6), ("Target Triwulan", "IV", 6), ("", "Rencana Aksi", 20),
     ("", "Penanggung Jawab", 14)),
    (("", "Kode", 7), ("", "Indikator Kinerja", 40), ("", "Satuan", 8), ("", "Arah", 7),
     ("", "Jenis Perhitungan", 10), ("", "Target Tahunan", 8), ("Target Triwulan", "I", 6),
     ("Target Triwulan", "II", 6), ("Target Triwulan", "III", 6), ("Target Triwulan", "IV", 6),
     ("Realisasi Triwulan", "I", 6), ("Realisasi Triwulan", "II", 6), ("Realisasi Triwulan", "III", 6),
     ("Realisasi Triwulan", "IV", 6), ("", "Capaian s.d. TW", 10)),
    (("", "No", 5), ("", "Pernyataan", 34), ("", "Keadaan Menurut Catatan", 43), ("", "Hasil Reviu", 18)),
    (("", "Unit", 26), ("", "Bahan Diserahkan", 18), ("", "Laporan Diajukan", 18), ("", "Disetujui", 18),
     ("", "Diserahkan ke Perencanaan", 14), ("", "Putaran", 8), ("", "Bukti Dukung", 8)),
    (("", "Kriteria", 46), ("", "Bukti", 54)),
    (("", "Berkas", 24), ("", "Unit", 30), ("", "Versi", 7), ("", "Disetujui", 27), ("", "sha256", 16)),
    SUMBER,
)
FORMULIR: tuple[Contoh, ...] = (
    (("", "Label kiri", 17), ("", "Isi kiri", 34), ("", "Label kanan", 19), ("", "Isi kanan", 30)),)
MARGINS = '<w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar>'
LYING, STANDING = 13800, 9000  # twips: widths of the samples


def sample(contoh: Contoh, style: str, cell_style: str, full: int) -> str:
    """Return a sample table of a width in twips: the heading of the real one, in small letters so that it fits."""
    total = sum(share for _, _, share in contoh)

    def width(share: int) -> int:
        return full * share // total

    def cell(text: str, share: int, *, span: int = 1, merge: str = "") -> str:
        props = f'<w:tcW w:w="{width(share)}" w:type="dxa"/>'
        props += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        props += f'<w:vMerge w:val="{merge}"/>' if merge else ""
        return (f'<w:tc><w:tcPr>{props}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{cell_style}"/></w:pPr>'
                f"<w:r><w:rPr>{size(6)}</w:rPr><w:t>{text}</w:t></w:r></w:p></w:tc>")

    grouped = any(group for group, _, _ in contoh)
    rows = []
    if grouped:
        groups = [list(members) for _, members in groupby(contoh, lambda column: column[0] or column)]
        rows.append("".join(cell(members[0][0] or members[0][1], sum(share for _, _, share in members),
                                 span=len(members), merge="" if members[0][0] else "restart") for members in groups))
    rows.append("".join(cell(heading if group or not grouped else "", share,
                             merge="continue" if grouped and not group else "") for group, heading, share in contoh))
    grid = "".join(f'<w:gridCol w:w="{width(share)}"/>' for _, _, share in contoh)
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" ' \
           'w:noVBand="1"/>'
    body = "".join(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{row}</w:tr>" for row in rows)
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{full}" '
            f'w:type="dxa"/><w:tblLayout w:type="fixed"/>{MARGINS}{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}'
            "</w:tbl><w:p/>")


def section(margins: dict[str, float], *, landscape: bool = False) -> str:
    """Return the page setup with margins (in cm), header and footer."""
    edges = {edge: round(cm * PER_CM) for edge, cm in margins.items()}
    size = 'w:w="11906" w:h="16838"'
    if landscape:
        size = 'w:w="16838" w:h="11906" w:orient="landscape"'
        edges |= {edge: edges[source] for edge, source in (("top", "left"), ("right", "top"), ("bottom", "right"),
                                                           ("left", "bottom"))}
    places = " ".join(f'w:{edge}="{twips}"' for edge, twips in edges.items())
    return ('<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" '
            f'r:id="rId5"/><w:pgSz {size}/><w:pgMar {places} w:gutter="0"/></w:sectPr>')


def document(daftar_gaya: tuple[Gaya, ...], margins: dict[str, float], explanation: str, tables: str, *,
             lying: bool) -> str:
    """Return document.xml: the sample tables, where asked on a page that lies, then every style by name."""
    samples = "".join(f'<w:p><w:pPr><w:pStyle w:val="{gaya.id}"/></w:pPr><w:r><w:t>{gaya.nama}</w:t></w:r></w:p>'
                      for gaya in daftar_gaya if gaya.nama not in {"header", "footer"})
    turn = f"<w:p><w:pPr>{section(margins, landscape=True)}</w:pPr></w:p>" if lying else ""
    return (f'{HEAD}<w:document {W} {R} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
            'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"><w:body>'
            f"<w:p><w:r><w:t>{explanation}</w:t></w:r></w:p>{tables}{turn}{samples}{section(margins)}</w:body>"
            "</w:document>")


def package(title: str, daftar_gaya: tuple[Gaya, ...], margins: dict[str, float], tables: str, *,
            lists: bool) -> bytes:
    """Return the bytes of a template."""
    explanation = ("Templat ini mengatur lebar kolom tabel, tepi halaman, kepala dan kaki halaman, serta gaya. Geser "
                   "batas kolom tabel contoh di bawah ini, tanpa mengganti tulisannya; ubah gaya sesudahnya "
                   "di Word, tanpa mengganti namanya. Isi halaman ini diganti setiap kali naskah dibuat.")
    overrides = "".join(f'<Override PartName="/word/{name}" ContentType="{MAIN}.{kind}+xml"/>' for kind, name in PARTS)
    links = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{name}"/>'
                    for n, (kind, name) in enumerate((*PARTS, ("theme", "theme/theme1.xml")), 1))
    rels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    files = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>{overrides}'
            f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME_TYPE}"/>'
            f'<Override PartName="/docProps/core.xml" ContentType="{core_type}"/></Types>'),
        "_rels/.rels": (
            f'{HEAD}<Relationships {rels}>'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
            'core-properties" Target="docProps/core.xml"/></Relationships>'),
        "docProps/core.xml": CORE.format(title=title),
        "word/document.xml": document(daftar_gaya, margins, explanation, tables, lying=lists),
        "word/_rels/document.xml.rels": f"{HEAD}<Relationships {rels}>{links}</Relationships>",
        "word/styles.xml": styles(daftar_gaya),
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": FONTS,
        "word/theme/theme1.xml": theme(),
        "word/numbering.xml": numbering(lists=lists),
        "word/header1.xml": f'{HEAD}<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>',
        "word/footer1.xml": f'{HEAD}<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>',
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:  # stored, not deflated: the same bytes with every zlib
        for name, text in files.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = 0  # and on Windows as on Linux
            book.writestr(info, text.encode("utf-8"))
    return target.getvalue()


def build() -> dict[str, bytes]:
    """Return the templates by file name; margins follow domain facts 6.2 (left 3, right 2, top and bottom 2.5 cm)."""
    letter = {"top": 1.5, "right": 2, "bottom": 1.5, "left": 2.5, "header": 0.8, "footer": 0.8}
    report = {"top": 2.5, "right": 2, "bottom": 2.5, "left": 3, "header": 1.2, "footer": 1.2}
    narrow = {"top": 1.5, "right": 1.2, "bottom": 1.5, "left": 1.2, "header": 0.8, "footer": 0.8}
    form = "".join(sample(contoh, "TabelFormulir", "LabelFormulir", STANDING) for contoh in FORMULIR)
    tables = "".join(sample(contoh, "TabelLaporan", "KepalaTabel", LYING) for contoh in TABEL)
    yearly = "".join(sample(contoh, "TabelLaporan", "KepalaTabel", LYING) for contoh in TABEL_TAHUNAN)
    return {"Lembar Disposisi.docx": package("Lembar Disposisi", COMMON + FORM, letter, form, lists=False),
            "Laporan Triwulan.docx": package("Laporan Triwulan", COMMON + REPORT, report, tables, lists=True),
            "Form E.81.docx": package("Form E.81", COMMON + WIDE, narrow, "", lists=True),
            "Laporan Kinerja.docx": package("Laporan Kinerja", COMMON + YEARLY, report, yearly, lists=True)}


if __name__ == "__main__":
    for name, data in build().items():
        (HERE / name).write_bytes(data)
