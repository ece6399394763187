"""What a row of the table of rules says, and how its drafts are made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from erasmus_desk.call.model import Pack
from erasmus_desk.checks.finding import Grade
from erasmus_desk.draft.model import Draft, Key, Value
from tests.core.checks.planned import build_planned_draft
from tests.core.complete import complete_draft, put_answer, start_draft

Changes = Mapping[str, Value | None]
"""Answers by `question` or `question@item`; a number of `organisations` keeps so many of them."""
BLOCKS, WEAKENS, STYLE = Grade.BLOCKS, Grade.WEAKENS, Grade.STYLE
COPY = "copy of an item of "
"""Before the name of a list: the item that is copied, without its rows, as the item `copy`."""
ROWS_OF = ("output_days", "meeting_travel", "activity_groups")
LONG_TEXT = 100
FIRST = "org1"
"""The item of the applicant, whatever its id is."""


class Row(NamedTuple):
    """A rule of the facts, a draft that breaks it, what is found then, and drafts that keep it.

    `rule` names the section of the fact sheet (call) or the form (form). `part` is the part of
    the pack that has the rule. `keeps` are changes with which nothing is found at all; the base
    is one more of them. `also` are the codes that no draft without this fault can avoid.
    """

    rule: str
    part: str
    base: str
    breaks: Changes
    code: str
    grade: Grade
    at: str
    keeps: tuple[Changes, ...] = ()
    also: tuple[str, ...] = ()


def until(days: int) -> date:
    """Return the last of so many days of the activity of the plan, which begins on 5 March."""
    return date(2018, 3, 5) + timedelta(days=days - 1)


def stay(kind: str, days: int, **more: Value) -> Changes:
    """Return the changes for another type and length of the activity of the plan."""
    return {"ltt.type@c1": kind, "ltt.days@c1": days, "ltt.end@c1": until(days), **more}


def apply_changes(draft: Draft, changes: Changes) -> Draft:
    first = draft.items("organisations")[0]
    for name, value in changes.items():
        if name.startswith(COPY):
            draft = _copy_item(draft, name.removeprefix(COPY), str(value))
            continue
        question, _, item = name.partition("@")
        answer = _find_first(value, first)
        if question == "organisations" and isinstance(value, int):
            answer = draft.items(question)[:value]
        draft = put_answer(draft, question, answer, first if item == FIRST else item)
    return draft


def _copy_item(draft: Draft, listed: str, item: str) -> Draft:
    """Return the draft with a copy of an item without its rows.

    A long text gets a word more: word for word it would be a fault of its own.
    """
    copied = put_answer(draft, listed, (*draft.items(listed), "copy"))
    for key, value in draft.answers.items():
        if key.item == item and key.question not in ROWS_OF:
            is_long = isinstance(value, str) and len(value) > LONG_TEXT
            copied = put_answer(
                copied, key.question, f"Again: {value}" if is_long else value, "copy"
            )
    return copied


def _find_first(value: Value | None, first: str) -> Value | None:
    if isinstance(value, tuple):
        return tuple(first if one == FIRST else one for one in value)
    return first if value == FIRST else value


def find_key(at: str, draft: Draft) -> Key:
    question, _, item = at.partition("@")
    return Key(question, draft.items("organisations")[0] if item == FIRST else item)


YOUTH: Changes = {"ctx.field": "youth", "na.id": "BE05", "ctx.round": "ka205-r2"}
_NO_OUTPUTS: Changes = {"io.yesno": None, "me.yesno": None, "outputs": (), "events": ()}
_VARIANTS: Mapping[str, tuple[str, Changes]] = {
    "adult": ("good", {"ctx.field": "adult"}),
    "youth": ("good", YOUTH),
    "cross": ("good", {"ctx.field": "school", "ctx.schools_only": False, "ctx.regions": False}),
    "higher": ("plan", {"ctx.field": "higher"}),
    "lessons": ("plan", {"ctx.field": "school"}),
    "camp": ("plan", YOUTH),
    "exchange": (
        "plan",
        {
            "ctx.field": "school",
            "ctx.main_objective": "good-practice",
            "ctx.schools_only": True,
            **_NO_OUTPUTS,
        },
    ),
}
"""Other bases by the one that they are made of."""


def build_bases(pack: Pack) -> Mapping[str, Draft]:
    """Return complete drafts in which nothing is found.

    `good`, `adult`, `youth` and `cross` (KA201) exchange good practices without activities,
    `schools` is of schools only; `plan` has one of each activity, and so have `higher`,
    `lessons` (KA201), `camp` (youth) and `exchange` (schools only). `ten` have ten partners.
    """
    choices = {"kind": "good-practice", "field": "vet", "language": "en", "title": "Small boards"}
    schools = start_draft(pack, **{**choices, "field": "school", "language": "nl"})
    bases = {
        "good": complete_draft(start_draft(pack, **choices), pack),
        "schools": complete_draft(schools, pack),
        "ten": complete_draft(start_draft(pack, **choices), pack, organisations=10),
        "eleven": complete_draft(start_draft(pack, **choices), pack, organisations=11),
        "plan": build_planned_draft(pack),
    }
    for name, (base, changes) in _VARIANTS.items():
        bases[name] = apply_changes(bases[base], changes)
    return bases
