"""TW II 2026 of the demo: a missing reason, a copy "(1)", bahan given back, a withdrawal, a file left open."""

from __future__ import annotations

from kinerja_xl.faces.demo.babak import DAYASOS, UNIT, Babak, meja
from kinerja_xl.faces.demo.langkah import Biarkan, Perintah, Tarik, Tutup

_PER, _KEL = DAYASOS
TW2 = Babak(2)
ANALIS_PFM = "Pejabat Contoh 19"
"""Who holds that post in the sample office."""
_TEPAT = ("SEKRETARIAT", _PER, _KEL)

ADEGAN = (
    TW2.at(10, 8, 0, "Layanan menerbitkan Lembar Kerja TW II; realisasi TW I sudah tercantum di dalamnya.",
           terbit=True),
    TW2.at(10, 8, 7, "Kegiatan 1: Sekretaris dan keempat Kabid menugaskan Kasubag/Kasubid.", *TW2.tugaskan(catatan={
        "REHSOS": "Susun laporan data kinerja TW II. Jelaskan penyaluran susulan di Kecamatan Rumbia dan Kelara.",
        "LINJAMSOS": "Susun laporan data kinerja TW II; uraikan sebab keterlambatan di Kecamatan Rumbia.",
        _KEL: "Susun laporan data kinerja TW II; bahan diserahkan tepat waktu, jangan menunggu semua kecamatan.",
        "PFM": "Susun laporan data kinerja TW II; laporkan penyelesaian 174 usulan yang dikembalikan pada TW I."})),
    TW2.at(10, 8, 24, "Kegiatan 2: Kasubag dan para Kasubid memerintahkan Analis mengumpulkan bahan.",
           *TW2.perintahkan(catatan={"PFM": "Kumpulkan berita acara bantuan usaha bulan April sampai dengan Juni."})),
    TW2.at(13, 9, 15, "Kegiatan 3: para Analis menyerahkan bahan. Analis SEKRETARIAT menyalin lembar kerjanya dengan "
                      "nama berakhiran “(1)”: salinan itu diterima, dan kembarannya di Masuk diambil layanan. Analis "
                      "REHSOS mengosongkan realisasi REH-02 tanpa alasan: lembarnya kembali.",
           TW2.kirim("SEKRETARIAT", "Analis", "Kirim", "Kasubid", TW2.isi.bahan("SEKRETARIAT"),
                     bukti=TW2.isi.bukti_of("SEKRETARIAT"),
                     salinan=TW2.lembar("SEKRETARIAT").replace(".xlsx", " (1).xlsx")),
           *TW2.serahkan_bahan("LINJAMSOS", _PER, _KEL), *TW2.serahkan_bahan("PFM", varian="kurang_keluarga"),
           TW2.kirim("REHSOS", "Analis", "Kirim", "Kasubid", TW2.isi.bahan("REHSOS", "tanpa_alasan"),
                     bukti=TW2.isi.bukti_of("REHSOS"), tolak=True)),
    TW2.at(13, 10, 40, "Kegiatan 3: Analis REHSOS menulis alasannya dan mengirim lagi. Kegiatan 4: Kasubag "
                       "SEKRETARIAT, Kasubid LINJAMSOS, dan kedua Kasubid DAYASOS mengajukan laporan; "
                       "Kasubid PFM mengembalikan bahan kepada Analis.",
           TW2.kirim("REHSOS", "Analis", "Kirim", "Kasubid", TW2.betulkan("REHSOS", "tanpa_alasan")),
           *TW2.ajukan("LINJAMSOS", varian="sebelum_ditarik"), *TW2.ajukan(*_TEPAT),
           TW2.kirim("PFM", "Kasubid", "Kembalikan", "Analis",
                     catatan="Realisasi PFM-02 belum memuat tiga keluarga yang tertunda pada TW I. Cocokkan dengan "
                             "berita acara tanggal 29 April 2026.")),
    TW2.at(13, 13, 50, "Kasubid LINJAMSOS menarik kembali laporannya sebelum dibuka Kabid: salinan dari Terkirim "
                       "dikembalikan ke Masuk. Kegiatan 5: Sekretaris dan Kabid DAYASOS menyetujui.",
           Tarik(meja("LINJAMSOS", "Kasubid"), TW2.lembar("LINJAMSOS"), meja("LINJAMSOS", "Kabid")),
           *TW2.setujui(*_TEPAT)),
    TW2.at(13, 15, 40, "Kasubid LINJAMSOS melengkapi faktor penghambat dan mengajukan lagi; Kasubid REHSOS mengajukan "
                      "laporan. Analis PFM menaruh lembar yang sudah diperbaiki di Kirim, tetapi pulang tanpa "
                      "menutupnya: layanan menunggu.",
           TW2.kirim("LINJAMSOS", "Kasubid", "Kirim", "Kabid", TW2.betulkan("LINJAMSOS", "sebelum_ditarik")),
           *TW2.ajukan("REHSOS"), *TW2.serahkan(*_TEPAT),
           Biarkan(meja("PFM", "Analis"), TW2.lembar("PFM"), "Kirim", ANALIS_PFM,
                   TW2.isi.betulkan("kurang_keluarga"))),
    TW2.at(14, 7, 45, "Analis PFM menyimpan dan menutup lembarnya; bahan diterima. Kegiatan 5: Kabid LINJAMSOS dan "
                      "REHSOS menyetujui.",
           Tutup(meja("PFM", "Analis"), TW2.lembar("PFM"), "Kirim",
                 f"{meja('PFM', 'Kasubid')}/Masuk/{TW2.lembar('PFM')}"),
           *TW2.setujui("LINJAMSOS", catatan="Setuju. Penghambat sudah diuraikan dengan jelas."),
           *TW2.setujui("REHSOS")),
    TW2.at(14, 8, 50, "Kegiatan 4: Kasubid PFM mengajukan laporan; Kasubid LINJAMSOS dan REHSOS menyerahkan laporan "
                      "ke Perencanaan.", *TW2.ajukan("PFM"), *TW2.serahkan("LINJAMSOS", "REHSOS")),
    TW2.at(14, 9, 40, "Kegiatan 5: Kabid PFM menyetujui.", *TW2.setujui("PFM")),
    TW2.at(14, 10, 20, "Kasubid PFM menyerahkan laporan ke Perencanaan.", *TW2.serahkan("PFM")),
    TW2.at(15, 9, 15, "Kegiatan 6: Kasubag Perencanaan merekomendasikan keenam laporan; DRAF memuat semua unit.",
           *TW2.rekomendasikan(*UNIT), draf=len(UNIT)),
    TW2.at(15, 10, 30, "Kasubag Perencanaan menjadikan Laporan Triwulan II final.",
           Perintah(("laporan", "triwulan", "DIR", "--tahun", "2026", "--triwulan", "2", "--final"), TW2.laporan(""))),
)
TEMPAT = (("Laporan TW II final", TW2.laporan("")),)
"""Where the quarter's outcome lies, for the tour at the end."""

