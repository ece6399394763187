"""The page of the budget: the grant as a tree, charts beside it, and the costs to fill in."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QWidget

from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.budget.tree import GrantPart
from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Draft
from erasmus_desk.i18n.messages import Messages

from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import COLUMN_WIDTH, GRID, Theme, find_text_scale
from ...widgets.buttons import WrappingRow, text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import add_content, build_column, limit_width
from ..form.section_page import SectionLinks, SectionPage
from ..left_bar import build_lump_sum_bar
from ..table_model import build_search_line
from .charts import AmountChart, NamedAmount
from .estimate_card import EstimateCard
from .head import GrantHead, UncountedLine
from .no_amounts_card import NoAmountsCard
from .row_detail import RowDetail
from .texts import BudgetTexts
from .tree_model import GrantModel
from .tree_view import GrantTree, list_unfolded, unfold_rows

MAX_WIDTH = 1440
BESIDE = 1040
"""Width of the page in pixels at 100 % from which the charts stand beside the tree."""
CHART_WIDTH = 248
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class BudgetChoices(Struct, frozen=True):
    """What the user sees of the tree: the words of the search, and the rows that are unfolded."""

    search: str
    unfolded: frozenset[tuple[str, ...]]
    """Each row by the ids of its part and of those around it."""


class BudgetPage(SectionPage):
    """The grant, calculated when typing rests, and the questions of the section."""

    needs_width: ClassVar[bool] = True

    def __init__(
        self,
        section: Section,
        session: Session,
        runner: CheckRunner,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__(section, session, theme, is_centred=True)
        self.limit_column(MAX_WIDTH)
        self._texts = BudgetTexts(session, messages)
        self.grant: Grant | None = None
        self._calculated: Draft | None = None
        """The draft whose grant this is."""
        self.links = SectionLinks(section, session)
        self.contract_label = wrapped_label("", "quiet")
        self._build_grant(theme)
        self._build_below()
        for part in (self.links, self.tree):
            part.jump_requested.connect(self.jump_requested)
        self.tree.row_reached.connect(self._show_row)
        self.left_bar = build_lump_sum_bar(session.pack, theme)
        if self.left_bar is not None:
            self.left_bar.choice_requested.connect(self.jump_requested)
            self.dock(self.left_bar)
        self.uncounted.show_requested.connect(self._show_uncounted)
        runner.finished.connect(self._on_checked)

    def _build_grant(self, theme: Theme) -> None:
        texts = self._texts
        self.take_title()
        self.head = GrantHead(self.title_label, texts, theme)
        self.head.workbook_button.clicked.connect(self.workbook_requested)
        self.uncounted = UncountedLine(texts)
        self.model = GrantModel(texts)
        self.tree = GrantTree(self.model, theme)
        search = self.tr("Search the budget")
        self.search_line: QLineEdit = build_search_line(theme, search, search)
        self.search_line.textChanged.connect(self.tree.show_found)
        unfold = text_button(self.tr("Unfold all"), self._unfold_all)
        tools = WrappingRow(self.search_line, unfold)
        tools.row.addWidget(self.search_line, 1)
        tools.row.addWidget(unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.detail = RowDetail(self.model, texts, theme)
        self._main, self._side = QWidget(), QWidget()
        self.parts_of_tree = (tools, self.tree, self.detail)
        self.empty_card = NoAmountsCard(self._session, theme)
        self.empty_card.plan_requested.connect(self.jump_requested)
        content = (*self.parts_of_tree, self.empty_card)
        self._main_column = build_column(self._main, *content, GRID)
        self._main_column.setStretch(len(content), 1)
        whose = texts.name_receiver() or self.tr("By organisation")
        self.organisation_chart = AmountChart(texts, theme, whose)
        self.year_chart = AmountChart(texts, theme, self.tr("By year"))
        self._charts = QBoxLayout(DOWN, self._side)
        self._charts.setContentsMargins(0, 0, 0, 0)
        self._charts.setSpacing(GRID * 2)
        for chart in (self.organisation_chart, self.year_chart):
            self._charts.addWidget(chart, 1, Qt.AlignmentFlag.AlignTop)
        self._columns = QBoxLayout(ACROSS)
        self._columns.setSpacing(GRID * 2)
        self._columns.addWidget(self._main, 1)
        self._columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self._is_beside: bool | None = None

    def _build_below(self) -> None:
        """Put the grant above the introduction, and the costs to fill in below it."""
        self.column.setSpacing(GRID * 3 // 2)
        self.column.insertWidget(0, self.head)
        self.column.insertWidget(1, self.uncounted)
        self.column.insertLayout(2, self._columns)
        self._below = QWidget()
        below = build_column(self._below, margins=(0, 1, 0, 0))
        while (item := self.column.takeAt(3)) is not None:
            if (widget := item.widget()) is not None:
                below.addWidget(widget)
        add_content(below, self.contract_label, self.links)
        self._lower = QWidget()
        self.estimates = EstimateCard(self._session)
        build_column(self._lower, self.estimates).addLayout(limit_width(self._below))
        self.add_questions()
        add_content(below, self.questions)
        self.tree.selectionModel().currentRowChanged.connect(self._on_current)

    def read_choices(self) -> BudgetChoices:
        """Return what is searched for, and the rows that are unfolded."""
        return BudgetChoices(self.search_line.text(), list_unfolded(self.tree))

    def take_choices(self, choices: object) -> None:
        """Search for what was searched for, and unfold the rows that were unfolded."""
        if isinstance(choices, BudgetChoices):
            self._calculate()
            self.search_line.setText(choices.search)
            unfold_rows(self.tree, choices.unfolded)

    def refresh(self) -> None:
        """Show the current answers, and the grant where they have changed."""
        super().refresh()
        if self._calculated is not self._session.draft:
            self._calculate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts beside the tree, or below it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scale = find_text_scale(self)
        self._below.setMaximumWidth(round(COLUMN_WIDTH * scale))
        room = min(self.viewport().width() - GRID * 6, round(MAX_WIDTH * scale))
        self.head.arrange(room)
        is_beside = room >= BESIDE * scale
        charts = (self.organisation_chart, self.year_chart)
        needed = sum(chart.minimumSizeHint().width() + GRID * 2 for chart in charts)
        self._charts.setDirection(DOWN if is_beside or room < needed else ACROSS)
        if is_beside == self._is_beside:
            return
        self._is_beside = is_beside
        self._columns.setDirection(ACROSS if is_beside else DOWN)
        # Below the tree beside the charts, else below the charts.
        column = self._main_column if is_beside else self.column
        below_tree = len(self.parts_of_tree) + 1
        move_to(self._lower, column, below_tree if is_beside else column.count())
        width = round(CHART_WIDTH * scale)
        self._side.setMinimumWidth(width if is_beside else 0)
        self._side.setMaximumWidth(width if is_beside else round(MAX_WIDTH * scale))

    def _on_checked(self) -> None:
        if self.isVisible():
            self._calculate()

    def _calculate(self) -> None:
        self.links.refresh()
        self._calculated = self._session.draft
        grant = self.grant = compute_grant(self._calculated, self._session.pack)
        texts = self._texts
        self.head.show_grant(grant)
        if self.left_bar is not None:
            self.left_bar.show_grant(grant, self._session.texts)
        self.uncounted.show_grant(grant)
        self.estimates.show_estimates(grant.estimates, grant.ceiling)
        had_amounts = bool(self.model.rowCount())
        self.model.show_grant(grant)
        has_amounts = bool(self.model.rowCount())
        if not had_amounts:
            self.tree.unfold_single()
        for part in self.parts_of_tree:
            part.setVisible(has_amounts)
        self.empty_card.show_when(is_empty=not has_amounts)
        organisations = sorted(grant.organisation_sums.items(), key=lambda one: -one[1])
        by_name = [NamedAmount(texts.name_organisation(item), one) for item, one in organisations]
        self.organisation_chart.show_amounts(by_name)
        years = grant.dated_sums.items()
        by_year = [NamedAmount(texts.format_year(year), amount) for year, amount in years]
        self.year_chart.show_amounts(by_year)
        self.contract_label.setText(texts.describe_contract())
        self.contract_label.setVisible(bool(self.contract_label.text()))
        self._on_current()
        self._arrange()

    def _on_current(self) -> None:
        self.detail.show_row(self.tree.current_source())

    def _unfold_all(self) -> None:
        self.tree.expandAll()
        self.tree.fit()

    def _show_uncounted(self) -> None:
        """Show the next amount that is not in the total, the first one after the last."""
        found = list(self.model.find(_is_uncounted))
        if not found:
            return
        numbers = [index.internalId() for index in found]
        current = self.tree.current_source()
        number = current.internalId() if current.isValid() else -1
        place = numbers.index(number) + 1 if number in numbers else 0
        self.tree.show_row(found[place % len(found)])

    def _show_row(self, rect: QRect) -> None:
        """Scroll to a row of the tree."""
        top = (
            self.column_widget.y() + self.tree.mapTo(self.column_widget, QPoint(0, rect.top())).y()
        )
        self.ensureVisible(0, top, 0, GRID * 4)
        self.ensureVisible(0, top + rect.height(), 0, GRID * 4)


def _is_uncounted(part: GrantPart) -> bool:
    return not part.parts and part.uncounted > 0


def move_to(widget: QWidget, column: QBoxLayout, place: int) -> None:
    """Put a widget at a place of another column; Qt hides it there, and takes the focus."""
    focused: QWidget | None = QApplication.focusWidget()
    if focused is not None and not widget.isAncestorOf(focused):
        focused = None
    column.insertWidget(place, widget)
    widget.show()
    if focused is not None:
        focused.setFocus()
