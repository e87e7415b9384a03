"""The add-in's own VBA, run by LibreOffice: what the buttons show, and the command line that a press starts."""

from __future__ import annotations

import pytest
from calc_recalc import Calc
from kembaran import make_twin, split_as_windows

from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.install.panggilan import Panggilan, parse_panggilan
from kinerja_xl.install.tombol import DAFTAR_TOMBOL

PROGRAM = r"C:\Program Files\Kinerja\Scripts\python.exe"
PACKAGE = r"C:\Kinerja\Lib\kinerja_xl\__main__.py"
HOST = r"C:\Program Files\Microsoft Office\Office16\Microsoft Excel"
BOOK = r"\\peladen\Kinerja\LINJAMSOS\Kasubid\Masuk\Lembar Kerja LINJAMSOS TW I 2026.xlsx"

MAIN_BUTTON = {  # contract section 4: what the holder of a berkas of this status does; nobody holds one that has ended
    "baru": "Tugaskan", "ditugaskan": "Perintahkan", "diperintahkan": "Serahkan Bahan",
    "bahan_diserahkan": "Ajukan Laporan", "dikembalikan": "Ajukan Laporan", "diajukan": "Setujui",
    "disetujui": "Serahkan ke Perencanaan", "diterima_perencanaan": "Rekomendasikan",
    "direkomendasikan": "Kirim", "tidak_menyampaikan": "Kirim", "dibatalkan": "Kirim"}
ENDED = {"direkomendasikan", "tidak_menyampaikan", "dibatalkan"}
REASON = "Berkas ini sudah selesai."


def ask(calc: Calc, rows: list[tuple[str, ...]] | None, calls: list[tuple[str, list[object]]],
        width: int = 4) -> list[object]:
    named = [(f"{'Tekan' if name == 'Press' else 'Uji'}.{name}", arguments) for name, arguments in calls]
    return calc.run_macros(make_twin(rows, width), ".xlsm", named)


def press(calc: Calc, aksi: str = "periksa", book: str = BOOK, program: str = PROGRAM, missing: str = "",
          ended: int = 0) -> str:
    answer, = ask(calc, None, [("Press", [f"tombol_{aksi}", book, program, missing, str(ended)])])
    return str(answer)


def test_every_module_as_it_is_shipped_compiles(calc: Calc) -> None:
    # LibreOffice drops the whole library, silently, where one module of it does not compile
    there, gone = [("Komputer.IsFileThere", [path]) for path in (__file__, __file__ + ".tidak-ada")]
    twin = make_twin([("tombol_kirim", "Setujui", "ya", "")], recorder=False)
    assert calc.run_macros(twin, ".xlsm", [there, gone, ("Uji.Label", ["tombol_kirim", "Kirim"])]) == [
        True, False, "Setujui"]


def test_the_main_button_says_the_action_of_every_status(calc: Calc) -> None:
    assert set(MAIN_BUTTON) == {status.value for status in Status}
    rewrite = [["tombol_kirim", label, "tidak" if status in ENDED else "ya", REASON if status in ENDED else ""]
               for status, label in MAIN_BUTTON.items()]
    main = ["tombol_kirim", "Kirim"]
    calls = [call for row in rewrite for call in (
        ("Rewrite", row), ("Label", main), ("Screentip", main), ("Enabled", main[:1]))]
    answers = ask(calc, [("tombol_status", "Status", "ya", "")] * 3, calls)
    assert answers[1::4] == list(MAIN_BUTTON.values())
    assert answers[2::4] == [REASON if status in ENDED else label for status, label in MAIN_BUTTON.items()]
    assert answers[3::4] == [status not in ENDED for status in MAIN_BUTTON]


def test_a_button_that_the_worksheet_does_not_list_is_not_shown(calc: Calc) -> None:
    rows = [("tombol_kirim", "Setujui", "ya", ""), ("tombol_kembalikan", "Kembalikan", "tidak", "Catatan dulu.")]
    answers = ask(calc, rows, [("Shown", ["tombol_kirim"]), ("Shown", ["tombol_kembalikan"]),
                               ("Shown", ["tombol_batalkan"]), ("Enabled", ["tombol_batalkan"])])
    assert answers == [True, True, False, False]


def test_the_planners_group_is_shown_where_his_worksheet_says_so_and_without_a_worksheet(calc: Calc) -> None:
    group = ("GroupShown", ["grup_perencanaan"])
    rows = [["grup_perencanaan", "Perencanaan", aktif, ""] for aktif in ("ya", "tidak")]
    calls = [group, ("Rewrite", rows[0]), group, ("Rewrite", rows[1]), group]
    assert ask(calc, [("tombol_status", "Status", "ya", "")], calls)[0::2] == [False, True, False]
    assert ask(calc, None, [group]) == [True]


