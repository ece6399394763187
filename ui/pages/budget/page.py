"""The page of the budget: the totals, missing amounts, sums and budget lines of the grant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from erasmus_desk.budget.calculation import BudgetLine, MissingAmount
from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Messages

from ...i18n import plurals
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import FlowGrid, add_content
from ...widgets.selectors import TabBar
from ..base import FLAT_CARD_MARGINS, Card
from ..form.section_page import SectionLinks, SectionPage
from ..table_model import Index, set_read_only
from .lines_view import LinesView
from .texts import BudgetTexts

_Subject = TypeVar("_Subject")
VISIBLE_ROWS = 5
"""Missing amounts that are visible without scrolling."""
NAME, AMOUNT, SHARE = range(3)
"""Columns of the sums."""
LENGTH_ROLE = Qt.ItemDataRole.UserRole + 2
"""Length of the bar as a share of the longest, from -1 to 1; below 0 it is a reduction."""
RIGHT_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MAX_ROWS = 12
"""Sums that are visible without scrolling."""


class FigureTile(Card):
    """One figure with a caption."""

    def __init__(self) -> None:
        super().__init__(margins=FLAT_CARD_MARGINS, spacing=0)
        self.caption_label = wrapped_label("", "quiet")
        self.figure_label = short_label("", "heading")
        add_content(self.column, self.caption_label, self.figure_label)

    def show_figure(self, caption: str, figure: str, *, is_warning: bool = False) -> None:
        """Show a figure, as a warning with another colour of the caption."""
        self.caption_label.setText(caption)
        self.figure_label.setText(figure)
        role = "warm" if is_warning else "quiet"
        if self.caption_label.property("role") != role:
            set_role(self.caption_label, role)


class UncountedAmountsList(Card):
    """Amounts that are not in the total; the user can jump to their answers."""

    jump_requested = Signal(object)

    def __init__(self, texts: BudgetTexts, theme: Theme, name: str) -> None:
        super().__init__(role="notice")
        self.rows: tuple[MissingAmount | BudgetLine, ...] = ()
        self._texts = texts
        self._amounts: tuple[MissingAmount | BudgetLine, ...] = ()
        self.heading_label = wrapped_label("", "label")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_accessible_name(self.list, name)
        self.go_button = QPushButton(theme.icon("pencil"), self.tr("Go to the answer"))
        add_content(self.column, self.heading_label, self.list)
        self.column.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.activated.connect(self._on_go)
        self.go_button.clicked.connect(self._on_go)

    def show_missing(self, amounts: tuple[MissingAmount, ...]) -> None:
        """Show missing amounts; those with the same cause share a row."""
        if self._show(amounts):
            self.heading_label.setText(plurals.missing_amounts(len(amounts)))
            groups: dict[tuple[Key, str, str], list[MissingAmount]] = {}
            for amount in amounts:
                groups.setdefault((amount.key, amount.code, amount.category), []).append(amount)
            self.rows = tuple(group[0] for group in groups.values())
            self._fill([self._format_row(group) for group in groups.values()])

    def show_unfunded(self, lines: tuple[BudgetLine, ...], total: Decimal) -> None:
        """Show the lines of persons who get no grant."""
        if self._show(lines):
            heading = self.tr("Not funded: {}, not in the total")
            self.heading_label.setText(heading.format(self._texts.format_amount(total)))
            self.rows = lines
            self._fill([self._format_line(line) for line in lines])

    def _show(self, amounts: tuple[MissingAmount | BudgetLine, ...]) -> bool:
        """Show or hide the card, and return whether the amounts are others than before."""
        self.setVisible(bool(amounts))
        is_new = amounts != self._amounts
        self._amounts = amounts
        return is_new

    def _fill(self, rows: list[str]) -> None:
        self.list.clear()
        for row in rows:
            QListWidgetItem(row, self.list)
        line = self.list.fontMetrics().lineSpacing() * 2 + GRID * 2
        self.list.setFixedHeight(min(len(self.rows), VISIBLE_ROWS) * line + GRID * 2)
        self.list.setCurrentRow(0)

    def _format_line(self, line: BudgetLine) -> str:
        texts = self._texts
        parts = (
            texts.format_amount(line.amount),
            texts.name_activity(line.activity),
            texts.name_organisation(line.organisation),
            texts.name_category(line.category),
        )
        reasons = "; ".join(texts.explain(line).split("\n"))
        return f"{'  ·  '.join(part for part in parts if part)}: {reasons}"

    def _format_row(self, group: list[MissingAmount]) -> str:
        first, texts = group[0], self._texts
        partner = texts.name_organisation(first.organisation) if first.organisation else ""
        if len(group) > 1:
            partner = plurals.partners(len(group))
        parts = (texts.name_activity(first.activity), texts.name_category(first.category), partner)
        subject = "  ·  ".join(part for part in parts if part)
        return f"{subject}: {texts.explain(first)}"

    def _on_go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.rows) and self.rows[row].key.question:
            self.jump_requested.emit(self.rows[row].key)


class BarDelegate(QStyledItemDelegate):
    """Draws a cell as a bar followed by its text, so that it does not rely on colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a width that leaves space for the bar."""
        hint = super().sizeHint(option, index)
        return QSize(max(hint.width(), GRID * 20), hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar, then the share after it."""
        colours = self._theme.colours
        rect: QRectF = QRectF(option.rect)
        length = index.data(LENGTH_ROLE)
        share = length if isinstance(length, float) else 0.0
        text = str(index.data() or "")
        available = rect.width() - option.fontMetrics.horizontalAdvance("100 %") - GRID * 3
        width = max(abs(share) * available, 2.0 if share else 0.0)
        bar = rect.adjusted(GRID, GRID * 0.75, 0, -GRID * 0.75)
        bar.setWidth(width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warm if share < 0 else colours.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(colours.text))
        after = QRectF(bar.right() + GRID, rect.top(), rect.right() - bar.right(), rect.height())
        painter.drawText(after, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class BudgetSum(Struct, frozen=True):
    """One row: a name, its amount, and its ceiling if it has one."""

    name: str
    amount: Decimal
    ceiling: Decimal | None = None


class SumsTable(QTableWidget):
    """Names, amounts and shares; the share is a bar with its percentage."""

    def __init__(self, texts: BudgetTexts, theme: Theme) -> None:
        super().__init__(0, SHARE + 1)
        self._texts = texts
        self._shown: tuple[BudgetSum, ...] | None = None
        set_read_only(self)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.setItemDelegateForColumn(SHARE, BarDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AMOUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SHARE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(SHARE, self.fontMetrics().averageCharWidth() * 32)

    def show_sums(self, heading: str, sums: Sequence[BudgetSum]) -> None:
        """Show sums under a heading, with the share of each in the total."""
        self.setHorizontalHeaderLabels([heading, self.tr("Amount"), self.tr("Share")])
        set_accessible_name(self, heading)
        if self._shown == tuple(sums):
            return
        self._shown = tuple(sums)
        total = sum((one.amount for one in sums), Decimal(0))
        longest = max((abs(one.amount) for one in sums), default=Decimal(0))
        self.setRowCount(len(sums))
        for row, one in enumerate(sums):
            share = one.amount / total * 100 if total else Decimal(0)
            self._set_cell(row, NAME, one.name).setToolTip(one.name)
            amount = self._set_cell(row, AMOUNT, self._texts.format_amount(one.amount))
            amount.setTextAlignment(RIGHT_ALIGNED)
            bar = self._set_cell(row, SHARE, f"{share:.0f} %")
            bar.setData(LENGTH_ROLE, float(one.amount / longest) if longest else 0.0)
            description = self._describe_share(one, share)
            bar.setToolTip(description)
            bar.setData(Qt.ItemDataRole.AccessibleTextRole, description)
        self._fit()

    def _describe_share(self, one: BudgetSum, share: Decimal) -> str:
        text = self.tr("{0}: {1}, {2} % of the grant").format(
            one.name, self._texts.format_amount(one.amount), f"{share:.0f}"
        )
        if one.ceiling is None:
            return text
        ceiling = self.tr("maximum {}").format(self._texts.format_amount(one.ceiling))
        return f"{text}; {ceiling}"

    def _set_cell(self, row: int, column: int, text: str) -> QTableWidgetItem:
        cell = self.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.setItem(row, column, cell)
        cell.setText(text)
        return cell

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap long names for the new width; a name is never cut off."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MAX_ROWS)))
        height = self.horizontalHeader().sizeHint().height() + max(rows, GRID * 4)
        self.setFixedHeight(height + GRID * 2)


class BudgetPage(SectionPage):
    """Totals, missing amounts, sums and lines, computed when typing rests; then the questions."""

    def __init__(
        self,
        section: Section,
        session: Session,
        runner: CheckRunner,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__(section, session, theme)
        self._texts = BudgetTexts(session, messages)
        self.grant: Grant | None = None
        self.tiles = (FigureTile(), FigureTile(), FigureTile())
        grid = FlowGrid()
        grid.show_cells(self.tiles)
        self.column.insertWidget(1, grid)  # the introduction is below the figures
        self.links = SectionLinks(section, session)
        self.contract_label = wrapped_label("", "quiet")
        self.missing_amounts = UncountedAmountsList(self._texts, theme, self.tr("Not calculated"))
        self.unfunded = UncountedAmountsList(self._texts, theme, self.tr("Not funded"))
        add_content(self.column, self.links, self.contract_label)
        add_content(self.column, self.missing_amounts, self.unfunded)
        self._build_sums(theme)
        self.column.addSpacing(GRID)
        self.lines = LinesView(self._texts, theme)
        add_content(self.column, wrapped_label(self.tr("Details"), "heading"), self.lines)
        for part in (self.links, self.missing_amounts, self.unfunded, self.lines):
            part.jump_requested.connect(self.jump_requested)
        self.add_questions()
        runner.finished.connect(self._on_checked)

    def _build_sums(self, theme: Theme) -> None:
        self.column.addSpacing(GRID)
        summary = self.tr("Summary")
        self.sums_tabs = TabBar(expanding=False, drawBase=False)
        self.sums_tabs.setAccessibleName(summary)
        for text in (
            self.tr("By category"),
            self.tr("By partner"),
            self.tr("By activity"),
            self.tr("By year"),
        ):
            self.sums_tabs.addTab(text)
        self.sums = SumsTable(self._texts, theme)
        self.sums_tabs.currentChanged.connect(self._show_sums)
        add_content(self.column, wrapped_label(summary, "heading"), self.sums_tabs, self.sums)

    def refresh(self) -> None:
        """Compute the grant and show the current answers."""
        super().refresh()
        self._calculate()

    def _on_checked(self) -> None:
        if self.isVisible():
            self._calculate()

    def _calculate(self) -> None:
        self.links.refresh()
        self.grant = compute_grant(self._session.draft, self._session.pack)
        self._show_figures(self.grant)
        self.missing_amounts.show_missing(self.grant.missing)
        self.unfunded.show_unfunded(self.grant.unfunded, self.grant.unfunded_total)
        self._show_sums()
        self.lines.show_lines(self.grant.lines)
        contract = self._texts.describe_contract()
        self.contract_label.setText(contract)
        self.contract_label.setVisible(bool(contract))

    def _show_figures(self, grant: Grant) -> None:
        format_amount = self._texts.format_amount
        total, maximum, remaining = self.tiles
        total.show_figure(self.tr("Grant requested"), format_amount(grant.total))
        ceiling = left = self.tr("not known yet")
        is_over = False
        if grant.ceiling is not None and grant.remaining is not None:
            ceiling, left = format_amount(grant.ceiling), format_amount(abs(grant.remaining))
            is_over = grant.remaining < 0
        maximum.show_figure(self.tr("Maximum"), ceiling)
        caption = self.tr("Over the maximum") if is_over else self.tr("Remaining")
        remaining.show_figure(caption, left, is_warning=is_over)

    def _show_sums(self) -> None:
        grant, texts = self.grant, self._texts
        if grant is None:
            return
        ceilings = {usage.ceiling.category: usage.maximum for usage in grant.ceiling_usages}
        tab = self.sums_tabs.currentIndex()
        sums = (
            _build_sums(grant.by_category, texts.name_category, ceilings),
            _build_sums(grant.by_organisation, texts.name_organisation),
            _build_sums(grant.by_activity, texts.name_activity),
            _build_sums(grant.by_year, texts.format_year),
        )[tab]
        other = grant.total - sum((one.amount for one in sums), Decimal(0))
        if other:
            sums.append(BudgetSum(self.tr("Not part of an activity"), other))
        self.sums.show_sums(self.sums_tabs.tabText(tab), sums)


def _build_sums(
    amounts: Mapping[_Subject, Decimal],
    format_name: Callable[[_Subject], str],
    ceilings: Mapping[_Subject, Decimal | None] = MappingProxyType({}),
) -> list[BudgetSum]:
    return [
        BudgetSum(format_name(subject), amount, ceilings.get(subject))
        for subject, amount in amounts.items()
    ]
