"""The office's own settings as values (contract section 6): nothing of these is a constant in code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from functools import cached_property

from kinerja_xl.domain.kebijakan import Kebijakan, Skala
from kinerja_xl.domain.roles import PERENCANAAN, Pelaksana, Peran


class SatuanWaktu(StrEnum):
    """Units of the SOP's standard times."""

    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"


@dataclass(frozen=True)
class Waktu:
    """A standard time, such as 15 menit or 1 hari."""

    jumlah: int
    satuan: SatuanWaktu

    def __str__(self) -> str:
        return f"{self.jumlah} {self.satuan}"


@dataclass(frozen=True)
class Instansi:
    """The office itself; an empty text is a visible placeholder on paper, never an invention."""

    pemerintah: str  # "Pemerintah Kabupaten Jeneponto"
    nama: str  # "Dinas Sosial"
    singkatan: str  # "DINSOS"
    tempat: str  # the place before a date: "Jeneponto"
    kepala_daerah: str = "Bupati"
    alamat: str = ""
    telepon: str = ""
    laman: str = ""
    surel: str = ""
    kode_pos: str = ""
    logo: str = ""  # file name inside Perencanaan/Templat
    kertas_surat: str = "F4"
    kertas_laporan: str = "A4"
    pola_nomor: str = "[nomor]/[kode]/[singkatan]/[bulan romawi]/[tahun]"
    kode_klasifikasi: str = ""  # what {kode} stands for; empty: a blank for the agenda clerk, as the number always is
    bahan_diserahkan: Peran = Peran.ANALIS  # who signs which paper: the right signature, then the left one
    bahan_diterima: Peran = Peran.KASUBID
    data_kinerja_disusun: Peran = Peran.KASUBID
    data_kinerja_disetujui: Peran = Peran.KABID
    triwulan_disusun: Peran = Peran.PERENCANAAN
    triwulan_diketahui: Peran = Peran.KEPALA_DINAS
    contoh: bool = False  # every paper of a sample office says DATA CONTOH


@dataclass(frozen=True)
class SubBidang:
    """A sub bidang (seksi) with its own Kasubid and Analis."""

    nama: str
    singkatan: str


@dataclass(frozen=True)
class Bidang:
    """A bidang (the Sekretariat is one too) and the office's own titles for its roles."""

    nama: str
    singkatan: str
    daftar_sub: tuple[SubBidang, ...] = ()
    sebutan_kabid: str = "Kabid"
    sebutan_kasubid: str = "Kasubid"
    sebutan_analis: str = "Analis"

    @property
    def daftar_pelaksana(self) -> tuple[Pelaksana, ...]:
        """Kabid first, then each Kasubid with his Analis."""
        subs: tuple[str | None, ...] = tuple(sub.singkatan for sub in self.daftar_sub) or (None,)
        people = [Pelaksana(Peran.KABID, self.singkatan)]
        for sub in subs:
            people += [Pelaksana(Peran.KASUBID, self.singkatan, sub), Pelaksana(Peran.ANALIS, self.singkatan, sub)]
        return tuple(people)

    def sebutan(self, pelaksana: Pelaksana) -> str:
        """Return the name of the role's folder: ``Kasubid`` or, with several sub bidang, ``Kasubid ANAK``."""
        title = {Peran.KABID: self.sebutan_kabid, Peran.KASUBID: self.sebutan_kasubid,
                 Peran.ANALIS: self.sebutan_analis}[pelaksana.peran]
        return f"{title} {pelaksana.sub_bidang}" if pelaksana.sub_bidang else title


class CaraBertindak(StrEnum):
    """How an official acts: he moves the worksheet himself, or signs on paper and somebody moves it for him."""

    FOLDER = "folder"
    NASKAH = "naskah"


class Kedudukan(StrEnum):
    """How an official holds the post."""

    DEFINITIF = "definitif"
    PLT = "Plt."
    PLH = "Plh."
    PJ = "Pj."


@dataclass(frozen=True)
class Pejabat:
    """An official in a post for a period; ``nip`` is 18 digits or empty."""

    nama: str
    nip: str
    peran: Peran
    bidang: str | None
    sub_bidang: str | None
    pangkat: str = ""
    jabatan: str = ""
    status: str = "PNS"  # PNS, PPPK, or another
    kedudukan: Kedudukan = Kedudukan.DEFINITIF
    sk: str = ""
    akun: tuple[str, ...] = ()
    wa: str = ""
    surel: str = ""
    mulai: date | None = None
    sampai: date | None = None
    cara: CaraBertindak = CaraBertindak.FOLDER

    def holds_on(self, tanggal: date) -> bool:
        """Whether the post is held on that day."""
        return (self.mulai is None or self.mulai <= tanggal) and (self.sampai is None or tanggal <= self.sampai)


