"""The steps of the desk with their state in words and icon."""

from __future__ import annotations

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
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import name

Index = QModelIndex | QPersistentModelIndex
STATE_ROLE = Qt.ItemDataRole.UserRole + 1


class Mark(StrEnum):
    """The icon of a state."""

    EMPTY = "circle"
    GOING = "circle-dot"
    DONE = "circle-check"
    PROBLEMS = "triangle-alert"
    READ = "book-open"
    PARKED = "archive"
    REVIEW = "list-checks"
    WORD = "file-text"
    FEEDBACK = "message-square"
    COMING = "file-input"


class StepRow(Struct, frozen=True):
    """One step as shown: id, title, its state in words, and the icon of the state."""

    id: str
    title: str
    state: str
    mark: Mark


class StepsModel(QAbstractListModel):
    """The steps as an item model."""

    def __init__(self, look: Look) -> None:
        """Begin without steps."""
        super().__init__()
        self._look = look
        self.rows: tuple[StepRow, ...] = ()

    def show(self, rows: tuple[StepRow, ...]) -> None:
        """Show other steps; only what differs is redrawn."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the steps."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give title, icon, state, and both in one for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(row.mark)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}. {row.state}" if row.state else row.title
            case _:
                return row.state if role == STATE_ROLE else None

    def _icon(self, mark: str) -> QIcon:
        match mark:
            case Mark.PROBLEMS:
                return self._look.warm_icon(mark)
            case Mark.DONE:
                return self._look.good_icon(mark)
            case Mark.EMPTY | Mark.READ:
                return self._look.icons.icon(mark, self._look.colours.quiet)
            case _:
                return self._look.accent_icon(mark)


class StepDelegate(QStyledItemDelegate):
    """Draws a step on two lines: its title, and its state in a quieter colour."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw in the colours of `look`."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for as many lines as the title wraps to, and one for the state."""
        width = max(self._text_width(option), GRID * 10)
        metrics = QFontMetrics(option.font)
        flags = int(Qt.TextFlag.TextWordWrap)
        title = metrics.boundingRect(QRect(0, 0, width, 1000), flags, str(index.data()))
        words = str(index.data(STATE_ROLE) or "")
        state = metrics.boundingRect(QRect(0, 0, width, 1000), flags, words)
        below = state.height() if words else 0
        return QSize(width, title.height() + below + GRID + GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, icon, title and state."""
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(self._look.colours.accent_soft))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(rect.left() + GRID, rect.top() + GRID, 18, 18))
        self._words(painter, option, rect, index)
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index
    ) -> None:
        font = option.font
        painter.setFont(font)
        metrics = QFontMetrics(font)
        box = QRect(rect.left() + GRID * 5, rect.top() + GRID // 2, self._text_width(option), 1000)
        flags = int(Qt.TextFlag.TextWordWrap)
        title = metrics.boundingRect(box, flags, str(index.data()))
        painter.setPen(QColor(self._look.colours.text))
        painter.drawText(box, flags, str(index.data()))
        words = index.data(STATE_ROLE)
        if words:
            painter.setPen(QColor(self._look.colours.quiet))
            box.moveTop(box.top() + title.height())
            painter.drawText(box, flags, str(words))

    def _text_width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        width = view.width() if isinstance(view, QListView) else 240
        # As if the scroll bar were always there: its coming must not change how titles wrap.
        return width - GRID * 8


class Navigator(QWidget):
    """The list of steps. It tells which one the user wants; the desk decides."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build an empty list."""
        super().__init__()
        self.model = StepsModel(look)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(StepDelegate(look, self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setSpacing(1)
        set_role(self.view, "steps")
        name(self.view, self.tr("Steps of the proposal"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, 0, GRID)
        layout.addWidget(self.view)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        # The step that is current already may be wanted too: from a page that belongs to it.
        self.view.clicked.connect(self._on_current)

    def show_steps(self, rows: tuple[StepRow, ...], current: str) -> None:
        """Show the steps and select the current one; if it was in view, it stays there.

        A step that gets a state in words grows, and pushes those below it down.
        """
        is_seen = self._sees_current()
        self.model.show(rows)
        self.select(current)
        if is_seen:
            self.view.scrollTo(self.view.currentIndex())

    def select(self, step: str) -> None:
        """Select a step without asking for it again."""
        for place, row in enumerate(self.model.rows):
            index = self.model.index(place)
            if row.id == step and self.view.currentIndex() != index:
                self.view.selectionModel().blockSignals(True)
                self.view.setCurrentIndex(index)
                self.view.selectionModel().blockSignals(False)
                self.view.scrollTo(index)
                self.view.viewport().update()

    def _sees_current(self) -> bool:
        shown = self.view.visualRect(self.view.currentIndex())
        return self.view.viewport().rect().contains(shown.center())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.rows[index.row()].id)
