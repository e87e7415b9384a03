"""The extension of LibreOffice is what its sources make; its buttons are the ribbon's; its handler trusts nothing."""

from __future__ import annotations

import ast
import io
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kinerja_xl import __version__, errors
from kinerja_xl.install import oxt, tombol
from kinerja_xl.install.panggilan import parse_panggilan

CALC = Path(__file__).parents[2] / "macros" / "calc"
RIBBON = CALC.parent / "ribbon.xml"
HANDLER = (CALC / "python" / "kinerja_handler.py").read_text(encoding="utf-8")
REGISTRY = "{http://openoffice.org/2001/registry}"
MANIFEST = "{http://openoffice.org/2001/manifest}"


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(oxt.SHIPPED.read_bytes()))


def constants() -> dict[str, object]:
    """The literal constants of the handler, which runs where ``uno`` is."""
    return {target.id: ast.literal_eval(node.value) for node in ast.parse(HANDLER).body if isinstance(node, ast.Assign)
            for target in node.targets if isinstance(target, ast.Name) and _is_literal(node.value)}


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


def items(package: zipfile.ZipFile, place: str) -> list[dict[str, str]]:
    """The properties of the items below a node of Addons.xcu, in the order of their names as Calc shows them."""
    root = ElementTree.fromstring(package.read("Addons.xcu"))
    (parent,) = (node for node in root.iter("node") if node.get(f"{REGISTRY}name") == place)
    nodes = [node for node in parent.iter("node") if (node.get(f"{REGISTRY}name") or "").startswith("butir")]
    nodes.sort(key=lambda node: node.get(f"{REGISTRY}name") or "")
    return [{prop.get(f"{REGISTRY}name", ""): prop.findtext("value") or "" for prop in node.iter("prop")}
            for node in nodes]


def test_the_shipped_extension_is_what_the_sources_make_and_two_builds_are_alike() -> None:
    assert oxt.build() == oxt.build() == oxt.SHIPPED.read_bytes()


def test_it_holds_every_source_and_the_manifest_names_them(package: zipfile.ZipFile) -> None:
    sources = {path.relative_to(CALC).as_posix() for path in CALC.rglob("*.*") if "__pycache__" not in path.parts}
    assert set(package.namelist()) == sources
    manifest = ElementTree.fromstring(package.read("META-INF/manifest.xml"))
    named = {entry.get(f"{MANIFEST}full-path") for entry in manifest}
    assert named == sources - {"META-INF/manifest.xml", "description.xml"}
    assert package.read("python/kinerja_handler.py").decode() == HANDLER


def test_its_version_is_the_programs_and_changes_with_every_part(package: zipfile.ZipFile,
                                                                  monkeypatch: pytest.MonkeyPatch,
                                                                  tmp_path: Path) -> None:
    version, = re.findall(r'<version value="(.+)"/>', package.read("description.xml").decode())
    assert version.rpartition(".")[0] == __version__
    for part in ("calc/python/kinerja_handler.py", "ribbon.xml"):
        for path in CALC.parent.rglob("*.*"):
            target = tmp_path / path.relative_to(CALC.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        changed = tmp_path / part
        changed.write_bytes(changed.read_bytes().replace(b"tombol_status", b"tombol_batalkan") + b"\n")
        monkeypatch.setattr(oxt, "MACROS", tmp_path)
        with zipfile.ZipFile(io.BytesIO(oxt.build())) as built:
            assert f'value="{version}"' not in built.read("description.xml").decode()


@pytest.mark.parametrize("place", ["id.kinerja.calc", "id.kinerja.calc.tb"])
def test_menu_and_toolbar_have_the_ribbons_buttons_in_its_order(package: zipfile.ZipFile, place: str) -> None:
    ribbon = ElementTree.parse(RIBBON).getroot()
    wanted: list[str] = []
    for group in ribbon.iter(f"{oxt.CUSTOM_UI}group"):
        wanted += ["---"] if wanted else []
        wanted += [button.get("tag", "") for button in group.iter(f"{oxt.CUSTOM_UI}button")]
    assert [item.get("Title", "---") for item in items(package, place)] == wanted


def test_every_button_asks_for_an_action_that_the_program_knows(package: zipfile.ZipFile) -> None:
    pattern = re.compile(re.findall(r'ADDRESS = re.compile\(r"(.+)"\)', HANDLER)[0])
    asked = {}
    for item in items(package, "id.kinerja.calc.tb"):
        if "Title" in item:
            aksi, group = pattern.fullmatch(item["URL"]).groups()
            asked[aksi] = group
            assert item["Context"] == "com.sun.star.sheet.SpreadsheetDocument"
            assert parse_panggilan([aksi, "--wb=/kantor/a.xlsx"]).aksi == aksi
    assert set(asked) == tombol.DAFTAR_AKSI
    planner = {button.get("id", "")[len("tombol_"):].replace("_", "-")
               for group in ElementTree.parse(RIBBON).getroot().iter(f"{oxt.CUSTOM_UI}group")
               if group.get("getVisible") for button in group.iter(f"{oxt.CUSTOM_UI}button")}
    assert {aksi for aksi, group in asked.items() if group} == planner
    assert set(asked.values()) == {None, tombol.GRUP_PERENCANAAN}


@pytest.mark.parametrize("address", ["id.kinerja.calc:", "id.kinerja.calc:periksa --x", "id.kinerja.calc:../a",
                                     "id.kinerja.calc:periksa?a=b", "file:///periksa", "id.kinerja.calc:periksa\n"])
def test_an_address_of_another_shape_is_not_ours(address: str) -> None:
    pattern = re.compile(re.findall(r'ADDRESS = re.compile\(r"(.+)"\)', HANDLER)[0])
    assert not pattern.fullmatch(address)


def test_the_handler_says_what_the_errors_say_and_knows_the_block_as_tombol_py_does() -> None:
    known = {cls.code: (cls.pattern, cls.hint) for cls in vars(errors).values()
             if isinstance(cls, type) and issubclass(cls, errors.KinerjaError)}
    messages = constants()["MESSAGES"]
    assert messages == {code: known[code] for code in messages}
    assert re.findall(r"^MAX_ROWS, COLUMNS = (\d+), (\d+)", HANDLER, re.MULTILINE) == [
        (str(tombol.MAKS_BARIS), str(len(tombol.KOLOM)))]
    assert re.findall(r"^LABEL, AKTIF, ALASAN = (\d), (\d), (\d)", HANDLER, re.MULTILINE) == [
        tuple(str(tombol.KOLOM.index(name)) for name in ("label", "aktif", "alasan"))]
    assert f'hasByName("{tombol.NAMA_BLOK}")' in HANDLER
    assert f'[AKTIF] == "{tombol.AKTIF}"' in HANDLER


def test_the_handler_uses_the_standard_library_and_uno_alone() -> None:
    imported = set()
    for node in ast.walk(ast.parse(HANDLER)):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported - sys.stdlib_module_names == {"uno", "unohelper", "com"}


def test_the_handler_starts_one_thing_in_one_place_without_a_shell() -> None:
    calls = [node for node in ast.walk(ast.parse(HANDLER)) if isinstance(node, ast.Call)]
    assert sum("subprocess." in ast.unparse(call.func) for call in calls) == 1
    assert not re.search(r"\bshell\b|os\.system|exec\(|eval\(|import_module|runpy", HANDLER)
