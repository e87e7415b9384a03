"""Every member xlwings' base classes have works in a real Calc or raises NotImplementedError, as the page says."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

import pytest
import xlwings as xw
from anggota import MISSING, WORKS, Member, classes, members, stated
from anggota_dicoba import TRIED, Given
from soffice_uji import SofficeUji

STATED = stated()
HERE = [member for member in members() if STATED.get(member) == WORKS]
NOT_HERE = [member for member in members() if STATED.get(member) != WORKS]


@pytest.fixture(scope="module")
def given(connected: xw.main.Engine, windowed: SofficeUji, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    before = xw.engines.active
    connected.activate()
    app = connected.apps.active
    book = app.books.add()
    sheet = book.sheets[0]
    sheet.name = "Data"
    book.sheets.add("Lain", after=sheet)
    sheet["A1"].value = [["kode", 1], ["nama", 2]]
    name = book.names.add("blok", "=Data!$A$1:$B$2")
    note = sheet["A1"].add_note("catatan")
    yield Given(connected.impl.apps, app.impl, app.books.impl, book.impl, book.sheets.impl, sheet.impl,
                sheet["A1"].impl, book.names.impl, name.impl, note.impl, tmp_path_factory.mktemp("anggota"), windowed)
    book.close()
    xw.engines.active = before


def test_the_page_lists_exactly_the_members_xlwings_has() -> None:
    assert sorted(STATED) == sorted(members())


def test_every_member_that_works_is_tried() -> None:
    assert sorted(TRIED) == sorted(HERE)


@pytest.mark.parametrize("member", HERE, ids=lambda member: ".".join(member))
def test_a_member_that_works_does_so(given: Given, member: Member) -> None:
    action, wanted = TRIED[member]
    assert action(given) == wanted


@pytest.mark.parametrize("member", NOT_HERE, ids=lambda member: ".".join(member))
def test_a_member_that_is_missing_says_so(given: Given, member: Member) -> None:
    assert STATED[member] == MISSING
    kind, name = member
    thing = getattr(given, kind, None) or classes()[kind]()  # no engine object of the other classes is ever given
    with pytest.raises(NotImplementedError):
        call(thing, name)


def call(thing: Any, member: str) -> None:
    """Read, set or call the member, whatever arguments it wants."""
    if member.endswith(" ="):
        setattr(thing, member.removesuffix(" ="), "x")
        return
    found = getattr(type(thing), member)
    if isinstance(found, property):
        getattr(thing, member)
        return
    wanted = list(inspect.signature(found).parameters.values())
    own = isinstance(inspect.getattr_static(type(thing), member), staticmethod) or not wanted
    needed = [1 for each in wanted[0 if own else 1:]
              if each.default is each.empty and each.kind is each.POSITIONAL_OR_KEYWORD]
    result = found(*needed) if own else found(thing, *needed)
    if inspect.isawaitable(result):
        asyncio.run(result)


def test_no_object_of_the_missing_classes_is_ever_handed_out(given: Given) -> None:
    for accessor in ("charts", "shapes", "tables", "pictures", "page_setup", "freeze_panes", "comments"):
        with pytest.raises(NotImplementedError):
            getattr(given.Sheet, accessor)
    for accessor in ("font", "borders", "characters", "conditional_formats", "data_validation", "autofilter", "table"):
        with pytest.raises(NotImplementedError):
            getattr(given.Range, accessor)
