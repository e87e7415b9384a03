"""A click on the toolbar that ``kinerja pasang`` installed starts the recorded program and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from akun_pemakai import AkunPemakai
from jebakan import Jebakan
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from toolbar import shown

from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.install.panggilan import parse_panggilan
from kinerja_xl.install.tombol import DAFTAR_TOMBOL

STAND_IN = """#!/bin/sh
echo "$@" >> {place}/panggilan
env > {place}/lingkungan
pwd > {place}/folder
echo "ada yang salah" >&2
while [ ! -e {place}/lanjut ]; do sleep 0.02; done
exit {code}
"""


class ProgramTiruan:
    """A program in the record's place that writes down how it was started and ends when it is told to."""

    def __init__(self, akun: AkunPemakai, record: Path) -> None:
        self.place, self._akun, self._record = akun.rumah / "tiruan", akun, record

    def install(self, code: int = 0) -> None:
        """Let the record name a program that ends with this code."""
        for file in self.place.glob("*"):
            file.unlink()
        program = self.place / "program"
        self._akun.write(program, STAND_IN.format(place=self.place, code=code))
        program.chmod(0o755)
        self._record.write_text(json.dumps({"program": str(program), "paket": str(program)}), encoding="utf-8")

    def let_end(self) -> None:
        """Let it end."""
        (self.place / "lanjut").touch()

    def said(self, name: str) -> str:
        """What it wrote down."""
        file = self.place / name
        return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.fixture
def record(calc: JendelaCalc) -> Iterator[Path]:
    """The install record; as it was, afterwards."""
    path = calc.akun.rumah / ".config" / "kinerja_xl" / "pemasangan.json"
    before = path.read_bytes()
    yield path
    path.write_bytes(before)


@pytest.fixture
def tiruan(calc: JendelaCalc, record: Path) -> ProgramTiruan:
    return ProgramTiruan(calc.akun, record)


@pytest.fixture
def lembar(kantor: KantorKlik) -> Path:
    """A worksheet that waits for the Kabid."""
    return kantor.waiting("PFM/Kabid")


def test_the_buttons_are_those_of_the_step_and_the_others_are_grey_or_away(layar: JendelaCalc, lembar: Path) -> None:
    layar.open(lembar)
    buttons = layar.buttons()
    assert buttons == shown(buttons_of(Status.BARU), planner=False)
    assert buttons["Tugaskan"] is True
    assert buttons["Ambil Isian"] is False
    layar.picture("bilah alat Kabid")


def test_the_planner_sees_his_group(layar: JendelaCalc, lembar: Path, kantor: KantorKlik) -> None:
    copy = kantor.bagi / "Umum" / "Perencanaan.xlsx"
    book = openpyxl.load_workbook(lembar)
    ((sheet, area),) = book.defined_names["pita_tombol"].destinations
    rows = [(one.id, one.label, "ya" if one.aktif else "tidak", one.alasan)
            for one in buttons_of(Status.DITERIMA_PERENCANAAN)]
    for cells, row in zip(book[sheet][area], [*rows, *[("",) * 4] * 100], strict=False):
        for cell, text in zip(cells, row, strict=True):
            cell.value = text
    book.save(copy)
    layar.open(copy)
    layar.picture("bilah alat Perencanaan")
    wanted = shown(buttons_of(Status.DITERIMA_PERENCANAAN), planner=True)
    found = layar.buttons()
    assert found == {label: wanted[label] for label in found}  # those that have no room stand in the menu
    assert "Rekomendasikan" in found
    assert set(layar.menu()) == set(wanted)


def test_over_another_workbook_every_button_is_there_under_its_own_name(layar: JendelaCalc, kantor: KantorKlik) -> None:
    other = kantor.bagi / "Umum" / "Anggaran.xlsx"
    openpyxl.Workbook().save(other)
    layar.open(other)
    assert set(layar.menu()) == {one.label for one in DAFTAR_TOMBOL}
    assert all(layar.buttons().values())


@pytest.mark.parametrize("area", ["$A$1:$E$20", "$A$1:$D$500", "$A$1:$D$1"])
def test_a_block_of_another_shape_or_content_harms_nothing(layar: JendelaCalc, kantor: KantorKlik, area: str) -> None:
    path = kantor.bagi / "Umum" / "Aneh.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["tombol_kirim", "Aneh", "=1/0", 7])
    book.defined_names["pita_tombol"] = openpyxl.workbook.defined_name.DefinedName(
        "pita_tombol", attr_text=f"Sheet!{area}")
    book.save(path)
    layar.open(path)
    whole = area not in ("$A$1:$D$1",)
    assert set(layar.menu()) == ({one.label for one in DAFTAR_TOMBOL} if whole else {"Aneh"})
    assert any(layar.buttons().values()) is whole  # the one row does not say "ya"


