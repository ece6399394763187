"""The parts of the list of checks: heads that fold what is below them, and the entries."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from ...theme.theme import GRID, Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import WrappingRow, icon_size, next_button, text_button
from ...widgets.card_button import CardButton
from ...widgets.fold import describe_fold
from ...widgets.hairline import build_line
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import build_column, build_row, measure_again
from ...widgets.popover import Popover
from .model import Entry, Group

LINE = 30
"""Average characters of the shortest line beside something."""


class TurningRow(WrappingRow):
    """A row that the layouts around it measure again when it turns."""

    def arrange(self) -> None:
        """Choose the direction."""
        before = self.row.direction()
        super().arrange()
        if self.row.direction() is not before:
            measure_again(self)


class TwoSides(TurningRow):
    """A text that wraps, and what belongs to it at its right, or below it in a narrow list."""

    def __init__(self, left: QWidget, right: QWidget, room: int) -> None:
        """Build the row; `room` is the width of what is at the right, in pixels."""
        super().__init__(left, right)
        self.room = room
        self.row.addWidget(left, 1)
        self.row.addWidget(right)

    def needed_width(self) -> int:
        """Return the width of what is at the right, and of a line that can be read."""
        left, _ = self.widgets
        line = min(LINE * self.fontMetrics().averageCharWidth(), left.sizeHint().width())
        return max(line, left.minimumSizeHint().width()) + GRID + self.room

    def arrange(self) -> None:
        """Choose the direction, and the widths that stand below each other in columns."""
        super().arrange()
        _, right = self.widgets
        is_across = self.row.direction() is QBoxLayout.Direction.LeftToRight
        width = self.room if is_across else 0
        if right.minimumWidth() != width:
            self.row.setStretch(0, 1 if is_across else 0)
            right.setMinimumWidth(width)
            measure_again(self)


class HeadText(Struct, frozen=True):
    """The texts of a head; that of a group has a `count` on a ground, warm if `is_warm`."""

    name: str
    note: str
    count: str = ""
    is_warm: bool = False


class FoldHead(CardButton):
    """The line of a group or of a section; a click folds or unfolds what is below it."""

    def __init__(self, theme: Theme, text: HeadText) -> None:
        super().__init__(theme, is_flat=True, is_first=bool(text.count))
        self.words = text
        self.is_open = False
        self._arrow = QLabel()
        name = wrapped_label(text.name, "heading" if text.count else "")
        named = QWidget()
        row = build_row(named, name)
        if text.count:
            # Beside a count the name takes one line.
            name.setWordWrap(False)
            count = short_label(text.count, "warm-count" if text.is_warm else "count")
            row.addWidget(count, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addStretch(1)
        else:
            row.setStretchFactor(name, 1)
        note = wrapped_label(text.note, "quiet")
        width = note.fontMetrics().horizontalAdvance(text.note) + 2
        sides = TwoSides(named, note, width)
        across = build_row(self, self._arrow, sides, margins=(2, 1.25, 2, 1.25), spacing=1.5)
        across.setStretchFactor(sides, 1)
        self.pass_clicks()
        self.show_fold(is_open=False)

    def show_fold(self, *, is_open: bool) -> None:
        """Show whether what is below is in sight."""
        self.is_open = is_open
        icon = self._theme.icon("chevron-down" if is_open else "chevron-right")
        self._arrow.setPixmap(icon.pixmap(icon_size(), icon_size()))
        parts = (self.words.name, self.words.count, self.words.note)
        name = ". ".join(filter(None, parts))
        set_accessible_name(self, describe_fold(name, is_open=is_open))


class EntryRow(QFrame):
    """A problem on two lines, with the name of its page, its reasons, and a jump to its field."""

    chosen = Signal(object)
    """The `Entry` to go to."""

    def __init__(self, entry: Entry, theme: Theme, action: str, width: int) -> None:
        """Build the row; `width` is that of the names of pages in pixels."""
        super().__init__()
        self.entry = entry
        icon = entry.group.value
        is_wrong = entry.group is Group.WRONG
        drawn = theme.warm_icon(icon) if is_wrong else theme.icons.icon(icon, theme.colours.quiet)
        sign = QLabel(pixmap=drawn.pixmap(icon_size(), icon_size()))
        words = QWidget()
        lines = build_column(words, wrapped_label(entry.title, "label"), spacing=0.25)
        if entry.detail:
            lines.addWidget(wrapped_label(entry.detail, "quiet"))
        self.page_label = wrapped_label(entry.page, "quiet")
        self.why_button = text_button(self.tr("Why"), self._on_why, "link")
        set_accessible_name(self.why_button, f"{self.tr('Why')}: {entry.title}")
        if not entry.reasons:
            self.why_button.hide()
        self.go_button = next_button(theme.icon("arrow-right"), action, clicked=self._on_go)
        set_accessible_name(self.go_button, f"{action}: {entry.title}", entry.detail)
        self._buttons = QWidget()
        build_row(self._buttons, self.why_button, self.go_button, spacing=1.5)
        tools = TurningRow(self.page_label, self._buttons)
        tools.row.addWidget(self.page_label, 1)
        tools.row.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)
        self._page_width = width
        self._sides = sides = TwoSides(words, tools, width)
        row = build_row(self, sign, sides, margins=(2, 1, 2, 1), spacing=1.5)
        row.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        row.setStretchFactor(sides, 1)

    def set_button_width(self, width: int) -> None:
        """Make the button as wide as those of the other rows, so that they are columns."""
        self.go_button.setMinimumWidth(width)
        self._sides.room = self._page_width + GRID * 2 + self._buttons.sizeHint().width()

    def _on_go(self) -> None:
        self.chosen.emit(self.entry)

    def _on_why(self) -> None:
        Popover(self.why_button, self.entry.title, self.entry.reasons)


class FoldedPart(QFrame):
    """A head with rows below it, which are built when they are first in sight."""

    switched = Signal()
    """The user folded or unfolded it."""

    def __init__(self, head: FoldHead, build: Callable[[], tuple[QWidget, ...]]) -> None:
        super().__init__()
        self.head = head
        self._build = build
        self.rows: tuple[QWidget, ...] = ()
        self._body = QWidget()
        self._column = build_column(self._body, spacing=0)
        self._body.hide()
        build_column(self, head, self._body, spacing=0)
        head.clicked.connect(self._on_clicked)

    def unfold(self, *, is_open: bool) -> None:
        """Show or hide the rows."""
        if is_open and not self.rows:
            self.rows = self._build()
            for row in self.rows:
                if not isinstance(row, FoldedPart):
                    self._column.addWidget(build_line())
                self._column.addWidget(row)
        self._body.setVisible(is_open)
        self.head.show_fold(is_open=is_open)

    def _on_clicked(self) -> None:
        self.unfold(is_open=not self.head.is_open)
        self.switched.emit()
