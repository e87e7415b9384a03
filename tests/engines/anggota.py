"""The members of xlwings' ``base_classes``, and what docs/engines-calc.md says about each."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from xlwings import base_classes

PAGE = Path(__file__).parents[2] / "docs" / "engines-calc.md"
SPECIAL = ("__iter__", "__len__", "__getitem__", "__call__", "__contains__")
WORKS, MISSING = "works", "NotImplementedError"
Member = tuple[str, str]  # class, name; a setter is "name ="


def classes() -> dict[str, type]:
    """The classes an engine fills with life, by name."""
    return {name: kind for name, kind in vars(base_classes).items()
            if inspect.isclass(kind) and kind.__module__ == base_classes.__name__ and not name.startswith("_")}


def members() -> Iterator[Member]:
    """All public members, and the special methods, as they stand in the code."""
    for name, kind in classes().items():
        for member, value in vars(kind).items():
            if member.startswith("_") and member not in SPECIAL:
                continue
            if isinstance(value, property):
                yield name, member
                if value.fset is not None:
                    yield name, f"{member} ="
            elif callable(value) or isinstance(value, staticmethod):
                yield name, member


def stated() -> dict[Member, str]:
    """What the page says: each member of each class, works or NotImplementedError."""
    said: dict[Member, str] = {}
    for section in re.split(r"^### ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name = section.partition("\n")[0].strip()
        for state, listed in re.findall(rf"^({WORKS}|{MISSING}): (.+)$", section, flags=re.MULTILINE):
            for member in re.findall(r"`([^`]+)`", listed):
                assert (name, member) not in said, f"{name}.{member} stands twice on the page"
                said[name, member] = state
    return said
