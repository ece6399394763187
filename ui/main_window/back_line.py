"""The line above a page that was opened from the checks: what is to do there, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel

from ..pages.checks.model import Entry
from ..session.check_runner import CheckRunner
from ..theme.theme import Theme, set_role
from ..widgets.accessibility import announce
from ..widgets.buttons import icon_size, push_button, tool_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_row


class BackLine(QFrame):
    """Shows one problem until another page is shown, and says when it is solved."""

    def __init__(self, checks: CheckRunner, theme: Theme, go_back: Callable[[], None]) -> None:
        super().__init__()
        set_role(self, "back")
        self._checks, self._theme = checks, theme
        self._entry: Entry | None = None
        self._step = ""
        self._sign = QLabel()
        self.text_label = wrapped_label("")
        self.back_button = push_button(
            theme.icon("chevron-left"), self.tr("Back to Check"), clicked=go_back
        )
        close = self.tr("Close the line")
        self.close_button = tool_button(theme.icon("x"), close, clicked=self.clear)
        parts = (self._sign, self.text_label, self.back_button, self.close_button)
        row = build_row(self, *parts, margins=(2, 0.5, 1, 0.5), spacing=1.5)
        row.setStretchFactor(self.text_label, 1)
        self.hide()
        checks.finished.connect(self._show_state)

    def show_entry(self, entry: Entry, step: str) -> None:
        """Show a problem whose field is on the page of a step."""
        self._entry, self._step = entry, step
        self._show_state()
        self.show()

    def clear(self) -> None:
        """Hide the line."""
        self._entry = None
        self.hide()

    def follow(self, step: str) -> None:
        """Hide the line on any other page than that of its problem."""
        if self._entry is not None and step != self._step:
            self.clear()

    def _show_state(self) -> None:
        """Show the problem, or that it is solved."""
        entry = self._entry
        if entry is None:
            return
        left = any((one.code, one.key) == entry.id for one in self._checks.findings)
        icon = self._theme.accent_icon("list-checks")
        text = f"{entry.title} {entry.detail}" if entry.reasons else entry.title
        if entry.detail and not entry.reasons:
            text = f"{entry.title} ({entry.detail})"
        if not left:
            icon = self._theme.good_icon("circle-check")
            text = self.tr("Done: {}").format(entry.title)
        self._sign.setPixmap(icon.pixmap(icon_size(), icon_size()))
        if text != self.text_label.text():
            self.text_label.setText(text)
            announce(self, text)
