"""Notifications above the page: they stay until they are answered, and take no focus."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel

from erasmus_desk.storage.locks import LockHolder

from ..theme.theme import Theme, set_role
from ..widgets.accessibility import announce
from ..widgets.buttons import ButtonRow, text_button, tool_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_column, build_row

CONFLICT, FILE, JOURNAL = "conflict", "file", "journal"
"""Topics: the open file was changed by somebody else; it was renamed, or it is gone."""


class Notification(Struct, frozen=True):
    """A text for the user, and the answers offered as (id, label)."""

    topic: str
    text: str
    answers: tuple[tuple[str, str], ...] = ()


class NotificationBar(QFrame):
    """The bar that shows one notification at a time; a new one replaces the one before."""

    answered = Signal(str, str)
    """The topic of the notification and the id of the answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_role(self, "notice")
        self._notification: Notification | None = None
        self._buttons: ButtonRow | None = None
        row = build_row(self, margins=(2, 1, 1, 1))
        icon = QLabel(pixmap=theme.warm_icon("triangle-alert").pixmap(20, 20))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.text_label = wrapped_label("")
        self._middle = build_column(None, self.text_label)
        row.addLayout(self._middle, 1)
        label = self.tr("Close the notice")
        self.close_button = tool_button(theme.icon("x"), label, clicked=self.clear)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def topic(self) -> str:
        """The topic of the notification that is shown, or an empty string."""
        return self._notification.topic if self._notification else ""

    def show_notification(self, notification: Notification) -> None:
        """Show a notification and announce it to screen readers."""
        if notification == self._notification:
            return
        self._notification = notification
        self.text_label.setText(notification.text)
        self._remove_buttons()
        if notification.answers:
            buttons = [text_button(label, self._on_answer) for _, label in notification.answers]
            for button, (answer, _) in zip(buttons, notification.answers, strict=True):
                button.setObjectName(answer)
            self._buttons = ButtonRow(*buttons)
            self._middle.addWidget(self._buttons)
        self.show()
        announce(self, notification.text)

    def clear(self, topic: str | bool = False) -> None:
        """Hide the notification; with a topic, only a notification of that topic."""
        if isinstance(topic, str) and topic != self.topic:
            return
        self._notification = None
        self._remove_buttons()
        self.hide()

    def _remove_buttons(self) -> None:
        if self._buttons is not None:
            self._middle.removeWidget(self._buttons)
            self._buttons.deleteLater()
            self._buttons = None

    def _on_answer(self) -> None:
        topic, answer = self.topic, self.sender().objectName()
        self.clear()
        self.answered.emit(topic, answer)


def describe_lock(holder: LockHolder) -> str:
    """Return a text that names who else has the draft open."""
    text = QCoreApplication.translate(
        "Notification",
        "{0} has had this proposal open on {1} since {2}. You can both work. The second "
        "person to save chooses how to keep both versions.",
    )
    since = holder.since.astimezone().strftime("%d-%m %H:%M")
    return text.format(holder.user, holder.host, since)
