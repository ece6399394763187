"""Every line of the grant in a table, and below it why the chosen one is what it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.budget.calculation import Line

from ...theme.theme import GRID, Look, set_role
from ...widgets.accessibility import name
from ...widgets.labels import wrapped
from ..activities.record_table import SORT_ROLE, Finder
from ..question_texts import check_mark
from ..table_model import HeadedModel, Index
from .texts import CostWords

HEAD, ACTIVITY, WHO, YEAR, AMOUNT, CHECK = range(6)
ROWS = 10
"""Rows that are seen at once."""


class LinesModel(HeadedModel):
    """Head, activity, organisation, year, amount, and the mark of what is not confirmed."""

    def __init__(self, costs: CostWords) -> None:
        """Begin empty."""
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._costs = costs
        self.heads = (
            self.tr("Head"),
            self.tr("Activity"),
            self.tr("Organisation"),
            self.tr("Year"),
            self.tr("Amount"),
            self.tr("Rates"),
        )

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def count(self) -> int:
        """Count what is shown."""
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell as text, or what it sorts by."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._cell(line, column)
            case Qt.ItemDataRole.TextAlignmentRole if column == AMOUNT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.heads[column]}: {self._cell(line, column) or '–'}"
            case _ if role == SORT_ROLE:
                return float(line.amount) if column == AMOUNT else self._cell(line, column)
            case _:
                return None

    def _cell(self, line: Line, column: int) -> str:
        match column:
            case 0:
                return self._costs.head(line.head)
            case 1:
                return self._costs.activity(line.activity)
            case 2:
                return self._costs.organisation(line.organisation)
            case 3:
                return str(line.year or "")
            case 4:
                return self._costs.amount(line.amount)
            case _:
                return "" if line.evidence.is_confirmed else self.tr("to check")


class LinesView(QWidget):
    """Search, table and explanation. A line leads to the answer it begins with."""

    asked_for = Signal(object)

    def __init__(self, costs: CostWords, look: Look) -> None:
        """Build without lines."""
        super().__init__()
        self._costs = costs
        self._line: Line | None = None
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Search the lines"))
        self.search_line.setClearButtonEnabled(True)
        name(self.search_line, self.tr("Search the lines"))
        self.model = LinesModel(costs)
        self.finder = Finder()
        self.finder.setSourceModel(self.model)
        self.search_line.textChanged.connect(self.finder.find)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.search_line)
        layout.addWidget(self._table())
        layout.addWidget(self._explanation(look))

    def _table(self) -> QTableView:
        self.view = QTableView()
        self.view.setModel(self.finder)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSortingEnabled(True)
        # In the order in which the grant is counted, until somebody wants another.
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.verticalHeader().hide()
        name(self.view, self.tr("Lines of the budget"))
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        wide = self.view.fontMetrics().averageCharWidth()
        for column, width in enumerate((21, 21, 21, 7, 14)):
            self.view.setColumnWidth(column, width * wide)
        row = self.view.verticalHeader().defaultSectionSize()
        self.view.setFixedHeight(header.sizeHint().height() + row * ROWS + GRID * 3)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.doubleClicked.connect(self._on_go)
        return self.view

    def _explanation(self, look: Look) -> QFrame:
        self.card = QFrame()
        set_role(self.card, "card")
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.title_label = wrapped("", "label")
        self.because_label = wrapped("")
        self.mark_label = wrapped("", "warm")
        self.rule_label = wrapped("", "quiet")
        self.source_label = wrapped("", "quiet")
        self.go_button = QPushButton(look.icon("pencil"), self.tr("Go to the answer"))
        self.go_button.clicked.connect(self._on_go)
        for label in (
            self.title_label,
            self.because_label,
            self.mark_label,
            self.rule_label,
            self.source_label,
        ):
            layout.addWidget(label)
        layout.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.hide()
        return self.card

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; one that is still there stays chosen."""
        if lines == self.model.lines:
            # Names may have changed all the same.
            self.view.viewport().update()
            return
        before = self._line
        self.model.show(lines)
        self._line = None
        self.card.hide()
        found = next((place for place, one in enumerate(lines) if _same(one, before)), -1)
        if found >= 0:
            index = self.finder.mapFromSource(self.model.index(found, 0))
            self.view.setCurrentIndex(index)

    def _on_current(self, index: QModelIndex) -> None:
        source = self.finder.mapToSource(index)
        if not source.isValid():
            return
        line = self._line = self.model.lines[source.row()]
        costs = self._costs
        about = (costs.activity(line.activity), costs.organisation(line.organisation))
        parts = [costs.amount(line.amount), costs.head(line.head), *(one for one in about if one)]
        self.title_label.setText("  ·  ".join(parts))
        self.because_label.setText(costs.because(line))
        self.mark_label.setText("" if line.evidence.is_confirmed else check_mark())
        self.mark_label.setVisible(not line.evidence.is_confirmed)
        self.rule_label.setText(costs.rule(line.head))
        self.source_label.setText(costs.source(line))
        self.view.setAccessibleDescription(f"{self.title_label.text()}. {costs.because(line)}")
        self.go_button.setVisible(bool(line.key.question))
        self.card.show()

    def _on_go(self) -> None:
        if self._line is not None and self._line.key.question:
            self.asked_for.emit(self._line.key)


def _same(line: Line, before: Line | None) -> bool:
    return before is not None and (line.rule, line.key, line.organisation) == (
        before.rule,
        before.key,
        before.organisation,
    )
