"""Acts of commands that write: done here, or asked of the service that has the lock."""

from __future__ import annotations

from kinerja_xl.domain.acts import Json
from kinerja_xl.domain.periods import Periode
from kinerja_xl.errors import AskedService
from kinerja_xl.kantor.issue import issue
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.kantor.serve import TERBITKAN
from kinerja_xl.routing.lock import ServiceLock
from kinerja_xl.routing.requests import ask_service


def issue_or_ask(kantor: Kantor, periode: Periode) -> tuple[str, ...]:
    """Issue a quarter here or through the running service; return the codes of the berkas.

    Raises what ``issue`` raises; AskedService carries the service's own words.
    """
    request: dict[str, Json] = {"perintah": TERBITKAN, "tahun": periode.tahun, "triwulan": periode.triwulan}
    answer = ask_service(kantor.disk, kantor.data, request)
    if answer is None:
        with ServiceLock(kantor.data):
            kantor.refresh()
            kantor.custody.begin_pass()
            issued = issue(kantor, periode)
            kantor.custody.publish()
            kantor.custody.raise_problem()
            return issued
    if "kode" in answer:
        raise AskedService(kode=answer["kode"], pesan=answer["pesan"], petunjuk=answer["petunjuk"])
    berkas = answer["berkas"]
    return tuple(str(kode) for kode in berkas) if isinstance(berkas, list) else ()
