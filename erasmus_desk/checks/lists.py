"""Checks of lists against the answers that open them: nothing listed, or written and left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from erasmus_desk.call.conditions import evaluate
from erasmus_desk.call.form import All, AnswerIn, Condition, ListSpec, QuestionType, Within
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.hidden_characters import is_empty
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import build_condition_context, visible_sections
from erasmus_desk.i18n.message_values import ItemRef, ListValue, TextRef


class _ListState(Struct, frozen=True):
    """A list of the proposal with its items, and the answer that opens or closes it, if any.

    `written` are the items with an answer, by their number from 1.
    """

    spec: ListSpec
    items: tuple[str, ...]
    written: Mapping[int, str]
    is_open: bool
    key: Key | None


def check_lists(context: CheckContext) -> Iterator[Finding]:
    """Find "yes" with nothing listed, items that are left out, and lists that are expected."""
    states = tuple(_find_states(context))
    left_out: dict[Key, list[_ListState]] = {}
    for state in states:
        if state.key is None:
            continue
        if not state.is_open and state.written:
            left_out.setdefault(state.key, []).append(state)
        elif state.is_open and not state.items and _is_yes(context, state.key):
            facts = {"list": _name_list(state.spec)}
            yield context.report_answer(
                "nothing-listed", Grade.BLOCKS, state.key, facts, is_gap=True
            )
    for key, closed in left_out.items():
        yield _report_left_out(context, key, closed)
    yield from _check_expected(context, states)


def _find_states(context: CheckContext) -> Iterator[_ListState]:
    """Yield the lists that a section shows under a condition; those still undecided are left."""
    at = build_condition_context(context.draft, context.pack)
    done: set[str] = set()
    for section in visible_sections(context.draft, context.pack):
        for group in section.groups:
            spec = context.pack.form.lists.get(group.list)
            if spec is None or spec.parent or spec.id in done:
                continue
            done.add(spec.id)
            is_open = evaluate(group.when, at)
            if is_open is not None:
                key = _find_deciding_key(context, group.when, is_open=is_open)
                items = context.draft.items(spec.id)
                written = {
                    number: item
                    for number, item in enumerate(items, 1)
                    if not all(
                        is_empty(context.draft.get(Key(name, item))) for name in spec.questions
                    )
                }
                yield _ListState(spec, items, written, is_open, key)


def _find_deciding_key(context: CheckContext, condition: Condition, *, is_open: bool) -> Key | None:
    """Return the last visible answer that opens a list, or the first that closes it."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    at = build_condition_context(context.draft, context.pack)
    deciding = [
        key
        for part in parts
        if isinstance(part, AnswerIn | Within)
        and evaluate(part, at) is is_open
        and context.is_visible(key := Key(part.question))
    ]
    return next(reversed(deciding) if is_open else iter(deciding), None)


def _is_yes(context: CheckContext, key: Key) -> bool:
    question = context.pack.question(key.question)
    return bool(question and question.type is QuestionType.YESNO and context.draft.get(key) is True)


def _report_left_out(context: CheckContext, key: Key, closed: list[_ListState]) -> Finding:
    """Report written items that an answer leaves out; a changed choice may do so on purpose."""
    names = tuple(
        ItemRef(
            TextRef((f"list.{state.spec.id}.one",)),
            number,
            context.draft.text(state.spec.name, item),
        )
        for state in closed
        for number, item in state.written.items()
    )
    question = context.pack.question(key.question)
    is_gate = question is not None and question.type is QuestionType.YESNO
    grade = Grade.WEAKENS if is_gate else Grade.STYLE
    facts = {"n": len(names), "items": ListValue(names)}
    return context.report_answer("left-out", grade, key, facts)


def _check_expected(context: CheckContext, states: tuple[_ListState, ...]) -> Iterator[Finding]:
    """Find a project that answers "no" to the list which its kind usually fills."""
    kind = next((one for one in context.pack.kinds if one.id == context.get_text("kind")), None)
    for state in states:
        if kind is None or state.spec.id != kind.expects or state.is_open or state.written:
            continue
        if state.key is not None and context.draft.get(state.key) is False:
            named = TextRef((f"kind.{kind.id}.short", f"kind.{kind.id}.name"))
            facts = {"kind": named, "list": _name_list(state.spec)}
            yield context.report(
                "kind-without-items", Grade.WEAKENS, state.key, kind.evidence, facts
            )


def _name_list(spec: ListSpec) -> TextRef:
    return TextRef((f"list.{spec.id}.many",))
