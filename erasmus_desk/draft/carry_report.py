"""What became of the answers of a carried draft, in groups, for the window and the command line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from erasmus_desk.call.carry import RewriteReason
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.carry_marks import Mark
from erasmus_desk.draft.form_order import FormOrder
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import ItemRef, MessageValue, TextRef


class AnswerGroup(Struct, frozen=True):
    """Answers of one section, with what they are about: items of lists, and questions."""

    section: str
    keys: tuple[Key, ...]
    names: tuple[MessageValue, ...]


class RewriteGroup(Struct, frozen=True):
    """Answers to look at for one reason, with each question and how often it is asked."""

    reason: RewriteReason
    marks: tuple[Mark, ...]
    names: tuple[tuple[TextRef, int], ...]


def group_answers(keys: Iterable[Key], draft: Draft, pack: Pack) -> tuple[AnswerGroup, ...]:
    """Return answers by section, in the order of the form."""
    order = FormOrder(draft, pack.form)
    places = find_item_places(draft, pack.form)
    groups: dict[str, dict[Key, MessageValue]] = {}
    for key in sorted(keys, key=order.sort_key):
        section = pack.form.section_of(key.question)
        record = next(iter(order.find_records(key)), None)
        name: MessageValue = name_question(key.question)
        if record is not None:
            list_id, item = record
            place = places.get(item)
            number = place.number if place else 0
            name = ItemRef(TextRef((f"list.{list_id}.one",)), number, _name(draft, pack, *record))
        groups.setdefault(section.id if section else "", {})[key] = name
    return tuple(
        AnswerGroup(section, tuple(found), tuple(dict.fromkeys(found.values())))
        for section, found in groups.items()
    )


def _name(draft: Draft, pack: Pack, list_id: str, item: str) -> str:
    """Return the name of an item, or of the item that its name refers to."""
    question = pack.form.questions[pack.form.lists[list_id].name]
    name = draft.text(question.id, item)
    return draft.text(pack.form.lists[question.of].name, name) if question.of else name


def group_marks(marks: Iterable[Mark], draft: Draft, pack: Pack) -> tuple[RewriteGroup, ...]:
    """Return what is to be looked at by reason, in the order of the form."""
    order = FormOrder(draft, pack.form)
    ordered = sorted(marks, key=lambda mark: order.sort_key(mark.key))
    return tuple(_group_by_reason(ordered))


def _group_by_reason(marks: list[Mark]) -> Iterator[RewriteGroup]:
    for reason in RewriteReason:
        found = tuple(mark for mark in marks if mark.reason is reason)
        if found:
            counted = Counter(mark.key.question for mark in found)
            names = tuple((name_question(name), count) for name, count in counted.items())
            yield RewriteGroup(reason, found, names)


def name_question(question: str) -> TextRef:
    """Return the name of a question as a fact: the short label, or the whole question."""
    return TextRef((f"question.{question}.short", f"question.{question}.label"))
