"""The guided start: its steps at the left, the page of one, what it means, and Next docked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget

from erasmus_desk.call.model import Pack
from erasmus_desk.draft import reconcile
from erasmus_desk.draft.create import carry_over, create_draft, list_proposal_languages
from erasmus_desk.draft.model import Draft
from erasmus_desk.storage.drafts import now
from erasmus_desk.storage.unfinished_starts import StartState

from ..session.session import Session
from ..theme.theme import Theme
from ..widgets.accessibility import announce
from ..widgets.layouts import build_column
from .call_pages import CallPage, PathPage
from .final_pages import ORGANISATION_ROLES, PROPOSAL_ROLES
from .kind_pages import KindPage
from .page import WizardPage
from .start_columns import StartColumns
from .start_foot import StartFoot
from .start_pages import StartTexts, build_pages, describe_steps
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
        self._languages = languages
        self._theme = theme
        self._call = state.draft.pack.id if state else texts.library.list_packs()[0]
        self._advice: dict[str, dict[str, str]] = {}
        if state:
            self._advice = {call: dict(answers) for call, answers in state.advice.items()}
        self._others = {one.pack.id: one for one in state.others} if state else {}
        self.session = self._new_session(state.draft if state else None)
        self._path = state.path if state else find_first_path(self.session.pack)
        self._pages: list[WizardPage] = []
        self._page_index = self._furthest = 0
        self._build()
        self._build_pages()
        self._show(min(state.page_index, len(self._pages) - 1) if state else 0)

    @property
    def state(self) -> StartState:
        """The present state, from which the wizard can be rebuilt."""
        return StartState(
            self.session.draft,
            self._path,
            self._page_index,
            len(self._pages),
            {call: dict(answers) for call, answers in self._advice.items() if answers},
            tuple(self._others.values()),
        )

    def current_page(self) -> WizardPage:
        """Return the page that is shown."""
        return self._pages[self._page_index]

    def show_next(self) -> None:
        """Show the next page, or what is missing on this one."""
        if self._page_index == len(self._pages) - 1:
            self.create_proposal()
        else:
            self.go_to(self._page_index + 1)

    def show_previous(self) -> None:
        """Show the previous page; on the first one, cancel."""
        if self._page_index == 0:
            self.cancelled.emit()
        else:
            self._show(self._page_index - 1)

    def go_to(self, index: int) -> None:
        """Show a page, or the first one before it on which something is missing."""
        if not self._is_stopped(range(self._page_index, index)):
            self._show(index)

    def create_proposal(self) -> None:
        """Create the proposal, or show the page on which something is missing."""
        if not self._is_stopped(range(len(self._pages))):
            self.created.emit(self.session.draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Enter choose the focused choice; if it is chosen already, go to the next page."""
        widget = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(widget, QRadioButton) and not widget.isChecked():
            widget.click()
        elif is_enter and isinstance(widget, QLabel | QRadioButton):
            self.show_next()
        else:
            super().keyPressEvent(event)

    def _new_session(self, draft: Draft | None = None) -> Session:
        pack = self._texts.library.load_pack(self._call)
        texts = self._texts.library.load_texts(self._call, self._texts.language)
        draft = draft or create_first_draft(pack, self._languages)
        session = Session(reconcile.reconcile_draft(draft, pack, texts), pack, texts, Path())
        session.revealed.connect(lambda: self.current_page().refresh())
        session.changed.connect(self.changed)
        session.changed.connect(self._show_steps)
        _add_undo_actions(self, session.undo_stack)
        return session

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

    def _build_pages(self) -> None:
        """Build the pages for which the call has questions."""
        advice = self._advice.setdefault(self._call, {})
        self._pages = build_pages(self.session, self._path, advice, self._texts, self._theme)
        self.columns.show_pages(self._pages)
        for page in self._pages:
            page.answered.connect(self._on_answered)
            page.about_requested.connect(lambda: self.about_requested.emit(self._call))
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
        page.focus_first()
        announce(page, page.title_label.text())
        self.obstacle_label.clear()
        self.foot.show_step(index, len(self._pages))
        self._show_steps()

    def _is_stopped(self, indices: range) -> bool:
        """Return whether something is missing on these pages; show the first, and what it is."""
        for index in indices:
            obstacle = self._pages[index].find_obstacle()
            if obstacle:
                if index != self._page_index:
                    self._show(index)
                self.obstacle_label.setText(obstacle)
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

    def _on_path(self, path: str) -> None:
        self._path = path
        self.changed.emit()

    def _on_call(self, call: str) -> None:
        """Change the call: its pages replace the others, and nothing chosen is lost.

        What both calls ask comes along; the rest is there again when the call is changed back.
        """
        if call == self._call:
            return
        before = self.session
        self._others[self._call] = before.draft
        self._call = call
        pack = self._texts.library.load_pack(call)
        draft = self._others.pop(call, None) or create_first_draft(pack, self._languages)
        roles = (*PROPOSAL_ROLES, *ORGANISATION_ROLES)
        self.session = self._new_session(carry_over(draft, pack, before.draft, before.pack, roles))
        self._build_pages()
        # Another call may have fewer pages before this one.
        self._show([isinstance(page, CallPage) for page in self._pages].index(True))


def find_first_path(pack: Pack) -> str:
    """Return what most users want to do: the first that the program supports."""
    return next((path.id for path in pack.paths if path.is_supported), "")


def create_first_draft(pack: Pack, languages: tuple[str, ...]) -> Draft:
    """Return a new draft in the first of these languages that the call takes."""
    offered = list_proposal_languages(pack)
    language = next((one for one in languages if offered is not None and one in offered), None)
    return create_draft(pack, {"language": language} if language else {}, now())


def _add_undo_actions(widget: QWidget, stack: QUndoStack) -> None:
    """Add the undo and redo shortcuts to a widget, as fields have no undo of their own."""
    for old in widget.actions():
        widget.removeAction(old)
        old.deleteLater()
    undo, redo = stack.createUndoAction(widget), stack.createRedoAction(widget)
    undo.setShortcuts(QKeySequence.StandardKey.Undo)
    redo.setShortcuts(QKeySequence.StandardKey.Redo)
    widget.addActions([undo, redo])
