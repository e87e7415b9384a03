"""The commands about this PC: put the buttons on it, take them off, say what is wrong."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl import __version__
from kinerja_xl.errors import UnoMissing
from kinerja_xl.faces.pesan import DONE, REJECTED, print_json, show_remarks
from kinerja_xl.install.bagian import lepas_semua, pasang_semua, periksa_semua
from kinerja_xl.install.komputer import this_computer
from kinerja_xl.install.layanan import pasang_layanan


def pasang(*, dir: Path | None, layanan: bool, data: Path | None) -> int:
    """Install ribbon and toolbar for this user, or the service of an office; return exit code 0."""
    if layanan or dir is not None:
        return _pasang_layanan(dir, data)
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


def _pasang_layanan(dir: Path | None, data: Path | None) -> int:
    from kinerja_xl.faces.opening import data_folders, default_data
    from kinerja_xl.kantor.start import require_ledger, served_office
    from kinerja_xl.routing.marker import read_marker

    akar = (dir or served_office(data_folders())).absolute()
    place = (data or default_data(read_marker(akar))).absolute()
    require_ledger(akar, place)
    pasang_layanan(this_computer(__version__), str(akar), str(place))
    print(f"Layanan folder {akar} berjalan dan dijalankan setiap kali akun ini masuk (folder data {place}).\n"
          "Langkah berikut: lihat STATUS LAYANAN.txt di folder kantor; untuk melepasnya: kinerja lepas")
    return DONE


def lepas() -> int:
    """Take ribbon, toolbar and service off for this user; return exit code 0, also where there was none."""
    if lepas_semua(this_computer(__version__)):
        print("Tombol dan layanan Kinerja sudah dilepas dari akun ini; tidak ada yang tertinggal.")
    else:
        print("Tombol dan layanan Kinerja tidak terpasang pada akun ini; tidak ada yang diubah.")
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
