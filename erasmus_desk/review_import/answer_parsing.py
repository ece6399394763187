"""The words of an answer that came home become its value again.

What a record shows of each answer, looked up once for all answers of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft import display_names
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.i18n import formats
from erasmus_desk.review_import import choice_parsing
from erasmus_desk.review_import.docx_reader.document import Line
from erasmus_desk.review_import.matching import line_texts as written
from erasmus_desk.review_import.matching.result import Found
from erasmus_desk.round_trip.record import Piece, Role, Sent
from erasmus_desk.round_trip.visible_text import lines

Names = list[tuple[str, str]]


class Record:
    """A record by its answers; looking through all of it for each would be slow in a long file."""

    def __init__(self, sent: Sent, pack: Pack) -> None:
        self.sent = sent
        self._pack = pack
        self._pieces: dict[Key, list[Piece]] = {}
        self._names: dict[str, Names] = {}
        for piece in sent.pieces:
            if piece.role is Role.ANSWER and piece.key is not None:
                self._pieces.setdefault(piece.key, []).append(piece)

    def pieces(self, key: Key) -> Sequence[Piece]:
        """Give the pieces that show an answer."""
        return self._pieces.get(key, ())

    def names(self, of: str) -> Names:
        """Give the names that items of a list had, each with its id, as far as they are shown."""
        if of not in self._names:
            questions = self._pack.form.questions
            self._names[of] = [
                pair
                for piece in self.sent.pieces
                if piece.role is Role.ANSWER and piece.key is not None
                if (asked := questions.get(piece.key.question)) and asked.of == of
                for pair in self._pairs(piece.key, piece)
            ]
        return self._names[of]

    def _pairs(self, key: Key, piece: Piece) -> Names:
        value = self.sent.values.get(key)
        if not value or piece.missing:
            return []
        ids = value if isinstance(value, tuple) else (str(value),)
        names = [part for part in lines(piece.text) if part.strip()]
        return list(zip(names, ids, strict=True)) if len(ids) == len(names) else []


class Records:
    """The record that was looked into last, kept for the next answer of the same file."""

    def __init__(self) -> None:
        self._last: Record | None = None

    def of(self, sent: Sent, pack: Pack) -> Record:
        """Give a record by its answers."""
        if self._last is None or self._last.sent is not sent:
            self._last = Record(sent, pack)
        return self._last


_MAIN = "en"


class Unreadable(Struct, frozen=True):
    """Words that are no value the question takes."""

    text: str


class Reading(Struct, frozen=True):
    """By what words are understood: the call, its words, and the items of the draft.

    `texts` are those of the language that the file is in.
    """

    draft: Draft
    pack: Pack
    texts: Texts
    records: Records = field(default_factory=Records)


def value(
    found: Found, sent: Sent, question: Question | None, reading: Reading
) -> Value | Unreadable | None:
    """Give the value that an answer stands for, `None` for an empty one.

    What was not changed gives the value that was sent, to the letter. `question` is `None` for
    an answer that none asks, such as the order of a list. What may mean two things is not
    guessed.
    """
    if not found.is_changed:
        return sent.values.get(found.key)
    if found.is_empty:
        return None
    if question is None:
        return Unreadable(_said(found.lines))
    return _Decoding(found, sent, question, reading).value()


def _said(came: Iterable[Line]) -> str:
    return "\n".join(line.text for line in came).strip()


class _Decoding:
    """Reads one changed answer."""

    def __init__(self, found: Found, sent: Sent, question: Question, reading: Reading) -> None:
        self._question, self._reading = question, reading
        self._record = reading.records.of(sent, reading.pack)
        self._old = sent.values.get(found.key)
        pieces = self._record.pieces(found.key)
        self._shown = [one.text for one in pieces if not one.missing]
        fillers = {written.plain(one.text) for one in pieces if one.missing}
        self._came = [one for one in found.lines if written.plain(one.text) not in fillers - {""}]
        self._lines = [part for one in self._came for part in lines(one.text) if part.strip()]

    def value(self) -> Value | Unreadable | None:
        """Give the value, by the type of the question."""
        readers: Mapping[QuestionType, Callable[[], Value | Unreadable | None]] = {
            QuestionType.TEXT: self._text,
            QuestionType.LINE: self._text,
            QuestionType.YESNO: self._yes_or_no,
            QuestionType.CHOICE: self._one,
            QuestionType.ITEM: self._one,
            QuestionType.MULTI: self._several,
            QuestionType.ITEMS: self._several,
            QuestionType.NUMBER: self._figure,
            QuestionType.MONEY: self._figure,
            QuestionType.DATE: self._day,
        }
        reader = readers.get(self._question.type)
        read = reader() if reader else Unreadable("")
        return Unreadable(_said(self._came)) if isinstance(read, Unreadable) else read

    def _text(self) -> str | None:
        old = self._old if isinstance(self._old, str) else ""
        is_long = self._question.type is QuestionType.TEXT
        return (written.rebuilt if is_long else written.one_line)(old, self._came) or None

    def _yes_or_no(self) -> bool | Unreadable | None:
        read = choice_parsing.yes_or_no(
            self._lines, [part for one in self._shown for part in lines(one)]
        )
        return Unreadable("") if isinstance(read, str) else read

    def _one(self) -> str | Unreadable | None:
        names = self._names()
        text = choice_parsing.folded(" ".join(self._lines))
        if text in names:
            return names[text]
        chosen = {span.control.choice for one in self._came for span in one.spans if span.control}
        known = [one for one in chosen if one in names.values()]
        is_whole = len(known) == 1 and choice_parsing.folded(self._name(known[0])) == text
        return known[0] if is_whole else Unreadable("")

    def _several(self) -> tuple[str, ...] | Unreadable | None:
        names = self._names()
        ids = choice_parsing.several(self._lines, names)
        if ids is None:
            return Unreadable("")
        old = self._old if isinstance(self._old, tuple) else ()
        stayed = [one for one in old if one in ids]
        return (*stayed, *(one for one in ids if one not in stayed)) or None

    def _figure(self) -> Value | Unreadable:
        text, language = " ".join(self._lines), self._reading.texts.language
        if self._question.type is QuestionType.NUMBER:
            return _whole(formats.number_of(text, language))
        read = formats.money_of(text, self._reading.pack.money.currency, language)
        return Unreadable("") if read is None else read

    def _day(self) -> date | Unreadable:
        """Read a date; what was picked counts where the words are no date, if it is new."""
        read = formats.day_of(" ".join(self._lines), self._reading.texts.language)
        days = {span.control.day for one in self._came for span in one.spans if span.control}
        picked = next((day for day in days if day is not None and day != self._old), None)
        return read or picked or Unreadable("")

    def _names(self) -> Mapping[str, str]:
        """Give the ids of what can be chosen by its names; what two have in common names none."""
        ids = self._ids()
        found: dict[str, str] = {}
        twice: set[str] = set()
        for name, one in (*self._pairs(ids), *self._more(ids)):
            text = choice_parsing.folded(name)
            if text and found.setdefault(text, one) != one:
                twice.add(text)
        # As they were when the file went out, as far as it shows them.
        shown = self._record.names(self._question.of) if self._question.of else ()
        surely = {choice_parsing.folded(name): one for name, one in shown}
        left = {text: one for text, one in found.items() if text not in twice}
        return left | surely

    def _ids(self) -> Sequence[str]:
        question, reading = self._question, self._reading
        if question.of:
            return reading.draft.items(question.of)
        options = reading.pack.option_set(question)
        return [one.id for one in options.options] if options else []

    def _name(self, one: str) -> str:
        question, reading = self._question, self._reading
        if question.of:
            named = display_names.item(reading.draft, reading.pack, reading.texts, question.of, one)
            return named.text
        options = reading.pack.option_set(question)
        language = reading.texts.language
        return display_names.option(options, one, reading.texts, language).text if options else one

    def _pairs(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        return [(self._name(one), one) for one in ids]

    def _more(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        """Give other names: an item's number or name alone, a choice's name in English."""
        question, reading = self._question, self._reading
        draft, pack = reading.draft, reading.pack
        if question.of:
            spec = pack.form.lists[question.of]
            numbers = [(display_names.number(draft, pack, spec.id, one), one) for one in ids]
            names = [(draft.text(spec.name, one), one) for one in ids]
            return [*(numbers if spec.prefix else ()), *names]
        options = pack.option_set(question)
        if options is None:
            return []
        return [(display_names.option(options, one, reading.texts, _MAIN).text, one) for one in ids]


def _whole(read: Decimal | None) -> int | Unreadable:
    """Give a number; all that the forms ask are whole."""
    return Unreadable("") if read is None or read != int(read) else int(read)
