"""Two states of some answers beside each other, with what differs marked, to decide on them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from erasmus_desk.draft.comparing import Fate, Piece, compare

from ..access import name
from ..labels import wrapped
from ..theme import GRID, set_role
from .frame import Dialog


@dataclass(frozen=True, slots=True)
class Compared:
    """One answer: its label, and what it says on the left and on the right."""

    label: str
    before: str
    after: str


class Compare(Dialog):
    """Answers that differ, and what to do about them; closing it decides nothing.

    What went and what came is told by a sign and by the lettering, not by colour alone.
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
        self.cards = [self._card(row) for row in rows]
        for card in self.cards:
            self.body.addWidget(card)
        self.body.addStretch(1)
        if self.cards:
            self.cards[0].setFocus()

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

    def _card(self, row: Compared) -> QFrame:
        card = QFrame()
        set_role(card, "card")
        card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        said = self.tr("{0}. Left: {1} Right: {2}")
        name(card, said.format(row.label, row.before or "–", row.after or "–"))
        grid = QGridLayout(card)
        grid.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        grid.setHorizontalSpacing(GRID * 3)
        grid.addWidget(wrapped(row.label, "label"), 0, 0, 1, 2)
        pieces = compare(row.before, row.after)
        for column, other in enumerate((Fate.NEW, Fate.GONE)):
            shown = [piece for piece in pieces if piece.fate is not other]
            grid.addWidget(self._side(shown), 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return card

    def _side(self, pieces: list[Piece]) -> QLabel:
        label = QLabel("".join(map(self._marked, pieces)) or "–")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _marked(self, piece: Piece) -> str:
        text = piece.text.rstrip()
        blanks = _as_html(piece.text[len(text) :])
        match piece.fate:
            case Fate.GONE:
                colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
                style = f"text-decoration: line-through; color: {colour}"
                return f'<span style="{style}">[− {_as_html(text)}]</span>{blanks}'
            case Fate.NEW:
                colour = self.palette().color(QPalette.ColorRole.Link).name()
                style = f"text-decoration: underline; font-weight: 600; color: {colour}"
                return f'<span style="{style}">[+ {_as_html(text)}]</span>{blanks}'
            case Fate.SAME:
                return _as_html(piece.text)

    def _on_take(self) -> None:
        self.answer = True
        self.accept()

    def _on_leave(self) -> None:
        self.answer = False
        self.accept()


def _as_html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
