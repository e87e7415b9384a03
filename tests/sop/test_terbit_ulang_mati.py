"""A service that dies while it issues a worksheet again: whatever it had done, the next one ends at the same place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from buku_rencana import hand_in, new_basis, raise_pagu
from kantor_jalan import ANALIS, LEMBAR, KantorUji

from kinerja_xl.domain.cells import Kunci
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.proof.verify import verify_office
from kinerja_xl.kantor.worksheets import custody
from kinerja_xl.kantor.worksheets.reissue import HasilTerbitUlang, reissue_outdated
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

JAM = datetime(2026, 4, 10, 9, tzinfo=timezone(timedelta(hours=8)))
LIN1 = Kunci("indikator", "LIN-01", "realisasi_tw1")


class Mati(BaseException):
    """The power is gone."""


@pytest.fixture
def overtaken(kantor: KantorUji, monkeypatch: pytest.MonkeyPatch) -> KantorUji:
    """An office whose plan has a second version, and whose Analis works on a worksheet of the first."""
    kantor.play_to("diperintahkan")
    kantor.fill(ANALIS, {LIN1: Decimal(80)})
    with monkeypatch.context() as patch:
        patch.setattr(custody, "reissue_outdated", lambda _kantor, _scan: HasilTerbitUlang())
        hand_in(kantor, lambda book: new_basis(book, mulai="I"), raise_pagu)
    return kantor


def open_office(place: Path) -> Kantor:
    return Kantor(place / "akar", place / "data", lambda: JAM, tenang=0)


def one_pass(kantor: Kantor, dies_at: int = 0) -> Iterator[str]:
    """Issue again and yield each disk operation that is met; the service dies at the n-th."""
    met: list[str] = []

    def fault(operation: str, _path: Path) -> None:
        met.append(operation)
        if len(met) == dies_at:
            raise Mati

    kantor.custody.begin_pass()
    scan = kantor.custody.scan(kantor.folders.inboxes)
    kantor.disk._fault = fault
    try:
        reissue_outdated(kantor, scan)
    finally:
        kantor.disk._fault = None
    yield from met


def ends(place: Path) -> tuple[object, ...]:
    """What the office holds: the holder's file, the archive, the ledger's say, and the proof of all of it."""
    masuk = place / "akar" / ANALIS / "Masuk"
    arsip = place / "akar" / "Arsip" / "2026" / "TW I" / "LINJAMSOS"
    with closing(open_office(place)) as kantor:
        kantor.custody.publish()
        state = kantor.keadaan["2026-TW1-LINJAMSOS"]
        acts = [p.jenis for p in kantor.daftar_peristiwa if p.berkas == state.berkas]
    (waiting,) = masuk.iterdir()
    value = read_lembar_kerja(waiting.read_bytes(), waiting.name).sel[LIN1]
    proof = verify_office(place / "akar", place / "data")
    kept = sorted(path.name for path in arsip.iterdir() if path.suffix == ".xlsx")
    return (waiting.name, value, state.versi, acts, kept,
            [temuan.masalah for temuan in proof.daftar_temuan])


def test_a_crash_at_any_disk_operation_heals_in_the_next_pass(overtaken: KantorUji, tmp_path: Path) -> None:
    before = overtaken.akar.parent
    whole = tmp_path / "utuh"
    shutil.copytree(before, whole)
    with closing(open_office(whole)) as kantor:
        operations = list(one_pass(kantor))
    expected = ends(whole)
    assert expected[0] == LEMBAR
    assert expected[1:3] == (80, 4)
    assert f"{LEMBAR.removesuffix('.xlsx')} v3 belum dikirim.xlsx" in expected[4]
    assert expected[5] == []
    changing = [n for n, operation in enumerate(operations, 1) if operation in ("replace", "link", "unlink")]
    assert len(changing) >= 6  # contents into the store, two into the archive, one out of Masuk and one into it
    for n in changing:
        place = tmp_path / f"mati {n}"
        shutil.copytree(before, place)
        with closing(open_office(place)) as kantor, pytest.raises(Mati):
            list(one_pass(kantor, n))
        with closing(open_office(place)) as kantor:
            list(one_pass(kantor))
        assert ends(place) == expected, operations[n - 1]
        shutil.rmtree(place)
