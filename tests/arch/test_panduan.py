"""The guides name only what exists: buttons, sheets, messages, folders, commands, pictures; and their commands run."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import click
import openpyxl
import pytest
from buku_evaluasi import ASLI, BukuEvaluasi
from gambar_panduan import KECIL, TEMPAT, show_taken
from PIL import Image
from staff_texts import staff_texts
from sumber_gambar import digest
from tahun_demo import TahunDemo

from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.faces.cli import kinerja
from kinerja_xl.install.panduan import guide_sources, html_page
from kinerja_xl.install.tombol import DAFTAR_TOMBOL

ROOT = Path(__file__).parents[2]
GAMBAR = ROOT / "docs" / "gambar"
PAGES = [path for path in guide_sources() if path.name != "galat.md"]
TEXT = {path.name: path.read_text(encoding="utf-8") for path in PAGES}
ROLES = ("panduan-kabid.md", "panduan-kasubid.md", "panduan-analis.md", "panduan-perencanaan.md")
KILOBYTE = 1024


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", TEXT[page], re.DOTALL)


def prose(page: str) -> str:
    return re.sub(r"```.*?```", "", TEXT[page], flags=re.DOTALL)


def daftar() -> list[dict[str, Any]]:
    return list(json.loads((GAMBAR / "daftar.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", TEXT)
def test_every_button_that_is_named_exists(page: str) -> None:
    """Bold with a capital and without a colon is a button; with small letters it is a word to be stressed."""
    labels = {tombol.label for tombol in DAFTAR_TOMBOL} | {
        button.label for status in Status for button in buttons_of(status)}
    named = [word for word in re.findall(r"\*\*([^*]+)\*\*", prose(page)) if word[0].isupper() and word[-1] != ":"]
    assert [word for word in named if word not in labels] == []


def test_the_four_roles_name_every_button_of_their_steps() -> None:
    everything = "\n".join(TEXT[page] for page in ROLES)
    forward = {button.label for status in Status for button in buttons_of(status)
               if button.aksi in {"kirim", "kembalikan"} and button.aktif} - {"Kirim"}
    assert {label for label in forward if f"**{label}**" not in everything} == set()


@pytest.mark.parametrize("page", TEXT)
def test_every_sheet_that_is_named_exists(page: str) -> None:
    sheets = {name for path in (ROOT / "workbook_templates").glob("*.xlsx")
              for name in openpyxl.load_workbook(path, read_only=True).sheetnames}
    named = re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", prose(page))
    assert [word for word in named if word not in sheets] == []


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.;:])\s+", text) if " " in one]


@cache
def said() -> re.Pattern[str]:
    """Every sentence of the program, its fields standing for anything."""
    texts = [text for place, several in staff_texts().items() if not place.startswith("panduan") for text in several]
    patterns = {re.sub(r"\\\{[^}]*\\\}", ".+", re.escape(one)) for text in texts for one in sentences(text)}
    return re.compile("|".join(f"(?:{one})" for one in patterns if re.search(r"\w{3}", one.replace(".+", ""))))


@pytest.mark.parametrize("page", TEXT)
def test_every_message_that_is_quoted_is_said_somewhere(page: str) -> None:
    for quoted in re.findall(r"^ *> (.+)$", TEXT[page], re.MULTILINE):
        assert all(said().fullmatch(sentence) for sentence in sentences(quoted)), quoted


@pytest.mark.parametrize("page", TEXT)
def test_every_code_that_is_named_is_explained(page: str) -> None:
    galat = (ROOT / "docs" / "galat.md").read_text(encoding="utf-8")
    assert [code for code in re.findall(r"\b[KCH]\d{3}\b", TEXT[page]) if f"| {code} |" not in galat] == []


def commands(page: str) -> list[str]:
    lines = [line for kind in ("sh", "bat", "text") for block in blocks(page, kind) for line in block.splitlines()]
    inline = re.findall(r"`(kinerja [^`]+)`", prose(page))
    return [line[line.index("kinerja "):] for line in (*lines, *inline) if re.search(r"(^|/)kinerja ", line)]


@pytest.mark.parametrize("page", TEXT)
def test_every_command_and_option_that_is_named_exists(page: str) -> None:
    for line in commands(page):
        words = line.split()
        if words[1] == "--version":
            continue
        command = kinerja.commands.get(words[1])
        assert command is not None, line
        options = {name for one in command.params if isinstance(one, click.Option) for name in one.opts}
        assert [word for word in words if word.startswith("-") and word not in options] == [], line


@pytest.mark.parametrize("page", TEXT)
def test_every_link_and_picture_exists(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT[page])
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_every_picture_is_listed_with_its_walk_and_shown_somewhere() -> None:
    rows = daftar()
    assert {f"{row['gambar']}.png" for row in rows} == {path.name for path in GAMBAR.glob("*.png")}
    shown = set(re.findall(r"\(gambar/([\w-]+)\.png\)", "".join(TEXT.values())))
    assert {row["gambar"] for row in rows} == shown
    labels = {button.label for status in Status for button in buttons_of(status)}
    for row in rows:
        content = (GAMBAR / f"{row['gambar']}.png").read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["sha256"], f"{row['gambar']} was changed by hand"
        assert len(content) < 200 * KILOBYTE, row["gambar"]
        with Image.open(io.BytesIO(content)) as picture:
            assert all(side >= least for side, least in zip(picture.size, KECIL, strict=True)), row["gambar"]
        file, _, function = row["uji"].partition("::")
        assert f"def {function}(" in (ROOT / file).read_text(encoding="utf-8")
        assert row["tombol"] in {"", *labels}
    assert sum(path.stat().st_size for path in GAMBAR.glob("*.png")) < 4 * KILOBYTE * KILOBYTE


@pytest.mark.parametrize("page", ROLES)
def test_each_role_page_has_at_least_two_pictures(page: str) -> None:
    assert len(re.findall(r"^ *!\[[^]]{5,}\]\(gambar/[\w-]+\.png\)$", TEXT[page], re.MULTILINE)) >= 2


def test_every_kind_of_installation_has_a_picture() -> None:
    pages = [page for page in TEXT if page.startswith("panduan-pasang-") or page == "panduan-tanpa-program.md"]
    assert len(pages) == 4
    assert [page for page in pages if "](gambar/" not in TEXT[page]] == []


def test_pictures_show_what_the_program_shows_today() -> None:
    """Renewing them: ``PERBARUI_GAMBAR=1 pytest tests/calc/ambil_gambar.py``; CONTRIBUTING says what it needs."""
    assert [(row["gambar"], sumber) for row in daftar() for sumber, was in row["sumber"].items()
            if digest(sumber) != was] == []


def test_every_message_in_a_picture_is_said_today() -> None:
    """But for the facts of the office among them: counts, and what happened to the berkas."""
    spoken = [(row["gambar"], sentence) for row in daftar() if row["tombol"] not in {"Riwayat", "Status"}
              for line in row["pesan"].splitlines() for sentence in sentences(line.strip())
              if sentence.endswith(".") and not sentence[0].isdigit()]
    assert len(spoken) > 20
    assert [(gambar, sentence) for gambar, sentence in spoken if not said().fullmatch(sentence)] == []


def test_every_place_for_a_picture_is_one_that_the_walk_takes() -> None:
    held = [name for text in TEXT.values() for name, _ in TEMPAT.findall(text)]
    shown = [name for text in TEXT.values() for name in re.findall(r"\(gambar/([\w-]+)\.png\)", text)]
    walk = (ROOT / "tests" / "calc" / "ambil_gambar.py").read_text(encoding="utf-8")
    kinds = "kabid|kasubid|analis|perencanaan|naskah|pengelola|layanan|libreoffice|pita|kartu"
    taken = set(re.findall(rf'"((?:{kinds})-[\w-]+)"', walk))
    assert set(held) | set(shown) == taken
    assert len(taken) > 35


def test_pages_lead_to_pages_by_readable_names() -> None:
    page = html_page("# J\n\n[panduan-kabid.md](panduan-kabid.md), [panduan pengelola](panduan-pengelola.md)")
    assert '<a href="panduan-kabid.html">panduan kabid</a>, ' in page
    assert '<a href="panduan-pengelola.html">panduan pengelola</a>' in page
    assert ".md" not in "".join(html_page(text) for text in TEXT.values())


def test_only_the_cards_are_printed_one_on_a_sheet() -> None:
    cards = {page for page, text in TEXT.items() if '<body class="kartu">' in html_page(text)}
    assert cards == {"panduan-tanpa-program.md"}


def test_a_picture_takes_the_place_that_was_held_for_it() -> None:
    text = "   <!-- gambar kabid-setujui: Laporan disetujui -->\n<!-- gambar lain: Lain -->"
    assert show_taken(text, {"kabid-setujui"}) == (
        "   ![Laporan disetujui](gambar/kabid-setujui.png)\n<!-- gambar lain: Lain -->")


@pytest.mark.parametrize("page", TEXT)
def test_every_folder_of_the_office_that_is_named_exists(page: str, demo_year: TahunDemo) -> None:
    places = re.findall(r"`((?:LINJAMSOS|Perencanaan|Arsip)/[^`]+)`", TEXT[page])
    assert [place for place in places if not (demo_year.akar / place).exists()] == []


def run_block(block: str, office: Path, data: Path, *clock: str) -> None:
    """Run a block as a user does; ``kinerja`` is asked for this office's data and time where it knows these options."""
    known = {name: [opt for one in command.params for opt in one.opts] for name, command in kinerja.commands.items()}
    cases = "".join(
        f"    {name}) command kinerja \"$@\"{f' --data {data!s}' if '--data' in options else ''}"
        f"{' ' + ' '.join(clock) if clock and '--sekarang' in options else ''} ;;\n" for name, options in known.items())
    script = f"set -eu\nkinerja() {{\n  case \"$1\" in\n{cases}    *) command kinerja \"$@\" ;;\n  esac\n}}\n{block}"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["bash", "-c", script], cwd=office.parent, text=True, capture_output=True, check=False,
                          env=os.environ | {"KANTOR": str(office), "PATH": path})
    assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"


