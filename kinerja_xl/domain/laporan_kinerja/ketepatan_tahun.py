"""Bab III.C: which unit delivered each quarter's data in time, late, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from kinerja_xl.domain.laporan.bahan import DataBerkas, WaktuBerkas
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, tanggal_pendek
from kinerja_xl.domain.laporan.waktu_baku import halaman_waktu, unit_code
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik, Seri
from kinerja_xl.domain.naskah.naskah import Angka, Baris, Blok, Gaya, Kolom, Rata, Rujukan, Sel, Tabel, paragraf, sel
from kinerja_xl.domain.periods import ROMAWI, Periode
from kinerja_xl.domain.sop.deadlines import rencana
from kinerja_xl.domain.sop.sop import Status, Tindakan

_KETEPATAN, _JUMLAH = "ketepatan-tahun", "ketepatan-jumlah"
Unit = tuple[str, str | None]


class Ketepatan(StrEnum):
    """How a unit delivered the data of a quarter to Perencanaan."""

    TEPAT = "tepat waktu"
    TERLAMBAT = "terlambat"
    TIDAK = "tidak menyampaikan"


def uraian_ketepatan(bahan: BahanTahun) -> Iterator[Blok]:
    """Yield the sentence, table and chart of punctuality over the year, then where the time went."""
    units, asal = units_of(bahan), asal_of(bahan)
    found = [ketepatan for unit in units for k in TRIWULAN if (ketepatan := _ketepatan(bahan, unit, k))]
    if not found:
        yield paragraf("Belum ada triwulan yang data kinerjanya dikumpulkan.", gaya=Gaya.PERHATIAN)
        return
    yield paragraf("Dari ", Angka(str(len(found)), asal.jejak("lembar kerja")), " lembar kerja yang diterbitkan selama "
                                                                             "tahun "
                   f"{bahan.tahun}, ", Angka(str(found.count(Ketepatan.TEPAT)), asal.jejak("lembar kerja tepat waktu")),
                   " diserahkan kepada Kasubag Perencanaan tepat waktu, ",
                   Angka(str(found.count(Ketepatan.TERLAMBAT)), asal.jejak("lembar kerja terlambat")), " terlambat, "
                                                                                                       "dan ",
                   Angka(str(found.count(Ketepatan.TIDAK)), asal.jejak("lembar kerja tidak disampaikan")),
                   " tidak disampaikan. Rinciannya disajikan pada ", Rujukan(_KETEPATAN), ". Keterlambatan penyampaian "
                   "data kinerja memengaruhi pelaporan kinerja secara keseluruhan.")
    yield _days(bahan, units)
    yield _counts(bahan, units)
    yield Grafik("grafik-ketepatan", f"Ketepatan penyampaian data kinerja tiap unit tahun {bahan.tahun}",
                 JenisGrafik.TUMPUK, tuple(_short_name(unit) for unit in units),
                 tuple(Seri(kind.value.capitalize(), tuple(Decimal(_count(bahan, unit, kind)) for unit in units),
                            tuple(asal.jejak(_counted(unit, kind)) for unit in units)) for kind in Ketepatan),
                 "lembar kerja", _JUMLAH, 0)
    yield from halaman_waktu(bahan.bahan.pengaturan, bahan.tahun, [
        WaktuBerkas(k, unit_code(data.bidang, data.sub_bidang), data.daftar_tindakan)
        for k in TRIWULAN for data in bahan.daftar_berkas.get(k, ())])


def units_of(bahan: BahanTahun) -> tuple[Unit, ...]:
    """Return the units that had a worksheet in some quarter, or have one by the plan."""
    found = [(data.bidang, data.sub_bidang) for k in TRIWULAN for data in bahan.daftar_berkas.get(k, ())]
    return tuple(dict.fromkeys([*((d.bidang, d.sub_bidang) for d in bahan.bahan.daftar_berkas), *found]))


def data_of(bahan: BahanTahun, unit: Unit, triwulan: int) -> DataBerkas | None:
    """Return what a unit brought in a quarter, None where it had no worksheet."""
    return next((data for data in bahan.daftar_berkas.get(triwulan, ())
                 if (data.bidang, data.sub_bidang) == unit and data.keadaan is not None), None)


def _ketepatan(bahan: BahanTahun, unit: Unit, triwulan: int) -> Ketepatan | None:
    """How a unit delivered a quarter, None where it had no worksheet; late is late by the SOP's plan of days."""
    data = data_of(bahan, unit, triwulan)
    if data is None:
        return None
    handed = [act for act in data.daftar_tindakan if act.tindakan is Tindakan.SERAHKAN_KE_PERENCANAAN]
    if data.isi is None or not handed:
        return Ketepatan.TIDAK
    planned = rencana(Status.DISETUJUI, Periode(bahan.tahun, triwulan), bahan.bahan.pengaturan)
    late = planned is not None and handed[-1].waktu.date() > planned
    return Ketepatan.TERLAMBAT if late else Ketepatan.TEPAT


