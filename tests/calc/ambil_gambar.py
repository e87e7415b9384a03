"""The quarter that the guides tell, by clicks, and what else they show: every picture in them is taken here.

``PERBARUI_GAMBAR=1 pytest tests/calc/ambil_gambar.py`` takes them anew and shows them in the guides; it is no part of
``pytest tests/calc`` (CONTRIBUTING says what has to be installed for it).
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from akun_pemakai import AkunPemakai
from gambar_panduan import Asal, Pengambil
from jebakan import Jebakan
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik, good_values
from layar_lain import LayarLain, print_page
from meja_klik import MejaKlik
from PIL import Image
from soffice_uji import Display

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.install.panduan import write_guides

KABID, KASUBID, ANALIS, PERENCANAAN = "LINJAMSOS/Kabid", "LINJAMSOS/Kasubid", "LINJAMSOS/Analis", "Perencanaan"
TEMPAT = Path("/srv/dinsos")
UJI = "tests/calc/ambil_gambar.py::"
LAYAR, LEBAR, TINGGI = "1024x640", 1024, 640
OKE = "Oke"  # LibreOffice's OK in Indonesian
PAINTED = 40  # colours: a window that was not painted yet has fewer
TITLE_BAR = 20
FRAME = 1  # what the window manager puts above the place that LibreOffice knows
PATIENCE = 20.0
SUDUT = 1300, 720  # of a wide page only its upper left corner can be read in a guide
GOLDEN = "golden lembar_kerja_linjamsos.txt"
LEMBAR, DISPOSISI, CATATAN = f"{GOLDEN}#Lembar Kerja", f"{GOLDEN}#Disposisi", f"{GOLDEN}#Catatan Perbaikan"
BERBAHASA_INDONESIA = """
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>id</value>
</prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/SpellChecking"><prop oor:name="IsSpellAuto" oor:op="fuse">
<value>false</value></prop></item>
"""


@pytest.fixture(scope="session")
def tempat() -> Iterator[Path]:
    """A folder whose name may be read in a guide."""
    TEMPAT.mkdir(mode=0o755)
    yield TEMPAT
    shutil.rmtree(TEMPAT)


@pytest.fixture(scope="session")
def akun(tempat: Path) -> AkunPemakai:
    """Whose LibreOffice speaks Indonesian (package libreoffice-l10n-id) and underlines no names."""
    account = AkunPemakai(tempat / "siti", BERBAHASA_INDONESIA)
    program = account.python.with_name("kinerja")
    account.write(program, f"#!{account.python}\nimport sys\nfrom kinerja_xl.__main__ import main\nsys.exit(main())\n")
    program.chmod(0o755)
    return account


@pytest.fixture(scope="session")
def layar_kecil() -> Iterator[str]:
    """A display so small that its letters can be read in a guide."""
    with Display(LAYAR) as display:
        yield display.name


@pytest.fixture(scope="session")
def calc(akun: AkunPemakai, layar_kecil: str, gambar: Path, jebakan: Jebakan, terpasang: str) -> Iterator[JendelaCalc]:
    assert "LibreOffice Calc" in terpasang
    with JendelaCalc(akun, layar_kecil, jebakan.folder, gambar) as window:
        yield window


@pytest.fixture
def ambil(request: pytest.FixtureRequest, tmp_path: Path) -> Pengambil:
    return Pengambil(UJI + request.node.name, tmp_path)


class Perjalanan(MejaKlik):
    """Somebody at the window who takes a picture of what is on the screen."""

    def __init__(self, layar: JendelaCalc, kantor: KantorKlik, ambil: Pengambil) -> None:
        super().__init__(layar, kantor)
        self.ambil = ambil

    def picture(self, nama: str, tombol: str, sumber: str = LEMBAR) -> None:
        """Keep the whole window."""
        self.ambil.layar(nama, self._still(nama), Asal(tombol, "", ("tombol", sumber)))

    def pressed(self, nama: str, tombol: str, sumber: str = LEMBAR) -> None:
        """Press a button, take a picture of its message, answer it; with no worksheet behind it the message alone."""
        self.layar.press(tombol)
        box = self.layar.box()
        pesan = "\n".join(line for line in box.teks.splitlines() if line not in box.tombol)
        screen = self._still(nama)
        if self.layar.books():
            self.ambil.layar(nama, screen, Asal(tombol, pesan, ("tombol", sumber)))
        else:
            left, top, right, bottom = self.layar.box_on_screen()
            self.ambil.layar(nama, screen, Asal(tombol, pesan), (left - 1, top - FRAME, right + 1, bottom + 1))
        self.layar.answer(OKE)
        self.layar.idle()

    def _still(self, nama: str) -> Path:
        """A picture of the screen once it is painted and nothing moves on it."""
        before, end = b"", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            path = self.layar.picture(nama)
            with Image.open(path) as picture:
                screen = picture.convert("RGB")
            if screen.tobytes() == before and len(screen.getcolors(1 << 24) or ()) > PAINTED:
                return path
            before = screen.tobytes()
            time.sleep(0.3)
        raise AssertionError(f"the screen does not stand still for {nama}")

    def show(self, lembar: str, sel: str = "A1") -> None:
        """Bring a sheet to the front, with a cell selected."""
        controller = self.model.CurrentController
        sheet = self.model.Sheets.getByName(lembar)
        controller.setActiveSheet(sheet)
        controller.select(sheet.getCellRangeByName(sel))

    def turn(self, peran: str) -> None:
        """Open what waits for a role, as soon as it does."""
        self.open_waiting(peran)
        self.fill_the_screen()
        self.show("Lembar Kerja")

    def fill_the_screen(self) -> None:
        """LibreOffice paints a window at its old size when the window manager makes it bigger before it listens."""
        window = self.model.CurrentController.Frame.ContainerWindow
        window.setPosSize(0, TITLE_BAR, LEBAR - 40, TINGGI - TITLE_BAR - 40, 15)
        window.IsMaximized = True


def test_the_quarter_of_the_guides(layar: JendelaCalc, kantor: KantorKlik, ambil: Pengambil) -> None:
    meja = Perjalanan(layar, kantor, ambil)
    for waktu, part in (("10T08:00", ordering), ("10T13:30", filling), ("13T09:00", reporting), ("14T08:30", deciding),
                        ("15T09:00", recommending)):
        layar.guard()
        kantor.set_clock(f"2026-04-{waktu}")
        part(meja)
    layar.rest()
    papers(kantor, ambil)
    ambil.finish()


def ordering(meja: Perjalanan) -> None:
    meja.turn(KABID)
    meja.picture("kabid-lembar-kerja", "Tugaskan")
    meja.show("Disposisi")
    meja.write_note("Kumpulkan data TW I; paling lambat Senin.")
    meja.select(meja.note())
    meja.picture("kabid-disposisi", "Tugaskan", DISPOSISI)
    meja.pressed("kabid-tugaskan", "Tugaskan")
    meja.turn(KASUBID)
    meja.picture("kasubid-lembar-kerja", "Perintahkan")
    meja.pressed("kasubid-perintahkan", "Perintahkan")


def filling(meja: Perjalanan) -> None:
    meja.turn(ANALIS)
    meja.pressed("analis-ditolak", "Serahkan Bahan")
    meja.show("Catatan Perbaikan")
    meja.picture("analis-catatan", "Serahkan Bahan", CATATAN)
    meja.type_values(isian(meja.path))
    meja.show("Lembar Kerja", "M9")
    meja.picture("analis-isian", "Periksa Isian")
    meja.pressed("analis-periksa", "Periksa Isian")
    meja.pressed("analis-serahkan", "Serahkan Bahan")


def isian(path: Path) -> dict[Kunci, NilaiSel]:
    """What the Analis of the guides fills in: figures that an office could have."""
    values = good_values(path)
    for kunci in values:
        if kunci.kolom == "realisasi_rp_sd_tw1":
            values[kunci] = Decimal(12_500_000)
    return {**values, Kunci("indikator", "LIN-01", "realisasi_tw1"): Decimal(100),
            Kunci("indikator", "LIN-02", "realisasi_tw1"): Decimal(70)}


def reporting(meja: Perjalanan) -> None:
    meja.turn(KASUBID)
    meja.pressed("kasubid-periksa", "Periksa Isian")
    meja.pressed("kasubid-ajukan", "Ajukan Laporan")


def deciding(meja: Perjalanan) -> None:
    meja.turn(KABID)
    meja.pressed("kabid-tanpa-catatan", "Kembalikan", DISPOSISI)
    meja.write_note("Lengkapi keterangan LIN-01.")
    meja.pressed("kabid-kembalikan", "Kembalikan")
    meja.turn(KASUBID)
    meja.pressed("kasubid-riwayat", "Riwayat")
    meja.type_values({Kunci("indikator", "LIN-01", "keterangan_tw1"): "Dua kejadian, keduanya terlayani."})
    meja.pressed("kasubid-perubahan", "Lihat Perubahan", CATATAN)
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
    """What the service wrote meanwhile, printed; and the workbooks of the planner."""
    cetak, laporan = kantor.akar / "LINJAMSOS" / "Cetak" / "2026 TW I", kantor.akar / "Perencanaan" / "Laporan"
    for nama, folder, pattern, golden in (
            ("naskah-disposisi", cetak, "Disposisi 1 *.docx", "lembar-disposisi-1.txt"),
            ("naskah-bahan", cetak, "Bahan Laporan*.docx", "bahan-laporan.txt"),
            ("naskah-laporan-data-kinerja", cetak, "Laporan Data Kinerja*.docx", "laporan-data-kinerja-diajukan.txt"),
            ("naskah-laporan-triwulan", laporan, "Laporan Triwulan I 2026*.docx", "laporan-triwulan.txt")):
        found = kantor.wait_for(lambda folder=folder, pattern=pattern: sorted(folder.glob(pattern)), pattern)
        ambil.halaman(nama, found[0], (f"golden {golden}",))
    perencanaan = kantor.akar / "Perencanaan"
    for nama, berkas, golden, halaman in (
            ("perencanaan-rencana-aksi", "Rencana Aksi 2026.xlsx", "golden rencana_aksi.txt#Indikator", 1),
            ("perencanaan-pemantauan", "Pemantauan.xlsx", "teks pemantauan_book.py", 1),
            ("pengelola-pengaturan", "Pengaturan.xlsx", "golden pengaturan.txt#Pejabat", 3)):
        ambil.halaman(nama, perencanaan / berkas, (golden,), halaman, SUDUT)


@pytest.fixture
def lain(akun: AkunPemakai, layar_kecil: str, tmp_path: Path) -> LayarLain:
    return LayarLain(akun, layar_kecil, tmp_path)


def test_the_folders_of_the_guides(lain: LayarLain, kantor: KantorKlik, ambil: Pengambil) -> None:
    for nama, folder in (("layanan-folder-kantor", kantor.akar), ("kabid-folder", kantor.akar / KABID),
                         ("analis-folder", kantor.akar / ANALIS)):
        with lain.folder(folder):
            ambil.layar(nama, lain.picture(nama), Asal(sumber=("teks folders.py",)))
    ambil.finish()


def test_the_commands_of_the_guides(lain: LayarLain, ambil: Pengambil) -> None:
    with lain.terminal(112, 25) as shell:
        shell.run("clear")
        shell.run("kinerja mulai Kinerja --tahun 2026")
        ambil.layar("layanan-mulai", lain.picture("mulai"), Asal(sumber=("teks folders.py",)))
    with lain.terminal(104, 12) as shell:
        shell.run("clear")
        shell.run("~/kinerja/bin/kinerja pasang")
        shell.run("~/kinerja/bin/kinerja periksa-pc")
        ambil.layar("libreoffice-pasang", lain.picture("pasang"),
                    Asal(sumber=("teks pc.py", "teks periksa_calc.py")))
    ambil.finish()


def test_the_package_of_the_guides(lain: LayarLain, akun: AkunPemakai, ambil: Pengambil) -> None:
    """Fetches what the package needs from the network."""
    with lain.terminal(112, 10) as shell:
        shell.run("clear")
        shell.run("kinerja paket-luring Paket-Kinerja")
        ambil.layar("pita-paket", lain.picture("paket"), Asal(sumber=("teks pc.py",)))
    with lain.folder(akun.rumah / "Paket-Kinerja"):
        ambil.layar("pita-folder-paket", lain.picture("folder"), Asal(sumber=("teks BACA DAHULU.txt",)))
    ambil.finish()


def test_the_cards_of_the_guides(ambil: Pengambil, tmp_path: Path) -> None:
    """The page of the cards as a browser prints it: the second sheet is the first card."""
    write_guides(tmp_path / "panduan")
    print_page(tmp_path / "panduan" / "panduan-tanpa-program.html", tmp_path / "kartu.pdf")
    ambil.cetakan("kartu-kabid", tmp_path / "kartu.pdf", ("panduan panduan-tanpa-program.md",), 2)
    ambil.finish()
