"""The spelling of a text box: waves below unknown words, and what its menu offers for one.

The waves are painted over the text and are no part of it: a format of the text would make Qt lay
out the paragraph again, which takes longer than a key may in a long one. What is looked up is what
is painted, so that nothing is ever checked that nobody sees (decision 0059).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QMenu, QTextEdit

from erasmus_desk.draft.model import Key
from erasmus_desk.spelling.unknown_words import Doubtful
from erasmus_desk.spelling.words import MAX_LENGTH, find_words

from ..session.draft_spelling import DraftSpelling
from .shown_text import utf16_length
from .spelling_menu import Place, SpellingMenu
from .waves import HEIGHT, Wave
from .waves import Place as WavePlace
from .word_search import SHORTCUT, WordSearch

REACH = 4 * MAX_LENGTH
"""Characters before and after what is seen in which a word or an address may begin or end."""
TYPED_AT_ONCE = 2
"""Characters of one key; more were pasted, and are checked at once."""


class TextSpelling(QObject):
    """Paints the waves of one text box and finds its unknown words."""

    def __init__(self, box: QTextEdit, spelling: DraftSpelling, key: Key, colour: str) -> None:
        super().__init__(box)
        self.box = box
        self.spelling = spelling
        self.key = key
        self.is_replacing = False
        """Whether the present change of the text replaces a word."""
        self._wave = Wave(QColor(colour))
        self._menu = SpellingMenu(box, spelling, key, self.replace)
        self.search = WordSearch(box, spelling, lambda: spelling.language(key))
        self._typed_at = -1
        self._waiting = QRect()
        box.document().contentsChange.connect(self._on_contents_change)
        box.cursorPositionChanged.connect(self._on_cursor_moved)
        box.installEventFilter(self)
        spelling.answered.connect(self._on_answered)
        spelling.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Paint the box anew, if it can be seen."""
        if self.box.isVisible():
            self.box.viewport().update()

    def paint(self, area: QRect) -> None:
        """Paint the waves of a part of the box, over the text."""
        language = self.spelling.language(self.key)
        if not language:
            return
        waves: list[WavePlace] = []
        for place, is_known in self._list_doubtful(area, language):
            if is_known is None:
                self._waiting |= QRectF(*place, HEIGHT).toAlignedRect()
            else:
                waves.append(place)
        if waves:
            painter = QPainter(self.box.viewport())
            self._wave.draw(painter, waves)
            painter.end()

    def find_unknown(self, position: int) -> Place | None:
        """Return the unknown word at a position of the document, if there is one."""
        word = self.find_word(position)
        language = self.spelling.language(self.key)
        is_unknown = word is not None and self.spelling.is_known(language, word.text) is False
        return word if is_unknown else None

    def find_word(self, position: int) -> Place | None:
        """Return the word at a position of the document, if there is one."""
        block = self.box.document().findBlock(position)
        inside = position - block.position()
        part = Part.cut(block, (inside, inside))
        for word in find_words(part.text):
            start, end = part.locate(word.start), part.locate(word.end)
            if start <= inside <= end:
                return Place(block.position() + start, block.position() + end, word.text)
        return None

    def replace(self, place: Place, text: str) -> None:
        """Replace a word, as a step of undo of its own, with the cursor after it."""
        cursor = QTextCursor(self.box.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self.is_replacing = True
        try:
            cursor.insertText(text)
        finally:
            self.is_replacing = False
        cursor.setPosition(place.start + utf16_length(text))
        self.box.setTextCursor(cursor)

    def open_menu(self, position: int, show: Callable[[], None]) -> None:
        """Show the menu of the box, with suggestions if the word at a position is unknown."""
        self._menu.open(self.find_unknown(position), show)

    def fill_menu(self, menu: QMenu, position: int) -> None:
        """Add to the menu of the box what there is to do about its spelling."""
        word = self.find_word(position)
        self._menu.fill(menu, word.text if word is not None else "", self.search.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check the word at the cursor when the box is left; a key leads to the next one."""
        if isinstance(event, QKeyEvent) and _is_search_key(event):
            self.search.start()
            return True
        if event.type() is QEvent.Type.FocusOut and self._typed_at >= 0:
            self._typed_at = -1
            self.refresh()
        return super().eventFilter(watched, event)

    def _top_left(self) -> QPointF:
        bars = self.box.horizontalScrollBar(), self.box.verticalScrollBar()
        return QPointF(-bars[0].value(), -bars[1].value())

    def _list_blocks(self, area: QRect) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Yield the paragraphs that are seen in an area, each with its place."""
        document = self.box.document()
        layout = document.documentLayout()
        seen = QRectF(area).translated(-self._top_left())
        block = _find_block(document, seen.top())
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() > seen.bottom():
                return
            yield block, rect.topLeft()
            block = block.next()

    def _list_doubtful(self, area: QRect, language: str) -> Iterator[tuple[WavePlace, bool | None]]:
        """Yield where waves belong in an area, and with `None` where that is not known yet."""
        typed_at, top_left = self._find_typed_at(), self._top_left()
        for block, origin in self._list_blocks(area):
            layout, to_box = block.layout(), origin + top_left
            inside = typed_at - block.position()
            part = Part.cut(block, _find_seen(layout, area.translated(-to_box.toPoint())))
            found = self.spelling.unknown_words.find(language, part.text)
            words = ((part.locate(start), part.locate(end), known) for start, end, known in found)
            left, top = to_box.x(), to_box.y()
            doubtful = (one for one in words if not one[0] <= inside <= one[1])
            for (x, y, width), is_known in _list_places(layout, doubtful):
                yield (left + x, top + y, width), is_known

    def _find_typed_at(self) -> int:
        """Return where the word that is being typed ends, else -1: it is not judged yet."""
        is_there = self.box.hasFocus() and self.box.textCursor().position() == self._typed_at
        return self._typed_at if is_there else -1

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        is_typed = added <= TYPED_AT_ONCE and self.box.hasFocus()
        self._typed_at = position + added if is_typed else -1

    def _on_cursor_moved(self) -> None:
        if self._typed_at >= 0 and self.box.textCursor().position() != self._typed_at:
            self._typed_at = -1
            self.refresh()

    def _on_answered(self) -> None:
        """Paint what was not known when it was painted."""
        if not self._waiting.isNull():
            waiting, self._waiting = self._waiting, QRect()
            self.box.viewport().update(waiting.adjusted(-1, -1, 1, HEIGHT))


def _find_block(document: QTextDocument, y: float) -> QTextBlock:
    """Return the paragraph at a height; Qt's own search goes through all of them."""
    layout = document.documentLayout()
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if layout.blockBoundingRect(document.findBlockByNumber(middle)).top() <= y:
            low = middle
        else:
            high = middle - 1
    return document.findBlockByNumber(low)


def _find_seen(layout: QTextLayout, area: QRect) -> tuple[int, int]:
    """Return where the lines of a paragraph begin and end that an area shows."""
    first, last = (_find_line(layout, y) for y in (area.top(), area.bottom()))
    if last < 0:
        return 0, 0
    begin, end = layout.lineAt(first), layout.lineAt(last)
    return begin.textStart(), end.textStart() + end.textLength()


def _is_search_key(event: QKeyEvent) -> bool:
    is_press = event.type() is QEvent.Type.KeyPress
    return is_press and QKeySequence(event.keyCombination()) == QKeySequence(SHORTCUT)


class Part(NamedTuple):
    """A part of a paragraph with whole words: its text, and where it begins for Qt.

    `has_pairs`: it has characters that Qt counts as two. Such a paragraph is always taken whole.
    """

    text: str
    start: int
    has_pairs: bool

    @classmethod
    def cut(cls, block: QTextBlock, seen: tuple[int, int]) -> Part:
        """Return the part of a paragraph around what is seen of it."""
        text = block.text()
        if len(text) != block.length() - 1:
            return cls(text, 0, has_pairs=True)
        start, end = seen
        left = max(text.rfind(" ", max(start - REACH, 0), start) + 1, start - REACH, 0)
        right = text.find(" ", end, end + REACH)
        return cls(text[left : end + REACH if right < 0 else right], left, has_pairs=False)

    def locate(self, place: int) -> int:
        """Return the position of Qt in the paragraph for a place in this text."""
        return utf16_length(self.text[:place]) if self.has_pairs else self.start + place


def _find_line(layout: QTextLayout, y: float) -> int:
    """Return the last line that begins above a height, else the first; -1 without lines."""
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if layout.lineAt(middle).y() <= y:
            low = middle
        else:
            high = middle - 1
    return min(low, high)


def _list_places(
    layout: QTextLayout, words: Iterable[Doubtful]
) -> Iterator[tuple[WavePlace, bool | None]]:
    """Yield the places below words, in each line that they are in; the words are in order."""
    line, end, top = QTextLine(), 0, 0.0
    for start, last, is_known in words:
        at = start
        while at < last:
            if at >= end:
                line = layout.lineForTextPosition(at)
                if not line.isValid() or line.textStart() + line.textLength() <= at:
                    break
                end, top = line.textStart() + line.textLength(), line.y() + line.ascent() + 2
            until = min(last, end)
            left, right = _find_x(line, at), _find_x(line, until)
            if right < left:
                left, right = right, left  # Hebrew and Arabic
            yield (left, top, right - left), is_known
            at = until


def find_position(box: QTextEdit, point: QPoint, *, is_at_cursor: bool) -> int:
    """Return the position in the text at a point of the box, or that of the cursor."""
    cursor = box.textCursor() if is_at_cursor else box.cursorForPosition(point)
    return cursor.position()


def _find_x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)
    # The stubs say that it is a number; PySide returns the position with it.
    return cast("tuple[float, int]", found)[0]