def test_the_program_gets_the_action_and_the_workbook_and_a_clean_environment(
        layar: JendelaCalc, lembar: Path, tiruan: ProgramTiruan) -> None:
    tiruan.install()
    model = layar.open(lembar)
    layar.press("Lihat Perubahan")
    layar.wait_for(lambda: tiruan.said("folder"), "the program")
    arguments = tiruan.said("panggilan").strip()
    assert arguments == f"-I -B -m kinerja_xl pita perubahan --wb={lembar}"
    assert parse_panggilan(["perubahan", f"--wb={lembar}"]).buku == str(lembar)
    environment = dict(line.split("=", 1) for line in tiruan.said("lingkungan").splitlines())
    assert environment["KINERJA_DOC_UID"] == model.RuntimeUID
    assert len(environment["KINERJA_PIPE"]) > 32
    assert not [name for name in environment if name.startswith(("PYTHON", "LD_", "URE_", "UNO_"))]
    assert tiruan.said("folder").strip() == str(tiruan.place)
    assert list(Path("/tmp").glob(f"OSL_PIPE_*_{environment['KINERJA_PIPE']}"))
    tiruan.let_end()
    layar.idle()
    assert not list(Path("/tmp").glob(f"OSL_PIPE_*_{environment['KINERJA_PIPE']}"))


def test_while_the_program_runs_every_button_is_grey_and_a_second_click_does_nothing(
        layar: JendelaCalc, lembar: Path, tiruan: ProgramTiruan) -> None:
    tiruan.install()
    layar.open(lembar)
    place = layar.place_of("Riwayat")
    layar.press("Status")
    layar.wait_for(lambda: not any(layar.buttons().values()), "grey buttons")
    layar.picture("sedang bekerja")
    layar.click_at(place)
    tiruan.let_end()
    layar.idle()
    assert tiruan.said("panggilan").count("pita") == 1
    assert layar.buttons() == shown(buttons_of(Status.BARU), planner=False)


def test_the_program_is_told_which_of_two_windows_was_pressed_in(layar: JendelaCalc, lembar: Path, kantor: KantorKlik,
                                                                 tiruan: ProgramTiruan) -> None:
    tiruan.install()
    tiruan.let_end()
    first = layar.open(lembar)
    other = kantor.bagi / "Umum" / "Lain's & (50%) – salinan.xlsx"
    other.write_bytes(lembar.read_bytes())
    second = layar.open(other)
    for model, path in ((second, other), (first, lembar)):
        layar.press("Status")
        layar.wait_for(lambda uid=model.RuntimeUID: f"UID={uid}\n" in tiruan.said("lingkungan"), "the program")
        layar.idle()
        assert tiruan.said("panggilan").splitlines()[-1].endswith(f"--wb={path}")
        model.close(True)  # the other window comes to the front


def test_a_workbook_that_was_never_saved_goes_by_its_title(layar: JendelaCalc, tiruan: ProgramTiruan) -> None:
    tiruan.install()
    tiruan.let_end()
    model = layar.new()
    layar.press("Status")
    layar.wait_for(lambda: tiruan.said("folder"), "the program")
    assert tiruan.said("panggilan").strip().endswith(f"--wb={model.Title}")
    layar.idle()


@pytest.mark.parametrize("code", [0, 1, 3])
def test_a_program_that_has_spoken_itself_is_not_spoken_for(layar: JendelaCalc, lembar: Path, tiruan: ProgramTiruan,
                                                             code: int) -> None:
    tiruan.install(code)
    tiruan.let_end()
    layar.open(lembar)
    layar.press("Status")
    layar.wait_for(lambda: tiruan.said("folder"), "the program")
    layar.idle()
    assert not layar.has_box()


def test_a_program_that_dies_without_a_word_is_told_with_its_code_and_its_last_words(
        layar: JendelaCalc, lembar: Path, tiruan: ProgramTiruan) -> None:
    tiruan.install(code=139)
    tiruan.let_end()
    layar.open(lembar)
    layar.press("Status")
    box = layar.answer()
    log = layar.akun.rumah / ".config" / "kinerja_xl" / "tombol-calc.log"
    assert box.judul == "Kinerja K603"
    assert box.teks == ("Program Kinerja berhenti sebelum selesai (kode 139).\n\n"
                        f"Langkah berikut: Jalankan: kinerja periksa-pc\n\nRincian: {log}")
    assert log.read_text(encoding="utf-8") == "ada yang salah\n"
    assert all(layar.buttons()[label] for label in ("Status", "Tugaskan"))


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"program": "/tidak/ada", "paket": "/tidak/ada"}',
                                    '{"program": "program", "paket": "program"}', '{"program": 7, "paket": null}'])
def test_with_a_broken_record_a_click_says_so_and_starts_nothing(layar: JendelaCalc, lembar: Path, record: Path,
                                                                 jebakan: Jebakan, broken: str) -> None:
    record.write_text(broken, encoding="utf-8")
    layar.open(lembar)
    layar.press("Bantuan")
    box = layar.answer()
    assert box.judul == "Kinerja K601"
    assert box.teks == ("Program Kinerja belum terpasang untuk akun ini, atau sudah dipindahkan.\n\n"
                        "Langkah berikut: Jalankan: kinerja pasang")
    assert jebakan.sprung() == []  # one of the traps is called "program"


def test_a_program_that_cannot_be_started_is_told(layar: JendelaCalc, lembar: Path, tiruan: ProgramTiruan) -> None:
    tiruan.install()
    (tiruan.place / "program").chmod(0o644)
    layar.open(lembar)
    layar.press("Status")
    box = layar.answer()
    assert (box.judul, box.teks.splitlines()[0]) == (
        "Kinerja K603", "Program Kinerja berhenti sebelum selesai (kode -1).")
    layar.idle()
