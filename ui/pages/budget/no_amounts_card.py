"""What stands in place of the tree while there is no amount yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.buttons import text_button
from ...widgets.empty_card import EmptyCard
from .. import activity_model


class NoAmountsCard(EmptyCard):
    """Says what the amounts follow from, and leads to the activities."""

    plan_requested = Signal(object)
    """The key of the first list of activities."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._session = session
        page = activity_model.get_page_title(session)
        go = QCoreApplication.translate("NoAmountsCard", "Go to “{}”").format(page)
        self.plan_button = text_button(go, self._on_plan)
        super().__init__(
            theme,
            "euro",
            QCoreApplication.translate("NoAmountsCard", "No amounts yet"),
            QCoreApplication.translate(
                "NoAmountsCard", "They follow from your organisations, dates and activities."
            ),
            buttons=(self.plan_button,),
        )

    def show_when(self, *, is_empty: bool) -> None:
        """Show the card where the budget is empty; some project types have no activities."""
        self.setVisible(is_empty)
        self.plan_button.setVisible(bool(activity_model.collect_activity_lists(self._session)))

    def _on_plan(self) -> None:
        lists = activity_model.collect_activity_lists(self._session)
        if lists:
            self.plan_requested.emit(Key(lists[0].spec.id))
