"""What the planner of the demo changes in the office's own workbooks: a Plh. for some days, and the PK Perubahan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_xl.domain.dasar import Dasar, JenisDasar
from kinerja_xl.domain.indicators import Indikator, SubKegiatan
from kinerja_xl.domain.office import Kedudukan, Pejabat, Pengaturan
from kinerja_xl.domain.rencana.perubahan_rencana import compare_rencana
from kinerja_xl.domain.rencana_aksi import PerubahanRencana
from kinerja_xl.domain.roles import Pelaksana, Peran
from kinerja_xl.workbook.contoh.contoh import contoh_pengaturan
from kinerja_xl.workbook.plan.plan_book import make_rencana, read_rencana
from kinerja_xl.workbook.settings.settings_book import make_pengaturan, read_pengaturan
from kinerja_xl.workbook.templates import shipped_template

CUTI = (date(2026, 10, 12), date(2026, 10, 16))
"""The days on which the Kabid of REHSOS is away."""
_JUTA = Decimal(1_000_000)
_PAGU = {"1.06.04.2.01.0003": 140 * _JUTA, "1.06.06.2.02.0001": 100 * _JUTA, "1.06.05.2.02.0004": 290 * _JUTA}
_PINDAH = {"REH-01": -20 * _JUTA, "LIN-01": -20 * _JUTA, "PFM-01": 40 * _JUTA}  # the same, beside the indicators
_TARGET = tuple(map(Decimal, (10, 20, 20, 10)))  # TW I and II stay; 60 in all
_BANTUAN_USAHA = ("PFM-02", "1.06.05.2.02.0004")
_TANGGAL = date(2026, 10, 8)
_ALASAN = {
    "PFM-02": "Sasaran bertambah sepuluh keluarga sesuai hasil seleksi tambahan dan daftar tunggu bulan September.",
    "1.06.05.2.02.0004": "Tambahan sasaran bantuan usaha sepuluh keluarga pada perubahan APBD.",
    "PFM-01": "Mengikuti tambahan pagu bantuan usaha pada program yang sama.",
    "1.06.04.2.01.0003": "Sisa hasil pengadaan alat bantu dialihkan untuk bantuan usaha.",
    "REH-01": "Mengikuti pengalihan sisa hasil pengadaan alat bantu.",
    "1.06.06.2.02.0001": "Biaya narasumber Kampung Siaga Bencana ditanggung provinsi, sehingga pagu dialihkan.",
    "LIN-01": "Mengikuti pengalihan pagu Kampung Siaga Bencana.",
}


def appoint_plh(data: bytes) -> bytes:
    """Return Pengaturan.xlsx with a Plh. for the Kabid of REHSOS: the Kabid of LINJAMSOS, for the days of leave."""
    pengaturan = _read(data)
    absent, acting = (_kabid(pengaturan, bidang) for bidang in ("REHSOS", "LINJAMSOS"))
    plh = replace(acting, bidang=absent.bidang, jabatan=absent.jabatan, kedudukan=Kedudukan.PLH,
                  sk="800.1.11/00/CONTOH/2026", mulai=CUTI[0], sampai=CUTI[1])
    daftar = list(pengaturan.daftar_pejabat)
    daftar.insert(daftar.index(absent) + 1, plh)
    return make_pengaturan(shipped_template("Pengaturan.xlsx"), replace(pengaturan, daftar_pejabat=tuple(daftar)))


def revise_plan(data: bytes) -> bytes:
    """Return Rencana Aksi 2026 as the PK Perubahan has it: more bantuan usaha from TW III on, each change with why."""
    kantor = contoh_pengaturan(2026)
    lama, _ = read_rencana(data, "Rencana Aksi 2026.xlsx", kantor)
    assert lama is not None  # it is in force
    baru = replace(lama, versi=lama.versi + 1, berlaku_mulai=3,
                   dasar=Dasar(JenisDasar.PK_PERUBAHAN, "00/PK-P/CONTOH/2026", _TANGGAL),
                   daftar_indikator=tuple(map(_revise_indikator, lama.daftar_indikator)),
                   daftar_subkegiatan=tuple(map(_revise_subkegiatan, lama.daftar_subkegiatan)))
    baru = replace(baru, daftar_perubahan=tuple(_with_reasons(compare_rencana(lama, baru))))
    return make_rencana(shipped_template("Rencana Aksi.xlsx"), baru, kantor)


def _read(data: bytes) -> Pengaturan:
    pengaturan, _ = read_pengaturan(data, "Pengaturan.xlsx")
    assert pengaturan is not None  # it is in force
    return pengaturan


def _kabid(pengaturan: Pengaturan, bidang: str) -> Pejabat:
    pejabat = pengaturan.pejabat(Pelaksana(Peran.KABID, bidang), CUTI[0])
    assert pejabat is not None  # every post of the sample office is held
    return pejabat


def _revise_indikator(indikator: Indikator) -> Indikator:
    if indikator.kode in _PINDAH and indikator.pagu is not None:
        indikator = replace(indikator, pagu=indikator.pagu + _PINDAH[indikator.kode])
    if indikator.kode in _BANTUAN_USAHA:
        indikator = replace(indikator, target_tahun=sum(_TARGET, Decimal(0)), target_tw=_four())
    return indikator


def _revise_subkegiatan(subkegiatan: SubKegiatan) -> SubKegiatan:
    if subkegiatan.kode in _BANTUAN_USAHA:
        subkegiatan = replace(subkegiatan, target_tahun=sum(_TARGET, Decimal(0)), target_tw=_four())
    return replace(subkegiatan, pagu=_PAGU.get(subkegiatan.kode, subkegiatan.pagu))


def _four() -> tuple[Decimal, Decimal, Decimal, Decimal]:
    tw1, tw2, tw3, tw4 = _TARGET
    return tw1, tw2, tw3, tw4


def _with_reasons(rows: Iterable[PerubahanRencana]) -> Iterable[PerubahanRencana]:
    return (replace(row, alasan=_ALASAN[row.kode], tanggal=_TANGGAL) for row in rows)
