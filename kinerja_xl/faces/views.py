"""How the office looks in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kinerja_xl.domain.acts import Json
from kinerja_xl.domain.cells import NilaiSel, Perubahan
from kinerja_xl.domain.isian import as_text
from kinerja_xl.domain.lembar_kerja import BUKTI
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rights import KOSONG, heading
from kinerja_xl.domain.sop import Status
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.serve import HasilLayanan
from kinerja_xl.kantor.views import BarisStatus, BarisTahan


def console() -> Console:
    """The terminal; when its output goes to a file, lines are wide enough not to be broken."""
    out = Console(highlight=False)
    return out if out.is_terminal else Console(highlight=False, width=200)


def day(tanggal: date | None) -> str:
    """Return a date as people write it in tables: ``10/04/2026``."""
    return f"{tanggal:%d/%m/%Y}" if tanggal else "–"


def show_status(rows: Sequence[BarisStatus]) -> None:
    """Print the table of berkas; who is late is told by a word, not by colour alone."""
    out = console()
    if not rows:
        out.print("Belum ada berkas. Terbitkan dengan: kinerja terbitkan")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for judul in ("Berkas", "Status", "Pemegang", "Versi", "Putaran", "Diterima", "Tenggat", "Rencana", ""):
        table.add_column(judul, justify="right" if judul in ("Versi", "Putaran") else "left")
    for row in rows:
        table.add_row(row.berkas, Status(row.status).label, row.pemegang or "–", str(row.versi), str(row.putaran),
                      f"{row.diterima:%d/%m/%Y %H.%M}", day(row.tenggat), day(row.rencana),
                      Text("TERLAMBAT", style="bold red") if row.terlambat else "")
    out.print(table)
    late = sum(row.terlambat for row in rows)
    ended = sum(row.pemegang is None for row in rows)
    out.print(f"\n{len(rows)} berkas: {ended} selesai, {len(rows) - ended} berjalan, {late} terlambat.")


def show_held(rows: Sequence[BarisTahan]) -> None:
    """Print the held files with their reasons."""
    out = console()
    if not rows:
        out.print("Tidak ada berkas yang ditahan.")
        return
    out.print(f"\nDitahan ({len(rows)}):")
    for row in rows:
        out.print(f"  {row.folder}/{row.nama}\n    [{row.kode}] {row.alasan} Sejak {row.sejak:%d/%m/%Y %H.%M}.",
                  markup=False)


def show_acts(berkas: str, acts: Sequence[Mapping[str, Json]]) -> None:
    """Print what happened to one berkas."""
    out = console()
    out.print(f"Riwayat {berkas}", style="bold")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for judul in ("Versi", "Waktu", "Tindakan", "Pejabat", "Status", "Kode", "Catatan"):
        table.add_column(judul)
    for act in acts:
        when = datetime.fromisoformat(str(act["waktu"]))
        table.add_row(str(act["versi"]), f"{when:%d/%m/%Y %H.%M}", str(act["tindakan"]), str(act["pejabat"]),
                      Status(str(act["ke"])).label, str(act["kode"]), Text(str(act["catatan"])))
    out.print(table)


def change_json(perubahan: Perubahan) -> dict[str, object]:
    """Return a change as one JSON row: numbers as numbers, null where a cell is blank."""
    kunci = perubahan.kunci
    return {"tabel": kunci.tabel, "baris": kunci.baris, "kolom": kunci.kolom,
            "lama": _json_value(perubahan.lama), "baru": _json_value(perubahan.baru)}


def _json_value(isi: NilaiSel) -> object:
    if isinstance(isi, Decimal):
        return int(isi) if isi == isi.to_integral_value() else float(isi)
    return isi or None if isinstance(isi, str) else isi


def show_changes(rows: Sequence[Perubahan]) -> None:
    """Print what changed between two worksheets, by row and column."""
    out = console()
    if not rows:
        out.print("Tidak ada perubahan isian.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for judul in ("Tabel", "Baris", "Kolom", "Lama", "Baru"):
        table.add_column(judul)
    for row in rows:
        kunci, lama, baru = row.kunci, row.lama, row.baru
        if kunci.tabel == BUKTI:  # a row of evidence is itself the value
            lama, baru = ("ada" if isi else None for isi in (lama, baru))
        table.add_row(kunci.tabel, Text(kunci.baris), heading(kunci.kolom),
                      Text(as_text(lama) or KOSONG), Text(as_text(baru) or KOSONG))
    out.print(table)


def show_pass(hasil: HasilLayanan) -> None:
    """Print what one full pass did."""
    out = console()
    if not (hasil.diterima or hasil.ditolak or hasil.ditahan or hasil.diterbitkan):
        out.print("Tidak ada yang perlu dikerjakan.")
        return
    out.print(f"Diterima {hasil.diterima}, dikembalikan dengan catatan {hasil.ditolak}, ditahan {hasil.ditahan}, "
              f"diterbitkan {hasil.diterbitkan}.")


def show_new_office(kantor: Kantor, tahun: int, contoh: bool) -> None:
    """Print where a new office lies, which permissions to set, and what comes next."""
    out = console()
    out.print(f"Kantor dibuat di   : {kantor.akar}", f"Data layanan di    : {kantor.data}", sep="\n", markup=False)
    out.print("\nIzin folder yang perlu diatur di peladen berkas atau folder bersama:\n")
    out.print(kantor.folders.permission_table(), markup=False)
    out.print("\nLangkah berikut:")
    if not contoh:
        out.print("  1. Isi Perencanaan/Pengaturan.xlsx: instansi, bidang, dan pejabat.")
        out.print(f"  2. Isi Perencanaan/Rencana Aksi {tahun}.xlsx, lalu salin ke Perencanaan/Masuk.")
    elif kantor.find_rencana(Periode(tahun, 1)):
        out.print("  1. Kantor contoh ini sudah berisi pengaturan dan rencana (DATA CONTOH).")
        out.print(f'  2. Terbitkan: kinerja terbitkan "{kantor.akar}" --tahun {tahun} --triwulan 1', markup=False)
    out.print(f'  3. Jalankan layanan: kinerja layani "{kantor.akar}"', markup=False)
