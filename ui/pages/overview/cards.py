"""The cards of the overview: where the user stopped, tiles, next questions, criteria, copies."""

from __future__ import annotations

from datetime import UTC, date
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from erasmus_desk.call.model import AwardCriterion
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import SharedCopy
from erasmus_desk.moments import parse_moment, to_local
from erasmus_desk.progress import CriterionProgress

from ...i18n import plurals
from ...i18n.dates import format_day
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import icon_size, next_button
from ...widgets.card_button import CardButton
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_column, build_row
from ...widgets.share_bar import ShareBar
from ..base import Card
from ..question_texts import describe_points
from .model import NextQuestion, NextState

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
ACCENT_WIDTH = GRID // 2


def turn(box: QBoxLayout, *, is_narrow: bool) -> None:
    """Lay a box out across or down; only across does its first part take what is left."""
    box.setDirection(DOWN if is_narrow else ACROSS)
    box.setStretch(0, 0 if is_narrow else 1)


class NextRow(CardButton):
    """A question to go to: its state as an icon and in words, its name and its page."""

    words_at: ClassVar[int] = GRID

    def __init__(self, item: NextQuestion, theme: Theme, widths: tuple[int, int]) -> None:
        """`widths` are those of the names of pages and of the states, in pixels."""
        super().__init__(theme, is_flat=True)
        self.item = item
        self.key = item.key
        icon = item.state.value
        drawn = {
            NextState.WRONG: theme.warm_icon,
            NextState.BEGUN: theme.accent_icon,
        }.get(item.state, lambda name: theme.icons.icon(name, theme.colours.quiet))(icon)
        sign = QLabel(pixmap=drawn.pixmap(icon_size(), icon_size()))
        arrow = QLabel(pixmap=theme.quiet_icon("chevron-right").pixmap(icon_size(), icon_size()))
        page = short_label(item.page, "quiet")
        note = short_label(item.note, "warm" if item.state is NextState.WRONG else "quiet")
        self._widths = ((page, widths[0]), (note, widths[1]))
        self._detail_row = build_row(None, page, note, spacing=2)
        self.box = QBoxLayout(ACROSS)
        self.box.setSpacing(GRID // 2)
        self.box.addWidget(wrapped_label(item.title), 1)
        self.box.addLayout(self._detail_row)
        row = build_row(self, sign, self.box, arrow, margins=(1, 1.25, 1, 1.25), spacing=1.5)
        row.setStretchFactor(self.box, 1)
        self.pass_clicks()
        set_accessible_name(self, ". ".join(filter(None, (item.title, item.page, item.note))))

    def arrange(self, *, is_narrow: bool) -> None:
        """Put page and state beside the name, in columns, or below it."""
        turn(self.box, is_narrow=is_narrow)
        for label, width in self._widths:
            label.setMinimumWidth(0 if is_narrow else width)
        if is_narrow and self._detail_row.count() == len(self._widths):
            self._detail_row.addStretch(1)
        elif not is_narrow and self._detail_row.count() > len(self._widths):
            self._detail_row.takeAt(len(self._widths))


class LabelPair(QWidget):
    """A text with a short one at its right edge, or below it where both are too wide."""

    def __init__(self, left: QLabel, right: QLabel) -> None:
        super().__init__()
        self._right = right
        right.setWordWrap(True)
        self._box = QBoxLayout(ACROSS, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID // 2)
        self._box.addWidget(left, 1)
        self._box.addWidget(right)
        self.arrange(is_narrow=False)

    def arrange(self, *, is_narrow: bool) -> None:
        """Put the texts beside each other or below each other."""
        self._right.ensurePolished()
        width = self._right.fontMetrics().horizontalAdvance(self._right.text()) + GRID // 2
        self._right.setMinimumWidth(0 if is_narrow else width)
        side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignRight
        self._right.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        turn(self._box, is_narrow=is_narrow)


class CriterionRow(CardButton):
    """An award criterion: its points, and how many of its questions are answered.

    It leads to the first of them without an answer, or to the first of all.
    """

    words_at: ClassVar[int] = GRID

    def __init__(self, criterion: AwardCriterion, session: Session, theme: Theme) -> None:
        super().__init__(theme, is_flat=True, is_first=True)
        self.key: Key | None = None
        self._name = name = session.texts.get(f"criterion.{criterion.id}.name")
        self.points_label = wrapped_label(describe_points(criterion), "quiet")
        self.bar = ShareBar(theme)
        self.count_label = count = short_label("", "quiet")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        count.setMinimumWidth(
            count.fontMetrics().horizontalAdvance(self.tr("{0} of {1}").format(888, 888))
        )
        below = build_row(None, self.bar, count, spacing=2)
        below.setStretchFactor(self.bar, 1)
        head = build_column(None, wrapped_label(name), self.points_label, spacing=0)
        build_column(self, head, below, margins=(1, 0.75, 1, 0.75), spacing=0.75)
        self.pass_clicks()

    def show_progress(self, progress: CriterionProgress) -> None:
        """Show how many questions are answered now."""
        total = len(progress.questions)
        counted = self.tr("{0} of {1}").format(progress.answered, total)
        self.count_label.setText(counted)
        share = progress.answered / total if total else 1.0
        self.bar.show_share(share, f"{self._name}: {counted}", is_good=share >= 1)
        set_accessible_name(self, f"{self._name}. {self.points_label.text()}. {counted}")
        open_ones = [one for one in progress.questions if not one.is_answered]
        first = next(iter(open_ones or progress.questions), None)
        self.key = first.visible.key if first is not None else None


class CopyRow(CardButton):
    """A Word file that somebody has: who, what of the proposal, and whether it came back."""

    words_at: ClassVar[int] = GRID

    def __init__(self, copy: SharedCopy, session: Session, theme: Theme, today: date) -> None:
        super().__init__(theme, is_flat=True)
        self.copy = copy
        language = session.texts.language
        name = copy.recipient or self.tr("Someone")
        whole = self.tr("their own questions") if copy.partner else self.tr("whole proposal")
        sent = _read_day(copy.sent_at)
        what = f"{whole}, {format_day(sent, language)}" if sent else whole
        state, role = self._describe(copy, sent, language, today)
        self.below = LabelPair(wrapped_label(what, "quiet"), short_label(state, role))
        build_column(self, wrapped_label(name), self.below, margins=(1, 1, 1, 1), spacing=0.25)
        self.pass_clicks()
        set_accessible_name(self, f"{name}. {what}. {state}")

    def _describe(
        self, copy: SharedCopy, sent: date | None, language: str, today: date
    ) -> tuple[str, str]:
        """Return the state in words, and the role of its text."""
        back = _read_day(copy.returned_at)
        if copy.returned_at:
            returned = self.tr("returned {}").format(format_day(back, language) if back else "")
            return returned.strip(), "quiet"
        if copy.reply_by is not None and copy.reply_by < today:
            due = self.tr("reply was due {}")
            return due.format(format_day(copy.reply_by, language)), "warm"
        if copy.reply_by is not None:
            due = self.tr("reply by {}")
            return due.format(format_day(copy.reply_by, language)), "quiet"
        days = max((today - sent).days, 0) if sent else 0
        return plurals.waiting_days(days), "quiet"


def _read_day(moment: str) -> date | None:
    """Return the local day of a moment in ISO 8601, `None` for another text."""
    found = parse_moment(moment)
    if found is None:
        return None
    return to_local(found if found.tzinfo else found.replace(tzinfo=UTC)).date()


class UnconfirmedLine(QWidget):
    """One quiet line on what is not confirmed, with a list that unfolds below it."""

    unfolded = Signal()
    """The list was asked for the first time, to be built by `show_list`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._is_built = False
        sign = QLabel(
            pixmap=theme.icons.icon("info", theme.colours.quiet).pixmap(icon_size(), icon_size())
        )
        self.text_label = wrapped_label("", "quiet")
        self.list_button = next_button(theme.accent_icon("chevron-down"), "")
        set_role(self.list_button, "link")
        self.list_button.clicked.connect(self._on_clicked)
        self.list_card = Card(spacing=1)
        self.list_card.hide()
        row = build_row(None, sign, self.text_label, self.list_button)
        row.setStretchFactor(self.text_label, 1)
        build_column(self, row, self.list_card, margins=(0.5, 0, 0.5, 0))
        self._name_button()

    def show_count(self, count: int, call: str) -> None:
        """Show how many details of a call are not confirmed; without any there is no line."""
        self.setVisible(bool(count))
        self.text_label.setText(plurals.unconfirmed(count).format(call))

    def show_list(self, parts: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        """Show the details under their headings."""
        for heading, lines in parts:
            self.list_card.column.addWidget(wrapped_label(heading, "label"))
            self.list_card.column.addWidget(wrapped_label("\n".join(lines), "quiet"))

    def _on_clicked(self) -> None:
        if not self._is_built:
            self._is_built = True
            self.unfolded.emit()
        self.list_card.setVisible(self.list_card.isHidden())
        self._name_button()

    def _name_button(self) -> None:
        is_open = not self.list_card.isHidden()
        self.list_button.setText(self.tr("Hide the list") if is_open else self.tr("Show the list"))
        set_accessible_name(self.list_button, self.list_button.text())


def build_words(text: str) -> QLabel:
    """Build a text that has the edges of the heading and the rows of its card."""
    label = wrapped_label(text, "quiet")
    label.setContentsMargins(GRID, 0, GRID, 0)
    return label


class HeadedCard(Card):
    """A card with a heading, and a link or button at its right or below it."""

    def __init__(self) -> None:
        # The rows reach beyond the words, as the ring of the focus needs room around them.
        super().__init__(margins=(1, 1.5, 1, 1.5), spacing=1)
        self.is_narrow = False
        """Whether what belongs together stands below each other."""
        self._head = QBoxLayout(ACROSS)
        self._head.setSpacing(GRID // 2)
        self._head.setContentsMargins(GRID, 0, GRID, 0)
        self.column.addLayout(self._head)

    def set_heading(self, heading: str, link: QWidget | None = None) -> None:
        """Show a heading with a link."""
        self._head.addWidget(wrapped_label(heading, "heading"), 1)
        if link is not None:
            self._head.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def arrange(self, *, is_narrow: bool) -> None:
        """Put the link beside the heading or below it."""
        self.is_narrow = is_narrow
        turn(self._head, is_narrow=is_narrow)
