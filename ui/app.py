"""The application: it builds everything and starts the event loop."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from erasmus_desk import __version__, paths
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import settings
from erasmus_desk.storage.damaged_files import describe_damaged
from erasmus_desk.storage.user_messages import load_user_messages

from .controllers.application import ApplicationController, open_files
from .controllers.end_of_session import EndOfSession
from .controllers.system_colours import SystemColours
from .qt_support import GarbageCollector
from .session import single_instance
from .session.services import Services
from .theme.app_icon import load_app_icon
from .theme.appearance import Appearance
from .widgets.accessibility import speak_headings

NO_WINDOW = 2
_NOT_OF_DISPLAY = "locale(1)"
"""Part of what Qt says first where the system writes in another encoding than UTF-8."""
HEADINGS_AFTER = 500
"""Milliseconds after the start until headings are told: what it loads must not delay the window."""
LOG_BYTES = 500_000
SWITCH_INTERVAL = 0.001
"""Seconds until a thread that saves yields to the window; the default of 5 ms delays keys."""
log = logging.getLogger("erasmus_desk.ui.app")


def run(
    argv: Sequence[str],
    places: AppPaths | None = None,
    work: Callable[[ApplicationController], int] | None = None,
) -> int:
    """Open the window, on the home page or on the draft named in the arguments.

    `places` are other folders than the user's. `work` is done instead of waiting for the user, and
    returns the exit code.
    """
    places = places or paths.find_paths()
    if not has_display():
        sys.stderr.write(_describe_start("no-display", places))
        return NO_WINDOW
    app = create_application()
    collector = GarbageCollector(app)
    _log_to(places.log)
    named = tuple(map(Path, argv))
    if named and single_instance.activate_other_window(named[0], places):
        return 0
    controller = build_controller(app, places)
    hook = ExceptionHook(controller)
    sys.excepthook = hook.handle
    session_end = EndOfSession(app, controller.window)
    app.files_requested.connect(partial(open_files, controller))
    controller.start(*named)
    # Nearly all objects made so far live on; collections while somebody types leave them out.
    gc.freeze()
    controller.window.stack.replaced.connect(collector.collect_all_soon)
    sys.setswitchinterval(SWITCH_INTERVAL)
    QTimer.singleShot(HEADINGS_AFTER, speak_headings)
    QTimer.singleShot(HEADINGS_AFTER, partial(follow_system_colours, controller))
    code = work(controller) if work else app.exec()
    controller.shut_down()
    del session_end
    return code


def follow_system_colours(controller: ApplicationController) -> None:
    """Show light, dark or high contrast as the desktop does from now on."""
    SystemColours(controller.window, controller.user_settings, controller.apply_settings)


def has_display() -> bool:
    """Return whether a window can be shown; without a display Qt would end the process."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _describe_start(name: str, places: AppPaths, **facts: object) -> str:
    """Return why the window cannot open, as a line in the user's language."""
    text = load_user_messages(places).format_message(f"start.{name}", None, **facts)
    return f"erasmus-desk: {text}\n"


@contextlib.contextmanager
def _reporting_lost_display() -> Generator[None]:
    """End the process with a sentence where Qt would abort it: the display does not answer."""
    messages: list[str] = []

    def record(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        messages.append(message)
        if kind is QtMsgType.QtFatalMsg:
            # The first on the display says why; the last is a paragraph on all platforms there are.
            causes = [one for one in messages if _NOT_OF_DISPLAY not in one]
            reason = " ".join(causes[0].split())
            sys.stderr.write(_describe_start("no-answer", paths.find_paths(), reason=reason))
            sys.stderr.flush()
            os._exit(NO_WINDOW)

    before = qInstallMessageHandler(record)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    # In which encoding Qt goes on is nothing that anybody has to mend, or could read in English.
    said = (one for one in messages if _NOT_OF_DISPLAY not in one)
    sys.stderr.writelines(f"{message}\n" for message in said)


class Application(QApplication):
    """The application; macOS tells it, and not a new process, which files to open."""

    files_requested = Signal(object)
    """The paths of files that the user opened in the Finder or dropped on the icon, as a tuple."""

    def event(self, event: QEvent) -> bool:
        """Pass on the file of an open event."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.files_requested.emit((Path(event.file()),))
            return True
        return super().event(event)


def create_application() -> Application:
    """Return the application with its name and style."""
    with _reporting_lost_display():
        app = Application([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Erasmus Desk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("erasmus-desk")
    return app


def build_controller(app: QApplication, places: AppPaths) -> ApplicationController:
    """Return the controller with the window and its services."""
    app.setWindowIcon(load_app_icon(places.resources / "icons"))
    loaded = settings.load(places.settings)
    for note in loaded.notes:
        log.info("setting ignored: %s", note)
    appearance = Appearance(app, places, loaded.settings)
    services = Services(places, loaded.settings.backup_folder)
    controller = ApplicationController(services, places, loaded.settings, appearance)
    if loaded.is_damaged:
        with controller.window.showing_errors():
            renamed = settings.set_aside(loaded, places.settings)
            controller.window.show_error(describe_damaged(places.settings, renamed))
    return controller


class ExceptionHook:
    """Handles exceptions that nothing caught: logs, saves and tells the user; the window stays."""

    def __init__(self, controller: ApplicationController) -> None:
        self._controller = controller

    def handle(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Handle an exception; the signature is that of `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            if self._controller.window.close():
                QApplication.exit(130)
            return
        log.critical("unexpected exception", exc_info=(kind, fault, trace))
        self._controller.report_fault(f"{kind.__name__}: {fault}")


class LogFile(logging.FileHandler):
    """A log file of limited size; the lines before are kept in one more file.

    `logging.handlers` does the same, and loads sockets and queues with it: 10 ms of each start.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, into a new file once the present one is full."""
        with contextlib.suppress(OSError):
            if Path(self.baseFilename).stat().st_size > LOG_BYTES:
                self.close()
                Path(self.baseFilename).replace(f"{self.baseFilename}.1")
        super().emit(record)


def _log_to(path: Path) -> None:
    """Log to one rotating file, made with its first line; no answers, which are personal data."""
    root = logging.getLogger("erasmus_desk")
    root.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler = LogFile(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
