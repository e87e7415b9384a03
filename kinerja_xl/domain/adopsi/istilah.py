"""What columns are called in offices: the meanings adoption knows, the words of headings, and how a heading is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja_xl.domain.adopsi.bulan import month_of
from kinerja_xl.domain.adopsi.inggris import KATA_INGGRIS
from kinerja_xl.domain.adopsi.sumber import kata
from kinerja_xl.domain.periods import ROMAWI


class Arti(StrEnum):
    """What a column means; columns of a quarter are told apart by ``Kolom.triwulan``."""

    NOMOR = "nomor"
    KODE = "kode"
    URAIAN = "uraian"  # urusan, program, kegiatan … below each other in one column
    URUSAN = "urusan"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    SATUAN = "satuan"
    TARGET_RENSTRA = "target_renstra"
    PAGU_RENSTRA = "pagu_renstra"
    REALISASI_LALU = "realisasi_lalu"
    ANGGARAN_LALU = "realisasi_anggaran_lalu"
    TARGET_TAHUNAN = "target_tahunan"
    PAGU = "pagu"
    TARGET_PERUBAHAN = "target_perubahan"
    PAGU_PERUBAHAN = "pagu_perubahan"
    TARGET_TW = "target_tw"
    PAGU_TW = "rencana_anggaran_tw"
    REALISASI_TW = "realisasi_tw"
    ANGGARAN_TW = "realisasi_anggaran_tw"
    TARGET = "target"  # of a quarter that only the sheet's name or title tells; so are the next two
    REALISASI = "realisasi"
    ANGGARAN = "realisasi_anggaran"
    REALISASI_TAHUN = "realisasi_tahun"  # of the year in ``Makna.tahun``
    PENANGGUNG_JAWAB = "penanggung_jawab"
    BASELINE = "baseline"
    DEFINISI = "definisi"
    SUMBER_DATA = "sumber_data"
    RENCANA_AKSI = "rencana_aksi"
    PERIODE = "periode"  # each row is of the quarter that stands in this column
    KETERANGAN = "keterangan"
    HITUNG = "dihitung_ulang"
    LAIN = "tidak_dipakai"


TRIWULANAN = {Arti.TARGET_TW, Arti.PAGU_TW, Arti.REALISASI_TW, Arti.ANGGARAN_TW}
RUPIAH = {Arti.PAGU_RENSTRA, Arti.ANGGARAN_LALU, Arti.PAGU, Arti.PAGU_PERUBAHAN, Arti.PAGU_TW, Arti.ANGGARAN_TW,
          Arti.ANGGARAN}
KINERJA = {Arti.TARGET_RENSTRA, Arti.REALISASI_LALU, Arti.TARGET_TAHUNAN, Arti.TARGET_PERUBAHAN, Arti.TARGET_TW,
           Arti.REALISASI_TW, Arti.TARGET, Arti.REALISASI, Arti.REALISASI_TAHUN, Arti.BASELINE}
ANGKA = RUPIAH | KINERJA
DARI_LEMBAR = {Arti.TARGET: Arti.TARGET_TW, Arti.REALISASI: Arti.REALISASI_TW, Arti.ANGGARAN: Arti.ANGGARAN_TW}
"""What columns mean once the sheet's own quarter is known."""
JENJANG = (Arti.TUJUAN, Arti.SASARAN, Arti.URUSAN, Arti.PROGRAM, Arti.KEGIATAN, Arti.SUB_KEGIATAN)
"""Columns that hold the names of levels, the higher first."""
ANGGARAN_JENJANG = {Arti.PROGRAM, Arti.KEGIATAN, Arti.SUB_KEGIATAN}
NAMA = {*JENJANG, Arti.URAIAN}

PASTI, DUGAAN, TIDAK_DIKENAL = "pasti", "dugaan", "tidak dikenal"


@dataclass(frozen=True)
class Makna:
    """How a heading was read: the meaning, its quarter, year and month (0 = none), rupiah per unit, up to then."""

    arti: Arti
    triwulan: int = 0
    faktor: Decimal = Decimal(1)
    sampai_dengan: bool = False
    keyakinan: str = PASTI
    tahun: int = 0
    bulan: int = 0


