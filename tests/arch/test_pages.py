"""The pages made from the code are up to date, and the words of the glossary hold."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from staff_texts import READABLE

ROOT = Path(__file__).parents[2]
GLOSARIUM = (ROOT / "docs" / "GLOSARIUM.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pages", ROOT / "docs" / "make_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_pages"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["galat.md", "sop.md"])
def test_a_page_says_what_the_code_says(pages: ModuleType, name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages.PAGES[name]()


def test_the_page_of_all_texts_holds_every_message(pages: ModuleType) -> None:
    page = pages.teks()
    told = [error for error in pages.every_error() if READABLE.search(error.pattern)]
    assert len(told) > 100
    assert [error.code for error in told if error.pattern.splitlines()[0] not in page] == []


def test_every_error_has_a_code_of_its_own(pages: ModuleType) -> None:
    codes = [error.code for error in pages.every_error()]
    assert len(codes) == len(set(codes))
    assert len(codes) > 20


def sources() -> list[Path]:
    return sorted((ROOT / "kinerja_xl").rglob("*.py"))


def terms() -> list[list[str]]:
    rows = [line.strip("|").split("|") for line in GLOSARIUM.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in rows[1:] if set("".join(row)) - set("- ")]


def test_every_name_of_the_glossary_stands_in_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources())
    names = [name for row in terms() for name in re.findall(r"`(\w+)`", row[1])]
    assert len(names) > 30
    assert [name for name in names if not re.search(rf"\b{name}\b", code)] == []


def test_no_text_uses_a_word_of_the_not_used_list() -> None:
    listed = re.search(r"^Tidak dipakai: (.+)\.$", GLOSARIUM, re.MULTILINE)
    assert listed is not None
    banned = re.compile(rf"\b({'|'.join(listed[1].split(', '))})\b", re.IGNORECASE)
    texts = [*sources(), *(ROOT / "workbook_templates").glob("*.py"), *(ROOT / "docs").rglob("*.md")]
    found = [f"{path.name}: {match[0]}" for path in texts if path.name != "GLOSARIUM.md"
             for match in banned.finditer(path.read_text(encoding="utf-8"))]
    assert found == []


def test_our_remarks_are_never_called_temuan_or_pemeriksaan(pages: ModuleType) -> None:
    assert not re.search(r"\b(temuan|pemeriksaan)\b", pages.galat(), re.IGNORECASE)


def test_the_readme_has_two_set_up_commands_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    set_up = readme.split("## Two commands")[1].split("## Five-minute tour")[0]
    commands = re.findall(r"```sh\n(.+?)\n```", set_up, re.DOTALL)
    assert len(commands) == 2
    assert commands[0].endswith("kinerja demo")
    assert commands[1] == "bash tests/run.sh"
    assert "exec bash tests/run.sh" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_link_of_the_documents_leads_somewhere() -> None:
    pages = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))]
    assert links
    assert [link for page, link in links if not (page.parent / link).exists()] == []


def test_every_decision_has_a_number_and_a_heading() -> None:
    records = sorted((ROOT / "docs" / "keputusan").glob("*.md"))
    numbers = [record.name[:5] for record in records]
    assert len(numbers) == len(set(numbers)), "a number is given once; one that nobody used may be missing"
    for record in records:
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", record.name)
        assert record.read_text(encoding="utf-8").startswith(f"# {record.name[:4]} ")


def test_no_file_of_the_project_names_a_private_place() -> None:
    texts = [path for folder in ("kinerja_xl", "tests", "docs", "benchmarks", "workbook_templates")
             for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".md", ".sh", ".txt"}]
    private = re.compile(r"(?<![\w.])/(work|root|opt/pypi)/")
    assert [path.name for path in texts if path.name != "test_pages.py"
            and private.search(path.read_text(encoding="utf-8"))] == []


def test_the_architecture_names_every_room_and_no_other() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "kinerja_xl").glob("*/__init__.py")}
    drawing = page.split("```")[1]
    drawn = {word for word in re.findall(r"[a-z]+", drawing) if word in rooms}
    assert rooms - drawn <= {word for word in re.findall(r"`(\w+)`", page)}, "a room that the page does not name"
    assert {"errors", "domain", "workbook", "routing", "reports", "kantor", "faces"} <= drawn
    layers = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("layers = [")[1].split("]")[0]
    assert rooms == set(re.findall(r"[a-z]+", layers.replace("__main__", "")))


def test_every_file_that_the_architecture_names_exists() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|domain|routing|docs|macros|kinerja_xl|workbook_templates)/[\w./-]*)`", page)
    assert len(named) > 8
    assert [one for one in named if not (ROOT / one).exists() and not (ROOT / "kinerja_xl" / one).exists()] == []
