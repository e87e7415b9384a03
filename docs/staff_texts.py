"""Every text that staff can read, gathered from where it stands: code, templates, ribbon, toolbar, scripts.

Texts of the code are the string constants of the modules, except docstrings (those of commands are their help), what
is raised for engineers, SQL, and names of XML in lists.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import docx
import openpyxl
from lxml import etree

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kinerja_xl"
FOR_ENGINEERS = ("engines/", "install/xlam.py", "install/oxt.py", "install/repack.py", "install/setelan.py",
                 "reports/lint", "faces/ribbon/letak.py", "domain/adopsi/istilah.py",
                 "domain/adopsi/inggris.py")
"""Modules whose sentences are for the tests, the builder, the registry or a log, or the words of other offices."""
BUILTIN_ERRORS = frozenset({"ValueError", "RuntimeError", "TypeError", "KeyError", "NotImplementedError", "LookupError",
                            "AttributeError", "OSError", "AssertionError"})
NO_TEXT = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|DROP|ALTER)\b"
                     r"|\w\\\w|</|\(\?|\(\.\+\)|\\\.|^\^|^bold |^from \w|^Allow User Locations$"
                     r"|^\[Unit\]|^&R|^dd/mm/yyyy|^Callback with id"
                     r"|^(table of figures|toc \d|heading \d|caption)$|^No module named")
"""SQL, keys and values of the registry, XML, patterns, Python, colours, names of Word's own styles."""
READABLE = re.compile(r"[A-Za-z]{2,}[.,;:)]* +[(]?[A-Za-z]{2,}")
"""Two words after each other: a single word is a name, a key or a part of a path."""


def code_texts(path: Path) -> Iterator[str]:
    """Yield the texts of one module, in their order."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = set(_not_for_staff(tree))
    found: dict[tuple[int, int], str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and not any(id(part) in left_out for part in node.values):
            left_out.update(id(part) for part in node.values)
            found[node.lineno, node.col_offset] = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{…}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            found[node.lineno, node.col_offset] = node.value
    for _, text in sorted(found.items()):
        if READABLE.search(text) and not NO_TEXT.search(text):
            yield text


def _not_for_staff(tree: ast.Module) -> Iterator[int]:
    """Yield the ids of constants that no member of staff sees."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif _speaks_to_engineers(node):
            yield from (id(inner) for inner in ast.walk(node) if isinstance(inner, ast.Constant))


def _speaks_to_engineers(node: ast.AST) -> bool:
    """Whether all that a node says is an assertion, one of Python's own errors, a log line or a list of names."""
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        return isinstance(node.exc.func, ast.Name) and node.exc.func.id in BUILTIN_ERRORS
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        receiver = node.func.value
        return node.func.attr == "split" or (isinstance(receiver, ast.Name) and receiver.id in {"log", "_log"})
    return isinstance(node, ast.Assert)


def command_texts() -> Iterator[str]:
    """Yield the help of every command and option."""
    from kinerja_xl.faces.cli import kinerja

    for name, command in sorted(kinerja.commands.items()):
        yield f"kinerja {name}: {command.help or ''}"
        yield from (one.help for one in command.params if isinstance(one, click.Option) and one.help)


def workbook_texts(path: Path) -> Iterator[str]:
    """Yield every text of a shipped workbook, with its notes, lists and messages of validation."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            yield from (cell.value for cell in row if isinstance(cell.value, str) and not cell.value.startswith("="))
            yield from (cell.comment.text for cell in row if cell.comment)
        for rule in sheet.data_validations.dataValidation:
            yield from filter(None, (rule.prompt, rule.promptTitle, rule.error, rule.errorTitle))
    book.close()


def document_texts(path: Path) -> Iterator[str]:
    """Yield every text of a shipped Word template."""
    for part in docx.Document(str(path)).part.package.iter_parts():
        if re.match(r"/word/(document|header|foot)\w*\.xml$", part.partname):
            for paragraph in etree.fromstring(part.blob).iter("{*}p"):
                text = "".join(paragraph.itertext("{*}t"))
                yield "" if NO_TEXT.search(text) else text


def button_texts() -> Iterator[str]:
    """Yield what stands on the ribbon and the toolbar: labels and tips."""
    for element in etree.parse(ROOT / "macros" / "ribbon.xml").iter():
        yield from (str(element.get(name)) for name in ("label", "tag", "screentip", "supertip") if element.get(name))
    for path in sorted((ROOT / "macros" / "calc").rglob("*.x*")):
        for element in etree.parse(path).iter("{*}value", "{*}name"):
            if element.get("{http://www.w3.org/XML/1998/namespace}lang", element.get("lang", "")) == "id":
                yield element.text or ""


def file_texts(path: Path) -> Iterator[str]:
    """Yield the lines that a script or a letter shows."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if path.suffix == ".txt" or line.startswith("echo "):
            yield line.removeprefix("echo ")


def guide_texts(path: Path) -> Iterator[str]:
    """Yield the paragraphs of a guide, without what is typed and what is linked to."""
    text = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|\[[\w-]+\.md", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    yield from re.split(r"\n\s*\n", text)


def staff_texts() -> dict[str, list[str]]:
    """Return every text by where it stands, without repeats inside one place."""
    places: dict[str, Iterator[str]] = {"perintah kinerja": command_texts(), "pita dan bilah alat": button_texts()}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(FOR_ENGINEERS):
            places[name] = code_texts(path)
    for path in sorted(PACKAGE.rglob("luring/*.[ct][mx]*")):
        places[path.relative_to(PACKAGE).as_posix()] = file_texts(path)
    for path in sorted((ROOT / "workbook_templates").glob("*.xlsx")):
        places[path.name] = workbook_texts(path)
    for path in sorted((ROOT / "workbook_templates").glob("*.docx")):
        places[path.name] = document_texts(path)
    for path in sorted((ROOT / "docs").glob("panduan*.md")):
        places[path.name] = guide_texts(path)
    found = {name: dict.fromkeys(text.strip() for text in texts if text.strip()) for name, texts in places.items()}
    return {name: list(texts) for name, texts in found.items() if texts}
