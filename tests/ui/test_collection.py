"""What nobody uses any more is freed: a draft, its pages, a start that was left.

PySide keeps an object for ever in cases that no one sees in Python: where a part of Qt is asked for
its focus proxy, and where a lambda on a signal of an object without a parent leads back to it.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from erasmus_desk.draft.model import Key
from tests.core.desk_process import ROOT
from tests.ui.guided import take_call
from tests.ui.keyboard import CTRL, Keyboard, process_events
from tests.ui.short_draft import write_short_draft
from ui.controllers.application import ApplicationController
from ui.wizard.wizard import NewProposalWizard

TEXT = Key("des.rationale")
LEFT = """
import gc, weakref
from PySide6.QtWidgets import QApplication
from tests.ui.keyboard import process_events
from ui import app
from ui.qt_support import GarbageCollector

def work(controller):
    controller.new_proposal()
    wizard = controller.window.stack.currentWidget()
    gc.collect()
    freed = weakref.ref(wizard.session)
    del wizard
    controller.show_home()
    process_events()
    QApplication.instance().findChild(GarbageCollector).collect()
    process_events()
    gc.collect()
    print(freed() is None)
    return 0

app.run([], None, work)
"""
COLLECTED = """
import gc, weakref
from PySide6.QtCore import QCoreApplication
from erasmus_desk.draft.model import Key
from tests.ui.editors import EXAMPLES, open_session

application = QCoreApplication([])
session = open_session(EXAMPLES[0])
session.edit(Key("prj.title"), "New")
step, freed = session.undo_stack.command(0), weakref.ref(session)
del session
# The collector, which looks at the draft while only the step is held, begins with it afterwards.
gc.collect()
del step
gc.collect()
print(freed() is None)
"""


@pytest.fixture
def first_draft(home: Path) -> Path:
    return write_short_draft(home / "short.erasmus")


class Watched:
    """Objects of which nothing shall be left."""

    def __init__(self) -> None:
        self._objects: list[tuple[str, weakref.ref[QObject]]] = []

    def add(self, *objects: QObject | None) -> None:
        self._objects += [(type(one).__name__, weakref.ref(one)) for one in objects if one]

    def list_left(self) -> list[str]:
        """Collect, and return what is there still."""
        for _ in range(2):
            process_events()
            gc.collect()
        return [name for name, one in self._objects if one() is not None]


def count_husks() -> int:
    """Return how many objects Python keeps of which Qt has nothing."""
    gc.collect()
    return sum(isinstance(one, QObject) and not isValid(one) for one in gc.get_objects())


def use_draft(controller: ApplicationController, keyboard: Keyboard, watched: Watched) -> None:
    """Look at every page, go through it by Tab, write, undo, and change the language twice."""
    editor, opened = controller.window.editor, controller.window.opened
    assert editor is not None
    assert opened is not None
    watched.add(editor, opened.session, opened.autosave, opened.check_runner)
    for step in editor.steps():
        editor.show_step(step)
        process_events()
        keyboard.press(Qt.Key.Key_Tab)
        watched.add(editor.current_page())
    editor.show_key(TEXT)
    keyboard.type("More")
    keyboard.press(Qt.Key.Key_Z, CTRL)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.press(Qt.Key.Key_Escape)
    for language in ("nl", "en"):
        chosen = replace(controller.user_settings.current, language=language)
        controller.apply_settings(chosen)
        process_events()


def test_nothing_is_left_of_a_draft_that_was_closed(
    controller: ApplicationController, keyboard: Keyboard, first_draft: Path
) -> None:
    """Of actions that Qt's own undo stack makes something is left: two with each language."""
    watched, husks = Watched(), list[int]()
    for _ in range(2):
        if controller.window.opened is None:
            controller.window.open_draft(first_draft)
        process_events()
        use_draft(controller, keyboard, watched)
        controller.show_home()
        assert watched.list_left() == []
        husks.append(count_husks())
    assert husks[1] == husks[0]


def test_nothing_is_left_of_a_start_that_was_left(controller: ApplicationController) -> None:
    watched = Watched()
    controller.new_proposal()
    wizard = controller.window.stack.currentWidget()
    assert isinstance(wizard, NewProposalWizard)
    watched.add(wizard, wizard.session)
    take_call(wizard)
    watched.add(wizard.session, wizard.current_page())
    controller.show_home()
    del wizard
    assert watched.list_left() == []


@pytest.mark.parametrize("program", [COLLECTED, LEFT], ids=["steps of undo", "what was left"])
def test_python_frees_in_any_order_and_soon(home: Path, program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "ERASMUS_DESK_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr[-3000:]
