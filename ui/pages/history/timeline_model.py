"""The entries of the history as an item model: days, entries, and their pauses unfolded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt

from erasmus_desk.i18n.formats import capitalise
from erasmus_desk.moments import to_local

from ...i18n.dates import format_full_day
from ...qt_support import Index
from .entries import Entry, EntryKind, EntryText

BATCH = 100
"""Rows that are made at a time: the words of an entry take as long as many others."""
Word = Callable[[Entry], EntryText]


class TimelineRow(Struct):
    """One row: an entry with its words, or the heading of a day."""

    day: str
    entry: Entry | None = None
    text: EntryText | None = None
    is_open: bool = False

    @property
    def time(self) -> str:
        """The time of an entry; that of a pause with its seconds."""
        if self.entry is None or self.entry.kind is EntryKind.NOW:
            return ""
        pattern = "%H:%M:%S" if self.is_pause else "%H:%M"
        return to_local(self.entry.at).strftime(pattern)

    @property
    def is_pause(self) -> bool:
        """Whether this is a version within another entry."""
        return self.entry is not None and self.entry.kind is EntryKind.PAUSE

    @property
    def can_fold(self) -> bool:
        """Whether there are versions within the entry."""
        return self.entry is not None and bool(self.entry.pauses)


class TimelineModel(QAbstractListModel):
    """The rows of the history; more of them are made as the user scrolls."""

    def __init__(self, word: Word, language: str) -> None:
        super().__init__()
        self._word = word
        self._language = language
        self._waiting: Iterator[TimelineRow] = iter(())
        self._next: TimelineRow | None = None
        self.rows: list[TimelineRow] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, newest first."""
        self.beginResetModel()
        self._waiting = self._make_rows(entries)
        self._next = next(self._waiting, None)
        self.rows = self._take(BATCH)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows that are made."""
        return 0 if parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether there are older entries."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Make the next rows."""
        taken = self._take(BATCH)
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(taken) - 1)
        self.rows += taken
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of an index: the heading of a day cannot be chosen."""
        row = self.find_row(index)
        is_entry = row is not None and row.entry is not None
        return super().flags(index) if is_entry else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title; for a screen reader all words in one."""
        row = self.find_row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text.title if row.text else row.day
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speak(row)
        return None

    def find_row(self, index: Index) -> TimelineRow | None:
        """Return the row of an index."""
        return self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None

    def find_version(self, version: str) -> QModelIndex:
        """Return the index of a version among the rows that are made, else an invalid one."""
        for number, row in enumerate(self.rows):
            if row.entry is not None and row.entry.id == version and not row.is_open:
                return self.index(number)
        return QModelIndex()

    def toggle(self, index: Index) -> None:
        """Unfold the versions within an entry, or fold them again."""
        row = self.find_row(index)
        if row is None or row.entry is None or not row.can_fold:
            return
        first, count = index.row() + 1, len(row.entry.pauses)
        row.is_open = not row.is_open
        if row.is_open:
            self.beginInsertRows(QModelIndex(), first, first + count - 1)
            made = [TimelineRow(row.day, one, self._word(one)) for one in row.entry.pauses]
            self.rows[first:first] = made
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, first + count - 1)
            del self.rows[first : first + count]
            self.endRemoveRows()
        self.dataChanged.emit(index, index)

    def _take(self, count: int) -> list[TimelineRow]:
        taken: list[TimelineRow] = []
        while self._next is not None and len(taken) < count:
            taken.append(self._next)
            self._next = next(self._waiting, None)
        return taken

    def _make_rows(self, entries: Sequence[Entry]) -> Iterator[TimelineRow]:
        for _, group in groupby(entries, lambda one: to_local(one.at).date()):
            those = list(group)
            heading = _name_day(to_local(those[0].at), self._language)
            yield TimelineRow(heading)
            for entry in those:
                yield TimelineRow(heading, entry, self._word(entry))

    def _speak(self, row: TimelineRow) -> str:
        if row.text is None:
            return row.day
        state = ""
        if row.can_fold:
            state = (
                QCoreApplication.translate("History", "unfolded")
                if row.is_open
                else QCoreApplication.translate("History", "folded")
            )
        parts = (row.text.title, row.text.detail, f"{row.day} {row.time}".strip(), state)
        return ". ".join(part for part in parts if part)


def _name_day(day: datetime, language: str) -> str:
    """Return a day with its weekday; of another year, with the year too."""
    now = datetime.now(day.tzinfo)
    name = format_full_day(day, language, has_year=day.year != now.year)
    if day.date() == now.date():
        return QCoreApplication.translate("History", "Today, {}").format(name)
    return capitalise(name)
