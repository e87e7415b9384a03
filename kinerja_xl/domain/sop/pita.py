"""The ribbon on one worksheet: which buttons its holder can use now, and why the others wait."""

from __future__ import annotations

from typing import NamedTuple

from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.sop import Jalan, Status, Tindakan, find_kegiatan, next_kegiatan

_SELESAI = "Berkas ini sudah selesai; yang dapat dilihat hanya riwayat, perubahan, dan dokumennya."
_BUKAN_PENGISI = "Pada langkah ini data tidak diisi; yang mengisi ialah Analis dan Kasubid/Kasubag."
_TIDAK_DIKEMBALIKAN = "Pada langkah ini tidak ada yang dapat dikembalikan."
_HANYA_PERENCANAAN = "Tombol ini milik Kasubag Perencanaan."
GRUP_PERENCANAAN = "grup_perencanaan"
"""The id of the group that only the planner sees."""
_PERENCANAAN = ("buka-kembali", "tutup-tanpa-data", "batalkan", "berlakukan-rencana", "tutup-tahun")
_FILLING = frozenset({Tindakan.SERAHKAN_BAHAN, Tindakan.AJUKAN_LAPORAN})


class KeadaanTombol(NamedTuple):
    """How one button stands: ``aksi`` is the word after ``kinerja pita``, ``alasan`` says why it is not active."""

    aksi: str
    label: str
    alasan: str = ""

    @property
    def aktif(self) -> bool:
        """Whether it can be used now."""
        return not self.alasan

    @property
    def id(self) -> str:
        """The control's id in the ribbon."""
        return self.aksi if self.aksi == GRUP_PERENCANAAN else "tombol_" + self.aksi.replace("-", "_")


def buttons_of(status: Status) -> tuple[KeadaanTombol, ...]:
    """Return every button as it stands for whoever holds a berkas of this status (the SOP's table decides)."""
    row = next_kegiatan(status)
    peran = row.peran if row else None
    ended = _SELESAI if row is None else ""
    fills = "" if row and row.tindakan in _FILLING else ended or _BUKAN_PENGISI
    back = find_kegiatan(status, peran, Jalan.KEMBALIKAN) if peran else None
    planner = "" if peran is Peran.PERENCANAAN else _HANYA_PERENCANAAN
    return (
        KeadaanTombol("periksa", "Periksa Isian", ended),
        KeadaanTombol("ambil-isian", "Ambil Isian", fills),
        KeadaanTombol("bukti", "Lampirkan Bukti", fills),
        KeadaanTombol("kirim", _title(row.tindakan) if row else "Kirim", ended),
        KeadaanTombol("kembalikan", _title(back.tindakan) if back else "Kembalikan",
                      "" if back else ended or _TIDAK_DIKEMBALIKAN),
        KeadaanTombol("tarik-kembali", "Tarik Kembali", ended),
        KeadaanTombol("dokumen", "Buat Dokumen"),
        KeadaanTombol("riwayat", "Riwayat"),
        KeadaanTombol("perubahan", "Lihat Perubahan"),
        KeadaanTombol("status", "Status"),
        KeadaanTombol(GRUP_PERENCANAAN, "Perencanaan", planner),
        *(KeadaanTombol(aksi, _title(aksi.replace("-", " ")), planner) for aksi in _PERENCANAAN),
        KeadaanTombol("bantuan", "Bantuan"),
    )


def _title(words: str) -> str:
    """``serahkan ke perencanaan`` as a label: ``Serahkan ke Perencanaan``."""
    return " ".join(word if word == "ke" else word.capitalize() for word in words.split())

