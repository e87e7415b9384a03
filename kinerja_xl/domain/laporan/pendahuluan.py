"""Bab I: the legal basis from the settings, the purpose, and the SOP's own mechanism."""

from __future__ import annotations

from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.rencana_digunakan import uraian_rencana
from kinerja_xl.domain.naskah.kepala_naskah import belum_diisi
from kinerja_xl.domain.naskah.naskah import (
    Bab,
    Baris,
    Blok,
    Daftar,
    Gaya,
    Kolom,
    Rata,
    Rujukan,
    Subjudul,
    Tabel,
    paragraf,
    sel,
)
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import HARI, tanggal_panjang
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.deadlines import assignment_day, standard_time
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan

_MEKANISME = "mekanisme"


def bab_pendahuluan(bahan: Bahan) -> Bab:
    """Return Bab I."""
    instansi = bahan.pengaturan.instansi
    opened = assignment_day(bahan.periode, bahan.pengaturan)
    nomor = bahan.pengaturan.kebijakan.nomor_sop or belum_diisi("nomor SOP pada Pengaturan, lembar Kebijakan")
    return Bab("BAB I", "PENDAHULUAN", (
        Subjudul("A. Dasar Hukum"), *_dasar_hukum(bahan),
        Subjudul("B. Maksud dan Tujuan"),
        paragraf(f"Laporan ini disusun dengan maksud menyajikan capaian kinerja {instansi.nama} pada {bahan.triwulan} "
                 "berdasarkan data kinerja yang telah diperiksa dan disetujui oleh Sekretaris dan para kepala bidang."),
        paragraf("Tujuannya adalah memberikan bahan bagi pimpinan untuk memantau pencapaian target, mengenali "
                 "hambatan, dan menetapkan tindak lanjut pada triwulan berikutnya, serta menjadi bahan penyusunan "
                 "Laporan Kinerja tahunan."),
        Subjudul("C. Mekanisme Pengumpulan Data Kinerja"),
        paragraf(f"Data kinerja dikumpulkan menurut SOP Nomor {nomor} tentang Pengumpulan Data Kinerja. Pengumpulan "
                 f"data {bahan.triwulan} dibuka pada {HARI[opened.weekday()]}, {tanggal_panjang(opened)}, dengan "
                 "tahapan sebagaimana ", Rujukan(_MEKANISME), "."),
        _mechanism(bahan.pengaturan),
        Subjudul("D. Rencana Aksi yang Digunakan"), *uraian_rencana(bahan)))


def _dasar_hukum(bahan: Bahan) -> tuple[Blok, ...]:
    laws = bahan.pengaturan.dasar_hukum
    if not laws:
        return (paragraf(belum_diisi("dasar hukum pada Pengaturan, lembar Dasar Hukum"), gaya=Gaya.KOSONG),)
    return (Daftar(tuple((law.rstrip(" ;."),) for law in laws), bernomor=True),)


def _mechanism(pengaturan: Pengaturan) -> Tabel:
    """The SOP's rows as they are in force, with the office's standard times."""
    rows = [Baris((sel(str(row.nomor)), sel(row.uraian), sel(_title(row.peran)),
                   sel(_standard(row, pengaturan)),
                   sel(row.keluaran or "–")))
            for row in KEGIATAN if row.nomor]
    kolom = (Kolom("No", 6, Rata.TENGAH), Kolom("Kegiatan", 44), Kolom("Pelaksana", 18),
             Kolom("Waktu Baku", 12, Rata.TENGAH), Kolom("Keluaran", 20))
    return Tabel(_MEKANISME, "Tahapan pengumpulan data kinerja menurut SOP", kolom, tuple(rows))


def _standard(row: Kegiatan, pengaturan: Pengaturan) -> str:
    return str(standard_time(row, pengaturan) or "–")


def _title(peran: Peran | None) -> str:
    return {Peran.KASUBID: "Kasubid/Kasubag", Peran.ANALIS: "Analis Data"}.get(peran, str(peran)) if peran else "–"
