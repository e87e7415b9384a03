"""Tarik Kembali: the copy in Terkirim goes back to Masuk; from anywhere else it says where that copy is."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.domain.periods import Periode
from kinerja_xl.errors import NothingToTakeBack
from kinerja_xl.faces.ribbon.layanan import heartbeat_age, is_late, tell_heartbeat
from kinerja_xl.faces.ribbon.letak import MASUK, TERKIRIM, Jenis, Tempat
from kinerja_xl.faces.ribbon.meja import Meja
from kinerja_xl.routing.folders import worksheet_name
from kinerja_xl.workbook import names

_KEADAAN = {
    Jenis.MASUK: ("masih di tangan Anda, di folder Masuk", "{salinan}"),
    Jenis.TINDAKAN: ("masih di folder {folder} dan belum diambil layanan",
                     "Tutup berkas ini, lalu pindahkan kembali ke folder Masuk."),
    Jenis.DITAHAN: ("ditahan layanan di folder {folder}", "{salinan}"),
    Jenis.ARSIP: ("adalah versi yang tersimpan di Arsip", "{salinan}"),
    Jenis.LAIN: ("berada di folder {folder}, bukan di folder Terkirim", "{salinan}"),
    Jenis.LUAR: ("berada di luar folder kantor ({folder})",
                 "Buka salinannya di folder Terkirim, di sebelah folder Masuk Anda, lalu tekan Tarik Kembali di sana."),
}


def take_back(meja: Meja) -> int:
    """Put a copy into Masuk; return 0. Raises NothingToTakeBack with the place of the copy."""
    tempat = meja.tempat
    if tempat.jenis is not Jenis.TERKIRIM or tempat.akar is None:
        raise _elsewhere(meja, tempat)
    masuk = tempat.folder_peran / MASUK
    if (masuk / tempat.berkas.name).exists():
        raise NothingToTakeBack(nama=meja.nama, keadaan=f"sudah ada lagi di folder {tempat.peran}/{MASUK}",
                                langkah="Buka lembar kerja dari folder Masuk itu.")
    from kinerja_xl.faces.ribbon.salin import copy_into

    copy_into(tempat.berkas, masuk, tempat.berkas.name, tempat.folder_peran)
    minutes = heartbeat_age(tempat.akar)
    when = f"{tell_heartbeat(minutes)} Begitu layanan berjalan," if is_late(minutes) else "Sekitar 1 menit lagi"
    meja.say(f"Salinannya sudah di folder Masuk. {when} lembar kerja ini kembali kepada Anda bila penerimanya belum "
             "mengubah atau membukanya.", "Tutup salinan ini, lalu lihat hasilnya di folder Masuk.")
    return 0


def _elsewhere(meja: Meja, tempat: Tempat) -> NothingToTakeBack:
    facts = {"folder": tempat.folder, "salinan": _tell_copies(meja, tempat)}
    keadaan, langkah = (text.format(**facts) for text in _KEADAAN[tempat.jenis])
    return NothingToTakeBack(nama=meja.nama, keadaan=keadaan, langkah=langkah)


def _tell_copies(meja: Meja, tempat: Tempat) -> str:
    found = _copies(meja, tempat) if tempat.akar else []
    if not found:
        return "Tidak ada salinannya di folder Terkirim, sehingga tidak ada yang dapat ditarik kembali."
    return f"Buka salinannya di folder {' atau '.join(found)}, lalu tekan Tarik Kembali di sana."


def _copies(meja: Meja, tempat: Tempat) -> list[str]:
    """The folders Terkirim that hold this berkas; of another role's folders only what this person may see."""
    akar, name = tempat.akar, _worksheet_name(meja)
    if akar is None or name is None:
        return []
    own = [akar / tempat.peran / TERKIRIM] if tempat.jenis is Jenis.MASUK else []
    folders = own or sorted({*akar.glob(f"*/{TERKIRIM}"), *akar.glob(f"*/*/{TERKIRIM}")})
    return [folder.relative_to(akar).as_posix() for folder in folders if _holds(folder, name)]


def _holds(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except OSError:
        return False


def _worksheet_name(meja: Meja) -> str | None:
    identitas = meja.lembar_kerja(meja.sheets((names.DISPOSISI,))).identitas
    if not identitas.bidang or not identitas.tahun or identitas.triwulan not in (1, 2, 3, 4):
        return None
    return worksheet_name(Periode(identitas.tahun, identitas.triwulan), identitas.bidang, identitas.sub_bidang)
