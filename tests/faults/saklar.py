"""A pytest plugin that switches one protection off before tests are loaded: ``KINERJA_SAKLAR=<place in the table>``."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Any

from protections import PERLINDUNGAN, Perlindungan

import kinerja_xl


def pytest_configure() -> None:
    """Switch off what the environment names."""
    switch_off(PERLINDUNGAN[int(os.environ["KINERJA_SAKLAR"])])


def switch_off(perlindungan: Perlindungan) -> None:
    """Put the replacement where the protection stands, also where other modules have taken it in by its name."""
    for room in ("domain", "routing", "workbook", "kantor"):
        package = importlib.import_module(f"{kinerja_xl.__name__}.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    place, _, name = perlindungan.tempat.partition(":")
    home: Any = sys.modules[f"kinerja_xl.{place}"]
    *owners, name = name.split(".")
    for owner in owners:
        home = getattr(home, owner)
    before = getattr(home, name)
    setattr(home, name, perlindungan.diganti)
    for module in [module for key, module in sys.modules.items() if key.startswith("kinerja_xl.") and not owners]:
        if vars(module).get(name) is before:
            setattr(module, name, perlindungan.diganti)
