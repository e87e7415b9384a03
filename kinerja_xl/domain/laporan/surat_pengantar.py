"""The letter that goes with a quarter's report to the head of the region: absorption and four levels of capaian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja_xl.domain.capaian.anggaran import total_anggaran
from kinerja_xl.domain.capaian.capaian import HasilIndikator
from kinerja_xl.domain.capaian.rollup import limit_capaian
from kinerja_xl.domain.laporan import asal_angka
from kinerja_xl.domain.laporan.asal_anggaran import jumlah_pagu, jumlah_rp_sd, jumlah_serapan, sumber_capaian_k
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas, gather_bahan
from kinerja_xl.domain.laporan.ungkapan import persen_sel, rupiah_sel
from kinerja_xl.domain.naskah.kepala_naskah import Kop, PenandaTangan, is_kosong, make_kop, make_nomor, sign_for
from kinerja_xl.domain.naskah.naskah import Bab, Baris, Gaya, Kolom, Paragraf, Rata, Rujukan, Tabel, paragraf, sel
from kinerja_xl.domain.numbers import round_half_up
from kinerja_xl.domain.office import Instansi, Pengaturan
from kinerja_xl.domain.periods import Periode, tanggal_panjang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.jabatan import post_of
from kinerja_xl.domain.sumber import AsalDokumen, Sumber, SumberHitung

_KANAN = Rata.KANAN
_SATU = "1 (satu) berkas"


@dataclass(frozen=True)
class SuratPengantar:
    """A letter; ``kepala`` are its lines (Nomor, Sifat, Lampiran, Perihal), ``kepada`` the lines of the address."""

    kop: Kop
    instansi: Instansi
    periode: Periode
    dicetak: date
    final: bool
    tempat_tanggal: str
    kepala: tuple[tuple[str, str], ...]
    kepada: tuple[str, ...]
    pembuka: Bab
    daftar_bagian: tuple[Bab, ...]
    penutup: Bab
    penanda: PenandaTangan
    asal: AsalDokumen | None = None

    @property
    def kekosongan(self) -> tuple[str, ...]:
        """The placeholders in it."""
        return tuple(dict.fromkeys(t for t in (*self.kop.alamat, *self.penanda.kosong) if is_kosong(t)))


def surat_pengantar(pengaturan: Pengaturan, rencana: RencanaAksi, periode: Periode,
                    daftar_berkas: Sequence[DataBerkas], dicetak: date,
                    asal: AsalRencana | None = None) -> SuratPengantar:
    """Return the letter of a quarter; it is a draft while a berkas of the quarter is under way."""
    bahan = gather_bahan(pengaturan, rencana, periode, daftar_berkas, dicetak, True, asal)
    instansi = pengaturan.instansi
    perihal = f"Penyampaian Laporan {bahan.triwulan}"
    return SuratPengantar(
        make_kop(instansi), instansi, periode, dicetak, all(data.berakhir for data in bahan.daftar_berkas),
        f"{instansi.tempat}, {tanggal_panjang(dicetak)}",
        (("Nomor", make_nomor(instansi, dicetak)), ("Sifat", "Penting"), ("Lampiran", _SATU), ("Perihal", perihal)),
        ("Kepada", f"Yth. {instansi.kepala_daerah} {instansi.pemerintah.removeprefix('Pemerintah Kabupaten ')}",
         "c.q. Kepala Badan Perencanaan Pembangunan Daerah", "di –", f"      {instansi.tempat}"),
        Bab("", "", (paragraf(f"Bersama ini disampaikan Laporan {bahan.triwulan} {instansi.nama} beserta Form E.81, "
                              "dengan ringkasan pada ", Rujukan("pengantar-serapan"), " dan ",
                              Rujukan("pengantar-capaian"), "."),)),
        (Bab("A", "Serapan Anggaran", (_absorption(bahan),)),
         Bab("B", "Tingkat Capaian Indikator", (_levels(bahan),))),
        Bab("", "", tuple(_closing(bahan))),
        sign_for(pengaturan, post_of(pengaturan, Peran.KEPALA_DINAS, "", None), dicetak))


def _closing(bahan: Bahan) -> Iterator[Paragraf]:
    if bahan.tertunda:
        yield paragraf("Laporan ini belum memuat data ", ", ".join(bahan.unit_name(d) for d in bahan.tertunda), ".",
                       gaya=Gaya.PERHATIAN)
    yield paragraf("Demikian disampaikan. Atas perhatian Bapak/Ibu, diucapkan terima kasih.")


def _absorption(bahan: Bahan) -> Tabel:
    daftar = bahan.daftar_anggaran
    jumlah = total_anggaran(daftar)
    kolom = (Kolom("Anggaran (Rp)", 34, _KANAN), Kolom("Realisasi (Rp)", 33, _KANAN), Kolom("Serapan", 33, _KANAN))
    return Tabel("pengantar-serapan", f"Serapan anggaran sampai dengan {bahan.triwulan}", kolom, (Baris((
        rupiah_sel(jumlah.pagu, jumlah_pagu(bahan, daftar)), rupiah_sel(jumlah.rp_sd, jumlah_rp_sd(bahan, daftar)),
        persen_sel(jumlah.serapan, jumlah_serapan(bahan, daftar)))),), utuh=True)


def _levels(bahan: Bahan) -> Tabel:
    """Means of the quarter's capaian, capped as the office caps them: of indicators by tujuan, sasaran and program."""
    main = [h for h in bahan.daftar_hasil if h.indikator.tingkat is bahan.tingkat_utama]
    rows = [("Tujuan", *_mean_of_groups(bahan, "Tujuan", [(h.indikator.tujuan, h) for h in main])),
            ("Sasaran", *_mean_of_groups(bahan, "Sasaran", [(h.indikator.sasaran, h) for h in main])),
            ("Program", *_mean_of_groups(bahan, "Program", [(h.indikator.program, h) for h in main]))]
    outputs = [(h.capaian_k.nilai, sumber_capaian_k(bahan, h.subkegiatan)) for h in bahan.daftar_anggaran
               if h.capaian_k.nilai is not None]
    source = _source(bahan, "Sub Kegiatan", [s for _, s in outputs])
    rows.append(("Sub Kegiatan", _mean(bahan, [nilai for nilai, _ in outputs]), source))
    kolom = (Kolom("No", 10, Rata.TENGAH), Kolom("Indikator", 55), Kolom("Tingkat Capaian", 35, _KANAN))
    return Tabel("pengantar-capaian", f"Tingkat capaian indikator pada {bahan.triwulan}", kolom, tuple(
        Baris((sel(str(n)), sel(name), persen_sel(nilai, sumber))) for n, (name, nilai, sumber) in enumerate(rows, 1)),
        utuh=True)


