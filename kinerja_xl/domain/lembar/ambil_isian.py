"""Ambil Isian: what a worksheet can take from another one, by key and column, never by address (contract section 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja_xl.domain.cells import Kunci, Letak, NilaiSel, Perubahan
from kinerja_xl.domain.lembar.isian import as_text, triwulan_of
from kinerja_xl.domain.lembar.lembar_kerja import (
    BUKTI,
    INDIKATOR,
    KOLOM_ISIAN,
    Kolom,
    LembarKerja,
    column_name,
    may_change,
)
from kinerja_xl.domain.lembar.rights import as_compared, describe_change, heading
from kinerja_xl.domain.numbers import parse_nilai
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.roles import Peran

BAHAN_AWAL = frozenset({"faktor_pendorong", "faktor_penghambat", "tindak_lanjut"})
"""What another quarter can lend: texts that are rewritten from it. Its figures and reasons are its own (0013)."""
_TOLD = 6  # differing cells named one by one


@dataclass(frozen=True)
class Ambilan:
    """One cell that can be taken: what stands here now and what stands in the source."""

    kunci: Kunci
    kini: NilaiSel
    isi: NilaiSel


@dataclass(frozen=True)
class RencanaAmbil:
    """What can be taken: into blank cells, over differing ones, and rows of evidence that are not registered here.

    ``triwulan_lain`` names the source's quarter where it is another one (``TW I 2026``). ``tanpa_baris`` are codes
    that are filled in the source and have no row here, ``tidak_terbaca`` counts cells of the source that hold no value
    of their column's kind.
    """

    triwulan_lain: str = ""
    kosong: tuple[Ambilan, ...] = ()
    berbeda: tuple[Ambilan, ...] = ()
    bukti: tuple[str, ...] = ()
    tanpa_baris: tuple[str, ...] = ()
    tidak_terbaca: int = 0

    @property
    def jumlah(self) -> int:
        """How many cells and rows of evidence can be taken, the differing ones among them."""
        return len(self.kosong) + len(self.berbeda) + len(self.bukti)


def plan_ambil(sasaran: LembarKerja, sumber: LembarKerja, peran: Peran,
               berumus: Collection[Letak] = ()) -> RencanaAmbil:
    """Return what ``sasaran`` can take from ``sumber``: only cells that ``peran`` fills in its quarter.

    ``berumus`` are cells of ``sasaran`` with a formula: what they hold is never taken for blank. Of another quarter
    only ``BAHAN_AWAL`` into blank cells. ValueError where one of them does not tell its quarter.
    """
    here, there = triwulan_of(sasaran), triwulan_of(sumber)
    if here is None or there is None:
        raise ValueError("a worksheet without its quarter")
    years = (sasaran.identitas.tahun, sumber.identitas.tahun)
    same = here == there and (None in years or years[0] == years[1])
    faulty = {Letak(catatan.lembar, catatan.sel) for catatan in sumber.daftar_catatan if catatan.menolak}
    blank, differing, lost = list[Ambilan](), list[Ambilan](), list[str]()
    unread = 0
    for kolom, baris, isi, letak in _offered(sumber, there, peran, None if same else BAHAN_AWAL):
        kunci = Kunci(kolom.tabel, baris, column_name(kolom, here))
        if kunci not in sasaran.letak:
            lost.append(baris)
        elif letak in faulty or not _is_usable(kolom, isi):
            unread += 1
        else:
            kini = sasaran.sel.get(kunci)
            taking = Ambilan(kunci, kini, isi)
            if as_text(kini) == "" and sasaran.letak[kunci] not in berumus:
                blank.append(taking)
            elif same and as_compared(kunci, kini) != as_compared(kunci, isi):
                differing.append(taking)
    evidence = _evidence(sasaran, sumber) if same and may_change(Kunci(BUKTI, "", BUKTI), peran, here) else ()
    other = "" if same else f"TW {ROMAWI[there - 1]} {sumber.identitas.tahun or ''}".strip()
    return RencanaAmbil(other, tuple(blank), tuple(differing), evidence, tuple(dict.fromkeys(lost)), unread)


def _offered(sumber: LembarKerja, triwulan: int, peran: Peran,
             stems: Collection[str] | None) -> Iterator[tuple[Kolom, str, NilaiSel, Letak]]:
    """What the source has to give in the columns that this role fills, row by row."""
    for kolom in KOLOM_ISIAN:
        if peran not in kolom.pengisi or (stems is not None and kolom.nama not in stems):
            continue
        nama = column_name(kolom, triwulan)
        for baris in sumber.baris(kolom.tabel):
            isi = sumber.value(kolom.tabel, baris, nama)
            if as_text(isi) != "":
                yield kolom, baris, isi, sumber.place(kolom.tabel, baris, nama)


def _is_usable(kolom: Kolom, isi: NilaiSel) -> bool:
    return not isinstance(isi, bool) and (kolom.jenis in ("teks", "nilai") or isinstance(parse_nilai(isi), Decimal))


def _evidence(sasaran: LembarKerja, sumber: LembarKerja) -> tuple[str, ...]:
    known, indicators = set(sasaran.baris(BUKTI)), set(sasaran.baris(INDIKATOR))
    return tuple(baris for baris in sumber.baris(BUKTI)
                 if baris not in known and baris.split("|", 1)[0] in indicators)


def tell_offer(rencana: RencanaAmbil, nama: str) -> str:
    """Return what can be taken from a workbook in words, its differing cells by name."""
    blank = len(rencana.kosong) + len(rencana.bukti)
    parts = [f"{blank} ke tempat yang masih kosong"] if blank else []
    parts += [f"{len(rencana.berbeda)} berbeda dari yang tertulis di sini"] if rencana.berbeda else []
    end = ":" if rencana.berbeda else "."
    lines = [f"Dari “{nama}” dapat diambil {rencana.jumlah} isian: {', '.join(parts)}{end}"]
    lines += [f"- {_told(taking)}" for taking in rencana.berbeda[:_TOLD]]
    if len(rencana.berbeda) > _TOLD:
        lines.append(f"- dan {len(rencana.berbeda) - _TOLD} lainnya")
    if rencana.triwulan_lain:
        lines.append(f"Yang diambil hanya teks faktor dan tindak lanjut {rencana.triwulan_lain} sebagai bahan awal; "
                     "angka, keterangan, dan bukti triwulan lain tidak diambil.")
    return "\n".join([*lines, *_left_out(rencana)])


def tell_taken(rencana: RencanaAmbil, taken: Sequence[Kunci], nama: str) -> str:
    """Return in words what was taken from a workbook, by column, and what the person does next."""
    columns = Counter("Bukti Dukung" if kunci.tabel == BUKTI else heading(kunci.kolom) for kunci in taken)
    counted = ", ".join(f"{kolom} ({jumlah})" for kolom, jumlah in columns.items())
    after = (f"Sesuaikan teks {rencana.triwulan_lain} itu dengan triwulan ini, lalu simpan." if rencana.triwulan_lain
             else "Periksa isinya, lalu simpan.")
    return "\n".join([f"{len(taken)} isian diambil dari “{nama}”: {counted}. {after}", *_left_out(rencana)])


def tell_nothing(rencana: RencanaAmbil, nama: str) -> str:
    """Return why nothing can be taken from a workbook."""
    reason = (f"itu lembar kerja {rencana.triwulan_lain}, dan teks faktor maupun tindak lanjutnya tidak mengisi tempat "
              "yang masih kosong di sini" if rencana.triwulan_lain
              else "semua isiannya sudah sama dengan di sini, atau masih kosong")
    return "\n".join([f"Tidak ada yang diambil dari “{nama}”: {reason}.", *_left_out(rencana)])


def _left_out(rencana: RencanaAmbil) -> Iterator[str]:
    if rencana.tanpa_baris:
        codes = ", ".join(rencana.tanpa_baris[:_TOLD]) + (" dan lainnya" if len(rencana.tanpa_baris) > _TOLD else "")
        yield f"Tidak diambil karena barisnya tidak ada di lembar kerja ini: {codes}."
    if rencana.tidak_terbaca:
        yield f"Tidak diambil karena isinya tidak dapat dibaca: {rencana.tidak_terbaca} sel."


def _told(taking: Ambilan) -> str:
    facts = describe_change(Perubahan(taking.kunci, taking.kini, taking.isi))
    return f"{facts['kolom']} {facts['kode']}: {facts['lama']} menjadi {facts['baru']}"
