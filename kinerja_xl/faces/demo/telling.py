"""How the demo is told in the terminal: one line per scene, and at the end what happened and where everything lies."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from kinerja_xl.domain.numbers import format_angka, from_float
from kinerja_xl.domain.periods import HARI, tanggal_panjang
from kinerja_xl.faces.demo.babak import Adegan, Babak
from kinerja_xl.faces.demo.isian import TAHUN
from kinerja_xl.faces.demo.story import CERITA, TEMPAT

_WIDTH = 110
_INDENT = " " * 9  # under the text of a scene, whose line begins with its time


class Pencerita:
    """Tells the story; to stderr where stdout belongs to a JSON document."""

    def __init__(self, *, to_stderr: bool) -> None:
        stream = sys.stderr if to_stderr else sys.stdout
        self._out = Console(file=stream, highlight=False, width=None if stream.isatty() else _WIDTH)
        self._hari: date | None = None

    def begin(self, akar: Path) -> None:
        """Say what is about to be played, and where."""
        self._out.print(f"Kantor contoh (DATA CONTOH): Pengumpulan Data Kinerja tahun {TAHUN}.", style="bold")
        self._out.print(f"Folder kantor: {akar}", markup=False, soft_wrap=True)
        self._out.print("Layanan berjalan sebagai proses tersendiri; para pegawai hanya mengisi dan memindahkan "
                        "berkas.")

    def open(self, babak: Babak) -> None:
        """Put the heading of a quarter."""
        self._out.print()
        self._out.rule(f"Triwulan {babak.periode.romawi} Tahun {TAHUN}", align="left")

    def tell(self, adegan: Adegan) -> None:
        """Tell one scene; a new day gets its own line."""
        hari = adegan.waktu.date()
        if hari != self._hari:
            self._hari = hari
            self._out.print(f"\n{HARI[hari.weekday()]}, {tanggal_panjang(hari)}", style="bold")
        self._fill(f"  {adegan.waktu:%H.%M}  {adegan.cerita}")

    def tell_answer(self, lines: Iterable[str]) -> None:
        """Tell what the service answered: why it refused something, what a command said."""
        for line in lines:
            self._fill(f"{_INDENT}› {line}", "  ")

    def end(self, akar: Path, data: Path, documents: Sequence[Path], lama_s: float) -> None:
        """Say what happened, where everything lies, and how to look further."""
        slips = sum(path.name.startswith("Disposisi ") for path in documents)
        self._out.print()
        self._out.rule(align="left")
        self._out.print(f"\nSelesai dalam {format_angka(from_float(lama_s), 1)} detik.", style="bold")
        self._out.print(
            f"Dua puluh empat lembar kerja menempuh Kegiatan 1 sampai 6; {slips} Lembar Disposisi siap dicetak. "
            "Laporan TW I dan TW II sudah final; TW III dan TW IV masih DRAF karena satu faktor, satu tindak "
            "lanjut, dan satu rekomendasi sengaja dikosongkan. Laporan Kinerja (LKjIP) tahun 2026 menunggu bagian yang "
            "ditulis perencana.\n")
        self._line_up((("Folder kantor", akar), ("Data layanan", data),
                       *((label, akar / path) for label, path in TEMPAT)))
        options = f'--data "{data}" --sekarang {CERITA[-1][1][-1].waktu:%Y-%m-%dT%H:%M}'
        self._out.print("\nLihat lebih lanjut:")
        for command, rest in ((f'status "{akar}"', options), (f'riwayat "{akar}" 2026-TW3-LINJAMSOS', options),
                              (f'verifikasi "{akar}"', f'--data "{data}"')):
            self._out.print(f"  kinerja {command} {rest}", markup=False, soft_wrap=True)

    def _fill(self, teks: str, more: str = "") -> None:
        self._out.print(textwrap.fill(teks, self._out.width, subsequent_indent=_INDENT + more), markup=False)

    def _line_up(self, places: Sequence[tuple[str, Path]]) -> None:
        width = max(len(label) for label, _ in places)
        for label, path in places:
            self._out.print(f"  {label:<{width}} : {path}", markup=False, soft_wrap=True)
