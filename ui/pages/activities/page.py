"""The page of what will happen: each list of the plan, and a timeline drawn from them."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import Look
from ...widgets.accessibility import name
from ...widgets.labels import wrapped
from ..activity_model import PlanList, owner_of, page_title, plan_list_of, plan_lists, title_of
from ..base import Page, Remarks
from .record_view import RecordsView
from .timeline_view import TimelineView

LEAST_LINES = 22
TIMELINE, FIRST_LIST = 0, 1
"""Places of the tabs: the timeline, then the lists."""


class ActivitiesPage(Page):
    """One tab for the timeline, and one for each list that the form asks now."""

    def __init__(self, session: Session, look: Look) -> None:
        """Build the tabs; a list's page is built when it is first shown."""
        super().__init__(page_title(), is_filling=True)
        self._session = session
        self._look = look
        self._lists: tuple[PlanList, ...] = ()
        self._views: dict[str, RecordsView] = {}
        self._remarks: Remarks = {}
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        name(self.tabs, self.tr("Kinds of activities, and the timeline"))
        self.tabs.currentChanged.connect(self._on_tab)
        self.column.addWidget(self.tabs)
        self.empty_label = wrapped(
            self.tr("Your present choices ask for no activities of their own."), "quiet"
        )
        self.column.addWidget(self.empty_label)
        self.stack = QStackedWidget()
        # As high as there is room for, but never so low that nothing can be done in it.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.stack.setMinimumHeight(self.fontMetrics().height() * LEAST_LINES)
        self.column.addWidget(self.stack, 1)
        self.timeline = TimelineView(session, look)
        self.timeline.opened.connect(self.show_key)
        self.stack.addWidget(self.timeline)

    def view(self, list_id: str) -> RecordsView | None:
        """Give the page of a list, if it was shown."""
        return self._views.get(list_id)

    def refresh(self) -> None:
        """Show the lists that are asked now, and the present answers."""
        self._show_tabs()
        self._refresh_current()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft; what is not seen is refreshed when it is shown."""
        shown = self.stack.currentWidget()
        if all(self._is_long_text(key) for key in keys):
            # No list and no date shows a long text: typing in one stays quick.
            if isinstance(shown, RecordsView) and shown.form is not None:
                shown.form.on_changes(keys)
            return
        self._show_tabs()
        shown = self.stack.currentWidget()
        if isinstance(shown, RecordsView):
            shown.on_changes(keys)
        else:
            self.timeline.refresh()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self._remarks = remarks
        shown = self.stack.currentWidget()
        if isinstance(shown, RecordsView):
            shown.show_remarks(remarks)

    def show_key(self, key: Key) -> bool:
        """Choose the list and the item of an answer, and focus its field."""
        list_id, item = owner_of(key.item, self._session)
        list_id = list_id or plan_list_of(key.question, self._session)
        asked = [plan.spec.id for plan in self._lists]
        if list_id not in asked:
            return False
        if self.timeline.keeps(key):
            # Undone on the timeline: whoever works there stays there.
            return True
        self.tabs.setCurrentIndex(asked.index(list_id) + FIRST_LIST)
        view = self._views[list_id]
        if item:
            view.show_item(item)
        return view.show_key(key)

    def show_timeline(self) -> None:
        """Show the timeline."""
        self.tabs.setCurrentIndex(TIMELINE)

    def _is_long_text(self, key: Key) -> bool:
        question = self._session.form.questions.get(key.question)
        return question is not None and question.type is QuestionType.TEXT

    def _show_tabs(self) -> None:
        lists = plan_lists(self._session)
        if [one.spec.id for one in lists] != [one.spec.id for one in self._lists]:
            self._lists = lists
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            if lists:
                self.tabs.addTab(self.tr("Timeline"))
            for plan in lists:
                self.tabs.addTab(title_of(plan, self._session))
            self.tabs.setCurrentIndex(FIRST_LIST)
            self.tabs.blockSignals(False)
            self._show_current()
        self.tabs.setVisible(bool(lists))
        self.stack.setVisible(bool(lists))
        self.empty_label.setVisible(not lists)

    def _show_current(self) -> None:
        place = self.tabs.currentIndex() - FIRST_LIST
        if not 0 <= place < len(self._lists):
            self.stack.setCurrentWidget(self.timeline)
            return
        plan = self._lists[place]
        view = self._views.get(plan.spec.id)
        if view is None:
            view = RecordsView(plan, self._session, self._look)
            view.focused.connect(self.focused)
            self._views[plan.spec.id] = view
            self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)

    def _refresh_current(self) -> None:
        shown = self.stack.currentWidget()
        if isinstance(shown, RecordsView):
            shown.refresh()
            shown.show_remarks(self._remarks)
        else:
            self.timeline.refresh()

    def _on_tab(self, _place: int) -> None:
        self._show_current()
        self._refresh_current()
