"""What the toolbar and the menu of Calc show by the rule of the ribbon."""

from __future__ import annotations

from kinerja_xl.domain.sop.pita import GRUP_PERENCANAAN, KeadaanTombol
from kinerja_xl.install.tombol import DAFTAR_TOMBOL

PLANNERS = {"berlakukan-rencana", "buka-kembali", "tutup-tanpa-data", "batalkan", "tutup-tahun"}


def shown(tombol: tuple[KeadaanTombol, ...], planner: bool) -> dict[str, bool]:
    """Label -> whether it can be pressed: a group that is not for everybody is hidden from others."""
    known = {one.aksi: one for one in tombol}
    hidden = set() if planner else PLANNERS
    assert (known[GRUP_PERENCANAAN].aktif) is planner
    return {known[one.aksi].label: known[one.aksi].aktif for one in DAFTAR_TOMBOL
            if one.aksi in known and one.aksi not in hidden}
