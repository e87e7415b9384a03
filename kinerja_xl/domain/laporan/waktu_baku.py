"""Standard against actual: the SOP table with the time each step really took, per bidang and over a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kinerja_xl.domain.laporan.asal_angka import sumber_tindakan
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas, WaktuBerkas
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, durasi
from kinerja_xl.domain.laporan.waktu_tahap import (
    SEBUTAN_TAHAP,
    TAHAP,
    WaktuTahap,
    count_returns,
    mean_minutes,
    standard_minutes,
    step_name,
    total_waktu,
    waktu_tahap,
)
from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik, Seri
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Baris,
    Blok,
    JenisBaris,
    Kolom,
    Rata,
    Rujukan,
    Sel,
    Subjudul,
    Tabel,
    paragraf,
    sel,
)
from kinerja_xl.domain.numbers import round_half_up
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.sop.sop import Kegiatan, Tindakan
from kinerja_xl.domain.sumber import SumberJejak

_UNITS = 6  # columns that a landscape page takes beside the SOP's own
CATATAN_WAKTU = ("Waktu kerja dihitung dalam jam kerja kantor, dari saat lembar kerja diterima sampai diteruskan, dan "
                 "dijumlahkan bila tahap itu dikerjakan lebih dari satu kali (×).")


def tabel_waktu_baku(bahan: Bahan) -> Iterator[Tabel]:
    """Yield the SOP table with a column for each unit; more units than a page takes go on in another table."""
    units = bahan.daftar_berkas
    parts = [units[at:at + _UNITS] for at in range(0, max(len(units), 1), _UNITS)]
    for number, part in enumerate(parts, 1):
        lanjutan = f" (bagian {number} dari {len(parts)})" if len(parts) > 1 else ""
        yield _table(bahan, part, f"waktu-baku-{number}" if number > 1 else "waktu-baku", lanjutan)


def _table(bahan: Bahan, units: Sequence[DataBerkas], kunci: str, lanjutan: str) -> Tabel:
    columns = (Kolom("No", 4, Rata.TENGAH), Kolom("Kegiatan menurut SOP", 30), Kolom("Pelaksana", 14),
               Kolom("Mutu baku", 10, Rata.TENGAH),
               *(Kolom(unit_code(data.bidang, data.sub_bidang), 13, Rata.TENGAH, "Waktu kerja yang dipakai",
                       "Unit") for data in units))
    rows = [Baris((*_head(row, bahan.pengaturan), *(_time_cell(bahan, data, row) for data in units)))
            for row in TAHAP]
    total = [_total_cell(bahan, data) for data in units]
    returns = [sel(Angka(f"{count_returns(data.daftar_tindakan)} kali",
                         sumber_tindakan(bahan, data, "Cacah pengembalian")) if data.keadaan else BELUM_DIHITUNG)
               for data in units]
    return Tabel(kunci, f"Waktu baku SOP dan waktu kerja yang dipakai tiap unit, {bahan.triwulan}{lanjutan}", columns,
                 (*rows, Baris((sel("Jumlah waktu kerja", bentang=4, rata=Rata.KIRI), *total), JenisBaris.JUMLAH),
                  Baris((sel("Pengembalian untuk diperbaiki", bentang=4, rata=Rata.KIRI), *returns),
                        JenisBaris.JUMLAH)),
                 keterangan=(CATATAN_WAKTU,))


def _head(row: Kegiatan, pengaturan: Pengaturan) -> tuple[Sel, ...]:
    return (sel(str(row.nomor)), sel(row.uraian), sel(str(row.peran)), _standard_cell(row, pengaturan))


def _standard_cell(row: Kegiatan, pengaturan: Pengaturan) -> Sel:
    waktu = pengaturan.mutu_baku.get(row.mutu_baku or "")
    name = f"Mutu baku Kegiatan {row.nomor}"
    return sel(Angka(str(waktu), SumberJejak(name, f"{name} menurut Pengaturan")) if waktu else BELUM_DIHITUNG)


def _time_cell(bahan: Bahan, data: DataBerkas, row: Kegiatan) -> Sel:
    waktu = waktu_tahap(data.daftar_tindakan).get(row.tindakan)
    if waktu is None:
        return sel(BELUM_DIHITUNG)
    kode = [act.kode for act in data.daftar_tindakan if act.tahap is row.tindakan]
    return sel(Angka(tell_waktu(waktu), sumber_tindakan(bahan, data, f"Seluruh waktu kerja tahap {step_name(row)}",
                                                       kode)))


def _total_cell(bahan: Bahan, data: DataBerkas) -> Sel:
    found = waktu_tahap(data.daftar_tindakan)
    return sel(Angka(durasi(total_waktu(found.values()).menit), sumber_tindakan(bahan, data, "Jumlah waktu kerja"))
               if found else BELUM_DIHITUNG)


def tell_waktu(waktu: WaktuTahap) -> str:
    """Return ``8 jam 30 menit``, with ``(2×)`` where the step was done twice."""
    return durasi(waktu.menit) + (f" ({waktu.kali}×)" if waktu.kali > 1 else "")


def unit_code(bidang: str, sub_bidang: str | None) -> str:
    """Return a unit's short name for a narrow column: ``PFM`` or ``PFM DATA``."""
    return f"{bidang} {sub_bidang}" if sub_bidang else bidang


# a year


