"""Find and replace in all answers: results follow typing, the chosen one opens its page."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.draft.review_state import is_desk_key
from erasmus_desk.draft.search import (
    SearchHit,
    can_replace,
    find,
    find_matches,
    replace_matches,
)

from ..i18n import plurals
from ..qt_support import single_shot
from ..session.session import Session
from ..theme.theme import Theme, set_role
from ..widgets.accessibility import announce, set_accessible_name
from ..widgets.buttons import text_button, tool_button
from ..widgets.labels import short_label
from ..widgets.layouts import build_column, build_row
from ..widgets.tab_order import chain_stops
from ..widgets.text_kind import TextKind, mark_unspelled
from ..widgets.wrapped_items import fit_whole_rows, wrap_items

MAX_RESULTS = 200
"""Results listed at most; with more the user needs another word, not more scrolling."""
VISIBLE_RESULTS, LIST_SHARE = 5, 6
"""Results visible at most, and the part of the window that they may take: a sixth."""
UPDATE_DELAY = 300
"""Milliseconds without a change of the draft before the results are updated."""
KEY_ROLE = Qt.ItemDataRole.UserRole


REPLACE_LABEL = "text.replace"
"""Label of the change set that replaces text."""


class Match(NamedTuple):
    """A place where the words stand together: an answer, and the characters of its text."""

    key: Key
    start: int
    end: int


def _fit_rows(results: QListWidget) -> None:
    """Leave most of the window to the page."""
    fit_whole_rows(results, results.window().height() // LIST_SHARE, VISIBLE_RESULTS)


class SearchPanel(QFrame):
    """A search line, the answers that contain all its words, and what is put in their place."""

    chosen = Signal(object)
    """The key of the answer to go to."""
    marked = Signal(object)
    """The match that is replaced next, to be shown while the focus stays here."""
    closed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        """Build the panel for the answers of a session."""
        super().__init__()
        self._session = session
        self._hits: tuple[SearchHit, ...] = ()
        self._next: Match | None = None
        set_role(self, "side")
        self._build(theme)
        self._update_timer = single_shot(self, UPDATE_DELAY)
        self._update_timer.timeout.connect(self._search)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._on_first)
        self.replace_line.returnPressed.connect(self.replace_next)
        self.replace_button.clicked.connect(self.replace_next)
        self.replace_all_button.clicked.connect(self.replace_all)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.closed.emit)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        session.changed.connect(self._on_changed)

    @property
    def is_replacing(self) -> bool:
        """Whether there is a line for what is put in the place of what is found."""
        return not self._replacing.isHidden()

    def show_replacing(self, *, is_shown: bool) -> None:
        """Show or hide what replaces; its words stay."""
        self._replacing.setVisible(is_shown)

    def focus_first(self) -> None:
        """Focus the search line and select its text."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from the line to the results on Down."""
        if event.key() == Qt.Key.Key_Down and self.list.count():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of a low window to the page below."""
        super().resizeEvent(event)
        _fit_rows(self.list)

    def _build(self, theme: Theme) -> None:
        self.line = mark_unspelled(QLineEdit(), TextKind.SEARCH)
        self.line.setPlaceholderText(self.tr("Find in all answers"))
        self.line.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        set_accessible_name(self.line, self.tr("Find in all answers"))
        self.count_label = short_label("", "quiet")
        close = self.tr("Close the search")
        self.close_button = tool_button(theme.icon("x"), close, clicked=self.closed)
        self.list = QListWidget()
        wrap_items(self.list)
        set_accessible_name(self.list, self.tr("Answers found"))
        self.list.hide()
        row = build_row(None, self.line, self.count_label, self.close_button)
        row.setStretchFactor(self.line, 1)
        self.replace_line = mark_unspelled(QLineEdit(), TextKind.SEARCH)
        self.replace_line.setPlaceholderText(self.tr("Replace with"))
        set_accessible_name(self.replace_line, self.tr("Replace with"))
        self.replace_button = text_button(self.tr("Replace"))
        self.replace_all_button = text_button(self.tr("Replace all"))
        buttons = (self.replace_button, self.replace_all_button)
        self._replacing = QWidget()
        replace = build_row(self._replacing, self.replace_line, *buttons)
        replace.setStretchFactor(self.replace_line, 1)
        build_column(self, row, self._replacing, self.list, margins=(2, 1, 2, 1))
        # From what is sought to what replaces it; the button at its end comes last.
        chain_stops(self.line, (self.replace_line, *buttons, self.list, self.close_button))

    def first_match(self, key: Key) -> Match | None:
        """Return the first place in an answer where the words stand together."""
        text = self._session.draft.text(key.question, key.item)
        return next((Match(key, *span) for span in find_matches(text, self.line.text())), None)

    def replace_next(self) -> None:
        """Replace the match that is marked and mark the next one; first only mark one."""
        matches = self._list_matches()
        if self._next is None or self._next not in matches:
            self._mark(matches[0] if matches else None)
            return
        index = matches.index(self._next)
        key, start, end = matches[index]
        text, new = self._session.draft.text(key.question, key.item), self.replace_line.text()
        changed = f"{text[:start]}{new}{text[end:]}"
        self._perform(Change(key, text, changed or None))
        rest = matches[index + 1 :]
        if rest and rest[0].key == key:
            shift = len(new) - (end - start)
            rest[0] = Match(key, rest[0].start + shift, rest[0].end + shift)
        self._mark(rest[0] if rest else None)

    def replace_all(self) -> None:
        """Replace every match in all answers that are asked, as one undo step."""
        changes: list[Change] = []
        count = 0
        for hit in self._list_replaceable():
            text = self._session.draft.text(hit.key.question, hit.key.item)
            changed, found = replace_matches(text, self.line.text(), self.replace_line.text())
            if changed != text:
                changes.append(Change(hit.key, text, changed or None))
            count += found
        self._perform(*changes)
        self._show_message(plurals.replaced(count))

    def _perform(self, *changes: Change) -> None:
        self._session.perform(ChangeSet(changes, REPLACE_LABEL))
        self._search()

    def _mark(self, match: Match | None) -> None:
        self._next = match
        if match is not None:
            self.marked.emit(match)

    def _list_replaceable(self) -> list[SearchHit]:
        pack = self._session.pack
        hits = find(self._session.draft, pack, self.line.text())
        return [hit for hit in hits if can_replace(hit, pack)]

    def _list_matches(self) -> list[Match]:
        query = self.line.text()
        return [
            Match(hit.key, *span)
            for hit in self._list_replaceable()
            for span in find_matches(
                self._session.draft.text(hit.key.question, hit.key.item), query
            )
        ]

    def _show_message(self, message: str) -> None:
        self.count_label.setText(message)
        announce(self.line, message)

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
        self.list.setVisible(bool(hits))
        _fit_rows(self.list)
        self._show_message(message)

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
