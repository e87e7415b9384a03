"""What goes into the plan and what comes out: files as facts, decisions as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.alasan import Alasan
from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.lembar.bukti_diserahkan import BuktiDukung
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.jabatan import Orang
from kinerja_xl.domain.sop.sop import Jalan, Kegiatan
from kinerja_xl.errors import KinerjaError


@dataclass(frozen=True)
class Naskah:
    """The signed paper by which an official acts who does not use the folders: its code, and its scan once filed."""

    kode: str
    sha256: str = ""


@dataclass(frozen=True)
class Fakta:
    """One settled file: where it lies, its content, and the last accepted version of its berkas.

    ``dibuka_oleh`` and ``penerima_utuh`` matter only in Masuk: who has the file open, and whether the present
    holder's own file is unchanged and not open, so that the berkas may still be taken back. ``hari`` is today;
    ``naskah`` is the paper awaited where the role's official acts on paper; ``penunggu`` is for whom this very file has
    been waiting here. ``isi_terkirim`` is what the role sent last, where a file that it no longer holds lies in Masuk.
    ``pemilik`` is the account that saved the file, None where the office's policy does not ask for it. ``bukti`` is the
    evidence as it lies in its folders, where the act hands it in.
    """

    jalur: str  # relative to the root
    pelaksana: Pelaksana
    jalan: Jalan
    nama: str
    sha256: str
    isi: LembarKerja | KinerjaError
    isi_lama: LembarKerja | None = None
    dibuka_oleh: str | None = None
    penerima_utuh: bool = False
    hari: date | None = None
    naskah: Naskah | None = None
    penunggu: Orang | None = None
    isi_terkirim: LembarKerja | None = None
    pemilik: str | None = None
    bukti: BuktiDukung | None = None


@dataclass(frozen=True)
class Accept:
    """The act is done: archive the file, hand the worksheet on, remove the file and its ``kembar`` (same content)."""

    fakta: Fakta
    keadaan: Keadaan
    kegiatan: Kegiatan
    daftar_catatan: tuple[Catatan, ...] = ()
    kembar: tuple[Fakta, ...] = ()


@dataclass(frozen=True)
class GiveBack:
    """The worksheet goes back to Masuk with its catatan; ``kembar`` are removed first, so that it keeps its name."""

    fakta: Fakta
    keadaan: Keadaan
    daftar_catatan: tuple[Catatan, ...]
    kembar: tuple[Fakta, ...] = ()


@dataclass(frozen=True)
class Await:
    """The worksheet was moved for an official who acts on paper: it and its ``kembar`` stay until his scan is filed."""

    fakta: Fakta
    keadaan: Keadaan
    naskah: Naskah
    kembar: tuple[Fakta, ...] = ()


@dataclass(frozen=True)
class Hold:
    """The file goes to Ditahan, bytes untouched; ``berkas`` is None where it is unknown."""

    fakta: Fakta
    alasan: Alasan
    berkas: str | None = None


@dataclass(frozen=True)
class Drop:
    """The file is one more copy of what this role just sent: remove it, its content is in the archive."""

    fakta: Fakta
    keadaan: Keadaan


@dataclass(frozen=True)
class Leave:
    """The file stays where it is: somebody works on it."""

    fakta: Fakta


Decision = Accept | GiveBack | Await | Hold | Drop | Leave
