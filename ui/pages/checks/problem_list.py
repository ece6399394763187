"""The list of problems: a card for each group, with what is not answered folded by section."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats
from erasmus_desk.progress import list_places

from ...i18n import plurals
from ...i18n.joined import join_parts
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.buttons import icon_size
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, build_column, build_row, clear_layout, list_widgets
from ..base import Card
from .cards import EntryRow, FoldedPart, FoldHead, HeadText
from .model import Entry, Group, name_partner

FRAME = 0.125
"""Steps of the grid that keep rows inside the frame of their card."""


class ProblemList(QWidget):
    """Shows entries by group; those of a group or section are built when it is unfolded."""

    chosen = Signal(object)
    """The `Entry` to go to."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._shown: tuple[tuple[Entry, ...], bool] | None = None
        self._folds: dict[str, bool] = {}
        """What the user folded or unfolded, by group, or by group and section."""
        self.parts: dict[str, FoldedPart] = {}
        """Groups and sections by the same names."""
        self._column = build_column(self, spacing=2)

    def name_groups(self) -> dict[Group, str]:
        """Return the headings of the groups."""
        return {
            Group.WRONG: self.tr("Must fix"),
            Group.GAPS: self.tr("Not answered"),
            Group.WEAK: self.tr("Weak points"),
            Group.STYLE: self.tr("Style"),
        }

    def rows(self) -> tuple[EntryRow, ...]:
        """Return the rows that were built, in order."""
        return tuple(
            row for part in self.parts.values() for row in part.rows if isinstance(row, EntryRow)
        )

    def find_row(self, problem: tuple[str, Key]) -> EntryRow | None:
        """Return the row of a problem, if it was built."""
        return next((row for row in self.rows() if row.entry.id == problem), None)

    def show_entries(self, entries: tuple[Entry, ...], *, is_narrowed: bool) -> None:
        """Show these entries; `is_narrowed` if they are only those that somebody asked for."""
        if (entries, is_narrowed) == self._shown:
            return
        self._shown = (entries, is_narrowed)
        focused = self._find_focus()
        for widget in list_widgets(self._column):
            widget.hide()
        clear_layout(self._column)
        self.parts.clear()
        for group, title in self.name_groups().items():
            found = [one for one in entries if one.group is group]
            if found:
                self._add_group(group, title, found, is_narrowed=is_narrowed)
        if not entries:
            self._column.addWidget(self._build_empty(is_narrowed=is_narrowed))
        self._column.addStretch(STRETCH)
        if focused is not None:
            self._restore_focus(focused)

    def _find_focus(self) -> str | tuple[str, Key] | None:
        """Return the problem or the part that has the focus."""
        focused: QWidget | None = self.focusWidget()
        if not focused or not focused.hasFocus():
            return None
        for row in self.rows():
            if row.isAncestorOf(focused):
                return row.entry.id
        return next((name for name, part in self.parts.items() if part.head is focused), None)

    def _restore_focus(self, focused: str | tuple[str, Key]) -> None:
        """Set the focus where it was, else on the first row or head."""
        row = self.find_row(focused) if isinstance(focused, tuple) else None
        part = self.parts.get(focused) if isinstance(focused, str) else None
        part = part or next(iter(self.parts.values()), None)
        if row is not None:
            row.go_button.setFocus()
        elif part is not None:
            part.head.setFocus()

    def _describe_group(self, group: Group) -> str:
        """Return what the problems of a group mean."""
        return {
            Group.WRONG: self.tr("before you submit"),
            Group.GAPS: self.tr("by section, in the order of the form"),
            Group.WEAK: self.tr("may cost points"),
            Group.STYLE: self.tr("how it reads"),
        }[group]

    def _add_group(
        self, group: Group, title: str, found: list[Entry], *, is_narrowed: bool
    ) -> None:
        metrics = self.fontMetrics()
        width = max(metrics.horizontalAdvance(one.page) for one in found) + GRID
        note, is_wrong = self._describe_group(group), group is Group.WRONG
        build = partial(self._build_rows, found, width)
        if group is Group.GAPS:
            build = partial(self._build_sections, found, width, is_narrowed=is_narrowed)
        part = self._add_part(group, HeadText(title, note, str(len(found)), is_wrong), build)
        self._column.addWidget(Card(part, margins=(FRAME, FRAME, FRAME, FRAME)))
        part.unfold(is_open=self._folds.get(group, True))

    def _add_part(
        self, name: str, text: HeadText, build: partial[tuple[QWidget, ...]]
    ) -> FoldedPart:
        part = self.parts[name] = FoldedPart(FoldHead(self._theme, text), build)
        part.switched.connect(partial(self._on_switched, name))
        return part

    def _build_sections(
        self, found: list[Entry], width: int, *, is_narrowed: bool
    ) -> tuple[QWidget, ...]:
        """Build a folded line for each section with what is not answered in it."""
        parts: list[QWidget] = []
        for page, entries in groupby(sorted(found, key=self._place), key=_get_page):
            here = list(entries)
            name = f"{Group.GAPS}/{here[0].place}"
            names = self._name_partners(here)
            text = HeadText(join_parts(page, names), plurals.open_answers(len(here)))
            part = self._add_part(name, text, partial(self._build_rows, here, width))
            part.unfold(is_open=self._folds.get(name, is_narrowed))
            parts.append(part)
        return tuple(parts)

    def _place(self, entry: Entry) -> int:
        """Return the position of the page of an entry in the list of steps."""
        places = list_places(self._session.pack)
        return places.index(entry.place) if entry.place in places else len(places)

    def _name_partners(self, entries: Iterable[Entry]) -> str:
        """Return the organisations of entries with how many each has to answer."""
        counts: dict[str, int] = {}
        for entry in entries:
            if entry.partner:
                counts[entry.partner] = counts.get(entry.partner, 0) + 1
        language = self._session.texts.language
        named = (
            formats.join_label(name_partner(one, self._session, is_short=True), str(n), language)
            for one, n in counts.items()
        )
        return ", ".join(named)

    def _build_rows(self, found: list[Entry], width: int) -> tuple[QWidget, ...]:
        rows: list[EntryRow] = []
        for entry in found:
            row = EntryRow(entry, self._theme, self._name_jump(entry), width)
            row.chosen.connect(self.chosen)
            rows.append(row)
        widest = max(row.go_button.sizeHint().width() for row in rows)
        for row in rows:
            row.set_button_width(widest)
        return tuple(rows)

    def _name_jump(self, entry: Entry) -> str:
        """Return the word of the button that leads to the field of a problem."""
        if entry.is_gap:
            return self.tr("Answer")
        return self.tr("Fix") if entry.group is Group.WRONG else self.tr("Improve")

    def _build_empty(self, *, is_narrowed: bool) -> Card:
        """Build what is shown in place of a list."""
        text = self.tr("Nothing is missing or wrong.")
        if is_narrowed:
            text = self.tr("Nothing found. Clear the filter to see all problems.")
        icon = self._theme.good_icon("circle-check")
        sign = QLabel(pixmap=icon.pixmap(icon_size(), icon_size()))
        row = QWidget()
        build_row(row, sign, wrapped_label(text), spacing=1.5).setStretch(1, 1)
        return Card(row)

    def _on_switched(self, name: str) -> None:
        self._folds[name] = self.parts[name].head.is_open


def _get_page(entry: Entry) -> str:
    return entry.page
