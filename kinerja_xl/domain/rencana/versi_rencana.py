"""A version of the plan against the one in force before it: what it changed, and what the planner should look at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kinerja_xl.domain.catatan import Catatan, catat, quote, sorted_catatan
from kinerja_xl.domain.cells import Letak
from kinerja_xl.domain.numbers import KOSONG, parse_angka
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.rencana.perubahan_rencana import compare_rencana
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi
from kinerja_xl.domain.sop.acts import Keadaan
from kinerja_xl.domain.sop.sop import DISETUJUI, TERBUKA

_TARGET_TW = {f"Target TW {romawi}": nomor for nomor, romawi in enumerate(ROMAWI, start=1)}


@dataclass(frozen=True)
class LetakRencana:
    """Where the values of a plan workbook stand: by (code, heading), in its head by name, and by row."""

    nilai: Mapping[tuple[str, str], Letak] = field(default_factory=dict)
    kepala: Mapping[str, Letak] = field(default_factory=dict)
    riwayat: tuple[Letak, ...] = ()
    perubahan: tuple[Letak, ...] = ()

    def of(self, perubahan: PerubahanRencana) -> Letak:
        """Return where a changed value stands now; the sheet as a whole where its row was dropped."""
        return self.nilai.get((perubahan.kode, perubahan.kolom), Letak("Perubahan", ""))


def is_same_plan(lama: RencanaAksi, baru: RencanaAksi) -> bool:
    """Whether a plan says in everything what another one says; the number of the version does not count."""
    return replace(baru, versi=lama.versi) == lama


def check_version(lama: RencanaAksi | None, baru: RencanaAksi, versi: int, letak: LetakRencana,
                  dikumpulkan: Collection[int] = ()) -> tuple[Catatan, ...]:
    """Return what there is to say of a version that is handed in as number ``versi``, each at its cell.

    ``lama`` is the version in force, None for the first; ``dikumpulkan`` are the quarters of the year whose
    worksheets the office issued.
    """
    found: list[Catatan] = []
    if versi > 1 and baru.dasar is None:
        found.append(catat("C621", letak.kepala.get("dasar", Letak("Indikator", "")), versi=versi))
    if baru.versi != versi:
        found.append(catat("C631", letak.kepala.get("versi", Letak("Indikator", "")), tertulis=baru.versi, versi=versi))
    found += (catat("C632", tempat, waktu=row.waktu) for row, tempat in
              zip(baru.daftar_riwayat, letak.riwayat, strict=True)
              if row.tahun == baru.tahun and row.triwulan in dikumpulkan)
    if lama is not None:
        found += _check_changes(lama, baru, letak)
    return sorted_catatan(found)


def kept_quarters(lama: RencanaAksi, baru: RencanaAksi, daftar_keadaan: Iterable[Keadaan],
                  letak: LetakRencana) -> tuple[Catatan, ...]:
    """Return which berkas keep their earlier version although the new one is in force for their quarter and differs.

    What was approved stays on the plan it was approved against, and so does what has ended.
    """
    kept: dict[int, list[str]] = {}
    for k in daftar_keadaan:
        stays = k.status in DISETUJUI or k.status not in TERBUKA
        unit = (k.bidang, k.sub_bidang)
        if stays and k.periode.triwulan >= baru.berlaku_mulai and compare_rencana(lama.of_unit(*unit),
                                                                                 baru.of_unit(*unit)):
            kept.setdefault(k.periode.triwulan, []).append("/".join(filter(None, unit)))
    tempat = letak.kepala.get("berlaku_mulai", Letak("Indikator", ""))
    return tuple(catat("C633", tempat, triwulan=ROMAWI[triwulan - 1], daftar=", ".join(units))
                 for triwulan, units in sorted(kept.items()))


def with_reasons(daftar_perubahan: Collection[PerubahanRencana],
                 ditulis: Collection[PerubahanRencana]) -> tuple[PerubahanRencana, ...]:
    """Return the changes, each with the reason that the planner wrote for it on the sheet Perubahan, if any."""
    return tuple(replace(fakta, alasan=row.alasan, tanggal=row.tanggal)
                 if (row := next((row for row in ditulis if row.alasan and _names(row, fakta)), None)) else fakta
                 for fakta in daftar_perubahan)


def written_now(lama: RencanaAksi, baru: RencanaAksi) -> tuple[tuple[int, PerubahanRencana], ...]:
    """Return the rows of Perubahan that came with this version, by position; what stood there before is history."""
    before = set(lama.daftar_perubahan)
    return tuple((n, row) for n, row in enumerate(baru.daftar_perubahan) if row not in before)


def _check_changes(lama: RencanaAksi, baru: RencanaAksi, letak: LetakRencana) -> Iterator[Catatan]:
    facts = compare_rencana(lama, baru)
    rows = written_now(lama, baru)
    for fakta in with_reasons(facts, [row for _, row in rows]):
        told = _told(fakta)
        if not fakta.alasan:
            yield catat("C627", letak.of(fakta), **told)
        if _TARGET_TW.get(fakta.kolom, 4) < baru.berlaku_mulai:
            yield catat("C630", letak.of(fakta), **told, mulai=ROMAWI[baru.berlaku_mulai - 1])
    for position, row in rows:
        yield from _check_row(row, [fakta for fakta in facts if _names(row, fakta)], letak.perubahan[position])


def _check_row(row: PerubahanRencana, facts: list[PerubahanRencana], letak: Letak) -> Iterator[Catatan]:
    """Whether a row of Perubahan agrees with what did change; old and new are judged where it names one value."""
    if not facts:
        yield catat("C629", letak, sebutan=" ".join(filter(None, (row.kolom, row.kode))) or "semua kolom")
    elif row.kode and row.kolom and not (_agree(row.lama, facts[0].lama) and _agree(row.baru, facts[0].baru)):
        yield catat("C628", letak, **_told(facts[0]))


def _told(fakta: PerubahanRencana) -> dict[str, str]:
    return {"kolom": fakta.kolom, "kode": fakta.kode, "lama": quote(fakta.lama), "baru": quote(fakta.baru)}


def _names(row: PerubahanRencana, fakta: PerubahanRencana) -> bool:
    """Whether a row that the planner wrote is about a change."""
    return ((not row.kode or row.kode.casefold() == fakta.kode.casefold())
            and (not row.kolom or _heading(row.kolom) == _heading(fakta.kolom)))


def _heading(teks: str) -> str:
    teks = teks.casefold().replace("triwulan", "tw").replace("(rp)", "")
    return re.sub(r"\s*/\s*", "/", " ".join(teks.split()))


def _agree(ditulis: str, fakta: str) -> bool:
    """Whether a text is the value it should be: written in another way it is still the same number."""
    if not ditulis or ditulis.casefold() == fakta.casefold():
        return True
    if ditulis.casefold() in KOSONG and fakta.casefold() in KOSONG:
        return True
    read, known = parse_angka(ditulis), parse_angka(fakta).nilai
    return known is not None and known in (read.nilai, read.makna_lain)
