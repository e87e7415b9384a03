"""Which wheels a target needs, by their own metadata, and how they are fetched and proved complete.

pip judges markers such as ``sys_platform == "win32"`` by the machine it runs on, also where ``--platform`` names
another one. So what is needed is followed here, marker by marker, and pip is asked for named libraries only
(docs/keputusan/0029).
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from kinerja_xl.errors import IndexUnreachable, LibraryMissing, PackageIncomplete, PipMissing
from kinerja_xl.install.sasaran import Sasaran

NO_NETWORK = ("Retrying (", "ConnectionError", "ProxyError", "ConnectTimeout", "ReadTimeout", "SSLError")


@dataclass(frozen=True)
class Roda:
    """One wheel and what it says it needs."""

    path: Path
    nama: str
    versi: Version
    butuh: tuple[Requirement, ...]

    @property
    def line(self) -> str:
        """The line of a requirements file that takes exactly this wheel."""
        return f"{self.nama}=={self.versi} --hash=sha256:{hashlib.sha256(self.path.read_bytes()).hexdigest()}"


def read_roda(path: Path) -> Roda:
    """Return what a wheel is and needs; raises zipfile.BadZipFile."""
    name, version, _, _ = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as wheel:
        (metadata,) = (one for one in wheel.namelist()
                       if one.count("/") == 1 and one.endswith(".dist-info/METADATA"))
        needs = message_from_bytes(wheel.read(metadata)).get_all("Requires-Dist", [])
    return Roda(path, name, version, tuple(Requirement(str(need)) for need in needs))


def needed(own: Roda, have: Mapping[str, Roda], sasaran: Sasaran) -> dict[str, SpecifierSet]:
    """Return each library that ``own`` needs on a target, with every bound that was set on its version.

    Followed through the wheels at hand; what a missing wheel would need is not known yet.
    """
    found: dict[str, SpecifierSet] = {}
    seen: set[tuple[str, str]] = set()
    waiting: list[tuple[Roda, str]] = [(own, "")]
    while waiting:
        roda, extra = waiting.pop()
        for need in roda.butuh:
            if need.marker and not need.marker.evaluate(sasaran.environment | {"extra": extra}):
                continue
            name = str(canonicalize_name(need.name))
            found[name] = found.get(name, SpecifierSet()) & need.specifier
            for wanted in {(name, one) for one in ("", *need.extras)} - seen:
                seen.add(wanted)
                waiting.extend([(have[name], wanted[1])] if name in have else [])
    return found


def unmet(own: Roda, have: Mapping[str, Roda], sasaran: Sasaran) -> list[str]:
    """Return what is still missing as requirements, each with all bounds on its version."""
    return [f"{name}{bounds}" for name, bounds in sorted(needed(own, have, sasaran).items())
            if name not in have or not bounds.contains(have[name].versi, prereleases=True)]


def collect(own: Roda, sasaran: Sasaran, fetch: Callable[[list[str]], Iterable[Path]]) -> tuple[Roda, ...]:
    """Return the wheels that ``own`` needs on a target; ``fetch`` gets requirements and returns wheels.

    Raises LibraryMissing (K682) where two bounds leave no version, and what ``fetch`` raises.
    """
    have: dict[str, Roda] = {}
    asked: set[str] = set()
    while missing := unmet(own, have, sasaran):
        if asked.issuperset(missing):
            raise LibraryMissing(pustaka=", ".join(missing), sasaran=sasaran.nama, sebab="versinya tidak cocok")
        asked.update(missing)
        have.update({roda.nama: roda for roda in map(read_roda, fetch(missing))})
    return tuple(have[name] for name in sorted(needed(own, have, sasaran)))


def pip_download(sasaran: Sasaran, folder: Path) -> Callable[[list[str]], list[Path]]:
    """Return a ``fetch`` that asks pip, as it is set up on this PC (index, proxy, folder of wheels)."""
    def fetch(requirements: list[str]) -> list[Path]:
        before = set(folder.glob("*.whl"))
        said = run_pip("download", "--no-deps", "--dest", str(folder), *_target(sasaran), *requirements)
        if said is not None:
            if any(sign in said for sign in NO_NETWORK):
                raise IndexUnreachable(sasaran=sasaran.nama)
            none = re.search(r"No matching distribution found for (.+)", said)
            raise LibraryMissing(pustaka=none[1] if none else ", ".join(requirements), sasaran=sasaran.nama,
                                 sebab="tidak ada berkas yang cocok" if none else last_error(said))
        return sorted(set(folder.glob("*.whl")) - before)
    return fetch


def prove(own: Roda, folder: Path, daftar: Path, sasaran: Sasaran) -> None:
    """Prove from the finished folder alone that a list is complete and that pip takes every wheel of it on the target.

    Raises PackageIncomplete (K684).
    """
    lines = daftar.read_text(encoding="ascii").split("\n")
    names = {line.partition("==")[0] for line in lines if line}
    pinned = {line.partition(" ")[0] for line in lines if line}
    have = {roda.nama: roda for roda in map(read_roda, sorted(folder.glob("*.whl")))
            if f"{roda.nama}=={roda.versi}" in pinned}
    missing = unmet(own, have, sasaran) or sorted(names - have.keys())
    if missing:
        raise PackageIncomplete(sasaran=sasaran.nama, sebab="tidak ada " + ", ".join(missing))
    said = run_pip("install", "--isolated", "--dry-run", "--ignore-installed", "--no-deps", "--no-index",
                   "--find-links", str(folder), "--require-hashes", "--target", str(folder / "tidak-dipakai"),
                   *_target(sasaran), "-r", str(daftar))
    if said is not None:
        raise PackageIncomplete(sasaran=sasaran.nama, sebab=last_error(said))


def _target(sasaran: Sasaran) -> tuple[str, ...]:
    return ("--only-binary=:all:", "--implementation", "cp", "--python-version", sasaran.python,
            "--platform", sasaran.platform)


def run_pip(*arguments: str) -> str | None:
    """Run pip and return what it said where it failed, None where it did not; raises PipMissing (K680)."""
    done = subprocess.run([sys.executable, "-m", "pip", *arguments, "--disable-pip-version-check", "--no-input",
                           "--retries", "1", "--timeout", "15"],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          encoding="utf-8", errors="replace", check=False)
    if "No module named pip" in done.stdout:
        raise PipMissing(program=sys.executable)
    return done.stdout if done.returncode else None


def last_error(said: str) -> str:
    """Return pip's own last line of error, or its last line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return (errors or lines or [""])[-1]
