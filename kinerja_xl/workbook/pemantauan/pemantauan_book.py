"""Pemantauan.xlsx written from values: the matrix, who has what, completeness with charts, time, and history."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from kinerja_xl.domain.laporan.waktu_baku import tell_waktu
from kinerja_xl.domain.laporan.waktu_tahap import TAHAP, step_name
from kinerja_xl.domain.numbers import round_half_up
from kinerja_xl.domain.pemantauan.isi import BarisPemantauan, IsiPemantauan
from kinerja_xl.domain.pemantauan.matriks import WARNA
from kinerja_xl.domain.periods import HARI, Periode, tanggal_panjang
from kinerja_xl.workbook.pemantauan.pemantauan_sheet import CHART_ROWS, Lembar, Tautan, open_book

MATRIKS, KEDUDUKAN, ISIAN, WAKTU, RIWAYAT = "Matriks", "Kedudukan", "Isian dan Capaian", "Waktu", "Riwayat"
_MAX_ACTS = 2000  # rows of history: more than a year of a large office


def write_pemantauan(isi: IsiPemantauan, folder: str) -> bytes:
    """Return the workbook that is to stand in ``folder`` (relative to the root): its links go out from there."""
    target = io.BytesIO()
    with open_book(target) as book:
        for name, fill in ((MATRIKS, _fill_matrix), (KEDUDUKAN, _fill_state), (ISIAN, _fill_completeness),
                           (WAKTU, _fill_times), (RIWAYAT, _fill_history)):
            lembar = Lembar(book, name, isi.contoh, "../" * (folder.count("/") + 1))
            lembar.title(isi.judul, f"{isi.instansi} – keadaan {HARI[isi.hari.weekday()]}, {tanggal_panjang(isi.hari)}")
            fill(lembar, isi)
    return target.getvalue()


def _label(periode: Periode) -> str:
    return f"Triwulan {periode.romawi} Tahun {periode.tahun}"


# the matrix


def _fill_matrix(lembar: Lembar, isi: IsiPemantauan) -> None:
    columns = [("No", 5), ("Unit", 34), *((step_name(row), 18) for row in TAHAP), ("Pemegang", 22), ("Batas", 12)]
    lembar.legend([(str(word), warna) for word, warna in WARNA.items()], first=2)
    for periode in isi.daftar_periode:
        lembar.heading(_label(periode))
        lembar.table(columns, (
            [number, row.unit, *((cell.kata, WARNA[cell.keadaan]) for cell in row.tahap), row.pemegang or None,
             row.tenggat] for number, row in enumerate(isi.of_periode(periode), 1)), ulang=True)


# who has what


def _fill_state(lembar: Lembar, isi: IsiPemantauan) -> None:
    columns = [("Berkas", 30), ("Unit", 34), ("Status", 19), ("Pemegang", 24), ("Pejabat", 36), ("Diterima", 16),
               ("Batas", 12), ("Rencana", 12), ("Sisa waktu", 21), ("Versi", 7), ("Putaran", 8), ("Dikembalikan", 13),
               ("Berkas kerja", 14)]
    lembar.table(columns, (
        [row.berkas, row.unit, row.status, row.pemegang or None, row.pejabat or None, row.diterima, row.tenggat,
         row.rencana, row.sisa.kata if row.pemegang else None, row.versi, row.putaran, row.pengembalian,
         Tautan(row.tautan, "Buka" if row.pemegang else "Buka arsip")]
        for periode in isi.daftar_periode for row in isi.of_periode(periode)), saring=True)


# completeness


def _fill_completeness(lembar: Lembar, isi: IsiPemantauan) -> None:
    columns = [("Triwulan", 12), ("Singkatan", 18), ("Unit", 34), ("Indikator", 10), ("Terisi", 8), ("Terisi (%)", 10),
               ("Berbukti", 10), ("Berbukti (%)", 12), ("Capaian (%)", 12), ("Kategori", 16), ("Pagu (Rp)", 19),
               ("Realisasi (Rp)", 19), ("Serapan (%)", 12)]
    lembar.note("Menurut versi lembar kerja yang terakhir diterima. Terisi dan berbukti dihitung dari indikator yang "
                "diminta pada triwulan itu.")
    latest = isi.of_periode(isi.daftar_periode[0]) if isi.daftar_periode else ()
    if latest:
        first = lembar.row + CHART_ROWS + 1  # below the charts and the headings
        rows, label = (first, first + len(latest) - 1), _label(isi.daftar_periode[0])
        lembar.chart(f"Capaian dan serapan (%), {label}", 1, ((8, "Capaian"), (12, "Serapan")), rows, side=0)
        lembar.chart(f"Indikator terisi dan berbukti (%), {label}", 1, ((5, "Terisi"), (7, "Berbukti")), rows, side=1)
    lembar.table(columns, (_completeness(row) for periode in isi.daftar_periode for row in isi.of_periode(periode)),
                 saring=True)


def _completeness(row: BarisPemantauan) -> list[object]:
    k = row.isian
    return [row.periode.label, row.kode_unit, row.unit, k.indikator, k.terisi, _share(k.terisi, k.indikator),
            k.berbukti, _share(k.berbukti, k.indikator), k.capaian, k.kategori or None, k.pagu, k.realisasi, k.serapan]


def _share(part: int, whole: int) -> Decimal | None:
    return round_half_up(Decimal(100 * part) / whole) if whole else None


# time


def _fill_times(lembar: Lembar, isi: IsiPemantauan) -> None:
    lembar.note("Waktu kerja dihitung dalam jam kerja kantor, dari saat lembar kerja diterima sampai diteruskan, dan "
                "dijumlahkan bila tahap itu dikerjakan lebih dari satu kali (×).")
    for periode in isi.daftar_periode:
        units = isi.of_periode(periode)
        lembar.heading(_label(periode))
        columns = [("Tahap SOP", 18), ("Pelaksana", 21), ("Mutu baku", 12), *((row.kode_unit, 18) for row in units)]
        lembar.table(columns, [*_times(isi, units), ["Dikembalikan", "", "", *(f"{row.pengembalian} kali"
                                                                               for row in units)]])


def _times(isi: IsiPemantauan, units: Sequence[BarisPemantauan]) -> Iterable[list[object]]:
    for row in TAHAP:
        mutu = isi.mutu_baku.get(row.mutu_baku or "")
        yield [step_name(row), str(row.peran), str(mutu) if mutu else None,
               *(tell_waktu(unit.waktu[row.tindakan]) if row.tindakan in unit.waktu else None for unit in units)]


# history


def _fill_history(lembar: Lembar, isi: IsiPemantauan) -> None:
    columns = [("Waktu", 16), ("Berkas", 30), ("Tindakan", 24), ("Pejabat", 40), ("Versi", 7), ("Status", 21),
               ("Waktu kerja (menit)", 13), ("Ketepatan", 12), ("Catatan", 50), ("Kode", 12)]
    shown = isi.riwayat[:_MAX_ACTS]
    lembar.table(columns, (
        [act.waktu, act.berkas, act.tindakan, act.pejabat, act.versi, act.status, act.menit,
         ("terlambat", "F4B183") if act.terlambat else "tepat", act.catatan, act.kode] for act in shown), saring=True)
    if len(shown) < len(isi.riwayat):
        lembar.note(f"dan {len(isi.riwayat) - len(shown)} tindakan yang lebih lama; lihat kinerja riwayat.")
