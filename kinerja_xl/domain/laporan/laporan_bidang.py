"""The papers of one bidang: Bahan Laporan Data Kinerja (Kegiatan 3) and Laporan Data Kinerja (Kegiatan 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from kinerja_xl.domain.laporan.asal_angka import cacah_indikator, cacah_tercapai, sumber_rata_tingkat
from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.laporan.bab_anggaran import kalimat_anggaran, tabel_anggaran
from kinerja_xl.domain.laporan.bab_capaian import menurut_kategori, uraian_per_sasaran
from kinerja_xl.domain.laporan.bab_faktor import tabel_uraian
from kinerja_xl.domain.laporan.bahan import Bahan, DataBerkas, TindakanTercatat, gather_bahan
from kinerja_xl.domain.laporan.lampiran import tabel_bukti
from kinerja_xl.domain.laporan.rencana_digunakan import uraian_perubahan
from kinerja_xl.domain.laporan.tabel_capaian import catatan_perhitungan, tabel_capaian
from kinerja_xl.domain.laporan.ungkapan import is_reached, jam, menyatakan_rata
from kinerja_xl.domain.naskah.kepala_naskah import (
    Kop,
    PenandaTangan,
    belum_diisi,
    is_kosong,
    make_kop,
    make_nomor,
    sign_for,
)
from kinerja_xl.domain.naskah.naskah import (
    Angka,
    Bab,
    Baris,
    Blok,
    Gaya,
    Kolom,
    Paragraf,
    Rujukan,
    Tabel,
    paragraf,
    sel,
    walk_paragraf,
)
from kinerja_xl.domain.office import Instansi, Pengaturan
from kinerja_xl.domain.periods import Periode, tanggal_panjang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.jabatan import post_of, title_of
from kinerja_xl.domain.sop.sop import Tindakan, place
from kinerja_xl.domain.sumber import AsalDokumen


class JenisLaporan(StrEnum):
    """Which of the two papers: the SOP's own words for its output."""

    BAHAN = "Bahan Laporan Data Kinerja"
    DATA_KINERJA = "Laporan Data Kinerja"


@dataclass(frozen=True)
class LaporanBidang:
    """One paper of one berkas; ``status`` is what every page says on top, ``kode`` that of the act it comes from.

    A draft is made to be read, never to be signed; it has no code where its act is only supposed.
    """

    jenis: JenisLaporan
    kop: Kop
    instansi: Instansi
    periode: Periode
    unit: str
    tanggal: date
    kode: str
    status: str
    judul: tuple[str, ...]
    nomor: str  # by the office's pattern, empty for what is no letter of its own
    identitas: Tabel
    daftar_bagian: tuple[Bab, ...]
    tempat_tanggal: str
    penanda: tuple[PenandaTangan, PenandaTangan]  # left, right
    draf: bool = False
    asal: AsalDokumen | None = None

    @property
    def kekosongan(self) -> tuple[str, ...]:
        """Every placeholder that stands on the paper, each once."""
        texts = (*self.kop.alamat, *(p.polos for p in walk_paragraf(self.daftar_bagian)),
                 *(teks for penanda in self.penanda for teks in penanda.kosong))
        return tuple(dict.fromkeys(teks for teks in texts if is_kosong(teks)))


def laporan_bidang(jenis: JenisLaporan, pengaturan: Pengaturan, rencana: RencanaAksi, periode: Periode,
                   data: DataBerkas, asal: AsalRencana | None = None) -> LaporanBidang:
    """Return the paper of one berkas as it was after the last of ``data.daftar_tindakan``, the act that owes it.

    ``rencana`` is the unit's part of the plan and ``data.isi`` the worksheet accepted with that act; ``data`` names
    an approval only where that act is one; ``asal`` tells what its part of the plan was before. Every capaian comes
    from the rules of ``domain.capaian``.
    """
    act = data.daftar_tindakan[-1]
    bahan = gather_bahan(pengaturan, rencana, periode, (data,), act.waktu.date(), True, asal)
    unit, instansi = bahan.unit_name(data), pengaturan.instansi
    is_bahan = jenis is JenisLaporan.BAHAN
    written = _last(data, Tindakan.SERAHKAN_BAHAN if is_bahan else Tindakan.AJUKAN_LAPORAN)
    return LaporanBidang(
        jenis, make_kop(instansi), instansi, periode, unit, act.waktu.date(), act.kode,
        "" if is_bahan or data.disetujui_oleh else "BELUM DISETUJUI",
        (jenis.upper(), unit.upper(), f"TRIWULAN {periode.romawi} TAHUN {periode.tahun}{_round(data)}"),
        "" if is_bahan else make_nomor(instansi, (written or act).waktu.date()),
        _identity(bahan, data, jenis), tuple(_parts(bahan, data, jenis)),
        f"{instansi.tempat}, {tanggal_panjang((written or act).waktu.date())}",
        _signers(pengaturan, data, jenis, (written or act).waktu))


