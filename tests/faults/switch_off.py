"""Switches off each protection in turn and runs its test, which must fail; prints a row for each of the 30 faults.

    python tests/faults/switch_off.py [NOMOR ...]

First all tests run with everything in place and must pass. A test that stays green without its protection proves
nothing, and this command fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from protections import PERLINDUNGAN, Perlindungan

ROOT = Path(__file__).parents[2]
FAULTS = range(1, 31)
_FAILED = 1
"""What pytest ends with when it ran the test and the test failed; anything else is a mistake of the table."""


def run_tests(tests: Sequence[str], saklar: int | None = None) -> tuple[int, str]:
    """Run tests in a process of their own, with one protection off; return pytest's code and its last lines."""
    off = ["-p", "saklar"] if saklar is not None else []
    path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run([sys.executable, "-m", "pytest", *off, "--timeout", "120", *dict.fromkeys(tests)], cwd=ROOT,
                          text=True, capture_output=True,
                          env={**os.environ, "PYTHONPATH": path, "KINERJA_SAKLAR": str(saklar)})
    return done.returncode, "\n".join((done.stdout + done.stderr).splitlines()[-15:])


def colour(perlindungan: Perlindungan) -> str:
    """Return ``red`` where the test fails without its protection, ``green`` where it passes, else what pytest said."""
    code, said = run_tests([perlindungan.uji], PERLINDUNGAN.index(perlindungan))
    return {_FAILED: "red", 0: "green"}.get(code, f"pytest ended with {code}:\n{said}")


def main(asked: Sequence[str]) -> int:
    numbers = [int(number) for number in asked] or list(FAULTS)
    rows = [perlindungan for perlindungan in PERLINDUNGAN if perlindungan.nomor in numbers]
    code, said = run_tests([perlindungan.uji for perlindungan in rows])
    if code:
        print(f"not green with every protection in place:\n{said}")
        return 1
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        colours = dict(zip(rows, pool.map(colour, rows), strict=True))
    for number in numbers:
        own = [perlindungan for perlindungan in rows if perlindungan.nomor == number]
        print(f"{number:2}  {'; '.join(p.apa for p in own)}  |  {'; '.join(p.uji.partition('::')[2] for p in own)}  |  "
              f"{'; '.join(dict.fromkeys(colours[p] for p in own)) or 'no protection is listed'}")
    reds = sum(all(colours[p] == "red" for p in rows if p.nomor == number) and any(p.nomor == number for p in rows)
               for number in numbers)
    print(f"{reds} of {len(numbers)} rows are red")
    return int(reds < len(numbers))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
