"""A bidang of two sub bidang under its own titles: one head, two worksheets at once, and each goes its own way."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from kantor_jalan import KantorUji
from kantor_kedua import pengaturan_kedua, rencana_kedua

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.faces.cli import run
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.plan.plan_book import make_rencana
from kinerja_xl.workbook.settings.settings_book import make_pengaturan
from kinerja_xl.workbook.templates import shipped_template

HEAD = "PANGAN/Ketua Tim"
PADI, PALA = "2026-TW1-PANGAN-PADI", "2026-TW1-PANGAN-PALA"
LEMBAR = {PADI: "Lembar Kerja PANGAN - PADI TW I 2026.xlsx", PALA: "Lembar Kerja PANGAN - PALA TW I 2026.xlsx"}


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second office with TW I issued."""
    place = tmp_path_factory.mktemp("tim")
    akar, data = place / "akar", place / "data"

    def at(jam: str, *command: str) -> None:
        assert run([command[0], str(akar), *command[1:], "--data", str(data), "--sekarang", jam]) == 0

    serve = ("layani", "--sekali", "--tenang", "0")
    at("2026-04-01T08:00", "mulai", "--tahun", "2026")
    settings = make_pengaturan(shipped_template("Pengaturan.xlsx"), pengaturan_kedua())
    (akar / "Perencanaan/Pengaturan.xlsx").write_bytes(settings)
    at("2026-04-01T08:30", *serve)
    plan = make_rencana(shipped_template("Rencana Aksi.xlsx"), rencana_kedua(), pengaturan_kedua())
    (akar / "Perencanaan/Masuk/Rencana Aksi 2026.xlsx").write_bytes(plan)
    at("2026-04-07T08:00", *serve)
    return place


