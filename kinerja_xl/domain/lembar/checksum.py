"""A short number that stands for all that the holder of a worksheet may not change.

The service writes it into the worksheet it hands over; a press that finds it unchanged need not read the last accepted
version, which may lie far away on the share or be out of reach. Whoever forges it deceives only his own screen: the
service compares with the accepted version itself.
"""

from __future__ import annotations

import zlib
from decimal import Decimal

from kinerja_xl.domain.cells import NilaiSel
from kinerja_xl.domain.lembar.isian import triwulan_of
from kinerja_xl.domain.lembar.lembar_kerja import BUKTI, LembarKerja, changeable_columns
from kinerja_xl.domain.lembar.rights import as_compared, is_locked
from kinerja_xl.domain.sop.sop import Kegiatan


def checksum_of_others(lk: LembarKerja, kegiatan: Kegiatan) -> str:
    """Return ``"<cells>-<crc32>"`` of rows, columns and values that nobody may change by this Kegiatan.

    Where two versions have the same, ``check_rights`` finds no change between them; where they differ, it may still
    find none. "" where no role acts.
    """
    if kegiatan.peran is None:
        return ""
    triwulan = triwulan_of(lk) or 0
    open_columns = frozenset() if is_locked(kegiatan) else changeable_columns(kegiatan.peran, triwulan)
    lines = [f"{kunci.tabel}\t{kunci.baris}\t{kunci.kolom}\t{_text(as_compared(kunci, isi))}"
             for kunci, isi in lk.sel.items()
             if (kunci.tabel, kunci.kolom) not in open_columns and isi is not None and isi != ""]
    lines += {f"{kunci.tabel}\t{kunci.baris}" for kunci in lk.sel if kunci.tabel != BUKTI}
    lines += {f"{kunci.tabel}\t\t{kunci.kolom}" for kunci in (*lk.sel, *lk.letak) if kunci.tabel != BUKTI}
    lines.sort()
    return f"{len(lines)}-{zlib.crc32(chr(10).join([str(triwulan), *lines]).encode()):08x}"


def _text(isi: NilaiSel) -> str:
    """Equal numbers as the same text: 85 and 85,0."""
    return f"{isi.normalize():f}" if isinstance(isi, Decimal) else str(isi)
