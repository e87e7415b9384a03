"""The rows of Form E.81: programs with their indicators, kegiatan, sub kegiatan, each with eleven pairs of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import HasilIndikator, compute_capaian
from kinerja_xl.domain.indicators import Indikator, Nilai, Perhitungan
from kinerja_xl.domain.laporan import asal_anggaran, asal_angka
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG
from kinerja_xl.domain.laporan_kinerja.keluaran import HasilSubKegiatan, compute_keluaran, total_keluaran
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.laporan_kinerja.perbandingan_tahun import find_tahun
from kinerja_xl.domain.naskah.naskah import Angka, JenisBaris
from kinerja_xl.domain.numbers import format_angka, format_nilai, format_persen
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.rencana.perubahan_rencana import JUDUL_INDIKATOR
from kinerja_xl.domain.sumber import Sumber, SumberHitung, SumberJejak

Sepasang = tuple[Angka | None, Angka | None]
"""Kinerja (K) and rupiah (Rp) of one column; None = the row has no such figure."""
_KOSONG: Sepasang = (None, None)


@dataclass(frozen=True)
class Butir:
    """A row: ``nilai`` are the pairs of columns 5 to 15; ``capaian`` and ``serapan`` stand in column 13 (per cent)."""

    sasaran: str
    nama: str
    indikator: str
    nilai: tuple[Sepasang, ...]
    unit: str
    jenis: JenisBaris = JenisBaris.ISI
    capaian: Decimal | None = None
    serapan: Decimal | None = None
    sumber: tuple[Sumber, ...] = ()


def butir_e81(bahan: Bahan) -> Iterator[Butir]:
    """Yield the rows in the order of program codes: what belongs to no program comes last."""
    daftar = [compute_keluaran(bahan.source_of(h.subkegiatan) or _nobody(h.subkegiatan.bidang), h,
                               bahan.periode.triwulan) for h in bahan.daftar_anggaran]
    daftar.sort(key=lambda hasil: hasil.subkegiatan.kode)
    told: set[str] = set()
    for kode in dict.fromkeys(h.subkegiatan.kode_program for h in daftar):
        group = [h for h in daftar if h.subkegiatan.kode_program == kode]
        indicators = [h for h in _main(bahan) if _program_of(h.indikator) == kode]
        told |= {h.indikator.kode for h in indicators}
        yield _program(bahan, kode, group)
        yield from (_indikator(bahan, hasil) for hasil in indicators)
        for kegiatan in dict.fromkeys(h.subkegiatan.kode_kegiatan for h in group):
            members = [h for h in group if h.subkegiatan.kode_kegiatan == kegiatan]
            yield _kegiatan(bahan, kegiatan, members)
            yield from (_sub(bahan, hasil) for hasil in members)
    yield from (_indikator(bahan, hasil) for hasil in _main(bahan) if hasil.indikator.kode not in told)


def _nobody(bidang: str) -> DataBerkas:
    return DataBerkas(bidang, None)


def _main(bahan: Bahan) -> list[HasilIndikator]:
    return [h for h in bahan.daftar_hasil if h.indikator.tingkat is bahan.tingkat_utama]


def _program_of(indikator: Indikator) -> str:
    """The program's code, of the program, kegiatan or sub kegiatan that carries an indicator."""
    return ".".join(next(iter(indikator.program.split()), "").split(".")[:3])


# figures

def _angka(teks: str, sumber: Sumber) -> Angka:
    return Angka(teks, sumber)


def _rupiah(nilai: Decimal | None, sumber: Sumber) -> Angka:
    return Angka(BELUM_DIHITUNG if nilai is None else format_angka(nilai, 2).removesuffix(",00"), sumber)


def _persen(nilai: Decimal | None, sumber: Sumber) -> Angka:
    return Angka(BELUM_DIHITUNG if nilai is None else format_persen(nilai), sumber)


# rows

def _program(bahan: Bahan, kode: str, group: Sequence[HasilSubKegiatan]) -> Butir:
    nama = f"{kode} {group[0].subkegiatan.program}".strip()
    return Butir("", nama, "", _sums(bahan, nama, group), "", JenisBaris.KELOMPOK)


def _kegiatan(bahan: Bahan, kode: str, group: Sequence[HasilSubKegiatan]) -> Butir:
    nama = f"{kode} {group[0].subkegiatan.kegiatan}".strip()
    return Butir("", nama, "", _sums(bahan, nama, group), "", JenisBaris.JUMLAH)


