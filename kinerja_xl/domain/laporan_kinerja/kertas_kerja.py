"""The working paper for the review by the Inspektorat: its checklist with what the ledger says (domain facts 2.4).

The review's own verdict stays blank: the office never asserts anything in the Inspektorat's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.laporan.bahan import DataBerkas, TindakanTercatat
from kinerja_xl.domain.laporan.ungkapan import BELUM_DIHITUNG, tanggal_pendek
from kinerja_xl.domain.laporan_kinerja.asal_tahun import asal_of
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.lembar.isian import bukti_of
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Baris,
    Blok,
    Gaya,
    Kolom,
    Potongan,
    Rata,
    Rujukan,
    Sel,
    Tabel,
    Teks,
    kelompok,
    paragraf,
    sel,
)
from kinerja_xl.domain.periods import ROMAWI, Periode, berkas_code
from kinerja_xl.domain.sop.sop import Tindakan

_TENGAH = Rata.TENGAH
_KOTAK = "☐ Ya   ☐ Tidak"
Butir = tuple[str, Teks]


def kertas_kerja_reviu(bahan: BahanTahun) -> Iterator[Blok]:
    """Yield the checklist, and who handed in and approved which worksheet when."""
    yield paragraf("Kertas kerja ini memuat keadaan menurut catatan layanan dan isi laporan sebagai bahan reviu. Kolom "
                   "hasil reviu diisi oleh Inspektorat. Riwayat penyampaian tiap lembar kerja disajikan pada ",
                   Rujukan("reviu-berkas"), ".")
    yield _checklist(bahan)
    yield _deliveries(bahan)


def _checklist(bahan: BahanTahun) -> Tabel:
    kolom = (Kolom("No", 5, _TENGAH), Kolom("Pernyataan", 34), Kolom("Keadaan Menurut Catatan", 43),
             Kolom("Hasil Reviu (diisi Inspektorat)", 18, _TENGAH))
    parts = (("I. Format", _format(bahan)), ("II. Mekanisme penyusunan", _mechanism(bahan)),
             ("III. Substansi", _substance(bahan)))
    rows: list[Baris] = []
    for title, items in parts:
        rows.append(kelompok(title, len(kolom)))
        rows += [Baris((sel(str(n)), sel(name), sel(*found), sel(_KOTAK))) for n, (name, found) in enumerate(items, 1)]
    return Tabel("reviu", f"Kertas kerja reviu atas Laporan Kinerja tahun {bahan.tahun}", kolom, tuple(rows))


def _format(bahan: BahanTahun) -> Iterator[Butir]:
    count, asal = len(bahan.daftar_hasil), asal_of(bahan)
    yield "Laporan Kinerja menampilkan data penting instansi", ("Bab I memuat gambaran umum dan susunan organisasi.",)
    yield "Laporan Kinerja menyajikan target kinerja", (
        Angka(str(count), asal.cacah("indikator")), " indikator beserta targetnya pada Bab II.")
    yield "Laporan Kinerja menyajikan capaian kinerja", (
        *_of(bahan, "indikator terhitung", sum(_is_counted(h) for h in bahan.daftar_hasil), count),
        " indikator dapat dihitung capaiannya.")
    yield "Laporan Kinerja menyajikan lampiran yang mendukung", ("Lampiran memuat Perjanjian Kinerja sampai dengan "
                                                                 "daftar lembar kerja sumber.",)
    yield "Laporan Kinerja menyajikan upaya perbaikan ke depan", ("Bab III (upaya) dan Bab IV (langkah di masa "
                                                                 "mendatang).",)
    yield "Laporan Kinerja menyajikan akuntabilitas keuangan", ("Bab III bagian B.",)


def _mechanism(bahan: BahanTahun) -> Iterator[Butir]:
    acts, files = list(_acts(bahan)), list(_files(bahan))
    sop = bahan.bahan.pengaturan.kebijakan.nomor_sop or BELUM_DIHITUNG
    yield "Laporan Kinerja disusun oleh unit kerja yang memiliki tugas fungsi untuk itu", (
        f"Disusun oleh Kasubag Perencanaan menurut SOP Nomor {sop}.",)
    yield "Informasi dalam laporan didukung data yang memadai", (
        *_of(bahan, "bukti", sum(map(_evidence, files)), None), " bukti dukung terdaftar pada lembar kerja.")
    yield "Terdapat mekanisme penyampaian data dari unit kerja ke unit penyusun", (
        *_of(bahan, "penyerahan", _count(acts, Tindakan.SERAHKAN_KE_PERENCANAAN), None), " penyerahan dari ",
        *_of(bahan, "berkas", len(files), None), " lembar kerja tercatat dengan tanggal, pejabat, dan sidik berkasnya.")
    yield "Telah ditetapkan penanggung jawab pengumpulan data di setiap unit kerja", (
        *_of(bahan, "penugasan", _count(acts, Tindakan.TUGASKAN), None), " penugasan dan ",
        *_of(bahan, "perintah", _count(acts, Tindakan.PERINTAHKAN), None), " perintah pengumpulan bahan tercatat.")
    yield "Data/informasi kinerja diyakini keandalannya", (
        *_of(bahan, "persetujuan", _count(acts, Tindakan.SETUJUI), None), " persetujuan dan ",
        *_of(bahan, "pengembalian", _count(acts, Tindakan.KEMBALIKAN), None), " pengembalian untuk perbaikan tercatat.")
    yield "Analisis/penjelasan dalam laporan telah diketahui oleh unit kerja terkait", (
        "Uraian pada Bab III ditulis unit terkait dan disetujui kepala bidangnya; unit dan triwulannya disebutkan.",)


def _substance(bahan: BahanTahun) -> Iterator[Butir]:
    hasil, riwayat = bahan.daftar_hasil, bahan.bahan.rencana.daftar_riwayat
    last = {row.kode for row in riwayat if row.tahun == bahan.tahun - 1 and row.triwulan is None}
    count = len(hasil)
    yield "Sasaran dalam laporan sesuai dengan sasaran dalam Perjanjian Kinerja", (
        "Sasaran dan indikator Bab III diambil dari Rencana Aksi yang memuat Perjanjian Kinerja.",)
    yield "Sasaran dalam laporan selaras dengan Rencana Strategis", (
        *_of(bahan, "indikator dengan target renstra", sum(h.indikator.target_renstra is not None for h in hasil),
             count),
        " indikator memiliki target akhir Renstra.")
    yield "Indikator kinerja utama sesuai", (
        *_of(bahan, "iku", sum(h.indikator.iku for h in hasil), count), " indikator merupakan IKU.")
    yield "Terdapat perbandingan dengan tahun lalu", (
        *_of(bahan, "indikator dengan tahun lalu", sum(h.indikator.kode in last for h in hasil), count),
        " indikator memiliki realisasi tahun sebelumnya.")
    yield "Terdapat perbandingan dengan standar nasional", (
        *_of(bahan, "indikator dengan standar", sum(h.indikator.standar_nasional is not None for h in hasil), count),
        " indikator memiliki standar nasional.")
    yield "Indikator kinerja telah cukup mengukur sasaran (SMART)", (
        *_of(bahan, "indikator dengan definisi", sum(bool(h.indikator.definisi) for h in hasil), count),
        " indikator memiliki definisi operasional.")


def _of(bahan: BahanTahun, apa: str, found: int, count: int | None) -> Teks:
    """``7 dari 8``, or only the number."""
    asal = asal_of(bahan)
    source = asal.jejak(apa) if count is None else asal.cacah(apa)
    pieces: tuple[Potongan, ...] = (Angka(str(found), source),)
    return pieces if count is None else (*pieces, " dari ", Angka(str(count), asal.cacah("indikator")))


def _is_counted(hasil: HasilIndikator) -> bool:
    return hasil.capaian_tahun.nilai is not None


def _files(bahan: BahanTahun) -> Iterator[DataBerkas]:
    """Every worksheet that was issued in the year."""
    return (data for k in TRIWULAN for data in bahan.daftar_berkas.get(k, ()) if data.keadaan is not None)


def _acts(bahan: BahanTahun) -> Iterator[TindakanTercatat]:
    return (act for data in _files(bahan) for act in data.daftar_tindakan)


def _count(acts: list[TindakanTercatat], tindakan: Tindakan) -> int:
    return sum(act.tindakan is tindakan for act in acts)


def _evidence(data: DataBerkas) -> int:
    return 0 if data.isi is None else len(bukti_of(data.isi))


def _deliveries(bahan: BahanTahun) -> Tabel:
    kolom = (Kolom("Unit", 26), Kolom("Bahan Diserahkan", 18), Kolom("Laporan Diajukan", 18), Kolom("Disetujui", 18),
             Kolom("Diserahkan ke Perencanaan", 14, _TENGAH), Kolom("Putaran", 8, _TENGAH),
             Kolom("Bukti Dukung", 8, _TENGAH))
    rows: list[Baris] = []
    for k in TRIWULAN:
        issued = [data for data in bahan.daftar_berkas.get(k, ()) if data.keadaan is not None]
        rows.append(kelompok(f"Triwulan {ROMAWI[k - 1]}{'' if issued else ': tidak ada lembar kerja'}", len(kolom)))
        rows += [_delivery(bahan, data, k) for data in issued]
    return Tabel("reviu-berkas", f"Penyampaian data kinerja tiap unit tahun {bahan.tahun}", kolom, tuple(rows))


def _delivery(bahan: BahanTahun, data: DataBerkas, triwulan: int) -> Baris:
    asal, name = asal_of(bahan), berkas_code(Periode(bahan.tahun, triwulan), data.bidang, data.sub_bidang)
    putaran = 0 if data.keadaan is None else data.keadaan.putaran
    return Baris((sel(bahan.bahan.unit_name(data)), _by(data, Tindakan.SERAHKAN_BAHAN),
                  _by(data, Tindakan.AJUKAN_LAPORAN), _by(data, Tindakan.SETUJUI),
                  _when(data, Tindakan.SERAHKAN_KE_PERENCANAAN),
                  sel(Angka(str(putaran), asal.jejak(f"putaran {name}"))),
                  sel(Angka(str(_evidence(data)), asal.bukti(f"bukti dukung {name}")))))


def _last(data: DataBerkas, tindakan: Tindakan) -> TindakanTercatat | None:
    return next((act for act in reversed(data.daftar_tindakan) if act.tindakan is tindakan), None)


def _by(data: DataBerkas, tindakan: Tindakan) -> Sel:
    """Who did a step last, and on which day."""
    act = _last(data, tindakan)
    if act is None:
        return sel(BELUM_DIHITUNG)
    return Sel((paragraf(act.pejabat, gaya=Gaya.SEL), paragraf(tanggal_pendek(act.waktu), gaya=Gaya.KETERANGAN)))


def _when(data: DataBerkas, tindakan: Tindakan) -> Sel:
    act = _last(data, tindakan)
    return sel(BELUM_DIHITUNG) if act is None else sel(tanggal_pendek(act.waktu))
