@echo off
setlocal EnableExtensions DisableDelayedExpansion
title Perintah Kinerja
rem Membuka jendela tempat perintah kinerja dapat diketik.
set "PROGRAM=%LOCALAPPDATA%\Programs\Kinerja"
if not exist "%PROGRAM%\Scripts\kinerja.exe" goto tak_ada
set "PATH=%PROGRAM%\Scripts;%PATH%"
cd /d "%USERPROFILE%"
echo Ketik perintah, misalnya: kinerja --help
cmd /k
exit /b 0
:tak_ada
echo Program Kinerja belum terpasang pada akun ini.
echo Langkah berikut: klik dua kali Pasang Kinerja.cmd.
pause
exit /b 3
