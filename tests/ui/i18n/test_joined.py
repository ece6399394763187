"""A dot between two texts ends a line where the text wraps; it never begins one."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

import ui
from erasmus_desk.review_import.docx_reader.document import RevisionAuthor
from tests.ui.editors import EXAMPLES, RESOURCES, open_session
from ui.i18n.joined import SEPARATOR, join_parts
from ui.pages.review_import.versions import describe_origin

DOT = "·"
PLAIN = f" {DOT}"


@pytest.mark.usefixtures("qapp")
def test_a_dot_ends_a_line_and_never_begins_one() -> None:
    text = join_parts("", "Multiplikatoren", "Veranstaltungen", "", "Begegnungen")
    assert text.count(DOT) == 2
    layout = QTextLayout(text)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1)
    layout.endLayout()
    starts = [layout.lineAt(one).textStart() for one in range(layout.lineCount())]
    lines = [text[begin:end].strip() for begin, end in pairwise([*starts, len(text)])]
    assert lines == ["Multiplikatoren\u00a0·", "Veranstaltungen\u00a0·", "Begegnungen"]


def test_no_text_of_the_window_has_a_dot_that_may_begin_a_line() -> None:
    sources = [*Path(ui.__path__[0]).rglob("*.py"), *(RESOURCES / "translations").glob("*.ts")]
    sources += (RESOURCES / "sentences").glob("??.json")
    assert len(sources) > 200
    assert [one.name for one in sources if PLAIN in one.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
def test_no_line_ends_within_the_moment_of_a_change(language: str) -> None:
    by = RevisionAuthor("Ann Example", datetime(2026, 11, 30, 13, 37, tzinfo=UTC))
    said = describe_origin(by, "ann.docx", open_session(EXAMPLES[0], language))
    name, moment, file = said.split(SEPARATOR)
    assert (name, file) == (by.name, "ann.docx")
    assert "2026" in moment
    assert " " not in moment
