"""What was chosen on a page is there still in another language or theme."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.settings import Settings, ThemeMode
from tests.ui.editors import editor_of
from tests.ui.keyboard import process_events
from tests.ui.shared_program import SharedProgram
from tests.ui.short_draft import write_short_draft
from ui.controllers.application import ApplicationController
from ui.main_window.page_factory import (
    ACTIVITIES,
    CHECKS,
    COPY_DESK,
    EXPORT,
    HISTORY,
    PREVIEW,
    TIMELINE,
)
from ui.pages.activities.page import ActivitiesPage
from ui.pages.activity_model import collect_activity_lists
from ui.pages.base import Page
from ui.pages.budget.page import BudgetPage
from ui.pages.checks.model import Group
from ui.pages.checks.page import ChecksPage
from ui.pages.copy_desk.page import CopyDeskPage
from ui.pages.export.page import ExportPage
from ui.pages.export.preview_page import PreviewPage
from ui.pages.export.recipient import PARTNER_PROFILE
from ui.pages.history.comparison_pane import BEFORE
from ui.pages.history.page import HistoryPage
from ui.pages.items.page import ListPage
from ui.pages.timeline.page import TimelinePage

PARTNERS, BUDGET = "form:organisations", "form:budget"
DARK = Settings(language="nl", theme=ThemeMode.DARK)


def show(controller: ApplicationController, step: str) -> Page:
    editor = editor_of(controller)
    editor.show_step(step)
    process_events()
    page = editor.current_page()
    assert page is not None
    return page


def choose_file(page: Page, template: Path) -> None:
    """Choose on the Word page what a file for one partner can have."""
    assert isinstance(page, ExportPage)
    page.profile_field.edited.emit(PARTNER_PROFILE)
    page.language_field.edited.emit("nl")
    page.template_field.edited.emit(str(template))
    page.budget_field.edited.emit("lines")
    page.recipient_box.reply_field.edited.emit(date(2027, 1, 31))
    page.recipient_box.name_field.edited.emit("Ann Example")


def test_every_page_keeps_its_choices(shared_program: SharedProgram, tmp_path: Path) -> None:
    controller = shared_program.open(write_short_draft(tmp_path / "short.erasmus"), EXPORT)
    session = editor_of(controller).session
    session.edit(Key("sum.text"), "Other words.")
    template = tmp_path / "house.dotx"
    choose_file(show(controller, EXPORT), template)
    word = show(controller, EXPORT)
    assert isinstance(word, ExportPage)
    options = word.build_options(Path("file.docx"))
    preview = show(controller, PREVIEW)
    assert isinstance(preview, PreviewPage)
    preview.bar.set_profile("questions")
    checks = show(controller, CHECKS)
    assert isinstance(checks, ChecksPage)
    partner = session.draft.items("organisations")[1]
    checks.filter_buttons[Group.WEAK].click()
    checks.partner_box.setCurrentIndex(checks.partner_box.findData(partner))
    checks.search_line.setText("words")
    desk = show(controller, COPY_DESK)
    assert isinstance(desk, CopyDeskPage)
    field = desk.desk.fields[3].visible.key
    desk.desk.choose(field)
    history = show(controller, HISTORY)
    assert isinstance(history, HistoryPage)
    oldest = history.versions.entries[-1].id
    history.view.choose(oldest)
    history.pane.choose_target(BEFORE)

    controller.apply_settings(DARK)
    process_events()

    again = show(controller, EXPORT)
    assert isinstance(again, ExportPage)
    assert again is not word
    assert again.build_options(Path("file.docx")) == options
    assert again.recipient_box.name_field.get_shown_text() == "Ann Example"
    assert again.recipient_box.reply_field.get_shown_text() != ""
    assert again.template_field.get_shown_text() == str(template)
    shown = show(controller, PREVIEW)
    assert isinstance(shown, PreviewPage)
    assert shown.bar.profile == "questions"
    problems = show(controller, CHECKS)
    assert isinstance(problems, ChecksPage)
    assert (problems.group, problems.partner) == (Group.WEAK, partner)
    assert problems.search_line.text() == "words"
    copied = show(controller, COPY_DESK)
    assert isinstance(copied, CopyDeskPage)
    assert copied.desk.current is not None
    assert copied.desk.current.visible.key == field
    versions = show(controller, HISTORY)
    assert isinstance(versions, HistoryPage)
    assert (versions.view.version, versions.pane.target) == (oldest, BEFORE)


def test_what_is_open_stays_open(shared_program: SharedProgram, tmp_path: Path) -> None:
    controller = shared_program.open(write_short_draft(tmp_path / "short.erasmus"), EXPORT)
    session = editor_of(controller).session
    partner = session.draft.items("organisations")[1]
    partners = show(controller, PARTNERS)
    assert isinstance(partners, ListPage)
    details = partners.holder.unfold(partner)
    part = details.lines()[-1].part
    details.open_part(part)
    kind = collect_activity_lists(session)[0].spec.id
    activity = Key(kind, session.add_item(kind))
    budget = show(controller, BUDGET)
    assert isinstance(budget, BudgetPage)
    budget.tree.expandAll()
    budget.tree.collapse(budget.tree.proxy.index(0, 0))
    budget.search_line.setText("EUR")
    budget.tree.collapse(budget.tree.proxy.index(1, 0))
    rows = budget.read_choices()
    assert len(rows.unfolded) > 0
    timeline = show(controller, TIMELINE)
    assert isinstance(timeline, TimelinePage)
    timeline.months_button.click()
    timeline.table_button.setChecked(True)
    activities = show(controller, ACTIVITIES)
    assert isinstance(activities, ActivitiesPage)
    activities.open_activity(activity)
    # The title has the focus: no answer leads back to what was open.
    activities.focus_first()

    controller.apply_settings(DARK)
    process_events()

    again = editor_of(controller).current_page()
    assert isinstance(again, ActivitiesPage)
    assert again.read_choices() == activity
    assert again.editor is not None
    assert again.editor.isVisible()
    assert show(controller, TIMELINE).read_choices() == (True, True)
    assert show(controller, BUDGET).read_choices() == rows
    again = show(controller, PARTNERS)
    assert isinstance(again, ListPage)
    assert again.holder.details is not None
    assert again.holder.details.isVisible()
    assert (again.holder.details.item, again.holder.details.part) == (partner, part)
