"""``kinerja demo``: makes the sample office, plays its year while the service runs, and tells it."""

from __future__ import annotations

import subprocess
import tempfile
import time
from itertools import zip_longest
from pathlib import Path

from kinerja_xl.errors import FileUnreadable
from kinerja_xl.faces.demo.babak import UNIT, Adegan, Babak, meja
from kinerja_xl.faces.demo.cerita_tw4 import CETAK, TW4
from kinerja_xl.faces.demo.isian import TAHUN
from kinerja_xl.faces.demo.langkah import Kantor
from kinerja_xl.faces.demo.layanan import JamDemo, running_service
from kinerja_xl.faces.demo.people import Penunggu
from kinerja_xl.faces.demo.story import CERITA, DIBUAT
from kinerja_xl.faces.demo.telling import Pencerita
from kinerja_xl.faces.pesan import DONE, print_json
from kinerja_xl.kantor.checking import show_file
from kinerja_xl.kantor.found import found_office

_ROOM_TO_PRINT = 35  # seconds: the whole demo is to be over within a minute (docs/keputusan/0017)


def play_demo(*, folder: Path | None, as_json: bool) -> int:
    """Play the year and return the exit code; raises DemoStopped, FolderNotEmpty or OfficeExists."""
    begun = time.monotonic()
    akar = folder.absolute() if folder else Path(tempfile.mkdtemp(prefix="kinerja-demo-")) / "Kinerja"
    data = found_office(akar, lambda _id: akar.with_name(f"{akar.name}-data"), tahun=TAHUN, contoh=True,
                        sekarang=DIBUAT, tiruan=True)
    pencerita = Pencerita(to_stderr=as_json)
    pencerita.begin(akar)
    jam, log = JamDemo(data / "jam.txt"), data / "layanan.log"
    jam.set(DIBUAT)
    with running_service(akar, data, jam, log) as process:
        panggung = Panggung(akar, data, jam, process, log, pencerita)
        panggung.play()
        if time.monotonic() - begun < _ROOM_TO_PRINT:
            panggung.print_year()
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

    def __init__(self, akar: Path, data: Path, jam: JamDemo, process: subprocess.Popen[bytes], log: Path,
                 pencerita: Pencerita) -> None:
        self._akar, self._data, self._jam, self._pencerita = akar, data, jam, pencerita
        self._penunggu = Penunggu(lambda: process.poll() is None, log)
        self._prepared: Adegan | None = None  # the scene whose people have their worksheets ready

    def play(self) -> None:
        """Play every scene of every quarter."""
        for babak, daftar_adegan in CERITA:
            self._pencerita.open(babak)
            for adegan, after in zip_longest(daftar_adegan, daftar_adegan[1:]):
                self._play(babak, adegan, after)

    def print_year(self) -> None:
        """Let the planner print the year's report."""
        self._play(TW4, CETAK, None)

    def _play(self, babak: Babak, adegan: Adegan, after: Adegan | None) -> None:
        """Play a scene; while the service works, those of the next one prepare as soon as they have their worksheet."""
        self._pencerita.tell(adegan)
        kantor = Kantor(self._akar, self._data, self._penunggu, adegan.waktu)
        self._prepare(kantor, adegan)
        self._jam.set(adegan.waktu)
        answers = [langkah.act(kantor) for langkah in adegan.daftar_langkah]
        if after is not None and not any(langkah.mengganti for langkah in adegan.daftar_langkah):
            self._prepare(kantor, after)
        for jawaban in answers:
            self._penunggu.wait_until(jawaban.is_seen, jawaban.apa)
        if adegan.terbit:
            self._see_issued(babak)
        if adegan.draf:
            self._see_draf(babak, adegan.draf)
        for jawaban in answers:
            self._pencerita.tell_answer(jawaban.tell())

    def _prepare(self, kantor: Kantor, adegan: Adegan) -> None:
        if self._prepared is not adegan:
            for langkah in adegan.daftar_langkah:
                langkah.prepare(kantor)
        self._prepared = adegan

    def _see_issued(self, babak: Babak) -> None:
        for unit in UNIT:
            path = self._akar / meja(unit, "Kabid") / "Masuk" / babak.lembar(unit)
            self._penunggu.wait_until(path.exists, str(path))

    def _see_draf(self, babak: Babak, units: int) -> None:
        """Let the planner wait until the DRAF reports on so many units."""
        draf, told = self._akar / babak.laporan(" DRAF"), f"{units} dari {len(UNIT)} unit"
        looked_at = 0

        def is_told() -> bool:
            nonlocal looked_at
            try:
                saved = draf.stat().st_mtime_ns
                if saved == looked_at:
                    return False
                looked_at = saved
                return told in show_file(draf)
            except (FileUnreadable, FileNotFoundError):  # not there yet, or being replaced just now
                return False

        self._penunggu.wait_until(is_told, f"“{told}” di {draf.name}")
