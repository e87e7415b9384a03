"""The office on the shared folder: every path and file name of contract section 1, derived from the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.roles import Pelaksana
from kinerja_xl.domain.sop.sop import Jalan, outboxes
from kinerja_xl.errors import PathTooLong
from kinerja_xl.routing import marker
from kinerja_xl.routing.filenames import REASON_TAIL

if TYPE_CHECKING:  # a press of a button asks for names alone, and each import costs it time
    from kinerja_xl.domain.office import Pengaturan

PATH_LIMIT = 200
"""Longest path in characters, counted from the share's name (contract section 1)."""
MASUK, TERKIRIM, DITAHAN = "Masuk", "Terkirim", "Ditahan"
PERENCANAAN_FOLDER = "Perencanaan"
JEJAK = "Arsip/Jejak"
"""The published ledger."""
BUKTI_DUKUNG = "Bukti Dukung"
TEMPLAT, LAPORAN = f"{PERENCANAAN_FOLDER}/Templat", f"{PERENCANAAN_FOLDER}/Laporan"
PENGATURAN = f"{PERENCANAAN_FOLDER}/Pengaturan.xlsx"
STATUS_LAYANAN = "STATUS LAYANAN.txt"
PERLU_TINDAKAN = "PERLU TINDAKAN.txt"
TENGGAT = "Tenggat.ics"
PEMANTAUAN = f"{PERENCANAAN_FOLDER}/Pemantauan.xlsx"
REKAP_PENGIRIMAN = f"{PERENCANAAN_FOLDER}/Rekap Pengiriman.txt"
_LONGEST_PAPER = "Bahan Laporan Data Kinerja {unit} TW III 2026 (2).docx"
_LONGEST_EVIDENCE = "x" * 60  # "<kode> <nama pendek>" and the file inside have this much together


class OfficeFolders:
    """Where everything of one office lies; paths are relative to the root with ``/``, as ledger and steps keep them.

    ``root / folders.masuk(pelaksana)`` is the path on this PC.
    """

    def __init__(self, root: Path, pengaturan: Pengaturan) -> None:
        self.root = root
        self._pengaturan = pengaturan

    # roles

    def masuk(self, pelaksana: Pelaksana) -> str:
        """What waits for this role."""
        return f"{self._pengaturan.folder(pelaksana)}/{MASUK}"

    def terkirim(self, pelaksana: Pelaksana) -> str:
        """Read-only copies of what this role sent."""
        return f"{self._pengaturan.folder(pelaksana)}/{TERKIRIM}"

    def ditahan(self, pelaksana: Pelaksana) -> str:
        """What this role put somewhere and the service can neither accept nor give back."""
        return f"{self._pengaturan.folder(pelaksana)}/{DITAHAN}"

    def outbox(self, pelaksana: Pelaksana, jalan: Jalan) -> str:
        """The folder this role acts with."""
        return f"{self._pengaturan.folder(pelaksana)}/{jalan}"

    def perlu_tindakan(self, pelaksana: Pelaksana) -> str:
        """The text file that lists what this role has to do."""
        return f"{self._pengaturan.folder(pelaksana)}/{PERLU_TINDAKAN}"

    def tenggat(self, pelaksana: Pelaksana) -> str:
        """The calendar with this role's deadlines."""
        return f"{self._pengaturan.folder(pelaksana)}/{TENGGAT}"

    @property
    def inboxes(self) -> dict[str, tuple[Pelaksana, Jalan]]:
        """Every folder that people act through, Masuk included: whose it is and what putting a file there means."""
        return {self.outbox(pelaksana, jalan): (pelaksana, jalan) for pelaksana in self._pengaturan.daftar_pelaksana
                for jalan in (*outboxes(pelaksana.peran), Jalan.MASUK)}

    @property
    def scan_folders(self) -> dict[str, str]:
        """The folder of signed papers of each bidang, and the bidang's short name."""
        return {self.bertanda_tangan(bidang.singkatan): bidang.singkatan for bidang in self._pengaturan.daftar_bidang}

    # papers and the archive

    def bukti_dukung(self, bidang: str, periode: Periode) -> str:
        """Folder of the evidence of one bidang and quarter."""
        return f"{bidang}/{BUKTI_DUKUNG}/{periode.folder}"

    def cetak(self, bidang: str, periode: Periode) -> str:
        """Folder of the Word documents to print and sign."""
        return f"{bidang}/Cetak/{periode.folder}"

    def bertanda_tangan(self, bidang: str) -> str:
        """Folder where scans of signed papers are put."""
        return f"{bidang}/Bertanda Tangan"

    def arsip(self, periode: Periode, unit: str) -> str:
        """Archive of one quarter: of a bidang by its short name, or of another part such as ``Perencanaan``."""
        return archive_folder(periode, unit)

    def rencana(self, tahun: int) -> str:
        """The plan workbook of a year."""
        return f"{PERENCANAAN_FOLDER}/{plan_name(tahun)}"

    def all_folders(self) -> tuple[str, ...]:
        """Every folder that ``mulai`` makes; those of a quarter are made when it is issued."""
        return tuple(self._all_folders())

    def _all_folders(self) -> Iterator[str]:
        for pelaksana in self._pengaturan.daftar_pelaksana:
            for jalan in (Jalan.MASUK, *outboxes(pelaksana.peran)):
                yield self.outbox(pelaksana, jalan)
            yield self.terkirim(pelaksana)
            yield self.ditahan(pelaksana)
        for bidang in self._pengaturan.daftar_bidang:
            yield from (f"{bidang.singkatan}/Bukti Dukung", f"{bidang.singkatan}/Cetak",
                        self.bertanda_tangan(bidang.singkatan))
        yield from (TEMPLAT, LAPORAN, JEJAK)

    # limits and permissions

    def check_paths(self) -> None:
        """Raise PathTooLong where some file of this office could not be named within 200 characters."""
        for path in self._longest_paths():
            length = counted_length(self.root / path)
            if length > PATH_LIMIT:
                raise PathTooLong(panjang=length, batas=PATH_LIMIT, jalur=self.root / path)

    def _longest_paths(self) -> Iterator[str]:
        periode = Periode(2026, 3)  # TW III is the longest to write
        for bidang in self._pengaturan.daftar_bidang:
            for sub in (None, *(sub.singkatan for sub in bidang.daftar_sub)):
                archived = unsent_name(periode, bidang.singkatan, sub, 99)
                paper = _LONGEST_PAPER.format(unit=_unit(bidang.singkatan, sub))
                yield f"{self.arsip(periode, bidang.singkatan)}/{archived}"
                yield f"{self.cetak(bidang.singkatan, periode)}/{paper}"
                yield f"{self.bukti_dukung(bidang.singkatan, periode)}/{_LONGEST_EVIDENCE}"
            for pelaksana in bidang.daftar_pelaksana:
                name = worksheet_name(periode, bidang.singkatan, pelaksana.sub_bidang)
                yield f"{self.ditahan(pelaksana)}/{name} (2){REASON_TAIL}"

    def permission_table(self) -> str:
        """Return the table of folder permissions that ``mulai`` prints for whoever runs the file server."""
        rows = [("FOLDER", "YANG BOLEH MENULIS", "YANG BOLEH MEMBACA")]
        for pelaksana in self._pengaturan.daftar_pelaksana:
            folder = self._pengaturan.folder(pelaksana)
            rows.append((f"{folder}/", f"pejabat {folder} dan layanan", f"pejabat {folder}"))
        for bidang in self._pengaturan.daftar_bidang:
            unit = bidang.singkatan
            rows += [(f"{unit}/Bukti Dukung/", f"seluruh pejabat {unit} dan layanan", f"{unit} dan Perencanaan"),
                     (f"{unit}/Cetak/", "layanan", f"{unit} dan Perencanaan"),
                     (f"{unit}/Bertanda Tangan/", f"seluruh pejabat {unit} dan layanan", f"{unit} dan Perencanaan")]
        from kinerja_xl.routing import lease  # likewise

        rows += [(name, "layanan", "semua") for name in ("Arsip/", STATUS_LAYANAN, marker.NAME, lease.NAME)]
        widths = [max(len(row[column]) for row in rows) for column in range(2)]
        return "\n".join(f"{first:<{widths[0]}}  {second:<{widths[1]}}  {third}" for first, second, third in rows)


