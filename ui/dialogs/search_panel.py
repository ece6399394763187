"""The search in all answers: results follow typing, the chosen one opens its page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem

from erasmus_desk.draft.model import Key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.draft.search import SearchHit, find

from ..i18n import plurals
from ..qt_support import single_shot
from ..session.session import Session
from ..theme.theme import Theme, set_role
from ..widgets.accessibility import announce, set_accessible_name
from ..widgets.buttons import tool_button
from ..widgets.labels import short_label
from ..widgets.layouts import build_column, build_row

MAX_RESULTS = 200
"""Results listed at most; with more the user needs another word, not more scrolling."""
VISIBLE_LINES = 8
"""Lines of results visible at most."""
UPDATE_DELAY = 300
"""Milliseconds without a change of the draft before the results are updated."""
KEY_ROLE = Qt.ItemDataRole.UserRole


class SearchPanel(QFrame):
    """A search line and the answers that contain all its words."""

    chosen = Signal(object)
    """The key of the answer to go to."""
    closed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        """Build the panel for the answers of a session."""
        super().__init__()
        self._session = session
        self._hits: tuple[SearchHit, ...] = ()
        set_role(self, "side")
        self._build(theme)
        self._update_timer = single_shot(self, UPDATE_DELAY)
        self._update_timer.timeout.connect(self._search)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._on_first)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        session.changed.connect(self._on_changed)

    def focus_first(self) -> None:
        """Focus the search line and select its text."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, and move from the line to the results on Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self.list.count():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find in all answers"))
        self.line.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        set_accessible_name(self.line, self.tr("Find in all answers"))
        self.count_label = short_label("", "quiet")
        close = self.tr("Close the search")
        self.close_button = tool_button(theme.icon("x"), close, clicked=self.closed)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_accessible_name(self.list, self.tr("Answers found"))
        self.list.setMaximumHeight(self.fontMetrics().lineSpacing() * (VISIBLE_LINES + 2))
        self.list.hide()
        row = build_row(None, self.line, self.count_label, self.close_button)
        row.setStretchFactor(self.line, 1)
        build_column(self, row, self.list, margins=(2, 1, 2, 1))

    def _search(self) -> None:
        query = self.line.text()
        hits = find(self._session.draft, self._session.pack, query)
        if hits != self._hits:
            self._hits = hits
            self._fill(hits[:MAX_RESULTS])
        has_query = bool(query.strip())
        message = plurals.hits(len(hits)) if has_query else ""
        if len(hits) > MAX_RESULTS:
            message = self.tr("{0}; the first {1} are shown").format(message, MAX_RESULTS)
        self.count_label.setText(message)
        self.list.setVisible(bool(hits))
        announce(self.line, message)

    def _fill(self, hits: tuple[SearchHit, ...]) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{self._describe(hit)}\n{hit.excerpt}", self.list)
            item.setData(KEY_ROLE, hit.key)
        self.list.setCurrentRow(0)

    def _describe(self, hit: SearchHit) -> str:
        """Return the answer's question, its owner, and whether the answer is hidden."""
        if is_desk_key(hit.key):
            return QCoreApplication.translate("StepStatus", "Comments and files")
        draft, form = self._session.draft, self._session.form
        orphaned = (one.wording for one in draft.orphans if one.key == hit.key)
        label = (
            self._session.texts.short_label(hit.key.question)
            or next(orphaned, "")
            or hit.key.question
        )
        spec = form.lists.get(form.list_of(hit.key.question))
        owner = draft.text(spec.name, hit.key.item) if spec else ""
        if owner and spec and spec.name != hit.key.question:
            label = f"{label} – {owner}"
        return self.tr("{} (set aside)").format(label) if hit.is_hidden else label

    def _on_changed(self) -> None:
        if self.isVisible() and self.line.text():
            self._update_timer.start()

    def _on_first(self) -> None:
        item = self.list.currentItem() if self._hits else None
        if item is not None:
            self._on_activated(item)

    def _on_activated(self, item: QListWidgetItem) -> None:
        key = item.data(KEY_ROLE)
        if isinstance(key, Key):
            self.chosen.emit(key)
