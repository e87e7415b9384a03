"""Another office, nothing like the sample, plays a quarter: its papers follow its own settings alone."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from kantor_kedua import BIDANG, UNIT, pengaturan_kedua, rencana_kedua
from pages import choose_files, judge_files

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.periods import Periode, berkas_code
from kinerja_xl.faces.cli import run
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja
from kinerja_xl.workbook.plan.plan_book import make_rencana
from kinerja_xl.workbook.settings.settings_book import make_pengaturan
from kinerja_xl.workbook.templates import shipped_template

ISSUED = "2026-04-07T08:00"
"""6 April is this office's day of assignment and a day off in its regency, so the next working day opens TW I."""
DRAF = "Perencanaan/Laporan/Laporan Triwulan I 2026 DRAF.docx"
FORWARD = {"baru": "Kirim", "ditugaskan": "Kirim", "diperintahkan": "Kirim", "bahan_diserahkan": "Kirim",
           "diajukan": "Setujui", "disetujui": "Kirim", "diterima_perencanaan": "Rekomendasikan"}


class KantorKedua:
    """The second office on real folders."""

    def __init__(self, place: Path) -> None:
        self.akar, self.data = place / "akar", place / "data"

    def command(self, *arguments: str) -> int:
        return run([arguments[0], str(self.akar), *arguments[1:], "--data", str(self.data)])

    def serve(self, jam: str) -> None:
        assert self.command("layani", "--sekali", "--tenang", "0", "--sekarang", jam) == 0

    def rows(self, jam: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
        capsys.readouterr()
        assert self.command("status", "--json", "--sekarang", jam) == 0
        return list(json.loads(capsys.readouterr().out))


def values(sheet_bytes: bytes, nama: str) -> dict[Kunci, NilaiSel]:
    """Each unit reaches 150 of 100 hectares, and loses 60 kg where 50 are the target."""
    sheet = read_lembar_kerja(sheet_bytes, nama)
    found: dict[Kunci, NilaiSel] = {}
    for kode in sheet.baris("indikator"):
        if kode != "P00":
            found[Kunci("indikator", kode, "realisasi_tw1")] = Decimal(150 if kode.endswith("A") else 60)
        found[Kunci("indikator", kode, "keterangan_tw1")] = "Menurut catatan lapangan."
        found[Kunci("indikator", kode, "faktor_pendorong_tw1")] = "Hujan turun tepat waktu."
        found[Kunci("indikator", kode, "faktor_penghambat_tw1")] = "Jalan usaha tani rusak."
    for kode in sheet.baris("subkegiatan"):
        found[Kunci("subkegiatan", kode, "realisasi_k_tw1")] = Decimal(10)
        found[Kunci("subkegiatan", kode, "realisasi_rp_sd_tw1")] = Decimal(50_000_000)
    return found


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> KantorKedua:
    """The second office after TW I: nine worksheets walked from issue to recommendation."""
    kantor = KantorKedua(tmp_path_factory.mktemp("kedua"))
    assert kantor.command("mulai", "--tahun", "2026", "--sekarang", "2026-04-01T08:00") == 0
    settings = make_pengaturan(shipped_template("Pengaturan.xlsx"), pengaturan_kedua())
    (kantor.akar / "Perencanaan/Pengaturan.xlsx").write_bytes(settings)
    kantor.serve("2026-04-01T08:30")
    shutil.rmtree(kantor.akar / "SEKRETARIAT")  # the planner takes away the empty folder of the office as it began
    plan = make_rencana(shipped_template("Rencana Aksi.xlsx"), rencana_kedua(), pengaturan_kedua())
    (kantor.akar / "Perencanaan/Masuk/Rencana Aksi 2026.xlsx").write_bytes(plan)
    kantor.serve("2026-04-01T09:00")
    kantor.serve(ISSUED)
    hari = 0
    while waiting := list(_waiting(kantor.akar)):
        for path in waiting:
            data = path.read_bytes()
            status = _status(data, path.name)
            if status == "diperintahkan":
                data = fill_lembar_kerja(data, values(data, path.name))
            path.write_bytes(data)
            path.rename(path.parent.parent / FORWARD[status] / path.name)
        hari += 1
        kantor.serve(f"2026-04-{7 + hari:02d}T10:00")
    return kantor


def _waiting(akar: Path) -> Iterator[Path]:
    return (path for path in sorted(akar.rglob("Masuk/*.xlsx")))


def _status(data: bytes, nama: str) -> str:
    """The status of a worksheet that nobody returned: each act has raised its versi by one."""
    sheet = read_lembar_kerja(data, nama)
    versi = sheet.identitas.versi
    by_version = {1: "baru", 2: "ditugaskan", 3: "diperintahkan", 4: "bahan_diserahkan", 5: "diajukan", 6: "disetujui",
                  7: "diterima_perencanaan"}
    assert versi is not None
    return by_version[versi]


def test_every_unit_has_its_own_worksheet_and_all_are_recommended(played: KantorKedua,
                                                                  capsys: pytest.CaptureFixture[str]) -> None:
    rows = played.rows("2026-04-20T08:00", capsys)
    assert {row["berkas"] for row in rows} == {berkas_code(Periode(2026, 1), *unit) for unit in UNIT}
    assert len(UNIT) == 9  # five bidang of one, two of two
    assert {row["status"] for row in rows} == {"direkomendasikan"}


def test_its_folders_bear_its_own_titles(played: KantorKedua) -> None:
    assert sorted(path.name for path in (played.akar / "PANGAN").iterdir() if (path / "Masuk").is_dir()) == [
        "Ketua Tim", "Pengolah Data PADI", "Pengolah Data PALA", "Sub-Koordinator PADI", "Sub-Koordinator PALA"]
    assert sorted(path.name for path in (played.akar / "TU").iterdir() if (path / "Masuk").is_dir()) == [
        "Arsiparis", "Kepala Bagian", "Kepala Subbagian"]


def test_its_scale_and_cap_stand_in_the_report(played: KantorKedua) -> None:
    text = show_file(played.akar / DRAF)
    # 150 of 100 is 150 %, counted as 120; 60 where 50 is the target is (2 x 50 - 60) / 50 = 80 %; their mean is 100
    overview = next(line for line in text.splitlines() if "Rata-rata capaian tingkat Dinas" in line)
    assert re.search(r"100%.*Memuaskan", overview)
    assert "150%" in text
    assert "Cukup Memuaskan" in text  # 80 lies above 70 and not above 85
    assert "Sangat Tinggi" not in text


def test_its_papers_have_its_paper_sizes(played: KantorKedua) -> None:
    def widths(path: Path) -> set[str]:
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        return {min(pair, key=int) for pair in re.findall(r'<w:pgSz\b[^>]*w:w="(\d+)" w:h="(\d+)"', xml)}

    assert widths(played.akar / DRAF) == {"12189"}  # F4: 215 mm = 12189 twips
    for disposisi in (played.akar / "HORTI/Cetak/2026 TW I").glob("Disposisi*.docx"):
        assert widths(disposisi) == {"11906"}  # A4: 210 mm


def test_an_acting_official_is_named_so_on_paper(played: KantorKedua) -> None:
    acting = next(p for p in pengaturan_kedua().daftar_pejabat if p.kedudukan.value == "Plt.")
    papers = [show_file(path) for path in (played.akar / f"{acting.bidang}/Cetak/2026 TW I").glob("*.docx")]
    signed = [line for text in papers for line in text.splitlines() if "Plt." in line]
    assert signed
    assert any(acting.nama in text for text in papers)


# no word of the sample anywhere

_NEUTRAL = """
    bidang sekretariat sekretaris kepala dinas subbidang subbagian kasubag perencanaan analis data kinerja kabupaten
    pemerintah pembina utama muda penata tingkat triwulan tahun jumlah persentase nilai rata-rata laporan dokumen orang
    kode sub kegiatan program urusan daerah perangkat capaian indikator realisasi anggaran target sasaran tujuan
    terhadap dalam yang dari untuk dengan pada akhir menurut seluruh setiap hasil serta berita acara daftar jam waktu
    bukti dukung rapat surat perjanjian penyusunan penyusun koordinasi ikhtisar evaluasi umum pengukuran pelaporan
    predikat indeks persen pejabat contoh bukan resmi positif negatif singkatan
    alamat atau bantu belum bersama dasar diterima kota lanjut layanan luar oleh pemantauan penyerahan peran perbaikan
    posisi sampai sejak selesai sesuai standar sumber tahunan terdaftar terima tiba tindak dasarnya masalah sama bantuan
"""
"""Words of the SOP and of every such report; all the others of the sample belong to the sample alone."""


def _words(value: object) -> Iterator[str]:
    """Every word of four letters or more in the texts of a value."""
    if isinstance(value, str):
        yield from (word for word in re.findall(r"[^\W\d_]{4,}", value.casefold()))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)


