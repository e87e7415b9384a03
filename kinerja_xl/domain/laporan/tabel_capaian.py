"""The tables of Bab II: capaian per sasaran and indikator, means per level, the scale, and how all was computed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.capaian.rollup import RataSasaran, Ringkasan
from kinerja_xl.domain.indicators import Indikator, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import DasarRata, Skala
from kinerja_xl.domain.laporan import asal_angka as asal
from kinerja_xl.domain.laporan.bahan import Bahan
from kinerja_xl.domain.laporan.ungkapan import capaian_sel, kategori_sel, nilai_sel, persen_sel
from kinerja_xl.domain.naskah.naskah import (
    LANJUT,
    Angka,
    Baris,
    JenisBaris,
    Kolom,
    Kotak,
    Rata,
    Sel,
    Tabel,
    Teks,
    kelompok,
    sel,
)
from kinerja_xl.domain.numbers import format_angka, format_persen

_KIRI, _TENGAH, _KANAN = Rata.KIRI, Rata.TENGAH, Rata.KANAN


def tabel_capaian(bahan: Bahan) -> Tabel:
    """Return the main table: a block per level, a group per sasaran closed by its mean, the level's mean last."""
    tw, tahun = f"Triwulan {bahan.periode.romawi}", f"Tahun {bahan.periode.tahun}"
    kolom = (Kolom("No", 4, _TENGAH), Kolom("Sasaran", 20), Kolom("Indikator Kinerja", 30), Kolom("Satuan", 8, _TENGAH),
             Kolom("Target", 7, _KANAN, tw), Kolom("Realisasi", 8, _KANAN, tw), Kolom("Capaian", 10, _KANAN, tw),
             Kolom("Kategori", 14, _TENGAH, tw), Kolom("Target", 7, _KANAN, tahun),
             Kolom(f"Realisasi s.d. TW {bahan.periode.romawi}", 10, _KANAN, tahun),
             Kolom("Capaian terhadap Target", 10, _KANAN, tahun))
    return Tabel("capaian", f"Pengukuran capaian kinerja {bahan.triwulan}", kolom,
                 tuple(_rows(bahan)), bernomor=True)


def _rows(bahan: Bahan) -> Iterator[Baris]:
    number = 0
    for tingkat, ringkasan in bahan.ringkasan.items():
        if len(bahan.ringkasan) > 1:
            yield kelompok(f"Indikator tingkat {tingkat}", 11)
        tahunan = {rata.sasaran: rata for rata in bahan.ringkasan_tahun[tingkat].daftar_sasaran}
        for rata in ringkasan.daftar_sasaran:
            group = [h for h in bahan.daftar_hasil
                     if h.indikator.tingkat is tingkat and h.indikator.sasaran == rata.sasaran]
            for place, hasil in enumerate(group):
                number += 1
                yield _row(bahan, number, hasil, first=place == 0)
            yield _mean_of_sasaran(bahan, tingkat, rata, tahunan[rata.sasaran].rata)
        yield _mean_of_level(bahan, tingkat, ringkasan, bahan.ringkasan_tahun[tingkat].rata)


def _row(bahan: Bahan, number: int, hasil: HasilIndikator, *, first: bool) -> Baris:
    i, delivered = hasil.indikator, bahan.is_delivered(hasil.indikator)
    return Baris((sel(str(number)), sel(i.sasaran) if first else LANJUT, sel(i.nama), satuan_sel(bahan, i),
                  nilai_sel(hasil.target_tw, asal.sumber_target_tw(bahan, hasil)),
                  nilai_sel(hasil.realisasi_tw, asal.sumber_realisasi(bahan, i, hasil.triwulan)),
                  capaian_sel(hasil.capaian_tw, asal.sumber_capaian_tw(bahan, hasil), disampaikan=delivered),
                  kategori_sel(hasil.kategori, asal.sumber_kategori(bahan, hasil)),
                  nilai_sel(i.target_tahun, asal.sumber_target(bahan, i)),
                  nilai_sel(hasil.realisasi_sd, asal.sumber_realisasi_sd(bahan, hasil)),
                  capaian_sel(hasil.capaian_tahun, asal.sumber_capaian_tahun(bahan, hasil), disampaikan=delivered)))


def satuan_sel(bahan: Bahan, row: Indikator | SubKegiatan) -> Sel:
    """Return a cell with the satuan of a row of the plan."""
    return sel(Angka(row.satuan, asal.sumber_satuan(bahan, row)))


def _mean_of_sasaran(bahan: Bahan, tingkat: TingkatIndikator, rata: RataSasaran, tahun: Decimal | None) -> Baris:
    source = asal.sumber_rata_sasaran(bahan, tingkat, rata)
    counted, known = asal.cacah_sasaran(bahan, tingkat, rata)
    note = sel("Rata-rata capaian sasaran (", Angka(str(rata.terhitung), counted), " dari ",
               Angka(str(rata.jumlah), known), " indikator)", bentang=6, rata=_KANAN)
    return Baris((note, persen_sel(rata.rata, source), kategori_sel(rata.kategori, asal.sumber_kategori_of(source)),
                  sel("", bentang=2), persen_sel(tahun, asal.sumber_rata_sasaran(bahan, tingkat, rata, tahunan=True))),
                 JenisBaris.JUMLAH)


