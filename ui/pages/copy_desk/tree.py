"""The fields of the online form as a tree: sections, the items in them, and the fields."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from erasmus_desk.draft import copying
from erasmus_desk.draft.copying import CopyField, CopyGroup, CopyState
from erasmus_desk.draft.model import Key

from ...qt_support import Index, single_shot
from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.text_wrap import TOP_LEFT, measure_text, wrap_flags
from . import texts

NODE_ROLE = Qt.ItemDataRole.UserRole + 1
INDENT = GRID * 3 // 2
ICON = GRID * 2
STATE_ICONS = {
    CopyState.EMPTY: "minus",
    CopyState.OPEN: "circle",
    CopyState.COPIED: "circle-check",
    CopyState.CHANGED: "refresh-cw",
}


class Node(Struct, frozen=True):
    """A row: a section, an item (both without a state) or a field; `note` is at its right edge."""

    id: str
    text: str
    note: str
    spoken: str
    depth: int
    state: CopyState | None = None
    key: Key | None = None
    is_done: bool = False


def build_nodes(fields: tuple[CopyField, ...], session: Session) -> Iterator[Node]:
    """Yield the rows from top to bottom, each before the rows in it."""
    names = texts.RecordNames(session)
    for group in copying.group_fields(fields, session.draft, session.pack):
        yield from _build_group(group, 0, names, session)


def _build_group(
    group: CopyGroup, depth: int, names: texts.RecordNames, session: Session
) -> Iterator[Node]:
    title = names.name(group.record) if depth else session.texts.section_name(group.section)
    copied, total = group.counts
    note = QCoreApplication.translate("CopyDesk", "{0} of {1}").format(copied, total)
    spoken = f"{title}. {texts.format_counts(copied, total)}"
    name = f"{group.section}/{group.record[1]}"
    yield Node(name, title, note, spoken, depth, is_done=copied == total)
    for one in group.content:
        if isinstance(one, CopyGroup):
            yield from _build_group(one, depth + 1, names, session)
        else:
            yield _build_field(one, depth + 1, session)


def _build_field(field: CopyField, depth: int, session: Session) -> Node:
    text = texts.name_field(field, session)
    state = texts.describe_state(field, session.texts.language)
    has_note = field.state in (CopyState.CHANGED, CopyState.EMPTY)
    note = state.partition(" (")[0] if has_note else ""
    spoken = ". ".join(filter(None, (text, state)))
    key = field.visible.key
    return Node(str(key), text, note, spoken, depth, field.state, key)


class FieldTree(QTreeView):
    """The tree; a complete section is folded, until it is unfolded by hand."""

    chosen = Signal(object)
    """The key of the field that the user chose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.nodes: tuple[Node, ...] = ()
        self._items: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = FieldDelegate(self)
        self.setItemDelegate(self._delegate)
        set_role(self, "card")
        self.setMinimumHeight(GRID * 8)
        set_accessible_name(self, self.tr("Fields of the online form"))
        self.setHeaderHidden(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._fit_timer = single_shot(self, 0)
        self._fit_timer.timeout.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)

    def show_nodes(self, nodes: tuple[Node, ...]) -> None:
        """Show these rows; those that stay are not built anew."""
        if [(one.id, one.depth) for one in nodes] != [(one.id, one.depth) for one in self.nodes]:
            self._build(nodes)
        for node in nodes:
            item = self._items[node.id]
            before = item.data(NODE_ROLE)
            if before != node:
                item.setData(node, NODE_ROLE)
                item.setText(node.text)
                item.setData(node.spoken, Qt.ItemDataRole.AccessibleTextRole)
                if node.key is None and node.is_done and before is not None:
                    # What is done steps back as soon as it is left.
                    self.collapse(item.index())
        self.nodes = nodes

    def node(self, index: Index) -> Node | None:
        """Return the row of an index."""
        found = index.data(NODE_ROLE)
        return found if isinstance(found, Node) else None

    def index_of(self, key: Key) -> QModelIndex:
        """Return the row of a field, an invalid index where there is none."""
        item = self._items.get(str(key))
        return item.index() if item is not None else QModelIndex()

    def _build(self, nodes: tuple[Node, ...]) -> None:
        folded = {name for name, item in self._items.items() if not self.isExpanded(item.index())}
        known = set(self._items)
        self._model.clear()
        self._items = {}
        around: list[QStandardItem] = []
        for node in nodes:
            item = self._items[node.id] = QStandardItem()
            if node.key is None:
                item.setSelectable(False)
            del around[node.depth :]
            (around[-1] if around else self._model.invisibleRootItem()).appendRow(item)
            around.append(item)
        for node in nodes:
            if node.key is None:
                is_folded = node.id in folded if node.id in known else node.is_done
                self.setExpanded(self._items[node.id].index(), not is_folded)

    def show_current(self, current: Key | None) -> None:
        """Put the cursor on a field, with what it is in unfolded."""
        item = self._items.get(str(current)) if current is not None else None
        if item is None or item.index() == self.currentIndex():
            return
        above = item.index().parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(item.index())
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        self.scrollTo(item.index())

    def _on_current(self, index: Index) -> None:
        node = self.node(index)
        if node is not None and node.key is not None:
            self.chosen.emit(node.key)

    def _on_clicked(self, index: Index) -> None:
        node = self.node(index)
        if node is not None and node.key is None:
            self.setExpanded(index, not self.isExpanded(index))
        elif node is not None:
            self.chosen.emit(node.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again: their texts wrap at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows again in another type size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.measure_fonts()
            self._fit_timer.start()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of a row over the whole width, and the row."""
        rect, colours = QRect(option.rect), self.theme.colours
        rect.setLeft(0)
        if index == self.currentIndex():
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        option.rect = rect
        self._delegate.paint(painter, option, index)


class FieldDelegate(QStyledItemDelegate):
    """Draws a row: its sign, its name, which wraps, and its note at the right edge."""

    def __init__(self, tree: FieldTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self.measure_fonts()

    def measure_fonts(self) -> None:
        """Take over the font of the tree; a form has hundreds of rows, so this is done once."""
        self._plain, self._bold = QFont(self._tree.font()), QFont(self._tree.font())
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._plain), QFontMetrics(self._bold)
        self._scale = find_text_scale(self._tree)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row with its wrapped texts."""
        node = self._tree.node(index)
        if node is None:
            return QSize(0, 0)
        name, note = self._rooms(node)
        plain, metrics = self._metrics[0], self._metrics[node.key is None]
        height = metrics.height()
        if metrics.horizontalAdvance(node.text) > name.width():
            height = measure_text(self._font(node), node.text, name.width())
        if node.note and plain.horizontalAdvance(node.note) > note.width():
            height = max(height, measure_text(self._plain, node.note, note.width()))
        return QSize(0, height + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        node, colours = self._tree.node(index), self._tree.theme.colours
        if node is None:
            return
        rect, size = QRect(option.rect), round(ICON * self._scale)
        name, note = self._rooms(node)
        top, line = rect.top() + GRID // 2, self._metrics[0].height()
        sign = QRect(name.left() - size - GRID // 2, top + (line - size) // 2, size, size)
        self._icon(node, index).paint(painter, sign)
        is_quiet = not node.depth or node.state is CopyState.EMPTY
        is_changed = node.state is CopyState.CHANGED
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.save()
        for text, room, font, ink, flags in (
            (
                node.text,
                name,
                self._font(node),
                colours.quiet if is_quiet else colours.text,
                TOP_LEFT,
            ),
            (node.note, note, self._plain, colours.warm if is_changed else colours.quiet, right),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            cell = QRect(room.left(), top, room.width(), rect.height() - GRID // 2)
            painter.drawText(cell, flags | wrap_flags(font, text, cell.width()), text)
        painter.restore()

    def _rooms(self, node: Node) -> tuple[QRect, QRect]:
        """Return where name and note stand across; a note of more than half the row wraps."""
        left = GRID + round(INDENT * self._scale) * node.depth + round(ICON * self._scale) + GRID
        width = max(self._tree.viewport().width() - GRID - left, GRID * 8)
        wanted = self._metrics[0].horizontalAdvance(node.note) + 2 if node.note else 0
        note = min(wanted, width // 2)
        gap = GRID if note else 0
        return QRect(left, 0, width - note - gap, 0), QRect(left + width - note, 0, note, 0)

    def _font(self, node: Node) -> QFont:
        return self._bold if node.key is None else self._plain

    def _icon(self, node: Node, index: Index) -> QIcon:
        theme = self._tree.theme
        if node.state is None:
            is_open = self._tree.isExpanded(index)
            return theme.quiet_icon("chevron-down" if is_open else "chevron-right")
        name = STATE_ICONS[node.state]
        if index == self._tree.currentIndex() and node.state is CopyState.OPEN:
            return theme.accent_icon("circle-dot")
        match node.state:
            case CopyState.COPIED:
                return theme.good_icon(name)
            case CopyState.CHANGED:
                return theme.warm_icon(name)
            case _:
                return theme.quiet_icon(name)
