"""A heavy draft for any call, the same each time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count, cycle, islice
from typing import Final

from erasmus_desk.call.form import ListSpec, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import visibility
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Change, Draft, Key, Value

TEXTS: Final = 120
"""Long answers of the heavy draft."""
WORDS: Final = 350
"""Words in each of them."""
ROWS: Final = 60
"""Items of all lists together."""

_NOW: Final = datetime(2017, 2, 1, 9, 0, tzinfo=UTC)
_START: Final = date(2017, 10, 1)
_PARAGRAPH: Final = 60
_PLENTY: Final = 12
_VOCABULARY: Final = (
    "the partners teachers learners of each school measure compare and describe what they have "
    "built during two months in the classroom with a small board a sensor and one question from "
    "a company nearby results are shared every term so that others can try them again change "
    "them and report how it went before next meeting takes place online or at home where parents "
    "come to look listen ask why this works"
)
_LINES: Final = {
    "pic": "9{n:08}",
    "email": "person{n}@example.org",
    "url": "https://example.org/{n}",
    "phone": "+32 2 000 {n:04}",
    "year": "2015",
}


def make_heavy_draft(pack: Pack, texts: int = TEXTS, rows: int = ROWS) -> Draft:
    """Return a draft with so many long answers and rows, and every other question answered.

    Every yes or no is a yes, so that as much as possible is visible. Where the form has too few
    long questions, items of its lists add more.
    """
    draft = create_draft(pack, _choices(pack), _NOW, "heavy-draft")
    numbers = count(1)
    while True:
        draft = _short_answers(draft, pack, numbers)
        more = _next_row(draft, pack, texts, rows)
        if more is None:
            return _long_answers(draft, pack, texts)
        draft = draft.apply(more)


def list_long_keys(draft: Draft, pack: Pack) -> tuple[Key, ...]:
    """Return the keys of the visible long questions, in the order of the form."""
    return tuple(
        one.key
        for one in visibility.visible_questions(draft, pack)
        if one.question.type is QuestionType.TEXT
    )


def count_rows(draft: Draft, pack: Pack) -> int:
    """Return the number of items in all lists of a draft."""
    return sum(len(_order(draft, key)) for key in draft.answers if key.question in pack.form.lists)


def _choices(pack: Pack) -> dict[str, Value]:
    barred = {(pair.kind, pair.field) for pair in pack.excluded_pairs}
    kinds = [kind.id for kind in pack.kinds] or [""]
    fields = [one.id for one in pack.fields] or [""]
    pairs = ((kind, field) for kind in kinds for field in fields)
    kind, field = next(pair for pair in pairs if pair not in barred)
    chosen = {"kind": kind, "field": field, "language": pack.main_language}
    return {role: choice for role, choice in chosen.items() if choice}


def _order(draft: Draft, key: Key) -> tuple[str, ...]:
    return draft.items(key.question, key.item)


def _next_row(draft: Draft, pack: Pack, texts: int, most: int) -> Change | None:
    """Return the change that adds a row, first to a list with long questions, then to any."""
    rows = count_rows(draft, pack)
    if rows >= most:
        return None
    asked = [spec for spec in pack.form.lists.values() if not spec.beside]
    lists = [spec for spec in asked if not spec.parent]
    if len(list_long_keys(draft, pack)) < texts:
        rich = next((spec for spec in lists if _has_text(spec, pack)), None)
        if rich:
            return _add_row(draft, Key(rich.id), f"row{rows + 1:03}")
    nested = [spec for spec in asked if spec.parent]
    owners = [Key(spec.id, item) for spec in nested for item in draft.items(spec.parent)]
    places = owners or [Key(spec.id) for spec in lists]
    if not places:
        return None
    return _add_row(
        draft, min(places, key=lambda key: len(_order(draft, key))), f"row{rows + 1:03}"
    )


def _add_row(draft: Draft, key: Key, item: str) -> Change:
    return Change(key, draft.get(key), (*_order(draft, key), item))


def _has_text(spec: ListSpec, pack: Pack) -> bool:
    return any(pack.form.questions[name].type is QuestionType.TEXT for name in spec.questions)


def _short_answers(draft: Draft, pack: Pack, numbers: count[int]) -> Draft:
    """Answer all but the long questions, until no further question becomes visible."""
    while True:
        changes = [
            Change(one.key, None, value)
            for one in visibility.visible_questions(draft, pack)
            if draft.get(one.key) is None
            and (value := _short_answer(one, draft, pack, numbers)) is not None
        ]
        if not changes:
            return draft
        draft = draft.apply(*changes)


def _short_answer(
    one: visibility.VisibleQuestion, draft: Draft, pack: Pack, numbers: count[int]
) -> Value | None:
    question = one.question
    match question.type:
        case QuestionType.LINE:
            number = next(numbers)
            return _LINES.get(question.format, "Entry no. {n} of this list").format(n=number)
        case QuestionType.CHOICE | QuestionType.MULTI:
            offered = [
                one.id for one in visibility.available_options(question, draft, pack, one.key.item)
            ]
            chosen = offered[next(numbers) % len(offered)] if offered else None
            return tuple(offered[:2]) if question.type is QuestionType.MULTI else chosen
        case QuestionType.YESNO:
            return True
        case QuestionType.NUMBER:
            return max(_PLENTY, question.least or 0)
        case QuestionType.DATE:
            return _START
        case _:
            return None


def _long_answers(draft: Draft, pack: Pack, texts: int) -> Draft:
    keys = list_long_keys(draft, pack)[:texts]
    return draft.apply(
        *(Change(key, None, make_long_text(number)) for number, key in enumerate(keys))
    )


def make_long_text(number: int) -> str:
    """Return a text of `WORDS` words whose paragraphs occur in no text of another number."""
    known = _VOCABULARY.split()
    stride = number % len(known)
    words = cycle(known[stride:] + known[:stride])
    starts = range(0, WORDS, _PARAGRAPH)
    lines = [[f"({number + 1})", *islice(words, min(_PARAGRAPH, WORDS - at) - 1)] for at in starts]
    return "\n\n".join(f"{' '.join(line)}." for line in lines)
