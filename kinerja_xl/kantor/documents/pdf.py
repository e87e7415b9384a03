"""PDF files beside the Word documents of the office: a print each, replaced where nobody changed it, never archived."""

from __future__ import annotations

from pathlib import PurePosixPath

from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.kantor.documents.editions import take_away
from kinerja_xl.kantor.documents.printing import make_printer
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.steps import place

PDF = "pdf"
"""Its word in the ledger; the Word document is what counts."""


def print_paper(data: bytes, nama: str) -> bytes | None:
    """Return a document's PDF, None where this PC has no LibreOffice; PrintFailed where that cannot print it."""
    convert = make_printer(nama)
    return convert(data) if convert else None


def put_pdf(kantor: Kantor, jalur: str, printed: bytes | None = None) -> tuple[str, ...]:
    """Write the PDF of a document that was just put at ``jalur`` beside it; return its path, () without LibreOffice."""
    path = PurePosixPath(jalur)
    rows = [p for p in kantor.daftar_peristiwa if p.jenis is JenisPeristiwa.DOKUMEN]
    written = next(p for p in reversed(rows) if p.isi["nama"] == path.name)
    data = printed or print_paper(kantor.disk.read_store(str(written.isi["sha256"])), path.name)
    if data is None:
        return ()
    folder, name, sha256 = str(path.parent), path.with_suffix(".pdf").name, kantor.disk.put_store(data)
    before = next((p for p in reversed(rows) if (p.isi["dokumen"], p.isi["untuk"]) == (PDF, jalur)), None)
    kantor.record([kantor.event(JenisPeristiwa.DOKUMEN, None, dokumen=PDF, untuk=jalur, nama=name, sha256=sha256)],
                  [*take_away(kantor, folder, before), place(sha256, folder, name)])
    return (f"{folder}/{name}",)