def _sample_words() -> set[str]:
    settings, plan, own = contoh_pengaturan(2026), contoh_rencana(2026), pengaturan_kedua()
    sample = {*_words(settings.instansi), *_words(settings.daftar_bidang), *_words(settings.daftar_pejabat)}
    for item in plan.daftar_indikator:
        sample |= {*_words((item.kode, item.nama, item.sasaran, item.tujuan, item.program))}
    for row in plan.daftar_subkegiatan:
        sample |= {*_words((row.nama, row.indikator, row.program, row.kegiatan))}
    mine = {*_words(own), *_words(rencana_kedua())}
    return sample - mine - set(_NEUTRAL.split())


def _outputs(akar: Path) -> Iterator[tuple[str, str]]:
    """Every text the office put out: names of files and folders, worksheets, papers, their properties, the ledger."""
    for path in sorted(akar.rglob("*")):
        name = str(path.relative_to(akar))
        yield name, name
        if path.suffix in (".txt", ".jsonl", ".kinerja"):
            yield name, path.read_text(encoding="utf-8")
        elif path.suffix in (".xlsx", ".docx"):
            with zipfile.ZipFile(path) as book:
                for part in book.namelist():
                    if part.endswith((".xml", ".rels")):
                        yield f"{name}!{part}", re.sub(r"<[^>]*>", " ", book.read(part).decode())


