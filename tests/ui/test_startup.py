"""What a start does without, on the home page and with a draft; `make bench` measures its time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QAbstractScrollArea
from erasmus_desk import paths
from ui import app
application = app.create_application()
controller = app.build_controller(application, paths.find_paths())
controller.start(*map(Path, sys.argv[1:]))
while not controller.window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
print(*sorted(sys.modules))
# A class of Qt that nothing of ours names, made only where all are made at once.
print(*(f"Qt:{one.__name__}" for one in QAbstractScrollArea.__subclasses__()))
controller.shut_down()
"""
HEAVY_LIBRARIES = {"docx", "xlsxwriter"}
OF_DRAFTS = {"erasmus_desk.call.model", "erasmus_desk.draft.file_format", "sqlite3"}
"""What reads calls, drafts and the journal."""


UNUSED_CLASS = "Qt:QMdiArea"
LATER = {
    "ui.fields.question_box",
    "ui.controllers.review_import",
    "ui.controllers.export",
    "erasmus_desk.export.export",
}
FORMATS = "babel"
"""It takes 7 MB and is loaded with the first amount that the checks bring."""


def list_loaded(home: Path, *draft: str) -> set[str]:
    """Return the modules that are loaded when the window can be used."""
    environment = {
        **os.environ,
        "ERASMUS_DESK_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", START, *draft]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_home_page_loads_nothing_of_word_files_calls_drafts_or_the_journal(
    tmp_path: Path,
) -> None:
    """The first start reads the calls once, for their names."""
    assert not HEAVY_LIBRARIES & list_loaded(tmp_path)
    assert not (HEAVY_LIBRARIES | OF_DRAFTS | {UNUSED_CLASS}) & list_loaded(tmp_path)


def test_opening_a_draft_loads_neither_fields_nor_exports_nor_the_rules_of_languages(
    tmp_path: Path,
) -> None:
    example = ROOT / "resources" / "examples" / "innovation-vet.erasmus"
    draft = shutil.copy(example, tmp_path / "a.erasmus")
    loaded = list_loaded(tmp_path / "home", str(draft))
    assert "ui.main_window.editor" in loaded
    assert not (HEAVY_LIBRARIES | LATER | {FORMATS, UNUSED_CLASS}) & loaded


WATCHED = """
import gc
from erasmus_desk.__main__ import main
gc.collect()
automatic = []
gc.callbacks.append(lambda *_: automatic.append(gc.isenabled()))
code = main(["--self-test"])
print(code, any(automatic))
"""


def test_python_collects_no_garbage_by_itself_while_the_window_is_loaded(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "ERASMUS_DESK_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", WATCHED]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]
