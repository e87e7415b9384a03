"""The command ``kinerja adopsi``: what was read, what was left out, what is asked, in the terminal or as JSON."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kinerja_xl.domain.adopsi.hasil import HasilAdopsi
from kinerja_xl.domain.adopsi.sebutan import SEBUTAN_JENIS
from kinerja_xl.domain.numbers import format_angka
from kinerja_xl.faces.jam import make_clock
from kinerja_xl.faces.pesan import DONE, print_json
from kinerja_xl.kantor.plan.adopting import Adopsi, adopt_file


def adopsi(*, file: Path, keluaran: Path, sekarang: str | None, as_json: bool) -> int:
    """Adopt a workbook and show the report; return exit code 0."""
    done = adopt_file(file, keluaran, make_clock(sekarang)().year)
    if as_json:
        print_json(done.hasil.as_json())
    else:
        show_adoption(file, done)
    return DONE


def show_adoption(file: Path, done: Adopsi) -> None:
    """Print the report: columns, rows, what was left out, figures that do not agree, guesses, questions."""
    hasil = done.hasil
    print(f"{file.name}\n")
    for kolom in hasil.daftar_kolom:
        print(f"  {kolom.sumber:<16} {kolom.sebutan:<34} {kolom.keyakinan:<13} {kolom.judul}")
    counts = Counter(baris.jenis for baris in hasil.daftar_baris)
    print("\nBaris: " + ", ".join(f"{jumlah} {SEBUTAN_JENIS[jenis]}" for jenis, jumlah in counts.items()))
    print(f"\nTidak dimuat ({len(hasil.daftar_dilewati)}):")
    for dilewati in hasil.daftar_dilewati:
        print(f"  {dilewati.sumber}: {dilewati.alasan}")
    _show_sums(hasil)
    print(f"\nDugaan yang ditandai pada lembar Adopsi: {len(done.daftar_dugaan)}.")
    print(f"\nPertanyaan ({len(hasil.daftar_pertanyaan)}):")
    for nomor, tanya in enumerate(hasil.daftar_pertanyaan, start=1):
        place = f" [{tanya.sumber}]" if tanya.sumber else ""
        print(f"  {nomor}. {tanya.pertanyaan}{place}\n     Sementara: {tanya.sementara}.")
    if done.sebelumnya is not None:
        print(f"\nRencana sebelumnya disimpan sebagai {done.sebelumnya}")
    print(f"\nRencana Aksi ditulis: {done.jalur}\n"
          "Periksa lembar Adopsi, lalu jalankan lagi bila ada yang diubah di situ.")


def _show_sums(hasil: HasilAdopsi) -> None:
    agree = sum(banding.cocok for banding in hasil.daftar_banding)
    wrong = [banding for banding in hasil.daftar_banding if banding.dihitung is not None and not banding.cocok]
    print(f"\nHasil hitung pada lembar: {agree} cocok dengan hitung ulang, {len(wrong)} berbeda.")
    for banding in wrong:
        print(f"  {banding.sumber}: tercetak {format_angka(banding.tercetak)}, "
              f"dihitung {format_angka(banding.dihitung or banding.tercetak)} ({banding.cara})")
