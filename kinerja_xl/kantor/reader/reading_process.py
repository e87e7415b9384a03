"""The process in which files of the shared folder are parsed: a question is a file, an answer a worksheet or why not.

Started by ``kantor.reading`` as ``python -I -B -m kinerja_xl.kantor.reader.reading_process``; it ends with its input.
"""

from __future__ import annotations

import os
import sys
from encodings import ascii as _ascii
from encodings import cp437, cp1252, iso8859_1, latin_1, utf_8_sig, utf_16, utf_16_be, utf_16_le
from typing import BinaryIO

from kinerja_xl.errors import WorkbookError
from kinerja_xl.kantor.reader.wire import HEAD, encode_error, encode_sheet
from kinerja_xl.routing.limits.bounds import bound_process, bound_time
from kinerja_xl.routing.limits.limited import SIZE
from kinerja_xl.routing.limits.preflight import preflight
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.read_book import read_book

_CODECS = (_ascii, cp437, cp1252, iso8859_1, latin_1, utf_8_sig, utf_16, utf_16_be, utf_16_le)
"""What zip, XML and old Office files ask for when no file, and so no module, can be opened any more."""


def answer(question: bytes) -> bytes:
    """Return the answer to one question; what is neither worksheet nor coded refusal is for the asker to tell."""
    is_worksheet, length = HEAD.unpack_from(question)
    nama = question[HEAD.size:HEAD.size + length].decode("utf-8", "surrogatepass")
    data = question[HEAD.size + length:]
    try:
        preflight(data, nama)
        if is_worksheet:
            return encode_sheet(read_lembar_kerja(data, nama))
        read_book(data, nama)
    except WorkbookError as error:
        return encode_error(error)
    return encode_sheet(None)


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until there is no more question; an unforeseen failure ends the process, and the asker knows."""
    while len(head := questions.read(SIZE.size)) == SIZE.size:
        question = questions.read(SIZE.unpack(head)[0])
        bound_time()
        said = answer(question)
        answers.write(SIZE.pack(len(said)) + said)
        answers.flush()


def main() -> None:
    """Read questions from standard input; what a library prints must not stand among the answers."""
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        bound_process()
        serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
