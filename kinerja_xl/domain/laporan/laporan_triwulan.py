"""The content of a Laporan Triwulan (Kegiatan 6): chapters I to VI, signers and attachments as pure values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.capaian.anggaran import total_anggaran
from kinerja_xl.domain.laporan.asal_anggaran import jumlah_pagu, jumlah_rp_sd, jumlah_serapan
from kinerja_xl.domain.laporan.asal_angka import (
    MENYAMPAIKAN,
    SELURUH_UNIT,
    cacah_indikator,
    sumber_rata_tingkat,
    sumber_unit,
)
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.laporan.bab_anggaran import bab_anggaran
from kinerja_xl.domain.laporan.bab_capaian import bab_capaian
from kinerja_xl.domain.laporan.bab_faktor import bab_faktor
from kinerja_xl.domain.laporan.bab_ketepatan import bab_ketepatan
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas, TindakanTercatat, WaktuBerkas, gather_bahan
from kinerja_xl.domain.laporan.lampiran import daftar_lampiran
from kinerja_xl.domain.laporan.lampiran_sumber import lampiran_sumber
from kinerja_xl.domain.laporan.pendahuluan import bab_pendahuluan
from kinerja_xl.domain.laporan.penutup import bab_penutup
from kinerja_xl.domain.laporan.ungkapan import rata_dan_kategori
from kinerja_xl.domain.naskah.kepala_naskah import Kop, PenandaTangan, is_kosong, make_kop, make_nomor, sign_for
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Baris,
    Gaya,
    Halaman,
    Kolom,
    Tabel,
    Teks,
    join_teks,
    sel,
    walk_paragraf,
)
from kinerja_xl.domain.numbers import format_persen, format_rupiah
from kinerja_xl.domain.office import Instansi, Pengaturan
from kinerja_xl.domain.periods import Periode, berkas_code, tanggal_panjang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.jabatan import post_of
from kinerja_xl.domain.sumber import AsalDokumen

__all__ = ["DataBerkas", "LaporanTriwulan", "TindakanTercatat", "WaktuBerkas", "laporan_triwulan"]


@dataclass(frozen=True)
class LaporanTriwulan:
    """A Laporan Triwulan; ``kekosongan`` are the placeholders in it, ``belum_berakhir`` the berkas still under way."""

    kop: Kop
    instansi: Instansi
    periode: Periode
    dicetak: date
    final: bool
    susulan: bool
    judul: tuple[str, ...]
    nomor: str  # by the office's pattern, the number itself left blank
    ikhtisar: Tabel
    daftar_bab: tuple[Bab, ...]
    tempat_tanggal: str
    disusun: PenandaTangan
    mengetahui: PenandaTangan
    lampiran: tuple[Bab, ...]
    belum_berakhir: tuple[str, ...]
    asal: AsalDokumen | None = None

    @property
    def kekosongan(self) -> tuple[str, ...]:
        """Every placeholder that stands in the report, each once; a final report has none (contract section 4)."""
        texts = (*self.kop.alamat, *(p.polos for p in walk_paragraf((*self.daftar_bab, *self.lampiran))
                                     if p.gaya is Gaya.KOSONG or is_kosong(p.polos)),
                 *self.disusun.kosong, *self.mengetahui.kosong)
        return tuple(dict.fromkeys(text for text in texts if is_kosong(text)))


def laporan_triwulan(pengaturan: Pengaturan, rencana: RencanaAksi, periode: Periode,
                     daftar_berkas: Sequence[DataBerkas], dicetak: date, final: bool, *,
                     susulan: bool = False, asal: AsalRencana | None = None,
                     setahun: Sequence[WaktuBerkas] = ()) -> LaporanTriwulan:
    """Return the report of a quarter; every capaian comes from the rules of ``domain.capaian``.

    ``dicetak`` is the report's own day: it decides which officials sign. ``susulan`` marks the edition that takes in
    a berkas which came after the final report. ``asal`` tells the versions of the plan, where the year had several;
    ``setahun`` the acts of all four quarters, for the report of the last.
    """
    bahan = gather_bahan(pengaturan, rencana, periode, daftar_berkas, dicetak, final, asal, setahun)
    instansi = pengaturan.instansi
    overview, chapters, attached = _overview(bahan), _chapters(bahan), daftar_lampiran(bahan)
    sources = lampiran_sumber("LAMPIRAN 4", (Bab("", "", (overview,)), *chapters, *attached))
    return LaporanTriwulan(
        make_kop(instansi), instansi, periode, dicetak, final, susulan, _title(bahan, susulan),
        make_nomor(instansi, dicetak), overview, chapters, f"{instansi.tempat}, {tanggal_panjang(dicetak)}",
        sign_for(pengaturan, post_of(pengaturan, instansi.triwulan_disusun, "", None), dicetak, "Disusun oleh:"),
        sign_for(pengaturan, post_of(pengaturan, instansi.triwulan_diketahui, "", None), dicetak, "Mengetahui:"),
        (*attached, sources),
        tuple(berkas_code(periode, data.bidang, data.sub_bidang) for data in bahan.daftar_berkas
              if not data.berakhir))


def _title(bahan: Bahan, susulan: bool) -> tuple[str, ...]:
    instansi, periode = bahan.pengaturan.instansi, bahan.periode
    wilayah = instansi.pemerintah.removeprefix("Pemerintah ")
    lines = [f"LAPORAN TRIWULAN {periode.romawi} TAHUN {periode.tahun}",
             f"DATA KINERJA {instansi.nama.upper()} {wilayah.upper()}"]
    return (*lines, "(EDISI SUSULAN)") if susulan else tuple(lines)


def _overview(bahan: Bahan) -> Tabel:
    """The quarter on one look: mean, completeness, absorption, who is missing."""
    jumlah, daftar, hasil = total_anggaran(bahan.daftar_anggaran), bahan.daftar_anggaran, bahan.daftar_hasil
    planned, _, counted = cacah_indikator(bahan, hasil)
    rows: list[tuple[str, Teks, Gaya]] = [
        *((f"Rata-rata capaian tingkat {tingkat}",
           rata_dan_kategori(r.rata, r.kategori, sumber_rata_tingkat(bahan, tingkat)), Gaya.SEL)
          for tingkat, r in bahan.ringkasan.items()),
        ("Indikator yang dapat dihitung", (Angka(str(sum(h.capaian_tw.nilai is not None for h in hasil)), counted),
                                           " dari ", Angka(str(len(hasil)), planned), " indikator"), Gaya.SEL)]
    if jumlah.rp_sd is not None and jumlah.serapan is not None:
        rows.append(("Serapan anggaran s.d. triwulan", (
            Angka(format_persen(jumlah.serapan), jumlah_serapan(bahan, daftar)), " (",
            Angka(format_rupiah(jumlah.rp_sd), jumlah_rp_sd(bahan, daftar)), " dari pagu ",
            Angka(format_rupiah(jumlah.pagu), jumlah_pagu(bahan, daftar)), ")"), Gaya.SEL))
    delivered = len(bahan.daftar_berkas) - len(bahan.tertunda)
    rows.append((MENYAMPAIKAN, (
        Angka(str(delivered), sumber_unit(bahan, MENYAMPAIKAN)), " dari ",
        Angka(str(len(bahan.daftar_berkas)), sumber_unit(bahan, SELURUH_UNIT)), " unit"), Gaya.SEL))
    if bahan.tertunda:
        rows.append(("Belum menyampaikan", (join_teks(bahan.unit_name(d) for d in bahan.tertunda),), Gaya.PERHATIAN))
    return Tabel("ikhtisar", "Ikhtisar", (Kolom("Uraian", 38), Kolom("Keadaan", 62)),
                 tuple(Baris((sel(name), sel(*value, gaya=gaya))) for name, value, gaya in rows))


def _chapters(bahan: Bahan) -> tuple[Bab, ...]:
    return tuple(_pages(bahan))


def _pages(bahan: Bahan) -> Iterator[Bab]:
    yield bab_pendahuluan(bahan)
    yield bab_capaian(bahan)  # turns to landscape for its table; chapters III to V stay so
    yield bab_anggaran(bahan)
    yield bab_faktor(bahan)
    yield bab_ketepatan(bahan)
    penutup = bab_penutup(bahan)
    yield Bab(penutup.nomor, penutup.judul, (Halaman(mendatar=False), *penutup.daftar_blok))