@pytest.fixture
def tim(issued: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KantorUji:
    """An office of one's own."""
    shutil.copytree(issued, tmp_path / "kantor")
    kantor = KantorUji(tmp_path / "kantor" / "akar", tmp_path / "kantor" / "data", capsys)
    kantor.jam = "2026-04-07T08:00"
    return kantor


def values(path: Path) -> dict[Kunci, NilaiSel]:
    """What makes a worksheet complete."""
    sheet = read_lembar_kerja(path.read_bytes(), path.name)
    found: dict[Kunci, NilaiSel] = {}
    for kode in sheet.baris("indikator"):
        found |= {Kunci("indikator", kode, "realisasi_tw1"): Decimal(50),
                  Kunci("indikator", kode, "keterangan_tw1"): "Menurut catatan lapangan."}
    for kode in sheet.baris("subkegiatan"):
        found |= {Kunci("subkegiatan", kode, "realisasi_rp_sd_tw1"): Decimal(1000),
                  Kunci("subkegiatan", kode, "realisasi_k_tw1"): Decimal(1)}
    return found


def act(kantor: KantorUji, berkas: str, role: str, folder: str, catatan: str | None = None, *,
        filled: bool = False) -> None:
    """Move a worksheet, filled or with a note, without serving."""
    path = kantor.akar / role / "Masuk" / LEMBAR[berkas]
    path.write_bytes(fill_lembar_kerja(path.read_bytes(), values(path) if filled else {}, catatan))
    shutil.move(path, kantor.akar / role / folder / path.name)


def bring_both_to_the_head(kantor: KantorUji) -> None:
    """Both sub bidang side by side: assigned, ordered, filled, submitted, each step of both in one pass."""
    for role, folder in (("Ketua Tim", "Kirim"), ("Sub-Koordinator", "Kirim"), ("Pengolah Data", "Kirim"),
                         ("Sub-Koordinator", "Kirim")):
        for berkas in (PADI, PALA):
            sub = "" if role == "Ketua Tim" else f" {berkas[-4:]}"
            act(kantor, berkas, f"PANGAN/{role}{sub}", folder, filled=role == "Pengolah Data")
        assert kantor.serve()["diterima"] == 2


def test_the_head_gets_two_worksheets_at_once_and_each_goes_to_its_own_sub_bidang(tim: KantorUji) -> None:
    assert tim.files(f"{HEAD}/Masuk") == sorted(LEMBAR.values())
    for berkas in (PADI, PALA):
        act(tim, berkas, HEAD, "Kirim")
    assert tim.serve()["diterima"] == 2
    for berkas in (PADI, PALA):
        assert tim.row(berkas)["pemegang"] == f"PANGAN/Sub-Koordinator {berkas[-4:]}"
        assert tim.files(f"PANGAN/Sub-Koordinator {berkas[-4:]}/Masuk") == [LEMBAR[berkas]]


def test_one_is_approved_and_the_other_returned_in_the_same_pass(tim: KantorUji) -> None:
    bring_both_to_the_head(tim)
    assert tim.files(f"{HEAD}/Masuk") == sorted(LEMBAR.values())
    act(tim, PADI, HEAD, "Setujui")
    act(tim, PALA, HEAD, "Kembalikan", "Lengkapi keterangan.")
    assert tim.serve()["diterima"] == 2
    assert (tim.status(PADI), tim.status(PALA)) == ("disetujui", "dikembalikan")
    assert (tim.row(PADI)["pemegang"], tim.row(PALA)["pemegang"]) == (
        "PANGAN/Sub-Koordinator PADI", "PANGAN/Sub-Koordinator PALA")
    assert tim.acts(PALA)[-1]["catatan"] == "Lengkapi keterangan."
    assert tim.held() == []


def test_rivals_of_one_do_not_stop_the_other_and_a_twin_goes_with_its_own(tim: KantorUji) -> None:
    bring_both_to_the_head(tim)
    masuk, setujui = tim.akar / HEAD / "Masuk", tim.akar / HEAD / "Setujui"
    content = (masuk / LEMBAR[PADI]).read_bytes()
    for name, note in (("padi 1.xlsx", "Baik."), ("padi 2.xlsx", "Baik sekali.")):
        (setujui / name).write_bytes(fill_lembar_kerja(content, {}, note))
    shutil.copy(masuk / LEMBAR[PALA], setujui / "pala (1).xlsx")
    result = tim.serve()
    assert (result["diterima"], result["ditahan"]) == (1, 2)
    assert (tim.status(PADI), tim.status(PALA)) == ("diajukan", "disetujui")
    assert tim.files(f"{HEAD}/Masuk") == [LEMBAR[PADI]]  # its own is still his work; the twin of the other is gone
    assert [held["kode"] for held in tim.held()] == ["H106", "H106"]


def test_the_worksheet_of_the_other_sub_bidang_is_held(tim: KantorUji) -> None:
    for berkas in (PADI, PALA):
        act(tim, berkas, HEAD, "Kirim")
    tim.serve()
    unit = tim.akar / "PANGAN"
    shutil.move(unit / "Sub-Koordinator PADI/Masuk" / LEMBAR[PADI], unit / "Sub-Koordinator PALA/Kirim")
    tim.serve()
    (held,) = tim.held()
    assert (held["kode"], held["folder"]) == ("H104", "PANGAN/Sub-Koordinator PALA/Ditahan")
    assert "dipegang oleh PANGAN/Sub-Koordinator PADI" in held["alasan"]


def test_two_renamed_sub_bidang_of_one_shape_are_told_apart_by_nobody_but_their_people(tim: KantorUji) -> None:
    for sub in ("PADI", "PALA"):
        (tim.akar / f"PANGAN/Sub-Koordinator {sub}").rename(tim.akar / f"PANGAN/Seksi {sub}")
    tim.serve()
    for sub in ("PADI", "PALA"):
        assert f"Folder PANGAN/Sub-Koordinator {sub} tidak ada" in tim.layanan()
        assert f"Kembalikan nama folder itu menjadi Sub-Koordinator {sub}" in tim.layanan()
    (tim.akar / "PANGAN/Seksi PADI").rename(tim.akar / "PANGAN/Sub-Koordinator PADI")
    tim.serve()
    assert (tim.akar / "PANGAN/Sub-Koordinator PALA").is_dir()  # the only one left: it is certain now
    assert not (tim.akar / "PANGAN/Seksi PALA").exists()
