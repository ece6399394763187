"""A draft as the calculation looks at it: rows that are asked for now, numbers, places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.calculation import NotCounted, Reason
from erasmus_desk.budget.distance import Cities, City, alike, kilometres
from erasmus_desk.budget.rates import Rates
from erasmus_desk.call.conditions import Circumstances, holds
from erasmus_desk.call.form import Group, QuestionType
from erasmus_desk.call.funding import CostRule
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import circumstances
from erasmus_desk.i18n.message_values import Country, Fact

MOST: Final = 1_000_000
"""No school counts more persons, days or kilometres; a larger number is a slip."""
MOST_MONEY: Final = Decimal(1_000_000_000)


class Row(Struct, frozen=True):
    """One row that costs: its item, the key of it, the activity it lies in and when that begins.

    A row may itself be the activity; costs of the whole project lie in none.
    """

    item: str
    key: Key
    owner: str
    activity: Key | None
    begins: date | None

    @property
    def year(self) -> int | None:
        """The calendar year in which the activity begins."""
        return self.begins.year if self.begins else None


class Spot(Struct, frozen=True):
    """A city that was found by name; where several bear it, the largest, and that is said."""

    city: City
    several: Reason | None


class Sheet:
    """One draft under one pack; answers are sorted by item once, for they are read often."""

    def __init__(self, draft: Draft, pack: Pack, cities: Cities) -> None:
        """Look into a draft."""
        self.draft = draft
        self.pack = pack
        self.cities = cities
        self.rates = Rates(pack.money)
        self.organisations = tuple(dict.fromkeys(draft.items(pack.role("organisations"))))
        self._members = frozenset(self.organisations)
        self._answers: dict[str, dict[str, Value]] = {}
        for key, value in draft.answers.items():
            self._answers.setdefault(key.item, {})[key.question] = value
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._spots: dict[tuple[str, str], Spot | tuple[str, Key, dict[str, Fact]]] = {}
        self._distances: dict[tuple[float, float, float, float], Decimal] = {}

    def value(self, question: str, item: str = "") -> Value | None:
        """Give an answer."""
        answers = self._answers.get(item)
        return answers.get(question) if answers else None

    def text(self, question: str, item: str = "") -> str:
        """Give an answer that is text, or an empty string."""
        found = self.value(question, item)
        return found if isinstance(found, str) else ""

    def number(self, question: str, item: str = "", *, default: int | None = None) -> int:
        """Give an answer that counts something. Raises NotCounted."""
        found = self.value(question, item) if question else None
        if found is None and default is not None:
            return default
        if type(found) is int and 0 <= found <= MOST:
            return found
        raise self._not_a_number(Key(question, item), found)

    def money(self, question: str, item: str) -> Decimal:
        """Give an answer that is an amount. Raises NotCounted."""
        found = self.value(question, item)
        amount = Decimal(found) if type(found) is int else found
        if isinstance(amount, Decimal) and 0 <= amount <= MOST_MONEY:
            return amount
        raise self._not_a_number(Key(question, item), found)

    def _not_a_number(self, key: Key, found: Value | None) -> NotCounted:
        if found is None:
            return NotCounted("number-missing", key)
        if isinstance(found, bool) or not isinstance(found, int | Decimal):
            return NotCounted("number-wrong", key, found=str(found))
        return NotCounted("number-negative" if found < 0 else "number-absurd", key, found=found)

    def organisation(self, question: str, item: str) -> str:
        """Give the organisation an answer refers to. Raises NotCounted."""
        found = self.text(question, item)
        if found in self._members:
            return found
        code = "organisation-gone" if found else "organisation-missing"
        raise NotCounted(code, Key(question, item))

    def country(self, organisation: str) -> str:
        """Give the country of an organisation. Raises NotCounted."""
        question = self.pack.role("organisation_country")
        found = self.text(question, organisation)
        if not found:
            raise NotCounted("country-missing", Key(question, organisation))
        return found

    def home(self, organisation: str) -> Spot:
        """Give the city from which the people of an organisation travel. Raises NotCounted."""
        city, country = self.pack.role("organisation_city"), "organisation_country"
        return self.spot(city, self.pack.role(country), organisation)

    def spot(self, question: str, country: str, item: str) -> Spot:
        """Give the city that an item names under a question. Raises NotCounted."""
        asked = (question, item)
        if asked not in self._spots:
            self._spots[asked] = self._named(question, country, item)
        known = self._spots[asked]
        if isinstance(known, Spot):
            return known
        code, key, facts = known
        raise NotCounted(code, key, **facts)

    def _named(
        self, question: str, country_question: str, item: str
    ) -> Spot | tuple[str, Key, dict[str, Fact]]:
        name, country = self.text(question, item), self.text(country_question, item)
        if not country:
            return "country-missing", Key(country_question, item), {}
        if not name.strip():
            return "city-missing", Key(question, item), {}
        found = self.cities.find(name, country)
        if not found:
            facts: dict[str, Fact] = {"city": name, "place": Country(country)}
            return "city-unknown", Key(question, item), facts
        if alike(found):
            return Spot(found[0], None)
        facts = {"city": name, "place": Country(country), "n": len(found)}
        return Spot(found[0], Reason("several-cities", facts))

    def kilometres(self, start: City, end: City) -> Decimal:
        """Give the distance between two cities, measured once."""
        ends = (start.north, start.east, end.north, end.east)
        if ends not in self._distances:
            self._distances[ends] = kilometres(start, end)
        return self._distances[ends]

    def rows(self, rule: CostRule) -> tuple[Row, ...]:
        """Give the rows of the list a rule counts, as far as the form asks for them now.

        What is parked (the kind has no such part, or a yes became a no) costs nothing.
        """
        name = rule.binds.get("list", "")
        if name not in self._rows:
            self._rows[name] = tuple(self._found(name))
        return self._rows[name]

    def _found(self, name: str) -> Iterator[Row]:
        form = self.pack.form
        spec = form.lists.get(name)
        if spec is None:
            return
        table = next((one.id for one in form.questions.values() if one.rows == name), "")
        for owner, asked in self._items(spec.parent or name):
            if table and table not in asked:
                continue
            place = spec.parent or name
            # Costs of the whole project lie in no activity.
            activity = Key(place, owner) if form.lists[place].plan else None
            begins = self._begins(place, owner)
            items = self.draft.items(name, owner) if spec.parent else (owner,)
            for item in dict.fromkeys(items):
                yield Row(item, Key(name, owner if spec.parent else ""), owner, activity, begins)

    def _items(self, name: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Give the items of a list outside others that are asked for, with their questions."""
        outside = circumstances(self.draft, self.pack)
        groups = [
            group
            for section in self.pack.form.sections
            if holds(section.when, outside)
            for group in section.groups
            if group.list == name or self._has_table(group, name)
        ]
        for place, item in enumerate(dict.fromkeys(self.draft.items(name))):
            asked: set[str] = set()
            for group in groups:
                at = circumstances(self.draft, self.pack, item, place) if group.list else outside
                asked |= self._questions(group, at)
            if asked:
                yield item, frozenset(asked)

    def _has_table(self, group: Group, name: str) -> bool:
        questions = self.pack.form.questions
        return not group.list and any(questions[one].rows == name for one in group.questions)

    def _questions(self, group: Group, at: Circumstances) -> set[str]:
        if not holds(group.when, at):
            return set()
        questions = self.pack.form.questions
        return {one for one in group.questions if holds(questions[one].when, at)}

    def _begins(self, name: str, item: str) -> date | None:
        """Give the first date of an item: when it begins."""
        form = self.pack.form
        for question in form.lists[name].questions:
            if form.questions[question].type is QuestionType.DATE:
                found = self.value(question, item)
                return found if isinstance(found, date) else None
        return None
