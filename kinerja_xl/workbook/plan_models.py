"""The rows of Rencana Aksi as they enter: one pydantic model per sheet, each field one cell."""

from __future__ import annotations

from typing import Annotated

from kinerja_xl.domain.indicators import Arah, Perhitungan, TingkatIndikator
from kinerja_xl.workbook.cell_fields import (
    Angka,
    AngkaWajib,
    BarisIsian,
    Daftar,
    Kode,
    KodeTetap,
    KodeWajib,
    NilaiTarget,
    Teks,
    TeksWajib,
    YaTidak,
    choose,
)


class IsianIndikator(BarisIsian):
    """A row of the sheet Indikator; field names are those of ``Indikator``, targets one by one."""

    kode: KodeTetap
    nama: TeksWajib
    satuan: TeksWajib
    tingkat: Annotated[TingkatIndikator, choose(TingkatIndikator)]
    bidang: Teks
    sub_bidang: Teks
    tujuan: Teks
    sasaran: TeksWajib
    arah: Annotated[Arah, choose(Arah)]
    perhitungan: Annotated[Perhitungan, choose(Perhitungan)]
    target_tahun: NilaiTarget
    target_tw1: NilaiTarget
    target_tw2: NilaiTarget
    target_tw3: NilaiTarget
    target_tw4: NilaiTarget
    iku: YaTidak
    definisi: Teks
    sumber_data: Teks
    baseline: NilaiTarget
    target_renstra: NilaiTarget
    standar_nasional: NilaiTarget
    program: Teks
    rencana_aksi: Teks
    pagu: Angka
    penanggung_jawab: Teks
    digabung_dari: Daftar


class IsianSubKegiatan(BarisIsian):
    """A row of the sheet Program; field names are those of ``SubKegiatan``, targets one by one."""

    kode: KodeWajib
    nama: TeksWajib
    indikator: TeksWajib
    satuan: TeksWajib
    bidang: Teks
    sub_bidang: Teks
    target_tahun: Angka
    target_tw1: Angka
    target_tw2: Angka
    target_tw3: Angka
    target_tw4: Angka
    pagu: AngkaWajib
    urusan: Teks
    kode_program: Kode
    program: Teks
    kode_kegiatan: Kode
    kegiatan: Teks
