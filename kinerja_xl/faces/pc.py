"""The commands about this PC: put the ribbon on it, take it off, say what is wrong."""

from __future__ import annotations

from kinerja_xl import __version__
from kinerja_xl.faces.pesan import DONE, REJECTED, print_json
from kinerja_xl.install.komputer import this_computer
from kinerja_xl.install.pasang import lepas as take_off
from kinerja_xl.install.pasang import pasang as put_on
from kinerja_xl.install.periksa_pc import periksa_pc as examine


def pasang() -> int:
    """Install the ribbon for this user; return exit code 0."""
    versions = put_on(this_computer(__version__))
    print(f"Pita Kinerja terpasang untuk Excel {', '.join(versions)}, hanya bagi akun ini.\n"
          "Langkah berikut: tutup semua jendela Excel, buka lagi, lalu pilih tab Kinerja.")
    return DONE


def lepas() -> int:
    """Take the ribbon off for this user; return exit code 0, also where there was none."""
    if take_off(this_computer(__version__)):
        print("Pita Kinerja sudah dilepas dari akun ini; tidak ada yang tertinggal.")
    else:
        print("Pita Kinerja tidak terpasang pada akun ini; tidak ada yang diubah.")
    return DONE


def periksa_pc(as_json: bool) -> int:
    """Show each line of the diagnosis; return exit code 1 where something has to be mended."""
    lines = examine(this_computer(__version__))
    if as_json:
        print_json([{"nama": line.nama, "baik": line.baik, "keadaan": line.keadaan, "langkah": line.langkah}
                    for line in lines])
    else:
        for line in lines:
            print(f"{'baik' if line.baik else 'PERBAIKI':<8}  {line.nama}: {line.keadaan}")
            if not line.baik:
                print(f"          Langkah berikut: {line.langkah}")
    return DONE if all(line.baik for line in lines) else REJECTED
