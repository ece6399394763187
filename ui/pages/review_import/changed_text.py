"""A text with its changes marked as in Word; sentences without a change are folded to a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from erasmus_desk.draft.changed_sentences import find_passages
from erasmus_desk.draft.word_diff import DiffKind, DiffPiece

from ...fields.shown_text import escape_unsupported
from ...i18n import plurals
from ...i18n.quotes import quote
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import icon_size
from ...widgets.card_button import CardButton
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import add_content, build_column, build_row

TEXT_SIZE = 15 / 13
"""Size of the text to its size elsewhere."""
LINE_SPACING = 140
"""Percent of the height of a line."""
QUOTED = 60
"""Characters of folded sentences that are quoted."""


class MarkedText(QTextEdit):
    """Shows the pieces of a comparison, to read and to copy; as high as its text."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        set_role(self, "marked")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(GRID / 2)
        frame = self.document().rootFrame()
        sides = frame.frameFormat()
        # At the left edge of the headings around it.
        sides.setLeftMargin(0)
        sides.setRightMargin(0)
        frame.setFrameFormat(sides)
        self._theme = theme
        self._name = name
        # The layouts around do not accept another height while they lay this one out.
        self._fit_timer = QTimer(self, singleShot=True)
        self._fit_timer.timeout.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(self._on_laid_out)

    def show_pieces(self, pieces: Iterable[DiffPiece]) -> None:
        """Show pieces; deleted ones are struck through, inserted ones underlined."""
        shown = tuple(pieces)
        cursor = self.textCursor()
        block = QTextBlockFormat()
        block.setLineHeight(LINE_SPACING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        plain = QTextCharFormat()
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * TEXT_SIZE)
        plain.setFont(font)
        for index, piece in enumerate(shown):
            text = piece.text.strip()
            before, _, blanks = piece.text.partition(text) if text else ("", "", piece.text)
            if index == len(shown) - 1:
                blanks = ""
            cursor.insertText(escape_unsupported(before), plain)
            cursor.insertText(escape_unsupported(text), self._format(plain, piece.kind))
            is_followed = index < len(shown) - 1 and shown[index + 1].kind is DiffKind.INSERTED
            if piece.kind is DiffKind.DELETED and is_followed:
                # What is inserted instead is a word of its own.
                blanks = blanks or " "
            cursor.insertText(escape_unsupported(blanks), plain)
        set_accessible_name(self, self._name, self._describe(shown))
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _format(self, plain: QTextCharFormat, kind: DiffKind) -> QTextCharFormat:
        colours = self._theme.colours
        marked = QTextCharFormat(plain)
        if kind is DiffKind.DELETED:
            marked.setBackground(QColor(colours.deleted))
            marked.setForeground(QColor(colours.warm))
            marked.setFontStrikeOut(True)
        elif kind is DiffKind.INSERTED:
            marked.setBackground(QColor(colours.inserted))
            marked.setForeground(QColor(colours.good))
            marked.setFontUnderline(True)
        return marked

    def _describe(self, pieces: Sequence[DiffPiece]) -> str:
        """Return the changes in words: screen readers read the text without its marks."""
        texts = {
            DiffKind.DELETED: self.tr("deleted: {}"),
            DiffKind.INSERTED: self.tr("inserted: {}"),
        }
        parts = (texts[one.kind].format(one.text.strip()) for one in pieces if one.kind in texts)
        return "; ".join(parts)

    def _on_laid_out(self) -> None:
        self._fit_timer.start(0)

    def _fit(self) -> None:
        height = int(self.document().size().height()) + GRID
        if height != self.minimumHeight():
            self.setFixedHeight(height)


class FoldedSentences(QWidget):
    """A line that says how many sentences did not change; a click shows them."""

    def __init__(self, theme: Theme, count: int, text: str, *, is_first: bool) -> None:
        """Build the line; one that is not the first thing has a stroke above it."""
        super().__init__()
        self._count_text = plurals.sentences_unchanged(count)
        self.button = CardButton(theme, is_flat=True, is_first=is_first)
        icon = theme.icons.icon("unfold-vertical", theme.colours.quiet)
        sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
        words = wrapped_label(f"{self._count_text}   {_quote(text)}", "quiet")
        row = build_row(self.button, sign, words, margins=(0, 0.75, 0, 0.75))
        row.setStretchFactor(words, 1)
        self.button.pass_clicks()
        self.button.clicked.connect(self._on_clicked)
        self.text_label = selectable_label(text.strip(), self._count_text)
        set_role(self.text_label, "quiet")
        self.text_label.hide()
        build_column(self, self.button, self.text_label, spacing=0.5)
        self._name()

    def _on_clicked(self) -> None:
        self.text_label.setVisible(self.text_label.isHidden())
        self._name()

    def _name(self) -> None:
        state = self.tr("folded") if self.text_label.isHidden() else self.tr("unfolded")
        self.button.setAccessibleName(f"{self._count_text}, {state}")


def _quote(text: str) -> str:
    """Return the begin of a text in quotation marks."""
    line = " ".join(text.split())
    if len(line) <= QUOTED:
        return quote(line)
    return quote(f"{line[:QUOTED].rsplit(' ', 1)[0]} …")


class ChangedText(QWidget):
    """One comparison: its passages below each other."""

    def __init__(self, theme: Theme, heading: str, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = heading or name
        self._column = build_column(self, spacing=0.5)
        if heading:
            self._column.addWidget(wrapped_label(heading, "label"))
        self.texts: tuple[MarkedText, ...] = ()

    def show_pieces(self, pieces: Sequence[DiffPiece], *kinds: DiffKind) -> None:
        """Show the pieces of these kinds; sentences are folded by what changed in all pieces."""
        texts: list[MarkedText] = []
        for passage in find_passages(pieces):
            shown = [piece for piece in passage.pieces if piece.kind in kinds]
            if passage.unchanged_count:
                text = "".join(piece.text for piece in passage.pieces)
                is_first = not self._column.count()
                folded = FoldedSentences(
                    self._theme, passage.unchanged_count, text, is_first=is_first
                )
                add_content(self._column, folded)
            elif shown:
                texts.append(self._build_text(shown))
        if not pieces:
            self._column.addWidget(wrapped_label("–"))
        self._column.addStretch(1)
        self.texts = tuple(texts)

    def _build_text(self, pieces: Sequence[DiffPiece]) -> MarkedText:
        text = MarkedText(self._theme, self._name)
        text.show_pieces(pieces)
        self._column.addWidget(text)
        return text
