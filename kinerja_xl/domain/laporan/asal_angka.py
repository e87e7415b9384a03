"""The sources of a report's figures: which cell each is read from, or by which formula it is made of which others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja_xl.domain.capaian.capaian import HasilIndikator, Realisasi
from kinerja_xl.domain.capaian.rollup import RataSasaran
from kinerja_xl.domain.cells import Kunci
from kinerja_xl.domain.indicators import Indikator, SubKegiatan, TingkatIndikator
from kinerja_xl.domain.kebijakan import DasarRata
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas
from kinerja_xl.domain.lembar.lembar_kerja import INDIKATOR, SUBKEGIATAN
from kinerja_xl.domain.periods import ROMAWI, Periode, berkas_code
from kinerja_xl.domain.rencana.perubahan_rencana import JUDUL_INDIKATOR, JUDUL_SUBKEGIATAN
from kinerja_xl.domain.rencana_aksi import RiwayatCapaian
from kinerja_xl.domain.sumber import TANPA_LETAK, BerkasSumber, Sumber, SumberHitung, SumberJejak, SumberSel

RUMUS_CAPAIAN = "capaian = realisasi terhadap target menurut arah indikator (lihat Catatan perhitungan)"
RUMUS_KATEGORI = "kategori = jenjang skala yang memuat capaian setelah dibulatkan dua desimal"
MENYAMPAIKAN, SELURUH_UNIT = "Unit yang menyampaikan data", "Unit yang mendapat lembar kerja"
RUMUS_SERAPAN = "serapan = realisasi s.d. triwulan ÷ pagu × 100%"


# the plan

def sumber_rencana_sel(bahan: Bahan, row: Indikator | SubKegiatan, kolom: str) -> SumberSel:
    """Return a cell of the plan by its heading there, of the version that the row is of."""
    tabel = INDIKATOR if isinstance(row, Indikator) else SUBKEGIATAN
    return sumber_versi(bahan, bahan.version_of(row), tabel, row.kode, kolom)


def sumber_versi(bahan: Bahan, versi: int, tabel: str, kode: str, kolom: str) -> SumberSel:
    """Return a cell of one version of the plan."""
    nama, buku = f"Rencana Aksi {bahan.rencana.tahun}", bahan.asal.buku.get(versi)
    isi = Kunci(tabel, kode, f"{kolom} (versi {versi})")
    if buku is None:
        return SumberSel(BerkasSumber(nama, versi), isi)
    return SumberSel(buku.berkas, isi, buku.letak.get((kode, kolom), TANPA_LETAK))


def sumber_satuan(bahan: Bahan, row: Indikator | SubKegiatan) -> SumberSel:
    """Return where the satuan of a row stands in the plan."""
    return sumber_rencana_sel(bahan, row, JUDUL_INDIKATOR["satuan"])


def sumber_target(bahan: Bahan, row: Indikator | SubKegiatan, triwulan: int | None = None) -> SumberSel:
    """Return where a target stands in the plan: the year's, or that of a quarter."""
    judul = JUDUL_INDIKATOR if isinstance(row, Indikator) else JUDUL_SUBKEGIATAN
    kolom = judul["target_tahun"] if triwulan is None else f"{judul['target_tw']} {ROMAWI[triwulan - 1]}"
    return sumber_rencana_sel(bahan, row, kolom)


def sumber_target_tw(bahan: Bahan, hasil: HasilIndikator) -> SumberSel:
    """Return where the target stands that the quarter is measured by: for AKHIR in TW IV it may be the year's."""
    row, triwulan = hasil.indikator, hasil.triwulan
    own = row.target_tw[triwulan - 1] is not None or hasil.target_tw is None
    return sumber_target(bahan, row, triwulan if own else None)


def sumber_pagu(bahan: Bahan, sub: SubKegiatan) -> SumberSel:
    """Return where the pagu of a sub kegiatan stands in the plan."""
    return sumber_rencana_sel(bahan, sub, JUDUL_SUBKEGIATAN["pagu"])


def sumber_riwayat(bahan: Bahan, row: RiwayatCapaian) -> SumberSel:
    """Return where a result from before stands in the plan's sheet Riwayat Capaian."""
    return sumber_versi(bahan, bahan.rencana.versi, "riwayat", row.kode, row.waktu)


# the worksheets

def sumber_isian(bahan: Bahan, data: DataBerkas, triwulan: int, tabel: str, baris: str, kolom: str) -> SumberSel:
    """Return a cell of the worksheet that was approved for a quarter."""
    arsip = data.arsip.get(triwulan)
    if arsip is not None:
        return arsip.sumber(tabel, baris, kolom)
    periode = Periode(bahan.periode.tahun, triwulan)
    isi = data.isi if triwulan == bahan.periode.triwulan else data.lalu.get(triwulan)
    berkas = BerkasSumber(berkas_code(periode, data.bidang, data.sub_bidang), data.versi_disetujui or 0, data.sha256,
                          oleh=data.disetujui_oleh, pada=data.disetujui_pada)
    return SumberSel(berkas, Kunci(tabel, baris, kolom), isi.place(tabel, baris, kolom) if isi else TANPA_LETAK)


