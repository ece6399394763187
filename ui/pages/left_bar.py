"""The bar that says what of a lump sum is still to distribute, always in sight."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMargins, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.budget.calculation import round_to_cents
from erasmus_desk.budget.grant import CeilingState, Grant
from erasmus_desk.budget.lump_sums import find_lump_sum_balance
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import icon_size, text_button
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import NaturalLabel
from ..widgets.layouts import build_column, build_row


class LeftBar(QFrame):
    """A sentence with its figure, what it is made of, and at the right what can be done."""

    def __init__(self, theme: Theme, *actions: QWidget) -> None:
        super().__init__()
        set_role(self, "docked")
        self._theme = theme
        self.icon_label = QLabel()
        self.text_label, self.detail_label = NaturalLabel(), NaturalLabel()
        set_role(self.text_label, "label")
        set_role(self.detail_label, "quiet")
        content, sentence = QWidget(), QWidget()
        # Sign and sentence stay together where the line ends.
        build_row(sentence, self.icon_label).addWidget(self.text_label, 1)
        parts = (sentence, self.detail_label, *actions)
        FlowLayout(content, *parts, has_end=bool(actions)).setSpacing(GRID)
        self._column = build_column(self, content, margins=(3, 1, 3, 1))

    def contents_margins(self) -> QMargins:
        """Return the room around the sentence, which the page may change."""
        return self._column.contentsMargins()

    def show_left(self, text: str, detail: str, *, is_even: bool, is_over: bool) -> None:
        """Say what is left, or that it is too much; with an icon and a word, not by colour."""
        icon = self._theme.icon("circle-dot")
        if is_even:
            icon = self._theme.good_icon("circle-check")
        elif is_over:
            icon = self._theme.warm_icon("octagon-alert")
        self.icon_label.setPixmap(icon.pixmap(icon_size(), icon_size()))
        if self.text_label.text() != text or self.detail_label.text() != detail:
            self.text_label.setText(text)
            self.detail_label.setText(detail)
            self.detail_label.setVisible(bool(detail))
            set_accessible_name(self, " ".join(part for part in (text, detail) if part))


class LumpSumBar(LeftBar):
    """Says how much of the lump sum is still to distribute, and leads to its choice before."""

    choice_requested = Signal(object)
    """The key of the question where the lump sum is chosen."""

    def __init__(self, theme: Theme, choice: Key) -> None:
        text = QCoreApplication.translate("ChoiceField", "Choose…")
        self.choice_button = text_button(text, role="link")
        self.choice_button.clicked.connect(lambda: self.choice_requested.emit(choice))
        super().__init__(theme, self.choice_button)

    def show_grant(self, grant: Grant, texts: Texts) -> None:
        """Show the sums of a grant."""
        usage, language = grant.whole_usage, texts.language
        self.choice_button.setVisible(usage is None)
        if usage is None:
            self.show_left(name_first_step(), "", is_even=False, is_over=False)
            return
        amounts = (usage.remaining, usage.requested, usage.maximum)
        left, used, most = (round_to_cents(amount) for amount in amounts)
        text = choose_text(is_over=left < 0, is_even=not left)
        detail = QCoreApplication.translate("LeftBar", "{0}: {1} of {2}").format(
            texts.get(usage.ceiling.name_text),
            formats.format_money(used, grant.currency, language),
            formats.format_short_amount(most, language),
        )
        sentence = text.format(formats.format_money(abs(left), grant.currency, language))
        is_even, is_over = usage.state is CeilingState.DIVIDED, usage.state is CeilingState.OVER
        self.show_left(sentence, detail, is_even=is_even, is_over=is_over)


def build_lump_sum_bar(pack: Pack, theme: Theme) -> LumpSumBar | None:
    """Build the bar of a call with a lump sum that its users divide, `None` for another."""
    balance = find_lump_sum_balance(pack)
    return LumpSumBar(theme, Key(balance.choice)) if balance is not None else None


def choose_text(*, is_over: bool, is_even: bool) -> str:
    """Return the sentence on what is left, with a place for the amount."""
    if is_over:
        return QCoreApplication.translate("LeftBar", "{} too much")
    if is_even:
        return QCoreApplication.translate("LeftBar", "Everything is distributed")
    return QCoreApplication.translate("LeftBar", "Still to distribute: {}")


def name_first_step() -> str:
    """Return what is to be done before anything can be distributed."""
    return QCoreApplication.translate("LeftBar", "Choose a lump sum first")
