"""How the service is woken: by events of the system, or by polling where a share sends none."""

from __future__ import annotations

import sys
from pathlib import Path

from kinerja_xl.install.komputer import NETWORK_DISKS, disk_kind

MOUNTS = Path("/proc/mounts")


def needs_polling(akar: Path, mounts: Path = MOUNTS) -> bool:
    """Whether a root lies on a share whose changes make no events on this PC: any network disk on Linux.

    Windows tells of changes on SMB shares; what it misses is found by the next scan (hosts.md).
    """
    if sys.platform != "linux":
        return False
    try:
        told = mounts.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True  # polling always works
    return disk_kind(str(akar.resolve()), told) in NETWORK_DISKS
