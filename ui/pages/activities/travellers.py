"""Who travels to an activity: a group for each organisation, read and changed in the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale

from erasmus_desk.budget.grant import Grant
from erasmus_desk.budget.journeys import Journey, find_journeys
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.funding import CostRule
from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.ids import make_item_id
from erasmus_desk.draft.list_changes import remove_item
from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from erasmus_desk.i18n.messages import Messages

from ...fields.line_fields import parse_number
from ...i18n import plurals
from ...i18n.quotes import quote
from ...session.session import Session

FILL_LABEL: Final = "list.fill"
"""Label of the change set that adds travellers for all partners."""
PASTE_LABEL: Final = "list.paste"
"""Label of the change set of a pasted block."""
ADD_LABEL: Final = "list.add"
Typed = tuple[int, str, str]
"""The position of a group, a question, and what was typed for it."""


class Traveller(Struct, frozen=True):
    """The group of one organisation; `item` is its row, empty while nobody travels.

    The host travels nowhere, so it has no fields unless somebody gave it a row.
    """

    organisation: str
    item: str
    name: str
    place: str
    is_host: bool
    journey: Journey
    amount: Decimal | None
    problem: str = ""

    @property
    def is_barred(self) -> bool:
        """Whether nothing can be typed in this row."""
        return self.is_host and not self.item


class TravellerList:
    """The groups that travel to one activity; every change of them is one step of undo."""

    def __init__(
        self, rule: CostRule, owner: str, host: str, session: Session, messages: Messages
    ) -> None:
        self.rule = rule
        self.owner = owner
        self.list_id = rule.binds["list"]
        self.rows: tuple[Traveller, ...] = ()
        self._host = host
        self._session = session
        self._messages = messages
        self._locale = QLocale(messages.language)
        form = session.form
        asked = [form.questions[one] for one in form.lists[self.list_id].questions]
        numbers = [one.id for one in asked if one.type is QuestionType.NUMBER]
        main = [rule.binds.get(part, "") for part in ("persons", "accompanying")]
        self.main_numbers = tuple(one for one in numbers if one in main)
        self.km = rule.binds.get("km", "")
        self.other_numbers = tuple(one for one in numbers if one not in (*main, self.km))
        typed = (*self.main_numbers, *self.other_numbers, self.km)
        self.numbers = tuple(one for one in typed if one)
        """The questions that are answered in the grid, in the order of its columns."""
        self.others = tuple(
            one.id for one in asked if one.id not in self.numbers and one.id != self.named
        )
        """The other questions on a group."""

    @property
    def named(self) -> str:
        """The question of the organisation that travels."""
        return self.rule.binds["organisation"]

    @property
    def persons(self) -> str:
        """The question of the persons who travel."""
        return self.rule.binds["persons"]

    def read(self, grant: Grant | None) -> None:
        """Read the groups of the draft, and what they cost."""
        self.rows = tuple(self._build_rows(grant))

    def value(self, row: int, question: str) -> Value | None:
        """Return an answer of a group."""
        item = self.rows[row].item
        return self._session.value(Key(question, item)) if item else None

    def write(self, row: int, question: str, text: str) -> None:
        """Set an answer of a group as it is typed."""
        value, item = parse_number(text.strip(), self._locale), self.rows[row].item
        if item:
            self._session.edit(Key(question, item), value)
        elif value is not None:
            changes = self._collect(((row, question, text),))
            self._session.perform(changes.build(ADD_LABEL), is_begun=True)

    def write_block(self, cells: Iterable[Typed]) -> None:
        """Set several answers in one step."""
        self._session.perform(self._collect(cells).build(PASTE_LABEL))

    def add_partners(self, persons: int) -> None:
        """Let so many persons of each partner travel of which nobody does yet, in one step."""
        changes = _NewRows(self, self._session)
        for traveller in self.list_missing():
            changes.set(traveller, self.persons, persons)
        self._session.perform(changes.build(FILL_LABEL))

    def list_missing(self) -> tuple[Traveller, ...]:
        """Return the organisations that may travel and of which nobody does."""
        value = self._session.value
        return tuple(
            one
            for one in self.rows
            if not one.is_host
            and one.organisation
            and (not one.item or value(Key(self.persons, one.item)) is None)
        )

    def add_row(self, row: int) -> None:
        """Add a group of an organisation that has one, or the first one of the host."""
        changes = _NewRows(self, self._session)
        changes.add(self.rows[row].organisation)
        self._session.perform(changes.build(ADD_LABEL))

    def remove_row(self, row: int) -> None:
        """Remove a group."""
        item, form = self.rows[row].item, self._session.form
        if item:
            draft = self._session.draft
            self._session.perform(remove_item(draft, self.list_id, item, self.owner, form=form))

    def drop_if_empty(self, row: int) -> None:
        """Remove a group about which nothing is said."""
        traveller = self.rows[row] if row < len(self.rows) else None
        if traveller is None or not traveller.item or not traveller.organisation:
            return
        keys = self._session.draft.keys_of_item(traveller.item)
        if all(key.question == self.named for key in keys):
            self.remove_row(row)

    def _collect(self, cells: Iterable[Typed]) -> _NewRows:
        changes = _NewRows(self, self._session)
        for row, question, text in cells:
            value = parse_number("".join(text.split()), self._locale)
            changes.set(self.rows[row], question, value)
        return changes

    def _build_rows(self, grant: Grant | None) -> Iterator[Traveller]:
        session = self._session
        organisations = session.draft.items(session.pack.role("organisations"))
        items = session.draft.items(self.list_id, self.owner)
        owners = {item: session.draft.text(self.named, item) for item in items}
        places = [
            (organisation, item)
            for organisation in organisations
            for item in ([one for one in items if owners[one] == organisation] or [""])
        ]
        places += [("", item) for item in items if owners[item] not in organisations]
        journeys = find_journeys(session.draft, session.pack, self.rule, self.owner, places)
        amounts = _add_up(grant)
        host = session.value(Key(self._host, self.owner)) if self._host else None
        for organisation, item in places:
            journey = journeys[organisation, item]
            yield Traveller(
                organisation,
                item,
                self._name(organisation),
                session.draft.text(session.pack.role("organisation_city"), organisation),
                bool(organisation) and organisation == host,
                journey,
                amounts.get(item) if item else None,
                self._describe_problem(journey) if item else "",
            )

    def _name(self, organisation: str) -> str:
        session = self._session
        if not organisation:
            return QCoreApplication.translate("Travellers", "(no organisation)")
        listed = session.pack.role("organisations")
        return format_item_title(session.draft, session.pack, listed, organisation)

    def _describe_problem(self, journey: Journey) -> str:
        problem = journey.problem
        if problem is None:
            return ""
        return self._messages.format_reason(problem.code, problem.facts, self._session.texts)

    def list_typed(self) -> tuple[str, ...]:
        """Return a line for each distance that was typed: its city, what it was, and the note."""
        found: list[str] = []
        for row, one in enumerate(self.rows):
            typed = self.value(row, self.km) if self.km and one.item else None
            if typed is None:
                continue
            measured, note = one.journey.measured, self.value(row, self.rule.binds.get("note", ""))
            text = QCoreApplication.translate("Travellers", "{0}: {1} km")
            if measured is not None:
                text = QCoreApplication.translate("Travellers", "{0}: {1} km, was {2}")
            line = text.format(one.place or one.name, typed, round(measured or 0))
            found.append(f"{line}. {quote(str(note))}" if note else line)
        return tuple(found)

    def describe_sum(self) -> str:
        """Return how many travel, from how many organisations."""
        persons, organisations = 0, set[str]()
        for one in self.rows:
            values = [
                self._session.value(Key(question, one.item))
                for question in self.main_numbers
                if one.item
            ]
            count = sum(value for value in values if type(value) is int)
            persons += count
            organisations |= {one.organisation} if count else set()
        number = len(organisations)
        text = QCoreApplication.translate("Travellers", "{0} from {1}")
        return text.format(plurals.travellers(persons), plurals.partners(number))


class _NewRows:
    """Collects answers for groups, some of which are added to the list."""

    def __init__(self, group_list: TravellerList, session: Session) -> None:
        self._list = group_list
        self._session = session
        self._added: dict[str, str] = {}
        self._changes: dict[Key, Change] = {}

    def set(self, traveller: Traveller, question: str, value: Value | None) -> None:
        """Set an answer of a group."""
        item = traveller.item or self._added.get(traveller.organisation, "")
        if not item and value is None:
            return
        key = Key(question, item or self.add(traveller.organisation))
        old = self._session.value(key)
        if old != value:
            self._changes[key] = Change(key, old, value)

    def add(self, organisation: str) -> str:
        """Add a group of an organisation, and return its item."""
        item = self._added[organisation] = make_item_id()
        return item

    def build(self, label: str) -> ChangeSet:
        """Return the changes as one step."""
        changes = [*self._changes.values()]
        named = self._list.named
        changes += [Change(Key(named, item), None, one) for one, item in self._added.items()]
        if self._added:
            key = Key(self._list.list_id, self._list.owner)
            before = self._session.value(key)
            items = self._session.draft.items(key.question, key.item)
            changes.append(Change(key, before, (*items, *self._added.values())))
        return ChangeSet(tuple(changes), label)


def _add_up(grant: Grant | None) -> Mapping[str, Decimal]:
    """Return the amounts by row."""
    sums: dict[str, Decimal] = {}
    for line in grant.lines if grant else ():
        sums[line.key.item] = sums.get(line.key.item, Decimal(0)) + line.amount
    return sums
