"""What the planner clicks once a year: the office's own worksheet becomes a plan, and the year is closed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from akun_pemakai import NOBODY, AkunPemakai
from buku_evaluasi import ASLI, BukuEvaluasi
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import MejaKlik
from tahun_demo import TahunDemo, complete

from kinerja_xl.routing.marker import read_marker

CLOCK = ("--sekarang", "2027-01-18T09:00")


@pytest.fixture
def meja(layar: JendelaCalc, kantor: KantorKlik) -> MejaKlik:
    return MejaKlik(layar, kantor)


@pytest.fixture
def akar(demo_year: TahunDemo, akun: AkunPemakai, tempat: Path) -> Path:
    """The root of an office whose year is over; its service's data are those of the account at the spreadsheet."""
    akar = tempat / "akhir tahun" / "Kinerja"
    shutil.copytree(demo_year.akar, akar)
    data = akun.rumah / ".local" / "share" / "kinerja_xl" / read_marker(akar)
    shutil.copytree(demo_year.data, data)
    if akun.lain:
        for top in (akar.parent, akun.rumah / ".local"):
            for path in (top, *top.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
    return akar


def make_final(akun: AkunPemakai, akar: Path) -> None:
    """Write over every placeholder of the annual report, and make it final."""
    complete(akar / "Perencanaan" / "Laporan" / "Laporan Kinerja 2026 DRAF.docx")
    done = akun.kinerja("laporan", "tahunan", str(akar), "--tahun", "2026", "--final", *CLOCK)
    assert done.returncode == 0, done.stderr


def test_the_year_is_closed_by_a_click_once_its_report_is_final(meja: MejaKlik, akun: AkunPemakai, akar: Path) -> None:
    meja.open(next((akar / "Perencanaan" / "Terkirim").glob("Lembar Kerja * TW IV 2026.xlsx")))
    meja.start("Tutup Tahun")
    question = meja.layar.answer("No")
    meja.layar.idle()
    assert question.teks == ("Tutup tahun 2026?\n\nSesudah ditutup, berkas, rencana, dan laporan tahun itu tidak dapat "
                             "diubah lagi.")
    box = meja.press("Tutup Tahun", "Yes")
    assert box.judul == "Kinerja K651"
    assert "Laporan Kinerja 2026 belum final" in box.teks
    make_final(akun, akar)
    box = meja.press("Tutup Tahun", "Yes")
    assert (box.judul, box.teks) == (
        "Kinerja", "Tahun 2026 ditutup. Berkas, rencana, dan laporan tahun itu tidak dapat diubah lagi.\n\n"
                   "Langkah berikut: Buka folder Arsip bila Laporan Kinerja final dan arsip tahun itu perlu dilihat.")
    box = meja.press("Tutup Tahun", "Yes")
    assert box.judul == "Kinerja K651"
    assert "sudah ditutup pada 18 Januari 2027" in box.teks


def test_the_offices_own_worksheet_becomes_a_plan_by_a_click(meja: MejaKlik, akun: AkunPemakai) -> None:
    source = akun.rumah / "Evaluasi Renja 2018.xlsx"
    source.write_bytes(BukuEvaluasi(ASLI).save())
    source.chmod(0o666)
    meja.open(source)
    box = meja.press("Adopsi Lembar Kerja")
    target = source.with_name("Rencana Aksi dari Evaluasi Renja 2018.xlsx")
    assert box.judul == "Kinerja"
    assert box.teks.startswith(f"26 baris dibaca menjadi “{target.name}”.")
    assert box.teks.endswith("bila sudah benar, tekan Berlakukan Rencana.")
    assert sorted(meja.layar.books()) == sorted([source.name, target.name])
    plan = meja.layar.desktop.getCurrentComponent()
    assert (plan.Title, plan.CurrentController.ActiveSheet.Name) == (target.name, "Adopsi")
