"""Shows that the clicks prove the installed launcher: with a broken one, every test that presses a button fails.

    python tests/calc/peluncur_rusak.py

Runs ``tests/calc`` once in an account whose launcher was broken after ``kinerja pasang``. Exit 0 where all of them
failed, 1 where one passed nevertheless. Some minutes; each failure comes after three clicks without an answer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

WITHOUT_A_PRESS = {  # the tools of the tests, and homes of their own where nothing is pressed
    "test_who_opens_a_trap_is_seen", "test_the_traps_work_where_a_program_is_careless",
    "test_the_toolbar_comes_is_found_good_and_goes_without_a_trace",
    "test_where_libreoffice_does_not_take_the_toolbar_its_own_words_are_told"}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "hasil.xml"
        command = [sys.executable, "-m", "pytest", str(Path(__file__).parent), f"--junitxml={report}", "--tb=line"]
        subprocess.run(command, env={**os.environ, "KINERJA_PELUNCUR_RUSAK": "1"}, check=False)
        pressing: dict[str, bool] = {}  # whether it failed; an error in a fixture is no failure
        for case in ElementTree.parse(report).iter("testcase"):
            name = case.get("name", "")
            if name.partition("[")[0] not in WITHOUT_A_PRESS:
                pressing[name] = pressing.get(name, False) or case.find("failure") is not None
    others = [name for name, failed in pressing.items() if not failed]
    print(f"{len(pressing)} tests press a button; with a broken launcher {len(pressing) - len(others)} of them fail")
    for name in others:
        print(f"does not fail: {name}")
    return 1 if others or not pressing else 0


if __name__ == "__main__":
    sys.exit(main())
