"""The wizard for a new proposal: pages with Back and Next, and a summary at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QStackedWidget, QWidget

from erasmus_desk.call.library import Library
from erasmus_desk.draft import reconcile
from erasmus_desk.draft.create import carry_over, create_draft
from erasmus_desk.draft.model import Draft, Value
from erasmus_desk.storage.drafts import now
from erasmus_desk.storage.unfinished_starts import StartState

from ..session.session import Session
from ..theme.theme import Theme, set_role
from ..widgets.accessibility import announce
from ..widgets.buttons import push_button, text_button
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import build_column, build_row
from .call_pages import CallPage, PathPage
from .final_pages import (
    ORGANISATION_ROLES,
    PROPOSAL_ROLES,
    IdentityPage,
    SummaryPage,
    WizardPrioritiesPage,
)
from .kind_pages import FieldPage, KindPage
from .page import WizardPage


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
        library: Library,
        language: str,
        folder: Path,
        presets: dict[str, Value],
        theme: Theme,
        state: StartState | None = None,
    ) -> None:
        """Begin with the first call of the library, or restore a state.

        `presets` are first answers by role. Raises PackError if the call cannot be read.
        """
        super().__init__()
        self._library = library
        self._language = language
        self._folder = folder
        self._presets = presets
        self._theme = theme
        self._call = state.draft.pack.id if state else library.list_packs()[0]
        self._path = state.path if state else ""
        self._advice: dict[str, dict[str, str]] = {}
        if state:
            self._advice = {call: dict(answers) for call, answers in state.advice.items()}
        self._others = {one.pack.id: one for one in state.others} if state else {}
        self.session = self._new_session(state.draft if state else None)
        self._pages: list[WizardPage] = []
        self._page_index = 0
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
        obstacle = self.current_page().find_obstacle()
        self.obstacle_label.setText(obstacle)
        if obstacle:
            announce(self, obstacle)
            return
        if self._page_index == len(self._pages) - 1:
            self.created.emit(self.session.draft)
        else:
            self._show(self._page_index + 1)

    def show_previous(self) -> None:
        """Show the previous page; on the first one, cancel."""
        if self._page_index == 0:
            self.cancelled.emit()
        else:
            self._show(self._page_index - 1)

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
        pack = self._library.load_pack(self._call)
        texts = self._library.load_texts(self._call, self._language)
        draft = draft or create_draft(pack, self._presets, now())
        session = Session(reconcile.reconcile_draft(draft, pack, texts), pack, texts, Path())
        session.revealed.connect(self._on_undone)
        session.changed.connect(self.changed)
        self._add_undo_actions(session.undo_stack)
        return session

    def _add_undo_actions(self, stack: QUndoStack) -> None:
        """Add the undo and redo shortcuts, as fields have no undo of their own."""
        for old in self.actions():
            self.removeAction(old)
            old.deleteLater()
        undo, redo = stack.createUndoAction(self), stack.createRedoAction(self)
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo.setShortcuts(QKeySequence.StandardKey.Redo)
        self.addActions([undo, redo])

    def _build(self) -> None:
        self.stack = QStackedWidget()
        foot = QFrame()
        set_role(foot, "side")
        icon = self._theme.icon("chevron-left")
        self.back_button = push_button(icon, "", clicked=self.show_previous)
        self.position_label = short_label("", "quiet")
        self.obstacle_label = wrapped_label("", "warm")
        self.next_button = text_button("", self.show_next, "primary")
        margins = (2, 1, 2, 1)
        row = build_row(foot, self.back_button, self.position_label, margins=margins, spacing=None)
        row.addWidget(self.obstacle_label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.next_button)
        layout = build_column(self, spacing=0)
        layout.addWidget(self.stack, 1)
        layout.addWidget(foot)

    def _build_pages(self) -> None:
        """Build the pages for which the call has questions."""
        pack, session, theme = self.session.pack, self.session, self._theme
        path = PathPage(pack, session.texts, self._path)
        path.chosen.connect(self._on_path)
        call = CallPage(self._library, self._language, self._call)
        call.chosen.connect(self._on_call)
        for page in (path, call):
            page.about_requested.connect(lambda: self.about_requested.emit(self._call))
        pages: list[tuple[bool, Callable[[], WizardPage]]] = [
            (bool(pack.paths), lambda: path),
            (True, lambda: call),
            (bool(pack.kinds), lambda: self._build_kind_page(session)),
            (bool(pack.fields), lambda: FieldPage(session, theme)),
            (bool(pack.role("main_priority")), lambda: WizardPrioritiesPage(session, theme)),
            (True, lambda: IdentityPage(session, theme)),
            (True, lambda: SummaryPage(session, str(self._folder))),
        ]
        self._pages = [make() for is_needed, make in pages if is_needed]
        for page in self._pages:
            self.stack.addWidget(page)
            page.answered.connect(self.obstacle_label.clear)

    def _build_kind_page(self, session: Session) -> KindPage:
        page = KindPage(session, self._theme, self._advice.setdefault(self._call, {}))
        page.advice.answered.connect(self.changed)
        return page

    def _show(self, index: int) -> None:
        self._page_index = index
        self.changed.emit()
        page = self._pages[index]
        # Undo must be visible, so changes on other pages cannot be undone.
        self.session.undo_stack.clear()
        page.refresh()
        self.stack.setCurrentWidget(page)
        page.focus_first()
        announce(page, page.title_label.text())
        self.obstacle_label.clear()
        is_last = index == len(self._pages) - 1
        self.back_button.setText(self.tr("Back") if index else self.tr("Home"))
        self.next_button.setText(self.tr("Create proposal") if is_last else self.tr("Next"))
        self.position_label.setText(self.tr("Step {0} of {1}").format(index + 1, len(self._pages)))

    def _on_undone(self) -> None:
        self.current_page().refresh()

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
        pack = self._library.load_pack(call)
        draft = self._others.pop(call, None) or create_draft(pack, self._presets, now())
        roles = (*PROPOSAL_ROLES, *ORGANISATION_ROLES)
        self.session = self._new_session(carry_over(draft, pack, before.draft, before.pack, roles))
        for page in self._pages:
            self.stack.removeWidget(page)
            page.deleteLater()
        self._build_pages()
        # Another call may have fewer pages before this one.
        self._show([isinstance(page, CallPage) for page in self._pages].index(True))
