"""The checks run while typing rests, and never on an outdated draft."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.checks import runner
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import hidden_answers, visible_questions
from erasmus_desk.progress import compute_progress
from tests.ui.editors import EXAMPLES, open_session
from ui.session import check_runner
from ui.session.check_runner import CheckRunner
from ui.session.session import Session

TITLE = Key("prj.title")
QUICK = 20


def run_checks_of(qtbot: QtBot, session: Session) -> CheckRunner:
    checks = CheckRunner(session, QUICK)
    qtbot.waitUntil(lambda: checks.has_checked)
    return checks


def test_the_checks_run_after_opening_in_turns_of_the_event_loop(
    qtbot: QtBot, qapp: QApplication
) -> None:
    session = open_session(EXAMPLES[0])
    session.edit(TITLE, "")
    checks = CheckRunner(session, QUICK)
    assert not checks.has_checked
    assert checks.findings == ()
    assert len(checks.progress.steps) == len(compute_progress(session.draft, session.pack).steps)
    turns = 0
    while not checks.has_checked:
        qapp.processEvents()
        turns += 1
    assert turns >= len(runner.CHECKS)
    assert checks.findings == runner.run_checks(session.draft, session.pack)


def test_the_questions_are_looked_at_in_turns_too(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(EXAMPLES[0])
    monkeypatch.setattr(check_runner, "QUESTIONS_AT_ONCE", 10)
    checks = CheckRunner(session, QUICK)
    turns = 0
    while not checks.has_checked:
        qapp.processEvents()
        turns += 1
    visible = visible_questions(session.draft, session.pack)
    assert turns >= len(visible) // 10 + len(runner.CHECKS)
    assert checks.visible == visible


def test_checks_in_parts_find_what_checks_at_once_find(qtbot: QtBot, qapp: QApplication) -> None:
    session = open_session(EXAMPLES[0])
    session.edit(Key(session.pack.role("kind")), "innovation")
    checks = run_checks_of(qtbot, session)
    findings = runner.run_checks(session.draft, session.pack)
    assert checks.findings == findings
    assert checks.progress == compute_progress(session.draft, session.pack, findings)
    assert checks.hidden_answers == hidden_answers(session.draft, session.pack)
    assert checks.hidden_answers


def test_a_change_meanwhile_ends_the_run_and_the_next_run_sees_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    session = open_session(EXAMPLES[0])
    checks = run_checks_of(qtbot, session)
    reported: list[bool] = []
    checks.finished.connect(lambda: reported.append(any(f.key == TITLE for f in checks.findings)))
    session.edit(TITLE, "A")
    qtbot.wait(QUICK * 2)
    session.edit(TITLE, "")
    qtbot.waitUntil(lambda: reported != [] and reported[-1])
    assert checks.findings == runner.run_checks(session.draft, session.pack)


def test_run_now_has_the_findings_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    session = open_session(EXAMPLES[0])
    checks = CheckRunner(session, QUICK)
    session.edit(TITLE, "")
    checks.run_now()
    assert checks.has_checked
    assert checks.findings == runner.run_checks(session.draft, session.pack)


def test_visible_questions_passed_in_give_the_same_result(qtbot: QtBot, qapp: QApplication) -> None:
    session = open_session(EXAMPLES[0])
    visible = visible_questions(session.draft, session.pack)
    assert compute_progress(session.draft, session.pack, visible=visible) == compute_progress(
        session.draft, session.pack
    )
    assert hidden_answers(session.draft, session.pack, visible) == hidden_answers(
        session.draft, session.pack
    )


def test_run_now_runs_again_only_after_a_change(qtbot: QtBot, qapp: QApplication) -> None:
    session = open_session(EXAMPLES[0])
    checks = run_checks_of(qtbot, session)
    runs: list[None] = []
    checks.finished.connect(lambda: runs.append(None))
    checks.run_now()
    assert not runs
    session.spelling.recount.emit()
    checks.run_now()
    session.edit(TITLE, "")
    checks.run_now()
    assert len(runs) == 2
    assert checks.findings == runner.run_checks(session.draft, session.pack)