def _last(data: DataBerkas, tindakan: Tindakan) -> TindakanTercatat | None:
    return next((act for act in reversed(data.daftar_tindakan) if act.tindakan is tindakan), None)


# the head

def _round(data: DataBerkas) -> str:
    """What tells the paper of a later round from the one before it, which may lie signed on the same desk."""
    putaran = data.keadaan.putaran if data.keadaan else 1
    return f" – PUTARAN {putaran} (SETELAH PERBAIKAN)" if putaran > 1 else ""


def _identity(bahan: Bahan, data: DataBerkas, jenis: JenisLaporan) -> Tabel:
    """Which worksheet the paper is made of, on what basis, and who did what with it."""
    pengaturan, rencana, keadaan = bahan.pengaturan, bahan.rencana, data.keadaan
    nomor_sop = pengaturan.kebijakan.nomor_sop or belum_diisi("nomor SOP pada Pengaturan, lembar Kebijakan")
    dasar = f" ({rencana.dasar})" if rencana.dasar else ""
    rows = [("Lembar Kerja", f"{keadaan.berkas}, versi {keadaan.versi}, putaran {keadaan.putaran}" if keadaan else "–"),
            ("Dasar", f"SOP Nomor {nomor_sop} tentang Pengumpulan Data Kinerja; Rencana Aksi Tahun {rencana.tahun} "
                      f"versi {rencana.versi}{dasar}"),
            ("Bahan diserahkan oleh", _told(_last(data, Tindakan.SERAHKAN_BAHAN)))]
    if jenis is JenisLaporan.DATA_KINERJA:
        rows.append(("Laporan diajukan oleh", _told(_last(data, Tindakan.AJUKAN_LAPORAN))))
        rows.append(("Disetujui oleh", _told(_last(data, Tindakan.SETUJUI), "kode Lembar Disposisi"))
                    if data.disetujui_oleh else ("Persetujuan", "Belum disetujui"))
    return Tabel("identitas", "Identitas laporan", (Kolom("Uraian", 20), Kolom("Keterangan", 80)),
                 tuple(Baris((sel(name), sel(value))) for name, value in rows))


def _told(act: TindakanTercatat | None, kode: str = "kode") -> str:
    if act is None:
        return "–"
    scan = f"; sha256 pindaian {act.naskah[:12]}" if act.naskah else ""
    proof = f"{kode} {act.kode}{scan}" if act.kode else "belum dilakukan"
    return f"{act.pejabat}, {tanggal_panjang(act.waktu.date())} pukul {jam(act.waktu)} ({proof})"


# the parts

def _parts(bahan: Bahan, data: DataBerkas, jenis: JenisLaporan) -> Iterator[Bab]:
    titles = {JenisLaporan.BAHAN: ("Capaian Kinerja", "Program dan Anggaran", "Keterangan dan Faktor", "Bukti Dukung"),
              JenisLaporan.DATA_KINERJA: ("Ikhtisar Capaian", "Pengukuran Capaian Kinerja", "Program dan Anggaran",
                                          "Keterangan, Faktor, dan Tindak Lanjut", "Bukti Dukung")}[jenis]
    closing = _closing(bahan, data, jenis)
    last = (replace(tabel_bukti(bahan), judul=""), closing)  # its part's title says it: one line to hold on to it
    if jenis is JenisLaporan.BAHAN:
        contents: tuple[tuple[Blok, ...], ...] = (
            (_counts(bahan, data), *_measurement(bahan)), _budget(bahan),
            _texts(bahan, data, tindak_lanjut=False), last)
    else:
        contents = ((_counts(bahan, data), *_means(bahan), *uraian_per_sasaran(bahan),
                     *uraian_perubahan(bahan)),
                    (*_measurement(bahan), catatan_perhitungan(bahan)), _budget(bahan),
                    _texts(bahan, data, tindak_lanjut=True), last)
    for letter, title, blocks in zip("ABCDE", titles, contents, strict=False):
        yield Bab(letter, title, blocks)


