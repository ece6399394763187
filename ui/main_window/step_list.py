"""The list of steps, each with its state in words and as an icon, and the bar to go on."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import set_accessible_name
from ..widgets.buttons import next_button, push_button
from ..widgets.labels import short_label
from ..widgets.layouts import STRETCH, build_column, build_row

ModelIndex = QModelIndex | QPersistentModelIndex
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
WORD_WRAP = int(Qt.TextFlag.TextWordWrap)


class StepIcon(StrEnum):
    """The icon of a step: its state, or the kind of page; the value is the file name."""

    EMPTY = "circle"
    STARTED = "circle-dot"
    DONE = "circle-check"
    PROBLEMS = "triangle-alert"
    TO_READ = "book-open"
    HIDDEN = "archive"
    CHECKS = "list-checks"
    EXPORT = "file-text"
    FEEDBACK = "message-square"
    REVIEW_IMPORT = "file-input"


class StepRow(Struct, frozen=True):
    """One step as shown: id, title, its state in words, and the icon of the state."""

    id: str
    title: str
    state: str
    icon: StepIcon


class StepListModel(QAbstractListModel):
    """The steps as an item model."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: tuple[StepRow, ...] = ()

    def show_rows(self, rows: tuple[StepRow, ...]) -> None:
        """Show these rows; only those that differ are redrawn."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of steps."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, icon or state; for a screen reader title and state in one."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(row.icon)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}. {row.state}" if row.state else row.title
            case _:
                return row.state if role == STATE_ROLE else None

    def _icon(self, icon: str) -> QIcon:
        match icon:
            case StepIcon.PROBLEMS:
                return self._theme.warm_icon(icon)
            case StepIcon.DONE:
                return self._theme.good_icon(icon)
            case StepIcon.EMPTY | StepIcon.TO_READ:
                return self._theme.icons.icon(icon, self._theme.colours.quiet)
            case _:
                return self._theme.accent_icon(icon)


class StepDelegate(QStyledItemDelegate):
    """Draws a step on two lines: its title, and its state in a quieter colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Return the height of the wrapped title and state."""
        width = max(self._text_width(option), GRID * 10)
        metrics, room = QFontMetrics(option.font), QRect(0, 0, width, 1000)
        title, state = str(index.data()), index.data(STATE_ROLE)
        height = metrics.boundingRect(room, WORD_WRAP, title).height()
        if state:
            height += metrics.boundingRect(room, WORD_WRAP, state).height()
        return QSize(width, height + GRID + GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw background, icon, title and state."""
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self._theme.colours.accent_soft))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(rect.left() + GRID, rect.top() + GRID, 18, 18))
        self._draw_text(painter, option, rect, index)
        painter.restore()

    def _draw_text(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: ModelIndex
    ) -> None:
        painter.setFont(option.font)
        box = QRect(rect.left() + GRID * 5, rect.top() + GRID // 2, self._text_width(option), 1000)
        title, state = str(index.data()), index.data(STATE_ROLE)
        painter.setPen(QColor(self._theme.colours.text))
        painter.drawText(box, WORD_WRAP, title)
        if state:
            height = QFontMetrics(option.font).boundingRect(box, WORD_WRAP, title).height()
            painter.setPen(QColor(self._theme.colours.quiet))
            painter.drawText(box.translated(0, height), WORD_WRAP, state)

    def _text_width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        width = view.width() if isinstance(view, QListView) else 240
        # Room for the scroll bar is always kept, so that titles wrap the same with and without it.
        return width - GRID * 8


class StepList(QWidget):
    """The list of steps; `chosen` reports the one that the user selects."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = StepListModel(theme)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(StepDelegate(theme, self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setSpacing(1)
        set_role(self.view, "steps")
        set_accessible_name(self.view, self.tr("Steps of the proposal"))
        build_column(self, self.view, margins=(1, 1, 0, 1))
        self.view.selectionModel().currentChanged.connect(self._on_current)
        # A click on the current step counts as well: it leads back from the preview to the export.
        self.view.clicked.connect(self._on_current)

    def show_steps(self, rows: tuple[StepRow, ...], current: str) -> None:
        """Show the steps and select the current one; if it was visible, it stays so.

        A step that gets a state grows and pushes those below it down.
        """
        was_visible = self._is_current_visible()
        self.model.show_rows(rows)
        self.select(current)
        if was_visible:
            self.view.scrollTo(self.view.currentIndex())

    def select(self, step: str) -> None:
        """Select a step without emitting `chosen`."""
        for number, row in enumerate(self.model.rows):
            index = self.model.index(number)
            if row.id == step and self.view.currentIndex() != index:
                self.view.selectionModel().blockSignals(True)
                self.view.setCurrentIndex(index)
                self.view.selectionModel().blockSignals(False)
                self.view.scrollTo(index)
                self.view.viewport().update()

    def _is_current_visible(self) -> bool:
        shown = self.view.visualRect(self.view.currentIndex())
        return self.view.viewport().rect().contains(shown.center())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.rows[index.row()].id)


class StepBar(QFrame):
    """Buttons to the previous and the next step, with the position between them."""

    def __init__(
        self, theme: Theme, previous: Callable[[], None], following: Callable[[], None]
    ) -> None:
        super().__init__()
        set_role(self, "side")
        left, right = theme.icon("chevron-left"), theme.icon("chevron-right")
        self.back_button = push_button(left, self.tr("Back"), clicked=previous)
        self.next_button = next_button(right, self.tr("Next"), clicked=following)
        self.page_label = short_label("", "quiet")
        content = (self.back_button, STRETCH, self.page_label, STRETCH, self.next_button)
        build_row(self, *content, margins=(2, 1, 2, 1), spacing=None)

    def show_position(self, index: int, count: int) -> None:
        """Show which of `count` steps is shown; the first has index 0."""
        self.back_button.setEnabled(index > 0)
        self.next_button.setEnabled(index < count - 1)
        self.page_label.setText(self.tr("Step {0} of {1}").format(index + 1, count))
