"""The self-test: whether all of the program is there and works, with a report on it.

A package may lack what a checkout has: words, styles, a library of Qt. `erasmus-desk --self-test
FOLDER` finds out on any machine, and what it leaves in the folder can be compared with what another
build leaves there. The report is for whoever builds or mends the program and is in English, as the
log is.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QEventLoop, QHashSeed, QLibraryInfo, QTranslator
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from erasmus_desk.call.library import Library
from erasmus_desk.export import export
from erasmus_desk.i18n import calendar_words, formats, messages
from erasmus_desk.paths import AppPaths, find_resources
from erasmus_desk.spelling.dictionaries import find_dictionaries
from erasmus_desk.spelling.protocol import is_installed
from erasmus_desk.storage import drafts

from . import app
from .controllers.application import ApplicationController
from .controllers.program_dialogs import describe_program
from .pdf.writer import render_pdf
from .session.spell_checker import SpellChecker
from .theme.languages import TRANSLATIONS, WORDS, WORDS_OF_QT

UNUSABLE = 2
FAILED = 1
FEWEST_COLOURS = 8
"""Of a picture of a window: one that was not painted has a single one."""
PROBE = "a-b"
"""Looked up to see whether a dictionary loads; no language need have it."""
SUM, DAY = Decimal("1234567.5"), date(2026, 3, 5)
"""Written in every language, to see whether its data are there."""
log = logging.getLogger("erasmus_desk.ui.self_test")


def run(argv: Sequence[str]) -> int:
    """Open the window and close it; with a folder also test everything else and report in it.

    Exit code 0: it works. 1: something is missing, see the report. 2: the folder cannot be used.
    The user's own files are not touched.
    """
    if not argv[1:]:
        return app.run((), work=lambda _: QApplication.processEvents() or 0)
    folder = Path(argv[1]).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        if sys.stderr:
            sys.stderr.write(f"erasmus-desk: {folder}: {problem.strerror}\n")
        return UNUSABLE
    # Qt writes the fonts of a PDF in the order of a table that is mixed anew by each start.
    QHashSeed.setDeterministicGlobalSeed()
    home = folder / "home"
    places = AppPaths(find_resources(), home / "drafts", home / "local")
    return app.run((), places, partial(_examine, folder=folder))


class Step(Struct, frozen=True):
    """One part of the test: `check` returns what it found, or raises any exception."""

    name: str
    check: Callable[[], str]


def _examine(controller: ApplicationController, folder: Path) -> int:
    """Take all steps, write the report and print it; return the exit code."""
    report = [describe_program()]
    failed = 0
    for step in _list_steps(controller, folder):
        try:
            report.append(f"ok {step.name}: {step.check()}")
        except Exception as fault:
            log.critical("the self-test failed", exc_info=fault)
            report.append(f"FAILED {step.name}: {type(fault).__name__}: {fault}")
            failed += 1
    report.append(f"failed: {failed}")
    text = "\n".join(report) + "\n"
    (folder / "report.txt").write_text(text, encoding="utf-8")
    if sys.stdout:
        # A console of Windows may not have the letters of a name.
        with suppress(UnicodeError):
            sys.stdout.write(text)
    return FAILED if failed else 0


def _list_steps(controller: ApplicationController, folder: Path) -> Iterator[Step]:
    places = controller.paths
    yield Step("calls", partial(_check_calls, places))
    yield Step("words", partial(_check_words, places))
    yield Step("formats", partial(_write_numbers, folder))
    yield Step("spelling", partial(_check_spelling, places))
    yield Step("home-page", partial(_picture_window, controller, folder / "home-page.png"))
    for example in sorted(places.examples.glob("*.erasmus")):
        name = example.stem
        yield Step(f"window/{name}", partial(_open_example, controller, example, folder))
        yield Step(f"export/{name}", partial(_export, places, example, folder))


def _check_calls(places: AppPaths) -> str:
    """Load every call with its texts in all its languages."""
    library = Library(places.calls)
    packs, faults = library.load_packs()
    if faults or not packs:
        raise LookupError("; ".join(map(str, faults)) or "there is no call")
    for pack in packs:
        for language in pack.languages:
            library.load_texts(pack.id, language, pack.revision)
    return ", ".join(f"{pack.id} ({' '.join(pack.languages)})" for pack in packs)


def _check_words(places: AppPaths) -> str:
    """Load the sentences and the translations of every language, with those of Qt itself."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = str(places.resources / TRANSLATIONS)
    languages = messages.list_languages(places.resources / "sentences")
    for language in languages:
        messages.load_messages(places.resources / "sentences", language)
        for name, folders in ((WORDS_OF_QT, (qt, own)), (WORDS, (own,))):
            file = name.format(language)
            if not any(QTranslator().load(file, folder) for folder in folders):
                raise LookupError(file)
    return ", ".join(languages)


