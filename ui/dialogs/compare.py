"""Two versions of some answers side by side, with their differences marked, to choose one."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTextEdit, QWidget

from erasmus_desk.draft.word_diff import DiffKind, diff_words

from ..theme.theme import GRID
from ..widgets.accessibility import set_accessible_name
from ..widgets.diff_html import diff_html, text_to_html
from ..widgets.labels import wrapped_label
from .base import Dialog

LINES = 8
"""Lines of text that are visible at least."""


class ComparedAnswer(Struct, frozen=True):
    """One answer: its label, and its text on the left and on the right."""

    label: str
    before: str
    after: str


class CompareDialog(Dialog):
    """Answers that differ, to accept or reject; closing the dialog decides nothing.

    All answers are one document: a hundred long answers as labels take seconds to lay out.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        intro: str,
        rows: tuple[ComparedAnswer, ...],
        buttons: tuple[str, str],
    ) -> None:
        """Show the answers; `intro` says what left and right are.

        `buttons` are the texts to accept and to reject. Without the second there is nothing to
        decide: only the first button is shown.
        """
        super().__init__(parent, 120)
        self.set_title(title)
        self.answer: bool | None = None
        self.body.addWidget(wrapped_label(intro))
        legend = self.tr("[− …] is only on the left, [+ …] only on the right.")
        self.body.addWidget(wrapped_label(legend, "quiet"))
        self.view = QTextEdit()
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self.view.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES)
        set_accessible_name(self.view, title)
        self.view.setHtml("".join(map(self._row, rows)))
        self.body.addWidget(self.view, 1)
        self.view.setFocus()
        accept, reject = buttons
        if reject:
            # Enter must not decide by accident, so the button that changes nothing is default.
            self.add_button(self.tr("Decide later"), self.reject).setDefault(True)
            self.reject_button = self.add_button(reject, lambda: self._close(answer=False))
        role = "primary" if reject else ""
        self.accept_button = self.add_button(accept, lambda: self._close(answer=True), role)

    def ask(self) -> bool | None:
        """Return whether the user accepts, or None if the dialog was only closed."""
        self.run()
        return self.answer

    def fit(self, room: QSize) -> None:
        """Resize to the height of all answers, `room` at most."""
        super().fit(room)
        self.body.activate()
        missing = int(self.view.document().size().height()) - self.view.viewport().height()
        if missing > 0:
            self.resize(self.width(), min(self.height() + missing, room.height()))

    def _row(self, row: ComparedAnswer) -> str:
        pieces = diff_words(row.before, row.after)
        sides = (
            diff_html((one for one in pieces if one.kind is not other), self.palette()) or "–"
            for other in (DiffKind.INSERTED, DiffKind.DELETED)
        )
        cells = "".join(f'<td width="50%">{side}</td>' for side in sides)
        return (
            f"<p><b>{text_to_html(row.label)}</b></p>"
            f'<table width="100%" cellpadding="{GRID}"><tr>{cells}</tr></table>'
        )

    def _close(self, *, answer: bool) -> None:
        self.answer = answer
        self.accept()
