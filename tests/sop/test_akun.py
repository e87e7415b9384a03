"""Where the policy asks for it, a worksheet must have been saved by the account of the official whose act it is."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, KABID, KASUBID, KantorUji
from pejabat_uji import PDF, SCANS, change_officials, find, plh

from kinerja_xl.domain.lembar.akun import is_account
from kinerja_xl.domain.office import CaraBertindak, Pejabat
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook.settings.settings_book import make_pengaturan, read_pengaturan
from kinerja_xl.workbook.templates import shipped_template

SAVE_ONCE = "Simpan berkas ini satu kali dengan akun Anda, lalu kirim kembali."
KABID_S, KASUBID_S, ANALIS_S = "games", "mail", "news"  # accounts that every Linux has, standing for people's
PLACE = {KABID: (Peran.KABID, KABID_S), KASUBID: (Peran.KASUBID, KASUBID_S), ANALIS: (Peran.ANALIS, ANALIS_S)}


def save_as(account: str) -> Callable[[Path], None]:
    """What is left when somebody saved the file: it is his."""
    return lambda path: os.chown(path, pwd.getpwnam(account).pw_uid, -1)


def register(daftar: list[Pejabat]) -> list[Pejabat]:
    for peran, account in PLACE.values():
        index = find(daftar, peran)
        daftar[index] = replace(daftar[index], akun=("DINSOS\\sitti", account.upper()))
    return daftar


@pytest.fixture
def teliti(kantor: KantorUji) -> KantorUji:
    """An office that checks accounts, with those of LINJAMSOS registered."""
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    pengaturan, _ = read_pengaturan(path.read_bytes(), path.name)
    assert pengaturan is not None
    strict = replace(pengaturan, kebijakan=replace(pengaturan.kebijakan, periksa_akun=True))
    path.write_bytes(make_pengaturan(shipped_template("Pengaturan.xlsx"), strict))
    change_officials(kantor, register)
    return kantor


def send(kantor: KantorUji, role: str, account: str | None, folder: str = "Kirim") -> dict[str, int]:
    if account:
        save_as(account)(kantor.waiting(role))
    return kantor.act(role, folder)


def refused(kantor: KantorUji, role: str) -> tuple[str, str]:
    (catatan,) = [c for c in kantor.catatan(role) if c["tingkat"] == "tolak"]
    return catatan["kode"], catatan["pesan"]


@pytest.mark.parametrize(("account", "owner"), [(None, "root"), (ANALIS_S, ANALIS_S)],
                         ids=["merely moved", "saved by another"])
def test_a_worksheet_that_its_official_did_not_save_comes_back_with_what_to_do(teliti: KantorUji, account: str | None,
                                                                              owner: str) -> None:
    assert send(teliti, KABID, account)["ditolak"] == 1
    kode, pesan = refused(teliti, KABID)
    assert (kode, teliti.status()) == ("C510", "baru")
    assert pesan == (f"Lembar kerja ini terakhir disimpan dengan akun {owner}, bukan akun Pejabat Contoh 9 yang "
                     f"tercatat dalam Pengaturan. {SAVE_ONCE}")
    assert send(teliti, KABID, KABID_S)["diterima"] == 1


def test_every_step_asks_for_its_own_official_and_the_act_keeps_the_account(teliti: KantorUji) -> None:
    assert send(teliti, KABID, KABID_S)["diterima"] == 1
    assert send(teliti, KASUBID, KABID_S)["ditolak"] == 1
    assert send(teliti, KASUBID, KASUBID_S)["diterima"] == 1
    teliti.fill(ANALIS, teliti.good_values())
    assert send(teliti, ANALIS, ANALIS_S)["diterima"] == 1
    code = str(teliti.acts()[-1]["kode"])
    assert "akun             news\n" in teliti.command("verifikasi", "--kode", code, clock=False)[1]


def test_an_official_without_a_registered_account_cannot_act(teliti: KantorUji) -> None:
    change_officials(teliti, lambda daftar: [replace(p, akun=()) if p.peran is Peran.KABID else p for p in daftar])
    assert send(teliti, KABID, KABID_S)["ditolak"] == 1
    kode, pesan = refused(teliti, KABID)
    assert kode == "C511"
    assert pesan.startswith("Akun komputer Pejabat Contoh 9 belum tercatat pada lembar Pejabat dalam Pengaturan")


def test_in_a_vacant_post_nobody_has_an_account(teliti: KantorUji) -> None:
    change_officials(teliti, lambda daftar: [p for p in daftar if (p.peran, p.bidang) != (Peran.KABID, "LINJAMSOS")])
    assert send(teliti, KABID, KABID_S)["ditolak"] == 1
    assert refused(teliti, KABID)[0] == "C509"


def test_who_acts_for_the_official_needs_his_own_account(teliti: KantorUji) -> None:
    acting = replace(plh("Pejabat Contoh 80", Peran.KABID, date(2026, 4, 10), date(2026, 4, 12)), akun=("uucp",))
    change_officials(teliti, lambda daftar: [*daftar, acting])
    assert send(teliti, KABID, KABID_S)["ditolak"] == 1
    assert send(teliti, KABID, "uucp")["diterima"] == 1


def test_who_acts_on_paper_needs_no_account_for_his_scan_is_the_proof(teliti: KantorUji) -> None:
    change_officials(teliti, lambda daftar: [
        replace(p, cara=CaraBertindak.NASKAH, akun=()) if (p.peran, p.bidang) == (Peran.KABID, "LINJAMSOS") else p
        for p in daftar])
    assert send(teliti, KABID, None)["ditolak"] == 0
    (teliti.akar / SCANS / f"{teliti.acts()[-1]['kode']}.pdf").write_bytes(PDF)
    assert teliti.serve()["diterima"] == 1
    assert teliti.acts()[-1]["dasar"] == "naskah"


def test_without_the_policy_any_account_does(kantor: KantorUji) -> None:
    change_officials(kantor, register)
    assert send(kantor, KABID, ANALIS_S)["diterima"] == 1


@pytest.mark.parametrize(("owner", "registered", "same"), [
    ("sitti", "sitti", True), ("DINSOS\\sitti", "Sitti", True), ("DINSOS\\sitti", "dinsos\\SITTI", True),
    ("LAIN\\sitti", "DINSOS\\sitti", False), ("sitti", "DINSOS\\sitti", False), ("DINSOS\\siti", "sitti", False),
    ("nomor 1004", "sitti", False)])
def test_accounts_are_compared_without_capitals_and_with_the_domain_where_one_is_registered(
        owner: str, registered: str, same: bool) -> None:
    assert is_account(owner, registered) is same
