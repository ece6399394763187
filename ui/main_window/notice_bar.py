"""A lasting notice above the page, with what can be done about it; it takes no focus."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from erasmus_desk.errors import DeskError
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.storage.locks import Holder

from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import announce
from ..widgets.buttons import ButtonRow, tool_button
from ..widgets.labels import wrapped


class Notice(Struct, frozen=True):
    """What is said, and the answers offered as (id, label)."""

    topic: str
    text: str
    answers: tuple[tuple[str, str], ...] = ()


class NoticeBar(QFrame):
    """Shows one notice at a time; a later one of another topic waits for none."""

    answered = Signal(str, str)
    """Topic of the notice and id of the answer."""

    def __init__(self, look: Look) -> None:
        """Build an empty, hidden bar."""
        super().__init__()
        set_role(self, "notice")
        self._notice: Notice | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        row.setSpacing(GRID)
        icon = QLabel()
        icon.setPixmap(look.warm_icon("triangle-alert").pixmap(20, 20))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._middle = QVBoxLayout()
        self.text_label = wrapped("")
        self._middle.addWidget(self.text_label)
        self._buttons: ButtonRow | None = None
        row.addLayout(self._middle, 1)
        self.close_button = tool_button(look.icon("x"), self.tr("Close the notice"))
        self.close_button.clicked.connect(self.clear)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def topic(self) -> str:
        """The topic of the notice that is shown, or an empty string."""
        return self._notice.topic if self._notice else ""

    def show_notice(self, notice: Notice) -> None:
        """Show a notice and have it read aloud."""
        if notice == self._notice:
            return
        self._notice = notice
        self.text_label.setText(notice.text)
        self._empty()
        if notice.answers:
            self._buttons = ButtonRow(*(self._button(*answer) for answer in notice.answers))
            self._middle.addWidget(self._buttons)
        self.show()
        announce(self, notice.text)

    def clear(self, topic: str | bool = False) -> None:
        """Take the notice away; with a topic, only a notice of that topic."""
        if isinstance(topic, str) and topic != self.topic:
            return
        self._notice = None
        self._empty()
        self.hide()

    def _button(self, answer: str, label: str) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(answer)
        button.clicked.connect(self._on_answer)
        return button

    def _empty(self) -> None:
        if self._buttons is not None:
            self._middle.removeWidget(self._buttons)
            self._buttons.deleteLater()
            self._buttons = None

    def _on_answer(self) -> None:
        topic, answer = self.topic, self.sender().objectName()
        self.clear()
        self.answered.emit(topic, answer)


def error_notice(sentences: Sentences, problem: DeskError, **more: object) -> Notice:
    """Say what happened, what is safe and what to do; `more` adds facts to the error's."""
    told = sentences.error(problem, **more)
    return Notice("error", " ".join(part for part in (told.what, told.safe, told.do) if part))


def holder_notice(holder: Holder) -> Notice:
    """Say who else has the draft open, and that nothing will be overwritten."""
    text = QCoreApplication.translate(
        "Notice",
        "{0} has this draft open on {1} since {2}. Both can work; whoever saves second is "
        "asked, and nothing is overwritten.",
    )
    since = holder.since.astimezone().strftime("%d-%m %H:%M")
    return Notice("holder", text.format(holder.user, holder.host, since))
