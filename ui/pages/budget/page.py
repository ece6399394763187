"""The page of the budget: the grant at a glance, by what it goes to, and line by line."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabBar,
    QVBoxLayout,
)

from erasmus_desk.budget.calculation import Gap
from erasmus_desk.budget.grant import Grant, grant
from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Sentences

from ...i18n import plurals
from ...session.check_runner import Watch
from ...session.session import Session
from ...theme.theme import GRID, Look, set_role
from ...widgets.accessibility import name
from ...widgets.flow_grid import WrapGrid
from ...widgets.labels import wrapped
from ..base import Page, Remarks
from ..form.questions_view import QuestionsView
from ..form.section_links import ElsewhereLines
from .lines_view import LinesView
from .sums_table import Sum, SumsTable
from .texts import CostWords

GAPS = 5
"""Gaps that are seen at once."""


class Tile(QFrame):
    """One figure with what it is."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        set_role(self, "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.setSpacing(0)
        self.what_label = wrapped("", "quiet")
        self.figure_label = QLabel()
        set_role(self.figure_label, "heading")
        layout.addWidget(self.what_label)
        layout.addWidget(self.figure_label)

    def show_figure(self, what: str, figure: str, role: str = "heading") -> None:
        """Show a figure."""
        self.what_label.setText(what)
        self.figure_label.setText(figure)
        wanted = "warm" if role == "warm" else "quiet"
        if self.what_label.property("role") != wanted:
            set_role(self.what_label, wanted)


