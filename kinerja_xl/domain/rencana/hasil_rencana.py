"""The letter beside the plan: which version came in force, what it changed, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_xl.domain.alasan import catatan_list
from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.periods import ROMAWI, tanggal_panjang
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi

MAX_PERUBAHAN = 100
"""Changes that the letter tells one by one; the rest stands in the plan itself."""


@dataclass(frozen=True)
class HasilRencana:
    """What happened when a plan was handed in; ``rencana`` has the number that the ledger gave it.

    ``tertinggal`` says why the workbook in Perencanaan was not replaced, empty where it is the one in force.
    """

    rencana: RencanaAksi
    waktu: datetime
    arsip: str
    lama: int | None
    daftar_perubahan: tuple[PerubahanRencana, ...] = ()
    terbit_ulang: tuple[str, ...] = ()
    daftar_catatan: tuple[Catatan, ...] = ()
    tertinggal: str = ""


def make_surat_hasil(hasil: HasilRencana) -> str:
    """Return the text of ``Rencana Aksi 2026.HASIL.txt``."""
    rencana, now = hasil.rencana, hasil.waktu
    instead = f", menggantikan versi {hasil.lama}" if hasil.lama else ""
    head = [f"Rencana Aksi : {rencana.tahun}, versi {rencana.versi}{instead}",
            f"Diterima     : {tanggal_panjang(now.date())} pukul {now:%H.%M}",
            f"Berlaku mulai: TW {ROMAWI[rencana.berlaku_mulai - 1]} {rencana.tahun}",
            f"Dasar        : {rencana.dasar or 'belum diisi'}",
            f"Isi          : {len(rencana.daftar_indikator)} indikator dan {len(rencana.daftar_subkegiatan)} sub "
            f"kegiatan pada {len(rencana.daftar_unit)} bidang atau sub bidang",
            f"Salinan resmi: {hasil.arsip}", ""]
    parts = ["\n".join(head) + "\n"]
    if hasil.tertinggal:
        parts.append(f"{hasil.tertinggal}\n\n")
    if hasil.lama:
        parts += [_changes(hasil.daftar_perubahan), _reissued(hasil.terbit_ulang)]
    parts.append(catatan_list("Yang perlu diperhatikan", hasil.daftar_catatan)
                 or "Tidak ada yang perlu diperhatikan.\n\n")
    parts.append("Untuk mengubah rencana: ubah berkas Rencana Aksi di folder ini, isi alasannya pada lembar Perubahan, "
                 "lalu salin ke folder Masuk.\nBerkas ini ditulis oleh layanan dan diganti setiap ada versi baru.\n")
    return "".join(parts)


def _changes(daftar: Sequence[PerubahanRencana]) -> str:
    if not daftar:
        return "Indikator dan sub kegiatan tidak berubah; yang berubah kepala rencana, riwayat, atau perubahannya.\n\n"
    lines = [f"Yang berubah ({len(daftar)}):"]
    for n, row in enumerate(daftar[:MAX_PERUBAHAN], start=1):
        alasan = f" Alasan: {row.alasan}" if row.alasan else ""
        lines.append(f"{n:>4}. {row.kode} – {row.kolom}: semula {row.lama}, menjadi {row.baru}.{alasan}")
    if len(daftar) > MAX_PERUBAHAN:
        lines.append(f"      dan {len(daftar) - MAX_PERUBAHAN} lainnya.")
    return "\n".join([*lines, "", ""])


def _reissued(daftar_berkas: Sequence[str]) -> str:
    if not daftar_berkas:
        return "Tidak ada Lembar Kerja yang perlu diterbitkan ulang.\n\n"
    lines = [f"Lembar Kerja yang diterbitkan ulang dengan rencana ini ({len(daftar_berkas)}); isiannya disalin:"]
    return "\n".join([*lines, *(f"      {berkas}" for berkas in daftar_berkas), "", ""])
