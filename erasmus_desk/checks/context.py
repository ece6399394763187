"""A draft as the checks look at it: what is asked where, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from erasmus_desk.budget.grant import grant
from erasmus_desk.call.form import ListSpec, Naming, Option, Question
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import Asked, action, asked, options
from erasmus_desk.i18n.message_values import Country, Fact, Named, Place, Row, Tongue


class _Stand(Struct, frozen=True):
    """Where an item stands: its list, its number from 1, the item that list lives in."""

    list: str
    number: int
    parent: str


class Case:
    """One draft under one pack, with all that several checks need to know about it.

    `walk` is what the form asks, where whoever wants the checks knows it already.
    """

    def __init__(self, draft: Draft, pack: Pack, walk: tuple[Asked, ...] | None = None) -> None:
        """Determine what is asked, by which action, where each item stands, and the grant."""
        self.draft = draft
        self.pack = pack
        self.asked = asked(draft, pack) if walk is None else walk
        self.action = action(draft, pack)
        self.grant = grant(draft, pack)
        self._sections: Mapping[Key, str] = {one.key: one.section.id for one in self.asked}
        self._stands: Mapping[str, _Stand] = _stands(draft, pack)

    def key(self, role: str, item: str = "") -> Key | None:
        """Give the key of the question that plays a part, if the pack has one."""
        question = self.pack.role(role)
        return Key(question, item) if question else None

    def value(self, role: str, item: str = "") -> Value | None:
        """Give the answer to the question that plays a part."""
        return self.draft.get(Key(self.pack.role(role), item))

    def text(self, role: str, item: str = "") -> str:
        """Give the answer to the question that plays a part if it is text, else nothing."""
        return self.draft.text(self.pack.role(role), item)

    def is_asked(self, key: Key) -> bool:
        """Tell whether the form asks this question at this place now."""
        return key in self._sections

    def finding(
        self,
        code: str,
        grade: Grade,
        key: Key,
        evidence: Evidence | None,
        *,
        is_gap: bool = False,
        **facts: Fact,
    ) -> Finding:
        """Give a finding at a place of the form; the place itself is its fact `where`."""
        facts["where"] = self.place(key)
        return Finding(code, grade, key, self.section(key), facts, evidence, is_gap)

    def section(self, key: Key) -> str:
        """Give the id of the section where an answer stands."""
        if key in self._sections:
            return self._sections[key]
        found = self.pack.form.section_of(key.question)
        return found.id if found else ""

    def place(self, key: Key) -> Place:
        """Give the place of an answer as a fact: its question and the items around it."""
        if key.question in self.pack.form.lists:
            name = Named((f"list.{key.question}.many",))
        else:
            name = Named((f"question.{key.question}.short", f"question.{key.question}.label"))
        return Place(name, self._rows(key.item))

    def offered(self, question: Question) -> tuple[Option, ...]:
        """Give the choices a question outside lists offers now."""
        return options(question, self.draft, self.pack)

    def items(self, role: str) -> tuple[str, ...]:
        """Give the ids of the items of the list that plays a part."""
        return self.draft.items(self.pack.role(role))

    def name(self, question: str, option: str) -> Fact:
        """Give the name of a choice as a fact; an id that is no choice stays as it is."""
        asked = self.pack.question(question)
        choices = self.pack.option_set(asked) if asked else None
        if choices is None or self.pack.option(question, option) is None:
            return option
        match choices.naming:
            case Naming.COUNTRIES:
                return Country(option)
            case Naming.LANGUAGES:
                return Tongue(option)
            case Naming.TEXTS:
                return Named((f"option.{choices.id}.{option}",))

    def _rows(self, item: str) -> tuple[Row, ...]:
        rows: list[Row] = []
        seen: set[str] = set()
        while item not in seen and (stand := self._stands.get(item)):
            seen.add(item)  # a file from outside may say that an item lies in itself
            spec = self.pack.form.lists[stand.list]
            name = self._name(spec, item).strip()
            rows.append(Row(Named((f"list.{spec.id}.one",)), stand.number, name))
            item = stand.parent
        return tuple(reversed(rows))

    def _name(self, spec: ListSpec, item: str) -> str:
        """Give the name of an item; one that is named by another item bears that one's name."""
        name = self.draft.text(spec.name, item)
        named = self.pack.form.questions.get(spec.name)
        other = self.pack.form.lists.get(named.of) if named and named.of else None
        return self.draft.text(other.name, name) if other else name


def _stands(draft: Draft, pack: Pack) -> dict[str, _Stand]:
    found: dict[str, _Stand] = {}
    for key, value in draft.answers.items():
        spec = pack.form.lists.get(key.question)
        if spec and isinstance(value, tuple) and bool(spec.parent) == bool(key.item):
            for number, item in enumerate(value, 1):
                found.setdefault(item, _Stand(spec.id, number, key.item))
    return found
