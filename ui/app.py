"""The application: the one place that makes things and puts them together."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from erasmus_desk import __version__, paths, sentences, settings
from erasmus_desk.call.library import Library
from erasmus_desk.draft import lock
from erasmus_desk.draft.copies import Copies
from erasmus_desk.draft.journal import Journal
from erasmus_desk.errors import JournalError, SaveError
from erasmus_desk.paths import Places
from erasmus_desk.settings import Settings

from . import bell, theme
from .keeper import Keeper
from .office import Office
from .theme import Icons, Look, Scheme

SELF_TEST = "--self-test"
NO_WINDOW = 2
LOG_BYTES = 500_000
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
    if named is not None and lock.look(named) is not None and bell.ring(places.bells, named):
        return 0
    office = make_office(app, places)
    hook = LastResort(office)
    sys.excepthook = hook.caught
    office.begin(named)
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
    """Make the application, with its name but without a look."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Erasmus Desk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("erasmus-desk")
    return app


def make_office(app: QApplication, places: Places) -> Office:
    """Make everything the window stands on, and the window."""
    library = Library(places.calls)
    kept = settings.load(places.settings)
    for note in kept.notes:
        log.info("setting passed over: %s", note)
    journal: Journal | None = None
    trouble: JournalError | SaveError | None = None
    try:
        journal = Journal.open(places.journal)
    except (JournalError, SaveError) as problem:
        trouble = problem
        log.warning("no journal: %s", problem)
    keeper = Keeper(library, places.drafts, journal, Copies(places.copies))
    dresser = Dresser(app, places, kept.settings)
    return Office(keeper, places, kept.settings, dresser, trouble)


class Dresser:
    """Gives the application its look and its language, now and when they change."""

    def __init__(self, app: QApplication, places: Places, chosen: Settings) -> None:
        """Dress the application as the settings say."""
        self._app = app
        self._places = places
        self._icons = Icons(places.resources / "icons")
        self._translators: list[QTranslator] = []
        self.look = self.dress(chosen)
        self.sentences = self.speak(chosen)

    def dress(self, chosen: Settings) -> Look:
        """Apply palette and type size."""
        self.look = Look(theme.colours_for(Scheme(chosen.theme.value)), self._icons)
        theme.apply(self._app, self.look, chosen.text_scale)
        return self.look

    def speak(self, chosen: Settings) -> sentences.Sentences:
        """Apply the language of the interface."""
        wanted = chosen.language or QLocale.system().name()
        self.sentences = sentences.load(self._places.resources / "sentences", wanted)
        language = self.sentences.language
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = []
        own = str(self._places.resources / "translations")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase", qt), ("erasmus_desk", own)):
            translator = QTranslator()
            if translator.load(f"{name}_{language}", folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
        QLocale.setDefault(QLocale(language))
        self._app.setLayoutDirection(QLocale(language).textDirection())
        return self.sentences


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


def _log_to(path: Path) -> None:
    """Log to one rotating file; it holds no answers, for they are personal data."""
    root = logging.getLogger("erasmus_desk")
    root.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
