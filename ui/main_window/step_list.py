"""The list of steps, each with its state in words and as an icon."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..qt_support import Index
from ..theme.theme import GRID, Theme, find_text_scale, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.layouts import build_column

NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
WORD_WRAP = int(Qt.TextFlag.TextWordWrap)
ICON = 16
TITLE_LEFT = GRID * 4
MIN_WIDTH, MAX_WIDTH = 240, 320
"""Pixels of the column at 100 %."""
SMALL = 0.87
"""Size of the name of a part, as a share of the size of a step."""
ROOMY, TIGHT = GRID, GRID * 3 // 4
"""Pixels of a row around its text: where there is room, and in a low window."""


class StepIcon(StrEnum):
    """The icon of a step: its state, or the kind of page; the value is the file name."""

    EMPTY = "circle"
    STARTED = "circle-dot"
    DONE = "circle-check"
    PROBLEMS = "octagon-alert"
    TO_READ = "book-open"
    HIDDEN = "archive"
    CARRIED = "arrow-right"
    CHECKS = "list-checks"
    EXPORT = "file-text"
    FEEDBACK = "inbox"
    COPY_DESK = "clipboard-copy"
    REVIEW_IMPORT = "file-input"
    OVERVIEW = "layout-dashboard"


class StepPart(Struct, frozen=True):
    """A part of the steps: its heading, and one word and an icon where there is little room."""

    title: str
    short: str
    icon: str


class StepRow(Struct, frozen=True):
    """One step as shown: id, title, its state in words, the icon of the state, its part.

    `note` is what stands at the right edge: a count, or nothing where the icon says enough.
    `problems` and `gaps` count what is to be fixed, and what is to be answered or decided.
    """

    id: str
    title: str
    state: str
    icon: StepIcon
    part: StepPart
    note: str = ""
    problems: int = 0
    gaps: int = 0


class StepListModel(QAbstractListModel):
    """The steps as an item model: the heading of each part, and its steps below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: tuple[StepRow, ...] = ()
        self._lines: tuple[StepRow | str, ...] = ()

    def show_rows(self, rows: tuple[StepRow, ...]) -> None:
        """Show these rows; only those that differ are redrawn."""
        before, self.rows = self._lines, rows
        lines = tuple(_insert_headings(rows))
        if list(map(_get_id, lines)) != list(map(_get_id, before)):
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return
        self._lines = lines
        for number, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def find_step(self, index: Index) -> StepRow | None:
        """Return the step of an index; `None` for a heading."""
        line = self._lines[index.row()] if 0 <= index.row() < len(self._lines) else ""
        return line if isinstance(line, StepRow) else None

    def find_index(self, step: str) -> QModelIndex:
        """Return the index of a step, an invalid one where the list does not have it."""
        for number, line in enumerate(self._lines):
            if isinstance(line, StepRow) and line.id == step:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of steps and headings."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of an index: a heading can be neither chosen nor focused."""
        is_step = self.find_step(index) is not None
        return super().flags(index) if is_step else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, icon or note; for a screen reader title and state in one."""
        step = self.find_step(index)
        if step is None:
            texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._lines[index.row()] if index.isValid() and role in texts else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return step.title
            case Qt.ItemDataRole.DecorationRole:
                return build_state_icon(step.icon, self._theme)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{step.title}. {step.state}" if step.state else step.title
            case Qt.ItemDataRole.ToolTipRole:
                return step.state or None
            case _:
                return step.note if role == NOTE_ROLE else None


def build_state_icon(icon: StepIcon, theme: Theme) -> QIcon:
    """Return the icon of a step in the colour of its state."""
    match icon:
        case StepIcon.PROBLEMS:
            return theme.warm_icon(icon)
        case StepIcon.DONE:
            return theme.good_icon(icon)
        case StepIcon.STARTED:
            return theme.accent_icon(icon)
        case _:
            return theme.icons.icon(icon, theme.colours.quiet)


def _insert_headings(rows: tuple[StepRow, ...]) -> Iterator[StepRow | str]:
    """Yield the rows, with the name of each part before its first row, if it has one."""
    for part, steps in groupby(rows, key=lambda row: row.part):
        if part.title:
            yield part.title
        yield from steps


def _get_id(line: StepRow | str) -> str:
    return line if isinstance(line, str) else line.id


class StepDelegate(QStyledItemDelegate):
    """Draws a step on one line: icon, title, and its note at the right edge.

    A title that has no room beside its note wraps; nothing is cut.
    """

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self.air = ROOMY
        """Pixels of a row around its text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a heading, or of the wrapped title."""
        height = QFontMetrics(option.font).height()
        if index.flags() == Qt.ItemFlag.NoItemFlags:
            return QSize(0, height + self.air)
        room = QRect(0, 0, self._title_width(index), 1000)
        bold = QFontMetrics(_emphasise(option.font))
        wrapped = bold.boundingRect(room, WORD_WRAP, str(index.data())).height()
        return QSize(0, max(wrapped, height) + self.air)

    def preferred_width(self) -> int:
        """Return the width in pixels at which every title stands on one line."""
        model, font = self._view.model(), self._view.font()
        bold, plain = QFontMetrics(_emphasise(font)), QFontMetrics(font)
        return max(
            (
                bold.horizontalAdvance(str(index.data()))
                + plain.horizontalAdvance(str(index.data(NOTE_ROLE) or ""))
                + TITLE_LEFT
                + 3 * GRID
                for index in (model.index(row, 0) for row in range(model.rowCount()))
                if index.flags() != Qt.ItemFlag.NoItemFlags
            ),
            default=0,
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw background, icon, title and note; a heading is its text alone."""
        painter.save()
        rect: QRect = option.rect
        colours = self._theme.colours
        if index.flags() == Qt.ItemFlag.NoItemFlags:
            painter.setFont(_emphasise(option.font, smaller=True))
            painter.setPen(QColor(colours.quiet))
            line = rect.adjusted(GRID, 0, -GRID, -GRID // 4)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignBottom), str(index.data()))
        else:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if is_selected or is_under_mouse:
                self._draw_ground(painter, rect, is_selected=is_selected)
            self._draw_step(painter, option, index, is_selected=is_selected)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, *, is_selected: bool) -> None:
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft if is_selected else colours.hover))
        painter.drawRoundedRect(rect.adjusted(0, 0, -GRID, 0), 4, 4)
        if is_selected:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRect(rect.left(), rect.top() + 4, 3, rect.height() - 8), 1, 1)

    def _draw_step(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        *,
        is_selected: bool,
    ) -> None:
        colours, rect = self._theme.colours, option.rect
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            top = rect.top() + (rect.height() - ICON) // 2
            icon.paint(painter, QRect(rect.left() + GRID, top, ICON, ICON))
        painter.setFont(_emphasise(option.font) if is_selected else option.font)
        painter.setPen(QColor(colours.text))
        room = QRect(rect.left() + TITLE_LEFT, rect.top(), self._title_width(index), rect.height())
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, middle | WORD_WRAP, str(index.data()))
        note = index.data(NOTE_ROLE)
        if note:
            step = index.model()
            is_wrong = isinstance(step, StepListModel) and _is_wrong(step.find_step(index))
            painter.setFont(option.font)
            painter.setPen(QColor(colours.warm if is_wrong else colours.quiet))
            right = rect.adjusted(0, 0, -2 * GRID, 0)
            painter.drawText(right, middle | int(Qt.AlignmentFlag.AlignRight), str(note))

    def _title_width(self, index: Index) -> int:
        """Return the room for a title, beside the note in the row.

        The list is not asked for its viewport: a start would make all classes of Qt for that.
        """
        note = QFontMetrics(self._view.font()).horizontalAdvance(str(index.data(NOTE_ROLE) or ""))
        bar, width = self._view.verticalScrollBar(), self._view.maximumViewportSize().width()
        if bar.isVisibleTo(self._view):
            width -= bar.width()
        return max(width - TITLE_LEFT - note - 3 * GRID, 8 * GRID)


