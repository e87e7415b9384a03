"""Names of several levels in one column, told apart by nothing but their indent."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kinerja_xl.domain.adopsi.hasil import Jenis
from kinerja_xl.domain.adopsi.istilah import JENJANG_POLA, Arti
from kinerja_xl.domain.adopsi.judul import Tabel
from kinerja_xl.domain.adopsi.sumber import isi_teks


def levels_by_indent(tabel: Tabel) -> Mapping[int, Jenis]:
    """Return the level of each row that has a name, by its indent; nothing where indents tell no levels.

    The heading names the levels (``Program / Kegiatan / Sub Kegiatan``); where it names more than there are indents,
    the lowest ones are meant, and where it names fewer, indents say something else.
    """
    columns = tabel.columns(Arti.URAIAN)
    if not columns:
        return {}
    lembar, column = tabel.lembar, columns[0].nomor
    indents = {row: lembar.inden.get((row, column), 0) for row in range(tabel.bawah + 1, tabel.akhir + 1)
               if re.search(r"[^\W\d_]", isi_teks(lembar.own(row, column)))}
    steps = sorted(set(indents.values()))
    named = [Jenis(arti.value) for arti, pola in reversed(JENJANG_POLA) if re.search(pola, columns[0].dibaca)]
    if not 2 <= len(steps) <= len(named):
        return {}
    meaning = dict(zip(steps, named[-len(steps):], strict=True))
    return {row: meaning[indent] for row, indent in indents.items()}
