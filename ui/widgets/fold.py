"""A line of text that unfolds what is below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ..theme.theme import Theme
from .accessibility import set_accessible_name
from .buttons import icon_size
from .card_button import CardButton
from .labels import wrapped_label
from .layouts import build_column, build_row, measure_again


def describe_fold(text: str, *, is_open: bool) -> str:
    """Return the name of a line that folds and unfolds what is below it, for screen readers.

    A button that can be checked would be read as a check box.
    """
    unfolded = QCoreApplication.translate("FoldHead", "unfolded")
    folded = QCoreApplication.translate("FoldHead", "folded")
    return ". ".join(filter(None, (text, unfolded if is_open else folded)))


class FoldButton(CardButton):
    """A line that is one button: a click folds or unfolds what is below it."""

    folded = Signal(bool)
    """Whether what is below is to be shown now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, is_flat=True, is_first=True)
        self.is_open = False
        self._name = ""
        self.setObjectName("line")
        self.clicked.connect(lambda: self.fold(is_open=not self.is_open))

    def fold(self, *, is_open: bool) -> None:
        """Show or hide what is below."""
        if is_open != self.is_open:
            self.is_open = is_open
            self.show_name(self._name)
            self.folded.emit(is_open)

    def show_name(self, text: str) -> None:
        """Tell screen readers another name, and whether it is unfolded."""
        self._name = text
        set_accessible_name(self, describe_fold(text, is_open=self.is_open))


class Fold(QWidget):
    """A quiet line with an arrow; its body is folded until somebody wants it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = FoldButton(theme)
        self._arrow, self.text_label = QLabel(), wrapped_label("", "quiet")
        row = build_row(self.head, self._arrow, self.text_label, margins=(0, 0.5, 0, 0.5))
        row.setStretchFactor(self.text_label, 1)
        self.head.pass_clicks()
        self._body = QWidget()
        self.body_column = build_column(self._body, margins=(2, 0, 0, 1), spacing=0.5)
        self._body.hide()
        build_column(self, self.head, self._body, spacing=0)
        self.head.folded.connect(self._on_folded)
        self._show_arrow()

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.head.is_open

    def unfold(self) -> None:
        """Show the body."""
        self.head.fold(is_open=True)

    def show_text(self, text: str) -> None:
        """Show another text on the line."""
        if text != self.text_label.text():
            self.text_label.setText(text)
            self.head.show_name(text)
            measure_again(self.text_label)

    def _on_folded(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._show_arrow()

    def _show_arrow(self) -> None:
        name = "chevron-up" if self.is_open else "chevron-down"
        self._arrow.setPixmap(self._theme.icon(name).pixmap(icon_size(), icon_size()))
