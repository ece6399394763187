"""`calls`: which calls are on board, and what each offers."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.model import Deadline, Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.cli.context import Desk, JsonValue, Outcome
from erasmus_desk.errors import PackError
from erasmus_desk.i18n import formats


def run(desk: Desk) -> Outcome:
    """List the calls; one that cannot be used is named and does not hide the others."""
    lines: list[str] = []
    objects: list[JsonValue] = []
    notices: list[str] = []
    for name in desk.library.ids():
        try:
            pack = desk.library.pack(name)
            texts = desk.texts(pack)
        except PackError as fault:
            told = desk.sentences.error(fault)
            notices.append(f"{told.what} {told.do}")
            continue
        lines.extend([*([""] if lines else []), *_lines(pack, texts, desk)])
        objects.append(_object(pack, texts))
    nothing = (desk.sentences.say("calls.none"),)
    return Outcome(tuple(lines) or nothing, {"calls": objects}, tuple(notices))


def _lines(pack: Pack, texts: Texts, desk: Desk) -> Iterator[str]:
    state = desk.sentences.say(f"state.{pack.state}")
    yield f"{pack.id}  {texts.get('pack.name')} ({state})"
    groups = {
        "calls.kinds": [(kind.id, texts.get(f"kind.{kind.id}.name")) for kind in pack.kinds],
        "calls.fields": [(one.id, texts.get(f"field.{one.id}.name")) for one in pack.fields],
        "calls.deadlines": [(one.id, _moment(one, desk)) for one in pack.deadlines],
        "calls.barred": [
            (f"{pair.kind} × {pair.field}", texts.get(f"barred.{pair.kind}.{pair.field}"))
            for pair in pack.barred
        ],
    }
    for title, rows in groups.items():
        if not rows:
            continue
        yield f"  {desk.sentences.say(title)}"
        width = max(len(name) for name, _ in rows)
        yield from (f"    {name:{width}}  {about}" for name, about in rows)


def _moment(deadline: Deadline, desk: Desk) -> str:
    clock = formats.clock(deadline.at, desk.sentences.language)
    return desk.sentences.say(
        "calls.deadline", day=deadline.at.date(), clock=clock, zone=deadline.zone
    )


def _object(pack: Pack, texts: Texts) -> JsonValue:
    return {
        "id": pack.id,
        "name": texts.get("pack.name"),
        "edition": pack.edition,
        "state": pack.state.value,
        "languages": list(pack.languages),
        "kinds": [
            {"id": kind.id, "name": texts.get(f"kind.{kind.id}.name")} for kind in pack.kinds
        ],
        "fields": [
            {"id": one.id, "name": texts.get(f"field.{one.id}.name")} for one in pack.fields
        ],
        "barred": [{"kind": pair.kind, "field": pair.field} for pair in pack.barred],
        "deadlines": [
            {"id": one.id, "at": one.at.isoformat(), "actions": list(one.actions)}
            for one in pack.deadlines
        ],
    }
