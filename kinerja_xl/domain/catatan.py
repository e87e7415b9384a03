"""Catatan perbaikan: what has to be mended in a worksheet, each with its sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from kinerja_xl.domain.cells import Letak

MAX_KUTIPAN = 60


class Tingkat(StrEnum):
    """How heavy a catatan weighs: only ``tolak`` keeps a worksheet from being accepted."""

    TOLAK = "tolak"
    PERINGATAN = "peringatan"
    INFO = "info"


class JenisCatatan(NamedTuple):
    """One kind of catatan: its stable code, weight and sentence pattern (Bahasa Indonesia)."""

    kode: str
    tingkat: Tingkat
    pola: str


class Catatan(NamedTuple):
    """One remark to the person who fills the worksheet (contract section 2)."""

    kode: str
    tingkat: Tingkat
    lembar: str
    sel: str
    pesan: str

    @property
    def tempat(self) -> str:
        """``Indikator!K14``, or the sheet alone where no cell is named."""
        return f"{self.lembar}!{self.sel}" if self.sel else self.lembar

    @property
    def menolak(self) -> bool:
        """Whether this catatan keeps the worksheet from being accepted."""
        return self.tingkat is Tingkat.TOLAK


def _jenis(*rows: tuple[str, Tingkat, str]) -> dict[str, JenisCatatan]:
    return {kode: JenisCatatan(kode, tingkat, pola) for kode, tingkat, pola in rows}


T, P, I = Tingkat.TOLAK, Tingkat.PERINGATAN, Tingkat.INFO  # noqa: E741 - short only to keep the table readable

JENIS_CATATAN = _jenis(
    # C1xx: what is written in a cell
    ("C101", T, "Isi “{isi}” bukan angka. Tulis angka saja, misalnya 1.234,5."),
    ("C102", P, "Isi “{isi}” dibaca sebagai {dibaca}; bila yang dimaksud {lain}, perbaiki selnya."),
    ("C103", T, "Sel berisi galat Excel {isi}. Perbaiki rumusnya atau tulis angkanya."),
    ("C104", T, "Realisasi {kode} belum diisi. Isi angkanya, atau tulis alasannya di kolom Keterangan."),
    ("C105", T, "Isi “{isi}” tidak ada dalam daftar predikat. Pilih salah satu: {pilihan}."),
    ("C106", T, "Penyebut {kode} nol, sehingga persentase tidak dapat dihitung. Isi penyebut lebih dari nol."),
    ("C107", P, "Realisasi {kode} tertulis {tertulis}, sedangkan pembilang dibagi penyebut {dihitung}. "
                "Angka yang dipakai adalah hasil bagi."),
    ("C108", T, "Pembilang dan penyebut {kode} harus diisi keduanya atau dikosongkan keduanya."),
    ("C109", T, "Angka {isi} tidak boleh kurang dari nol."),
    ("C110", T, "Sel berisi rumus tanpa hasil. Buka berkas ini di Excel, simpan, lalu kirim kembali."),
    ("C111", T, "Isi “{isi}” terlalu panjang: paling banyak {batas} aksara."),
    # C2xx: what should be there
    ("C201", P, "Realisasi anggaran {kode} belum diisi."),
    ("C202", P, "Realisasi kinerja sub kegiatan {kode} belum diisi."),
    ("C203", P, "Faktor pendorong atau penghambat {kode} belum ditulis."),
    ("C204", P, "Tindak lanjut {kode} belum ditulis, padahal capaian di bawah target."),
    ("C205", P, "Bukti dukung {kode} belum didaftarkan."),
    ("C206", T, "Bukti dukung {kode} belum didaftarkan, dan kebijakan kantor mewajibkannya."),
    ("C207", P, "Rekomendasi {kode} belum ditulis."),
    ("C208", T, "Catatan wajib diisi untuk tindakan ini. Tulis alasannya di sel Catatan, lalu kirim kembali."),
    ("C209", T, "Bukti dukung menyebut indikator “{isi}” yang tidak ada di lembar kerja ini."),
    # C21x: evidence as it lies in its folders
    ("C211", P, "Baris bukti {kode} tidak menyebutkan berkas atau tautan."),
    ("C212", P, "Bukti “{isi}” untuk {kode} tercatat, tetapi berkasnya tidak ada di folder {folder}."),
    ("C213", P, "Berkas “{nama}” di folder {folder} belum tercatat di lembar Bukti Dukung untuk {kode}."),
    ("C214", P, "Berkas “{nama}” di folder {folder} tidak disimpan sebagai bukti: {sebab}."),
    ("C215", P, "Berkas bukti {nama} berubah sejak diserahkan: sha256 semula {lama}, sekarang {baru}."),
    ("C216", P, "Berkas bukti {nama} tidak ada lagi sejak diserahkan: sha256 semula {lama}."),
    # C3xx: what is unlikely
    ("C301", P, "Ada realisasi {kode} padahal target triwulan ini nol."),
    ("C302", P, "Realisasi anggaran {kode} melebihi pagu."),
    ("C303", P, "Realisasi anggaran {kode} s.d. triwulan ini lebih kecil daripada triwulan sebelumnya."),
    ("C304", P, "Realisasi {kode} lebih kecil daripada triwulan sebelumnya, padahal jenisnya posisi."),
    ("C305", P, "Nilai yang tampil ({tertulis}) berbeda dari hasil hitung ({dihitung}). "
                "Yang dipakai adalah hasil hitung."),
    ("C306", P, "Rumus di sel ini telah diganti dengan angka atau teks. Yang dipakai adalah hasil hitung."),
    ("C307", P, "Realisasi {kode} ({isi}) jauh dari yang diperkirakan menurut {acuan} ({nilai}). Periksa letak koma, "
                "jumlah nol, dan satuannya."),
    ("C308", P, "Realisasi {kode} ({isi}) mungkin tertulis sebagai per seratus, padahal satuannya persen dan "
                "targetnya {target}. Bila yang dimaksud {lain}%, tulis {lain}."),
    ("C309", P, "Realisasi {kode} lebih buruk daripada triwulan sebelumnya ({lalu}). Tulis sebabnya di kolom "
                "Keterangan."),
    ("C310", P, "Sel isian ini berisi rumus; yang dipakai adalah hasilnya sekarang, {isi}. Bila angkanya sudah tetap, "
                "tulis angkanya."),
    # C4xx: what this role may not change, and what the worksheet lost
    ("C401", T, "{kolom} {kode} diubah dari “{lama}” menjadi “{baru}”, padahal bukan isian {peran}. "
                "Kembalikan ke “{lama}”."),
    ("C402", T, "Baris {kode} hilang dari lembar ini. Salin kembali baris itu dari berkas terakhir di Terkirim."),
    ("C403", T, "Baris {kode} tidak ada dalam rencana. Hapus baris itu."),
    ("C404", T, "Kolom {kolom} tidak ditemukan. Kembalikan judul kolomnya."),
    ("C405", T, "Kode {kode} muncul lebih dari satu kali. Sisakan satu baris."),
    ("C406", T, "Lembar “{lembar_hilang}” tidak ditemukan. Kembalikan nama lembarnya."),
    ("C407", T, "{kolom} pada lembar Disposisi tertulis “{baru}”, seharusnya “{lama}”. Sudah dikembalikan; "
                "periksa isian lalu kirim kembali."),
    ("C408", P, "Lembar “{semula}” telah berganti nama menjadi “{kini}”. Isinya tetap dibaca; kembalikan nama "
                "lembarnya."),
    # C5xx: wrong folder
    ("C501", T, "Lembar kerja ini berada di folder {folder}, padahal tahap ini memakai folder {seharusnya}."),
    ("C502", T, "Pada tahap ini lembar kerja tidak dapat dikembalikan. Teruskan lewat folder {seharusnya}."),
    ("C503", T, "{nama} sudah bertindak sebagai pengirim (jabatan {sebagai}), sehingga tidak boleh {perbuatan} lembar "
                "kerja ini. Yang dapat melakukannya adalah Plh. atau Plt. {jabatan} yang dicatat dalam Pengaturan; "
                "atau kembalikan lembar kerja ini agar diajukan kembali oleh {lagi}."),
    ("C508", T, "Lembar kerja ini menunggu naskah bertanda tangan {lama}, yang tidak lagi bertindak dalam jabatan ini. "
                "Bila {kini} menyetujui isinya, masukkan kembali ke folder {folder}."),
    ("C509", T, "Jabatan {jabatan} sedang kosong, sehingga tidak ada yang dapat {perbuatan} lembar kerja ini. Catat "
                "Plt. atau Plh. jabatan itu pada lembar Pejabat dalam Pengaturan, lalu masukkan lembar kerja ini "
                "kembali ke folder {folder}."),
    ("C510", T, "Lembar kerja ini terakhir disimpan dengan akun {akun}, bukan akun {nama} yang tercatat dalam "
                "Pengaturan. Simpan berkas ini satu kali dengan akun Anda, lalu kirim kembali."),
    ("C511", T, "Akun komputer {nama} belum tercatat pada lembar Pejabat dalam Pengaturan, padahal kebijakan kantor "
                "memeriksanya. Mintalah Kasubag Perencanaan mencatatnya, lalu kirim kembali."),
    # C6xx: settings and plan
    ("C601", T, "{kolom} wajib diisi."),
    ("C602", T, "Isi “{isi}” pada {kolom} tidak dikenal. Pilihan: {pilihan}."),
    ("C603", T, "NIP “{isi}” tidak benar: {sebab}."),
    ("C604", T, "{peran} untuk {unit} terisi oleh dua pejabat pada waktu yang sama: {nama}."),
    ("C605", T, "Singkatan “{isi}” tidak dapat dipakai: {sebab}."),
    ("C606", T, "Singkatan “{isi}” menjadi sama dengan “{lain}” dalam kode berkas."),
    ("C607", T, "Jumlah target triwulan {kode} adalah {jumlah}, seharusnya sama dengan target tahunan {target}."),
    ("C608", T, "Target TW IV {kode} adalah {jumlah}, seharusnya sama dengan target tahunan {target}."),
    ("C609", P, "Target triwulan {kode} tidak bergerak searah dengan arah indikatornya."),
    ("C610", P, "Target triwulan {kode} berbeda dari target tahunan {target}."),
    ("C611", T, "Bidang “{isi}” tidak ada dalam Pengaturan."),
    ("C612", T, "Indikator {kode} menggabung “{isi}” yang tidak ada dalam rencana."),
    ("C613", T, "Tanggal “{isi}” tidak dapat dibaca. Tulis sebagai tanggal, misalnya 10/04/2026."),
    ("C614", T, "{kolom}: {sebab}."),
    ("C615", P, "Indikator {kode} menggabung indikator lain, tetapi juga mempunyai bidang; bidangnya diabaikan."),
    ("C620", P, "Dasar rencana belum diisi. Pilih dasarnya, lalu tulis nomor dan tanggalnya."),
    ("C621", T, "Versi {versi} harus menyebutkan dasarnya. Pilih PK Perubahan, Pergeseran, atau DPPA, lalu tulis nomor "
                "dan tanggalnya."),
    ("C622", P, "{kolom} {dasar} belum diisi, padahal tercetak pada laporan."),
    ("C623", P, "Tanggal dasar {isi} jauh dari tahun rencana {tahun}. Periksa tahunnya."),
    ("C624", T, "Riwayat {isi} tidak dapat dimuat dalam rencana {tahun}. Tulis tahun {dari} sampai {sampai}, atau "
                "triwulan tahun {tahun}."),
    ("C625", P, "Kode “{isi}” tidak ada pada lembar Indikator, sehingga baris riwayat ini tidak dipakai."),
    ("C626", T, "Riwayat {kode} untuk {waktu} muncul lebih dari satu kali. Sisakan satu baris."),
    ("C627", P, "{kolom} {kode} berubah dari “{lama}” menjadi “{baru}”, tetapi alasannya tidak ada pada lembar "
                "Perubahan."),
    ("C628", P, "Baris ini tidak cocok dengan rencananya: {kolom} {kode} berubah dari “{lama}” menjadi “{baru}”."),
    ("C629", P, "Baris ini menyebutkan {sebutan}, padahal tidak ada yang berubah di situ."),
    ("C630", P, "{kolom} {kode} berubah, padahal rencana ini berlaku mulai TW {mulai}. Triwulan sebelumnya tetap "
                "memakai target lama."),
    ("C631", I, "Pada lembar tertulis versi {tertulis}; rencana ini tercatat sebagai versi {versi}."),
    ("C632", P, "{waktu} sudah dikumpulkan dengan lembar kerja, sehingga riwayat ini tidak dipakai."),
    ("C633", P, "Lembar kerja TW {triwulan} dari {daftar} sudah disetujui atau selesai, sehingga tetap memakai rencana "
                "sebelumnya."),
    # C64x: a worksheet that was issued again under a later version of the plan
    ("C640", I, "{kolom} {kode} berisi “{isi}” dan tidak disalin, karena {kode} tidak ada lagi dalam Rencana Aksi "
                "versi {rencana}. Isian lama tersimpan di Arsip."),
    ("C641", I, "{kolom} {kode} berisi “{isi}” dan tidak disalin, karena bukan isian {peran}. Isian itu tersimpan di "
                "Arsip."),
    ("C642", I, "{kolom} {kode} berubah dalam Rencana Aksi versi {rencana}: semula “{lama}”, menjadi “{baru}”."),
    ("C643", I, "{kolom} {kode} baru dalam Rencana Aksi versi {rencana}: “{baru}”. Isilah barisnya."),
    ("C644", I, "{kolom} {kode} tidak ada lagi dalam Rencana Aksi versi {rencana}: “{lama}”."),
    ("C645", I, "{kolom} {kode} berisi “{isi}” dan tidak disalin, karena daftarnya penuh. Isian itu tersimpan di "
                "Arsip."),
    ("C650", I, "Perubahan: {kolom} {kode} dari “{lama}” menjadi “{baru}”."),
)


def catat(kode: str, letak: Letak, /, **fakta: object) -> Catatan:
    """Return the catatan of kind ``kode`` at ``letak``; ``fakta`` fill its sentence pattern."""
    jenis = JENIS_CATATAN[kode]
    return Catatan(kode, jenis.tingkat, letak.lembar, letak.sel, jenis.pola.format(**fakta))


_MENGHARUSKAN = " Kebijakan kantor mengharuskannya diperbaiki sebelum lembar kerja diteruskan."


def as_refusing(catatan: Catatan) -> Catatan:
    """Return a catatan as one that keeps the worksheet from being accepted, because the office wants it so."""
    return catatan._replace(tingkat=Tingkat.TOLAK, pesan=catatan.pesan + _MENGHARUSKAN)


def sorted_catatan(daftar_catatan: Iterable[Catatan]) -> tuple[Catatan, ...]:
    """Return the catatan by sheet, row and column, each once."""

    def place(catatan: Catatan) -> tuple[str, int, int, str]:
        letak = Letak(catatan.lembar, catatan.sel)
        return (catatan.lembar, *letak.row_and_column, catatan.kode)

    return tuple(sorted(dict.fromkeys(daftar_catatan), key=place))


def menolak(daftar_catatan: Iterable[Catatan]) -> bool:
    """Whether any of the catatan keeps the worksheet from being accepted."""
    return any(catatan.menolak for catatan in daftar_catatan)


MAX_TOLD = 20


def told(daftar_catatan: Iterable[Catatan]) -> dict[str, object]:
    """Return the facts ``jumlah`` and ``rincian`` for an error that tells several catatan at once.

    ``daftar_catatan`` are all of them, for a letter that has the room.
    """
    every = tuple(daftar_catatan)
    heavy = [catatan for catatan in every if catatan.menolak]
    lines = [f"{c.tempat}: {c.pesan}" for c in heavy[:MAX_TOLD]]
    if len(heavy) > MAX_TOLD:
        lines.append(f"dan {len(heavy) - MAX_TOLD} lainnya.")
    return {"jumlah": len(heavy), "rincian": " ".join(lines), "daftar_catatan": every}


def quote(teks: str) -> str:
    """Return a text short enough to be quoted inside a catatan."""
    return teks if len(teks) <= MAX_KUTIPAN else teks[:MAX_KUTIPAN - 1].rstrip() + "…"
