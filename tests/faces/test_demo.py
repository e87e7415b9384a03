"""``kinerja demo``: a whole year played once as people would see it; what it leaves is then looked at."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tahun_demo import NOW, TahunDemo

from kinerja_xl.domain.lembar.checks import check_isian
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.domain.sop.sop import KEGIATAN
from kinerja_xl.errors import DemoStopped
from kinerja_xl.faces.cli import run
from kinerja_xl.faces.demo.babak import UNIT, bidang_of
from kinerja_xl.faces.demo.bukti import Bukti, make_pdf, make_png
from kinerja_xl.faces.demo.cerita_tw1 import CUPLIKAN
from kinerja_xl.faces.demo.cerita_tw2 import ANALIS_PFM
from kinerja_xl.faces.demo.layanan import JamDemo
from kinerja_xl.faces.demo.people import Penunggu
from kinerja_xl.faces.demo.story import CERITA, DITAHAN
from kinerja_xl.faces.jam import WITA, make_clock
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.routing.lock import ServiceLock
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

ROMAWI = ("I", "II", "III", "IV")
# issued 1, then seven acts
ACTS = 8
MORE = {  # a return and a submission; a withdrawal and a submission; a re-issue
    (1, "REHSOS"): 2, (2, "LINJAMSOS"): 2, (2, "PFM"): 2, (3, "REHSOS"): 1, (3, "PFM"): 1,
    (3, "LINJAMSOS"): 1 + 4,  # re-issued; given back by Perencanaan: returned, submitted, approved, handed over
}


def unit_of(row: dict[str, object]) -> tuple[int, str]:
    return int(str(row["triwulan"])), " - ".join(str(row[key]) for key in ("bidang", "sub_bidang") if row[key])


def berkas_of(triwulan: int, unit: str) -> str:
    return f"2026-TW{triwulan}-" + unit.replace(" - ", "-")


def laporan(year: TahunDemo, romawi: str, tail: str = "") -> str:
    return show_file(year.akar / "Perencanaan" / "Laporan" / f"Laporan Triwulan {romawi} 2026{tail}.docx")


def last_versi(triwulan: int, unit: str) -> int:
    return ACTS + MORE.get((triwulan, unit), 0)


# the year as it stands


def test_the_answer_says_where_everything_lies(demo_year: TahunDemo) -> None:
    assert set(demo_year.answer) == {"akar", "data", "dokumen", "lama_s"}
    assert demo_year.answer["akar"] == str(demo_year.akar)
    assert demo_year.data.parent == demo_year.akar.parent  # beside the root, never on the share
    assert isinstance(demo_year.answer["lama_s"], float)
    documents = [Path(str(text)) for text in demo_year.answer["dokumen"]]  # type: ignore[attr-defined]
    assert all(path.read_bytes().startswith(b"PK") for path in documents)


def test_all_24_berkas_of_the_year_have_reached_the_end(demo_year: TahunDemo,
                                                        capsys: pytest.CaptureFixture[str]) -> None:
    rows = {unit_of(row): row for row in demo_year.ask(capsys, "status")}
    assert set(rows) == {(triwulan, unit) for triwulan in (1, 2, 3, 4) for unit in UNIT}
    assert {(row["status"], row["pemegang"], row["terlambat"]) for row in rows.values()} == {
        ("direkomendasikan", None, False)}
    assert {key: row["versi"] for key, row in rows.items()} == {key: last_versi(*key) for key in rows}
    assert [key for key, row in rows.items() if row["putaran"] == 2] == [
        (1, "REHSOS"), (2, "PFM"), (3, "LINJAMSOS")]
    assert [path for path in demo_year.akar.glob("*/*/Masuk/*")] == []


def test_the_whole_office_is_proven(demo_year: TahunDemo, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verifikasi", str(demo_year.akar), "--data", str(demo_year.data)]) == 0
    assert capsys.readouterr().out.startswith("Utuh: ")


def test_reports_stand_as_final_edition_and_draf(demo_year: TahunDemo) -> None:
    names = sorted(path.name for path in (demo_year.akar / "Perencanaan" / "Laporan").iterdir())
    names = [name for name in names if not name.endswith(".pdf")]  # printed only where there is time
    assert names == ["Form E.81 Triwulan IV 2026.docx", "Laporan Kinerja 2026 DRAF.docx",
                     "Laporan Triwulan I 2026 (susulan).docx", "Laporan Triwulan I 2026.docx",
                     "Laporan Triwulan II 2026.docx", "Laporan Triwulan III 2026 DRAF.docx",
                     "Laporan Triwulan IV 2026 DRAF.docx", "Surat Pengantar Triwulan IV 2026.docx"]


def test_every_act_that_owes_papers_has_them_to_print(demo_year: TahunDemo) -> None:
    papers = Counter(path.name.split(" ")[0] for path in demo_year.akar.glob("*/Cetak/*/*.docx"))
    # Kegiatan 1, 2 and 5 of 24 berkas; returns of REHSOS (5), PFM (bahan) and LINJAMSOS, which is approved once more
    assert papers["Disposisi"] == 3 * 24 + 3 + 1
    for triwulan, romawi in enumerate(ROMAWI, start=1):
        for unit in UNIT:
            cetak = demo_year.akar / bidang_of(unit) / "Cetak" / f"2026 TW {romawi}"
            text = show_file(cetak / f"Laporan Data Kinerja {unit} TW {romawi} 2026.docx")
            assert "BELUM DISETUJUI" not in text
            assert (cetak / f"Bahan Laporan Data Kinerja {unit} TW {romawi} 2026.docx").exists()
            assert ("[Belum ditulis" in text) == ((triwulan, unit) in {(3, "DAYASOS - PERORANGAN"),
                                                                      (3, "DAYASOS - KELEMBAGAAN")})


def test_acts_happen_in_office_hours_and_by_moving_files(demo_year: TahunDemo,
                                                         capsys: pytest.CaptureFixture[str]) -> None:
    acts = [act for triwulan in (1, 2, 3, 4) for unit in UNIT
            for act in demo_year.ask(capsys, "riwayat", berkas_of(triwulan, unit))]
    times = [datetime.fromisoformat(str(act["waktu"])) for act in acts]
    assert all(time.weekday() < 5 and (7, 30) <= (time.hour, time.minute) < (16, 30) for time in times)
    assert len(set(times)) > 40
    assert {act["dasar"] for act in acts} == {"folder", "layanan"}
    assert {act["tindakan"] for act in acts if act["dasar"] == "layanan"} == {"terbitkan", "terbitkan ulang"}


def test_no_error_is_shown_anywhere_and_nothing_is_left_undone(demo_year: TahunDemo,
                                                              capsys: pytest.CaptureFixture[str]) -> None:
    log = (demo_year.data / "layanan.log").read_text(encoding="utf-8")
    status = (demo_year.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")
    for text in (demo_year.told, log, status):
        assert "Traceback" not in text
        assert "K000" not in text
    assert "Gangguan:\n  (tidak ada)" in status.replace("\r\n", "\n")
    with ServiceLock(demo_year.data):
        pass
    capsys.readouterr()
    assert run(["laporan", "triwulan", str(demo_year.akar), "--tahun", "2026", "--triwulan", "4", "--final", "--data",
                str(demo_year.data), *NOW]) == 3
    assert "[Belum ditulis: rekomendasi REH-02]" in capsys.readouterr().err


# what happened on the way


def history(year: TahunDemo, capsys: pytest.CaptureFixture[str], triwulan: int, unit: str) -> list[str]:
    return [str(act["tindakan"]) for act in year.ask(capsys, "riwayat", berkas_of(triwulan, unit))]


def test_a_report_that_was_given_back_came_better(demo_year: TahunDemo, capsys: pytest.CaptureFixture[str]) -> None:
    assert history(demo_year, capsys, 1, "REHSOS")[4:] == [
        "ajukan laporan", "kembalikan", "ajukan laporan", "setujui", "serahkan ke perencanaan", "rekomendasikan"]
    key = ("indikator", "REH-01", "pembilang_tw1")
    before, after = (read_lembar_kerja(demo_year.sheet("I", "REHSOS", versi).read_bytes(), "x").value(*key)
                     for versi in (6, 7))
    assert (before, after) == (Decimal(198), Decimal(220))  # 198 + 22


def test_taking_back_giving_back_bahan_and_a_return_by_perencanaan_are_recorded(
        demo_year: TahunDemo, capsys: pytest.CaptureFixture[str]) -> None:
    assert history(demo_year, capsys, 2, "LINJAMSOS")[4:8] == [
        "ajukan laporan", "tarik kembali", "ajukan laporan", "setujui"]
    assert history(demo_year, capsys, 2, "PFM")[3:6] == ["serahkan bahan", "kembalikan bahan", "serahkan bahan"]
    assert history(demo_year, capsys, 3, "LINJAMSOS")[-5:] == [
        "kembalikan", "ajukan laporan", "setujui", "serahkan ke perencanaan", "rekomendasikan"]


def test_a_late_sub_bidang_gives_an_edition_beside_the_final_report(demo_year: TahunDemo) -> None:
    final, late = laporan(demo_year, "I"), laporan(demo_year, "I", " (susulan)")
    assert "Subbidang Kelembagaan Sosial Masyarakat belum menyampaikan" in final
    assert "5 dari 6 unit" in final
    assert "6 dari 6 unit" in late
    assert "belum menyampaikan" not in late
    assert "Kelembagaan Sosial Masyarakat: penyerahan bahan oleh" in late  # who was late
    for text in (final, late, laporan(demo_year, "II")):
        assert "[Belum ditulis" not in text
        assert "DATA CONTOH" in text


def test_what_is_left_open_keeps_a_report_a_draf(demo_year: TahunDemo) -> None:
    third, fourth = laporan(demo_year, "III", " DRAF"), laporan(demo_year, "IV", " DRAF")
    assert {line for line in ("faktor pendorong atau penghambat DAY-02", "tindak lanjut DAY-04")
            if f"[Belum ditulis: {line}]" in third} == {"faktor pendorong atau penghambat DAY-02",
                                                       "tindak lanjut DAY-04"}
    assert fourth.count("[Belum ditulis: ") == 1
    assert "[Belum ditulis: rekomendasi REH-02]" in fourth


def test_figures_of_the_year_come_out_as_computed_by_hand(demo_year: TahunDemo) -> None:
    # 220 / 1124 x 100 = 19.573 %; / 25 x 100 = 78.29 %
    assert "target 25%, realisasi 19,57%, capaian 78,29% (kategori Tinggi)" in laporan(demo_year, "I")
    # (2 x 72 - 65) / 72 x 100 = 109.72 %
    assert "target 72 jam, realisasi 65 jam, capaian 109,72%" in laporan(demo_year, "I")
    # (141 + 73) / (233 + 132) x 100 = 58.63 %, gathered from both sub bidang; / 60 x 100 = 97.72 %
    assert "target 60%, realisasi 58,63%, capaian 97,72%" in laporan(demo_year, "I", " (susulan)")
    # (2 x 72 - 78) / 72 x 100 = 91.67 %
    assert "target 72 jam, realisasi 78 jam, capaian 91,67%" in laporan(demo_year, "II")
    # the PK Perubahan asks for 20 families in TW III: 19 / 20 x 100 = 95 %
    assert "target 20 keluarga, realisasi 19 keluarga, capaian 95%" in laporan(demo_year, "III", " DRAF")


def test_refused_files_lie_in_ditahan_untouched_with_their_reasons(demo_year: TahunDemo,
                                                                   capsys: pytest.CaptureFixture[str]) -> None:
    held = demo_year.ask(capsys, "status", "--ditahan")
    assert [(row["nama"], row["folder"], row["kode"]) for row in held] == [
        (DITAHAN[0], "REHSOS/Analis/Ditahan", "K402"), (DITAHAN[1], "DAYASOS/Analis KELEMBAGAAN/Ditahan", "H103")]
    place = demo_year.akar / str(held[0]["folder"])
    assert (place / CUPLIKAN).read_bytes() == make_png()
    assert "gambar PNG" in (place / f"{CUPLIKAN}.ALASAN.txt").read_text(encoding="utf-8-sig")


def test_a_wrong_cell_and_a_missing_reason_came_back(demo_year: TahunDemo) -> None:
    refused = [(row["berkas"], row["isi"]["kode"]) for row in demo_year.ledger()  # type: ignore[index]
               if row["jenis"] == "ditolak"]
    assert refused == [("2026-TW1-PFM", ["C101"]), ("2026-TW2-REHSOS", ["C104"])]
    sheet = read_lembar_kerja(demo_year.sheet("I", "PFM", 4).read_bytes(), "x")
    assert sheet.value("indikator", "PFM-02", "realisasi_tw1") == Decimal(7)


def test_a_copy_named_1_was_taken_and_its_twin_removed(demo_year: TahunDemo) -> None:
    assert [path for path in demo_year.akar.rglob("*(1)*")] == []
    sheet = read_lembar_kerja(demo_year.sheet("II", "SEKRETARIAT", 4).read_bytes(), "x")
    assert sheet.value("subkegiatan", "1.06.01.2.01.0001", "realisasi_rp_sd_tw2") == Decimal(14_120_000)


def test_the_plan_changed_in_tw_iii_with_reasons_and_earlier_quarters_kept_theirs(demo_year: TahunDemo) -> None:
    letter = (demo_year.akar / "Perencanaan" / "Rencana Aksi 2026.HASIL.txt").read_text(encoding="utf-8-sig")
    assert "Perjanjian Kinerja Perubahan Nomor 00/PK-P/CONTOH/2026" in letter
    assert "PFM-02 – Target TW III: semula 15, menjadi 20." in letter
    assert "Tidak ada yang perlu diperhatikan." in letter
    reissued = [row["berkas"] for row in demo_year.ledger() if row["jenis"] == "terbit ulang"]
    assert reissued == ["2026-TW3-REHSOS", "2026-TW3-LINJAMSOS", "2026-TW3-PFM"]
    for romawi, pagu in (("II", "580"), ("III", "620")):  # PFM in millions: 130 + 250 + 200, and 40 more
        text = laporan(demo_year, romawi, " DRAF" if romawi == "III" else "")
        (row,) = [line for line in text.splitlines() if line.startswith("| 1.06.05 | PROGRAM")]
        assert f"| {pagu}.000.000 |" in row


def test_a_plh_acts_in_his_days_and_not_after(demo_year: TahunDemo, capsys: pytest.CaptureFixture[str]) -> None:
    approvers = {triwulan: next(act for act in demo_year.ask(capsys, "riwayat", berkas_of(triwulan, "REHSOS"))
                                if act["tindakan"] == "setujui") for triwulan in (2, 3, 4)}
    assert "Plh. Kepala Bidang Rehabilitasi Sosial" in str(approvers[3]["pejabat"])
    assert approvers[3]["rangkap"] == ["Kepala Bidang Perlindungan dan Jaminan Sosial"]
    for triwulan in (2, 4):
        assert "Plh." not in str(approvers[triwulan]["pejabat"])
        assert approvers[triwulan]["rangkap"] == []


def test_next_years_plan_carries_the_year_over(demo_year: TahunDemo) -> None:
    text = show_file(demo_year.akar / "Perencanaan" / "Rencana Aksi 2027.xlsx")
    assert '"Persentase PSKS aktif"' in text
    assert "70.41" in text  # (169 + 88) / (233 + 132) x 100


def test_each_scene_is_told_under_its_day_with_what_was_refused(demo_year: TahunDemo) -> None:
    told = " ".join(demo_year.told.split())
    for babak, daftar_adegan in CERITA:
        assert f"Triwulan {babak.periode.romawi} Tahun 2026" in told
        for adegan in daftar_adegan:
            assert f"{adegan.waktu:%H.%M} {adegan.cerita}" in told
    for said in ("Jumat, 10 April 2026", "Senin, 11 Januari 2027", "Isi “tujuh keluarga” bukan angka",
                 "H103: Berkas 2026-TW2-DAYASOS-KELEMBAGAAN sudah selesai", "masih dibuka oleh Pejabat Contoh 19",
                 "K906 Laporan Triwulan III 2026.docx", "Catatan: “Realisasi REH-01 belum memuat",
                 "kinerja verifikasi"):
        assert said in told


def test_evidence_lies_where_the_register_says(demo_year: TahunDemo) -> None:
    for babak, _ in CERITA:
        romawi = babak.periode.romawi
        for bukti in babak.isi.bukti:
            pattern = f"{bidang_of(bukti.unit)}/Bukti Dukung/2026 TW {romawi}/{bukti.kode} */{bukti.nama}"
            (found,) = demo_year.akar.glob(pattern)
            assert found.read_bytes() == make_pdf(bukti)
            last = demo_year.sheet(romawi, bukti.unit, last_versi(babak.triwulan, bukti.unit))
            sheet = read_lembar_kerja(last.read_bytes(), "x")
            assert f"{bukti.kode}|{bukti.jenis}|{bukti.nama}" in sheet.baris("bukti")


def test_what_was_recommended_lacks_only_what_was_left_open_on_purpose(demo_year: TahunDemo) -> None:
    pengaturan = contoh_pengaturan(2026)
    found = set()
    for triwulan, romawi in enumerate(ROMAWI, start=1):
        for unit in UNIT:
            path = demo_year.sheet(romawi, unit, last_versi(triwulan, unit))
            sheet = read_lembar_kerja(path.read_bytes(), "x")
            found |= {(triwulan, unit, catatan.kode) for row in KEGIATAN if row.maju
                      for catatan in check_isian(sheet, row, pengaturan.skala, pengaturan.kebijakan)}
    assert found == {(3, "DAYASOS - PERORANGAN", "C203"), (3, "DAYASOS - KELEMBAGAAN", "C204"), (4, "REHSOS", "C205"),
                     (4, "REHSOS", "C207")}


def test_evidence_folders_are_named_in_whole_words(demo_year: TahunDemo) -> None:
    # the slashes of TKSK/PSM/Karang Taruna cannot stand in a file name; 36 characters are the most
    assert sorted(path.name for path in demo_year.akar.glob("DAYASOS/Bukti Dukung/2026 TW I/*")) == [
        "DAY-02 Jumlah TKSK-PSM-Karang Taruna", "DAY-03 Persentase PSKS perorangan",
        "DAY-04 Persentase PSKS kelembagaan"]


# the parts, without a service


def test_time_goes_forward_in_the_story() -> None:
    times = [adegan.waktu for _, daftar_adegan in CERITA for adegan in daftar_adegan]
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


def test_the_file_left_open_is_that_of_the_analis() -> None:
    pejabat = contoh_pengaturan(2026).pejabat(Pelaksana(Peran.ANALIS, "PFM"), date(2026, 7, 13))
    assert pejabat is not None
    assert pejabat.nama == ANALIS_PFM


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
