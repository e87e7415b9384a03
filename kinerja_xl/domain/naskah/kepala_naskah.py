"""The head and the foot of official papers: letterhead and signers, with visible placeholders for what is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja_xl.domain.office import Instansi, Pejabat, Pengaturan
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.jabatan import RANGKAP, find_rangkap, official_title, title_of

DATA_CONTOH = "DATA CONTOH – bukan data resmi"
DRAF = "DRAF – belum final"
BUKAN_NASKAH = "Naskah ini DRAF untuk dibaca, bukan untuk ditandatangani."


def kode_naskah(kode: str) -> str:
    """Return the line by which a paper is known again; a draft of an act that nobody has done has no code."""
    return f"Kode naskah {kode}" if kode else "Tanpa kode: tindakannya belum dilakukan"


def scan_rule(kode: str, *, draf: bool) -> str:
    """Return what is to be done with the paper once it is signed; a draft is not signed."""
    return BUKAN_NASKAH if draf else ("Setelah ditandatangani, pindaian naskah ini disimpan di folder Bertanda Tangan "
                                      f"dengan nama berkas yang diawali {kode}.")


def belum_diisi(apa: str) -> str:
    """Return the placeholder for a setting that the office has not filled: ``[Belum diisi: alamat kantor]``."""
    return f"[Belum diisi: {apa}]"


def is_kosong(teks: str) -> bool:
    """Whether a text is, or holds, such a placeholder."""
    return "[Belum di" in teks


@dataclass(frozen=True)
class Kop:
    """The letterhead: government and office in capitals, then the lines of the address."""

    pemerintah: str
    nama: str
    alamat: tuple[str, ...]


def make_kop(instansi: Instansi) -> Kop:
    """Return the letterhead of the office (domain facts 6.2); an unknown address is a placeholder."""
    jalan = instansi.alamat.strip() or belum_diisi("alamat kantor pada Pengaturan, lembar Instansi")
    first = [jalan, f"Telepon {instansi.telepon}" if instansi.telepon else "",
             f"Kode Pos {instansi.kode_pos}" if instansi.kode_pos else ""]
    second = [f"Laman {instansi.laman}" if instansi.laman else "",
              f"Pos-el {instansi.surel}" if instansi.surel else ""]
    lines = (", ".join(filter(None, first)), "  ".join(filter(None, second)))
    return Kop(instansi.pemerintah.upper(), instansi.nama.upper(), tuple(filter(None, lines)))


_TITIK = "…" * 6
_BULAN_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def make_nomor(instansi: Instansi, hari: date) -> str:
    """Return a paper's number by the office's pattern (domain facts 6.3); the agenda clerk writes the number itself.

    A code of classification that the office has not set is left blank beside it.
    """
    values = {"[nomor]": _TITIK, "[kode]": instansi.kode_klasifikasi or _TITIK, "[singkatan]": instansi.singkatan,
              "[bulan romawi]": _BULAN_ROMAWI[hari.month - 1], "[tahun]": str(hari.year)}
    nomor = instansi.pola_nomor
    for name, value in values.items():
        nomor = nomor.replace(name, value)
    return nomor


@dataclass(frozen=True)
class PenandaTangan:
    """A signature block: an opening word, the post in capitals, a remark below it, name, pangkat and number."""

    pembuka: str
    jabatan: str
    nama: str
    pangkat: str
    nip: str
    keterangan: str = ""  # "(rangkap jabatan)"

    @property
    def kosong(self) -> tuple[str, ...]:
        """The placeholders that stand in it."""
        return tuple(teks for teks in (self.jabatan, self.nama, self.pangkat, self.nip) if is_kosong(teks))


def make_penanda_tangan(pejabat: Pejabat | None, sebutan: str, pembuka: str = "", *,
                        rangkap: Sequence[str] = ()) -> PenandaTangan:
    """Return the signature block of an official; ``sebutan`` names the post where the settings do not.

    An acting official signs as ``Plt. KEPALA ...`` (domain facts 6.3); an unknown one is a placeholder. ``rangkap``
    are the other posts he holds that day: the block then says so.
    """
    if pejabat is None:
        return PenandaTangan(pembuka, f"{sebutan.upper()},", belum_diisi(f"nama {sebutan}"), "", belum_diisi("NIP"))
    acting, title = _split_acting(official_title(pejabat, sebutan))
    return PenandaTangan(pembuka, f"{acting}{title.upper()},", pejabat.nama, pejabat.pangkat, number_of(pejabat),
                         f"({RANGKAP})" if rangkap else "")


def sign_for(pengaturan: Pengaturan, pelaksana: Pelaksana, hari: date, pembuka: str = "") -> PenandaTangan:
    """Return the signature block of whoever holds a post on that day."""
    return make_penanda_tangan(pengaturan.pejabat(pelaksana, hari), title_of(pengaturan, pelaksana), pembuka,
                               rangkap=find_rangkap(pengaturan, pelaksana, hari))


def _split_acting(title: str) -> tuple[str, str]:
    """Plt., Plh. and Pj. keep their small letters before a title in capitals."""
    words = title.split(" ", 1)
    return (f"{words[0]} ", words[1]) if words[0] in ("Plt.", "Plh.", "Pj.") and len(words) > 1 else ("", title)


def number_of(pejabat: Pejabat) -> str:
    """Return ``NIP. 19700101 199503 1 001`` or ``NI PPPK ...``; empty for staff without a number."""
    pppk = pejabat.status.strip().upper() == "PPPK"
    if not pejabat.nip:
        return "" if pejabat.status.strip().upper() not in {"PNS", "PPPK"} else belum_diisi("NIP")
    return f"NI PPPK {format_nip(pejabat.nip)}" if pppk else f"NIP. {format_nip(pejabat.nip)}"


def format_nip(nip: str) -> str:
    """Return 18 digits as 8 6 1 3, anything else as it is (domain facts 6.3)."""
    if len(nip) != 18 or not nip.isdigit():
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def name_and_title(pejabat: Pejabat | None, sebutan: str, *, rangkap: Sequence[str] = ()) -> str:
    """Return ``Nama (Jabatan)`` for a line of a form; a placeholder where the post has nobody."""
    if pejabat is None:
        return f"{belum_diisi('nama pejabat')} ({sebutan})"
    return f"{pejabat.nama} ({official_title(pejabat, sebutan)}{f', {RANGKAP}' if rangkap else ''})"
