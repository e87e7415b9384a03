"""Proof of a document: each figure against the archive, where it stands, and what has changed since it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree

from kinerja_xl import __version__
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.domain.sumber import AsalDokumen
from kinerja_xl.errors import (
    ArchiveUnreadable,
    DocumentForeign,
    DocumentOfOther,
    DocumentOutside,
    DocumentSupposed,
    NotADocument,
    WorkbookError,
)
from kinerja_xl.kantor.checking import read_file
from kinerja_xl.kantor.office import Clock
from kinerja_xl.kantor.proof.archived_office import KantorArsip, archived_office
from kinerja_xl.kantor.proof.cell_proof import cell_faults
from kinerja_xl.kantor.proof.prove_pages import with_pages
from kinerja_xl.kantor.proof.regenerate import regenerate
from kinerja_xl.reports.compare.compare_documents import JenisMasalah, Masalah, Perbandingan
from kinerja_xl.reports.compare.compare_sources import compare_all, places_of
from kinerja_xl.reports.compare.read_document import DokumenTerbaca, Tempat, read_document
from kinerja_xl.reports.word.provenance import DaftarSumber, read_sources
from kinerja_xl.routing import marker
from kinerja_xl.routing.limits.preflight import preflight_document


@dataclass(frozen=True)
class HasilDokumen:
    """What was proven of a document; ``daftar_masalah`` empty means that every figure leads to its source.

    ``tanpa_halaman`` is why what is wrong bears no page, "" where it does; ``program`` is the version that made the
    document where that is another one than this, whose sentences may read otherwise.
    """

    angka: int
    tertaut: int
    tanpa_sumber: int
    daftar_masalah: tuple[Masalah, ...]
    info: tuple[Masalah, ...] = ()
    tanpa_halaman: str = ""
    program: str = ""

    def as_json(self) -> dict[str, Json]:
        """Return the proof with the keys of the contract; ``info`` are numbers in texts that people wrote."""
        return {"angka": self.angka, "tertaut": self.tertaut, "tanpa_sumber": self.tanpa_sumber,
                "masalah": [_json(one) for one in self.daftar_masalah], "info": [_json(one) for one in self.info]}


def _json(masalah: Masalah) -> Json:
    return {"jenis": masalah.jenis.value, "tertulis": masalah.tertulis, "seharusnya": masalah.seharusnya,
            "bab": masalah.tempat.bab, "tabel": masalah.tempat.tabel, "baris": masalah.tempat.baris,
            "halaman": masalah.halaman, "sekitar": masalah.sekitar, "sumber": masalah.sumber, "tanda": masalah.tag}


def office_of(path: Path, folder: Path | None) -> Path:
    """Return the root of the office a document belongs to: ``folder``, or the one it lies in; DocumentOutside."""
    if folder is not None:
        return folder.absolute()
    found = next((parent for parent in path.absolute().parents if (parent / marker.NAME).is_file()), None)
    if found is None:
        raise DocumentOutside(berkas=path.name)
    return found


def prove_document(path: Path, akar: Path, clock: Clock) -> HasilDokumen:
    """Prove the figures of a document from the archive of its office alone; what is wrong is told with its page.

    Raises FileUnreadable, NotADocument and other WorkbookError kinds, DocumentError kinds, MirrorBroken.
    """
    data = read_file(path)
    dokumen, daftar = open_document(data, path.name)
    asal = check_origin(daftar, akar, path.name)
    with archived_office(akar, clock) as kantor:
        hasil, benar = _prove(kantor, dokumen, daftar, asal, path.name)
    daftar_masalah, sebab = with_pages(hasil.daftar_masalah, data, dokumen, benar, path.name)
    lain = daftar.program if daftar.program != __version__ else ""
    return replace(hasil, daftar_masalah=daftar_masalah, tanpa_halaman=sebab, program=lain)


def prove_content(kantor: KantorArsip, data: bytes, nama: str) -> HasilDokumen:
    """Prove the figures of a document that was not written to disk. Raises as ``prove_document``."""
    dokumen, daftar = open_document(data, nama)
    return _prove(kantor, dokumen, daftar, check_origin(daftar, kantor.akar, nama), nama)[0]


def open_document(data: bytes, nama: str) -> tuple[DokumenTerbaca, DaftarSumber]:
    """Return a document and its list of sources. Raises NotADocument, WorkbookUnsafe and the like, DocumentForeign."""
    preflight_document(data, nama)
    try:
        dokumen = read_document(data)
        daftar = read_sources(dokumen.parts)
    except (BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise NotADocument(berkas=nama) from error
    except ValueError:
        daftar = None
    if daftar is None:
        raise DocumentForeign(berkas=nama)
    return dokumen, daftar


def check_origin(daftar: DaftarSumber, akar: Path, nama: str) -> AsalDokumen:
    """Return what a document says it was made of; DocumentSupposed or DocumentOfOther where that is not provable."""
    if daftar.asal is None:
        raise DocumentSupposed(berkas=nama)
    if daftar.asal.kantor != marker.read_marker(akar):
        raise DocumentOfOther(berkas=nama, akar=akar)
    return daftar.asal


def make_right(kantor: KantorArsip, asal: AsalDokumen, nama: str) -> tuple[DokumenTerbaca, DaftarSumber]:
    """Return the document that the archive makes, and its list of sources. Raises as ``regenerate``."""
    benar = read_document(regenerate(kantor, asal, nama))
    right = read_sources(benar.parts)
    assert right is not None  # every document with an origin has one
    return benar, right


def _prove(kantor: KantorArsip, dokumen: DokumenTerbaca, daftar: DaftarSumber, asal: AsalDokumen,
           nama: str) -> tuple[HasilDokumen, DokumenTerbaca | None]:
    """What was proven, and the document made again, None where the archive cannot make it."""
    try:
        benar, right = make_right(kantor, asal, nama)
    except WorkbookError as error:
        if not kantor.rusak and not isinstance(error, ArchiveUnreadable):
            raise
        return _unprovable(kantor, daftar, error), None
    hasil, places = compare_all(dokumen, daftar, benar, right), places_of(benar)
    hasil.daftar += [*_archive(kantor), *cell_faults(kantor, right, places), *_approved_again(kantor, right, places)]
    return _result(hasil), benar


def _unprovable(kantor: KantorArsip, daftar: DaftarSumber, error: WorkbookError) -> HasilDokumen:
    """What can be said where the archive lost a file: its figures lead nowhere."""
    found = [*_archive(kantor)] or [Masalah(JenisMasalah.ARSIP, tertulis=str(error.fakta.get("jalur", error.pesan)))]
    return HasilDokumen(len(daftar.angka), 0, 0, tuple(found))


def _result(hasil: Perbandingan) -> HasilDokumen:
    return HasilDokumen(hasil.angka, hasil.tertaut, hasil.tanpa_sumber, tuple(dict.fromkeys(hasil.daftar)),
                        tuple(hasil.info))


def _archive(kantor: KantorArsip) -> Iterator[Masalah]:
    yield from (Masalah(JenisMasalah.ARSIP, tertulis=jalur, seharusnya=f"sha256 {sha256[:12]}")
                for jalur, sha256 in sorted(kantor.rusak.items()))


def _approved_again(kantor: KantorArsip, right: DaftarSumber, places: Mapping[str, Tempat]) -> Iterator[Masalah]:
    """The figures that rest on a worksheet which was accepted in the same step again since, with another content."""
    again = {key: row for key, book in right.berkas.items() if (row := _later(kantor.daftar_peristiwa, book))}
    if not again:
        return
    for tag, (key, tampil) in right.angka.items():
        for book in sorted(right.books_of(key) & again.keys()):
            row = again[book]
            yield Masalah(JenisMasalah.SUMBER_BERUBAH, places.get(tag, Tempat()), tag, tampil,
                          f"{row.berkas} versi {row.isi['versi']}, {row.waktu:%d/%m/%Y}", key)


def _later(rows: list[Peristiwa], book: Mapping[str, str]) -> Peristiwa | None:
    acts = [row for row in rows if row.jenis is JenisPeristiwa.TINDAKAN and row.berkas == book.get("nama")]
    cited = next((row for row in acts if row.isi["sha256_diterima"] == book.get("sha256")
                  and str(row.isi["versi"]) == book.get("versi")), None)
    if cited is None:
        return None
    return next((row for row in reversed(acts) if row.nomor > cited.nomor
                 and row.isi["tindakan"] == cited.isi["tindakan"]
                 and row.isi["sha256_diterima"] != cited.isi["sha256_diterima"]), None)
