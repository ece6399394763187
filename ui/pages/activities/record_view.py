"""The items of one list of the plan: a table to find one, and its form beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from erasmus_desk.draft.model import Key

from ...fields.question_box import QuestionBox
from ...session.session import Session
from ...theme.theme import GRID, Look, set_role
from ...widgets.labels import wrapped
from ..activity_model import PlanList, owner_of
from ..base import Remarks
from ..form.questions_view import QuestionsView
from .record_table import RecordTable

BESIDE = 88
"""Characters of width from which table and form stand beside each other."""
REST = 60
"""Milliseconds that an item is chosen in the table before its form is built."""


class RecordsView(QSplitter):
    """The table of a list, and beside it the form of the chosen item, which scrolls."""

    focused = Signal(object)

    def __init__(self, plan: PlanList, session: Session, look: Look) -> None:
        """Build the table; the form comes with the first item that is chosen."""
        super().__init__(Qt.Orientation.Horizontal)
        self.plan = plan
        self.form: QuestionsView | None = None
        self._session = session
        self._look = look
        self._remarks: Remarks = {}
        self._shown = ""
        self._is_parted = False
        self._followed: QWidget | None = None
        self.table = RecordTable(plan, session, look)
        self.table.chosen.connect(self._on_chosen)
        self.table.passed.connect(self._on_passed)
        # Held arrows go through the table faster than forms are built.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._show_form)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self.area, "page")
        self.area.verticalScrollBar().rangeChanged.connect(self._on_grown)
        self.area.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        for part in (self.table, self.area):
            self.addWidget(part)
            self.setCollapsible(self.indexOf(part), False)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form below the table where both do not fit beside each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * BESIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if wanted is not self.orientation() or not self._is_parted:
            self._is_parted = True
            self.setOrientation(wanted)
            whole = self.width() if is_wide else self.height()
            self.setSizes([whole * 2 // 5, whole * 3 // 5])

    def refresh(self) -> None:
        """Show the present items and the form of the chosen one."""
        self.table.refresh()
        self._show_form()
        if self.form is not None:
            self.form.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft; typing in one item touches no other."""
        owners = {owner_of(key.item, self._session) for key in keys}
        is_order = any(key.question == self.plan.spec.id for key in keys)
        if is_order or any(list_id != self.plan.spec.id for list_id, _ in owners):
            self.table.refresh()
        else:
            self.table.refresh_items(frozenset(item for _, item in owners))
        self._show_form()
        if self.form is not None:
            self.form.on_changes(keys)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self._remarks = remarks
        if self.form is not None:
            self.form.show_remarks(remarks)

    def show_item(self, item: str) -> None:
        """Choose an item and show its form."""
        if item != self.table.item or self._shown != item:
            self.table.choose(item)

    def show_key(self, key: Key) -> bool:
        """Bring an answer of the chosen item into view and focus it."""
        place = self.form.place_of(key) if self.form is not None else None
        if place is None:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if isinstance(place, QuestionBox):
            place.focus_first()
        else:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._followed = place
        self.area.ensureWidgetVisible(place, 0, GRID * 8)
        return True

    def _on_grown(self) -> None:
        """Keep what was asked for in view while the form grows, until somebody scrolls."""
        if self._followed is not None:
            self.area.ensureWidgetVisible(self._followed, 0, GRID * 8)

    def _on_scrolled(self) -> None:
        self._followed = None

    def _show_form(self) -> None:
        item = self.table.item
        self._rest.stop()
        if item == self._shown and self.area.widget() is not None:
            return
        self._shown = item
        self._followed = None
        body = QWidget()
        set_role(body, "page")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(GRID * 2, 0, GRID, GRID * 3)
        if item:
            self.form = QuestionsView(self._session, self._look, self.plan.groups, item=item)
            self.form.focused.connect(self.focused)
            self.form.show_remarks(self._remarks)
            layout.addWidget(self.form)
        else:
            self.form = None
            layout.addWidget(wrapped(self.tr("Nothing here yet: add the first one."), "quiet"))
        layout.addStretch(1)
        self.area.setWidget(body)

    def _on_passed(self) -> None:
        self._rest.start()

    def _on_chosen(self, item: str) -> None:
        self._show_form()
        is_new = item and self._session.value(Key(self.plan.spec.name, item)) is None
        if is_new and self.table.add_button.hasFocus():
            # Writing begins where it was just added.
            self.show_key(Key(self.plan.spec.name, item))
