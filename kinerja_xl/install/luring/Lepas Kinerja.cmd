@echo off
setlocal EnableExtensions DisableDelayedExpansion
title Lepas Kinerja
rem Melepas tombol dan program Kinerja dari akun ini.
rem Data kantor (buku catatan layanan, folder bersama) tidak disentuh.
set "PROGRAM=%LOCALAPPDATA%\Programs\Kinerja"
if not exist "%PROGRAM%\Scripts\python.exe" goto tak_ada
"%PROGRAM%\Scripts\python.exe" -I -B -m kinerja_xl lepas
if errorlevel 1 goto gagal
rmdir /s /q "%PROGRAM%"
if exist "%PROGRAM%\Scripts\python.exe" goto dipakai
echo.
echo Selesai. Program Kinerja dilepas dari akun ini; data kantor tetap ada.
pause
exit /b 0
:tak_ada
echo Program Kinerja tidak terpasang pada akun ini; tidak ada yang diubah.
pause
exit /b 0
:dipakai
echo Sebagian program Kinerja sedang dipakai.
echo Langkah berikut: tutup Excel dan hentikan layanan Kinerja, lalu klik dua kali Lepas Kinerja.cmd.
pause
exit /b 3
:gagal
echo.
echo Tombol belum dilepas, sehingga program dibiarkan. Ikuti langkah pada pesan di atas, lalu ulangi.
pause
exit /b 3
