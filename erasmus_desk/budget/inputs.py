"""The inputs of the budget calculation: visible rows, numbers and cities of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.calculation import CannotCompute, Reason
from erasmus_desk.budget.distance import Cities, City, are_same_place, compute_distance
from erasmus_desk.budget.rates import Rates
from erasmus_desk.call.conditions import ConditionContext, holds
from erasmus_desk.call.form import Group, QuestionType
from erasmus_desk.call.funding import CostRule
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import build_condition_context
from erasmus_desk.i18n.message_values import CountryName, MessageValue

MAX_COUNT: Final = 1_000_000
"""Most persons, days or kilometres; a larger number is a typing error."""
MAX_AMOUNT: Final = Decimal(1_000_000_000)


class BudgetRow(Struct, frozen=True):
    """One row with a cost, its key, its activity and the start date of that.

    A row may itself be the activity; costs of the whole project have none.
    """

    item: str
    key: Key
    owner: str
    activity: Key | None
    start: date | None

    @property
    def year(self) -> int | None:
        """The calendar year in which the activity begins."""
        return self.start.year if self.start else None


class LocatedCity(Struct, frozen=True):
    """A city found by name: the largest if several have it, with the reason that says so."""

    city: City
    ambiguity: Reason | None


class CostInputs:
    """One draft under one call, with its answers grouped by item for fast access."""

    def __init__(self, draft: Draft, pack: Pack, cities: Cities) -> None:
        self.draft = draft
        self.pack = pack
        self.cities = cities
        self.rates = Rates(pack.funding)
        self.organisations = tuple(dict.fromkeys(draft.items(pack.role("organisations"))))
        self._members = frozenset(self.organisations)
        self._answers: dict[str, dict[str, Value]] = {}
        for key, value in draft.answers.items():
            self._answers.setdefault(key.item, {})[key.question] = value
        self._rows: dict[str, tuple[BudgetRow, ...]] = {}
        self._located: dict[tuple[str, str], LocatedCity | CannotCompute] = {}
        self._distances: dict[tuple[float, float, float, float], Decimal] = {}

    def get_value(self, question: str, item: str = "") -> Value | None:
        """Return an answer."""
        answers = self._answers.get(item)
        return answers.get(question) if answers else None

    def get_text(self, question: str, item: str = "") -> str:
        """Return a text answer, or an empty string."""
        found = self.get_value(question, item)
        return found if isinstance(found, str) else ""

    def get_number(self, question: str, item: str = "", *, default: int | None = None) -> int:
        """Return an answer that is a count. Raises CannotCompute."""
        found = self.get_value(question, item) if question else None
        if found is None and default is not None:
            return default
        if type(found) is int and 0 <= found <= MAX_COUNT:
            return found
        raise self._explain_bad_number(Key(question, item), found)

    def get_amount(self, question: str, item: str) -> Decimal:
        """Return an answer that is an amount. Raises CannotCompute."""
        found = self.get_value(question, item)
        amount = Decimal(found) if type(found) is int else found
        if isinstance(amount, Decimal) and 0 <= amount <= MAX_AMOUNT:
            return amount
        raise self._explain_bad_number(Key(question, item), found)

    def _explain_bad_number(self, key: Key, found: Value | None) -> CannotCompute:
        if found is None:
            return CannotCompute("number-missing", key)
        if isinstance(found, bool) or not isinstance(found, int | Decimal):
            return CannotCompute("number-wrong", key, found=str(found))
        return CannotCompute("number-negative" if found < 0 else "number-absurd", key, found=found)

    def get_organisation(self, question: str, item: str) -> str:
        """Return the organisation an answer refers to. Raises CannotCompute."""
        found = self.get_text(question, item)
        if found in self._members:
            return found
        code = "organisation-gone" if found else "organisation-missing"
        raise CannotCompute(code, Key(question, item))

    def get_country(self, organisation: str) -> str:
        """Return the country of an organisation. Raises CannotCompute."""
        question = self.pack.role("organisation_country")
        found = self.get_text(question, organisation)
        if not found:
            raise CannotCompute("country-missing", Key(question, organisation))
        return found

    def find_home(self, organisation: str) -> LocatedCity:
        """Return the city of an organisation. Raises CannotCompute."""
        city, country = self.pack.role("organisation_city"), "organisation_country"
        return self.find_city(city, self.pack.role(country), organisation)

    def find_city(self, question: str, country: str, item: str) -> LocatedCity:
        """Return the city that an item names in two answers. Raises CannotCompute."""
        key = (question, item)
        if key not in self._located:
            self._located[key] = self._locate(question, country, item)
        located = self._located[key]
        if isinstance(located, LocatedCity):
            return located
        raise located.with_traceback(None)

    def _locate(
        self, question: str, country_question: str, item: str
    ) -> LocatedCity | CannotCompute:
        name, country = self.get_text(question, item), self.get_text(country_question, item)
        if not country:
            return CannotCompute("country-missing", Key(country_question, item))
        if not name.strip():
            return CannotCompute("city-missing", Key(question, item))
        found = self.cities.find(name, country)
        if not found:
            key = Key(question, item)
            return CannotCompute("city-unknown", key, city=name, place=CountryName(country))
        if are_same_place(found):
            return LocatedCity(found[0], None)
        facts: dict[str, MessageValue] = {
            "city": name,
            "place": CountryName(country),
            "n": len(found),
        }
        return LocatedCity(found[0], Reason("several-cities", facts))

    def get_distance(self, start: City, end: City) -> Decimal:
        """Return the distance between two cities in kilometres, computed once."""
        ends = (start.north, start.east, end.north, end.east)
        if ends not in self._distances:
            self._distances[ends] = compute_distance(start, end)
        return self._distances[ends]

    def get_rows(self, rule: CostRule) -> tuple[BudgetRow, ...]:
        """Return the visible rows of the list of a rule; hidden answers cost nothing."""
        name = rule.binds.get("list", "")
        if name not in self._rows:
            self._rows[name] = tuple(self._build_rows(name))
        return self._rows[name]

    def _build_rows(self, name: str) -> Iterator[BudgetRow]:
        form = self.pack.form
        spec = form.lists.get(name)
        if spec is None:
            return
        table = next((one.id for one in form.questions.values() if one.rows == name), "")
        outer = spec.parent or name
        for owner, visible in self._find_visible_items(outer):
            if table and table not in visible:
                continue
            # Costs of the whole project have no activity.
            activity = Key(outer, owner) if form.lists[outer].plan else None
            start = self._find_start(outer, owner)
            items = self.draft.items(name, owner) if spec.parent else (owner,)
            for item in dict.fromkeys(items):
                yield BudgetRow(
                    item, Key(name, owner if spec.parent else ""), owner, activity, start
                )

    def _find_visible_items(self, name: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield the visible items of a top-level list, with their visible questions."""
        outside = build_condition_context(self.draft, self.pack)
        groups = [
            group
            for section in self.pack.form.sections
            if holds(section.when, outside)
            for group in section.groups
            if group.list == name or self._has_table(group, name)
        ]
        for position, item in enumerate(dict.fromkeys(self.draft.items(name))):
            visible: set[str] = set()
            for group in groups:
                at = (
                    build_condition_context(self.draft, self.pack, item, position)
                    if group.list
                    else outside
                )
                visible |= self._find_visible_questions(group, at)
            if visible:
                yield item, frozenset(visible)

    def _has_table(self, group: Group, name: str) -> bool:
        questions = self.pack.form.questions
        return not group.list and any(questions[one].rows == name for one in group.questions)

    def _find_visible_questions(self, group: Group, at: ConditionContext) -> set[str]:
        if not holds(group.when, at):
            return set()
        questions = self.pack.form.questions
        return {one for one in group.questions if holds(questions[one].when, at)}

    def _find_start(self, name: str, item: str) -> date | None:
        """Return the first date of an item."""
        form = self.pack.form
        for question in form.lists[name].questions:
            if form.questions[question].type is QuestionType.DATE:
                found = self.get_value(question, item)
                return found if isinstance(found, date) else None
        return None
