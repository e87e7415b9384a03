"""Next year's plan out of this one: codes and wording kept, targets blank, what was reached in the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi
from kinerja_xl.domain.capaian.triwulanan import is_unplanned, pad_realisasi
from kinerja_xl.domain.indicators import Indikator, Nilai, Perhitungan, SubKegiatan
from kinerja_xl.domain.numbers import round_half_up
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.rencana.perubahan_rencana import JUDUL_INDIKATOR, compare_rencana
from kinerja_xl.domain.rencana.riwayat import TAHUN_LALU
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi, RiwayatCapaian

_KOSONG = (None, None, None, None)


@dataclass(frozen=True)
class HasilTahun:
    """What an indicator reached in a whole year, rounded as papers print it; ``keterangan`` says what is missing."""

    target: Nilai | None
    realisasi: Nilai | None
    keterangan: str = ""


def year_result(hasil: HasilIndikator, daftar_realisasi: Sequence[Realisasi]) -> HasilTahun:
    """Return the year's result of an indicator: ``hasil`` is that of TW IV, of what ``daftar_realisasi`` holds."""
    indikator, realisasi = hasil.indikator, hasil.realisasi_sd
    missing = [f"TW {ROMAWI[k]}" for k, quarter in enumerate(pad_realisasi(daftar_realisasi, 4))
               if quarter.efektif is None and _is_awaited(indikator, k)]
    if realisasi is None:
        why = hasil.capaian_tahun.catatan or "Belum ada data yang disetujui."
    else:
        why = f"Tanpa data {_listed(missing)}, yang belum disetujui." if missing else ""
    return HasilTahun(indikator.target_tahun,
                      round_half_up(realisasi, 2) if isinstance(realisasi, Decimal) else realisasi, why)


def next_plan(lama: RencanaAksi, tahun: int, hasil: Mapping[str, HasilTahun]) -> RencanaAksi:
    """Return the plan of ``tahun`` made from an earlier year's: the planner fills targets, pagu and dasar.

    Pagu are blank: zero in a sub kegiatan, which the workbook of a draft shows as an empty cell.
    """
    last_year = lama.tahun == tahun - 1
    daftar = tuple(replace(i, target_tahun=None, target_tw=_KOSONG, pagu=None,
                           baseline=hasil[i.kode].realisasi if last_year else None) for i in lama.daftar_indikator)
    return RencanaAksi(tahun, daftar, tuple(_blank(sub) for sub in lama.daftar_subkegiatan),
                       daftar_riwayat=tuple(_history(lama, tahun, hasil)))


def with_results(berlaku: RencanaAksi, lama: RencanaAksi, hasil: Mapping[str, HasilTahun],
                 hari: date) -> RencanaAksi:
    """Return a plan that is in force with what has come in of the year before since: history, baseline, and why.

    Only what approved worksheets say takes the place of what stands there; targets, pagu and dasar stay.
    """
    known = {kode: row for kode, row in hasil.items() if row.realisasi is not None}
    daftar = tuple(replace(i, baseline=known[i.kode].realisasi)
                   if i.kode in known and lama.tahun == berlaku.tahun - 1 else i for i in berlaku.daftar_indikator)
    new = {kode: _row(i, lama.tahun, known[kode]) for kode, i in _by_code(berlaku).items() if kode in known}
    kept = [new.pop(row.kode) if _is_year(row, lama.tahun) and row.kode in new else row
            for row in berlaku.daftar_riwayat]
    changed = replace(berlaku, daftar_indikator=daftar, daftar_riwayat=(*kept, *new.values()))
    alasan = f"Hasil tahun {lama.tahun} menurut lembar kerja yang disetujui."
    told = [PerubahanRencana(p.kode, p.kolom, p.lama, p.baru, alasan, hari) for p in compare_rencana(berlaku, changed)]
    assert all(p.kolom == JUDUL_INDIKATOR["baseline"] for p in told)
    if changed == berlaku:
        return berlaku
    return replace(changed, versi=berlaku.versi + 1, daftar_perubahan=(*berlaku.daftar_perubahan, *told))


def _history(lama: RencanaAksi, tahun: int, hasil: Mapping[str, HasilTahun]) -> Iterator[RiwayatCapaian]:
    """By indicator, the latest year first: the year just carried over, then what its own history reaches back to."""
    for kode, indikator in _by_code(lama).items():
        yield _row(indikator, lama.tahun, hasil[kode])
        older = [row for row in lama.daftar_riwayat
                 if row.kode == kode and row.triwulan is None and tahun - TAHUN_LALU <= row.tahun < lama.tahun]
        yield from sorted(older, key=lambda row: -row.tahun)


def _row(indikator: Indikator, tahun: int, hasil: HasilTahun) -> RiwayatCapaian:
    return RiwayatCapaian(indikator.kode, indikator.nama, indikator.satuan, tahun, None, hasil.target, hasil.realisasi,
                          hasil.keterangan)


def _is_year(row: RiwayatCapaian, tahun: int) -> bool:
    return row.tahun == tahun and row.triwulan is None


def _is_awaited(indikator: Indikator, k: int) -> bool:
    """Whether the year's result needs this quarter: one that something was planned for, of AKHIR the last one."""
    if indikator.perhitungan is Perhitungan.AKHIR:
        return k == 3
    return not is_unplanned(indikator, indikator.target_tw[k])


def _blank(sub: SubKegiatan) -> SubKegiatan:
    return replace(sub, target_tahun=None, target_tw=_KOSONG, pagu=Decimal(0))


def _by_code(rencana: RencanaAksi) -> dict[str, Indikator]:
    return {indikator.kode: indikator for indikator in rencana.daftar_indikator}


def _listed(words: Sequence[str]) -> str:
    return " dan ".join(filter(None, (", ".join(words[:-1]), words[-1])))
