"""Alasan: why a file is kept in Ditahan, each with a stable code, one sentence and one next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.periods import tanggal_panjang
from kinerja_xl.errors import KinerjaError


@dataclass(frozen=True)
class JenisAlasan:
    """One kind of alasan: its stable code and the patterns of its two sentences (Bahasa Indonesia)."""

    kode: str
    pola: str
    pola_petunjuk: str


@dataclass(frozen=True)
class Alasan:
    """Why one file is held: ``pesan`` says what is wrong, ``petunjuk`` the one next step.

    ``daftar_catatan`` are the remarks behind it, each with its cell: the letter lists them all.
    """

    kode: str
    pesan: str
    petunjuk: str
    daftar_catatan: tuple[Catatan, ...] = ()


def _jenis(*rows: tuple[str, str, str]) -> dict[str, JenisAlasan]:
    return {kode: JenisAlasan(kode, pola, petunjuk) for kode, pola, petunjuk in rows}


JENIS_ALASAN = _jenis(
    # H1xx: a worksheet that may not be in this folder now
    ("H101", "Lembar kerja ini tidak menyebutkan kode berkasnya di lembar Disposisi.",
     "Salin isian Anda ke lembar kerja yang ada di folder Masuk, lalu kirim lembar kerja itu."),
    ("H102", "Kode berkas {berkas} tidak dikenal di kantor ini.",
     "Gunakan lembar kerja yang dibagikan layanan; tanyakan kepada Kasubag Perencanaan bila tidak menemukannya."),
    ("H103", "Berkas {berkas} sudah selesai dengan status {status}.",
     "Bila isinya masih perlu diubah, mintalah Kasubag Perencanaan membuka kembali berkas itu."),
    ("H117", "Berkas {berkas} sudah ditutup oleh Kasubag Perencanaan dengan status {status}.",
     "Berkas ini tidak dapat dibuka kembali. Tanyakan kepada Kasubag Perencanaan bagaimana datanya masih dapat "
     "disampaikan."),
    ("H104", "Berkas {berkas} sekarang dipegang oleh {pemegang}, bukan oleh {pelaku}.",
     "Hubungi {pemegang}; bila isinya perlu diperbaiki, mintalah berkas itu dikembalikan kepada Anda."),
    ("H105", "Ini versi {versi} berkas {berkas}, sedangkan yang berlaku sekarang versi {berlaku}.",
     "Gunakan lembar kerja yang sekarang ada di folder Masuk; salin ke sana isian yang masih diperlukan."),
    ("H106", "Ada lebih dari satu isi untuk berkas {berkas}: {daftar_nama}. Perbedaannya: {perbedaan}.",
     "Pilih satu yang benar, lalu masukkan hanya berkas itu ke folder {folder}."),
    ("H107", "Berkas {berkas} diletakkan sekaligus di folder {daftar_folder}, sehingga maksudnya tidak jelas.",
     "Masukkan satu lembar kerja saja ke folder yang dimaksud."),
    ("H108", "Isi lembar kerja ini sama dengan {nama} yang sudah diterima; yang ini salinan lain.",
     "Tidak ada yang perlu dilakukan; salinan ini boleh dihapus."),
    ("H109", "Lembar kerja {berkas} sudah dikirim, tetapi salinannya di folder Masuk masih dibuka oleh {oleh}.",
     "Tutup salinan itu tanpa menyimpan; yang berlaku adalah lembar kerja yang sudah dikirim."),
    ("H110", "Berkas {berkas} tidak dapat ditarik kembali karena {pemegang} sudah membuka atau mengubahnya.",
     "Mintalah {pemegang} mengembalikan berkas itu kepada Anda."),
    # a copy that stayed in Masuk after the worksheet was sent
    ("H115", "Lembar kerja {berkas} sudah dikirim, sedangkan salinan yang tertinggal di folder Masuk ini berbeda "
             "isinya. Perbedaannya: {perbedaan}.",
     "Bila isian pada salinan ini yang benar, mintalah berkas itu dikembalikan kepada Anda, lalu salin isiannya ke "
     "lembar kerja yang kembali ke folder Masuk."),
    ("H116", "Lembar kerja {berkas} sudah dikirim; salinan yang tertinggal di folder Masuk ini sama isinya.",
     "Tidak ada yang perlu dilakukan; salinan ini boleh dihapus."),
    # a scan in Bertanda Tangan, which stays where it is
    ("H111", "Nama {nama} tidak diawali kode naskah yang dikenal.",
     "Ganti namanya sehingga diawali kode yang tercetak pada naskah, misalnya 7F3A-91C2 Disposisi.pdf."),
    ("H112", "Kode {kode_naskah} tercetak pada naskah {bidang}, bukan naskah bidang ini.",
     "Pindahkan pindaian itu ke folder {bidang}/Bertanda Tangan."),
    ("H113", "Ukuran {nama} lebih dari {batas} MB.",
     "Pindai ulang dengan resolusi yang lebih rendah, misalnya 200 dpi, lalu simpan dengan nama yang sama."),
    ("H114", "Isi {nama} bukan PDF, JPG, atau PNG: {jenis}",
     "Simpan pindaian sebagai PDF, JPG, atau PNG dengan nama yang sama."),
)


MASUK_IS_FOR_WORKSHEETS = ("Folder Masuk hanya untuk lembar kerja dari layanan; simpan catatan dan berkas Anda sendiri "
                           "di luar folder Masuk, misalnya di komputer Anda.")
"""The next step for a file of a person's own that lay in Masuk."""


