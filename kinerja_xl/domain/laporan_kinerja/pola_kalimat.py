"""The sentence patterns of the annual report: three well-formed ones per fact, so that neighbours do not read alike."""

from __future__ import annotations

from string import Formatter

from kinerja_xl.domain.naskah.naskah import Potongan, Teks

Pola = tuple[str, str, str]
"""One pattern for each of three neighbours; no two of them share their wording."""

_CAPAIAN = "{ekor_capaian}."
TARGET: Pola = (
    "Realisasi indikator “{nama}” pada tahun {tahun}, yaitu {realisasi}, {posisi} target {acuan}" + _CAPAIAN,
    "Dengan target {acuan} pada tahun {tahun}, indikator “{nama}” terealisasi {realisasi}; {alasan}target tersebut "
    "{posisi_pasif}" + _CAPAIAN,
    "Indikator “{nama}”{sifat} {posisi} target tahun {tahun}: targetnya {acuan} dan realisasinya {realisasi}"
    + _CAPAIAN)
TARGET_NEGATIF: Pola = (
    "Realisasi indikator “{nama}” pada tahun {tahun}, yaitu {realisasi}, {letak} target {acuan}{sehingga}target "
    "{posisi_pasif}" + _CAPAIAN,
    TARGET[1], TARGET[2])
"""A value below its target is better here, so that "melampaui" alone would read as the opposite."""
TARGET_NOL: Pola = (
    "Realisasi indikator “{nama}” pada tahun {tahun} adalah {realisasi} dan targetnya {acuan}, sehingga capaian tidak "
    "dapat dinyatakan dalam persen.",
    "Dengan target {acuan} pada tahun {tahun}, indikator “{nama}” terealisasi {realisasi}; capaiannya tidak dapat "
    "dinyatakan dalam persen.",
    "Indikator “{nama}” tidak dapat dinyatakan capaiannya dalam persen: target tahun {tahun} adalah {acuan} dan "
    "realisasinya {realisasi}.")

TAHUN_LALU: Pola = (
    "Realisasi {gerak} dari {lalu} pada tahun {tahun_lalu} menjadi {realisasi} pada tahun {tahun}, sehingga kinerja "
    "indikator ini {mutu}.",
    "Dibandingkan dengan tahun {tahun_lalu}, kinerja indikator ini {mutu}: realisasinya {gerak} dari {lalu} menjadi "
    "{realisasi}.",
    "Kinerja indikator ini {mutu} dari tahun sebelumnya karena realisasi {gerak} menjadi {realisasi} pada tahun "
    "{tahun} dari {lalu} pada tahun {tahun_lalu}.")
TAHUN_LALU_TETAP: Pola = (
    "Realisasi {gerak} {realisasi} pada tahun {tahun_lalu} dan tahun {tahun}, sehingga kinerja indikator ini {mutu}.",
    "Dibandingkan dengan tahun {tahun_lalu}, kinerja indikator ini {mutu}: realisasinya {gerak} {realisasi}.",
    "Kinerja indikator ini {mutu} dari tahun sebelumnya karena realisasi {gerak} {realisasi} seperti pada tahun "
    "{tahun_lalu}.")
TAHUN_LALU_BERUBAH: Pola = (
    "Realisasi {gerak} dari {lalu} pada tahun {tahun_lalu} menjadi {realisasi} pada tahun {tahun}; perubahan itu "
    "{mutu} karena tidak semua predikatnya ada dalam skala.",
    "Dibandingkan dengan tahun {tahun_lalu}, realisasi indikator ini {gerak} dari {lalu} menjadi {realisasi}; baik "
    "buruknya {mutu} karena tidak semua predikatnya ada dalam skala.",
    "Perubahan dari tahun sebelumnya {mutu} karena tidak semua predikatnya ada dalam skala: realisasi tahun {tahun} "
    "adalah {realisasi}, sedangkan realisasi tahun {tahun_lalu} adalah {lalu}.")
TAHUN_PERTAMA: Pola = (
    "Tahun {tahun} merupakan tahun pertama indikator ini tercatat, sehingga belum ada tahun sebelumnya sebagai "
    "pembanding.",
    "Indikator ini belum dapat dibandingkan dengan tahun sebelumnya karena baru tercatat mulai tahun {tahun}.",
    "Belum ada tahun sebelumnya yang dapat dibandingkan karena pencatatan indikator ini dimulai pada tahun {tahun}.")

