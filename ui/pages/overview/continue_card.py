"""The card that leads back to where the user stopped, or to where a proposal begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Key
from erasmus_desk.moments import to_local
from erasmus_desk.storage.last_places import LastPlace

from ...i18n.dates import format_full_day, format_time
from ...i18n.joined import join_parts
from ...i18n.quotes import find_marks
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import next_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import build_column, build_row
from ..question_texts import name_answer
from .cards import ACCENT_WIDTH, ACROSS
from .model import name_page

QUOTED = 400
"""Characters before the cursor that are quoted at most; the width decides."""
TYPED = (QuestionType.TEXT, QuestionType.LINE)
"""Types of questions whose answers are the words of the user."""
STEP_SIGN = "\u203a"
"""Stands between the names of a page and of a question on it."""


class QuoteLine(QWidget):
    """One line with the last words before the cursor; the beginning gives way to the width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.fontMetrics().height() + GRID // 2)

    def show_text(self, text: str, cursor: int) -> None:
        """Show the words before the cursor; the tool tip has the whole text."""
        self.text = " ".join(text[max(0, cursor - QUOTED) : cursor].split())
        self.setToolTip(text)
        self.setAccessibleName(self.text)
        self.setVisible(bool(self.text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words in quotation marks, and the cursor after them."""
        painter = QPainter(self)
        metrics = self.fontMetrics()
        opening, closing = find_marks()
        room = self.width() - metrics.horizontalAdvance(opening + closing) - GRID
        shown = metrics.elidedText(self.text, Qt.TextElideMode.ElideLeft, room)
        if shown != self.text and " " in shown:
            shown = f"… {shown.partition(' ')[2]}"  # it begins with a whole word
        painter.setPen(QColor(self._theme.colours.quiet))
        line = self.rect()
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line, middle, f"{opening}{shown}")
        left = metrics.horizontalAdvance(f"{opening}{shown}")
        painter.fillRect(left + 1, (line.height() - metrics.height()) // 2, 2, metrics.height(),
                         QColor(self._theme.colours.accent))  # fmt: skip
        painter.drawText(line.adjusted(left + ACCENT_WIDTH, 0, 0, 0), middle, closing)
        painter.end()


class ContinueCard(QFrame):
    """Where the user stopped, or where to begin, with the one filled button of the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "card")
        bar = QFrame()
        bar.setFixedWidth(ACCENT_WIDTH)
        set_role(bar, "accent")
        self.caption_label = wrapped_label("", "quiet")
        self.title_label = wrapped_label("", "heading")
        self.quote = QuoteLine(theme)
        texts = build_column(None, self.caption_label, self.title_label, self.quote, spacing=0.5)
        arrow = theme.icons.icon("arrow-right", theme.colours.accent_text)
        self.button = next_button(arrow, self.tr("Continue"))
        set_role(self.button, "primary")
        self.button.setMinimumHeight(GRID * 5)
        self.box = QBoxLayout(ACROSS)
        self.box.setSpacing(GRID * 2)
        self.box.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.box.addLayout(texts, 1)
        self.box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        build_row(self, bar, self.box, margins=(0.125, 0.125, 0.125, 0.125), spacing=0)

    def show_last(self, place: LastPlace, session: Session) -> None:
        """Show where the user stopped: page, question, moment and the last words."""
        at, language = to_local(place.at), session.texts.language
        day, clock = format_full_day(at, language, has_year=True), format_time(at, language)
        caption = join_parts(self.tr("Continue where you stopped"), f"{day}, {clock}")
        self._show(caption, place.key, self.tr("Continue"), session)
        question = session.form.questions.get(place.key.question)
        # What was chosen is no words of the user, and may be an id.
        is_typed = question is not None and question.type in TYPED
        text = session.draft.text(place.key.question, place.key.item) if is_typed else ""
        self.quote.show_text(text, _count_characters(text, place.position))

    def show_first(self, key: Key | None, session: Session) -> None:
        """Show where to begin; nothing if nothing is left to do."""
        self.setVisible(key is not None)
        if key is not None:
            self._show(self.tr("Begin here"), key, self.tr("Begin"), session)
            self.quote.show_text("", 0)

    def _show(self, caption: str, key: Key, verb: str, session: Session) -> None:
        title = f"{name_page(key, session)} {STEP_SIGN} {name_answer(key, session)}"
        self.caption_label.setText(caption)
        self.title_label.setText(title)
        self.button.setText(verb)
        set_accessible_name(self.button, f"{verb}: {title}", caption)
        self.show()


def _count_characters(text: str, position: int | None) -> int:
    """Return the characters before a position in UTF-16 units; all of them without one."""
    if position is None:
        return len(text)
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(before.decode("utf-16-le", "replace"))
