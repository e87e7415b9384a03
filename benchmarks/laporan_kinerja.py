"""Writing the demo's LKjIP, charts and tags included, against docxtpl rendering the same tables without either.

    pip install docxtpl==0.20.2
    python benchmarks/laporan_kinerja.py [--runs 5] [--kantor DIR --data DIR]

Plays the demo once (or takes a played one), then prints in one run the median seconds of both and their ratio (target:
at most 1.5, and no more than 1 s for ours) for a report of sixty pages with 40 tables of 15 rows and 10 columns and 12
charts, then for the demo's own, which has fewer figures and more charts; and how the time grows from 100 to 300
indicators. docxtpl gets every table and paragraph of the very document as plain texts, and both results are read back:
the same texts in both, each chart and figure in ours. Printing by LibreOffice is timed apart. docxtpl is no dependency
of the project: LGPL, and only measured against.
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import DocxTemplate

from kinerja_xl.domain.laporan_kinerja.laporan_tahunan import LaporanKinerja, laporan_tahunan
from kinerja_xl.domain.naskah.naskah import Angka, Bab, Baris, Blok, Grafik, Kolom, Rata, Subjudul, Tabel, paragraf, sel
from kinerja_xl.domain.sumber import SumberHitung
from kinerja_xl.faces.jam import make_clock
from kinerja_xl.kantor.documents.printing import make_printer
from kinerja_xl.kantor.material.year import year_report
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.templates import LAPORAN_KINERJA
from kinerja_xl.reports.laporan_kinerja import write_laporan_kinerja
from kinerja_xl.reports.word.page_numbers import read_pages
from kinerja_xl.workbook.templates import shipped_template

RATIO, LIMIT_S = 1.5, 1.0
SENTENCE = "Dinas Sosial melaksanakan urusan pemerintahan bidang sosial menurut rencana yang diukur setiap triwulan. "
TEMPLATE = ("{%p for block in blocks %}", "{{ block.text }}", "{%p if block.rows %}", "{%p endif %}", "{%p endfor %}")


def median(work: Callable[[], object], runs: int) -> float:
    """Return the median seconds of processor time of some work: other programs do not count."""
    spent = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return statistics.median(spent)


def peer_template(template: bytes) -> bytes:
    """Return our template as one of docxtpl: a paragraph and a table of any size, with the looks of ours.

    Headings repeat, rows stay whole, each cell has a width, a paragraph style and an alignment.
    """
    document = Document(io.BytesIO(template))
    body = document.element.body
    for element in [child for child in body if child.tag != qn("w:sectPr")]:
        body.remove(element)

    def row(opening: str, closing: str, style: str, heading: str) -> str:
        def cell(text: str) -> str:
            return (f'<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
                    f'<w:keepNext/><w:jc w:val="left"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>')

        cells = "".join(map(cell, ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")))
        rows = (cell(opening) + cell("") * 2, cells, cell(closing) + cell("") * 2)
        return "".join(f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{one}</w:tr>" for one in rows)

    table = ('<w:tbl><w:tblPr><w:tblStyle w:val="TabelLaporan"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>'
             + row("{%tr for row in block.heads %}", "{%tr endfor %}", "KepalaTabel", "<w:tblHeader/>")
             + row("{%tr for row in block.rows %}", "{%tr endfor %}", "IsiTabel", "") + "</w:tbl>")
    lines = [f'<w:p><w:pPr><w:pStyle w:val="IsiLaporan"/></w:pPr><w:r><w:t>{line}</w:t></w:r></w:p>'
             for line in TEMPLATE]
    whole = f"<w:body {nsdecls('w')}>{''.join(lines[:3])}{table}{''.join(lines[3:])}</w:body>"
    for element in list(parse_xml(whole)):
        body.sectPr.addprevious(element)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def peer_blocks(data: bytes) -> list[dict[str, object]]:
    """Return the texts of a document's body in order: paragraphs, and tables cell by cell."""
    def text(element: object) -> str:
        return "".join(t.text or "" for t in element.iter(qn("w:t")))  # type: ignore[attr-defined]

    blocks: list[dict[str, object]] = []
    for element in Document(io.BytesIO(data)).element.body:
        if element.tag == qn("w:p"):
            blocks.append({"text": text(element), "heads": [], "rows": []})
        elif element.tag == qn("w:tbl"):
            heads, rows = [], []
            for row in element.iter(qn("w:tr")):
                titled = next(row.iter(qn("w:tblHeader")), None) is not None
                (heads if titled else rows).append([text(cell) for cell in row.iter(qn("w:tc"))])
            blocks.append({"text": "", "heads": heads, "rows": rows})
    return blocks


def render_peer(template: bytes, blocks: list[dict[str, object]]) -> bytes:
    """Return what docxtpl makes of the same texts."""
    peer = DocxTemplate(io.BytesIO(template))
    peer.render({"blocks": blocks}, autoescape=True)
    target = io.BytesIO()
    peer.save(target)
    return target.getvalue()


def assert_both(data: bytes, peer: bytes, charts: int, figures: int) -> None:
    """Assert that ours holds its charts and tagged figures, and docxtpl's the texts of ours in the same order."""
    def filled(document: bytes) -> list[dict[str, object]]:
        return [block for block in peer_blocks(document) if any(block.values())]

    document = Document(io.BytesIO(data))
    tagged = len(document.element.body.xpath("./w:tbl//w:sdt"))
    drawn = sum(relation.reltype == RELATIONSHIP_TYPE.CHART for relation in document.part.rels.values())
    assert (drawn, tagged) == (charts, figures), (drawn, tagged, charts, figures)
    assert filled(peer) == filled(data), "docxtpl rendered other texts"