def sumber_realisasi(bahan: Bahan, row: Indikator, triwulan: int) -> Sumber:
    """Return where an indicator's realisasi of a quarter comes from."""
    nama = f"Realisasi TW {ROMAWI[triwulan - 1]} {bahan.periode.tahun} {row.kode}"
    if row.digabung_dari:
        parts = [i for i in bahan.rencana.daftar_indikator if i.kode in row.digabung_dari]
        return SumberHitung(nama, "gabungan realisasi indikator yang digabungkan",
                            tuple(sumber_realisasi(bahan, part, triwulan) for part in parts))
    data = bahan.source_of(row)
    if data is None:
        return SumberJejak(nama, "tidak ada unit yang mengisinya")
    past = triwulan != bahan.periode.triwulan and triwulan not in data.lalu
    history = next((r for r in bahan.rencana.daftar_riwayat if past and r.kode == row.kode
                    and (r.tahun, r.triwulan) == (bahan.periode.tahun, triwulan)), None)
    if history is not None and triwulan in data.riwayat.get(row.kode, {}):
        return sumber_riwayat(bahan, history)
    if data.isi is None and triwulan not in data.lalu:
        return SumberJejak(nama, f"{bahan.unit_name(data)} {data.belum_menyampaikan}")
    known = bahan.realisasi.get(row.kode, ())
    filled = known[triwulan - 1] if triwulan <= len(known) else Realisasi()
    sheet = bahan.periode.triwulan if past else triwulan
    if filled.pembilang is not None and filled.penyebut:
        return SumberHitung(nama, "realisasi = pembilang ÷ penyebut × 100%", tuple(
            sumber_isian(bahan, data, sheet, INDIKATOR, row.kode, f"{stem}_tw{triwulan}")
            for stem in ("pembilang", "penyebut")))
    return sumber_isian(bahan, data, sheet, INDIKATOR, row.kode, f"realisasi_tw{triwulan}")


def sumber_realisasi_sd(bahan: Bahan, hasil: HasilIndikator) -> SumberHitung:
    """Return how the realisasi up to the quarter is made of the quarters."""
    row = hasil.indikator
    return SumberHitung(f"Realisasi s.d. TW {ROMAWI[hasil.triwulan - 1]} {bahan.periode.tahun} {row.kode}",
                        f"realisasi s.d. triwulan menurut jenis perhitungan {row.perhitungan}",
                        tuple(sumber_realisasi(bahan, row, k) for k in range(1, hasil.triwulan + 1)))


# capaian

def sumber_capaian_tw(bahan: Bahan, hasil: HasilIndikator) -> SumberHitung:
    """Return how the capaian of the quarter is computed."""
    return SumberHitung(_about("Capaian", bahan, hasil), RUMUS_CAPAIAN, (
        sumber_target_tw(bahan, hasil), sumber_realisasi(bahan, hasil.indikator, hasil.triwulan)))


def sumber_capaian_sd(bahan: Bahan, hasil: HasilIndikator) -> SumberHitung:
    """Return how the capaian up to the quarter is computed."""
    row = hasil.indikator
    return SumberHitung(_about("Capaian s.d.", bahan, hasil), f"{RUMUS_CAPAIAN}; target s.d. triwulan yang sama", (
        *(sumber_target(bahan, row, k) for k in range(1, hasil.triwulan + 1)), sumber_realisasi_sd(bahan, hasil)))


def sumber_capaian_tahun(bahan: Bahan, hasil: HasilIndikator) -> SumberHitung:
    """Return how the capaian against the year's target is computed."""
    return SumberHitung(_about("Capaian terhadap target tahunan", bahan, hasil), RUMUS_CAPAIAN, (
        sumber_target(bahan, hasil.indikator), sumber_realisasi_sd(bahan, hasil)))


def sumber_kategori(bahan: Bahan, hasil: HasilIndikator) -> SumberHitung:
    """Return how the category of the quarter's capaian is found."""
    return SumberHitung(_about("Kategori", bahan, hasil), RUMUS_KATEGORI, (sumber_capaian_tw(bahan, hasil),))


def _about(apa: str, bahan: Bahan, hasil: HasilIndikator) -> str:
    return f"{apa} TW {ROMAWI[hasil.triwulan - 1]} {bahan.periode.tahun} {hasil.indikator.kode}"


# means and counts

def sumber_rata_sasaran(bahan: Bahan, tingkat: TingkatIndikator, rata: RataSasaran, *,
                        tahunan: bool = False) -> SumberHitung:
    """Return how the mean of a sasaran is made of its indicators."""
    return SumberHitung(f"Rata-rata capaian{_year(tahunan)} sasaran {rata.sasaran} tingkat {tingkat}",
                        "rata-rata capaian indikator sasaran yang dapat dihitung",
                        _capaian(bahan, _of_sasaran(bahan, tingkat, rata), tahunan))