_KATA = """
t r pj ikk iku ikp iks iki analisis hambatan strategi alasan penjelasan upaya no
nomor urut nomer kode kd rekening rek urusan bidang pemerintahan pemerintah daerah kabupaten kota provinsi program
kegiatan sub subkegiatan uraian nama indikator kinerja utama iku ikk outcome output hasil keluaran dampak impact
target realisasi capaian pencapaian tercapai tingkat rata tahun tahunan triwulan tw trw tri wulan tribulan i ii iii iv
k kin rp rupiah ribu ribuan juta jutaan persen persentase % anggaran keuangan fisik pagu dana alokasi biaya apbd apbdp
dpa dppa perubahan induk murni awal akhir periode renstra rpjmd renja rkpd pk
perjanjian sebelum setelah sesudah semula menjadi jadwal waktu opd pd skpd perangkat dinas
badan unit kerja penanggung jawab penanggungjawab pelaksana pejabat eselon pic pengampu keterangan ket catatan satuan
sat volume vol sasaran tujuan strategis n dan yang dievaluasi pada sampai dengan s d sd lalu berjalan sebelumnya
terhadap dari per rencana aksi langkah definisi operasional formula formulasi rumus perhitungan penghitungan cara
jenis arah polaritas sumber data baseline kondisi faktor pendorong pendukung penghambat tindak lanjut rekomendasi
kendala masalah permasalahan bukti dukung dokumen serapan penyerapan sisa total jumlah thn pelaks pelaksanaan
kumulatif bobot lokasi januari februari maret april mei juni juli agustus september oktober november desember jan feb
mar apr may jun jul agu agt ags aug sep okt oct nov nop nopember des dec bulan bulanan jangka menengah atau untuk di
dalam apbn solusi progres posisi progress capkin kelompok
"""
_TAHUN = re.compile(r"(?:tahun |th\.? ?|target |realisasi |capaian |pagu )?(20\d\d)")
_KATA_JUDUL = frozenset(_KATA.split())
_TW = re.compile(r"\b(?:tw|trw|triwulan|tri wulan|tribulan|kuartal|kwartal|q)[-.:( ]*(iv|iii|ii|i|[1-4])\b")
_ROMAWI_SAJA = re.compile(r"\(?(iv|iii|ii|i)\)?\.?")
_ANGKA_SAJA = re.compile(r"\(?([1-4])\)?\.?")
_BULAN_TW = (("jan", "mar"), ("apr", "jun"), ("jul", "sep"), ("okt", "des"))
_RIBU = re.compile(r"(?:1[.,]?)?000[.,]?000|\bjuta(?:an)?\b|(?<!\d)(?:1[.,]?)?000\b|\bribu(?:an)?\b")
_SD = re.compile(r"\b(?:s\.?\s*/?\s*d\.?|sampai dengan|kumulatif)\s*(?:tw|triwulan|tri wulan|tribulan|\bi|kumulatif)")
_SD_BULAN = re.compile(r"\b(?:s\.?\s*/?\s*d\.?|sampai (?:dengan )?)\s*(?:bulan |akhir )?(mar|jun|sep|des)[a-z]*\b")
_K = re.compile(r"k|kin\.?|kinerja|fisik|volume|vol\.?|\(k\)|kinerja \(k\)|capaian kinerja|target kinerja|k \(.*\)")
_RP = re.compile(r"\(?(?:rp|rupiah|anggaran|keuangan|pagu|dana|biaya|realisasi (?:anggaran|keuangan|pagu)).*")
_BUKAN_NILAI = re.compile(r"(?:nama |uraian )?(?:indikator|program|sub ?kegiatan|kegiatan|urusan|bidang urusan|sasaran"
                          r"|tujuan|uraian|satuan|kode|no)\b")
_NILAI = re.compile(r"%|\b(?:target|realisasi|capaian|pencapaian|pagu|anggaran|rp|triwulan|tw|serapan|penyerapan|sisa"
                    r"|alokasi|baseline|kondisi awal)\b")
