"""From a press to the workbook it was pressed in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from kinerja_xl.faces.ribbon.host import Host
from kinerja_xl.install.panggilan import Panggilan

PIPE, DOKUMEN = "KINERJA_PIPE", "KINERJA_DOC_UID"
"""What the Calc toolbar's launcher puts into the environment: the pipe of this LibreOffice, and which document."""


def connect_host(call: Panggilan, environment: Mapping[str, str]) -> Host:
    """Return the program that was pressed in. Raises HostUnknown, NoBookOpen."""
    # nothing of xlwings.pro is used: it has another licence, and it would take a sixth of what importing xlwings takes
    sys.modules.setdefault("xlwings.pro", None)  # type: ignore[arg-type] # None keeps a module from being imported
    if pipe := environment.get(PIPE):
        from kinerja_xl.faces.ribbon.calc_host import Calc

        return Calc(pipe)
    from kinerja_xl.faces.ribbon.excel_host import connect_excel

    return connect_excel(call.jendela)


def find_book(host: Host, call: Panggilan, environment: Mapping[str, str]) -> Any:
    """Return the workbook that was pressed in. Raises NoBookOpen, ProtectedView, HostBusy."""
    return host.find_book(environment.get(DOKUMEN, "") if environment.get(PIPE) else call.buku)
