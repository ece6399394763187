"""Labels for text of any length: they wrap and show plain text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ..theme.theme import set_role
from .layouts import build_column, build_row


def wrapped_label(text: str, role: str = "") -> QLabel:
    """Build a label that wraps and shows its text without interpreting HTML."""
    label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label


def short_label(text: str, role: str) -> QLabel:
    """Build a label of one line."""
    label = QLabel(text)
    set_role(label, role)
    return label


class SteadyLabel(QLabel):
    """A label for a text that changes with each key: it is as wide as its longest text so far.

    With another size hint, Qt would lay out the whole page with each key.
    """

    def setText(self, text: str) -> None:
        """Show a text, and grow if it needs more room."""
        super().setText(text)
        wanted = self.sizeHint()
        if wanted.width() > self.maximumWidth() or wanted.height() != self.maximumHeight():
            self.setFixedSize(wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Fit a new type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setFixedSize(self.sizeHint())


class NaturalLabel(QLabel):
    """A label that likes to be one line, and wraps where there is no room for it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line."""
        metrics = self.fontMetrics()
        extra = self.contentsMargins().left() + self.contentsMargins().right() + 2
        return QSize(metrics.horizontalAdvance(self.text()) + extra, metrics.height())


def selectable_label(text: str, name: str) -> QLabel:
    """Build a label whose text can be focused, selected and copied."""
    label = wrapped_label(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(name)
    return label


def our_words(paragraphs: tuple[str, ...], heading: str = "") -> QWidget:
    """Build a box with our own examples and hints, set apart from what a source says."""
    frame = QFrame()
    set_role(frame, "ours")
    head = (wrapped_label(heading, "label"),) if heading else ()
    build_column(frame, *head, *map(wrapped_label, paragraphs), margins=(2, 1, 2, 1))
    return frame


def bullet_item(text: str) -> QWidget:
    """Build a list item whose lines are indented behind the bullet."""
    return marked_line(QLabel("•"), wrapped_label(text))


def marked_line(mark: QWidget, text: QLabel, spacing: float = 1) -> QWidget:
    """Build a widget with a mark at the top left of a text that wraps."""
    line = QWidget()
    row = build_row(line, spacing=spacing)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return line
