"""A complete draft with one activity of each kind, in which nothing is found."""

from collections.abc import Mapping
from datetime import date, timedelta

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Value
from tests.core.complete import complete_draft, put_answer, start_draft

CITIES = ("Lommel", "Utrecht", "Lyon", "Berlin")
VENUE: Mapping[str, Value] = {"city": "Lyon", "country": "FR"}
DAYS: Mapping[str, Value] = {"start": date(2018, 3, 5), "end": date(2018, 3, 9)}


def build_planned_draft(pack: Pack) -> Draft:
    """Return an innovation project of four with an output, an event, a meeting, an activity."""
    draft = start_draft(pack, kind="innovation", field="vet", language="en", title="Small boards")
    one = draft.items("organisations")[0]
    two, three, four = "org2", "org3", "org4"
    draft = put_answer(draft, "organisations", (one, two, three, four))
    for gate in ("io.yesno", "me.yesno", "ltt.yesno"):
        draft = put_answer(draft, gate, value=True)
    for item, city in zip(draft.items("organisations"), CITIES, strict=True):
        draft = put_answer(draft, "org.city", city, item)
    draft = put_answer(put_answer(draft, "outputs", ("o1",)), "output_days", ("o1d1",), "o1")
    draft = _put_answers(draft, "io", "o1", {**DAYS, "leader": one, "participants": (two,)})
    draft = _put_answers(
        draft, "day", "o1d1", {"organisation": one, "category": "teacher", "days": 20}
    )
    draft = put_answer(draft, "events", ("e1",))
    event: dict[str, Value] = {"leader": two, "outputs": ("o1",), "local": 30, "foreign": 5}
    draft = _put_answers(draft, "me", "e1", {**DAYS, **VENUE, **event})
    draft = put_answer(put_answer(draft, "meetings", ("m1",)), "meeting_travel", ("m1t1",), "m1")
    draft = _put_answers(draft, "tpm", "m1", {**DAYS, **VENUE, "host": three})
    draft = _put_answers(draft, "trv", "m1t1", {"organisation": four, "persons": 2})
    draft = put_answer(put_answer(draft, "activities", ("c1",)), "activity_groups", ("c1g1",), "c1")
    stay: dict[str, Value] = {"type": "sp-staff", "host": three, "days": 5}
    draft = _put_answers(draft, "ltt", "c1", {**DAYS, **VENUE, **stay})
    draft = _put_answers(draft, "grp", "c1g1", {"organisation": two, "persons": 3})
    return complete_draft(draft, pack)


def put_length(draft: Draft, days: int) -> Draft:
    """Return the draft with other days of the activity, and dates that agree."""
    last = date(2018, 3, 5) + timedelta(days=days - 1)
    return _put_answers(draft, "ltt", "c1", {"days": days, "end": last})


def _put_answers(draft: Draft, prefix: str, item: str, answers: Mapping[str, Value]) -> Draft:
    for name, value in answers.items():
        draft = put_answer(draft, f"{prefix}.{name}", value, item)
    return draft
