"""What a start on the home page does without: it is counted here, and timed by `make bench`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = """
import sys
from PySide6 import QtCore
from erasmus_desk import paths
from ui import app
application = app.application()
office = app.make_office(application, paths.places())
office.begin(None)
while not office.window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
print("Qt" in vars(QtCore), *sorted(sys.modules))
office.end()
"""
WAITING = {
    *("erasmus_desk.call.library", "erasmus_desk.draft.model", "erasmus_desk.draft.journal"),
    *("erasmus_desk.sentences", "erasmus_desk.export", "erasmus_desk.checks.run"),
    *("ui.desk", "ui.keeper", "ui.session", "ui.start.wizard", "ui.dialogs", "ui.rescue"),
    *("babel", "docx", "json", "sqlite3", "platformdirs", "logging.handlers", "dataclasses"),
}


def loaded(home: Path) -> list[str]:
    """Whether the enumerations of `Qt` were made, then the modules loaded once the page stands."""
    environment = {
        **os.environ,
        "ERASMUS_DESK_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", START]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_first_start_loads_nothing_that_only_drafts_need(tmp_path: Path) -> None:
    assert not WAITING & set(loaded(tmp_path))


def test_nothing_on_the_way_to_the_home_page_asks_for_the_enumerations_of_qt(
    tmp_path: Path,
) -> None:
    assert loaded(tmp_path)[0] == "False"


def test_a_first_start_leaves_nothing_on_disk_but_where_the_window_stood(tmp_path: Path) -> None:
    loaded(tmp_path)
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} <= {"window.json"}
