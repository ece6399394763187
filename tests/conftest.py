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

# As in the program itself: a collection in a thread would take down objects of Qt that live in
# the main one (see ui/collector.py).
gc.disable()


@pytest.fixture(autouse=True)
def garbage_goes_in_the_main_thread() -> Iterator[None]:
    """Collect between the tests, and never in a thread that a test began."""
    yield
    if gc.get_count()[0] > GARBAGE:
        gc.collect()


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
