"""How the demo is told in the terminal: one line per scene, and at the end what happened and where everything lies."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from kinerja_xl.domain.numbers import format_angka, from_float
from kinerja_xl.domain.periods import HARI, tanggal_panjang
from kinerja_xl.faces.demo.story import CERITA, CUPLIKAN, DRAF, DRAF_PERTAMA, PERIODE, Adegan

_WIDTH = 110


class Pencerita:
    """Tells the story; to stderr where stdout belongs to a JSON document."""

    def __init__(self, *, to_stderr: bool) -> None:
        stream = sys.stderr if to_stderr else sys.stdout
        self._out = Console(file=stream, highlight=False, width=None if stream.isatty() else _WIDTH)
        self._hari: date | None = None

    def begin(self, akar: Path) -> None:
        """Say what is about to be played, and where."""
        self._out.print("Kantor contoh (DATA CONTOH): Pengumpulan Data Kinerja TW I 2026.", style="bold")
        self._out.print(f"Folder kantor: {akar}", markup=False, soft_wrap=True)
        self._out.print("Layanan berjalan sebagai proses tersendiri; para pegawai hanya mengisi dan memindahkan "
                        "berkas.")

    def tell(self, adegan: Adegan) -> None:
        """Tell one scene; a new day gets its own line."""
        hari = adegan.waktu.date()
        if hari != self._hari:
            self._hari = hari
            self._out.print(f"\n{HARI[hari.weekday()]}, {tanggal_panjang(hari)}", style="bold")
        indent = f"  {adegan.waktu:%H.%M}  "
        self._out.print(textwrap.fill(adegan.cerita, self._out.width, initial_indent=indent,
                                      subsequent_indent=" " * len(indent)))

    def end(self, akar: Path, data: Path, documents: Sequence[Path], lama_s: float) -> None:
        """Say what happened, where everything lies, and how to look further."""
        slips = sum(path.name.startswith("Disposisi ") for path in documents)
        places = (
            ("Folder kantor", akar), ("Data layanan", data), ("Laporan Triwulan", akar / DRAF),
            ("DRAF 15 April", akar / DRAF.rpartition("/")[0] / DRAF_PERTAMA),
            ("Disposisi REHSOS", akar / "REHSOS" / "Cetak" / PERIODE.folder),
            ("Arsip", akar / "Arsip" / str(PERIODE.tahun) / f"TW {PERIODE.romawi}"),
            ("Contoh ditahan", akar / "REHSOS" / "Analis" / "Ditahan" / CUPLIKAN),
        )
        self._out.print(f"\nSelesai dalam {format_angka(from_float(lama_s), 1)} detik.", style="bold")
        self._out.print(
            f"Enam lembar kerja menempuh Kegiatan 1 sampai 6; {slips} Lembar Disposisi siap dicetak. Satu kembali "
            "kepada Analis karena isian bukan angka, satu dikembalikan Kabid dengan catatan, satu berkas ditahan, satu "
            "bidang terlambat. Rekomendasi DAY-02 sengaja dikosongkan, sehingga laporan masih berupa DRAF.\n")
        self._line_up(places)
        options = f'--data "{data}" --sekarang {CERITA[-1].waktu:%Y-%m-%dT%H:%M}'
        self._out.print("\nLihat lebih lanjut:")
        for command in (f'status "{akar}"', f'riwayat "{akar}" 2026-TW1-REHSOS'):
            self._out.print(f"  kinerja {command} {options}", markup=False, soft_wrap=True)

    def _line_up(self, places: Sequence[tuple[str, Path]]) -> None:
        for label, path in places:
            self._out.print(f"  {label:<17}: {path}", markup=False, soft_wrap=True)
