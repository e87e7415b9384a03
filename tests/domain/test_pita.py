"""The ribbon's buttons for every status, against the labels and rows of the contract (sections 4 and 5)."""

from __future__ import annotations

import pytest

from kinerja_xl.domain.sop.pita import GRUP_PERENCANAAN, KeadaanTombol, buttons_of
from kinerja_xl.domain.sop.sop import TERBUKA, Status


def button(status: Status, aksi: str) -> KeadaanTombol:
    """One button at a status."""
    return next(tombol for tombol in buttons_of(status) if tombol.aksi == aksi)


@pytest.mark.parametrize(("status", "label"), [
    (Status.BARU, "Tugaskan"), (Status.DITUGASKAN, "Perintahkan"), (Status.DIPERINTAHKAN, "Serahkan Bahan"),
    (Status.BAHAN_DISERAHKAN, "Ajukan Laporan"), (Status.DIKEMBALIKAN, "Ajukan Laporan"), (Status.DIAJUKAN, "Setujui"),
    (Status.DISETUJUI, "Serahkan ke Perencanaan"), (Status.DITERIMA_PERENCANAAN, "Rekomendasikan")])
def test_the_main_button_bears_the_action_of_the_step(status: Status, label: str) -> None:
    tombol = button(status, "kirim")
    assert (tombol.label, tombol.aktif) == (label, True)


@pytest.mark.parametrize(("status", "label"), [
    (Status.BAHAN_DISERAHKAN, "Kembalikan Bahan"), (Status.DIKEMBALIKAN, "Kembalikan Bahan"),
    (Status.DIAJUKAN, "Kembalikan"), (Status.DITERIMA_PERENCANAAN, "Kembalikan")])
def test_what_can_be_returned_is_returned_under_its_own_name(status: Status, label: str) -> None:
    tombol = button(status, "kembalikan")
    assert (tombol.label, tombol.aktif) == (label, True)


@pytest.mark.parametrize("status", [Status.BARU, Status.DITUGASKAN, Status.DIPERINTAHKAN, Status.DISETUJUI])
def test_where_nothing_can_be_returned_the_button_says_why(status: Status) -> None:
    assert button(status, "kembalikan").alasan == "Pada langkah ini tidak ada yang dapat dikembalikan."


@pytest.mark.parametrize("status", sorted(frozenset(Status) - TERBUKA))
def test_an_ended_berkas_can_only_be_looked_at(status: Status) -> None:
    active = {tombol.aksi for tombol in buttons_of(status) if tombol.aktif}
    assert active == {"dokumen", "riwayat", "perubahan", "status", "bantuan"}


@pytest.mark.parametrize("status", sorted(Status))
def test_the_planners_buttons_are_his_alone(status: Status) -> None:
    holds = status is Status.DITERIMA_PERENCANAAN
    for aksi in (GRUP_PERENCANAAN, "buka-kembali", "tutup-tanpa-data", "batalkan", "berlakukan-rencana",
                 "tutup-tahun"):
        assert button(status, aksi).aktif is holds


@pytest.mark.parametrize("status", sorted(Status))
def test_data_are_taken_in_only_where_the_step_fills_them(status: Status) -> None:
    fills = status in (Status.DIPERINTAHKAN, Status.BAHAN_DISERAHKAN, Status.DIKEMBALIKAN)
    assert button(status, "ambil-isian").aktif is fills
    assert button(status, "bukti").aktif is fills


def test_a_button_is_found_in_the_ribbon_by_its_action_and_the_group_by_its_own_name() -> None:
    assert KeadaanTombol("tarik-kembali", "Tarik Kembali").id == "tombol_tarik_kembali"
    assert KeadaanTombol("grup_perencanaan", "Perencanaan").id == "grup_perencanaan"
    assert KeadaanTombol("periksa", "Periksa Isian").aktif
    assert not KeadaanTombol("periksa", "Periksa Isian", "Berkas ini sudah selesai.").aktif