def _sums(bahan: Bahan, nama: str, group: Sequence[HasilSubKegiatan]) -> tuple[Sepasang, ...]:
    """The money of several sub kegiatan: columns 7 to 13."""
    jumlah, anggaran = total_keluaran(group), [h.anggaran for h in group]
    spent = asal_anggaran.jumlah_rp_sd(bahan, anggaran, nama)
    quarters = [_sum([h.rp_tw[k] for h in group]) for k in range(4)]
    return (_KOSONG, _KOSONG, (None, _rupiah(jumlah.pagu, asal_anggaran.jumlah_pagu(bahan, anggaran, nama))),
            *((None, _rupiah(rp, _rp_tw(bahan, nama, group, k))) for k, rp in enumerate(quarters, 1)),
            (None, _rupiah(jumlah.rp_sd, spent)),
            (None, _persen(jumlah.serapan, asal_anggaran.jumlah_serapan(bahan, anggaran, nama))), _KOSONG, _KOSONG)


def _sum(daftar: Sequence[Decimal | None]) -> Decimal | None:
    known = [rp for rp in daftar if rp is not None]
    return sum(known, Decimal(0)) if known else None


def _rp_tw(bahan: Bahan, nama: str, group: Sequence[HasilSubKegiatan], triwulan: int) -> Sumber:
    kunci = f"Jumlah realisasi TW {ROMAWI[triwulan - 1]} {bahan.periode.tahun} {nama}"
    if triwulan > bahan.periode.triwulan:
        return SumberJejak(kunci, "triwulan sesudah triwulan yang dilaporkan")
    quarters = (triwulan - 1, triwulan) if triwulan > 1 else (triwulan,)
    return SumberHitung(kunci, "jumlah realisasi s.d. triwulan − realisasi s.d. triwulan sebelumnya", tuple(
        _cell(bahan, h, "realisasi_rp_sd", k) for h in group for k in quarters))


def _cell(bahan: Bahan, hasil: HasilSubKegiatan, stem: str, triwulan: int) -> Sumber:
    sub, data = hasil.subkegiatan, bahan.source_of(hasil.subkegiatan)
    there = data is not None and (data.isi is not None if triwulan == bahan.periode.triwulan else triwulan in data.lalu)
    if not there:
        return SumberJejak(f"{stem} TW {ROMAWI[triwulan - 1]} {sub.kode}", "tidak ada lembar kerja yang disetujui")
    return asal_anggaran.sumber_sub(bahan, sub, stem, triwulan)


def _sub(bahan: Bahan, hasil: HasilSubKegiatan) -> Butir:
    sub, periode = hasil.subkegiatan, bahan.periode
    quarters = range(1, periode.triwulan + 1)
    k12 = SumberHitung(f"Realisasi keluaran s.d. {periode.label} {sub.kode}",
                       "jumlah keluaran triwulan; untuk target posisi, keluaran triwulan terakhir yang terisi",
                       tuple(_cell(bahan, hasil, "realisasi_k", k) for k in quarters))
    capaian = SumberHitung(f"Capaian keluaran tahun s.d. {periode.label} {sub.kode}", asal_angka.RUMUS_CAPAIAN,
                           (asal_angka.sumber_target(bahan, sub), k12))
    return Butir("", f"{sub.kode} {sub.nama}", f"{sub.indikator} ({sub.satuan})", (
        _KOSONG, _KOSONG,
        (_angka(format_nilai(sub.target_tahun), asal_angka.sumber_target(bahan, sub)),
         _rupiah(sub.pagu, asal_angka.sumber_pagu(bahan, sub))),
        *((_angka(format_nilai(hasil.realisasi_tw[k - 1]), _cell(bahan, hasil, "realisasi_k", k)),
           _rupiah(hasil.rp_tw[k - 1], _rp_tw(bahan, sub.kode, [hasil], k))) for k in (1, 2, 3, 4)),
        (_angka(format_nilai(hasil.realisasi_k), k12),
         _rupiah(hasil.rp, _cell(bahan, hasil, "realisasi_rp_sd", periode.triwulan))),
        (_persen(hasil.capaian_k.nilai, capaian), _persen(hasil.serapan, asal_anggaran.sumber_serapan(bahan, sub))),
        _KOSONG, _KOSONG), bahan.pengaturan.unit_name(sub.bidang, sub.sub_bidang), capaian=hasil.capaian_k.nilai,
        serapan=hasil.serapan, sumber=(capaian, asal_anggaran.sumber_serapan(bahan, sub)))


