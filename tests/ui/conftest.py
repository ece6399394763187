"""The whole program, with a home folder of its own."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread
from typing import Concatenate, ParamSpec

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings
from tests.conftest import end_threads
from tests.ui import stray_windows as stray
from tests.ui.keyboard import Keyboard, process_events
from tests.ui.shared_program import SharedProgram
from ui import app
from ui.controllers import spelling
from ui.controllers.application import ApplicationController
from ui.session.autosave import Autosave
from ui.theme.theme import Icons

StartProgram = Callable[..., ApplicationController]
Given = ParamSpec("Given")
LATE = 0.1
"""Seconds after which work in a thread begins, if threads are to be slow."""


@pytest.fixture(scope="session")
def qapp_cls() -> type[app.Application]:
    """Let the tests of the window run in the program's own application."""
    return app.Application


@pytest.fixture(scope="session")
def shared_programs() -> list[SharedProgram]:
    """Return the programs that outlive a test."""
    return []


@pytest.fixture(scope="module")
def shared_program(
    qapp: QApplication,
    shared_programs: list[SharedProgram],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[SharedProgram]:
    """Return the program that the tests of the module share; it starts when one asks for it."""
    program = SharedProgram(qapp, tmp_path_factory.mktemp("shared"))
    shared_programs.append(program)
    yield program
    shared_programs.remove(program)
    program.close()


@pytest.fixture(autouse=True)
def nothing_is_left_running(shared_programs: list[SharedProgram]) -> Iterator[None]:
    """Fail a test after which a draft is still saved or looked for, or a thread is running.

    Its timers would fire in the tests that follow, with folders that are gone.
    """
    open_now: dict[int, Autosave] = {}

    def note(begin: Callable[Concatenate[Autosave, Given], None]) -> Callable[..., None]:
        def begin_and_note(
            autosave: Autosave, *arguments: Given.args, **options: Given.kwargs
        ) -> None:
            begin(autosave, *arguments, **options)
            open_now[id(autosave)] = autosave

        return begin_and_note

    close = Autosave.close

    def close_and_note(autosave: Autosave) -> bool:
        open_now.pop(id(autosave), None)
        return close(autosave)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Autosave, "__init__", note(Autosave.__init__))
        patch.setattr(Autosave, "close", close_and_note)
        yield
        for program in shared_programs:
            for autosave in program.settle():
                open_now.pop(id(autosave), None)
    if shared_programs:
        end_threads()
    running = [one.name for one in threading.enumerate() if not one.daemon]
    left = [str(one.session.path) for one in open_now.values()]
    for autosave in open_now.values():
        close(autosave)
    assert left == []
    assert running == [threading.main_thread().name]


@pytest.fixture(autouse=True, scope="session")
def stray_windows() -> Iterator[list[str]]:
    """Yield where parts of a page were shown before they were in it."""
    with stray.watch() as found:
        yield found


@pytest.fixture(autouse=True)
def nothing_flashes(stray_windows: list[str]) -> Iterator[None]:
    """Fail a test in which a part of a page was a window of its own for a moment."""
    stray_windows.clear()
    yield
    assert stray_windows == []


@pytest.fixture(autouse=True, scope="session")
def threads_are_as_slow_as_asked(request: pytest.FixtureRequest) -> Iterator[None]:
    """With `--slow-threads`, begin work in threads late, as beside other programs.

    So a test that does not wait for such work fails always, and not once in a thousand runs.
    """
    begin = Thread.start

    def begin_late(thread: Thread) -> None:
        run = thread.run

        def wait_and_run() -> None:
            Event().wait(LATE)
            run()

        thread.run = wait_and_run
        begin(thread)

    with pytest.MonkeyPatch.context() as patch:
        if request.config.getoption("--slow-threads"):
            patch.setattr(Thread, "start", begin_late)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_dictionary_is_read_unasked() -> Iterator[None]:
    """Start the process with the dictionaries only in tests of the spelling, which ask for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "START_DELAY", 24 * 3600 * 1000)
        yield


def _is_popup(widget: QWidget) -> bool:
    return widget.windowType() is Qt.WindowType.Popup


@pytest.fixture(autouse=True)
def no_widget_is_left(qapp: QApplication, shared_programs: list[SharedProgram]) -> Iterator[None]:
    """Delete the widgets of a test: a style sheet is worked out anew for each one that lives."""
    yield
    for widget in qapp.topLevelWidgets():
        # The list that a completer shows has no parent, but is deleted by the completer.
        is_list = isinstance(widget, QAbstractItemView) and _is_popup(widget)
        if not is_list and not any(one.owns(widget) for one in shared_programs):
            widget.deleteLater()
    process_events()


@pytest.fixture(autouse=True, scope="session")
def an_icon_is_drawn_once(qapp: QApplication) -> Iterator[None]:
    """Share the icons among the programs of the tests: pictures of files alone."""
    drawn: dict[tuple[Path, str, int, float], QIcon] = {}
    draw = Icons.icon

    def draw_once(icons: Icons, name: str, colour: str, size: int = 0) -> QIcon:
        key = (icons.file(name), colour, size, qapp.font().pointSizeF())
        if key not in drawn:
            drawn[key] = draw(icons, name, colour, size)
        return drawn[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Icons, "icon", draw_once)
        yield
    drawn.clear()


@pytest.fixture(autouse=True, scope="session")
def clipboard_is_empty_at_the_end(qapp: QApplication) -> Iterator[None]:
    """Take back what tests put on the clipboard: without a display Qt frees it after Python."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def start_program(
    qapp: QApplication, qtbot: QtBot, home: Path, shared_programs: list[SharedProgram]
) -> Iterator[StartProgram]:
    """Return a function that starts the program; all are shut down at the end."""
    controllers: list[ApplicationController] = []

    def start(chosen: Settings | None = None, path: Path | None = None) -> ApplicationController:
        for one in shared_programs:  # the style and the words are those of all windows
            one.close()
        app_paths = paths.find_paths()
        if chosen is not None:
            settings.save(chosen, app_paths.settings)
        controller = app.build_controller(qapp, app_paths)
        controllers.append(controller)
        with qtbot.waitActive(controller.window):
            controller.start(*([path] if path else []))
        # On the screen that is not there, which is smaller, the window is maximised at first.
        controller.window.setWindowState(Qt.WindowState.WindowNoState)
        controller.window.resize(1366, 768)
        process_events()
        return controller

    yield start
    for controller in controllers:
        controller.shut_down()
        controller.window.deleteLater()
    process_events()


@pytest.fixture
def first_draft() -> Path | None:
    """Return the draft that the program is started with: none, so that it shows the home page.

    A module whose tests all open the same draft names it instead, which spares the home page.
    """
    return None


@pytest.fixture
def controller(start_program: StartProgram, first_draft: Path | None) -> ApplicationController:
    return start_program(Settings(language="en"), first_draft)


def copy_example(example: Path, home: Path) -> Path:
    """Copy a shipped example to where the program keeps the drafts, and return the copy."""
    folder = home / "drafts"
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(example, folder))


@pytest.fixture
def keyboard(controller: ApplicationController, qtbot: QtBot) -> Keyboard:
    return Keyboard(controller.window, qtbot)