BEBERAPA_TAHUN: Pola = (
    "Dalam kurun {awal}–{tahun}, realisasi {kecenderungan}, berturut-turut {daftar}, sehingga kinerja indikator ini "
    "{mutu} sejak tahun {awal}.",
    "Sejak tahun {awal}, kinerja indikator ini {mutu}: realisasinya {kecenderungan}, yaitu {daftar} pada tahun "
    "{tahun}.",
    "Realisasi tahun {awal} sampai dengan tahun {tahun} {kecenderungan} dan kinerja indikator ini {mutu}: nilainya "
    "berturut-turut {daftar}.")

RENSTRA: Pola = (
    "Realisasi sampai dengan tahun {tahun} adalah {realisasi} terhadap target akhir Renstra {acuan}, sehingga target "
    "akhir tersebut {posisi_pasif}{ekor_dengan}.",
    "Target akhir Renstra, yaitu {acuan}, {posisi_pasif} dengan realisasi {realisasi} sampai dengan tahun "
    "{tahun}{ekor_titik_koma}.",
    "Dibandingkan dengan target akhir Renstra {acuan}, realisasi sampai dengan tahun {tahun} adalah "
    "{realisasi}{ekor_kurung}; target akhir tersebut {posisi_pasif}.")

STANDAR: Pola = (
    "Realisasi tahun {tahun}, yaitu {realisasi}, {memenuhi} standar nasional {acuan}.",
    "Standar nasional, yaitu {acuan}, {terpenuhi} dengan realisasi {realisasi} pada tahun {tahun}.",
    "Dibandingkan dengan standar nasional {acuan}, realisasi tahun {tahun} adalah {realisasi}, sehingga indikator ini "
    "{memenuhi} standar tersebut.")
TANPA_STANDAR: Pola = (
    "Tidak ada standar nasional yang ditetapkan untuk indikator ini.",
    "Untuk indikator ini belum ditetapkan standar nasional.",
    "Indikator ini tidak memiliki standar nasional sebagai pembanding.")

EFISIENSI: Pola = (
    "Dengan capaian kinerja {capaian} dan serapan anggaran {serapan}, tingkat efisiensinya {tingkat}, sehingga "
    "penggunaan anggaran {penilaian}.{sisa}",
    "Penggunaan anggaran {penilaian}: capaian kinerja {capaian} diperoleh dengan serapan anggaran {serapan}, atau "
    "tingkat efisiensi {tingkat}.{sisa}",
    "Serapan anggaran {serapan} disertai capaian kinerja {capaian}; dengan tingkat efisiensi {tingkat}, penggunaan "
    "anggaran tergolong {penilaian}.{sisa}")
TIDAK_TERSERAP = " Target belum tercapai, sehingga sisa anggaran {sisa} merupakan anggaran yang tidak terserap."
EFISIENSI_PMK: Pola = (
    "Efisiensi menurut PMK 214/PMK.02/2017 adalah {efisiensi}, dengan nilai efisiensi {nilai}.",
    "Menurut PMK 214/PMK.02/2017, penggunaan anggaran mencapai efisiensi {efisiensi} dan nilai efisiensi {nilai}.",
    "Nilai efisiensi menurut PMK 214/PMK.02/2017 adalah {nilai}, dihitung dari efisiensi {efisiensi}.")


def fill_pola(pola: str, **isi: Potongan | Teks) -> Teks:
    """Return a pattern with its slots filled; neighbouring plain text is joined, what fills a slot is never read."""
    pieces: list[Potongan] = []
    for literal, slot, _, _ in Formatter().parse(pola):
        filled = isi[slot] if slot else ()
        for piece in (literal, *(filled if isinstance(filled, tuple) else (filled,))):
            if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
                pieces[-1] += piece
            elif piece != "":
                pieces.append(piece)
    return tuple(pieces)


def choose_pola(pola: Pola, urutan: int) -> str:
    """Return the pattern for the indicator at position ``urutan`` (1, 2, 3, ...) of the report."""
    return pola[(urutan - 1) % len(pola)]
