"""Opening an office for a command: to read, to draft, or to serve it, wherever its ledger lies."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from kinerja_xl.errors import KinerjaError, LedgerReplaced
from kinerja_xl.faces import views
from kinerja_xl.faces.jam import make_clock
from kinerja_xl.faces.pesan import logged_to
from kinerja_xl.kantor.office import Kantor
from kinerja_xl.routing.ledger.ledger import NAME as LEDGER_NAME
from kinerja_xl.routing.lock import ServiceLock
from kinerja_xl.routing.marker import read_marker

if TYPE_CHECKING:
    from kinerja_xl.kantor.papers import Permintaan

log = logging.getLogger("kinerja_xl.layani")
LOG = "layanan.log"
"""The service's log in its data folder."""


def default_data(office_id: str) -> Path:
    """Return where the service of an office keeps its ledger on this PC."""
    return data_folders() / office_id


def data_folders() -> Path:
    """Return where this account keeps the data folders of the offices that it serves."""
    return user_data_path("kinerja_xl", appauthor=False)


@contextlib.contextmanager
def opened(akar: Path, data: Path | None, sekarang: str | None, tenang: float = 3.0) -> Iterator[Kantor]:
    """Open an office for reading."""
    akar = akar.absolute()
    kantor = Kantor(akar, data or default_data(read_marker(akar)), make_clock(sekarang), tenang=tenang)
    try:
        yield kantor
    finally:
        kantor.close()


@contextlib.contextmanager
def opened_to_read(akar: Path, data: Path | None, sekarang: str | None, *, quiet: bool) -> Iterator[Kantor]:
    """Open an office to show it; where its ledger is on another PC, as it was published in Arsip/Jejak."""
    from kinerja_xl.kantor.proof.restore import readable_copy
    from kinerja_xl.routing.ledger.published import mirror_files

    akar = akar.absolute()
    place = data or default_data(read_marker(akar))
    if (place / LEDGER_NAME).exists() or not mirror_files(akar):
        with opened(akar, place, sekarang) as kantor:
            yield kantor
        return
    with readable_copy(akar) as copy, opened(akar, copy, sekarang) as kantor:
        if not quiet:
            views.show_published(kantor)
        yield kantor


@contextlib.contextmanager
def opened_to_draft(akar: Path, data: Path | None, sekarang: str | None, wanted: Permintaan) -> Iterator[Kantor]:
    """Open an office to make documents beside its own; what is only supposed is supposed in a copy."""
    from kinerja_xl.kantor.proof.restore import readable_copy

    akar = akar.absolute()
    place = data or default_data(read_marker(akar))
    if wanted.isian is None and (place / LEDGER_NAME).exists():
        with opened(akar, place, sekarang) as kantor:
            yield kantor
        return
    with readable_copy(akar, wanted.periode.tahun) as copy:
        kantor = Kantor(akar, copy, make_clock(sekarang), salinan=True)
        try:
            yield kantor
        finally:
            kantor.close()


@contextlib.contextmanager
def _noted() -> Iterator[None]:
    """Put what ends the service into its log too: nobody sees the output of one that starts at log-on."""
    try:
        yield
    except KinerjaError as error:
        log.error("%s: %s %s", error.code, error.pesan, error.petunjuk)
        raise


@contextlib.contextmanager
def opened_to_serve(akar: Path, data: Path | None, sekarang: str | None, tenang: float, *,
                    tunggu: bool) -> Iterator[tuple[Kantor, LedgerReplaced | None]]:
    """Open an office for its service: lock taken, ledger proven, clock rules held, log kept in the data folder.

    With ``tunggu`` it waits while another process serves this data folder, and takes over when that ends; else
    ServiceRunning.

    Beside the office comes what is to be told where the ledger's backup took its place.
    """
    from kinerja_xl.kantor.start import prove_ledger, require_ledger

    akar = akar.absolute()
    place = data or default_data(read_marker(akar))
    require_ledger(akar, place)
    with contextlib.ExitStack() as stack:
        lock = ServiceLock(place)
        if tunggu:
            lock.wait(lambda error: print(f"{error.pesan} Menunggu sampai layanan itu selesai.", flush=True))
        else:
            lock.take()
        stack.callback(lock.release)
        stack.enter_context(logged_to(place / LOG))
        stack.enter_context(_noted())
        replaced = prove_ledger(akar, place)
        with opened(akar, place, sekarang, tenang) as kantor:
            kantor.check_clock(sekarang is not None)
            yield kantor, replaced
