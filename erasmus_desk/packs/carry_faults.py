"""What the tables of a call pack for drafts of other calls say, held against both calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from erasmus_desk.call.carry import WITHOUT_ANSWER, AnswerCarry, CarryTable, ListCarry
from erasmus_desk.call.decode import decode_carry
from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.call.pack_files import CARRY, PackFiles
from erasmus_desk.errors import Fault, PackError, PackInvalid
from erasmus_desk.packs.form_faults import Found, options, unknown

_CHOICES: Final = (QuestionType.CHOICE, QuestionType.MULTI)


def find_faults(pack: Pack, files: PackFiles, library: Library | None) -> Iterator[Fault]:
    """Return every fault of the tables of a pack.

    `library` has the other calls; without it only what the tables say of this call is checked.
    """
    file = f"{files.name}/{CARRY}"
    try:
        tables = decode_carry(files.name, files.contents.get(CARRY, "{}"))
    except PackInvalid as problem:
        yield from problem.faults
        return
    counted = Counter(table.source for table in tables)
    for call, count in counted.items():
        if count > 1:
            yield Fault(file, "/tables", "named-twice", call)
    for table in tables:
        place = f"/tables[{table.source}]"
        for one in _check_table(pack, table, library):
            yield Fault(file, f"{place}{one[0]}", *one[1:])


def _check_table(pack: Pack, table: CarryTable, library: Library | None) -> Iterator[Found]:
    yield from _check_new(pack, table)
    if table.source == pack.id:
        yield from _check_own(pack, table)
    elif library is not None:
        try:
            source = library.load_pack(table.source)
        except PackError:
            yield "", "unknown-call", table.source
            return
        checker = _TableChecker(source, pack, table.complete(source.form, pack.form))
        yield from checker.check_lists()
        yield from checker.check_answers()
        yield from checker.check_whole()


def _check_own(pack: Pack, table: CarryTable) -> Iterator[Found]:
    """Check the table of a call for itself, which says only what to look at again."""
    for one in table.answers:
        place = f"/answers[{one.source}]"
        yield from unknown(place, "unknown-question", [one.source], pack.form.questions)
        if one.source != one.target or one.values:
            yield place, "every-answer-moves", one.target
    for name in ("lists", "aside", "anew_back", "alike"):
        if getattr(table, name):
            yield f"/{name}", "every-answer-moves", table.source


def _check_new(pack: Pack, table: CarryTable) -> Iterator[Found]:
    known = pack.form.questions
    for one in table.anew:
        yield from unknown(f"/anew[{one.question}]", "unknown-question", [one.question], known)


class _TableChecker:
    """Checks one table against the form of either call."""

    def __init__(self, source: Pack, target: Pack, table: CarryTable) -> None:
        self._source, self._target, self._table = source, target, table

    def check_lists(self) -> Iterator[Found]:
        """Check that lists are there, and stand where the lists do that contain them."""
        seen: set[str] = set()
        for one in self._table.lists:
            place = f"/lists[{one.source}]"
            found = [
                *unknown(place, "unknown-list", [one.source], self._source.form.lists),
                *unknown(place, "unknown-list", [one.target], self._target.form.lists),
            ]
            if one.source in seen:
                found.append((place, "named-twice", one.source))
            yield from found or self._check_parents(one, place, seen)
            seen.add(one.source)

    def _check_parents(self, one: ListCarry, place: str, seen: set[str]) -> Iterator[Found]:
        here, there = self._source.form.lists, self._target.form.lists
        for lists, outer, row in (
            (here, one.source, one.source_row),
            (there, one.target, one.target_row),
        ):
            if row and (row not in lists or lists[row].parent != outer):
                yield place, "not-inside", row
        parents = here[one.source].parent, there[one.target].parent
        pairs = [(other.source, other.target) for other in self._table.lists]
        if any(parents) and (parents not in pairs or parents[0] not in seen):
            yield place, "not-inside", parents[0] or parents[1]

    def check_answers(self) -> Iterator[Found]:
        """Check that each question can take the answers of the other, and is named once."""
        counted = Counter(self._name_ways(one) for one in self._table.answers)
        named = Counter(name for ways, count in counted.items() for name in ways * count)
        for one in self._table.answers:
            place = f"/answers[{one.source}]"
            asked, taken = self._source.question(one.source), self._target.question(one.target)
            if asked is None or taken is None:
                yield place, "unknown-question", one.target if asked else one.source
                continue
            if any(named[way] > 1 for way in self._name_ways(one)):
                yield place, "named-twice", one.target
            if not self._fits_list(one):
                yield place, "not-of-this-list", one.target
            yield from self._check_types(one, asked, taken, place)

    def _name_ways(self, one: AnswerCarry) -> tuple[tuple[str, str, str], ...]:
        """Return a question and the list it goes to, for either direction."""
        here = self._source.form.list_of(one.source)
        there = self._target.form.list_of(one.target)
        return ("from", one.source, there), ("to", one.target, here)

    def _fits_list(self, one: AnswerCarry) -> bool:
        here = self._source.form.list_of(one.source)
        there = self._target.form.list_of(one.target)
        if not here and not there:
            return True
        ways = (
            ({(two.source, two.target), (two.source_row, two.target), (two.source, two.target_row)})
            for two in self._table.lists
        )
        return bool(here and there) and any((here, there) in found for found in ways)

    def _check_types(
        self, one: AnswerCarry, asked: Question, taken: Question, place: str
    ) -> Iterator[Found]:
        pair = asked.type, taken.type
        is_wider = pair == (QuestionType.LINE, QuestionType.TEXT)
        if asked.type in WITHOUT_ANSWER or not (pair[0] is pair[1] or is_wider):
            yield place, "wrong-type", f"{asked.type} {taken.type}"
            return
        if asked.of and (asked.of, taken.of) not in (
            (two.source, two.target) for two in self._table.lists
        ):
            yield place, "list-not-carried", asked.of
        if one.values and asked.type not in _CHOICES:
            yield place, "not-a-choice", one.source
        yield from unknown(place, "unknown-option", one.values, options(self._source, one.source))
        yield from unknown(
            place, "unknown-option", one.values.values(), options(self._target, one.target)
        )
        if len(set(one.values.values())) < len(one.values):
            yield place, "named-twice", one.target

    def check_whole(self) -> Iterator[Found]:
        """Check that the table says of every question what becomes of its answer."""
        questions, moved = self._source.form.questions, {one.source for one in self._table.answers}
        yield from unknown("/aside", "unknown-question", self._table.aside, questions)
        yield from (("/aside", "also-moves", one) for one in self._table.aside if one in moved)
        for question in questions.values():
            if question.type not in WITHOUT_ANSWER and question.id not in moved:
                yield from unknown("/answers", "not-decided", [question.id], self._table.aside)
        for one in self._table.anew_back:
            place = f"/anew_back[{one.question}]"
            yield from unknown(place, "unknown-question", [one.question], questions)
