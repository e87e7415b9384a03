"""Breaks one small thing at a time in a module of rules and asks its tests whether they notice: a command of its own.

    python tests/mutasi/mutasi.py [MODULE ...]        all modules of the table, or those whose names contain MODULE

Prints each mutant that no test noticed, and a table for docs/kinerja-mutasi.md. Each mutant is one change of the syntax
tree (see ``variants``); the tests run in a fork that imports the mutated module in place of the file's.
"""

from __future__ import annotations

import ast
import copy
import importlib
import importlib.abc
import importlib.util
import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
SECONDS = 180
DOMAIN, ROUTING = "kinerja_xl.domain.", "kinerja_xl.routing."
UJI: dict[str, tuple[str, ...]] = {
    DOMAIN + "capaian": ("domain/test_capaian.py", "domain/test_checks.py", "domain/test_laporan_triwulan.py"),
    DOMAIN + "numbers": ("domain/test_numbers.py", "domain/test_capaian.py", "domain/test_anggaran.py"),
    DOMAIN + "sop": ("domain/test_sop_table.py", "domain/test_rights.py", "domain/test_deadlines.py"),
    DOMAIN + "deadlines": ("domain/test_deadlines.py",),
    DOMAIN + "working_time": ("domain/test_working_time.py", "domain/test_deadlines.py"),
    DOMAIN + "rollup": ("domain/test_rollup.py", "domain/test_triwulanan.py", "domain/test_laporan_triwulan.py"),
    DOMAIN + "triwulanan": ("domain/test_triwulanan.py", "domain/test_laporan_triwulan.py"),
    ROUTING + "plan": ("routing/test_plan.py",),
    ROUTING + "judging": ("routing/test_plan.py",),
    ROUTING + "settle": ("routing/test_settle.py",),
    ROUTING + "steps": ("routing/test_custody.py", "routing/test_disk.py", "routing/test_plan.py"),
}
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


def noticed(nama: str, berkas: Path, mutan: Mutan | None, uji: Sequence[str]) -> bool:
    """Return whether the tests fail (or hang) with a mutant; None is the module as it is."""
    child = os.fork()
    if child == 0:
        _run(nama, berkas, mutan, uji)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != 0
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _run(nama: str, berkas: Path, mutan: Mutan | None, uji: Sequence[str]) -> None:
    """In the fork: run the tests quietly and end with their exit code."""
    import pytest

    os.setpgid(0, 0)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if mutan:
        sys.meta_path.insert(0, Pengganti(nama, compile(mutan.pohon, str(berkas), "exec"), berkas))
    os._exit(int(pytest.main(["-x", "-q", *(str(ROOT / "tests" / one) for one in uji)])))


def main(wanted: list[str]) -> int:
    """Run the table; return 1 where the tests fail without a mutant."""
    os.chdir(ROOT)
    for library in ("hypothesis", "openpyxl", "pydantic", "pytest"):  # once for all forks
        importlib.import_module(library)
    rows = []
    for nama, uji in UJI.items():
        if wanted and not any(one in nama for one in wanted):
            continue
        berkas = ROOT / Path(*nama.split(".")).with_suffix(".py")
        if noticed(nama, berkas, None, uji):
            print(f"{nama}: its tests fail as it is")
            return 1
        every = list(mutants(berkas.read_text(encoding="utf-8")))
        alive = []
        for mutan in every:
            if not noticed(nama, berkas, mutan, uji):
                alive.append(mutan)
                print(f"{nama}:{mutan.baris}: {mutan.dari[:90]!r} -> {mutan.ke[:90]!r}", flush=True)
        share = 100 * (len(every) - len(alive)) / len(every) if every else 100
        rows.append(f"| `{nama.removeprefix('kinerja_xl.')}` | {len(every)} | {len(every) - len(alive)} | "
                    f"{len(alive)} | {share:.0f}% |")
    print("\n".join(["", "| module | mutants | killed | alive | share |", "|---|---:|---:|---:|---:|", *rows]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