def _counts(bahan: Bahan, data: DataBerkas) -> Paragraf:
    hasil = bahan.daftar_hasil
    if not hasil:
        return paragraf(f"Rencana Aksi yang berlaku tidak memuat indikator yang diisi oleh {bahan.unit_name(data)}.",
                        gaya=Gaya.PERHATIAN)
    filled, counted = (sum(claim) for claim in (
        [h.realisasi_tw is not None for h in hasil], [h.capaian_tw.nilai is not None for h in hasil]))
    planned, with_realisasi, with_capaian = cacah_indikator(bahan, hasil)
    return paragraf("Dari ", Angka(str(len(hasil)), planned),
                    f" indikator yang direncanakan pada {bahan.unit_name(data)}, ", Angka(str(filled), with_realisasi),
                    " indikator telah terisi realisasinya dan ", Angka(str(counted), with_capaian),
                    f" indikator dapat dihitung capaiannya pada {bahan.triwulan}. Rinciannya disajikan pada ",
                    Rujukan("capaian"), ".")


def _means(bahan: Bahan) -> Iterator[Paragraf]:
    """The mean of each level with its category, how many targets were reached, and how the categories divide."""
    for tingkat, ringkasan in bahan.ringkasan.items():
        yield paragraf(f"Rata-rata capaian indikator tingkat {tingkat} yang dilaksanakan oleh unit ini ",
                       *menyatakan_rata(ringkasan.rata, ringkasan.kategori, sumber_rata_tingkat(bahan, tingkat)), ".")
    counted = [h for h in bahan.daftar_hasil if h.capaian_tw.nilai is not None]
    if not counted:
        return
    *_, computable = cacah_indikator(bahan, bahan.daftar_hasil)
    yield paragraf("Target triwulan tercapai pada ", Angka(str(sum(map(is_reached, counted))), cacah_tercapai(bahan)),
                   " dari ", Angka(str(len(counted)), computable),
                   " indikator yang dapat dihitung. Menurut kategorinya, capaian tersebut terdiri atas ",
                   *menurut_kategori(bahan), ".")


def _measurement(bahan: Bahan) -> tuple[Blok, ...]:
    return (tabel_capaian(bahan),) if bahan.daftar_hasil else ()


def _budget(bahan: Bahan) -> tuple[Blok, ...]:
    if not bahan.daftar_anggaran:
        return (paragraf("Rencana Aksi yang berlaku tidak memuat sub kegiatan unit ini."),)
    return (*kalimat_anggaran(bahan), tabel_anggaran(bahan))


def _texts(bahan: Bahan, data: DataBerkas, *, tindak_lanjut: bool) -> tuple[Blok, ...]:
    if not bahan.daftar_hasil or data.isi is None:
        return (paragraf("Tidak ada indikator yang diuraikan."),)
    return (tabel_uraian(bahan, data.isi, tindak_lanjut=tindak_lanjut),)


def _closing(bahan: Bahan, data: DataBerkas, jenis: JenisLaporan) -> Paragraf:
    about = f"{bahan.unit_name(data)} {bahan.triwulan}"
    if jenis is JenisLaporan.BAHAN:
        return paragraf(f"Demikian bahan laporan {about} ini diserahkan untuk disusun menjadi Laporan Data Kinerja.")
    kabid = title_of(bahan.pengaturan, place(Peran.KABID, data.bidang, data.sub_bidang))
    what = (f"diserahkan kepada {Peran.PERENCANAAN} dan didokumentasikan" if data.disetujui_oleh
            else f"diperiksa oleh {kabid}")
    return paragraf(f"Demikian Laporan Data Kinerja {about} ini disusun untuk {what}.")


# the foot

def _signers(pengaturan: Pengaturan, data: DataBerkas, jenis: JenisLaporan,
             waktu: datetime) -> tuple[PenandaTangan, PenandaTangan]:
    """Who receives on the left, who made it on the right; whoever held the post on the day of his act signs."""
    def signer(peran: Peran, hari: date, pembuka: str) -> PenandaTangan:
        return sign_for(pengaturan, post_of(pengaturan, peran, data.bidang, data.sub_bidang), hari, pembuka)

    hari, by = waktu.date(), pengaturan.instansi
    if jenis is JenisLaporan.BAHAN:
        return signer(by.bahan_diterima, hari, "Diterima oleh:"), signer(by.bahan_diserahkan, hari, "Diserahkan oleh:")
    approved = data.disetujui_pada.date() if data.disetujui_pada else None
    return (signer(by.data_kinerja_disetujui, approved or hari, "Menyetujui:" if approved else "Mengetahui:"),
            signer(by.data_kinerja_disusun, hari, "Disusun oleh:"))
