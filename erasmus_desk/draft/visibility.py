"""Which questions are visible under the present answers, and which answers are hidden."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from erasmus_desk.call.conditions import ConditionContext, evaluate, filter_options, holds
from erasmus_desk.call.form import Always, Group, ListSpec, Option, Question, QuestionType, Section
from erasmus_desk.call.model import Action, Deadline, Pack
from erasmus_desk.draft.model import Draft, Key

NOT_ANSWERABLE = (QuestionType.COMPUTED, QuestionType.STATIC)
"""Types of question without an answer of the user."""


class VisibleQuestion(Struct, frozen=True):
    """A visible question with the key of its answer and its place in the form."""

    key: Key
    question: Question
    section: Section
    group: Group


class VisibleGroup(Struct, frozen=True):
    """A group with its visible questions, for one item of a list (empty outside lists)."""

    group: Group
    item: str
    position: int
    questions: tuple[Question, ...]


def build_condition_context(
    draft: Draft, pack: Pack, item: str = "", position: int = 0
) -> ConditionContext:
    """Return what conditions are evaluated against, for the proposal or one item of a list."""

    def answer(question: str, owner: str) -> object:
        return draft.answers.get(Key(question, owner))

    return ConditionContext(answer, pack.form, item, is_first=bool(item) and position == 0)


def visible_sections(draft: Draft, pack: Pack) -> tuple[Section, ...]:
    """Return the sections of the form that this draft has, in the order of the form."""
    context = build_condition_context(draft, pack)
    return tuple(section for section in pack.form.sections if holds(section.when, context))


def visible_groups(section: Section, draft: Draft, pack: Pack) -> tuple[VisibleGroup, ...]:
    """Return the visible groups of a section; a list's group once per item.

    The groups of one item follow each other, at the place of the first of them in the form.
    """
    return tuple(_walk_groups(section, draft, pack))


def _walk_groups(section: Section, draft: Draft, pack: Pack) -> Iterator[VisibleGroup]:
    done_lists: set[str] = set()
    for group in section.groups:
        if not group.list:
            yield from _visible_group(group, "", 0, draft, pack)
        elif group.list not in done_lists:
            done_lists.add(group.list)
            item_groups = [other for other in section.groups if other.list == group.list]
            for position, item in enumerate(draft.items(group.list)):
                for item_group in item_groups:
                    yield from _visible_group(item_group, item, position, draft, pack)


def _visible_group(
    group: Group, item: str, position: int, draft: Draft, pack: Pack
) -> Iterator[VisibleGroup]:
    context = build_condition_context(draft, pack, item, position)
    if not holds(group.when, context):
        return
    questions = [pack.form.questions[name] for name in group.questions]
    visible = tuple(
        [one for one in questions if isinstance(one.when, Always) or holds(one.when, context)]
    )
    if visible:
        yield VisibleGroup(group, item, position, visible)


def list_kept_keys(
    draft: Draft, pack: Pack, visible: tuple[VisibleQuestion, ...] | None = None
) -> dict[Key, None]:
    """Return the keys of the visible answers, and of the working material beside them, in order.

    `visible` saves the computation where the visible questions are known.
    """
    questions = visible_questions(draft, pack) if visible is None else visible
    kept = dict.fromkeys(one.key for one in questions)
    for spec in pack.form.working_lists.values():
        for owner in [key.item for key in kept if key.question == spec.beside]:
            kept[Key(spec.id, owner)] = None
            for row in draft.items(spec.id, owner):
                kept |= dict.fromkeys(Key(name, row) for name in spec.questions)
    return kept


def list_table_rows(question: Question, item: str, draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Return the ids of the rows of a table question."""
    return draft.items(question.rows, item if pack.form.lists[question.rows].parent else "")


def visible_questions(draft: Draft, pack: Pack) -> tuple[VisibleQuestion, ...]:
    """Return every visible question in the order of the form, a table followed by its cells."""
    return tuple(walk_visible_questions(draft, pack))


def walk_visible_questions(draft: Draft, pack: Pack) -> Iterator[VisibleQuestion]:
    """Yield the visible questions one by one, so that a window can react in between."""
    for section in visible_sections(draft, pack):
        yield from visible_questions_in(section, draft, pack)


def visible_questions_in(section: Section, draft: Draft, pack: Pack) -> Iterator[VisibleQuestion]:
    """Yield every visible question of a section."""
    for visible in _walk_groups(section, draft, pack):
        yield from _questions_of_group(visible, section, draft, pack)