class GapList(QFrame):
    """The amounts that could not be computed; each leads to the answer to mend."""

    asked_for = Signal(object)

    def __init__(self, costs: CostWords, look: Look) -> None:
        """Build without gaps."""
        super().__init__()
        self.rows: tuple[Gap, ...] = ()
        self._costs = costs
        self._gaps: tuple[Gap, ...] = ()
        set_role(self, "notice")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.head_label = wrapped("", "label")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name(self.list, self.tr("Not computed"))
        self.go_button = QPushButton(look.icon("pencil"), self.tr("Go to the answer"))
        layout.addWidget(self.head_label)
        layout.addWidget(self.list)
        layout.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.activated.connect(self._on_activated)
        self.go_button.clicked.connect(self._on_go)

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show these gaps."""
        self.setVisible(bool(gaps))
        if gaps == self._gaps:
            return
        self._gaps = gaps
        self.head_label.setText(plurals.gaps(len(gaps)))
        self.list.clear()
        # One answer may be what many amounts wait for: it is told once, with how many.
        alike: dict[tuple[Key, str, str], list[Gap]] = {}
        for gap in gaps:
            alike.setdefault((gap.key, gap.code, gap.head), []).append(gap)
        self.rows = tuple(same[0] for same in alike.values())
        for same in alike.values():
            QListWidgetItem(self._said(same), self.list)
        line = self.list.fontMetrics().lineSpacing() * 2 + GRID * 2
        self.list.setFixedHeight(min(len(self.rows), GAPS) * line + GRID * 2)
        self.list.setCurrentRow(0)

    def _said(self, same: list[Gap]) -> str:
        gap = same[0]
        who = self._costs.organisation(gap.organisation) if gap.organisation else ""
        if len(same) > 1:
            who = plurals.partners(len(same))
        about = (self._costs.activity(gap.activity), self._costs.head(gap.head), who)
        place = "  ·  ".join(one for one in about if one)
        return f"{place}: {self._costs.because(gap)}"

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_go()

    def _on_go(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self.rows) and self.rows[place].key.question:
            self.asked_for.emit(self.rows[place].key)


class BudgetPage(Page):
    """Figures, gaps, sums and lines, counted anew when typing rests; then the questions."""

    def __init__(
        self, section: Section, session: Session, watch: Watch, sentences: Sentences, look: Look
    ) -> None:
        """Build the page of the section that asks about money."""
        texts = session.texts
        title = texts.get(f"section.{section.id}.title") or section.id
        super().__init__(title)
        self._session = session
        self._costs = CostWords(session, sentences)
        self.grant: Grant | None = None
        self.tiles = (Tile(), Tile(), Tile())
        grid = WrapGrid()
        grid.show_cells(self.tiles)
        self.column.addWidget(grid)
        self.column.addWidget(wrapped(texts.get(f"section.{section.id}.intro"), "quiet"))
        self.elsewhere = ElsewhereLines(section, session)
        self.elsewhere.asked_for.connect(self.asked_for)
        self.column.addWidget(self.elsewhere)
        self.contract_label = wrapped("", "quiet")
        self.column.addWidget(self.contract_label)
        self.gaps = GapList(self._costs, look)
        self.gaps.asked_for.connect(self.asked_for)
        self.column.addWidget(self.gaps)
        self._build_sums(look)
        self.column.addSpacing(GRID)
        self.column.addWidget(wrapped(self.tr("Line by line"), "heading"))
        self.lines = LinesView(self._costs, look)
        self.lines.asked_for.connect(self.asked_for)
        self.column.addWidget(self.lines)
        self._build_questions(section, look, title)
        watch.renewed.connect(self._on_renewed)

    def _build_sums(self, look: Look) -> None:
        self.column.addSpacing(GRID)
        self.column.addWidget(wrapped(self.tr("Where it goes"), "heading"))
        self.sums_tabs = QTabBar()
        self.sums_tabs.setExpanding(False)
        self.sums_tabs.setDrawBase(False)
        name(self.sums_tabs, self.tr("Where it goes"))
        for text in (
            self.tr("By head"),
            self.tr("By partner"),
            self.tr("By activity"),
            self.tr("By year"),
        ):
            self.sums_tabs.addTab(text)
        self.sums = SumsTable(self._costs, look)
        self.sums_tabs.currentChanged.connect(self._show_sums)
        self.column.addWidget(self.sums_tabs)
        self.column.addWidget(self.sums)

    def _build_questions(self, section: Section, look: Look, title: str) -> None:
        groups = tuple(group for group in section.groups if not group.list)
        self.questions = QuestionsView(self._session, look, groups, page_title=title)
        self.questions.focused.connect(self.focused)
        self.column.addWidget(self.questions)

    def refresh(self) -> None:
        """Count the grant and show the present answers."""
        self.questions.refresh()
        self.elsewhere.refresh()
        self._count()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change in the questions; the grant is counted when typing rests."""
        self.questions.on_changes(keys)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self.questions.show_remarks(remarks)

    def show_key(self, key: Key) -> bool:
        """Bring an answer into view and focus it."""
        return self.bring_into_view(self.questions.place_of(key))

    def _on_renewed(self) -> None:
        if self.isVisible():
            self.elsewhere.refresh()
            self._count()

    def _count(self) -> None:
        self.grant = grant(self._session.draft, self._session.pack)
        self._show_figures(self.grant)
        self.gaps.show_gaps(self.grant.gaps)
        self._show_sums()
        self.lines.show_lines(self.grant.lines)
        contract = self._costs.contract()
        self.contract_label.setText(contract)
        self.contract_label.setVisible(bool(contract))

    def _show_figures(self, found: Grant) -> None:
        costs, (total, most, left) = self._costs, self.tiles
        total.show_figure(self.tr("Grant asked for"), costs.amount(found.total))
        if found.ceiling is None or found.left is None:
            unknown = self.tr("not known yet")
            most.show_figure(self.tr("At most"), unknown)
            left.show_figure(self.tr("Left"), unknown)
            return
        most.show_figure(self.tr("At most"), costs.amount(found.ceiling))
        if found.left < 0:
            left.show_figure(self.tr("Too much"), costs.amount(-found.left), "warm")
        else:
            left.show_figure(self.tr("Left"), costs.amount(found.left))

    def _show_sums(self) -> None:
        found, costs = self.grant, self._costs
        if found is None:
            return
        most = {room.ceiling.head: room.most for room in found.rooms}
        place = self.sums_tabs.currentIndex()
        rows: Mapping[int, list[Sum]] = {
            0: [Sum(costs.head(one), of, most.get(one)) for one, of in found.by_head.items()],
            1: [Sum(costs.organisation(one), of) for one, of in found.by_organisation.items()],
            2: [Sum(costs.activity(one), of) for one, of in found.by_activity.items()],
            3: [Sum(costs.year(one), of) for one, of in found.by_year.items()],
        }
        shown = rows[place]
        rest = found.total - sum((one.amount for one in shown), Decimal(0))
        if rest:
            shown.append(Sum(self.tr("Not part of an activity"), rest))
        self.sums.show_sums(self.sums_tabs.tabText(place), shown)
