"""What an activity costs, and how the sum is made, beside its form."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from erasmus_desk.budget.calculation import BudgetLine, Reason, round_to_cents
from erasmus_desk.budget.grant import Grant
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats
from erasmus_desk.i18n.message_values import Amount, Count, MessageValue, NumberRange, TextRef
from erasmus_desk.i18n.messages import Messages

from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.key_hints import KeyHints
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_column, build_row, clear_layout
from ...widgets.share_bar import SLIM, ShareBar
from ..base import Card


class Part(Struct, frozen=True):
    """One kind of cost: what it is, how often which amount (may be empty), and their sum."""

    name: str
    times: str
    amount: Decimal


class GrantCard(Card):
    """The grant of one activity with its parts, and that of all its like and of the proposal."""

    def __init__(self, list_id: str, session: Session, messages: Messages, theme: Theme) -> None:
        super().__init__(spacing=1)
        self._list_id = list_id
        self._session = session
        self._messages = messages
        self._is_narrow = False
        self.name_label = wrapped_label(self.tr("Grant for this activity"), "quiet")
        self.figure_label = short_label("", "figure")
        unit = short_label(session.pack.funding.currency, "quiet")
        self._short_label = wrapped_label("", "quiet")
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._short_label.setAlignment(side)
        line = build_row(None, self._short_label, self.figure_label, unit)
        line.setAlignment(unit, Qt.AlignmentFlag.AlignBottom)
        self._line = line
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head.addWidget(self.name_label)
        self._head.addLayout(line)
        line.addStretch(1)
        self._parts, self._sums = QWidget(), QWidget()
        self._parts_grid = _build_grid(self._parts)
        self._sums_grid = _build_grid(self._sums)
        self.bar = ShareBar(theme, SLIM)
        self.column.addLayout(self._head)
        for part in (self._parts, self._sums, self.bar):
            self.column.addWidget(part)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show one line, or all parts below each other."""
        self._is_narrow = is_narrow
        for part in (self._parts, self._sums, self.bar):
            part.setVisible(not is_narrow)
        self._short_label.setVisible(is_narrow)
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if is_narrow else way.TopToBottom)
        self._line.setStretchFactor(self._short_label, 1 if is_narrow else 0)
        self._line.setStretch(self._line.count() - 1, 0 if is_narrow else 1)

    def show_grant(self, grant: Grant, item: str) -> None:
        """Show the grant of an item and of the whole proposal."""
        key = Key(self._list_id, item)
        total = grant.by_activity.get(key, Decimal(0))
        self.figure_label.setText(self._format(total))
        parts = list_parts(grant, key, self._session, self._messages)
        self._short_label.setText(" + ".join(part.times for part in parts if part.times))
        clear_layout(self._parts_grid)
        for row, part in enumerate(parts):
            cells = (part.name, part.times, self._format(part.amount))
            _add_row(self._parts_grid, row, cells)
        self._show_sums(grant)
        self.setAccessibleName(f"{self.name_label.text()}: {self._format(total)}")

    def _show_sums(self, grant: Grant) -> None:
        alike = [
            amount for key, amount in grant.by_activity.items() if key.question == self._list_id
        ]
        many = self._session.texts.get(f"list.{self._list_id}.many")
        whole = self._format(grant.total)
        if grant.ceiling is not None:
            ceiling = self._format(grant.ceiling)
            whole = self.tr("{0} of {1}").format(whole, ceiling)
            share = float(grant.total / grant.ceiling) if grant.ceiling else 1.0
            self.bar.show_share(share, whole, is_over=grant.total > grant.ceiling)
        self.bar.setVisible(grant.ceiling is not None and not self._is_narrow)
        clear_layout(self._sums_grid)
        every = self.tr("All {}").format(many)
        _add_row(self._sums_grid, 0, (every, "", self._format(sum(alike, Decimal(0)))))
        _add_row(self._sums_grid, 1, (self.tr("Whole proposal"), "", whole))

    def _format(self, amount: Decimal) -> str:
        return formats.format_short_amount(round_to_cents(amount), self._messages.language)


def list_parts(
    grant: Grant, activity: Key, session: Session, messages: Messages
) -> tuple[Part, ...]:
    """Return the costs of an activity, those of one rate together."""
    counts: dict[tuple[str, Decimal | None], tuple[int, Decimal]] = {}
    for line in grant.lines:
        if line.activity == activity:
            name, rate, number = _read_line(line, session, messages)
            count, amount = counts.get((name, rate), (0, Decimal(0)))
            counts[name, rate] = (count + number, amount + line.amount)
    language = messages.language
    return tuple(
        Part(
            name,
            f"{count} × {formats.format_short_amount(rate, language)}" if rate is not None else "",
            amount,
        )
        for (name, rate), (count, amount) in counts.items()
    )


def _read_line(
    line: BudgetLine, session: Session, messages: Messages
) -> tuple[str, Decimal | None, int]:
    """Return the name of a cost, and its rate and number if the one times the other is all."""
    facts: Mapping[str, MessageValue] = line.reasons[0].facts if line.reasons else {}
    rate = facts.get("rate")
    number = next((one for one in facts.values() if isinstance(one, Count)), None)
    category = session.texts.get(f"head.{line.category}.name") or line.category
    if not isinstance(rate, Amount) or number is None or rate.value * number.n != line.amount:
        return category, None, 0
    band = next((one for one in map(_find_band, line.reasons) if one is not None), None)
    kind = facts.get("category")
    if band is not None:
        name = f"{messages.format_value(band)} km"
    elif isinstance(kind, TextRef):
        name = next((text for one in kind.texts if (text := session.texts.get(one))), category)
    else:
        name = category
    return name, rate.value, number.n


def _find_band(reason: Reason) -> NumberRange | None:
    band = reason.facts.get("band")
    return band if isinstance(band, NumberRange) else None


def _build_grid(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, GRID, 0, 0)
    grid.setVerticalSpacing(GRID // 2)
    grid.setHorizontalSpacing(GRID * 3 // 2)
    grid.setColumnStretch(0, 1)
    return grid


def _add_row(grid: QGridLayout, row: int, cells: tuple[str, str, str]) -> None:
    name = wrapped_label(cells[0], "quiet")
    grid.addWidget(name, row, 0, 1, 1 if cells[1] else 2)
    for column, text in enumerate(cells[1:], start=1):
        if not text:
            continue
        label = QLabel(text)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label, row, column)


class DistancesNote(QWidget):
    """How the kilometres are found, which of them were typed, and the keys of the grid."""

    def __init__(self) -> None:
        super().__init__()
        title = wrapped_label(self.tr("Distances"), "label")
        text = wrapped_label(
            self.tr(
                "Measured in a straight line from city to city. Type your own kilometres where "
                "they are wrong; a note is then asked."
            ),
            "quiet",
        )
        self._typed = build_column(None, spacing=0.5)
        keys = KeyHints(
            (self.tr("Enter"), self.tr("down")), (self.tr("Ctrl+V"), self.tr("paste a block"))
        )
        column = build_column(self, title, text, self._typed, keys)
        column.setSpacing(GRID)

    def show_typed(self, lines: tuple[str, ...]) -> None:
        """Show the distances that were typed."""
        clear_layout(self._typed)
        for line in lines:
            self._typed.addWidget(wrapped_label(line))