def _indikator(bahan: Bahan, hasil: HasilIndikator) -> Butir:
    i, periode = hasil.indikator, bahan.periode
    known = tuple(bahan.realisasi.get(i.kode, ()))
    values = [known[k].efektif if k < min(len(known), periode.triwulan) else None for k in range(4)]
    before, renstra = _before(bahan, i), asal_angka.sumber_rencana_sel(bahan, i, JUDUL_INDIKATOR["target_renstra"])
    total = _with_before(hasil, before)
    k14 = SumberHitung(f"Realisasi Renstra s.d. {periode.label} {i.kode}",
                       "kolom 6 + kolom 12 untuk JUMLAH, selain itu kolom 12",
                       (asal_angka.sumber_realisasi_sd(bahan, hasil), _before_source(bahan, i)))
    k15 = SumberHitung(f"Tingkat capaian Renstra s.d. {periode.label} {i.kode}", asal_angka.RUMUS_CAPAIAN,
                       (renstra, k14))
    progress = compute_capaian(i.target_renstra, total, i.arah, bahan.pengaturan.skala.predikat).nilai
    capaian = asal_angka.sumber_capaian_tahun(bahan, hasil)
    return Butir(i.sasaran, "", f"{i.nama} ({i.satuan})", (
        (_angka(format_nilai(i.target_renstra), renstra), None),
        (_angka(format_nilai(before), _before_source(bahan, i)), None),
        (_angka(format_nilai(i.target_tahun), asal_angka.sumber_target(bahan, i)), None),
        *((_angka(format_nilai(nilai), _quarter(bahan, i, k)), None) for k, nilai in enumerate(values, 1)),
        (_angka(format_nilai(hasil.realisasi_sd), asal_angka.sumber_realisasi_sd(bahan, hasil)), None),
        (_persen(hasil.capaian_tahun.nilai, capaian), None),
        (_angka(format_nilai(total), k14), None), (_persen(progress, k15), None)),
        _unit(bahan, i), capaian=hasil.capaian_tahun.nilai, sumber=(capaian,))


def _quarter(bahan: Bahan, i: Indikator, triwulan: int) -> Sumber:
    if triwulan > bahan.periode.triwulan:
        return SumberJejak(f"Realisasi TW {ROMAWI[triwulan - 1]} {bahan.periode.tahun} {i.kode}",
                           "triwulan sesudah triwulan yang dilaporkan")
    return asal_angka.sumber_realisasi(bahan, i, triwulan)


def _before(bahan: Bahan, i: Indikator) -> Nilai | None:
    """Column 6: what the year before reached; unknown for what adds up, as the plan names no first year of Renstra."""
    if i.perhitungan is Perhitungan.JUMLAH:
        return None
    tahun = bahan.periode.tahun
    found = find_tahun(i, bahan.rencana.daftar_riwayat, tahun - 1, tahun)
    return None if isinstance(found, Kekurangan) else found


def _before_source(bahan: Bahan, i: Indikator) -> Sumber:
    row = next((r for r in bahan.rencana.daftar_riwayat if r.kode == i.kode and r.triwulan is None
                and r.tahun == bahan.periode.tahun - 1), None)
    if row is None or i.perhitungan is Perhitungan.JUMLAH:
        return SumberJejak(f"Realisasi Renstra s.d. tahun {bahan.periode.tahun - 1} {i.kode}",
                           "belum tercatat dalam riwayat capaian")
    return asal_angka.sumber_riwayat(bahan, row)


def _with_before(hasil: HasilIndikator, before: Nilai | None) -> Nilai | None:
    """Column 14: for what adds up nothing is known without column 6, else the year's own realisasi."""
    return None if hasil.indikator.perhitungan is Perhitungan.JUMLAH and before is None else hasil.realisasi_sd


def _unit(bahan: Bahan, i: Indikator) -> str:
    if i.penanggung_jawab:
        return i.penanggung_jawab
    return bahan.pengaturan.unit_name(i.bidang, i.sub_bidang) if i.bidang else BELUM_DIHITUNG
