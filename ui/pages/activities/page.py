"""The page of the activities: a tab for each activity list."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content
from ...widgets.selectors import TabBar
from .. import activity_model
from ..activity_model import ActivityList
from ..base import FieldFindings, Page
from ..question_texts import is_long_text
from .record_view import RecordsView

MIN_LINES = 22


class ActivitiesPage(Page):
    """A tab for each visible list; its view is built when first shown."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(activity_model.get_page_title(), is_full_height=True)
        self._session = session
        self._theme = theme
        self._lists: tuple[ActivityList, ...] = ()
        self.views: dict[str, RecordsView] = {}
        """The views built so far, by list."""
        self._view: RecordsView | None = None
        """The view that is shown; none where the form has no list."""
        self._findings: FieldFindings = {}
        self.tabs = TabBar(expanding=False, drawBase=False)
        self.tabs.setAccessibleName(self.tr("Types of activities"))
        self.tabs.currentChanged.connect(self._on_tab)
        nothing = self.tr("This project type has no activities to fill in.")
        self.empty_label = wrapped_label(nothing, "quiet")
        add_content(self.column, self.tabs, self.empty_label)
        self.stack = QStackedWidget()
        # As high as the window allows, but with a usable minimum.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.stack.setMinimumHeight(self.fontMetrics().height() * MIN_LINES)
        self.column.addWidget(self.stack, 1)

    def refresh(self) -> None:
        """Show the visible lists and the current answers."""
        self._show_tabs()
        self._refresh_current()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update the current tab after a change; the others are refreshed when shown."""
        if all(is_long_text(key, self._session) for key in keys):
            # Tables show no long text: without them, typing stays fast.
            if self._view is not None and self._view.form is not None:
                self._view.form.on_changes(keys)
            return
        self._show_tabs()
        if self._view is not None:
            self._view.on_changes(keys)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self._findings = findings
        if self._view is not None:
            self._view.show_findings(findings)

    def show_key(self, key: Key) -> bool:
        """Select the list and the item of an answer, and focus its field."""
        list_id, item = activity_model.find_owner(key.item, self._session)
        list_id = list_id or activity_model.find_activity_list(key.question, self._session)
        visible = [one.spec.id for one in self._lists]
        if list_id not in visible:
            return False
        self.tabs.setCurrentIndex(visible.index(list_id))
        view = self.views[list_id]
        if item:
            view.show_item(item)
        return view.show_key(key)

    def _show_tabs(self) -> None:
        lists = activity_model.collect_activity_lists(self._session)
        if [one.spec.id for one in lists] != [one.spec.id for one in self._lists]:
            self._lists = lists
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for activity_list in lists:
                self.tabs.addTab(activity_model.get_list_title(activity_list, self._session))
            self.tabs.blockSignals(False)
            self._show_current()
        self.tabs.setVisible(bool(lists))
        self.stack.setVisible(bool(lists))
        self.empty_label.setVisible(not lists)

    def _show_current(self) -> None:
        index = self.tabs.currentIndex()
        shown = self._lists[index] if 0 <= index < len(self._lists) else None
        self._view = self._get_view(shown) if shown else None
        if self._view is not None:
            self.stack.setCurrentWidget(self._view)

    def _get_view(self, shown: ActivityList) -> RecordsView:
        if shown.spec.id not in self.views:
            view = self.views[shown.spec.id] = RecordsView(shown, self._session, self._theme)
            view.focused.connect(self.focused)
            self.stack.addWidget(view)
        return self.views[shown.spec.id]

    def _refresh_current(self) -> None:
        if self._view is not None:
            self._view.refresh()
            self._view.show_findings(self._findings)

    def _on_tab(self, _index: int) -> None:
        self._show_current()
        self._refresh_current()
