"""Any list of a call has the page, in any language, type size and width."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from erasmus_desk.call.library import Library
from erasmus_desk.draft.create import create_draft
from tests.ui.editors import EXAMPLES, LANGUAGES, apply_test_theme, open_session
from tests.ui.keyboard import process_events
from ui.pages.items.details import ItemDetails
from ui.pages.items.page import ListPage
from ui.session.session import Session

PACKS = Path(__file__).parents[3] / "packs" / "valid"
LAST = "organisations"


def show(qtbot: QtBot, qapp: QApplication, session: Session, width: int, scale: int) -> ListPage:
    theme = apply_test_theme(qapp, text_scale=scale)
    section = next(one for one in session.form.sections if one.layout == "list")
    page = ListPage(section, session, theme)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    page.refresh()
    process_events()
    return page


def find_cut_texts(details: ItemDetails) -> Iterator[str]:
    """Yield the texts of labels that are higher than their label, or have a wider word."""
    for label in details.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        metrics = QFontMetrics(label.font())
        widest = max(map(metrics.horizontalAdvance, label.text().split()))
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        if label.width() < widest or label.height() < needed:
            yield label.text()


def test_a_list_without_columns_or_parts_is_typed_in_by_its_names_and_groups(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    library = Library((PACKS,))
    pack = library.load_pack("lump-sums")
    draft = create_draft(pack, {}, datetime.now(UTC))
    session = Session(draft, pack, library.load_texts(pack.id, "en"), tmp_path / "a.erasmus")
    page = show(qtbot, qapp, session, 900, 100)
    for name in ("Ana", "Rui"):
        page.table.cells.begun.emit(name)
    page.refresh()
    first, second, _ = session.draft.items("members")
    model = page.holder.model
    assert [model.text(model.index(row, 0)) for row in range(3)] == ["", "Ana", "Rui"]
    details = page.holder.unfold(first)
    assert details.form is not None
    assert not details.form.widgets.tables["member.helpers"].isHidden()
    page.holder.fold()
    details = page.holder.unfold(second)
    assert details.form is not None
    assert "member.helpers" not in details.form.widgets.tables


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [550, 1078, 1600])
@pytest.mark.share
def test_no_word_of_an_open_part_is_cut(
    qtbot: QtBot, qapp: QApplication, width: int, scale: int, language: str
) -> None:
    session = open_session(EXAMPLES[-1], language)
    page = show(qtbot, qapp, session, width, scale)
    item = session.draft.items(LAST)[1]
    details = page.holder.unfold(item)
    for part in session.form.lists[LAST].parts:
        details.open_part(part.id)
        qtbot.waitUntil(lambda: not list(find_cut_texts(details)))
        bottom = max(line.geometry().bottom() for line in details.lines() if line.isVisible())
        assert bottom <= details.height()
    assert page.horizontalScrollBar().maximum() == 0


def test_a_screen_reader_hears_columns_rows_and_fields(qtbot: QtBot, qapp: QApplication) -> None:
    session = open_session(EXAMPLES[-1])
    page = show(qtbot, qapp, session, 1078, 100)
    model, item = page.holder.model, session.draft.items(LAST)[1]
    name = session.draft.text("org.name_lat", item)
    assert page.table.accessibleName() == "organisations"
    assert model.headerData(1, Qt.Orientation.Vertical) == name
    role = Qt.ItemDataRole.AccessibleTextRole
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.data(model.index(row, column), role)
    details = page.holder.unfold(item)
    assert details.accessibleName() == f"Details of {name}"
    assert details.parent() is page.holder
    folded = [line.accessibleName() for line in details.lines() if line.isVisible()]
    assert all(one.endswith("folded") for one in folded)
    page.holder.fold()
    page.table.choose(item, 1)
    page.table.edit(page.table.currentIndex())
    field = page.table.findChild(QLineEdit, "cell")
    assert field is not None
    assert field.accessibleName() == f"City, {name}"
