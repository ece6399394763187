"""What a returned file of the corpus has to bring home, and whether it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.review_state import Thread, Waiting
from erasmus_desk.review_import import decisions as homecoming
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.decisions import Accept
from erasmus_desk.round_trip.record import Sent
from tests.core.review_import.corpus.drafts import Model, library

Cells = tuple[tuple[str, Value], ...]


def _none() -> Mapping[Key, Value | None]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with its replies, at an answer (`None`: anywhere)."""

    key: Key | None
    texts: tuple[str, ...]
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file has to bring home.

    `answers` are the only ones that change, and to what; `loosely` may change to anything that
    holds what came. `came` are words that somebody wrote: each has to be somewhere. `gone` were
    taken out: they may be in no answer. `tray` are words that have to lie there. `is_quiet`:
    beside all this there is nothing to look at. `is_by_words`: the program that wrote the file
    has no eye for blanks.
    """

    answers: Mapping[Key, Value | None] = field(default_factory=_none)
    added: tuple[tuple[str, Cells], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    tray: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    loosely: tuple[Key, ...] = ()
    is_quiet: bool = False
    is_by_words: bool = False

    def together(self, other: Expected) -> Expected:
        """Give what two reviews of one file bring."""
        return Expected(
            MappingProxyType({**self.answers, **other.answers}),
            (*self.added, *other.added),
            (*self.removed, *other.removed),
            (*self.remarks, *other.remarks),
            (*self.tray, *other.tray),
            (*self.came, *other.came),
            (*self.gone, *other.gone),
            (*self.loosely, *other.loosely),
            self.is_quiet and other.is_quiet,
            self.is_by_words or other.is_by_words,
        )

    @property
    def is_untouched(self) -> bool:
        """Whether nobody changed anything."""
        return self == Expected(is_quiet=self.is_quiet, is_by_words=self.is_by_words)


UNTOUCHED = Expected(is_quiet=True)


@dataclass(frozen=True, slots=True)
class Result:
    """How one file came home. `edits` were made, `right` of them came to where they belong."""

    name: str
    kind: str
    edits: int
    right: int
    misses: tuple[str, ...]
    lost: tuple[str, ...]
    risen: tuple[str, ...]
    """Words that were taken out and are in an answer all the same."""
    is_untouched: bool
    remarks: int = 0
    placed: int = 0
    """Comments, and those of them that are at their answer."""

    @property
    def is_sound(self) -> bool:
        return not (self.misses or self.lost or self.risen)


def brought_home(
    path: Path, model: Model, expected: Expected, kind: str, kept: Iterable[Sent] = ()
) -> Result:
    """Bring a file home, with the records that were kept here, and hold it to what it should."""
    home = importer.Home(
        model.draft,
        model.pack,
        lambda language: library().texts(model.pack.id, language),
        kept=lambda: kept,
        present=lambda: (model.sent,),
    )
    coming = importer.read([path], home)
    decisions = homecoming.decided(coming, Accept.CLEAR)
    done = homecoming.step(model.draft, model.pack.form, coming, decisions)
    return _Held(model, expected, model.draft.apply(*done.step.changes)).result(path.name, kind)


class _Held:
    """A draft after a home-coming, held to what was expected."""

    def __init__(self, model: Model, expected: Expected, after: Draft) -> None:
        self._before, self._expected, self._after = model.draft, expected, after
        self._lists = model.pack.form.lists
        self._threads = review_state.threads(after)
        self._tray = review_state.tray(after)
        self._new = self._items(after) - self._items(model.draft)
        self._went = self._items(model.draft) - self._items(after)

    def result(self, name: str, kind: str) -> Result:
        expected = self._expected
        remarks = tuple(self._remarks())
        misses = (
            *self._answers(),
            *self._loosely(),
            *self._rows(),
            *self._waiting(),
            *remarks,
        )
        edits = sum(
            map(
                len,
                (
                    expected.answers,
                    expected.added,
                    expected.removed,
                    expected.remarks,
                    expected.tray,
                    expected.loosely,
                ),
            )
        )
        said = " ".join(self._said())
        answers = " ".join(self._texts())
        return Result(
            name,
            kind,
            edits,
            max(0, edits - len(misses)),
            (*misses, *self._noise()),
            tuple(one for one in expected.came if one not in said),
            tuple(one for one in expected.gone if one in answers),
            expected.is_untouched,
            len(expected.remarks),
            len(expected.remarks) - len(remarks),
        )

    def _items(self, draft: Draft) -> set[str]:
        return {
            item
            for key in draft.answers
            if key.question in self._lists
            for item in draft.items(key.question, key.item)
        }

    def _answers(self) -> Iterator[str]:
        """Tell of answers that are not what they should be."""
        expected = self._expected
        orders = {Key.parse(one) for one, _ in (*expected.added, *expected.removed)}
        for key in sorted({*self._before.answers, *self._after.answers, *expected.answers}):
            is_ours = review_state.is_own(key) or key.item in self._new | self._went
            is_row = key in orders and key not in expected.answers
            if is_ours or is_row or key in expected.loosely:
                continue
            due = expected.answers.get(key, self._before.get(key))
            if not self._is_same(self._after.get(key), due):
                yield f"{key}: {self._after.get(key)!r}, not {due!r}"

    def _is_same(self, one: Value | None, other: Value | None) -> bool:
        if self._expected.is_by_words and isinstance(one, str) and isinstance(other, str):
            return _by_words(one) == _by_words(other)
        return one == other

    def _loosely(self) -> Iterator[str]:
        """Tell of answers that hold nothing of what came, neither there nor waiting for them."""
        for key in self._expected.loosely:
            texts = [str(self._after.get(key)), *(one.text for one in self._tray)]
            if not all(any(word in one for one in texts) for word in self._expected.came):
                yield f"{key}: {texts}"

    def _rows(self) -> Iterator[str]:
        for _, cells in self._expected.added:
            if not any(self._has(item, cells) for item in self._new):
                yield f"no new row {cells}"
        for _, item in self._expected.removed:
            if item not in self._went:
                yield f"row {item} is still there"
        more = len(self._new) - len(self._expected.added)
        if more > 0 and not self._expected.loosely:
            yield f"{more} rows too many"
        if self._went - {item for _, item in self._expected.removed} and self._is_top_level():
            yield f"rows {sorted(self._went)} are gone"

    def _is_top_level(self) -> bool:
        return not self._expected.removed

    def _has(self, item: str, cells: Cells) -> bool:
        return all(self._after.get(Key(name, item)) == value for name, value in cells)

    def _waiting(self) -> Iterator[str]:
        there = " ".join(f"{one.text} {one.was}" for one in self._tray)
        for one in self._expected.tray:
            if one not in there:
                yield f"not in the tray: {one}"

    def _remarks(self) -> Iterator[str]:
        for one in self._expected.remarks:
            if not any(_is(thread, one) for thread in self._threads):
                found = [(str(each.key), *(n.text for n in each.notes)) for each in self._threads]
                yield f"no thread {one}, but {found}"

    def _noise(self) -> Iterator[str]:
        if not self._expected.is_quiet:
            return
        for one in self._tray:
            if not any(word in f"{one.text} {one.was}" for word in self._expected.tray):
                yield f"in the tray: {_told(one)}"
        if len(self._threads) > len(self._expected.remarks):
            yield "more threads than comments"

    def _texts(self) -> Iterator[str]:
        for key, value in self._after.answers.items():
            if not review_state.is_own(key):
                yield from value if isinstance(value, tuple) else (str(value),)

    def _said(self) -> Iterator[str]:
        yield from self._texts()
        for one in self._tray:
            yield one.text
        for thread in self._threads:
            yield thread.quote
            yield from (note.text for note in thread.notes)


def _is(thread: Thread, one: Remark) -> bool:
    texts = tuple(" ".join(note.text.split()) for note in thread.notes)
    at = one.key is None or thread.key == one.key
    return at and texts == one.texts and thread.is_done == one.is_done


def _by_words(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines() if line.strip()]


def _told(one: Waiting) -> str:
    return f"{one.why} {one.text[:80]!r} was {one.was[:80]!r} near {one.near}"
