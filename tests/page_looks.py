"""What a printed page must not show by its own looks: cut text, overprinted text, a remnant of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from page_print import DPI, Fault, Page, Picture, Word

EDGE = 10.0  # points: nearer to the edge of the paper no printer prints
BAND = 50.0  # points above and below that belong to running head and foot
LEAST = {".docx": 0.25, ".xlsx": 0.12}  # of a page's body: what at least is used
SMALLEST = 4.2 * 1.3  # points of a word's height as poppler gives it: letters of 4,2 points
TALL, SMALL, FEET = (0.12, 0.30), (0.25, 0.45), (0.58, 0.71)
"""Where a word's ink is found, as shares of the height poppler gives it: tops of tall letters (b, K, 7) and of small
ones (a, n), and what stands on the line; measured on Liberation Sans and Carlito."""
_CONTRAST = 60
_OVER = 0.55  # of a word's height; words in neighbouring lines and rows overlap by up to a half, as poppler measures


def judge_page(page: Page, suffix: str) -> Iterator[Fault]:
    """Yield what is wrong on one page by its own looks."""
    for word in page.words:
        if min(word.left, word.top, page.width - word.right, page.height - word.bottom) < EDGE:
            yield page.number, "di luar tepi kertas", word.text
        elif not is_visible(word, page.picture):
            yield page.number, "teks terpotong", word.text
    tiny = [word.text for word in page.words if word.bottom - word.top < SMALLEST]
    if tiny:
        yield page.number, "huruf terlalu kecil", " ".join(tiny)[:60]
    yield from ((page.number, "teks bertindihan", f"{one.text} / {other.text}") for one, other in overlaps(page.words))
    used = used_share(page)
    if used < LEAST[suffix] and not (page.first and used > 0):  # each sheet begins a page, however short it is
        yield page.number, "halaman hampir kosong", f"terisi {used:.0%}"


def is_visible(word: Word, picture: Picture) -> bool:
    """Whether a word of three letters or more has ink at both ends, above and at its feet."""
    if sum(letter.isalnum() for letter in word.text) < 3 or not word.text[:1].isalnum() or not word.text[-1:].isalnum():
        return True
    scale = DPI / 72
    left, right = int(word.left * scale), int(word.right * scale) + 1
    height = word.bottom - word.top

    def strip(upper: float, lower: float) -> list[bytes]:
        return [picture.row(y, left, right) for y in range(int((word.top + height * upper) * scale),
                                                           int((word.top + height * lower) * scale) + 1)]

    above, feet = strip(*(TALL if any(map(_is_tall, word.text)) else SMALL)), strip(*FEET)
    grey = sorted(b"".join(above + feet))
    marks = _inks(grey[len(grey) // 2] if grey else 255)
    above, feet = ([line.translate(marks) for line in part] for part in (above, feet))
    third = max((right - left) // 3, 1)
    lines = [line for line in (*above, *feet) if line.count(1) < 0.9 * len(line)]  # a full line is a border
    return (any(line in lines and 1 in line for line in above) and any(line in lines and 1 in line for line in feet)
            and any(1 in line[:third] for line in lines) and any(1 in line[-third:] for line in lines))


def _is_tall(letter: str) -> bool:
    return letter in "bdfhklt" or letter.isupper() or letter.isdigit()


@lru_cache(maxsize=256)
def _inks(background: int) -> bytes:
    return bytes(int(abs(grey - background) > _CONTRAST) for grey in range(256))


def overlaps(words: Iterable[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield pairs of words that stand on each other."""
    bands: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        for other in bands[int(word.top // 20)]:
            if _cover(word, other):
                yield other, word
        for band in {int(edge // 20) for edge in (word.top - 10, word.top, word.bottom)}:
            bands[band].append(word)


def _cover(one: Word, other: Word) -> bool:
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    wide = min(one.right, other.right) - max(one.left, other.left)
    return (high > _OVER * min(one.bottom - one.top, other.bottom - other.top)
            and wide > 0.2 * min(one.right - one.left, other.right - other.left))


def used_share(page: Page) -> float:
    """Return how much of the body's height lies above the last ink, 0 for an empty page."""
    picture, scale = page.picture, DPI / 72
    top, bottom = int(BAND * scale), picture.height - int(BAND * scale)
    inked = [y for y in range(top, bottom) if picture.row(y).count(255) < picture.width]
    return (inked[-1] - top) / (bottom - top) if inked else 0.0
