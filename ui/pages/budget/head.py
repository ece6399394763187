"""The head of the budget: the grant, its maximum, what remains, and what is not in the total."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from erasmus_desk.budget.grant import CeilingState, Grant

from ...i18n import plurals
from ...theme.theme import GRID, Theme, set_role
from ...widgets.buttons import InnerRow, icon_size, push_button, text_button
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_row
from ...widgets.share_bar import ShareBar
from .texts import BudgetTexts

BAR_WIDTH = GRID * 20


class GrantHead(QWidget):
    """The title of the page with the figures beside it, or below it where there is no room."""

    def __init__(self, title: QWidget, texts: BudgetTexts, theme: Theme) -> None:
        super().__init__()
        self._texts, self._theme = texts, theme
        self._title = title
        self.total_label = short_label("", "heading")
        self.maximum_label = short_label("", "")
        self.bar = ShareBar(theme)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.state_icon = QLabel()
        self.remaining_label = short_label("", "good")
        self.workbook_button: QPushButton = push_button(theme.icon("table"), self.tr("Excel"))
        self.workbook_button.setToolTip(self.tr("Save budget as Excel"))
        sum_, state = QWidget(), QWidget()
        build_row(sum_, self.total_label, self.maximum_label, self.bar).insertSpacing(2, GRID)
        build_row(state, self.state_icon, self.remaining_label, spacing=0.75)
        self._figures = InnerRow(sum_, state)
        self._figures.row.setSpacing(GRID * 2)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.addWidget(title, 0, 0)
        self._grid.addWidget(self.workbook_button, 0, 2)
        self._arranged: tuple[bool, bool] | None = None

    def arrange(self, width: int) -> None:
        """Put figures and button beside the title, or below it, in a width in pixels."""
        button, title = self.workbook_button.sizeHint().width(), self._title.minimumSizeHint()
        needed = self._figures.sizeHint().width() + button
        is_narrow = width < needed + title.width() + GRID * 16
        is_alone = width < title.width() + GRID * 2 + button
        self.bar.setVisible(width > needed + GRID * 2)
        if (is_narrow, is_alone) == self._arranged:
            return
        self._arranged = (is_narrow, is_alone)
        left = Qt.AlignmentFlag.AlignLeft
        for one in (self._title, self._figures, self.workbook_button):
            self._grid.removeWidget(one)
        self._grid.addWidget(self._title, 0, 0, 1, 3 if is_alone else 1)
        if is_narrow:
            self._grid.addWidget(self._figures, 1, 0, 1, 3, left)
        else:
            self._grid.addWidget(self._figures, 0, 1)
        if is_alone:
            self._grid.addWidget(self.workbook_button, 2, 0, 1, 3, left)
        else:
            self._grid.addWidget(self.workbook_button, 0, 2)

    def show_grant(self, grant: Grant) -> None:
        """Show the figures of a grant."""
        texts = self._texts
        self.total_label.setText(texts.format_amount(grant.total))
        whole = grant.whole_usage
        self.bar.setHidden(whole is None)
        for part in (self.state_icon, self.remaining_label):
            # What is left of a lump sum is said below, where it stays in sight.
            part.setHidden(whole is None or whole.ceiling.is_lump_sum)
        if whole is None:
            self.maximum_label.setText(self.tr("maximum not known yet"))
            return
        self.maximum_label.setText(self.tr("of {}").format(texts.format_number(whole.maximum)))
        match whole.state:
            case CeilingState.OVER:
                text, role = self.tr("{} over the maximum"), "warm"
                icon = self._theme.warm_icon("octagon-alert")
            case CeilingState.UNDIVIDED:
                text, role = self.tr("{} still to distribute"), "quiet"
                icon = self._theme.icon("circle")
            case CeilingState.LEFT | CeilingState.DIVIDED:
                text, role = self.tr("{} remaining"), "good"
                icon = self._theme.good_icon("circle-check")
        text = text.format(texts.format_amount(abs(whole.remaining)))
        self.state_icon.setPixmap(icon.pixmap(icon_size(), icon_size()))
        self.remaining_label.setText(text)
        set_role(self.remaining_label, role)
        share = float(grant.total / whole.maximum) if whole.maximum else 0.0
        self.bar.show_share(share, text, is_over=whole.state is CeilingState.OVER)


class UncountedLine(QFrame):
    """A line on amounts that are not in the total, with a button that shows one after another."""

    show_requested = Signal()

    def __init__(self, texts: BudgetTexts) -> None:
        super().__init__()
        set_role(self, "notice")
        self._texts = texts
        self.text_label = wrapped_label("", "label")
        self.show_button = text_button(self.tr("Show them"), self.show_requested.emit)
        row = build_row(self, margins=(2, 1, 1, 1))
        row.addWidget(self.text_label, 1)
        row.addWidget(self.show_button)
        self.hide()

    def show_grant(self, grant: Grant) -> None:
        """Show how much is not in the total; nothing where all is."""
        texts: list[str] = []
        if grant.missing:
            texts.append(plurals.missing_amounts(len(grant.missing)))
        if grant.unfunded:
            unfunded = self.tr("Not funded: {}, not in the total")
            texts.append(unfunded.format(self._texts.format_amount(grant.unfunded_total)))
        self.text_label.setText("\n".join(texts))
        self.setVisible(bool(texts))
