"""The way to the next unknown word of a text by a key, from the cursor on and round once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from ..qt_support import single_shot
from ..session.draft_spelling import DraftSpelling
from ..widgets.accessibility import announce
from .shown_text import utf16_length

SHORTCUT: Final = "Shift+F7"
"""F7 alone checks the proposal; as Word does it, Alt+F7, would move the window on Linux."""
LENGTH: Final = 4000
"""Characters looked through in one turn of the event loop."""

Part = tuple[QTextBlock, int, str, bool]
"""A paragraph, where a part begins, the part, and whether only words after the cursor count."""


class WordSearch(QObject):
    """Looks for the next unknown word of one box, a part of the text in each turn."""

    def __init__(
        self, box: QTextEdit, spelling: DraftSpelling, find_language: Callable[[], str]
    ) -> None:
        super().__init__(box)
        self._box = box
        self._spelling = spelling
        self._find_language = find_language
        self._parts: Iterator[Part] | None = None
        self._part: Part | None = None
        self._start = 0
        self._timer = single_shot(self, 0)
        self._timer.timeout.connect(self._search_next)
        spelling.answered.connect(self._on_answered)
        box.textChanged.connect(self._stop)

    def start(self) -> None:
        """Go to the first unknown word after the cursor, and from the end to the beginning."""
        if not self._find_language():
            return
        self._start = self._box.textCursor().selectionEnd()
        self._parts, self._part = self._list_parts(), None
        self._timer.start()

    def _stop(self) -> None:
        self._parts = self._part = None

    def _list_parts(self) -> Iterator[Part]:
        """Yield the parts of the text with their paragraphs and places, from the cursor on.

        The paragraph of the cursor comes twice: what is before the cursor is last.
        """
        document = self._box.document()
        first, count = document.findBlock(self._start).blockNumber(), document.blockCount()
        for number in range(count + 1):
            block = document.findBlockByNumber((first + number) % count)
            text = block.text()
            begin = 0
            while begin < len(text):
                end = text.find(" ", begin + LENGTH)
                end = len(text) if end < 0 else end
                yield block, begin, text[begin:end], number == 0
                begin = end

    def _search_next(self) -> None:
        if self._parts is None:
            return
        self._part = self._part or next(self._parts, None)
        if self._part is None:
            self._show_tip(self.tr("There is no unknown word in this answer."))
            self._stop()
            return
        block, begin, text, is_first = self._part
        for start, end, is_known in self._spelling.unknown_words.find(self._find_language(), text):
            if is_known is None:
                return  # until it is looked up
            place = block.position() + utf16_length(block.text()[: begin + start])
            if not is_first or place >= self._start:
                self._select(place, place + utf16_length(text[start:end]))
                return
        self._part = None
        self._timer.start()

    def _select(self, start: int, end: int) -> None:
        self._stop()
        cursor = self._box.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._box.setTextCursor(cursor)
        announce(self._box, self.tr("Unknown word: {}").format(cursor.selectedText()))

    def _on_answered(self) -> None:
        if self._part is not None:
            self._timer.start()

    def _show_tip(self, text: str) -> None:
        where = self._box.viewport().mapToGlobal(self._box.cursorRect().bottomLeft())
        QToolTip.showText(where, text, self._box)
        announce(self._box, text)
