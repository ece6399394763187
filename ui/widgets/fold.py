"""A line of text that unfolds what is below it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ..theme.theme import Theme
from .accessibility import set_accessible_name
from .buttons import icon_size
from .card_button import CardButton
from .labels import wrapped_label
from .layouts import build_column, build_row, measure_again


class Fold(QWidget):
    """A quiet line with an arrow; its body is folded until somebody wants it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = CardButton(theme, is_flat=True, is_first=True)
        self.head.setCheckable(True)
        self.head.setObjectName("line")
        self._arrow, self.text_label = QLabel(), wrapped_label("", "quiet")
        row = build_row(self.head, self._arrow, self.text_label, margins=(0, 0.5, 0, 0.5))
        row.setStretchFactor(self.text_label, 1)
        self.head.pass_clicks()
        self._body = QWidget()
        self.body_column = build_column(self._body, margins=(2, 0, 0, 1), spacing=0.5)
        self._body.hide()
        build_column(self, self.head, self._body, spacing=0)
        self.head.toggled.connect(self._on_toggled)
        self._show_arrow()

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.head.isChecked()

    def unfold(self) -> None:
        """Show the body."""
        self.head.setChecked(True)

    def show_text(self, text: str) -> None:
        """Show another text on the line."""
        if text != self.text_label.text():
            self.text_label.setText(text)
            set_accessible_name(self.head, text)
            measure_again(self.text_label)

    def _on_toggled(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self._show_arrow()

    def _show_arrow(self) -> None:
        name = "chevron-up" if self.is_open else "chevron-down"
        self._arrow.setPixmap(self._theme.icon(name).pixmap(icon_size(), icon_size()))
