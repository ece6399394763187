"""Dates and deadlines with the month names of Qt: a start shows a few, and babel loads slowly."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from erasmus_desk.i18n import formats
from erasmus_desk.i18n.figures import NO_BREAK_SPACE, join_figures

from . import plurals

BRUSSELS = "Europe/Brussels"
"""The time zone of the Commission's deadlines, which is shown by name."""
DAYS_IN_WEEK = 7
MAX_DAYS_PAST = 60
"""Days since a deadline that are counted; after that its date is shown."""


def format_date(value: date, language: str) -> str:
    """Return a date as `formats.format_date` does."""
    return _write(value, _find_shapes(language).long, language)


def format_time(value: datetime, language: str) -> str:
    """Return the time of day as `formats.format_time` does."""
    clock = QTime(value.hour, value.minute)
    return _find_locale(language).toString(clock, QLocale.FormatType.ShortFormat)


def format_moment(value: datetime, language: str) -> str:
    """Return a date and the time of day as `formats.format_moment` does."""
    return f"{format_date(value, language)}, {format_time(value, language)}"


def format_full_day(value: date, language: str, *, has_year: bool) -> str:
    """Return a day with its weekday, and with its year if that is wanted."""
    shapes = _find_shapes(language)
    shape = shapes.long if has_year else shapes.long_day
    return _write(value, f"dddd{shapes.comma} {shape}", language)


def format_recent(value: datetime, language: str, now: datetime | None = None) -> str:
    """Return a moment in short: the time of today and yesterday, else the day too."""
    days = ((now or datetime.now(value.tzinfo)).date() - value.date()).days
    clock = format_time(value, language)
    if days == 0:
        return QCoreApplication.translate("Dates", "today, {}").format(clock)
    if days == 1:
        return QCoreApplication.translate("Dates", "yesterday, {}").format(clock)
    return format_moment(value, language)


def find_weekday(value: datetime, language: str) -> str:
    """Return the day of the week of a moment two to six days ago, nothing for any other."""
    days = (datetime.now(value.tzinfo).date() - value.date()).days
    return QLocale(language).dayName(value.isoweekday()) if 1 < days < DAYS_IN_WEEK else ""


def format_deadline(moment: datetime, language: str, now: datetime | None = None) -> str:
    """Return the days to or since a deadline with its hour, both by the clock of its zone.

    It has passed at its very minute. The computer may be in any zone, and its clock is read as
    `now` unless that is given.
    """
    here = (now or datetime.now(UTC)).astimezone(moment.tzinfo)
    has_passed = here >= moment
    days = (moment.date() - here.date()).days
    if days == 0:
        clock = add_zone(format_time(moment, language), moment)
        text = QCoreApplication.translate("TopBar", "deadline today at {}")
        if has_passed:
            text = QCoreApplication.translate("TopBar", "deadline passed today at {}")
        return text.format(clock)
    at = add_zone(format_moment(moment, language), moment)
    if days < -MAX_DAYS_PAST:
        text = QCoreApplication.translate("TopBar", "deadline passed on {}")
        return text.format(at)
    counted = plurals.days_over(-days) if has_passed else plurals.days_left(days)
    return formats.join_label(counted, at, language)


def split_deadline(moment: datetime, language: str, now: datetime | None = None) -> tuple[str, str]:
    """Return what `format_deadline` says on two lines: the days to or since it, and the moment."""
    here = (now or datetime.now(UTC)).astimezone(moment.tzinfo)
    days = (moment.date() - here.date()).days
    if here < moment:
        today = QCoreApplication.translate("CardTexts", "deadline today")
        counted = plurals.days_left(days) if days else today
    elif -MAX_DAYS_PAST <= days < 0:
        counted = plurals.days_over(-days)
    else:
        counted = QCoreApplication.translate("CardTexts", "deadline passed")
    return counted, add_zone(format_moment(moment, language), moment)


class DeadlineCount(Struct, frozen=True):
    """The days to a deadline as a figure with its unit, and the moment; the unit may be empty."""

    figure: str
    unit: str
    at: str


def count_days(moment: datetime, language: str, now: datetime | None = None) -> DeadlineCount:
    """Return the days to a deadline by the clock of its zone, as `format_deadline` counts them."""
    here = (now or datetime.now(UTC)).astimezone(moment.tzinfo)
    days = (moment.date() - here.date()).days
    at = add_zone(format_moment(moment, language), moment)
    if here >= moment:
        return DeadlineCount(QCoreApplication.translate("Overview", "Passed"), "", at)
    if not days:
        return DeadlineCount(QCoreApplication.translate("Overview", "Today"), "", at)
    return DeadlineCount(str(days), plurals.days(days).removeprefix(str(days)).strip(), at)


