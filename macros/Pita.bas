Attribute VB_Name = "Pita"
Option Explicit
' The callbacks of ribbon.xml. They look up what the service wrote into the sheet Disposisi and decide nothing;
' every button is checked again by the program it starts.
' The layout of the block is that of kinerja_xl/install/tombol.py: columns id, label, aktif, alasan.

Private Const SHEET_NAME As String = "Disposisi"
Private Const BLOCK_NAME As String = "pita_tombol"
Private Const BLOCK_COLUMNS As Long = 4
Private Const MAX_ROWS As Long = 100
Private Const LABEL_COLUMN As Long = 2
Private Const AKTIF_COLUMN As Long = 3
Private Const ALASAN_COLUMN As Long = 4
Private Const YES As String = "ya"
Private Const ID_PREFIX As String = "tombol_"

Private mRibbon As IRibbonUI
Private mEvents As Kejadian

Public Sub PitaOnLoad(ribbon As IRibbonUI)
    Set mRibbon = ribbon
    Set mEvents = New Kejadian
    mEvents.Follow Application
End Sub

Public Sub RefreshPita()
    If Not mRibbon Is Nothing Then mRibbon.Invalidate
End Sub

Public Sub TombolOnAction(control As IRibbonControl)
    StartAksi Replace(Mid$(control.Id, Len(ID_PREFIX) + 1), "_", "-")
    RefreshPita
End Sub

Public Sub TombolGetLabel(control As IRibbonControl, ByRef returnedVal)
    returnedVal = TextOr(LookUp(control.Id, LABEL_COLUMN), control.Tag)
End Sub

Public Sub TombolGetScreentip(control As IRibbonControl, ByRef returnedVal)
    Dim label As String
    label = TextOr(LookUp(control.Id, LABEL_COLUMN), control.Tag)
    returnedVal = TextOr(LookUp(control.Id, ALASAN_COLUMN), label)
End Sub

Public Sub TombolGetEnabled(control As IRibbonControl, ByRef returnedVal)
    returnedVal = Not HasBlock() Or LookUp(control.Id, AKTIF_COLUMN) = YES
End Sub

Public Sub TombolGetVisible(control As IRibbonControl, ByRef returnedVal)
    returnedVal = Not HasBlock() Or LookUp(control.Id, AKTIF_COLUMN) <> ""
End Sub

Public Sub GrupGetVisible(control As IRibbonControl, ByRef returnedVal)
    returnedVal = Not HasBlock() Or LookUp(control.Id, AKTIF_COLUMN) = YES
End Sub

Private Function TextOr(ByVal text As String, ByVal fallback As String) As String
    If text = "" Then
        TextOr = fallback
    Else
        TextOr = text
    End If
End Function

Private Function LookUp(ByVal id As String, ByVal column As Long) As String
    Dim block As Variant
    Dim row As Long
    block = ReadBlock()
    If IsEmpty(block) Then Exit Function
    For row = LBound(block, 1) To UBound(block, 1)
        If TextOf(block(row, 1)) = id Then
            LookUp = TextOf(block(row, column))
            Exit Function
        End If
    Next row
End Function

Private Function TextOf(ByVal value As Variant) As String
    If Not IsError(value) Then TextOf = CStr(value)
End Function

Private Function HasBlock() As Boolean
    HasBlock = Not IsEmpty(ReadBlock())
End Function

Private Function ReadBlock() As Variant
    ' Empty where the active workbook has no such block; a block of another shape is none.
    Dim block As Range
    On Error GoTo NoBlock
    Set block = ActiveWorkbook.Worksheets(SHEET_NAME).Range(BLOCK_NAME)
    If block.Columns.Count = BLOCK_COLUMNS And block.Rows.Count <= MAX_ROWS Then ReadBlock = block.value
NoBlock:
End Function