def test_the_pages_for_a_new_office_run_from_top_to_bottom(tmp_path: Path) -> None:
    for block in blocks("panduan-pasang-layanan.md", "sh"):
        run_block(block, tmp_path / "Kantor Baru", tmp_path / "data", "--sekarang", "2026-01-05T08:00")


def test_the_adoption_of_the_administrator_runs(tmp_path: Path) -> None:
    (tmp_path / "Lembar Evaluasi.xlsx").write_bytes(BukuEvaluasi(ASLI).save())
    for block in blocks("panduan-pengelola.md", "sh"):
        run_block(block, tmp_path / "Kinerja", tmp_path / "data")
        run_block(block, tmp_path / "Kinerja", tmp_path / "data")
    assert (tmp_path / "Rencana Aksi 2026.xlsx").exists()


def test_the_commands_of_the_planner_run_in_an_office_with_a_year(tmp_path: Path, demo_year: TahunDemo) -> None:
    office = shutil.copytree(demo_year.akar, tmp_path / "Kinerja")
    shutil.copytree(demo_year.data, tmp_path / "data")
    for block in blocks("panduan-perencanaan.md", "sh"):
        # after the print that a quick demo ends with
        run_block(block, office, tmp_path / "data", "--sekarang", "2027-01-15T10:00")


def test_every_block_is_of_a_kind_that_is_run_or_read() -> None:
    """``bat`` and ``text`` are for Windows and for pip: their commands and options are read, not run."""
    fences = [re.findall(r"^ *```(\w*)\n", text, re.MULTILINE) for text in TEXT.values()]
    assert {kind for several in fences for kind in several[::2]} == {"sh", "bat", "text"}
