"""Officials of the sample office changed through its own Pengaturan.xlsx, and what papers and sheets say of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
from kantor_jalan import KantorUji

from kinerja_xl.domain.office import Kedudukan, Pejabat, Pengaturan
from kinerja_xl.domain.roles import Peran
from kinerja_xl.reports.dump import dump_document
from kinerja_xl.workbook.settings.settings_book import make_pengaturan, read_pengaturan
from kinerja_xl.workbook.templates import shipped_template

PDF = b"%PDF-1.4\n" + b"x" * 500 + b"\n%%EOF\n"
CETAK, SCANS = "LINJAMSOS/Cetak/2026 TW I", "LINJAMSOS/Bertanda Tangan"
UNIT = "LINJAMSOS TW I 2026"


def change_settings(kantor: KantorUji, change: Callable[[Pengaturan], Pengaturan]) -> None:
    """Save Pengaturan.xlsx otherwise, as the planner would, and let the service take it."""
    path = kantor.akar / "Perencanaan" / "Pengaturan.xlsx"
    pengaturan, _ = read_pengaturan(path.read_bytes(), path.name)
    assert pengaturan is not None
    path.write_bytes(make_pengaturan(shipped_template("Pengaturan.xlsx"), change(pengaturan)))
    kantor.serve()


def change_officials(kantor: KantorUji, change: Callable[[list[Pejabat]], list[Pejabat]]) -> None:
    """Save Pengaturan.xlsx with other officials, as the planner would; the next pass takes it."""
    change_settings(kantor, lambda p: replace(p, daftar_pejabat=tuple(change(list(p.daftar_pejabat)))))
    assert "Gangguan:\n  (tidak ada)" in status_text(kantor)


def find(daftar: list[Pejabat], peran: Peran, bidang: str | None = "LINJAMSOS") -> int:
    """The place of the one official of a role."""
    (index,) = [n for n, p in enumerate(daftar) if (p.peran, p.bidang) == (peran, bidang)]
    return index


def same_person(kantor: KantorUji, post: tuple[Peran, str | None], as_in: tuple[Peran, str | None]) -> None:
    """Give a post to whoever holds another one, under the post's own title."""
    def change(daftar: list[Pejabat]) -> list[Pejabat]:
        index, person = find(daftar, *post), daftar[find(daftar, *as_in)]
        daftar[index] = replace(daftar[index], nama=person.nama, nip=person.nip, pangkat=person.pangkat)
        return daftar

    change_officials(kantor, change)


def plh(nama: str, peran: Peran, mulai: date, sampai: date, bidang: str | None = "LINJAMSOS") -> Pejabat:
    """Somebody who acts for a while; his row names no post, so that he has the definitive official's."""
    return Pejabat(nama, "198505052010051001", peran, bidang, None, "Pembina (IV/a)", kedudukan=Kedudukan.PLH,
                   sk="800/12/2026", mulai=mulai, sampai=sampai)


def paper(kantor: KantorUji, name: str, folder: str = CETAK) -> str:
    """A printed document as text."""
    return dump_document((kantor.akar / folder / f"{name}.docx").read_bytes())


def signatures(kantor: KantorUji, name: str) -> list[list[str]]:
    """The signature blocks at the foot of a report, the left one first: their lines from top to bottom."""
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in paper(kantor, name).splitlines()[-12:]
            if line.startswith("| ")]
    foot = rows[next(n for n, row in enumerate(rows) if row[-1].startswith("Jeneponto, ")):]
    return [[row[side] for row in foot if row[side]] for side in (0, -1)]


def status_text(kantor: KantorUji) -> str:
    """STATUS LAYANAN.txt with plain line ends."""
    return (kantor.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def disposisi(path: Path) -> list[str]:
    """Every text on the sheet Disposisi of a worksheet."""
    sheet = openpyxl.load_workbook(path)["Disposisi"]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
