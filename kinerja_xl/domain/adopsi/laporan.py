"""The report of an adoption, as the rows of the sheet Adopsi: what each part became, what the planner may change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kinerja_xl.domain.adopsi.bulan import CARA_BULANAN
from kinerja_xl.domain.adopsi.hasil import BarisAdopsi, HasilAdopsi
from kinerja_xl.domain.adopsi.istilah import PASTI
from kinerja_xl.domain.adopsi.rencana import Dugaan, Penyusun
from kinerja_xl.domain.adopsi.sebutan import DILEWATI, SEBUTAN_JENIS
from kinerja_xl.domain.numbers import format_angka


class Bagian(StrEnum):
    """The parts of the report, in their order; the planner changes ``Menjadi`` in the first four."""

    UMUM = "Umum"
    KOLOM = "Kolom"
    BARIS = "Baris"
    BIDANG = "Bidang"
    PERTANYAAN = "Pertanyaan"
    DUGAAN = "Dugaan"
    HITUNGAN = "Hitungan"


DAPAT_DIUBAH = (Bagian.UMUM, Bagian.KOLOM, Bagian.BARIS, Bagian.BIDANG)
TAHUN = "Tahun rencana"
BULANAN = "Angka bulanan menjadi triwulan"
JUDUL = ("Bagian", "Sumber", "Isi", "Menjadi", "Keyakinan", "Keterangan")


@dataclass(frozen=True)
class BarisLaporan:
    """One line of the report; the fields are the columns ``JUDUL``."""

    bagian: Bagian
    sumber: str
    isi: str
    menjadi: str
    keyakinan: str = ""
    keterangan: str = ""


def report_lines(hasil: HasilAdopsi, penyusun: Penyusun) -> tuple[BarisLaporan, ...]:
    """Return the lines of the report, part by part."""
    guessed: dict[str, list[Dugaan]] = {}
    for dugaan in penyusun.dugaan:
        guessed.setdefault(dugaan.sumber, []).append(dugaan)
    lines = [BarisLaporan(Bagian.UMUM, "", TAHUN, str(penyusun.tahun), PASTI if hasil.tahun else "dugaan",
                          "" if hasil.tahun else "tidak tertulis pada judul")]
    if hasil.bulanan is not None:
        lines.append(BarisLaporan(Bagian.UMUM, "", BULANAN, hasil.bulanan, PASTI if hasil.bulanan else "",
                                  "" if hasil.bulanan else f"belum dipilih: {'; '.join(CARA_BULANAN)}"))
    lines += [BarisLaporan(Bagian.PERTANYAAN, p.sumber, p.pertanyaan, "", "", f"Sementara: {p.sementara}.")
              for p in hasil.daftar_pertanyaan]
    lines += [BarisLaporan(Bagian.KOLOM, k.sumber, k.judul, k.sebutan, k.keyakinan, k.keterangan)
              for k in hasil.daftar_kolom]
    lines += _rows(hasil, penyusun)
    lines += [BarisLaporan(Bagian.BIDANG, "", teks, bidang) for teks, bidang in penyusun.bidang_dipakai.items()]
    lines += [BarisLaporan(Bagian.DUGAAN, d.sumber, f"{d.kolom} {d.kode}", d.isi, "dugaan", d.alasan)
              for d in penyusun.dugaan]
    lines += [BarisLaporan(Bagian.HITUNGAN, b.sumber, f"tercetak {format_angka(b.tercetak)}",
                           "–" if b.dihitung is None else format_angka(b.dihitung),
                           "" if b.dihitung is None else "cocok" if b.cocok else "BERBEDA", b.cara)
              for b in hasil.daftar_banding]
    return tuple(lines)


def _rows(hasil: HasilAdopsi, penyusun: Penyusun) -> Iterator[BarisLaporan]:
    """Rows that were taken and those that were not, sheet by sheet, from top to bottom."""
    taken = [BarisLaporan(Bagian.BARIS, b.sumber, _told(b), SEBUTAN_JENIS[b.jenis], PASTI,
                          penyusun.menjadi.get(b.sumber, "")) for b in _once(hasil.daftar_baris)]
    left = [BarisLaporan(Bagian.BARIS, d.sumber, "", DILEWATI, "", d.alasan) for d in hasil.daftar_dilewati]
    yield from sorted([*taken, *left], key=lambda line: place_order(line.sumber))


def _once(rows: Iterable[BarisAdopsi]) -> Iterator[BarisAdopsi]:
    """The last row of each place: where levels and an indicator stand side by side it holds the figures."""
    yield from {baris.sumber: baris for baris in rows}.values()


def _told(baris: BarisAdopsi) -> str:
    return " — ".join(part for part in (baris.nama, baris.indikator) if part)


def place_order(sumber: str) -> tuple[str, int, str]:
    """Return what places are sorted by: the sheet, the row, the rest."""
    lembar, _, sel = sumber.rpartition("!")
    digits = "".join(letter for letter in sel if letter.isdigit())
    return (lembar or sel, int(digits or 0) if lembar else 0, sel)
