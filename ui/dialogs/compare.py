"""Two states of some answers beside each other, with what differs marked, to decide on them."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextEdit, QWidget

from erasmus_desk.draft.text_diff import Fate, compare

from ..theme.theme import GRID
from ..widgets.accessibility import name
from ..widgets.diff_html import as_html, marked
from ..widgets.labels import wrapped
from .base import Dialog

LINES = 8
"""Least lines of the answers that are seen at a time."""


class Compared(Struct, frozen=True):
    """One answer: its label, and what it says on the left and on the right."""

    label: str
    before: str
    after: str


class Compare(Dialog):
    """Answers that differ, and what to do about them; closing it decides nothing.

    What went and what came is told by a sign and by the lettering, not by colour alone. All of
    it is one document: a hundred long answers as labels take seconds to lay out.
    """

    def __init__(
        self, parent: QWidget | None, title: str, intro: str, rows: tuple[Compared, ...]
    ) -> None:
        """Show all rows; `intro` says what left and right are."""
        super().__init__(parent, 120)
        self.set_title(title)
        self.answer: bool | None = None
        self.body.addWidget(wrapped(intro))
        legend = self.tr("[− …] is only on the left, [+ …] only on the right.")
        self.body.addWidget(wrapped(legend, "quiet"))
        self.view = QTextEdit()
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES)
        name(self.view, title)
        self.view.setHtml("".join(map(self._row, rows)))
        self.body.addWidget(self.view, 1)
        self.view.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        intro: str,
        rows: tuple[Compared, ...],
        answers: tuple[str, str],
    ) -> bool | None:
        """Let the user take (`True`) or leave (`False`); `None` if it was only closed.

        `answers` are the words of the two buttons. An empty second one means that there is
        nothing to decide: the first button alone is shown.
        """
        dialog = cls(parent, title, intro, rows)
        dialog.offer(*answers)
        dialog.run()
        return dialog.answer

    def offer(self, take: str, leave: str) -> None:
        """Add the buttons."""
        if leave:
            # Enter must not decide by accident, so the harmless button is the preset one.
            self.close_button = self.add_button(self.tr("Decide later"))
            self.close_button.setDefault(True)
            self.close_button.clicked.connect(self.reject)
            self.leave_button = self.add_button(leave)
            self.leave_button.clicked.connect(self._on_leave)
        self.take_button = self.add_button(take, "primary" if leave else "")
        self.take_button.clicked.connect(self._on_take)

    def fit(self, room: QSize) -> None:
        """Take as much of the room as the answers need."""
        super().fit(room)
        self.body.activate()
        missing = int(self.view.document().size().height()) - self.view.viewport().height()
        if missing > 0:
            self.resize(self.width(), min(self.height() + missing, room.height()))

    def _row(self, row: Compared) -> str:
        pieces = compare(row.before, row.after)
        sides = (
            marked((one for one in pieces if one.fate is not other), self.palette()) or "–"
            for other in (Fate.NEW, Fate.GONE)
        )
        cells = "".join(f'<td width="50%">{side}</td>' for side in sides)
        return (
            f"<p><b>{as_html(row.label)}</b></p>"
            f'<table width="100%" cellpadding="{GRID}"><tr>{cells}</tr></table>'
        )

    def _on_take(self) -> None:
        self.answer = True
        self.accept()

    def _on_leave(self) -> None:
        self.answer = False
        self.accept()
