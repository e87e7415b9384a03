"""The list of sources inside a document against the one made anew, and all comparisons of a document together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja_xl.reports.compare.compare_charts import compare_charts
from kinerja_xl.reports.compare.compare_documents import JenisMasalah, Masalah, Perbandingan, compare_documents
from kinerja_xl.reports.compare.read_document import DokumenTerbaca, Tempat
from kinerja_xl.reports.word.provenance import DaftarSumber


def compare_all(dokumen: DokumenTerbaca, daftar: DaftarSumber, benar: DokumenTerbaca,
                right: DaftarSumber) -> Perbandingan:
    """Return how a document differs from what it should be: figures, charts, and its list of sources."""
    hasil = compare_documents(dokumen, benar, {tag: key for tag, (key, _) in right.angka.items()})
    compare_charts(dokumen, benar, hasil)
    hasil.daftar += _compare_lists(daftar, right, places_of(benar))
    return hasil


def places_of(dokumen: DokumenTerbaca) -> dict[str, Tempat]:
    """Return where each figure stands, by its tag."""
    return {tag: p.tempat for p in dokumen.daftar_paragraf for tag, _ in p.angka}


def _compare_lists(daftar: DaftarSumber, right: DaftarSumber, places: Mapping[str, Tempat]) -> Iterator[Masalah]:
    for tag, told in right.angka.items():
        here = daftar.angka.get(tag)
        if here != told or daftar.sumber.get(told[0]) != right.sumber.get(told[0]):
            written = here[1] if here else ""
            yield Masalah(JenisMasalah.DAFTAR, places.get(tag, Tempat()), tag, written, told[1], told[0])
    yield from (Masalah(JenisMasalah.DAFTAR, tag=tag, tertulis=daftar.angka[tag][1])
                for tag in sorted(daftar.angka.keys() - right.angka.keys()))
    for key in sorted(set(daftar.berkas) | set(right.berkas)):
        if daftar.berkas.get(key) != right.berkas.get(key):
            yield Masalah(JenisMasalah.DAFTAR, tertulis=key.replace("|", " versi "))
