"""Each button of the tab has all it needs, and each callback it names exists with the signature Excel calls."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from kinerja_xl.domain.sop.pita import buttons_of
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.install.tombol import DAFTAR_TOMBOL, GRUP_PERENCANAAN, KOLOM, LEMBAR, MAKS_BARIS, NAMA_BLOK, Tombol

MACROS = Path(__file__).parents[2] / "macros"
UI = "{http://schemas.microsoft.com/office/2009/07/customui}"
ROOT = etree.parse(MACROS / "ribbon.xml").getroot()
PITA = (MACROS / "Pita.bas").read_text(encoding="ascii")
BUTTONS = {element.get("id"): element for element in ROOT.iter(f"{UI}button")}

CONTRACT_AKSI = {"periksa", "kirim", "kembalikan", "tarik-kembali", "riwayat", "perubahan", "ambil-isian", "bukti",
                 "dokumen", "status", "bantuan", "berlakukan-rencana"}  # contract section 5
PLANNER_AKSI = {"buka-kembali", "tutup-tanpa-data", "batalkan", "tutup-tahun", "adopsi"}  # contract sections 4 and 5

OFFICE_ICONS = {"ErrorChecking", "GetExternalDataFromText", "HyperlinkInsert", "FileSendAsAttachment",
                "ReviewReplyWithChanges", "Undo", "FilePrintPreview", "FileVersionHistory", "ReviewHighlightChanges",
                "RefreshStatus", "FileCheckIn", "FileOpen", "FileClose", "RefreshCancel", "Lock", "Help"}
"""In the lists of Excel's controls for Office 2013, 2016, 2019 and Microsoft 365 alike (OfficeDev's repository
office-fluent-ui-command-identifiers, excelcontrols.xlsx)."""

GET = r"\(control As IRibbonControl, ByRef returnedVal\)"
SIGNATURES = {"onLoad": r"\(ribbon As IRibbonUI\)", "onAction": r"\(control As IRibbonControl\)",
              "getLabel": GET, "getScreentip": GET, "getEnabled": GET, "getVisible": GET}


def test_the_buttons_are_those_of_the_table_in_its_order() -> None:
    assert list(BUTTONS) == [tombol.id for tombol in DAFTAR_TOMBOL]
    assert {tombol.aksi for tombol in DAFTAR_TOMBOL} == CONTRACT_AKSI | PLANNER_AKSI


@pytest.mark.parametrize("tombol", DAFTAR_TOMBOL, ids=lambda tombol: tombol.aksi)
def test_a_button_has_label_tip_icon_key_and_callbacks(tombol: Tombol) -> None:
    button = BUTTONS[tombol.id]
    assert (button.get("tag"), button.get("imageMso"), button.get("keytip")) == (
        tombol.label, tombol.image_mso, tombol.keytip)
    assert re.fullmatch(r"[A-Z].{15,200}\.", button.get("supertip"))
    assert {key for key in button.attrib if key.startswith(("get", "on"))} == set(SIGNATURES) - {"onLoad"}
    assert button.get("size") in {"large", "normal"}
    assert tombol.image_mso in OFFICE_ICONS


def test_the_tip_of_help_names_the_guides_that_it_opens() -> None:
    assert BUTTONS["tombol_bantuan"].get("supertip").startswith("Membuka panduan ")


@pytest.mark.parametrize("status", sorted(Status))
def test_every_row_that_the_service_writes_belongs_to_a_control(status: Status) -> None:
    assert {row.id for row in buttons_of(status)} <= {*BUTTONS, GRUP_PERENCANAAN}


def test_the_template_gives_the_block_the_shape_that_the_callbacks_take() -> None:
    book = load_workbook(MACROS.parent / "workbook_templates" / "Lembar Kerja.xlsx")
    (sheet, area), = book.defined_names[NAMA_BLOK].destinations
    rows = list(book[sheet][area.replace("$", "")])
    assert sheet == LEMBAR
    assert {len(row) for row in rows} == {len(KOLOM)}
    assert max(len(buttons_of(status)) for status in Status) <= len(rows) <= MAKS_BARIS


def test_keys_and_ids_are_used_once() -> None:
    assert max(Counter(tombol.keytip for tombol in DAFTAR_TOMBOL).values()) == 1
    assert max(Counter(element.get("id") for element in ROOT.iter() if element.get("id")).values()) == 1


def test_the_groups_read_as_the_work_goes() -> None:
    groups = [group.get("label") for group in ROOT.iter(f"{UI}group")]
    assert groups == ["Isian", "Kirim", "Dokumen", "Riwayat", "Bantuan", "Perencanaan"]


def test_only_the_planners_group_depends_on_the_worksheet() -> None:
    hidden = {group.get("id"): group.get("getVisible") for group in ROOT.iter(f"{UI}group") if group.get("getVisible")}
    assert hidden == {GRUP_PERENCANAAN: "GrupGetVisible"}


def named_callbacks() -> set[tuple[str, str]]:
    return {(key, value) for element in ROOT.iter() for key, value in element.attrib.items()
            if key == "onLoad" or key.startswith("get") or key == "onAction"}


@pytest.mark.parametrize(("attribute", "callback"), sorted(named_callbacks()))
def test_a_callback_exists_publicly_with_its_signature(attribute: str, callback: str) -> None:
    assert len(re.findall(rf"^Public Sub {callback}{SIGNATURES[attribute]}$", PITA, re.MULTILINE)) == 1


def test_there_is_no_callback_that_nothing_calls() -> None:
    callbacks = set(re.findall(r"^Public Sub (\w+)\((?:control|ribbon) As IRibbon", PITA, re.MULTILINE))
    assert callbacks == {callback for _, callback in named_callbacks()}


def test_the_callbacks_look_where_the_table_says() -> None:
    constants = dict(re.findall(r"^Private Const (\w+) As \w+ = \"?([^\"\n]+)\"?$", PITA, re.MULTILINE))
    assert constants == {"SHEET_NAME": LEMBAR, "BLOCK_NAME": NAMA_BLOK, "BLOCK_COLUMNS": str(len(KOLOM)),
                         "MAX_ROWS": str(MAKS_BARIS), "LABEL_COLUMN": str(KOLOM.index("label") + 1),
                         "AKTIF_COLUMN": str(KOLOM.index("aktif") + 1), "ALASAN_COLUMN": str(KOLOM.index("alasan") + 1),
                         "YES": "ya", "ID_PREFIX": "tombol_"}
