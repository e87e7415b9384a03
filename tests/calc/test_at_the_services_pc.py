"""The planner's acts outside the folders, clicked at the service's PC, where its data can be reached."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from akun_pemakai import AkunPemakai
from jendela_calc import JendelaCalc
from kantor_klik import KantorKlik
from meja_klik import MejaKlik, named_value

PERENCANAAN, REASON = "Perencanaan", "Bidang digabung per 1 April."
AFTER = "\n\nLangkah berikut: Lihat hasilnya dengan tombol Status; layanan memindahkan lembar kerjanya sendiri."


@pytest.fixture(scope="module")
def kantor_sendiri(akun: AkunPemakai, tempat: Path) -> Iterator[KantorKlik]:
    """An office whose service runs as the account that sits at the spreadsheet."""
    place = tempat / "komputer layanan"
    place.mkdir()
    place.chmod(0o777)
    with KantorKlik(place, akun) as office:
        yield office


@pytest.fixture
def meja(layar: JendelaCalc, kantor_sendiri: KantorKlik) -> MejaKlik:
    return MejaKlik(layar, kantor_sendiri)


def carried_to_the_planner(kantor: KantorKlik, unit: str) -> Path:
    """Carry a worksheet of a bidang to Perencanaan by moving files; return where it is."""
    for role, receiver, folder in (("Kabid", "Kasubid", "Kirim"), ("Kasubid", "Analis", "Kirim")):
        kantor.hand_on(f"{unit}/{role}", f"{unit}/{receiver}", folder)
    kantor.fill(kantor.waiting(f"{unit}/Analis"))
    kantor.hand_on(f"{unit}/Analis", f"{unit}/Kasubid")
    kantor.hand_on(f"{unit}/Kasubid", f"{unit}/Kabid")
    kantor.hand_on(f"{unit}/Kabid", f"{unit}/Kasubid", "Setujui")
    return kantor.hand_on(f"{unit}/Kasubid", PERENCANAAN)


@pytest.mark.parametrize(("label", "unit", "status"), [
    ("Batalkan", "PFM", "dibatalkan"), ("Tutup Tanpa Data", "LINJAMSOS", "tidak_menyampaikan")])
def test_a_worksheet_ends_by_a_click(meja: MejaKlik, label: str, unit: str, status: str) -> None:
    kantor, berkas = meja.kantor, f"2026-TW1-{unit}"
    carried_to_the_planner(kantor, unit)
    meja.open_waiting(PERENCANAAN)
    box = meja.press(label)
    assert box.judul == "Kinerja K647"
    assert box.teks.startswith(f"{label.capitalize()} memerlukan alasan.")
    meja.write_note(REASON)
    meja.start(label)
    question = meja.layar.answer("No")
    meja.layar.idle()
    assert question.teks == f"{label.capitalize()} berkas {berkas}?\n\nAlasan yang dicatat: {REASON}"
    assert kantor.row(berkas)["status"] == "diterima_perencanaan"
    box = meja.press(label, "Yes")
    assert box.judul == "Kinerja"
    assert box.teks.startswith(f"{berkas}: {label.lower()}.")
    assert box.teks.endswith(AFTER)
    meja.layar.close_all()
    kantor.wait_for(lambda: kantor.row(berkas)["status"] == status, f"the status {status}")
    kantor.wait_for(lambda: kantor.is_empty(PERENCANAAN), "Perencanaan/Masuk to be empty")
    assert kantor.row(berkas)["pemegang"] is None


def test_a_recommended_worksheet_is_opened_again_by_a_click(meja: MejaKlik) -> None:
    kantor, berkas = meja.kantor, "2026-TW1-REHSOS"
    path = carried_to_the_planner(kantor, "REHSOS")
    path.rename(kantor.akar / PERENCANAAN / "Rekomendasikan" / path.name)
    sent = kantor.akar / PERENCANAAN / "Terkirim" / path.name
    kantor.wait_for(lambda: sent.exists() and kantor.row(berkas)["status"] == "direkomendasikan", "the recommendation")
    copy = kantor.akar / PERENCANAAN / "Buka kembali.xlsx"  # the copy in Terkirim can only be read
    shutil.copyfile(sent, copy)
    copy.chmod(0o666)
    meja.open(copy)
    meja.write_note("Angka Maret dikoreksi.")
    box = meja.press("Buka Kembali", "Yes")
    assert (box.judul, box.teks) == ("Kinerja", f"{berkas}: buka kembali. Status sekarang: Dikembalikan.{AFTER}")
    arrived = kantor.waiting("REHSOS/Kasubid")
    assert (named_value(arrived, "status"), named_value(arrived, "putaran")) == ("Dikembalikan", 2)
