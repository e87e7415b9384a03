"""One quarter of the demo: its units, desks and worksheets, and the acts of the SOP as steps of the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.periods import Periode
from kinerja_xl.faces.demo.bukti import Bukti
from kinerja_xl.faces.demo.isian import TAHUN, IsiTriwulan, isi_triwulan, register
from kinerja_xl.faces.demo.langkah import Kirim, Langkah
from kinerja_xl.faces.jam import WITA

DAYASOS = ("DAYASOS - PERORANGAN", "DAYASOS - KELEMBAGAAN")
UNIT = ("SEKRETARIAT", "REHSOS", "LINJAMSOS", *DAYASOS, "PFM")
"""Each unit has one worksheet in a quarter; a sub bidang is written as its worksheet's name says it."""
PERENCANAAN = "Perencanaan"
LAPORAN = f"{PERENCANAAN}/Laporan"


@dataclass(frozen=True)
class Adegan:
    """A moment in which people act at the same time.

    ``draf`` = how many units the DRAF must then report on; ``terbit`` = the worksheets of the quarter must then lie
    before every Kabid.
    """

    waktu: datetime
    cerita: str
    daftar_langkah: tuple[Langkah, ...] = ()
    draf: int | None = None
    terbit: bool = False


def bidang_of(unit: str) -> str:
    """Return the bidang of a unit: of ``DAYASOS - PERORANGAN`` it is ``DAYASOS``."""
    return unit.partition(" - ")[0]


def meja(unit: str, jabatan: str) -> str:
    """Return a role's folder; the Sekretariat has its own titles, a sub bidang its own Kasubid and Analis."""
    own = {"Kabid": "Sekretaris", "Kasubid": "Kasubag"} if unit == "SEKRETARIAT" else {}
    bidang, _, sub = unit.partition(" - ")
    suffix = f" {sub}" if sub and jabatan != "Kabid" else ""
    return f"{bidang}/{own.get(jabatan, jabatan)}{suffix}"


def except_for(*units: str) -> tuple[str, ...]:
    """Return all units but these, in their order."""
    return tuple(unit for unit in UNIT if unit not in units)


@dataclass(frozen=True)
class Babak:
    """The acts of one quarter."""

    triwulan: int

    @property
    def periode(self) -> Periode:
        """The quarter."""
        return Periode(TAHUN, self.triwulan)

    @property
    def isi(self) -> IsiTriwulan:
        """What people write in this quarter."""
        return isi_triwulan(self.triwulan)

    def lembar(self, unit: str) -> str:
        """Return the name of a unit's worksheet."""
        return f"Lembar Kerja {unit} {self.periode.label}.xlsx"

    def laporan(self, ekor: str) -> str:
        """Return the path of the Laporan Triwulan, ``ekor`` such as ``" DRAF"``."""
        return f"{LAPORAN}/Laporan Triwulan {self.periode.romawi} {TAHUN}{ekor}.docx"

    def tugaskan(self, units: Iterable[str] = UNIT, catatan: Mapping[str, str] | None = None) -> tuple[Langkah, ...]:
        """Kegiatan 1."""
        return tuple(self.kirim(unit, "Kabid", "Kirim", "Kasubid", catatan=(catatan or {}).get(unit))
                     for unit in units)

    def perintahkan(self, units: Iterable[str] = UNIT, catatan: Mapping[str, str] | None = None) -> tuple[Langkah, ...]:
        """Kegiatan 2."""
        return tuple(self.kirim(unit, "Kasubid", "Kirim", "Analis", catatan=(catatan or {}).get(unit))
                     for unit in units)

    def serahkan_bahan(self, *units: str, varian: str = "") -> tuple[Langkah, ...]:
        """Kegiatan 3, with the evidence."""
        return tuple(self.kirim(unit, "Analis", "Kirim", "Kasubid", self.isi.bahan(unit, varian),
                                bukti=self.isi.bukti_of(unit)) for unit in units)

    def ajukan(self, *units: str, varian: str = "") -> tuple[Langkah, ...]:
        """Kegiatan 4."""
        return tuple(self.kirim(unit, "Kasubid", "Kirim", "Kabid", self.isi.laporan(unit, varian)) for unit in units)

    def setujui(self, *units: str, catatan: str | None = None) -> tuple[Langkah, ...]:
        """Kegiatan 5."""
        return tuple(self.kirim(unit, "Kabid", "Setujui", "Kasubid", catatan=catatan) for unit in units)

    def serahkan(self, *units: str) -> tuple[Langkah, ...]:
        """Kegiatan 5: hand the approved report over to Perencanaan."""
        return tuple(self.kirim(unit, "Kasubid", "Kirim", PERENCANAAN) for unit in units)

    def rekomendasikan(self, *units: str) -> tuple[Langkah, ...]:
        """Kegiatan 6; the berkas ends and a copy stays in Terkirim."""
        return tuple(Kirim(PERENCANAAN, self.lembar(unit), "Rekomendasikan",
                           f"{PERENCANAAN}/Terkirim/{self.lembar(unit)}", self.isi.rekomendasi(unit))
                     for unit in units)

    def kirim(self, unit: str, jabatan: str, ke: str, penerima: str, isian: Mapping[Kunci, NilaiSel] | None = None, *,
              catatan: str | None = None, bukti: tuple[Bukti, ...] = (), tolak: bool = False,
              salinan: str = "") -> Kirim:
        """Return any act by which a worksheet goes from one desk's folder to another's Masuk.

        ``tolak``: it is refused and comes back to the sender; ``salinan``: not the file is moved, but a copy of that
        name is put into the folder.
        """
        sender = PERENCANAAN if jabatan == PERENCANAAN else meja(unit, jabatan)
        receiver = sender if tolak else PERENCANAAN if penerima == PERENCANAAN else meja(unit, penerima)
        folder = f"{bidang_of(unit)}/Bukti Dukung/{self.periode.folder}" if bukti else ""
        return Kirim(sender, self.lembar(unit), ke, f"{receiver}/Masuk/{self.lembar(unit)}", isian or {}, catatan,
                     bukti, folder, tolak=tolak, salinan=salinan)

    def betulkan(self, unit: str, varian: str) -> Mapping[Kunci, NilaiSel]:
        """Return what puts a variant right, with the evidence that is added to it."""
        return {**self.isi.betulkan(varian), **register(self.isi.bukti_of(unit, susulan=True))}

    def at(self, hari: int, jam: int, menit: int, cerita: str, *daftar_langkah: Langkah, draf: int | None = None,
           terbit: bool = False) -> Adegan:
        """Return a scene in the month in which the quarter is collected."""
        tahun, bulan = (TAHUN, 3 * self.triwulan + 1) if self.triwulan < 4 else (TAHUN + 1, 1)
        return Adegan(datetime(tahun, bulan, hari, jam, menit, tzinfo=WITA), cerita, daftar_langkah, draf, terbit)
