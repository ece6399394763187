"""The grant as an item model: categories, activities and organisations, with their reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from erasmus_desk.budget.calculation import ZERO
from erasmus_desk.budget.grant import Grant
from erasmus_desk.budget.tree import GrantPart, build_tree
from erasmus_desk.draft.model import Key

from ...qt_support import Index
from .texts import BudgetTexts

NAME, REASON, AMOUNT, SHARE = range(4)
"""Columns."""
SHARE_ROLE = Qt.ItemDataRole.UserRole + 2
"""Part of the row in the amount of the row above it, from 0 to 1; below 0 it is a reduction."""
REMARK_ROLE = Qt.ItemDataRole.UserRole + 3
"""What is to be said of amounts that are not in the total."""
IS_MISSING_ROLE = Qt.ItemDataRole.UserRole + 4
"""Whether the row itself is an amount that cannot be calculated."""
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 5
"""All reasons of the row, its rule and its sources."""
IS_UNSURE_ROLE = Qt.ItemDataRole.UserRole + 6
"""Whether the row has an amount whose unit cost or rule is not confirmed."""


class _Row:
    """A row of the tree with its place; the last row of all is the total and has no part."""

    def __init__(self, number: int, part: GrantPart | None, parent: _Row | None) -> None:
        self.number = number
        self.part = part
        self.parent = parent
        self.rows: list[_Row] = []
        self.texts: _Texts | None = None


class _Texts(Struct, frozen=True):
    """The texts of a row, made when they are first shown."""

    name: str
    reason: str
    remark: str
    amount: str


class GrantModel(QAbstractItemModel):
    """The parts of a grant; a change of amounts changes rows and builds none anew."""

    def __init__(self, texts: BudgetTexts) -> None:
        super().__init__()
        self._texts = texts
        self._grant: Grant | None = None
        self._rows: dict[int, _Row] = {}
        self._root = _Row(-1, None, None)
        self._next_number = 0
        self.headers = (
            self.tr("Category, activity, organisation"),
            self.tr("Reason"),
            texts.currency,
            self.tr("Share"),
        )

    def show_grant(self, grant: Grant) -> None:
        """Show a grant: rows that stay are changed in place, and others are added or removed."""
        self._grant = grant
        for row in self._rows.values():
            row.texts = None  # names may have changed
        self._update(self._root, build_tree(grant))

    def _update(self, parent: _Row, parts: tuple[GrantPart, ...]) -> None:
        """Make the rows below a row those of these parts."""
        wanted = {part.id for part in parts}
        index = self._index_of(parent)
        for place in reversed(range(len(parent.rows))):
            part = parent.rows[place].part
            is_left = part.id in wanted if part else bool(parts)
            if not is_left:
                self._remove(parent, index, place)
        for place, part in enumerate(parts):
            self._place(parent, index, place, part)
        if parent is self._root and parts and len(parent.rows) == len(parts):
            self._insert(parent, index, len(parts), None)
        if parent.rows:
            last = len(parent.rows) - 1
            self.dataChanged.emit(self.index(0, NAME, index), self.index(last, SHARE, index))

    def _place(self, parent: _Row, index: QModelIndex, place: int, part: GrantPart) -> None:
        """Let the row of a part stand at a place."""
        found = next(
            (at for at, row in enumerate(parent.rows) if row.part and row.part.id == part.id), None
        )
        if found is not None and found != place:
            self._remove(parent, index, found)
            found = None
        if found is None:
            self._insert(parent, index, place, part)
            return
        row = parent.rows[place]
        if row.part != part:
            row.part = part
            self._update(row, part.parts)

    def _insert(self, parent: _Row, index: QModelIndex, place: int, part: GrantPart | None) -> None:
        self.beginInsertRows(index, place, place)
        parent.rows.insert(place, self._build(part, parent))
        self.endInsertRows()

    def _build(self, part: GrantPart | None, parent: _Row) -> _Row:
        row = _Row(self._next_number, part, parent)
        self._next_number += 1
        self._rows[row.number] = row
        row.rows = [self._build(inner, row) for inner in (part.parts if part else ())]
        return row

    def _remove(self, parent: _Row, index: QModelIndex, place: int) -> None:
        self.beginRemoveRows(index, place, place)
        self._forget(parent.rows.pop(place))
        self.endRemoveRows()

    def _forget(self, row: _Row) -> None:
        del self._rows[row.number]
        for inner in row.rows:
            self._forget(inner)

    def part(self, index: Index) -> GrantPart | None:
        """Return the part of the grant that a row shows; `None` for the total."""
        return self._row(index).part

    def find(self, matches: Callable[[GrantPart], bool]) -> Iterator[QModelIndex]:
        """Yield the rows whose part matches, from top to bottom."""
        yield from self._find(self._root, matches)

    def _find(self, parent: _Row, matches: Callable[[GrantPart], bool]) -> Iterator[QModelIndex]:
        for row in parent.rows:
            if row.part is not None and matches(row.part):
                yield self._index_of(row)
            yield from self._find(row, matches)

    def key(self, index: Index) -> Key | None:
        """Return the answer that a row leads to."""
        part = self.part(index)
        return self._texts.find_key(part) if part is not None else None

    def _row(self, index: Index) -> _Row:
        return self._rows[index.internalId()] if index.isValid() else self._root

    def _index_of(self, row: _Row) -> QModelIndex:
        if row.parent is None:
            return QModelIndex()
        return self.createIndex(row.parent.rows.index(row), NAME, row.number)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """Return the index of a cell."""
        rows = self._row(parent).rows
        if not 0 <= row < len(rows) or not 0 <= column <= SHARE:
            return QModelIndex()
        return self.createIndex(row, column, rows[row].number)

    def parent(self, index: Index) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride] - an overload without index has another meaning
        """Return the row that a row is below of."""
        above = self._row(index).parent if index.isValid() else None
        return self._index_of(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows below a row."""
        return 0 if parent.column() > NAME else len(self._row(parent).rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return SHARE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the header of a column."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section == AMOUNT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, its share, or what is to be said besides."""
        if not index.isValid():
            return None
        row = self._row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._format(row, index.column())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._explain(row)
            case _:
                return self._get_detail(row, role)

    def _get_detail(self, row: _Row, role: int) -> object:
        part = row.part
        if role == SHARE_ROLE:
            return self._compute_share(row)
        if role == REMARK_ROLE:
            return self._get_texts(row).remark
        if role == IS_MISSING_ROLE:
            return part is not None and bool(part.missing) and not part.parts
        if role == IS_UNSURE_ROLE:
            return part is not None and not all(one.evidence.is_confirmed for one in part.lines)
        return self._explain(row) if role == DETAIL_ROLE else None

    def _format(self, row: _Row, column: int) -> str:
        texts = self._get_texts(row)
        match column:
            case 0:
                return texts.name
            case 1:
                return ". ".join(filter(None, (texts.reason, texts.remark)))
            case 2:
                return texts.amount
            case _:
                return self._texts.format_share(self._compute_share(row))

    def _get_texts(self, row: _Row) -> _Texts:
        if row.texts is None:
            part, texts = row.part, self._texts
            if part is None:
                total = self._grant.total if self._grant else ZERO
                row.texts = _Texts(self.tr("Grant requested"), "", "", texts.format_number(total))
            else:
                row.texts = _Texts(
                    texts.name_part(part),
                    texts.explain_part(part),
                    texts.describe_uncounted(part),
                    texts.format_part_amount(part),
                )
        return row.texts

    def _explain(self, row: _Row) -> str:
        return self._texts.explain_whole(row.part) if row.part is not None else ""

    def _compute_share(self, row: _Row) -> float:
        grant, part = self._grant, row.part
        if grant is None or part is None:
            return 0.0
        above = row.parent.part if row.parent is not None else None
        whole = above.amount if above is not None else grant.total
        return float(part.amount / whole) if whole else 0.0