def sumber_rata_tingkat(bahan: Bahan, tingkat: TingkatIndikator, *, tahunan: bool = False) -> SumberHitung:
    """Return how the mean of a level is made of the means of its sasaran, or of its indicators."""
    ringkasan = bahan.ringkasan_tahun[tingkat] if tahunan else bahan.ringkasan[tingkat]
    nama = f"Rata-rata capaian{_year(tahunan)} tingkat {tingkat}"
    if bahan.pengaturan.kebijakan.dasar_rata is DasarRata.SASARAN:
        return SumberHitung(nama, "rata-rata dari rata-rata sasarannya", tuple(
            sumber_rata_sasaran(bahan, tingkat, rata, tahunan=tahunan) for rata in ringkasan.daftar_sasaran))
    group = [h for h in bahan.daftar_hasil if h.indikator.tingkat is tingkat]
    return SumberHitung(nama, "rata-rata capaian indikatornya", _capaian(bahan, group, tahunan))


def sumber_kategori_of(sumber: SumberHitung) -> SumberHitung:
    """Return how the category of a mean is found."""
    return SumberHitung(f"Kategori {sumber.kunci}", RUMUS_KATEGORI, (sumber,))


def sumber_cacah(apa: str, cara: str, daftar: Iterable[Sumber]) -> SumberHitung:
    """Return a count: ``apa`` names it, ``cara`` says what is counted of ``daftar``."""
    return SumberHitung(apa, f"cacah {cara}", tuple(daftar))


def cacah_indikator(bahan: Bahan, daftar: Sequence[HasilIndikator], nama: str = "") -> tuple[SumberHitung, ...]:
    """Return how indicators are counted: those planned, those filled, those with a capaian; ``nama`` says which."""
    tw = f"{bahan.periode.label} {nama}".strip()
    return (sumber_cacah(f"Cacah indikator {tw}", "indikator pada rencana",
                         (sumber_target(bahan, h.indikator) for h in daftar)),
            sumber_cacah(f"Cacah indikator terisi {tw}", "indikator yang terisi realisasinya",
                         (sumber_realisasi(bahan, h.indikator, h.triwulan) for h in daftar)),
            sumber_cacah(f"Cacah indikator terhitung {tw}", "indikator yang dapat dihitung capaiannya",
                         _capaian(bahan, daftar, tahunan=False)))


def cacah_tingkat(bahan: Bahan, tingkat: TingkatIndikator) -> tuple[SumberHitung, ...]:
    """Return ``cacah_indikator`` of a level."""
    return cacah_indikator(bahan, [h for h in bahan.daftar_hasil if h.indikator.tingkat is tingkat],
                           f"tingkat {tingkat}")


def cacah_sasaran(bahan: Bahan, tingkat: TingkatIndikator, rata: RataSasaran) -> tuple[SumberHitung, SumberHitung]:
    """Return how the indicators of a sasaran with a capaian, and all of them, are counted."""
    known, _, counted = cacah_indikator(bahan, _of_sasaran(bahan, tingkat, rata),
                                        f"sasaran {rata.sasaran} tingkat {tingkat}")
    return counted, known


def cacah_kategori(bahan: Bahan, nama: str) -> SumberHitung:
    """Return how the indicators of a category are counted."""
    return sumber_cacah(f"Cacah indikator berkategori {nama} {bahan.periode.label}", f"indikator berkategori {nama}",
                        (sumber_kategori(bahan, h) for h in bahan.daftar_hasil if h.kategori is not None))


def cacah_tercapai(bahan: Bahan) -> SumberHitung:
    """Return how the indicators are counted that reached the target of the quarter."""
    return sumber_cacah(f"Cacah indikator tercapai {bahan.periode.label}",
                        "indikator dengan capaian paling sedikit 100%",
                        _capaian(bahan, bahan.daftar_hasil, tahunan=False))


def sumber_unit(bahan: Bahan, apa: str) -> SumberJejak:
    """Return how units are counted: by what the ledger says of their berkas."""
    return SumberJejak(f"{apa} {bahan.periode.label}", "cacah unit menurut kedudukan berkas pada buku catatan")


def sumber_tindakan(bahan: Bahan, data: DataBerkas, apa: str, kode: Sequence[str] = ()) -> SumberJejak:
    """Return what the ledger says of one unit's berkas: ``apa`` names it, ``kode`` are the rows it rests on."""
    berkas = berkas_code(bahan.periode, data.bidang, data.sub_bidang)
    return SumberJejak(f"{apa} {berkas}", f"{apa} {berkas} menurut buku catatan", tuple(filter(None, kode)))


def _of_sasaran(bahan: Bahan, tingkat: TingkatIndikator, rata: RataSasaran) -> list[HasilIndikator]:
    return [h for h in bahan.daftar_hasil if h.indikator.tingkat is tingkat and h.indikator.sasaran == rata.sasaran]


def _capaian(bahan: Bahan, daftar: Sequence[HasilIndikator], tahunan: bool) -> tuple[SumberHitung, ...]:
    return tuple(sumber_capaian_tahun(bahan, h) if tahunan else sumber_capaian_tw(bahan, h) for h in daftar)


def _year(tahunan: bool) -> str:
    return " terhadap target tahunan" if tahunan else ""
