"""The live formulas of the worksheet, made for each row from the plan; they agree with domain/capaian/capaian.py.

Only functions that Excel 2010 and LibreOffice both have. ``sel`` maps column names of the row to cell addresses.
A formula that has nothing to show gives "". Helper columns keep each formula short: ``nilai_tw`` is the realisasi
that counts for the quarter, ``nilai_sd`` the one up to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import KeadaanCapaian, Realisasi
from kinerja_xl.domain.capaian.triwulanan import is_unplanned
from kinerja_xl.domain.indicators import Arah, Indikator, Nilai, Perhitungan, Predikat, Rentang, SubKegiatan
from kinerja_xl.domain.kebijakan import Skala
from kinerja_xl.workbook import names
from kinerja_xl.workbook.make.computed import ratio_parts

Sel = Mapping[str, str]
KOSONG = '""'


def formulas_indikator(indikator: Indikator, triwulan: int, lalu: Sequence[Realisasi], sel: Sel,
                       skala: Skala) -> dict[str, str]:
    """Return column -> formula for an indicator's row; ``lalu`` are the quarters before, which no longer change."""
    tahun = _comparison(indikator.target_tahun, sel["target_tahun"], sel[names.NILAI_SD], indikator.arah, skala)
    target, target_column = indikator.target_tw[triwulan - 1], f"target_tw{triwulan}"
    if target is None and triwulan == 4 and indikator.perhitungan is Perhitungan.AKHIR:
        target, target_column = indikator.target_tahun, "target_tahun"
    planned = None if is_unplanned(indikator, target) else target
    tw, word = _quarter(planned, sel[target_column], sel[names.NILAI_TW], indikator.arah, skala)
    return {
        names.NILAI_TW: _nilai_tw(sel[f"realisasi_tw{triwulan}"], sel[f"pembilang_tw{triwulan}"],
                                  sel[f"penyebut_tw{triwulan}"]),
        names.NILAI_SD: _nilai_sd(indikator.perhitungan, lalu, triwulan, sel),
        "capaian_tw": f"={tw}",
        "capaian_tahun": f"={tahun}",
        "kategori": _kategori(indikator, planned, triwulan, word, sel, skala),
    }


def formulas_subkegiatan(sub: SubKegiatan, triwulan: int, sel: Sel) -> dict[str, str]:
    """Return column -> formula for a sub kegiatan's row."""
    realisasi, target = sel[f"realisasi_k_tw{triwulan}"], sub.target_tw[triwulan - 1]
    capaian = KOSONG
    if target is not None and target > 0:
        capaian = f"IF(ISNUMBER({realisasi}),ROUND({as_typed(realisasi)}*100/{sel['target_tw']},2),{KOSONG})"
    sd, lalu = sel[f"realisasi_rp_sd_tw{triwulan}"], sel[names.REALISASI_RP_SD_LALU]
    return {
        "capaian_k": f"={capaian}",
        "realisasi_rp_tw": f"=IF(AND(ISNUMBER({sd}),ISNUMBER({lalu})),{sd}-{lalu},{KOSONG})",
        "serapan": serapan(sd, sel["pagu"]),
    }


def serapan(realisasi: str, pagu: str) -> str:
    """Return the formula of absorption in per cent (domain facts 5.5)."""
    return f"=IF(AND(ISNUMBER({realisasi}),N({pagu})<>0),ROUND({realisasi}*100/{pagu},2),{KOSONG})"


def sum_of(cells: Sequence[str]) -> str:
    """Return the formula that adds cells, "" while all are blank."""
    listed = ",".join(cells)
    return f"=IF(COUNT({listed})=0,{KOSONG},SUM({listed}))"


def as_typed(cell: str) -> str:
    """Return a number as it was meant: a cell in per cent format holds 0,85 for "85%" (domain facts 10)."""
    return f'IF(LEFT(CELL("format",{cell}),1)="P",{cell}*100,{cell})'


def quoted(teks: str) -> str:
    """Return a text as a formula writes it."""
    return '"' + teks.replace('"', '""') + '"'


def _nilai_tw(realisasi: str, pembilang: str, penyebut: str) -> str:
    teks = f"IF(ISNUMBER(MATCH(TRIM({realisasi}),{names.DAFTAR_KOSONG},0)),{KOSONG},TRIM({realisasi}))"
    own = f"IF(ISNUMBER({realisasi}),{as_typed(realisasi)},{teks})"
    parts = f"AND(ISNUMBER({pembilang}),ISNUMBER({penyebut}),N({penyebut})<>0)"
    return f"=IF({parts},{pembilang}*100/{penyebut},{own})"


def _nilai_sd(perhitungan: Perhitungan, lalu: Sequence[Realisasi], triwulan: int, sel: Sel) -> str:
    """Domain facts 5.2; what the earlier quarters hold is known, so only this quarter is asked for in the sheet."""
    now = sel[names.NILAI_TW]
    filled = [(sel[f"realisasi_tw{k}"], r) for k, r in enumerate(lalu, start=1) if r.efektif is not None]
    if perhitungan in (Perhitungan.POSISI, Perhitungan.AKHIR):
        return f"=IF({now}={KOSONG},{filled[-1][0] if filled else KOSONG},{now})"
    words = [(cell, r) for cell, r in filled if isinstance(r.efektif, Predikat)]
    if perhitungan is Perhitungan.RATA and words:
        return _same_predikat(now, filled)
    if words:
        return f"={KOSONG}"
    cells = ",".join([*(cell for cell, _ in filled), now])
    function = "SUM" if perhitungan is Perhitungan.JUMLAH else "AVERAGE"
    total = f"IF(COUNT({cells})=0,{KOSONG},{function}({cells}))"
    if perhitungan is Perhitungan.RATA:
        total = _ratio(lalu, triwulan, sel, total)
    text_now = now if perhitungan is Perhitungan.RATA and not filled else KOSONG  # a single predikat is its own mean
    return f"=IF(AND({now}<>{KOSONG},NOT(ISNUMBER({now}))),{text_now},{total})"


