"""Against which content the changes of a versi are told."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from kinerja_xl.domain.sop.acts import JenisPeristiwa, Json, Peristiwa
from kinerja_xl.domain.sop.versi_diterima import state_at_version

BERKAS = "2026-TW1-LINJAMSOS"
PAGI = datetime(2026, 4, 10, 8, tzinfo=timezone(timedelta(hours=8)))


def event(jenis: JenisPeristiwa, berkas: str = BERKAS, **isi: Json) -> Peristiwa:
    return Peristiwa(jenis, PAGI, berkas, isi)


ROWS = [
    event(JenisPeristiwa.TERBIT, tahun=2026, triwulan=1, bidang="LINJAMSOS", sub_bidang=None, rencana_versi=1),
    event(JenisPeristiwa.DIKIRIM, sha256_dikirim="terbit"),
    event(JenisPeristiwa.TINDAKAN, tindakan="tugaskan", ke="ditugaskan", versi=2, sha256_diterima="dua"),
    event(JenisPeristiwa.DIKIRIM, sha256_dikirim="dua dikirim"),
    event(JenisPeristiwa.DITOLAK, sha256_diterima="ditolak"),
    event(JenisPeristiwa.TERBIT, "2026-TW1-PFM", tahun=2026, triwulan=1, bidang="PFM", sub_bidang=None,
          rencana_versi=1),
    event(JenisPeristiwa.TINDAKAN, tindakan="perintahkan", ke="diperintahkan", versi=3, sha256_diterima="tiga")]


def test_each_versi_has_the_content_that_was_accepted_as_it() -> None:
    states = [state_at_version(ROWS, BERKAS, versi) for versi in (1, 2, 3)]
    assert [state and state.sha256_diterima for state in states] == ["terbit", "dua", "tiga"]


def test_a_versi_that_never_was_has_none() -> None:
    assert state_at_version(ROWS, BERKAS, 4) is None
    assert state_at_version(ROWS, "2026-TW1-REHSOS", 1) is None
