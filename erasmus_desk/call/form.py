"""The form of a call: sections, questions, lists, choices and conditions."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field

from erasmus_desk.call.funding import Evidence, Figure


class Always(Struct, frozen=True):
    """A condition that always holds."""


class AnswerIn(Struct, frozen=True):
    """Holds when a question's answer (or one element of it) is one of the values.

    A question of the same list is looked up in the same item.
    """

    question: str = field(name="answer")
    values: tuple[str | bool, ...] = field(name="in")


class Within(Struct, frozen=True):
    """Holds when a number is neither below the least nor above the most.

    The number is an answer, or how many items a list or how many choices a question has.
    """

    question: str = field(name="number")
    least: int | None = None
    most: int | None = None


class FirstItem(Struct, frozen=True):
    """Holds for the first item of a list (the applicant among the organisations)."""


class Not(Struct, frozen=True):
    """Holds when the part does not."""

    part: "Condition" = field(name="not")


class All(Struct, frozen=True):
    """Holds when all parts do."""

    parts: "tuple[Condition, ...]" = field(name="all")


class Any(Struct, frozen=True):
    """Holds when one of the parts does."""

    parts: "tuple[Condition, ...]" = field(name="any")


Condition = Always | AnswerIn | Within | FirstItem | Not | All | Any


def list_conditioning_questions(condition: Condition) -> Iterator[str]:
    """Return the questions, and the lists, that a condition depends on."""
    match condition:
        case AnswerIn(question) | Within(question):
            yield question
        case Not(part):
            yield from list_conditioning_questions(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from list_conditioning_questions(part)
        case _:
            return


class QuestionType(StrEnum):
    """The kind of answer a question takes, which decides its field."""

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
    """Computed by the program; `computed` names how (`erasmus_desk.draft.computed`)."""
    STATIC = "static"
    """A text without an answer."""


class Unit(StrEnum):
    """What a number counts; the sentences name it by this word (`count.<unit>`)."""

    NONE = ""
    PERSON = "person"
    DAY = "day"
    MONTH = "month"
    KILOMETRE = "kilometre"


DIGITS = "0123456789"


class Limit(Struct, frozen=True):
    """The maximum length of an answer by a counting rule of `erasmus_desk.text_length`."""

    rule: str
    most: int
    evidence: Evidence


class Shape(Struct, frozen=True):
    """How an identifier is written: `#` is a digit, everything else stands for itself."""

    pattern: str
    evidence: Evidence

    def fits(self, text: str) -> bool:
        """Return whether a text is a whole identifier."""
        return len(text) == len(self.pattern) and all(
            letter in DIGITS if place == "#" else letter == place
            for letter, place in zip(text, self.pattern, strict=True)
        )


class Option(Struct, frozen=True):
    """One choice. `group` is its heading, `country` that of a National Agency.

    `fields` are those that a National Agency is for; none means all.

    `traits` are properties that rules refer to (`learner`, `long` of a type of activity).
    """

    id: str
    evidence: Evidence
    group: str = ""
    when: Condition = field(default_factory=Always)
    country: str = ""
    traits: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


class NameSource(StrEnum):
    """The source of the names of choices."""

    TEXTS = "texts"
    COUNTRIES = "countries"
    LANGUAGES = "languages"


class OptionSet(Struct, frozen=True):
    """A set of choices that questions share."""

    id: str
    naming: NameSource = NameSource.TEXTS
    options: tuple[Option, ...] = ()


class Question(Struct, frozen=True):
    """One question of the form.

    `format` restricts a line (`email`, `phone`, `url`, `year`, `city`, or that of an identifier
    of the call, which has a `shape`); `unit` is what a number counts; `at_most` is the advised
    number of choices; `feeds` names the award criteria for which the answer counts. A `rare`
    question is shown at once where `usual` holds, elsewhere once it is answered or asked for.
    `language` is that of an answer that is always in the same one, such as an English summary.
    A `private` answer concerns only the organisations that it is about, as an amount does.
    """

    id: str
    type: QuestionType
    evidence: Evidence
    required: bool = False
    when: Condition = field(default_factory=Always)
    limit: Limit | None = None
    options: str = ""
    format: str = ""
    shape: Shape | None = None
    least: int | None = None
    most: int | None = None
    unit: Unit = Unit.NONE
    at_most: Figure | None = None
    computed: str = ""
    rows: str = ""
    of: str = ""
    feeds: tuple[str, ...] = ()
    language: str = ""
    private: bool = False
    rare: bool = False
    usual: Condition = field(default_factory=lambda: Not(Always()))

    @property
    def is_short(self) -> bool:
        """Whether its answers fit into a line."""
        return self.type not in (QuestionType.TEXT, QuestionType.TABLE, QuestionType.STATIC)


class Group(Struct, frozen=True):
    """Questions under one heading; with `list`, once per item."""

    id: str
    letter: str = ""
    questions: tuple[str, ...] = ()
    when: Condition = field(default_factory=Always)
    list: str = ""


class SectionLayout(StrEnum):
    """The kind of page for a section."""

    FIELDS = "fields"
    PRIORITIES = "priorities"
    LIST = "list"
    SUMMARY = "summary"
    BUDGET = "budget"
    """The grant as it is computed, with the questions about it."""
    MATRIX = "matrix"
    """The grant as it is divided: what is shared out across, who gets a share down."""

    @property
    def shows_grant(self) -> bool:
        """Whether the grant of the proposal is shown, typed or computed."""
        return self in (SectionLayout.BUDGET, SectionLayout.MATRIX)


class SectionPart(StrEnum):
    """The part of the work that a section belongs to; the list of steps is grouped by it."""

    BASICS = "basics"
    TEXT = "text"
    PLAN = "plan"
    FORMALITIES = "formalities"


class Section(Struct, frozen=True):
    """One section of the form, with its letter in the official form."""

    id: str
    letter: str = ""
    layout: SectionLayout = SectionLayout.FIELDS
    part: SectionPart = SectionPart.TEXT
    groups: tuple[Group, ...] = ()
    when: Condition = field(default_factory=Always)


class ListPart(Struct, frozen=True):
    """A part of the form of one item, which is opened and folded as a whole."""

    id: str
    questions: tuple[str, ...]


FIRST_ITEM = "first"
"""The lead of a list that its first item leads."""


class ListSpec(Struct, frozen=True):
    """A repeated part: its questions, the one that names an item, the parent list if any.

    `prefix` is for the numbers of items (`O1`, `O2`), which begin at `starts_at`; `plan` marks
    the lists that the activities page and the timeline show. `columns` are the answers that a
    table of the items shows beside their names, and `parts` those of the form of one item.
    `lead` says which item leads the others: the first, or the one for which a question with yes
    or no is answered with yes.

    The rows of a list that stands `beside` a question are working material, such as an estimate:
    kept with the draft, and no answers of the form.
    """

    id: str
    name: str
    questions: tuple[str, ...]
    parent: str = ""
    prefix: str = ""
    plan: bool = False
    columns: tuple[str, ...] = ()
    parts: tuple[ListPart, ...] = ()
    starts_at: int = 1
    lead: str = FIRST_ITEM
    beside: str = ""


class Form(Struct, frozen=True, dict=True):
    """All sections, questions, lists and choices of a call, in the order of the form."""

    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    lists: Mapping[str, ListSpec]
    option_sets: Mapping[str, OptionSet]

    @cached_property
    def deciding_questions(self) -> frozenset[str]:
        """The questions whose answers decide what else the form asks."""
        groups = (group for section in self.sections for group in section.groups)
        return frozenset(
            name
            for one in (*self.sections, *groups, *self.questions.values())
            for name in list_conditioning_questions(one.when)
        )

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        """The list of each question; cached, because every condition looks it up."""
        return {name: spec.id for spec in self.lists.values() for name in spec.questions}

    @cached_property
    def _planned(self) -> Mapping[str, str]:
        """The activity list around each list that is one or is inside one."""
        found: dict[str, str] = {}
        for name in self.lists:
            spec: ListSpec | None = self.lists[name]
            while spec is not None and not spec.plan:
                spec = self.lists.get(spec.parent)
            if spec is not None:
                found[name] = spec.id
        return found

    @cached_property
    def working_lists(self) -> Mapping[str, ListSpec]:
        """The lists of working material by the questions beside which they stand."""
        return {spec.beside: spec for spec in self.lists.values() if spec.beside}

    @property
    def order(self) -> tuple[str, ...]:
        """The order of answers in a draft file: the orders of lists, then the questions."""
        return (*self.lists, *self.questions)

    def list_of(self, question: str) -> str:
        """Return the id of the list a question belongs to, or an empty string."""
        return self._owners.get(question, "")

    def planned_list(self, question: str) -> str:
        """Return the activity list that a question or a list belongs to, or an empty string."""
        return self._planned.get(self.list_of(question) or question, "")

    def nested_lists(self, parent: str) -> tuple[str, ...]:
        """Return the ids of the lists directly inside the items of `parent`."""
        return tuple(spec.id for spec in self.lists.values() if spec.parent == parent)

    def lists_inside(self, parent: str) -> tuple[str, ...]:
        """Return the ids of the lists inside the items of `parent`, to any depth."""
        nested = self.nested_lists(parent)
        return tuple(one for name in nested for one in (name, *self.lists_inside(name)))

    def outermost_list(self, list_id: str) -> str:
        """Return the id of the list that stands in no other and contains a list, or is it."""
        parent = self.lists[list_id].parent
        return self.outermost_list(parent) if parent else list_id

    def references_to(self, list_id: str) -> tuple[str, ...]:
        """Return the ids of the questions whose answers are items of a list."""
        return tuple(one.id for one in self.questions.values() if one.of == list_id)

    @property
    def grant_section(self) -> Section | None:
        """The section that shows the grant, if there is one."""
        return next((one for one in self.sections if one.layout.shows_grant), None)

    def section_of(self, question: str) -> Section | None:
        """Return the section of a question, or of the list with that id or question."""
        owner = self.list_of(question) or question
        spec = self.lists.get(owner)
        if spec is not None and spec.beside:
            return self.section_of(spec.beside)
        table = next((one.id for one in self.questions.values() if one.rows == owner), "")
        for name in (question, table):
            for section in self.sections:
                if any(name in group.questions for group in section.groups):
                    return section
        for section in self.sections:
            if any(group.list == owner for group in section.groups):
                return section
        return None
