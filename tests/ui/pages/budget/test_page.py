"""The page of the budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.budget.grant import grant
from erasmus_desk.draft.model import Key
from tests.ui.plans import Plan, desk_of, planned
from ui.main_window.editor import Desk
from ui.main_window.page_factory import ACTIVITIES, section_step
from ui.pages.budget.page import BudgetPage

BUDGET = section_step("budget")


@pytest.fixture
def plan() -> Plan:
    return planned()


@pytest.fixture
def desk(plan: Plan, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    with desk_of(plan, qtbot, qapp) as made:
        made.show_step(BUDGET)
        yield made


def page_of(desk: Desk) -> BudgetPage:
    page = desk.page_widget()
    assert isinstance(page, BudgetPage)
    return page


def figures(page: BudgetPage) -> list[tuple[str, str]]:
    return [(tile.what_label.text(), tile.figure_label.text()) for tile in page.tiles]


def sums(page: BudgetPage) -> list[tuple[str, str]]:
    table, found = page.sums, list[tuple[str, str]]()
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in (0, 1)]
        found.append((str(cells[0] and cells[0].text()), str(cells[1] and cells[1].text())))
    return found


def test_the_header_tells_what_the_core_computes(desk: Desk, plan: Plan) -> None:
    found = grant(plan.session.draft, plan.session.pack)
    shown = figures(page_of(desk))
    assert found.ceiling == Decimal(300000)
    assert [figure for _, figure in shown] == [
        f"€{amount:,.2f}" for amount in (found.total, found.ceiling, found.left)
    ]


def test_too_much_is_said_in_words(desk: Desk, plan: Plan, qtbot: QtBot) -> None:
    page = page_of(desk)
    values = {"spc.organisation": plan.schools[0], "spc.amount": Decimal(999999)}
    plan.session.add_item("special_costs", values=values)
    qtbot.waitUntil(lambda: figures(page)[2][0] == "Too much")


def test_every_view_sums_up_to_the_total(desk: Desk) -> None:
    page = page_of(desk)
    assert page.grant is not None
    total = page.grant.total
    for place in range(page.sums_tabs.count()):
        page.sums_tabs.setCurrentIndex(place)
        amounts = [Decimal(amount.strip("€").replace(",", "")) for _, amount in sums(page)]
        assert sum(amounts) == total


def test_each_bar_tells_its_share_in_words(desk: Desk) -> None:
    table = page_of(desk).sums
    bar = table.item(0, 2)
    assert bar is not None
    said = str(bar.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Project management and implementation: €")
    assert "% of the grant" in said


def test_arrows_through_the_lines_explain_each(desk: Desk) -> None:
    page = page_of(desk)
    lines = page.lines
    lines.view.setFocus()
    lines.view.selectRow(0)
    assert "as coordinator" in lines.because_label.text()
    QTest.keyClick(lines.view, Qt.Key.Key_Down)
    assert "as partner" in lines.because_label.text()
    assert lines.rule_label.text()
    assert "Confidence" in lines.source_label.text()
    assert "as partner" in lines.view.accessibleDescription()


def test_a_line_that_is_not_confirmed_carries_the_mark(desk: Desk) -> None:
    lines = page_of(desk).lines
    unsure = [one.evidence.is_confirmed for one in lines.model.lines].index(False)
    lines.view.selectRow(unsure)
    assert lines.mark_label.isVisibleTo(lines)


def test_a_line_leads_to_the_answer_it_comes_from(desk: Desk, plan: Plan) -> None:
    lines = page_of(desk).lines
    row = next(
        place for place, one in enumerate(lines.model.lines) if one.activity == _meeting(plan)
    )
    lines.view.selectRow(row)
    lines.go_button.click()
    assert desk.step == ACTIVITIES


def _meeting(plan: Plan) -> Key:
    return Key("meetings", plan.meeting)


def test_what_cannot_be_computed_is_listed_once_and_leads_to_its_field(
    desk: Desk, plan: Plan, qtbot: QtBot
) -> None:
    page = page_of(desk)
    city = Key("tpm.city", plan.meeting)
    plan.session.edit(city, "Nowhereville")
    qtbot.waitUntil(lambda: any(gap.key == city for gap in page.gaps.rows))
    row = [gap.key for gap in page.gaps.rows].index(city)
    assert [gap.key for gap in page.gaps.rows].count(city) == 1
    assert "Nowhereville" in page.gaps.list.item(row).text()
    page.gaps.list.setFocus()
    page.gaps.list.setCurrentRow(row)
    QTest.keyClick(page.gaps.list, Qt.Key.Key_Return)
    assert desk.step == ACTIVITIES


def test_nothing_is_counted_while_typing_goes_on(desk: Desk, plan: Plan, qtbot: QtBot) -> None:
    page = page_of(desk)
    before = page.grant
    plan.session.edit(Key(plan.session.pack.role("months")), 36)
    assert page.grant is before
    qtbot.waitUntil(lambda: page.grant is not before)
    assert page.grant is not None
    assert before is not None
    assert page.grant.total > before.total


def test_search_finds_the_lines_of_a_partner(desk: Desk) -> None:
    lines = page_of(desk).lines
    QTest.keyClicks(lines.search_line, "rio claro")
    rows = range(lines.finder.rowCount())
    names = {str(lines.finder.index(row, 2).data()) for row in rows}
    assert names == {"Escola do Rio Claro"}


def test_a_chosen_line_stays_chosen_when_the_grant_is_counted_anew(
    desk: Desk, plan: Plan, qtbot: QtBot
) -> None:
    page = page_of(desk)
    page.lines.view.selectRow(1)
    title = page.lines.title_label.text().partition("  ·  ")[2]
    plan.session.edit(Key(plan.session.pack.role("months")), 12)
    before = page.grant
    qtbot.waitUntil(lambda: page.grant is not before)
    assert page.lines.title_label.text().endswith(title)
    assert page.lines.card.isVisibleTo(page)


def test_costs_are_entered_below_the_figures(desk: Desk, plan: Plan) -> None:
    page = page_of(desk)
    box = page.questions.parts.tables["bud.exceptional"]
    box.add_button.click()
    item = plan.session.draft.items("exceptional_costs")[0]
    cell = page.questions.place_of(Key("exc.cost", item))
    assert cell is not None
    cell.setFocus()
    QTest.keyClicks(page.focusWidget(), "1.250,5")
    assert plan.session.value(Key("exc.cost", item)) == Decimal("1250.5")
