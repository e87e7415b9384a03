"""The list of sources of a refreshed document: that of the document the figures came from."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja_xl.reports.word.provenance import sources_part


def refresh_sources(parts: Mapping[str, bytes], baru: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the part with the list of sources, in the place of the one that the document has."""
    here, there = sources_part(parts), sources_part(baru)
    assert here is not None  # only a document with a list can be refreshed
    assert there is not None
    return {here: baru[there]}
