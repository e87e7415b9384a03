"""The shipped Word templates are what their script makes, and sound."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest
from dokumen_uji import TEMPLATES

from kinerja_xl.reports.dump import dump_document
from kinerja_xl.reports.laporan_triwulan import GAYA
from kinerja_xl.reports.lint import lint_document

NAMES = ("Laporan Triwulan.docx", "Lembar Disposisi.docx")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_docx", TEMPLATES / "build_docx.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_docx"] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_the_shipped_templates_are_what_the_script_makes(script: ModuleType) -> None:
    built = script.build()
    assert sorted(built) == sorted(NAMES)
    for name in NAMES:
        assert (TEMPLATES / name).read_bytes() == built[name], f"run workbook_templates/build_docx.py for {name}"


@pytest.mark.parametrize("name", NAMES)
def test_the_templates_are_sound(name: str) -> None:
    assert lint_document((TEMPLATES / name).read_bytes()) == ()


def test_the_body_shows_the_paragraph_styles_by_name_for_the_office_to_restyle() -> None:
    text = dump_document((TEMPLATES / NAMES[0]).read_bytes())
    shown = [name for name in GAYA if name not in ("header", "footer") and not name.startswith("Tabel ")]
    assert [name for name in shown if name not in text] == []
