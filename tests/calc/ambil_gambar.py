"""The quarter that the guides tell, by clicks: every picture in them is taken on this walk.

``PERBARUI_GAMBAR=1 pytest tests/calc/ambil_gambar.py`` takes them anew and shows them in the guides; it is no part of
``pytest tests/calc``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from gambar_panduan import Pengambil
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import MejaKlik

from kinerja_xl.domain.cells import Kunci

KABID, KASUBID, ANALIS, PERENCANAAN = "LINJAMSOS/Kabid", "LINJAMSOS/Kasubid", "LINJAMSOS/Analis", "Perencanaan"
UJI = "tests/calc/ambil_gambar.py::test_the_quarter_of_the_guides"


class Perjalanan(MejaKlik):
    """Somebody at the window who takes a picture of what is on the screen."""

    def __init__(self, layar: JendelaCalc, kantor: KantorKlik, ambil: Pengambil) -> None:
        super().__init__(layar, kantor)
        self.ambil = ambil

    def picture(self, nama: str, tombol: str = "") -> None:
        self.ambil.layar(nama, self.layar.picture(nama), tombol)

    def pressed(self, nama: str, tombol: str) -> None:
        """Press a button, take a picture of its message, answer it."""
        self.layar.press(tombol)
        self.layar.box()
        self.picture(nama, tombol)
        self.layar.answer()
        self.layar.idle()

    def show(self, lembar: str) -> None:
        """Bring a sheet to the front."""
        controller = self.model.CurrentController
        controller.setActiveSheet(self.model.Sheets.getByName(lembar))

    def turn(self, peran: str) -> None:
        """Open what waits for a role, as soon as it does."""
        self.open_waiting(peran)
        self.show("Lembar Kerja")


@pytest.fixture
def ambil(tmp_path: Path) -> Pengambil:
    return Pengambil(UJI, tmp_path)


def test_the_quarter_of_the_guides(layar: JendelaCalc, kantor: KantorKlik, ambil: Pengambil) -> None:
    meja = Perjalanan(layar, kantor, ambil)
    ordering(meja)
    filling(meja)
    reporting(meja)
    deciding(meja)
    recommending(meja)
    papers(kantor, ambil)
    ambil.finish()


def ordering(meja: Perjalanan) -> None:
    meja.turn(KABID)
    meja.picture("kabid-lembar-kerja", "Tugaskan")
    meja.show("Disposisi")
    meja.write_note("Kumpulkan data TW I; paling lambat Senin.")
    meja.picture("kabid-disposisi", "Tugaskan")
    meja.pressed("kabid-tugaskan", "Tugaskan")
    meja.turn(KASUBID)
    meja.pressed("kasubid-perintahkan", "Perintahkan")


def filling(meja: Perjalanan) -> None:
    meja.turn(ANALIS)
    meja.pressed("analis-ditolak", "Serahkan Bahan")
    meja.show("Catatan Perbaikan")
    meja.picture("analis-catatan", "Serahkan Bahan")
    meja.type_values()
    meja.show("Lembar Kerja")
    meja.picture("analis-isian", "Periksa Isian")
    meja.pressed("analis-periksa", "Periksa Isian")
    meja.pressed("analis-serahkan", "Serahkan Bahan")


def reporting(meja: Perjalanan) -> None:
    meja.turn(KASUBID)
    meja.pressed("kasubid-periksa", "Periksa Isian")
    meja.pressed("kasubid-ajukan", "Ajukan Laporan")


def deciding(meja: Perjalanan) -> None:
    meja.turn(KABID)
    meja.pressed("kabid-tanpa-catatan", "Kembalikan")
    meja.write_note("Lengkapi keterangan LIN-01.")
    meja.pressed("kabid-kembalikan", "Kembalikan")
    meja.turn(KASUBID)
    meja.pressed("kasubid-riwayat", "Riwayat")
    meja.type_values({Kunci("indikator", "LIN-01", "keterangan_tw1"): "Dua kejadian, keduanya terlayani."})
    meja.pressed("kasubid-perubahan", "Lihat Perubahan")
    meja.pressed("kasubid-ajukan-lagi", "Ajukan Laporan")
    meja.turn(KABID)
    meja.pressed("kabid-setujui", "Setujui")
    meja.turn(KASUBID)
    meja.pressed("kasubid-serahkan", "Serahkan ke Perencanaan")


def recommending(meja: Perjalanan) -> None:
    meja.turn(PERENCANAAN)
    meja.picture("perencanaan-lembar-kerja", "Rekomendasikan")
    meja.pressed("perencanaan-status", "Status")
    meja.pressed("perencanaan-rekomendasikan", "Rekomendasikan")


def papers(kantor: KantorKlik, ambil: Pengambil) -> None:
    """What the service wrote meanwhile, printed; and the two workbooks of the planner."""
    cetak, laporan = kantor.akar / "LINJAMSOS" / "Cetak" / "2026 TW I", kantor.akar / "Perencanaan" / "Laporan"
    for nama, folder, pattern in (("naskah-disposisi", cetak, "Disposisi 1 *.docx"),
                                  ("naskah-bahan", cetak, "Bahan Laporan*.docx"),
                                  ("naskah-laporan-data-kinerja", cetak, "Laporan Data Kinerja*.docx"),
                                  ("naskah-laporan-triwulan", laporan, "Laporan Triwulan I 2026*.docx")):
        found = kantor.wait_for(lambda folder=folder, pattern=pattern: sorted(folder.glob(pattern)), pattern)
        ambil.halaman(nama, found[0])
    ambil.halaman("perencanaan-rencana-aksi", kantor.akar / "Perencanaan" / "Rencana Aksi 2026.xlsx")
    ambil.halaman("pengelola-pengaturan", kantor.akar / "Perencanaan" / "Pengaturan.xlsx", 3)
