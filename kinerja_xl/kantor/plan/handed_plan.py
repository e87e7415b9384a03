"""A plan that the planner hands in: judged against the version in force, recorded as the next one, and answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kinerja_xl.domain.catatan import Catatan, menolak, sorted_catatan, told
from kinerja_xl.domain.rencana.hasil_rencana import HasilRencana, make_surat_hasil
from kinerja_xl.domain.rencana.perubahan_rencana import compare_rencana
from kinerja_xl.domain.rencana.versi_rencana import (
    check_version,
    is_same_plan,
    kept_quarters,
    with_reasons,
    written_now,
)
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.errors import PlanEmpty, PlanInvalid, PlanSuperseded, PlanUnchanged
from kinerja_xl.kantor.material.plans import outdated_by
from kinerja_xl.kantor.material.year import check_open
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.plan.plan_file import FilePlan, look_at_plan, replacing_steps
from kinerja_xl.kantor.reader.reading import look_through
from kinerja_xl.routing.folders import PERENCANAAN_FOLDER, archived_plan, plan_name
from kinerja_xl.routing.steps import keep, letter, remove
from kinerja_xl.workbook.plan.plan_book import RencanaTerbaca, read_plan_book


def rencana_event(waktu: datetime, rencana: RencanaAksi, sha256: str, versi: int,
                  marks: Mapping[str, Json]) -> Peristiwa:
    """Return the event by which a version of the plan comes in force."""
    return Peristiwa(JenisPeristiwa.RENCANA, waktu, None, {
        "tahun": rencana.tahun, "versi": versi, "sha256": sha256,
        "dasar": str(rencana.dasar) if rencana.dasar else "",
        "berlaku_mulai": rencana.berlaku_mulai, **marks})


def take_plan(kantor: Kantor, sha256: str, nama: str, source: str) -> tuple[Catatan, ...]:
    """Bring a plan that the planner handed in into force and return its warnings; ``source`` is its path in the root.

    The workbook in Perencanaan becomes the version in force where nobody changed it since, and the letter beside it
    says what happened. Raises PlanInvalid with every finding, PlanEmpty, PlanUnchanged, PlanSuperseded, or
    WorkbookError kinds; then nothing has changed.
    """
    data = kantor.disk.read_store(sha256)
    look_through(data, nama)
    read = read_plan_book(data, nama, kantor.pengaturan)
    if read.rencana is None:
        raise PlanInvalid(berkas=nama, **told(read.daftar_catatan))
    rencana = read.rencana
    if not rencana.daftar_unit:
        raise PlanEmpty(tahun=rencana.tahun)
    check_open(kantor, rencana.tahun, "pemberlakuan Rencana Aksi")
    before = _versions(kantor, rencana.tahun)
    _refuse_known(before, rencana, nama)
    versi = len(_rows(kantor, rencana.tahun)) + 1
    lama = before.get(versi - 1)
    daftar_catatan = _judge(kantor, read, rencana, versi, lama)
    if menolak(daftar_catatan):
        raise PlanInvalid(berkas=nama, **told(daftar_catatan))
    rencana = replace(rencana, versi=versi)
    folder, name = archived_plan(rencana.tahun, versi)
    old = look_at_plan(kantor, rencana.tahun)
    tertinggal = _why_left(old, sha256, rencana.tahun, f"{folder}/{name}")
    changes = with_reasons(compare_rencana(lama, rencana), [p for _, p in written_now(lama, rencana)]) if lama else ()
    hasil = HasilRencana(rencana, kantor.now(), f"{folder}/{name}", versi - 1 or None, changes,
                         tuple(keadaan.berkas for keadaan in outdated_by(kantor, rencana)), daftar_catatan, tertinggal)
    marks: dict[str, Json] = dict(kantor.event(JenisPeristiwa.RENCANA, None).isi)
    kantor.record(
        [rencana_event(kantor.now(), rencana, sha256, versi, marks)],
        [keep(sha256, folder, name), remove(source, sha256),
         letter(PERENCANAAN_FOLDER, f"{plan_name(rencana.tahun).removesuffix('.xlsx')}.HASIL.txt",
                make_surat_hasil(hasil)),
         *([] if tertinggal else replacing_steps(old, rencana.tahun, sha256))])
    return daftar_catatan


def _rows(kantor: Kantor, tahun: int) -> list[Peristiwa]:
    return [p for p in kantor.of_kind(JenisPeristiwa.RENCANA) if p.isi["tahun"] == tahun]


def _versions(kantor: Kantor, tahun: int) -> dict[int, RencanaAksi]:
    """The versions of a year by number."""
    numbers = [int(str(row.isi["versi"])) for row in _rows(kantor, tahun)]
    return {versi: kantor.rencana_versi(tahun, versi) for versi in numbers}


def _refuse_known(before: Mapping[int, RencanaAksi], rencana: RencanaAksi, nama: str) -> None:
    """Raise where the plan says what a version says already: the one in force, or one that was replaced since."""
    last = max(before, default=0)
    for versi, known in sorted(before.items(), reverse=True):
        if is_same_plan(known, rencana):
            if versi == last:
                raise PlanUnchanged(berkas=nama, tahun=rencana.tahun, versi=versi)
            raise PlanSuperseded(berkas=nama, tahun=rencana.tahun, lama=versi, versi=last)


def _judge(kantor: Kantor, read: RencanaTerbaca, rencana: RencanaAksi, versi: int,
           lama: RencanaAksi | None) -> tuple[Catatan, ...]:
    states = [k for k in kantor.keadaan.values() if k.periode.tahun == rencana.tahun]
    found = check_version(lama, rencana, versi, read.letak, {k.periode.triwulan for k in states})
    if lama is not None:
        found += kept_quarters(lama, rencana, states, read.letak)
    own = [c for c in read.daftar_catatan if c.kode != "C620" or versi == 1]  # a later version must name its dasar
    return sorted_catatan([*own, *found])


def _why_left(old: FilePlan, sha256: str, tahun: int, arsip: str) -> str:
    """Why the workbook in Perencanaan is not replaced, in words; empty where it is, or needs not be."""
    if old.sha256 in ("", sha256) or (old.dikenal and not old.dibuka_oleh):
        return ""
    why = (f"sedang dibuka oleh {old.dibuka_oleh}, sehingga belum diganti dengan versi ini" if old.dibuka_oleh
           else "berisi perubahan yang tidak ada dalam versi ini, sehingga dibiarkan")
    return (f"Perhatikan: berkas {PERENCANAAN_FOLDER}/{plan_name(tahun)} {why}.\n"
            f"Versi yang berlaku tersimpan sebagai {arsip}.")
