"""What a press says: one sentence with the next step, the code in the title, the details in a log file."""

from __future__ import annotations

from kinerja_xl.errors import KinerjaError
from kinerja_xl.faces.ribbon.host import Host

JUDUL = "Kinerja"


def tell_error(host: Host | None, error: Exception) -> int:
    """Tell a person what stopped the press and where the details lie; return exit code 3."""
    from kinerja_xl.faces.pesan import CANNOT_GO_ON, write_log

    meant = host.explain(error) if host and not isinstance(error, KinerjaError) else error
    shown = meant if isinstance(meant, KinerjaError) else KinerjaError()
    log = write_log(error)
    details = f"\n\nRincian: {log}" if log else ""
    text = f"{shown.pesan}\n\nLangkah berikut: {shown.petunjuk}{details}"
    tell(host, f"{JUDUL} {shown.code}", text, gawat=True)
    return CANNOT_GO_ON


def tell(host: Host | None, judul: str, teks: str, *, gawat: bool = False) -> None:
    """Show a message in the program that was pressed in; on stderr where no program can be reached."""
    import sys

    if host is None:
        print(f"{judul}\n{teks}", file=sys.stderr)
    else:
        host.tell(judul, teks, gawat=gawat)
