"""No text for staff has a word outside the dictionary and the glossary, nor one of the common slips."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from staff_texts import staff_texts

ROOT = Path(__file__).parents[2]
GLOSARIUM = (ROOT / "docs" / "GLOSARIUM.md").read_text(encoding="utf-8")
NO_WORDS = re.compile(r"\{[^}]*\}|<[^>]*>|https?://\S+|[\w.]+\.\w{2,8}\b|--[\w-]+|\bcom\.\S+|%\w+%")
"""Fields to be filled, addresses, file names, options, names of settings."""
WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ-]*[A-Za-zÀ-ÿ]")
SLIPS = re.compile(
    r"\bdi (rubah|ubah|isi|kirim|terima|baca|buat|simpan|tutup|buka|lihat|hapus|pindahkan|kembalikan)(?![\w/])|"
    r"(?i:\b(dimana|diatas|dibawah|disini|disana|kedalam|diluar|silahkan|resiko|analisa|aktifitas|ijin|prosentase|merubah|"
    r"dirubah|himbau\w*|nasehat|obyek|subyek|propinsi|tehnik|nomer|ijasah|standarisasi|sekedar|antri|apotik|jaman|"
    r"kuatir|praktek|kwalitas|sistim|jadual|hirarki|kwitansi|dari pada|adalah merupakan|agar supaya)\b)")
"""The first part in small letters only: Kirim and Kembalikan are folders."""


def unknown(words: set[str]) -> set[str]:
    """Those of the words that hunspell's Indonesian dictionary does not have."""
    said = subprocess.run(["hunspell", "-d", "id_ID", "-l", "-i", "utf-8"], input="\n".join(sorted(words)), text=True,
                          capture_output=True, check=True)
    assert said.stderr == "", said.stderr
    return set(said.stdout.split())


def listed() -> set[str]:
    return {word.lower() for word in WORD.findall(GLOSARIUM.partition("\nTidak dipakai:")[0])} | outside_dictionary()


def outside_dictionary() -> set[str]:
    section = GLOSARIUM.partition("## Kata di luar kamus")[2]
    items = re.findall(r"^- [^:]+:([^.]+)\.$", section, re.MULTILINE)
    return {word.lower() for item in items for word in WORD.findall(item)}


def strange(*texts: str) -> set[str]:
    """The words of texts that neither the dictionary nor the glossary has; ``-nya`` may stand behind any word."""
    words = {word for text in texts for word in WORD.findall(NO_WORDS.sub(" ", text))}
    forms = {word: {word, word.lower(), word.removesuffix("nya"), word.lower().removesuffix("nya")} for word in words}
    bad, known = unknown(set().union(*forms.values())), listed()
    return {word.lower() for word in words if forms[word] <= bad and not forms[word] & known}


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    return staff_texts()


def test_every_word_is_in_the_dictionary_or_the_glossary(texts: dict[str, list[str]]) -> None:
    found = strange(*(text for place in texts.values() for text in place))
    where = {word: f"{place}: {text[:90]}" for word in found for place, several in texts.items() for text in several
             if word in {one.lower() for one in WORD.findall(NO_WORDS.sub(" ", text))}}
    assert where == {}, "mend it, or name it in docs/GLOSARIUM.md"


def test_no_text_has_a_common_slip(texts: dict[str, list[str]]) -> None:
    assert [f"{place}: {slip[0]}: {text[:80]}" for place, several in texts.items() for text in several
            if (slip := SLIPS.search(text))] == []


def test_every_word_outside_the_dictionary_is_used(texts: dict[str, list[str]]) -> None:
    used = {word.lower() for several in texts.values() for text in several for word in WORD.findall(text)}
    stems = used | {word.removesuffix("nya") for word in used}
    assert sorted(outside_dictionary() - stems) == []


@pytest.mark.parametrize(("text", "words"), [
    ("Berkas ini dikirimkan kepada Kasubid.", set()), ("Klik tombolnya, lalu buka indikatornya.", set()),
    ("Brekas ini ditrima.", {"brekas", "ditrima"}), ("The file was not found.", {"found", "the", "was"}),
])
def test_what_counts_as_strange(text: str, words: set[str]) -> None:
    assert strange(text) == words


@pytest.mark.parametrize("text", ["Silahkan isi.", "sel yang di isi", "Nilai dirubah.", "analisa kinerja",
                                  "diatas 100"])
def test_what_counts_as_a_slip(text: str) -> None:
    assert SLIPS.search(text)


def test_all_kinds_of_texts_are_read(texts: dict[str, list[str]]) -> None:
    """One sentence of each kind, as a person reads it on screen."""
    everything = "\n".join(text for several in texts.values() for text in several)
    for sentence in ("Buat kantor baru: folder, pengaturan, templat, dan rencana.", "Memeriksa isian di layar",
                     "Realisasi kinerja sub kegiatan {kode} belum diisi.",
                     "Folder isi tidak ada di samping berkas ini.", "LEMBAR DISPOSISI",
                     "Satu baris untuk tiap indikator."):
        assert sentence in everything, sentence


def test_every_message_says_what_happened_and_the_next_step() -> None:
    """Two sentences of their own, the first beginning with a capital or a fact, the second telling what to do."""
    from make_pages import every_error

    for error in every_error():
        assert re.match(r"[A-Z{“]", error.pattern), error.code
        assert re.match(r"[A-Z{“]", error.hint), error.code
        assert error.hint.strip() != error.pattern.strip(), error.code
        assert " " in error.hint or error.hint in {"{langkah}", "{petunjuk}"}, error.code
