"""Bab III.B: what was spent of the year's budget, per program and quarter by quarter, and PMK 214's efficiency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja_xl.domain.capaian.anggaran import Keluaran
from kinerja_xl.domain.laporan.asal_anggaran import SEMUA, cacah_sub, cacah_terisi
from kinerja_xl.domain.laporan.ungkapan import persen_sel, rupiah_sel
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import BahanTahun
from kinerja_xl.domain.laporan_kinerja.efisiensi import compare_efisiensi_pmk
from kinerja_xl.domain.laporan_kinerja.efisiensi_sasaran import tabel_keluaran
from kinerja_xl.domain.laporan_kinerja.kalimat import kalimat_efisiensi
from kinerja_xl.domain.laporan_kinerja.keluaran import HasilSubKegiatan, total_keluaran
from kinerja_xl.domain.laporan_kinerja.nilai_banding import Kekurangan
from kinerja_xl.domain.naskah.grafik import Grafik, JenisGrafik, Seri
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Baris,
    Blok,
    Gaya,
    Halaman,
    JenisBaris,
    Kolom,
    Paragraf,
    Rata,
    Rujukan,
    Tabel,
    paragraf,
    sel,
)
from kinerja_xl.domain.numbers import format_persen, format_rupiah
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.sumber import SumberHitung

_PROGRAM, _RINCIAN, _TRIWULAN = "anggaran-program", "anggaran-rincian", "anggaran-triwulan"
_KANAN = Rata.KANAN


def uraian_anggaran(bahan: BahanTahun) -> Iterator[Blok]:
    """Yield the sentences, tables and chart of the budget."""
    daftar = bahan.daftar_keluaran
    if not daftar:
        yield paragraf("Rencana Aksi yang berlaku tidak memuat sub kegiatan.", gaya=Gaya.PERHATIAN)
        return
    yield from spent_sentences(bahan)
    yield _programs(bahan)
    yield _chart(bahan)
    yield paragraf("Realisasi tiap triwulan disajikan pada ", Rujukan(_TRIWULAN), " dan rincian tiap sub kegiatan "
                                                                                  "pada ",
                   Rujukan(_RINCIAN), ".")
    yield from _pmk(bahan)
    yield Halaman(mendatar=True)
    yield _quarters(bahan)
    yield tabel_keluaran(bahan, daftar, _RINCIAN, f"Realisasi anggaran dan keluaran tahun {bahan.tahun}")
    yield Halaman(mendatar=False)


def spent_sentences(bahan: BahanTahun) -> Iterator[Paragraf]:
    """Yield what was spent and absorbed, and how much of it is known."""
    daftar, asal = bahan.daftar_keluaran, asal_of(bahan)
    jumlah, known = total_keluaran(daftar), [h.anggaran for h in daftar]
    if jumlah.rp_sd is None or jumlah.serapan is None:
        yield paragraf("Realisasi anggaran belum diisi, sehingga serapan belum dapat dihitung.", gaya=Gaya.PERHATIAN)
        return
    yield paragraf(f"Realisasi anggaran {bahan.nama_instansi} tahun {bahan.tahun} adalah ",
                   Angka(format_rupiah(jumlah.rp_sd), asal.rp(SEMUA, daftar)), " dari pagu ",
                   Angka(format_rupiah(jumlah.pagu), asal.pagu(SEMUA, daftar)), ", dengan serapan ",
                   Angka(format_persen(jumlah.serapan), asal.serapan(SEMUA, daftar)), ".")
    if jumlah.terisi < jumlah.jumlah:
        yield paragraf("Realisasi baru terisi pada ", Angka(str(jumlah.terisi), cacah_terisi(bahan.bahan, known)),
                       " dari ", Angka(str(jumlah.jumlah), cacah_sub(bahan.bahan, known)), " sub kegiatan; serapan di "
                       "atas dihitung terhadap pagu seluruh sub kegiatan.", gaya=Gaya.PERHATIAN)


def by_program(daftar: Sequence[HasilSubKegiatan]) -> dict[str, list[HasilSubKegiatan]]:
    """Return the sub kegiatan of each program, by its code and name."""
    groups: dict[str, list[HasilSubKegiatan]] = {}
    for hasil in daftar:
        sub = hasil.subkegiatan
        groups.setdefault(f"{sub.kode_program} {sub.program}".strip() or "Tanpa program", []).append(hasil)
    return groups


def _programs(bahan: BahanTahun) -> Tabel:
    kolom = (Kolom("No", 5, Rata.TENGAH), Kolom("Program", 45), Kolom("Pagu (Rp)", 17, _KANAN),
             Kolom("Realisasi (Rp)", 17, _KANAN), Kolom("Serapan", 16, _KANAN))
    rows = [_program_row(bahan, str(n), name, group)
            for n, (name, group) in enumerate(by_program(bahan.daftar_keluaran).items(), 1)]
    return Tabel(_PROGRAM, f"Realisasi anggaran per program tahun {bahan.tahun}", kolom,
                 (*rows, _program_row(bahan, "", "Jumlah", bahan.daftar_keluaran, JenisBaris.JUMLAH)), utuh=True)


def _program_row(bahan: BahanTahun, nomor: str, nama: str, group: Sequence[HasilSubKegiatan],
                 jenis: JenisBaris = JenisBaris.ISI) -> Baris:
    jumlah, asal, name = total_keluaran(group), asal_of(bahan), _group_name(nama)
    return Baris((sel(nomor), sel(nama), rupiah_sel(jumlah.pagu, asal.pagu(name, group)),
                  rupiah_sel(jumlah.rp_sd, asal.rp(name, group)),
                  persen_sel(jumlah.serapan, asal.serapan(name, group))), jenis)


def _group_name(nama: str) -> str:
    return SEMUA if nama == "Jumlah" else nama


def _chart(bahan: BahanTahun) -> Grafik:
    groups, asal = by_program(bahan.daftar_keluaran), asal_of(bahan)
    return Grafik("grafik-serapan", f"Serapan anggaran per program tahun {bahan.tahun}", JenisGrafik.MENDATAR,
                  tuple(groups), (Seri("Serapan", tuple(total_keluaran(g).serapan for g in groups.values()),
                        tuple(asal.serapan(name, g) for name, g in groups.items())),),
                  "persen", _PROGRAM)


def _quarters(bahan: BahanTahun) -> Tabel:
    grup = "Realisasi Triwulan (Rp)"
    kolom = (Kolom("Program", 28), *(Kolom(r, 14, _KANAN, grup) for r in ROMAWI), Kolom("Jumlah (Rp)", 16, _KANAN))
    rows = [_quarter_row(bahan, name, group) for name, group in by_program(bahan.daftar_keluaran).items()]
    return Tabel(_TRIWULAN, f"Realisasi anggaran per program tiap triwulan tahun {bahan.tahun}", kolom,
                 (*rows, _quarter_row(bahan, "Jumlah", bahan.daftar_keluaran, JenisBaris.JUMLAH)), utuh=True)


def _quarter_row(bahan: BahanTahun, nama: str, group: Sequence[HasilSubKegiatan],
                 jenis: JenisBaris = JenisBaris.ISI) -> Baris:
    asal, name = asal_of(bahan), _group_name(nama)
    amounts = [_sum([hasil.rp_tw[k] for hasil in group]) for k in range(4)]
    return Baris((sel(nama), *(rupiah_sel(rp, asal.rp_tw(name, group, k)) for k, rp in enumerate(amounts, 1)),
                  rupiah_sel(total_keluaran(group).rp_sd, asal.rp(name, group))), jenis)


def _sum(daftar: Sequence[Decimal | None]) -> Decimal | None:
    known = [rp for rp in daftar if rp is not None]
    return sum(known, Decimal(0)) if known else None


def _pmk(bahan: BahanTahun) -> Iterator[Paragraf]:
    """The formula of central government beside the office's own, over outputs whose figures are all known."""
    known = [Keluaran(h.subkegiatan.pagu, h.capaian_k.nilai, h.rp) for h in bahan.daftar_keluaran
             if h.capaian_k.nilai is not None and h.rp is not None]
    if len(known) < len(bahan.daftar_keluaran):
        return
    fakta = compare_efisiensi_pmk(known)
    if not isinstance(fakta, Kekurangan):
        asal = asal_of(bahan)
        inputs = (asal.rp(SEMUA, bahan.daftar_keluaran), asal.pagu(SEMUA, bahan.daftar_keluaran),
                  *(asal.capaian_k(h.subkegiatan) for h in bahan.daftar_keluaran))
        yield paragraf(*kalimat_efisiensi(fakta, 1, lambda besaran, _: SumberHitung(
            f"{besaran.value} {bahan.tahun}", "rumus PMK 214/PMK.02/2017 atas seluruh sub kegiatan", inputs)))
