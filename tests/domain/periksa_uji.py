"""What the tests of the checks share: a scale, the SOP's rows, and a worksheet that differs in one cell."""

from decimal import Decimal

from lembar_tabel import at_cells, lembar

from kinerja_xl.domain.catatan import Catatan
from kinerja_xl.domain.kebijakan import Kategori, Kebijakan, Skala
from kinerja_xl.domain.lembar.checks import check_isian
from kinerja_xl.domain.lembar.lembar_kerja import LembarKerja
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan, Tindakan

SKALA = Skala(
    tuple(Kategori(nama, Decimal(di_atas), "000000", "") for nama, di_atas in (
        ("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50), ("Sangat Rendah", -1))),
    {"AA": Decimal(7), "A": Decimal(6), "BB": Decimal(5), "B": Decimal(4), "CC": Decimal(3)})
ROW = {row.tindakan: row for row in KEGIATAN if row.maju}
SERAHKAN, AJUKAN = ROW[Tindakan.SERAHKAN_BAHAN], ROW[Tindakan.AJUKAN_LAPORAN]
REKOMENDASIKAN, SERAHKAN_JADI = ROW[Tindakan.REKOMENDASIKAN], ROW[Tindakan.SERAHKAN_KE_PERENCANAAN]

BUKTI_IK1 = """
    | bukti | jenis | berkas   |
    | IK1   | bukti | foto.pdf |
"""


def isian(lk: LembarKerja, kegiatan: Kegiatan = SERAHKAN, kebijakan: Kebijakan | None = None) -> tuple[Catatan, ...]:
    return check_isian(lk, kegiatan, SKALA, kebijakan or Kebijakan())


def found(lk: LembarKerja, kegiatan: Kegiatan = SERAHKAN) -> list[str]:
    return at_cells(lk, isian(lk, kegiatan))


def one_cell(kolom: str, isi: str, **lain: str) -> LembarKerja:
    """One indicator with evidence and, unless the test says otherwise, a plain realisasi."""
    cells = {"realisasi_tw1": "8", kolom: isi, **lain}
    return lembar(1, f"""
        | indikator | target_tahun | target_tw1 | {' | '.join(cells)} |
        | IK1       | 50           | 10         | {' | '.join(cells.values())} |
    """, BUKTI_IK1)
