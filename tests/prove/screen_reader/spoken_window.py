"""A window that shows what it is told to on its input, so that a screen reader can walk through it.

Argument: a draft. Lines: `steps` (answered by all of them), the name of a step, or `home`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier

from erasmus_desk import paths
from ui import app
from ui.controllers.application import ApplicationController
from ui.widgets.accessibility import speak_headings

TURNS = 20
"""Turns of the event loop after which a page is complete."""


def obey(controller: ApplicationController, line: str) -> str:
    """Show a page, or return the names of all."""
    editor = controller.window.editor
    if line == "home":
        controller.show_home()
    elif line == "new":
        controller.new_proposal()
    elif editor is not None and line == "steps":
        return "|".join(editor.steps())
    elif editor is not None:
        editor.show_step(line)
    application = app.QApplication.instance()
    for _ in range(TURNS if application else 0):
        app.QApplication.processEvents()
    return "shown"


def main() -> None:
    """Open the draft and obey until the input ends."""
    application = app.create_application()
    controller = app.build_controller(application, paths.find_paths())
    speak_headings()
    controller.start(Path(sys.argv[1]))

    def on_line() -> None:
        line = sys.stdin.readline().strip()
        if not line:
            application.quit()
            return
        sys.stdout.write(f"{obey(controller, line)}\n")
        sys.stdout.flush()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(on_line)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main()