def grown(isi_of: Callable[[int], LaporanKinerja], template: bytes, runs: int) -> dict[int, float]:
    """Return the median seconds of content and document by number of indicators."""
    return {n: median(lambda n=n: write_laporan_kinerja(isi_of(n), template), runs)  # type: ignore[misc]
            for n in (100, 300)}


def many(kantor: Kantor) -> Callable[[int], LaporanKinerja]:
    """Return the report of a plan with so many indicators, five to a sasaran, of one unit of the demo."""
    from kinerja_xl.domain.periods import Periode
    from kinerja_xl.kantor.material.plans import quarter_plan
    from kinerja_xl.kantor.material.quarter import unit_data

    plan = quarter_plan(kantor, Periode(2026, 4))
    assert plan is not None
    first = next(i for i in plan.daftar_indikator if i.kode == "LIN-01")
    quarters = {k: (unit_data(kantor, plan, Periode(2026, k), "LINJAMSOS", None),) for k in (1, 2, 3, 4)}

    def content(count: int) -> LaporanKinerja:
        rows = tuple(replace(first, kode=f"LIN-{n:03}", sasaran=f"Sasaran {n // 5}") for n in range(count))
        return laporan_tahunan(kantor.pengaturan, replace(plan, daftar_indikator=rows), quarters,
                               kantor.now().date(), False)

    return content


def large(isi: LaporanKinerja) -> LaporanKinerja:
    """Return the report with 40 tables of 15 rows and 10 columns, every figure with its source, and 12 charts."""
    charts = [b for bab in isi.isi for b in bab.daftar_blok if isinstance(b, Grafik)]
    blocks: list[Blok] = []
    for t in range(40):
        kolom = (Kolom("Indikator Kinerja", 28), *(Kolom(f"Kolom {n}", 8, Rata.KANAN) for n in range(1, 10)))
        rows = tuple(Baris((sel(f"Persentase layanan {r} yang terpenuhi"), *(
            sel(Angka(f"{t * 7 + r},{n}0", SumberHitung(f"angka {t} {r} {n}", "jumlah", ()))) for n in range(1, 10))))
            for r in range(15))
        blocks += [Subjudul(f"Bagian {t + 1}", 3 if t else 2), *(paragraf(SENTENCE * 3) for _ in range(5)),
                   Tabel(f"besar-{t}", f"Pengukuran kinerja bagian {t + 1}", kolom, rows)]
        if t < 12:
            chart = charts[t % len(charts)]
            blocks.append(replace(chart, kunci=f"besar-grafik-{t}", tabel=f"besar-{t}"))
    return replace(isi, daftar_bab=(Bab("BAB III", "AKUNTABILITAS KINERJA", tuple(blocks)),), lampiran=(),
                   ikhtisar=Bab("", "IKHTISAR EKSEKUTIF", (paragraf(SENTENCE),)))


def compare(name: str, isi: LaporanKinerja, template: bytes, runs: int) -> bool:
    """Print the time of ours and of docxtpl for one report; return whether both targets are met."""
    data = write_laporan_kinerja(isi, template)
    blocks = [b for bab in isi.isi for b in bab.daftar_blok]
    tables = [b for b in blocks if isinstance(b, Tabel)]
    figures = sum(isinstance(p, Angka) for t in tables for b in t.baris for s in b.sel for q in s.isi for p in q.isi)
    charts = sum(isinstance(b, Grafik) and not b.is_kosong for b in blocks)
    made, texts = peer_template(template), peer_blocks(data)
    assert_both(data, render_peer(made, texts), charts, figures)
    ours, peer = median(lambda: write_laporan_kinerja(isi, template), runs), median(
        lambda: render_peer(made, texts), runs)
    print(f"{name}: {len(tables)} tables, {charts} charts, {figures} figures in "
          f"tables; ours {ours:.3f} s, docxtpl {peer:.3f} s, ratio {ours / peer:.2f}")
    convert = make_printer("LKjIP")
    if convert:
        begun = time.perf_counter()
        printed = convert(data)
        print(f"  printed in {time.perf_counter() - begun:.1f} s, {max(read_pages(printed).values())} pages")
    return ours <= LIMIT_S and ours <= RATIO * peer


def measure(kantor: Kantor, runs: int) -> int:
    """Print everything; return 1 where the report of the target misses it."""
    template, isi = shipped_template(LAPORAN_KINERJA), year_report(kantor, 2026, final=False)
    met = compare("target", large(isi), template, runs)
    compare("demo", isi, template, runs)
    print(f"content of the demo's report: {median(lambda: year_report(kantor, 2026, final=False), runs):.3f} s")
    growth = grown(many(kantor), template, max(runs // 2, 1))
    print(", ".join(f"{n} indicators {seconds:.2f} s" for n, seconds in growth.items()),
          f"growth {growth[300] / growth[100]:.2f} for 3 times as many")
    return int(not met)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--kantor", type=Path)
    parser.add_argument("--data", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        akar, data = given.kantor or Path(folder) / "Kinerja", given.data or Path(folder) / "Kinerja-data"
        if given.kantor is None:
            subprocess.run([sys.executable, "-m", "kinerja_xl", "demo", "--folder", str(akar), "--json"], check=True,
                           capture_output=True)
        kantor = Kantor(akar, data, make_clock("2027-01-15T12:00"))
        try:
            sys.exit(measure(kantor, given.runs))
        finally:
            kantor.close()


if __name__ == "__main__":
    main()
