"""How the office looks in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kinerja_xl import __version__
from kinerja_xl.domain.cells import NilaiSel, Perubahan
from kinerja_xl.domain.laporan.waktu_baku import tell_waktu
from kinerja_xl.domain.laporan.waktu_tahap import TAHAP, step_name
from kinerja_xl.domain.lembar.isian import as_text
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI
from kinerja_xl.domain.lembar.rights import KOSONG, heading
from kinerja_xl.domain.office import Waktu
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.sop.acts import Json, Peristiwa
from kinerja_xl.domain.sop.sop import Status
from kinerja_xl.kantor.material.times import WaktuUnit
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.proof.restore import HasilPemulihan
from kinerja_xl.kantor.proof.verify import HasilVerifikasi
from kinerja_xl.kantor.serve import HasilLayanan
from kinerja_xl.kantor.views import BarisStatus
from kinerja_xl.kantor.worksheets.held import BarisTahan
from kinerja_xl.kantor.worksheets.naskah import BarisTunggu

if TYPE_CHECKING:  # the Word rooms load only for documents
    from kinerja_xl.kantor.laporan.refreshing import HasilPembaruan
    from kinerja_xl.kantor.proof.prove import HasilDokumen
    from kinerja_xl.reports.compare.compare_documents import Masalah
    from kinerja_xl.reports.compare.read_document import Tempat


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


def time_table(periode: Periode, units: Sequence[WaktuUnit], mutu_baku: Mapping[str, Waktu]) -> Table:
    """Return the SOP's standard times beside the working time that each unit's steps took, returns counted."""
    table = Table(title=f"Waktu baku dan waktu kerja yang dipakai, {periode.label}", title_justify="left", box=None,
                  pad_edge=False, header_style="bold")
    for judul in ("Tahap SOP", "Pelaksana", "Mutu baku", *(unit.unit for unit in units)):
        table.add_column(judul)
    for row in TAHAP:
        baku = mutu_baku.get(row.mutu_baku or "")
        table.add_row(step_name(row), str(row.peran), str(baku or "–"),
                      *(tell_waktu(unit.waktu[row.tindakan]) if row.tindakan in unit.waktu else "–" for unit in units))
    table.add_row("Pengembalian", "", "", *(f"{unit.pengembalian} kali" for unit in units))
    return table


def show_times(periode: Periode, units: Sequence[WaktuUnit], mutu_baku: Mapping[str, Waktu]) -> None:
    """Print standard against actual once a step was done."""
    if any(unit.waktu for unit in units):
        out = console()
        out.print()
        out.print(time_table(periode, units, mutu_baku))


def show_waiting(rows: Sequence[BarisTunggu]) -> None:
    """Print the worksheets that wait for the scan of a signed paper, where there are any."""
    for row in rows:
        console().print(f"{row.berkas}: {row.pesan} ({row.jalur}).", markup=False)


def show_notices(lines: Sequence[str]) -> None:
    """Print what needed somebody's attention when the service last looked at the folders."""
    if not lines:
        return
    out = console()
    out.print(f"\nPerlu perhatian ({len(lines)}):")
    for line in lines:
        out.print(f"  {line}", markup=False)


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
    for judul in ("Versi", "Waktu", "Tindakan", "Pejabat", "Dasar", "Status", "Kode", "Catatan"):
        table.add_column(judul)
    for act in acts:
        when = datetime.fromisoformat(str(act["waktu"]))
        table.add_row(str(act["versi"]), f"{when:%d/%m/%Y %H.%M}", str(act["tindakan"]), Text(_told_act(act)),
                      _told_basis(act), Status(str(act["ke"])).label, str(act["kode"]), Text(str(act["catatan"])))
    out.print(table)


def _told_basis(act: Mapping[str, Json]) -> str:
    scan = act["naskah_sha256"]
    return f"{act['dasar']} {str(scan)[:12]}" if scan else str(act["dasar"])


def _told_act(act: Mapping[str, Json]) -> str:
    rangkap = act["rangkap"]
    return f"{act['pejabat']}, rangkap jabatan: {'; '.join(map(str, rangkap))}" \
        if isinstance(rangkap, list) and rangkap else str(act["pejabat"])


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