def halaman_waktu(pengaturan: Pengaturan, tahun: int, daftar: Sequence[WaktuBerkas]) -> tuple[Blok, ...]:
    """Return the year's page: where the time went, step by step, as sentences, a table and a chart.

    The mean is over the berkas in which a step was done; () where nothing was done yet.
    """
    times = [(berkas.triwulan, waktu_tahap(berkas.daftar_tindakan)) for berkas in daftar]
    spent = {row.tindakan: [found[row.tindakan] for _, found in times if row.tindakan in found] for row in TAHAP}
    if not any(spent.values()):
        return ()
    longest = max(TAHAP, key=lambda row: total_waktu(spent[row.tindakan]).menit)
    everything = total_waktu(waktu for found in spent.values() for waktu in found).menit
    share = round_half_up(Decimal(100 * total_waktu(spent[longest.tindakan]).menit) / Decimal(max(everything, 1)), 0)
    returned = sum(count_returns(berkas.daftar_tindakan) for berkas in daftar)

    def figure(tampil: str, apa: str) -> Angka:
        return Angka(tampil, _of_year(apa, tahun))

    return (
        Subjudul(f"Penggunaan Waktu Selama Tahun {tahun}"),
        paragraf(f"Pengumpulan data kinerja tahun {tahun} memakai ", figure(durasi(everything), "Jumlah waktu kerja"),
                 " waktu kerja pada ", figure(str(len(daftar)), "Cacah berkas"), " berkas, dengan ",
                 figure(str(returned), "Cacah pengembalian"), " kali pengembalian. Waktu "
                 f"terbanyak dipakai pada tahap {SEBUTAN_TAHAP[longest.tindakan].lower()}, yaitu ",
                 figure(f"{share}%", f"Bagian waktu kerja tahap {step_name(longest)}"),
                 " dari seluruhnya. Rinciannya disajikan pada ", Rujukan("waktu-setahun"), " dan ",
                 Rujukan("grafik-waktu-setahun"), "."),
        _year_table(pengaturan, tahun, times, spent),
        _year_chart(pengaturan, tahun, spent))


def _year_table(pengaturan: Pengaturan, tahun: int, times: Sequence[tuple[int, Mapping[Tindakan, WaktuTahap]]],
                spent: Mapping[Tindakan, Sequence[WaktuTahap]]) -> Tabel:
    def mean(row: Kegiatan, triwulan: int) -> Sel:
        return _mean_cell([found[row.tindakan] for k, found in times if k == triwulan and row.tindakan in found],
                          _of_year(f"Rata-rata waktu kerja tahap {step_name(row)} TW {ROMAWI[triwulan - 1]}", tahun))

    grup = "Rata-rata waktu kerja tiap berkas pada triwulan"
    columns = (Kolom("Tahap SOP", 22), Kolom("Mutu baku", 12, Rata.TENGAH),
               *(Kolom(romawi, 12, Rata.TENGAH, grup) for romawi in ROMAWI), Kolom("Setahun", 13, Rata.TENGAH, grup),
               Kolom("Dikerjakan", 10, Rata.TENGAH))
    rows = tuple(Baris((
        sel(SEBUTAN_TAHAP[row.tindakan]), _standard_cell(row, pengaturan), *(mean(row, k) for k in range(1, 5)),
        _mean_cell(spent[row.tindakan], _of_year(f"Rata-rata waktu kerja tahap {step_name(row)}", tahun)),
        sel(Angka(f"{total_waktu(spent[row.tindakan]).kali} kali",
                  _of_year(f"Cacah tahap {step_name(row)}", tahun)))))
        for row in TAHAP)
    return Tabel("waktu-setahun", f"Rata-rata waktu kerja menurut tahap SOP, Tahun {tahun}", columns, rows,
                 keterangan=(f"{CATATAN_WAKTU} Rata-rata diambil dari berkas yang telah melalui tahap itu.",),
                 utuh=True)


def _mean_cell(found: Sequence[WaktuTahap], sumber: SumberJejak) -> Sel:
    mean = mean_minutes(found)
    return sel(BELUM_DIHITUNG if mean is None else Angka(durasi(mean), sumber))


def _of_year(apa: str, tahun: int) -> SumberJejak:
    return SumberJejak(f"{apa} {tahun}", f"{apa} tahun {tahun} menurut buku catatan")


def _year_chart(pengaturan: Pengaturan, tahun: int, spent: Mapping[Tindakan, Sequence[WaktuTahap]]) -> Grafik:
    """The same means in hours: other figures than the table prints, so that they have names of their own."""
    baku = tuple(_hours(standard_minutes(row, pengaturan)) for row in TAHAP)
    nyata = tuple(_hours(mean_minutes(spent[row.tindakan])) for row in TAHAP)
    names = [f"Mutu baku tahap {step_name(row)} dalam jam kerja" for row in TAHAP]
    asal_baku = tuple(SumberJejak(name, f"{name} menurut Pengaturan") for name in names)
    asal_nyata = tuple(_of_year(f"Rata-rata jam kerja tahap {step_name(row)}", tahun) for row in TAHAP)
    return Grafik(
        "grafik-waktu-setahun", f"Waktu baku dan rata-rata waktu kerja menurut tahap SOP, Tahun {tahun}",
        JenisGrafik.BATANG, tuple(SEBUTAN_TAHAP[row.tindakan] for row in TAHAP),
        (Seri("Mutu baku", baku, asal_baku), Seri("Rata-rata waktu kerja", nyata, asal_nyata)),
        "jam kerja", "waktu-setahun")


def _hours(menit: int | None) -> Decimal | None:
    return None if menit is None else round_half_up(Decimal(menit) / 60, 2)
