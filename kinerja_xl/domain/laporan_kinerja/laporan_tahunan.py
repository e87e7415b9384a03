"""The content of the LKjIP (Kegiatan 6, yearly) by PermenPANRB 53/2014: everything of it as pure values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja_xl.domain.laporan.asal_rencana import AsalRencana
from kinerja_xl.domain.laporan.bahan import DataBerkas, gather_bahan
from kinerja_xl.domain.laporan.lampiran_sumber import lampiran_sumber
from kinerja_xl.domain.laporan_kinerja.bab_akuntabilitas import bab_akuntabilitas
from kinerja_xl.domain.laporan_kinerja.bab_pendahuluan import bab_pendahuluan
from kinerja_xl.domain.laporan_kinerja.bab_penutup import bab_penutup
from kinerja_xl.domain.laporan_kinerja.bab_perencanaan import bab_perencanaan
from kinerja_xl.domain.laporan_kinerja.bahan_tahun import TRIWULAN, BahanTahun
from kinerja_xl.domain.laporan_kinerja.depan import TITIK, ikhtisar_eksekutif, kata_pengantar, pernyataan_reviu
from kinerja_xl.domain.laporan_kinerja.lampiran_tahun import daftar_lampiran
from kinerja_xl.domain.naskah.kepala_naskah import PenandaTangan, is_kosong, sign_for
from kinerja_xl.domain.naskah.naskah import Bab, walk_paragraf
from kinerja_xl.domain.office import Instansi, Pengaturan
from kinerja_xl.domain.periods import Periode, tanggal_panjang
from kinerja_xl.domain.rencana_aksi import RencanaAksi
from kinerja_xl.domain.roles import Peran
from kinerja_xl.domain.sop.jabatan import post_of
from kinerja_xl.domain.sumber import AsalDokumen

_PARAF = (Peran.SEKRETARIS, Peran.PERENCANAAN)


@dataclass(frozen=True)
class LaporanKinerja:
    """An LKjIP; ``kekosongan`` are the placeholders in it.

    ``inspektur`` is a blank signature for the Inspektorat; ``paraf`` are the posts that initial it before the Kepala
    Dinas signs.
    """

    instansi: Instansi
    tahun: int
    dicetak: date
    final: bool
    sampul: tuple[str, ...]
    pernyataan: Bab
    inspektur: PenandaTangan
    pengantar: Bab
    tempat_tanggal: str
    kepala: PenandaTangan
    paraf: tuple[PenandaTangan, ...]
    ikhtisar: Bab
    daftar_bab: tuple[Bab, ...]
    lampiran: tuple[Bab, ...]
    asal: AsalDokumen | None = None

    @property
    def isi(self) -> Iterator[Bab]:
        """Every part with tables, pictures or text, in the order of the document."""
        yield from (self.pernyataan, self.pengantar, self.ikhtisar, *self.daftar_bab, *self.lampiran)

    @property
    def kekosongan(self) -> tuple[str, ...]:
        """Every placeholder that stands in the report, each once; a final report has none (contract section 4)."""
        initialled = (text for signer in self.paraf for text in (signer.jabatan, signer.nama))
        texts = (*(p.polos for p in walk_paragraf(self.isi)), *self.kepala.kosong, *initialled)
        return tuple(dict.fromkeys(text for text in texts if is_kosong(text)))


def laporan_tahunan(pengaturan: Pengaturan, rencana: RencanaAksi, daftar_berkas: Mapping[int, Sequence[DataBerkas]],
                    dicetak: date, final: bool, asal: AsalRencana | None = None) -> LaporanKinerja:
    """Return the LKjIP of the plan's year from what the berkas of each quarter brought, by triwulan.

    ``daftar_berkas[4]`` must hold every unit, with its earlier quarters as ``lalu`` also where TW IV brought nothing.
    ``dicetak`` is the report's own day: it decides which officials sign. ``asal`` tells the versions of the plan.
    """
    quarters = {k: tuple(daftar_berkas.get(k, ())) for k in TRIWULAN}
    periode = Periode(rencana.tahun, TRIWULAN[-1])
    bahan = BahanTahun(gather_bahan(pengaturan, rencana, periode, quarters[4], dicetak, final, asal), quarters)
    instansi = pengaturan.instansi
    isi = LaporanKinerja(
        instansi, rencana.tahun, dicetak, final, _cover(instansi, rencana.tahun, dicetak), pernyataan_reviu(bahan),
        PenandaTangan("", "INSPEKTUR,", TITIK, "", f"NIP. {TITIK}"), kata_pengantar(bahan),
        f"{instansi.tempat}, {tanggal_panjang(dicetak)}",
        sign_for(pengaturan, post_of(pengaturan, Peran.KEPALA_DINAS, "", None), dicetak),
        tuple(sign_for(pengaturan, post_of(pengaturan, peran, "", None), dicetak) for peran in _PARAF),
        ikhtisar_eksekutif(bahan),
        (bab_pendahuluan(bahan), bab_perencanaan(bahan), bab_akuntabilitas(bahan), bab_penutup(bahan)),
        daftar_lampiran(bahan))
    return replace(isi, lampiran=(*isi.lampiran, lampiran_sumber("LAMPIRAN 7", isi.isi)))


def _cover(instansi: Instansi, tahun: int, dicetak: date) -> tuple[str, ...]:
    return ("LAPORAN KINERJA INSTANSI PEMERINTAH", "(LKjIP)", f"TAHUN {tahun}", instansi.nama.upper(),
            instansi.pemerintah.upper(), str(dicetak.year))