def show_published(kantor: Kantor) -> None:
    """Print that what follows is as the service published it, and until when."""
    last = kantor.daftar_peristiwa[-1].waktu
    console().print(f"Dibaca dari jejak di Arsip; peristiwa terakhir {last:%d/%m/%Y %H.%M}.")


def show_restored(akar: Path, data: Path, hasil: HasilPemulihan) -> None:
    """Print what was restored and what comes next."""
    console().print(
        f"Buku catatan dipulihkan di {data}: {hasil.baris} baris, {hasil.isi} isi berkas.\n"
        f"Pastikan layanan yang lama sudah berhenti, lalu jalankan: kinerja layani \"{akar}\" --data \"{data}\"",
        markup=False)


def show_proof(hasil: HasilVerifikasi) -> None:
    """Print what was proven, or every proof that failed."""
    out = console()
    if not hasil.buku_catatan:
        out.print("Buku catatan layanan tidak ada di komputer ini; yang dibuktikan adalah jejak di Arsip.")
    for temuan in hasil.daftar_temuan:
        out.print(f"  {temuan.letak}: {temuan.masalah}", markup=False)
    proven = f"{hasil.baris} baris jejak dan {hasil.arsip} berkas arsip"
    if hasil.utuh:
        out.print(f"Utuh: {proven} cocok.")
    else:
        out.print(f"TIDAK UTUH: {len(hasil.daftar_temuan)} hal dari {proven} tidak cocok.")


def show_document_proof(hasil: HasilDokumen) -> None:
    """Print each figure that does not lead to its source, with page, chapter, table and row, and how many do."""
    out = console()
    for number, masalah in enumerate(hasil.daftar_masalah, 1):
        place = ", ".join(filter(None, (_page(masalah), _place(masalah.tempat))))
        out.print(f"{number:>4}. {masalah.jenis}{f': {place}' if place else ''}", markup=False, soft_wrap=True)
        told = (("tertulis", masalah.tertulis), ("seharusnya", masalah.seharusnya), ("sumber", masalah.sumber))
        line = "; ".join(f"{name}: {teks}" for name, teks in told if teks)
        if line:
            out.print(f"      {line}", markup=False, soft_wrap=True)
    if hasil.tanpa_halaman:
        out.print(f"Halaman tidak disebut: {hasil.tanpa_halaman}", markup=False, soft_wrap=True)
    elif any(masalah.halaman for masalah in hasil.daftar_masalah):
        out.print("Halaman dihitung dari lembar pertama cetakan LibreOffice; di Word letaknya dapat bergeser.")
    if hasil.info:
        out.print(f"Pada tulisan sendiri (gaya Narasi) ada {len(hasil.info)} angka; angka itu tidak dibuktikan.")
    proven = f"{hasil.tertaut} dari {hasil.angka} angka tertaut ke sumbernya, {hasil.tanpa_sumber} tanpa sumber"
    if hasil.daftar_masalah and hasil.program:
        out.print(f"Dokumen ini dibuat kinerja_xl {hasil.program}, sedangkan program ini {__version__}: kata yang "
                  "dibuat program dapat berbeda tanpa ada yang mengubahnya. Bila ragu, buktikan dengan versi "
                  f"{hasil.program}.", markup=False, soft_wrap=True)
    if hasil.daftar_masalah:
        out.print(f"TIDAK COCOK: {len(hasil.daftar_masalah)} hal perlu diperbaiki; {proven}.")
    else:
        out.print(f"Cocok: {proven}.")


def show_refreshed(hasil: HasilPembaruan) -> None:
    """Print where a refreshed document lies, which figures changed, and which texts of people stand beside them."""
    out, baru = console(), hasil.pembaruan
    print(f"Dokumen ditulis: {hasil.jalur}")
    out.print(f"{len(baru.daftar_angka)} angka diperbarui.")
    for one in baru.daftar_angka:
        out.print(f"  {_place(one.tempat)}: {one.lama} menjadi {one.baru}", markup=False, soft_wrap=True)
    for title, rows in (("Periksa kembali tulisan di dekat angka yang berubah:", baru.didekatnya),
                        ("Dibiarkan seperti Anda tulis:", baru.tetap)):
        if rows:
            out.print(title)
        for tempat, teks in rows:
            out.print(f"  {_place(tempat)}: {teks}", markup=False, soft_wrap=True)


