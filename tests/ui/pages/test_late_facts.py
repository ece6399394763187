"""What comes with the checks finds its room kept: nothing on a page moves when they end."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n.messages import Messages, load_messages
from tests.ui.editors import EXAMPLES, apply_test_theme, open_session
from tests.ui.keyboard import process_events
from ui.pages.activities.list_model import STATE
from ui.pages.activities.page import ActivitiesPage
from ui.pages.overview.page import OverviewPage
from ui.session.check_runner import CheckRunner
from ui.session.session import Session

EXAMPLE = EXAMPLES[-1]
WIDTHS = (1113, 573)
"""Of a page in the window of a school laptop, and in half of it."""


def settle() -> None:
    """Let everything find its place: a change of height climbs a layout in each round."""
    for _ in range(15):
        process_events()


class LateChecks(CheckRunner):
    """The checks of a slow computer: they have not begun when the page is shown."""

    def _start(self) -> None:
        self._stop()


@pytest.fixture(scope="module")
def messages() -> Messages:
    return load_messages(paths.find_paths().resources / "sentences", "en")


@pytest.fixture
def session() -> Session:
    """The example, with an activity that is wrong and one with a gap."""
    session = open_session(EXAMPLE)
    outputs, meetings = session.draft.items("outputs"), session.draft.items("meetings")
    session.edit(Key("io.start", outputs[0]), session.value(Key("io.end", outputs[-1])))
    session.edit(Key("io.media", outputs[1]), None)
    session.edit(Key("tpm.city", meetings[0]), None)
    return session


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text_scale", [100, 200])
def test_rows_of_activities_keep_their_heights_when_the_states_come(
    qapp: QApplication,
    qtbot: QtBot,
    session: Session,
    messages: Messages,
    width: int,
    text_scale: int,
) -> None:
    checks = LateChecks(session)
    page = ActivitiesPage(session, checks, messages, apply_test_theme(qapp, text_scale=text_scale))
    qtbot.addWidget(page)
    page.resize(width, 650)
    page.show()
    page.refresh()
    settle()
    table = page.list_view.table

    def measure() -> list[int]:
        rows, columns = range(table.proxy.rowCount()), range(table.proxy.columnCount())
        heights = [table.rowHeight(row) for row in rows]
        return [table.height(), *heights, *map(table.columnWidth, columns)]

    def states() -> set[str]:
        rows = range(table.proxy.rowCount())
        return {str(table.proxy.index(row, STATE).data()) for row in rows}

    before = measure()
    assert states() == {""}
    checks.run_now()
    settle()
    assert states() >= {"complete", "1 to fix", "1 to answer"}
    assert measure() == before


@pytest.mark.parametrize("width", WIDTHS)
def test_tiles_of_the_overview_keep_their_places_when_the_grant_comes(
    qapp: QApplication, qtbot: QtBot, session: Session, messages: Messages, width: int
) -> None:
    checks = LateChecks(session)
    page = OverviewPage(session, checks, messages, apply_test_theme(qapp))
    qtbot.addWidget(page)
    page.resize(width, 650)
    page.show()
    page.refresh()
    settle()
    tiles = page.tiles

    def measure() -> list[tuple[int, int, int, int]]:
        return [(one.x(), one.y(), one.width(), one.height()) for one in (tiles, *tiles.tiles)]

    before = measure()
    assert tiles.grant.figure_label.text() == "…"
    checks.run_now()
    settle()
    assert tiles.grant.figure_label.text() != "…"
    assert measure() == before
