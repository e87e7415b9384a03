"""The rows of Pengaturan.xlsx as they enter: one pydantic model per sheet, each field one cell."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.kebijakan import KEWAJARAN, DasarRata, HitunganHari, Kebijakan, Pengumpulan
from kinerja_xl.domain.nip import nip_fault
from kinerja_xl.domain.office import CaraBertindak, Kedudukan, SatuanWaktu
from kinerja_xl.domain.periods import HARI
from kinerja_xl.domain.roles import Peran
from kinerja_xl.workbook.cell_fields import (
    AngkaWajib,
    BarisIsian,
    Bulat,
    Daftar,
    Jam,
    Tanggal,
    TanggalWajib,
    Teks,
    TeksWajib,
    YaTidak,
    as_text,
    choose,
    salah,
)
from kinerja_xl.workbook.cell_values import split_list
from kinerja_xl.workbook.settings.settings_columns import (
    BATAS_CAPAIAN,
    KERTAS,
    KUNCI_MUTU_BAKU,
    PENANDA_BIDANG,
    PENANDA_KANTOR,
)
from kinerja_xl.workbook.short_names import file_name_fault, role_title_fault, short_name_fault

_POLA_NOMOR = re.compile(r"\[(?:nomor|kode|singkatan|bulan romawi|tahun)\]")
_LOGO = re.compile(r"[^/\\:]+\.(png|jpe?g)", re.IGNORECASE)


def _read_short_name(isi: NilaiSel) -> str:
    teks = as_text(isi).strip()
    if teks and (fault := short_name_fault(teks)):
        raise salah("C605", isi=teks, sebab=fault)
    return teks


def _read_role_title(isi: NilaiSel) -> str:
    teks = as_text(isi).strip()
    if teks and (fault := role_title_fault(teks)):
        raise salah("C614", sebab=fault)
    return teks


def _read_nip(isi: NilaiSel, info: ValidationInfo) -> str:
    if isinstance(isi, Decimal):  # a number keeps 15 digits only
        raise salah("C603", isi=f"{isi:f}", sebab="tersimpan sebagai angka sehingga angka akhirnya hilang; ubah format "
                                                  "sel menjadi Teks, lalu tulis ulang")
    nip = re.sub(r"[\s.–-]", "", as_text(isi))
    if fault := nip_fault(nip, info.data.get("status", "")):
        raise salah("C603", isi=as_text(isi), sebab=fault)
    return nip


def _read_status(isi: NilaiSel) -> str:
    return " ".join(as_text(isi).split()) or "PNS"


def _read_logo(isi: NilaiSel) -> str:
    """Only a file name inside Templat: no path is ever taken from the share (contract section 6)."""
    nama = as_text(isi).strip()
    if nama and (not _LOGO.fullmatch(nama) or file_name_fault(nama, 80)):
        raise salah("C614", sebab="tulis nama berkas gambar saja, misalnya logo.png, tanpa nama folder")
    return nama


def _read_number_pattern(isi: NilaiSel) -> str:
    pola = as_text(isi).strip()
    if set("[]{}").intersection(_POLA_NOMOR.sub("", pola)):
        raise salah("C614", sebab="hanya [nomor], [kode], [singkatan], [bulan romawi], dan [tahun] yang dikenal")
    if not pola:
        raise salah("C601")
    return pola


def _read_limit(isi: NilaiSel) -> Decimal | None:
    teks = as_text(isi).strip().removesuffix("%").strip().casefold()
    if not teks:
        raise salah("C601")
    if teks not in BATAS_CAPAIAN:
        raise salah("C602", isi=teks, pilihan=", ".join(BATAS_CAPAIAN))
    return None if teks == "tanpa" else Decimal(teks)


def _read_day_of_month(isi: NilaiSel) -> int:
    teks = as_text(isi).strip()
    if not teks:
        raise salah("C601")
    if not re.fullmatch(r"\d{1,2}", teks) or not 1 <= int(teks) <= 28:
        raise salah("C614", sebab="isi tanggal 1 sampai 28")
    return int(teks)


def _read_late_days(isi: NilaiSel) -> int:
    """Settings made before there was such a row have none: its usual value."""
    teks = as_text(isi).strip()
    if teks and (not re.fullmatch(r"\d{1,2}", teks) or int(teks) > 30):
        raise salah("C614", sebab="isi banyaknya hari kerja, 0 sampai 30")
    return int(teks) if teks else Kebijakan.eskalasi_hari


def _read_refusing(isi: NilaiSel) -> frozenset[str]:
    chosen = frozenset(teks.upper() for teks in split_list(as_text(isi)))
    if unknown := chosen - set(KEWAJARAN):
        raise salah("C602", isi=", ".join(sorted(unknown)), pilihan=", ".join(KEWAJARAN))
    return chosen


def _read_colour(isi: NilaiSel) -> str:
    teks = as_text(isi).strip().removeprefix("#").upper()
    if not re.fullmatch(r"[0-9A-F]{6}", teks):
        raise salah("C614", sebab="tulis enam aksara RRGGBB, misalnya 00B050")
    return teks


def _read_step(isi: NilaiSel) -> str:
    teks = as_text(isi).strip().casefold()
    if teks not in KUNCI_MUTU_BAKU:
        raise salah("C602", isi=teks, pilihan=", ".join(KUNCI_MUTU_BAKU))
    return teks


Singkatan = Annotated[str, PlainValidator(_read_short_name)]
Sebutan = Annotated[str, PlainValidator(_read_role_title)]


class IsianInstansi(BarisIsian):
    """The sheet Instansi; field names are those of ``Instansi``."""

    pemerintah: TeksWajib
    nama: TeksWajib
    singkatan: TeksWajib
    tempat: TeksWajib
    kepala_daerah: Teks
    alamat: Teks
    telepon: Teks
    laman: Teks
    surel: Teks
    kode_pos: Teks
    logo: Annotated[str, PlainValidator(_read_logo)]
    kertas_surat: Annotated[str, choose(KERTAS)]
    kertas_laporan: Annotated[str, choose(KERTAS)]
    pola_nomor: Annotated[str, PlainValidator(_read_number_pattern)]
    kode_klasifikasi: Teks
    bahan_diserahkan: Annotated[Peran, choose(PENANDA_BIDANG, Peran.ANALIS)]
    bahan_diterima: Annotated[Peran, choose(PENANDA_BIDANG, Peran.KASUBID)]
    data_kinerja_disusun: Annotated[Peran, choose(PENANDA_BIDANG, Peran.KASUBID)]
    data_kinerja_disetujui: Annotated[Peran, choose(PENANDA_BIDANG, Peran.KABID)]
    triwulan_disusun: Annotated[Peran, choose(PENANDA_KANTOR, Peran.PERENCANAAN)]
    triwulan_diketahui: Annotated[Peran, choose(PENANDA_KANTOR, Peran.KEPALA_DINAS)]
    contoh: YaTidak


class IsianBidang(BarisIsian):
    """A row of the sheet Bidang: a bidang, or one of its sub bidang."""

    nama: Teks
    singkatan: Singkatan
    sub_nama: Teks
    sub_singkatan: Singkatan
    sebutan_kabid: Sebutan
    sebutan_kasubid: Sebutan
    sebutan_analis: Sebutan


class IsianPejabat(BarisIsian):
    """A row of the sheet Pejabat; ``status`` comes first because it decides how the NIP is checked."""

    status: Annotated[str, PlainValidator(_read_status)]
    nip: Annotated[str, PlainValidator(_read_nip)]
    nama: TeksWajib
    pangkat: Teks
    jabatan: Teks
    peran: Annotated[Peran, choose(Peran)]
    bidang: Teks
    sub_bidang: Teks
    kedudukan: Annotated[Kedudukan, choose(Kedudukan, Kedudukan.DEFINITIF)]
    mulai: Tanggal
    sampai: Tanggal
    cara: Annotated[CaraBertindak, choose(CaraBertindak, CaraBertindak.FOLDER)]
    sk: Teks
    akun: Daftar
    wa: Teks
    surel: Teks


class IsianJamKerja(BarisIsian):
    """A row of the sheet Jam Kerja: one weekday, for the whole year or a stretch of days."""

    hari: Annotated[str, choose(HARI)]
    mulai: Jam
    istirahat_mulai: Jam
    istirahat_selesai: Jam
    selesai: Jam
    berlaku_mulai: Tanggal
    berlaku_sampai: Tanggal


class IsianLibur(BarisIsian):
    """A row of the sheet Hari Libur."""

    tanggal: TanggalWajib
    keterangan: Teks
    jenis: Teks


class IsianMutuBaku(BarisIsian):
    """A row of the sheet Mutu Baku."""

    kegiatan: Annotated[str, PlainValidator(_read_step)]
    jumlah: Bulat
    satuan: Annotated[SatuanWaktu, choose(SatuanWaktu)]


class IsianKategori(BarisIsian):
    """A step of the category scale."""

    nama: TeksWajib
    di_atas: AngkaWajib
    interval: Teks
    warna: Annotated[str, PlainValidator(_read_colour)]


class IsianPredikat(BarisIsian):
    """A predikat and its score."""

    predikat: TeksWajib
    skor: AngkaWajib


class IsianDasarHukum(BarisIsian):
    """One legal basis."""

    dasar: TeksWajib


class IsianKebijakan(BarisIsian):
    """The sheet Kebijakan; field names are those of ``Kebijakan``."""

    batas_capaian: Annotated[Decimal | None, PlainValidator(_read_limit)]
    dasar_rata: Annotated[DasarRata, choose(DasarRata)]
    tanggal_penugasan: Annotated[int, PlainValidator(_read_day_of_month)]
    pengumpulan: Annotated[Pengumpulan, choose(Pengumpulan)]
    hitungan_hari: Annotated[HitunganHari, choose(HitunganHari)]
    bukti_wajib: YaTidak
    menolak: Annotated[frozenset[str], PlainValidator(_read_refusing)]
    periksa_akun: YaTidak
    nomor_sop: Teks
    eskalasi_hari: Annotated[int, PlainValidator(_read_late_days)]
