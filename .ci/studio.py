"""The real program in a home of its own, run to be drawn."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import picture  # noqa: E402 - the checkout must be on the path first
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from erasmus_desk import paths  # noqa: E402
from erasmus_desk.storage import settings  # noqa: E402
from erasmus_desk.storage.settings import Settings  # noqa: E402
from ui.app import build_controller  # noqa: E402
from ui.controllers.application import ApplicationController  # noqa: E402
from ui.dialogs.base import (  # noqa: E402
    SCREEN_MARGIN,
    Dialog,
)
from ui.main_window.editor import Editor  # noqa: E402
from ui.pages.base import Page  # noqa: E402

EXAMPLES = {"nl": "goede-praktijk-school.erasmus"}
"""The example to show by the language of the window."""
ANY_EXAMPLE = "innovation-vet.erasmus"


class Studio:
    """The real program in a home of its own, and the folder that its pictures go to."""

    def __init__(
        self, app: QApplication, chosen: Settings, home: Path, target: Path, size: QSize
    ) -> None:
        """Open a window of a size on an empty home page."""
        os.environ["ERASMUS_DESK_HOME"] = str(home)
        self.places = paths.find_paths()
        settings.save(chosen, self.places.settings)
        self.chosen = chosen
        self._app = app
        self._target = target
        self._size = size
        self._count = 0
        target.mkdir(parents=True, exist_ok=True)
        self.controller = self._open()

    def _open(self) -> ApplicationController:
        controller = build_controller(self._app, self.places)
        controller.start()
        self.settle()
        # On the screen that is not there, the window is maximised at first.
        controller.window.setWindowState(Qt.WindowState.WindowNoState)
        controller.window.resize(self._size)
        self.settle()
        return controller

    @property
    def example(self) -> Path:
        """The example in the language of the window, if there is one."""
        return self.places.examples / EXAMPLES.get(self.chosen.language, ANY_EXAMPLE)

    def again(self) -> None:
        """Close the program and start it anew."""
        self.close()
        self.controller = self._open()

    def close(self) -> None:
        """Close the program."""
        self.controller.shut_down()
        self.controller.window.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Let everything find its place."""
        # A change of height climbs one level of the layouts in each round.
        for _ in range(15):
            self._app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def shot(self, name: str, widget: QWidget | None = None) -> None:
        """Draw the window, or another widget; of a page that scrolls its whole length too."""
        self.settle()
        self._count += 1
        shown = widget or self.controller.window
        picture.save(shown, self._target / f"{self._count:02}-{name}.png")
        page = self._page_shown()
        body = page.widget() if page is not None else None
        if widget is None and page and body and page.verticalScrollBar().maximum() > 0:
            picture.save(body, self._target / f"{self._count:02}-{name}-whole.png")

    def _page_shown(self) -> Page | None:
        found = (page for page in self.controller.window.findChildren(Page) if page.isVisible())
        return next(found, None)

    def editor(self) -> Editor:
        """Return the desk that is shown."""
        editor = self.controller.window.editor
        if editor is None:
            raise SystemExit("The desk did not open.")
        return editor

    def dialog(self, name: str, dialog: Dialog) -> None:
        """Draw a dialog as it opens over the window."""
        dialog.show()
        dialog.fit(self._size - SCREEN_MARGIN)
        self.shot(name, dialog)
        dialog.close()
        dialog.deleteLater()


@contextmanager
def studio(app: QApplication, chosen: Settings, target: Path, size: QSize) -> Generator[Studio]:
    """Run the program in a home that goes away afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        one = Studio(app, chosen, Path(home), target, size)
        yield one
        one.close()
