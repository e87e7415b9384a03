"""What happens in the demo, moment by moment: TW I 2026 of the sample office, from issue to report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.periods import Periode
from kinerja_xl.faces.demo.bukti import BUKTI_SUSULAN, Bukti, bukti_of, register
from kinerja_xl.faces.demo.isian import bahan, laporan, perbaikan, rekomendasi, salah_ketik
from kinerja_xl.faces.jam import WITA

PERIODE = Periode(2026, 1)
DIBUAT = datetime(2026, 4, 9, 15, 0, tzinfo=WITA)
"""When the office is made: the afternoon before the day of assignment."""
SUB_DAYASOS = ("DAYASOS - PERORANGAN", "DAYASOS - KELEMBAGAAN")
UNIT = ("SEKRETARIAT", "REHSOS", "LINJAMSOS", *SUB_DAYASOS, "PFM")
PERENCANAAN = "Perencanaan"
DRAF = f"{PERENCANAAN}/Laporan/Laporan Triwulan I 2026 DRAF.docx"
DRAF_PERTAMA = "Laporan Triwulan I 2026 DRAF (15 April).docx"
CUPLIKAN = "Cuplikan layar 2026-04-13 103842.png"


@dataclass(frozen=True)
class Langkah:
    """One person does one thing: fills the waiting worksheet of ``unit`` and moves it; ``hasil`` must then be seen.

    With ``kiriman`` he puts a file of that name into the folder instead of the worksheet. Paths are relative.
    """

    meja: str
    unit: str
    ke: str
    hasil: str
    isian: Mapping[Kunci, NilaiSel] = field(default_factory=dict)
    catatan: str | None = None
    daftar_bukti: tuple[Bukti, ...] = ()
    kiriman: str | None = None


@dataclass(frozen=True)
class Adegan:
    """A moment in which people act at the same time. ``draf`` = how many units the DRAF must then report on."""

    waktu: datetime
    cerita: str
    daftar_langkah: tuple[Langkah, ...] = ()
    draf: int | None = None


def lembar(unit: str) -> str:
    """Return the name of a unit's worksheet."""
    return f"Lembar Kerja {unit} {PERIODE.label}.xlsx"


def meja(unit: str, jabatan: str) -> str:
    """Return a role's folder; the Sekretariat has its own titles, a sub bidang its own Kasubid and Analis."""
    own = {"Kabid": "Sekretaris", "Kasubid": "Kasubag"} if unit == "SEKRETARIAT" else {}
    bidang, _, sub = unit.partition(" - ")
    suffix = f" {sub}" if sub and jabatan != "Kabid" else ""
    return f"{bidang}/{own.get(jabatan, jabatan)}{suffix}"


def tugaskan(unit: str, catatan: str | None = None) -> Langkah:
    """Kegiatan 1."""
    return _send(unit, "Kabid", "Kirim", meja(unit, "Kasubid"), catatan=catatan)


def perintahkan(unit: str, catatan: str | None = None) -> Langkah:
    """Kegiatan 2."""
    return _send(unit, "Kasubid", "Kirim", meja(unit, "Analis"), catatan=catatan)


def serahkan_bahan(unit: str) -> Langkah:
    """Kegiatan 3, with the evidence."""
    daftar = bukti_of(unit)
    return _send(unit, "Analis", "Kirim", meja(unit, "Kasubid"), {**bahan(unit), **register(daftar)},
                 daftar_bukti=daftar)


def ajukan(unit: str) -> Langkah:
    """Kegiatan 4."""
    return _send(unit, "Kasubid", "Kirim", meja(unit, "Kabid"), laporan(unit))


def setujui(unit: str, catatan: str | None = None) -> Langkah:
    """Kegiatan 5."""
    return _send(unit, "Kabid", "Setujui", meja(unit, "Kasubid"), catatan=catatan)


def serahkan(unit: str) -> Langkah:
    """Kegiatan 5: hand the approved report over to Perencanaan."""
    return _send(unit, "Kasubid", "Kirim", PERENCANAAN)


def rekomendasikan(unit: str) -> Langkah:
    """Kegiatan 6; the berkas ends and a copy stays in Terkirim."""
    return Langkah(PERENCANAAN, unit, "Rekomendasikan", f"{PERENCANAAN}/Terkirim/{lembar(unit)}", rekomendasi(unit))


