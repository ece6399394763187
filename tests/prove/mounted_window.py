"""A window whose disk becomes full or read-only and is whole again, and what it says of that.

Arguments: a folder that a file system is mounted on, what is broken of it, and a draft outside of
it. Prints one line of JSON.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import DraftError
from erasmus_desk.storage import drafts
from tests.ui.keyboard import process_events
from ui import app
from ui.controllers.application import ApplicationController

TEXT = Key("des.rationale")
PATIENCE = 60
"""Seconds in which the window must have done by itself what is waited for."""
LONG = "words that nobody may lose " * 2000


def wait_for(is_so: Callable[[], bool]) -> bool:
    """Process events until something is so, and return whether it was."""
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        process_events()
        time.sleep(0.01)
    return is_so()


def run(*command: str | Path) -> None:
    """Run a command of the system. Raises CalledProcessError."""
    subprocess.run(command, check=True)


def forbid_writing(place: Path) -> None:
    """Mount the place read-only over itself: what is open stays open, as on a disk that fails."""
    run("mount", "--bind", place, place)
    run("mount", "-o", "remount,bind,ro", place)


def fill(place: Path) -> None:
    """Fill the disk to the last byte."""
    with (place / "filler").open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            with contextlib.suppress(OSError):
                while file.write(bytes(size)):
                    pass


def read_text(path: Path) -> str:
    """Return the answer as the file has it."""
    try:
        return drafts.read(path).draft.text(TEXT.question)
    except DraftError as problem:
        return problem.message_id


def is_broken(place: Path) -> bool:
    """Return whether nothing can be written any more."""
    try:
        (place / "probe").write_bytes(bytes(8192))
    except OSError as problem:
        return problem.errno in {errno.ENOSPC, errno.EROFS, errno.EDQUOT}
    (place / "probe").unlink()
    return False


def watch(
    controller: ApplicationController, place: Path, path: Path, fault: str
) -> dict[str, object]:
    """Write while the disk is broken, and return what became of it."""
    editor = controller.window.editor
    assert editor is not None
    session = editor.session
    session.edit(TEXT, "before")
    found: dict[str, object] = {"saved before": wait_for(lambda: read_text(path) == "before")}
    if fault == "full":
        fill(place)
    else:
        forbid_writing(place)
    found["broken"] = is_broken(place)
    told = list[str]()
    shown, trouble = controller.window.notifications.text_label, controller.window.save_trouble
    assert trouble is not None

    def listen() -> bool:
        told.extend(
            label.text()
            for label in (trouble.label, shown)
            if label.isVisible() and label.text() not in told
        )
        return trouble.isVisible()

    session.edit(TEXT, LONG)
    found["told of the file"] = wait_for(listen)
    found["told"] = told
    found["says that it is saved"] = shown.isVisible() and "is saved" in shown.text()
    found["file meanwhile"] = read_text(path)
    if fault == "full":
        (place / "filler").unlink()
    else:
        run("umount", "--lazy", place)
    found["saved by itself"] = wait_for(lambda: read_text(path) == LONG)
    found["notice gone"] = wait_for(
        lambda: trouble.isHidden() and (not shown.isVisible() or shown.text() not in told)
    )
    return found


def main(place: Path, fault: str, draft: Path) -> None:
    """Open the draft on the broken disk, watch, and close."""
    path = place / "drafts" / "a.erasmus"
    path.parent.mkdir()
    shutil.copy(draft, path)
    os.environ["ERASMUS_DESK_HOME"] = str(place)
    application = app.create_application()
    controller = app.build_controller(application, paths.find_paths())
    controller.start(path)
    process_events()
    found = watch(controller, place, path, fault)
    controller.shut_down()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
