"""The planner writes in his draft while data come: --perbarui brings the figures, his words stay, --final ends it."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from kantor_jalan import KantorUji
from test_late_edition import recommend

from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.reports.word.parts import pack_parts, read_parts

LAPORAN = "Perencanaan/Laporan"
DRAF, FINAL = "Laporan Triwulan I 2026 DRAF.docx", "Laporan Triwulan I 2026.docx"
TULISAN = "Perencana menulis bahwa 37 keluarga sudah didatangi."


def write_over(path: Path, *, everything: bool) -> None:
    """Write over the first placeholder of a document, or over all of them."""
    parts = read_parts(path.read_bytes())
    text = parts["word/document.xml"].decode("utf-8")
    assert "[Belum ditulis" in text
    parts["word/document.xml"] = re.sub(r"\[Belum di[^\]<]*\]", TULISAN, text, count=0 if everything else 1).encode()
    path.write_bytes(pack_parts(parts))


@pytest.fixture
def drafted(kantor: KantorUji) -> KantorUji:
    """An office in which the planner wrote in the draft made from LINJAMSOS alone."""
    recommend(kantor, "LINJAMSOS", whole=False)
    write_over(kantor.akar / LAPORAN / DRAF, everything=False)
    return kantor


def refresh(kantor: KantorUji, *more: str) -> tuple[int, str, str]:
    kantor._capsys.readouterr()
    code = run(["laporan", "triwulan", str(kantor.akar), "--tahun", "2026", "--triwulan", "1", "--sekarang", kantor.jam,
                "--perbarui", str(kantor.akar / LAPORAN / DRAF), *more])
    done = kantor._capsys.readouterr()
    return code, done.out, done.err


def prove(kantor: KantorUji, path: Path) -> int:
    return run(["verifikasi", str(path), "--folder", str(kantor.akar)])


def test_new_data_come_into_the_planners_own_document_and_the_old_one_stays(drafted: KantorUji, tmp_path: Path) -> None:
    mine = (drafted.akar / LAPORAN / DRAF).read_bytes()
    recommend(drafted, "REHSOS")
    target = tmp_path / "baru.docx"
    code, out, err = refresh(drafted, "-o", str(target))
    assert (code, err) == (0, "")
    assert re.search(r"Ikhtisar, Unit yang menyampaikan data.*: 1 menjadi 2", out)
    assert (drafted.akar / LAPORAN / DRAF).read_bytes() == mine
    text = show_file(target)
    assert TULISAN in text
    assert "Unit yang menyampaikan data | 2 dari 6 unit" in text
    assert prove(drafted, target) == 0
    assert refresh(drafted, "-o", str(target))[0] == 3  # K904: nothing is overwritten
    code, out, _ = refresh(drafted)
    assert code == 0
    assert "DRAF (3).docx" in out or "DRAF (2).docx" in out


def test_final_is_refused_while_a_placeholder_or_a_wrong_figure_stands(drafted: KantorUji) -> None:
    draft = drafted.akar / LAPORAN / DRAF
    code, _, err = drafted.report("triwulan", "--final")
    assert (code, err[:4]) == (3, "K906")
    write_over(draft, everything=True)
    whole = draft.read_bytes()
    parts = read_parts(whole)
    xml = parts["word/document.xml"].decode("utf-8")
    control = random.Random(3).choice(re.findall(r"(?<=<w:t xml:space=\"preserve\">)\d+%(?=</w:t>)", xml))
    wrong = xml.replace(f">{control}</w:t></w:r><w:bookmarkEnd", ">3%</w:t></w:r><w:bookmarkEnd", 1)
    assert wrong != xml
    draft.write_bytes(pack_parts({**parts, "word/document.xml": wrong.encode("utf-8")}))
    code, _, err = drafted.report("triwulan", "--final")
    assert (code, err[:4]) == (3, "K471")
    assert "angka tidak sama dengan arsip" in err
    draft.write_bytes(whole)
    code, out, err = drafted.report("triwulan", "--final")
    assert (code, err) == (0, "")
    final = drafted.akar / LAPORAN / FINAL
    assert str(final) in out
    text = show_file(final)
    assert "DRAF" not in text
    assert text.count(TULISAN) > 3
    assert draft.read_bytes() == whole  # his own file stays
    assert (drafted.akar / "Arsip/2026/TW I/Perencanaan" / FINAL).read_bytes() == final.read_bytes()
    assert prove(drafted, final) == 0
    assert drafted.command("verifikasi", clock=False)[0] == 0


def test_a_document_of_another_quarter_is_refused(drafted: KantorUji, tmp_path: Path) -> None:
    other = tmp_path / "lain.docx"
    shutil.copy(drafted.akar / LAPORAN / DRAF, other)
    code = run(["laporan", "triwulan", str(drafted.akar), "--tahun", "2026", "--triwulan", "2",
                "--perbarui", str(other), "--sekarang", drafted.jam])
    err = drafted._capsys.readouterr().err
    assert (code, err[:4]) == (3, "K472")
    assert "triwulan TW I 2026" in err
    (tmp_path / "kosong.docx").write_bytes(b"bukan dokumen")
    assert run(["laporan", "triwulan", str(drafted.akar), "--tahun", "2026", "--triwulan", "1", "--perbarui",
                str(tmp_path / "kosong.docx"), "--sekarang", drafted.jam]) == 3
