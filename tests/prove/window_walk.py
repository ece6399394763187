"""The program with somebody who walks through it at random, and what it left behind.

`python -m tests.prove.window_walk HOME SEED STEPS look|write EXAMPLE`. It names every step before
it is done, so that after a crash the last ones are known, and ends with one line of JSON.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import random
import re
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import psutil
from PySide6.QtCore import QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from erasmus_desk import paths
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.errors import DeskError
from erasmus_desk.storage import drafts, settings
from erasmus_desk.storage.settings import Settings
from tests.prove.walker import LANGUAGES, SIZES, Looker, Walker, find_front
from tests.ui.keyboard import finish_work, process_events
from ui import app
from ui.controllers.application import ApplicationController
from ui.session.draft_manager import OpenDraft
from ui.widgets.popover import Popover

PACE = 1
"""Milliseconds between two steps; what is due meanwhile is done first."""
REST, REST_EVERY = 150, 20
"""Milliseconds of a rest, and steps between two: then the checks run and the file is saved."""
PATIENCE, LONGEST = 60, 900
"""Seconds of the processor, and of the clock, after which a step counts as one that never ends.

Beside other programs a step may take long that has little to do.
"""
SAMPLES = 10
"""Moments at which the memory of the process is taken."""
MOST_FAULTS = 3
NOT_OURS = re.compile("This plugin does not support (propagateSizeHints|raise|grabbing)")
"""Said by the screen that is not there."""
NEW_NAMES = ("copy-1.erasmus", "copy-2.erasmus", "out.docx", "out.pdf", "out.xlsx", "no-suffix")


class Faults:
    """Hears of every exception, also in threads, and of every warning of Qt."""

    def __init__(self, log: list[str]) -> None:
        self._log = log
        self.found: list[str] = []
        tell = sys.excepthook

        def hear(
            kind: type[BaseException], fault: BaseException, trace: TracebackType | None
        ) -> None:
            self.note("".join(traceback.format_exception(kind, fault, trace)))
            tell(kind, fault, trace)

        def hear_qt(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
            if kind is not QtMsgType.QtInfoMsg and not NOT_OURS.match(message):
                self.note(f"{kind.name}: {message}\n" + "".join(traceback.format_stack(limit=12)))

        sys.excepthook = hear
        sys.unraisablehook = lambda told: self.note(
            f"unraisable: {told.exc_value!r} {told.object!r}"
        )
        threading.excepthook = lambda told: self.note(f"in a thread: {told.exc_value!r}")
        qInstallMessageHandler(hear_qt)

    def note(self, fault: str) -> None:
        """Note a fault with the step that it came of."""
        step = self._log[-1] if self._log else "the start"
        self.found.append(f"step {len(self._log)} ({step}): {fault}")


class Patience:
    """Ends a walk in which a step never ends, and says where it is."""

    def __init__(self) -> None:
        self._begun = 0.0
        self.renew()
        threading.Thread(target=self._watch, daemon=True).start()

    def renew(self) -> None:
        """Begin to count, as a step begins."""
        self._begun = time.process_time()
        # Also where it waits, or leaves no other thread a turn.
        faulthandler.dump_traceback_later(LONGEST, exit=True)

    def _watch(self) -> None:
        while time.process_time() - self._begun < PATIENCE:
            time.sleep(1)
        faulthandler.dump_traceback()
        os._exit(1)


class Walk:
    """One walk: `main` starts it in the program, and `report` says what was found."""

    def __init__(self, walker: Looker, controller: ApplicationController, steps: int) -> None:
        self._walker, self._controller, self._left = walker, controller, steps
        self._window = controller.window
        self._sample_every = max(1, steps // SAMPLES)
        self._within: list[QWidget | None] = []
        """What was in front at the beginning of each step that is not over."""
        self._first: Mapping[Key, Value] = {}
        """The answers of the proposal that is open, when it was opened."""
        self.faults = Faults(walker.log)
        self.memory: list[int] = []
        self._patience = Patience()
        self.last: OpenDraft | None = None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._window.draft_opened.connect(self._on_opened)
        if self._window.opened is not None:
            self._on_opened(self._window.opened)

    def start(self) -> None:
        """Begin, once the event loop runs."""
        self._timer.start(PACE)

    def _on_opened(self, opened: OpenDraft) -> None:
        self.last = opened
        self._first = drafts.read(opened.session.path).draft.answers
        if self._walker.only_looks:
            opened.session.changed.connect(self._on_changed)

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        """Note what a step changed that was only to look."""
        changed = [str(one.key) for one in changes if not is_desk_key(one.key)]
        if changed and self._left > 0:
            self.faults.note(
                f"changed: {changed[:5]}\n" + "".join(traceback.format_stack(limit=12))
            )

    def _activate(self) -> None:
        """Activate the window behind a menu that was closed, as a screen does that is there."""
        active = QApplication.activeWindow()
        if find_front() is None and (active is None or not active.isVisible()):
            self._window.activateWindow()

    def _check_focus(self) -> None:
        """Note that keys would go nowhere."""
        focus = QApplication.focusWidget()
        is_active = QApplication.activeWindow() is self._window and find_front() is None
        if is_active and (focus is None or not focus.isVisible()):
            self.faults.note(f"the focus is nowhere: {focus}")

    def _go_on(self) -> None:
        """Do one step; a dialog that it opens goes on with the next ones in its own loop.

        Else the next step waits for the end of this one, though a key that is pressed for a test
        lets timers run.
        """
        front = find_front()
        if self._within and front in (None, *self._within):
            self._timer.start(PACE)
            return
        self._patience.renew()
        if self._left <= 0 or len(self.faults.found) >= MOST_FAULTS:
            self._finish()
            return
        self._left -= 1
        if self._left % self._sample_every == 0:
            self.memory.append(psutil.Process().memory_info().rss)
        self._timer.start(PACE if self._left % REST_EVERY else REST)
        self._within.append(front)
        try:
            self._walker.step()
            self._check_focus()
            self._activate()
        finally:
            self._within.pop()

    def _finish(self) -> None:
        """Close what is open one after the other, and then the window."""
        if self._walker.dismiss() or self._within:
            self._timer.start(PACE)
            return
        try:
            self._leave()
        finally:
            # Without a display Qt frees it after Python.
            QApplication.clipboard().clear()
            QApplication.quit()

    def _leave(self) -> None:
        finish_work(self._window)
        if self._window.opened is not None:
            self._undo_and_redo(self._window.opened)
        self._controller.show_home()
        process_events()
        gc.collect()
        process_events()
        left = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        if left != [self._window] or self._window.findChildren(Popover):
            self.faults.note(f"left open: {left}, {self._window.findChildren(Popover)}")
        self._window.close()
        if self._window.isVisible():
            self.faults.note("the window does not close")

    def _undo_and_redo(self, opened: OpenDraft) -> None:
        """Undo and redo all that was done since the proposal was opened."""
        stack, session = opened.session.undo_stack, opened.session
        before, place = session.draft.answers, stack.index()
        stack.setIndex(0)
        self._compare("undoing all does not lead to what was opened", session.draft, self._first)
        stack.setIndex(place)
        self._compare("redoing all does not lead to what it was", session.draft, before)

    def _compare(self, fault: str, draft: Draft, expected: Mapping[Key, Value]) -> None:
        keys = {*draft.answers, *expected}
        found = [
            str(key)
            for key in keys
            if draft.answers.get(key) != expected.get(key) and not is_desk_key(key)
        ]
        if found:
            self.faults.note(f"{fault}: {sorted(found)[:20]}")

    def report(self, files: Path) -> dict[str, object]:
        """Return what was found; the window is closed, so that every proposal is saved."""
        for path in sorted(files.glob("*.erasmus")):
            try:
                read = drafts.read(path).draft
            except DeskError as problem:
                self.faults.note(f"{path.name} cannot be opened: {problem.message_id}")
                continue
            session = self.last.session if self.last is not None else None
            if (
                session is not None
                and session.path == path
                and read.answers != session.draft.answers
            ):
                self.faults.note(f"{path.name} is not what the window had")
        return {"faults": self.faults.found, "memory": self.memory, "steps": len(self._walker.log)}


def answer_file_dialogs(chance: random.Random, files: Path) -> None:
    """Choose a file at once wherever the program asks for one; sometimes none."""

    def choose(*_: object, **__: object) -> tuple[str, str]:
        return chance.choice(["", *map(str, sorted(files.iterdir()))]), ""

    def choose_several(*_: object, **__: object) -> tuple[list[str], str]:
        chosen, kind = choose()
        return [chosen] if chosen else [], kind

    def choose_new(*_: object, **__: object) -> tuple[str, str]:
        return chance.choice(["", *(str(files / name) for name in NEW_NAMES)]), ""

    def choose_folder(*_: object, **__: object) -> str:
        return str(files.parent / "folder")

    def open_nothing(*_: object, **__: object) -> bool:
        return True

    QFileDialog.getOpenFileName = choose
    QFileDialog.getOpenFileNames = choose_several
    QFileDialog.getSaveFileName = choose_new
    QFileDialog.getExistingDirectory = choose_folder
    QDesktopServices.openUrl = open_nothing


def main(seed: int, steps: int, way: str, example: str) -> None:
    """Walk through the program, from an example on."""
    places = paths.find_paths()
    files = places.drafts
    settings.save(Settings(language=LANGUAGES[seed % len(LANGUAGES)]), places.settings)
    reports: list[dict[str, object]] = []
    walks: list[Walk] = []

    def work(controller: ApplicationController) -> int:
        process_events()
        # On the screen that is not there, which is smaller, the window is maximised at first.
        controller.window.setWindowState(Qt.WindowState.WindowNoState)
        controller.window.resize(*SIZES[seed % len(SIZES)])
        walker = (Looker if way == "look" else Walker)(controller, files, seed)
        answer_file_dialogs(walker.chance, files)
        walk = Walk(walker, controller, steps)
        walks.append(walk)
        walk.start()
        return QApplication.exec()

    code = app.run([str(files / example)], places, work)
    reports.append(walks[0].report(files))
    sys.stdout.write(json.dumps(reports[0] | {"code": code}) + "\n")


if __name__ == "__main__":
    faulthandler.enable()
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4])
