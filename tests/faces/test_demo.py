"""``kinerja demo``: one quarter played once as people would see it; what it leaves is then looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_xl.domain.checks import check_isian
from kinerja_xl.domain.sop import KEGIATAN
from kinerja_xl.errors import DemoStopped
from kinerja_xl.faces.cli import run
from kinerja_xl.faces.demo.bukti import BUKTI_SUSULAN, DAFTAR_BUKTI, Bukti, make_pdf, make_png
from kinerja_xl.faces.demo.isian import DAFTAR_ANGGARAN, DAFTAR_INDIKATOR
from kinerja_xl.faces.demo.layanan import JamDemo
from kinerja_xl.faces.demo.people import Penunggu
from kinerja_xl.faces.demo.story import CERITA, CUPLIKAN, DRAF, DRAF_PERTAMA, UNIT
from kinerja_xl.faces.jam import WITA, make_clock
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.routing.lock import ServiceLock
from kinerja_xl.workbook.contoh import contoh_pengaturan, contoh_rencana
from kinerja_xl.workbook.read_lembar_kerja import read_lembar_kerja

NOW = ("--sekarang", "2026-04-17T09:00")
LIMIT_S = 240


@dataclass(frozen=True)
class Played:
    """A demo that was played to its end."""

    akar: Path
    data: Path
    answer: dict[str, object]
    told: str

    def ask(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
        """Return the JSON of a reading command."""
        capsys.readouterr()
        assert run([arguments[0], str(self.akar), *arguments[1:], "--json", "--data", str(self.data), *NOW]) == 0
        return list(json.loads(capsys.readouterr().out))

    def sheet(self, versi: int, unit: str) -> Path:
        """Return an archived version of a worksheet."""
        return self.akar / "Arsip" / "2026" / "TW I" / bidang_of(unit) / f"Lembar Kerja {unit} TW I 2026 v{versi}.xlsx"


def bidang_of(unit: str) -> str:
    return unit.partition(" - ")[0]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    akar = tmp_path_factory.mktemp("demo") / "Kinerja"
    done = subprocess.run([sys.executable, "-m", "kinerja_xl", "demo", "--folder", str(akar), "--json"],
                          capture_output=True, encoding="utf-8", timeout=LIMIT_S, check=False)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    return Played(akar, Path(answer["data"]), answer, done.stderr)


def test_the_answer_says_where_everything_lies(played: Played) -> None:
    assert set(played.answer) == {"akar", "data", "dokumen", "lama_s"}
    assert played.answer["akar"] == str(played.akar)
    assert played.data.parent == played.akar.parent  # beside the root, never on the share
    assert isinstance(played.answer["lama_s"], float)


def test_among_the_documents_are_both_drafts_and_a_slip_for_each_act_that_owes_one(played: Played) -> None:
    documents = [Path(text) for text in played.answer["dokumen"]]
    assert all(path.read_bytes().startswith(b"PK") for path in documents)
    assert {path for path in documents if path.parent.name == "Laporan"} == {
        played.akar / DRAF, (played.akar / DRAF).with_name(DRAF_PERTAMA)}
    slips = sorted(path.name for path in documents
                   if path.parent.parent.name == "Cetak" and path.name.startswith("Disposisi "))
    # Kegiatan 1, 2 and 5 of six units, and the one return
    assert len(slips) == 3 * 6 + 1
    assert [name for name in slips if "REHSOS" in name] == [
        "Disposisi 1 REHSOS TW I 2026.docx", "Disposisi 2 REHSOS TW I 2026.docx",
        "Disposisi 5 REHSOS TW I 2026 (2).docx", "Disposisi 5 REHSOS TW I 2026.docx"]


def test_every_bidang_has_its_bahan_and_its_approved_laporan_to_print(played: Played) -> None:
    for unit in UNIT:
        cetak = played.akar / bidang_of(unit) / "Cetak" / "2026 TW I"
        assert sorted(path.name for path in cetak.iterdir() if f"Data Kinerja {unit} TW" in path.name) == [
            f"Bahan Laporan Data Kinerja {unit} TW I 2026.docx", f"Laporan Data Kinerja {unit} TW I 2026.docx"]
        text = show_file(cetak / f"Laporan Data Kinerja {unit} TW I 2026.docx")
        assert "BELUM DISETUJUI" not in text
        assert "[Belum d" not in text


def unit_of(row: dict[str, object]) -> str:
    return " - ".join(str(row[key]) for key in ("bidang", "sub_bidang") if row[key])


def berkas_of(unit: str) -> str:
    return "2026-TW1-" + unit.replace(" - ", "-")


def test_every_berkas_has_reached_the_end(played: Played, capsys: pytest.CaptureFixture[str]) -> None:
    rows = {unit_of(row): row for row in played.ask(capsys, "status")}
    assert set(rows) == set(UNIT)
    assert {(row["status"], row["pemegang"], row["terlambat"]) for row in rows.values()} == {
        ("direkomendasikan", None, False)}
    # issued 1, then seven acts; REHSOS was given back and submitted again
    assert {unit: (row["versi"], row["putaran"]) for unit, row in rows.items()} == {
        unit: (10, 2) if unit == "REHSOS" else (8, 1) for unit in UNIT}
    assert [path for path in played.akar.glob("*/*/Masuk/*")] == []


def test_there_is_one_return_with_its_note_and_the_correction_after_it(played: Played,
                                                                       capsys: pytest.CaptureFixture[str]) -> None:
    history = {unit: played.ask(capsys, "riwayat", berkas_of(unit)) for unit in UNIT}
    returns = [act for acts in history.values() for act in acts if "kembalikan" in str(act["tindakan"])]
    (act,) = returns
    assert act["ke"] == "dikembalikan"
    assert "22 penerima" in str(act["catatan"])
    assert [act["tindakan"] for act in history["REHSOS"]][-6:] == [
        "ajukan laporan", "kembalikan", "ajukan laporan", "setujui", "serahkan ke perencanaan", "rekomendasikan"]
    key = ("indikator", "REH-01", "pembilang_tw1")
    before, after = (read_lembar_kerja(played.sheet(versi, "REHSOS").read_bytes(), "x").value(*key)
                     for versi in (act["versi"], int(str(act["versi"])) + 1))
    assert (before, after) == (Decimal(198), Decimal(220))  # 198 + 22


def test_acts_happen_in_office_hours_and_one_bidang_is_late(played: Played,
                                                            capsys: pytest.CaptureFixture[str]) -> None:
    acts = [act for unit in UNIT for act in played.ask(capsys, "riwayat", berkas_of(unit))]
    times = [datetime.fromisoformat(str(act["waktu"])) for act in acts]
    assert all(time.weekday() < 5 and 8 <= time.hour < 16 for time in times)
    assert len(set(times)) > 20
    assert {act["dasar"] for act in acts if act["tindakan"] != "terbitkan"} == {"folder"}
    assert "Kelembagaan Sosial Masyarakat: penyerahan bahan oleh" in show_file(played.akar / DRAF)


def test_the_refused_file_lies_in_ditahan_untouched_with_its_reason(played: Played,
                                                                    capsys: pytest.CaptureFixture[str]) -> None:
    (held,) = played.ask(capsys, "status", "--ditahan")
    assert (held["nama"], held["folder"], held["kode"]) == (CUPLIKAN, "REHSOS/Analis/Ditahan", "K402")
    place = played.akar / str(held["folder"])
    assert (place / CUPLIKAN).read_bytes() == make_png()
    assert "gambar PNG" in (place / f"{CUPLIKAN}.ALASAN.txt").read_text(encoding="utf-8-sig")


def test_words_in_a_number_cell_came_back_and_were_mended(played: Played) -> None:
    refused = [row for row in mirror(played) if row["jenis"] == "ditolak"]
    (row,) = refused
    assert row["berkas"] == "2026-TW1-PFM"
    assert "C101" in row["isi"]["kode"]
    sheet = read_lembar_kerja(played.sheet(4, "PFM").read_bytes(), "x")
    assert sheet.value("indikator", "PFM-02", "realisasi_tw1") == Decimal(7)


def mirror(played: Played) -> list[dict[str, object]]:
    text = (played.akar / "Arsip" / "Jejak" / "2026.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_the_published_ledger_holds_the_last_document(played: Played) -> None:
    assert mirror(played)[-1]["isi"]["nama"] == Path(DRAF).name


def test_the_first_draft_names_who_is_missing_and_the_last_is_whole_but_for_one_text(played: Played) -> None:
    first, last = (show_file((played.akar / DRAF).with_name(name)) for name in (DRAF_PERTAMA, Path(DRAF).name))
    assert "Subbidang Kelembagaan Sosial Masyarakat belum menyampaikan" in first
    assert "belum menyampaikan" not in last
    assert last.count("[Belum ditulis: ") == 1
    assert "[Belum ditulis: rekomendasi DAY-02]" in last
    assert "DATA CONTOH" in last
    # 220 / 1124 x 100 = 19.573 %; / 25 x 100 = 78.29 %
    assert "target 25%, realisasi 19,57%, capaian 78,29% (kategori Tinggi)" in last
    # (2 x 72 - 65) / 72 x 100 = 109.72 %
    assert "target 72 jam, realisasi 65 jam, capaian 109,72%" in last


def test_the_service_has_ended_and_left_nothing_undone(played: Played, capsys: pytest.CaptureFixture[str]) -> None:
    with ServiceLock(played.data):
        pass
    capsys.readouterr()
    assert run(["layani", str(played.akar), "--data", str(played.data), "--sekali", "--tenang", "0", "--json",
                *NOW]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {key: answer[key] for key in ("diterima", "ditolak", "ditahan", "diterbitkan")} == {
        "diterima": 0, "ditolak": 0, "ditahan": 0, "diterbitkan": 0}


def test_no_error_is_shown_anywhere(played: Played) -> None:
    texts = [played.told, (played.data / "layanan.log").read_text(encoding="utf-8"),
             (played.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")]
    for text in texts:
        assert "Traceback" not in text
        assert "K000" not in text
    assert "Gangguan:\n  (tidak ada)" in texts[-1].replace("\r\n", "\n")


def test_each_scene_is_told_under_its_day(played: Played) -> None:
    told = " ".join(played.told.split())
    for adegan in CERITA:
        assert f"{adegan.waktu:%H.%M} {adegan.cerita}" in told
    for day in ("Jumat, 10 April 2026", "Senin, 13 April 2026", "Jumat, 17 April 2026"):
        assert day in told
    assert "kinerja riwayat" in told


def test_evidence_lies_where_the_register_says(played: Played) -> None:
    for bukti in (*DAFTAR_BUKTI, BUKTI_SUSULAN):
        (found,) = played.akar.glob(f"{bidang_of(bukti.unit)}/Bukti Dukung/2026 TW I/{bukti.kode} */{bukti.nama}")
        assert found.read_bytes() == make_pdf(bukti)
        sheet = read_lembar_kerja(played.sheet(8, bukti.unit).read_bytes(), "x")
        assert f"{bukti.kode}|{bukti.jenis}|{bukti.nama}" in sheet.baris("bukti")


def test_what_was_recommended_passes_every_check(played: Played) -> None:
    pengaturan = contoh_pengaturan(2026)
    found = {}
    for unit in UNIT:
        sheet = read_lembar_kerja(played.sheet(10 if unit == "REHSOS" else 8, unit).read_bytes(), "x")
        found[unit] = {catatan.kode for row in KEGIATAN if row.maju
                       for catatan in check_isian(sheet, row, pengaturan.skala, pengaturan.kebijakan)}
    # left open on purpose: the rekomendasi of DAY-02 and the evidence of REH-02
    left = {"DAYASOS - PERORANGAN": {"C207"}, "REHSOS": {"C205"}}
    assert found == {unit: left.get(unit, set()) for unit in UNIT}


def test_evidence_folders_are_named_in_whole_words(played: Played) -> None:
    # the slashes of TKSK/PSM/Karang Taruna cannot stand in a file name; 36 characters are the most
    assert sorted(path.name for path in played.akar.glob("DAYASOS/Bukti Dukung/2026 TW I/*")) == [
        "DAY-02 Jumlah TKSK-PSM-Karang Taruna", "DAY-03 Persentase PSKS perorangan", "DAY-04 Persentase PSKS kelembagaan"]
    assert [path.name for path in played.akar.glob("PFM/Bukti Dukung/2026 TW I/PFM-02*")] == [
        "PFM-02 Jumlah keluarga penerima"]


# the parts, without a service


def test_the_story_has_content_for_every_row_of_the_sample_plan() -> None:
    rencana = contoh_rencana(2026)
    assert {(row.unit, row.kode) for row in DAFTAR_INDIKATOR} == {
        (f"{i.bidang} - {i.sub_bidang}" if i.sub_bidang else i.bidang, i.kode)
        for i in rencana.daftar_indikator if not i.digabung_dari}
    pagu = {(f"{sub.bidang} - {sub.sub_bidang}" if sub.sub_bidang else sub.bidang, sub.kode): sub.pagu
            for sub in rencana.daftar_subkegiatan}
    assert {(row.unit, row.kode) for row in DAFTAR_ANGGARAN} == set(pagu)
    for row in DAFTAR_ANGGARAN:
        assert Decimal("0.12") <= row.realisasi_rp_sd / pagu[row.unit, row.kode] <= Decimal("0.28")


def test_time_goes_forward_in_the_story() -> None:
    times = [adegan.waktu for adegan in CERITA]
    assert times == sorted(set(times))


def test_the_clock_file_is_what_the_service_reads(tmp_path: Path) -> None:
    jam = JamDemo(tmp_path / "jam.txt")
    for minute in (0, 30):
        jam.set(datetime(2026, 4, 10, 8, minute, tzinfo=WITA))
        assert make_clock(f"@{jam.file}")() == datetime(2026, 4, 10, 8, minute, tzinfo=WITA)
    assert [path.name for path in tmp_path.iterdir()] == ["jam.txt"]


def test_waiting_in_vain_ends_with_a_coded_message() -> None:
    waiting = Penunggu(lambda: True, Path("layanan.log"), patience=0)
    with pytest.raises(DemoStopped, match=r"lembar kerja belum tampak setelah 0 detik"):
        waiting.wait_until(lambda: False, "lembar kerja")
    ended = Penunggu(lambda: False, Path("layanan.log"))
    with pytest.raises(DemoStopped, match="layanan berhenti sebelum waktunya"):
        ended.wait_until(lambda: False, "lembar kerja")


def test_a_folder_with_files_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / "surat.txt").write_text("x", encoding="utf-8")
    assert run(["demo", "--folder", str(tmp_path / "isi")]) == 3
    done = capsys.readouterr()
    assert done.out == ""
    assert done.err.startswith("K105: ")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["isi", "surat.txt"]


def test_a_paper_of_the_demo_is_a_whole_pdf() -> None:
    data = make_pdf(Bukti("REHSOS", "REH-01", "bukti", "Rekap.pdf", ("Satu", "Dua")))
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    assert data[start:start + 4] == b"xref"
    for number in range(1, 6):
        offset = int(data[start:].splitlines()[2 + number].split()[0])
        assert data[offset:].startswith(b"%d 0 obj" % number)
