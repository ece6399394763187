"""What one answer of an activity proposes for others: the host its place, dates the days.

A proposal never replaces what somebody typed: only an empty answer, or the proposal before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from erasmus_desk.budget.place_questions import find_place_questions
from erasmus_desk.call.form import ListSpec, QuestionType, Unit
from erasmus_desk.draft.model import Change, ChangeSet, Key, Value
from erasmus_desk.draft.plan_dates import find_date_questions

from ...session.session import Session

FOLLOW_LABEL: Final = "plan.follow"
"""Label of the change set in which answers follow another one."""


class PlanQuestions(Struct, frozen=True):
    """The questions of a list by what they mean; empty for what it does not ask."""

    name: str
    host: str = ""
    city: str = ""
    country: str = ""
    start: str = ""
    end: str = ""
    days: str = ""

    @property
    def settling(self) -> tuple[str, ...]:
        """The questions whose answers others follow once they are complete."""
        return tuple(one for one in (self.city, self.start, self.end) if one)


def find_plan_questions(spec: ListSpec, session: Session) -> PlanQuestions:
    """Return the questions of a list of activities, found by their types and by the rules."""
    form, places = session.form, find_place_questions(session.pack)
    organisations = session.pack.role("organisations")
    asked = [form.questions[name] for name in spec.questions]
    hosts = [one.id for one in asked if one.type is QuestionType.ITEM and one.of == organisations]
    city = next((name for name in spec.questions if name in places), "")
    start, end = find_date_questions(form, spec.id)
    days = [one.id for one in asked if one.type is QuestionType.NUMBER and one.unit is Unit.DAY]
    return PlanQuestions(
        spec.name,
        hosts[0] if hosts and city else "",
        city,
        places.get(city, ""),
        start,
        end,
        days[0] if days and end else "",
    )


def follow_host(asked: PlanQuestions, item: str, host: Value | None, session: Session) -> ChangeSet:
    """Return the changes of a new host: its city and country, and a title with that city."""
    key = Key(asked.host, item)
    before = session.value(key)
    changes = [Change(key, before, host)]
    roles = ((asked.city, "organisation_city"), (asked.country, "organisation_country"))
    city = session.draft.text(asked.city, item)
    for question, role in roles:
        old, new = (_home(one, role, session) for one in (before, host))
        place = Key(question, item)
        if question and new and session.value(place) in (None, old):
            changes.append(Change(place, session.value(place), new))
            city = new if question == asked.city else city
    changes += _follow_title(asked, item, city, session)
    real = tuple(one for one in changes if one.old != one.new)
    return ChangeSet(real, FOLLOW_LABEL if len(real) > 1 else "")


def settle(asked: PlanQuestions, item: str, before: Settled, session: Session) -> ChangeSet:
    """Return what follows from the city and the dates of an activity since they were `before`."""
    city = session.draft.text(asked.city, item)
    changes = list(_follow_title(asked, item, city, session, before))
    days, key = read_span(asked, item, session), Key(asked.days, item)
    if asked.days and days and session.value(key) in (None, before.days) and days != before.days:
        changes.append(Change(key, session.value(key), days))
    real = tuple(one for one in changes if one.old != one.new)
    return ChangeSet(real, FOLLOW_LABEL)


class Settled(Struct, frozen=True):
    """The city and the days of an activity as the proposals last saw them."""

    city: str = ""
    days: int | None = None


def read_settled(asked: PlanQuestions, item: str, session: Session) -> Settled:
    """Return the present city and days."""
    return Settled(session.draft.text(asked.city, item), read_span(asked, item, session))


def read_span(asked: PlanQuestions, item: str, session: Session) -> int | None:
    """Return the days from the first to the last, `None` while a date is missing or wrong."""
    start, end = (session.value(Key(one, item)) for one in (asked.start, asked.end))
    if not (asked.end and isinstance(start, date) and isinstance(end, date)):
        return None
    days = (end - start).days + 1
    return days if days > 0 else None


def is_place_of_host(asked: PlanQuestions, item: str, session: Session) -> bool:
    """Return whether city and country are those of the host."""
    host = session.value(Key(asked.host, item)) if asked.host else None
    city = _home(host, "organisation_city", session)
    country = _home(host, "organisation_country", session)
    found = tuple(session.draft.text(one, item) for one in (asked.city, asked.country))
    return bool(city) and found == (city, country)


def propose_title(list_id: str, city: str, session: Session) -> str:
    """Return the title that a place proposes, empty in a call without such a text."""
    pattern = session.texts.get(f"list.{list_id}.title_in")
    return pattern.format(place=city) if pattern and city else ""


def _follow_title(
    asked: PlanQuestions, item: str, city: str, session: Session, before: Settled | None = None
) -> Iterator[Change]:
    key = Key(asked.name, item)
    list_id = session.form.list_of(asked.name)
    old_city = before.city if before else session.draft.text(asked.city, item)
    title, old = session.value(key), propose_title(list_id, old_city, session)
    new = propose_title(list_id, city, session)
    if new and (title is None or title == old):
        yield Change(key, title, new)


def _home(host: Value | None, role: str, session: Session) -> str:
    question = session.pack.role(role)
    return session.draft.text(question, host) if isinstance(host, str) and question else ""
