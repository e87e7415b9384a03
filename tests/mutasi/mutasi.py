"""Breaks one small thing at a time in a module of rules and asks its tests whether they notice: a command of its own.

    python tests/mutasi/mutasi.py [MODULE ...]        all modules, or those whose names contain MODULE

Prints each mutant that no test noticed, and a table for docs/kinerja-mutasi.md. Each mutant is one change of the syntax
tree (see ``variants``); the tests run in a fork that imports the mutated module in place of the file's. Of the modules
in ``UTUH`` every mutant is tried, of the others a sample that is the same in every run.
"""

from __future__ import annotations

import ast
import copy
import functools
import importlib
import importlib.abc
import importlib.util
import os
import random
import re
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[2]
CPU_SECONDS, DEPAN, CONTOH, BENIH = 90, 2, 8, "kinerja_xl"
DOMAIN, ROUTING = "kinerja_xl.domain.", "kinerja_xl.routing."
UTUH = frozenset((
    "anggaran", "capaian", "checks", "completeness", "deadlines", "kategori", "numbers", "periods", "plausibility",
    "rights", "rollup", "settle", "sop", "working_time"))
"""Modules of which every mutant is tried; of the others ``CONTOH``, drawn with ``BENIH``."""
NASKAH = re.compile(r"\.domain\.(?:naskah\.|pemantauan\.|laporan\.(?!waktu)|e81\.form_e81|laporan_kinerja\.(?!efisiensi"
                    r"|perbandingan|banding|anggaran_|beberapa_|besaran|nilai_))")
"""Modules that put texts and tables together: their whole output is held by the golden documents, not by figures."""
UJI_ROUTING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("planning.plan", "planning.judging", "planning.standing", "planning.masuk"), ("test_plan.py",)),
    **dict.fromkeys(("limits.preflight", "limits.sheet_limits"), ("test_preflight.py",)),
    "settle": ("test_settle.py",), "folders": ("test_folders.py", "test_plan.py"),
    "filenames": ("test_filenames.py", "test_plan.py", "test_disk.py", "test_folders.py"),
    "steps": ("test_steps.py", "test_plan.py", "test_disk.py", "test_custody.py"),
}
"""The pure modules of the routing room and what judges them."""
_PERINTAH = {"adopsi/test_adopsi_command.py"}  # plays whole offices: too slow for each mutant
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
}


@dataclass(frozen=True)
class Mutan:
    """One changed module: where, from what, to what, and the changed tree."""

    baris: int
    dari: str
    ke: str
    pohon: ast.Module


def mutants(source: str) -> Iterator[Mutan]:
    """Yield every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    skipped = {id(inner) for node in ast.walk(tree) for outer in _left_alone(node) for inner in ast.walk(outer)}
    nodes = list(ast.walk(tree))
    for number, node in enumerate(nodes):
        if id(node) in skipped:
            continue
        for change in range(len(list(variants(node)))):
            changed = copy.deepcopy(tree)
            target = list(ast.walk(changed))[number]
            before = ast.unparse(node)
            list(variants(target))[change]()
            yield Mutan(getattr(node, "lineno", 0), before, ast.unparse(target), ast.fix_missing_locations(changed))


def _left_alone(node: ast.AST) -> Iterator[ast.AST]:
    """Annotations, decorators and docstrings: other checks hold them, or nothing depends on them."""
    for field in ("annotation", "returns"):
        if isinstance(inner := getattr(node, field, None), ast.AST):
            yield inner
    yield from getattr(node, "decorator_list", ())
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node


def variants(node: ast.AST) -> Iterator[object]:
    """Yield callables, each of which makes one change inside a node."""
    if isinstance(node, ast.Compare):
        yield from (_swap_in(node.ops, place) for place, one in enumerate(node.ops) if type(one) in SWAPS)
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
        yield lambda: setattr(node, "op", SWAPS[type(node.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda: (setattr(node, "op", ast.Not()), setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand)))
    elif isinstance(node, ast.IfExp):
        yield lambda: (lambda body, orelse: (setattr(node, "body", orelse), setattr(node, "orelse", body)))(
            node.body, node.orelse)
    elif isinstance(node, ast.If | ast.While) and not isinstance(node.test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))
    elif isinstance(node, ast.Constant):
        yield from _constants(node)


def _swap_in(ops: list[ast.cmpop], place: int) -> object:
    return lambda: ops.__setitem__(place, SWAPS[type(ops[place])]())  # type: ignore[arg-type, call-overload]


def _constants(node: ast.Constant) -> Iterator[object]:
    if isinstance(node.value, bool):
        yield lambda: setattr(node, "value", not node.value)
    elif isinstance(node.value, int):
        yield lambda: setattr(node, "value", int(node.value) + 1)  # type: ignore[arg-type]
    elif isinstance(node.value, str) and re.fullmatch(r"-?\d+(\.\d+)?", node.value):
        figure = str(node.value)
        yield lambda: setattr(node, "value", f"{figure}1" if "." in figure else str(int(figure) + 1))


class Pengganti(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the mutated module to whoever imports it."""

    def __init__(self, nama: str, code: object, berkas: Path) -> None:
        self.nama, self.code, self.berkas = nama, code, berkas

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        if fullname != self.nama:
            return None
        return importlib.util.spec_from_file_location(fullname, self.berkas, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)  # type: ignore[arg-type]


