"""The page of the budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.draft.model import Key
from tests.ui.plans import Plan, build_plan, editor_of
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES, section_step
from ui.pages.budget.page import BudgetPage

BUDGET = section_step("budget")


@pytest.fixture
def plan() -> Plan:
    return build_plan()


@pytest.fixture
def editor(plan: Plan, qtbot: QtBot, qapp: QApplication) -> Iterator[Editor]:
    with editor_of(plan, qtbot, qapp) as editor:
        editor.show_step(BUDGET)
        yield editor


def page_of(editor: Editor) -> BudgetPage:
    page = editor.current_page()
    assert isinstance(page, BudgetPage)
    return page


def figures(page: BudgetPage) -> list[tuple[str, str]]:
    return [(tile.caption_label.text(), tile.figure_label.text()) for tile in page.tiles]


def sums(page: BudgetPage) -> list[tuple[str, str]]:
    table, rows = page.sums, list[tuple[str, str]]()
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in (0, 1)]
        rows.append((str(cells[0] and cells[0].text()), str(cells[1] and cells[1].text())))
    return rows


def test_the_tiles_show_the_computed_grant(editor: Editor, plan: Plan) -> None:
    grant = compute_grant(plan.session.draft, plan.session.pack)
    shown = figures(page_of(editor))
    assert grant.ceiling == Decimal(300000)
    assert [figure for _, figure in shown] == [
        f"EUR\u00a0{amount:,.2f}".removesuffix(".00")
        for amount in (grant.total, grant.ceiling, grant.remaining)
    ]


def test_exceeding_the_maximum_is_shown_as_text(editor: Editor, plan: Plan, qtbot: QtBot) -> None:
    page = page_of(editor)
    values = {"spc.organisation": plan.schools[0], "spc.amount": Decimal(999999)}
    plan.session.add_item("special_costs", values=values)
    qtbot.waitUntil(lambda: figures(page)[2][0] == "Over the maximum")


def test_every_view_sums_up_to_the_total(editor: Editor) -> None:
    page = page_of(editor)
    assert page.grant is not None
    total = page.grant.total
    for place in range(page.sums_tabs.count()):
        page.sums_tabs.setCurrentIndex(place)
        amounts = [Decimal(amount.strip("EUR\u00a0").replace(",", "")) for _, amount in sums(page)]
        assert sum(amounts) == total


def test_each_bar_has_its_share_as_text(editor: Editor) -> None:
    table = page_of(editor).sums
    bar = table.item(0, 2)
    assert bar is not None
    text = str(bar.data(Qt.ItemDataRole.AccessibleTextRole))
    assert text.startswith("Project management and implementation: EUR\u00a0")
    assert "% of the grant" in text


def test_arrows_through_the_lines_explain_each(editor: Editor) -> None:
    page = page_of(editor)
    lines = page.lines
    lines.view.setFocus()
    lines.view.selectRow(0)
    assert "as coordinator" in lines.explanation_label.text()
    QTest.keyClick(lines.view, Qt.Key.Key_Down)
    assert "as partner" in lines.explanation_label.text()
    assert lines.rule_label.text()
    assert "Not confirmed: check the Programme Guide. Source: " in lines.source_label.text()
    assert "as partner" in lines.view.accessibleDescription()


def test_a_line_that_is_not_confirmed_has_a_note(editor: Editor) -> None:
    lines = page_of(editor).lines
    unsure = [one.evidence.is_confirmed for one in lines.model.rows].index(False)
    lines.view.selectRow(unsure)
    assert lines.check_label.isVisibleTo(lines)


def test_a_line_opens_the_answer_it_comes_from(editor: Editor, plan: Plan) -> None:
    lines = page_of(editor).lines
    row = next(
        place for place, one in enumerate(lines.model.rows) if one.activity == _meeting(plan)
    )
    lines.view.selectRow(row)
    lines.go_button.click()
    assert editor.step == ACTIVITIES


def _meeting(plan: Plan) -> Key:
    return Key("meetings", plan.meeting)


def test_a_missing_amount_is_listed_once_and_opens_its_field(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    page = page_of(editor)
    city = Key("tpm.city", plan.meeting)
    plan.session.edit(city, "Nowhereville")
    qtbot.waitUntil(lambda: any(amount.key == city for amount in page.missing_amounts.rows))
    row = [amount.key for amount in page.missing_amounts.rows].index(city)
    assert [amount.key for amount in page.missing_amounts.rows].count(city) == 1
    assert "Nowhereville" in page.missing_amounts.list.item(row).text()
    page.missing_amounts.list.setFocus()
    page.missing_amounts.list.setCurrentRow(row)
    QTest.keyClick(page.missing_amounts.list, Qt.Key.Key_Return)
    assert editor.step == ACTIVITIES


def test_the_grant_is_not_computed_while_typing(editor: Editor, plan: Plan, qtbot: QtBot) -> None:
    page = page_of(editor)
    before = page.grant
    plan.session.edit(Key(plan.session.pack.role("months")), 36)
    assert page.grant is before
    qtbot.waitUntil(lambda: page.grant is not before)
    assert page.grant is not None
    assert before is not None
    assert page.grant.total > before.total


def test_search_finds_the_lines_of_a_partner(editor: Editor) -> None:
    lines = page_of(editor).lines
    QTest.keyClicks(lines.search_line, "rio claro")
    rows = range(lines.proxy.rowCount())
    names = {str(lines.proxy.index(row, 2).data()) for row in rows}
    assert names == {"Escola do Rio Claro"}


def test_a_selected_line_stays_selected_when_the_grant_changes(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    page = page_of(editor)
    page.lines.view.selectRow(1)
    title = page.lines.title_label.text().partition("  ·  ")[2]
    plan.session.edit(Key(plan.session.pack.role("months")), 12)
    before = page.grant
    qtbot.waitUntil(lambda: page.grant is not before)
    assert page.lines.title_label.text().endswith(title)
    assert page.lines.card.isVisibleTo(page)


def test_costs_are_entered_below_the_figures(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    box = page.questions.widgets.tables["bud.exceptional"]
    box.add_button.click()
    item = plan.session.draft.items("exceptional_costs")[0]
    cell = page.questions.find_widget(Key("exc.cost", item))
    assert cell is not None
    cell.setFocus()
    QTest.keyClicks(page.focusWidget(), "1.250,5")
    assert plan.session.value(Key("exc.cost", item)) == Decimal("1250.5")


def test_persons_without_a_grant_are_listed_and_open_their_field(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    page, partner = page_of(editor), plan.schools[1]
    assert page.unfunded.isHidden()
    plan.session.edit(Key("ltt.type", plan.activity), "sp-blended")
    plan.session.edit(Key("ltt.days", plan.activity), 5)
    plan.session.edit(Key("org.country", partner), "CH")
    plan.session.edit(Key("org.city", partner), "Bern")
    qtbot.waitUntil(lambda: bool(page.unfunded.rows))
    assert page.grant is not None
    amount = page.grant.unfunded_total
    heading = page.unfunded.heading_label.text()
    assert heading == f"Not funded: EUR\u00a0{amount:,.0f}, not in the total"
    assert "no grant for learners from Switzerland" in page.unfunded.list.item(0).text()
    page.unfunded.list.setCurrentRow(0)
    page.unfunded.go_button.click()
    assert editor.step == ACTIVITIES
