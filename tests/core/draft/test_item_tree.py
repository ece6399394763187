"""Lists inside items of lists, to any depth: removing, copying, seeing and paying for them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.budget.grant import compute_grant
from erasmus_desk.call.form import Form, Group, ListSpec, Question, QuestionType, Section
from erasmus_desk.call.funding import BudgetCategory, Confidence, CostRule, Evidence
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.item_tree import find_item_in, find_item_places, walk_inside, walk_list
from erasmus_desk.draft.list_changes import copy_item, remove_item
from erasmus_desk.draft.model import Draft, Key, Value
from erasmus_desk.draft.visibility import hidden_answers
from tests.core.draft.drafts import make_draft

KNOWN = Evidence(Confidence.A, ("invented",))
CALLS = Path(__file__).resolve().parents[3] / "resources" / "calls"
PACK = Library((CALLS,)).load_pack("ka2-2017")
TREES = st.integers(0, 2**32).map(Random)
NAME, COST, OTHERS, LEAD, LEADS = "name", "cost", "others", "lead", "leads"


def make_form(chance: Random) -> Form:
    """Build a form in which lists stand in lists; each has a name, an amount and references."""
    parents = {"l0": ""}
    for number in range(1, chance.randint(2, 6)):
        parents[f"l{number}"] = chance.choice(["", *parents])
    questions: dict[str, Question] = {}
    for name, outer in parents.items():
        questions[f"{name}.{NAME}"] = Question(f"{name}.{NAME}", QuestionType.LINE, KNOWN)
        questions[f"{name}.{COST}"] = Question(f"{name}.{COST}", QuestionType.MONEY, KNOWN)
        other = chance.choice([*parents])
        questions[f"{name}.{OTHERS}"] = Question(
            f"{name}.{OTHERS}", QuestionType.ITEMS, KNOWN, of=other
        )
        if outer:
            table = f"{name}.table"
            questions[table] = Question(table, QuestionType.TABLE, KNOWN, rows=name)
    lists = {
        name: ListSpec(
            name,
            f"{name}.{NAME}",
            (
                *(f"{name}.{one}" for one in (NAME, COST, OTHERS)),
                *(f"{inner}.table" for inner, outer in parents.items() if outer == name),
            ),
            parent,
        )
        for name, parent in parents.items()
    }
    groups = tuple(
        Group(f"g.{spec.id}", questions=spec.questions, list=spec.id)
        for spec in lists.values()
        if not spec.parent
    )
    return Form((Section("s", groups=groups),), questions, lists, {})


def make_tree(chance: Random, form: Form) -> Draft:
    """Build a draft with items in all lists, which refer to each other."""
    answers: dict[Key, Value] = {}
    by_list: dict[str, list[str]] = {name: [] for name in form.lists}

    def fill(name: str, owner: str, depth: int) -> None:
        items = tuple(f"i{len(answers)}x{n}" for n in range(chance.randint(0, 3 if depth else 4)))
        answers[Key(name, owner)] = items
        by_list[name] += items
        for item in items:
            answers[Key(f"{name}.{NAME}", item)] = f"name of {item}"
            answers[Key(f"{name}.{COST}", item)] = Decimal(chance.randint(1, 999))
            for inner in form.nested_lists(name):
                fill(inner, item, depth + 1)

    for name, spec in form.lists.items():
        if not spec.parent:
            fill(name, "", 0)
    for name in form.lists:
        known = by_list[form.questions[f"{name}.{OTHERS}"].of]
        for item in by_list[name]:
            named = chance.sample(known, min(len(known), chance.randint(0, 2)))
            if named:
                answers[Key(f"{name}.{OTHERS}", item)] = tuple(named)
    return make_draft(MappingProxyType(answers))


def choose_item(chance: Random, draft: Draft, form: Form) -> tuple[str, str, str] | None:
    """Choose an item; return its list, its id, and the item that contains it."""
    places = find_item_places(draft, form)
    if not places:
        return None
    item = chance.choice([*places])
    return places[item].list, item, places[item].parent


def describe(draft: Draft, form: Form, list_id: str, item: str) -> object:
    """Return what an item is and contains, without ids."""
    return (
        draft.text(f"{list_id}.{NAME}", item),
        draft.get(Key(f"{list_id}.{COST}", item)),
        tuple(
            (name, tuple(describe(draft, form, name, one) for one in draft.items(name, item)))
            for name in form.nested_lists(list_id)
        ),
    )


def list_inside(draft: Draft, form: Form, list_id: str, item: str) -> set[str]:
    """Return an item and all inside it, found without the code that is tested."""
    inner = [
        (spec.id, one)
        for spec in form.lists.values()
        if spec.parent == list_id
        for one in draft.items(spec.id, item)
    ]
    return {item}.union(*(list_inside(draft, form, name, one) for name, one in inner))


def named_by(draft: Draft) -> dict[Key, set[str]]:
    """Return the items that each answer names, of orders of lists and of references."""
    return {
        key: {value} if isinstance(value, str) else set(value)
        for key, value in draft.answers.items()
        if isinstance(value, tuple)
    }


@given(TREES)
def test_removing_an_item_removes_all_inside_it_and_nothing_else(chance: Random) -> None:
    form = make_form(chance)
    draft = make_tree(chance, form)
    chosen = choose_item(chance, draft, form)
    if chosen is None:
        return
    list_id, item, parent = chosen
    gone = list_inside(draft, form, list_id, item)
    step = remove_item(draft, list_id, item, parent, form=form)
    after = draft.apply(*step.changes)
    assert not gone & {key.item for key in after.answers}
    assert not any(gone & names for names in named_by(after).values())
    kept = {key: value for key, value in draft.answers.items() if key.item not in gone}
    for key, value in kept.items():
        if not isinstance(value, tuple):
            assert after.get(key) == value
        elif key.question in form.lists or set(value) - gone:
            assert after.get(key) == tuple(one for one in value if one not in gone)
    assert after.apply(*step.invert().changes).answers == draft.answers


@given(TREES)
def test_a_copy_has_all_that_the_item_contains_and_shares_nothing_with_it(chance: Random) -> None:
    form = make_form(chance)
    draft = make_tree(chance, form)
    chosen = choose_item(chance, draft, form)
    if chosen is None:
        return
    list_id, item, parent = chosen
    step = copy_item(draft, list_id, item, "copy", parent, form=form)
    after = draft.apply(*step.changes)
    assert describe(after, form, list_id, "copy") == describe(draft, form, list_id, item)
    originals = list_inside(after, form, list_id, item)
    copies = list_inside(after, form, list_id, "copy")
    assert len(copies) == len(originals)
    assert not copies & originals
    order = after.items(list_id, parent)
    assert order.index("copy") == order.index(item) + 1
    # A reference to something inside leads to the copy; all others are kept.
    for key, names in named_by(after).items():
        if key.item in copies:
            assert not names & originals
    untouched = {key: value for key, value in draft.answers.items() if key != Key(list_id, parent)}
    assert {key: after.get(key) for key in untouched} == untouched
    # What is changed in the copy stays as it was in the original.
    edited = after.apply(
        *(
            after.change(key, f"edited {key.item}")
            for key in after.answers
            if key.item in copies and key.question.endswith(NAME)
        )
    )
    assert describe(edited, form, list_id, item) == describe(draft, form, list_id, item)
    assert after.apply(*step.invert().changes).answers == draft.answers


@given(TREES)
def test_every_item_is_found_where_it_is(chance: Random) -> None:
    form = make_form(chance)
    draft = make_tree(chance, form)
    places = find_item_places(draft, form)
    walked = {item: where for name in form.lists for item, where in walk_list(draft, form, name)}
    assert {item: Key(at.list, at.parent) for item, at in places.items()} == walked
    for item, place in places.items():
        inside = {one for one, _ in walk_inside(draft, form, place.list, item)}
        assert {item, *inside} == list_inside(draft, form, place.list, item)
        assert draft.items(place.list, place.parent)[place.number - 1] == item
        outermost = find_item_in(places, form.outermost_list(place.list), item)
        assert item in list_inside(draft, form, form.outermost_list(place.list), outermost)


def make_pack(pack: Pack, form: Form) -> Pack:
    """Return a call with a form, in which each amount of each list is paid."""
    rules = tuple(
        CostRule(
            name,
            "real",
            "cost",
            {"list": name, "organisation": LEAD, "amount": f"{name}.{COST}"},
            KNOWN,
        )
        for name in form.lists
    )
    categories = (BudgetCategory("cost", "real", (), KNOWN),)
    funding = replace(pack.funding, categories=categories, tables=(), ceilings=(), rules=rules)
    lead = Question(LEAD, QuestionType.ITEM, KNOWN, of=LEADS)
    whole = Form(
        (*form.sections, Section("lead", groups=(Group("lead", questions=(LEAD,)),))),
        {**form.questions, LEAD: lead},
        {**form.lists, LEADS: ListSpec(LEADS, LEAD, ())},
        {},
    )
    return replace(pack, form=whole, funding=funding, roles={"organisations": LEADS}, exclusions=())


@given(TREES)
def test_every_answer_at_every_depth_is_seen_and_paid_once(chance: Random) -> None:
    form = make_form(chance)
    draft = make_tree(chance, form)
    draft = draft.apply(draft.change(Key(LEADS), ("o",)), draft.change(Key(LEAD), "o"))
    invented = make_pack(PACK, form)
    assert hidden_answers(draft, invented) == ()
    grant = compute_grant(draft, invented)
    paid = {line.key: line.amount for line in grant.lines}
    amounts = {key: value for key, value in draft.answers.items() if key.question.endswith(COST)}
    assert not grant.missing
    assert paid == amounts
    assert len(grant.lines) == len(amounts)


def test_an_item_that_contains_itself_does_not_hang() -> None:
    form = make_form(Random(3))  # noqa: S311 - a form, no secret
    inner = next(spec for spec in form.lists.values() if spec.parent)
    draft = make_draft(
        {Key(inner.parent): ("a",), Key(inner.id, "a"): ("a", "b"), Key(inner.id, "b"): ("a",)}
    )
    places = find_item_places(draft, form)
    assert find_item_in(places, inner.parent, "b") == "a"
    after = draft.apply(*remove_item(draft, inner.parent, "a", form=form).changes)
    assert "a" not in {key.item for key in after.answers}
