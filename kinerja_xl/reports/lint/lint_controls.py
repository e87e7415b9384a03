"""What the linter says about the controls around figures: Word refuses doubled ids and cuts long names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from kinerja_xl.reports.word.figures import bookmark_of_tag, is_tag
from kinerja_xl.reports.word.parts import W

_MAX_NAME = 64
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def check_controls(name: str, root: etree._Element) -> Iterator[str]:
    """Yield each id or figure that occurs twice, each name that is too long, and each figure without its bookmark."""
    controls = list(root.iter(f"{W}sdt"))
    for kind in ("id", "tag"):
        values = Counter(value for control in controls if (value := _value(control, kind))
                         and (kind == "id" or is_tag(value)))
        yield from (f"{name}: control {kind} {value} occurs {times} times"
                    for value, times in values.items() if times > 1)
    for control in controls:
        yield from _check_control(name, control)
    for prefix in (root.get(_IGNORABLE) or "").split():
        if prefix not in root.nsmap:
            yield f"{name}: {prefix} may be ignored but is not declared"


def _check_control(name: str, control: etree._Element) -> Iterator[str]:
    tag = _value(control, "tag")
    for kind in ("tag", "alias"):
        if len(_value(control, kind)) > _MAX_NAME:
            yield f"{name}: control {kind} {_value(control, kind)} is too long"
    content = control.find(f"{W}sdtContent")
    if content is None or len(content) == 0:
        yield f"{name}: control {tag} holds nothing"
    elif is_tag(tag) and bookmark_of_tag(tag) not in {
            start.get(f"{W}name") for start in content.iter(f"{W}bookmarkStart")}:
        yield f"{name}: control {tag} has no bookmark of its name"


def _value(control: etree._Element, kind: str) -> str:
    element = control.find(f"{W}sdtPr/{W}{kind}")
    return "" if element is None else element.get(f"{W}val", "")