def _same_predikat(now: str, filled: Sequence[tuple[str, Realisasi]]) -> str:
    if len({r.efektif for _, r in filled}) > 1:
        return f"={KOSONG}"
    first = filled[0][0]
    return f"=IF({now}={KOSONG},{first},IF(EXACT({now},{first}),{first},{KOSONG}))"


def _ratio(lalu: Sequence[Realisasi], triwulan: int, sel: Sel, mean: str) -> str:
    """Sum of pembilang over sum of penyebut where all parts are known, never the mean of percentages (5.1)."""
    if ratio_parts(tuple(lalu)) is None:
        return mean
    atas, bawah = sel[names.PEMBILANG_LALU], sel[names.PENYEBUT_LALU]
    atas_kini, bawah_kini = sel[f"pembilang_tw{triwulan}"], sel[f"penyebut_tw{triwulan}"]
    now = f"AND(ISNUMBER({atas_kini}),ISNUMBER({bawah_kini}),N({bawah_kini})<>0)"
    return (f"IF({now},({atas}+{atas_kini})*100/({bawah}+{bawah_kini}),"
            f"IF({sel[names.NILAI_TW]}={KOSONG},{atas}*100/{bawah},{mean}))")


def _comparison(target: Nilai | None, cell: str, nilai: str, arah: Arah, skala: Skala) -> str:
    return _quarter(target, cell, nilai, arah, skala)[0]


def _quarter(target: Nilai | None, cell: str, nilai: str, arah: Arah, skala: Skala) -> tuple[str, str]:
    """Return the expression of a capaian, and that of the words where something was filled but none comes out."""
    if target is None:
        return KOSONG, quoted(KeadaanCapaian.TANPA_TARGET)
    if isinstance(target, Predikat):
        return _predikat(target, cell, nilai, arah, skala), quoted(KeadaanCapaian.TIDAK_DAPAT_DIHITUNG)
    if isinstance(target, Decimal):
        value, word = _angka(target, cell, nilai, arah)
    else:
        value, word = _rentang(target, nilai, arah)
    tdh = quoted(KeadaanCapaian.TIDAK_DAPAT_DIHITUNG)
    return f"IF(ISNUMBER({nilai}),{value},{KOSONG})", f"IF(ISNUMBER({nilai}),{word},{tdh})"


def _angka(target: Decimal, cell: str, nilai: str, arah: Arah) -> tuple[str, str]:
    word = quoted(KeadaanCapaian.TIDAK_DAPAT_DIHITUNG)
    if target < 0:
        return KOSONG, word
    if target == 0 and arah is Arah.POSITIF:
        return KOSONG, quoted(KeadaanCapaian.TARGET_NOL)
    if target == 0:
        return f"IF({nilai}<=0,100,0)", word
    if arah is Arah.POSITIF:
        return f"ROUND({nilai}*100/{cell},2)", word
    return f"ROUND(MAX(0,(2*{cell}-{nilai})*100/{cell}),2)", word


def _rentang(target: Rentang, nilai: str, arah: Arah) -> tuple[str, str]:
    below = _angka(target.bawah, f"{target.bawah:f}", nilai, arah)
    above = _angka(target.atas, f"{target.atas:f}", nilai, arah)
    value = f"IF({nilai}<{target.bawah:f},{below[0]},IF({nilai}>{target.atas:f},{above[0]},100))"
    return value, f"IF({nilai}<{target.bawah:f},{below[1]},{above[1]})"


def _predikat(target: Predikat, cell: str, nilai: str, arah: Arah, skala: Skala) -> str:
    scores = {huruf.strip().casefold(): skor for huruf, skor in skala.predikat.items()}
    wanted, other = scores.get(target.huruf.strip().casefold()), "0"
    if wanted is not None:
        def skor(huruf: str) -> str:
            return f"VLOOKUP({huruf},{names.TABEL_PREDIKAT},2,FALSE)"

        compared = _angka(wanted, skor(cell), skor(nilai), arah)[0]
        other = f"IF(ISNUMBER(MATCH({nilai},{names.PREDIKAT_HURUF},0)),{compared},0)"
    return f"IF(OR({nilai}={KOSONG},ISNUMBER({nilai})),{KOSONG},IF({nilai}=TRIM({cell}),100,{other}))"


def _kategori(indikator: Indikator, planned: Nilai | None, triwulan: int, word: str, sel: Sel, skala: Skala) -> str:
    capaian, nilai, penyebut = sel["capaian_tw"], sel[names.NILAI_TW], sel[f"penyebut_tw{triwulan}"]
    *steps, lowest = skala.daftar_kategori
    named = quoted(lowest.nama)
    for kategori in reversed(steps):
        named = f"IF({capaian}>{kategori.di_atas:f},{quoted(kategori.nama)},{named})"
    if indikator.perhitungan is Perhitungan.AKHIR and triwulan < 4:
        blank = KeadaanCapaian.BELUM_DIUKUR
    else:
        blank = KeadaanCapaian.TANPA_TARGET if planned is None else KeadaanCapaian.BELUM_DIISI
    no_denominator = f"AND(ISNUMBER({penyebut}),N({penyebut})=0)"
    unfilled = f"IF({no_denominator},{quoted(KeadaanCapaian.TIDAK_DAPAT_DIHITUNG)},{quoted(blank)})"
    return f"=IF(ISNUMBER({capaian}),{named},IF({nilai}={KOSONG},{unfilled},{word}))"
