"""Goes through the whole window and gathers every word it shows, says or keeps ready."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeView,
    QWidget,
)

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.locks import Holder
from erasmus_desk.storage.partner_book import PartnerBook
from ui.controllers.application import LANGUAGES, Office
from ui.dialogs.about import AboutDialog
from ui.dialogs.base import Dialog
from ui.dialogs.compare import Compare, Compared
from ui.dialogs.partner_book import PartnerBookDialog
from ui.dialogs.preferences import Preferences
from ui.dialogs.search_panel import SearchPanel
from ui.dialogs.shortcuts import KeysDialog
from ui.main_window.editor import Desk
from ui.main_window.notice_bar import holder_notice
from ui.main_window.page_factory import PREVIEW
from ui.wizard.final_pages import SummaryScreen
from ui.wizard.page import ChoiceCard
from ui.wizard.wizard import StartWizard

ROUNDS = 12
"""A change of height climbs one level of the layouts in each round of events."""


def settle() -> None:
    for _ in range(ROUNDS):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def said(widget: QWidget) -> set[str]:
    """Give every text of a widget and of what is in it, also of what is hidden now."""
    found: set[str] = set()
    for part in (widget, *widget.findChildren(QWidget)):
        found |= {part.toolTip(), part.accessibleName(), part.windowTitle(), *_own(part)}
    for action in widget.findChildren(QAction):
        found.add(action.text())
    return {text for text in found if text.strip()}


def _own(part: QWidget) -> set[str]:
    match part:
        case QLabel() | QAbstractButton():
            return {part.text()}
        case QLineEdit():
            return {part.placeholderText()}
        case QMenu():
            return {part.title()}
        case QComboBox():
            return {part.itemText(place) for place in range(part.count())}
        case QAbstractItemView():
            return set(_items(part, QModelIndex()))
        case _:
            return set()


def _items(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    for column in range(view.header().count() if isinstance(view, QTreeView) else 1):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(parent)):
            index = model.index(row, column, parent)
            yield str(index.data() or "")
            yield from _items(view, index) if model.rowCount(index) else ()


def places(office: Office, example: Path) -> Iterator[tuple[str, QWidget]]:
    """Show all there is, one thing after the other, each with its name."""
    yield from _settled("home, empty", office.window)
    yield from _start(office)
    office.open_example(example)
    yield from _desk(office)
    yield from _notices(office)
    yield from _dialogs(office)
    office.show_home()
    yield from _settled("home", office.window)


def _settled(name: str, widget: QWidget) -> Iterator[tuple[str, QWidget]]:
    settle()
    yield name, widget


def _start(office: Office) -> Iterator[tuple[str, QWidget]]:
    office.new()
    (wizard,) = office.window.findChildren(StartWizard)
    while True:
        screen = wizard.screen_shown()
        name = type(screen).__name__
        yield from _settled(name, office.window)
        if isinstance(screen, SummaryScreen):
            return
        for card in screen.findChildren(ChoiceCard)[:1]:
            card.button.click()
        for button in screen.findChildren(QAbstractButton):
            if button.isCheckable() and button.text() and button.isVisibleTo(screen):
                button.setChecked(True)
        yield from _settled(f"{name}, answered", office.window)
        wizard.show_next()
        assert wizard.screen_shown() is not screen


def _desk(office: Office) -> Iterator[tuple[str, QWidget]]:
    desk = office.window.desk
    assert desk is not None
    desk.check()
    yield from _steps(office, desk)
    session = desk.session
    role = Key(session.pack.role("kind"))
    before = session.value(role)
    session.edit(role, next(kind.id for kind in session.pack.kinds if kind.id != before))
    for gone in ("main_priority", "title"):
        session.edit(Key(session.pack.role(gone)), None)
    desk.watch.renew()
    yield from _steps(office, desk)
    office.work.find()
    (panel,) = desk.findChildren(SearchPanel)
    panel.line.setText("school")
    yield from _settled("search", office.window)
    office.work.close_search()


def _steps(office: Office, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    for step in (*desk.steps(), PREVIEW):
        desk.show_step(step)
        yield from _settled(step, office.window)


def _notices(office: Office) -> Iterator[tuple[str, QWidget]]:
    since = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
    holder = Holder(host="school-pc-7", user="els", since=since, process=1)
    office.window.notices.show_notice(holder_notice(holder))
    yield from _settled("notice of another user", office.window.notices)
    office.reception.rescues.tell_conflict()
    yield from _settled("notice of a conflict", office.window.notices)
    office.window.notices.clear()


def _dialogs(office: Office) -> Iterator[tuple[str, QWidget]]:
    desk = office.window.desk
    assert desk is not None
    session, window = desk.session, office.window
    book = PartnerBook()
    for item in session.draft.items(session.pack.role("organisations")):
        book = book.remember(session.draft, session.pack, item)
    compare = Compare(window, "–", "–", (Compared("–", "1 2 3", "1 3 4"),))
    compare.offer("–", "–")
    dialogs: tuple[Dialog, ...] = (
        AboutDialog(window, "0.1.0"),
        PartnerBookDialog(window, book, window.language),
        PartnerBookDialog(window, PartnerBook(), window.language),
        compare,
        KeysDialog(window, office.menus.shortcuts()),
        Preferences(window, office.memory.settings, LANGUAGES),
    )
    for dialog in dialogs:
        dialog.show()
        yield from _settled(type(dialog).__name__, dialog)
        dialog.close()
        dialog.deleteLater()
