"""Run by ``Pasang Kinerja.cmd`` with a bare Python: puts the program of this folder into this user's own programs.

Needs nothing but Python itself, and no internet. The office's ledger and settings lie elsewhere and are not touched.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ISI = Path(__file__).parent
FOLDER = ("Programs", "Kinerja")
NO_EXCEL, NO_LIBREOFFICE = "K605:", "K670:"


def main() -> int:
    """Install or renew the program and its buttons; return 0 where the program works."""
    versi = f"{sys.version_info[0]}.{sys.version_info[1]}"
    daftar = ISI / f"daftar-{versi}-{sysconfig.get_platform().replace('-', '_')}.txt"
    if not daftar.is_file():
        return _stop(f"K686: Paket ini tidak berisi pustaka untuk Python {versi} di komputer ini.",
                     "Taruh pemasang Python 3.12 (64-bit) di folder paket ini, lalu klik dua kali Pasang Kinerja.cmd.")
    place = Path(os.environ["LOCALAPPDATA"], *FOLDER)
    program = place.joinpath(*(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
    print(f"Memasang program Kinerja di {place} ...", flush=True)
    if not _installed(place, program, daftar):
        return _stop("K687: Program Kinerja tidak dapat dipasang: berkas paket tidak lengkap, rusak, atau sedang "
                     "dipakai.", "Tutup Excel dan layanan Kinerja, salin ulang seluruh folder paket, lalu klik dua "
                     "kali Pasang Kinerja.cmd.")
    print("Program Kinerja terpasang. Memasang tombol ...", flush=True)
    return _buttons(program)


def _installed(place: Path, program: Path, daftar: Path) -> bool:
    try:
        venv.EnvBuilder(with_pip=True).create(place)
    except (OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return False
    pip = (str(program), "-I", "-m", "pip", "install", "--isolated", "--quiet", "--no-index", "--no-cache-dir",
           "--disable-pip-version-check", "--no-warn-script-location", "--only-binary=:all:", "--require-hashes",
           "--force-reinstall", "--find-links", str(ISI), "-r", str(daftar))
    return subprocess.run(pip, check=False, cwd=place).returncode == 0


def _buttons(program: Path) -> int:
    """Put the buttons where Excel or LibreOffice is; a PC of the service alone needs neither."""
    done = subprocess.run((str(program), "-I", "-B", "-m", "kinerja_xl", "pasang"), check=False, text=True,
                          encoding="utf-8", errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(done.stdout, flush=True)
    if done.returncode and done.stdout.startswith((NO_EXCEL, NO_LIBREOFFICE)):
        print("Tanpa tombol pun program ini bekerja: berkas dipindahkan lewat folder.")
        return 0
    return done.returncode


def _stop(said: str, next_step: str) -> int:
    print(f"{said}\n      Langkah berikut: {next_step}", file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main())