def visible_questions_of(
    list_id: str, item: str, draft: Draft, pack: Pack
) -> tuple[VisibleQuestion, ...]:
    """Return the visible questions of one item of a list, with the cells of its tables."""
    items = draft.items(list_id)
    position = items.index(item) if item in items else 0
    return tuple(
        question
        for section in visible_sections(draft, pack)
        for group in section.groups
        if group.list == list_id
        for visible in _visible_group(group, item, position, draft, pack)
        for question in _questions_of_group(visible, section, draft, pack)
    )


def _questions_of_group(
    visible: VisibleGroup, section: Section, draft: Draft, pack: Pack
) -> Iterator[VisibleQuestion]:
    group, item = visible.group, visible.item
    for question in visible.questions:
        if question.type is QuestionType.TABLE:
            yield from _visible_cells(question, item, (section, group), draft, pack)
        elif question.type not in NOT_ANSWERABLE:
            yield VisibleQuestion(Key(question.id, item), question, section, group)


def _visible_cells(
    table: Question, item: str, at: tuple[Section, Group], draft: Draft, pack: Pack
) -> Iterator[VisibleQuestion]:
    """Yield the order of a table and the answers in its rows."""
    spec = pack.form.lists[table.rows]
    owner = item if spec.parent else ""
    yield VisibleQuestion(Key(spec.id, owner), table, *at)
    for position, row in enumerate(draft.items(spec.id, owner)):
        cells = [pack.form.questions[name] for name in spec.questions]
        visible = [one for one in cells if is_cell_visible(one, row, position, draft, pack)]
        group = VisibleGroup(at[1], row, position, tuple(visible))
        yield from _questions_of_group(group, at[0], draft, pack)


def is_cell_visible(question: Question, row: str, position: int, draft: Draft, pack: Pack) -> bool:
    """Return whether a question of a row is visible, if its table is."""
    if isinstance(question.when, Always):
        return True
    return holds(question.when, build_condition_context(draft, pack, row, position))


def hidden_answers(
    draft: Draft, pack: Pack, visible: tuple[VisibleQuestion, ...] | None = None
) -> tuple[Key, ...]:
    """Return the keys of answers whose question is not visible now, in the pack's order.

    They stay in the draft and are visible again as soon as other answers allow it. `visible`
    saves the computation where the visible questions are known.
    """
    placed = set(list_kept_keys(draft, pack, visible))
    placed |= {
        Key(group.list) for section in visible_sections(draft, pack) for group in section.groups
    }
    order = {name: place for place, name in enumerate(pack.form.questions)}
    left = [key for key in draft.answers if key not in placed and key.question in order]
    return tuple(sorted(left, key=lambda key: (order[key.question], key.item)))


def available_options(
    question: Question, draft: Draft, pack: Pack, item: str = ""
) -> tuple[Option, ...]:
    """Return the choices of a question whose conditions hold."""
    found = pack.option_set(question)
    return filter_options(found, build_condition_context(draft, pack, item)) if found else ()


def find_list(pack: Pack, role: str) -> ListSpec | None:
    """Return the list in a role, if the pack has one."""
    return pack.form.lists.get(pack.role(role))


def find_action(draft: Draft, pack: Pack) -> Action | None:
    """Return the first action whose condition holds, or `None` while it is undecided."""
    context = build_condition_context(draft, pack)
    return next((action for action in pack.actions if holds(action.when, context)), None)


def find_possible_actions(draft: Draft, pack: Pack) -> tuple[Action, ...]:
    """Return the actions that the draft may still have: one as soon as the answers decide.

    Empty while nothing is decided, or where the call has no actions.
    """
    context = build_condition_context(draft, pack)
    possible: list[Action] = []
    for action in pack.actions:
        found = evaluate(action.when, context)
        if found is not False:
            possible.append(action)
        if found:
            return tuple(possible)
    return ()


def find_deadline(draft: Draft, pack: Pack) -> Deadline | None:
    """Return the deadline of the chosen round, else the first of the action."""
    found = find_action(draft, pack)
    fitting = [one for one in pack.deadlines if found is None or found.id in one.actions]
    chosen = draft.text(pack.role("round"))
    return next((one for one in fitting if one.id == chosen), fitting[0] if fitting else None)
