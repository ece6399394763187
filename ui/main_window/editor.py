"""The desk: steps on the left, the page in the middle, guidance on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.draft.visibility import parked
from erasmus_desk.i18n.messages import Sentences

from ..pages.base import Page, Remarks
from ..pages.export.page import WordPage
from ..pages.review_import.decision_model import Choices
from ..session.check_runner import Watch
from ..session.session import Session
from ..theme.theme import GRID, Look
from ..widgets.accessibility import announce
from .guidance_pane import GuidancePane
from .page_factory import (
    COMING,
    FEEDBACK,
    PARKED,
    PREVIEW,
    REVIEW,
    WORD,
    PageMaker,
    PageStack,
    step_of,
)
from .step_bar import Foot
from .step_list import Navigator
from .step_status import remarks, step_rows


class Desk(QWidget):
    """One open draft at work. Pages are built when they are first shown."""

    book_wanted = Signal()
    remembered = Signal(str)
    bring_wanted = Signal()
    coming_taken = Signal(object)
    """A home-coming shall be taken in, as its `Choices` say."""
    coming_renewed = Signal(object)
    """The draft has changed since files came home: what they come to is to be worked out anew."""
    moved = Signal()
    """Another step is shown; a good moment to save."""

    def __init__(self, session: Session, watch: Watch, sentences: Sentences, look: Look) -> None:
        """Build the frame and show the first step."""
        super().__init__()
        self.session = session
        self.watch = watch
        self._sentences = sentences
        self._look = look
        self.maker = PageMaker(session, watch, sentences, look)
        self.maker.review_wanted.connect(self.check)
        self.maker.book_wanted.connect(self.book_wanted)
        self.maker.remembered.connect(self.remembered)
        self.maker.bring_wanted.connect(self.bring_wanted)
        self._step = ""
        self._shows_gaps = False
        self.choices: Choices | None = None
        """What is decided so far on files that came home, while there are any."""
        self._build()
        session.changed.connect(self._on_changed)
        session.revealed.connect(self.show_key)
        watch.renewed.connect(self._on_renewed)
        self.navigator.chosen.connect(self.show_step)
        self._show_steps()
        self.show_step(self.navigator.model.rows[0].id)

    def _build(self) -> None:
        self.navigator = Navigator(self._look)
        self.stack = PageStack(self.maker)
        self.stack.asked_for.connect(self.show_key)
        self.guidance = GuidancePane(self.session)
        self.stack.focused.connect(self.guidance.show_key)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        widths = {self.navigator: 264, self.stack: 760, self.guidance: 328}
        for place, (widget, width) in enumerate(widths.items()):
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
        self.foot = Foot(self._look)
        self.foot.back_button.clicked.connect(self.show_previous)
        self.foot.next_button.clicked.connect(self.show_next)
        self.frame.addWidget(self.foot)

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
        page = self.stack.page(step)
        if page is None:
            return
        self._step = step
        if step == COMING and self.choices is not None:
            self.coming_renewed.emit(self.choices)
        page.refresh()
        page.show_remarks(self._remarks())
        self.stack.setCurrentWidget(page)
        self.navigator.select(_listed(self._step))
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
            page = self.stack.page(step)
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

    def show_coming(self, choices: Choices) -> None:
        """Show files that came home, to be decided on; others that were open are put aside."""
        self.close_coming()
        self.choices = choices
        page = self.maker.coming(choices)
        page.taken.connect(self.coming_taken)
        page.refused.connect(self.close_coming)
        choices.changed.connect(self._show_steps)
        self.stack.put(COMING, page)
        self._show_steps()
        self.show_step(COMING)

    def close_coming(self) -> None:
        """Put a home-coming away, and show what is kept of it."""
        if self.choices is None:
            return
        self.choices = None
        self._show_steps()
        if self._step == COMING:
            self.show_step(FEEDBACK)
        self.stack.drop(COMING)

    def page_widget(self) -> Page | None:
        """Give the page that is shown."""
        return self.stack.built(self._step)

    def word_page(self) -> WordPage | None:
        """Give the Word page, if it was ever shown."""
        page = self.stack.built(WORD)

        return page if isinstance(page, WordPage) else None

    def toggle_guidance(self) -> None:
        """Fold the guidance away, or show it again."""
        self.guidance.setVisible(not self.guidance.isVisible())

    def show_search(self, panel: QWidget) -> None:
        """Put the search above the page."""
        self.frame.insertWidget(0, panel)

    def _show_beside(self, way: int) -> None:
        steps, place = self.steps(), self._place(way)
        if 0 <= place < len(steps):
            self.show_step(steps[place])

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
        to_decide = self.choices.open_count if self.choices is not None else None
        rows = step_rows(self.session, self.watch, to_decide)
        self.navigator.show_steps(rows, _listed(self._step))

    def _show_foot(self) -> None:
        self.foot.show_place(self._place(), len(self.steps()))

    def _place(self, way: int = 0) -> int:
        """Give the place of the step shown, or one beside it; the first if it is not listed."""
        steps, shown = self.steps(), _listed(self._step)
        way = way if shown == self._step else max(way, 0)
        return steps.index(shown) + way if shown in steps else 0


def _listed(step: str) -> str:
    """Give a step as the list of steps has it: the preview belongs to the Word file."""
    return WORD if step == PREVIEW else step
