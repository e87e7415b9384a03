"""TW I 2026 of the demo: one return, a wrong cell, a file that is no worksheet, a late sub bidang and its edition."""

from __future__ import annotations

from kinerja_xl.faces.demo.babak import PERENCANAAN, Babak, except_for
from kinerja_xl.faces.demo.bukti import make_png
from kinerja_xl.faces.demo.langkah import Perintah, Taruh

CUPLIKAN = "Cuplikan layar 2026-04-13 091742.png"
TERLAMBAT = "DAYASOS - KELEMBAGAAN"
_PER = "DAYASOS - PERORANGAN"
TW1 = Babak(1)
_SUSULAN = TW1.isi.bukti_of("REHSOS", susulan=True)

ADEGAN = (
    TW1.at(10, 8, 0, "Layanan menerbitkan Lembar Kerja TW I dan menaruhnya di Masuk Sekretaris dan empat Kabid.",
           terbit=True),
    TW1.at(10, 8, 9, "Kegiatan 1: Sekretaris dan keempat Kabid menugaskan Kasubag/Kasubid.", *TW1.tugaskan(catatan={
        "REHSOS": "Susun laporan data kinerja TW I. Cocokkan jumlah penerima permakanan dengan berita acara setiap "
                  "kecamatan.",
        "LINJAMSOS": "Susun laporan data kinerja TW I; lampirkan berita acara ketiga kejadian bencana.",
        _PER: "Susun laporan data kinerja TW I; mintalah rekapitulasi PSKS perorangan dari semua kecamatan.",
        TERLAMBAT: "Susun laporan data kinerja TW I; mintalah rekapitulasi lembaga dari semua kecamatan.",
        "PFM": "Susun laporan data kinerja TW I dan sertakan rekapitulasi usulan data per kecamatan."})),
    TW1.at(10, 8, 22, "Kegiatan 2: Kasubag dan para Kasubid memerintahkan Analis mengumpulkan bahan.",
           *TW1.perintahkan(catatan={
               "REHSOS": "Kumpulkan bahan SPM dan anggaran; serahkan paling lambat Senin, 13 April 2026."})),
    TW1.at(13, 9, 17, "Kegiatan 3: Analis SEKRETARIAT, LINJAMSOS, dan PERORANGAN menyerahkan bahan. Analis PFM menulis "
                      "“tujuh keluarga” di sel angka, dan Analis REHSOS keliru menaruh gambar cuplikan layar di Kirim.",
           *TW1.serahkan_bahan("SEKRETARIAT", "LINJAMSOS", _PER),
           TW1.kirim("PFM", "Analis", "Kirim", "Kasubid", TW1.isi.bahan("PFM", "bukan_angka"),
                     bukti=TW1.isi.bukti_of("PFM"), tolak=True),
           Taruh("REHSOS/Analis", "Kirim", CUPLIKAN, lambda _: make_png())),
    TW1.at(13, 10, 35, "Kegiatan 3: Analis PFM memperbaiki sel itu dan mengirim lagi; Analis REHSOS mengirim lembar "
                       "kerjanya. Kegiatan 4: Kasubag SEKRETARIAT dan Kasubid LINJAMSOS mengajukan laporan.",
           TW1.kirim("PFM", "Analis", "Kirim", "Kasubid", TW1.betulkan("PFM", "bukan_angka")),
           *TW1.serahkan_bahan("REHSOS", varian="kurang_tamalatea"), *TW1.ajukan("SEKRETARIAT", "LINJAMSOS")),
    TW1.at(13, 14, 20, "Kegiatan 5: Sekretaris dan Kabid LINJAMSOS menyetujui.",
           *TW1.setujui("SEKRETARIAT"), *TW1.setujui("LINJAMSOS", catatan="Setuju. Simpan berita acara asli di "
                                                                          "bidang.")),
    TW1.at(14, 8, 20, "Kasubag SEKRETARIAT dan Kasubid LINJAMSOS menyerahkan laporan ke Perencanaan; Kasubid REHSOS, "
                      "PERORANGAN, dan PFM mengajukan laporan (Kegiatan 4).",
           *TW1.serahkan("SEKRETARIAT", "LINJAMSOS"), *TW1.ajukan("REHSOS", _PER, "PFM")),
    TW1.at(14, 9, 5, "Kegiatan 5: Kabid DAYASOS dan PFM menyetujui; Kabid REHSOS mengembalikan laporan dengan catatan.",
           *TW1.setujui(_PER, "PFM"),
           TW1.kirim("REHSOS", "Kabid", "Kembalikan", "Kasubid",
                     catatan="Realisasi REH-01 belum memuat 22 penerima permakanan di Kecamatan Tamalatea bulan Maret. "
                             "Lengkapi angkanya dan daftarkan berita acara penyalurannya sebagai bukti.")),
    TW1.at(14, 11, 10, "Kegiatan 4: Kasubid REHSOS memperbaiki laporan, menambah bukti, dan mengajukannya lagi. "
                       "Kasubid PERORANGAN dan PFM menyerahkan laporan ke Perencanaan.",
           TW1.kirim("REHSOS", "Kasubid", "Kirim", "Kabid", TW1.betulkan("REHSOS", "kurang_tamalatea"),
                     catatan="Sudah dilengkapi: pembilang menjadi 220 orang, berita acara Kecamatan Tamalatea "
                             "terlampir.", bukti=_SUSULAN),
           *TW1.serahkan(_PER, "PFM")),
    TW1.at(14, 11, 40, "Kegiatan 5: Kabid REHSOS menyetujui.", *TW1.setujui("REHSOS", catatan="Setuju, data sudah "
                                                                                             "lengkap.")),
    TW1.at(14, 13, 15, "Kasubid REHSOS menyerahkan laporan ke Perencanaan.", *TW1.serahkan("REHSOS")),
    TW1.at(15, 9, 40, "Kegiatan 6: Kasubag Perencanaan merekomendasikan lima laporan; DRAF terbit dan menyebut "
                      "KELEMBAGAAN belum menyampaikan. Pada saat yang sama Analis KELEMBAGAAN menyerahkan bahan, "
                      "terlambat dua hari kerja.",
           *TW1.rekomendasikan(*except_for(TERLAMBAT)), *TW1.serahkan_bahan(TERLAMBAT), draf=5),
    TW1.at(15, 14, 30, "Kasubag Perencanaan menjadikan Laporan Triwulan I final; yang belum menyampaikan disebut di "
                       "dalamnya. Kegiatan 4: Kasubid KELEMBAGAAN mengajukan laporan.",
           *TW1.ajukan(TERLAMBAT),
           Perintah(("laporan", "triwulan", "DIR", "--tahun", "2026", "--triwulan", "1", "--final"), TW1.laporan(""))),
    TW1.at(15, 15, 10, "Kegiatan 5: Kabid DAYASOS menyetujui.",
           *TW1.setujui(TERLAMBAT, catatan="Setuju. Triwulan berikutnya bahan diserahkan tepat waktu.")),
    TW1.at(16, 8, 40, "Kasubid KELEMBAGAAN menyerahkan laporan ke Perencanaan.", *TW1.serahkan(TERLAMBAT)),
    TW1.at(17, 9, 0, "Kegiatan 6: Kasubag Perencanaan merekomendasikan laporan KELEMBAGAAN; di samping laporan final "
                     "terbit edisi susulan yang memuat semua unit.",
           *TW1.rekomendasikan(TERLAMBAT)),
)
TEMPAT = (
    ("Laporan TW I final", TW1.laporan("")), ("Edisi susulan", TW1.laporan(" (susulan)")),
    ("Disposisi REHSOS", f"REHSOS/Cetak/{TW1.periode.folder}"),
    ("Contoh ditahan", f"REHSOS/Analis/Ditahan/{CUPLIKAN}"), ("Arsip TW I", "Arsip/2026/TW I"),
    ("Rencana Aksi", f"{PERENCANAAN}/Rencana Aksi 2026.xlsx"),
)
"""Where the quarter's outcome lies, for the tour at the end."""
