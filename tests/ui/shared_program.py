"""A program that the tests of a module share: what one has changed is taken back for the next.

A start with a draft is a quarter of a second of work, and a page takes a tenth of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from erasmus_desk import paths
from erasmus_desk.checks.finding import Finding
from erasmus_desk.draft.model import Change, Draft
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings
from tests.ui.editors import editor_of
from tests.ui.keyboard import process_events
from ui import app
from ui.controllers.application import ApplicationController
from ui.main_window.editor import Editor
from ui.main_window.page_factory import CHECKS, HISTORY, OVERVIEW, PREVIEW
from ui.session.autosave import Autosave

WINDOW = (1366, 768)
ENGLISH = Settings(language="en")


class _Start(Struct, frozen=True):
    """A program as it was after its start."""

    controller: ApplicationController
    settings: Settings
    editor: Editor
    draft: Draft
    findings: tuple[Finding, ...]


class SharedProgram:
    """The program with a draft open, for tests of its pages.

    Each test finds the answers of the file, nothing to undo, and its page built anew. What is on
    the disk stays: the file, its history, the partner book. Where a test has done what cannot be
    taken back, as opening another draft, the next one starts the program again.
    """

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.folder = folder
        """A folder for the drafts of the module, and for all files that the program writes."""
        self._application = application
        self._starts: dict[Path, _Start] = {}
        """Programs by their drafts; all but one are hidden."""
        self._chosen = ENGLISH
        self._number = 0
        self._example = Path()

    @property
    def editor(self) -> Editor:
        """The editor that is shown."""
        return editor_of(self._starts[self._example].controller)

    def settle(self) -> list[Autosave]:
        """Save what is open, and return what saves it; another language is not left behind."""
        if any(_settings_of(one.controller) != one.settings for one in self._starts.values()):
            self.close()
        windows = [one.controller.window for one in self._starts.values()]
        found = [one.opened.autosave for one in windows if one.opened is not None]
        for autosave in found:
            autosave.save()
        return found

    def owns(self, widget: QWidget) -> bool:
        """Return whether a widget is a window of the program, or a menu or dialog of one."""
        windows = [one.controller.window for one in self._starts.values()]
        around: QWidget | None = widget
        while around is not None and around not in windows:
            around = around.parentWidget()
        return around is not None

    def open(
        self,
        example: Path,
        step: str = OVERVIEW,
        *,
        size: tuple[int, int] = WINDOW,
        changes: Iterable[Change] = (),
        chosen: Settings = ENGLISH,
    ) -> ApplicationController:
        """Return the program with a copy of a draft open, changed so, and a page of it shown."""
        if chosen != self._chosen:
            self.close()
            self._chosen = chosen
        for path, start in tuple(self._starts.items()):
            if path != example:
                start.controller.window.hide()
            elif (renewed := _take_back(start)) is not None:
                self._starts[path] = renewed
            else:
                _end(self._starts.pop(path))
        if example not in self._starts:
            self._starts[example] = self._begin(example)
        self._example = example
        controller = self._starts[example].controller
        editor_of(controller).session.note(tuple(changes))
        _show(controller, step, size)
        return controller

    def close(self) -> None:
        """Shut the program down."""
        while self._starts:
            _end(self._starts.popitem()[1])

    def _begin(self, example: Path) -> _Start:
        self._number += 1
        home = self.folder / str(self._number)
        drafts = home / "drafts"
        drafts.mkdir(parents=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ERASMUS_DESK_HOME", str(home))
            places = paths.find_paths()
        settings.save(self._chosen, places.settings)
        controller = app.build_controller(self._application, places)
        controller.start(Path(shutil.copy(example, drafts)))
        editor = editor_of(controller)
        editor.check_runner.run_now()
        return _Start(
            controller,
            _settings_of(controller),
            editor,
            editor.session.draft,
            editor.check_runner.findings,
        )


def _end(start: _Start) -> None:
    start.controller.shut_down()
    start.controller.window.deleteLater()
    process_events()


def _take_back(start: _Start) -> _Start | None:
    """Take back what was done and return the start, or none where that is not all."""
    window, editor = start.controller.window, start.editor
    if window.opened is None or window.editor is not editor or window.isFullScreen():
        return None
    if _settings_of(start.controller) != start.settings:
        return None
    if editor.import_decisions is not None:
        return None
    has_shown_missing = editor.stack.built_page(CHECKS) is not None
    window.stack.close_over()
    window.notifications.clear()
    editor.columns.prefer_guidance(is_shown=start.settings.guidance_shown)
    editor.step = ""
    for step in (*editor.steps(), PREVIEW, HISTORY):
        editor.stack.remove_page(step)
    session, checks = window.opened.session, window.opened.check_runner
    session.note(_list_changes(session.draft, start.draft))
    window.opened.autosave.save()
    session.undo_stack.clear()
    if checks.findings is not start.findings and checks.findings != start.findings:
        checks.run_now()
    # Once the checks were shown, all pages mark what is missing.
    if has_shown_missing:
        window.rebuild_editor()
    return replace(start, editor=editor_of(start.controller))


def _settings_of(controller: ApplicationController) -> Settings:
    return replace(controller.user_settings.current, recent=())


def _list_changes(draft: Draft, wanted: Draft) -> tuple[Change, ...]:
    """Return the changes that lead from one state of a draft to another."""
    keys = {*draft.answers, *wanted.answers}
    return tuple(
        draft.change(key, wanted.get(key)) for key in keys if draft.get(key) != wanted.get(key)
    )


def _show(controller: ApplicationController, step: str, size: tuple[int, int]) -> None:
    """Show a page in a window that has the keyboard."""
    window = controller.window
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    # On the screen that is not there, which is smaller, the window is maximised at first.
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    editor_of(controller).show_step(step)
    process_events()