def _check_spelling(places: AppPaths) -> str:
    """Look a word up in every dictionary that comes with the program, in the process for that."""
    if not is_installed():
        return "not-installed"
    found = find_dictionaries(places.added_dictionaries, places.dictionaries, ())
    if not found:
        raise LookupError("there is no dictionary")
    checker = SpellChecker(found)
    try:
        for language in found:
            checker.look_up(language, PROBE)
        while checker.is_waiting:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    finally:
        checker.close()
    if checker.faults:
        raise LookupError(", ".join(f"{one}: {fault}" for one, fault in checker.faults.items()))
    return ", ".join(found)


def _write_numbers(folder: Path) -> str:
    """Write an amount, a date and a list in every language in which dates are read."""
    lines = [
        f"{code}: {formats.format_money(SUM, 'EUR', code)}; {formats.format_date(DAY, code)}; "
        f"{formats.format_list(['1', '2', '3'], code)}; {formats.name_country('EL', code)}\n"
        for code in calendar_words.MONTHS
    ]
    (folder / "languages.txt").write_text("".join(lines), encoding="utf-8")
    return ", ".join(calendar_words.MONTHS)


def _picture_window(controller: ApplicationController, target: Path) -> str:
    """Take a picture of the window as it is now."""
    QApplication.processEvents()
    window = controller.window
    picture = window.grab().toImage()
    points = range(0, picture.width(), 4), range(0, picture.height(), 4)
    colours = {picture.pixel(x, y) for x in points[0] for y in points[1]}
    if len(colours) < FEWEST_COLOURS or not picture.save(str(target)):
        raise LookupError(f"{target.name} is empty or could not be written")
    if QApplication.windowIcon().isNull():
        raise LookupError("there is no icon")
    return f"{picture.width()} × {picture.height()}"


def _open_example(controller: ApplicationController, example: Path, folder: Path) -> str:
    """Open a copy of an example in the window."""
    copy = controller.draft_manager.create_copy(example, example.stem)
    # As macOS opens a file, which is the way that no other system goes.
    if (application := QApplication.instance()) is not None:
        QApplication.sendEvent(application, QFileOpenEvent(str(copy)))
    opened = controller.window.opened
    if opened is None or opened.session.path != copy:
        raise LookupError(f"{copy.name} did not open")
    return _picture_window(controller, folder / f"{example.stem}.png")


def _export(places: AppPaths, example: Path, folder: Path) -> str:
    """Write an example as Word file, PDF and workbook."""
    draft = drafts.read(example).draft
    source = draft, Library(places.calls), places.resources
    document = export.build_document(*source)
    files = {
        ".docx": export.render_word(*source).content,
        ".pdf": render_pdf(document, export.read_style(places.resources)).content,
        ".xlsx": export.render_workbook(*source),
    }
    for suffix, content in files.items():
        (folder / f"{example.stem}{suffix}").write_bytes(content)
    return ", ".join(f"{suffix} {len(content)} bytes" for suffix, content in files.items())
