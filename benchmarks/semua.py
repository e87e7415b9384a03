"""Every benchmark after each other, with the machine and its load: the source of docs/kinerja-waktu.md.

    python benchmarks/semua.py
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SETTING = {**os.environ, "PYTHONPATH": str(HERE.parent / "tests" / "faults")}
"""Some play the quarter of the fault tests."""


def main() -> int:
    """Return 1 where one of them missed its target or could not assert its result."""
    failed = []
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for script in sorted(HERE.glob("*.py")):
        if script.name == Path(__file__).name:
            continue
        print(f"\n== {script.stem} (load {os.getloadavg()[0]:.1f})", flush=True)
        if subprocess.run([sys.executable, str(script)], env=SETTING, check=False).returncode:
            failed.append(script.stem)
    print(f"\nload at the end {os.getloadavg()[0]:.1f}; missed its target: {', '.join(failed) or 'none'}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
