Attribute VB_Name = "Peluncur"
Option Explicit
' Starts the installed program for one button: the only place of this add-in that starts anything.
' What is started comes from this user's install record (written by "kinerja pasang"), never from a workbook, its
' folder or the search path. Of the workbook only its full name is handed over, as one quoted argument.

Private Const RUN_MODULE As String = " -I -B -m kinerja_xl pita "
Private Const QUOTE As String = """"

Private mBusy As Boolean

Public Sub StartAksi(ByVal aksi As String)
    If mBusy Or aksi = "" Or aksi Like "*[!a-z-]*" Then Exit Sub
    On Error GoTo Failed
    mBusy = True
    If IsUsable(RecordedPath("Program")) And IsUsable(RecordedPath("Paket")) Then
        RunProgram RecordedPath("Program"), aksi
    Else
        ShowMessage "K601", "Program Kinerja belum terpasang untuk akun ini, atau sudah dipindahkan.", _
            "Jalankan: kinerja pasang"
    End If
    mBusy = False
    Exit Sub
Failed:
    mBusy = False
    ShowStopped Err.Number
End Sub

Private Sub RunProgram(ByVal program As String, ByVal aksi As String)
    Dim commandLine As String
    Dim ended As Long
    commandLine = Quoted(program) & RUN_MODULE & aksi & " " & Quoted("--wb=" & WorkbookName()) & " --from_xl=1 " _
        & Quoted("--app=" & HostProgram()) & " --hwnd=" & HostWindow()
    If IsWhole(WorkbookName()) And IsWhole(HostProgram()) And Expanded(commandLine) = commandLine Then
        ended = RunAndWait(commandLine, FolderOf(program))
        ' 0, 1 and 3: the program has said itself what there was to say.
        If Not (ended = 0 Or ended = 1 Or ended = 3) Then ShowStopped ended
    Else
        ShowMessage "K602", "Nama buku kerja atau foldernya memuat tanda kutip atau nama di antara tanda persen.", _
            "Ganti nama itu, lalu tekan tombolnya sekali lagi."
    End If
End Sub

Private Function IsUsable(ByVal path As String) As Boolean
    ' An absolute path on a drive of this computer, never one that the current folder or a share completes.
    If path Like "[A-Za-z]:\*" And IsWhole(path) Then IsUsable = IsFileThere(path)
End Function

Private Function IsWhole(ByVal text As String) As Boolean
    ' A quotation mark, or a backslash before the closing one, would end the quoted argument elsewhere.
    IsWhole = InStr(text, QUOTE) = 0 And Right$(text, 1) <> "\"
End Function

Private Function Quoted(ByVal argument As String) As String
    Quoted = QUOTE & argument & QUOTE
End Function

Private Function FolderOf(ByVal path As String) As String
    FolderOf = Left$(path, InStrRev(path, "\") - 1)
End Function

Private Sub ShowStopped(ByVal ended As Long)
    ShowMessage "K603", "Program Kinerja berhenti sebelum selesai (kode " & ended & ").", _
        "Jalankan: kinerja periksa-pc"
End Sub
