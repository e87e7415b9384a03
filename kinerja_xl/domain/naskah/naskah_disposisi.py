"""The content of a Lembar Disposisi: the paper of Kegiatan 1, 2 and 5 and of every return (domain facts 6.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kinerja_xl.domain.naskah.kepala_naskah import (
    Kop,
    PenandaTangan,
    belum_diisi,
    is_kosong,
    make_kop,
    make_penanda_tangan,
    name_and_title,
)
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.periods import HARI, Periode, tanggal_panjang
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.acts import RETURNS, Keadaan
from kinerja_xl.domain.sop.deadlines import make_kalender, rencana, tenggat
from kinerja_xl.domain.sop.jabatan import find_rangkap, title_of
from kinerja_xl.domain.sop.sop import RENCANA_HARI, Kegiatan, Status, Tindakan, place


class Sifat(StrEnum):
    """How urgent a disposisi is, in the words of the form."""

    SANGAT_SEGERA = "Sangat segera"
    SEGERA = "Segera"
    RAHASIA = "Rahasia"


@dataclass(frozen=True)
class Pilihan:
    """A line with a box to tick."""

    teks: str
    dipilih: bool = False


@dataclass(frozen=True)
class NaskahDisposisi:
    """A Lembar Disposisi; empty ``nomor_agenda`` is a line for the agenda clerk (or a SRIKANDI number).

    A draft is made to be read, never to be signed; it has no code where its act is only supposed.
    """

    kop: Kop
    contoh: bool
    kertas: str
    langkah: str  # "Kegiatan 1" or "Di luar SOP"
    surat_dari: str
    nomor_surat: str
    tanggal_surat: str
    diterima_tanggal: str
    nomor_agenda: str
    sifat: tuple[Pilihan, ...]
    perihal: str
    dasar: str
    kelengkapan: tuple[str, ...]  # berkas, versi and putaran the disposisi goes with
    daftar_tujuan: tuple[Pilihan, ...]
    daftar_harapan: tuple[Pilihan, ...]
    keputusan: tuple[Pilihan, ...]  # only Kegiatan 5
    batas_waktu: str
    catatan: str
    kode: str  # of the ledger's row, also the beginning of the scan's file name
    tanggal: date
    tempat_tanggal: str
    penanda_tangan: PenandaTangan
    rangkap: tuple[str, ...] = ()  # the other posts that the giver held that day
    pindaian: str = ""  # sha256 of the signed scan that the act rests on
    draf: bool = False

    @property
    def kekosongan(self) -> tuple[str, ...]:
        """The placeholders that stand on the paper."""
        lines = (*self.kop.alamat, self.dasar, *(p.teks for p in self.daftar_tujuan))
        return (*(teks for teks in lines if is_kosong(teks)), *self.penanda_tangan.kosong)


_PRODUK = {  # what the receiver is asked for, and by the end of which Kegiatan
    Tindakan.TUGASKAN: ("Menyusun dan mengajukan Laporan Data Kinerja", 4),
    Tindakan.PERINTAHKAN: ("Mengumpulkan dan menyerahkan Bahan Laporan Data Kinerja", 3),
    Tindakan.SETUJUI: ("Menyerahkan laporan kepada Kasubag Perencanaan dan mendokumentasikannya", 5),
    Tindakan.KEMBALIKAN: ("Memperbaiki laporan sesuai catatan, lalu mengajukannya kembali", 4),
    Tindakan.KEMBALIKAN_BAHAN: ("Melengkapi bahan sesuai catatan, lalu menyerahkannya kembali", 3),
    Tindakan.BUKA_KEMBALI: ("Memperbaiki laporan sesuai catatan, lalu mengajukannya kembali", 4),
}
_HARAPAN = ("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi/konfirmasi")


def naskah_disposisi(pengaturan: Pengaturan, keadaan: Keadaan, kegiatan: Kegiatan, *, waktu: datetime, kode: str,
                     catatan: str = "", rangkap: Sequence[str] = (), pindaian: str = "",
                     sifat: Sifat = Sifat.SEGERA) -> NaskahDisposisi:
    """Return the paper of one act: ``keadaan`` is the berkas after it, ``kegiatan`` the act's row of the SOP.

    ``waktu`` is when the act took place, ``kode`` the short code of its row in the ledger, ``catatan`` what the
    official wrote, ``rangkap`` the other posts he held, ``pindaian`` the scan he acted by. KeyError where the act has
    no Lembar Disposisi.
    """
    produk, _ = _PRODUK[kegiatan.tindakan]
    hari = waktu.date()
    giver = _giver(kegiatan, keadaan)
    unit = pengaturan.unit_name(keadaan.bidang, keadaan.sub_bidang)
    nomor_sop = pengaturan.kebijakan.nomor_sop or belum_diisi("nomor SOP pada Pengaturan, lembar Kebijakan")
    pemberi = pengaturan.pejabat(giver, hari)
    return NaskahDisposisi(
        make_kop(pengaturan.instansi), pengaturan.instansi.contoh, pengaturan.instansi.kertas_surat,
        f"Kegiatan {kegiatan.nomor}" if kegiatan.nomor else "Di luar SOP",
        name_and_title(pemberi, title_of(pengaturan, giver), rangkap=rangkap),
        "– (tanpa surat, berdasarkan SOP)" if kegiatan.nomor else "– (tanpa surat)", "–", tanggal_panjang(hari), "",
        tuple(Pilihan(pilihan, pilihan is sifat) for pilihan in Sifat),
        f"Penyusunan Laporan Data Kinerja {unit} {_periode(keadaan.periode)}",
        f"SOP Nomor {nomor_sop} tentang Pengumpulan Data Kinerja",
        (f"Lembar Kerja {keadaan.berkas}", f"versi {keadaan.versi}", f"putaran {keadaan.putaran}"),
        _receivers(pengaturan, keadaan, kegiatan, hari),
        (Pilihan(produk, True), *(Pilihan(teks) for teks in _HARAPAN), Pilihan("")),
        _keputusan(kegiatan), _batas(pengaturan, keadaan, kegiatan, waktu), catatan.strip(), kode, hari,
        f"{pengaturan.instansi.tempat}, {tanggal_panjang(hari)}",
        make_penanda_tangan(pemberi, title_of(pengaturan, giver), rangkap=rangkap), tuple(rangkap), pindaian)


def _giver(kegiatan: Kegiatan, keadaan: Keadaan) -> Pelaksana:
    if kegiatan.peran is None:
        raise KeyError(kegiatan.tindakan)
    return place(kegiatan.peran, keadaan.bidang, keadaan.sub_bidang)


def _receivers(pengaturan: Pengaturan, keadaan: Keadaan, kegiatan: Kegiatan, hari: date) -> tuple[Pilihan, ...]:
    """The posts of the bidang that the act may go to, the one of this berkas ticked, and a free line."""
    chosen = place(kegiatan.tujuan or Peran.KASUBID, keadaan.bidang, keadaan.sub_bidang)
    posts = [p for p in pengaturan.bidang(keadaan.bidang).daftar_pelaksana if p.peran is chosen.peran]
    lines = [Pilihan(name_and_title(pengaturan.pejabat(p, hari), title_of(pengaturan, p),
                                    rangkap=find_rangkap(pengaturan, p, hari)), p == chosen) for p in posts]
    return (*lines, Pilihan(""))


def _keputusan(kegiatan: Kegiatan) -> tuple[Pilihan, ...]:
    if kegiatan.nomor != 5:
        return ()
    approved = kegiatan.tindakan is Tindakan.SETUJUI
    return (Pilihan("Disetujui", approved), Pilihan("Dikembalikan untuk diperbaiki", not approved))


def _batas(pengaturan: Pengaturan, keadaan: Keadaan, kegiatan: Kegiatan, waktu: datetime) -> str:
    """By when the receiver's product is due, as a weekday and date: the plan's day, never one already past."""
    _, langkah = _PRODUK[kegiatan.tindakan]
    kalender = make_kalender(pengaturan)
    mulai = kalender.opening(waktu).date()
    if kegiatan.tindakan in RETURNS:
        due = tenggat(keadaan.status, waktu, keadaan.periode, pengaturan)
    elif kegiatan.tindakan is Tindakan.SETUJUI:
        planned = rencana(Status.DISETUJUI, keadaan.periode, pengaturan)
        due = max(planned, mulai) if planned else None
    else:
        due = kalender.add_working_days(mulai, RENCANA_HARI[langkah])
    return f"{HARI[due.weekday()]}, {tanggal_panjang(due)}" if due else belum_diisi("waktu baku pada Pengaturan")


def _periode(periode: Periode) -> str:
    return f"Triwulan {periode.romawi} Tahun {periode.tahun}"
