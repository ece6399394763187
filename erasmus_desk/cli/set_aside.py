"""What a draft contains, but its present choices leave out of the Word file and the budget."""

from __future__ import annotations

from collections.abc import Iterator

from erasmus_desk.call.form import ListSpec
from erasmus_desk.call.model import Pack
from erasmus_desk.cli.context import CommandContext, JsonValue
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.visibility import hidden_answers, visible_questions
from erasmus_desk.i18n.message_values import ItemRef, ListValue, QuestionRef, TextRef


def describe_set_aside(context: CommandContext, draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Return a notice that names what is left out, or none if nothing is."""
    hidden = hidden_answers(draft, pack)
    if not hidden:
        return ()
    names = ListValue(tuple(dict.fromkeys(_name_parts(hidden, draft, pack))))
    texts = context.load_texts(pack)
    return (context.messages.format_message("set-aside", texts, n=len(hidden), names=names),)


def set_aside_to_json(draft: Draft, pack: Pack) -> JsonValue:
    """Return the questions and items of the answers that are left out."""
    hidden = hidden_answers(draft, pack)
    return [{"question": key.question, "item": key.item or None} for key in hidden]


def _name_parts(
    hidden: tuple[Key, ...], draft: Draft, pack: Pack
) -> Iterator[ItemRef | QuestionRef | TextRef]:
    """Yield each outermost item that is left out, and each question left out of one that stays."""
    lists = pack.form.lists
    places = find_item_places(draft, pack.form)
    staying = {one.key.item for one in visible_questions(draft, pack)}
    for key in hidden:
        spec, item = lists.get(pack.form.list_of(key.question)), key.item
        while spec and spec.parent:
            place = places.get(item)
            spec, item = lists[spec.parent], place.parent if place else ""
        question = TextRef((f"question.{key.question}.short", f"question.{key.question}.label"))
        if spec is None:
            yield QuestionRef(question)
        elif item in staying:
            yield QuestionRef(question, (_name_item(spec, item, draft),))
        else:
            found = _name_item(spec, item, draft)
            yield found if found.number or found.name else found.list


def _name_item(spec: ListSpec, item: str, draft: Draft) -> ItemRef:
    """Return an item as a fact; an item that is in its list no more has no number."""
    items = draft.items(spec.id)
    number = items.index(item) + 1 if item in items else 0
    return ItemRef(TextRef((f"list.{spec.id}.one",)), number, draft.text(spec.name, item))
