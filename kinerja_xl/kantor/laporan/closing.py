"""Closing a year (Kegiatan 6, yearly): never automatic, only after its final LKjIP, and then for good."""

from __future__ import annotations

from kinerja_xl.domain.roles import PERENCANAAN
from kinerja_xl.domain.sop.acts import JenisPeristiwa
from kinerja_xl.domain.sop.sop import KEGIATAN, Tindakan
from kinerja_xl.errors import YearUnfinished
from kinerja_xl.kantor.laporan.year_papers import find_final
from kinerja_xl.kantor.material.year import check_open, open_berkas, states_of
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.worksheets.slips import title
from kinerja_xl.kantor.worksheets.stamps import recorded_by

_LANGKAH = "Lihat kedudukan berkas dengan: kinerja status"


def close_year(kantor: Kantor, tahun: int) -> str:
    """Close a year; return it as text. Raises YearClosed, and YearUnfinished with everything that is still missing.

    Later acts on its berkas, worksheets of it and versions of its plan are refused.
    """
    check_open(kantor, tahun, "penutupan tahun")
    apa, final = f"Penutupan tahun {tahun}", find_final(kantor, tahun)
    if not states_of(kantor, tahun):
        raise YearUnfinished(apa=apa, sebab="tahun itu tidak memiliki lembar kerja", langkah=_LANGKAH)
    waiting = open_berkas(kantor, tahun)
    if waiting:
        raise YearUnfinished(apa=apa, sebab=f"berkas {', '.join(waiting)} belum berakhir", langkah=_LANGKAH)
    if final is None:
        raise YearUnfinished(apa=apa, sebab=f"Laporan Kinerja {tahun} belum final",
                             langkah=f"Jalankan: kinerja laporan tahunan DIR --tahun {tahun} --final")
    row = next(row for row in KEGIATAN if row.tindakan is Tindakan.SUSUN_TAHUNAN)
    kantor.record([kantor.event(
        JenisPeristiwa.TUTUP_TAHUN, None, tahun=tahun, kegiatan=row.nomor, tindakan=row.tindakan.value,
        pejabat=title(kantor, PERENCANAAN), dicatat_oleh=recorded_by(), dasar=row.jalan.value, nama=final.isi["nama"],
        sha256=final.isi["sha256"])])
    return str(tahun)
