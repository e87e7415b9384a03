"""How figures are put into words and cells: one place, so that every chapter says the same thing the same way."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import Capaian, HasilIndikator, KeadaanCapaian
from kinerja_xl.domain.indicators import Nilai, Predikat
from kinerja_xl.domain.kebijakan import Kategori
from kinerja_xl.domain.laporan.asal_angka import sumber_kategori_of
from kinerja_xl.domain.naskah.naskah import Angka, Gaya, Paragraf, Sel, Teks, paragraf, sel
from kinerja_xl.domain.numbers import format_angka, format_nilai, format_persen, format_rupiah
from kinerja_xl.domain.sop.sop import Tindakan
from kinerja_xl.domain.sumber import Sumber, SumberHitung

BELUM_DIHITUNG = "–"
_BUKAN_SATUAN = frozenset({"", "angka", "indeks", "nilai", "predikat", "skor"})
"""What plans write in the column Satuan although it is none: nobody says "82 indeks"."""
_KATA_BIASA = re.compile(r"\b[^\W\d_][^\W\d_A-Z]+\b")  # Keluarga, but not KK or KUBE
PERBUATAN = {
    Tindakan.TUGASKAN: "penugasan", Tindakan.PERINTAHKAN: "perintah mengumpulkan bahan",
    Tindakan.SERAHKAN_BAHAN: "penyerahan bahan", Tindakan.AJUKAN_LAPORAN: "pengajuan laporan",
    Tindakan.SETUJUI: "persetujuan", Tindakan.KEMBALIKAN: "pengembalian laporan",
    Tindakan.SERAHKAN_KE_PERENCANAAN: "penyerahan ke Perencanaan", Tindakan.REKOMENDASIKAN: "rekomendasi",
    Tindakan.SUSUN_TAHUNAN: "penyusunan laporan tahunan",
    Tindakan.KEMBALIKAN_BAHAN: "pengembalian bahan", Tindakan.BUKA_KEMBALI: "pembukaan kembali",
    Tindakan.TUTUP_TANPA_DATA: "penutupan tanpa data", Tindakan.BATALKAN: "pembatalan",
    Tindakan.TARIK_KEMBALI: "penarikan kembali"}
"""Each act as a noun, for sentences that tell of it."""


def belum_ditulis(apa: str) -> Paragraf:
    """Return the visible placeholder for a text that a person has to write."""
    return paragraf(f"[Belum ditulis: {apa}]", gaya=Gaya.KOSONG)


def nilai_dan_satuan(nilai: Nilai | None, satuan: str) -> str:
    """Return ``25%``, ``72 jam``, ``82`` (an index) or ``BB``: a value with its unit as a sentence has it."""
    teks, unit = format_nilai(nilai), satuan.strip()
    if nilai is None or isinstance(nilai, Predikat) or unit.lower() in _BUKAN_SATUAN:
        return teks
    if unit.lower() in {"%", "persen"}:
        return f"{teks}%"
    if unit.lower() in {"rp", "rupiah"} and isinstance(nilai, Decimal):
        return format_rupiah(nilai)
    return f"{teks} {_KATA_BIASA.sub(lambda kata: kata[0].lower(), unit)}"


def persen_sel(nilai: Decimal | None, sumber: Sumber) -> Sel:
    """Return a cell with per cent, ``–`` where there is none."""
    return sel(Angka(BELUM_DIHITUNG if nilai is None else format_persen(nilai), sumber))


def nilai_sel(nilai: Nilai | None, sumber: Sumber) -> Sel:
    """Return a cell with a value as it is, ``–`` where there is none."""
    return sel(Angka(format_nilai(nilai), sumber))


def capaian_sel(capaian: Capaian, sumber: Sumber, *, disampaikan: bool = True) -> Sel:
    """Return a cell with a capaian, or in words why there is none; ``disampaikan`` = its unit delivered."""
    if capaian.nilai is None:
        missing = capaian.keadaan is KeadaanCapaian.BELUM_DIISI and not disampaikan
        return sel(Angka("belum disampaikan" if missing else str(capaian.keadaan), sumber), gaya=Gaya.KETERANGAN)
    return sel(Angka(format_persen(capaian.nilai), sumber))


def kategori_sel(kategori: Kategori | None, sumber: Sumber) -> Sel:
    """Return a cell with the category by word and colour (domain facts 5.3: never colour only)."""
    return sel(Angka(kategori.nama if kategori else BELUM_DIHITUNG, sumber), warna=kategori.warna if kategori else "")


def rupiah_sel(nilai: Decimal | None, sumber: Sumber) -> Sel:
    """Return a cell with full rupiah, without ``Rp``: the column heading says it."""
    return sel(Angka(BELUM_DIHITUNG if nilai is None else format_angka(nilai, 2).removesuffix(",00"), sumber))


def rata_dan_kategori(rata: Decimal | None, kategori: Kategori | None, sumber: SumberHitung) -> Teks:
    """Return ``96,43% (Sangat Tinggi)``, or that it cannot be computed yet."""
    if rata is None or kategori is None:
        return (Angka("belum dapat dihitung", sumber),)
    return (Angka(format_persen(rata), sumber), " (", Angka(kategori.nama, sumber_kategori_of(sumber)), ")")


def menyatakan_rata(rata: Decimal | None, kategori: Kategori | None, sumber: SumberHitung) -> Teks:
    """Return the end of a sentence about a mean: ``adalah 96,43% (Sangat Tinggi)`` or ``belum dapat dihitung``."""
    stated = rata_dan_kategori(rata, kategori, sumber)
    return stated if rata is None else ("adalah ", *stated)


def durasi(menit: int) -> str:
    """Return working minutes in words: ``45 menit``, ``3 jam``, ``9 jam 30 menit``."""
    jam, sisa = divmod(menit, 60)
    parts = [f"{jam} jam" if jam else "", f"{sisa} menit" if sisa or not jam else ""]
    return " ".join(filter(None, parts))


def tanggal_pendek(waktu: datetime, *, tahun: bool = True) -> str:
    """Return ``10/04/2026``, or ``10/04`` where a heading says the year."""
    return f"{waktu.day:02}/{waktu.month:02}{f'/{waktu.year}' if tahun else ''}"


def jam(waktu: datetime) -> str:
    """Return ``08.15``."""
    return f"{waktu.hour:02}.{waktu.minute:02}"


def is_reached(hasil: HasilIndikator) -> bool:
    """Whether the quarter's target was reached or passed."""
    return hasil.capaian_tw.nilai is not None and hasil.capaian_tw.nilai >= 100
