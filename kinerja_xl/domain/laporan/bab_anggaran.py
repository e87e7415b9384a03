"""Bab III: realisasi and absorption per program, kegiatan and sub kegiatan, and efficiency where it means something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja_xl.domain.anggaran import HasilAnggaran, TotalAnggaran, compute_tingkat_efisiensi, is_efisien
from kinerja_xl.domain.anggaran import total_anggaran as total
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.ungkapan import capaian_sel, persen_sel, rupiah_sel
from kinerja_xl.domain.naskah import (
    Angka,
    Bab,
    Baris,
    Blok,
    Gaya,
    JenisBaris,
    Kolom,
    Paragraf,
    Rata,
    Rujukan,
    Sel,
    Tabel,
    paragraf,
    sel,
)
from kinerja_xl.domain.numbers import format_angka, format_nilai, format_persen, format_rupiah

_KANAN = Rata.KANAN


def bab_anggaran(bahan: Bahan) -> Bab:
    """Return Bab III."""
    if not bahan.daftar_anggaran:
        return Bab("BAB III", "REALISASI ANGGARAN",
                   (paragraf("Rencana Aksi yang berlaku tidak memuat sub kegiatan.", gaya=Gaya.PERHATIAN),))
    blocks: tuple[Blok, ...] = (*kalimat_anggaran(bahan), tabel_anggaran(bahan), *_efficiency(bahan))
    return Bab("BAB III", "REALISASI ANGGARAN", blocks)


def kalimat_anggaran(bahan: Bahan) -> Iterator[Paragraf]:
    """Yield what was spent and absorbed, and how much of it is known."""
    jumlah = total(bahan.daftar_anggaran)
    if jumlah.rp_sd is None or jumlah.serapan is None:
        yield paragraf("Realisasi anggaran belum diisi, sehingga serapan belum dapat dihitung.",
                       gaya=Gaya.PERHATIAN)
        return
    yield paragraf(f"Realisasi anggaran sampai dengan {bahan.triwulan} adalah ", Angka(format_rupiah(jumlah.rp_sd)),
                   " dari pagu ", Angka(format_rupiah(jumlah.pagu)), ", dengan serapan ",
                   Angka(format_persen(jumlah.serapan)), ". Rinciannya disajikan pada ", Rujukan("anggaran"), ".")
    if jumlah.terisi < jumlah.jumlah:
        yield paragraf(f"Realisasi baru terisi pada {jumlah.terisi} dari {jumlah.jumlah} sub kegiatan; serapan di atas "
                       "dihitung terhadap pagu seluruh sub kegiatan.", gaya=Gaya.PERHATIAN)


def tabel_anggaran(bahan: Bahan) -> Tabel:
    """Return the table of output and amounts: a row per sub kegiatan, sums per kegiatan and program."""
    tw = bahan.periode.romawi
    kinerja, rupiah = f"Keluaran Triwulan {tw}", "Anggaran (Rp)"
    kolom = (Kolom("Kode", 13), Kolom("Program / Kegiatan / Sub Kegiatan", 37), Kolom("Satuan", 8, Rata.TENGAH),
             Kolom("Target", 7, _KANAN, kinerja), Kolom("Realisasi", 8, _KANAN, kinerja),
             Kolom("Capaian", 9, _KANAN, kinerja), Kolom("Pagu", 12, _KANAN, rupiah),
             Kolom(f"Realisasi TW\u00a0{tw}", 12, _KANAN, rupiah),
             Kolom(f"Realisasi s.d.\u00a0TW\u00a0{tw}", 12, _KANAN, rupiah), Kolom("Serapan", 8, _KANAN, rupiah))
    return Tabel("anggaran", f"Realisasi anggaran dan keluaran sampai dengan {bahan.triwulan}", kolom,
                 tuple(_rows(bahan)), bernomor=True,
                 keterangan=("Serapan = realisasi s.d. triwulan ÷ pagu × 100%. Tanda – berarti belum diisi atau belum "
                             "disampaikan.",))


def _rows(bahan: Bahan) -> Iterator[Baris]:
    ordered = sorted(bahan.daftar_anggaran, key=lambda hasil: _segments(hasil.subkegiatan.kode))
    program = kegiatan = None
    for hasil in ordered:
        sub = hasil.subkegiatan
        if sub.program and (sub.kode_program, sub.program) != program:
            program, kegiatan = (sub.kode_program, sub.program), None
            group = [h for h in ordered if (h.subkegiatan.kode_program, h.subkegiatan.program) == program]
            yield _sum_row(sub.kode_program, sub.program, total(group), JenisBaris.KELOMPOK)
        if sub.kegiatan and (sub.kode_kegiatan, sub.kegiatan) != kegiatan:
            kegiatan = (sub.kode_kegiatan, sub.kegiatan)
            group = [h for h in ordered if (h.subkegiatan.kode_kegiatan, h.subkegiatan.kegiatan) == kegiatan]
            yield _sum_row(sub.kode_kegiatan, sub.kegiatan, total(group), JenisBaris.KELOMPOK)
        yield _sub_row(bahan, hasil)
    yield _sum_row("", "Jumlah", total(ordered), JenisBaris.JUMLAH)


def _segments(kode: str) -> tuple[tuple[int, str], ...]:
    """Codes are text sorted by segment: ``1.06.9`` before ``1.06.10`` (domain facts 8.2)."""
    return tuple((int(part) if part.isdigit() else 0, part) for part in kode.split("."))


def _sum_row(kode: str, nama: str, jumlah: TotalAnggaran, jenis: JenisBaris) -> Baris:
    return Baris((sel(kode), sel(nama, bentang=5), rupiah_sel(jumlah.pagu), rupiah_sel(jumlah.rp_tw),
                  rupiah_sel(jumlah.rp_sd), persen_sel(jumlah.serapan)), jenis)


def _sub_row(bahan: Bahan, hasil: HasilAnggaran) -> Baris:
    sub = hasil.subkegiatan
    return Baris((sel(sub.kode), _name(hasil), sel(sub.satuan),
                  sel(Angka(format_nilai(sub.target_tw[bahan.periode.triwulan - 1]))),
                  sel(Angka(format_nilai(hasil.realisasi_k), bahan.sumber(sub, "subkegiatan", "realisasi_k"))),
                  capaian_sel(hasil.capaian_k, disampaikan=bahan.is_delivered(sub)), rupiah_sel(sub.pagu),
                  rupiah_sel(hasil.rp_tw),
                  rupiah_sel(hasil.rp_sd, bahan.sumber(sub, "subkegiatan", "realisasi_rp_sd")),
                  persen_sel(hasil.serapan)))


def _name(hasil: HasilAnggaran) -> Sel:
    sub = hasil.subkegiatan
    return Sel((paragraf(sub.nama, gaya=Gaya.SEL), paragraf(f"Keluaran: {sub.indikator}", gaya=Gaya.KETERANGAN)))


def _efficiency(bahan: Bahan) -> Sequence[Paragraf]:
    """Efficiency against the year's pagu: only with the year's capaian, complete data and the target reached."""
    if bahan.periode.triwulan < 4:
        return (paragraf("Tingkat efisiensi belum disajikan, karena pagu berlaku untuk satu tahun anggaran sedangkan "
                         "capaian yang tersedia baru capaian triwulan."),)
    jumlah, tingkat = total(bahan.daftar_anggaran), bahan.tingkat_utama
    capaian = bahan.ringkasan_tahun[tingkat].rata if tingkat else None
    if capaian is None or jumlah.serapan is None or jumlah.terisi < jumlah.jumlah or bahan.tertunda:
        return (paragraf("Tingkat efisiensi belum dapat dihitung, karena data kinerja atau data anggaran belum "
                         "lengkap."),)
    selisih = compute_tingkat_efisiensi(capaian, jumlah.serapan)
    if is_efisien(capaian, jumlah.serapan):
        verdict = "Target tercapai dengan anggaran di bawah pagu, sehingga penggunaan anggaran dinyatakan efisien."
    else:
        verdict = _without_efficiency(capaian, jumlah.serapan)
    return (paragraf("Rata-rata capaian terhadap target tahunan ", Angka(format_persen(capaian)), " dan serapan ",
                     Angka(format_persen(jumlah.serapan)), " memberikan tingkat efisiensi ",
                     Angka(f"{format_angka(selisih, 2)} poin persen"), f". {verdict}"),)


def _without_efficiency(capaian: Decimal, serapan: Decimal) -> str:
    if serapan > 100:
        return "Realisasi melebihi pagu; data anggaran perlu diteliti kembali."
    if capaian >= 100:
        return "Target tercapai dengan menggunakan seluruh pagu."
    if serapan == 100:
        return "Pagu terpakai seluruhnya, sedangkan target belum seluruhnya tercapai."
    return "Sisa anggaran bukan efisiensi, karena target belum seluruhnya tercapai."
