"""Draw every page, screen and dialog, in both languages and both schemes, to be looked at.

`make screenshots` fills build/screenshots/<language>-<scheme>/. `--pictures` makes the two
pictures of the README instead. Both drive the real window, without a display if need be.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from dataclasses import replace
from datetime import UTC, datetime

from studio import (
    ROOT,  # first, for it puts the checkout on the path
    Studio,  # first, for it puts the checkout on the path
    studio,  # first, for it puts the checkout on the path
)

# isort: split
import picture
import reviewers
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from erasmus_desk.draft.create import begin
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.errors import TargetBusy
from erasmus_desk.export import export
from erasmus_desk.storage import drafts
from erasmus_desk.storage.journal import Journal
from erasmus_desk.storage.locks import Holder
from erasmus_desk.storage.partner_book import PartnerBook
from erasmus_desk.storage.settings import Settings, Theme
from ui.app import application
from ui.controllers.application import LANGUAGES
from ui.dialogs.about import AboutDialog
from ui.dialogs.compare import Compare, Compared
from ui.dialogs.partner_book import PartnerBookDialog
from ui.dialogs.preferences import Preferences
from ui.dialogs.search_panel import SearchPanel
from ui.dialogs.shortcuts import KeysDialog
from ui.main_window.notice_bar import holder_notice
from ui.pages.checks_page import ReviewPage
from ui.pages.export.preview_page import PreviewPage
from ui.wizard.final_pages import SummaryScreen
from ui.wizard.page import ChoiceCard, Screen
from ui.wizard.wizard import StartWizard

README = QSize(1200, 700)
TARGET = ROOT / "build" / "screenshots"
KIND = {"en": 0, "nl": 1}
"""Place of the card of the kind that the guided start chooses."""
SCHEMES = (Theme.LIGHT, Theme.DARK)
LARGE = 200
TEXT = "Forty pupils from four schools build and describe low-cost learning robots. " * 4


def main() -> int:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", action="store_true", help="the pictures of the README")
    asked = parser.parse_args()
    app = application()
    if asked.pictures:
        with studio(app, Settings(language="en", theme=Theme.LIGHT), TARGET / "readme") as one:
            pictures(one)
        return 0
    shutil.rmtree(TARGET, ignore_errors=True)
    for language in LANGUAGES:
        for scheme in SCHEMES:
            chosen = Settings(language=language, theme=scheme)
            with studio(app, chosen, TARGET / f"{language}-{scheme.value}") as one:
                everything(one)
        large = Settings(language=language, theme=Theme.LIGHT, text_scale=LARGE)
        with studio(app, large, TARGET / f"{language}-large") as one:
            some(one)
    print(f"Drawn into {TARGET.relative_to(ROOT)}.")
    return 0


def everything(one: Studio) -> None:
    """Draw all there is."""
    one.shot("home-empty")
    start(one)
    steps(one)
    notices(one)
    dialogs(one)
    three_drafts(one)
    parked(one)


def some(one: Studio) -> None:
    """Draw the pages that large type is hardest on."""
    one.shot("home-empty")
    start(one)
    steps(one)
    dialogs(one)
    three_drafts(one)


def start(one: Studio) -> None:
    """Draw each screen of the guided start, then answered if it has cards."""
    one.office.new()
    wizard = one.office.window.findChild(StartWizard)
    if wizard is None:
        raise SystemExit("The guided start did not open.")
    while True:
        screen = wizard.screen_shown()
        name = type(screen).__name__.removesuffix("Screen").lower()
        one.shot(f"start-{name}")
        if isinstance(screen, SummaryScreen):
            break
        wizard.show_next()
        if wizard.screen_shown() is screen:
            one.shot(f"start-{name}-obstacle")
        answer(one, name, screen)
        if wizard.screen_shown() is screen:
            one.shot(f"start-{name}-answered")
            wizard.show_next()
    one.office.show_home()


def answer(one: Studio, name: str, screen: Screen) -> None:
    """Choose a card, if the screen has cards, and unfold what is folded."""
    cards = screen.findChildren(ChoiceCard)
    if cards:
        wanted = {"path": 1, "kind": KIND[one.chosen.language]}
        cards[wanted.get(name, 0)].button.click()
    for fold in [one for one in screen.findChildren(QPushButton) if one.isCheckable()][:1]:
        fold.click()


def steps(one: Studio) -> None:
    """Draw every step of the desk, the review with a finding chosen, and the search."""
    one.office.open_example(one.example)
    desk = one.desk()
    for step in desk.steps():
        desk.show_step(step)
        one.shot(f"desk-{step.removeprefix('form:')}")
    one.office.press.show_preview()
    page = desk.page_widget()
    if isinstance(page, PreviewPage):
        page.paper()  # laid out to the end, instead of bit by bit
    one.shot("desk-preview")
    desk.show_key(Key("des.rationale"))
    one.shot("desk-guidance")
    one.office.work.find()
    for panel in desk.findChildren(SearchPanel):
        panel.line.setText("school")
    one.shot("desk-search")
    one.office.work.close_search()
    desk.toggle_guidance()
    one.shot("desk-no-guidance")
    desk.toggle_guidance()
    home_again(one)


def home_again(one: Studio) -> None:
    """Draw what two reviewers send back, and what is kept of it."""
    desk = one.desk()
    session = desk.session
    library, resources = one.office.keeper.library, one.places.resources
    made = export.made(session.draft, library, resources, reviewers.wish())
    one.office.bringing.bring(reviewers.returned(desk, made, one.places.local))
    one.office.bringing.wait()
    one.shot("desk-coming-home")
    desk.close_coming()
    reviewers.feedback(desk)
    one.shot("desk-feedback-full")
    desk.show_key(reviewers.SUMMARY)
    one.shot("desk-comments")


def notices(one: Studio) -> None:
    """Draw what the window says when something is amiss."""
    window = one.office.window
    window.tell(TargetBusy("busy", path="robots.erasmus"))
    one.shot("notice-error")
    since = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
    window.notices.show_notice(holder_notice(Holder("school-pc-7", "els", since, 1)))
    one.shot("notice-holder")
    one.office.reception.rescues.tell_conflict()
    one.shot("notice-conflict")
    window.notices.clear()


def dialogs(one: Studio) -> None:
    """Draw every dialog."""
    session = one.desk().session
    book = PartnerBook()
    for item in session.draft.items(session.pack.role("organisations")):
        book = book.remember(session.draft, session.pack, item)
    rows = (
        Compared("Title", "Robots for all", "Robots for all schools"),
        Compared("Summary", TEXT, TEXT.replace("low-cost", "open") + "And a new end."),
    )
    window = one.office.window
    one.dialog("dialog-about", AboutDialog(window, "0.1.0"))
    one.dialog("dialog-book", PartnerBookDialog(window, book, one.chosen.language))
    one.dialog("dialog-book-empty", PartnerBookDialog(window, PartnerBook(), one.chosen.language))
    compare = Compare(window, "Newer than the file", "Left: the file. Right: as typed.", rows)
    compare.offer("Take them over", "Leave them")
    one.dialog("dialog-compare", compare)
    one.dialog("dialog-keys", KeysDialog(window, one.office.menus.shortcuts()))
    one.dialog("dialog-preferences", Preferences(window, one.chosen, LANGUAGES))


def parked(one: Studio) -> None:
    """Switch the kind, so that answers are parked, and check what is missing now."""
    one.office.open_example(one.example)
    desk = one.desk()
    session = desk.session
    role = Key(session.pack.role("kind"))
    now = session.value(role)
    session.edit(role, next(kind.id for kind in session.pack.kinds if kind.id != now))
    session.edit(Key(session.pack.role("main_priority")), None)
    desk.watch.renew()
    desk.show_step("parked")
    one.shot("desk-parked")
    desk.check()
    one.shot("desk-findings")
    page = desk.page_widget()
    if isinstance(page, ReviewPage):
        page.tree.setCurrentItem(page.tree.topLevelItem(0).child(0))
    one.shot("desk-finding-chosen")


def three_drafts(one: Studio) -> None:
    """Draw the home page with drafts of three stages, and with a rescue waiting."""
    pack = one.office.keeper.library.pack("ka2-2017")
    one.office.keeper.create(begin(pack, {}, drafts.now()), "")
    example = drafts.read(one.example).draft
    half = dict(list(example.answers.items())[: len(example.answers) // 2])
    title = Key(pack.role("title"))
    half[title] = "Green skills on the school roof"
    going = one.office.keeper.create(
        replace(drafts.duplicate(example), answers=half), "Green skills"
    )
    one.office.show_home()
    one.shot("home-three-drafts")
    one.office.end()
    journal = Journal.open(one.places.journal)
    opened = drafts.read(going)
    run = journal.begin(opened.draft, going, opened.digest)
    journal.append(run, (Change(title, half[title], "Greener skills on the school roof"),))
    journal.close()
    one.again()
    one.shot("home-rescue")


def pictures(one: Studio) -> None:
    """Draw the desk and two pages of the Word file for the README."""
    one.office.open_example(one.example)
    one.office.window.resize(README)
    one.settle()
    one.desk().show_key(Key("des.rationale"))
    one.settle()
    picture.save_small(one.office.window.grab().toImage(), ROOT / "docs" / "pictures" / "desk.png")
    picture.word_pages(one.example, ROOT / "docs" / "pictures" / "word.png", pages=(1, 9))


if __name__ == "__main__":
    sys.exit(main())
