"""The desk: steps on the left, the page in the middle, guidance on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.asked import parked
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.sentences import Sentences

from .access import announce
from .buttons import onward_button, push_button
from .guidance import GuidancePane
from .navigator import Navigator
from .pages.base import Page, Remarks
from .pages.maker import PARKED, REVIEW, WORD, PageMaker, step_of
from .session import Session
from .steps import remarks, step_rows
from .theme import GRID, Look, set_role
from .watch import Watch

if TYPE_CHECKING:
    from .pages.word import WordPage


class Desk(QWidget):
    """One open draft at work. Pages are built when they are first shown."""

    export_wanted = Signal(object)
    book_wanted = Signal()
    remembered = Signal(str)
    bring_wanted = Signal()
    moved = Signal()
    """Another step is shown; a good moment to save."""

    def __init__(self, session: Session, watch: Watch, sentences: Sentences, look: Look) -> None:
        """Build the frame and show the first step."""
        super().__init__()
        self.session = session
        self.watch = watch
        self._sentences = sentences
        self._look = look
        self._maker = PageMaker(session, watch, sentences, look)
        self._maker.export_wanted.connect(self.export_wanted)
        self._maker.review_wanted.connect(self.check)
        self._maker.book_wanted.connect(self.book_wanted)
        self._maker.remembered.connect(self.remembered)
        self._maker.bring_wanted.connect(self.bring_wanted)
        self._pages: dict[str, Page] = {}
        self._step = ""
        self._shows_gaps = False
        self._build()
        session.changed.connect(self._on_changed)
        session.revealed.connect(self.show_key)
        watch.renewed.connect(self._on_renewed)
        self.navigator.chosen.connect(self.show_step)
        self._show_steps()
        self.show_step(self.navigator.model.rows[0].id)

    def _build(self) -> None:
        self.navigator = Navigator(self._look)
        self.stack = QStackedWidget()
        self.guidance = GuidancePane(self.session)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for place, (widget, width) in enumerate(
            ((self.navigator, 264), (self.stack, 760), (self.guidance, 328))
        ):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(place, 1 if widget is self.stack else 0)
            self.splitter.setCollapsible(place, widget is self.guidance)
            widget.setMinimumWidth(min(width, 200))
        # Large type needs more room for the long words of the steps; guidance can spare it.
        steps = min(max(264, self.fontMetrics().averageCharWidth() * 24 + GRID * 8), 352)
        self.splitter.setSizes([steps, 774, max(592 - steps, 264)])
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(0, 0, 0, 0)
        self.frame.setSpacing(0)
        self.frame.addWidget(self.splitter, 1)
        self.frame.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        set_role(foot, "side")
        row = QHBoxLayout(foot)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.back_button = push_button(self._look.icon("chevron-left"), self.tr("Back"))
        self.back_button.clicked.connect(self.show_previous)
        self.next_button = onward_button(self._look.icon("chevron-right"), self.tr("Next"))
        self.next_button.clicked.connect(self.show_next)
        self.page_label = QLabel()
        set_role(self.page_label, "quiet")
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.page_label)
        row.addStretch(1)
        row.addWidget(self.next_button)
        return foot

    @property
    def step(self) -> str:
        """The id of the step that is shown."""
        return self._step

    def steps(self) -> tuple[str, ...]:
        """Give the ids of all steps in order."""
        return tuple(row.id for row in self.navigator.model.rows)

    def show_step(self, step: str) -> None:
        """Show a step, with its title focused and announced."""
        if step == self._step:
            return
        page = self._page(step)
        if page is None:
            return
        self._step = step
        page.refresh()
        page.show_remarks(self._remarks())
        self.stack.setCurrentWidget(page)
        self.navigator.select(step)
        page.focus_first()
        announce(page, page.title_label.text())
        self._show_foot()
        self.moved.emit()

    def focus_page(self) -> None:
        """Put the keyboard focus where reading of the page begins."""
        page = self.page_widget()
        if page is not None:
            page.focus_first()

    def show_next(self) -> None:
        """Show the step after this one."""
        self._show_beside(1)

    def show_previous(self) -> None:
        """Show the step before this one."""
        self._show_beside(-1)

    def show_key(self, key: Key) -> None:
        """Go to an answer, on whatever page it is, and focus it."""
        step = step_of(key, self.session)
        if step not in self.steps() or key in parked(self.session.draft, self.session.pack):
            step = PARKED if PARKED in self.steps() else ""
        if step:
            self.show_step(step)
            page = self._page(step)
            if page is not None:
                page.show_key(key)
            self.guidance.show_key(key)

    def check(self) -> None:
        """Show the review; from now on pages also tell what is missing."""
        self._shows_gaps = True
        self.show_step(REVIEW)

    def show_word(self) -> None:
        """Show the Word page."""
        self.show_step(WORD)

    def page_widget(self) -> Page | None:
        """Give the page that is shown."""
        return self._pages.get(self._step)

    def word_page(self) -> WordPage | None:
        """Give the Word page, if it was ever shown."""
        page = self._pages.get(WORD)
        from .pages.word import WordPage  # noqa: PLC0415 - loaded when it is shown

        return page if isinstance(page, WordPage) else None

    def toggle_guidance(self) -> None:
        """Fold the guidance away, or show it again."""
        self.guidance.setVisible(not self.guidance.isVisible())

    def show_search(self, panel: QWidget) -> None:
        """Put the search above the page."""
        self.frame.insertWidget(0, panel)

    def _show_beside(self, way: int) -> None:
        steps = self.steps()
        place = steps.index(self._step) + way if self._step in steps else 0
        if 0 <= place < len(steps):
            self.show_step(steps[place])

    def _page(self, step: str) -> Page | None:
        if step not in self._pages:
            page = self._maker.page(step)
            if page is None:
                return None
            page.focused.connect(self.guidance.show_key)
            page.asked_for.connect(self.show_key)
            self._pages[step] = page
            self.stack.addWidget(page)
        return self._pages[step]

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        page = self.page_widget()
        if page is not None:
            page.on_changes(frozenset(change.key for change in changes))

    def _on_renewed(self) -> None:
        self._show_steps()
        page = self.page_widget()
        if page is not None:
            page.show_remarks(self._remarks())
        self._show_foot()

    def _remarks(self) -> Remarks:
        return remarks(self.watch, self.session, self._sentences, with_gaps=self._shows_gaps)

    def _show_steps(self) -> None:
        self.navigator.show_steps(step_rows(self.session, self.watch), self._step)

    def _show_foot(self) -> None:
        steps = self.steps()
        place = steps.index(self._step) if self._step in steps else 0
        self.back_button.setEnabled(place > 0)
        self.next_button.setEnabled(place < len(steps) - 1)
        self.page_label.setText(self.tr("Step {0} of {1}").format(place + 1, len(steps)))
