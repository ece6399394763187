"""The inputs of the budget calculation: visible rows, answers, rates and cities of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.calculation import CannotCompute, Reason, round_to_cents
from erasmus_desk.budget.city_lists import Cities
from erasmus_desk.budget.distance import City, CityKind, compute_distance
from erasmus_desk.budget.place_search import PART, SEVERAL, SMALL, find_place
from erasmus_desk.budget.rates import Rates
from erasmus_desk.call.form import Question
from erasmus_desk.call.funding import CostRule, RateRow
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.number_limits import MAX_AMOUNT, MAX_COUNT
from erasmus_desk.draft.plan_dates import find_days
from erasmus_desk.draft.visibility import is_cell_visible, visible_groups, visible_sections
from erasmus_desk.i18n.message_values import Amount, CountryName, ListValue, MessageValue


class BudgetRow(Struct, frozen=True):
    """One row with a cost, its key, its activity and the start date of that.

    A row may itself be the activity; costs of the whole project have none. `items` are those
    of the row and of what contains it, by list.
    """

    items: Mapping[str, str]
    key: Key
    activity: Key | None
    start: date | None

    @property
    def year(self) -> int | None:
        """The calendar year in which the activity begins."""
        return self.start.year if self.start else None


DOUBTS: Final[Mapping[str, str]] = {
    SEVERAL: "several-cities",
    SMALL: "small-city",
    PART: "city-in-part",
}
"""The reason that says what is not certain about a place; also the code of its finding."""
PROJECT: Final = BudgetRow({}, Key(""), None, None)
"""The only row of a rule without a list."""


class LocatedCity(Struct, frozen=True):
    """A city found by what was typed, with the reason that says what is not certain about it."""

    city: City
    doubt: Reason | None

    @property
    def name(self) -> str:
        """The name as shown: with the region or the city if it is not certain without."""
        is_district = self.city.kind is CityKind.DISTRICT
        return self.city.label if self.doubt or is_district else self.city.name


class SharedInputs:
    """One draft under one call, with what all rules share."""

    def __init__(self, draft: Draft, pack: Pack, cities: Cities) -> None:
        self.draft = draft
        self.pack = pack
        self.cities = cities
        self.rates = Rates(pack.funding)
        self.organisations = tuple(dict.fromkeys(draft.items(pack.role("organisations"))))
        self._rows: dict[str, tuple[BudgetRow, ...]] = {}
        self._located: dict[Key, LocatedCity | CannotCompute] = {}
        self._distances: dict[tuple[float, float, float, float], Decimal] = {}

    @cached_property
    def _visible(self) -> Mapping[tuple[str, str], set[str]]:
        """The visible questions; computed only where rows are needed."""
        return _find_visible(self.draft, self.pack)

    def get_value(self, role: str, item: str = "") -> Value | None:
        """Return the answer to the question with a role."""
        return self.draft.get(Key(self.pack.role(role), item))

    def find_home(self, organisation: str) -> LocatedCity:
        """Return the city of an organisation. Raises CannotCompute."""
        city, country = self.pack.role("organisation_city"), self.pack.role("organisation_country")
        return self.find_city(Key(city, organisation), Key(country, organisation))

    def find_city(self, city: Key, country: Key) -> LocatedCity:
        """Return the city that two answers name. Raises CannotCompute."""
        if city not in self._located:
            self._located[city] = self._locate(city, country)
        located = self._located[city]
        if isinstance(located, LocatedCity):
            return located
        raise located.with_traceback(None)

    def _locate(self, city_key: Key, country_key: Key) -> LocatedCity | CannotCompute:
        name = self.draft.text(city_key.question, city_key.item)
        country = self.draft.text(country_key.question, country_key.item)
        if not country:
            return CannotCompute("country-missing", country_key)
        if not name.strip():
            return CannotCompute("city-missing", city_key)
        match = find_place(self.cities, name, country)
        facts: dict[str, MessageValue] = {"city": name, "place": CountryName(country)}
        if match is None:
            return CannotCompute("city-unknown", city_key, **facts)
        if not match.doubt:
            return LocatedCity(match.city, None)
        facts |= {"n": 1 + len(match.others), "others": ListValue(match.list_others())}
        facts |= {"taken": match.city.label, "at": str(city_key)}
        return LocatedCity(match.city, Reason(DOUBTS[match.doubt], facts))

    def get_distance(self, start: City, end: City) -> Decimal:
        """Return the distance between two cities in kilometres, computed once."""
        ends = (start.north, start.east, end.north, end.east)
        if ends not in self._distances:
            self._distances[ends] = compute_distance(start, end)
        return self._distances[ends]

    def get_rows(self, rule: CostRule) -> tuple[BudgetRow, ...]:
        """Return the visible rows of the list of a rule; hidden answers cost nothing."""
        if "list" not in rule.binds:
            return (PROJECT,)
        name = rule.binds["list"]
        if name not in self._rows:
            self._rows[name] = tuple(self._build_rows(name))
        return self._rows[name]

    def find_answers(self, question: str) -> Iterator[tuple[Mapping[str, str], Key]]:
        """Yield each visible answer to a question, with the items that contain it, by list."""
        name = self.pack.form.list_of(question)
        for items in self._walk(name) if name else ({},):
            item = items.get(name, "")
            found = self._visible.get((name, item))
            if found is None or question in found:
                yield items, Key(question, item)

    def count_items(self, name: str) -> int:
        """Return how many visible items a list has in all."""
        return sum(1 for _ in self._walk(name))

    def _build_rows(self, name: str) -> Iterator[BudgetRow]:
        lists = self.pack.form.lists
        for items in self._walk(name) if name in lists else ():
            # Costs of the whole project have no activity.
            plans = (Key(one, item) for one, item in reversed(items.items()) if lists[one].plan)
            activity = next(plans, None)
            dated = activity or Key(*next(iter(items.items())))
            start, _ = find_days(self.draft, self.pack.form, dated.question, dated.item)
            key = Key(name, items.get(lists[name].parent, ""))
            yield BudgetRow(items, key, activity, start)

    def _walk(self, name: str) -> Iterator[dict[str, str]]:
        """Yield each visible item of a list with the items that contain it, by list."""
        form = self.pack.form
        parent = form.lists[name].parent
        table = next((one for one in form.questions.values() if one.rows == name), None)
        for outer in self._walk(parent) if parent else ({},):
            owner = outer.get(parent, "")
            if table and not self._is_shown(table, parent, owner):
                continue
            for item in dict.fromkeys(self.draft.items(name, owner)):
                if table or self._visible.get((name, item)):
                    yield {**outer, name: item}

    def _is_shown(self, table: Question, list_id: str, item: str) -> bool:
        """Return whether a table is visible in an item, in a row, or outside lists."""
        if table.id in self._visible.get(("", ""), ()):
            return True
        found = self._visible.get((list_id, item))
        if found is not None:
            return table.id in found
        # An item that is in no group is a row of a table.
        is_row = any(one.rows == list_id for one in self.pack.form.questions.values())
        return is_row and is_cell_visible(table, item, 0, self.draft, self.pack)


def _find_visible(draft: Draft, pack: Pack) -> Mapping[tuple[str, str], set[str]]:
    """Return the visible questions by list and item (both empty outside lists)."""
    found: dict[tuple[str, str], set[str]] = {}
    for section in visible_sections(draft, pack):
        for visible in visible_groups(section, draft, pack):
            questions = found.setdefault((visible.group.list, visible.item), set())
            questions.update(question.id for question in visible.questions)
    return found


class RuleInputs(Struct, frozen=True):
    """The answers and rates that a rule binds by the names of its parts, for one row."""

    shared: SharedInputs
    rule: CostRule
    row: BudgetRow

    @property
    def binds(self) -> Mapping[str, str]:
        """The questions, lists and tables of the rule by its parts."""
        return self.rule.binds

    @property
    def rates(self) -> Rates:
        """The rates of the call."""
        return self.shared.rates

    def get_key(self, part: str) -> Key:
        """Return the key of an answer: of the row, of its activity, or of the project."""
        question = self.rule.binds.get(part, "")
        return Key(question, self.row.items.get(self.shared.pack.form.list_of(question), ""))

    def get_value(self, part: str) -> Value | None:
        """Return an answer."""
        return self.shared.draft.get(self.get_key(part))

    def get_text(self, part: str) -> str:
        """Return a text answer, or an empty string."""
        found = self.get_value(part)
        return found if isinstance(found, str) else ""

    def require_text(self, part: str, code: str) -> str:
        """Return a text answer. Raises CannotCompute with the code if there is none."""
        found = self.get_text(part)
        if not found:
            raise CannotCompute(code, self.get_key(part))
        return found

    def get_number(self, part: str, *, default: int | None = None) -> int:
        """Return an answer that is a count. Raises CannotCompute."""
        found = self.get_value(part)
        if found is None and default is not None:
            return default
        if type(found) is int and 0 <= found <= MAX_COUNT:
            return found
        raise _explain_bad_number(self.get_key(part), found)

    def get_amount(self, part: str) -> Decimal:
        """Return an answer that is an amount. Raises CannotCompute."""
        found = self.get_value(part)
        amount = read_amount(found)
        if amount is None:
            raise _explain_bad_number(self.get_key(part), found)
        return amount

    def get_organisation(self) -> str:
        """Return the organisation that gets the amount. Raises CannotCompute."""
        found = self.require_text("organisation", "organisation-missing")
        if found not in self.shared.organisations:
            raise CannotCompute("organisation-gone", self.get_key("organisation"))
        return found

    def list_shares(self) -> Iterator[tuple[Key, str, Decimal]]:
        """Yield the shares of an amount: key, organisation and amount of each row that has both."""
        name = self.binds.get("shares", "")
        if name not in self.shared.pack.form.lists:
            return
        owner = self.row.items.get(self.shared.pack.form.lists[name].parent, "")
        for row in dict.fromkeys(self.shared.draft.items(name, owner)):
            key = Key(self.binds.get("share", ""), row)
            part = read_amount(self.shared.draft.get(key))
            organisation = self.shared.draft.text(self.binds.get("sharer", ""), row)
            if part and organisation in self.shared.organisations:
                yield key, organisation, part

    def find_rate(self, table: str, part: str, other: str = "", **values: str) -> RateRow:
        """Return a rate (see `Rates.find_row`). Raises CannotCompute at the answer of a part."""
        found = self.rates.find_row(self.binds.get(table, ""), other, **values)
        if found is None:
            raise CannotCompute("rate-missing", self.get_key(part))
        return found

    def to_money(self, amount: Decimal) -> Amount:
        """Return an amount in the currency of the call."""
        return Amount(amount, self.rates.currency)


def read_amount(value: Value | None) -> Decimal | None:
    """Return an answer that is an amount of money, in cents, or `None`.

    A file may have more decimals, with which amounts would not add up to the sum that is shown.
    """
    price = read_price(value)
    if price is None:
        return None
    amount = round_to_cents(price)
    return price if price == amount else amount


def read_price(value: Value | None) -> Decimal | None:
    """Return an answer that is the price of one of many, with all its decimals, or `None`."""
    price = Decimal(value) if type(value) is int else value
    return price if isinstance(price, Decimal) and 0 <= price <= MAX_AMOUNT else None


def _explain_bad_number(key: Key, found: Value | None) -> CannotCompute:
    if found is None:
        return CannotCompute("number-missing", key)
    if isinstance(found, bool) or not isinstance(found, int | Decimal):
        return CannotCompute("number-wrong", key, found=str(found))
    return CannotCompute("number-negative" if found < 0 else "number-absurd", key, found=found)
