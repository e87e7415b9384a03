"""The commands about this PC: put the buttons on it, take them off, say what is wrong."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl import __version__
from kinerja_xl.errors import UnoMissing
from kinerja_xl.faces.pesan import DONE, REJECTED, print_json, show_remarks
from kinerja_xl.install.bagian import lepas_semua, pasang_semua, periksa_semua
from kinerja_xl.install.komputer import this_computer


def pasang() -> int:
    """Install ribbon and toolbar for this user; return exit code 0."""
    versions, calc = pasang_semua(this_computer(__version__))
    if versions:
        print(f"Pita Kinerja terpasang untuk Excel {', '.join(versions)}, hanya bagi akun ini.\n"
              "Langkah berikut: tutup semua jendela Excel, buka lagi, lalu pilih tab Kinerja.")
    if isinstance(calc, UnoMissing):
        show_remarks([f"Bilah alat LibreOffice Calc tidak dipasang. {calc.pesan} {calc.petunjuk}"])
    elif calc:
        print("Bilah alat dan menu Kinerja terpasang untuk LibreOffice Calc, hanya bagi akun ini.\n"
              "Langkah berikut: tutup semua jendela LibreOffice, lalu buka lembar kerja seperti biasa.")
    return DONE


def lepas() -> int:
    """Take ribbon and toolbar off for this user; return exit code 0, also where there was none."""
    if lepas_semua(this_computer(__version__)):
        print("Tombol Kinerja sudah dilepas dari akun ini; tidak ada yang tertinggal.")
    else:
        print("Tombol Kinerja tidak terpasang pada akun ini; tidak ada yang diubah.")
    return DONE


def periksa_pc(as_json: bool) -> int:
    """Show each line of the diagnosis; return exit code 1 where something has to be mended."""
    lines = periksa_semua(this_computer(__version__))
    if as_json:
        print_json([{"nama": line.nama, "baik": line.baik, "keadaan": line.keadaan, "langkah": line.langkah}
                    for line in lines])
    else:
        for line in lines:
            print(f"{'baik' if line.baik else 'PERBAIKI':<8}  {line.nama}: {line.keadaan}")
            if not line.baik:
                print(f"          Langkah berikut: {line.langkah}")
    return DONE if all(line.baik for line in lines) else REJECTED


def paket_luring(folder: Path) -> int:
    """Make the offline package and say for which Pythons it is complete; return exit code 0."""
    from kinerja_xl.install.paket_luring import make_paket

    print("Mengunduh pustaka dan membuktikan kelengkapannya; ini memerlukan beberapa menit ...", flush=True)
    paket = make_paket(folder.absolute())
    print(f"Paket luring lengkap di {folder} ({paket.ukuran / 1_000_000:.0f} MB) untuk Python "
          f"{', '.join(sasaran.nama for sasaran in paket.sasaran)}.")
    show_remarks(paket.tanpa)
    print("Langkah berikut: taruh pemasang Python 3.12 (64-bit) di folder itu, lalu ikuti BACA DAHULU.txt di dalamnya.")
    return DONE
