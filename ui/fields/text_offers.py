"""The offers below a text that was copied from elsewhere: to remove what nobody wants in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from erasmus_desk.draft.hidden_characters import HIDDEN, has_hidden, remove_hidden
from erasmus_desk.draft.pasted_text import find_page_lines, remove_page_lines

from ..i18n import plurals
from ..i18n.joined import join_parts
from ..widgets.buttons import text_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import STRETCH, build_column, build_row

MOST_QUOTED = 120
"""Characters of the lines that are quoted."""


class TextOffers(QWidget):
    """A line for characters that cannot be seen and one for page lines, each with its button."""

    def __init__(self, change: Callable[[Callable[[str], str]], None]) -> None:
        """`change` replaces the text by what a function makes of it, as one undo step."""
        super().__init__()
        self.hidden_label, self.lines_label = wrapped_label("", "quiet"), wrapped_label("", "quiet")
        self.hidden_button = text_button(self.tr("Remove them"), lambda: change(remove_hidden))
        self.lines_button = text_button(
            self.tr("Remove these lines"), lambda: change(remove_page_lines)
        )
        hidden = (self.hidden_label, build_row(None, self.hidden_button, STRETCH))
        lines = (self.lines_label, build_row(None, self.lines_button, STRETCH))
        build_column(self, *hidden, *lines, spacing=0.5)

    def show_for(self, text: str) -> None:
        """Offer what this text gives reason for."""
        hidden = len(HIDDEN.findall(text)) if has_hidden(text) else 0
        lines = text.split("\n")
        found = [lines[index].strip() for index in find_page_lines(lines)]
        self._show(self.hidden_label, self.hidden_button, hidden, plurals.unseen_characters)
        self._show(self.lines_label, self.lines_button, len(found), plurals.page_lines)
        quoted = join_parts(*found)
        if len(quoted) > MOST_QUOTED:
            quoted = f"{quoted[:MOST_QUOTED]}…"
        self.lines_label.setText(self.lines_label.text().format(quoted))
        self.lines_label.setToolTip("\n".join(found))
        self.setVisible(bool(hidden or found))

    def _show(
        self, label: QLabel, button: QPushButton, count: int, describe: Callable[[int], str]
    ) -> None:
        label.setText(describe(count) if count else "")
        button.setAccessibleDescription(label.text())
        label.setVisible(count > 0)
        button.setVisible(count > 0)
