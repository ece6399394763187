"""Drafts full of activities: one as people make them, and one heavier than any."""

from datetime import date, timedelta
from decimal import Decimal

from erasmus_desk.draft.model import Change, Draft, Key, PackRef, Value
from tests.core.export.gardens import NOW

CITIES = [
    ("BE", "Lommel"),
    ("PT", "Porto"),
    ("FI", "Tampere"),
    ("IT", "Verona"),
    ("NL", "Eindhoven"),
    ("PL", "Lublin"),
    ("ES", "Burgos"),
    ("DE", "Jena"),
]
"""Where the invented schools are; other numbers of partners take them in turn."""
START = date(2017, 9, 1)


def make_plan(
    partners: int = 5,
    outputs: int = 5,
    events: int = 5,
    meetings: int = 8,
    activities: int = 6,
    *,
    language: str = "en",
    months: int = 24,
) -> Draft:
    """Return a draft for innovation with so many of each."""
    parties = [f"p{place}" for place in range(partners)]
    answers: dict[str, Value] = {
        "ctx.language": language,
        "ctx.main_objective": "innovation",
        "ctx.field": "school",
        "prj.title": "Measuring the air we breathe at school",
        "prj.acronym": "AIRWISE",
        "prj.start": START,
        "prj.duration": months,
        "organisations": tuple(parties),
        "io.yesno": True,
        "me.yesno": True,
        "ltt.yesno": True,
        "ltt.added_value": "Pupils measure what they cannot measure alone.",
        "ltt.recognition": "Each pupil gets a certificate.",
        "bud.comment": "All travel is by train where that is possible.",
    }
    for place, party in enumerate(parties):
        country, city = CITIES[place % len(CITIES)]
        answers[f"org.name_lat@{party}"] = f"Secondary school {city} {place + 1}"
        answers[f"org.country@{party}"] = country
        answers[f"org.city@{party}"] = city
    for name, count, fill in (
        ("outputs", outputs, _output),
        ("events", events, _event),
        ("meetings", meetings, _meeting),
        ("activities", activities, _activity),
    ):
        ids = tuple(f"{name[0]}{place}" for place in range(count))
        answers[name] = ids
        for place, item in enumerate(ids):
            answers |= fill(place, item, parties, START, months * 30 - 60)
    answers |= _costs(parties)
    draft = Draft("plan-1", PackRef("ka2-2017", "2017", 2), NOW, NOW)
    return draft.apply(*(Change(Key.parse(key), None, value) for key, value in answers.items()))


def make_short_plan() -> Draft:
    """Return a draft with few of each: its files are made in a third of the time."""
    return make_plan(3, 2, 1, 1, 1)


def _day(place: int, days: int) -> date:
    return START + timedelta(days=30 + (place * 47) % max(1, days))


def _output(place: int, item: str, parties: list[str], _: date, days: int) -> dict[str, Value]:
    rows = tuple(f"{item}d{at}" for at in range(min(3, len(parties))))
    found: dict[str, Value] = {
        f"io.title@{item}": f"Course module {place + 1} on clean air",
        f"io.type@{item}": "course",
        f"io.description@{item}": "A module of eight lessons.\n- a plan\n- tasks\n- a test",
        f"io.tasks@{item}": "The leader writes, the others try it out in class.",
        f"io.start@{item}": _day(place, days // 2),
        f"io.end@{item}": _day(place, days // 2) + timedelta(days=200),
        f"io.languages@{item}": ("en", "nl", "pt"),
        f"io.media@{item}": "Web pages and a printed guide",
        f"io.leader@{item}": parties[place % len(parties)],
        f"io.participants@{item}": tuple(parties[:4]),
        f"output_days@{item}": rows,
    }
    for at, row in enumerate(rows):
        found[f"day.organisation@{row}"] = parties[at]
        found[f"day.category@{row}"] = ("teacher", "manager", "technician")[at]
        found[f"day.days@{row}"] = 12 + at
    return found


def _event(place: int, item: str, parties: list[str], _: date, days: int) -> dict[str, Value]:
    country, city = CITIES[place % len(CITIES)]
    return {
        f"me.title@{item}": f"Open day {place + 1} in {city}",
        f"me.description@{item}": "Teachers of the region try the lessons.",
        f"me.start@{item}": _day(place + 5, days),
        f"me.end@{item}": _day(place + 5, days),
        f"me.country@{item}": country,
        f"me.city@{item}": city,
        f"me.outputs@{item}": ("o0",),
        f"me.leader@{item}": parties[place % len(parties)],
        f"me.local@{item}": 25,
        f"me.foreign@{item}": 8,
    }


def _meeting(place: int, item: str, parties: list[str], _: date, days: int) -> dict[str, Value]:
    country, city = CITIES[place % len(CITIES)]
    rows = tuple(f"{item}t{at}" for at in range(len(parties)))
    found: dict[str, Value] = {
        f"tpm.title@{item}": f"Project meeting {place + 1}",
        f"tpm.purpose@{item}": "Look back, look ahead, decide.",
        f"tpm.start@{item}": _day(place * 2, days),
        f"tpm.end@{item}": _day(place * 2, days) + timedelta(days=2),
        f"tpm.host@{item}": parties[place % len(parties)],
        f"tpm.country@{item}": country,
        f"tpm.city@{item}": city,
        f"meeting_travel@{item}": rows,
    }
    for party, row in zip(parties, rows, strict=True):
        found[f"trv.organisation@{row}"] = party
        found[f"trv.persons@{row}"] = 2
    return found


def _activity(place: int, item: str, parties: list[str], _: date, days: int) -> dict[str, Value]:
    country, city = CITIES[(place + 1) % len(CITIES)]
    rows = tuple(f"{item}g{at}" for at in range(len(parties)))
    found: dict[str, Value] = {
        f"ltt.title@{item}": f"Pupils measure the air of {city}",
        f"ltt.type@{item}": "sp-pupils" if place % 2 else "sp-staff",
        f"ltt.description@{item}": "Five days of measuring.\n\nOn the last day they compare.",
        f"ltt.start@{item}": _day(place * 3 + 1, days),
        f"ltt.end@{item}": _day(place * 3 + 1, days) + timedelta(days=4),
        f"ltt.days@{item}": 5,
        f"ltt.host@{item}": parties[(place + 1) % len(parties)],
        f"ltt.country@{item}": country,
        f"ltt.city@{item}": city,
        f"ltt.objective@{item}": "Pupils read a measurement critically",
        f"activity_groups@{item}": rows,
    }
    for party, row in zip(parties, rows, strict=True):
        found[f"grp.organisation@{row}"] = party
        found[f"grp.persons@{row}"] = 4
        found[f"grp.accompanying@{row}"] = 2 * (place % 2)
        found[f"grp.travel_days@{row}"] = 2
    return found


def _costs(parties: list[str]) -> dict[str, Value]:
    return {
        "special_costs": ("s1",),
        "spc.organisation@s1": parties[0],
        "spc.persons@s1": 1,
        "spc.description@s1": "Sign language interpreter for one pupil",
        "spc.amount@s1": Decimal("1234.56"),
        "exceptional_costs": ("x1", "x2"),
        "exc.organisation@x1": parties[-1],
        "exc.description@x1": "Sensors for all schools",
        "exc.cost@x1": Decimal(4000),
        "exc.organisation@x2": parties[0],
        "exc.description@x2": "Hosting of the website",
        "exc.cost@x2": Decimal("333.33"),
    }