def test_without_a_worksheet_of_ours_every_button_is_there_with_its_own_label(calc: Calc) -> None:
    calls = [call for tombol in DAFTAR_TOMBOL for call in (
        ("Label", [tombol.id, tombol.label]), ("Screentip", [tombol.id, tombol.label]),
        ("Enabled", [tombol.id]), ("Shown", [tombol.id]))]
    answers = ask(calc, None, calls)
    assert answers[0::4] == answers[1::4] == [tombol.label for tombol in DAFTAR_TOMBOL]
    assert set(answers[2::4]) == set(answers[3::4]) == {True}


@pytest.mark.parametrize(("rows", "width"), [
    ([("tombol_kirim", "Palsu", "ya", "")] * 101, 4),  # more rows than the service writes
    ([("tombol_kirim", "Palsu", "ya", "", "lebih")], 5)], ids=["too many rows", "other columns"])
def test_a_block_of_another_shape_counts_as_none(calc: Calc, rows: list[tuple[str, ...]], width: int) -> None:
    assert ask(calc, rows, [("Label", ["tombol_kirim", "Kirim"])], width) == ["Kirim"]


def test_the_ribbon_is_refreshed_once_it_is_loaded(calc: Calc) -> None:
    assert ask(calc, None, [("RefreshesAfterLoad", [])]) == [1.0]


def test_each_button_starts_the_installed_program_with_what_pita_accepts(calc: Calc) -> None:
    calls = [("Press", [tombol.id, BOOK, PROGRAM, "", "0"]) for tombol in DAFTAR_TOMBOL]
    for tombol, answer in zip(DAFTAR_TOMBOL, ask(calc, None, calls), strict=True):
        happened, folder, line = str(answer).split("\t")
        program, *arguments = split_as_windows(line)
        assert (happened, folder, program) == ("RUN", r"C:\Program Files\Kinerja\Scripts", PROGRAM)
        assert arguments[:5] == ["-I", "-B", "-m", "kinerja_xl", "pita"]
        assert parse_panggilan(arguments[5:]) == Panggilan(tombol.aksi, BOOK, HOST, 132456, dari_pita=True)


@pytest.mark.parametrize("book", [
    r"C:\Kantor & Bidang\Lembar 'Kerja' (FIX).xlsx", r"C:\a b\85% --app=x = y.xlsx", "Buku1", "",
    r"\\peladen\bagi\^a^ | b > c.xlsx", "https://contoh.sharepoint.com/sites/dinas/Lembar%20Kerja.xlsx",
    r"C:\Kinerja\Laporan – “TW I” é.xlsx"])
def test_a_name_reaches_the_program_whole_and_as_one_argument(calc: Calc, book: str) -> None:
    line = press(calc, book=book).split("\t")[2]
    assert parse_panggilan(split_as_windows(line)[6:]).buku == book


@pytest.mark.parametrize("book", ['C:\\a" --evil.xlsx', r"C:\%TEMP%\a.xlsx", "C:\\folder\\"])
def test_a_name_that_would_change_the_command_is_refused(calc: Calc, book: str) -> None:
    assert press(calc, book=book).split("\t")[:2] == ["SAY", "K602"]


@pytest.mark.parametrize("program", ["", "python.exe", r"\\peladen\bagi\kinerja.exe", r"C:kinerja.exe",
                                     r"..\kinerja.exe", "C:\\Kinerja\\\"python.exe", "/usr/bin/python"])
def test_what_is_no_absolute_path_on_this_computer_is_never_started(calc: Calc, program: str) -> None:
    assert press(calc, program=program).split("\t")[:2] == ["SAY", "K601"]


@pytest.mark.parametrize("missing", [PROGRAM, PACKAGE])
def test_a_program_that_is_gone_is_told_in_one_sentence_with_a_next_step(calc: Calc, missing: str) -> None:
    assert press(calc, missing=missing) == (
        "SAY\tK601\tProgram Kinerja belum terpasang untuk akun ini, atau sudah dipindahkan.\tJalankan: kinerja pasang")


@pytest.mark.parametrize(("ended", "told"), [(0, False), (1, False), (3, False), (2, True), (-1, True),
                                             (-1073741515, True)])  # the last: a DLL of Python was not found
def test_a_program_that_ended_without_a_word_is_told(calc: Calc, ended: int, told: bool) -> None:
    assert ("K603" in press(calc, ended=ended)) is told


@pytest.mark.parametrize("control", ["tombol_", "tombol_periksa --data=X", 'tombol_"', "tombol_PERIKSA", "tombol_a.b"])
def test_a_control_of_another_ribbon_cannot_start_anything_else(calc: Calc, control: str) -> None:
    assert ask(calc, None, [("Press", [control, BOOK, PROGRAM, "", "0"])]) == [""]
