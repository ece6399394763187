"""The page of the budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.budget.tree import GrantPart
from erasmus_desk.draft import create
from erasmus_desk.draft.model import Key
from erasmus_desk.storage import clock, drafts
from erasmus_desk.storage.settings import Settings
from tests.ui.conftest import StartProgram
from tests.ui.editors import ALL_EXAMPLES, library, open_session
from tests.ui.mouse import Mouse
from tests.ui.plans import Plan, build_plan, editor_of
from ui.fields.text_box import GrowingTextEdit
from ui.main_window.editor import Editor
from ui.main_window.page_factory import ACTIVITIES, section_step
from ui.pages.budget.page import BudgetPage
from ui.pages.budget.tree_model import AMOUNT, NAME, REASON, SHARE

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


def rows_below(page: BudgetPage, parent: QModelIndex | None = None) -> list[QModelIndex]:
    model = page.model
    above = parent or QModelIndex()
    return [model.index(row, 0, above) for row in range(model.rowCount(above))]


def all_rows(page: BudgetPage, parent: QModelIndex | None = None) -> list[QModelIndex]:
    found = list[QModelIndex]()
    for index in rows_below(page, parent):
        found += [index, *all_rows(page, index)]
    return found


def cell(index: QModelIndex, column: int) -> str:
    return str(index.siblingAtColumn(column).data())


def read_amount(text: str) -> Decimal:
    return Decimal(0) if text == "–" else Decimal(text.replace(",", ""))


def parts_of(page: BudgetPage) -> list[tuple[QModelIndex, GrantPart]]:
    found = ((index, page.model.part(index)) for index in all_rows(page))
    return [(index, part) for index, part in found if part is not None]


def test_the_head_shows_the_computed_grant(editor: Editor, plan: Plan) -> None:
    grant = compute_grant(plan.session.draft, plan.session.pack)
    head = page_of(editor).head
    assert grant.ceiling == Decimal(300000)
    assert grant.remaining is not None
    total, remaining = (
        f"EUR\u00a0{amount:,.2f}".removesuffix(".00") for amount in (grant.total, grant.remaining)
    )
    assert head.total_label.text() == total
    assert head.maximum_label.text() == "of 300,000"
    assert head.remaining_label.text() == f"{remaining} remaining"


def test_a_budget_without_amounts_says_what_they_follow_from(
    start_program: StartProgram, home: Path
) -> None:
    pack, path = library().load_pack("ka210-2026"), home / "new.erasmus"
    drafts.save_new(create.create_draft(pack, {"title": "Nooks"}, clock.now()), path)
    editor = start_program(Settings(language="en"), path).window.editor
    assert editor is not None
    editor.show_step(BUDGET)
    page = page_of(editor)
    assert page.empty_card.isVisible()
    assert not any(part.isVisible() for part in page.parts_of_tree)
    Mouse().click(page.empty_card.plan_button)
    assert editor.step == ACTIVITIES


def test_exceeding_the_maximum_is_shown_as_text(editor: Editor, plan: Plan, qtbot: QtBot) -> None:
    page = page_of(editor)
    values = {"spc.organisation": plan.schools[0], "spc.amount": Decimal(999999)}
    plan.session.add_item("special_costs", values=values)
    qtbot.waitUntil(lambda: page.head.remaining_label.text().endswith("over the maximum"))


def test_every_level_and_every_chart_sums_up_to_the_total(editor: Editor) -> None:
    page = page_of(editor)
    assert page.grant is not None
    total = page.grant.total
    *categories, last = rows_below(page)
    assert cell(last, NAME) == "Grant requested"
    assert read_amount(cell(last, AMOUNT)) == total
    assert sum(read_amount(cell(index, AMOUNT)) for index in categories) == total
    for index, part in parts_of(page):
        within = [one.amount for one in part.parts]
        assert not within or sum(within) == part.amount == read_amount(cell(index, AMOUNT))
    for chart in (page.organisation_chart, page.year_chart):
        assert sum(one.amount for one in chart.amounts) == total


def test_a_lump_sum_is_shown_by_activity_and_leading_organisation_and_not_by_year(
    qtbot: QtBot, qapp: QApplication
) -> None:
    example = next(one for one in ALL_EXAMPLES if one.stem == "schaduwkaart")
    plan = Plan(open_session(example), (), (), "", "", ())
    with editor_of(plan, qtbot, qapp) as editor:
        editor.show_step(BUDGET)
        page = page_of(editor)
        assert page.organisation_chart.findChildren(QLabel)[0].text() == "Leading organisation, EUR"
        assert sum(one.amount for one in page.organisation_chart.amounts) == 60_000
        assert not page.year_chart.isVisible()
        tree = page.tree
        (activities, total) = (tree.proxy.index(row, 0) for row in range(2))
        assert tree.isExpanded(activities)
        assert not tree.proxy.hasChildren(total)
        tree.collapse(activities)
        page.refresh()
        assert not tree.isExpanded(activities)


def test_each_bar_has_its_share_as_text(editor: Editor) -> None:
    page = page_of(editor)
    assert cell(rows_below(page)[0], SHARE).endswith(" %")
    name = page.organisation_chart.rows[0].bar.accessibleName()
    assert name.startswith("Technisch Instituut Zonneveld: EUR\u00a0")
    assert name.endswith("% of the grant")


def test_the_reason_stands_in_the_row(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    reasons = {cell(index, NAME): cell(index, REASON) for index in all_rows(page)}
    management = "24 months~×~EUR~500~· 2 organisations~×~24 months~×~EUR~250"
    assert reasons["Project management and implementation"].replace("\u00a0", "~") == management
    assert reasons["M1 First meeting"].startswith("9–11\u00a0Oct\u00a02017")
    meeting = next(index for index, part in parts_of(page) if part.activity == _meeting(plan))
    traveller = rows_below(page, meeting)[0]
    assert "\u00a0×\u00a0EUR\u00a0" in cell(traveller, REASON)
    assert "\u00a0km" in cell(traveller, REASON)


def test_arrows_through_the_rows_explain_each(editor: Editor) -> None:
    page = page_of(editor)
    first = rows_below(page)[0]
    page.tree.show_row(rows_below(page, first)[0])
    assert "as coordinator" in page.detail.label.text()
    QTest.keyClick(page.tree, Qt.Key.Key_Down)
    assert "as partner" in page.detail.label.text()
    assert "Source: " in page.detail.label.text()
    assert page.detail.dot.isVisibleTo(page)
    assert page.tree.currentIndex().data() in page.detail.dot.accessibleName()
    described = page.tree.currentIndex().data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == page.detail.label.text()


def test_right_unfolds_and_enter_leads_to_where_it_is_planned(editor: Editor, plan: Plan) -> None:
    page = page_of(editor)
    jumps = list[Key]()
    page.jump_requested.connect(jumps.append)
    category = next(index for index, part in parts_of(page) if _has_meeting(part, plan))
    page.tree.show_row(category)
    QTest.keyClick(page.tree, Qt.Key.Key_Right)
    QTest.keyClick(page.tree, Qt.Key.Key_Down)
    assert cell(page.tree.currentIndex(), NAME) == "M1 First meeting"
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert jumps == [Key("tpm.title", plan.meeting)]
    assert editor.step == ACTIVITIES


def _has_meeting(part: GrantPart, plan: Plan) -> bool:
    return any(one.activity == _meeting(plan) for one in part.parts)


def _meeting(plan: Plan) -> Key:
    return Key("meetings", plan.meeting)


def test_a_missing_amount_is_listed_once_and_opens_its_field(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    page = page_of(editor)
    city = Key("tpm.city", plan.meeting)
    plan.session.edit(city, "Nowhereville")

    def list_missing() -> list[QModelIndex]:
        found = [(index, part) for index, part in parts_of(page) if not part.parts]
        return [index for index, part in found if city in [one.key for one in part.missing]]

    qtbot.waitUntil(lambda: bool(list_missing()))
    (missing,) = list_missing()
    assert "Nowhereville" in cell(missing, REASON)
    assert cell(missing, AMOUNT) == "–"
    assert "could not be calculated" in page.uncounted.text_label.text()
    page.uncounted.show_button.click()
    assert page.tree.current_source() == missing
    jumps = list[Key]()
    page.jump_requested.connect(jumps.append)
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert jumps == [city]
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


def test_search_finds_the_rows_of_a_partner(editor: Editor) -> None:
    page = page_of(editor)
    QTest.keyClicks(page.search_line, "rio claro")
    proxy = page.tree.proxy
    found = set[str]()
    waiting = [QModelIndex()]
    while waiting:
        above = waiting.pop()
        below = [proxy.index(row, 0, above) for row in range(proxy.rowCount(above))]
        found |= {cell(above, NAME)} if above.isValid() and not below else set()
        waiting += below
        assert all(page.tree.isExpanded(index) for index in below if proxy.hasChildren(index))
    assert found == {"Escola do Rio Claro"}


def test_a_selected_row_stays_selected_and_unfolded_when_the_grant_changes(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    page = page_of(editor)
    page.tree.show_row(rows_below(page, rows_below(page)[0])[1])
    name, amount = cell(page.tree.currentIndex(), NAME), cell(page.tree.currentIndex(), AMOUNT)
    resets = QSignalSpy(page.model.modelReset)
    removed = QSignalSpy(page.model.rowsRemoved)
    plan.session.edit(Key(plan.session.pack.role("months")), 12)
    before = page.grant
    qtbot.waitUntil(lambda: page.grant is not before)
    assert cell(page.tree.currentIndex(), NAME) == name
    assert cell(page.tree.currentIndex(), AMOUNT) != amount
    assert page.tree.isExpanded(page.tree.currentIndex().parent())
    assert (resets.count(), removed.count()) == (0, 0)


def test_a_new_activity_is_one_new_row_where_it_belongs(
    editor: Editor, plan: Plan, qtbot: QtBot
) -> None:
    page = page_of(editor)
    page.tree.show_row(rows_below(page, rows_below(page)[0])[1])
    chosen = cell(page.tree.currentIndex(), NAME)
    plan.session.remove_item("meetings", plan.meeting)
    qtbot.waitUntil(lambda: "M1 First meeting" not in [cell(one, NAME) for one in all_rows(page)])
    plan.session.undo_stack.undo()
    editor.show_step(BUDGET)
    qtbot.waitUntil(lambda: "M1 First meeting" in [cell(one, NAME) for one in all_rows(page)])
    assert cell(page.tree.currentIndex(), NAME) == chosen
    assert cell(rows_below(page)[-1], NAME) == "Grant requested"


def test_the_tree_is_as_high_as_its_rows(editor: Editor) -> None:
    page = page_of(editor)
    for _ in range(2):
        last = page.tree.model().index(page.tree.model().rowCount() - 1, 0)
        assert abs(page.tree.visualRect(last).bottom() + 1 - page.tree.viewport().height()) <= 1
        before = page.tree.height()
        page.tree.expandAll()
        # Not at once: Qt tells of each row while it lays out all of them.
        assert page.tree.height() == before
        QApplication.processEvents()


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
    assert "Not funded" not in page.uncounted.text_label.text()
    plan.session.edit(Key("ltt.type", plan.activity), "sp-blended")
    plan.session.edit(Key("ltt.days", plan.activity), 5)
    plan.session.edit(Key("org.country", partner), "CH")
    plan.session.edit(Key("org.city", partner), "Bern")
    qtbot.waitUntil(lambda: "Not funded" in page.uncounted.text_label.text())
    assert page.grant is not None
    heading = f"Not funded: EUR\u00a0{page.grant.unfunded_total:,.0f}, not in the total"
    assert heading in page.uncounted.text_label.text()
    shown = QModelIndex()
    # The button shows one after another; amounts that cannot be calculated are among them.
    for _ in range(len(page.grant.missing) + 1):
        page.uncounted.show_button.click()
        shown = page.tree.current_source()
        if cell(shown, AMOUNT).startswith("("):
            break
    assert cell(shown, AMOUNT).startswith("(")
    assert cell(shown, REASON).endswith("not in the total")
    assert "no grant for learners from Switzerland" in page.detail.label.text()
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert editor.step == ACTIVITIES


def test_the_focus_stays_below_the_figures_in_a_window_of_another_width(editor: Editor) -> None:
    page, window = page_of(editor), editor.window()
    window.activateWindow()
    text = [one for one in page.findChildren(GrowingTextEdit) if one.isVisible()][-1]
    text.setFocus()
    seen: list[bool] = []
    for width in (1920, 700, 1920):
        window.resize(width, 700)
        assert text.isVisible()
        assert QApplication.focusWidget() is text
        QApplication.processEvents()
        seen.append(page.organisation_chart.mapTo(page, QPoint()).x() > page.tree.width() // 2)
    assert seen == [True, False, True]


def test_a_heading_wraps_in_a_narrow_column(editor: Editor) -> None:
    tree = page_of(editor).tree
    before = tree.header().height()
    tree.setFixedWidth(tree.fontMetrics().averageCharWidth() * 26)
    QApplication.processEvents()
    tree.fit()
    assert tree.fontMetrics().horizontalAdvance(tree.source.headers[NAME]) > tree.columnWidth(NAME)
    assert tree.header().height() >= before + tree.fontMetrics().lineSpacing() - 1
