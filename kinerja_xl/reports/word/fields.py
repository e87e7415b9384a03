"""Fields that count, refer and lead to a page, each with its result filled in, and links inside the document."""

from __future__ import annotations

from kinerja_xl.reports.word.xml_text import clean, field, run


def sequence(label: str, number: int) -> str:
    """Return the number of a caption as a SEQ field; each label ("Tabel", "Gambar") counts for itself."""
    return field(f"SEQ {label} \\* ARABIC", str(number))


def reference(anchor: str, shown: str, rpr: str = "") -> str:
    """Return a reference to the text inside a bookmark; a click leads there."""
    return field(f"REF {anchor} \\h", shown, rpr)


def page_reference(anchor: str, shown: str) -> str:
    """Return the page a bookmark stands on; ``shown`` is the number as printed there."""
    return field(f"PAGEREF {anchor} \\h", shown)


def link(anchor: str, runs: str) -> str:
    """Return runs that lead to a bookmark when clicked."""
    return f'<w:hyperlink w:anchor="{clean(anchor)}" w:history="1">{runs}</w:hyperlink>'


def begin_field(instruction: str) -> str:
    """Return the opening of a field whose result goes over several paragraphs; ``end_field`` closes it."""
    code = f'<w:r><w:instrText xml:space="preserve"> {clean(instruction)} </w:instrText></w:r>'
    return f'{_mark("begin")}{code}{_mark("separate")}'


def end_field() -> str:
    """Return the end of the field that ``begin_field`` opened."""
    return _mark("end")


def exported_name(anchor: str) -> str:
    """Return the name LibreOffice 7.4 gives a bookmark in a PDF: what is no letter or digit, as hexadecimal digits."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"{ord(sign):X}" for sign in anchor)


def running_foot(teks: str) -> str:
    """Return the runs of a foot line: a text, then the page number of all pages."""
    return f"{run(teks + '   ·   Halaman ')}{field('PAGE', '1')}{run(' dari ')}{field('NUMPAGES', '1')}"


def part_foot(teks: str) -> str:
    """Return the runs of a foot line whose page number is roman or arabic, as the part it stands in counts."""
    return f"{run(teks + '   ·   ')}{field('PAGE', '1')}"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
