"""The notice on a rule that the shared out amounts break: the rule, the figure and a way out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.budget.matrix import Matrix, MatrixColumn
from erasmus_desk.draft.model import Key

from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import announce, set_accessible_name
from ...widgets.buttons import WrappingRow, notice_icon_size, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column, build_row
from .texts import MatrixTexts

TEXT_ROOM = 40
"""Characters of the texts that are at least beside the button."""


class Trouble(Struct, frozen=True):
    """What is wrong with a figure, the rule with the figure, and an answer that mends it.

    Without an answer (`fix` is empty) several would do, and only the user knows which.
    """

    text: str
    rule: str
    fix: str = ""
    key: Key = Key("")
    amount: Decimal = Decimal(0)


def find_trouble(matrix: Matrix, texts: MatrixTexts) -> Trouble | None:
    """Return the first rule that is broken; what is left to share out breaks none yet."""
    return next(_list_troubles(matrix, texts), None)


def _list_troubles(matrix: Matrix, texts: MatrixTexts) -> Iterator[Trouble]:
    for column in matrix.columns:
        if column.is_over_limit:
            yield _describe_limit(column, matrix, texts)
    whole = matrix.whole
    if whole.most is not None and whole.left < 0:
        text = QCoreApplication.translate("MatrixNotice", "{0}: {1} too much.")
        rule = QCoreApplication.translate("MatrixNotice", "The lump sum is {0}. Now {1}.")
        over = texts.format_amount(-whole.left)
        figures = texts.format_amount(whole.most), texts.format_amount(whole.used)
        yield Trouble(text.format(texts.get_whole_name(), over), rule.format(*figures))
    for column in matrix.columns:
        state = column.state
        if state.most is not None and state.left < 0:
            text = QCoreApplication.translate("MatrixNotice", "Shares of {0}: {1} too much.")
            rule = QCoreApplication.translate("MatrixNotice", "{0} is {1}. The shares are {2}.")
            over, name = texts.format_amount(-state.left), texts.get_name(column)
            figures = texts.format_amount(state.most), texts.format_amount(state.used)
            short = texts.get_short_name(column)
            yield Trouble(text.format(name, over), rule.format(short, *figures))


def _describe_limit(column: MatrixColumn, matrix: Matrix, texts: MatrixTexts) -> Trouble:
    limit, whole = column.limit, matrix.whole.most or Decimal(0)
    most = limit.most if limit is not None and limit.most is not None else Decimal(0)
    share = limit.balance.share if limit is not None else Decimal(0)
    text = QCoreApplication.translate("MatrixNotice", "{0} is {1} too high.")
    rule = QCoreApplication.translate("MatrixNotice", "At most {0} of the lump sum: {1}.")
    now = QCoreApplication.translate("MatrixNotice", "Now {}.")
    fix = QCoreApplication.translate("MatrixNotice", "Set {0} to {1}")
    allowed, percent = texts.format_amount(most), texts.format_percent(column.size, whole)
    # One euro too much is no other percentage.
    is_told = percent != texts.format_percent(share, Decimal(1))
    figures = (texts.format_amount(column.size), percent if is_told else "")
    sentence = rule.format(texts.format_share(float(share)), allowed)
    return Trouble(
        text.format(texts.get_name(column), texts.format_amount(column.size - most)),
        f"{sentence} {now.format(', '.join(one for one in figures if one))}",
        fix.format(texts.get_short_name(column), allowed),
        column.amount,
        most,
    )


class RuleNotice(QFrame):
    """A calm card with a bar at its side; its button mends what it says."""

    fix_wanted = Signal(object)
    """The `Trouble` to mend."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "card")
        self.trouble: Trouble | None = None
        bar = QFrame()
        set_role(bar, "warm-bar")
        bar.setFixedWidth(GRID // 2)
        size = notice_icon_size()
        drawn = theme.icons.icon("octagon-alert", theme.colours.warm, size)
        icon = QLabel(pixmap=drawn.pixmap(size, size))
        self.text_label = wrapped_label("", "label")
        self.rule_label = wrapped_label("", "quiet")
        self.fix_button = text_button("", self._on_fix)
        texts = QWidget()
        lines = build_column(None, self.text_label, self.rule_label, spacing=0.25)
        row = build_row(texts, icon, lines, spacing=1.5)
        row.setStretchFactor(lines, 1)
        line = _Line(texts, self.fix_button)
        inside = build_column(None, line, margins=(1.5, 1.5, 1.5, 1.5))
        build_row(self, bar, inside, spacing=0).setStretchFactor(inside, 1)
        self.hide()

    def show_trouble(self, trouble: Trouble | None) -> None:
        """Show what is wrong, nothing if nothing is."""
        if trouble == self.trouble:
            return
        self.trouble = trouble
        if trouble is not None:
            self.text_label.setText(trouble.text)
            self.rule_label.setText(trouble.rule)
            self.fix_button.setText(trouble.fix)
            self.fix_button.setVisible(bool(trouble.fix))
            text = f"{trouble.text} {trouble.rule}"
            set_accessible_name(self, text)
            announce(self, text)
        self.setVisible(trouble is not None)

    def _on_fix(self) -> None:
        self.fix_wanted.emit(self.trouble)


class _Line(WrappingRow):
    """The texts beside their icon, and the button beside or below them."""

    def __init__(self, texts: QWidget, button: QWidget) -> None:
        super().__init__(texts, button)
        self.row.addWidget(texts, 1)
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def needed_width(self) -> int:
        """Return the width at which the texts have room beside the button."""
        texts, button = self.widgets
        beside = 0 if button.isHidden() else button.sizeHint().width() + GRID
        return texts.fontMetrics().averageCharWidth() * TEXT_ROOM + beside
