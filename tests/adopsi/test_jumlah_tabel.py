"""Figures that a source prints beside its data, computed again from them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tabel_teks import read

D = Decimal


@pytest.mark.parametrize(("target", "realisasi", "tercetak"), [
    (10, 8, 80),  # 8 / 10
    (10, 8, 120),  # the fewer the better: (2 x 10 - 8) / 10
    (8, 10, 75)])  # (2 x 8 - 10) / 8
def test_a_share_of_the_target_agrees_whether_more_or_fewer_is_better(target: int, realisasi: int,
                                                                      tercetak: int) -> None:
    (banding,) = read(f"""
        | Indikator Kinerja | Satuan | Target TW I | Realisasi TW I | Tingkat Capaian TW I (%) | Penanggung Jawab |
        | Jumlah kasus      | Kasus  | {target}    | {realisasi}    | {tercetak}               | PFM              |
    """).daftar_banding
    assert (banding.sumber, banding.tercetak, banding.dihitung) == ("Data!E4", D(tercetak), D(tercetak))
    assert banding.cocok


def test_a_share_that_agrees_neither_way_is_told_with_the_usual_one() -> None:
    (banding,) = read("""
        | Indikator Kinerja | Satuan | Target TW I | Realisasi TW I | Tingkat Capaian TW I (%) | Penanggung Jawab |
        | Jumlah kasus      | Kasus  | 10          | 8              | 90                       | PFM              |
    """).daftar_banding
    assert (banding.tercetak, banding.dihitung, banding.cocok) == (D(90), D(80), False)
