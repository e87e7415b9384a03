"""Who recorded an act: the account and PC the service runs under."""

from __future__ import annotations

import getpass
import platform
from functools import cache


@cache
def recorded_by() -> str:
    """Return ``account@PC`` of this process."""
    return f"{getpass.getuser()}@{platform.node()}"
