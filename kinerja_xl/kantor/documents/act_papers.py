"""The papers that acts owe: one table from what the SOP calls an act's output to the document that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kinerja_xl.domain.laporan.laporan_bidang import JenisLaporan
from kinerja_xl.domain.naskah.dokumen import BAHAN, DATA_KINERJA, DISPOSISI, DOKUMEN
from kinerja_xl.domain.naskah.naskah_disposisi import naskah_disposisi
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Peristiwa, fold
from kinerja_xl.domain.sop.jabatan import rangkap_of
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan
from kinerja_xl.kantor.documents.editions import take_away
from kinerja_xl.kantor.material.quarter import unit_report
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.templates import LAPORAN_TRIWULAN, LEMBAR_DISPOSISI
from kinerja_xl.reports.laporan_bidang import write_laporan_bidang
from kinerja_xl.reports.lembar_disposisi import write_lembar_disposisi
from kinerja_xl.routing.steps import keep, place


@dataclass(frozen=True)
class NaskahTindakan:
    """A kind of paper: ``dokumen`` is its word in the ledger and on the command line, ``keluaran`` the SOP's outputs.

    With ``menggantikan`` a new edition takes the place of the one before, where nobody changed that.
    """

    dokumen: str
    judul: str
    keluaran: frozenset[str]
    sebutan: Callable[[Peristiwa], str]
    make: Callable[[Kantor, Peristiwa, Kegiatan], bytes]
    menggantikan: bool = True


def logo_of(kantor: Kantor) -> bytes | None:
    """Return the picture for the letterhead, None where the settings name none that can be used."""
    return kantor.templates.logo(kantor.pengaturan.instansi.logo)


def _make_disposisi(kantor: Kantor, act: Peristiwa, row: Kegiatan) -> bytes:
    after = fold(p for p in kantor.about(str(act.berkas)) if p.nomor <= act.nomor)
    naskah = naskah_disposisi(kantor.pengaturan_of(act), after[str(act.berkas)], row, waktu=act.waktu, kode=act.kode,
                              catatan=str(act.isi["catatan"]), rangkap=rangkap_of(act.isi),
                              pindaian=str(act.isi.get("naskah_sha256") or ""))
    naskah = replace(naskah, draf=kantor.salinan)
    logo = logo_of(kantor)
    return kantor.templates.make(LEMBAR_DISPOSISI, lambda templat: write_lembar_disposisi(naskah, templat, logo))


def _make_laporan(jenis: JenisLaporan) -> Callable[[Kantor, Peristiwa, Kegiatan], bytes]:
    def make(kantor: Kantor, act: Peristiwa, _row: Kegiatan) -> bytes:
        isi, logo = replace(unit_report(kantor, act, jenis), draf=kantor.salinan), logo_of(kantor)
        return kantor.templates.make(LAPORAN_TRIWULAN, lambda templat: write_laporan_bidang(isi, templat, logo))

    return make


DAFTAR_NASKAH = (
    NaskahTindakan(DISPOSISI, "Lembar Disposisi", DOKUMEN[DISPOSISI],
                   lambda act: f"Disposisi {act.isi['kegiatan'] or 'Pengembalian'}", _make_disposisi,
                   menggantikan=False),  # each disposisi is a paper of its own
    NaskahTindakan(BAHAN, JenisLaporan.BAHAN, DOKUMEN[BAHAN],
                   lambda _: JenisLaporan.BAHAN, _make_laporan(JenisLaporan.BAHAN)),
    NaskahTindakan(DATA_KINERJA, JenisLaporan.DATA_KINERJA, DOKUMEN[DATA_KINERJA], lambda _: JenisLaporan.DATA_KINERJA,
                   _make_laporan(JenisLaporan.DATA_KINERJA)),
)


def acts_of(kantor: Kantor) -> Iterator[Peristiwa]:
    """Yield every act of the SOP, oldest first."""
    return iter(kantor.of_kind(JenisPeristiwa.TINDAKAN))


def find_row(act: Peristiwa) -> Kegiatan | None:
    """Return the act's row of the SOP, None for a taking back."""
    key = (act.isi["kegiatan"], act.isi["tindakan"], act.isi["ke"])
    return next((row for row in KEGIATAN if (row.nomor, row.tindakan, row.ke) == key), None)


def papers_of(act: Peristiwa) -> tuple[NaskahTindakan, ...]:
    """Return the papers that an act brings forth."""
    row = find_row(act)
    return tuple(naskah for naskah in DAFTAR_NASKAH if row and row.keluaran in naskah.keluaran)


class Utang:
    """The papers that acts owe, in the order of the acts, until their ``dokumen`` row is there."""

    def __init__(self) -> None:
        self.naskah: dict[tuple[object, object], tuple[NaskahTindakan, Peristiwa]] = {}

    def take(self, row: Peristiwa) -> None:
        """Take one row in."""
        if row.jenis is JenisPeristiwa.TINDAKAN:
            self.naskah |= {(naskah.dokumen, row.nomor): (naskah, row) for naskah in papers_of(row)}
        elif row.jenis is JenisPeristiwa.DOKUMEN:
            self.naskah.pop((row.isi["dokumen"], row.isi["untuk"]), None)


def owed_papers(kantor: Kantor) -> list[tuple[NaskahTindakan, Peristiwa]]:
    """Return the papers that have no ``dokumen`` row yet, in the order of their acts."""
    return list(kantor.folded(Utang).naskah.values())


def paper_name(kantor: Kantor, naskah: NaskahTindakan, act: Peristiwa) -> str:
    """Return ``Disposisi 1 LINJAMSOS TW I 2026.docx`` or ``Laporan Data Kinerja ...`` (contract section 5)."""
    keadaan = kantor.state_of(str(act.berkas))
    unit = f"{keadaan.bidang} - {keadaan.sub_bidang}" if keadaan.sub_bidang else keadaan.bidang
    return f"{naskah.sebutan(act)} {unit} {keadaan.periode.label}.docx"


def make_paper(kantor: Kantor, naskah: NaskahTindakan, act: Peristiwa) -> bytes:
    """Return the document of an act that ``papers_of`` names it for; the same bytes whenever it is made."""
    row = find_row(act)
    assert row is not None  # no act without a row owes a paper
    return naskah.make(kantor, act, row)


def put_paper(kantor: Kantor, naskah: NaskahTindakan, act: Peristiwa) -> str:
    """Write a paper into its bidang's Cetak and the archive; return its path relative to the root."""
    keadaan, name = kantor.state_of(str(act.berkas)), paper_name(kantor, naskah, act)
    sha256 = kantor.disk.put_store(make_paper(kantor, naskah, act))
    cetak = kantor.folders.cetak(keadaan.bidang, keadaan.periode)
    kantor.record(
        [kantor.event(JenisPeristiwa.DOKUMEN, act.berkas, dokumen=naskah.dokumen, untuk=act.nomor, nama=name,
                      sha256=sha256)],
        [*take_away(kantor, cetak, _edition_before(kantor, naskah, act)), place(sha256, cetak, name),
         keep(sha256, kantor.folders.arsip(keadaan.periode, keadaan.bidang), name)])
    return f"{cetak}/{name}"


def _edition_before(kantor: Kantor, naskah: NaskahTindakan, act: Peristiwa) -> Peristiwa | None:
    """The edition whose place a new one takes: its bytes are in the archive."""
    before = [p for p in kantor.about(str(act.berkas)) if p.jenis is JenisPeristiwa.DOKUMEN
              and p.isi["dokumen"] == naskah.dokumen]
    return before[-1] if naskah.menggantikan and before else None