_PERIODE = re.compile(r"(?:periode|triwulan|tri wulan|tribulan|tw)(?: (?:pelaporan|pelaksanaan|ke))?")
_ISI_ANGKA = re.compile(r"(?:rp\.?\s*)?-?\d[\d.,]*(?:,-)?\s*(?:%|[^\W\d_]{1,15})?\.?")
_KATA_TARGET = r"\btarget\b|^\(?t\)?\.?$"
_KATA_REALISASI = r"\brealisasi\b|^\(?r\)?\.?$|\b(?:pen)?capaian\b"
_R_SAJA = re.compile(r"\(?r\)?\.?")
_HITUNG = re.compile(r"tingkat|serapan|penyerapan|\bsisa\b|capkin|persentase|selisih|deviasi")
_LANGSUNG: tuple[tuple[str, Arti], ...] = (
    (r"(?:no|nomor|nomer|no urut|nomor urut)\.?", Arti.NOMOR),
    (r"(?:kode|kd)\b.*", Arti.KODE),
    (r"(?:satuan|sat\.?|unit satuan)\b(?! kerja).*", Arti.SATUAN),
    (r".*\b(?:penanggung ?jawab|pelaksana|pic|pengampu|pj)\b.*", Arti.PENANGGUNG_JAWAB),
    (r"(?:nama )?(?:opd|skpd|perangkat daerah|unit|bidang|sub bidang|seksi)|.*\b(?:pejabat|unit kerja|eselon)\b.*",
     Arti.PENANGGUNG_JAWAB),
    (r"sumber data.*", Arti.SUMBER_DATA),
    (r"(?:definisi|formula|rumus|cara).*", Arti.DEFINISI),
    (r"(?:sub )?(?:rencana aksi|langkah|aksi).*", Arti.RENCANA_AKSI),
    (r"(?:ket|keterangan|catatan|analis\w+|hambatan|pendukung|penghambat|pendorong|strategi|alasan|penjelasan"
     r"|upaya|sumber dana|faktor|tindak lanjut|rekomendasi|kendala|masalah|permasalahan|bukti|solusi|lokasi"
     r"|bobot|jenis|arah|polaritas)\b.*", Arti.KETERANGAN),
    (r"(?:jadwal|waktu pelaksanaan)\b.*", Arti.KETERANGAN),
    (r"(?:baseline|kondisi awal|capaian awal).*", Arti.BASELINE),
)
JENJANG_POLA = ((Arti.SUB_KEGIATAN, r"\bsub ?kegiatan\b"), (Arti.KEGIATAN, r"\b(?<!sub )kegiatan\b"),
                 (Arti.PROGRAM, r"\bprogram\b"), (Arti.URUSAN, r"\burusan\b"))
_LANGSUNG_POLA = tuple((re.compile(pola), arti) for pola, arti in _LANGSUNG)


def is_judul(teks: str) -> bool:
    """Whether a text reads like a heading: short, and nearly all of its words are words of headings."""
    words = kata(teks)
    if not words or len(teks) > 200:
        return False
    if _TAHUN.fullmatch(teks):
        return True
    if _ISI_ANGKA.fullmatch(teks.casefold()):  # a figure with its unit: what stands below headings
        return False
    known = sum(word in _KATA_JUDUL or word in KATA_INGGRIS or (word.isdigit() and len(words) > 1) for word in words)
    return known >= 0.75 * len(words)


def read_heading(path: Sequence[str]) -> Makna:
    """Return what a column means by its headings, from the uppermost to its own."""
    parts = [" ".join(part.casefold().split()) for part in path if part.strip()]
    if not parts:
        return Makna(Arti.LAIN, keyakinan=TIDAK_DIKENAL)
    own, full = parts[-1], " / ".join(parts)
    if len(parts) == 1 and _PERIODE.fullmatch(own):
        return Makna(Arti.PERIODE)
    for teks in (own, parts[0]):
        for pola, arti in _LANGSUNG_POLA:
            if pola.fullmatch(teks) and not (teks != own and _NILAI.search(own)):
                return Makna(arti)
    if _NILAI.search(full) and not _BUKAN_NILAI.match(parts[0]) and not _BUKAN_NILAI.match(own):
        return _read_value(parts, own, full)
    return read_name(full)


