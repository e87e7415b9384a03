"""The dialog for opening a file, found and answered from another thread than the one that waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from kotak_pesan import DIALOG, PUSH_BUTTON, WAIT_SECONDS, boxes, whatever_is_gone
from soffice_uji import SofficeUji

TEXT = 60  # com.sun.star.accessibility.AccessibleRole
LISTS = (56, 58)  # of files and places: a node for each of them
FIELD = "File name:"


def picked(office: SofficeUji, pick: Callable[[], str | None], title: str, path: str | None) -> str | None:
    """Run ``pick`` in a thread, type a path into its dialog and press Open, or Cancel for None; return its answer.

    A press before the dialog waits for one is lost, so it is repeated.
    """
    answers: list[str | None] = []
    waiting = threading.Thread(target=lambda: answers.append(pick()))
    waiting.start()
    deadline = time.monotonic() + WAIT_SECONDS
    while waiting.is_alive():
        assert time.monotonic() < deadline, "the dialog was not closed"
        with whatever_is_gone():
            _answer(office.toolkit, title, path)
        waiting.join(0.3)
    assert answers, "the call ended without an answer"
    return answers[0]


def _answer(toolkit: Any, title: str, path: str | None) -> None:
    for context in boxes(toolkit):
        if (context.getAccessibleRole(), context.getAccessibleName()) == (DIALOG, title):
            parts = {(part.getAccessibleRole(), part.getAccessibleName()): part for part in _parts(context)}
            if path is not None and (TEXT, FIELD) in parts:
                parts[TEXT, FIELD].setText(path)
            button = parts.get((PUSH_BUTTON, "Cancel" if path is None else "Open"))
            if button is not None:
                button.doAccessibleAction(0)
            return


def _parts(context: Any) -> Iterator[Any]:
    for place in range(context.getAccessibleChildCount()):
        child = context.getAccessibleChild(place)
        if child is not None:
            found = child.getAccessibleContext()
            yield found
            if found.getAccessibleRole() not in LISTS:
                yield from _parts(found)
