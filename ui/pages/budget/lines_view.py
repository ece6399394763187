"""All budget lines in a table, with an explanation of the selected one below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from erasmus_desk.budget.calculation import BudgetLine

from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column
from ..activities.record_table import SORT_ROLE, SearchProxyModel
from ..question_texts import get_check_note
from ..table_model import Index, TableModel, build_table_view
from .texts import BudgetTexts

CATEGORY, ACTIVITY, ORGANISATION, YEAR, AMOUNT, CHECK = range(6)
VISIBLE_ROWS = 10
"""Rows that are visible without scrolling."""


class LinesModel(TableModel):
    """A table model of budget lines."""

    def __init__(self, texts: BudgetTexts) -> None:
        super().__init__()
        self.lines: tuple[BudgetLine, ...] = ()
        self._texts = texts
        self.headers = (
            self.tr("Category"),
            self.tr("Activity"),
            self.tr("Organisation"),
            self.tr("Year"),
            self.tr("Amount"),
            self.tr("Unit costs"),
        )

    def show(self, lines: tuple[BudgetLine, ...]) -> None:
        """Set the lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_count(self) -> int:
        """Return the number of lines."""
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as text, or its sort key."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._format_cell(line, column)
            case Qt.ItemDataRole.TextAlignmentRole if column == AMOUNT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.headers[column]}: {self._format_cell(line, column) or '–'}"
            case _ if role == SORT_ROLE:
                return float(line.amount) if column == AMOUNT else self._format_cell(line, column)
            case _:
                return None

    def _format_cell(self, line: BudgetLine, column: int) -> str:
        match column:
            case 0:
                return self._texts.name_category(line.category)
            case 1:
                return self._texts.name_activity(line.activity)
            case 2:
                return self._texts.name_organisation(line.organisation)
            case 3:
                return str(line.year or "")
            case 4:
                return self._texts.format_amount(line.amount)
            case _:
                return "" if line.evidence.is_confirmed else self.tr("not confirmed")


class LinesView(QWidget):
    """Search, table and explanation; the user can jump to the answer of a line."""

    jump_requested = Signal(object)

    def __init__(self, texts: BudgetTexts, theme: Theme) -> None:
        super().__init__()
        self._texts = texts
        self._line: BudgetLine | None = None
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Search the budget lines"))
        self.search_line.setClearButtonEnabled(True)
        set_accessible_name(self.search_line, self.tr("Search the budget lines"))
        self.model = LinesModel(texts)
        self.proxy = SearchProxyModel()
        self.proxy.setSourceModel(self.model)
        self.search_line.textChanged.connect(self.proxy.set_search)
        layout = build_column(self)
        layout.addWidget(self.search_line)
        layout.addWidget(self._build_table())
        layout.addWidget(self._build_explanation(theme))

    def _build_table(self) -> QTableView:
        self.view = build_table_view(self.proxy, (21, 21, 21, 7, 14))
        # In the order of the calculation, until the user sorts.
        header = self.view.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        set_accessible_name(self.view, self.tr("Budget lines"))
        row = self.view.verticalHeader().defaultSectionSize()
        self.view.setFixedHeight(header.sizeHint().height() + row * VISIBLE_ROWS + GRID * 3)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.doubleClicked.connect(self._on_go)
        return self.view

    def _build_explanation(self, theme: Theme) -> QFrame:
        self.card = QFrame()
        set_role(self.card, "card")
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.title_label = wrapped_label("", "label")
        self.explanation_label = wrapped_label("")
        self.check_label = wrapped_label("", "warm")
        self.rule_label = wrapped_label("", "quiet")
        self.source_label = wrapped_label("", "quiet")
        self.go_button = QPushButton(theme.icon("pencil"), self.tr("Go to the answer"))
        self.go_button.clicked.connect(self._on_go)
        for label in (
            self.title_label,
            self.explanation_label,
            self.check_label,
            self.rule_label,
            self.source_label,
        ):
            layout.addWidget(label)
        layout.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.hide()
        return self.card

    def show_lines(self, lines: tuple[BudgetLine, ...]) -> None:
        """Show lines; the selected one stays selected while it exists."""
        if lines == self.model.lines:
            # Names may have changed.
            self.view.viewport().update()
            return
        before = self._line
        self.model.show(lines)
        self._line = None
        self.card.hide()
        for row, line in enumerate(lines):
            if _is_same_line(line, before):
                self.view.setCurrentIndex(self.proxy.mapFromSource(self.model.index(row, 0)))
                break

    def _on_current(self, index: QModelIndex) -> None:
        source = self.proxy.mapToSource(index)
        if not source.isValid():
            return
        line = self._line = self.model.lines[source.row()]
        texts = self._texts
        explanation = texts.explain(line)
        parts = (
            texts.format_amount(line.amount),
            texts.name_category(line.category),
            texts.name_activity(line.activity),
            texts.name_organisation(line.organisation),
        )
        title = "  ·  ".join(part for part in parts if part)
        self.title_label.setText(title)
        self.explanation_label.setText(explanation)
        self.check_label.setText("" if line.evidence.is_confirmed else get_check_note())
        self.check_label.setVisible(not line.evidence.is_confirmed)
        self.rule_label.setText(texts.explain_rule(line.category))
        self.source_label.setText(texts.describe_source(line))
        self.view.setAccessibleDescription(f"{title}. {explanation}")
        self.go_button.setVisible(bool(line.key.question))
        self.card.show()

    def _on_go(self) -> None:
        if self._line is not None and self._line.key.question:
            self.jump_requested.emit(self._line.key)


def _is_same_line(line: BudgetLine, before: BudgetLine | None) -> bool:
    return before is not None and (line.rule, line.key, line.organisation) == (
        before.rule,
        before.key,
        before.organisation,
    )