def read_name(full: str) -> Makna:
    """Return which name or text a column holds, by its headings in one lower-case text."""
    if re.search(r"indikator|\bik[ukips]\b", full):
        return Makna(Arti.INDIKATOR)
    if re.match(r"(?:sasaran|tujuan)[^/,]*[/,]", full) and re.search(r"[/,].*\b(?:program|kegiatan)\b", full) and not (
            re.match(r"[^/,]*\b(?:program|kegiatan)\b", full)):
        return Makna(Arti.URAIAN)
    if re.match(r"sasaran|tujuan", full):
        return Makna(Arti.SASARAN if "sasaran" in full else Arti.TUJUAN)
    levels = [arti for arti, pola in JENJANG_POLA if re.search(pola, full)]
    if len(levels) > 1 or re.match(r"uraian", full):
        return Makna(Arti.URAIAN)
    if levels:
        return Makna(levels[0])
    if "sasaran" in full:
        return Makna(Arti.SASARAN)
    return Makna(Arti.LAIN, keyakinan=TIDAK_DIKENAL)


def _read_value(parts: Sequence[str], own: str, full: str) -> Makna:
    triwulan = _quarter(parts, full) or _up_to_month(full)
    bulan = 0 if triwulan else month_of(own)
    triwulan = triwulan or (bulan + 2) // 3
    rupiah, sure = _is_rupiah(own, full)
    faktor = _factor(full) if rupiah else Decimal(1)
    sampai = bool(triwulan) and (is_up_to(full) or bool(_up_to_month(full)))
    arti, certain = _value_kind(own, _decided(parts), triwulan, rupiah)
    keyakinan = PASTI if sure and certain else DUGAAN
    year = _TAHUN.fullmatch(own)
    if year and not triwulan and arti in (Arti.REALISASI, Arti.HITUNG) and not rupiah:
        arti, keyakinan = Arti.REALISASI_TAHUN, PASTI
    if arti not in TRIWULANAN:
        triwulan = bulan = 0
    return Makna(arti, triwulan, faktor, sampai, keyakinan, int(year[1]) if year else 0, bulan)


def _decided(parts: Sequence[str]) -> str:
    """The headings without "realisasi" or "target" where one nearer to the figures says the other (T and R)."""
    full = " / ".join(parts)
    for part in reversed(parts):
        target, reached = (bool(re.search(pola, part)) for pola in (_KATA_TARGET, _KATA_REALISASI))
        if target is not reached:
            lost = _KATA_REALISASI if target else _KATA_TARGET
            return re.sub(lost, "", full) + (" target" if target else " realisasi" if _R_SAJA.fullmatch(part) else "")
    return full


def _value_kind(own: str, full: str, triwulan: int, rupiah: bool) -> tuple[Arti, bool]:
    """Which figure it is, and whether the heading leaves no doubt."""
    renstra = bool(re.search(r"renstra|rpjmd|akhir periode|jangka menengah", full))
    if _HITUNG.search(full) or own.strip("() ") in ("%", "persen") or ("%" in full and "capaian" in full) or (
            own.startswith("%") or (rupiah and "%" in own)):
        return Arti.HITUNG, True
    if "realisasi" in full:
        return _realisasi_kind(full, triwulan, rupiah, renstra)
    if re.search(r"\b(?:pen)?capaian\b", full):
        return _capaian_kind(full, triwulan, rupiah)
    if triwulan:
        return (Arti.PAGU_TW if rupiah else Arti.TARGET_TW), True
    if re.fullmatch(r"target (?:tw|triwulan)(?: ini| berjalan)?", own):
        return Arti.TARGET, True
    if re.search(r"baseline|kondisi awal", full) or own == "awal":
        return Arti.BASELINE, True
    return _target_kind(full, rupiah, renstra), True


