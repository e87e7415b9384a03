"""Makes the wheel of this very program again from where it is installed, without sources and without a builder.

An office's PC has neither (docs/keputusan/0029). The same program gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from kinerja_xl.errors import ProgramNotRepackable
from kinerja_xl.install.panduan import PANDUAN, guide_sources, picture_sources, source_folder

NAME = "kinerja_xl"
TEMPLATES = "workbook_templates"
"""Inside the package of a wheel; beside it in a tree of sources (pyproject.toml, force-include)."""
OF_THIS_PLACE = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "entry_points.txt"})
"""What an installer writes about one place; the entry points are written anew."""
SAME_TIME = (2026, 1, 1, 0, 0, 0)
WHEEL = "Wheel-Version: 1.0\nGenerator: kinerja_xl\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def own_wheel() -> tuple[str, bytes]:
    """Return the file name and content of this program's wheel; raises ProgramNotRepackable (K685)."""
    try:
        installed = distribution(NAME)
    except PackageNotFoundError as error:
        raise ProgramNotRepackable(folder=Path(__file__).parents[1]) from error
    info = f"{NAME}-{installed.version}.dist-info"
    files = dict(_package_files(Path(__file__).parents[1])) | _info_files(installed, info)
    record = "".join(f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in sorted(files.items()))
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, content in sorted(files.items(), key=lambda one: (".dist-info/" in one[0], one[0])):
            wheel.writestr(zipfile.ZipInfo(name, SAME_TIME), content, zipfile.ZIP_DEFLATED)
    return f"{NAME}-{installed.version}-py3-none-any.whl", buffer.getvalue()


def _package_files(package: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the package, its templates and guides, by its name in a wheel."""
    templates = package / TEMPLATES
    places = [(package, NAME)]
    if not templates.is_dir():
        places.append((package.parent / TEMPLATES, f"{NAME}/{TEMPLATES}"))
    for folder, prefix in places:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                yield str(PurePosixPath(prefix, path.relative_to(folder).as_posix())), path.read_bytes()
    for path in () if (package / PANDUAN).is_dir() else (*guide_sources(), *picture_sources()):
        inside = path.relative_to(source_folder()).as_posix()
        yield f"{NAME}/{PANDUAN}/{inside}", path.read_bytes()


def _info_files(installed: Distribution, info: str) -> dict[str, bytes]:
    """Return what the installed program knows of itself: name, version, libraries, commands, licence."""
    kept = {f"{info}/WHEEL": WHEEL.encode(), f"{info}/METADATA": (installed.read_text("METADATA") or "").encode()}
    entries = "".join(f"{entry.name} = {entry.value}\n" for entry in installed.entry_points)
    kept[f"{info}/entry_points.txt"] = f"[console_scripts]\n{entries}".encode()
    for file in installed.files or ():
        inside = file.as_posix().partition(f"{info}/")[2]
        if inside and inside not in OF_THIS_PLACE and f"{info}/{inside}" not in kept:
            kept[f"{info}/{inside}"] = file.read_binary()
    return kept


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
