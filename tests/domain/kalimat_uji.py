"""Reads the hand-written table of sentences and makes of each line's facts the sentence the program writes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from hitung_uji import AKHIR, SKALA, indikator, nilai

from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi, compute_indikator
from kinerja_xl.domain.indicators import Arah, Nilai
from kinerja_xl.domain.laporan_kinerja import kalimat
from kinerja_xl.domain.laporan_kinerja.beberapa_tahun import compare_beberapa_tahun
from kinerja_xl.domain.laporan_kinerja.efisiensi import AturanEfisiensi, EfisiensiPmk, compare_efisiensi
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.laporan_kinerja.perbandingan import compare_renstra, compare_standar, compare_target
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import compare_tahun_lalu
from kinerja_xl.domain.naskah.naskah import Angka, Teks
from kinerja_xl.domain.rencana_aksi import RiwayatCapaian

TAHUN = 2026
_INDIKATOR = re.compile(r"(?P<nama>.+) \((?P<arah>positif|negatif), (?P<satuan>[^)]+)\)")


@dataclass(frozen=True)
class Baris:
    """A line of the table: its section, its facts, and the sentence written by hand."""

    bagian: str
    fakta: str
    kalimat: str

    @property
    def pola(self) -> int:
        """The position of the indicator that the line asks for."""
        return int(self.value("pola") or 0)

    def value(self, nama: str) -> str | None:
        """Return what a fact says, ``80`` for ``target 80``; None where the line does not have it."""
        parts = (bagian.strip().removeprefix(f"{self.awalan}: ") for bagian in self.fakta.split(";"))
        return next((bagian.removeprefix(f"{nama} ") for bagian in parts if bagian.startswith(f"{nama} ")), None)

    @property
    def awalan(self) -> str:
        """What stands before a colon: which comparison a line about something missing means."""
        return self.fakta.split(":")[0]


def read_oracle() -> list[Baris]:
    """Return the lines of kalimat_oracle.txt."""
    rows, bagian = [], ""
    for line in (Path(__file__).parent / "kalimat_oracle.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            bagian = line.strip("= ")
        elif line and not line.startswith("#"):
            fakta, _, sentence = line.partition(" | ")
            rows.append(Baris(bagian, fakta, sentence))
    return rows


def hasil_uji(*, nama: str = "Indikator contoh", arah: Arah = Arah.POSITIF, satuan: str = "%",
              target: Nilai | None = None, realisasi: Nilai | None = None, renstra: Nilai | None = None,
              standar: Nilai | None = None) -> HasilIndikator:
    """Return the year's result of an indicator measured once, at the end of the year."""
    rencana = replace(indikator(AKHIR, "- - - -", "-", arah, satuan=satuan), nama=nama, target_tahun=target,
                      target_renstra=renstra, standar_nasional=standar)
    return compute_indikator(rencana, (Realisasi(),) * 3 + (Realisasi(realisasi),), 4, SKALA)


def riwayat_uji(*daftar: Nilai | None, satuan: str = "%", target: Nilai | None = None) -> tuple[RiwayatCapaian, ...]:
    """Return the history of the years that end with 2025, one realisasi each."""
    return tuple(RiwayatCapaian("I-1", "Indikator contoh", satuan, tahun, None, target, realisasi)
                 for tahun, realisasi in enumerate(daftar, TAHUN - len(daftar)))


def hasil_of(baris: Baris) -> HasilIndikator:
    """Return the result that a line's facts describe."""
    match = _INDIKATOR.match(baris.fakta)
    named = {"nama": match["nama"], "arah": Arah(match["arah"]), "satuan": match["satuan"]} if match else {}
    values = {nama: nilai(isi.replace(",", ".")) for nama in ("target", "realisasi", "renstra", "standar")
              if (isi := baris.value(nama)) is not None}
    return hasil_uji(**named, **values)


def fakta_of(baris: Baris):
    """Return the comparison that a line is about."""
    hasil = hasil_of(baris)
    satuan = hasil.indikator.satuan
    bagian = baris.awalan if baris.bagian.startswith("Yang belum ada") else baris.bagian
    match bagian:
        case "Target dan realisasi tahun ini" | "target":
            return compare_target(hasil, TAHUN, SKALA)
        case "Tahun lalu" | "tahun lalu":
            lalu = baris.value("lalu")
            riwayat = () if lalu is None else riwayat_uji(nilai("1"), nilai(lalu), satuan=satuan)
            return compare_tahun_lalu(hasil, riwayat, TAHUN, SKALA)
        case "Beberapa tahun terakhir":
            earlier = map(nilai, (baris.value("sebelumnya") or "").split())
            return compare_beberapa_tahun(hasil, riwayat_uji(*earlier, satuan=satuan), TAHUN, SKALA)
        case "Akhir Renstra" | "renstra":
            return compare_renstra(hasil, TAHUN, SKALA)
        case "Standar nasional" | "standar":
            return compare_standar(hasil, TAHUN, SKALA)
        case "Efisiensi":
            capaian, serapan = (Decimal((baris.value(n) or "").replace(",", ".")) for n in ("capaian", "serapan"))
            return compare_efisiensi(capaian, serapan, AturanEfisiensi(baris.value("aturan") or ""))
        case "Efisiensi PMK":
            efisiensi, ne = (Decimal((baris.value(n) or "").replace(",", ".")) for n in ("E", "NE"))
            return EfisiensiPmk(efisiensi, ne)
    raise ValueError(bagian)


def teks_of(bagian: str, fakta, urutan: int) -> Teks:
    """Return the program's sentence about a comparison."""
    if bagian.startswith("Efisiensi"):
        return kalimat.kalimat_efisiensi(fakta, urutan)
    write = {"Target dan realisasi tahun ini": kalimat.kalimat_target, "Tahun lalu": kalimat.kalimat_tahun_lalu,
             "Beberapa tahun terakhir": kalimat.kalimat_beberapa_tahun, "Akhir Renstra": kalimat.kalimat_renstra,
             "Standar nasional": kalimat.kalimat_standar}[bagian]
    return write(fakta, urutan, SKALA)


def polos(teks: Teks) -> str:
    """Return a sentence as plain text."""
    return "".join(map(str, teks))


def kerangka(teks: Teks) -> str:
    """Return a sentence's skeleton: its wording without names, figures, years and computed words."""
    bare = "".join("…" if isinstance(potongan, Angka) else str(potongan) for potongan in teks)
    return re.sub(r"“[^”]*”|\b20\d\d\b", "…", bare)


def is_missing(fakta) -> bool:
    """Whether there is nothing to write a sentence about."""
    return isinstance(fakta, Kekurangan)
