"""What differs between two versions: a line for each answer, its text with marks when unfolded."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.differences import Difference, DifferenceKind
from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.word_diff import DiffKind, diff_words, trim_changes
from erasmus_desk.i18n.formats import capitalise

from ...i18n import plurals
from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import WrappingRow, icon_size, push_button
from ...widgets.card_button import CardButton
from ...widgets.hairline import build_line
from ...widgets.labels import NaturalLabel, short_label, wrapped_label
from ...widgets.layouts import build_column, build_row, clear_layout
from ..base import Card
from ..overview.model import name_page
from ..question_texts import format_answer, is_long_text, name_answer
from ..review_import.changed_text import ChangedText

SHOWN = 30
"""Answers that are listed at first; a hundred of them take long to build."""
SHORT = 24
"""Characters of an answer that is shown in the line itself."""
BOTH = (DiffKind.SAME, DiffKind.DELETED, DiffKind.INSERTED)


class TwoVersions(Struct, frozen=True):
    """Two versions of a proposal, the older one first, each as a session that is only read."""

    before: Session
    after: Session

    def name(self, one: Difference) -> tuple[str, str]:
        """Return the section or list of a difference, and the name of the answer or the item."""
        session = self.before if one.kind is DifferenceKind.REMOVED else self.after
        texts, form = session.texts, session.form
        if one.item:
            where = capitalise(texts.get(f"list.{one.key.question}.many") or one.key.question)
            if form.lists[one.key.question].parent:
                return where, name_answer(one.key, session)
            return where, format_item_title(session.draft, session.pack, one.key.question, one.item)
        where = name_page(one.key, session)
        named = capitalise(name_answer(one.key, session))
        return ("", named) if where == named else (where, named)

    def texts(self, key: Key) -> tuple[str, str]:
        """Return an answer as text in both versions."""
        found: list[str] = []
        for session in (self.before, self.after):
            question = session.form.questions.get(key.question)
            value = session.value(key)
            if question is None:
                names = value if isinstance(value, tuple) else ()
                listed = key.question in session.form.lists
                found.append(
                    ", ".join(_name_item(session, key.question, one) for one in names)
                    if listed
                    else str(value or "")
                )
            else:
                found.append(format_answer(question, value, session))
        return found[0], found[1]

    def measure(self, one: Difference) -> str:
        """Return in a few words how far both differ."""
        if one.kind is DifferenceKind.ADDED:
            return QCoreApplication.translate("History", "new since then")
        if one.kind is DifferenceKind.REMOVED:
            return QCoreApplication.translate("History", "removed since then")
        before, after = self.texts(one.key)
        if is_long_text(one.key, self.after):
            return _measure_text(before, after)
        if max(len(before), len(after)) <= SHORT:
            return f"{before or '–'} → {after or '–'}"
        return QCoreApplication.translate("History", "changed")


def _measure_text(before: str, after: str) -> str:
    """Return how far the newer of two texts is longer or shorter."""
    more = len(after) - len(before)
    if not before:
        return QCoreApplication.translate("History", "new since then")
    if not after:
        return QCoreApplication.translate("History", "empty since then")
    if not more:
        return QCoreApplication.translate("History", "changed")
    return plurals.characters_more(more) if more > 0 else plurals.characters_fewer(-more)


def _name_item(session: Session, list_id: str, item: str) -> str:
    if session.form.lists[list_id].parent:
        return session.draft.text(session.form.lists[list_id].name, item) or item
    return format_item_title(session.draft, session.pack, list_id, item)


class DifferenceRow(QWidget):
    """One line that unfolds; its button brings the answer back."""

    restored = Signal(object)
    """The `Difference` that is to be brought back."""

    def __init__(
        self, one: Difference, versions: TwoVersions, theme: Theme, *, is_first: bool, restore: str
    ) -> None:
        super().__init__()
        self.difference = one
        self._versions, self._theme = versions, theme
        where, self.name = versions.name(one)
        measure = versions.measure(one)
        self.button = CardButton(theme, is_flat=True, is_first=True)
        self.sign = QLabel()
        where_label, name_label = NaturalLabel(where), NaturalLabel(self.name)
        set_role(where_label, "quiet")
        set_role(name_label, "label")
        shown = (where_label, name_label) if where else (name_label,)
        names = WrappingRow(*shown)
        for label in shown:
            names.row.addWidget(label)
        names.row.addStretch(1)
        row = build_row(self.button, self.sign, margins=(1.5, 1, 1, 1), spacing=1)
        row.addWidget(names, 1)
        self.button.pass_clicks()
        self.button.clicked.connect(self._on_clicked)
        self.measure_label = NaturalLabel(measure)
        set_role(self.measure_label, "mark")
        self.measure_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.restore_button = push_button(theme.icon("undo-2"), restore, clicked=self._on_restore)
        set_accessible_name(self.restore_button, f"{restore}: {self.name}")
        if not restore:
            self.restore_button.hide()
        self._head = _Head(self.button, self.measure_label, self.restore_button)
        self._body = QWidget()
        self._body_column = build_column(self._body, margins=(4.5, 0.5, 2, 2))
        self._body.hide()
        self.texts: tuple[ChangedText, ...] = ()
        above = () if is_first else (build_line(),)
        build_column(self, *above, self._head, self._body, spacing=0)
        self._measure = measure
        self._show_state()

    @property
    def is_open(self) -> bool:
        """Whether the text is shown."""
        return not self._body.isHidden()

    def open(self) -> None:
        """Show the text."""
        if not self.is_open:
            self._on_clicked()

    def _on_restore(self) -> None:
        self.restored.emit(self.difference)

    def _on_clicked(self) -> None:
        if not self.texts:
            self.texts = tuple(self._build_texts())
            for text in self.texts:
                self._body_column.addWidget(text)
        self._body.setVisible(self._body.isHidden())
        self._show_state()

    def _build_texts(self) -> list[ChangedText]:
        one, versions = self.difference, self._versions
        keys = one.keys or ((one.key,) if not one.item else ())
        shown: list[ChangedText] = []
        for key in keys:
            before, after = versions.texts(key)
            if before == after:
                continue
            heading = ""
            if one.item:
                texts = versions.after.texts
                heading = texts.short_label(key.question) or name_answer(key, versions.after)
            text = ChangedText(self._theme, heading, self.name)
            text.show_pieces(trim_changes(diff_words(before, after)), *BOTH)
            shown.append(text)
        return shown

    def _show_state(self) -> None:
        name = "chevron-down" if self.is_open else "chevron-right"
        self.sign.setPixmap(self._theme.quiet_icon(name).pixmap(icon_size(), icon_size()))
        state = (
            QCoreApplication.translate("History", "unfolded")
            if self.is_open
            else QCoreApplication.translate("History", "folded")
        )
        self.button.setAccessibleName(f"{self.name}, {self._measure}, {state}")


class _Head(WrappingRow):
    """The names of an answer, how much differs, and the button; below each other where narrow."""

    def __init__(self, names: CardButton, measure: QLabel, restore: QWidget) -> None:
        super().__init__(names, measure, restore)
        self.row.setContentsMargins(0, GRID // 2, GRID, GRID // 2)
        self.row.addWidget(names, 1)
        self.row.addWidget(measure)
        self.row.addWidget(restore, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class Comparison(QWidget):
    """All that differs between two versions."""

    restored = Signal(object)
    """The `Difference` that is to be brought back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[DifferenceRow] = []
        self._card = Card(margins=(0.125, 0.125, 0.125, 0.125), spacing=0)
        self.same_label = wrapped_label("", "quiet")
        self.all_button = push_button(theme.icon("chevron-down"), self.tr("Show all"))
        self.all_button.clicked.connect(self._show_all)
        column = build_column(self, self._card, self.same_label)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: tuple[tuple[Difference, ...], TwoVersions, bool] | None = None

    def show_differences(
        self, found: tuple[Difference, ...], versions: TwoVersions, *, can_restore: bool
    ) -> None:
        """List differences, with a button to bring each back if that can be done."""
        self._shown = found, versions, can_restore
        self._fill(SHOWN)
        if self.rows:
            self.rows[0].open()

    def show_nothing(self, text: str) -> None:
        """Say why nothing is listed."""
        self._clear()
        self.same_label.setText(text)
        self.same_label.show()

    def _clear(self) -> None:
        clear_layout(self._card.column)
        self.rows = []
        self._card.hide()
        self.all_button.hide()
        self.same_label.hide()

    def _fill(self, count: int) -> None:
        self._clear()
        if self._shown is None:
            return
        found, versions, can_restore = self._shown
        answer, item = self.tr("Restore this answer"), self.tr("Restore this entry")
        for one in found[:count]:
            restore = (item if one.item else answer) if can_restore else ""
            row = DifferenceRow(one, versions, self._theme, is_first=not self.rows, restore=restore)
            row.restored.connect(self.restored)
            self._card.column.addWidget(row)
            self.rows.append(row)
        self._card.setVisible(bool(self.rows))
        self.all_button.setVisible(len(found) > count)

    def _show_all(self) -> None:
        if self._shown is not None:
            self._fill(len(self._shown[0]))


def build_legend(theme: Theme) -> tuple[QLabel, QLabel]:
    """Build the two marks of a comparison: what only the older version has, and the newer one."""
    colours = theme.colours
    older, newer = short_label("", ""), short_label("", "")
    older.setStyleSheet(
        f"background: {colours.deleted}; color: {colours.warm}; text-decoration: line-through;"
        "padding: 1px 4px; border-radius: 4px;"
    )
    newer.setStyleSheet(
        f"background: {colours.inserted}; color: {colours.good}; text-decoration: underline;"
        "padding: 1px 4px; border-radius: 4px;"
    )
    return older, newer
