"""What the form asks of a draft right now, and what is answered but has no place now."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from erasmus_desk.call.conditions import Circumstances, holds, offered
from erasmus_desk.call.form import Group, ListSpec, Option, Question, QuestionType, Section
from erasmus_desk.call.model import Action, Deadline, Pack
from erasmus_desk.draft.model import Draft, Key

SILENT = (QuestionType.COMPUTED, QuestionType.STATIC)
"""Types of question that take no answer from a user."""


class Asked(Struct, frozen=True):
    """One question at its place: the key of its answer, where it stands in the form."""

    key: Key
    question: Question
    section: Section
    group: Group


class ShownGroup(Struct, frozen=True):
    """A group as it stands now: for which item (none outside lists), with what questions."""

    group: Group
    item: str
    position: int
    questions: tuple[Question, ...]


def circumstances(draft: Draft, pack: Pack, item: str = "", position: int = 0) -> Circumstances:
    """Give what conditions look at, for the proposal or for one item of a list."""

    def answer(question: str, owner: str) -> object:
        return draft.answers.get(Key(question, owner))

    return Circumstances(answer, pack.form, item, is_first=bool(item) and position == 0)


def sections(draft: Draft, pack: Pack) -> tuple[Section, ...]:
    """Give the sections that the form has for this draft, in its order."""
    at = circumstances(draft, pack)
    return tuple(section for section in pack.form.sections if holds(section.when, at))


def groups(section: Section, draft: Draft, pack: Pack) -> tuple[ShownGroup, ...]:
    """Give the groups of a section that are asked now; a list's group once per item.

    The groups of an item stand together: all of the first organisation, then the next. They
    stand where the form has the first of them.
    """
    shown: list[ShownGroup] = []
    done: set[str] = set()
    for group in section.groups:
        if not group.list:
            shown.extend(_shown(group, "", 0, draft, pack))
        elif group.list not in done:
            done.add(group.list)
            parts = [one for one in section.groups if one.list == group.list]
            for position, item in enumerate(draft.items(group.list)):
                for part in parts:
                    shown.extend(_shown(part, item, position, draft, pack))
    return tuple(shown)


def _shown(
    group: Group, item: str, position: int, draft: Draft, pack: Pack
) -> Iterator[ShownGroup]:
    at = circumstances(draft, pack, item, position)
    if not holds(group.when, at):
        return
    questions = (pack.form.questions[name] for name in group.questions)
    asked = tuple(question for question in questions if holds(question.when, at))
    if asked:
        yield ShownGroup(group, item, position, asked)


def rows(question: Question, item: str, draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Give the ids of a table's rows at its place."""
    return draft.items(question.rows, item if pack.form.lists[question.rows].parent else "")


def asked(draft: Draft, pack: Pack) -> tuple[Asked, ...]:
    """Give every question that is asked now, tables with their cells, in the form's order."""
    return tuple(one for section in sections(draft, pack) for one in asked_in(section, draft, pack))


def asked_in(section: Section, draft: Draft, pack: Pack) -> Iterator[Asked]:
    """Give every question that a section asks now."""
    for shown in groups(section, draft, pack):
        for question in shown.questions:
            if question.type is QuestionType.TABLE:
                spec = pack.form.lists[question.rows]
                owner = shown.item if spec.parent else ""
                yield Asked(Key(spec.id, owner), question, section, shown.group)
                for row in draft.items(spec.id, owner):
                    for name in spec.questions:
                        cell = pack.form.questions[name]
                        yield Asked(Key(name, row), cell, section, shown.group)
            elif question.type not in SILENT:
                yield Asked(Key(question.id, shown.item), question, section, shown.group)


def parked(draft: Draft, pack: Pack, walk: tuple[Asked, ...] | None = None) -> tuple[Key, ...]:
    """Give the answers that have no place under the present choices, in the pack's order.

    They stay in the draft untouched and are asked again as soon as the choices allow it.
    `walk` is what is asked now, where that is known already.
    """
    placed = {one.key for one in (asked(draft, pack) if walk is None else walk)}
    placed |= {Key(group.list) for section in sections(draft, pack) for group in section.groups}
    order = {name: place for place, name in enumerate(pack.form.questions)}
    left = [key for key in draft.answers if key not in placed and key.question in order]
    return tuple(sorted(left, key=lambda key: (order[key.question], key.item)))


def options(question: Question, draft: Draft, pack: Pack, item: str = "") -> tuple[Option, ...]:
    """Give the choices a question offers now."""
    found = pack.option_set(question)
    return offered(found, circumstances(draft, pack, item)) if found else ()


def list_spec(pack: Pack, role: str) -> ListSpec | None:
    """Give the list that plays a part, if the pack has one."""
    return pack.form.lists.get(pack.role(role))


def action(draft: Draft, pack: Pack) -> Action | None:
    """Give the action whose rules hold for the draft, or `None` while it is open."""
    at = circumstances(draft, pack)
    return next((one for one in pack.actions if holds(one.when, at)), None)


def deadline(draft: Draft, pack: Pack) -> Deadline | None:
    """Give the deadline of the draft: that of its round, else the first of its action."""
    found = action(draft, pack)
    fitting = [one for one in pack.deadlines if found is None or found.id in one.actions]
    chosen = draft.text(pack.role("round"))
    return next((one for one in fitting if one.id == chosen), fitting[0] if fitting else None)
