"""What every test shares: a home of its own, a screen that is not there, and no silent warning."""

import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no fault of the program; speed is measured by `make bench`.
settings.register_profile("desk", settings(), deadline=None)
settings.load_profile("desk")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what is made now in the place of what was kept."""
    parser.addoption("--update-golden", action="store_true", help="renew the golden files")


GARBAGE = 50_000
"""New objects after which garbage is collected, once the test that made them is over."""


@pytest.fixture(autouse=True)
def objects_of_qt_die_in_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no thread that a test of the window begins collect garbage (see ui/qt_support.py).

    Between such tests it is collected here. All others, some of them long, leave it to Python.
    """
    if "ui" not in request.node.path.parts:
        yield
        return
    gc.disable()
    yield
    if gc.get_count()[0] > GARBAGE:
        gc.collect()
    gc.enable()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything the program writes by itself lands in this empty folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("ERASMUS_DESK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_silent_warning(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """A log record from WARNING up fails the test, unless it is marked `logs`."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if loud:
        pytest.fail("logged: " + "; ".join(record.getMessage() for record in loud))
