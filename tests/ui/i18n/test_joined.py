"""A dot between two texts ends a line where the text wraps; it never begins one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

import ui
from tests.ui.editors import RESOURCES
from ui.i18n.joined import join_parts

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
