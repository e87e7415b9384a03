"""What a version of the plan changed against the one before: old and new by code and column, as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kinerja_xl.domain.indicators import Indikator, Nilai, Predikat, Rentang, SubKegiatan
from kinerja_xl.domain.lembar.isian import as_text
from kinerja_xl.domain.numbers import format_rupiah
from kinerja_xl.domain.periods import ROMAWI
from kinerja_xl.domain.rencana_aksi import PerubahanRencana, RencanaAksi

KOSONG = "–"
_NAMA_INDIKATOR, NAMA_SUBKEGIATAN = "Indikator Kinerja", "Sub Kegiatan"
_PAGU = "Pagu (Rp)"
JUDUL_INDIKATOR = {
    "tujuan": "Tujuan", "sasaran": "Sasaran Strategis", "nama": _NAMA_INDIKATOR, "iku": "IKU", "satuan": "Satuan",
    "arah": "Arah", "perhitungan": "Jenis Perhitungan", "baseline": "Baseline (N-1)", "target_tahun": "Target Tahunan",
    "target_tw": "Target TW", "target_renstra": "Target Akhir Renstra", "standar_nasional": "Standar Nasional",
    "program": "Program / Kegiatan / Sub Kegiatan", "rencana_aksi": "Rencana Aksi", "pagu": _PAGU,
    "penanggung_jawab": "Penanggung Jawab", "tingkat": "Tingkat", "bidang": "Bidang", "sub_bidang": "Sub Bidang",
    "definisi": "Definisi Operasional / Formula", "sumber_data": "Sumber Data", "digabung_dari": "Digabung dari"}
JUDUL_SUBKEGIATAN = {
    "urusan": "Urusan", "kode_program": "Kode Program", "program": "Program", "kode_kegiatan": "Kode Kegiatan",
    "kegiatan": "Kegiatan", "nama": NAMA_SUBKEGIATAN, "indikator": "Indikator Keluaran", "satuan": "Satuan",
    "target_tahun": "Target Tahunan", "target_tw": "Target TW", "pagu": _PAGU, "bidang": "Bidang",
    "sub_bidang": "Sub Bidang"}
"""The columns of the plan's two sheets by their headings; the four targets of the year are ``Target TW I`` .."""

Item = Indikator | SubKegiatan


def compare_rencana(lama: RencanaAksi, baru: RencanaAksi) -> tuple[PerubahanRencana, ...]:
    """Return what changed from one version to the next, in the order of the new one, what it dropped behind.

    An indicator or sub kegiatan that is new or dropped is one row with its name; ``–`` stands where there is nothing.
    Code, versi, dasar and the order of the rows are no changes. ``alasan`` and ``tanggal`` stay empty.
    """
    return (*_compare(lama.daftar_indikator, baru.daftar_indikator, JUDUL_INDIKATOR, _NAMA_INDIKATOR),
            *_compare(lama.daftar_subkegiatan, baru.daftar_subkegiatan, JUDUL_SUBKEGIATAN, NAMA_SUBKEGIATAN))


def _compare(lama: Sequence[Item], baru: Sequence[Item], kolom: Mapping[str, str],
             nama: str) -> Iterator[PerubahanRencana]:
    before, after = ({item.kode: item for item in daftar} for daftar in (lama, baru))
    for kode, item in after.items():
        if kode not in before:
            yield PerubahanRencana(kode, nama, KOSONG, item.nama)
            continue
        old, new = _shown(before[kode], kolom), _shown(item, kolom)
        for judul, teks in new.items():
            if old[judul] != teks:
                yield PerubahanRencana(kode, judul, old[judul], teks)
    for kode, item in before.items():
        if kode not in after:
            yield PerubahanRencana(kode, nama, item.nama, KOSONG)


def _shown(item: Item, kolom: Mapping[str, str]) -> dict[str, str]:
    shown: dict[str, str] = {}
    for nama, judul in kolom.items():
        isi = getattr(item, nama)
        if nama == "target_tw":
            shown |= {f"{judul} {romawi}": _text(target) for romawi, target in zip(ROMAWI, isi, strict=True)}
        elif nama == "pagu":
            shown[judul] = KOSONG if isi is None else format_rupiah(isi)
        else:
            shown[judul] = _text(isi)
    return shown


def _text(isi: Nilai | str | bool | tuple[str, ...] | None) -> str:
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(isi, tuple):
        isi = "; ".join(isi)
    if isinstance(isi, str):
        return str(isi) or KOSONG
    if isinstance(isi, Decimal):
        return as_text(isi)  # every decimal: two of them would hide what changed in the third
    if isinstance(isi, Rentang):
        return f"{as_text(isi.bawah)}–{as_text(isi.atas)}"
    return isi.huruf if isinstance(isi, Predikat) else KOSONG
