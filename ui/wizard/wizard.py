"""The guided start: its steps at the left, the page of one, what it means, and Next docked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from erasmus_desk.call.offers import find_first_path
from erasmus_desk.storage.unfinished_starts import StartState

from ..session.session import Session
from ..session.undo_actions import make_undo_actions
from ..theme.theme import Theme
from ..widgets.accessibility import announce
from ..widgets.layouts import build_column
from ..widgets.selectors import RadioButton
from ..widgets.tab_order import order_areas
from .call_pages import CallPage, PathPage
from .kind_pages import KindPage
from .page import WizardPage
from .start_choices import StartChoices
from .start_columns import StartColumns
from .start_foot import StartFoot
from .start_pages import StartTexts, build_first_pages, build_pages, describe_steps
from .summary_page import SummaryPage


class NewProposalWizard(QWidget):
    """Asks for the first choices, on a draft in memory, and emits the draft at the end."""

    created = Signal(object)
    """The new draft; it is not saved yet."""
    cancelled = Signal()
    about_requested = Signal(str)
    """What there is to know about a call is to be shown."""
    changed = Signal()
    """A choice was made, or another page is shown: the `state` is another one."""

    def __init__(
        self,
        texts: StartTexts,
        languages: tuple[str, ...],
        theme: Theme,
        state: StartState | None = None,
    ) -> None:
        """Begin with the first call, or restore a state. Raises PackError.

        `languages` are those preferred for a proposal, the first that the call takes is chosen.
        """
        super().__init__()
        self._texts = texts
        self._theme = theme
        self._choices = choices = StartChoices(texts, languages, state)
        self._pages: list[WizardPage] = []
        self._page_index = self._furthest = 0
        self._build()
        first = build_first_pages(choices.call, choices.path, texts, theme)
        self._path_page, self._call_page = first
        for page in first:
            self._serve(page)
        self._take_session()
        self._show(min(state.page_index, len(self._pages) - 1) if state else 0)

    @property
    def session(self) -> Session:
        """The draft of the call that is chosen."""
        return self._choices.session

    @property
    def state(self) -> StartState:
        """The present state, from which the wizard can be rebuilt."""
        return self._choices.to_state(self._page_index, len(self._pages))

    def current_page(self) -> WizardPage:
        """Return the page that is shown."""
        return self._pages[self._page_index]

    def show_next(self) -> None:
        """Show the next page, or what is missing on this one."""
        if self._page_index == len(self._pages) - 1:
            self.create_proposal()
        else:
            self.go_to(self._find_page(1))

    def show_previous(self) -> None:
        """Show the previous page; on the first one, cancel."""
        if self._page_index == 0:
            self.cancelled.emit()
        else:
            self._show(self._find_page(-1))

    def go_to(self, index: int) -> None:
        """Show a page, or the first one before it on which something is missing."""
        if not self._is_stopped(range(self._page_index, index)):
            self._show(index)

    def create_proposal(self) -> None:
        """Create the proposal, or show the page on which something is missing."""
        if not self._is_stopped(range(len(self._pages))):
            self.created.emit(self.session.draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Enter choose the focused choice; elsewhere, or if it is chosen, show the next page."""
        widget = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(widget, RadioButton) and not widget.isChecked():
            widget.click()
        elif is_enter and isinstance(widget, QLabel | RadioButton | QCheckBox | QLineEdit):
            self.show_next()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.columns = StartColumns(self._theme)
        self.stack, self.steps = self.columns.stack, self.columns.steps
        self.steps.chosen.connect(self.go_to)
        self.foot = foot = StartFoot(self._theme)
        foot.back_requested.connect(self.show_previous)
        foot.left.connect(self.cancelled)
        foot.creation_requested.connect(self.create_proposal)
        foot.next_requested.connect(self.show_next)
        self.back_button, self.next_button = foot.back_button, foot.next_button
        self.obstacle_label = foot.obstacle_label
        layout = build_column(self, self.columns, foot, spacing=0)
        layout.setStretchFactor(self.columns, 1)

    def _take_session(self) -> None:
        """Take the session of the call that is chosen, with the pages for what the call asks."""
        session, first = self.session, (self._path_page, self._call_page)
        session.revealed.connect(self._refresh_page)
        session.changed.connect(self.changed)
        session.changed.connect(self._show_steps)
        _add_undo_actions(self, session.undo_stack)
        self._pages = build_pages(session, first, self._choices.advice, self._texts, self._theme)
        self.columns.show_pages(self._pages)
        for page in self._pages[len(first) :]:
            self._serve(page)

    def _serve(self, page: WizardPage) -> None:
        page.answered.connect(self._on_answered)
        page.about_requested.connect(self._ask_about_call)
        match page:
            case PathPage():
                page.chosen.connect(self._on_path)
            case CallPage():
                page.chosen.connect(self._on_call)
            case KindPage():
                page.questions.answered.connect(self.changed)
            case SummaryPage():
                page.step_requested.connect(self._show)
            case _:
                pass

    def _refresh_page(self) -> None:
        self.current_page().refresh()

    def _ask_about_call(self) -> None:
        self.about_requested.emit(self._choices.call)

    def _show(self, index: int) -> None:
        self._page_index = index
        self._furthest = max(self._furthest, index)
        self.changed.emit()
        page = self._pages[index]
        # Undo must be visible, so changes on other pages cannot be undone.
        self.session.undo_stack.clear()
        page.refresh()
        page.refresh_aside()
        self.columns.show_page(page)
        order_areas(page, page.aside, self.foot, self.steps)
        page.focus_first()
        announce(page, page.title_label.text())
        self.obstacle_label.clear()
        self.foot.show_step(index, len(self._pages))
        self._show_steps()

    def _find_page(self, way: int) -> int:
        """Return the next or previous page; that of the call only if it is still to be chosen."""
        index = self._page_index + way
        is_chosen = self._pages[index] is self._call_page and self._choices.is_call_served
        return index + way if is_chosen else index

    def _is_stopped(self, indices: range) -> bool:
        """Return whether something is missing on these pages; show the first, and what it is."""
        for index in indices:
            obstacle = self._pages[index].find_obstacle()
            if obstacle:
                if index != self._page_index:
                    self._show(index)
                self.obstacle_label.setText(obstacle)
                self._pages[index].focus_obstacle()
                announce(self, obstacle)
                return True
        return False

    def _show_steps(self) -> None:
        """Show in the list of the steps what was chosen."""
        pages, index = self._pages, self._page_index
        if pages:
            self.steps.show_steps(describe_steps(pages, index, self._furthest))
            is_possible = not any(page.find_obstacle() for page in pages)
            self.foot.allow_creation(is_possible=is_possible and index < len(pages) - 1)

    def _on_answered(self) -> None:
        self.obstacle_label.clear()
        self._show_steps()

    def _on_path(self, path: str, call: str) -> None:
        self._choices.path = path
        if call and call != self._choices.call:
            self._change_call(call)
        else:
            self.changed.emit()

    def _on_call(self, call: str) -> None:
        if call != self._choices.call:
            self._choices.path = find_first_path(self._texts.library.load_pack(call))
            self._change_call(call)

    def _change_call(self, call: str) -> None:
        self._choices.take_call(call)
        self._path_page.show_call(call, self._choices.path)
        self._call_page.show_call(call)
        self._take_session()
        self.foot.show_step(self._page_index, len(self._pages))
        self._show_steps()
        self.changed.emit()


def _add_undo_actions(widget: QWidget, stack: QUndoStack) -> None:
    """Add the undo and redo shortcuts to a widget, as fields have no undo of their own."""
    for old in widget.actions():
        widget.removeAction(old)
        old.deleteLater()
    undo, redo = make_undo_actions(stack, widget)
    undo.setShortcuts(QKeySequence.StandardKey.Undo)
    redo.setShortcuts(QKeySequence.StandardKey.Redo)
    widget.addActions([undo, redo])
