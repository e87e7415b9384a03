"""The rows of Program dan Anggaran: sub kegiatan below the program and kegiatan they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_xl.domain.indicators import SubKegiatan


@dataclass(frozen=True)
class BarisProgram:
    """One row: a sub kegiatan, or the group row of a program (``tingkat`` 1) or kegiatan (2).

    ``anggota`` are the positions, in the same list, of the rows that a group row adds up.
    """

    kode: str
    nama: str
    tingkat: int
    subkegiatan: SubKegiatan | None = None
    anggota: tuple[int, ...] = ()


def lay_out_program(daftar_subkegiatan: Sequence[SubKegiatan]) -> tuple[BarisProgram, ...]:
    """Return the rows in the plan's order, each group once; without a program or kegiatan no group row stands."""
    rows: list[BarisProgram] = []
    for kode_program, program, of_program in _groups(daftar_subkegiatan, "kode_program", "program"):
        head = _open_group(rows, kode_program, program, 1)
        members: list[int] = []
        for kode_kegiatan, kegiatan, of_kegiatan in _groups(of_program, "kode_kegiatan", "kegiatan"):
            sub_head = _open_group(rows, kode_kegiatan, kegiatan, 2)
            first = len(rows)
            rows += [BarisProgram(sub.kode, sub.nama, 3, sub) for sub in of_kegiatan]
            positions = tuple(range(first, len(rows)))
            if sub_head is None:
                members += positions
            else:
                rows[sub_head] = _with_members(rows[sub_head], positions)
                members.append(sub_head)
        if head is not None:
            rows[head] = _with_members(rows[head], tuple(members))
    return tuple(rows)


def top_rows(daftar_baris: Sequence[BarisProgram]) -> tuple[int, ...]:
    """Return the positions of the rows that no group row adds up: the total is theirs."""
    covered = {position for baris in daftar_baris for position in baris.anggota}
    return tuple(position for position in range(len(daftar_baris)) if position not in covered)


def members_of(daftar_baris: Sequence[BarisProgram], positions: Sequence[int]) -> tuple[SubKegiatan, ...]:
    """Return the sub kegiatan that stand at or below these rows."""
    found: list[SubKegiatan] = []
    for position in positions:
        baris = daftar_baris[position]
        found += [baris.subkegiatan] if baris.subkegiatan else members_of(daftar_baris, baris.anggota)
    return tuple(found)


def _groups(daftar: Sequence[SubKegiatan], kode: str, nama: str) -> list[tuple[str, str, list[SubKegiatan]]]:
    found: dict[str, list[SubKegiatan]] = {}
    for sub in daftar:
        found.setdefault(getattr(sub, kode) or getattr(sub, nama), []).append(sub)
    return [(getattr(subs[0], kode), getattr(subs[0], nama), subs) for subs in found.values()]


def _open_group(rows: list[BarisProgram], kode: str, nama: str, tingkat: int) -> int | None:
    if not kode and not nama:
        return None
    rows.append(BarisProgram(kode or nama, nama, tingkat))
    return len(rows) - 1


def _with_members(baris: BarisProgram, anggota: tuple[int, ...]) -> BarisProgram:
    return BarisProgram(baris.kode, baris.nama, baris.tingkat, None, anggota)
