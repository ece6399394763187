"""The spelling of a short answer: as in a text box, in one line that Qt lays out by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import QLineEdit, QMenu

from erasmus_desk.draft.model import Key
from erasmus_desk.spelling.words import find_words

from ..session.draft_spelling import DraftSpelling
from .shown_text import utf16_length
from .spelling_menu import Place, SpellingMenu
from .waves import Wave

MARGIN = 3
"""Pixels at both ends of a line that no wave reaches."""


class LineSpelling(QObject):
    """Paints the waves of one line and finds its unknown words; names have none."""

    def __init__(
        self,
        line: QLineEdit,
        find_start: Callable[[], int],
        spelling: DraftSpelling,
        key: Key,
        *,
        is_answer: bool = True,
    ) -> None:
        """`find_start` returns where the cursor is in the line, in pixels.

        What is said about an answer (not `is_answer`) is prose, also where the answer is a name.
        """
        super().__init__(line)
        self.spelling = spelling
        self.key = key
        self._is_answer = is_answer
        self.is_replacing = False
        """Whether the present change of the text replaces a word."""
        self._line = line
        self._find_cursor = find_start
        self._menu = SpellingMenu(line, spelling, key, self.replace)
        self._wave: Wave | None = None
        self._is_waiting = False
        spelling.answered.connect(self._on_answered)
        spelling.changed.connect(line.update)
        line.cursorPositionChanged.connect(line.update)

    def paint(self, colour: QColor) -> None:
        """Paint the waves over the text."""
        language = self._find_language()
        text = self._line.text()
        if not language or not text:
            return
        found = tuple(self.spelling.unknown_words.find(language, text))
        self._is_waiting = any(is_known is None for _, _, is_known in found)
        cursor = self._line.cursorPosition() if self._line.hasFocus() else -1
        shown = [
            (utf16_length(text[:start]), utf16_length(text[:end]))
            for start, end, is_known in found
            if is_known is False
        ]
        shown = [(start, end) for start, end in shown if end != cursor]
        if shown:
            self._draw(text, shown, colour)

    def open_menu(self, position: int, show: Callable[[], None]) -> None:
        """Show the menu of the line, with suggestions if the word at a position is unknown."""
        word = self._find_word(position)
        language = self._find_language()
        is_unknown = word is not None and self.spelling.is_known(language, word.text) is False
        self._menu.open(word if is_unknown else None, show)

    def fill_menu(self, menu: QMenu, position: int) -> None:
        """Add to the menu of the line what there is to do about its spelling."""
        word = self._find_word(position)
        if self._find_language():
            self._menu.fill(menu, word.text if word is not None else "")

    def replace(self, place: Place, text: str) -> None:
        """Replace a word, as a step of undo of its own, with the cursor after it."""
        self._line.setSelection(place.start, place.end - place.start)
        self.is_replacing = True
        try:
            self._line.insert(text)
        finally:
            self.is_replacing = False

    def _find_language(self) -> str:
        is_name = self._is_answer and self.spelling.asks_name(self.key)
        return "" if is_name else self.spelling.language(self.key)

    def _find_word(self, position: int) -> Place | None:
        text = self._line.text()
        for word in find_words(text):
            start, end = utf16_length(text[: word.start]), utf16_length(text[: word.end])
            if start <= position <= end:
                return Place(start, end, word.text)
        return None

    def _draw(self, text: str, words: list[tuple[int, int]], colour: QColor) -> None:
        layout = QTextLayout(text, self._line.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()

        def find_x(position: int) -> float:
            found: object = line.cursorToX(position)
            return cast("tuple[float, int]", found)[0]

        left = self._find_cursor() - find_x(self._line.cursorPosition())
        metrics = self._line.fontMetrics()
        top = (self._line.height() - metrics.height()) // 2 + metrics.ascent() + 2
        self._wave = self._wave or Wave(colour)
        painter = QPainter(self._line)
        painter.setClipRect(self._line.rect().adjusted(MARGIN, 0, -MARGIN, 0))
        found = ((find_x(start), find_x(end)) for start, end in words)
        self._wave.draw(painter, ((left + begin, top, end - begin) for begin, end in found))
        painter.end()

    def _on_answered(self) -> None:
        if self._is_waiting:
            self._line.update()
