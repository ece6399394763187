"""The expected import of a file of the corpus, and the comparison with the actual one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.review_state import CommentThread, UnresolvedItem
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.decisions import (
    AcceptMode,
    Decision,
    ImportDecisions,
    Resolution,
    RowResolution,
    apply_decisions,
    auto_decisions,
)
from erasmus_desk.review_import.result import ImportResult
from erasmus_desk.round_trip.record import SentRecord
from tests.core.review_import.corpus.drafts import Model, load_library

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
    """The expected import of a file.

    `answers` are the only ones that change, and their values; `loosely` may change to anything with
    the inserted words. `inserted` are words that must be somewhere, `deleted` words that must be in
    no answer, `unresolved` words that must be in an unresolved item. `is_quiet`: there are no other
    unresolved items or threads. `is_by_words`: the program does not preserve white space.
    """

    answers: Mapping[Key, Value | None] = field(default_factory=_none)
    added: tuple[tuple[str, Cells], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    unresolved: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    loosely: tuple[Key, ...] = ()
    is_quiet: bool = False
    is_by_words: bool = False

    def together(self, other: Expected) -> Expected:
        """Return the expectation for both reviews in one file."""
        return Expected(
            MappingProxyType({**self.answers, **other.answers}),
            (*self.added, *other.added),
            (*self.removed, *other.removed),
            (*self.remarks, *other.remarks),
            (*self.unresolved, *other.unresolved),
            (*self.inserted, *other.inserted),
            (*self.deleted, *other.deleted),
            (*self.loosely, *other.loosely),
            self.is_quiet and other.is_quiet,
            self.is_by_words or other.is_by_words,
        )

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was changed."""
        return self == Expected(is_quiet=self.is_quiet, is_by_words=self.is_by_words)


