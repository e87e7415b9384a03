"""Adoption: every sheet of an office's workbook becomes rows, columns, what was left out, questions and comparisons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from kinerja_xl.domain.adopsi.baris import PembacaTabel
from kinerja_xl.domain.adopsi.hasil import Banding, BarisAdopsi, Dilewati, HasilAdopsi, KolomAdopsi
from kinerja_xl.domain.adopsi.istilah import TRIWULANAN, Arti
from kinerja_xl.domain.adopsi.jenjang import Jenjang
from kinerja_xl.domain.adopsi.jumlah import compare_sums
from kinerja_xl.domain.adopsi.koreksi import Koreksi
from kinerja_xl.domain.adopsi.laporan import place_order
from kinerja_xl.domain.adopsi.pertanyaan import ask
from kinerja_xl.domain.adopsi.sebutan import TIDAK_DIMUAT, name_meaning
from kinerja_xl.domain.adopsi.sumber import LembarSumber, isi_teks
from kinerja_xl.domain.adopsi.tabel import Tabel, find_tables, for_year
from kinerja_xl.domain.adopsi.triwulan_terpisah import join_quarters
from kinerja_xl.domain.numbers import format_angka

_TAHUN = re.compile(r"\b(20\d\d)\b")


def adopt(daftar_lembar: Sequence[LembarSumber], nama_berkas: str, koreksi: Koreksi) -> HasilAdopsi:
    """Return everything that the sheets say; nothing of them is left out without a reason."""
    rows: list[BarisAdopsi] = []
    columns: list[KolomAdopsi] = []
    skipped: list[Dilewati] = []
    doubts: list[tuple[str, str]] = []
    compared: list[Banding] = []
    tables: list[Tabel] = []
    jenjang = Jenjang()
    every = {lembar.nama: () if lembar.tersembunyi else find_tables(lembar, koreksi.kolom) for lembar in daftar_lembar}
    tahun = koreksi.tahun or find_year([tabel for found in every.values() for tabel in found], nama_berkas)
    for lembar in daftar_lembar:
        found = tuple(for_year(tabel, tahun) for tabel in every[lembar.nama])
        if not found:
            skipped += _skipped_sheet(lembar)
            continue
        skipped += [Dilewati(lembar.tempat(row), f"judul: {teks[:120]}") for row, teks in found[0].judul]
        for _, parts in groupby(found, key=lambda tabel: tabel.atas):
            together: list[BarisAdopsi] = []
            left: list[Dilewati] = []
            block = list(parts)
            for tabel in block:
                columns += list(_told_columns(tabel))
                jenjang.menyebut_sub |= any(re.search(r"sub ?kegiatan", k.dibaca) for k in tabel.daftar_kolom)
                isi = PembacaTabel(tabel, jenjang, koreksi.baris, koreksi.bulanan).read()
                banding = compare_sums(tabel, isi)
                together += isi.daftar_baris
                left += [*isi.dilewati, *(_told_summary(tabel, r.baris, r.label, banding) for r in isi.ringkasan)]
                doubts += isi.ragu
                compared += banding
            tables += block
            rows += sorted(together, key=lambda baris: place_order(baris.sumber)) if len(block) > 1 else together
            taken = {baris.sumber for baris in together}
            skipped += {d.sumber: d for d in left if d.sumber not in taken}.values()
            skipped += _without_heading(block)
    joined, conflicts = join_quarters(rows)
    titles = {t.lembar.nama: tuple(teks for _, teks in t.judul) for t in reversed(tables)}
    skipped.sort(key=lambda dilewati: place_order(dilewati.sumber))
    monthly = any(kolom.makna.bulan for tabel in tables for kolom in tabel.daftar_kolom)
    bulanan = koreksi.bulanan if monthly else None
    questions = ask(tables, joined, [*doubts, *conflicts], compared, tahun, bulanan)
    return HasilAdopsi(tuple(joined), tuple(columns), tuple(skipped), questions, tuple(compared), tahun, titles,
                       bulanan)


def _skipped_sheet(lembar: LembarSumber) -> Iterator[Dilewati]:
    if lembar.sel:
        yield Dilewati(lembar.nama, "lembar tersembunyi" if lembar.tersembunyi
                       else "tidak ditemukan tabel rencana atau realisasi pada lembar ini")


def _told_columns(tabel: Tabel) -> Iterator[KolomAdopsi]:
    for kolom in tabel.daftar_kolom:
        makna = kolom.makna
        menjadi = makna.arti.value + (str(makna.triwulan or makna.tahun or "") if makna.arti in _BERNOMOR else "") + (
            f"_bulan{makna.bulan}" if makna.bulan else "")
        yield KolomAdopsi(tabel.lembar.tempat(0, kolom.nomor), kolom.judul, menjadi, makna.keyakinan,
                          name_meaning(makna), TIDAK_DIMUAT.get(makna.arti, ""))


def _without_heading(block: Sequence[Tabel]) -> Iterator[Dilewati]:
    """Columns that hold something under no heading of a block, whose tables stand side by side."""
    tabel = block[0]
    known = {kolom.nomor for part in block for kolom in part.daftar_kolom}
    filled = Counter(column for row in range(tabel.bawah + 1, tabel.akhir + 1)
                     for column in tabel.lembar.baris.get(row, ()) if column not in known)
    for column, jumlah in sorted(filled.items()):
        yield Dilewati(tabel.lembar.tempat(0, column), f"kolom tanpa judul, {jumlah} sel terisi")


def _told_summary(tabel: Tabel, row: int, label: str, banding: Sequence[Banding]) -> Dilewati:
    tempat = tabel.lembar.tempat(row)
    own = [b for b in banding if re.fullmatch(rf"{re.escape(tabel.lembar.nama)}![A-Z]+{row}", b.sumber)]
    agree = sum(b.cocok for b in own)
    wrong = [f"{b.sumber.rpartition('!')[2]} tercetak {format_angka(b.tercetak)}, {b.cara} {format_angka(b.dihitung)}"
             for b in own if b.dihitung is not None and not b.cocok]
    told = f"{agree} dari {len(own)} angka cocok dengan hitung ulang" if own else "tanpa angka"
    return Dilewati(tempat, "; ".join([f"baris ringkasan “{label}”: {told}" if label else
                                       f"baris bantu di bawah ringkasan: {told}", *wrong]))


def find_year(tables: Sequence[Tabel], nama_berkas: str) -> int | None:
    """Return the plan's year: from a title, a sheet's name, the file's name, or the headings; None where none says it.

    A text that names several years (a period) does not count.
    """
    titles = [teks for t in tables for _, teks in t.judul]
    named = sorted(titles, key=lambda teks: "tahun" not in teks.casefold())
    heads = [isi_teks(kolom.judul) for t in tables for kolom in t.daftar_kolom if kolom.makna.arti in _TARGET]
    for teks in (*named, *(t.lembar.nama for t in tables), nama_berkas, *heads):
        years = set(_TAHUN.findall(teks))
        if len(years) == 1:
            return int(years.pop())
    return None


_BERNOMOR = {*TRIWULANAN, Arti.REALISASI_TAHUN}
_TARGET = {Arti.TARGET_TAHUNAN, Arti.PAGU, Arti.TARGET_TW, Arti.REALISASI_TW}

