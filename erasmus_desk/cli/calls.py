"""The command `calls`: the calls included, and what each offers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from erasmus_desk.call.model import Deadline, Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.cli.context import CommandContext, CommandResult, JsonValue
from erasmus_desk.errors import PackError
from erasmus_desk.i18n import formats


def run(context: CommandContext) -> CommandResult:
    """List the calls; one that cannot be used becomes a notice."""
    lines: list[str] = []
    objects: list[JsonValue] = []
    notices: list[str] = []
    for name in context.library.list_packs():
        try:
            pack = context.library.load_pack(name)
            texts = context.load_texts(pack)
        except PackError as fault:
            text = context.messages.format_error(fault)
            notices.append(f"{text.what} {text.do}")
            continue
        lines.extend([*([""] if lines else []), *_format_call(pack, texts, context)])
        objects.append(_call_to_json(pack, texts))
    nothing = (context.messages.format_message("calls.none"),)
    return CommandResult(tuple(lines) or nothing, {"calls": objects}, tuple(notices))


def _format_call(pack: Pack, texts: Texts, context: CommandContext) -> Iterator[str]:
    state = context.messages.format_message(f"state.{pack.state}")
    yield f"{pack.id}  {texts.get('pack.name')} ({state})"
    groups = {
        "calls.kinds": [(kind.id, texts.get(f"kind.{kind.id}.name")) for kind in pack.kinds],
        "calls.fields": [(one.id, texts.get(f"field.{one.id}.name")) for one in pack.fields],
        "calls.deadlines": [(one.id, _format_deadline(one, context)) for one in pack.deadlines],
        "calls.barred": [
            (f"{pair.kind} × {pair.field}", texts.get(f"barred.{pair.kind}.{pair.field}"))
            for pair in pack.excluded_pairs
        ],
    }
    for title, rows in groups.items():
        if not rows:
            continue
        yield f"  {context.messages.format_message(title)}"
        width = max(len(name) for name, _ in rows)
        yield from (f"    {name:{width}}  {about}" for name, about in rows)


def _format_deadline(deadline: Deadline, context: CommandContext) -> str:
    clock = formats.format_time(deadline.at, context.messages.language)
    has_passed = datetime.now(UTC) >= deadline.at
    return context.messages.format_message(
        "calls.deadline-passed" if has_passed else "calls.deadline",
        day=deadline.at.date(),
        clock=clock,
        zone=deadline.zone,
    )


def _call_to_json(pack: Pack, texts: Texts) -> JsonValue:
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
        "barred": [{"kind": pair.kind, "field": pair.field} for pair in pack.excluded_pairs],
        "deadlines": [
            {"id": one.id, "at": one.at.isoformat(), "actions": list(one.actions)}
            for one in pack.deadlines
        ],
    }
