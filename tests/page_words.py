"""Words and signs no printed page may carry: English, broken values, numbers in another country's spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORDS = """
about above account achievement action address after again against all already also always an and annual another any
appendix approve approved are attachment average background because been before being below between blank both budget
but button by can cannot category cell chapter child children city click close closed column columns conclusion content
contents could count cover day days deadline dear delete deleted department did district does done download draft due
during each either empty enter error every evidence false family figure file files first five follow for four
fourth from get given goal goals good got government half has have he head health her here high his history home hour
hours house how hundred if in indicator indicators insert introduction is it its last late least less level link list
login low made make many medium men million missing month months more most much name need needed neither new next nine
none not note notes null number objective of office old on one only open or other our over page pages paper password
pending people percent percentage performance person phone plan planning plans please policy poor press previous print
printed province quarter rate realization reason receiver recommendation regards rejected remark remarks report reports
returned row rows same save saved scale school second see select sender seven she sheet sheets should show shown
signature signed sincerely six social some source still street subject such sum summary support supporting table take
taken ten than that the their them then there these they third this those thousand three through time to today tomorrow
true twelve two under unknown until update updated upload use used user username using value values version very village
warning was we week weeks were what when where which while who why will with within without woman women work worker
working would year years yes yesterday yet you your
january february march may june july august october december aug oct dec
monday tuesday wednesday thursday friday saturday sunday
"""
INGGRIS = frozenset(_WORDS.split())
"""Common English words that are no Indonesian words, and months and days in English."""

_BROKEN = re.compile(r"#{3,}|#(?:REF|DIV/0|NAME|VALUE|N/A|NUM|NULL)[!?]?|Err:5\d\d|[{}]|<class|NoneType|Traceback"
                     r"|(?<![\w/])(?:None|nan|NaN|True|False|TRUE|FALSE)(?![\w/])")
_NUMBERS = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+\.\d|(?<![\d,.])\d{1,3}(?:,\d{3}){2,}(?!\d)"
                      r"|(?<![\d.])\d+\.(?:\d{1,2}|\d{4,})\s?%")
_LETTERS = re.compile(r"[A-Za-z]+")


def wrong_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield (rule, what stands there) for a page's text."""
    yield from (("nilai rusak", found[0]) for found in _BROKEN.finditer(text))
    yield from (("penulisan angka", found[0]) for found in _NUMBERS.finditer(text))
    for word in _LETTERS.findall(text):
        short_name = word.isupper() and len(word) <= 3  # IT, TO: abbreviations
        if not short_name and word.casefold() in INGGRIS:
            yield "kata Inggris", word
