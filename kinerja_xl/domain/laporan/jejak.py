"""The ledger's rows of one berkas as acts with their measured time against the standard."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja_xl.domain.laporan.bahan import TindakanTercatat
from kinerja_xl.domain.office import Pengaturan
from kinerja_xl.domain.sop.acts import JenisPeristiwa, Keadaan, Peristiwa, advance
from kinerja_xl.domain.sop.deadlines import make_kalender, standard_time, tenggat
from kinerja_xl.domain.sop.jabatan import told_pejabat
from kinerja_xl.domain.sop.sop import KEGIATAN, Kegiatan, Status, Tindakan, next_kegiatan


def read_tindakan(pengaturan: Pengaturan, daftar_peristiwa: Iterable[Peristiwa]) -> tuple[TindakanTercatat, ...]:
    """Return the acts on one berkas in order: working minutes since its holder received it, and his last day.

    ``daftar_peristiwa`` are the rows of that berkas from its issue on. A worksheet sent back with catatan does not
    restart the time: it never left its holder.
    """
    kalender = make_kalender(pengaturan)
    states: dict[str, Keadaan] = {}
    acts = []
    for peristiwa in daftar_peristiwa:
        lama = states.get(peristiwa.berkas or "")
        if peristiwa.jenis is JenisPeristiwa.TINDAKAN and lama is not None:
            row = _row(Tindakan(str(peristiwa.isi["tindakan"])), lama.status)
            due = tenggat(lama.status, lama.diterima, lama.periode, pengaturan)
            mutu = standard_time(row, pengaturan) if row and row.nomor and due else None
            awaited = next_kegiatan(lama.status)
            acts.append(TindakanTercatat(
                row.nomor if row else None, Tindakan(str(peristiwa.isi["tindakan"])), told_pejabat(peristiwa.isi),
                peristiwa.waktu, kalender.working_minutes(lama.diterima, peristiwa.waktu), mutu,
                due if mutu else None, int(str(peristiwa.isi["versi"])),
                str(peristiwa.isi.get("catatan") or ""), peristiwa.kode, str(peristiwa.isi.get("naskah_sha256") or ""),
                awaited.tindakan if awaited else None, Status(str(peristiwa.isi["ke"]))))
        advance(states, peristiwa)
    return tuple(acts)


def _row(tindakan: Tindakan, status: Status) -> Kegiatan | None:
    return next((row for row in KEGIATAN if row.tindakan is tindakan and status in row.dari), None)
