"""Draw every page and dialog in every language, to be looked at.

`make screenshots` fills build/screenshots/<language>-<look>/: light, dark and large as on a school
laptop, narrow as in half of it, and wide as on a desk. `--pictures` makes the pictures of the
README instead. Both drive the real window, without a display if need be.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from datetime import UTC, datetime

from msgspec.structs import replace
from studio import (
    ROOT,  # first, for it puts the checkout on the path
    Studio,  # first, for it puts the checkout on the path
    studio,  # first, for it puts the checkout on the path
)

# isort: split
import picture
import reviewers
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton

from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import TargetBusy
from erasmus_desk.export import export
from erasmus_desk.packs.added_calls import Effect
from erasmus_desk.paths import find_resources
from erasmus_desk.storage import clock, drafts
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.locks import LockHolder
from erasmus_desk.storage.partner_book import PartnerBook
from erasmus_desk.storage.settings import Settings, ThemeMode
from ui.app import create_application
from ui.controllers.file_changes import MINE
from ui.controllers.locks import describe_lock
from ui.controllers.long_work import LongWork
from ui.dialogs.about import AboutDialog, ShortcutsDialog
from ui.dialogs.add_call import AddCallDialog
from ui.dialogs.compare import ComparedAnswer, CompareDialog
from ui.dialogs.partner_book import PartnerBookDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.search_panel import SearchPanel
from ui.main_window.carry_choice import CarryChoicePage
from ui.pages.activities.page import ActivitiesPage
from ui.pages.export.page import ExportPage
from ui.pages.export.pages_pane import PagesPane
from ui.pages.export.preview_page import PreviewPage
from ui.pages.items.page import ListPage
from ui.theme.languages import list_languages
from ui.widgets.choice_card import ChoiceCard
from ui.wizard.kind_pages import KindPage
from ui.wizard.page import WizardPage
from ui.wizard.summary_page import SummaryPage
from ui.wizard.wizard import NewProposalWizard

README = QSize(1200, 700)
TARGET = ROOT / "build" / "screenshots"
CALL = "ka2-2017"
"""The call that the pictures show."""
KIND = {"nl": 1}
"""Place of the card of the kind that the guided start chooses, where it is not the first."""
LAPTOP, HALF, DESK = QSize(1366, 768), QSize(683, 768), QSize(1920, 1080)
LOOKS = {
    "light": (ThemeMode.LIGHT, 100, LAPTOP),
    "dark": (ThemeMode.DARK, 100, LAPTOP),
    "contrast": (ThemeMode.CONTRAST, 100, LAPTOP),
    "large": (ThemeMode.LIGHT, 200, LAPTOP),
    "narrow": (ThemeMode.LIGHT, 100, HALF),
    "wide": (ThemeMode.LIGHT, 100, DESK),
}
"""Colours, size of the text in percent, and size of the window."""
LUMP_SUMS = {"the-empty-chair.erasmus": "packages"}
DUTCH = {"schaduwkaart.erasmus": "small"}
"""The examples of calls with lump sums, with the beginning of the names of their pictures."""
TEXT = "Forty pupils from four schools build and describe low-cost learning robots. " * 4


def main() -> int:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", action="store_true", help="the pictures of the README")
    parser.add_argument("sets", nargs="*", help="only these folders: en-light nl-narrow ...")
    asked = parser.parse_args()
    app = create_application()
    if asked.pictures:
        chosen = Settings(language="en", theme=ThemeMode.LIGHT)
        with studio(app, chosen, TARGET / "readme", README) as one:
            pictures(one)
        return 0
    if not asked.sets:
        shutil.rmtree(TARGET, ignore_errors=True)
    for language in list_languages(find_resources()):
        for look, (scheme, text_scale, size) in LOOKS.items():
            if asked.sets and f"{language}-{look}" not in asked.sets:
                continue
            chosen = Settings(language=language, theme=scheme, text_scale=text_scale)
            with studio(app, chosen, TARGET / f"{language}-{look}", size) as one:
                everything(one)
    print(f"Drawn into {TARGET.relative_to(ROOT)}.")
    return 0


def everything(one: Studio) -> None:
    """Draw all there is."""
    one.shot("home-empty")
    start(one)
    steps(one)
    review_import(one)
    notices(one)
    dialogs(one)
    three_drafts(one)
    hidden_answers(one)
    lump_sums(one)


def start(one: Studio) -> None:
    """Draw each page of the wizard, then answered if it has cards."""
    one.controller.new_proposal()
    wizard = one.controller.window.findChild(NewProposalWizard)
    if wizard is None:
        raise SystemExit("The wizard did not open.")
    cards = wizard.current_page().findChildren(ChoiceCard)
    next(card for card in cards if card.choice.startswith(f"{CALL}:")).button.click()
    while True:
        page = wizard.current_page()
        name = type(page).__name__.removeprefix("Wizard").removesuffix("Page").lower()
        one.shot(f"start-{name}")
        if isinstance(page, KindPage):
            page.show_help()
            one.shot("start-help-me-choose")
            page.show_types()
        if isinstance(page, SummaryPage):
            break
        wizard.show_next()
        if wizard.current_page() is page:
            one.shot(f"start-{name}-obstacle")
        answer(one, name, page)
        if wizard.current_page() is page:
            one.shot(f"start-{name}-answered")
            wizard.show_next()
    one.controller.home.show_about_call()
    one.shot("about-call")
    one.controller.show_home()


def answer(one: Studio, name: str, page: WizardPage) -> None:
    """Choose a card, if the page has cards, and unfold what is folded."""
    cards = page.findChildren(ChoiceCard)
    if cards and name not in {"path", "call"}:
        wanted = {"kind": KIND.get(one.chosen.language, 0)}
        cards[wanted.get(name, 0)].button.click()
    for fold in [one for one in page.findChildren(QPushButton) if one.isCheckable()][:1]:
        fold.click()


def steps(one: Studio) -> None:
    """Draw every step of the program, the review with a finding chosen, and the search."""
    one.controller.open_example(one.example)
    editor = one.editor()
    editor.check_runner.run_now()
    for step in editor.steps():
        editor.show_step(step)
        page = editor.current_page()
        if isinstance(page, ExportPage):
            lay_out_pages(one, page)
        one.shot(f"desk-{step.removeprefix('form:')}")
        if isinstance(page, ListPage):
            organisation(one, page)
        elif isinstance(page, ActivitiesPage):
            activities(one, page)
    one.controller.draft_controllers.export.show_preview()
    page = editor.current_page()
    if isinstance(page, PreviewPage):
        page.finish_layout()  # laid out to the end, instead of bit by bit
    one.shot("desk-preview")
    editor.show_key(Key("des.rationale"))
    one.shot("desk-guidance")
    one.controller.draft_controllers.focus_mode.toggle()
    one.shot("desk-focus")
    one.controller.draft_controllers.focus_mode.toggle()
    one.controller.draft_controllers.search.show(can_replace=True)
    for panel in editor.findChildren(SearchPanel):
        panel.line.setText("school")
    one.shot("desk-search")
    one.controller.draft_controllers.search.close()
    editor.columns.toggle_guidance()
    one.shot("desk-no-guidance")
    editor.columns.toggle_guidance()


def lay_out_pages(one: Studio, page: ExportPage) -> None:
    """Lay out the pages beside the choices of a Word file to the end."""
    one.settle()
    for pane in page.findChildren(PagesPane):
        pane.request()
        for work in one.controller.window.findChildren(LongWork):
            work.complete()
        pane.work.complete()


def organisation(one: Studio, page: ListPage) -> None:
    """Draw the form below a row, and the question which column is what."""
    page.holder.unfold(page.holder.model.items[1])
    one.shot("desk-organisation")
    page.holder.fold()
    page.choose("")
    QApplication.clipboard().setText("Scuola Esempio\tBologna\tIT\nŠkola Duga\tSplit\tHR\n")
    page.paste_area.paste()
    one.shot("desk-paste-rows")
    if page.paste_area.panel is not None:
        page.paste_area.panel.cancelled.emit()


def activities(one: Studio, page: ActivitiesPage) -> None:
    """Draw the kinds that can be added, and an activity of each with its travellers."""
    page.list_view.show_menu()
    one.shot("desk-add-activity")
    page.list_view.menu.close_list()
    for row in {row.list_id: row for row in page.list_view.model.rows}.values():
        page.open_activity(row.key)
        one.shot(f"desk-activity-{row.list_id}")
    page.close_editor()


def review_import(one: Studio) -> None:
    """Draw what two reviewers send back, and what is kept of it."""
    editor = one.editor()
    session = editor.session
    library, resources = one.controller.draft_manager.library, one.places.resources
    made = export.render_word(session.draft, library, resources, reviewers.build_request())
    one.controller.draft_controllers.review_import.import_files(
        reviewers.write_reviewed_files(editor, made, one.places.local)
    )
    one.controller.draft_controllers.review_import.work.complete()
    one.shot("desk-review-import")
    editor.close_review_import()
    reviewers.add_feedback(editor)
    one.shot("desk-feedback-full")
    editor.show_key(reviewers.SUMMARY)
    one.shot("desk-comments")


def notices(one: Studio) -> None:
    """Draw what the window says when something is amiss."""
    window = one.controller.window
    window.show_error(TargetBusy("busy", path="robots.erasmus"))
    one.shot("notice-error")
    since = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
    window.notify(
        "holder", describe_lock(LockHolder("school-pc-7", "els", since, 1), window.language)
    )
    one.shot("notice-holder")
    window.notifications.clear()
    opened = window.opened
    if opened is None:
        raise SystemExit("The proposal is not open.")
    opened.autosave.save()
    path, title = opened.session.path, Key(opened.session.pack.role("title"))
    theirs = drafts.read(path)
    draft = theirs.draft.apply(theirs.draft.change(title, "Robots for all schools"))
    drafts.save(draft, path, theirs.digest)
    opened.session.edit(title, "Robots for everybody")
    opened.autosave.save()  # finds that somebody else saved meanwhile, and the window says so
    one.shot("notice-conflict")
    buttons = {button.objectName(): button for button in window.findChildren(QPushButton)}
    buttons[MINE].click()
    window.notifications.clear()


def dialogs(one: Studio) -> None:
    """Draw every dialog."""
    session = one.editor().session
    book = PartnerBook()
    for item in session.draft.items(session.pack.role("organisations")):
        book = book.remember(session.draft, session.pack, item)
    rows = (
        ComparedAnswer("Title", "Robots for all", "Robots for all schools"),
        ComparedAnswer("Summary", TEXT, TEXT.replace("low-cost", "open") + "And a new end."),
    )
    window = one.controller.window
    one.dialog("dialog-about", AboutDialog(window, "0.1.0"))
    pack, texts = session.pack, session.texts
    one.dialog("dialog-add-call", AddCallDialog(window, pack, texts, Effect.NEW, "call.zip"))
    one.dialog("dialog-book", PartnerBookDialog(window, book, one.chosen.language))
    one.dialog("dialog-book-empty", PartnerBookDialog(window, PartnerBook(), one.chosen.language))
    compare = CompareDialog(
        window,
        "Newer than the saved file",
        "Left: the saved file. Right: as typed.",
        rows,
        ("Recover newer answers", "Keep the saved file"),
    )
    one.dialog("dialog-compare", compare)
    one.dialog("dialog-keys", ShortcutsDialog(window, one.controller.menus.shortcuts()))
    one.dialog(
        "dialog-preferences",
        PreferencesDialog(window, one.chosen, list_languages(find_resources())),
    )


def hidden_answers(one: Studio) -> None:
    """Switch the kind, so that answers are parked, and check what is missing now."""
    one.controller.open_example(one.example)
    editor = one.editor()
    session = editor.session
    role = Key(session.pack.role("kind"))
    now = session.value(role)
    session.edit(role, next(kind.id for kind in session.pack.kinds if kind.id != now))
    session.edit(Key(session.pack.role("main_priority")), None)
    editor.check_runner.run_now()
    editor.show_step("hidden")
    one.shot("desk-hidden")
    editor.show_checks()
    one.shot("desk-findings")


def lump_sums(one: Studio) -> None:
    """Draw the pages of a call with lump sums, and a proposal that is carried to it."""
    shown = LUMP_SUMS | (DUTCH if one.chosen.language == "nl" else {})
    for example, name in shown.items():
        one.controller.open_example(one.places.examples / example)
        editor = one.editor()
        editor.check_runner.run_now()
        for step in ("overview", "activities", "timeline", "form:budget", "copy-desk"):
            editor.show_step(step)
            one.shot(f"{name}-{step.removeprefix('form:')}")
            page = editor.current_page()
            if isinstance(page, ActivitiesPage):
                page.open_activity(page.list_view.model.rows[0].key)
                one.shot(f"{name}-activity")
                page.close_editor()
    one.controller.open_example(one.example)
    one.controller.draft_controllers.carry.show_calls()
    one.shot("carry-calls")
    choice = one.controller.window.stack.currentWidget()
    if not isinstance(choice, CarryChoicePage):
        raise SystemExit("The calls to carry to are not shown.")
    choice.rows[0].click()
    one.shot("desk-carried")


def three_drafts(one: Studio) -> None:
    """Draw the home page with drafts of three stages, and with a rescue waiting."""
    pack = one.controller.draft_manager.library.load_pack("ka2-2017")
    one.controller.draft_manager.create(create_draft(pack, {}, clock.now()), "")
    example = drafts.read(one.example).draft
    half = dict(list(example.answers.items())[: len(example.answers) // 2])
    title = Key(pack.role("title"))
    half[title] = "Green skills on the school roof"
    going = one.controller.draft_manager.create(
        replace(drafts.duplicate(example), answers=half), "Green skills"
    )
    one.controller.show_home()
    one.shot("home-three-drafts")
    one.controller.shut_down()
    journal = Journal(one.places.journal)
    opened = drafts.read(going)
    run = journal.begin_run(opened.draft, going, opened.digest)
    journal.append(run, (Change(title, half[title], "Greener skills on the school roof"),))
    journal.close()
    one.again()
    one.shot("home-rescue")


def pictures(one: Studio) -> None:
    """Draw the desk for the README, and pages of the Word file for it and its decision."""
    one.controller.open_example(one.example)
    one.editor().show_key(Key("des.rationale"))
    one.settle()
    picture.save_small(
        one.controller.window.grab().toImage(), ROOT / "docs" / "pictures" / "desk.png"
    )
    for name, pages in (("word", (2, 17)), ("word-plan", (5, 35))):
        picture.word_pages(one.example, ROOT / "docs" / "pictures" / f"{name}.png", pages=pages)


if __name__ == "__main__":
    sys.exit(main())
