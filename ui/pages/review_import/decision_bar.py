"""The bar that stays below the changes: how many are decided, and what applies them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from ...i18n import plurals
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import announce
from ...widgets.buttons import text_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.labels import NaturalLabel
from ...widgets.layouts import build_column
from ...widgets.share_bar import ShareBar
from .decision_model import DecisionModel

BAR_WIDTH = 120


class DecisionBar(QFrame):
    """Counts the decisions; the button says how many it applies."""

    def __init__(self, theme: Theme, *, is_version: bool) -> None:
        super().__init__()
        set_role(self, "docked")
        self.count_label = NaturalLabel()
        set_role(self.count_label, "label")
        self.share_bar = ShareBar(theme)
        self.share_bar.setFixedWidth(BAR_WIDTH)
        self.detail_label = NaturalLabel()
        set_role(self.detail_label, "quiet")
        self.accept_button = text_button(self.tr("Accept all"))
        hint = self.tr("Accepts what only reviewers changed. Conflicts and guesses wait for you.")
        if is_version:
            hint = self.tr("Accepts what only the other version changed. Conflicts wait for you.")
        self.accept_button.setToolTip(hint)
        self.accept_button.setAccessibleDescription(hint)
        self._apply = self.tr("Merge") if is_version else self.tr("Import")
        self.apply_button = text_button(self._apply, role="primary")
        buttons = QWidget()
        FlowLayout(buttons, self.accept_button, self.apply_button)
        content = QWidget()
        parts = (self.count_label, self.share_bar, self.detail_label, buttons)
        FlowLayout(content, *parts, has_end=True).setSpacing(GRID * 3 // 2)
        build_column(self, content, margins=(3, 1.5, 3, 1.5))

    def show_decisions(self, model: DecisionModel) -> None:
        """Show how far the decisions are."""
        total, left = len(model.items), model.undecided_count
        decided, accepted = total - left, model.accepted_count
        text = self.tr("{0} of {1} decided").format(decided, total)
        if total and self.isVisible() and text != self.count_label.text():
            announce(self, text)
        self.count_label.setText(text if total else self.tr("No answer was changed."))
        self.share_bar.setVisible(bool(total))
        self.share_bar.show_share(decided / total if total else 0, text)
        details: list[str] = []
        if accepted:
            details.append(self.tr("{} accepted").format(accepted))
        if decided - accepted:
            details.append(self.tr("{} rejected").format(decided - accepted))
        self.detail_label.setText(", ".join(details))
        self.detail_label.setVisible(bool(details))
        had_focus = self.accept_button.hasFocus()
        self.accept_button.setVisible(model.can_accept_all)
        if had_focus and self.accept_button.isHidden():
            self.apply_button.setFocus()
        self.apply_button.setText(plurals.decisions(decided) if decided else self._apply)
