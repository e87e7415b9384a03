"""What happens in the demo: the four quarters of 2026 of the sample office, moment by moment."""

from __future__ import annotations

from datetime import datetime

from kinerja_xl.faces.demo import cerita_tw1, cerita_tw2, cerita_tw3, cerita_tw4
from kinerja_xl.faces.demo.babak import Adegan, Babak
from kinerja_xl.faces.demo.cerita_tw1 import TW1
from kinerja_xl.faces.demo.cerita_tw2 import TW2
from kinerja_xl.faces.demo.cerita_tw3 import TW3
from kinerja_xl.faces.demo.cerita_tw4 import TW4
from kinerja_xl.faces.jam import WITA

DIBUAT = datetime(2026, 4, 9, 15, 0, tzinfo=WITA)
"""When the office is made: the afternoon before the day of assignment."""
CERITA: tuple[tuple[Babak, tuple[Adegan, ...]], ...] = (
    (TW1, cerita_tw1.ADEGAN), (TW2, cerita_tw2.ADEGAN), (TW3, cerita_tw3.ADEGAN), (TW4, cerita_tw4.ADEGAN))
TEMPAT = (*cerita_tw1.TEMPAT, *cerita_tw2.TEMPAT, *cerita_tw3.TEMPAT, *cerita_tw4.TEMPAT)
"""What the tour at the end opens: label and path relative to the root."""
DITAHAN = (cerita_tw1.CUPLIKAN, TW2.lembar(cerita_tw1.TERLAMBAT))
"""The files that are held and stay so."""
