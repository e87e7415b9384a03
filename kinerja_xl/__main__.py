"""``python -m kinerja_xl`` and the console script ``kinerja``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line, or what a ribbon button started, and leave with its exit code."""
    if sys.argv[1:2] == ["pita"]:  # before the command line's library is imported: a press must answer at once
        from kinerja_xl.faces.pita import main as press

        sys.exit(press(sys.argv[2:]))
    from kinerja_xl.faces.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
