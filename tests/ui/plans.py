"""A session with activities, built through the session as a user does."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk.draft import create
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import messages
from erasmus_desk.storage import clock
from tests.ui.editors import RESOURCES, apply_test_theme, library
from ui.main_window.editor import Editor
from ui.session.check_runner import CheckRunner
from ui.session.session import Session

CALL: Final = "ka2-2017"
START: Final = date(2017, 9, 1)
SCHOOLS: Final = (
    ("Technisch Instituut Zonneveld", "BE", "Lommel"),
    ("Escola do Rio Claro", "PT", "Porto"),
    ("Liceul Pădurea Verde", "RO", "Cluj-Napoca"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A session, and the ids of what was put into it."""

    session: Session
    schools: tuple[str, ...]
    outputs: tuple[str, ...]
    meeting: str
    activity: str
    groups: tuple[str, ...]


def build_plan(kind: str = "innovation", language: str = "en") -> Plan:
    """Begin a proposal with three schools, two outputs, one meeting and one activity."""
    known = library()
    pack = known.load_pack(CALL)
    choices = {"kind": kind, "field": "vet", "language": "en", "title": "Steady hands"}
    draft = create.create_draft(pack, choices, clock.now())
    session = Session(draft, pack, known.load_texts(CALL, language), Path("plan.erasmus"))
    session.edit(Key(pack.role("start")), START)
    session.edit(Key(pack.role("months")), 24)
    for question in ("io.yesno", "me.yesno", "ltt.yesno"):
        session.edit(Key(question), True)
    schools = _schools(session)
    outputs = tuple(
        session.add_item(
            "outputs",
            values={
                "io.title": title,
                "io.start": START + timedelta(days=30 * place),
                "io.end": START + timedelta(days=30 * place + 99),
                "io.leader": schools[place],
            },
        )
        for place, title in enumerate(("Course for machine setters", "Handbook"))
    )
    meeting = session.add_item(
        "meetings",
        values={
            "tpm.title": "First meeting",
            "tpm.start": date(2017, 10, 9),
            "tpm.end": date(2017, 10, 11),
            "tpm.host": schools[1],
            "tpm.country": "PT",
            "tpm.city": "Porto",
        },
    )
    for school in schools:
        row = {"trv.organisation": school, "trv.persons": 2}
        session.add_item("meeting_travel", meeting, row)
    activity = session.add_item("activities", values={"ltt.title": "Pupils in the kitchen"})
    groups = tuple(
        session.add_item(
            "activity_groups", activity, {"grp.organisation": school, "grp.persons": 4}
        )
        for school in schools
    )
    session.undo_stack.clear()
    return Plan(session, schools, outputs, meeting, activity, groups)


def _schools(session: Session) -> tuple[str, ...]:
    pack = session.pack
    listed = pack.role("organisations")
    while len(session.draft.items(listed)) < len(SCHOOLS):
        session.add_item(listed)
    items = session.draft.items(listed)
    for item, (name, country, city) in zip(items, SCHOOLS, strict=True):
        session.edit(Key(pack.role("organisation_name"), item), name)
        session.edit(Key(pack.role("organisation_country"), item), country)
        session.edit(Key(pack.role("organisation_city"), item), city)
    return items


@contextmanager
def editor_of(plan: Plan, qtbot: QtBot, app: QApplication) -> Generator[Editor]:
    """Show the editor of a plan; it is deleted afterwards."""
    theme = apply_test_theme(app)
    session = plan.session
    texts = messages.load_messages(RESOURCES / "sentences", "en")
    editor = Editor(session, CheckRunner(session, rest=1), texts, theme)
    editor.resize(1366, 768)
    with qtbot.waitActive(editor):
        editor.show()
    yield editor
    editor.close()
    editor.deleteLater()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
