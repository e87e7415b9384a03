"""Bidang and Pejabat of Pengaturan.xlsx: rows become units and officials, and what contradicts itself is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kinerja_xl.domain.catatan import Catatan, catat
from kinerja_xl.domain.office import Bidang, Kedudukan, Pejabat, SubBidang
from kinerja_xl.domain.periods import short_code
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook.areas import same_name
from kinerja_xl.workbook.cell_fields import is_accepted_before, judul_of, validate_row
from kinerja_xl.workbook.settings.settings_columns import KOLOM_BIDANG, KOLOM_PEJABAT
from kinerja_xl.workbook.settings.settings_models import IsianBidang, IsianPejabat
from kinerja_xl.workbook.short_names import is_unit_folder
from kinerja_xl.workbook.tables import Baris

_IN_BIDANG = (Peran.KABID, Peran.SEKRETARIS, Peran.KASUBID, Peran.ANALIS)
_IN_SUB_BIDANG = (Peran.KASUBID, Peran.ANALIS)
_SEBUTAN = {Peran.KABID: "sebutan_kabid", Peran.KASUBID: "sebutan_kasubid", Peran.ANALIS: "sebutan_analis"}


@dataclass
class _Kelompok:
    """The rows of one bidang as they gather."""

    baris: Baris
    isian: IsianBidang
    daftar_sub: list[SubBidang] = field(default_factory=list)
    sebutan: dict[str, str] = field(default_factory=dict)

    def bidang(self) -> Bidang:
        return Bidang(self.isian.nama, self.isian.singkatan, tuple(self.daftar_sub), **self.sebutan)


def gather_bidang(rows: Sequence[Baris], catatan: list[Catatan]) -> tuple[Bidang, ...] | None:
    """Return the bidang in the order of the sheet; None where a row is wrong, so that nobody is judged by half a list.

    A row with a sub bidang and no (or the same) bidang belongs to the bidang above.
    """
    judul = judul_of(KOLOM_BIDANG)
    groups: dict[str, _Kelompok] = {}
    before = len([c for c in catatan if c.menolak])
    current: _Kelompok | None = None
    for baris in rows:
        isian = validate_row(baris, IsianBidang, judul, catatan)
        if isian is None:
            current = None
            continue
        if isian.singkatan and not (current and isian.singkatan == current.isian.singkatan and isian.sub_singkatan):
            current = _open_group(baris, isian, groups, catatan)
        elif not isian.singkatan and (isian.nama or current is None):
            catatan.append(catat("C601", baris.letak("singkatan"), kolom="Singkatan"))
            continue
        if current:
            _add_row(current, baris, isian, catatan)
    for group in groups.values():
        _check_folders(group, catatan)
    wrong = len([c for c in catatan if c.menolak]) > before
    return None if wrong and not is_accepted_before() else tuple(group.bidang() for group in groups.values())


def _open_group(baris: Baris, isian: IsianBidang, groups: dict[str, _Kelompok], catatan: list[Catatan]) -> _Kelompok:
    group = _Kelompok(baris, isian)
    code = short_code(isian.singkatan)
    if code in groups:
        catatan.append(catat("C606", baris.letak("singkatan"), isi=isian.singkatan,
                             lain=groups[code].isian.singkatan))
    if not isian.nama:
        catatan.append(catat("C601", baris.letak("nama"), kolom="Nama Bidang"))
    groups.setdefault(code, group)
    return group


def _add_row(group: _Kelompok, baris: Baris, isian: IsianBidang, catatan: list[Catatan]) -> None:
    titles = {nama: getattr(isian, nama) for nama in _SEBUTAN.values()}
    group.sebutan = {nama: title for nama, title in titles.items() if title} | group.sebutan
    if not isian.sub_nama and not isian.sub_singkatan:
        if baris is not group.baris:
            catatan.append(catat("C601", baris.letak("sub_singkatan"), kolom="Singkatan Sub Bidang"))
        return
    for nama, kolom in (("sub_nama", "Sub Bidang"), ("sub_singkatan", "Singkatan Sub Bidang")):
        if not getattr(isian, nama):
            catatan.append(catat("C601", baris.letak(nama), kolom=kolom))
    same = [sub.singkatan for sub in group.daftar_sub if short_code(sub.singkatan) == short_code(isian.sub_singkatan)]
    if same and isian.sub_singkatan:
        catatan.append(catat("C606", baris.letak("sub_singkatan"), isi=isian.sub_singkatan, lain=same[0]))
    if baris is not group.baris and not group.daftar_sub:  # the bidang's own row named no sub bidang
        catatan.append(catat("C601", group.baris.letak("sub_singkatan"), kolom="Singkatan Sub Bidang"))
    group.daftar_sub.append(SubBidang(isian.sub_nama, isian.sub_singkatan))


def _check_folders(group: _Kelompok, catatan: list[Catatan]) -> None:
    """Each role needs a folder of its own, apart from the bidang's other folders (contract section 1)."""
    bidang = group.bidang()
    seen: set[str] = set()
    for pelaksana in bidang.daftar_pelaksana:
        folder = bidang.sebutan(pelaksana)
        kolom = _SEBUTAN[pelaksana.peran]
        if folder.casefold() in seen or is_unit_folder(folder):
            catatan.append(catat("C614", group.baris.letak(kolom), kolom=judul_of(KOLOM_BIDANG)[kolom],
                                 sebab=f"folder “{folder}” sudah dipakai di bidang ini"))
        seen.add(folder.casefold())


