"""Changes are judged against the last accepted version: a refusal is no acceptance, however often it is repeated."""

from __future__ import annotations

from decimal import Decimal

import pytest
from kantor_jalan import KABID, LEMBAR, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja


@pytest.mark.parametrize(("status", "folder"), [("baru", "Kirim"), ("diajukan", "Setujui")])
def test_what_a_role_may_not_change_is_refused_again_when_it_is_sent_again(kantor: KantorUji, status: str,
                                                                          folder: str) -> None:
    kantor.play_to(status)
    key = Kunci("indikator", "LIN-01", "realisasi_tw1")
    before = read_lembar_kerja(kantor.waiting(KABID).read_bytes(), LEMBAR).sel[key]
    assert kantor.act(KABID, folder, {key: Decimal(1)})["ditolak"] == 1
    for _ in range(2):
        assert kantor.act(KABID, folder)["ditolak"] == 1
        assert [c["kode"] for c in kantor.catatan(KABID) if c["tingkat"] == "tolak"] == ["C401"]
    assert kantor.status() == status
    assert kantor.act(KABID, folder, {key: before})["diterima"] == 1