def _is_wrong(step: StepRow | None) -> bool:
    return step is not None and step.icon is StepIcon.PROBLEMS


def _emphasise(font: QFont, *, smaller: bool = False) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    if smaller:
        strong.setPointSizeF(font.pointSizeF() * SMALL)
    return strong


class StepList(QWidget):
    """The list of steps; `chosen` reports the one that the user selects."""

    chosen = Signal(str)
    entered = Signal()
    """Enter or a click leads into the page; arrow keys go on through the steps."""
    shown = Signal(str)
    """Reports the step that is selected now, whoever selected it."""
    width_changed = Signal()
    """The width at which the titles stand on one line is another one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = StepListModel(theme)
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = StepDelegate(theme, self.view)
        self._titles_width = 0
        """Pixels that the titles need; 0 until they are measured."""
        self._is_scrolled = False
        """Whether there are more steps than lines, so that a scroll bar takes some of the width."""
        self.view.setItemDelegate(self._delegate)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        set_role(self.view, "steps")
        set_accessible_name(self.view, self.tr("Steps of the proposal"))
        build_column(self, self.view, margins=(1, 1, 0, 0))
        self.view.selectionModel().currentChanged.connect(self._on_current)
        # A click on the current step counts as well: it leads back from the preview to the export.
        self.view.clicked.connect(self._on_current)
        self.view.clicked.connect(self.entered)
        self.view.activated.connect(self.entered)

    def show_steps(self, rows: tuple[StepRow, ...], current: str) -> None:
        """Show the steps and select the current one; if it was visible, it stays so."""
        was_visible = self._is_current_visible()
        if rows != self.model.rows:
            self.model.show_rows(rows)
            self._titles_width = 0
            # The height of a row goes by the room that its note leaves.
            self._lay_out_rows()
            self.updateGeometry()
        self.select(current)
        if was_visible:
            self.view.scrollTo(self.view.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Measure the titles anew at another type size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._titles_width = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: their titles wrap at another width."""
        super().resizeEvent(event)
        self._lay_out_rows()

    def _lay_out_rows(self) -> None:
        """Lay the rows out close together where not all of them would be in sight."""
        option, rows = QStyleOptionViewItem(), range(self.model.rowCount())
        self.view.initViewItemOption(option)
        self._delegate.air = ROOMY
        hints = (self._delegate.sizeHint(option, self.model.index(row, 0)) for row in rows)
        if sum(hint.height() for hint in hints) > self.view.maximumViewportSize().height():
            self._delegate.air = TIGHT
        needed = len(rows) * (QFontMetrics(option.font).height() + TIGHT)
        is_scrolled = needed > self.view.maximumViewportSize().height()
        if is_scrolled is not self._is_scrolled:
            self._is_scrolled = is_scrolled
            self.width_changed.emit()
        self.view.scheduleDelayedItemsLayout()

    def current_step(self) -> str:
        """Return the id of the selected step, empty if there is none."""
        row = self.model.find_step(self.view.currentIndex())
        return row.id if row is not None else ""

    def select(self, step: str) -> None:
        """Select a step without emitting `chosen`."""
        index = self.model.find_index(step)
        before = self.view.currentIndex()
        if before != index:
            self.view.selectionModel().blockSignals(True)
            self.view.setCurrentIndex(index)
            self.view.selectionModel().blockSignals(False)
            self.view.scrollTo(index)
            self.view.update(before)
            self.view.update(index)
        self.shown.emit(step)

    def sizeHint(self) -> QSize:
        """Return the width at which the titles stand on one line, between two bounds."""
        if not self._titles_width:
            self._titles_width = self._delegate.preferred_width()
        bar = self.view.verticalScrollBar().sizeHint().width() if self._is_scrolled else 0
        wide = self._titles_width + 2 * GRID
        most = round(MAX_WIDTH * find_text_scale(self.view))
        return QSize(min(max(wide, MIN_WIDTH), most) + bar, 0)

    def _is_current_visible(self) -> bool:
        if not self.view.isVisible():
            return False  # what is hidden is laid out when it is shown, not while somebody types
        shown = self.view.visualRect(self.view.currentIndex())
        return self.view.rect().contains(shown.center())

    def _on_current(self, index: QModelIndex) -> None:
        step = self.model.find_step(index)
        if step is not None:
            self.chosen.emit(step.id)
