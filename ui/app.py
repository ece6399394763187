"""The application: the one place that makes things and puts them together."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from erasmus_desk import __version__, paths
from erasmus_desk.paths import Places
from erasmus_desk.storage import locks, settings

from .controllers.application import Office
from .qt_support import Collector
from .session import single_instance
from .session.services import Workshop
from .theme.appearance import Wardrobe

SELF_TEST = "--self-test"
NO_WINDOW = 2
LOG_BYTES = 500_000
GIVE_WAY = 0.001
"""Seconds after which a thread that saves gives way to the window; Python's own 5 ms are felt."""
log = logging.getLogger("erasmus_desk.ui.app")


def run(argv: Sequence[str]) -> int:
    """Open the window, on the home page or on the draft named in the arguments.

    `--self-test` opens it, shows the home page once and ends: exit code 0 if that worked.
    """
    arguments = [one for one in argv if one != SELF_TEST]
    is_test = len(arguments) != len(argv)
    if not has_display():
        sys.stderr.write(
            "erasmus-desk: the window cannot open, because there is no display here. "
            "The commands work without one: erasmus-desk --help\n"
        )
        return NO_WINDOW
    app = application()
    places = paths.places()
    _log_to(places.log)
    named = Path(arguments[0]) if arguments else None
    if named is not None and _answers_elsewhere(named, places):
        return 0
    office = make_office(app, places)
    hook = LastResort(office)
    sys.excepthook = hook.caught
    office.begin(named)
    # What stands by now stays, and need not be looked through again while somebody types.
    gc.freeze()
    Collector(app)
    sys.setswitchinterval(GIVE_WAY)
    if is_test:
        app.processEvents()
        office.end()
        return 0
    code = app.exec()
    office.end()
    return code


def has_display() -> bool:
    """Tell whether a window can be shown; Qt itself would end the process if not."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def application() -> QApplication:
    """Make the application, with its name and style, but without our look."""
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Erasmus Desk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("erasmus-desk")
    return app


def make_office(app: QApplication, places: Places) -> Office:
    """Make everything the window stands on, and the window."""
    kept = settings.load(places.settings)
    for note in kept.notes:
        log.info("setting passed over: %s", note)
    wardrobe = Wardrobe(app, places, kept.settings)
    return Office(Workshop(places), places, kept.settings, wardrobe)


class LastResort:
    """Catches what nobody caught: logs it, saves, and tells the user; the window stays."""

    def __init__(self, office: Office) -> None:
        """Save and tell through this office."""
        self._office = office

    def caught(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Handle an exception that came out at the top."""
        if issubclass(kind, KeyboardInterrupt):
            self._office.end()
            QApplication.exit(130)
            return
        log.critical("unforeseen fault", exc_info=(kind, fault, trace))
        self._office.rescue(f"{kind.__name__}: {fault}")


def _answers_elsewhere(named: Path, places: Places) -> bool:
    """Tell whether another window has this draft open, and came forward with it."""
    return locks.look(named) is not None and single_instance.ring(places.bells, named)


class LogFile(logging.Handler):
    """One rotating file, opened with the first line there is to write.

    Most runs have nothing to say, and the module that writes such files takes long to load.
    """

    def __init__(self, path: Path) -> None:
        """Note where the file shall lie."""
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; where that cannot be, go without."""
        if self._file is None:
            self._file = self._opened()
        self._file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(
                self._path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        return file


def _log_to(path: Path) -> None:
    """Log to a file; it holds no answers, for they are personal data."""
    root = logging.getLogger("erasmus_desk")
    root.setLevel(logging.INFO)
    root.addHandler(LogFile(path))
