"""What people of the demo do, each a step of the story: prepared at the desk, done at its moment, and answered."""

from __future__ import annotations

import shutil
import subprocess
import sys
from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from kinerja_xl.domain.cells import Kunci, NilaiSel
from kinerja_xl.domain.sop.sop import Jalan
from kinerja_xl.errors import DemoStopped
from kinerja_xl.faces.demo.bukti import Bukti, make_pdf
from kinerja_xl.faces.demo.people import Pegawai, Penunggu
from kinerja_xl.faces.demo.surat import read_alasan, read_catatan, read_terbuka
from kinerja_xl.routing.folders import STATUS_LAYANAN


@dataclass(frozen=True)
class Kantor:
    """The office as its people know it: its folders, the service's data, and the moment."""

    akar: Path
    data: Path
    penunggu: Penunggu
    waktu: datetime

    def pegawai(self, meja: str) -> Pegawai:
        """Return who sits at a desk."""
        return Pegawai(self.akar, meja, self.penunggu)


def _nothing() -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Jawaban:
    """How one sees that the service has answered a step, and what is to be told of it: why it refused, what it said."""

    apa: str
    is_seen: Callable[[], bool]
    tell: Callable[[], Iterable[str]] = _nothing


class Langkah:
    """One step of somebody; ``mengganti``: the service then replaces worksheets where they lie in Masuk."""

    mengganti: ClassVar[bool] = False

    def prepare(self, kantor: Kantor) -> None:
        """Do at the desk what comes before the act, if anything."""

    @abstractmethod
    def act(self, kantor: Kantor) -> Jawaban:
        """Do it."""


@dataclass(frozen=True)
class Kirim(Langkah):
    """A worksheet is filled and moved: the act of the SOP. ``hasil`` is the path at which it must be seen then.

    ``tolak``: it is refused and comes back; ``salinan``: a copy of that name is put into the folder instead of it.
    """

    meja: str
    lembar: str
    ke: str
    hasil: str
    isian: Mapping[Kunci, NilaiSel] = field(default_factory=dict)
    catatan: str | None = None
    daftar_bukti: tuple[Bukti, ...] = ()
    folder_bukti: str = ""
    tolak: bool = False
    salinan: str = ""

    def prepare(self, kantor: Kantor) -> None:
        """Fill the worksheet in Masuk and keep the evidence."""
        pegawai = kantor.pegawai(self.meja)
        path = pegawai.find(self.lembar)
        for bukti in self.daftar_bukti:
            pegawai.keep_evidence(self.folder_bukti, bukti.kode, bukti.nama, make_pdf(bukti))
        if self.isian or self.catatan:
            pegawai.fill(path, self.isian, self.catatan)

    def act(self, kantor: Kantor) -> Jawaban:
        """Move it, or put a copy of it, into the folder."""
        pegawai, hasil = kantor.pegawai(self.meja), kantor.akar / self.hasil
        path = pegawai.find(self.lembar)
        sent = pegawai.copy(path, f"{self.ke}/{self.salinan}") if self.salinan else pegawai.move(path, self.ke)
        left = [sent, path] if self.salinan else [sent]
        return Jawaban(self.hasil, lambda: hasil.exists() and not any(file.exists() for file in left),
                       lambda: read_catatan(hasil) if self.tolak else self._note())

    def _note(self) -> Iterable[str]:
        """Why it was given back, in the giver's words."""
        return (f"Catatan: “{self.catatan}”",) if self.ke == Jalan.KEMBALIKAN else ()


@dataclass(frozen=True)
class Taruh(Langkah):
    """Somebody puts a file that is no worksheet of now into a folder: it must be held with its reason."""

    meja: str
    ke: str
    nama: str
    isi: Callable[[Kantor], bytes]

    def act(self, kantor: Kantor) -> Jawaban:
        """Put it there."""
        alasan = kantor.akar / self.meja / "Ditahan" / f"{self.nama}.ALASAN.txt"
        sent = kantor.pegawai(self.meja).put(self.ke, self.nama, self.isi(kantor))
        return Jawaban(str(alasan), lambda: alasan.exists() and not sent.exists(), lambda: (read_alasan(alasan),))


@dataclass(frozen=True)
class Tarik(Langkah):
    """Somebody takes back what he sent: the copy from Terkirim is put into Masuk again."""

    meja: str
    lembar: str
    penerima: str
    mengganti = True

    def act(self, kantor: Kantor) -> Jawaban:
        """Copy it from Terkirim into Masuk; the receiver's goes, and one to work on lies there."""
        desk = kantor.akar / self.meja
        kept, copied = _newest(desk / "Terkirim", self.lembar), desk / "Masuk" / self.lembar
        received = kantor.akar / self.penerima / "Masuk" / self.lembar
        data = kept.read_bytes()
        shutil.copyfile(kept, copied)
        return Jawaban(f"penarikan {self.lembar}", lambda: not received.exists() and _is_other(copied, data))


