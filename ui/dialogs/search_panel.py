"""The search over all answers: results follow typing, the chosen one is gone to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import is_own
from erasmus_desk.draft.search import Hit, find

from ..i18n import plurals
from ..session.session import Session
from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import announce, name
from ..widgets.buttons import tool_button

SHOWN = 200
"""Most results listed; more than that calls for another word, not for more scrolling."""
LINES = 8
"""Most lines of results visible at a time."""
REST = 300
"""Milliseconds without a change of the draft before the results follow it."""
KEY = Qt.ItemDataRole.UserRole


class SearchPanel(QFrame):
    """A line to type in and the answers in which all its words occur. It changes nothing."""

    chosen = Signal(object)
    """The key of the answer to go to."""
    closed = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        """Search the answers of a session."""
        super().__init__()
        self._session = session
        self._hits: tuple[Hit, ...] = ()
        set_role(self, "side")
        self._build(look)
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(REST)
        self._rest_timer.timeout.connect(self._search)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._on_first)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.close_button.clicked.connect(self.closed)
        session.changed.connect(self._on_changed)

    def focus_first(self) -> None:
        """Put the cursor into the line, with what stands there ready to be replaced."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc, and go from the line down to the results."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self.list.count():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self, look: Look) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find in all answers"))
        self.line.addAction(look.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        name(self.line, self.tr("Find in all answers"))
        self.count_label = QLabel()
        set_role(self.count_label, "quiet")
        self.close_button = tool_button(look.icon("x"), self.tr("Close the search"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name(self.list, self.tr("Answers found"))
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * (LINES + 2))
        self.list.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.count_label)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self.list)

    def _search(self) -> None:
        wanted = self.line.text()
        hits = find(self._session.draft, self._session.pack, wanted)
        if hits != self._hits:
            self._hits = hits
            self._fill(hits[:SHOWN])
        is_asked = bool(wanted.strip())
        said = plurals.hits(len(hits)) if is_asked else ""
        if len(hits) > SHOWN:
            said = self.tr("{0}; the first {1} are shown").format(said, SHOWN)
        self.count_label.setText(said)
        self.list.setVisible(bool(hits))
        announce(self.line, said)

    def _fill(self, hits: tuple[Hit, ...]) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{self._place(hit)}\n{hit.excerpt}", self.list)
            item.setData(KEY, hit.key)
        self.list.setCurrentRow(0)

    def _place(self, hit: Hit) -> str:
        """Say where an answer stands: its question, whose it is, and whether it is parked."""
        if is_own(hit.key):
            return QCoreApplication.translate("Steps", "Feedback")
        draft, form = self._session.draft, self._session.form
        gone = (one.wording for one in draft.orphans if one.key == hit.key)
        place = self._session.texts.short(hit.key.question) or next(gone, "") or hit.key.question
        spec = form.lists.get(form.list_of(hit.key.question))
        owner = draft.text(spec.name, hit.key.item) if spec else ""
        if owner and spec and spec.name != hit.key.question:
            place = f"{place} – {owner}"
        return self.tr("{} (parked)").format(place) if hit.is_parked else place

    def _on_changed(self) -> None:
        if self.isVisible() and self.line.text():
            self._rest_timer.start()

    def _on_first(self) -> None:
        item = self.list.currentItem() if self._hits else None
        if item is not None:
            self._on_activated(item)

    def _on_activated(self, item: QListWidgetItem) -> None:
        key = item.data(KEY)
        if isinstance(key, Key):
            self.chosen.emit(key)
