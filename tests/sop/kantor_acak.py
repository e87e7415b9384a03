"""An office whose people do anything at all: each act of a seeded walk is one thing that somebody does with files."""

from __future__ import annotations

import hashlib
import io
import json
import random
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from buku_rencana import cell_of, label, new_basis
from kantor_jalan import KantorUji

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.errors import WorkbookError
from kinerja_xl.workbook.lembar.fill import fill_lembar_kerja
from kinerja_xl.workbook.lembar.read_lembar_kerja import read_lembar_kerja

FORWARD = {"diajukan": "Setujui", "diterima_perencanaan": "Rekomendasikan"}
ACTING = ("Kirim", "Setujui", "Kembalikan", "Rekomendasikan")
OWNER = bytes([5]) + b"Sitti" + b" " * 48
UNITS = ("LINJAMSOS", "DAYASOS")
Row = dict[str, object]


def sha256(path: Path) -> str:
    """The sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read(path: Path) -> LembarKerja | None:
    """A file as read; None where it is no worksheet."""
    try:
        return read_lembar_kerja(path.read_bytes(), path.name)
    except WorkbookError:
        return None


def free(path: Path) -> Path:
    """A name that nobody has yet, as Explorer finds one."""
    names = (path.with_name(f"{path.stem}{tail}{path.suffix}") for tail in ("", *(f" - Copy ({n})" for n in range(99))))
    return next(name for name in names if not name.exists())


class KantorAcak(KantorUji):
    """``ditulis`` are the contents that people wrote and did not throw away themselves, and what each was."""

    def __init__(self, akar: Path, data: Path, capsys: pytest.CaptureFixture[str], seed: int) -> None:
        super().__init__(akar, data, capsys)
        self.acak = random.Random(seed)
        self.ditulis: dict[str, str] = {}
        self.cerita: list[str] = []

    # looking

    def rows(self) -> list[Row]:
        """The status list."""
        return list(json.loads(self.command("status", "--json")[1]))

    def roles(self) -> list[Path]:
        """The folder of each role."""
        return sorted(path.parent for pattern in ("*/Masuk", "*/*/Masuk") for path in self.akar.glob(pattern))

    def lying(self, *folders: str) -> list[Path]:
        """Every workbook in these folders of all roles."""
        return [path for role in self.roles() for folder in folders
                for path in sorted((role / folder).glob("[!~]*.xlsx"))]

    def _work(self) -> tuple[Row, Path] | None:
        """A berkas under way, of the units that play, with the file in its holder's Masuk."""
        rows = [row for row in self.rows() if row["pemegang"] and row["bidang"] in UNITS]
        row = self.acak.choice(rows) if rows else None
        for path in sorted((self.akar / str(row["pemegang"]) / "Masuk").glob("[!~]*.xlsx")) if row else ():
            sheet = read(path)
            if row and sheet and sheet.identitas.berkas == row["berkas"]:
                return row, path
        return None

    # doing

    def _write(self, path: Path, data: bytes) -> None:
        if path.exists():
            self._throw_away(path)
        path.write_bytes(data)
        self.ditulis[hashlib.sha256(data).hexdigest()] = f"{len(self.cerita)}: {path.relative_to(self.akar)}"

    def _throw_away(self, path: Path) -> None:
        self.ditulis.pop(sha256(path), None)
        path.unlink()

    def _values(self, path: Path) -> dict[Kunci, NilaiSel]:
        sheet = read(path)
        assert sheet is not None
        values: dict[Kunci, NilaiSel] = {}
        for kode in sheet.baris("indikator"):
            values[Kunci("indikator", kode, "realisasi_tw1")] = Decimal(self.acak.randint(1, 40))
            values[Kunci("indikator", kode, "keterangan_tw1")] = f"Data bidang {self.acak.random()}."
        for kode in sheet.baris("subkegiatan"):
            values[Kunci("subkegiatan", kode, "realisasi_rp_sd_tw1")] = Decimal(self.acak.randint(1000, 2000))
            values[Kunci("subkegiatan", kode, "realisasi_k_tw1")] = Decimal(1)
        return values

    def maju(self) -> None:
        """Fill where it is one's turn, then move, copy, rename or sort into a folder; or leave the twin open."""
        work = self._work()
        if work is None:
            return
        row, path = work
        box = path.parent.parent / FORWARD.get(str(row["status"]), "Kirim")
        if row["status"] == "diperintahkan":
            self._write(path, fill_lembar_kerja(path.read_bytes(), self._values(path)))
        way = self.acak.choice(["move"] * 5 + ["copy", "open", "rename", "sort"])
        if way == "sort":
            (box / "baru").mkdir(exist_ok=True)
        target = free({"rename": box / f"{path.stem} FIX (1).xlsx", "sort": box / "baru" / path.name}.get(
            way, box / path.name))
        (shutil.copyfile if way in ("copy", "open") else shutil.move)(path, target)
        if way == "open":
            path.with_name(f"~${path.name}").write_bytes(OWNER)

    def kembalikan(self) -> None:
        """Return with a note, without one, or where there is nothing to return."""
        work = self._work()
        box = work[1].parent.parent / "Kembalikan" if work else None
        if work and box and box.exists():
            if self.acak.random() < 0.8:
                note = f"Perbaiki bagian {self.acak.random()}."
                self._write(work[1], fill_lembar_kerja(work[1].read_bytes(), {}, note))
            shutil.move(work[1], free(box / work[1].name))

    def rival(self) -> None:
        """Two fillings of one worksheet in the same folder."""
        work = self._work()
        if work:
            box = work[1].parent.parent / FORWARD.get(str(work[0]["status"]), "Kirim")
            for name in (work[1].name, f"{work[1].stem} (1).xlsx"):
                self._write(free(box / name), fill_lembar_kerja(work[1].read_bytes(), self._values(work[1])))

    def isi(self) -> None:
        """Type something, one's turn or not."""
        work = self._work()
        if work:
            values = self._values(work[1])
            some = self.acak.sample(list(values), 2)
            self._write(work[1], fill_lembar_kerja(work[1].read_bytes(), {key: values[key] for key in some}))

    def sembarang(self) -> None:
        """Any worksheet that lies anywhere, old versions and what is held included, into any folder of anybody."""
        found = self.lying("Masuk", "Terkirim", "Ditahan") + sorted(self.akar.glob("Arsip/2026/*/*/Lembar*.xlsx"))
        source = self.acak.choice(found)
        role = self.acak.choice(self.roles())
        box = self.acak.choice([role / name for name in ("Masuk", *ACTING) if (role / name).exists()])
        keep = "Arsip" in source.parts or self.acak.random() < 0.6
        (shutil.copyfile if keep else shutil.move)(source, free(box / source.name))

    def tarik(self) -> None:
        """What was sent last, put back into Masuk."""
        sent = sorted(self.lying("Terkirim"), key=lambda path: path.stat().st_mtime_ns)
        if sent:
            shutil.copyfile(sent[-1], free(sent[-1].parent.parent / "Masuk" / sent[-1].name))

    def hilang(self) -> None:
        """The worksheet is deleted, or dragged somewhere else."""
        work = self._work()
        if work and self.acak.random() < 0.5:
            self._throw_away(work[1])
        elif work:
            shutil.move(work[1], free(self.akar / str(work[0]["bidang"]) / work[1].name))

    def sampah(self) -> None:
        """A photo or a broken workbook in somebody's folder."""
        name = self.acak.choice(["foto.jpg", "catatan.txt", "data.xlsx"])
        self._write(free(self.acak.choice(self.roles()) / "Masuk" / name), self.acak.randbytes(40))

    def tutup(self) -> None:
        """Everybody closes what he has open; some days pass."""
        for owner in self.akar.rglob("~$*"):
            owner.unlink()
        self._pass_time(self.acak.choice([timedelta(minutes=15), timedelta(hours=5), timedelta(days=2)]))

    def ubah_rencana(self) -> None:
        """Another version of the plan from TW I on: a pagu, and sometimes a wording."""
        book = openpyxl.load_workbook(self.akar / "Perencanaan" / "Rencana Aksi 2026.xlsx")
        new_basis(book, "PK Perubahan", "I")
        label(book, "Versi").value = len(self.cerita)
        pagu = 180_000_000 + self.acak.randint(1, 99) * 1000
        cell_of(book, "Program", "Pagu (Rp)", "1.06.06.2.01.0001").value = pagu
        if self.acak.random() < 0.5:
            cell_of(book, "Indikator", "Indikator Kinerja", "DAY-02").value = f"Jumlah kader {len(self.cerita)}"
        buffer = io.BytesIO()
        book.save(buffer)
        self._write(free(self.akar / "Perencanaan" / "Masuk" / "Rencana Aksi 2026.xlsx"), buffer.getvalue())

    def perintah(self) -> None:
        """The planner opens again what he recommended, or closes what does not come."""
        row = self.acak.choice([row for row in self.rows() if row["bidang"] in UNITS])
        name = "buka-kembali" if row["status"] == "direkomendasikan" else "tutup-tanpa-data"
        if name == "buka-kembali" or self.acak.random() < 0.1:
            self.command(name, str(row["berkas"]), "--catatan", "Menurut surat hari ini.")

    def _pass_time(self, time: timedelta) -> None:
        self.jam = (datetime.fromisoformat(self.jam) + time).strftime("%Y-%m-%dT%H:%M")

    def step(self) -> None:
        """One to three acts at the same moment, then a pass of the service."""
        acts: dict[Callable[[], None], int] = {
            self.maju: 16, self.kembalikan: 3, self.rival: 2, self.isi: 2, self.sembarang: 3, self.tarik: 2,
            self.hilang: 1, self.sampah: 1, self.tutup: 3, self.ubah_rencana: 2, self.perintah: 2}
        for act in self.acak.choices(list(acts), list(acts.values()), k=self.acak.choice([1, 1, 2, 3])):
            self.cerita.append(f"{self.jam} {act.__name__}")
            act()
        self._pass_time(timedelta(minutes=self.acak.choice([0, 1, 7])))
        self.serve()
