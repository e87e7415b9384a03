"""A document that people changed is printed without fetching anything that it asks for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from dokumen_uji import TEMPLAT_DISPOSISI, disposisi

from kinerja_xl.domain.sop.sop import Status, Tindakan
from kinerja_xl.kantor.documents.printing import make_printer
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi
from kinerja_xl.reports.word.parts import DOCUMENT, pack_parts, read_parts

RELATIONS = "word/_rels/document.xml.rels"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006"
PICTURE = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_A}/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/>'
    f'<wp:docPr id="9901" name="p"/><a:graphic xmlns:a="{_A}/main"><a:graphicData uri="{_A}/picture">'
    f'<pic:pic xmlns:pic="{_A}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
    f'<pic:blipFill><a:blip xmlns:r="{_R}" r:link="rIdLuar"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>")


class Pendengar(ThreadingHTTPServer):
    """An HTTP server on this PC that takes down what it is asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Catat)
        self.diminta: list[str] = []


class _Catat(BaseHTTPRequestHandler):
    server: Pendengar

    def do_GET(self) -> None:
        self.server.diminta.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_GET  # noqa: N815  # the names that http.server looks for

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def pendengar() -> Iterator[Pendengar]:
    with Pendengar() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_linked_picture_is_not_fetched_when_a_document_is_printed(pendengar: Pendengar) -> None:
    parts = read_parts(write_lembar_disposisi(
        disposisi(Tindakan.TUGASKAN, 1, Status.DITUGASKAN, "REHSOS"), TEMPLAT_DISPOSISI))
    link = (f'<Relationship Id="rIdLuar" Type="{_R}/image" Target="http://127.0.0.1:{pendengar.server_port}/luar.png" '
            'TargetMode="External"/></Relationships>').encode()
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", link)
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + PICTURE.encode(), 1)
    assert b"rIdLuar" in parts[DOCUMENT]
    convert = make_printer("naskah.docx")
    assert convert is not None
    assert convert(pack_parts(parts)).startswith(b"%PDF")
    assert pendengar.diminta == []