def _page(masalah: Masalah) -> str:
    """The page as it is told, "" where it is not known."""
    if masalah.halaman is None:
        return ""
    return f"{'sekitar ' if masalah.sekitar else ''}halaman {masalah.halaman}"


def _place(tempat: Tempat) -> str:
    return ", ".join(filter(None, (tempat.bab, tempat.tabel, tempat.baris)))


def event_json(peristiwa: Peristiwa) -> dict[str, Json]:
    """Return a row of the ledger with its short code."""
    return {"nomor": peristiwa.nomor, "kode": peristiwa.kode, "jenis": peristiwa.jenis.value,
            "waktu": peristiwa.waktu.isoformat(), "berkas": peristiwa.berkas, "isi": dict(peristiwa.isi),
            "rantai": peristiwa.rantai}


def show_events(kode: str, daftar_peristiwa: Sequence[Peristiwa]) -> None:
    """Print the rows that have a code, one fact per line."""
    out = console()
    if not daftar_peristiwa:
        out.print(f"Kode {kode} tidak ada dalam jejak kantor ini.", markup=False)
    for event in daftar_peristiwa:
        facts = {"nomor": event.nomor, "jenis": event.jenis.value, "waktu": f"{event.waktu:%d/%m/%Y %H.%M}",
                 "berkas": event.berkas, **event.isi}
        out.print(f"Kode {event.kode}", style="bold")
        for nama, isi in facts.items():
            shown = ("ya" if isi else "tidak") if isinstance(isi, bool) else isi
            shown = ", ".join(map(str, shown)) if isinstance(shown, list) else shown
            out.print(f"  {nama:<16} {'–' if shown in (None, '') else shown}", markup=False)


def show_pass(hasil: HasilLayanan) -> None:
    """Print what one full pass did."""
    out = console()
    if not (hasil.diterima or hasil.ditolak or hasil.ditahan or hasil.diterbitkan):
        out.print("Tidak ada yang perlu dikerjakan.")
        return
    out.print(f"Diterima {hasil.diterima}, dikembalikan dengan catatan {hasil.ditolak}, ditahan {hasil.ditahan}, "
              f"diterbitkan {hasil.diterbitkan}.")


def show_new_office(kantor: Kantor, tahun: int, contoh: bool, pilihan: str) -> None:
    """Print where a new office lies, which permissions to set, and what comes next with which options."""
    out = console()
    out.print(f"Kantor dibuat di   : {kantor.akar}", f"Data layanan di    : {kantor.data}", sep="\n", markup=False)
    for warning in kantor.synced():
        out.print(f"\nPerhatian {warning.code}: {warning.pesan}\n{warning.petunjuk}", markup=False)
    out.print("\nIzin folder yang perlu diatur di peladen berkas atau folder bersama:\n")
    out.print(kantor.folders.permission_table(), markup=False)
    out.print("\nLangkah berikut:")
    if not contoh:
        out.print("  1. Isi Perencanaan/Pengaturan.xlsx: instansi, bidang, dan pejabat.")
        out.print(f"  2. Isi Perencanaan/Rencana Aksi {tahun}.xlsx, lalu salin ke Perencanaan/Masuk.")
    elif kantor.find_rencana(Periode(tahun, 1)):
        out.print("  1. Kantor contoh ini sudah berisi pengaturan dan rencana (DATA CONTOH).")
        issue = f'kinerja terbitkan "{kantor.akar}" --tahun {tahun} --triwulan 1{pilihan}'
        out.print(f"  2. Terbitkan: {issue}", markup=False)
    out.print(f'  3. Jalankan layanan: kinerja layani "{kantor.akar}"{pilihan}', markup=False)