def make_alasan(kode: str, **fakta: object) -> Alasan:
    """Return the alasan of kind ``kode``; ``fakta`` fill its sentence patterns."""
    jenis = JENIS_ALASAN[kode]
    return Alasan(kode, jenis.pola.format(**fakta), jenis.pola_petunjuk.format(**fakta))


def alasan_of(error: KinerjaError) -> Alasan:
    """Return the alasan for a file that could not be taken: the error's own code and sentences.

    Where the error tells several catatan, its sentence stops before them and the letter lists them.
    """
    found = error.fakta.get("daftar_catatan", ())
    if not isinstance(found, tuple) or not found:
        return Alasan(error.code, error.pesan, error.petunjuk)
    return Alasan(error.code, error.pattern.format(**{**error.fakta, "rincian": ""}).strip(), error.petunjuk, found)


def make_surat_alasan(alasan: Alasan, nama: str, waktu: datetime) -> str:
    """Return the text of ``<name>.ALASAN.txt``: the file, since when, why with every catatan, and what to do next."""
    heavy = [c for c in alasan.daftar_catatan if c.menolak]
    light = [c for c in alasan.daftar_catatan if not c.menolak]
    return (f"Berkas    : {nama}\n"
            f"Ditahan   : {tanggal_panjang(waktu.date())} pukul {waktu:%H.%M}\n"
            f"Kode      : {alasan.kode}\n"
            f"\n"
            f"Alasan    : {alasan.pesan}\n"
            f"\n"
            f"{catatan_list('Yang harus diperbaiki', heavy)}"
            f"{catatan_list('Yang perlu diperhatikan', light)}"
            f"Langkah   : {alasan.petunjuk}\n"
            f"\n"
            f"Berkas itu tidak diubah sedikit pun.\n")


def catatan_list(judul: str, daftar_catatan: Sequence[Catatan], paling_banyak: int = 200) -> str:
    """Return catatan as a numbered list under a title, each with its cell and code; empty where there are none."""
    if not daftar_catatan:
        return ""
    lines = [f"{n:>4}. {c.tempat}: {c.pesan} ({c.kode})" for n, c in enumerate(daftar_catatan[:paling_banyak], start=1)]
    rest = len(daftar_catatan) - paling_banyak
    return "\n".join([f"{judul}:", *lines, *([f"      dan {rest} lainnya."] if rest > 0 else []), "", ""])
