"""Page numbers of the contents: the document is printed, read where its bookmarks fell, and written again."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from kinerja_xl.errors import PageNumbersUnsettled, PrintUnreadable

_ROUNDS = 4  # the second print usually falls as the first
Write = Callable[[Mapping[str, int]], bytes]
"""The document with the pages of its bookmarks; without any, its contents bear no numbers."""


def settle_pages(write: Write, convert: Callable[[bytes], bytes]) -> tuple[bytes, bytes]:
    """Return the document whose contents bear the pages of its print, and that print (PDF).

    ``convert`` prints a document with its bookmarks as destinations. PageNumbersUnsettled where every print falls
    otherwise than the one before it, PrintUnreadable where a print cannot be read.
    """
    pages: Mapping[str, int] = {}
    for _ in range(_ROUNDS):
        document = write(pages)
        printed = convert(document)
        fallen = read_pages(printed)
        if fallen == pages:
            return document, printed
        pages = fallen
    raise PageNumbersUnsettled(putaran=_ROUNDS)


def read_pages(pdf: bytes) -> dict[str, int]:
    """Return the page of each bookmark that LibreOffice exported, by ``exported_name``; the first sheet is 1.

    PrintUnreadable where the bytes are no PDF.
    """
    from pypdf import PdfReader  # only a print pays for loading it: 0.13 s
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(pdf))
        numbers = {name: reader.get_destination_page_number(destination)
                   for name, destination in reader.named_destinations.items()}
    except (PyPdfError, ValueError, KeyError) as error:
        raise PrintUnreadable(sebab=str(error)) from error
    return {name.removeprefix("/"): number + 1 for name, number in numbers.items() if number is not None}