def tests_of(nama: str) -> list[str]:
    """The tests that judge a module: those that import it, then the others of its room."""
    if nama.startswith(ROUTING):
        return [f"routing/{path}" for path in UJI_ROUTING[nama.removeprefix(ROUTING)]]
    ruang = "adopsi" if ".adopsi." in nama else "domain"
    every = sorted(f"{ruang}/{path.name}" for path in (ROOT / "tests" / ruang).glob("test_*.py"))
    if ruang == "adopsi":
        every = [path for path in every if path not in _PERINTAH]
    mine = re.compile(rf"from {re.escape(nama)} import")
    return sorted(every, key=lambda path: not mine.search((ROOT / "tests" / path).read_text(encoding="utf-8")))


def chosen(nama: str, every: Sequence[Mutan]) -> list[Mutan]:
    """All mutants of a module, or ``CONTOH`` of them, the same ones in every run."""
    if nama.rpartition(".")[2] in UTUH or len(every) <= CONTOH:
        return list(every)
    places = random.Random(BENIH + nama).sample(range(len(every)), CONTOH)
    return [every[place] for place in sorted(places)]


def noticed(nama: str, berkas: Path, mutan: Mutan | None, uji: list[str]) -> bool:
    """Return whether the tests fail (or hang) with a mutant; None is the module as it is.

    The file of tests that noticed one comes to the front of ``uji``: most likely it notices the next one too.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _run(nama, berkas, mutan, uji, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    if told in uji:
        uji.remove(told)
        uji.insert(0, told)
    return os.waitpid(child, 0)[1] != 0


@dataclass
class Penyaksi:
    """Tells through a pipe which file of tests failed first."""

    pipa: int

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os.write(self.pipa, report.nodeid.partition("::")[0].removeprefix("tests/").encode())


def _run(nama: str, berkas: Path, mutan: Mutan | None, uji: Sequence[str], writing: int) -> None:
    """In the fork: run the tests quietly and end with their exit code."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))  # a loop that never ends
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    _forget(nama)
    if mutan:
        sys.meta_path.insert(0, Pengganti(nama, compile(mutan.pohon, str(berkas), "exec"), berkas))
    paths = [str(ROOT / "tests" / one) for one in uji]
    alone = ["--noconftest"] if uji[0].startswith(("domain/", "adopsi/")) else []  # the root's conftest needs an office
    for part in (paths[:DEPAN], paths[DEPAN:]):  # the likely ones first: pytest reads all files before it runs any
        if part and (status := pytest.main(["-x", "-q", "--assert=plain", *alone, *part, "-W",
                                            "ignore::pytest.PytestAssertRewriteWarning"], plugins=[Penyaksi(writing)])):
            os._exit(int(status))
    os._exit(0)


def _forget(nama: str) -> None:
    """Forget a module and all that import it, so that the tests import them anew; the others stay loaded."""
    users: dict[str, set[str]] = {}
    for one, module in list(sys.modules.items()):
        if one.startswith("kinerja_xl") and (source := getattr(module, "__file__", None)):
            for used in _imported(Path(source).read_text(encoding="utf-8")):
                users.setdefault(used, set()).add(one)
    waiting, gone = [nama], set()
    while waiting:
        one = waiting.pop()
        if one not in gone:
            gone.add(one)
            waiting += users.get(one, ())
    for one in gone & set(sys.modules):
        package, _, short = one.rpartition(".")
        del sys.modules[one]
        if hasattr(sys.modules.get(package), short):
            delattr(sys.modules[package], short)


@functools.cache
def _imported(source: str) -> frozenset[str]:
    """The modules a source may import from; a name imported from a package may be one."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return frozenset(found)


def main(wanted: list[str]) -> int:
    """Run the table; return 1 where the tests of a module fail without a mutant."""
    os.chdir(ROOT)
    settings.register_profile("tetap", deadline=None, database=None, derandomize=True, max_examples=25)
    settings.load_profile("tetap")
    every_module = sorted((*_modules("domain"), *(ROUTING + short for short in UJI_ROUTING)),
                          key=lambda nama: nama.rpartition(".")[2] not in UTUH)
    for nama in every_module:  # once for all forks
        importlib.import_module(nama)
    _forget("")  # and read their imports once
    chosen_modules = [nama for nama in every_module
                      if (any(one in nama for one in wanted) if wanted else not NASKAH.search(nama))]
    rows = [row for nama in chosen_modules if (row := _judge(nama))]
    print("\n".join(("", "| module | mutants | tried | killed | alive | share |", f"|---|{'---:|' * 5}", *rows)))
    return int(any("fail" in row for row in rows))


def _modules(ruang: str) -> Iterator[str]:
    for path in sorted((ROOT / "kinerja_xl" / ruang).rglob("*.py")):
        if path.name != "__init__.py":
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _judge(nama: str) -> str:
    """Try the mutants of one module; return its row of the table, "" where it holds nothing to break."""
    berkas, uji = ROOT / Path(*nama.split(".")).with_suffix(".py"), tests_of(nama)
    short = nama.removeprefix("kinerja_xl.")
    every = list(mutants(berkas.read_text(encoding="utf-8")))
    if not every:
        return ""
    if noticed(nama, berkas, None, uji):
        return f"| `{short}` | its tests fail as it is |"
    tried, alive = chosen(nama, every), 0
    start = time.monotonic()
    for mutan in tried:
        if not noticed(nama, berkas, mutan, uji):
            alive += 1
            print(f"{short}:{mutan.baris}: {mutan.dari[:90]!r} -> {mutan.ke[:90]!r}", flush=True)
    killed = len(tried) - alive
    row = f"| `{short}` | {len(every)} | {len(tried)} | {killed} | {alive} | {100 * killed / len(tried):.0f}% |"
    print(f"{row} {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
