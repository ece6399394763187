"""Walks through the whole window and collects every text that it shows or holds ready."""

from __future__ import annotations

import importlib
import pkgutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import product
from pathlib import Path

from msgspec.structs import replace
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
    QStackedWidget,
    QTreeView,
    QWidget,
)

import ui
from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.errors import TargetRefused
from erasmus_desk.packs.added_calls import Effect
from erasmus_desk.storage.locks import LockHolder
from erasmus_desk.storage.open_file import FileReport, FileState
from erasmus_desk.storage.partner_book import PartnerBook
from erasmus_desk.storage.thinning import MAX_SPACE, JournalSpace
from tests.ui.editors import ALL_EXAMPLES, EXAMPLES, LANGUAGES
from tests.ui.guided import card_of_call
from tests.ui.pages.review_import.results import build_result
from ui.controllers.application import ApplicationController
from ui.controllers.locks import describe_lock
from ui.dialogs.about import AboutDialog, ShortcutsDialog
from ui.dialogs.add_call import AddCallDialog
from ui.dialogs.base import Dialog
from ui.dialogs.compare import ComparedAnswer, CompareDialog
from ui.dialogs.partner_book import PartnerBookDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.search_panel import SearchPanel
from ui.main_window.carry_choice import CarryChoicePage
from ui.main_window.editor import Editor
from ui.main_window.page_factory import CARRIED, HIDDEN, PREVIEW, REVIEW_IMPORT
from ui.pages.activities.page import ActivitiesPage
from ui.pages.export.preview_page import PreviewPage
from ui.pages.form.other_calls import OtherCallsView
from ui.pages.items.page import ListPage
from ui.pages.restore_page import RestorePage
from ui.pages.review_import.decision_model import DecisionModel
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.scroll_page import ScrollPage
from ui.wizard.call_pages import CallPage, PathPage
from ui.wizard.summary_page import SummaryPage
from ui.wizard.wizard import NewProposalWizard

ROUNDS = 20
"""A change of height climbs one level of the layouts in each round of events."""


def process_events() -> None:
    for _ in range(ROUNDS):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def collect_texts(widget: QWidget) -> set[str]:
    """Return every text of a widget and its children, also hidden ones.

    Not those of the pages behind the one that is shown: a walk sees each when it is in front.
    """
    texts: set[str] = set()
    for child in _list_parts(widget):
        texts |= {child.toolTip(), child.accessibleName(), child.windowTitle(), *_own(child)}
    for action in widget.findChildren(QAction):
        texts.add(action.text())
    return {text for text in texts if text.strip()}