def _mean_of_groups(bahan: Bahan, name: str,
                    daftar: Sequence[tuple[str, HasilIndikator]]) -> tuple[Decimal | None, Sumber]:
    """The mean of the means of groups of indicators with a capaian."""
    known = [(key, h) for key, h in daftar if h.capaian_tw.nilai is not None]
    means = [_mean(bahan, [h.capaian_tw.nilai for k, h in known if k == key]) for key in dict(known)]
    source = _source(bahan, name, [asal_angka.sumber_capaian_tw(bahan, h) for _, h in known])
    found = [mean for mean in means if mean is not None]
    return (round_half_up(sum(found, Decimal(0)) / len(found)) if found else None), source


def _mean(bahan: Bahan, daftar: Sequence[Decimal | None]) -> Decimal | None:
    capped = [limit_capaian(nilai, bahan.pengaturan.kebijakan) for nilai in daftar if nilai is not None]
    return round_half_up(sum(capped, Decimal(0)) / len(capped)) if capped else None


def _source(bahan: Bahan, name: str, daftar: Sequence[Sumber]) -> SumberHitung:
    return SumberHitung(f"Tingkat capaian {name} {bahan.periode.label}",
                        "rata-rata capaian yang dapat dihitung, setelah dibatasi menurut kebijakan", tuple(daftar))


