"""The office's papers of a year and a quarter as documents, for the tests of this room."""

from __future__ import annotations

from dataclasses import replace

from dokumen_uji import TEMPLATES
from laporan_uji import pengaturan
from tahun_uji import DICETAK, LINJAMSOS, RENCANA, UNITS, data, laporan, quarters

from kinerja_xl.domain.e81.form_e81 import FormE81, form_e81
from kinerja_xl.domain.laporan.surat_pengantar import SuratPengantar, surat_pengantar
from kinerja_xl.domain.laporan_kinerja.laporan_tahunan import LaporanKinerja
from kinerja_xl.domain.periods import Periode
from kinerja_xl.domain.rencana_aksi import RencanaAksi

TEMPLAT_TAHUNAN = (TEMPLATES / "Laporan Kinerja.docx").read_bytes()
TEMPLAT_E81 = (TEMPLATES / "Form E.81.docx").read_bytes()
PERIODE = Periode(2026, 4)


def form(rencana: RencanaAksi = RENCANA, triwulan: int = 4) -> FormE81:
    units = tuple(data(unit, triwulan, rencana=rencana) for unit in UNITS)
    return form_e81(pengaturan(), rencana, Periode(2026, triwulan), units, DICETAK)


def surat() -> SuratPengantar:
    return surat_pengantar(pengaturan(), RENCANA, PERIODE, quarters()[4], DICETAK)


def laporan_with(teks: str) -> LaporanKinerja:
    """An annual report in whose worksheets one text stands in every column of an indicator."""
    texts = {("LJ-01", k, stem): teks for k in (1, 2, 3, 4)
             for stem in ("keterangan", "faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "rekomendasi")}
    return laporan(daftar={k: tuple(data(unit, k, teks=texts) for unit in UNITS) for k in (1, 2, 3, 4)})


def laporan_of(count: int) -> LaporanKinerja:
    """An annual report of so many indicators of one sasaran each five."""
    first = RENCANA.daftar_indikator[0]
    many = tuple(replace(first, kode=f"LJ-{n:03}", nama=f"Persentase layanan {n}", sasaran=f"Sasaran {n // 5}")
                 for n in range(count))
    rencana = replace(RENCANA, daftar_indikator=many, daftar_riwayat=())
    return laporan(rencana, {k: (data(LINJAMSOS, k, rencana=rencana),) for k in (1, 2, 3, 4)})
