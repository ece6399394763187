"""The page of the activities: one list of all, and one editor."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.messages import Messages

from ...i18n import plurals
from ...i18n.joined import join_parts
from ...qt_support import single_shot
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.accessibility import announce
from ...widgets.buttons import WrappingRow
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content
from .. import activity_model
from ..activity_model import ActivityList
from ..base import FieldFindings, Page
from ..left_bar import build_lump_sum_bar
from ..question_texts import is_long_text
from .editor import ActivityEditor
from .kinds import ActivityKind, build_new
from .list_model import build_rows
from .list_view import ActivityListView

MAX_WIDTH = 1440
"""Width in pixels at 100 % from which the page is centred."""
GRANT_DELAY = 120
"""Milliseconds after a change before the grant is calculated anew."""


class _Head(WrappingRow):
    """The title with a summary at its right, or below it at the left."""

    def __init__(self, title: QLabel, summary: QLabel) -> None:
        super().__init__(title, summary)
        self._summary = summary
        self.row.addWidget(title)
        self.row.addWidget(summary, 1)

    def arrange(self) -> None:
        """Let the summary begin, or end, where the page does."""
        super().arrange()
        is_beside = self.row.direction() is QBoxLayout.Direction.LeftToRight
        side = Qt.AlignmentFlag.AlignRight if is_beside else Qt.AlignmentFlag.AlignLeft
        self._summary.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


class ActivitiesPage(Page):
    """Shows the list, or the editor of one activity; each over the full width."""

    needs_width: ClassVar[bool] = True

    def __init__(
        self, session: Session, checks: CheckRunner, messages: Messages, theme: Theme
    ) -> None:
        super().__init__(activity_model.get_page_title(session), is_centred=True)
        self._session, self._checks = session, checks
        self._messages, self._theme = messages, theme
        self._findings: FieldFindings = {}
        self._lists: tuple[ActivityList, ...] = ()
        self._chosen: Key | None = None
        self.grant: Grant | None = None
        self.editor: ActivityEditor | None = None
        self._grant_timer = single_shot(self, GRANT_DELAY)
        self._grant_timer.timeout.connect(self._show_grant)
        self.limit_column(MAX_WIDTH)
        self._build()
        checks.finished.connect(self._on_checked)

    def _build(self) -> None:
        self.summary_label = wrapped_label("", "quiet")
        self.head = _Head(self.take_title(), self.summary_label)
        language = self._messages.language
        self.list_view = ActivityListView(self._session, language, self._theme)
        self.list_view.opened.connect(self.open_activity)
        self.list_view.added.connect(self._on_add)
        self.list_view.menu.jump_requested.connect(self.jump_requested)
        nothing = self.tr("This project type has no activities to fill in.")
        self.empty_label = wrapped_label(nothing, "quiet")
        add_content(self.column, self.head, self.list_view, self.empty_label)
        self.left_bar = build_lump_sum_bar(self._session.pack, self._theme)
        if self.left_bar is not None:
            self.left_bar.choice_requested.connect(self.jump_requested)
            self.dock(self.left_bar)

    def read_choices(self) -> Key | None:
        """Return the activity that is edited."""
        return Key(self.editor.activity_list.spec.id, self.editor.item) if self.editor else None

    def take_choices(self, choices: object) -> None:
        """Open the activity that was edited, if it is still there."""
        if isinstance(choices, Key) and choices.item in self._session.draft.items(choices.question):
            self._lists = activity_model.collect_activity_lists(self._session)
            self.open_activity(choices, takes_focus=False)

    def refresh(self) -> None:
        """Show the visible lists and the current answers."""
        self._lists = activity_model.collect_activity_lists(self._session)
        self._show_grant()
        self._show_view()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; what it costs follows a moment later."""
        if self.editor is not None and _is_gone(self.editor, self._session):
            self.close_editor()
        if self.editor is not None:
            self.editor.on_changes(keys)
        if all(is_long_text(key, self._session) for key in keys):
            return
        lists = activity_model.collect_activity_lists(self._session)
        if lists != self._lists:
            self._lists = lists
            self._show_view()
        self._show_rows()
        self._grant_timer.start()

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self._findings = findings
        if self.editor is not None:
            self.editor.show_findings(findings)

    def focus_first(self) -> None:
        """Put the focus on the title of the page, or of the activity that is edited."""
        if self.editor is not None:
            self.editor.head.title_label.setFocus()
        else:
            super().focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Ins on the whole page of the list, as the line below the list says."""
        if event.key() == Qt.Key.Key_Insert and self.editor is None and self._lists:
            self.list_view.add()
        else:
            super().keyPressEvent(event)

    def reveal(self, key: Key) -> bool:
        """Show a row that undo brought back or took away in its activity."""
        return bool(key.item) and key.question in self._session.form.lists and self.show_key(key)

    def show_key(self, key: Key) -> bool:
        """Open the activity of an answer and focus its field; a list has no field of its own."""
        list_id, item = activity_model.find_owner(key.item, self._session)
        list_id = list_id or activity_model.find_activity_list(key.question, self._session)
        if list_id not in [one.spec.id for one in self._lists]:
            return False
        if not item:
            self.close_editor()
            return False
        self.open_activity(Key(list_id, item), takes_focus=False)
        widget = self.editor.form.find_widget(key) if self.editor is not None else None
        return self.bring_into_view(widget)

    def open_activity(self, key: Key, *, takes_focus: bool = True) -> None:
        """Show the editor of an activity, given by its list and its item."""
        if self.editor is None or (self.editor.activity_list.spec.id, self.editor.item) != (
            key.question,
            key.item,
        ):
            self._build_editor(key)
        self._chosen = key
        self._show_view()
        if takes_focus and self.editor is not None:
            self.editor.form.focus_first()
            self.verticalScrollBar().setValue(0)
            announce(self, self.editor.head.title_label.accessibleName())

    def close_editor(self) -> None:
        """Go back to the list, with the cursor on the activity that was edited."""
        if self.editor is None:
            return
        self.editor.hide()
        self.column.removeWidget(self.editor)
        self.editor.deleteLater()
        self.editor = None
        self._show_view()
        self._show_rows()
        self.list_view.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the grant beside the form, or above the travellers."""
        super().resizeEvent(event)
        if self.editor is not None:
            self.editor.set_width(self.width())

    def _build_editor(self, key: Key) -> None:
        spec = next((one for one in self._lists if one.spec.id == key.question), None)
        if spec is None:
            return
        if self.editor is not None:
            self.editor.hide()
            self.column.removeWidget(self.editor)
            self.editor.deleteLater()
        self.editor = ActivityEditor(spec, key.item, self._session, self._messages, self._theme)
        if self.isVisible():  # a page has its width when it is shown
            self.editor.set_width(self.width())
        self.editor.focused.connect(self.focused)
        self.editor.head.closed.connect(self.close_editor)
        self.editor.opened.connect(self.open_activity)
        self.column.addWidget(self.editor)
        self.editor.show()
        self.editor.show_findings(self._findings)
        if self.grant is not None:
            self.editor.show_grant(self.grant)
        self._grant_timer.start()

    def _show_view(self) -> None:
        is_edited = self.editor is not None
        self.head.setVisible(not is_edited)
        has_lists = activity_model.has_activity_lists(self._session)
        self.list_view.setVisible(has_lists and not is_edited)
        self.empty_label.setVisible(not has_lists)

    def _show_rows(self) -> None:
        if self.editor is not None:
            return
        row = self.list_view.table.current_row()
        chosen = self._chosen or (row.key if row else None)
        self._chosen = None
        rows = build_rows(self._session, self._checks, self.grant)
        self.list_view.show_rows(rows, chosen)
        persons = [row.record.persons for row in rows if row.record.persons is not None]
        amount = sum((row.amount or Decimal(0) for row in rows), Decimal(0))
        language, currency = self._messages.language, self._session.pack.funding.currency
        parts = [activity_model.count_planned(len(rows), self._session)]
        if persons:
            parts.append(plurals.people(sum(persons)))
        if self.grant is not None:
            parts.append(formats.format_money(round_to_cents(amount), currency, language))
        self.summary_label.setText(join_parts(*parts) if rows else "")

    def _show_grant(self) -> None:
        self.grant = compute_grant(self._session.draft, self._session.pack)
        if self.left_bar is not None:
            self.left_bar.show_grant(self.grant, self._session.texts)
        if self.editor is not None:
            self.editor.show_grant(self.grant)
        self._show_rows()

    def _on_checked(self) -> None:
        if self.isVisible():
            self._show_rows()

    def _on_add(self, kind: ActivityKind) -> None:
        item, changes = build_new(kind, self._session)
        self._session.perform(changes)
        self.open_activity(Key(kind.spec.id, item))


def _is_gone(editor: ActivityEditor, session: Session) -> bool:
    spec = editor.activity_list.spec
    is_visible = spec.id in [one.spec.id for one in activity_model.collect_activity_lists(session)]
    return not is_visible or editor.item not in session.draft.items(spec.id)
