"""All budget lines in a table, with an explanation of the selected one below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from erasmus_desk.budget.calculation import BudgetLine
from erasmus_desk.draft.model import Key

from ...theme.theme import GRID, Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column
from ..base import Card
from ..question_texts import get_check_note
from ..table_model import SearchProxyModel, TableModel, build_search_line, build_table_view
from .texts import BudgetTexts

CATEGORY, ACTIVITY, ORGANISATION, YEAR, AMOUNT, CHECK = range(6)
VISIBLE_ROWS = 10
"""Rows that are visible without scrolling."""


class LinesModel(TableModel[BudgetLine]):
    """A table model of budget lines."""

    def __init__(self, texts: BudgetTexts) -> None:
        super().__init__()
        self._texts = texts
        self.headers = (
            self.tr("Category"),
            self.tr("Activity"),
            self.tr("Organisation"),
            self.tr("Year"),
            self.tr("Amount"),
            self.tr("Unit costs"),
        )

    def format_cell(self, row: BudgetLine, column: int) -> str:
        """Return a cell as text."""
        match column:
            case 0:
                return self._texts.name_category(row.category)
            case 1:
                return self._texts.name_activity(row.activity)
            case 2:
                return self._texts.name_organisation(row.organisation)
            case 3:
                return str(row.year or "")
            case 4:
                return self._texts.format_amount(row.amount)
            case _:
                return "" if row.evidence.is_confirmed else self.tr("not confirmed")

    def get_sort_key(self, row: BudgetLine, column: int) -> object:
        """Return what a cell is sorted by."""
        return float(row.amount) if column == AMOUNT else self.format_cell(row, column)

    def get_detail(self, row: BudgetLine, column: int, role: int) -> object:
        """Return the text of a cell as tool tip, and the alignment of an amount."""
        if role == Qt.ItemDataRole.TextAlignmentRole and column == AMOUNT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.format_cell(row, column) if role == Qt.ItemDataRole.ToolTipRole else None


class LinesView(QWidget):
    """Search, table and explanation; the user can jump to the answer of a line."""

    jump_requested = Signal(object)

    def __init__(self, texts: BudgetTexts, theme: Theme) -> None:
        super().__init__()
        self._texts = texts
        self._line: BudgetLine | None = None
        search = self.tr("Search the budget lines")
        self.search_line = build_search_line(search, search)
        self.model = LinesModel(texts)
        self.proxy = SearchProxyModel(self.model)
        self.search_line.textChanged.connect(self.proxy.set_search)
        build_column(self, self.search_line, self._build_table(), self._build_explanation(theme))

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

    def _build_explanation(self, theme: Theme) -> Card:
        self.title_label = wrapped_label("", "label")
        self.explanation_label = wrapped_label("")
        self.check_label = wrapped_label(get_check_note(), "warm")
        self.rule_label = wrapped_label("", "quiet")
        self.source_label = wrapped_label("", "quiet")
        labels = (self.title_label, self.explanation_label, self.check_label)
        self.card = Card(*labels, self.rule_label, self.source_label)
        self.go_button = QPushButton(theme.icon("pencil"), self.tr("Go to the answer"))
        self.go_button.clicked.connect(self._on_go)
        self.card.column.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.hide()
        return self.card

    def show_lines(self, lines: tuple[BudgetLine, ...]) -> None:
        """Show lines; the selected one stays selected while it exists."""
        if lines == self.model.rows:
            # Names may have changed.
            self.view.viewport().update()
            return
        wanted = self._line and _subject(self._line)
        self.model.show(lines)
        self._line = None
        self.card.hide()
        for row, line in enumerate(lines):
            if _subject(line) == wanted:
                self.view.setCurrentIndex(self.proxy.mapFromSource(self.model.index(row, 0)))
                break

    def _on_current(self, index: QModelIndex) -> None:
        source = self.proxy.mapToSource(index)
        if not source.isValid():
            return
        line = self._line = self.model.rows[source.row()]
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
        self.check_label.setVisible(not line.evidence.is_confirmed)
        self.rule_label.setText(texts.explain_rule(line.category))
        self.source_label.setText(texts.describe_source(line))
        self.view.setAccessibleDescription(f"{title}. {explanation}")
        self.go_button.setVisible(bool(line.key.question))
        self.card.show()

    def _on_go(self) -> None:
        if self._line is not None and self._line.key.question:
            self.jump_requested.emit(self._line.key)


def _subject(line: BudgetLine) -> tuple[str, Key, str]:
    """Return what stays the same when the amount of a line changes."""
    return line.rule, line.key, line.organisation
