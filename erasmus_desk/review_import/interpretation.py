"""What one file says: its texts as values, its rows as items, the rest for the tray."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.review_state import Waiting, Why
from erasmus_desk.review_import import answer_parsing as decoding
from erasmus_desk.review_import.answer_parsing import Reading, Unreadable
from erasmus_desk.review_import.comment_threads import Said
from erasmus_desk.review_import.decisions import left, moment
from erasmus_desk.review_import.docx_reader.document import By, Line, Returned, Span
from erasmus_desk.review_import.matching.matcher import Found, How, Loose, Placed, RowCame
from erasmus_desk.review_import.merge import Reply
from erasmus_desk.review_import.result import Theirs
from erasmus_desk.review_import.row_changes import Came, Rows, Went
from erasmus_desk.review_import.stable_ids import Namer
from erasmus_desk.round_trip.record import Role, Sent


class File(Struct, frozen=True):
    """A file with the record it was sent with. `is_guess`: of the draft as it is now."""

    returned: Returned
    sent: Sent
    placed: Placed
    is_guess: bool = False


class Meaning(Struct, frozen=True):
    """All that a file says."""

    reply: Reply
    rows: Rows
    said: Said
    tray: tuple[Waiting, ...]


def meaning(file: File, reading: Reading) -> Meaning:
    """Give what a file says; whatever is no value and no row is in its tray."""
    return _Meaning(file, reading).whole()


class _Meaning:
    """Takes one file apart."""

    def __init__(self, file: File, reading: Reading) -> None:
        self._file, self._reading = file, reading
        self._questions = reading.pack.form.questions
        self._alive = _items(reading)
        self._shown = _shown(file.sent)
        self._tray: list[Waiting] = []
        self._by = By(file.returned.saved_by, file.returned.saved_at)

    def whole(self) -> Meaning:
        """Give all of it."""
        file, placed = self._file, self._file.placed
        answers = [*self._found(), *self._missing(), *self._orders()]
        name, sent = file.returned.name, self._sent()
        went = tuple(
            Went(one.grid.order, one.item, one.by or self._by, self._row_shown(one.item))
            for one in placed.rows_removed
        )
        came = tuple(one for row in placed.rows_added for one in self._came(row))
        self._tray += (self._loose(one) for one in (*placed.loose, *self._things()))
        return Meaning(
            Reply(sent, tuple(answers)),
            Rows(name, sent, came, went),
            Said(name, placed.comments),
            tuple(_numbered(self._tray)),
        )

    def _sent(self) -> Mapping[Key, Value]:
        """Give the answers as they were sent, orders as they would be by the rows sent."""
        orders = {key: then for key, then, _ in self._moved()}
        return {**self._file.sent.values, **orders}

    def _found(self) -> Iterator[tuple[Key, Theirs]]:
        for found in self._file.placed.found:
            question = self._questions.get(found.key.question)
            if question is None or not self._is_alive(found.key):
                # The partner, the activity or the question is not there any more.
                if found.is_changed:
                    self._wait(found, Why.UNPLACED, _words(found.lines))
                continue
            value = decoding.value(found, self._file.sent, question, self._reading)
            if isinstance(value, Unreadable):
                self._wait(found, Why.UNREADABLE, value.text)
            else:
                yield found.key, self._theirs(found, value)

    def _theirs(self, found: Found, value: Value | None) -> Theirs:
        words = "" if found.is_empty else _words(found.lines)
        return Theirs(
            value,
            found.by or self._by,
            self._file.returned.name,
            _marked(found.lines),
            value if isinstance(value, str) and self._is_text(found.key) else words,
            self._shown.get(found.key, ""),
        )

    def _missing(self) -> Iterator[tuple[Key, Theirs]]:
        """Give the answers that are gone from their labels; those gone with them wait."""
        removed = {row.item for row in self._file.placed.rows_removed}
        cut: list[Key] = []
        for key in self._file.placed.missing:
            if key in self._shown and key.item not in removed and self._is_alive(key):
                if key in self._file.placed.labelled:
                    name, was = self._file.returned.name, self._shown[key]
                    yield key, Theirs(None, self._by, name, was=was)
                else:
                    cut.append(key)
        # A part of the document was sent back, or a part was taken out: one thing to look at.
        # Without a record nobody knows what was there.
        if cut and not self._file.is_guess:
            was = "\n".join(self._shown[key] for key in cut)
            self._tray.append(
                left(cut[0], Theirs(None, self._by, self._file.returned.name, was=was))
            )

    def _orders(self) -> Iterator[tuple[Key, Theirs]]:
        for key, _, now in self._moved():
            yield key, Theirs(now, self._by, self._file.returned.name)

    def _moved(self) -> Iterator[tuple[Key, tuple[str, ...], tuple[str, ...]]]:
        """Give each order that changed, as it was sent and as it came, with all our items.

        What they moved takes the places that these items have here; others stay where they are.
        """
        draft, placed = self._reading.draft, self._file.placed
        sent = {grid.order: grid.items for grid in self._file.sent.grids}
        for key, items in placed.orders:
            mine = draft.items(key.question, key.item)
            was = [one for one in sent.get(key, ()) if one in mine and one in items]
            now = [one for one in items if one in was]
            if was != now:
                yield key, _placed(mine, was), _placed(mine, now)

    def _came(self, row: RowCame) -> Iterator[Came]:
        if not self._is_alive(row.grid.order):
            # The item that the table belongs to is not there any more.
            lines = [line for _, its in row.cells for line in its]
            by = row.by or self._by
            self._tray.append(self._loose(Loose(_words(lines), near=row.grid.order, by=by)))
            return
        cells: list[tuple[str, Value]] = []
        said: list[str] = []
        for name, lines in row.cells:
            text = _words(lines)
            if not text.strip():
                continue
            question = self._questions.get(name)
            is_empty, how = False, How.HEADING
            found = Found(Key(name), tuple(lines), is_empty, row.by, how)
            value = (
                Unreadable(text)
                if question is None
                else decoding.value(found, self._file.sent, question, self._reading)
            )
            if isinstance(value, Unreadable):
                why = Why.UNREADABLE if question else Why.UNPLACED
                self._wait(found, why, value.text, row.grid.order)
            elif value is not None:
                cells.append((name, value))
                said.append(text)
        if cells:
            by, words = row.by or self._by, " | ".join(said)
            yield Came(row.grid.order, row.grid.items, row.after, tuple(cells), by, words)

    def _wait(self, found: Found, why: Why, text: str, near: Key | None = None) -> None:
        """Put what an answer became into the tray."""
        by, was = found.by or self._by, self._shown.get(found.key, "")
        place = near or found.key
        self._tray.append(
            Waiting("", why, text, was, place, by.author, moment(by), self._file.returned.name)
        )

    def _loose(self, one: Loose) -> Waiting:
        by, name = one.by or self._by, self._file.returned.name
        return Waiting("", one.why, one.text, one.was, one.near, by.author, moment(by), name)

    def _things(self) -> Iterator[Loose]:
        """Give what came along and is no text: files by their names, pictures by their number."""
        returned = self._file.returned
        for text in (*returned.foreign, *([f"+{returned.pictures}"] if returned.pictures else [])):
            yield Loose(text, why=Why.PICTURE)

    def _row_shown(self, item: str) -> str:
        return " | ".join(text for key, text in self._shown.items() if key.item == item)

    def _is_text(self, key: Key) -> bool:
        question = self._questions.get(key.question)
        return question is not None and question.type in {QuestionType.TEXT, QuestionType.LINE}

    def _is_alive(self, key: Key) -> bool:
        return not key.item or key.item in self._alive


def _items(reading: Reading) -> set[str]:
    """Give the items of all lists of the draft."""
    draft: Draft = reading.draft
    return {
        item
        for key in draft.answers
        if key.question in reading.pack.form.lists
        for item in draft.items(key.question, key.item)
    }


def _shown(sent: Sent) -> dict[Key, str]:
    """Give the answers as they read in the document when it was sent."""
    shown: dict[Key, str] = {}
    for piece in sent.pieces:
        if piece.role is Role.ANSWER and piece.key and not piece.missing:
            shown.setdefault(piece.key, piece.text)
    return shown


def _words(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _marked(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Give a text with its tracked changes, or nothing where there are none."""
    spans: list[Span] = []
    for number, line in enumerate(lines):
        if number:
            spans.append(Span("\n"))
        spans += (Span(span.text, span.fate, span.by) for span in line.spans)
    return tuple(spans) if any(span.by for span in spans) else ()


def _placed(mine: Sequence[str], items: Sequence[str]) -> tuple[str, ...]:
    """Give our order with some items in another order among themselves."""
    left_over = iter(items)
    return tuple(next(left_over) if one in items else one for one in mine)


def _numbered(things: Iterable[Waiting]) -> Iterator[Waiting]:
    """Give things for the tray their ids; of two alike in one file each has its own."""
    namer = Namer()
    for one in things:
        parts = "tray", one.why.value, str(one.near or ""), one.text, one.was
        yield one if one.id else replace(one, id=namer.name(*parts))
