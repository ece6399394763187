"""The overview: where the user stopped, what is next, figures, criteria, and who has a copy."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.unconfirmed import list_unconfirmed
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.storage.last_places import LastPlace

from ...qt_support import single_shot
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale
from ...widgets.layouts import STRETCH, add_content, build_column
from ..base import Page
from . import model
from .cards import ACROSS, DOWN, UnconfirmedLine, turn
from .continue_card import ContinueCard
from .head import OverviewHead
from .lists import MAX_ROWS, CopiesCard, CriteriaCard, NextCard
from .tiles import TileGrid

TWO_COLUMNS, THREE_COLUMNS, MAX_WIDTH = 960, 1500, 1760
"""Widths of the page in pixels at 100 % from which it has more columns, and its most."""
NARROW = 520
"""Width of a column in pixels at 100 % below which rows are two lines."""


class Columns(Enum):
    """The columns of the page: the stretch of the main one, and of those at its side."""

    ONE = (1, 0)
    TWO = (13, 6)
    THREE = (10, 11)

    @property
    def main(self) -> int:
        """The stretch of the column with the next questions."""
        return self.value[0]

    @property
    def side(self) -> int:
        """The stretch of award criteria and copies together; 0 where they are below."""
        return self.value[1]

    @classmethod
    def find(cls, width: float) -> Columns:
        """Return the columns for a width in pixels at 100 %."""
        if width >= THREE_COLUMNS:
            return cls.THREE
        return cls.TWO if width >= TWO_COLUMNS else cls.ONE


class OverviewPage(Page):
    """Shows the state of the proposal; everything on it leads to where the work is."""

    needs_width: ClassVar[bool] = True

    continued = Signal(object)
    """The `LastPlace` to go back to."""
    page_requested = Signal(object)
    """A key whose page is to be shown from its top."""
    export_requested = Signal()
    copying_requested = Signal()
    feedback_requested = Signal()

    def __init__(
        self, session: Session, checks: CheckRunner, messages: Messages, theme: Theme
    ) -> None:
        super().__init__("", is_centred=True)
        self.limit_column(MAX_WIDTH)
        self.set_title(self.tr("Overview"))
        self._session, self._checks = session, checks
        self._messages, self._theme = messages, theme
        self._place: LastPlace | None = None
        self._band: tuple[Columns, bool] | None = None
        self.grant: Grant | None = None
        self._settle_timer = single_shot(self, 0)
        self._settle_timer.timeout.connect(self._renew_layouts)
        self._build_parts()
        self._build_layout()
        checks.finished.connect(self._on_checked)

    def _build_parts(self) -> None:
        theme = self._theme
        self.continue_card = ContinueCard(theme)
        self.continue_card.button.clicked.connect(self._on_continue)
        self.tiles = TileGrid(self._session, self._checks, theme)
        self.tiles.jump_requested.connect(self.jump_requested)
        self.tiles.page_requested.connect(self.page_requested)
        self.next_card = NextCard(theme)
        self.next_card.chosen.connect(self._on_next)
        self.next_card.all_button.clicked.connect(self.checks_requested)
        self.next_card.export_requested.connect(self.export_requested)
        self.next_card.copying_requested.connect(self.copying_requested)
        self.unconfirmed = UnconfirmedLine(theme)
        self.unconfirmed.unfolded.connect(self._on_unfolded)
        self.criteria_card = CriteriaCard(self._session, theme)
        self.criteria_card.chosen.connect(self.jump_requested)
        self.copies_card = CopiesCard(self._session, theme)
        self.copies_card.chosen.connect(self.feedback_requested)
        self.copies_card.send_button.clicked.connect(self.export_requested)
        self._cards = (self.next_card, self.criteria_card, self.copies_card)

    def _build_layout(self) -> None:
        self.take_title()
        self.head = OverviewHead(self.title_label, self._theme)
        self._main, self._side = QWidget(self.column_widget), QWidget(self.column_widget)
        content = (self.continue_card, self.tiles, self.next_card, self.unconfirmed)
        build_column(self._main, *content, STRETCH, spacing=2)
        top = Qt.AlignmentFlag.AlignTop
        self._side_box = QBoxLayout(DOWN, self._side)
        self._side_box.setSpacing(GRID * 2)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        for card in (self.criteria_card, self.copies_card):
            self._side_box.addWidget(card, 0, top)
        self._side_box.addStretch(1)
        self._columns = QBoxLayout(ACROSS)
        self._columns.setSpacing(GRID * 2)
        self._columns.addWidget(self._main)
        self._columns.addWidget(self._side)
        self.column.setSpacing(GRID * 2)
        add_content(self.column, self.head, self._columns)

    def show_place(self, place: LastPlace | None) -> None:
        """Show where the user stopped; a place that is no more is not offered."""
        self._place = place
        self._show_place()

    def focus_first(self) -> None:
        """Set the focus on the button that continues, so that Enter leads back to the work."""
        if self.continue_card.isHidden():
            super().focus_first()
        else:
            self.continue_card.button.setFocus()

    def refresh(self) -> None:
        """Show the present state; the grant follows with the checks."""
        if self._checks.has_checked:
            self.grant = compute_grant(self._session.draft, self._session.pack)
        self._show_all()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Show a change by undo or from elsewhere while the page is shown."""
        self._show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _on_checked(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_all(self) -> None:
        session, completion = self._session, self._checks.progress.completion
        answered = self.tr("{0} of {1} required answers").format(
            completion.required_answered, completion.required
        )
        self.head.show_answers(answered, completion.share)
        items = model.list_next(session, self._checks, self._messages, MAX_ROWS)
        self.next_card.show_next(items)
        self._show_place()
        self.tiles.show_grant(self.grant)
        self.criteria_card.show_progress(self._checks.progress.criteria)
        self.copies_card.show_copies()
        call = session.texts.get("pack.short")
        self.unconfirmed.show_count(len(list_unconfirmed(session.pack)), call)
        self._band = None
        self._arrange()

    def _show_place(self) -> None:
        place = self._find_place()
        if place is not None:
            self.continue_card.show_last(place, self._session)
        else:
            self.continue_card.show_first(self._first_key(), self._session)

    def _arrange(self) -> None:
        """Choose the columns by the width of the page and the size of the text."""
        scale = find_text_scale(self)
        width = self.width() / scale
        columns = Columns.find(width)
        is_narrow = width < NARROW
        room = min(self.width(), round(MAX_WIDTH * scale)) - GRID * 6
        self.tiles.arrange(room * columns.main // (columns.main + columns.side))
        if (columns, is_narrow) == self._band:
            return
        self._band = (columns, is_narrow)
        self._columns.setDirection(ACROSS if columns.side else DOWN)
        self._columns.setStretch(0, columns.main if columns.side else 0)
        self._columns.setStretch(1, columns.side)
        is_across = columns is Columns.THREE
        self._side_box.setDirection(ACROSS if is_across else DOWN)
        for index, stretch in enumerate((1, 1, 0) if is_across else (0, 0, 1)):
            self._side_box.setStretch(index, stretch)
        self.head.arrange(is_narrow=is_narrow)
        turn(self.continue_card.box, is_narrow=is_narrow)
        for card in self._cards:
            card.arrange(is_narrow=is_narrow)
        self._renew_layouts()
        self._settle_timer.start()

    def _renew_layouts(self) -> None:
        """Let the layouts measure their parts anew.

        Those of a page that is not shown yet keep the sizes that its parts had before, so it is
        done once more after the page is laid out.
        """
        for layout in (self._side_box, self._columns, self.column):
            layout.invalidate()
        for widget in (self._main, self._side, self.column_widget):
            widget.updateGeometry()

    def _on_continue(self) -> None:
        place = self._find_place()
        if place is not None:
            self.continued.emit(place)
        else:
            self.jump_requested.emit(self._first_key())

    def _find_place(self) -> LastPlace | None:
        """Return where the user stopped, unless the form does not ask it any more."""
        place = self._place
        is_there = place is not None and model.is_visible(place.key, self._session)
        return place if is_there else None

    def _first_key(self) -> Key | None:
        return next((row.key for row in self.next_card.rows if row.key is not None), None)

    def _on_next(self, key: Key | None) -> None:
        if key is not None:
            self.jump_requested.emit(key)
        else:
            self.checks_requested.emit()

    def _on_unfolded(self) -> None:
        details = list_unconfirmed(self._session.pack)
        self.unconfirmed.show_list(model.describe_unconfirmed(details, self._session))
