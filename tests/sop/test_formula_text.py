"""Texts that a spreadsheet program would take for formulas: typed everywhere, they stay texts in all that goes out."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from kantor_jalan import ANALIS, KABID, KASUBID, LEMBAR, PERENCANAAN, KantorUji
from kuartal import small_plan, small_settings

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, may_change
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.faces.cli import run
from kinerja_xl.kantor import found
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

RACUN = "=cmd|'/c calc'!A1", "+cmd|'/c calc'!A1", "-cmd|'/c calc'!A1", "@SUM(cmd)", "\t=cmd()", "baris\n=cmd()"
"""What a hostile hand types; the word ``cmd`` tells it from everything else."""
_FORMULA = re.compile(rb"<(?:\w+:)?(?:f|definedName|formula\d?|instrText)\b[^>]*>([^<]*)|instr=\"([^\"]*)\"")
_TEXTS = (".txt", ".jsonl", ".ics", ".csv")
MAKSUD = ("nama", "definisi", "sumber_data", "rencana_aksi", "tujuan", "sasaran", "satuan")


def poisoned(teks: str, number: int) -> str:
    return f"{RACUN[number % len(RACUN)]} {teks}"


def poisoned_plan(tahun: int) -> RencanaAksi:
    plan = small_plan(tahun)
    return replace(plan, daftar_indikator=tuple(
        replace(indikator, **{field: poisoned(getattr(indikator, field), number + place)
                              for place, field in enumerate(MAKSUD)})
        for number, indikator in enumerate(plan.daftar_indikator)), daftar_subkegiatan=tuple(
            replace(row, nama=poisoned(row.nama, number), indikator=poisoned(row.indikator, number + 1))
            for number, row in enumerate(plan.daftar_subkegiatan)))


def poisoned_settings(tahun: int) -> Pengaturan:
    whole = small_settings(tahun)
    return replace(
        whole, instansi=replace(whole.instansi, alamat=poisoned(whole.instansi.alamat, 0)),
        daftar_bidang=tuple(replace(bidang, nama=poisoned(bidang.nama, n)) for n, bidang in enumerate(
            whole.daftar_bidang)),
        daftar_pejabat=tuple(replace(pejabat, nama=poisoned(pejabat.nama, n), jabatan=poisoned(pejabat.jabatan, n + 1))
                             for n, pejabat in enumerate(whole.daftar_pejabat)))


def typed(kantor: KantorUji, role: str, peran: Peran) -> dict[Kunci, NilaiSel]:
    """A poisoned text for every cell for text that a role may fill."""
    path = kantor.waiting(role)
    sheet = read_lembar_kerja(path.read_bytes(), path.name)
    keys = [kunci for kunci in sheet.letak if may_change(kunci, peran, 1) and kunci.tabel != BUKTI
            and not re.match(r"(realisasi|pembilang|penyebut)", kunci.kolom)]
    assert keys or peran is Peran.KABID
    return {kunci: RACUN[number % len(RACUN)] for number, kunci in enumerate(sorted(keys))}


@pytest.fixture
def beracun(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> KantorUji:
    """An office whose plan, settings, worksheets, notes and file names all carry such texts, after a whole quarter."""
    monkeypatch.setattr(found, "contoh_rencana", poisoned_plan)
    monkeypatch.setattr(found, "contoh_pengaturan", poisoned_settings)
    kantor = KantorUji(tmp_path / "akar", tmp_path / "data", capsys)
    assert run(["mulai", str(kantor.akar), "--contoh", "--tahun", "2026", "--data", str(kantor.data), "--sekarang",
                "2026-04-10T07:30"]) == 0
    kantor.serve()
    for number, teks in enumerate(RACUN):
        name = re.sub(r"[/\n]", " ", teks) + f" {number}.xlsx"
        (kantor.akar / KABID / "Kirim" / name).write_bytes(b"%PDF-1.7 bukan lembar kerja")
    kantor.act(KABID, "Kirim", catatan=RACUN[0])
    kantor.act(KASUBID, "Kirim", catatan=RACUN[1])
    good = kantor.good_values()
    bukti = {Kunci(BUKTI, f"{next(k.baris for k in good if k.tabel == 'indikator')}|bukti|{RACUN[0]}", "bukti_berkas"):
             RACUN[0]}
    kantor.act(ANALIS, "Kirim", {**good, **typed(kantor, ANALIS, Peran.ANALIS), **bukti}, RACUN[5])
    kantor.act(KASUBID, "Kirim", typed(kantor, KASUBID, Peran.KASUBID), RACUN[2])
    kantor.act(KABID, "Kembalikan", catatan=RACUN[3] + " dan jelaskan faktornya")
    kantor.act(KASUBID, "Kirim", {Kunci("indikator", "LIN-01", "realisasi_tw1"): Decimal(21)}, RACUN[4])
    kantor.act(KABID, "Setujui", catatan=RACUN[5])
    kantor.act(KASUBID, "Kirim")
    kantor.act(PERENCANAAN, "Rekomendasikan", typed(kantor, PERENCANAAN, Peran.PERENCANAAN), RACUN[0])
    assert kantor.status() == "direkomendasikan"
    for jenis in ("e81", "pengantar", "tahunan"):
        assert kantor.report(jenis)[0] == 0
    assert kantor.command("rencana", "--tahun", "2027")[0] == 0
    return kantor


def parts(path: Path) -> Iterator[tuple[str, bytes]]:
    """The XML parts of an Office file, and of the workbooks inside its charts."""
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            content = archive.read(info)
            if info.filename.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(content)) as inner:
                    yield from ((f"{info.filename}/{name}", inner.read(name)) for name in inner.namelist())
            yield info.filename, content


def test_what_looks_like_a_formula_is_a_text_in_every_file_that_the_office_gets(beracun: KantorUji) -> None:
    check_office_files(beracun)
    check_text_files(beracun)
    check_what_was_typed(beracun)


def check_office_files(beracun: KantorUji) -> None:
    """No cell, name, rule or field is made of it, in worksheets, papers and the workbooks inside their charts."""
    office = [path for path in sorted(beracun.akar.rglob("*")) if path.suffix in (".xlsx", ".docx")
              and "Ditahan" not in path.parts]
    assert {path.suffix for path in office} == {".xlsx", ".docx"}
    poison = 0
    for path in office:
        for part, content in parts(path):
            poison += content.count(b"cmd")
            formulas = [html.unescape((cell or field).decode()) for cell, field in _FORMULA.findall(content)]
            assert [formula for formula in formulas if "cmd" in formula] == [], (path, part)
            if part.endswith(".rels"):
                assert b"cmd" not in content, (path, part)
    assert poison > 500, "the texts are not there: nothing would be proven"


def check_text_files(beracun: KantorUji) -> None:
    """Excel opens these too, and makes a formula of each line that begins like one."""
    files = [path for path in sorted(beracun.akar.rglob("*")) if path.suffix in _TEXTS]
    assert {path.suffix for path in files} == {".txt", ".jsonl", ".ics"}, "a new kind of file has its own dangers"
    lines = [(path.name, line) for path in files for line in path.read_text(encoding="utf-8-sig").splitlines()]
    assert sum("cmd" in line for _, line in lines) > 30
    assert [(name, line) for name, line in lines if re.match(r"[=+@\t]|-(?!-)", line)] == []


def check_what_was_typed(beracun: KantorUji) -> None:
    """It is kept letter for letter all the same."""
    archived = sorted((beracun.akar / "Arsip/2026/TW I/LINJAMSOS").glob(f"{LEMBAR[:-5]} v*.xlsx"))[-1]
    sheet = read_lembar_kerja(archived.read_bytes(), archived.name)
    texts = {value.strip() for value in sheet.sel.values() if isinstance(value, str)}
    assert {teks.strip() for teks in RACUN} <= texts
