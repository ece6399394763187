"""Random drafts of any call, also damaged ones, and carries of them to other calls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import file_format
from erasmus_desk.draft.carry import CarriedDraft, carry_draft
from erasmus_desk.draft.carry_marks import find_table_owner, is_carry_key
from erasmus_desk.draft.model import Draft, Key, Orphan, PackRef, Value
from erasmus_desk.draft.reconcile import reconcile_draft
from erasmus_desk.draft.review_state import SharedCopy, add_shared_copy

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "resources" / "calls", ROOT / "tests" / "packs" / "valid")
NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
ODD: tuple[Value, ...] = (
    "",
    " ",
    "no choice",
    7,
    True,
    Decimal("1.50"),
    date(2030, 1, 1),
    (),
    ("x",),
)
"""Values that no question, or another one, has."""


@cache
def library() -> Library:
    return Library(FOLDERS)


def pairs() -> tuple[tuple[str, str], ...]:
    """Return every call with every call that its drafts can be carried to."""
    calls = library()
    return tuple(
        (source, target)
        for source in calls.list_packs()
        for target in calls.list_carry_targets(source)
    )


def carry(draft: Draft, target: str) -> CarriedDraft:
    calls = library()
    source = calls.load_pack(draft.pack.id)
    table = calls.find_carry_table(source.id, target, find_table_owner(draft, target))
    assert table is not None
    texts = calls.load_texts(source.id, "en")
    return carry_draft(draft, (source, calls.load_pack(target)), table, texts.short_label, LATER)


def answers_of(draft: Draft) -> dict[Key, Value]:
    """Return all answers but those that say what was carried."""
    return {key: value for key, value in draft.answers.items() if not is_carry_key(key)}


def make_random_draft(chance: Random, call: str) -> Draft:
    """Return a draft with items in lists to any depth, and any answers, right or wrong."""
    return RandomDraft(chance, library().load_pack(call)).make()


class RandomDraft:
    """Makes one draft of a call."""

    def __init__(self, chance: Random, pack: Pack) -> None:
        self._chance, self._pack = chance, pack
        self._answers: dict[Key, Value] = {}
        self._items: dict[str, list[str]] = {name: [] for name in pack.form.lists}
        self._count = 0
        # From drafts in which hardly anything is answered to such in which all is.
        self._share = chance.choice((0.1, 0.5, 0.9, 1.0))
        self._odd = chance.choice((0.0, 0.0, 0.1, 0.3))

    def make(self) -> Draft:
        """Return the draft, as it is after it was opened."""
        chance, form = self._chance, self._pack.form
        for spec in form.lists.values():
            if not spec.parent:
                self._fill(spec.id, "")
        if chance.random() < self._odd:
            self._damage()
        for question in form.questions.values():
            owner = form.list_of(question.id)
            for item in self._items[owner] if owner else ("",):
                if chance.random() < self._share:
                    self._answer(question, item)
        ref = PackRef(self._pack.id, self._pack.edition, self._pack.revision)
        orphans = (Orphan(Key("gone.question"), "An old answer", "Old"),) * chance.randint(0, 1)
        draft = Draft(f"{chance.getrandbits(64):x}", ref, NOW, NOW, self._answers, orphans)
        if chance.random() < self._share / 2:
            copy = SharedCopy("s1", "state", "clean", "a@example.org", "2026-11-01T09:00")
            draft = draft.apply(*add_shared_copy(draft, copy).changes)
        return reconcile_draft(draft, self._pack)

    def _fill(self, name: str, owner: str) -> None:
        chance = self._chance
        if chance.random() > 0.9:
            return
        new = tuple(self._make_id() for _ in range(chance.randint(0, 3)))
        self._answers[Key(name, owner)] = new
        self._items[name] += new
        for inner in self._pack.form.nested_lists(name):
            for item in new:
                self._fill(inner, item)

    def _make_id(self) -> str:
        self._count += 1
        return f"{self._chance.getrandbits(32):08x}{self._count}"

    def _damage(self) -> None:
        """Name items twice, in other lists, in themselves, or nowhere."""
        chance = self._chance
        items = [item for found in self._items.values() for item in found]
        for key in list(self._answers):
            value = self._answers[key]
            if items and isinstance(value, tuple) and chance.random() < 0.3:
                more = [chance.choice(items) for _ in range(chance.randint(1, 2))]
                self._answers[key] = (*value, *more)
            elif chance.random() < 0.1:
                del self._answers[key]
        for name, found in self._items.items():
            if self._pack.form.lists[name].parent and items and chance.random() < 0.3:
                self._answers[Key(name, chance.choice(items))] = tuple(found[:1])
            if chance.random() < 0.2:
                found.append(self._make_id())

    def _answer(self, question: Question, item: str) -> None:
        chance = self._chance
        key = Key(question.id, item)
        if chance.random() < self._odd:
            self._answers[key] = chance.choice(ODD)
            return
        value = self._make_value(question)
        if value is not None:
            self._answers[key] = value

    def _make_value(self, question: Question) -> Value | None:  # noqa: PLR0911 - one for each type
        chance = self._chance
        choices = self._pack.option_set(question)
        ids = [one.id for one in choices.options] if choices else []
        items = self._items.get(question.of, [])
        match question.type:
            case QuestionType.TEXT | QuestionType.LINE:
                most = question.limit.most if question.limit else 100
                return "naïve 😀 words\n"[: chance.randint(1, 15)] * chance.choice((1, 2, most))
            case QuestionType.CHOICE:
                return chance.choice(ids)
            case QuestionType.MULTI:
                return tuple(chance.sample(ids, chance.randint(1, min(4, len(ids)))))
            case QuestionType.YESNO:
                return chance.random() < 0.7
            case QuestionType.NUMBER:
                return chance.randint(0, 400)
            case QuestionType.DATE:
                return date(2017, 1, 1) + timedelta(days=chance.randint(0, 4000))
            case QuestionType.MONEY:
                return Decimal(chance.randint(0, 10**7)) / 100
            case QuestionType.ITEM:
                return chance.choice(items) if items else None
            case QuestionType.ITEMS:
                return tuple(chance.sample(items, chance.randint(1, len(items)))) if items else None
            case _:
                return None


def list_references(draft: Draft, pack: Pack) -> Iterator[tuple[Key, str, str]]:
    """Yield each item that an answer names, with the list it should be in."""
    for key, value in draft.answers.items():
        question = pack.form.questions.get(key.question)
        if question is not None and question.of:
            for item in value if isinstance(value, tuple) else (str(value),):
                yield key, question.of, item


def find_wrong_references(draft: Draft) -> set[tuple[Key, str]]:
    """Return the references to items that are in no list of the draft."""
    pack = library().load_pack(draft.pack.id)
    there: dict[str, set[str]] = {name: set() for name in pack.form.lists}
    for key, value in draft.answers.items():
        if key.question in there and isinstance(value, tuple):
            there[key.question].update(value)
    return {(key, item) for key, of, item in list_references(draft, pack) if item not in there[of]}


def find_losses(draft: Draft, carried: CarriedDraft) -> list[str]:
    """Return what a new draft does not contain of the old one, or has from nowhere.

    Every answer is where it moved, or set aside as it was, or both where a part of it moved.
    """
    new, call = carried.draft, draft.pack.id
    form = library().load_pack(call).form
    table = library().find_carry_table(call, new.pack.id)
    renamed = {one.source for one in table.answers if one.values} if table else set[str]()
    aside = {(one.key.question, one.key.item): one.value for one in new.orphans}
    listed = {item for value in new.answers.values() if isinstance(value, tuple) for item in value}
    lost: list[str] = []
    for key, value in answers_of(draft).items():
        whole = aside.get((f"{call}/{key.question}", key.item))
        part = aside.get((f"{call}/={key.question}", key.item))
        is_there = value in new.answers.values() or key.question in renamed
        if key.question in form.lists and isinstance(value, tuple):
            is_there = set(value) <= listed
        if value not in (whole, part) and not is_there:
            lost.append(f"{key}: {value!r}")
    if call != new.pack.id:
        lost += [f"{key} came from nowhere" for key in carried.moved if key not in new.answers]
        for one in draft.orphans:
            if one.value not in aside.values():
                lost.append(f"{one.key}: {one.value!r}")
    return lost


def find_change(seed: int, source: str, target: str) -> str:
    """Return what is wrong after a random draft was carried there and back, if anything."""
    draft = make_random_draft(Random(f"{source} {target} {seed}"), source)  # noqa: S311
    before, orphans = dict(draft.answers), draft.orphans
    there = carry(draft, target)
    if (before, orphans) != (dict(draft.answers), draft.orphans):
        return "the draft itself was changed"
    lost = find_losses(draft, there)
    if lost:
        return f"lost: {lost[0]}"
    wrong = find_wrong_references(draft)
    if len(find_wrong_references(there.draft)) > len(wrong):
        return f"wrong: {find_wrong_references(there.draft)}"
    back = carry(read_again(there.draft), source)
    if answers_of(back.draft) != before:
        keys = {key for key, _ in answers_of(back.draft).items() ^ before.items()}
        return f"not as before: {sorted(keys)}"
    again = carry(carry(back.draft, target).draft, source)
    return "" if answers_of(again.draft) == before else "not as before the second time"


def read_again(draft: Draft) -> Draft:
    """Return a draft as it is after it was saved and opened."""
    pack = library().load_pack(draft.pack.id)
    content = file_format.encode(draft, pack.form.order)
    return reconcile_draft(file_format.decode(content).draft, pack)
