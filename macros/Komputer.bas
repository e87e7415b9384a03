Attribute VB_Name = "Komputer"
Option Explicit
' What the launcher needs of this computer and of Excel; the twin of the tests stands in for this module alone.

Private Const RECORD_APP As String = "Kinerja"
Private Const RECORD_SECTION As String = "Pita"
Private Const HIDDEN_WINDOW As Long = 0
Private Const NOT_STARTED As Long = -1

Public Function RecordedPath(ByVal key As String) As String
    ' HKEY_CURRENT_USER\Software\VB and VBA Program Settings\Kinerja\Pita
    RecordedPath = GetSetting(RECORD_APP, RECORD_SECTION, key, "")
End Function

Public Function IsFileThere(ByVal path As String) As Boolean
    On Error GoTo Missing
    IsFileThere = Dir$(path, vbHidden) <> ""
Missing:
End Function

Public Function Expanded(ByVal text As String) As String
    ' The text as Windows would read it, with %NAME% replaced; the text itself where that cannot be asked.
    Expanded = text
    On Error Resume Next
    Expanded = CreateObject("WScript.Shell").ExpandEnvironmentStrings(text)
End Function

Public Function WorkbookName() As String
    ' Empty where no workbook is open, or only one in protected view: the program says so itself.
    If Not ActiveWorkbook Is Nothing Then WorkbookName = ActiveWorkbook.FullName
End Function

Public Function HostProgram() As String
    HostProgram = Application.Path & "\" & Application.Name
End Function

Public Function HostWindow() As String
    HostWindow = CStr(Application.Hwnd)
End Function

Public Function RunAndWait(ByVal commandLine As String, ByVal folder As String) As Long
    ' Returns how the program ended, NOT_STARTED where it could not be started. The folder is left as it was found.
    Dim host As Object
    Dim folderBefore As String
    RunAndWait = NOT_STARTED
    Application.Cursor = xlWait
    On Error GoTo Done
    Set host = CreateObject("WScript.Shell")
    folderBefore = host.CurrentDirectory
    host.CurrentDirectory = folder
    RunAndWait = host.Run(commandLine, HIDDEN_WINDOW, True)
Done:
    On Error Resume Next
    host.CurrentDirectory = folderBefore
    Application.Cursor = xlDefault
End Function

Public Sub ShowMessage(ByVal code As String, ByVal sentence As String, ByVal nextStep As String)
    MsgBox sentence & vbCrLf & "Langkah berikut: " & nextStep, vbExclamation, "Kinerja " & code
End Sub
