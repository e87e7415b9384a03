"""``python -m kinerja_xl`` and the console script ``kinerja``."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> None:
    """Run the command line, or what a ribbon button started, and leave with its exit code."""
    if sys.argv[1:2] == ["pita"]:  # before the command line's library is imported: a press must answer at once
        gc.disable()  # what a press allocates is small and goes with the process
        from kinerja_xl.faces.pita import main as press

        leave_at_once(press(sys.argv[2:]))
    if sys.argv[1:2] == ["layani"]:
        from kinerja_xl.kantor.reader.reading import READER

        READER.start()  # it gets ready while this process still loads what serving needs
    from kinerja_xl.faces.cli import run

    sys.exit(run(sys.argv[1:]))


def leave_at_once(code: int) -> NoReturn:
    """End the process without winding Python up.

    Everything is done and said by then; LibreOffice's pyuno outlives the interpreter in its threads and ends about one
    press in a hundred by a crash (seen with 7.4), which the launcher would have to tell as K603.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
