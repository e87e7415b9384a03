@echo off
setlocal EnableExtensions DisableDelayedExpansion
title Pasang Kinerja
rem Memasang atau memperbarui program Kinerja untuk akun ini saja: tanpa hak pengelola, tanpa internet.
rem Data kantor (buku catatan layanan, folder bersama) tidak disentuh.
if not exist "%~dp0isi\pasang_luring.py" goto tak_lengkap
set "PYTHON="
call :cari
if defined PYTHON goto pasang
set "PEMASANG="
pushd "%~dp0"
for %%F in (python-3.1*.exe) do set "PEMASANG=%~dp0%%F"
popd
if not defined PEMASANG goto tak_ada_python
echo Memasang Python untuk akun ini ...
"%PEMASANG%" /passive InstallAllUsers=0 InstallLauncherAllUsers=0 Include_launcher=0 Include_test=0 Include_doc=0 PrependPath=0 AssociateFiles=0 Shortcuts=0
call :cari
if not defined PYTHON goto python_gagal
:pasang
"%PYTHON%" -I -B "%~dp0isi\pasang_luring.py"
if errorlevel 1 goto gagal
echo.
echo Selesai. Langkah berikut: tutup semua jendela Excel atau LibreOffice, lalu buka lagi.
pause
exit /b 0
:cari
for %%V in (313 312 311) do if not defined PYTHON if exist "%LOCALAPPDATA%\Programs\Python\Python%%V\python.exe" set "PYTHON=%LOCALAPPDATA%\Programs\Python\Python%%V\python.exe"
for %%V in (313 312 311) do if not defined PYTHON if exist "%ProgramFiles%\Python%%V\python.exe" set "PYTHON=%ProgramFiles%\Python%%V\python.exe"
for %%V in (313 312 311) do if not defined PYTHON if exist "%LOCALAPPDATA%\Programs\Python\Python%%V-32\python.exe" set "PYTHON=%LOCALAPPDATA%\Programs\Python\Python%%V-32\python.exe"
exit /b 0
:tak_lengkap
echo Folder isi tidak ada di samping berkas ini.
echo Langkah berikut: salin seluruh folder paket ke komputer ini, lalu klik dua kali Pasang Kinerja.cmd.
pause
exit /b 3
:tak_ada_python
echo Python belum terpasang untuk akun ini, dan pemasangnya tidak ada di folder paket.
echo Langkah berikut: taruh pemasang Python 3.12 (python-3.12.10-amd64.exe dari python.org) di folder paket,
echo di samping berkas ini, lalu klik dua kali Pasang Kinerja.cmd.
pause
exit /b 3
:python_gagal
echo Python tidak terpasang.
echo Langkah berikut: klik dua kali pemasang Python di folder paket, pilih Install Now, lalu ulangi.
pause
exit /b 3
:gagal
echo.
echo Program Kinerja belum dapat dipakai. Bacalah pesan di atas; data kantor tidak berubah.
pause
exit /b 3
