"""What the timeline shows: every activity with its days, and the days of the project."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import ListSpec, QuestionType
from erasmus_desk.draft.computed import compute_end_date
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.plan_dates import find_date_questions
from erasmus_desk.draft.visibility import find_deadline

from ...charts.chart_model import Bar, Chart, DayKind, Lane, MarkedDay, Shape
from ...i18n import plurals
from ...i18n.dates import format_date, format_day, format_days
from ...i18n.joined import join_parts
from ...session.session import Session
from .. import activity_model
from ..activities.kinds import find_icon
from ..activity_model import ActivityRecord

DAYS_PER_MONTH: Final = 30.44
LONG: Final = 45
"""Days from which a duration is told in months."""
SHAPES: Final[Mapping[str, Shape]] = {
    "megaphone": Shape.DIAMOND,
    "graduation-cap": Shape.SQUARE,
    "handshake": Shape.CIRCLE,
}
"""The shape of a kind of activity by its icon; that of any other is a bar."""


class Timeline(Struct, frozen=True):
    """The chart, the activities without dates with their labels, and the project's period."""

    chart: Chart
    undated: tuple[tuple[str, str], ...]
    period: str


def build_timeline(session: Session) -> Timeline:
    """Return the timeline of the present answers."""
    start = session.value(Key(session.pack.role("start")))
    first = start if isinstance(start, date) else None
    last = compute_end_date(session.draft, session.pack)
    lanes: list[Lane] = []
    undated: list[tuple[str, str]] = []
    for activity_list in activity_model.collect_activity_lists(session):
        spec = activity_list.spec
        icon = find_icon(spec, session)
        bars: list[Bar] = []
        for record in activity_model.build_records(spec, session):
            bar = _build_bar(record, spec, session, (first, last))
            if bar is None:
                undated.append((record.item, f"{record.number}  {record.title}".strip()))
            else:
                bars.append(bar)
        if bars:
            title = activity_model.get_list_title(activity_list, session)
            shape = SHAPES.get(icon, Shape.BAR)
            lanes.append(Lane(title, tuple(bars), shape, icon))
    chart = Chart(tuple(lanes), first, last, tuple(_list_marked_days(session, first, last)))
    return Timeline(chart, tuple(undated), _format_period(session, first, last))


def _build_bar(
    record: ActivityRecord,
    spec: ListSpec,
    session: Session,
    project: tuple[date | None, date | None],
) -> Bar | None:
    start, end = record.start or record.end, record.end or record.start
    if start is None or end is None:
        return None
    first, last = project
    problem = ""
    if end < start:
        problem = QCoreApplication.translate(
            "TimelinePage", "the end date is before the start date"
        )
    elif (first is not None and start < first) or (last is not None and end > last):
        problem = QCoreApplication.translate("TimelinePage", "outside the project")
    caption = format_days(start, end, session.texts.language)
    days = (end - start).days + 1
    if days >= LONG:
        months = plurals.months(round(days / DAYS_PER_MONTH))
        caption = join_parts(_find_place(record, spec, session), months)
    is_fixed = not any(find_date_questions(session.form, spec.id))
    return Bar(record.item, record.title, start, end, record.number, caption, problem, is_fixed)


def _find_place(record: ActivityRecord, spec: ListSpec, session: Session) -> str:
    """Return the city of the organisation that leads an activity, or its name."""
    questions = session.form.questions
    leaders = [name for name in spec.questions if questions[name].type is QuestionType.ITEM]
    leader = session.draft.text(leaders[0], record.item) if leaders else ""
    city = session.draft.text(session.pack.role("organisation_city"), leader) if leader else ""
    return city or record.organisation


def _list_marked_days(
    session: Session, first: date | None, last: date | None
) -> tuple[MarkedDay, ...]:
    language = session.texts.language
    deadline = find_deadline(session.draft, session.pack)
    # Beside a deadline, today is the day in its time zone.
    zone = deadline.at.tzinfo if deadline else None
    today = QCoreApplication.translate("TimelinePage", "today")
    days = [MarkedDay(datetime.now(UTC).astimezone(zone).date(), today, DayKind.TODAY)]
    if deadline is not None:
        day = deadline.at.date()
        label = QCoreApplication.translate("TimelinePage", "deadline {}")
        label = label.format(format_day(day, language))
        days.append(MarkedDay(day, label, DayKind.DEADLINE))
    if first is not None:
        days.append(MarkedDay(first, QCoreApplication.translate("TimelinePage", "project starts")))
    if last is not None:
        days.append(MarkedDay(last, QCoreApplication.translate("TimelinePage", "project ends")))
    return tuple(days)


def _format_period(session: Session, first: date | None, last: date | None) -> str:
    """Return the first and the last day of the project and its months."""
    months = session.value(Key(session.pack.role("months")))
    if first is None or last is None or not isinstance(months, int):
        return ""
    language = session.texts.language
    days = f"{format_date(first, language)} – {format_date(last, language)}"
    return join_parts(days, plurals.months(months))
