"""Message boxes of a LibreOffice with windows, found and answered from another thread than the one that waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from kinerja_xl.engines.calc.guarding import is_uno
from kinerja_xl.engines.calc.uno_bridge import Bridge

SHOWING = 25  # com.sun.star.accessibility.AccessibleStateType
ALERT, PUSH_BUTTON = 1, 44  # com.sun.star.accessibility.AccessibleRole
WAIT_SECONDS = 30


class Box(NamedTuple):
    """A message box as it was shown, and what the call that showed it gave."""

    title: str
    texts: list[str]
    buttons: list[str]
    answer: object


def answered(pipe: str, show: Callable[[], object], press: str) -> Box:
    """Run ``show`` in a thread, press the named button of its box, wait for the answer."""
    answers: list[object] = []
    waiting = threading.Thread(target=lambda: answers.append(show()))
    waiting.start()
    toolkit = Bridge(pipe).create("com.sun.star.awt.Toolkit")
    context = _shown_box(toolkit, waiting)
    found = list(_below(context))
    buttons = [part for part in found if part.getAccessibleRole() == PUSH_BUTTON]
    texts = [part.getAccessibleName() for part in found if part not in buttons and part.getAccessibleName()]
    title, labels = context.getAccessibleName(), [button.getAccessibleName() for button in buttons]
    _press_until_gone(buttons[labels.index(press)], waiting)
    assert not waiting.is_alive(), "the message box was not closed"
    return Box(title, texts, labels, answers[0])


def _press_until_gone(button: Any, waiting: threading.Thread) -> None:
    """Press once, and once more only where the box still stands there long after: it was not ready for the first."""
    for _ in range(2):
        if button.getAccessibleStateSet().contains(SHOWING):
            button.doAccessibleAction(0)
        waiting.join(WAIT_SECONDS / 2)
        if not waiting.is_alive():
            return


def _shown_box(toolkit: Any, waiting: threading.Thread) -> Any:
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        assert waiting.is_alive(), "the call ended without showing a box"
        for place in range(toolkit.getTopWindowCount()):
            context = _context(toolkit.getTopWindow(place))
            if context and context.getAccessibleRole() == ALERT and context.getAccessibleStateSet().contains(SHOWING):
                return context
        time.sleep(0.05)
    raise AssertionError("no message box appeared")


def _context(window: Any) -> Any:
    """What accessibility knows of a window; None while it is coming or going."""
    try:
        return window.getAccessibleContext() if hasattr(window, "getAccessibleContext") else None
    except Exception as error:
        if not is_uno(error):
            raise
        return None


def _below(context: Any) -> Iterator[Any]:
    for place in range(context.getAccessibleChildCount()):
        child = context.getAccessibleChild(place).getAccessibleContext()
        yield child
        yield from _below(child)
