"""Message boxes of a LibreOffice with windows, found and answered from another thread than the one that waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from soffice_uji import SofficeUji

from kinerja_xl.engines.calc.guarding import is_uno

SHOWING = 25  # com.sun.star.accessibility.AccessibleStateType
ALERT, DIALOG, PUSH_BUTTON = 1, 12, 44  # com.sun.star.accessibility.AccessibleRole
WAIT_SECONDS = 30
LAID_OUT = 1  # the width of a part that has no place yet


class Box(NamedTuple):
    """A message box as it was shown, and what the call that showed it gave."""

    title: str
    texts: list[str]
    buttons: list[str]
    answer: object


def answered(office: SofficeUji, show: Callable[[], object], press: str,
             look: Callable[[Any], object] = lambda _box: None) -> Box:
    """Run ``show`` in a thread, press the named button of its box, wait for the answer; ``look`` sees the box first."""
    answers: list[object] = []
    before = office.windows()
    waiting = threading.Thread(target=lambda: answers.append(show()))
    waiting.start()
    _wait_for_window(office, before, waiting)
    shown, _, context = _shown_box(office.toolkit, waiting, press)
    look(context)
    _press_until_gone(office.toolkit, waiting, press)
    assert not waiting.is_alive(), "the message box was not closed"
    return shown._replace(answer=answers[0])


def _wait_for_window(office: SofficeUji, before: set[str], waiting: threading.Thread) -> None:
    """Leave the toolkit alone until a window is new: two threads that ask it at once may miss members of it (pyuno)."""
    deadline = time.monotonic() + WAIT_SECONDS
    while not office.windows() - before:
        assert waiting.is_alive(), "the call ended without showing a box"
        assert time.monotonic() < deadline, "no message box appeared"


def _shown_box(toolkit: Any, waiting: threading.Thread, press: str) -> tuple[Box, Any, Any]:
    """The box, once it stands there with the button that is wanted: it comes to the screen before all its parts do."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        time.sleep(0.1)
        assert waiting.is_alive(), "the call ended without showing a box"
        if found := _find_box(toolkit, press):
            return found
    raise AssertionError("no message box appeared")


def _find_box(toolkit: Any, press: str) -> tuple[Box, Any, Any] | None:
    for context in boxes(toolkit):
        with whatever_is_gone():
            found = list(_below(context))
            buttons = {part.getAccessibleName(): part for part in found if part.getAccessibleRole() == PUSH_BUTTON}
            texts = [name for part in found if (name := part.getAccessibleName()) and name not in buttons]
            if press in buttons and buttons[press].getSize().Width > LAID_OUT:
                return Box(context.getAccessibleName(), texts, list(buttons), None), buttons[press], context
    return None


def _press_until_gone(toolkit: Any, waiting: threading.Thread, press: str) -> None:
    """Press once, and once more only where the box still stands there long after: it was not ready for the first."""
    for _ in range(2):
        found = _find_box(toolkit, press)  # anew: what was found while the box was laid out may be gone
        with whatever_is_gone():
            if found and found[1].getAccessibleStateSet().contains(SHOWING):
                found[1].doAccessibleAction(0)
        waiting.join(WAIT_SECONDS / 2)
        if not waiting.is_alive():
            return


def dismiss_boxes(toolkit: Any) -> None:
    """Press a button of each box that a test left on the screen, so that the next one finds none."""
    for context in boxes(toolkit):
        with whatever_is_gone():
            next(part for part in _below(context) if part.getAccessibleRole() == PUSH_BUTTON).doAccessibleAction(0)


def boxes(toolkit: Any) -> Iterator[Any]:
    """The message boxes and dialogs that are on the screen."""
    for place in range(toolkit.getTopWindowCount()):
        with whatever_is_gone():
            window = toolkit.getTopWindow(place)
            context = window.getAccessibleContext() if hasattr(window, "getAccessibleContext") else None
            if context and context.getAccessibleRole() in (ALERT, DIALOG) \
                    and context.getAccessibleStateSet().contains(SHOWING):
                yield context


class whatever_is_gone:  # noqa: N801 - used as a word of a sentence
    """Windows come and go while they are looked at: what LibreOffice says of one that is gone is let pass.

    Not made with contextlib: that sets the traceback of an exception, and one of UNO cannot have any set.
    """

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> bool:
        return error is not None and is_uno(error)


def _below(context: Any) -> Iterator[Any]:
    for place in range(context.getAccessibleChildCount()):
        child = context.getAccessibleChild(place).getAccessibleContext()
        yield child
        yield from _below(child)