@dataclass(frozen=True)
class Biarkan(Langkah):
    """Somebody fills his worksheet, puts it into the folder, and goes home with the file still open."""

    meja: str
    lembar: str
    ke: str
    nama: str
    isian: Mapping[Kunci, NilaiSel]

    def prepare(self, kantor: Kantor) -> None:
        """Fill it in Masuk."""
        pegawai = kantor.pegawai(self.meja)
        pegawai.fill(pegawai.find(self.lembar), self.isian)

    def act(self, kantor: Kantor) -> Jawaban:
        """Leave it open (the spreadsheet program's owner file says by whom) in the folder."""
        pegawai, status = kantor.pegawai(self.meja), kantor.akar / STATUS_LAYANAN
        path = pegawai.find(self.lembar)
        pegawai.open(f"{self.ke}/{self.lembar}", self.nama)
        pegawai.move(path, self.ke)
        return Jawaban(f"berita bahwa {self.lembar} masih dibuka", lambda: bool(read_terbuka(status)),
                       lambda: (f"{STATUS_LAYANAN}: {line}" for line in read_terbuka(status)))


@dataclass(frozen=True)
class Tutup(Langkah):
    """The next morning the open file is saved once more and closed."""

    meja: str
    lembar: str
    ke: str
    hasil: str

    def act(self, kantor: Kantor) -> Jawaban:
        """Save and close it."""
        hasil, sent = kantor.akar / self.hasil, kantor.akar / self.meja / self.ke / self.lembar
        kantor.pegawai(self.meja).close(f"{self.ke}/{self.lembar}")
        return Jawaban(self.hasil, lambda: hasil.exists() and not sent.exists())


@dataclass(frozen=True)
class SimpanBuku(Langkah):
    """The planner changes a workbook and saves it at ``tujuan``; ``hasil`` is the file that shows it was taken in.

    ``berganti`` are worksheets that must be others then: those that the service issues again.
    """

    sumber: str
    tujuan: str
    ubah: Callable[[bytes], bytes]
    hasil: str
    berganti: tuple[str, ...] = ()
    mengganti = True

    def act(self, kantor: Kantor) -> Jawaban:
        """Change the workbook and save it."""
        before = {kantor.akar / path: (kantor.akar / path).read_bytes() for path in self.berganti}
        (kantor.akar / self.tujuan).write_bytes(self.ubah((kantor.akar / self.sumber).read_bytes()))
        return Jawaban(self.hasil, lambda: (kantor.akar / self.hasil).exists() and all(
            _is_other(path, old) for path, old in before.items()))


@dataclass(frozen=True)
class Perintah(Langkah):
    """Somebody types a command of kinerja on the service's PC; ``kode`` is the exit code it must give.

    ``DIR`` in ``argumen`` stands for the root; ``hasil`` is the file that must be there then, empty = none.
    """

    argumen: tuple[str, ...]
    hasil: str = ""
    kode: int = 0

    def act(self, kantor: Kantor) -> Jawaban:
        """Run it at the present moment of the office clock."""
        given = [str(kantor.akar) if argumen == "DIR" else argumen for argumen in self.argumen]
        done = subprocess.run(
            [sys.executable, "-m", "kinerja_xl", *given, "--data", str(kantor.data), "--sekarang",
             f"{kantor.waktu:%Y-%m-%dT%H:%M}"], capture_output=True, encoding="utf-8", check=False)
        if done.returncode != self.kode:
            raise DemoStopped(sebab=f"kinerja {' '.join(self.argumen)} berakhir dengan kode {done.returncode}, "
                                    f"seharusnya {self.kode}: {done.stderr.strip()}", log=kantor.data / "layanan.log")
        said = (done.stdout + done.stderr).replace(str(kantor.akar), "DIR").strip().splitlines()
        return Jawaban(self.hasil, lambda: not self.hasil or (kantor.akar / self.hasil).exists(),
                       lambda: (f"$ kinerja {' '.join(self.argumen)}", *(line.strip() for line in said)))


@dataclass(frozen=True)
class Ditunggu(Langkah):
    """Nobody does anything: what the service writes by itself is waited for."""

    hasil: str

    def act(self, kantor: Kantor) -> Jawaban:
        """Look whether it is there."""
        return Jawaban(self.hasil, (kantor.akar / self.hasil).exists, _nothing)


def _newest(folder: Path, nama: str) -> Path:
    """The last of several copies of what was sent: ``name.xlsx``, ``name (2).xlsx``."""
    stem = nama.removesuffix(".xlsx")
    return max(folder.glob(f"{stem}*.xlsx"), key=lambda path: path.stat().st_mtime_ns)


def _is_other(path: Path, old: bytes) -> bool:
    try:
        return path.read_bytes() != old
    except FileNotFoundError:  # between two files
        return False
