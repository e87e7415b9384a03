"""The dialog in which a person picks a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import NoWindow

OK = 1  # com.sun.star.ui.dialogs.ExecutableDialogResults
FILEOPEN_SIMPLE = 0  # com.sun.star.ui.dialogs.TemplateDescription


def pick_file(app: Any, title: str, filters: Mapping[str, str]) -> str | None:
    """Show LibreOffice's dialog for opening a file and wait; the path picked, None when it was cancelled.

    ``app`` is the xlwings app; ``filters`` are shown name -> pattern (``*.pdf;*.png``), the first one chosen.
    Raises NoWindow without a visible window: the dialog would never be answered.
    """
    impl = app.impl
    bridge, book = impl.bridge, impl.books.active
    if not book.controller.Frame.ContainerWindow.isVisible():
        raise NoWindow(f"the window of {book.name} is not visible, a dialog in it would never be answered")
    dialog = bridge.create("com.sun.star.ui.dialogs.FilePicker")
    try:
        dialog.initialize((FILEOPEN_SIMPLE,))
        dialog.setTitle(title)
        for name, pattern in filters.items():
            dialog.appendFilter(name, pattern)
        if filters:
            dialog.setCurrentFilter(next(iter(filters)))
        if dialog.execute() != OK:
            return None
        return str(bridge.path(dialog.getSelectedFiles()[0]))
    finally:
        dialog.dispose()