UNTOUCHED = Expected(is_quiet=True)


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome for one file: `right` of the `edits` have the expected result."""

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


def import_and_check(
    path: Path, model: Model, expected: Expected, kind: str, kept: Iterable[SentRecord] = ()
) -> Result:
    """Import a file with the stored records, and compare the result with the expected one."""
    context = importer.ImportContext(
        model.draft,
        model.pack,
        lambda language: load_library().load_texts(model.pack.id, language),
        stored_records=lambda: kept,
        current_records=lambda: (model.sent,),
    )
    imported = importer.import_files([path], context)
    decisions = _accept_guesses(imported, auto_decisions(imported, AcceptMode.CLEAR))
    applied = apply_decisions(model.draft, model.pack.form, imported, decisions)
    return _Checker(model, expected, model.draft.apply(*applied.change_set.changes)).result(
        path.name, kind
    )


def _accept_guesses(imported: ImportResult, decisions: ImportDecisions) -> ImportDecisions:
    """Return the decisions of a person who accepts all that is offered as a guess."""
    offered = (one for one in imported.answers if one.is_guess)
    answers = {one.key: Decision(Resolution.MERGED) for one in offered}
    rows = {row.item: RowResolution.ACCEPT for row in imported.rows if row.is_guess}
    assert not decisions.answers.keys() & answers.keys()
    assert not decisions.rows.keys() & rows.keys()
    return ImportDecisions({**decisions.answers, **answers}, {**decisions.rows, **rows})


class _Checker:
    """Compares a draft after an import with what was expected."""

    def __init__(self, model: Model, expected: Expected, after: Draft) -> None:
        self._before, self._expected, self._after = model.draft, expected, after
        self._lists = model.pack.form.lists
        self._threads = review_state.list_threads(after)
        self._unresolved = review_state.list_unresolved(after)
        self._added = self._list_items(after) - self._list_items(model.draft)
        self._removed = self._list_items(model.draft) - self._list_items(after)

    def result(self, name: str, kind: str) -> Result:
        expected = self._expected
        remarks = tuple(self._check_remarks())
        misses = (
            *self._check_answers(),
            *self._check_loosely(),
            *self._check_rows(),
            *self._check_unresolved(),
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
                    expected.unresolved,
                    expected.loosely,
                ),
            )
        )
        said = " ".join(self._all_texts())
        answers = " ".join(self._answer_texts())
        return Result(
            name,
            kind,
            edits,
            max(0, edits - len(misses)),
            (*misses, *self._check_noise()),
            tuple(one for one in expected.inserted if one not in said),
            tuple(one for one in expected.deleted if one in answers),
            expected.is_untouched,
            len(expected.remarks),
            len(expected.remarks) - len(remarks),
        )

    def _list_items(self, draft: Draft) -> set[str]:
        return {
            item
            for key in draft.answers
            if key.question in self._lists
            for item in draft.items(key.question, key.item)
        }

    def _check_answers(self) -> Iterator[str]:
        """Return the answers with a wrong value."""
        expected = self._expected
        orders = {Key.parse(one) for one, _ in (*expected.added, *expected.removed)}
        for key in sorted({*self._before.answers, *self._after.answers, *expected.answers}):
            is_ours = review_state.is_desk_key(key) or key.item in self._added | self._removed
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

    def _check_loosely(self) -> Iterator[str]:
        """Return the answers without the inserted words, also among their unresolved items."""
        for key in self._expected.loosely:
            texts = [str(self._after.get(key)), *(one.text for one in self._unresolved)]
            if not all(any(word in one for one in texts) for word in self._expected.inserted):
                yield f"{key}: {texts}"

    def _check_rows(self) -> Iterator[str]:
        for _, cells in self._expected.added:
            if not any(self._has_cells(item, cells) for item in self._added):
                yield f"no new row {cells}"
        for _, item in self._expected.removed:
            if item not in self._removed:
                yield f"row {item} is still there"
        more = len(self._added) - len(self._expected.added)
        if more > 0 and not self._expected.loosely:
            yield f"{more} rows too many"
        if self._removed - {item for _, item in self._expected.removed} and self._removes_no_rows():
            yield f"rows {sorted(self._removed)} are gone"

    def _removes_no_rows(self) -> bool:
        return not self._expected.removed

    def _has_cells(self, item: str, cells: Cells) -> bool:
        return all(self._after.get(Key(name, item)) == value for name, value in cells)

    def _check_unresolved(self) -> Iterator[str]:
        texts = " ".join(f"{one.text} {one.original}" for one in self._unresolved)
        for one in self._expected.unresolved:
            if one not in texts:
                yield f"not unresolved: {one}"

    def _check_remarks(self) -> Iterator[str]:
        for one in self._expected.remarks:
            if not any(_is_thread(thread, one) for thread in self._threads):
                found = [
                    (str(each.key), *(n.text for n in each.comments)) for each in self._threads
                ]
                yield f"no thread {one}, but {found}"

    def _check_noise(self) -> Iterator[str]:
        if not self._expected.is_quiet:
            return
        for one in self._unresolved:
            if not any(word in f"{one.text} {one.original}" for word in self._expected.unresolved):
                yield f"unresolved: {_fill_texts(one)}"
        if len(self._threads) > len(self._expected.remarks):
            yield "more threads than comments"

    def _answer_texts(self) -> Iterator[str]:
        for key, value in self._after.answers.items():
            if not review_state.is_desk_key(key):
                yield from value if isinstance(value, tuple) else (str(value),)

    def _all_texts(self) -> Iterator[str]:
        yield from self._answer_texts()
        for one in self._unresolved:
            yield one.text
        for thread in self._threads:
            yield thread.quote
            yield from (note.text for note in thread.comments)


def _is_thread(thread: CommentThread, one: Remark) -> bool:
    texts = tuple(" ".join(note.text.split()) for note in thread.comments)
    at = one.key is None or thread.key == one.key
    return at and texts == one.texts and thread.is_done == one.is_done


def _by_words(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines() if line.strip()]


def _fill_texts(one: UnresolvedItem) -> str:
    return f"{one.reason} {one.text[:80]!r} was {one.original[:80]!r} near {one.near}"