def _capaian_kind(full: str, triwulan: int, rupiah: bool) -> tuple[Arti, bool]:
    """Capaian of a quarter is nearly always what was reached; without a quarter it is a result."""
    if triwulan:
        return (Arti.ANGGARAN_TW if rupiah else Arti.REALISASI_TW), False
    return (Arti.REALISASI_LALU, False) if "lalu" in full or "sebelumnya" in full else (Arti.HITUNG, True)


def _target_kind(full: str, rupiah: bool, renstra: bool) -> Arti:
    if renstra:
        return Arti.PAGU_RENSTRA if rupiah else Arti.TARGET_RENSTRA
    if re.search(r"(?<!sebelum )perubahan|\bmenjadi\b|\bpak\b|apbd-?p|dppa|pergeseran", full):
        return Arti.PAGU_PERUBAHAN if rupiah else Arti.TARGET_PERUBAHAN
    return Arti.PAGU if rupiah else Arti.TARGET_TAHUNAN


def _realisasi_kind(full: str, triwulan: int, rupiah: bool, renstra: bool) -> tuple[Arti, bool]:
    if triwulan:
        return (Arti.ANGGARAN_TW if rupiah else Arti.REALISASI_TW), True
    if re.search(r"lalu|sebelumnya|n ?- ?2", full):
        return (Arti.ANGGARAN_LALU if rupiah else Arti.REALISASI_LALU), True
    if renstra or re.search(r"dievaluasi|\btotal\b|\bjumlah\b|s\.?/?d\.? ?tahun", full):
        return Arti.HITUNG, True
    return (Arti.ANGGARAN if rupiah else Arti.REALISASI), True


def _is_rupiah(own: str, full: str) -> tuple[bool, bool]:
    if _K.fullmatch(own):
        return False, True
    if _RP.fullmatch(own):
        return True, True
    money = bool(re.search(r"\brp\b|rupiah|anggaran|keuangan|\bpagu\b|\bdana\b|biaya", full))
    return money and "kinerja" not in full, not (money and "kinerja" in full)


def _factor(full: str) -> Decimal:
    match = _RIBU.search(full)
    if not match:
        return Decimal(1)
    return Decimal(1_000_000) if "juta" in match[0] or match[0].count("000") > 1 else Decimal(1000)


def factor_of(teks: str) -> Decimal:
    """Return the unit of money that a title tells, such as ``(dalam ribuan rupiah)``; 1 where it tells none."""
    return _factor(teks.casefold()) if re.search(r"rp|rupiah|dalam|x", teks.casefold()) else Decimal(1)


def _quarter(parts: Sequence[str], full: str) -> int:
    for part in reversed(parts):
        if quarter := quarter_of(part):
            return quarter
    named = re.search(r"triwulan|tri wulan|\btw\b|tribulan|kuartal", full)
    for part in reversed(parts):
        match = _ROMAWI_SAJA.fullmatch(part) or (_ANGKA_SAJA.fullmatch(part) if named else None)
        if match:
            return _number(match[1])
    return 0


def quarter_of(teks: str) -> int:
    """Return the quarter that a text names (``TW II``, ``Triwulan 2``, ``April - Juni``), 0 where it names none."""
    teks = teks.casefold()
    if match := _TW.search(teks):
        return _number(match[1])
    for nomor, (first, last) in enumerate(_BULAN_TW, start=1):
        if re.search(rf"\b{first}\w*\W+(?:s\W*d\W+|sampai\W+)?{last}", teks):
            return nomor
    return 0


def _up_to_month(full: str) -> int:
    """The quarter that ends with the month up to which figures are (``s.d. Juni``), 0 where none is named."""
    match = _SD_BULAN.search(full)
    return 0 if match is None else 1 + ("mar", "jun", "sep", "des").index(match[1])


def is_up_to(teks: str) -> bool:
    """Whether a text says that figures are those from January to a quarter."""
    return bool(_SD.search(teks.casefold()))


def _number(teks: str) -> int:
    return int(teks) if teks.isdigit() else ROMAWI.index(teks.upper()) + 1
