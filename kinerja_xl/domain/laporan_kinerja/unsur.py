"""Small parts that all chapters of the annual report use: missing facts in words and places to write in."""

from __future__ import annotations

from kinerja_xl.domain.indicators import Indikator
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.laporan_kinerja.pola_kalimat import Pola, choose_pola, fill_pola
from kinerja_xl.domain.naskah.naskah import Gaya, Paragraf, Sel, Teks, paragraf, sel

KURANG_TARGET: Pola = (
    "Capaian indikator “{nama}” belum dapat dinilai, karena {alasan}.",
    "Belum ada capaian yang dapat dinyatakan untuk indikator “{nama}”: {alasan}.",
    "Karena {alasan}, indikator “{nama}” belum dapat dibandingkan dengan targetnya.")
KURANG_TAHUN_LALU: Pola = (
    "Perbandingan dengan tahun sebelumnya belum dapat dinyatakan, karena {alasan}.",
    "Dengan tahun sebelumnya indikator ini belum dapat dibandingkan: {alasan}.",
    "Karena {alasan}, belum ada perbandingan dengan tahun sebelumnya.")
KURANG_RENSTRA: Pola = (
    "Kemajuan terhadap target akhir Renstra belum dapat dinyatakan, karena {alasan}.",
    "Terhadap target akhir Renstra, kemajuan indikator ini belum dapat dihitung: {alasan}.",
    "Karena {alasan}, kemajuan menuju akhir Renstra belum dapat dihitung.")
KURANG_STANDAR: Pola = (
    "Perbandingan dengan standar nasional belum dapat dinyatakan, karena {alasan}.",
    "Dengan standar nasional indikator ini belum dapat dibandingkan: {alasan}.",
    "Karena {alasan}, belum ada perbandingan dengan standar nasional.")
KURANG_EFISIENSI: Pola = (
    "Efisiensi penggunaan anggaran belum dapat dinyatakan, karena {alasan}.",
    "Penggunaan anggaran belum dapat dinilai efisiensinya: {alasan}.",
    "Karena {alasan}, efisiensi penggunaan anggaran belum dapat dinilai.")
"""Why a fact cannot be stated: three wordings each, as for the facts themselves."""


def kalimat_kekurangan(pola: Pola, urutan: int, kurang: Kekurangan, nama: str = "") -> Teks:
    """Return why a comparison of the indicator at this position of the report cannot be made."""
    return fill_pola(choose_pola(pola, urutan), alasan=kurang.alasan, nama=nama)


def narasi(apa: str) -> Paragraf:
    """Return the place where the planner has to write, in the style of his own writing."""
    return paragraf(f"[Belum ditulis: {apa}]", gaya=Gaya.NARASI)


def nama_sel(indikator: Indikator) -> Sel:
    """Return a cell with an indicator's code and name."""
    return sel(f"{indikator.kode} – {indikator.nama}")
