"""The form of a call: sections, questions, lists, choices and what they depend on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field

from erasmus_desk.call.funding import Evidence, Figure


class Always(Struct, frozen=True):
    """A condition that always holds."""


class AnswerIn(Struct, frozen=True):
    """Holds when a question's answer (any of it, if it is a list) is one of the values.

    A question of the same list is looked up in the same item.
    """

    question: str
    values: tuple[str | bool, ...]


class FirstItem(Struct, frozen=True):
    """Holds for the first item of a list (the applicant among the organisations)."""


class Not(Struct, frozen=True):
    """Holds when its part does not."""

    part: Condition


class All(Struct, frozen=True):
    """Holds when all its parts do."""

    parts: tuple[Condition, ...]


class Any(Struct, frozen=True):
    """Holds when one of its parts does."""

    parts: tuple[Condition, ...]


Condition = Always | AnswerIn | FirstItem | Not | All | Any


class QuestionType(StrEnum):
    """What kind of answer a question takes, and so which field asks it."""

    TEXT = "text"
    LINE = "line"
    CHOICE = "choice"
    MULTI = "multi"
    YESNO = "yesno"
    NUMBER = "number"
    DATE = "date"
    MONEY = "money"
    """An amount in the currency of the call."""
    ITEM = "item"
    """One item of another list; `of` names the list."""
    ITEMS = "items"
    """Several items of another list; `of` names the list."""
    TABLE = "table"
    """Rows of a list inside the item (or the proposal); `rows` names the list."""
    COMPUTED = "computed"
    """Filled by the program; `computed` names what (`erasmus_desk.draft.computed`)."""
    STATIC = "static"
    """A text to read, nothing to answer."""


class Limit(Struct, frozen=True):
    """The most an answer may hold, by a counting rule of `erasmus_desk.text_length`."""

    rule: str
    most: int
    evidence: Evidence


class Option(Struct, frozen=True):
    """One choice. `group` sorts choices under headings; `country` places an agency.

    `traits` say what rules need to know of it (`learner`, `long` of a type of activity).
    """

    id: str
    evidence: Evidence
    group: str = ""
    when: Condition = field(default_factory=Always)
    country: str = ""
    traits: tuple[str, ...] = ()


class Naming(StrEnum):
    """Where the names of choices come from."""

    TEXTS = "texts"
    COUNTRIES = "countries"
    LANGUAGES = "languages"


class OptionSet(Struct, frozen=True):
    """A list of choices that questions share."""

    id: str
    naming: Naming
    options: tuple[Option, ...]


class Question(Struct, frozen=True):
    """One question of the form.

    `format` narrows a line (`pic`, `email`, `phone`, `url`, `year`); `at_most` is how many
    choices are advised; `feeds` names the award criteria the answer counts for.
    """

    id: str
    type: QuestionType
    evidence: Evidence
    required: bool = False
    when: Condition = field(default_factory=Always)
    limit: Limit | None = None
    options: str = ""
    format: str = ""
    least: int | None = None
    most: int | None = None
    at_most: Figure | None = None
    computed: str = ""
    rows: str = ""
    of: str = ""
    feeds: tuple[str, ...] = ()


class Group(Struct, frozen=True):
    """Questions that stand together under one heading; with `list`, once per item."""

    id: str
    letter: str
    questions: tuple[str, ...]
    when: Condition = field(default_factory=Always)
    list: str = ""


class Layout(StrEnum):
    """Which kind of page shows a section."""

    FIELDS = "fields"
    PRIORITIES = "priorities"
    LIST = "list"
    SUMMARY = "summary"


class Section(Struct, frozen=True):
    """One section of the form: its letter in the official form, and its groups."""

    id: str
    letter: str
    layout: Layout
    groups: tuple[Group, ...]
    when: Condition = field(default_factory=Always)


class ListSpec(Struct, frozen=True):
    """A repeated part: its questions, the one that names an item, the parent list if any.

    `prefix` numbers its items by their order (`O1`, `O2`); `plan` marks the lists of what
    will happen, which the page of the activities and the timeline show.
    """

    id: str
    name: str
    questions: tuple[str, ...]
    parent: str = ""
    prefix: str = ""
    plan: bool = False


class Form(Struct, frozen=True, dict=True):
    """All sections, questions, lists and choices of a call, in the order of the form."""

    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    lists: Mapping[str, ListSpec]
    option_sets: Mapping[str, OptionSet]

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        """Which list owns which question: conditions ask it for every question."""
        return {name: spec.id for spec in self.lists.values() for name in spec.questions}

    @property
    def order(self) -> tuple[str, ...]:
        """The order in which answers are written: those of lists' order, then the questions."""
        return (*self.lists, *self.questions)

    def list_of(self, question: str) -> str:
        """Give the id of the list a question belongs to, or an empty string."""
        return self._owners.get(question, "")

    def nested_lists(self, parent: str) -> tuple[str, ...]:
        """Give the ids of the lists that live inside the items of `parent`."""
        return tuple(spec.id for spec in self.lists.values() if spec.parent == parent)

    def references_to(self, list_id: str) -> tuple[str, ...]:
        """Give the ids of the questions whose answers are items of a list."""
        return tuple(one.id for one in self.questions.values() if one.of == list_id)

    def section_of(self, question: str) -> Section | None:
        """Give the section that asks a question, or that shows the list it belongs to.

        A list's own id (the key of its order) is found as well.
        """
        asked = self._asked_in(question)
        if asked is None:
            owner = self.list_of(question) or question
            table = next((one.id for one in self.questions.values() if one.rows == owner), "")
            asked = self._asked_in(table) or next(
                (one for one in self.sections if any(group.list == owner for group in one.groups)),
                None,
            )
        return asked

    def _asked_in(self, question: str) -> Section | None:
        for section in self.sections:
            if any(question in group.questions for group in section.groups):
                return section
        return None
