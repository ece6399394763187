"""The sides of what came home, as marked text, one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QRegularExpression
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from erasmus_desk.draft.model import Value
from erasmus_desk.draft.text_diff import Fate, Piece, compare
from erasmus_desk.review_import.docx_reader.document import By
from erasmus_desk.review_import.result import Answered, RowAdded, RowChange, Theirs, Verdict

from ...session.session import Session
from ...theme.theme import GRID
from ...widgets.accessibility import name
from ...widgets.diff_html import as_html, marked
from ..answer_display import row_summary, shown
from ..answer_names import answer_name, moment
from .decision_options import letter

MOST_LINES = 24
"""Lines of the sides that are seen at a time; longer ones scroll."""
LEAST_LINES = 3
LEAST_SHARE = 0.4
"""Share of the shorter text that has to stay for the words that differ to be marked one by one."""
CHANGED = r"\[[+−]\x{a0}"
"""How the first changed stretch begins."""


class Side(Struct, frozen=True):
    """One side: its heading, and its text; `before` is what it is compared with, if it is."""

    heading: str
    text: str
    before: str | None = None


class SidesView(QTextBrowser):
    """Shows sides to be read, also by the arrow keys and a screen reader."""

    def __init__(self, label: str) -> None:
        """Build an empty view."""
        super().__init__()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        name(self, label)

    def show_sides(self, sides: tuple[Side, ...]) -> None:
        """Show other sides, in as much room as they need."""
        pairs = [sides[place : place + 2] for place in range(0, len(sides), 2)]
        self.setHtml("".join(self._row(pair) for pair in pairs))
        # In a long text, what was changed is what is to be seen first.
        if len(sides) == 1 and self.find(QRegularExpression(CHANGED)):
            self.moveCursor(QTextCursor.MoveOperation.StartOfLine)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines that the new width makes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = int(self.document().size().height()) + GRID
        height = max(line * LEAST_LINES, min(wanted, line * MOST_LINES))
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        self.ensureCursorVisible()

    def _row(self, pair: tuple[Side, ...]) -> str:
        """Give two sides beside each other; one alone takes the whole width."""
        width = 100 // len(pair)
        cells = "".join(f'<td width="{width}%">{self._html(side)}</td>' for side in pair)
        return f'<table width="100%" cellpadding="{GRID // 2}"><tr>{cells}</tr></table>'

    def _html(self, side: Side) -> str:
        text = as_html(side.text)
        if side.before is not None:
            text = marked(_pieces(side.before, side.text), self.palette())
        return f"<p><b>{as_html(side.heading)}</b><br>{text or '–'}</p>"


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Give what differs word by word; of a text that is quite another one, both as a whole.

    A word here and there that stayed by chance would make neither of them readable.
    """
    pieces = compare(before, after)
    stayed = sum(len(piece.text) for piece in pieces if piece.fate is Fate.SAME)
    if stayed >= LEAST_SHARE * min(len(before), len(after)):
        return pieces
    return (Piece(Fate.GONE, f"{before}\n"), Piece(Fate.NEW, after))


def sides_of(answer: Answered, session: Session) -> Iterator[Side]:
    """Give the sides of an answer: for a proposal theirs, for a conflict mine, theirs and sent."""
    sent = said(answer, answer.sent, session)
    if answer.verdict in {Verdict.CONFLICT, Verdict.KEPT}:
        mine = QCoreApplication.translate("Coming", "As it is here now")
        yield Side(mine, said(answer, answer.mine, session), sent)
    is_lettered = len(answer.theirs) > 1
    for nth, one in enumerate(answer.theirs):
        side = _their_side(answer, one, session)
        yield replace(side, heading=f"{letter(nth)}   {side.heading}") if is_lettered else side
    if answer.can_merge and (len(answer.theirs) > 1 or answer.verdict is Verdict.CONFLICT):
        everything = QCoreApplication.translate("Coming", "With all changes")
        yield Side(everything, said(answer, answer.merged, session), sent)
    if answer.verdict is Verdict.CONFLICT:
        yield Side(QCoreApplication.translate("Coming", "As it was sent"), sent)


def row_sides(change: RowChange, session: Session) -> Iterator[Side]:
    """Give what stands in a row that came, or stood in one that went."""
    if isinstance(change, RowAdded):
        for key, value in change.values:
            question = session.form.questions.get(key.question)
            text = shown(question, value, session) if question else str(value)
            yield Side(session.texts.short(key.question) or key.question, text)
    else:
        summary = row_summary(change.order.question, change.item, session)
        yield Side(answer_name(change.order, session), "", summary)


def said(answer: Answered, value: Value | None, session: Session) -> str:
    """Give a value of an answer in words."""
    question = session.form.questions.get(answer.key.question)
    return shown(question, value, session) if question else ""


def origin(by: By, file: str, session: Session) -> str:
    """Say who changed something, when and in which file."""
    when = moment(by.at.isoformat(), session.texts.language) if by.at else ""
    return "   ·   ".join(part for part in (by.author, when, file) if part)


def _their_side(answer: Answered, one: Theirs, session: Session) -> Side:
    sent = said(answer, answer.sent, session)
    text = said(answer, one.value, session) or (one.words if one.value is not None else "")
    return Side(origin(one.by, one.file, session), text, sent)
