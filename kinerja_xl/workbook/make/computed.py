"""What the worksheet's formulas show, computed by the domain's own functions: the cached results of their cells."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kinerja_xl.domain.capaian.anggaran import HasilAnggaran, TotalAnggaran, compute_anggaran, total_anggaran
from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi, compute_indikator
from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.indicators import Nilai, Rentang, SubKegiatan
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN
from kinerja_xl.domain.numbers import parse_nilai
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.workbook import names
from kinerja_xl.workbook.make.program_rows import lay_out_program, members_of, top_rows

Isian = Mapping[Kunci, NilaiSel]


def computed_cells(rencana: RencanaAksi, triwulan: int, skala: Skala, isian: Isian) -> dict[Kunci, NilaiSel]:
    """Return the result of every computed cell of a worksheet, by key; "" where its formula shows nothing.

    ``isian`` holds the input cells by key, those of earlier quarters too (their own ``pembilang_tw1`` .. as well).
    Group rows of Program dan Anggaran have the table ``names.KELOMPOK``.
    """
    found: dict[Kunci, NilaiSel] = {}
    for indikator in rencana.daftar_indikator:
        daftar_realisasi = realisasi_from(isian, indikator.kode)
        hasil = compute_indikator(indikator, daftar_realisasi, triwulan, skala)
        _add(found, INDIKATOR, indikator.kode, _computed_indikator(hasil))
    daftar_hasil = {sub.kode: anggaran_from(isian, sub, triwulan) for sub in rencana.daftar_subkegiatan}
    for kode, anggaran in daftar_hasil.items():
        _add(found, SUBKEGIATAN, kode, _computed_subkegiatan(anggaran))
    daftar_baris = lay_out_program(rencana.daftar_subkegiatan)
    groups = [(baris.kode, baris.anggota) for baris in daftar_baris if baris.subkegiatan is None]
    for kode, positions in [*groups, (names.KELOMPOK_JUMLAH, top_rows(daftar_baris))]:
        members = [daftar_hasil[sub.kode] for sub in members_of(daftar_baris, positions)]
        _add(found, names.KELOMPOK, kode, _computed_kelompok(total_anggaran(members), triwulan))
    return found


def realisasi_from(isian: Isian, kode: str) -> tuple[Realisasi, ...]:
    """Return an indicator's realisasi of TW I..IV out of cell values by key."""
    def quarter(triwulan: int) -> Realisasi:
        nilai = parse_nilai(isian.get(Kunci(INDIKATOR, kode, f"realisasi_tw{triwulan}")))
        return Realisasi(None if isinstance(nilai, Rentang) else nilai,
                         _number(isian, INDIKATOR, kode, f"pembilang_tw{triwulan}"),
                         _number(isian, INDIKATOR, kode, f"penyebut_tw{triwulan}"))

    return tuple(quarter(triwulan) for triwulan in (1, 2, 3, 4))


def anggaran_from(isian: Isian, sub: SubKegiatan, triwulan: int) -> HasilAnggaran:
    """Return a sub kegiatan's result out of cell values by key; what was spent before comes from the quarter before."""
    return compute_anggaran(
        sub, triwulan, _number(isian, SUBKEGIATAN, sub.kode, f"realisasi_k_tw{triwulan}"),
        _number(isian, SUBKEGIATAN, sub.kode, f"realisasi_rp_sd_tw{triwulan - 1}") if triwulan > 1 else None,
        _number(isian, SUBKEGIATAN, sub.kode, f"realisasi_rp_sd_tw{triwulan}"))


def cell_value(nilai: Nilai | None) -> NilaiSel:
    """Return a realisasi as its cell holds it: a number, the letters of a predikat, or ""."""
    return nilai if isinstance(nilai, Decimal) else "" if nilai is None else str(nilai)


def ratio_parts(daftar_realisasi: tuple[Realisasi, ...]) -> tuple[Decimal, Decimal] | None:
    """Return the sums of pembilang and penyebut; None unless every quarter filled has both (domain facts 5.1)."""
    filled = [r for r in daftar_realisasi if r.efektif is not None]
    parts = [(r.pembilang, r.penyebut) for r in filled if r.pembilang is not None and r.penyebut]
    if not filled or len(parts) < len(filled):
        return None
    return sum((atas for atas, _ in parts), Decimal(0)), sum((bawah for _, bawah in parts), Decimal(0))


def _computed_indikator(hasil: HasilIndikator) -> dict[str, NilaiSel]:
    return {
        names.NILAI_TW: cell_value(hasil.realisasi_tw), names.NILAI_SD: cell_value(hasil.realisasi_sd),
        "capaian_tw": cell_value(hasil.capaian_tw.nilai), "capaian_tahun": cell_value(hasil.capaian_tahun.nilai),
        "kategori": hasil.kategori.nama if hasil.kategori else hasil.capaian_tw.keadaan.value}


def _computed_subkegiatan(hasil: HasilAnggaran) -> dict[str, NilaiSel]:
    return {"capaian_k": cell_value(hasil.capaian_k.nilai), "realisasi_rp_tw": cell_value(hasil.rp_tw),
            "serapan": cell_value(hasil.serapan)}


def _computed_kelompok(total: TotalAnggaran, triwulan: int) -> dict[str, NilaiSel]:
    return {"pagu": total.pagu, names.REALISASI_RP_SD_LALU: cell_value(total.rp_sd_lalu),
            f"realisasi_rp_sd_tw{triwulan}": cell_value(total.rp_sd), "realisasi_rp_tw": cell_value(total.rp_tw),
            "serapan": cell_value(total.serapan)}


def _add(found: dict[Kunci, NilaiSel], tabel: str, baris: str, values: dict[str, NilaiSel]) -> None:
    found.update({Kunci(tabel, baris, kolom): nilai for kolom, nilai in values.items()})


def _number(isian: Isian, tabel: str, baris: str, kolom: str) -> Decimal | None:
    nilai = parse_nilai(isian.get(Kunci(tabel, baris, kolom)))
    return nilai if isinstance(nilai, Decimal) else None
