"""Bab IV: the conclusion from computed facts, and what the units announced to do about targets they missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.laporan_kinerja.anggaran_tahun import spent_sentences
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bab_akuntabilitas import mean_sentence
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.laporan_kinerja.unsur import narasi
from kinerja_xl.domain.naskah.naskah import Angka, Bab, Blok, Daftar, Paragraf, Subjudul, Teks, paragraf


def bab_penutup(bahan: BahanTahun) -> Bab:
    """Return Bab IV."""
    return Bab("BAB IV", "PENUTUP", (
        Subjudul("A. Simpulan"), *_conclusion(bahan),
        narasi(f"simpulan umum atas keberhasilan dan kegagalan kinerja tahun {bahan.tahun}"),
        Subjudul("B. Langkah di Masa Mendatang"), *_steps(bahan),
        narasi(f"langkah yang akan dilakukan {bahan.nama_instansi} untuk meningkatkan kinerja"),
        paragraf(f"Demikian Laporan Kinerja {bahan.nama_instansi} tahun {bahan.tahun} disusun sebagai "
                 "pertanggungjawaban atas pelaksanaan Perjanjian Kinerja dan sebagai bahan perbaikan kinerja pada "
                 "tahun berikutnya.")))


def _conclusion(bahan: BahanTahun) -> Iterator[Paragraf]:
    yield from mean_sentence(bahan)
    yield from reached_sentence(bahan)
    if bahan.daftar_keluaran:
        yield from spent_sentences(bahan)


def reached_sentence(bahan: BahanTahun) -> Iterator[Paragraf]:
    """Yield how many indicators reached the year's target, how many did not, and of how many it is not known."""
    asal, daftar = asal_of(bahan), bahan.daftar_hasil
    reached, short = _reached(daftar), missed_targets(bahan)
    if not daftar:
        return
    rest = len(daftar) - len(reached) - len(short)
    parts: Teks = ("Dari ", Angka(str(len(daftar)), asal.cacah("indikator")), " indikator, ",
                   Angka(str(len(reached)), asal.cacah("indikator tercapai")), " mencapai atau melampaui target")
    if short:
        parts += (" dan ", Angka(str(len(short)), asal.cacah("indikator belum tercapai")), " belum mencapai target "
                                                                                              "(",
                  ", ".join(hasil.indikator.kode for hasil in short), ")")
    if rest:
        parts += ("; ", Angka(str(rest), asal.cacah("indikator belum dapat dinilai")), " belum dapat dinilai")
    yield paragraf(*parts, ".")


def _reached(daftar: Sequence[HasilIndikator]) -> list[HasilIndikator]:
    return [h for h in daftar if h.capaian_tahun.nilai is not None and h.capaian_tahun.nilai >= 100]


def missed_targets(bahan: BahanTahun) -> list[HasilIndikator]:
    """Return the indicators whose capaian is below one hundred per cent."""
    return [h for h in bahan.daftar_hasil if h.capaian_tahun.nilai is not None and h.capaian_tahun.nilai < 100]


def _steps(bahan: BahanTahun) -> Iterator[Blok]:
    found = [item for hasil in missed_targets(bahan) for item in _announced(bahan, hasil)]
    if found:
        yield paragraf("Untuk indikator yang belum mencapai target, unit penanggung jawab menyampaikan tindak lanjut "
                       "sebagai berikut.")
        yield Daftar(tuple(found))


def _announced(bahan: BahanTahun, hasil: HasilIndikator) -> Iterator[Teks]:
    for uraian in bahan.uraian_of(hasil.indikator, TRIWULAN[-1], "tindak_lanjut"):
        yield (f"{uraian.kode} ({uraian.unit}): {uraian.teks}",)