def _list_parts(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    inside = widget.children()
    if isinstance(widget, QStackedWidget):
        behind = {widget.widget(place) for place in range(widget.count())}
        inside = [one for one in inside if one not in behind or one is widget.currentWidget()]
    for one in inside:
        if isinstance(one, QWidget):
            yield from _list_parts(one)


def _own(child: QWidget) -> set[str]:
    match child:
        case QLabel() | QAbstractButton():
            return {child.text()}
        case QLineEdit():
            return {child.placeholderText()}
        case QMenu():
            return {child.title()}
        case QComboBox():
            return {child.itemText(place) for place in range(child.count())}
        case QAbstractItemView():
            return set(_items(child, QModelIndex()))
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


def walk_window(controller: ApplicationController, example: Path) -> Iterator[tuple[str, QWidget]]:
    """Show every page, notification and dialog, one after the other, with its name."""
    yield from _shown("home, empty", controller.window)
    yield from _wizard_pages(controller)
    controller.home.show_about_call()
    yield from _shown("about this call", controller.window)
    controller.open_example(example)
    yield from _editor(controller)
    yield from _notifications(controller)
    yield from _dialogs(controller)
    yield from _carried(controller)
    yield from _backups(controller)
    controller.show_home()
    yield from _shown("home", controller.window)


def _backups(controller: ApplicationController) -> Iterator[tuple[str, QWidget]]:
    controller.home.show_backups()
    (page,) = controller.window.findChildren(RestorePage)
    for thread in threading.enumerate():
        if thread.name == "backups":
            thread.join()
    process_events()
    next(iter(page.cards.values())).rows[0].look_button.click()
    yield from _shown("backups", controller.window)
    page.request_back()


def walk_other_calls(
    controller: ApplicationController, seen: set[str]
) -> Iterator[tuple[str, QWidget]]:
    """Show the pages that are not seen yet, from the examples of another call that has them."""
    pages = list_pages()
    # From the end: the last call by name has pages of its own among its last ones.
    for example in sorted(set(ALL_EXAMPLES) - set(EXAMPLES), reverse=True):
        if seen >= pages:
            return
        controller.open_example(example)
        editor = controller.window.editor
        assert editor is not None
        for step in reversed(editor.steps()):
            if seen >= pages:
                return
            if type(editor.stack.page(step)).__name__ not in seen:
                editor.show_step(step)
                yield from _shown(f"{step} of {example.stem}", controller.window)


def _shown(name: str, widget: QWidget) -> Iterator[tuple[str, QWidget]]:
    process_events()
    yield name, widget


def list_pages() -> set[str]:
    """Return the names of all pages and dialogs of the program, by their classes."""
    _import_window()
    bases: tuple[type[QWidget], ...] = (ScrollPage, Dialog)
    leaves = (leaf for base in bases for leaf in _list_leaves(base))
    return {leaf.__name__ for leaf in leaves if leaf.__module__.startswith(f"{ui.__name__}.")}


@cache
def _import_window() -> None:
    """Import all modules of the window, whose pages are known from then on."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)


def _list_leaves(base: type[QWidget]) -> Iterator[type[QWidget]]:
    derived = base.__subclasses__()
    if not derived:
        yield base
    for one in derived:
        yield from _list_leaves(one)


def name_pages(widget: QWidget) -> set[str]:
    """Return the names of the pages and dialogs that are shown, by their classes."""
    pages = (*widget.findChildren(ScrollPage), *widget.findChildren(Dialog), widget)
    shown = (one for one in pages if one.isVisible())
    return {type(one).__name__ for one in shown if isinstance(one, ScrollPage | Dialog)}


def _wizard_pages(controller: ApplicationController) -> Iterator[tuple[str, QWidget]]:
    controller.new_proposal()
    (wizard,) = controller.window.findChildren(NewProposalWizard)
    while True:
        page = wizard.current_page()
        name = type(page).__name__
        yield from _shown(name, controller.window)
        if isinstance(page, SummaryPage):
            return
        if isinstance(page, PathPage):
            card_of_call(wizard).button.click()
            page = wizard.current_page()
        for card in page.findChildren(ChoiceCard)[:1]:
            if not isinstance(page, PathPage | CallPage):
                card.button.click()
        for button in page.findChildren(QAbstractButton):
            if button.isCheckable() and button.text() and button.isVisibleTo(page):
                button.setChecked(True)
        yield from _shown(f"{name}, answered", controller.window)
        wizard.go_to(wizard.state.page_index + 1)  # that of the call too
        assert wizard.current_page() is not page


def _editor(controller: ApplicationController) -> Iterator[tuple[str, QWidget]]:
    editor = controller.window.editor
    assert editor is not None
    editor.show_checks()
    walked: set[str] = set()
    yield from _steps(controller, editor, walked)
    session = editor.session
    editor.show_review_import(DecisionModel(build_result(session)))
    yield from _shown(REVIEW_IMPORT, controller.window)
    editor.close_review_import()
    role = Key(session.pack.role("kind"))
    before = session.value(role)
    for kind in [kind.id for kind in session.pack.kinds if kind.id != before][:1]:
        session.edit(role, kind)
    for removed in ("main_priority", "title"):
        session.edit(Key(session.pack.role(removed)), None)
    editor.check_runner.run_now()
    yield from _steps(controller, editor, walked)
    controller.draft_controllers.search.show(can_replace=True)
    (panel,) = editor.findChildren(SearchPanel)
    panel.line.setText("school")
    yield from _shown("search", controller.window)
    controller.draft_controllers.search.close()
    controller.draft_controllers.history.show()
    yield from _shown("history", controller.window)
    first = next(one.key for one in editor.check_runner.visible if is_text(one.question))
    editor.show_key(first)
    controller.draft_controllers.focus_mode.toggle()
    yield from _shown("focus mode", controller.window)
    controller.draft_controllers.focus_mode.toggle()


def is_text(question: Question) -> bool:
    return question.type is QuestionType.TEXT


def _carried(controller: ApplicationController) -> Iterator[tuple[str, QWidget]]:
    """Carry the proposal to another call, and show what became of its answers."""
    window, carry = controller.window, controller.draft_controllers.carry
    carry.show_calls()
    yield from _shown("carry", window)
    choice = window.stack.currentWidget()
    assert isinstance(choice, CarryChoicePage)
    choice.rows[0].click()
    yield from _shown(CARRIED, window)
    assert window.editor is not None
    window.editor.show_step(HIDDEN)
    (other,) = window.editor.findChildren(OtherCallsView)
    for part in other.parts[:2]:
        part.unfold(is_open=True)
    yield from _shown("hidden, of another call", window)


def _steps(
    controller: ApplicationController, editor: Editor, walked: set[str]
) -> Iterator[tuple[str, QWidget]]:
    """Show all steps, and the forms of rows that are not `walked` yet."""
    for step in (*editor.steps(), PREVIEW):
        editor.show_step(step)
        page = editor.current_page()
        if isinstance(page, PreviewPage):
            # Its pages are laid out in slices: a look between two of them would meet it half done.
            page.finish_layout()
        yield from _shown(step, controller.window)
        if isinstance(page, ActivitiesPage):
            yield from _activities(controller, page, walked)
        elif isinstance(page, ListPage):
            yield from _rows_of(controller, page, walked)


def _rows_of(
    controller: ApplicationController, page: ListPage, walked: set[str]
) -> Iterator[tuple[str, QWidget]]:
    """Show each part of the form below a row, and the question which column is what."""
    details = page.holder.unfold(page.holder.model.items[0])
    parts = [line for line in details.lines() if f"part {line.part}" not in walked]
    walked |= {f"part {line.part}" for line in parts}
    for line in parts:
        details.open_part(line.part)
        page.holder.fit()
        yield from _shown(f"part {line.part}", controller.window)
    page.holder.fold()
    if not parts:
        return
    page.choose("")
    QApplication.clipboard().setText("Scuola Esempio\tBologna\n")
    page.paste_area.paste()
    yield from _shown("pasted rows", controller.window)
    assert page.paste_area.panel is not None
    page.paste_area.panel.cancelled.emit()


def _activities(
    controller: ApplicationController, page: ActivitiesPage, walked: set[str]
) -> Iterator[tuple[str, QWidget]]:
    """Show the menu of the kinds, and an activity of each that is not `walked` yet."""
    page.list_view.show_menu()
    yield from _shown("kinds of activities", controller.window)
    page.list_view.menu.close_list()
    for row in {row.list_id: row for row in page.list_view.model.rows}.values():
        if row.list_id in walked:
            continue
        walked.add(row.list_id)
        page.open_activity(row.key)
        yield from _shown(f"activity of {row.list_id}", controller.window)
    page.close_editor()


def _notifications(controller: ApplicationController) -> Iterator[tuple[str, QWidget]]:
    since = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
    holder = LockHolder(host="school-pc-7", user="els", since=since, process=1)
    controller.window.notify("holder", describe_lock(holder, controller.window.language))
    yield from _shown("notice of another user", controller.window.notifications)
    file_changes = controller.home.recovery.file_changes
    for state in (FileState.CHANGED, FileState.RENAMED, FileState.GONE, FileState.NO_FOLDER):
        for is_dirty, is_kept in product((False, True), repeat=2):
            report = FileReport(state, Path("b.erasmus"))
            file_changes.show_report("a.erasmus", report, is_dirty=is_dirty, is_kept=is_kept)
            yield from _shown(f"notice of a file {state}", controller.window.notifications)
    writer = controller.draft_manager.backup_writer
    writer.use(Path("E:"))
    for code in ("missing-folder", "full", "no-right", ""):
        controller.window.notifications.clear()
        writer.problem = TargetRefused(code)
        writer.changed.emit()
        assert controller.window.notifications.topic
        yield from _shown(f"notice of backups {code}", controller.window.notifications)
    writer.use(None)
    controller.window.notifications.clear()


def _dialogs(controller: ApplicationController) -> Iterator[tuple[str, QWidget]]:
    editor = controller.window.editor
    assert editor is not None
    session, window = editor.session, controller.window
    book = PartnerBook()
    for item in session.draft.items(session.pack.role("organisations")):
        book = book.remember(session.draft, session.pack, item)
    rows = (ComparedAnswer("–", "1 2 3", "1 3 4"),)
    compare = CompareDialog(window, "–", "–", rows, ("–", "–"))
    dialogs: tuple[Dialog, ...] = (
        AboutDialog(window, "0.1.0"),
        AddCallDialog(window, session.pack, session.texts, Effect.NEW, "call.zip"),
        PartnerBookDialog(window, book, window.language),
        PartnerBookDialog(window, PartnerBook(), window.language),
        compare,
        ShortcutsDialog(window, controller.menus.shortcuts()),
        PreferencesDialog(window, controller.user_settings.current, LANGUAGES),
        PreferencesDialog(
            window,
            replace(controller.user_settings.current, backup_folder=Path("E:")),
            LANGUAGES,
            JournalSpace(2 * MAX_SPACE, 2 * MAX_SPACE),
        ),
    )
    for dialog in dialogs:
        dialog.show()
        yield from _shown(type(dialog).__name__, dialog)
        dialog.close()
        dialog.deleteLater()
