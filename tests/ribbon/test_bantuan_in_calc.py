"""Bantuan opens the guide of whoever has the worksheet, with its pictures."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from kantor_jalan import ANALIS, KABID, KASUBID, KantorUji
from meja_uji import MejaUji


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The pages that a browser was asked for."""
    pages: list[Path] = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "tembolok"))
    monkeypatch.setattr(webbrowser, "open", lambda url: pages.append(Path(unquote(urlparse(url).path))) or True)
    return pages


@pytest.mark.parametrize(("status", "peran", "page"), [
    ("baru", KABID, "panduan-kabid.html"), ("ditugaskan", KASUBID, "panduan-kasubid.html"),
    ("diperintahkan", ANALIS, "panduan-analis.html"), ("diajukan", KABID, "panduan-kabid.html")])
def test_the_page_is_that_of_the_role_whose_turn_it_is(kantor: KantorUji, meja: MejaUji, opened: list[Path],
                                                       status: str, peran: str, page: str) -> None:
    kantor.play_to(status)
    assert meja.press("bantuan", meja.open(kantor.waiting(peran))) == (0, "")
    (shown,) = opened
    assert shown.name == page
    content = shown.read_text(encoding="utf-8")
    pictures = re.findall(r'src="(gambar/[\w-]+\.png)"', content)
    assert all((shown.parent / one).exists() for one in (*pictures, *re.findall(r'href="([\w-]+\.html)"', content)))


def test_the_plan_opens_the_page_of_the_planner(kantor: KantorUji, meja: MejaUji, opened: list[Path]) -> None:
    meja.press("bantuan", meja.open(kantor.akar / "Perencanaan" / "Rencana Aksi 2026.xlsx"))
    assert [page.name for page in opened] == ["panduan-perencanaan.html"]


def test_another_workbook_opens_the_first_page(kantor: KantorUji, meja: MejaUji, opened: list[Path]) -> None:
    meja.press("bantuan", meja.open(kantor.akar / "Perencanaan" / "Pengaturan.xlsx"))
    assert [page.name for page in opened] == ["panduan.html"]


def test_without_a_browser_the_place_is_told(kantor: KantorUji, meja: MejaUji, opened: list[Path],
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _url: False)
    code, told = meja.press("bantuan", meja.open(kantor.waiting(KABID)))
    assert code == 0
    assert re.fullmatch(r"Panduan ada di \S+/panduan-kabid\.html\.\n\n"
                        r"Langkah berikut: Buka berkas itu dengan peramban\.", told)
    assert opened == []
