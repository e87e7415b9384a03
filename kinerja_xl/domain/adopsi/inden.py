"""Names of several levels in one column: told apart by their indent, or by the one level that names no label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kinerja_xl.domain.adopsi.hasil import Jenis
from kinerja_xl.domain.adopsi.istilah import ANGKA, JENJANG_POLA, Arti
from kinerja_xl.domain.adopsi.jenjang import level_by_label
from kinerja_xl.domain.adopsi.sumber import isi_teks
from kinerja_xl.domain.adopsi.tabel import Tabel


def levels_by_indent(tabel: Tabel) -> Mapping[int, Jenis]:
    """Return the levels of rows that have a name, as far as their indent or the other names tell them.

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
    if len(steps) == 1:
        return _left_over(tabel, column, indents, named)
    if len(steps) > len(named):
        return {}
    meaning = dict(zip(steps, named[-len(steps):], strict=True))
    return {row: meaning[indent] for row, indent in indents.items()}


def _left_over(tabel: Tabel, column: int, rows: Iterable[int], named: Sequence[Jenis]) -> Mapping[int, Jenis]:
    """Where all levels but the lowest one are told by the first words of their names, the other names are of that.

    Not those above all others, and not those that stand alone in their row: they name a group.
    """
    beside = {k.nomor for k in tabel.columns(Arti.INDIKATOR, *ANGKA)}
    labels = {row: level_by_label(isi_teks(tabel.lembar.own(row, column))) for row in rows}
    left = [jenis for jenis in named if jenis not in labels.values()]
    first = min((row for row, told in labels.items() if told in named), default=0)
    if left != named[-1:]:
        return {}
    return {row: left[0] for row, told in labels.items()
            if told is None and row > first and beside & set(tabel.filled(row))}
