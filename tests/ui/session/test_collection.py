"""A draft that nobody uses any more is freed, in whatever order Python goes about it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.core.desk_process import ROOT

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


def test_python_frees_a_draft_and_its_steps_of_undo_in_any_order() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COLLECTED],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr[-3000:]
