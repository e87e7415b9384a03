"""TW III 2026 of the demo: a Plh., last quarter's file, a PK Perubahan in the middle, a return by Perencanaan."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kinerja_xl.faces.demo.babak import DAYASOS, PERENCANAAN, UNIT, Adegan, Babak, except_for, meja
from kinerja_xl.faces.demo.cerita_tw2 import TW2
from kinerja_xl.faces.demo.langkah import Kantor, Perintah, SimpanBuku, Taruh
from kinerja_xl.faces.demo.perubahan import appoint_plh, revise_plan
from kinerja_xl.faces.jam import WITA

_PER, _KEL = DAYASOS
TW3 = Babak(3)
RENCANA = f"{PERENCANAAN}/Rencana Aksi 2026.xlsx"
RENCANA_BARU = "Rencana Aksi 2026 PK Perubahan.xlsx"
PENGATURAN = f"{PERENCANAAN}/Pengaturan.xlsx"


def _last_quarter(kantor: Kantor) -> bytes:
    return Path(kantor.akar, meja(_KEL, "Analis"), "Terkirim", TW2.lembar(_KEL)).read_bytes()


ADEGAN = (
    Adegan(datetime(2026, 10, 9, 14, 0, tzinfo=WITA),
           "Kasubag Perencanaan mencatat Plh. Kabid REHSOS di Pengaturan.xlsx untuk 12 sampai dengan 16 Oktober; "
           "pengaturan versi 2 berlaku.",
           (SimpanBuku(PENGATURAN, PENGATURAN, appoint_plh, "Arsip/Pengaturan/Pengaturan v2.xlsx"),)),
    TW3.at(12, 8, 0, "Layanan menerbitkan Lembar Kerja TW III (10 Oktober hari Sabtu, jadi Senin).", terbit=True),
    TW3.at(12, 8, 8, "Kegiatan 1: Sekretaris, ketiga Kabid, dan Plh. Kabid REHSOS menugaskan Kasubag/Kasubid.",
           *TW3.tugaskan(catatan={
               "REHSOS": "Susun laporan data kinerja TW III; sertakan surat keputusan penugasan pendamping.",
               "PFM": "Susun laporan data kinerja TW III; sasaran bantuan usaha akan bertambah menurut Perjanjian "
                      "Kinerja Perubahan.",
               "LINJAMSOS": "Susun laporan data kinerja TW III; cocokkan realisasi anggaran dengan LRA."})),
    TW3.at(12, 8, 31, "Kegiatan 2: Kasubag dan para Kasubid memerintahkan Analis mengumpulkan bahan.",
           *TW3.perintahkan()),
    TW3.at(13, 9, 5, "Kegiatan 3: Analis SEKRETARIAT, LINJAMSOS, dan PERORANGAN menyerahkan bahan. Analis KELEMBAGAAN "
                     "keliru mengirim lembar kerja TW II: lembar itu ditahan dengan alasannya.",
           *TW3.serahkan_bahan("SEKRETARIAT", _PER), *TW3.serahkan_bahan("LINJAMSOS", varian="salah_lra"),
           Taruh(meja(_KEL, "Analis"), "Kirim", TW2.lembar(_KEL), _last_quarter)),
    TW3.at(13, 10, 20, "Kasubag Perencanaan menaruh Rencana Aksi menurut Perjanjian Kinerja Perubahan di "
                       "Perencanaan/Masuk. Versi 2 berlaku mulai TW III; lembar kerja REHSOS, LINJAMSOS, dan PFM yang "
                       "sedang berjalan diterbitkan ulang beserta isiannya.",
           SimpanBuku(RENCANA, f"{PERENCANAAN}/Masuk/{RENCANA_BARU}", revise_plan,
                      "Arsip/2026/Rencana/Rencana Aksi 2026 v2.xlsx", tuple(
                          f"{desk}/Masuk/{TW3.lembar(unit)}" for unit, desk in (
                              ("REHSOS", meja("REHSOS", "Analis")), ("PFM", meja("PFM", "Analis")),
                              ("LINJAMSOS", meja("LINJAMSOS", "Kasubid")))))),
    TW3.at(13, 13, 15, "Kegiatan 3: Analis REHSOS, PFM (dengan target baru), dan KELEMBAGAAN menyerahkan bahan. "
                       "Kegiatan 4: Kasubag SEKRETARIAT, Kasubid PERORANGAN, dan Kasubid LINJAMSOS mengajukan "
                       "laporan.",
           *TW3.serahkan_bahan("REHSOS", "PFM", _KEL), *TW3.ajukan("SEKRETARIAT", _PER, "LINJAMSOS")),
    TW3.at(13, 14, 5, "Kegiatan 5: Sekretaris, Kabid DAYASOS, dan Kabid LINJAMSOS menyetujui.",
           *TW3.setujui("SEKRETARIAT", _PER, "LINJAMSOS")),
    TW3.at(14, 8, 20, "Kegiatan 4: Kasubid REHSOS, KELEMBAGAAN, dan PFM mengajukan laporan. Yang sudah disetujui "
                      "diserahkan ke Perencanaan.",
           *TW3.ajukan("REHSOS", _KEL, "PFM"), *TW3.serahkan("SEKRETARIAT", _PER, "LINJAMSOS")),
    TW3.at(14, 9, 10, "Kegiatan 5: Plh. Kabid REHSOS, Kabid DAYASOS, dan Kabid PFM menyetujui.",
           *TW3.setujui("REHSOS", catatan="Setuju, selaku Plh. Kabid Rehabilitasi Sosial."),
           *TW3.setujui(_KEL, "PFM")),
    TW3.at(14, 10, 25, "Kasubid REHSOS, KELEMBAGAAN, dan PFM menyerahkan laporan ke Perencanaan.",
           *TW3.serahkan("REHSOS", _KEL, "PFM")),
    TW3.at(15, 9, 0, "Kegiatan 6: Kasubag Perencanaan merekomendasikan lima laporan dan mengembalikan laporan "
                     "LINJAMSOS dengan catatan.",
           *TW3.rekomendasikan(*except_for("LINJAMSOS")),
           TW3.kirim("LINJAMSOS", PERENCANAAN, "Kembalikan", "Kasubid",
                     catatan="Realisasi anggaran Kampung Siaga Bencana tertulis Rp98.640.000, sedangkan LRA per 30 "
                             "September sebesar Rp89.640.000. Mohon disesuaikan."), draf=5),
    TW3.at(15, 10, 15, "Kegiatan 4: Kasubid LINJAMSOS menyesuaikan realisasi anggaran dengan LRA dan mengajukan lagi.",
           TW3.kirim("LINJAMSOS", "Kasubid", "Kirim", "Kabid", TW3.isi.betulkan("salah_lra"),
                     catatan="Sudah disesuaikan dengan LRA per 30 September.")),
    TW3.at(15, 10, 50, "Kegiatan 5: Kabid LINJAMSOS menyetujui.", *TW3.setujui("LINJAMSOS")),
    TW3.at(15, 11, 20, "Kasubid LINJAMSOS menyerahkan laporan ke Perencanaan.", *TW3.serahkan("LINJAMSOS")),
    TW3.at(15, 13, 40, "Kegiatan 6: Kasubag Perencanaan merekomendasikan laporan LINJAMSOS; DRAF memuat semua unit.",
           *TW3.rekomendasikan("LINJAMSOS"), draf=len(UNIT)),
    TW3.at(16, 9, 0, "Laporan Triwulan III belum dapat dijadikan final: satu faktor dan satu tindak lanjut belum "
                     "ditulis.",
           Perintah(("laporan", "triwulan", "DIR", "--tahun", "2026", "--triwulan", "3", "--final"), kode=3)),
)
TEMPAT = (("Laporan TW III", TW3.laporan(" DRAF")), ("Hasil perubahan", f"{PERENCANAAN}/Rencana Aksi 2026.HASIL.txt"))
"""Where the quarter's outcome lies, for the tour at the end."""