def gather_pejabat(rows: Sequence[Baris], daftar_bidang: Sequence[Bidang] | None,
                   catatan: list[Catatan]) -> tuple[Pejabat, ...]:
    """Return the officials whose rows are right; their bidang is only judged where the list of bidang is known."""
    found: list[tuple[Baris, Pejabat]] = []
    for baris in rows:
        isian = validate_row(baris, IsianPejabat, judul_of(KOLOM_PEJABAT), catatan)
        if isian is None:
            continue
        if isian.mulai and isian.sampai and isian.sampai < isian.mulai:
            catatan.append(catat("C614", baris.letak("sampai"), kolom="Sampai", sebab="lebih awal daripada Mulai"))
        bidang, sub = _place(baris, isian, daftar_bidang, catatan)
        found.append((baris, Pejabat(
            isian.nama, isian.nip, isian.peran, bidang, sub, isian.pangkat, isian.jabatan, isian.status,
            isian.kedudukan, isian.sk, isian.akun, isian.wa, isian.surel, isian.mulai, isian.sampai, isian.cara)))
    catatan += _double_holders(found)
    return tuple(pejabat for _, pejabat in found)


def find_bidang(daftar_bidang: Sequence[Bidang], teks: str) -> Bidang | None:
    """Return the bidang that a cell names by its short name or its long one, in any case."""
    for bidang in daftar_bidang:
        if same_name(teks) in (same_name(bidang.singkatan), same_name(bidang.nama)):
            return bidang
    return None


def find_sub_bidang(bidang: Bidang, teks: str) -> str | None:
    """Return the short name of the sub bidang that a cell names by its short or long name, None where unknown."""
    for sub in bidang.daftar_sub:
        if same_name(teks) in (same_name(sub.singkatan), same_name(sub.nama)):
            return sub.singkatan
    return None


def _place(baris: Baris, isian: IsianPejabat, daftar_bidang: Sequence[Bidang] | None,
           catatan: list[Catatan]) -> tuple[str | None, str | None]:
    if isian.peran not in _IN_BIDANG:
        return None, None  # of the whole office: a bidang beside it says nothing
    if not isian.bidang:
        catatan.append(catat("C601", baris.letak("bidang"), kolom="Bidang"))
        return None, None
    if daftar_bidang is None:
        return isian.bidang, isian.sub_bidang or None
    bidang = find_bidang(daftar_bidang, isian.bidang)
    if bidang is None:
        catatan.append(catat("C611", baris.letak("bidang"), isi=isian.bidang))
        return None, None
    if isian.peran not in _IN_SUB_BIDANG:
        if isian.sub_bidang:
            catatan.append(catat("C614", baris.letak("sub_bidang"), kolom="Sub Bidang",
                                 sebab=f"{isian.peran} memimpin seluruh bidang; kosongkan sel ini"))
        return bidang.singkatan, None
    return bidang.singkatan, check_sub_bidang(bidang, isian.sub_bidang, baris, catatan)


def check_sub_bidang(bidang: Bidang, teks: str, baris: Baris, catatan: list[Catatan]) -> str | None:
    """Return the sub bidang's short name; a bidang that has some needs one, one that has none takes none."""
    sub = find_sub_bidang(bidang, teks) if teks else None
    if teks and sub is None:
        known = ", ".join(s.singkatan for s in bidang.daftar_sub) or "(kosong)"
        catatan.append(catat("C602", baris.letak("sub_bidang"), isi=teks, kolom="Sub Bidang", pilihan=known))
    if not teks and bidang.daftar_sub:
        catatan.append(catat("C601", baris.letak("sub_bidang"), kolom="Sub Bidang"))
    return sub


def _double_holders(found: Sequence[tuple[Baris, Pejabat]]) -> Iterator[Catatan]:
    """Two definitive holders of one post on one day, or two acting ones; acting beside definitive is how it works."""
    for index, (baris, pejabat) in enumerate(found):
        for _, earlier in found[:index]:
            if _post(earlier) == _post(pejabat) and _overlap(earlier, pejabat):
                unit = " ".join(filter(None, (pejabat.bidang, pejabat.sub_bidang))) or "kantor"
                yield catat("C604", baris.letak("nama"), peran=pejabat.peran, unit=unit,
                            nama=f"{earlier.nama}, {pejabat.nama}")


def _post(pejabat: Pejabat) -> tuple[Peran, str | None, str | None, bool]:
    peran = Peran.KABID if pejabat.peran is Peran.SEKRETARIS else pejabat.peran
    return peran, pejabat.bidang, pejabat.sub_bidang, pejabat.kedudukan is Kedudukan.DEFINITIF


def _overlap(one: Pejabat, other: Pejabat) -> bool:
    return ((one.mulai or date.min) <= (other.sampai or date.max)
            and (other.mulai or date.min) <= (one.sampai or date.max))
