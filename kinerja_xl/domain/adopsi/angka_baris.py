"""The figures and texts of one row: quarters, months, what is cumulated, units, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja_xl.domain.adopsi.bulan import of_quarter
from kinerja_xl.domain.adopsi.dugaan import guess_method
from kinerja_xl.domain.adopsi.hasil import KOSONG4, BarisAdopsi, both, four
from kinerja_xl.domain.adopsi.istilah import ANGGARAN_JENJANG, ANGKA, DARI_LEMBAR, RUPIAH, TRIWULANAN, Arti
from kinerja_xl.domain.adopsi.kolom import Kolom
from kinerja_xl.domain.adopsi.nilai import read_figure
from kinerja_xl.domain.adopsi.sumber import isi_teks
from kinerja_xl.domain.adopsi.tabel import Tabel, tells_up_to
from kinerja_xl.domain.indicators import Nilai, Perhitungan

_ANGKA_JSON = ("target_renstra", "target_tahunan", "target_perubahan", "pagu_renstra", "pagu", "pagu_perubahan")
_BIDANG_JSON = {*_ANGKA_JSON, Arti.SATUAN.value, Arti.PENANGGUNG_JAWAB.value}


@dataclass
class PembacaAngka:
    """Reads the figures of a table's rows; ``ragu`` takes doubts (place, doubt), ``cara_bulanan`` how months count."""

    tabel: Tabel
    ragu: list[tuple[str, str]]
    cara_bulanan: str
    program_tambahan: bool  # whether a programme stands beside each sasaran

    def with_values(self, baris: BarisAdopsi, row: int, triwulan_baris: int) -> BarisAdopsi:
        """Return a row with the figures and texts of a source row; ``triwulan_baris``: the quarter that it is of."""
        values: dict[str, Nilai | str | None] = {}
        quarters: dict[str, list[Nilai | None]] = {arti.value: [None] * 4 for arti in TRIWULANAN}
        months: dict[str, dict[int, Nilai | None]] = {arti.value: {} for arti in TRIWULANAN}
        units: list[str] = []
        for kolom in self.tabel.columns(*ANGKA):
            nilai, unit = self._figure(row, kolom)
            arti, triwulan = _quarterly(kolom, triwulan_baris)
            if kolom.makna.bulan:
                months[arti.value][kolom.makna.bulan] = nilai
            elif triwulan:
                quarters[arti.value][triwulan - 1] = nilai
            else:
                key = f"{arti.value}{kolom.makna.tahun}" if arti is Arti.REALISASI_TAHUN else arti.value
                values[key] = nilai if values.get(key) is None else values[key]
            if unit and kolom.makna.arti not in RUPIAH:
                units.append(unit)
        spent = quarters[Arti.ANGGARAN_TW.value]
        quarters[Arti.ANGGARAN_TW.value] = self._own_amounts(Arti.ANGGARAN_TW, spent)
        if sum(x is None for x in quarters[Arti.ANGGARAN_TW.value]) > sum(x is None for x in spent):
            self.ragu.append((baris.sumber, "realisasi anggaran s.d. triwulan"))
        texts = self._texts(row)
        lain = {nama: isi for nama, isi in (*values.items(), *texts.items())
                if isi is not None and nama not in _BIDANG_JSON}
        baris = replace(
            baris, satuan=texts.get(Arti.SATUAN.value) or (units[0] if units else None),
            penanggung_jawab=texts.get(Arti.PENANGGUNG_JAWAB.value), lain=lain,
            target_tw=four(quarters[Arti.TARGET_TW.value]),
            realisasi_tw=four(quarters[Arti.REALISASI_TW.value]),
            realisasi_anggaran_tw=four([_amount(x) for x in quarters[Arti.ANGGARAN_TW.value]]),
            **{nama: values.get(nama) for nama in _ANGKA_JSON})  # type: ignore[arg-type]  # by kind of column
        return self._from_months(self._own_results(self._without_sums(baris)), months)

    def _without_sums(self, baris: BarisAdopsi) -> BarisAdopsi:
        """A sheet of figures up to its quarter does not say what that quarter had by itself: positions alone stand."""
        if not tells_up_to(self.tabel):
            return baris
        found = {arti for arti in DARI_LEMBAR if self.tabel.columns(arti)}
        if Arti.ANGGARAN in found and any(x is not None for x in baris.realisasi_anggaran_tw):
            self.ragu.append((baris.sumber, "realisasi anggaran s.d. triwulan"))
            baris = replace(baris, realisasi_anggaran_tw=KOSONG4)
        if Arti.REALISASI in found and any(x is not None for x in baris.realisasi_tw) \
                and guess_method(baris).perhitungan is Perhitungan.JUMLAH:
            self.ragu.append((baris.sumber, "realisasi kinerja s.d. triwulan"))
            baris = replace(baris, realisasi_tw=KOSONG4)
        return baris

    def _own_results(self, baris: BarisAdopsi) -> BarisAdopsi:
        """The realisasi of each quarter where columns hold it up to then: of amounts that add up the difference."""
        own = self._own_amounts(Arti.REALISASI_TW, list(baris.realisasi_tw))
        if own == list(baris.realisasi_tw) or guess_method(baris).perhitungan is not Perhitungan.JUMLAH:
            return baris
        if sum(x is None for x in own) > sum(x is None for x in baris.realisasi_tw):
            self.ragu.append((baris.sumber, "realisasi kinerja s.d. triwulan"))
        return replace(baris, realisasi_tw=four(own))

    def _from_months(self, baris: BarisAdopsi, months: Mapping[str, Mapping[int, Nilai | None]]) -> BarisAdopsi:
        """The quarters that months make, in the way that the planner chose; nothing before he did."""
        for nama, values in months.items():
            if values and self.cara_bulanan and hasattr(baris, nama):
                method = Perhitungan.JUMLAH if Arti(nama) in RUPIAH else guess_method(baris).perhitungan
                quarters = [of_quarter(values, k, self.cara_bulanan, method) for k in (1, 2, 3, 4)]
                told = both(getattr(baris, nama), four(quarters))
                baris = replace(baris, **{nama: told})  # type: ignore[arg-type]  # by kind of column
        return baris

    def _figure(self, row: int, kolom: Kolom) -> tuple[Nilai | None, str]:
        terbaca = read_figure(self.tabel.lembar.own(row, kolom.nomor), kolom.makna)
        if (row, kolom.nomor) in self.tabel.lembar.tanpa_hasil:
            self.ragu.append((self.tabel.lembar.tempat(row, kolom.nomor), "rumus tanpa hasil"))
        if terbaca.ragu:
            self.ragu.append((self.tabel.lembar.tempat(row, kolom.nomor), terbaca.ragu))
        return terbaca.nilai, terbaca.satuan

    def _own_amounts(self, arti: Arti, amounts: list[Nilai | None]) -> list[Nilai | None]:
        """The amount of each quarter where columns hold what was reached or spent up to then."""
        cumulated = {k.makna.triwulan for k in self.tabel.columns(arti) if k.makna.sampai_dengan}
        own: list[Nilai | None] = []
        before: Decimal | None = Decimal(0)  # None: the quarter before is not told
        for triwulan, amount in enumerate(amounts, start=1):
            if not isinstance(amount, Decimal):
                own.append(amount)
                before = None
                continue
            if triwulan in cumulated:
                own.append(None if before is None else amount - before)
                before = amount
            else:
                own.append(amount)
                before = None if before is None else before + amount
        return own

    def _texts(self, row: int) -> dict[str, str]:
        """Texts beside the figures; one that is merged over several rows holds for each of them."""
        wanted = [Arti.SATUAN, Arti.PENANGGUNG_JAWAB, Arti.DEFINISI, Arti.SUMBER_DATA, Arti.RENCANA_AKSI]
        if self.program_tambahan:
            wanted += ANGGARAN_JENJANG
        found: dict[str, str] = {}
        for kolom in self.tabel.columns(*wanted):
            if teks := isi_teks(self.tabel.lembar.value(row, kolom.nomor)):
                found.setdefault(kolom.makna.arti.value, teks)
        return found


def _quarterly(kolom: Kolom, triwulan_baris: int) -> tuple[Arti, int]:
    """What a column says once the quarter of its row or sheet is known."""
    arti, triwulan = kolom.makna.arti, kolom.makna.triwulan
    return (DARI_LEMBAR[arti], triwulan_baris) if triwulan_baris and arti in DARI_LEMBAR else (arti, triwulan)


def _amount(isi: Nilai | None) -> Decimal | None:
    return isi if isinstance(isi, Decimal) else None
