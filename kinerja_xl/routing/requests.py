"""Requests of commands to the running service: JSON files in the data folder, never on the share."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.domain.sop.acts import Json
from kinerja_xl.routing.disk import Disk
from kinerja_xl.routing.lock import is_served

FOLDER = "permintaan"
_ASK, _ANSWER = ".minta.json", ".jawab.json"
_LOOK_EVERY = 0.1  # seconds


@dataclass(frozen=True)
class Permintaan:
    """One request: ``isi`` is what the command wants, as plain JSON values."""

    nomor: str
    isi: Mapping[str, Json]


def pending_requests(disk: Disk, data: Path) -> tuple[Permintaan, ...]:
    """Return the requests not answered yet, oldest first."""
    seen = [seen for seen in disk.look(data / FOLDER) if seen.path.name.endswith(_ASK)]
    requests = []
    for entry in sorted(seen, key=lambda entry: entry.mtime_ns):
        content = disk.read(entry.path)
        if content is not None:
            requests.append(Permintaan(entry.path.name.removesuffix(_ASK), json.loads(content)))
    return tuple(requests)


def answer_request(disk: Disk, data: Path, permintaan: Permintaan, jawaban: Mapping[str, Json]) -> None:
    """Answer a request; it is pending no longer."""
    folder = data / FOLDER
    disk.replace_own(folder / f"{permintaan.nomor}{_ANSWER}", json.dumps(jawaban).encode())
    disk.remove_own(folder / f"{permintaan.nomor}{_ASK}")


def ask_service(disk: Disk, data: Path, isi: Mapping[str, Json], *,
                pause: Callable[[float], None] = time.sleep) -> Mapping[str, Json] | None:
    """Return the running service's answer; None where no service runs and the request is taken back.

    With None the caller may take the lock and do the work itself.
    """
    folder, nomor = data / FOLDER, secrets.token_hex(8)
    ask, answer = folder / f"{nomor}{_ASK}", folder / f"{nomor}{_ANSWER}"
    disk.make_folder(folder, below=data)
    disk.replace_own(ask, json.dumps(isi).encode())
    while True:
        served = is_served(data)  # asked before looking: an answer written just before the service ended is found
        content = disk.read(answer)
        if content is not None:
            disk.remove_own(answer)
            jawaban: dict[str, Json] = json.loads(content)
            return jawaban
        if not served:
            disk.remove_own(ask)
            return None
        pause(_LOOK_EVERY)
