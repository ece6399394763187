"""The card of what is to be decided: its sides, and the buttons that decide.

A box to put an answer together from all sides, in one's own words.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from erasmus_desk.review_import.decisions import Decision, Pick, RowPick
from erasmus_desk.review_import.result import Answered, RowAdded, RowChange, Verdict

from ...fields.text_field import held, kept
from ...session.session import Session
from ...theme.theme import GRID, set_role
from ...widgets.accessibility import name
from ...widgets.buttons import ButtonRow
from ...widgets.labels import wrapped
from ..answer_names import answer_name
from .decision_options import Choice, Offer, offers_for, row_offers, verdict_words
from .versions_view import Side, SidesView, origin, row_sides, sides_of

LINES = 8
"""Lines of the box that are seen at a time."""


class OwnWords(QWidget):
    """A text box with a button that takes what stands in it."""

    written = Signal(str)

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self._offered = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.text_box = QPlainTextEdit()
        self.text_box.setTabChangesFocus(True)
        self.text_box.setFixedHeight(self.fontMetrics().lineSpacing() * LINES)
        name(self.text_box, self.tr("The answer as it shall be"))
        self.take_button = QPushButton(self.tr("This is the answer"))
        self.take_button.clicked.connect(self._on_take)
        column.addWidget(self.text_box)
        column.addWidget(ButtonRow(self.take_button))

    def offer(self, answer: Answered, choice: Choice) -> None:
        """Begin with what was written before, with all changes, or with the texts of both."""
        texts = [answer.merged] if answer.can_merge else [answer.mine]
        if not answer.can_merge:
            texts += [one.value for one in answer.theirs]
        if isinstance(choice, Decision) and choice.pick is Pick.EDITED:
            texts = [choice.value]
        parts = [text for text in texts if isinstance(text, str)]
        self._offered = "\n".join(dict.fromkeys(parts))
        self.text_box.setPlainText(held(self._offered))

    def focus_first(self) -> None:
        """Put the cursor into the box."""
        self.text_box.setFocus()

    def _on_take(self) -> None:
        raw = self.text_box.document().toRawText()
        shown = raw.replace("\u2029", "\n").replace("\u2028", "\n")
        self.written.emit(kept(self._offered, shown))


class DecisionCard(QFrame):
    """Shows one thing to decide at a time, and tells how it was decided."""

    decided = Signal(object)
    """The `Choice` the user made."""
    next_wanted = Signal()
    jump_wanted = Signal()

    def __init__(self, session: Session) -> None:
        """Build an empty card."""
        super().__init__()
        set_role(self, "card")
        self._session = session
        self._offers: dict[QPushButton, Offer] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self._column.setSpacing(GRID)
        self.heading_label = wrapped("", "label")
        self.verdict_label = wrapped("", "quiet")
        self.sides = SidesView(self.tr("What was changed"))
        self.own_words = OwnWords()
        self.own_words.written.connect(self._on_written)
        for part in (self.heading_label, self.verdict_label, self.sides, self.own_words):
            self._column.addWidget(part)
        self._buttons: QWidget | None = None

    def show_answer(self, answer: Answered, choice: Choice) -> None:
        """Show an answer with its sides and what can be done."""
        session = self._session
        self.heading_label.setText(answer_name(answer.key, session))
        self.verdict_label.setText(verdict_words(answer))
        set_role(self.verdict_label, "warm" if answer.verdict is Verdict.CONFLICT else "quiet")
        self.own_words.offer(answer, choice)
        offers = offers_for(answer, session.form.questions.get(answer.key.question))
        self._show(tuple(sides_of(answer, session)), offers, choice)

    def show_row(self, change: RowChange, choice: Choice) -> None:
        """Show a row that was added or is gone."""
        self.heading_label.setText(answer_name(change.order, self._session))
        is_added = isinstance(change, RowAdded)
        said = self.tr("A row was added.") if is_added else self.tr("A row was taken out.")
        who = origin(change.by, change.file, self._session)
        self.verdict_label.setText(f"{said}   ·   {who}")
        self._show(tuple(row_sides(change, self._session)), row_offers(change), choice)

    def _show(self, sides: tuple[Side, ...], offers: tuple[Offer, ...], choice: Choice) -> None:
        self.sides.show_sides(sides)
        if self._buttons is not None:
            self._column.removeWidget(self._buttons)
            self._buttons.deleteLater()
        self._offers = {}
        for offer in offers:
            button = QPushButton(offer.label)
            button.setCheckable(True)
            button.setChecked(offer.is_taken(choice))
            button.clicked.connect(self._on_clicked)
            self._offers[button] = offer
        self.own_words.setVisible(isinstance(choice, Decision) and choice.pick is Pick.EDITED)
        self._buttons = self._rows_of_buttons()
        self._column.addWidget(self._buttons)

    def _rows_of_buttons(self) -> QWidget:
        """Give the ways to take theirs in a row, and below it the others with the links."""
        taking = (Pick.MERGED, Pick.THEIRS, RowPick.TAKE)
        theirs, others = list[QPushButton](), list[QPushButton]()
        for button, offer in self._offers.items():
            choice = offer.choice
            pick = choice.pick if isinstance(choice, Decision) else choice
            (theirs if pick in taking else others).append(button)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        if theirs:
            column.addWidget(ButtonRow(*theirs))
        column.addWidget(ButtonRow(*others, *self._links()))
        return both

    def _links(self) -> tuple[QPushButton, QPushButton]:
        self.jump_button = QPushButton(self.tr("Go there"))
        self.jump_button.clicked.connect(self.jump_wanted)
        self.next_button = QPushButton(self.tr("Next one"))
        self.next_button.clicked.connect(self.next_wanted)
        for button in (self.jump_button, self.next_button):
            set_role(button, "link")
        return self.jump_button, self.next_button

    def _on_clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return
        choice = self._offers[button].choice
        for other in self._offers:
            other.setChecked(other is button)
        is_own = isinstance(choice, Decision) and choice.pick is Pick.EDITED
        self.own_words.setVisible(is_own)
        if is_own:
            self.own_words.focus_first()
        else:
            self.decided.emit(choice)

    def _on_written(self, text: str) -> None:
        self.decided.emit(Decision(Pick.EDITED, value=text or None))
