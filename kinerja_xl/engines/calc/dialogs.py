"""Message boxes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .errors import NoWindow
from .uno_bridge import Bridge

# com.sun.star.awt.MessageBoxButtons, and what closing the box without a button means
BUTTONS = {"ok": (1, "ok"), "ok_cancel": (2, "cancel"), "yes_no": (3, "no"), "yes_no_cancel": (4, "cancel")}
KINDS = {None: "MESSAGEBOX", "info": "INFOBOX", "critical": "ERRORBOX"}
ASKING = "QUERYBOX"  # for "info" with more buttons than OK: an INFOBOX shows OK alone, whatever is asked for
ANSWERS = {1: "ok", 2: "yes", 3: "no"}  # com.sun.star.awt.MessageBoxResults; 0 is cancel, or closed


def alert_in_front(bridge: Bridge, desktop: Any, own_frame: Callable[[], Any], prompt: str, title: str | None,
                   buttons: str, mode: str | None) -> str:
    """Show a message in the window in front and wait: ``ok``, ``cancel``, ``yes`` or ``no``.

    Where none is in front it shows in that of ``own_frame()``, or by itself (None). Closing the box counts as cancel,
    and as no or ok where there is no Cancel. Raises NoWindow for a window that is not visible (a message in it would
    wait for ever), ValueError for other buttons or modes than xlwings'.
    """
    if buttons not in BUTTONS or mode not in KINDS:
        raise ValueError(f"no such message box: buttons {buttons!r}, mode {mode!r}")
    frame = desktop.getCurrentFrame() or own_frame()
    window = None if frame is None else frame.ContainerWindow
    if window is not None and not window.isVisible():
        raise NoWindow("the window is not visible, a message in it would never be answered")
    code, closed = BUTTONS[buttons]
    kind = bridge.enum("com.sun.star.awt.MessageBoxType", ASKING if mode == "info" and buttons != "ok" else KINDS[mode])
    toolkit = bridge.create("com.sun.star.awt.Toolkit")
    box = toolkit.createMessageBox(window, kind, code, title or "LibreOffice Calc", prompt)
    try:
        return ANSWERS.get(box.execute(), closed)
    finally:
        box.dispose()  # or it stays among the windows of the office