def _send(unit: str, jabatan: str, ke: str, tujuan: str, isian: Mapping[Kunci, NilaiSel] | None = None, *,
          catatan: str | None = None, daftar_bukti: tuple[Bukti, ...] = ()) -> Langkah:
    return Langkah(meja(unit, jabatan), unit, ke, f"{tujuan}/Masuk/{lembar(unit)}", isian or {}, catatan, daftar_bukti)


SALAH_KETIK = Langkah("PFM/Analis", "PFM", "Kirim", f"PFM/Analis/Masuk/{lembar('PFM')}",
                      {**bahan("PFM"), **register(bukti_of("PFM")), **salah_ketik()}, None, bukti_of("PFM"))
BETULKAN = Langkah("PFM/Analis", "PFM", "Kirim", f"PFM/Kasubid/Masuk/{lembar('PFM')}", bahan("PFM"))
SALAH_KIRIM = Langkah("REHSOS/Analis", "REHSOS", "Kirim", f"REHSOS/Analis/Ditahan/{CUPLIKAN}.ALASAN.txt",
                      kiriman=CUPLIKAN)
KEMBALIKAN = _send("REHSOS", "Kabid", "Kembalikan", "REHSOS/Kasubid",
                   catatan="Realisasi REH-01 belum memuat 22 penerima permakanan di Kecamatan Tamalatea bulan Maret. "
                           "Lengkapi angkanya dan daftarkan berita acara penyalurannya sebagai bukti.")
AJUKAN_LAGI = _send("REHSOS", "Kasubid", "Kirim", "REHSOS/Kabid", {**perbaikan(), **register((BUKTI_SUSULAN,))},
                    catatan="Sudah dilengkapi: pembilang menjadi 220 orang, berita acara Kecamatan Tamalatea "
                            "terlampir.", daftar_bukti=(BUKTI_SUSULAN,))


def _at(hari: int, jam: int, menit: int, cerita: str, *daftar_langkah: Langkah, draf: int | None = None) -> Adegan:
    return Adegan(datetime(2026, 4, hari, jam, menit, tzinfo=WITA), cerita, daftar_langkah, draf)


