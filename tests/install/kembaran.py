"""The twin of the add-in for LibreOffice, which does not open .xlam: all modules but ``Komputer`` are the real ones."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter import Workbook

from kinerja_xl.install.tombol import LEMBAR, NAMA_BLOK
from kinerja_xl.install.xlam import Modul, make_book, read_macros

CLASS_HEAD = """Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = False
Attribute VB_Exposed = False
Attribute VB_TemplateDerived = False
Attribute VB_Customizable = False
Option Explicit
"""
CONTROL = CLASS_HEAD + "Public Id As String\nPublic Tag As String\n"
RIBBON = CLASS_HEAD + """Public Refreshed As Long

Public Sub Invalidate()
    Refreshed = Refreshed + 1
End Sub
"""
COMPUTER = """Option Explicit
Public Book As String
Public Program As String
Public Missing As String
Public Ended As Long
Public Happened As String

Public Function RecordedPath(ByVal key As String) As String
    RecordedPath = Program
    If key <> "Program" Then RecordedPath = "C:\\Kinerja\\Lib\\kinerja_xl\\__main__.py"
End Function

Public Function IsFileThere(ByVal path As String) As Boolean
    IsFileThere = path <> Missing
End Function

Public Function Expanded(ByVal text As String) As String
    Expanded = Replace(text, "%TEMP%", "C:\\Temp")
End Function

Public Function WorkbookName() As String
    WorkbookName = Book
End Function

Public Function HostProgram() As String
    HostProgram = "C:\\Program Files\\Microsoft Office\\Office16\\Microsoft Excel"
End Function

Public Function HostWindow() As String
    HostWindow = "132456"
End Function

Public Function RunAndWait(ByVal commandLine As String, ByVal folder As String) As Long
    Happened = Happened & "RUN" & vbTab & folder & vbTab & commandLine
    RunAndWait = Ended
End Function

Public Sub ShowMessage(ByVal code As String, ByVal sentence As String, ByVal nextStep As String)
    Happened = Happened & "SAY" & vbTab & code & vbTab & sentence & vbTab & nextStep
End Sub
"""
TRIAL = """Option Explicit

Public Function Control(ByVal id As String, ByVal tag As String) As IRibbonControl
    Set Control = New IRibbonControl
    Control.Id = id
    Control.Tag = tag
End Function

Public Function Label(ByVal id As String, ByVal tag As String) As String
    Dim answer As Variant
    TombolGetLabel Control(id, tag), answer
    Label = answer
End Function

Public Function Screentip(ByVal id As String, ByVal tag As String) As String
    Dim answer As Variant
    TombolGetScreentip Control(id, tag), answer
    Screentip = answer
End Function

Public Function Enabled(ByVal id As String) As Boolean
    Dim answer As Variant
    TombolGetEnabled Control(id, ""), answer
    Enabled = answer
End Function

Public Function Shown(ByVal id As String) As Boolean
    Dim answer As Variant
    TombolGetVisible Control(id, ""), answer
    Shown = answer
End Function

Public Function GroupShown(ByVal id As String) As Boolean
    Dim answer As Variant
    GrupGetVisible Control(id, ""), answer
    GroupShown = answer
End Function

Public Function Rewrite(ByVal id As String, ByVal label As String, ByVal aktif As String, _
        ByVal alasan As String) As Long
    With ActiveWorkbook.Worksheets("Disposisi").Range("pita_tombol")
        .Cells(1, 1).Value = id
        .Cells(1, 2).Value = label
        .Cells(1, 3).Value = aktif
        .Cells(1, 4).Value = alasan
    End With
End Function

Public Function RefreshesAfterLoad() As Long
    Dim ribbon As IRibbonUI
    Set ribbon = New IRibbonUI
    PitaOnLoad ribbon
    RefreshPita
    RefreshesAfterLoad = ribbon.Refreshed
End Function
"""
PRESS = """Option Explicit

Public Function Press(ByVal id As String, ByVal bookName As String, ByVal programPath As String, _
        ByVal missingPath As String, ByVal endsWith As String) As String
    Book = bookName
    Program = programPath
    Missing = missingPath
    Ended = CLng(endsWith)
    Happened = ""
    TombolOnAction Control(id, "")
    Press = Happened
End Function
"""
STAND_INS = (("IRibbonControl", CONTROL, True), ("IRibbonUI", RIBBON, True), ("Uji", TRIAL, False))
RECORDER = (("Komputer", COMPUTER, False), ("Tekan", PRESS, False))


def make_twin(rows: Iterable[tuple[str, ...]] | None, width: int = 4, recorder: bool = True) -> bytes:
    """A workbook (.xlsm) with the real callbacks, and with these rows as the block of its Disposisi.

    With the ``recorder`` a press is written down instead of started; without it every module is the real one.
    """
    modul = dict(read_macros())
    for name, source, is_class in STAND_INS + (RECORDER if recorder else ()):
        text = f'Attribute VB_Name = "{name}"\n{source}'.replace("\n", "\r\n")
        modul[name] = Modul(name, text, is_class)
    return make_book(modul, None if rows is None else lambda book: put_block(book, list(rows), width))


def put_block(book: Workbook, rows: list[tuple[str, ...]], width: int) -> None:
    sheet = book.add_worksheet(LEMBAR)
    for number, row in enumerate(rows, 40):
        for column, text in enumerate(row, 20):
            sheet.write_string(number, column, text)
    last = chr(ord("U") + width - 1)
    book.define_name(NAMA_BLOK, f"={LEMBAR}!$U$41:${last}${40 + len(rows)}")


def split_as_windows(line: str) -> list[str]:
    """The arguments of a command line by the documented rules of the C runtime that Python's start-up uses.

    learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments: blanks end an argument outside quotes;
    2n backslashes and a quote are n backslashes and a delimiter, 2n+1 are n backslashes and a quote of the text.
    """
    arguments: list[str] = []
    current: str | None = None
    quoted, slashes = False, 0
    for letter in [*line, " "]:
        if letter == "\\":
            slashes += 1
            continue
        if letter == '"':
            current = (current or "") + "\\" * (slashes // 2)
            if slashes % 2:
                current += '"'
            else:
                quoted = not quoted
        else:
            if slashes:
                current = (current or "") + "\\" * slashes
            if letter in " \t" and not quoted:
                arguments += [current] if current is not None else []
                current = None
            else:
                current = (current or "") + letter
        slashes = 0
    return arguments
