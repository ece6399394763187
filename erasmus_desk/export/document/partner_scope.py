"""What one partner may see of a draft: a draft again, with nothing else left in it.

The rule goes by the data, so that it holds for any call. A partner's file is outlined from
what is left here and from nothing else, so that what is not here cannot get into it.

* Of the partner itself: all its answers and the rows inside it.
* Of every other organisation: the name it goes by, and nothing else.
* Of the proposal: what names it (title, acronym, call, period …), and the choices that decide
  what the form asks. No text of the form, no budget.
* Of the other lists: the records that name the partner, by an answer of their own or in a row
  inside them. Their texts belong to all who take part and are shown; of the rows inside them,
  those that name the partner. A record that names the partner and nobody else is its own:
  all its rows are.
* Amounts of money and contact data (PIC, e-mail, telephone, web address) of a record or row
  only where it names nobody but the partner: whose they are cannot be told otherwise.
* Of a record that one of these refers to, such as the output an event is about: its title.

Shown texts are shown to the letter: who writes a colleague's telephone number into the
description of an activity tells it to all who take part in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.form import (
    All,
    AnswerIn,
    Any,
    Condition,
    ListSpec,
    Not,
    Question,
    QuestionType,
)
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key, Value

_CONTACT = {"pic", "email", "phone", "url"}
_NAMED = ("title", "acronym", "language", "start", "months", "kind", "field")
"""Roles of the questions that say which proposal it is."""
_CHOSEN = {QuestionType.CHOICE, QuestionType.MULTI, QuestionType.YESNO}


class Share(Struct, frozen=True):
    """What a partner may see.

    The lists of `draft` whose items have parts of the form of their own are whole, so that O3
    stays O3 although nothing is left in O1 and O2; `records` holds the items that are really
    shared, by list. `withheld` are the places of answers that must not even be asked.
    """

    draft: Draft
    partner: str
    records: dict[str, tuple[str, ...]]
    withheld: frozenset[Key]


def share(draft: Draft, pack: Pack, partner: str) -> Share:
    """Give what a partner, an item of the list of organisations, may see of a draft."""
    return _Sharing(draft, pack, partner).done()


class _Sharing:
    """Goes through a draft once and gathers what may stay."""

    def __init__(self, draft: Draft, pack: Pack, partner: str) -> None:
        self._draft = draft
        self._pack = pack
        self._partner = partner
        self._parties = pack.role("organisations")
        self._kept: dict[Key, Value] = {}
        self._withheld: set[Key] = set()

    def done(self) -> Share:
        form = self._pack.form
        records: dict[str, tuple[str, ...]] = {}
        groups = {group.list for section in form.sections for group in section.groups}
        for spec in form.lists.values():
            if spec.parent:
                continue
            if spec.id != self._parties:
                records[spec.id] = tuple(self._records(spec))
            if spec.id in groups:
                self._keep(Key(spec.id))
            elif records[spec.id]:
                self._kept[Key(spec.id)] = records[spec.id]
        self._about_organisations()
        for name in (*(self._pack.role(role) for role in _NAMED), *_deciding(self._pack)):
            self._keep(Key(name))
        self._titles()
        left = replace(self._draft, answers=self._kept, orphans=(), extra={})
        return Share(left, self._partner, records, frozenset(self._withheld))

    def _keep(self, key: Key) -> None:
        value = self._draft.get(key)
        if value is not None:
            self._kept[key] = value

    def _about_organisations(self) -> None:
        spec = self._pack.form.lists.get(self._parties)
        if spec is None:
            return
        self._record(spec, self._partner, {self._partner})
        for item in self._draft.items(spec.id):
            for name in (spec.name, self._pack.role("organisation_name")):
                self._keep(Key(name, item))

    def _records(self, spec: ListSpec) -> Iterator[str]:
        for item in self._draft.items(spec.id):
            named = self._named(spec, item)
            if self._partner in named:
                self._record(spec, item, named)
                yield item

    def _record(self, spec: ListSpec, item: str, named: set[str]) -> None:
        """Keep a record; `named` are all organisations in it and in the rows inside it."""
        self._answers(spec, item, named)
        # A row of the partner's own item is the partner's, whoever else it names.
        whose = {item} & {self._partner}
        for name in self._pack.form.nested_lists(spec.id):
            inner = self._pack.form.lists[name]
            shared: list[str] = []
            for row in self._draft.items(name, item):
                of_row = self._own(inner, row) | whose
                is_own = named == {self._partner} and not of_row
                if is_own or self._partner in of_row:
                    self._answers(inner, row, of_row or named)
                    shared.append(row)
            if shared:
                self._kept[Key(name, item)] = tuple(shared)

    def _answers(self, spec: ListSpec, item: str, named: set[str]) -> None:
        for name in spec.questions:
            question = self._pack.form.questions[name]
            if _is_private(question) and named != {self._partner}:
                self._withheld.add(Key(name, item))
            elif question.type is not QuestionType.TABLE:
                self._keep(Key(name, item))

    def _named(self, spec: ListSpec, item: str) -> set[str]:
        """Give the organisations that a record names, itself or in a row inside it."""
        inside = (
            self._own(self._pack.form.lists[name], row)
            for name in self._pack.form.nested_lists(spec.id)
            for row in self._draft.items(name, item)
        )
        return self._own(spec, item).union(*inside)

    def _own(self, spec: ListSpec, item: str) -> set[str]:
        found: set[str] = set()
        for name in spec.questions:
            if self._parties and self._pack.form.questions[name].of == self._parties:
                value = self._draft.get(Key(name, item))
                found.update(value if isinstance(value, tuple) else [str(value)] if value else [])
        return found

    def _titles(self) -> None:
        """Keep the titles of the records that what was kept refers to."""
        form = self._pack.form
        for key, value in tuple(self._kept.items()):
            question = form.questions.get(key.question)
            spec = form.lists.get(question.of) if question else None
            if spec is None or spec.id == self._parties or _is_private(form.questions[spec.name]):
                continue
            for item in value if isinstance(value, tuple) else (str(value),):
                self._keep(Key(spec.name, item))


def _is_private(question: Question) -> bool:
    return question.type is QuestionType.MONEY or question.format in _CONTACT


def _deciding(pack: Pack) -> Iterator[str]:
    """Give the choices of the proposal that decide what the form asks, and under which action."""
    form = pack.form
    owners = (
        *pack.actions,
        *form.sections,
        *(group for section in form.sections for group in section.groups),
        *form.questions.values(),
        *(option for one in form.option_sets.values() for option in one.options),
    )
    for owner in owners:
        for name in _in(owner.when):
            if not form.list_of(name) and form.questions[name].type in _CHOSEN:
                yield name


def _in(condition: Condition) -> Iterator[str]:
    match condition:
        case AnswerIn(question):
            yield question
        case Not(part):
            yield from _in(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from _in(part)
        case _:
            return