CERITA = (
    _at(10, 8, 0, "Layanan menerbitkan Lembar Kerja TW I dan menaruhnya di Masuk Sekretaris dan empat Kabid."),
    _at(10, 8, 8, "Kegiatan 1: Kabid REHSOS dan PFM menugaskan Kasubid.",
        tugaskan("REHSOS", "Susun laporan data kinerja TW I. Cocokkan jumlah penerima permakanan dengan berita acara "
                           "setiap kecamatan."),
        tugaskan("PFM", "Susun laporan data kinerja TW I dan sertakan rekapitulasi usulan data per kecamatan.")),
    _at(10, 8, 12, "Kegiatan 1: Sekretaris menugaskan Kasubag; Kabid LINJAMSOS menugaskan Kasubid.",
        tugaskan("SEKRETARIAT"),
        tugaskan("LINJAMSOS", "Susun laporan data kinerja TW I; lampirkan berita acara ketiga kejadian bencana.")),
    _at(10, 8, 20, "Kegiatan 2: Kasubid REHSOS dan PFM memerintahkan Analis mengumpulkan bahan.",
        perintahkan("REHSOS", "Kumpulkan bahan SPM dan anggaran; serahkan paling lambat Senin, 13 April 2026."),
        perintahkan("PFM")),
    _at(10, 8, 26, "Kegiatan 2: Kasubag SEKRETARIAT dan Kasubid LINJAMSOS memerintahkan Analis.",
        perintahkan("SEKRETARIAT"), perintahkan("LINJAMSOS")),
    _at(10, 8, 50, "Kegiatan 1: Kabid DAYASOS menugaskan kedua Kasubid.",
        *(tugaskan(unit, "Susun laporan data kinerja TW I; mintalah rekapitulasi PSKS dari semua kecamatan.")
          for unit in SUB_DAYASOS)),
    _at(10, 9, 30, "Kegiatan 2: kedua Kasubid DAYASOS memerintahkan Analis.", *map(perintahkan, SUB_DAYASOS)),
    _at(10, 14, 5, "Kegiatan 3: Analis SEKRETARIAT menyerahkan bahan.", serahkan_bahan("SEKRETARIAT")),
    _at(13, 9, 10, "Kegiatan 3: Analis LINJAMSOS menyerahkan bahan. Analis PFM menulis “tujuh keluarga” di sel "
                   "angka: lembarnya kembali ke Masuk dengan catatan perbaikan.",
        serahkan_bahan("LINJAMSOS"), SALAH_KETIK),
    _at(13, 9, 35, "Kegiatan 3: Analis PFM memperbaiki sel itu dan mengirim lagi.", BETULKAN),
    _at(13, 10, 40, "Analis REHSOS keliru menaruh gambar cuplikan layar di Kirim: gambar itu ditahan dengan "
                    "alasannya.", SALAH_KIRIM),
    _at(13, 10, 52, "Kegiatan 3: Analis REHSOS mengirim lembar kerjanya.", serahkan_bahan("REHSOS")),
    _at(13, 13, 20, "Kegiatan 4: Kasubag SEKRETARIAT mengajukan laporan.", ajukan("SEKRETARIAT")),
    _at(13, 14, 5, "Kegiatan 5: Sekretaris menyetujui. Kegiatan 4: Kasubid LINJAMSOS mengajukan laporan.",
        setujui("SEKRETARIAT"), ajukan("LINJAMSOS")),
    _at(13, 14, 45, "Kegiatan 5: Kabid LINJAMSOS menyetujui.",
        setujui("LINJAMSOS", "Setuju. Simpan berita acara asli di bidang.")),
    _at(14, 8, 20, "Kasubag SEKRETARIAT dan Kasubid LINJAMSOS menyerahkan laporan ke Perencanaan; Kasubid REHSOS dan "
                   "PFM mengajukan laporan (Kegiatan 4).",
        serahkan("SEKRETARIAT"), serahkan("LINJAMSOS"), ajukan("REHSOS"), ajukan("PFM")),
    _at(14, 9, 5, "Kegiatan 5: Kabid PFM menyetujui; Kabid REHSOS mengembalikan laporan dengan catatan.",
        setujui("PFM"), KEMBALIKAN),
    _at(14, 9, 40, "Kasubid PFM menyerahkan laporan ke Perencanaan.", serahkan("PFM")),
    _at(14, 11, 10, "Kegiatan 4: Kasubid REHSOS memperbaiki laporan, menambah bukti, dan mengajukannya lagi.",
        AJUKAN_LAGI),
    _at(14, 11, 40, "Kegiatan 5: Kabid REHSOS menyetujui.", setujui("REHSOS", "Setuju, data sudah lengkap.")),
    _at(14, 13, 15, "Kasubid REHSOS menyerahkan laporan ke Perencanaan.", serahkan("REHSOS")),
    _at(15, 9, 40, "Kegiatan 6: Kasubag Perencanaan merekomendasikan empat laporan; DRAF pertama terbit dan "
                   "menyebut DAYASOS belum menyampaikan.",
        *(rekomendasikan(unit) for unit in UNIT if unit not in SUB_DAYASOS), draf=4),
    _at(15, 14, 10, "Kegiatan 3: kedua Analis DAYASOS menyerahkan bahan, terlambat dua hari kerja.",
        *map(serahkan_bahan, SUB_DAYASOS)),
    _at(16, 9, 30, "Kegiatan 4: kedua Kasubid DAYASOS mengajukan laporan.", *map(ajukan, SUB_DAYASOS)),
    _at(16, 10, 10, "Kegiatan 5: Kabid DAYASOS menyetujui.",
        *(setujui(unit, "Setuju. Triwulan berikutnya bahan diserahkan tepat waktu.") for unit in SUB_DAYASOS)),
    _at(16, 10, 45, "Kedua Kasubid DAYASOS menyerahkan laporan ke Perencanaan.", *map(serahkan, SUB_DAYASOS)),
    _at(17, 9, 0, "Kegiatan 6: Kasubag Perencanaan merekomendasikan dua laporan DAYASOS; DRAF diperbarui dan memuat "
                  "semua bidang.", *map(rekomendasikan, SUB_DAYASOS), draf=6),
)