def _mean_of_level(bahan: Bahan, tingkat: TingkatIndikator, ringkasan: Ringkasan, tahun: Decimal | None) -> Baris:
    source = asal.sumber_rata_tingkat(bahan, tingkat)
    return Baris((sel(f"Rata-rata capaian tingkat {tingkat}", bentang=6, rata=_KANAN),
                  persen_sel(ringkasan.rata, source),
                  kategori_sel(ringkasan.kategori, asal.sumber_kategori_of(source)), sel("", bentang=2),
                  persen_sel(tahun, asal.sumber_rata_tingkat(bahan, tingkat, tahunan=True))), JenisBaris.JUMLAH)


def tabel_tingkat(bahan: Bahan) -> Tabel:
    """Return the means per level: levels are never mixed in one mean."""
    kolom = (Kolom("Tingkat", 22), Kolom("Jumlah Indikator", 14, _TENGAH), Kolom("Terisi", 12, _TENGAH),
             Kolom("Dapat Dihitung", 14, _TENGAH), Kolom("Rata-rata Capaian", 18, _KANAN),
             Kolom("Kategori", 20, _TENGAH))
    rows = tuple(_level(bahan, tingkat, ringkasan) for tingkat, ringkasan in bahan.ringkasan.items())
    return Tabel("tingkat", f"Capaian kinerja menurut tingkat indikator, {bahan.triwulan}", kolom, rows, utuh=True)


def _level(bahan: Bahan, tingkat: TingkatIndikator, ringkasan: Ringkasan) -> Baris:
    counts = zip((ringkasan.jumlah, ringkasan.terisi, ringkasan.terhitung), asal.cacah_tingkat(bahan, tingkat),
                 strict=True)
    mean = asal.sumber_rata_tingkat(bahan, tingkat)
    return Baris((sel(str(tingkat)), *(sel(Angka(str(number), source)) for number, source in counts),
                  persen_sel(ringkasan.rata, mean),
                  kategori_sel(ringkasan.kategori, asal.sumber_kategori_of(mean))))


def tabel_skala(skala: Skala) -> Tabel:
    """Return the category scale: the intervals as the regulation prints them, and the limits that were applied."""
    kolom = (Kolom("No", 6, _TENGAH), Kolom("Interval Nilai Realisasi Kinerja", 34, _TENGAH),
             Kolom("Kriteria", 28, _TENGAH), Kolom("Batas yang Dipakai", 32, _TENGAH))
    steps = skala.daftar_kategori
    rows = tuple(Baris((sel(str(n)), sel(k.interval), sel(k.nama, warna=k.warna),
                        sel(_limits(k.di_atas, steps[n - 2].di_atas if n > 1 else None, last=n == len(steps)))))
                 for n, k in enumerate(steps, 1))
    return Tabel("skala", "Skala nilai peringkat kinerja", kolom, rows, utuh=True)


def _limits(di_atas: Decimal, sampai: Decimal | None, *, last: bool) -> str:
    upto = "" if sampai is None else f"sampai dengan {format_angka(sampai)}%"
    if last:
        return upto or "semua nilai"
    above = f"di atas {format_angka(di_atas)}%"
    return f"{above} {upto}".strip()


def catatan_perhitungan(bahan: Bahan) -> Kotak:
    """Return the box that says how every figure was computed (domain facts 5.1 to 5.4)."""
    batas, dasar = bahan.pengaturan.kebijakan.batas_capaian, bahan.pengaturan.kebijakan.dasar_rata
    cap = ("Capaian dirata-ratakan tanpa pembatasan." if batas is None else
           f"Capaian ditampilkan apa adanya; dalam rata-rata, capaian di atas {format_persen(batas)} "
           f"dihitung {format_persen(batas)}.")
    mean = ("rata-rata seluruh sasarannya" if dasar is DasarRata.SASARAN else "rata-rata seluruh indikatornya")
    notes: tuple[Teks, ...] = (
        ("Arah positif (semakin tinggi semakin baik): capaian = realisasi ÷ target × 100%.",),
        ("Arah negatif (semakin rendah semakin baik): capaian = (2 × target − realisasi) ÷ target × 100%, "
         "paling rendah 0%; bila targetnya nol, realisasi nol bernilai 100% dan realisasi di atas nol bernilai 0%.",),
        ("Indikator persentase yang mencatat pembilang dan penyebut: realisasi = pembilang ÷ penyebut × 100%; untuk "
         "RATA, realisasi s.d. triwulan adalah jumlah pembilang ÷ jumlah penyebut × 100%.",),
        ("Target predikat dibandingkan menurut skor pada skala predikat. Target rentang bernilai 100% bila realisasi "
         "berada di dalamnya; di luar itu realisasi dibandingkan dengan batas terdekat.",),
        ("Realisasi s.d. triwulan: JUMLAH dijumlahkan, POSISI nilai terakhir, RATA dirata-ratakan, "
         "AKHIR diukur pada akhir tahun.",),
        (f"{cap} Rata-rata sasaran adalah rata-rata indikatornya; rata-rata tiap tingkat adalah {mean}.",),
        ("Isian kosong bukan nol: indikator yang belum diisi, belum diukur, tidak ditargetkan, atau tidak dapat "
         "dihitung tidak ikut dalam rata-rata.",),
        ("Angka dibulatkan ke dua desimal (setengah ke atas), dan kategori ditetapkan dari angka yang sudah "
         "dibulatkan.",))
    return Kotak("Catatan perhitungan", notes)
