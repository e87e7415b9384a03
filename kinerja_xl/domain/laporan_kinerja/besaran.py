"""What the sentences of the annual report state: a name for every figure and every computed word."""

from __future__ import annotations

from enum import StrEnum


class Besaran(StrEnum):
    """A quantity of an indicator, in a year where it has one."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    KATEGORI = "kategori"
    POSISI = "posisi"  # melampaui, mencapai, belum mencapai
    LETAK = "letak"  # lebih rendah, sama, lebih tinggi
    GERAK = "gerak"  # naik, turun, tetap, berubah
    MUTU = "mutu"  # membaik, memburuk, tidak berubah
    KECENDERUNGAN = "kecenderungan"
    MUTU_BEBERAPA_TAHUN = "mutu beberapa tahun"
    TARGET_RENSTRA = "target akhir renstra"
    REALISASI_RENSTRA = "realisasi sampai dengan tahun"  # the sum of the years for JUMLAH, else the year's own
    POSISI_RENSTRA = "posisi terhadap renstra"
    TINGKAT_KEMAJUAN = "tingkat kemajuan"
    STANDAR_NASIONAL = "standar nasional"
    POSISI_STANDAR = "posisi terhadap standar"
    SERAPAN = "serapan"
    SISA_ANGGARAN = "sisa anggaran"
    TINGKAT_EFISIENSI = "tingkat efisiensi"
    PENILAIAN = "penilaian efisiensi"
    EFISIENSI_PMK = "efisiensi PMK"
    NILAI_EFISIENSI_PMK = "nilai efisiensi PMK"
