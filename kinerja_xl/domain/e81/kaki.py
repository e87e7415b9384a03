"""The block below Form E.81: means and predikat, and what the units wrote, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja_xl.domain.capaian.kategori import classify
from kinerja_xl.domain.capaian.rollup import limit_capaian
from kinerja_xl.domain.e81.baris import Butir
from kinerja_xl.domain.laporan.asal_angka import sumber_kategori_of
from kinerja_xl.domain.laporan.bab_faktor import written
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.naskah.naskah import Angka, Gaya, Paragraf, Potongan, paragraf
from kinerja_xl.domain.numbers import format_persen, round_half_up
from kinerja_xl.domain.sumber import Sumber, SumberHitung

_URAIAN = (("Faktor pendorong keberhasilan kinerja:", "faktor_pendorong"),
           ("Faktor penghambat pencapaian kinerja:", "faktor_penghambat"),
           ("Tindak lanjut yang diperlukan dalam triwulan berikutnya:", "tindak_lanjut"),
           ("Tindak lanjut yang diperlukan dalam Renja Perangkat Daerah berikutnya:", "rekomendasi"))


def kaki_e81(bahan: Bahan, daftar: Sequence[Butir]) -> Iterator[Paragraf]:
    """Yield the block: each capaian is capped as the office caps it, then averaged; blanks enter no mean."""
    yield _mean(bahan, "kinerja (K)", [b.capaian for b in daftar if b.capaian is not None],
                [b.sumber[0] for b in daftar if b.capaian is not None])
    yield _mean(bahan, "anggaran (Rp)", [b.serapan for b in daftar if b.serapan is not None],
                [b.sumber[1] for b in daftar if b.serapan is not None])
    for judul, kolom in _URAIAN:
        yield paragraf(judul, gaya=Gaya.ISI)
        texts = list(_texts(bahan, kolom))
        yield from texts or [paragraf("Tidak ada uraian yang disampaikan.", gaya=Gaya.KETERANGAN)]


def mean_of(bahan: Bahan, daftar: Sequence[Decimal]) -> Decimal | None:
    """Return the mean of capaian in per cent, each capped first; None for none."""
    capped = [limit_capaian(nilai, bahan.pengaturan.kebijakan) for nilai in daftar]
    return round_half_up(sum(capped, Decimal(0)) / len(capped)) if capped else None


def _mean(bahan: Bahan, apa: str, daftar: Sequence[Decimal], sumber: Sequence[Sumber]) -> Paragraf:
    mean = mean_of(bahan, daftar)
    source = SumberHitung(f"Rata-rata capaian {apa} E.81 {bahan.periode.label}",
                          "rata-rata kolom 13 setelah dibatasi menurut kebijakan", tuple(sumber))
    opening = f"Rata-rata capaian {apa}: "
    if mean is None:
        return paragraf(opening, Angka("belum dapat dihitung", source), "; predikat kinerja: –", gaya=Gaya.ISI)
    predikat = classify(mean, bahan.pengaturan.skala).nama
    pieces: tuple[Potongan, ...] = (opening, Angka(format_persen(mean), source), "; predikat kinerja: ",
                                    Angka(predikat, sumber_kategori_of(source)))
    return Paragraf(pieces, Gaya.ISI)


def _texts(bahan: Bahan, kolom: str) -> Iterator[Paragraf]:
    for data in bahan.daftar_berkas:
        for hasil in bahan.daftar_hasil:
            i = hasil.indikator
            if data.isi is None or i.digabung_dari or bahan.source_of(i) is not data:
                continue
            teks = written(data.isi, i.kode, kolom)
            if teks:
                yield paragraf(f"{i.kode} ({bahan.unit_name(data)}): {teks}", gaya=Gaya.SEL)
