"""The window speaks the language that the system asks for, as the commands do."""

import os
import subprocess
import sys

import pytest

from erasmus_desk.storage.user_messages import find_message_language
from tests.core.desk_process import ROOT

SPEAK = """
from PySide6.QtWidgets import QApplication
from erasmus_desk.paths import find_paths
from erasmus_desk.storage.settings import Settings
from ui.theme.appearance import Appearance
app = QApplication([])
print(Appearance(app, find_paths(), Settings()).language)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="these variables are those of Linux")
@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "es_ES.UTF-8", "LANGUAGE": "es:fr_BE:nl"}, "fr"),
        ({"LANG": "nl_BE.UTF-8", "LANGUAGE": "de"}, "de"),
    ],
)
def test_the_window_speaks_the_first_language_of_the_system_that_it_knows(
    variables: dict[str, str], language: str
) -> None:
    hidden = {"LC_ALL", "LC_MESSAGES", "LC_NUMERIC"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", SPEAK],
        cwd=ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == language
    assert find_message_language(variables, ("en", "nl", "fr", "de"))[:2] == language