def test_no_word_of_the_sample_office_stands_in_any_output(played: KantorKedua) -> None:
    words = _sample_words()
    assert {"jeneponto", "linjamsos", "bencana", "tagana"} & words  # the sample is known
    found: dict[str, set[str]] = {}
    for place, text in _outputs(played.akar):
        if "Arsip/Pengaturan/Pengaturan v1" in place:
            continue  # what the office began with, before its own settings came
        for word in words & set(re.findall(r"[^\W\d_]{4,}", text.casefold())):
            found.setdefault(word, set()).add(place)
    told = "\n".join(f"{word}: {sorted(places)[0]}" for word, places in sorted(found.items()))
    assert not found, told


def test_its_proof_holds(played: KantorKedua, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verifikasi", str(played.akar), "--data", str(played.data)]) == 0
    assert "SEKRETARIAT" not in capsys.readouterr().out


def test_each_bidang_prints_the_papers_of_its_acts(played: KantorKedua) -> None:
    for bidang in BIDANG:
        names = {path.name for path in (played.akar / bidang.singkatan / "Cetak/2026 TW I").iterdir()}
        units = [f"{bidang.singkatan} - {sub.singkatan}" for sub in bidang.daftar_sub] or [bidang.singkatan]
        for unit in units:
            assert {f"Disposisi {n} {unit} TW I 2026.docx" for n in (1, 2, 5)} <= names
            assert {f"{kind} {unit} TW I 2026.docx" for kind in ("Bahan Laporan Data Kinerja", "Laporan Data Kinerja")
                    } <= names


def test_its_pages_have_no_fault_either(played: KantorKedua) -> None:
    assert judge_files(choose_files(played.akar)) == []
