"""A draft with every required question answered, for any pack."""

from datetime import UTC, date, datetime
from itertools import count

from erasmus_desk.call.form import All, AnswerIn, Condition, Question, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import visibility
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.list_changes import add_item
from erasmus_desk.draft.model import Change, Draft, Key, Value

NOW = datetime(2017, 1, 10, 12, 0, tzinfo=UTC)
COUNTRIES = ("BE", "NL", "FR", "DE", "ES", "IT", "PT")
SENTENCE = (
    "Question {n} gets an answer of its own that says what the schools do together, no. {n}. "
)
FORMATS = {
    "pic": "9{n:08}",
    "email": "person{n}@example.org",
    "year": "2015",
    "phone": "+32 2 000 {n:04}",
    "url": "https://example.org/{n}",
}


def start_draft(pack: Pack, **choices: Value) -> Draft:
    """Create a draft with choices by role, as the wizard does."""
    return create_draft(pack, choices, NOW, "draft-1")


def put_answer(draft: Draft, question: str, value: Value | None, item: str = "") -> Draft:
    """Return the draft with one answer changed."""
    key = Key(question, item)
    return draft.apply(Change(key, draft.get(key), value))


def put_role(draft: Draft, pack: Pack, role: str, value: Value | None, item: str = "") -> Draft:
    """Return the draft with the answer to the question of a role changed."""
    return put_answer(draft, pack.role(role), value, item)


def take_out_estimates(draft: Draft, pack: Pack) -> Draft:
    """Return the draft without what is estimated beside its amounts."""
    lists = [one for one in pack.form.lists.values() if one.beside]
    names = {name for one in lists for name in (one.id, *one.questions)}
    keys = [key for key in draft.answers if key.question in names]
    return draft.apply(*(draft.change(key, None) for key in keys))


def complete_draft(draft: Draft, pack: Pack, organisations: int = 4, words: int = 130) -> Draft:
    """Return the draft with partners added and every required question answered."""
    listed = pack.role("organisations")
    for number in range(len(draft.items(listed)) + 1, organisations + 1):
        draft = draft.apply(*add_item(draft, listed, f"org{number}").changes)
    for place, item in enumerate(draft.items(listed)):
        country = COUNTRIES[place % len(COUNTRIES)]
        draft = put_role(draft, pack, "organisation_country", country, item)
    if pack.role("start"):
        draft = put_role(draft, pack, "start", date(2017, 9, 1))
    if pack.role("months"):
        draft = put_role(draft, pack, "months", 24)
    numbers = count(1)
    while gaps := _find_gaps(draft, pack):
        for one in gaps:
            draft = _answered(draft, pack, one, next(numbers), words)
    return draft


def _find_gaps(draft: Draft, pack: Pack) -> list[visibility.VisibleQuestion]:
    """Return the visible questions without an answer that every or some proposals need."""
    needed = {one.question for one in pack.requirements}
    return [
        one
        for one in visibility.visible_questions(draft, pack)
        if (one.question.required or one.key.question in needed)
        and draft.get(one.key) in (None, "", ())
    ]


def _answered(
    draft: Draft, pack: Pack, one: visibility.VisibleQuestion, n: int, words: int
) -> Draft:
    if one.question.type is QuestionType.TABLE:
        step = add_item(draft, one.key.question, f"row{n}", one.key.item)
        return draft.apply(*step.changes)
    value = _value(draft, pack, one.question, n, words, one.key.item)
    return draft.apply(Change(one.key, draft.get(one.key), value))


def _value(draft: Draft, pack: Pack, question: Question, n: int, words: int, item: str) -> Value:
    offered = [option.id for option in visibility.available_options(question, draft, pack, item)]
    whole = " ".join([SENTENCE.format(n=n)] * words).split()
    simple: dict[QuestionType, Value] = {
        QuestionType.TEXT: " ".join(whole[:words]),
        QuestionType.LINE: FORMATS.get(question.format, "Answer {n}").format(n=n),
        QuestionType.MULTI: tuple(offered if question.at_most is None else offered[:1]),
        QuestionType.YESNO: not _opens_empty_list(draft, pack, question),
        QuestionType.NUMBER: question.least or 1,
        QuestionType.DATE: date(2017, 9, 1),
        QuestionType.MONEY: 1000,
        QuestionType.ITEM: next(iter(draft.items(question.of)), ""),
        QuestionType.ITEMS: draft.items(question.of),
    }
    if question.type is QuestionType.CHOICE:
        return _choice(draft, pack, question, offered)
    return simple[question.type]


def _opens_empty_list(draft: Draft, pack: Pack, question: Question) -> bool:
    """Return whether "yes" would announce items of a list that has none."""
    lists = {
        group.list
        for section in pack.form.sections
        for group in section.groups
        if group.list and AnswerIn(question.id, (True,)) in _parts(group.when)
    }
    return any(not draft.items(name) for name in lists)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, All) else (condition,)


def _choice(draft: Draft, pack: Pack, question: Question, offered: list[str]) -> str:
    if question.id == pack.role("agency"):
        first = draft.items(pack.role("organisations"))[0]
        country = draft.text(pack.role("organisation_country"), first)
        field = draft.text(pack.role("field"))
        found = [pack.option(question.id, one) for one in offered]
        return next(
            one.id
            for one in found
            if one and one.country == country and (not one.fields or field in one.fields)
        )
    if question.id == pack.role("language"):
        return "en"
    return offered[0]
