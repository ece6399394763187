"""What a start on the home page does without; how long it takes is measured by `make bench`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = """
import sys
from erasmus_desk import paths
from ui import app
application = app.create_application()
controller = app.build_controller(application, paths.find_paths())
controller.start(None)
while not controller.window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
print(*sorted(sys.modules))
controller.shut_down()
"""
HEAVY_LIBRARIES = {"docx", "xlsxwriter"}


def test_a_start_loads_no_library_that_only_word_files_and_workbooks_need(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "ERASMUS_DESK_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", START]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert not HEAVY_LIBRARIES & set(done.stdout.split())
