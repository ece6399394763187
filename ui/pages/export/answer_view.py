"""The pages of the preview, on which answers can be selected by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from erasmus_desk.draft.model import Key

from ...page_layout.boxes import AnswerArea
from ...page_layout.document_layout import LaidOutDocument
from ...session.session import Session
from ...theme.palettes import LIGHT
from ...theme.theme import Theme
from ...widgets.accessibility import announce, set_accessible_name
from .page_view import PageView

PageAnswer = tuple[int, AnswerArea]
"""A page index, and an answer on that page."""


class AnswerPageView(PageView):
    """Tab moves through the visible answers; Enter or a click selects one."""

    chosen = Signal(str)
    """The key of the selected answer as text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._names: Mapping[str, str] = {}
        self._answers: dict[int, tuple[AnswerArea, ...]] = {}
        self._hovered: PageAnswer | None = None
        self._focused: PageAnswer | None = None
        self.viewport().setMouseTracking(True)
        hint = self.tr("Press Tab to move between answers, and Enter to open one.")
        set_accessible_name(self, self.tr("Pages of the proposal"), hint)

    def show_answers(self, document: LaidOutDocument, names: Mapping[str, str]) -> None:
        """Show a document; `names` holds the names of the selectable answers by key."""
        self._names = names
        self._answers.clear()
        self._hovered = self._focused = None
        self.show_document(document)

    def answers_on(self, page: int) -> tuple[AnswerArea, ...]:
        """Return the selectable answers on a page, in their order."""
        if page not in self._answers and self.document is not None:
            areas = self.document.pages[page].answer_areas()
            self._answers[page] = tuple(area for area in areas if area.key in self._names)
        return self._answers.get(page, ())

    def answer_name(self, key: str) -> str:
        """Return the name of a selectable answer."""
        return self._names.get(key, "")

    def answer_rect(self, page: int, area: AnswerArea) -> QRect:
        """Return the rectangle of an answer, in pixels of the viewport."""
        scale, origin = self.strip.scales[page], self.strip.page_rects[page].topLeft()
        rect = QRectF(area.rect.topLeft() * scale, area.rect.size() * scale)
        return rect.translated(QPointF(origin - self.offset)).toAlignedRect()

    def draw_overlay(self, painter: QPainter) -> None:
        """Outline the answer under the pointer, and the one with the focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Pages are white in both colour schemes.
        outline, fill = QColor(LIGHT.accent), QColor(LIGHT.accent)
        fill.setAlpha(18)
        for answer, width in ((self._hovered, 1), (self._focused, 2)):
            if answer is not None:
                painter.setPen(QPen(outline, width))
                painter.setBrush(fill)
                rect = QRectF(self.answer_rect(*answer)).adjusted(-3.5, -1.5, 3.5, 1.5)
                painter.drawRoundedRect(rect, 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the answer under the pointer, and show its name."""
        answer = self._answer_at(event.position().toPoint())
        if answer == self._hovered:
            return
        self._hovered = answer
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if answer else arrow)
        name = self._names[answer[1].key] if answer else ""
        QToolTip.showText(event.globalPosition().toPoint(), name, self.viewport())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the answer that was clicked."""
        answer = self._answer_at(event.position().toPoint())
        if answer is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(answer[1].key)

    def leaveEvent(self, event: QEvent) -> None:
        """Remove the highlight under the pointer."""
        super().leaveEvent(event)
        self._hovered = None
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select the focused answer."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._focused is not None and event.key() in keys:
            self.chosen.emit(self._focused[1].key)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Move through the visible answers before the focus leaves the view."""
        answers = self._visible_answers()
        if self._focused in answers:
            index = answers.index(self._focused) + (1 if next else -1)
        else:
            index = 0 if next else -1
        if not self.hasFocus() or not 0 <= index < len(answers):
            self._set_focused(None)
            return super().focusNextPrevChild(next)
        self._set_focused(answers[index])
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clear the focused answer."""
        super().focusOutEvent(event)
        self._set_focused(None)

    def _set_focused(self, answer: PageAnswer | None) -> None:
        self._focused = answer
        if answer is not None:
            announce(self, self._names[answer[1].key])
        self.viewport().update()

    def _answer_at(self, point: QPoint) -> PageAnswer | None:
        if not self.strip.page_rects:
            return None
        page = self.strip.page_at(point.y() + self.offset.y())
        for area in self.answers_on(page):
            if self.answer_rect(page, area).contains(point):
                return page, area
        return None

    def _visible_answers(self) -> list[PageAnswer]:
        visible = self.viewport().rect()
        return [
            (page, area)
            for page in self.visible_pages()
            for area in self.answers_on(page)
            if self.answer_rect(page, area).intersects(visible)
        ]


def name_answers(
    document: LaidOutDocument, session: Session, is_visible: Callable[[Key], bool]
) -> dict[str, str]:
    """Return the names of the answers on the pages that can be gone to, by their keys."""
    keys = {area.key for page in document.pages for area in page.answer_areas()}
    named = ((key, Key.parse(key)) for key in keys)
    return {text: _name_answer(key, session) for text, key in named if is_visible(key)}


def _name_answer(key: Key, session: Session) -> str:
    """Return the name of an answer and of its item."""
    name = session.texts.short_label(key.question) or key.question
    spec = session.form.lists.get(session.form.list_of(key.question))
    owner = session.draft.text(spec.name, key.item) if spec else ""
    return f"{name} – {owner}" if owner and spec and spec.name != key.question else name