def name_figures() -> str:
    """Return how a date is typed, in the language of the window (`dd-mm-yyyy`)."""
    return QCoreApplication.translate("DateField", "dd-mm-yyyy")


def format_figures(value: date) -> str:
    """Return a date as it is typed: the day first, in the signs of the language of the window."""
    between = re.search(r"\w(\W)\w", name_figures())
    sign = between[1] if between else "-"
    # strftime would write the year 17 with two digits, which is read as 2017.
    return f"{value.day:02}{sign}{value.month:02}{sign}{value.year:04}"


def format_day(value: date, language: str) -> str:
    """Return a day and its month in short, of a date that is near (`13 Feb`)."""
    return _write(value, _find_shapes(language).short_day, language)


def format_days(start: date, end: date, language: str) -> str:
    """Return a first and a last day without their year (`12–13 Oct`)."""
    last = format_day(end, language)
    number = _find_shapes(language).number
    if (start.year, start.month) == (end.year, end.month):
        if start >= end:
            return last
        if number:
            return f"{_write(start, number, language)}–{last}"
    return f"{format_day(start, language)} – {last}"


def format_span(start: date, end: date, language: str) -> str:
    """Return a first and a last day in short, what they share only once (`12–13 Oct 2017`)."""
    last = f"{format_day(end, language)}{NO_BREAK_SPACE}{end.year}"
    if start == end:
        return last
    number = _find_shapes(language).number
    if number and (start.year, start.month) == (end.year, end.month):
        return f"{_write(start, number, language)}–{last}"
    first = format_day(start, language)
    if start.year != end.year:
        first += f"{NO_BREAK_SPACE}{start.year}"
    return f"{first} – {last}"


def find_zone(name: str) -> tzinfo:
    """Return a time zone by name, that of Brussels for an empty or unknown one."""
    with suppress(ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(name or BRUSSELS)
    return ZoneInfo(BRUSSELS)


def add_zone(text: str, moment: datetime) -> str:
    """Return the text of a moment with its time zone, if that has a name."""
    zone = str(moment.tzinfo) if isinstance(moment.tzinfo, ZoneInfo) else ""
    if zone == BRUSSELS:
        before, _, zone = QCoreApplication.translate("ValueText", "{} (Brussels time)").partition(
            "{}"
        )
        named = zone.lstrip()
        # The name of the zone stays on one line, after the moment or below it.
        blank, joined = zone.removesuffix(named), named.replace(" ", NO_BREAK_SPACE)
        return f"{before}{text}{blank}{joined}"
    return f"{text} ({zone})" if zone else text


class _DateShapes(Struct, frozen=True):
    """How a language writes dates, in the letters of QLocale.

    `long` has day, month and year, `long_day` and `short_day` no year; `number` is the day before
    its month, empty where the month comes first. `comma` follows the weekday.
    """

    long: str
    long_day: str
    short_day: str
    number: str
    comma: str


@cache
def _find_shapes(language: str) -> _DateShapes:
    """Return the shapes of dates: parts of the long one of Qt, which has the weekday too."""
    whole = _find_locale(language).dateFormat(QLocale.FormatType.LongFormat)
    long = re.sub(r"^dddd(?: '[^']*')?,? |,? dddd$", "", whole)
    found = re.search(r"\bd\b.*?MMMM|MMMM \bd\b[^y,]*", long)
    long_day = found.group().strip() if found else "d MMMM"
    short_day = re.sub(r" ?'[^']*'’?", "", long_day).replace("MMMM", "MMM")
    number = short_day.partition("MMM")[0].strip()
    # English readers of this program see a weekday without a comma.
    has_comma = whole.startswith("dddd,") and not language.startswith("en")
    return _DateShapes(long, long_day, short_day, number, "," if has_comma else "")


def _find_locale(language: str) -> QLocale:
    """Return the locale of a language, as `formats` chooses its country."""
    return QLocale(formats.name_locale(language))


def _write(value: date, shape: str, language: str) -> str:
    day = QDate(value.year, value.month, value.day)
    text = _find_locale(language).toString(day, shape)
    return join_figures(formats.mark_first_day(text, value, language) if "M" in shape else text)
