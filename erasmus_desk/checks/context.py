"""What all checks need to know about a draft, computed once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from erasmus_desk.budget.grant import Grant, compute_grant
from erasmus_desk.call.form import ListSpec, NameSource, Option, Question
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import NO_FACTS, Facts, Finding, Grade
from erasmus_desk.draft import display_names
from erasmus_desk.draft.computed import compute_end_date
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import (
    VisibleQuestion,
    available_options,
    find_possible_actions,
    visible_questions,
)
from erasmus_desk.i18n.message_values import (
    CountryName,
    ItemRef,
    LanguageName,
    MessageValue,
    QuestionRef,
    TextRef,
)

UnknownWords = Mapping[Key, tuple[str, ...]]
"""The words of answers that are in no dictionary."""
NO_WORDS: UnknownWords = MappingProxyType({})


class CheckContext:
    """One draft under one call, with its visible questions, action, positions and grant.

    `visible` are the visible questions, if the caller knows them already; `unknown_words` those of
    each answer, where the spelling is to be checked. `actions` are those
    that the draft may still have; `action` is the only one of them, or `None`.
    """

    def __init__(
        self,
        draft: Draft,
        pack: Pack,
        visible: tuple[VisibleQuestion, ...] | None = None,
        unknown_words: UnknownWords = NO_WORDS,
    ) -> None:
        self.draft = draft
        self.pack = pack
        self.unknown_words = unknown_words
        self.visible_questions = visible_questions(draft, pack) if visible is None else visible
        self.actions = find_possible_actions(draft, pack)
        self.action = self.actions[0] if len(self.actions) == 1 else None
        self._visible = {one.key: one for one in self.visible_questions}
        self._places = find_item_places(draft, pack.form)
        self._namesakes: dict[str, frozenset[str]] = {}

    @cached_property
    def answers(self) -> tuple[tuple[VisibleQuestion, Value], ...]:
        """The visible questions that have an answer, each with it."""
        found = ((one, self.draft.get(one.key)) for one in self.visible_questions)
        return tuple((one, value) for one, value in found if value is not None)

    @cached_property
    def texts(self) -> tuple[tuple[VisibleQuestion, str], ...]:
        """The visible answers that are texts, of one line or of many."""
        return tuple((one, value) for one, value in self.answers if isinstance(value, str))

    @cached_property
    def _by_question(self) -> Mapping[str, list[VisibleQuestion]]:
        found: dict[str, list[VisibleQuestion]] = {}
        for one in self.visible_questions:
            found.setdefault(one.key.question, []).append(one)
        return found

    @cached_property
    def whole_text(self) -> str:
        """All texts in one: a sign that is not in it is in none of them."""
        return "\n".join(text for _, text in self.texts)

    @cached_property
    def grant(self) -> Grant:
        """The grant, computed for the first check that asks: checks are to be short each."""
        return compute_grant(self.draft, self.pack)

    def find_key(self, role: str, item: str = "") -> Key | None:
        """Return the key of the question with a role, if the call has one."""
        question = self.pack.role(role)
        return Key(question, item) if question else None

    def get_value(self, role: str, item: str = "") -> Value | None:
        """Return the answer to the question with a role."""
        return self.draft.get(Key(self.pack.role(role), item))

    def get_text(self, role: str, item: str = "") -> str:
        """Return the answer to the question with a role if it is text, else an empty string."""
        return self.draft.text(self.pack.role(role), item)

    def list_visible(self, question: str) -> tuple[VisibleQuestion, ...]:
        """Return the visible places of a question: in each item of its list, or once."""
        return tuple(self._by_question.get(question, ()))

    def is_visible(self, key: Key) -> bool:
        """Return whether the question of a key is visible."""
        return key in self._visible

    def find_end_date(self) -> date | None:
        """Return the last day of the project, which is answered or computed."""
        end = self.get_value("end")
        return end if isinstance(end, date) else compute_end_date(self.draft, self.pack)

    def report(
        self,
        code: str,
        grade: Grade,
        key: Key,
        evidence: Evidence | None,
        facts: Facts = NO_FACTS,
        *,
        is_gap: bool = False,
    ) -> Finding:
        """Build a finding at a key, with its place as the fact `where`."""
        facts = {**facts, "where": self.find_place(key)}
        return Finding(code, grade, key, self.find_section(key), facts, evidence, is_gap)

    def report_answer(
        self, code: str, grade: Grade, key: Key, facts: Facts = NO_FACTS, *, is_gap: bool = False
    ) -> Finding:
        """Build a finding at a key by the evidence of its question."""
        visible = self._visible.get(key)
        question = visible.question if visible else self.pack.question(key.question)
        evidence = question.evidence if question else None
        return self.report(code, grade, key, evidence, facts, is_gap=is_gap)

    def find_section(self, key: Key) -> str:
        """Return the id of the section of an answer."""
        visible = self._visible.get(key)
        found = visible.section if visible else self.pack.form.section_of(key.question)
        return found.id if found else ""

    def find_place(self, key: Key) -> QuestionRef:
        """Return the place of an answer as a fact: its question and the items around it."""
        if key.question in self.pack.form.lists:
            name = TextRef((f"list.{key.question}.many",))
        else:
            name = TextRef((f"question.{key.question}.short", f"question.{key.question}.label"))
        return QuestionRef(name, self._find_rows(key.item))

    def list_options(self, question: Question) -> tuple[Option, ...]:
        """Return the options that a question outside lists offers now."""
        return available_options(question, self.draft, self.pack)

    def list_items(self, role: str) -> tuple[str, ...]:
        """Return the ids of the items of the list with a role."""
        return self.draft.items(self.pack.role(role))

    def name_country(self, country: str) -> MessageValue:
        """Return the name of a country of organisations as a fact."""
        return self.name_option(self.pack.role("organisation_country"), country)

    def name_option(self, question: str, option: str) -> MessageValue:
        """Return the name of an option as a fact; an unknown id stays as it is."""
        spec = self.pack.question(question)
        choices = self.pack.option_set(spec) if spec else None
        if choices is None or self.pack.option(question, option) is None:
            return option
        match choices.naming:
            case NameSource.COUNTRIES:
                return CountryName(option)
            case NameSource.LANGUAGES:
                return LanguageName(option)
            case NameSource.TEXTS:
                return TextRef((f"option.{choices.id}.{option}",))

    def _find_rows(self, item: str) -> tuple[ItemRef, ...]:
        rows: list[ItemRef] = []
        seen: set[str] = set()
        while item not in seen and (place := self._places.get(item)):
            seen.add(item)  # in a file from elsewhere an item may contain itself
            spec = self.pack.form.lists[place.list]
            name = self._name_item(spec, item).strip()
            rows.append(ItemRef(TextRef((f"list.{spec.id}.one",)), place.number, name))
            item = place.parent
        return tuple(reversed(rows))

    def _name_item(self, spec: ListSpec, item: str) -> str:
        """Return the name of an item, or of the item that its name question refers to."""
        name = self.draft.text(spec.name, item)
        question = self.pack.form.questions.get(spec.name)
        other = self.pack.form.lists.get(question.of) if question and question.of else None
        spec, item = (other, name) if other else (spec, item)
        name = self.draft.text(spec.name, item)
        if spec.prefix or not name.strip():
            return name
        if spec.id not in self._namesakes:
            self._namesakes[spec.id] = display_names.find_namesakes(self.draft, spec)
        namesakes = self._namesakes[spec.id]
        return display_names.format_item_title(self.draft, self.pack, spec.id, item, namesakes)
