"""The items of one activity list: a table, and the form of the selected item beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from erasmus_desk.draft.model import Key

from ...fields.question_box import QuestionBox
from ...qt_support import single_shot
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, build_column
from ...widgets.scroll_page import set_up_scroll_area
from ..activity_model import ActivityList, find_owner
from ..base import FieldFindings
from ..form.questions_view import QuestionsView
from .record_table import RecordTable

MIN_WIDE_CHARACTERS = 88
"""Width in characters from which table and form are side by side."""
FORM_DELAY = 60
"""Milliseconds after selecting a row before its form is built."""


class RecordsView(QSplitter):
    """The table of a list, and the scrolling form of the selected item."""

    focused = Signal(object)

    def __init__(self, activity_list: ActivityList, session: Session, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.activity_list = activity_list
        self.form: QuestionsView | None = None
        self._session = session
        self._theme = theme
        self._findings: FieldFindings = {}
        self._shown_item = ""
        self._is_sized = False
        self._pinned_widget: QWidget | None = None
        self.table = RecordTable(activity_list, session, theme)
        self.table.chosen.connect(self._on_chosen)
        # A held arrow key selects rows faster than forms are built.
        self._form_timer = single_shot(self, FORM_DELAY)
        self._form_timer.timeout.connect(self._show_form)
        self.table.row_changed.connect(self._form_timer.start)
        self.area = QScrollArea()
        set_up_scroll_area(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.area.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        for widget in (self.table, self.area):
            self.addWidget(widget)
            self.setCollapsible(self.indexOf(widget), False)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form below the table where both do not fit side by side."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * MIN_WIDE_CHARACTERS
        orientation = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if orientation is not self.orientation() or not self._is_sized:
            self._is_sized = True
            self.setOrientation(orientation)
            size = self.width() if is_wide else self.height()
            self.setSizes([size * 2 // 5, size * 3 // 5])

    def refresh(self) -> None:
        """Show the current items and the form of the selected one."""
        self.table.refresh()
        self._show_form()
        if self.form is not None:
            self.form.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; typing in one item updates no other."""
        this_list = self.activity_list.spec.id
        owners = {find_owner(key.item, self._session) for key in keys}
        has_new_order = any(key.question == this_list for key in keys)
        if has_new_order or any(list_id != this_list for list_id, _ in owners):
            self.table.refresh()
        else:
            self.table.refresh_items(frozenset(item for _, item in owners))
        self._show_form()
        if self.form is not None:
            self.form.on_changes(keys)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self._findings = findings
        if self.form is not None:
            self.form.show_findings(findings)

    def show_item(self, item: str) -> None:
        """Select an item and show its form."""
        if item != self.table.item or self._shown_item != item:
            self.table.choose(item)

    def show_key(self, key: Key) -> bool:
        """Scroll to an answer of the selected item and focus it."""
        widget = self.form.find_widget(key) if self.form is not None else None
        if widget is None:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if isinstance(widget, QuestionBox):
            widget.focus_first()
        else:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pinned_widget = widget
        self.area.ensureWidgetVisible(widget, 0, GRID * 8)
        return True

    def _on_range_changed(self) -> None:
        """Keep the focused widget in view while the form grows, until the user scrolls."""
        if self._pinned_widget is not None:
            self.area.ensureWidgetVisible(self._pinned_widget, 0, GRID * 8)

    def _on_scrolled(self) -> None:
        self._pinned_widget = None

    def _show_form(self) -> None:
        item = self.table.item
        self._form_timer.stop()
        if item == self._shown_item and self.area.widget() is not None:
            return
        self._shown_item = item
        self._pinned_widget = None
        body = QWidget()
        set_role(body, "page")
        self.form = None
        if item:
            groups = self.activity_list.groups
            self.form = QuestionsView(self._session, self._theme, groups, item=item)
            self.form.focused.connect(self.focused)
            self.form.show_findings(self._findings)
        hint = self.tr("Nothing here yet. Add the first one.")
        content = self.form or wrapped_label(hint, "quiet")
        build_column(body, content, STRETCH, margins=(2, 0, 1, 3), spacing=None)
        self.area.setWidget(body)

    def _on_chosen(self, item: str) -> None:
        self._show_form()
        key = Key(self.activity_list.spec.name, item)
        is_new = item and self._session.value(key) is None
        if is_new and self.table.add_button.hasFocus():
            self.show_key(key)
