"""TW IV 2026 of the demo, collected in January 2027: everything on time, the year's LKjIP, and next year's plan."""

from __future__ import annotations

from kinerja_xl.faces.demo.babak import DAYASOS, LAPORAN, PERENCANAAN, UNIT, Babak
from kinerja_xl.faces.demo.langkah import Ditunggu, Perintah

TW4 = Babak(4)
RENCANA_2027 = f"{PERENCANAAN}/Rencana Aksi 2027.xlsx"
LKJIP = f"{LAPORAN}/Laporan Kinerja 2026 DRAF.docx"
E81, PENGANTAR = (f"{LAPORAN}/{nama} Triwulan IV 2026.docx" for nama in ("Form E.81", "Surat Pengantar"))
_DAHULU = ("SEKRETARIAT", "LINJAMSOS", *DAYASOS)

ADEGAN = (
    TW4.at(11, 8, 0, "Layanan menerbitkan Lembar Kerja TW IV tahun 2026 (10 Januari 2027 hari Minggu, jadi Senin).",
           terbit=True),
    TW4.at(11, 8, 6, "Kegiatan 1: Sekretaris dan keempat Kabid menugaskan Kasubag/Kasubid.", *TW4.tugaskan(catatan={
        "SEKRETARIAT": "Susun laporan data kinerja TW IV; sertakan laporan hasil evaluasi SAKIP dan hasil survei.",
        "REHSOS": "Susun laporan data kinerja TW IV; jelaskan sasaran SPM yang tidak terlayani.",
        "PFM": "Susun laporan data kinerja TW IV; pastikan jumlah setahun sesuai Perjanjian Kinerja Perubahan."})),
    TW4.at(11, 8, 20, "Kegiatan 2: Kasubag dan para Kasubid memerintahkan Analis mengumpulkan bahan.",
           *TW4.perintahkan()),
    TW4.at(12, 9, 30, "Kegiatan 3: semua Analis menyerahkan bahan.", *TW4.serahkan_bahan(*UNIT)),
    TW4.at(12, 14, 10, "Kegiatan 4: Kasubag SEKRETARIAT, Kasubid LINJAMSOS, dan kedua Kasubid DAYASOS mengajukan "
                       "laporan.", *TW4.ajukan(*_DAHULU)),
    TW4.at(12, 15, 0, "Kegiatan 5: Sekretaris, Kabid LINJAMSOS, dan Kabid DAYASOS menyetujui.",
           *TW4.setujui(*_DAHULU)),
    TW4.at(13, 8, 30, "Kegiatan 4: Kasubid REHSOS dan PFM mengajukan laporan. Yang sudah disetujui diserahkan ke "
                      "Perencanaan.", *TW4.ajukan("REHSOS", "PFM"), *TW4.serahkan(*_DAHULU)),
    TW4.at(13, 9, 20, "Kegiatan 5: Kabid REHSOS dan PFM menyetujui.", *TW4.setujui("REHSOS", "PFM")),
    TW4.at(13, 10, 5, "Kasubid REHSOS dan PFM menyerahkan laporan ke Perencanaan.", *TW4.serahkan("REHSOS", "PFM")),
    TW4.at(14, 9, 10, "Kegiatan 6: Kasubag Perencanaan merekomendasikan keenam laporan; rekomendasi REH-02 belum "
                      "ditulis, sehingga laporan masih berupa DRAF.",
           *TW4.rekomendasikan(*UNIT), draf=len(UNIT)),
    TW4.at(14, 9, 40, "Dari keempat triwulan, layanan menyusun DRAF Laporan Kinerja (LKjIP) tahun 2026; bagian yang "
                      "harus ditulis perencana tampak berwarna.", Ditunggu(LKJIP)),
    TW4.at(14, 10, 30, "Kasubag Perencanaan membuat Form E.81 dan surat pengantarnya.",
           Perintah(("laporan", "e81", "DIR", "--tahun", "2026", "--triwulan", "4"), E81),
           Perintah(("laporan", "pengantar", "DIR", "--tahun", "2026", "--triwulan", "4"), PENGANTAR)),
    TW4.at(15, 9, 0, "Kasubag Perencanaan membuat Rencana Aksi 2027 dari tahun 2026: kode dan rumusan tetap, target "
                     "kosong, hasil tahun 2026 masuk Riwayat Capaian.",
           Perintah(("rencana", "DIR", "--tahun", "2027"), RENCANA_2027)),
)
CETAK = TW4.at(15, 9, 30, "Kasubag Perencanaan mencetak Laporan Kinerja: daftar isinya bernomor halaman, PDF di "
                          "sampingnya.",
               Perintah(("laporan", "tahunan", "DIR", "--tahun", "2026", "--pdf"), LKJIP))
"""Played only where there is time: LibreOffice takes several seconds to print sixty pages."""
TEMPAT = (("Laporan TW IV", TW4.laporan(" DRAF")), ("Laporan Kinerja 2026", LKJIP), ("Form E.81", E81),
          ("Rencana tahun 2027", RENCANA_2027))
"""Where the quarter's outcome lies, for the tour at the end."""
