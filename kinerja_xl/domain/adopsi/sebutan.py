"""What staff read and choose on the sheet Adopsi: names of meanings and kinds of rows, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from kinerja_xl.domain.adopsi.hasil import Jenis
from kinerja_xl.domain.adopsi.istilah import RUPIAH, TRIWULANAN, Arti, Makna
from kinerja_xl.domain.periods import ROMAWI

SEBUTAN_ARTI: Mapping[Arti, str] = {
    Arti.NOMOR: "Nomor", Arti.KODE: "Kode", Arti.URAIAN: "Uraian (beberapa jenjang)", Arti.URUSAN: "Urusan",
    Arti.PROGRAM: "Program", Arti.KEGIATAN: "Kegiatan", Arti.SUB_KEGIATAN: "Sub Kegiatan", Arti.TUJUAN: "Tujuan",
    Arti.SASARAN: "Sasaran", Arti.INDIKATOR: "Indikator", Arti.SATUAN: "Satuan",
    Arti.TARGET_RENSTRA: "Target Renstra", Arti.PAGU_RENSTRA: "Pagu Renstra",
    Arti.REALISASI_LALU: "Realisasi s.d. tahun lalu", Arti.ANGGARAN_LALU: "Realisasi anggaran s.d. tahun lalu",
    Arti.TARGET_TAHUNAN: "Target tahunan", Arti.PAGU: "Pagu", Arti.TARGET_PERUBAHAN: "Target perubahan",
    Arti.PAGU_PERUBAHAN: "Pagu perubahan", Arti.TARGET_TW: "Target", Arti.PAGU_TW: "Rencana anggaran",
    Arti.REALISASI_TW: "Realisasi", Arti.ANGGARAN_TW: "Realisasi anggaran",
    Arti.TARGET: "Target triwulan lembar ini",
    Arti.REALISASI: "Realisasi triwulan lembar ini",
    Arti.ANGGARAN: "Realisasi anggaran triwulan lembar ini",
    Arti.REALISASI_TAHUN: "Realisasi tahun",
    Arti.PENANGGUNG_JAWAB: "Penanggung Jawab", Arti.BASELINE: "Baseline", Arti.DEFINISI: "Definisi operasional",
    Arti.SUMBER_DATA: "Sumber data", Arti.RENCANA_AKSI: "Rencana aksi", Arti.KETERANGAN: "Keterangan",
    Arti.PERIODE: "Triwulan barisnya", Arti.HITUNG: "Dihitung ulang", Arti.LAIN: "Tidak dipakai",
}
TIDAK_DIMUAT: Mapping[Arti, str] = {
    Arti.NOMOR: "nomor urut", Arti.PAGU_RENSTRA: "hanya dilaporkan; rencana tahunan tidak memuatnya",
    Arti.REALISASI_LALU: "hanya untuk hitung ulang; angka kumulatif, bukan hasil satu tahun",
    Arti.ANGGARAN_LALU: "hanya untuk hitung ulang; angka kumulatif, bukan hasil satu tahun",
    Arti.PAGU_TW: "hanya dilaporkan; rencana tidak memuat anggaran per triwulan",
    Arti.ANGGARAN_TW: "hanya dilaporkan; riwayat hanya memuat capaian kinerja",
    Arti.PERIODE: "menentukan triwulan angka pada barisnya",
    Arti.KETERANGAN: "catatan; tidak dimuat dalam rencana", Arti.HITUNG: "dihitung ulang dan dibandingkan",
    Arti.LAIN: "tidak dikenali; tidak dimuat",
}
"""Why the figures of a column stand in no cell of the plan."""
SEBUTAN_JENIS: Mapping[Jenis, str] = {
    Jenis.URUSAN: "Urusan", Jenis.PROGRAM: "Program", Jenis.KEGIATAN: "Kegiatan", Jenis.SUB_KEGIATAN: "Sub Kegiatan",
    Jenis.TUJUAN: "Tujuan", Jenis.SASARAN: "Sasaran", Jenis.INDIKATOR: "Indikator",
}
DILEWATI = "Dilewati"
_FAKTOR = {Decimal(1000): " (ribuan)", Decimal(1_000_000): " (jutaan)"}
_BENTUK = re.compile(r"(?P<nama>.+?)(?: TW (?P<tw>IV|III|II|I))?"
                     r"(?: bulan (?P<bulan>1[0-2]|[1-9]))?(?: (?P<tahun>20\d\d))?(?P<sd> s\.d\.)?"
                     r"(?P<faktor> \((?:ribuan|jutaan)\))?", re.IGNORECASE)
_ARTI = {nama.casefold(): arti for arti, nama in SEBUTAN_ARTI.items()}
_JENIS = {nama.casefold(): jenis.value for jenis, nama in SEBUTAN_JENIS.items()} | {DILEWATI.casefold(): "dilewati"}


def name_meaning(makna: Makna) -> str:
    """Return a meaning as staff read it: ``Realisasi anggaran TW II (ribuan)``."""
    quarter = f" TW {ROMAWI[makna.triwulan - 1]}" if makna.triwulan else ""
    faktor = _FAKTOR.get(makna.faktor, "") if makna.arti in RUPIAH else ""
    year = f" {makna.tahun}" if makna.tahun else ""
    month = f" bulan {makna.bulan}" if makna.bulan else ""
    return f"{SEBUTAN_ARTI[makna.arti]}{quarter}{month}{year}{' s.d.' if makna.sampai_dengan else ''}{faktor}"


def parse_meaning(teks: str) -> Makna | None:
    """Return the meaning that a text names, None where it names none."""
    match = _BENTUK.fullmatch(" ".join(teks.split()))
    arti = _ARTI.get(match["nama"].casefold()) if match else None
    if match is None or arti is None or (arti in TRIWULANAN) != bool(match["tw"]):
        return None
    faktor = next((f for f, nama in _FAKTOR.items() if nama == (match["faktor"] or "").casefold()), Decimal(1))
    return Makna(arti, ROMAWI.index(match["tw"].upper()) + 1 if match["tw"] else 0, faktor, bool(match["sd"]),
                 tahun=int(match["tahun"] or 0), bulan=int(match["bulan"] or 0))


def parse_kind(teks: str) -> str | None:
    """Return the kind of row that a text names (``dilewati`` among them), None where it names none."""
    return _JENIS.get(" ".join(teks.split()).casefold())


def every_meaning() -> tuple[str, ...]:
    """Return every name a column may be given, money in full rupiah."""
    plain = [Makna(arti) for arti in SEBUTAN_ARTI if arti not in TRIWULANAN]
    quarters = [Makna(arti, k) for arti in SEBUTAN_ARTI if arti in TRIWULANAN for k in (1, 2, 3, 4)]
    thousands = [Makna(m.arti, m.triwulan, Decimal(1000)) for m in (*plain, *quarters) if m.arti in RUPIAH]
    return tuple(name_meaning(makna) for makna in (*plain, *quarters, *thousands))


def every_kind() -> tuple[str, ...]:
    """Return every name a row may be given."""
    return (*SEBUTAN_JENIS.values(), DILEWATI)
