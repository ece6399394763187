"""A call pack as a value: the rules and the form of one call for proposals."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct, field

from erasmus_desk.call.form import Condition, Form, Option, OptionSet, Question
from erasmus_desk.call.funding import Evidence, Figure, FundingRules, Source
from erasmus_desk.call.plan_rules import Exclusion, PlanRule

PAPER_SIZES = {"A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)}
"""Paper sizes by name, with the shorter and longer side in millimetres."""


class CallState(StrEnum):
    """Whether proposals can be submitted under the call."""

    OPEN = "open"
    CLOSED = "closed"
    PROVISIONAL = "provisional"


class Topic(Struct, frozen=True):
    """A heading of what is shown about the call; `shows` names parts shown below its facts.

    The parts are those of `call/overview.py`.
    """

    id: str
    shows: tuple[str, ...] = ()


class CallFact(Struct, frozen=True):
    """A fact to show about the call (reference, Official Journal, budget …), under its topic."""

    id: str
    evidence: Evidence
    topic: str = ""


class CallPath(Struct, frozen=True):
    """An answer to "what do you want to do?", and whether the program supports it."""

    id: str
    is_supported: bool = field(name="here")
    evidence: Evidence


class Kind(Struct, frozen=True):
    """A project type of the call; `expects` is the list that its projects usually fill."""

    id: str
    evidence: Evidence
    expects: str = ""


class FieldOfWork(Struct, frozen=True):
    """A field of education, training or youth."""

    id: str
    evidence: Evidence


class ExcludedPair(Struct, frozen=True):
    """A kind that is not allowed in a field; the reason is a text of the pack."""

    kind: str
    field: str
    evidence: Evidence


class AdviceAnswer(Struct, frozen=True):
    """One answer to a question of "Help me choose", with its points for each kind."""

    id: str
    points: Mapping[str, int]


class AdviceQuestion(Struct, frozen=True):
    """A question of "Help me choose"."""

    id: str
    answers: tuple[AdviceAnswer, ...]


class AdvisedDuration(Struct, frozen=True):
    """The durations in months that an agency advises to the proposals it holds for."""

    months: tuple[int, ...]
    when: Condition
    evidence: Evidence


class DurationRule(Struct, frozen=True):
    """The allowed duration of a project in months."""

    least: int
    most: int
    evidence: Evidence
    advised: AdvisedDuration | None = None


class EndDate(Struct, frozen=True):
    """The last day on which a project may end."""

    day: date
    evidence: Evidence


class CountryMember(Struct, frozen=True):
    """An organisation that must come from each country, by its types."""

    id: str
    types: tuple[str, ...]


class SmallerPartnership(Struct, frozen=True):
    """A partnership that may be smaller than the action requires, by sources that are unsure.

    From each country come all of `each_country`.
    """

    id: str
    when: Condition
    organisations: Figure
    countries: Figure
    each_country: tuple[CountryMember, ...]
    evidence: Evidence


class Action(Struct, frozen=True):
    """An action with its rules; the first whose condition holds is that of the draft."""

    id: str
    when: Condition
    organisations: Figure
    countries: Figure
    months: DurationRule
    ends_by: EndDate | None
    only_types: tuple[str, ...]
    evidence: Evidence
    partner_countries: bool = True
    smaller: tuple[SmallerPartnership, ...] = ()


class StartWindow(Struct, frozen=True):
    """The first and the last day on which a project may start."""

    first: date | None = field(name="from")
    last: date | None = field(name="until")
    evidence: Evidence


class Deadline(Struct, frozen=True):
    """A submission deadline with its time zone, and when such projects may start."""

    id: str
    at: datetime
    zone: str
    actions: tuple[str, ...]
    starts: StartWindow | None
    evidence: Evidence


class UnsureCountry(Struct, frozen=True):
    """A Partner Country about which sources disagree: the agency is to be asked."""

    country: str
    evidence: Evidence


class Countries(Struct, frozen=True):
    """Programme Countries (ISO 3166 codes), and Partner Countries by region."""

    programme: tuple[str, ...]
    regions: Mapping[str, tuple[str, ...]]
    evidence: Evidence
    unsure: tuple[UnsureCountry, ...] = ()


class AwardCriterion(Struct, frozen=True):
    """An award criterion: its maximum of points and the threshold to reach."""

    id: str
    points: Figure
    threshold: Figure = field(name="least")


class PriorityRule(Struct, frozen=True):
    """One priority of these groups is required; `at_most` is the advised number."""

    one_of: tuple[str, ...]
    at_most: Figure | None
    evidence: Evidence


class Requirement(Struct, frozen=True):
    """An answer that is required only in some proposals, such as an annex.

    `question` must be answered, with all of `options` if it has choices, while the conditions
    hold: `when` for the proposal (or the item that is asked), `applicant` for the organisation
    that applies, `programme_only` for organisations in Programme Countries, `grant_over` for a
    grant above an amount. What is only `advised` weakens a proposal; anything else blocks it.
    """

    id: str
    question: str
    when: Condition
    applicant: Condition
    evidence: Evidence
    options: tuple[str, ...] = ()
    programme_only: bool = False
    grant_over: Figure | None = None
    is_advised: bool = field(default=False, name="advised")


class PaperSigner(StrEnum):
    """Which organisations sign a paper."""

    APPLICANT = "applicant"
    PARTNERS = "partners"
    EVERYBODY = "everybody"


class Paper(Struct, frozen=True):
    """A paper that organisations sign; `question` is where the form asks whether it is ready.

    With an `option` it is one of several papers that are ticked there.
    """

    id: str
    signer: PaperSigner = field(name="by")
    question: str
    evidence: Evidence
    option: str = ""


class PaperRule(Struct, frozen=True):
    """The required paper size, by its name (`A4`)."""

    name: str
    evidence: Evidence


class FontRule(Struct, frozen=True):
    """The fonts allowed for running text."""

    names: tuple[str, ...]
    evidence: Evidence


class PageRequirements(Struct, frozen=True):
    """What a call requires of the pages of a proposal; `None` is not required.

    `margin` is the minimum on every side in millimetres, `size` that of running text in points
    (tables, notes, headers and footers may be smaller), `pages` the maximum number.
    """

    paper: PaperRule | None
    margin: Figure | None = field(name="least_margin_mm")
    size: Figure | None = field(name="least_font_pt")
    fonts: FontRule | None
    pages: Figure | None = field(name="most_pages")


class OnlineForm(Struct, frozen=True):
    """What is known of the online form that a proposal is copied into.

    `date` is how it takes a date: `dd`, `mm` and `yyyy` with signs between them. `last_hours` are
    the facts of the call to go through before the proposal is submitted.
    """

    date: str
    evidence: Evidence
    last_hours: tuple[str, ...] = ()


class Pack(Struct, frozen=True):
    """One call for proposals. `roles` maps roles to questions and lists.

    Roles may be missing: a call without kinds has no role `kind`. By them, nothing outside
    the packs depends on the ids of a call. `field_questions` are asked with the choice of the
    field, as they decide the action with it.
    """

    id: str
    edition: str
    revision: int
    state: CallState
    main_language: str
    languages: tuple[str, ...]
    sources: Mapping[str, Source]
    roles: Mapping[str, str]
    facts: tuple[CallFact, ...]
    paths: tuple[CallPath, ...]
    kinds: tuple[Kind, ...]
    fields: tuple[FieldOfWork, ...]
    excluded_pairs: tuple[ExcludedPair, ...] = field(name="barred")
    advice: tuple[AdviceQuestion, ...]
    actions: tuple[Action, ...]
    deadlines: tuple[Deadline, ...]
    countries: Countries | None
    criteria: tuple[AwardCriterion, ...]
    pass_mark: Figure | None
    priorities: PriorityRule | None
    form: Form
    funding: FundingRules
    layout: PageRequirements | None = None
    requirements: tuple[Requirement, ...] = ()
    papers: tuple[Paper, ...] = ()
    exclusions: tuple[Exclusion, ...] = field(default=(), name="not_funded")
    plan_rules: tuple[PlanRule, ...] = ()
    topics: tuple[Topic, ...] = ()
    field_questions: tuple[str, ...] = ()
    online_form: OnlineForm | None = None
    most_points: Figure | None = None
    """The points of all criteria together, as the source says them."""

    @property
    def all_points(self) -> int:
        """The points that a proposal can have."""
        return sum(criterion.points.value for criterion in self.criteria)

    def role(self, name: str) -> str:
        """Return the id of the question or list in a role, or an empty string."""
        return self.roles.get(name, "")

    def second_language(self, language: str) -> str:
        """Return the main language unless it is `language`, else "": partners probably read it."""
        return "" if language == self.main_language else self.main_language

    def question(self, question: str) -> Question | None:
        """Return a question by its id."""
        return self.form.questions.get(question)

    def option_set(self, question: Question) -> OptionSet | None:
        """Return the set of choices of a question."""
        return self.form.option_sets.get(question.options)

    def option(self, question: str, option: str) -> Option | None:
        """Return one choice of a question by its id."""
        found = self.question(question)
        choices = self.option_set(found) if found else None
        options = choices.options if choices else ()
        return next((one for one in options if one.id == option), None)
