"""Notifications above the page: they stay until they are answered, and take no focus."""

from __future__ import annotations

from enum import Enum

import shiboken6
from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget

from ..theme.theme import GRID, Theme, set_role
from ..widgets.accessibility import announce
from ..widgets.buttons import ButtonLines, WrappingRow, notice_icon_size, text_button, tool_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_row

SHORT_LINE = 60
"""Characters of a line beside which the answers stand."""
CONFLICT, FILE, JOURNAL = "conflict", "file", "journal"
"""Topics: the open file was changed by somebody else; it was renamed, or it is gone."""
MERGE = "merge"
"""The answer to merge another version."""


class Tone(Enum):
    """What a notification is: an icon, and the role of the bar at its left."""

    WRONG = "triangle-alert", "warm-bar"
    INFO = "info", "accent"
    DONE = "circle-check", "good-bar"


class Notification(Struct, frozen=True):
    """A text for the user, and the answers offered as (id, label)."""

    topic: str
    text: str
    answers: tuple[tuple[str, str], ...] = ()
    tone: Tone = Tone.WRONG


class _Words(WrappingRow):
    """A text with its answers at the right, or below where there is no room for both."""

    def __init__(self) -> None:
        self.text_label = wrapped_label("")
        super().__init__(self.text_label)
        self.row.setSpacing(GRID * 2)
        self.row.addWidget(self.text_label, 1)
        self._buttons: ButtonLines | None = None

    def show_buttons(self, *buttons: QPushButton) -> None:
        """Show these answers in place of those before; none hides them."""
        if self._buttons is not None:
            self.row.removeWidget(self._buttons)
            self._buttons.deleteLater()
        self._buttons = ButtonLines(*buttons) if buttons else None
        self.widgets = (self.text_label,)
        if self._buttons is not None:
            self.widgets = (self.text_label, self._buttons)
            self.row.addWidget(self._buttons)
            self.arrange()

    def needed_width(self) -> int:
        """Return the width in which the text is one line, or lines of a good length."""
        words = self.text_label.fontMetrics().horizontalAdvance(self.text_label.text()) + GRID
        most = self.text_label.fontMetrics().averageCharWidth() * SHORT_LINE
        beside = self._buttons.sizeHint().width() + GRID * 2 if self._buttons is not None else 0
        return min(words, most) + beside


class NotificationBar(QFrame):
    """The bar that shows one notification at a time; a new one replaces the one before."""

    answered = Signal(str, str)
    """The topic of the notification and the id of the answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "notice-bar")
        self._theme = theme
        self._notification: Notification | None = None
        self._bar, self._sign, self._words = QFrame(), QLabel(), _Words()
        self._bar.setFixedWidth(GRID // 2)
        self.text_label = self._words.text_label
        label = self.tr("Close the notice")
        self.close_button = tool_button(theme.icon("x"), label, clicked=self.clear)
        content = (self._bar, self._sign, self._words, self.close_button)
        row = build_row(self, *content, margins=(1, 1, 2, 1), spacing=1.5)
        row.setStretchFactor(self._words, 1)
        self._focused_before: QWidget | None = None
        """Where the focus was before it came here."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    @property
    def topic(self) -> str:
        """The topic of the notification that is shown, or an empty string."""
        return self._notification.topic if self._notification else ""

    def use_theme(self, theme: Theme) -> None:
        """Show the icons in the colours of a theme."""
        if theme is self._theme:
            return
        self._theme = theme
        self.close_button.setIcon(theme.icon("x"))
        if self._notification is not None:
            self._show_tone(self._notification.tone)

    def show_notification(self, notification: Notification) -> None:
        """Show a notification and announce it to screen readers."""
        if notification == self._notification:
            return
        self._notification = notification
        self._give_focus_back()
        self.text_label.setText(notification.text)
        self._show_tone(notification.tone)
        buttons = [text_button(label, self._on_answer) for _, label in notification.answers]
        for button, (answer, _) in zip(buttons, notification.answers, strict=True):
            button.setObjectName(answer)
        self._words.show_buttons(*buttons)
        self.show()
        announce(self, notification.text)

    def notify(
        self, topic: str, text: str, *answers: tuple[str, str], tone: Tone = Tone.DONE
    ) -> None:
        """Say what was done, or what is good to know: nothing is wrong."""
        self.show_notification(Notification(topic, text, answers, tone))

    def clear(self, topic: str | bool = False) -> None:
        """Hide the notification; with a topic, only a notification of that topic."""
        if isinstance(topic, str) and topic != self.topic:
            return
        self._notification = None
        self._give_focus_back()
        self._words.show_buttons()
        self.hide()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or old is None or self.isAncestorOf(old):
            return
        if self.isAncestorOf(new):
            self._focused_before = old

    def _give_focus_back(self) -> None:
        """Put the focus where it was: Qt would put it on the first button of the window."""
        before, focused = self._focused_before, QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()

    def _show_tone(self, tone: Tone) -> None:
        icon, role = tone.value
        colours = self._theme.colours
        ink = {Tone.WRONG: colours.warm, Tone.DONE: colours.good}.get(tone, colours.accent)
        size = notice_icon_size()
        self._sign.setPixmap(self._theme.icons.icon(icon, ink, size).pixmap(size, size))
        set_role(self._bar, role)

    def _on_answer(self) -> None:
        asked, topic, answer = self._notification, self.topic, self.sender().objectName()
        self.clear()
        self.answered.emit(topic, answer)
        if shiboken6.isValid(self) and asked is not None and asked == self._notification:
            # Who only looked goes on where the question was.
            for button in self.findChildren(QPushButton, answer):
                button.setFocus()