@dataclass(frozen=True)
class JamHari:
    """Office hours of one weekday, local time; the break lies inside them."""

    mulai: time
    selesai: time
    istirahat_mulai: time
    istirahat_selesai: time


@dataclass(frozen=True)
class JamKerja:
    """Office hours per weekday (0 = Senin; a missing day is free) for a stretch of days, None = the whole year."""

    hari: Mapping[int, JamHari]
    mulai: date | None = None  # Ramadan hours name their first and last day
    sampai: date | None = None


@dataclass(frozen=True)
class HariLibur:
    """A day off: libur nasional, cuti bersama or a local one."""

    tanggal: date
    keterangan: str
    jenis: str


@dataclass(frozen=True)
class Pengaturan:
    """All settings of an office in one version. ``mutu_baku`` maps "1".."6" and "tahunan" to standard times."""

    instansi: Instansi
    daftar_bidang: tuple[Bidang, ...]
    daftar_pejabat: tuple[Pejabat, ...]
    daftar_jam_kerja: tuple[JamKerja, ...]
    daftar_libur: tuple[HariLibur, ...]
    mutu_baku: Mapping[str, Waktu]
    skala: Skala
    dasar_hukum: tuple[str, ...]
    kebijakan: Kebijakan = field(default_factory=Kebijakan)

    def bidang(self, singkatan: str) -> Bidang:
        """Return the bidang of that short name; KeyError where there is none."""
        return self._bidang_by_name[singkatan]

    def unit_name(self, singkatan: str, sub_bidang: str | None = None) -> str:
        """Return the long name of a bidang, with its sub bidang where there is one."""
        bidang = self.bidang(singkatan)
        subs = {sub.singkatan: sub.nama for sub in bidang.daftar_sub}
        return f"{bidang.nama} – {subs[sub_bidang]}" if sub_bidang else bidang.nama

    @property
    def daftar_pelaksana(self) -> tuple[Pelaksana, ...]:
        """Every role of the office: Perencanaan, then each bidang's."""
        return (PERENCANAAN, *(p for bidang in self.daftar_bidang for p in bidang.daftar_pelaksana))

    def folder(self, pelaksana: Pelaksana) -> str:
        """Return the role's folder relative to the root: ``LINJAMSOS/Kasubid`` or ``Perencanaan``."""
        if pelaksana.bidang is None:
            return "Perencanaan"
        return f"{pelaksana.bidang}/{self.bidang(pelaksana.bidang).sebutan(pelaksana)}"

    def pejabat(self, pelaksana: Pelaksana, tanggal: date) -> Pejabat | None:
        """Return who holds the role on that day (Sekretaris acts as Kabid), acting officials before definitive ones.

        An acting official whose row names no post has the definitive one's. A vacant Analis is held by the Kasubid of
        the same place, under the role's own title (docs/keputusan/0009); every other vacant post by nobody.
        """
        rows = self._rows_of(pelaksana)
        found = [pejabat for pejabat in rows if pejabat.holds_on(tanggal)]
        acting = next((p for p in found if p.kedudukan is not Kedudukan.DEFINITIF), None)
        if acting:
            posts = (p.jabatan for p in rows if p.kedudukan is Kedudukan.DEFINITIF)
            return acting if acting.jabatan else replace(acting, jabatan=next(filter(None, posts), ""))
        if found or pelaksana.peran is not Peran.ANALIS:
            return found[0] if found else None
        kasubid = self.pejabat(replace(pelaksana, peran=Peran.KASUBID), tanggal)
        return kasubid and replace(kasubid, peran=Peran.ANALIS, jabatan="", kedudukan=Kedudukan.DEFINITIF)

    def _rows_of(self, pelaksana: Pelaksana) -> list[Pejabat]:
        """The officials of a role over all times."""
        roles = {pelaksana.peran, Peran.SEKRETARIS} if pelaksana.peran is Peran.KABID else {pelaksana.peran}
        rows = self.daftar_pejabat if pelaksana.bidang is None else self._pejabat_by_bidang.get(pelaksana.bidang, ())
        return [p for p in rows if p.peran in roles and (p.sub_bidang or None) == pelaksana.sub_bidang]

    @cached_property
    def _bidang_by_name(self) -> Mapping[str, Bidang]:
        return {bidang.singkatan: bidang for bidang in reversed(self.daftar_bidang)}

    @cached_property
    def _pejabat_by_bidang(self) -> Mapping[str | None, Sequence[Pejabat]]:
        found: dict[str | None, list[Pejabat]] = {}
        for pejabat in self.daftar_pejabat:
            found.setdefault(pejabat.bidang, []).append(pejabat)
        return found
