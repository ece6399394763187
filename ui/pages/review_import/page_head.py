"""The head of the page: its title, the place of the change shown, and what came with the files."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ...theme.theme import Theme
from ...widgets.buttons import icon_size, text_button, tool_button
from ...widgets.flow_layout import FlowLayout
from ...widgets.labels import NaturalLabel, wrapped_label
from ...widgets.layouts import build_column, build_row
from ...widgets.scroll_page import TitleRow


class PageHead(QWidget):
    """Says which of the changes is shown, with buttons to those beside it and to leave."""

    def __init__(self, theme: Theme, title_label: QLabel, *, is_version: bool) -> None:
        super().__init__()
        self.position_label = NaturalLabel()
        before, after = self.tr("Previous change"), self.tr("Next change")
        self.previous_button = tool_button(theme.icon("chevron-left"), before)
        self.next_button = tool_button(theme.icon("chevron-right"), after)
        self.cancel_button = text_button(self.tr("Not now"))
        hint = self.tr("Close without importing. Your proposal does not change.")
        if is_version:
            hint = self.tr("Close without merging. Your proposal does not change.")
        self.cancel_button.setToolTip(hint)
        self.cancel_button.setAccessibleDescription(hint)
        self.turn = QWidget()
        build_row(self.turn, self.position_label, self.previous_button, self.next_button)
        beside = QWidget()
        FlowLayout(beside, self.turn, self.cancel_button)
        first = TitleRow(title_label)
        first.add(beside)
        self.summary_label = wrapped_label("", "quiet")
        second = build_note(theme, "file-text", self.summary_label)
        build_column(self, first, second, spacing=1.5)

    def show_position(self, place: int, count: int) -> None:
        """Show which of the changes is shown, counted from 0."""
        text = self.tr("Change {0} of {1}").format(place + 1, count)
        self.position_label.setText(text)
        self.turn.setVisible(count > 1)


def build_note(theme: Theme, name: str, label: QLabel) -> QWidget:
    """Build a quiet line with an icon before its text."""
    icon = theme.icons.icon(name, theme.colours.quiet)
    sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
    sign.setAlignment(Qt.AlignmentFlag.AlignTop)
    note = QWidget()
    build_row(note, sign, label).setStretch(1, 1)
    return note
