"""What a role changed although it may not (catatan C401 to C404), by key and column, never by address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kinerja_xl.domain.catatan import MAX_KUTIPAN, Catatan, catat, quote, sorted_catatan
from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel, Perubahan
from kinerja_xl.domain.lembar.isian import as_text, triwulan_of
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, KOLOM_ISIAN, TABEL, LembarKerja, compare, may_change
from kinerja_xl.domain.numbers import format_nilai, parse_nilai
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.sop import Kegiatan, Tindakan

KOSONG = "kosong"
_ANGKA = re.compile(r"(realisasi|pembilang|penyebut|target|pagu)(_|$)")
_KOLOM = re.compile(r"(?P<stem>.+?)(?:_tw(?P<triwulan>[1-4]))?")
_KUNCI = {"indikator": "kode_indikator", "subkegiatan": "kode_subkegiatan"}
_SEBELUM = 20  # letters shown before the first difference


def check_rights(lama: LembarKerja, baru: LembarKerja, peran: Peran,
                 kegiatan: Kegiatan | None = None) -> tuple[Catatan, ...]:
    """Return the catatan about what ``baru`` changed against the last accepted version, and those of its reading.

    Given the Kegiatan, handing over an approved report changes nothing at all: what was approved is what is handed
    over. Values are compared as read, so ``85`` and ``"85,0"`` are the same.
    """
    locked = kegiatan is not None and is_locked(kegiatan)
    return sorted_catatan((
        *baru.daftar_catatan, *_check_columns(lama, baru), *_check_rows(lama, baru),
        *_check_values(lama, baru, peran, locked)))


def is_locked(kegiatan: Kegiatan) -> bool:
    """Whether nobody may change anything by this Kegiatan: what was approved is what is handed over."""
    return kegiatan.tindakan is Tindakan.SERAHKAN_KE_PERENCANAAN


def changes(lama: LembarKerja, baru: LembarKerja) -> tuple[Perubahan, ...]:
    """Return what differs between two versions, by key and column; values are compared as read."""
    return compare(_comparable(lama), _comparable(baru))


def _check_values(lama: LembarKerja, baru: LembarKerja, peran: Peran, locked: bool) -> Iterator[Catatan]:
    triwulan = triwulan_of(lama) or 0
    for perubahan in changes(lama, baru):
        kunci = perubahan.kunci
        if (may_change(kunci, peran, triwulan) and not locked) or not _is_in_both(lama, baru, kunci):
            continue
        letak = baru.letak.get(kunci) or lama.place(*kunci)
        yield catat("C401", letak, peran=f"{peran.value} pada tahap ini" if locked else peran.value,
                    **describe_change(perubahan))


def _is_in_both(lama: LembarKerja, baru: LembarKerja, kunci: Kunci) -> bool:
    """Whether the row and the column still stand in both: a lost one has a catatan of its own."""
    if kunci.tabel == BUKTI:
        return True  # a row of evidence is itself the value
    rows = kunci.baris in lama.baris(kunci.tabel) and kunci.baris in baru.baris(kunci.tabel)
    return rows and (kunci.tabel, kunci.kolom) in _columns(baru)


def _check_rows(lama: LembarKerja, baru: LembarKerja) -> Iterator[Catatan]:
    for tabel in TABEL:
        before, after = lama.baris(tabel), baru.baris(tabel)
        if tabel == BUKTI or (before and not after and _is_reported(baru)):
            continue
        for baris in before:
            if baris not in after:
                yield catat("C402", _row_place(lama, tabel, baris), kode=baris)
        for baris in after:
            if baris not in before:
                yield catat("C403", _row_place(baru, tabel, baris), kode=baris)


def _check_columns(lama: LembarKerja, baru: LembarKerja) -> Iterator[Catatan]:
    if _is_reported(baru):
        return
    present = _columns(baru)
    for tabel, kolom in sorted(_columns(lama)):
        if baru.baris(tabel) and tabel != BUKTI and (tabel, kolom) not in present:
            yield catat("C404", Letak(_row_place(lama, tabel, lama.baris(tabel)[0]).lembar, ""), kolom=heading(kolom))


def _is_reported(baru: LembarKerja) -> bool:
    """Whether reading already told that a column or a sheet is lost."""
    return any(catatan.kode in ("C404", "C406") for catatan in baru.daftar_catatan)


def _columns(lk: LembarKerja) -> frozenset[tuple[str, str]]:
    return frozenset((kunci.tabel, kunci.kolom) for kunci in (*lk.sel, *lk.letak))


def _row_place(lk: LembarKerja, tabel: str, baris: str) -> Letak:
    cells = [letak for kunci, letak in lk.letak.items() if (kunci.tabel, kunci.baris) == (tabel, baris)]
    return lk.letak.get(Kunci(tabel, baris, _KUNCI[tabel])) or next(iter(cells), Letak("", ""))


def _comparable(lk: LembarKerja) -> dict[Kunci, NilaiSel]:
    return {kunci: as_compared(kunci, isi) for kunci, isi in lk.sel.items()}


def as_compared(kunci: Kunci, isi: NilaiSel) -> NilaiSel:
    """Return what a value is compared as: a number written as text is that number, repeated blanks say nothing."""
    if not _ANGKA.match(kunci.kolom):
        return " ".join(isi.split()) if isinstance(isi, str) else isi
    nilai = parse_nilai(isi)
    return nilai if nilai is None or isinstance(nilai, Decimal) else format_nilai(nilai)


def describe_change(perubahan: Perubahan) -> dict[str, str]:
    """Return the facts ``kolom``, ``kode``, ``lama`` and ``baru`` of a change, short enough for a sentence."""
    kunci = perubahan.kunci
    if kunci.tabel == BUKTI:
        indikator, _, berkas = kunci.baris.split("|", 2)
        lama, baru = (berkas if isi else "" for isi in (perubahan.lama, perubahan.baru))
        return {"kolom": "Bukti Dukung", "kode": indikator, "lama": lama or KOSONG, "baru": baru or KOSONG}
    lama, baru = _quote_both(as_text(perubahan.lama), as_text(perubahan.baru))
    return {"kolom": heading(kunci.kolom), "kode": kunci.baris, "lama": lama or KOSONG, "baru": baru or KOSONG}


def _quote_both(lama: str, baru: str) -> tuple[str, str]:
    """Two texts short enough for a catatan; long ones begin shortly before the first difference."""
    if max(len(lama), len(baru)) <= MAX_KUTIPAN:
        return lama, baru
    pairs = enumerate(zip(lama, baru, strict=False))  # one may be the beginning of the other
    same = next((n for n, (a, b) in pairs if a != b), min(len(lama), len(baru)))
    start = max(0, same - _SEBELUM)
    return _quote_from(lama, start), _quote_from(baru, start)


def _quote_from(teks: str, start: int) -> str:
    return f"…{quote(teks[start:])}" if start else quote(teks)


def heading(kolom: str) -> str:
    """Return a column as a catatan names it: ``Faktor Pendorong TW I``, ``Target tahun``."""
    match = _KOLOM.fullmatch(kolom)
    stem, triwulan = (match["stem"], match["triwulan"]) if match else (kolom, None)
    judul = next((k.judul for k in KOLOM_ISIAN if k.nama == stem), stem.replace("_", " ").capitalize())
    return f"{judul} TW {ROMAWI[int(triwulan) - 1]}" if triwulan else judul
