"""A walk of random acts, tidy and untidy, plan changes among them: whatever people do, the promises of custody hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kantor_acak import ACTING, KantorAcak, read, sha256

STEPS, LOOK_EVERY = 15, 5
ACTS_ON_WORKSHEETS = ("diterima", "ditolak", "ditahan", "diterbitkan")


def did(result: dict[str, int]) -> list[int]:
    """How many worksheets a pass acted on."""
    return [result[word] for word in ACTS_ON_WORKSHEETS]


def check_nothing_is_lost(kantor: KantorAcak) -> None:
    """What a person wrote lies somewhere: in a folder of the office, or in the service's store."""
    present = {sha256(path) for place in (kantor.akar, kantor.data / "titipan") for path in place.rglob("*")
               if path.is_file()}
    assert not [what for content, what in kantor.ditulis.items() if content not in present], kantor.cerita


def check_each_has_its_worksheet(kantor: KantorAcak) -> None:
    """Each berkas under way lies with its holder in its present versi, or it is said that it does not."""
    for row in kantor.rows():
        if row["pemegang"] is None:
            continue
        role = kantor.akar / str(row["pemegang"])
        sheets = [read(path) for box in ("Masuk", *ACTING) for path in (role / box).rglob("[!~]*.xlsx")]
        claims = {(sheet.identitas.berkas, sheet.identitas.versi) for sheet in sheets if sheet}
        rivals = any(held["kode"] in ("H106", "H107") and str(row["berkas"]) in held["alasan"]
                     for held in kantor.held())
        told = str(row["berkas"]) in kantor.layanan().partition("Menunggu:")[0]
        assert (row["berkas"], row["versi"]) in claims or told or rivals, (row, kantor.cerita)


def check(kantor: KantorAcak) -> None:
    """A second pass does nothing, everything is proven, and nothing is lost."""
    assert did(kantor.serve()) == [0, 0, 0, 0], kantor.cerita
    code, out, _ = kantor.command("verifikasi")
    assert code == 0, (out, kantor.cerita)
    check_nothing_is_lost(kantor)
    check_each_has_its_worksheet(kantor)


@pytest.mark.parametrize("seed", [1, 3])
def test_whatever_people_do_nothing_is_lost_and_the_ledger_stays_whole(issued_office: Path, tmp_path: Path, seed: int,
                                                                       capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(issued_office, tmp_path / "kantor")
    kantor = KantorAcak(tmp_path / "kantor" / "akar", tmp_path / "kantor" / "data", capsys, seed)
    versi: dict[object, int] = {}
    for number in range(1, STEPS + 1):
        kantor.step()
        now = {row["berkas"]: int(str(row["versi"])) for row in kantor.rows()}
        assert all(now[berkas] >= before for berkas, before in versi.items())
        versi = now
        if number % LOOK_EVERY == 0:
            check(kantor)
    status, held, acts = kantor.rows(), kantor.held(), [kantor.acts(str(berkas)) for berkas in versi]
    for berkas in acts:  # each act has its own versi
        assert [act["versi"] for act in berkas] == list(range(1, len(berkas) + 1))
    shutil.rmtree(kantor.data)
    assert kantor.rows() == status  # as a PC without the ledger shows it
    assert kantor.command("pulihkan", clock=False)[0] == 0
    assert (kantor.rows(), kantor.held(), [kantor.acts(str(berkas)) for berkas in versi]) == (status, held, acts)
    assert did(kantor.serve()) == [0, 0, 0, 0]
