"""Fixtures of all tests: an own home folder, Qt without a screen, and no unexpected warning."""

import contextlib
import gc
import importlib
import logging
import os
import sys
import threading
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from erasmus_desk.call import decode, library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from tests.shares import ALL_DRAWN, SHARE_DRAWN, is_drawn, list_test_modules, mark_long_proofs

# A slow machine is no fault of the program; speed is measured by `make bench`.
settings.register_profile("share", settings(), deadline=None, max_examples=SHARE_DRAWN)
settings.register_profile("prove", settings(), deadline=None, max_examples=ALL_DRAWN)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Each process compiles the tests, and the tests start the program some hundred times: once is
# enough, also where the environment says otherwise.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# It would go before the languages that tests ask for.
os.environ.pop("LANGUAGE", None)
sys.dont_write_bytecode = False


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`, which rewrites the golden files, and `--slow-threads`."""
    parser.addoption("--update-golden", action="store_true", help="renew the golden files")
    parser.addoption("--slow-threads", action="store_true", help="begin work in threads late")


def pytest_configure(config: pytest.Config) -> None:
    """Draw all cases in `make prove`, before the tests say how many they have."""
    settings.load_profile("prove" if is_proof(config) else "share")


def is_proof(config: pytest.Config) -> bool:
    """Return whether only the long proofs run."""
    return config.getoption("markexpr") == "prove"


OBJECTS = 50_000
"""New objects after which Python looks for garbage: trees of files are large, and no garbage."""
gc.set_threshold(OBJECTS, 10, 10)

GARBAGE = 50_000
"""New objects after which garbage is collected, once the test that made them is over."""


PROCESSES = 4
"""At most, also on a large machine: each takes memory."""


def pytest_xdist_auto_num_workers() -> int:
    """Start one process more than there are processors: some wait for the disk or a program."""
    return min((os.cpu_count() or 1) + 1, PROCESSES)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Load the tests of folders in another order in each process, before pytest does in its own.

    In a new checkout pytest compiles every test. So each process compiles some, and finds those of
    the others ready. What cannot be loaded without a warning is left to pytest, which reports it.
    """
    given: dict[str, str] | None = getattr(session.config, "workerinput", None)
    if given is None:
        return
    place, processes = int(given["workerid"].removeprefix("gw")), int(given["workercount"])
    folders = [session.config.rootpath / one.partition("::")[0] for one in session.config.args]
    for name in list_test_modules(session.config.rootpath, folders, place / processes):
        with warnings.catch_warnings(), contextlib.suppress(Exception, pytest.skip.Exception):
            warnings.simplefilter("error")
            importlib.import_module(name)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the cases outside the share of a test to `make prove`, which draws all cases too."""
    mark_long_proofs(items)
    for item in items if is_proof(config) else ():
        if is_drawn(item):
            item.add_marker(pytest.mark.prove)


def pytest_collection_finish() -> None:
    """Look no more for garbage among the tests themselves and the modules that they load."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def objects_of_qt_die_in_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect garbage after tests of the window only, never in one of their threads.

    Nor in any other thread: what such a test leaves is collected here before another test, which
    may have threads of its own, and between the tests as that which shares them out has. See
    `ui/qt_support.py`.
    """
    if "ui" not in request.node.path.parts:
        if not gc.isenabled():
            gc.collect()
            gc.enable()
        yield
        return
    gc.disable()
    yield
    end_threads()
    if gc.get_count()[0] > GARBAGE:
        gc.collect()


@pytest.fixture(autouse=True, scope="session")
def a_call_pack_is_decoded_once() -> Iterator[None]:
    """Share a pack and its words among the programs of the tests: values, made of files alone."""
    packs: dict[tuple[object, ...], Pack] = {}
    words: dict[tuple[object, ...], Texts] = {}
    decode_pack, read_texts = decode.decode_pack, library.read_texts

    def decode_once(name: str, texts: Mapping[str, str], languages: tuple[str, ...] = ()) -> Pack:
        key = (name, languages, *texts.items())
        if key not in packs:
            packs[key] = decode_pack(name, texts, languages)
        return packs[key]

    def read_once(
        pack: str, files: Mapping[str, Mapping[str, str]], chain: tuple[str, ...]
    ) -> Texts:
        key = (pack, chain, *((one, *files[one].items()) for one in files))
        if key not in words:
            words[key] = read_texts(pack, files, chain)
        return words[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decode, "decode_pack", decode_once)
        patch.setattr(library, "read_texts", read_once)
        yield


PATIENCE = 60
"""Seconds after which a thread is none that ends by itself."""


def end_threads() -> None:
    """Wait for the threads of a test; those of the runner are daemons. Fail if one goes on."""
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join(PATIENCE)
            if thread.is_alive():
                pytest.fail(f"a thread goes on after its test: {thread.name}")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder for all files that the program writes by itself."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("ERASMUS_DESK_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_silent_warning(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fail a test that logs a WARNING or worse, unless it is marked `logs`."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if loud:
        pytest.fail("logged: " + "; ".join(record.getMessage() for record in loud))
