"""The checks run between the keys, and never on a draft that is another one by now."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.checks import runner
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import asked, parked
from erasmus_desk.progress import flow
from tests.ui.editors import EXAMPLES, session_of
from ui.session.check_runner import Watch
from ui.session.session import Session

TITLE = Key("prj.title")
QUICK = 20


def rested(qtbot: QtBot, session: Session) -> Watch:
    watch = Watch(session, QUICK)
    qtbot.waitUntil(lambda: watch.has_checked)
    return watch


def test_the_checks_follow_the_opening_in_turns_of_their_own(
    qtbot: QtBot, qapp: QApplication
) -> None:
    session = session_of(EXAMPLES[0])
    session.edit(TITLE, "")
    watch = Watch(session, QUICK)
    assert not watch.has_checked
    assert watch.findings == ()
    assert len(watch.flow.steps) == len(flow(session.draft, session.pack).steps)
    turns = 0
    while not watch.has_checked:
        qapp.processEvents()
        turns += 1
    assert turns >= len(runner.CHECKS)
    assert watch.findings == runner.run(session.draft, session.pack)


def test_found_in_parts_is_what_is_found_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    session = session_of(EXAMPLES[0])
    session.edit(Key(session.pack.role("kind")), "innovation")
    watch = rested(qtbot, session)
    findings = runner.run(session.draft, session.pack)
    assert watch.findings == findings
    assert watch.flow == flow(session.draft, session.pack, findings)
    assert watch.parked == parked(session.draft, session.pack)
    assert watch.parked


def test_a_key_pressed_meanwhile_ends_the_round_and_the_next_one_sees_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    session = session_of(EXAMPLES[0])
    watch = rested(qtbot, session)
    told: list[bool] = []
    watch.renewed.connect(lambda: told.append(any(f.key == TITLE for f in watch.findings)))
    session.edit(TITLE, "A")
    qtbot.wait(QUICK * 2)
    session.edit(TITLE, "")
    qtbot.waitUntil(lambda: told != [] and told[-1])
    assert watch.findings == runner.run(session.draft, session.pack)


def test_to_renew_is_to_know_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    session = session_of(EXAMPLES[0])
    watch = Watch(session, QUICK)
    session.edit(TITLE, "")
    watch.renew()
    assert watch.has_checked
    assert watch.findings == runner.run(session.draft, session.pack)


def test_what_the_form_asks_need_not_be_gone_through_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    session = session_of(EXAMPLES[0])
    walk = asked(session.draft, session.pack)
    assert flow(session.draft, session.pack, walk=walk) == flow(session.draft, session.pack)
    assert parked(session.draft, session.pack, walk) == parked(session.draft, session.pack)
