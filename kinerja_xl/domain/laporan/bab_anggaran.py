"""Bab III: realisasi and absorption per program, kegiatan and sub kegiatan, and efficiency where it means something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja_xl.domain.capaian.anggaran import HasilAnggaran, compute_tingkat_efisiensi, is_efisien
from kinerja_xl.domain.capaian.anggaran import total_anggaran as total
from kinerja_xl.domain.laporan import asal_anggaran as asal
from kinerja_xl.domain.laporan.asal_angka import sumber_pagu, sumber_rata_tingkat, sumber_target
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.tabel_capaian import satuan_sel
from kinerja_xl.domain.laporan.ungkapan import capaian_sel, nilai_sel, persen_sel, rupiah_sel
from kinerja_xl.domain.naskah.naskah import (
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
from kinerja_xl.domain.numbers import format_angka, format_persen, format_rupiah
from kinerja_xl.domain.sumber import SumberHitung

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
    daftar = bahan.daftar_anggaran
    jumlah = total(daftar)
    if jumlah.rp_sd is None or jumlah.serapan is None:
        yield paragraf("Realisasi anggaran belum diisi, sehingga serapan belum dapat dihitung.",
                       gaya=Gaya.PERHATIAN)
        return
    yield paragraf(f"Realisasi anggaran sampai dengan {bahan.triwulan} adalah ",
                   Angka(format_rupiah(jumlah.rp_sd), asal.jumlah_rp_sd(bahan, daftar)), " dari pagu ",
                   Angka(format_rupiah(jumlah.pagu), asal.jumlah_pagu(bahan, daftar)), ", dengan serapan ",
                   Angka(format_persen(jumlah.serapan), asal.jumlah_serapan(bahan, daftar)),
                   ". Rinciannya disajikan pada ", Rujukan("anggaran"), ".")
    if jumlah.terisi < jumlah.jumlah:
        yield paragraf("Realisasi baru terisi pada ", Angka(str(jumlah.terisi), asal.cacah_terisi(bahan, daftar)),
                       " dari ", Angka(str(jumlah.jumlah), asal.cacah_sub(bahan, daftar)), " sub kegiatan; serapan di "
                       "atas dihitung terhadap pagu seluruh sub kegiatan.", gaya=Gaya.PERHATIAN)


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
            yield _sum_row(bahan, group, JenisBaris.KELOMPOK, sub.kode_program, sub.program)
        if sub.kegiatan and (sub.kode_kegiatan, sub.kegiatan) != kegiatan:
            kegiatan = (sub.kode_kegiatan, sub.kegiatan)
            group = [h for h in ordered if (h.subkegiatan.kode_kegiatan, h.subkegiatan.kegiatan) == kegiatan]
            yield _sum_row(bahan, group, JenisBaris.KELOMPOK, sub.kode_kegiatan, sub.kegiatan)
        yield _sub_row(bahan, hasil)
    yield _sum_row(bahan, ordered, JenisBaris.JUMLAH, "", "Jumlah")


def _segments(kode: str) -> tuple[tuple[int, str], ...]:
    """Codes are text sorted by segment: ``1.06.9`` before ``1.06.10`` (domain facts 8.2)."""
    return tuple((int(part) if part.isdigit() else 0, part) for part in kode.split("."))


def _sum_row(bahan: Bahan, daftar: Sequence[HasilAnggaran], jenis: JenisBaris, kode: str, nama: str) -> Baris:
    jumlah, about = total(daftar), f"{kode} {nama}" if kode else asal.SEMUA
    return Baris((sel(kode), sel(nama, bentang=5), rupiah_sel(jumlah.pagu, asal.jumlah_pagu(bahan, daftar, about)),
                  rupiah_sel(jumlah.rp_tw, asal.jumlah_rp_tw(bahan, daftar, about)),
                  rupiah_sel(jumlah.rp_sd, asal.jumlah_rp_sd(bahan, daftar, about)),
                  persen_sel(jumlah.serapan, asal.jumlah_serapan(bahan, daftar, about))), jenis)


def _sub_row(bahan: Bahan, hasil: HasilAnggaran) -> Baris:
    sub, triwulan = hasil.subkegiatan, bahan.periode.triwulan
    return Baris((sel(sub.kode), _name(hasil), satuan_sel(bahan, sub),
                  nilai_sel(sub.target_tw[triwulan - 1], sumber_target(bahan, sub, triwulan)),
                  nilai_sel(hasil.realisasi_k, asal.sumber_sub(bahan, sub, "realisasi_k", triwulan)),
                  capaian_sel(hasil.capaian_k, asal.sumber_capaian_k(bahan, sub), disampaikan=bahan.is_delivered(sub)),
                  rupiah_sel(sub.pagu, sumber_pagu(bahan, sub)), rupiah_sel(hasil.rp_tw, asal.sumber_rp_tw(bahan, sub)),
                  rupiah_sel(hasil.rp_sd, asal.sumber_sub(bahan, sub, "realisasi_rp_sd", triwulan)),
                  persen_sel(hasil.serapan, asal.sumber_serapan(bahan, sub))))


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
    if tingkat is None or capaian is None or jumlah.serapan is None or jumlah.terisi < jumlah.jumlah or bahan.tertunda:
        return (paragraf("Tingkat efisiensi belum dapat dihitung, karena data kinerja atau data anggaran belum "
                         "lengkap."),)
    selisih = compute_tingkat_efisiensi(capaian, jumlah.serapan)
    if is_efisien(capaian, jumlah.serapan):
        verdict = "Target tercapai dengan anggaran di bawah pagu, sehingga penggunaan anggaran dinyatakan efisien."
    else:
        verdict = _without_efficiency(capaian, jumlah.serapan)
    mean = sumber_rata_tingkat(bahan, tingkat, tahunan=True)
    absorbed = asal.jumlah_serapan(bahan, bahan.daftar_anggaran)
    efisiensi = SumberHitung("Tingkat efisiensi", "tingkat efisiensi = capaian − serapan", (mean, absorbed))
    return (paragraf("Rata-rata capaian terhadap target tahunan ", Angka(format_persen(capaian), mean),
                     " dan serapan ", Angka(format_persen(jumlah.serapan), absorbed), " memberikan tingkat efisiensi ",
                     Angka(f"{format_angka(selisih, 2)} poin persen", efisiensi), ". ",
                     Angka(verdict, SumberHitung("Penilaian efisiensi", "penilaian menurut capaian dan serapan",
                                                 (mean, absorbed)))),)


def _without_efficiency(capaian: Decimal, serapan: Decimal) -> str:
    if serapan > 100:
        return "Realisasi melebihi pagu; data anggaran perlu diteliti kembali."
    if capaian >= 100:
        return "Target tercapai dengan menggunakan seluruh pagu."
    if serapan == 100:
        return "Pagu terpakai seluruhnya, sedangkan target belum seluruhnya tercapai."
    return "Sisa anggaran bukan efisiensi, karena target belum seluruhnya tercapai."
