"""An office on real folders, played by moving files; the service is the command line's own ``layani --sekali``."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.faces.cli import run
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

BERKAS = "2026-TW1-LINJAMSOS"
LEMBAR = "Lembar Kerja LINJAMSOS TW I 2026.xlsx"
RENCANA = "LINJAMSOS/Kabid", "LINJAMSOS/Kasubid", "LINJAMSOS/Analis", "Perencanaan"
KABID, KASUBID, ANALIS, PERENCANAAN = RENCANA


class KantorUji:
    """The sample office; ``jam`` is the office clock, moved on by hand."""

    def __init__(self, akar: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.akar, self.data, self._capsys = akar, data, capsys
        self.jam = "2026-04-10T08:00"

    def at(self, place: Path) -> KantorUji:
        """A copy of this office that was made at another place."""
        return KantorUji(place / "akar", place / "data", self._capsys)

    def command(self, *arguments: str, clock: bool = True) -> tuple[int, str, str]:
        """Run a command on this office; return exit code, stdout and stderr."""
        clocked = ["--sekarang", self.jam] if clock else []
        self._capsys.readouterr()
        code = run([arguments[0], str(self.akar), *arguments[1:], "--data", str(self.data), *clocked])
        done = self._capsys.readouterr()
        return code, done.out, done.err

    def report(self, jenis: str, *arguments: str) -> tuple[int, str, str]:
        """Ask for documents of TW I."""
        self._capsys.readouterr()
        code = run(["laporan", jenis, str(self.akar), "--tahun", "2026", "--triwulan", "1", *arguments,
                    "--data", str(self.data), "--sekarang", self.jam])
        done = self._capsys.readouterr()
        return code, done.out, done.err

    def serve(self) -> dict[str, int]:
        """One full pass."""
        code, out, err = self.command("layani", "--sekali", "--tenang", "0", "--json")
        assert (code, err) == (0, ""), err
        return dict(json.loads(out))

    def status(self, berkas: str = BERKAS) -> str:
        """The status of a berkas."""
        return str(self.row(berkas)["status"])

    def row(self, berkas: str = BERKAS) -> dict[str, object]:
        """The status row of a berkas."""
        _, out, _ = self.command("status", "--json")
        return next(row for row in json.loads(out) if row["berkas"] == berkas)

    def acts(self, berkas: str = BERKAS) -> list[dict[str, object]]:
        """The history of a berkas."""
        _, out, _ = self.command("riwayat", berkas, "--json")
        return list(json.loads(out))

    def held(self) -> list[dict[str, str]]:
        """The held files."""
        _, out, _ = self.command("status", "--ditahan", "--json")
        return list(json.loads(out))

    def layanan(self) -> str:
        """What STATUS LAYANAN says."""
        return (self.akar / "STATUS LAYANAN.txt").read_text(encoding="utf-8-sig")

    def files(self, folder: str) -> list[str]:
        """The names in a folder; the line beside each file of the archive is left out."""
        return sorted(path.name for path in (self.akar / folder).iterdir() if not path.name.endswith(".kode.txt"))

    def waiting(self, role: str) -> Path:
        """The one file in a role's Masuk."""
        (path,) = (self.akar / role / "Masuk").iterdir()
        return path

    def fill(self, role: str, isian: Mapping[Kunci, NilaiSel] | None = None, catatan: str | None = None) -> None:
        """Fill the file that waits for a role."""
        path = self.waiting(role)
        path.write_bytes(fill_lembar_kerja(path.read_bytes(), isian or {}, catatan))

    def move(self, role: str, folder: str, name: str | None = None) -> Path:
        """Move the file that waits for a role into one of its folders."""
        path = self.waiting(role)
        target = self.akar / role / folder / (name or path.name)
        return Path(shutil.move(path, target))

    def act(self, role: str, folder: str, isian: Mapping[Kunci, NilaiSel] | None = None,
            catatan: str | None = None) -> dict[str, int]:
        """Fill, move and serve."""
        if isian or catatan:
            self.fill(role, isian, catatan)
        self.move(role, folder)
        return self.serve()

    def catatan(self, role: str) -> list[dict[str, str]]:
        """What stands in Catatan Perbaikan of the worksheet that waits for a role."""
        book = openpyxl.load_workbook(self.waiting(role))
        ((sheet, area),) = book.defined_names["catatan_baris"].destinations
        found = []
        for row in book[sheet][area]:
            _, lembar, sel, tingkat, kode, pesan = (str(cell.value or "") for cell in row[:6])
            if kode:
                found.append({"lembar": lembar, "sel": sel, "tingkat": tingkat, "kode": kode, "pesan": pesan})
            elif pesan:  # what had no room in its row goes on in the next one
                found[-1]["pesan"] += f" {pesan}"
        return found

    def good_values(self, role: str = ANALIS) -> dict[Kunci, NilaiSel]:
        """Values that the worksheet waiting for a role is complete with."""
        path = self.waiting(role)
        sheet = read_lembar_kerja(path.read_bytes(), path.name)
        values: dict[Kunci, NilaiSel] = {}
        for kode in sheet.baris("indikator"):
            values[Kunci("indikator", kode, "realisasi_tw1")] = Decimal(20)
            values[Kunci("indikator", kode, "keterangan_tw1")] = "Sesuai data bidang."
        for kode in sheet.baris("subkegiatan"):
            values[Kunci("subkegiatan", kode, "realisasi_rp_sd_tw1")] = Decimal(1000)
            values[Kunci("subkegiatan", kode, "realisasi_k_tw1")] = Decimal(1)
        return values

    def play_to(self, status: str) -> None:
        """Carry LINJAMSOS forward until it has a status."""
        path = [("baru", KABID, "Kirim"), ("ditugaskan", KASUBID, "Kirim"), ("diperintahkan", ANALIS, "Kirim"),
                ("bahan_diserahkan", KASUBID, "Kirim"), ("diajukan", KABID, "Setujui"),
                ("disetujui", KASUBID, "Kirim"), ("diterima_perencanaan", PERENCANAAN, "Rekomendasikan")]
        while (now := self.status()) != status:
            _, role, folder = next(step for step in path if step[0] == now)
            if role == PERENCANAAN:
                self.only_ours()
            self.act(role, folder, self.good_values() if role == ANALIS else None)

    def only_ours(self) -> None:
        """Take care that Perencanaan has just the one worksheet."""
        assert self.files("Perencanaan/Masuk") == [LEMBAR]



def waiting_with_analis(akar: Path) -> list[Path]:
    """The worksheets that wait for an Analis, one after the other."""
    found = sorted(akar.glob("*/Analis*/Masuk/Lembar Kerja *.xlsx"))
    assert len(found) == 6
    return found


def plausible_values(path: Path) -> dict[Kunci, NilaiSel]:
    """A realisasi of 20 and a reason for each indicator of any worksheet, but no number where a predikat is asked."""
    sheet = read_lembar_kerja(path.read_bytes(), path.name)
    values: dict[Kunci, NilaiSel] = {}
    for kode in sheet.baris("indikator"):
        if isinstance(sheet.sel[Kunci("indikator", kode, "target_tahun")], Decimal):
            values[Kunci("indikator", kode, "realisasi_tw1")] = Decimal(20)
        values[Kunci("indikator", kode, "keterangan_tw1")] = "Sesuai data bidang."
    return values
