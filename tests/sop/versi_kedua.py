"""A second version of the sample plan that concerns three bidang, and carrying a bidang's berkas forward."""

from __future__ import annotations

import openpyxl
from buku_rencana import Change, add_row, cell_of, new_basis
from buku_rencana import hand_in as put_plan
from kantor_jalan import KantorUji

MAKANAN = "1.06.06.2.01.0001"
_STEPS = [("baru", "Kabid", "Kirim"), ("ditugaskan", "Kasubid", "Kirim"), ("diperintahkan", "Analis", "Kirim"),
          ("bahan_diserahkan", "Kasubid", "Kirim"), ("diajukan", "Kabid", "Setujui")]


def play(kantor: KantorUji, bidang: str, status: str) -> None:
    """Carry the berkas of a bidang forward until it has a status."""
    while (now := kantor.status(f"2026-TW1-{bidang}")) != status:
        _, role, folder = next(step for step in _STEPS if step[0] == now)
        kantor.act(f"{bidang}/{role}", folder, kantor.good_values(f"{bidang}/{role}") if role == "Analis" else None)


def change_plan(book: openpyxl.Workbook) -> None:
    """Version 2, from TW I on: a pagu raised, three targets changed, one indicator replaced."""
    new_basis(book, "PK Perubahan", "I")
    cell_of(book, "Program", "Pagu (Rp)", MAKANAN).value = 200_000_000  # from 180.000.000
    for kode, triwulan, target in (("LIN-02", 1, 30), ("REH-01", 1, 30), ("PFM-02", 1, 12), ("PFM-02", 4, 3)):
        # from 72, 25, 10 and 5; the quarters of PFM-02 still add up to 50. They stand right of the year's target
        cell_of(book, "Indikator", "Target Tahunan", kode).offset(column=triwulan).value = target
    cell_of(book, "Indikator", "Kode", "LIN-01").value = "LIN-03"
    cell_of(book, "Indikator", "Indikator Kinerja", "LIN-03").value = "Persentase korban bencana yang pulih"
    for row in book["Riwayat Capaian"].iter_rows():
        for cell in row if any(cell.value == "LIN-01" for cell in row) else ():
            cell.value = None
    add_row(book, "Perubahan", Kode=MAKANAN, Kolom="Pagu (Rp)", Semula="180.000.000", Menjadi="200.000.000",
            Alasan="Tambahan stok penyangga.")


def hand_in(kantor: KantorUji, *changes: Change) -> None:
    """Hand a changed plan in, the one above where none is given, and see that it came in force."""
    put_plan(kantor, *(changes or (change_plan,)))
    assert kantor.files("Perencanaan/Ditahan") == []