def _count(bahan: BahanTahun, unit: Unit, kind: Ketepatan) -> int:
    return sum(_ketepatan(bahan, unit, k) is kind for k in TRIWULAN)


def _days(bahan: BahanTahun, units: tuple[Unit, ...]) -> Tabel:
    kolom = (Kolom("No", 6, Rata.TENGAH), Kolom("Unit", 38),
             *(Kolom(r, 14, Rata.TENGAH, "Hari Diserahkan, Triwulan") for r in ROMAWI))
    rows = tuple(Baris((sel(str(n)), sel(bahan.bahan.pengaturan.unit_name(*unit)),
                        *(_delivery(bahan, unit, k) for k in TRIWULAN))) for n, unit in enumerate(units, 1))
    return Tabel(_KETEPATAN, f"Penyampaian data kinerja tiap unit tahun {bahan.tahun}", kolom, rows,
                 keterangan=("Hari terakhir lembar kerja yang disetujui diserahkan. Terlambat berarti sesudah "
                             "hari yang direncanakan dalam SOP.",))


def _counts(bahan: BahanTahun, units: tuple[Unit, ...]) -> Tabel:
    asal = asal_of(bahan)
    kolom = (Kolom("Unit", 43), *(Kolom(kind.value.capitalize(), 19, Rata.TENGAH, "Jumlah Lembar Kerja")
                                  for kind in Ketepatan))
    rows = tuple(Baris((sel(bahan.bahan.pengaturan.unit_name(*unit)),
                        *(sel(Angka(str(_count(bahan, unit, kind)), asal.jejak(_counted(unit, kind))))
                          for kind in Ketepatan))) for unit in units)
    return Tabel(_JUMLAH, f"Ketepatan penyampaian data kinerja tiap unit tahun {bahan.tahun}", kolom, rows, utuh=True)


def _delivery(bahan: BahanTahun, unit: Unit, triwulan: int) -> Sel:
    data, ketepatan = data_of(bahan, unit, triwulan), _ketepatan(bahan, unit, triwulan)
    if data is None or ketepatan is None:
        return sel(BELUM_DIHITUNG)
    if ketepatan is Ketepatan.TIDAK:
        return sel(ketepatan, gaya=Gaya.PERHATIAN)
    handed = [act for act in data.daftar_tindakan if act.tindakan is Tindakan.SERAHKAN_KE_PERENCANAAN][-1]
    lines = [paragraf(tanggal_pendek(handed.waktu), gaya=Gaya.SEL)]
    if ketepatan is Ketepatan.TERLAMBAT:
        lines.append(paragraf(ketepatan, gaya=Gaya.PERHATIAN))
    return Sel(tuple(lines))


def _counted(unit: Unit, kind: Ketepatan) -> str:
    return f"lembar kerja {kind} {_short_name(unit)}"


def _short_name(unit: Unit) -> str:
    return " – ".join(filter(None, unit))
