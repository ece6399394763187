"""The part of a draft that one partner may see, as a draft with nothing else in it.

The rule depends on data only and works for any call. A partner's file is built only from this
draft, so that nothing else can get into it. The draft has:

* of the partner itself: all its answers and the rows inside it;
* of every other organisation: only its name;
* of the proposal: what identifies it (title, acronym, call, period …), and the choices that
  decide which questions are visible; no texts and no budget;
* of the other lists: the records that name the partner, in an answer or in a row inside them,
  with their texts and the rows that name the partner. If a record names no other organisation,
  it belongs to the partner with all its rows;
* amounts of money, what the call says is private (how an amount was reached) and contact data
  (identifiers, email, telephone, web address) of a record or row only if it names no other
  organisation, as their owner is not known otherwise;
* of a record that one of these refers to, such as the output of an event: its title.

Texts are unchanged: a telephone number in the description of an activity is visible to all
partners that take part in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from erasmus_desk.call.form import (
    ListSpec,
    Question,
    QuestionType,
    list_conditioning_questions,
)
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.item_tree import walk_inside
from erasmus_desk.draft.model import Draft, Key, Value

_CONTACT_FORMATS = {"email", "phone", "url"}
_SHARED_ROLES = ("title", "acronym", "language", "start", "months", "kind", "field")
"""Roles of the questions that identify the proposal."""
_CHOICE_TYPES = {QuestionType.CHOICE, QuestionType.MULTI, QuestionType.YESNO}


class PartnerScope(Struct, frozen=True):
    """The part of a draft that a partner may see.

    Lists whose items have groups of their own keep all items in `draft`, so that O3 stays O3
    without the answers of O1 and O2; `records` has the shared items by list. The document must
    not ask for the answers in `withheld`.
    """

    draft: Draft
    partner: str
    records: dict[str, tuple[str, ...]]
    withheld: frozenset[Key]


def limit_to_partner(draft: Draft, pack: Pack, partner: str) -> PartnerScope:
    """Return the part of a draft that a partner, an item of the organisations, may see."""
    return _ScopeBuilder(draft, pack, partner).build()


class _ScopeBuilder:
    """The builder of a scope, which collects the answers to keep."""

    def __init__(self, draft: Draft, pack: Pack, partner: str) -> None:
        self._draft = draft
        self._pack = pack
        self._partner = partner
        self._parties = pack.role("organisations")
        self._kept: dict[Key, Value] = {}
        self._withheld: set[Key] = set()

    def build(self) -> PartnerScope:
        form = self._pack.form
        records: dict[str, tuple[str, ...]] = {}
        groups = {group.list for section in form.sections for group in section.groups}
        for spec in form.lists.values():
            if spec.parent or spec.beside:
                continue
            if spec.id != self._parties:
                records[spec.id] = tuple(self._keep_records(spec))
            if spec.id in groups:
                self._keep(Key(spec.id))
            elif records[spec.id]:
                self._kept[Key(spec.id)] = records[spec.id]
        self._keep_organisations()
        for name in (
            *(self._pack.role(role) for role in _SHARED_ROLES),
            *_list_deciding_questions(self._pack),
        ):
            self._keep(Key(name))
        self._keep_titles()
        left = replace(self._draft, answers=self._kept, orphans=(), extra={})
        return PartnerScope(left, self._partner, records, frozenset(self._withheld))

    def _keep(self, key: Key) -> None:
        value = self._draft.get(key)
        if value is not None:
            self._kept[key] = value

    def _keep_organisations(self) -> None:
        spec = self._pack.form.lists.get(self._parties)
        if spec is None:
            return
        self._keep_record(spec, self._partner, {self._partner}, whose={self._partner})
        for item in self._draft.items(spec.id):
            for name in (spec.name, self._pack.role("organisation_name")):
                self._keep(Key(name, item))

    def _keep_records(self, spec: ListSpec) -> Iterator[str]:
        for item in self._draft.items(spec.id):
            named = self._find_organisations(spec, item)
            if self._partner in named:
                self._keep_record(spec, item, named)
                yield item

    def _keep_record(
        self, spec: ListSpec, item: str, named: set[str], whose: AbstractSet[str] = frozenset()
    ) -> None:
        """Keep a record; `named` are the organisations in it and in its rows.

        What is inside the partner's own item is the partner's, even if it names others.
        """
        self._keep_answers(spec, item, named)
        for name in self._pack.form.nested_lists(spec.id):
            inner = self._pack.form.lists[name]
            if inner.beside:
                continue  # what the applicant estimates is for nobody else
            shared: list[str] = []
            for row in self._draft.items(name, item):
                of_row = self._find_organisations(inner, row) | whose
                is_own = named == {self._partner} and not of_row
                if is_own or self._partner in of_row:
                    self._keep_record(inner, row, of_row or named, whose)
                    shared.append(row)
            if shared:
                self._kept[Key(name, item)] = tuple(shared)

    def _keep_answers(self, spec: ListSpec, item: str, named: set[str]) -> None:
        for name in spec.questions:
            question = self._pack.form.questions[name]
            if _is_private(question) and named != {self._partner}:
                self._withheld.add(Key(name, item))
            elif question.type is not QuestionType.TABLE:
                self._keep(Key(name, item))

    def _find_organisations(self, spec: ListSpec, item: str) -> set[str]:
        """Return the organisations that a record names, itself or in what is inside it."""
        form = self._pack.form
        inside = (
            self._find_own_organisations(form.lists[where.question], one)
            for one, where in walk_inside(self._draft, form, spec.id, item)
        )
        return self._find_own_organisations(spec, item).union(*inside)

    def _find_own_organisations(self, spec: ListSpec, item: str) -> set[str]:
        found: set[str] = set()
        for name in spec.questions:
            if self._parties and self._pack.form.questions[name].of == self._parties:
                value = self._draft.get(Key(name, item))
                found.update(value if isinstance(value, tuple) else [str(value)] if value else [])
        return found

    def _keep_titles(self) -> None:
        """Keep the titles of the records that kept answers refer to."""
        form = self._pack.form
        for key, value in tuple(self._kept.items()):
            question = form.questions.get(key.question)
            spec = form.lists.get(question.of) if question else None
            if spec is None or spec.id == self._parties or _is_private(form.questions[spec.name]):
                continue
            for item in value if isinstance(value, tuple) else (str(value),):
                self._keep(Key(spec.name, item))


def _is_private(question: Question) -> bool:
    is_contact = bool(question.shape) or question.format in _CONTACT_FORMATS
    return question.private or question.type is QuestionType.MONEY or is_contact


def _list_deciding_questions(pack: Pack) -> Iterator[str]:
    """Return the choices of the proposal that conditions of the form and actions depend on."""
    form = pack.form
    owners = (
        *pack.actions,
        *form.sections,
        *(group for section in form.sections for group in section.groups),
        *form.questions.values(),
        *(option for one in form.option_sets.values() for option in one.options),
    )
    for owner in owners:
        for name in list_conditioning_questions(owner.when):
            asked = form.questions.get(name)
            if asked and not form.list_of(name) and asked.type in _CHOICE_TYPES:
                yield name
