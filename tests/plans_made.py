"""A draft with a large plan: 40 activities of 30 partners in the call of 2017."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from typing import Final

from erasmus_desk.draft.model import Draft, Key, PackRef, Value

PARTNERS: Final = 30
ACTIVITIES: Final = 40
GROUPS: Final = 12
"""Organisations that send people, or work, in each activity."""

_NOW: Final = datetime(2017, 2, 1, 9, 0, tzinfo=UTC)
_START: Final = date(2017, 10, 1)
_MONTHS: Final = 24
_TOWNS: Final = (
    *(("Lommel", "BE"), ("Porto", "PT"), ("Köln", "DE"), ("Roma", "IT"), ("Łódź", "PL")),
    *(("Lyon", "FR"), ("Utrecht", "NL"), ("Helsinki", "FI"), ("İzmir", "TR"), ("Gent", "BE")),
    *(("Sofia", "BG"), ("Zagreb", "HR"), ("Wien", "AT"), ("Sevilla", "ES"), ("Cork", "IE")),
)
_KINDS: Final = ("sp-staff", "sp-blended", "lp-teach")
_LISTS: Final = {
    "outputs": ("io", "output_days"),
    "events": ("me", ""),
    "meetings": ("tpm", "meeting_travel"),
    "activities": ("ltt", "activity_groups"),
}


def make_large_plan() -> Draft:
    """Return an innovation project with ten outputs, events, meetings and activities each."""
    answers: dict[Key, Value] = {
        Key("ctx.main_objective"): "innovation",
        Key("ctx.field"): "vet",
        Key("prj.start"): _START,
        Key("prj.duration"): _MONTHS,
        **{Key(gate): True for gate in ("io.yesno", "me.yesno", "ltt.yesno")},
    }
    partners = tuple(f"org{number:02}" for number in range(PARTNERS))
    answers[Key("organisations")] = partners
    for partner, (town, country) in zip(partners, cycle(_TOWNS), strict=False):
        answers[Key("org.name_lat", partner)] = f"School {partner[3:]}"
        answers[Key("org.city", partner)] = town
        answers[Key("org.country", partner)] = country
    each = ACTIVITIES // len(_LISTS)
    for name, (prefix, rows) in _LISTS.items():
        items = tuple(f"{prefix}{number:02}" for number in range(each))
        answers[Key(name)] = items
        for number, item in enumerate(items):
            senders = [partners[(number + place) % PARTNERS] for place in range(GROUPS)]
            answers |= _activity(prefix, item, number, senders)
            if rows:
                answers[Key(rows, item)] = tuple(f"{item}r{place:02}" for place in range(GROUPS))
    return Draft("large-plan", PackRef("ka2-2017", "2017", 1), _NOW, _NOW, answers)


def _activity(prefix: str, item: str, number: int, senders: list[str]) -> dict[Key, Value]:
    town, country = _TOWNS[number % len(_TOWNS)]
    starts = _START + timedelta(days=60 * number)
    own: dict[str, Value] = {
        "title": f"Part {number + 1}",
        "start": starts,
        "end": starts + timedelta(days=9),
        "city": town,
        "country": country,
        **({"leader": senders[0], "local": 30, "foreign": 10} if prefix == "me" else {}),
        **({"type": _KINDS[number % len(_KINDS)], "days": 20} if prefix == "ltt" else {}),
    }
    answers = {Key(f"{prefix}.{name}", item): value for name, value in own.items()}
    row: dict[str, dict[str, Value]] = {
        "io": {"day.category": "teacher", "day.days": 12},
        "tpm": {"trv.persons": 2},
        "ltt": {"grp.persons": 4, "grp.accompanying": 1, "grp.travel_days": 2},
    }
    for place, sender in enumerate(senders):
        cells = row.get(prefix, {})
        for question, value in cells.items():
            answers[Key(question, f"{item}r{place:02}")] = value
        if cells:
            short = next(iter(cells)).partition(".")[0]
            answers[Key(f"{short}.organisation", f"{item}r{place:02}")] = sender
    return answers
