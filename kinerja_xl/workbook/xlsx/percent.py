"""Which number formats show per cent: such a cell holds 0.85 for "85%"."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def shows_percent(token: str) -> bool:
    """Return whether a number format (en-US tokens) shows per cent, outside texts and escaped signs in it."""
    return "%" in _QUOTED.sub("", token)
