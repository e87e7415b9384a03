"""``kinerja demo``: makes the sample office, plays the story while the service runs, and tells it."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from kinerja_xl.errors import FileUnreadable
from kinerja_xl.faces.demo.bukti import make_pdf, make_png
from kinerja_xl.faces.demo.layanan import JamDemo, running_service
from kinerja_xl.faces.demo.people import Pegawai, Penunggu
from kinerja_xl.faces.demo.story import (
    CERITA,
    DIBUAT,
    DRAF,
    DRAF_PERTAMA,
    PERENCANAAN,
    PERIODE,
    UNIT,
    Adegan,
    Langkah,
    lembar,
    meja,
)
from kinerja_xl.faces.demo.telling import Pencerita
from kinerja_xl.faces.pesan import DONE, print_json
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.kantor.found import found_office


def play_demo(*, folder: Path | None, as_json: bool) -> int:
    """Play one quarter and return the exit code; raises DemoStopped, FolderNotEmpty or OfficeExists."""
    begun = time.monotonic()
    akar = folder.absolute() if folder else Path(tempfile.mkdtemp(prefix="kinerja-demo-")) / "Kinerja"
    data = found_office(akar, lambda _id: akar.with_name(f"{akar.name}-data"), tahun=PERIODE.tahun, contoh=True,
                        sekarang=DIBUAT, tiruan=True)
    pencerita = Pencerita(to_stderr=as_json)
    pencerita.begin(akar)
    jam, log = JamDemo(data / "jam.txt"), data / "layanan.log"
    jam.set(CERITA[0].waktu)
    with running_service(akar, data, jam, log) as process:
        Panggung(akar, jam, process, log, pencerita).play()
    documents = sorted(path for path in akar.rglob("*.docx")
                       if path.relative_to(akar).parts[0] != "Arsip" and "Templat" not in path.parts)
    lama_s = round(time.monotonic() - begun, 1)
    pencerita.end(akar, data, documents, lama_s)
    if as_json:
        print_json({"akar": str(akar), "data": str(data), "dokumen": [str(path) for path in documents],
                    "lama_s": lama_s})
    return DONE


class Panggung:
    """The stage: people at the desks of one office."""

    def __init__(self, akar: Path, jam: JamDemo, process: subprocess.Popen[bytes], log: Path,
                 pencerita: Pencerita) -> None:
        self._akar, self._jam, self._pencerita = akar, jam, pencerita
        self._penunggu = Penunggu(lambda: process.poll() is None, log)

    def play(self) -> None:
        """Play every scene; the first one is the service's own."""
        for number, adegan in enumerate(CERITA):
            self._pencerita.tell(adegan)
            if number == 0:
                self._see(f"{meja(unit, 'Kabid')}/Masuk/{lembar(unit)}" for unit in UNIT)
            self._play(adegan)

    def _play(self, adegan: Adegan) -> None:
        moves = [self._prepare(langkah) for langkah in adegan.daftar_langkah]
        self._jam.set(adegan.waktu)
        sent = [pegawai.move(path, langkah.ke) if langkah.kiriman is None
                else pegawai.put(langkah.ke, langkah.kiriman, make_png())
                for pegawai, path, langkah in moves]
        self._penunggu.wait_until(lambda: not any(path.exists() for path in sent),
                                  " dan ".join(f"pengambilan {path}" for path in sent))
        self._see(langkah.hasil for langkah in adegan.daftar_langkah)
        if adegan.draf:
            self._see_draf(adegan.draf)

    def _prepare(self, langkah: Langkah) -> tuple[Pegawai, Path, Langkah]:
        """Let the person of a step find and fill the worksheet and keep the evidence."""
        pegawai = Pegawai(self._akar, langkah.meja, self._penunggu)
        path = pegawai.find(f"Lembar Kerja {langkah.unit} ")
        for bukti in langkah.daftar_bukti:
            bidang = bukti.unit.partition(" - ")[0]
            pegawai.keep_evidence(f"{bidang}/Bukti Dukung/{PERIODE.folder}", bukti.kode, bukti.nama,
                                  make_pdf(bukti))
        if langkah.isian or langkah.catatan:
            pegawai.fill(path, langkah.isian, langkah.catatan)
        return pegawai, path, langkah

    def _see(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._penunggu.wait_until((self._akar / path).exists, path)

    def _see_draf(self, units: int) -> None:
        """Let the planner wait until the DRAF reports on so many units; one that lacks some is kept as a copy."""
        draf, told = self._akar / DRAF, f"{units} dari {len(UNIT)} unit"

        def is_told() -> bool:
            try:
                return told in show_file(draf)
            except FileUnreadable:  # not there yet, or being replaced just now
                return False

        self._penunggu.wait_until(is_told, f"“{told}” di {DRAF}")
        if units < len(UNIT):
            Pegawai(self._akar, PERENCANAAN, self._penunggu).copy(draf, DRAF_PERTAMA)