def worksheet_name(periode: Periode, bidang: str, sub_bidang: str | None = None) -> str:
    """Return ``Lembar Kerja LINJAMSOS - ANAK TW I 2026.xlsx``."""
    return f"Lembar Kerja {_unit(bidang, sub_bidang)} {periode.label}.xlsx"


def archive_name(periode: Periode, bidang: str, sub_bidang: str | None, versi: int) -> str:
    """Return the name of an accepted version in the archive: ``Lembar Kerja LINJAMSOS TW I 2026 v2.xlsx``."""
    return f"Lembar Kerja {_unit(bidang, sub_bidang)} {periode.label} v{versi}.xlsx"


def unsent_name(periode: Periode, bidang: str, sub_bidang: str | None, versi: int) -> str:
    """Return the name in the archive of what a holder had filled in a version that was replaced before he sent it."""
    return f"Lembar Kerja {_unit(bidang, sub_bidang)} {periode.label} v{versi} belum dikirim.xlsx"


def archive_folder(periode: Periode, unit: str) -> str:
    """Return the archive of one quarter: of a bidang by its short name, or of another part such as ``Perencanaan``."""
    return f"Arsip/{periode.tahun}/TW {periode.romawi}/{unit}"


def archive_of_year(tahun: int) -> str:
    """Return the archive of a year's own papers."""
    return f"Arsip/{tahun}/Tahunan"


def archived_settings(versi: int) -> tuple[str, str]:
    """Return folder and name of a version of the settings in the archive."""
    return "Arsip/Pengaturan", f"Pengaturan v{versi}.xlsx"


def plan_name(tahun: int) -> str:
    """Return the name of a year's plan workbook: ``Rencana Aksi 2026.xlsx``."""
    return f"Rencana Aksi {tahun}.xlsx"


def archived_plan(tahun: int, versi: int) -> tuple[str, str]:
    """Return folder and name of a version of the plan in the archive."""
    return f"Arsip/{tahun}/Rencana", f"Rencana Aksi {tahun} v{versi}.xlsx"


def counted_length(path: PurePath) -> int:
    """Return a path's length in characters, counted from the share's name or the drive's first folder."""
    if path.drive.startswith("\\\\"):  # \\server\share
        return len(str(path)) - path.drive.rindex("\\") - 1
    return len(str(path)) - len(path.drive)




def _unit(bidang: str, sub_bidang: str | None) -> str:
    return f"{bidang} - {sub_bidang}" if sub_bidang else bidang
