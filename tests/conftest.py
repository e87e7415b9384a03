"""What every test run prints and insists on (how many tests ran, that none was left out), and its one LibreOffice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from calc_recalc import Calc
from hypothesis import settings
from tahun_demo import TahunDemo, play

settings.register_profile("steady", deadline=None, database=None)  # a busy machine is no finding; nothing is written
settings.load_profile("steady")

counts: Counter[str] = Counter()


def pytest_collection_finish(session: pytest.Session) -> None:
    counts["collected"] = len(session.items)


def pytest_deselected(items: list[pytest.Item]) -> None:
    counts["deselected"] += len(items)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped:
        counts["xfailed" if hasattr(report, "wasxfail") else "skipped"] += 1
    elif report.when == "call":
        counts["run"] += 1
        counts["xfailed"] += hasattr(report, "wasxfail")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    named = ("collected", "run", "skipped", "deselected", "xfailed")
    terminalreporter.write_line("tests: " + ", ".join(f"{counts[name]} {name}" for name in named))


def pytest_sessionfinish(session: pytest.Session) -> None:
    left_out = counts["skipped"] + counts["deselected"] + counts["xfailed"]
    if left_out and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def calc() -> Iterator[Calc]:
    """A headless LibreOffice that recalculates worksheets and saves them anew; started when a test first asks."""
    with Calc() as running:
        yield running


@pytest.fixture(scope="session")
def demo_year(tmp_path_factory: pytest.TempPathFactory) -> TahunDemo:
    """The sample office with its whole year, played when a test first asks; nobody changes it (copytree to change)."""
    return play(tmp_path_factory.mktemp("demo") / "Kinerja")
