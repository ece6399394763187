"""What the present choices do not ask for: in the order of the form, with what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.form_order import FormOrder
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.set_aside import (
    Requirement,
    SetAsideAnswer,
    SetAsideRecord,
    collect_set_aside,
)
from erasmus_desk.draft.visibility import hidden_answers
from erasmus_desk.storage import drafts
from tests.ui.editors import EXAMPLES, library

KIND, FIELD = Key("ctx.main_objective"), Key("ctx.field")
INNOVATION = Requirement(KIND.question, ("innovation",))


@pytest.fixture(scope="module")
def draft() -> Draft:
    return drafts.read(EXAMPLES[-1]).draft


@pytest.fixture(scope="module")
def pack(draft: Draft) -> Pack:
    return library().load_pack(draft.pack.id)


def walk(*records: SetAsideRecord) -> Iterator[SetAsideAnswer]:
    for record in records:
        for part in record.content:
            if isinstance(part, SetAsideAnswer):
                yield part
            else:
                yield from walk(part)


def answers(draft: Draft, pack: Pack) -> list[SetAsideAnswer]:
    return [one for part in collect_set_aside(draft, pack) for one in walk(*part.records)]


def test_every_hidden_answer_is_in_one_record(draft: Draft, pack: Pack) -> None:
    assert collect_set_aside(draft, pack) == ()
    for kind, field in (("good-practice", "vet"), ("good-practice", "school"), ("x", "youth")):
        other = draft.apply(draft.change(KIND, kind), draft.change(FIELD, field))
        found = [one.key for one in answers(other, pack)]
        assert sorted(found) == sorted(hidden_answers(other, pack))
        order = FormOrder(other, pack.form)
        sections = [one.section for one in collect_set_aside(other, pack)]
        assert sections == [one.id for one in pack.form.sections if one.id in sections]
        assert found == sorted(found, key=order.sort_key)


def test_records_stand_in_the_order_of_their_list(draft: Draft, pack: Pack) -> None:
    other = draft.apply(draft.change(KIND, "good-practice"))
    (section,) = (one for one in collect_set_aside(other, pack) if len(one.records) > 1)
    outputs = [item for name, item in (one.record for one in section.records) if name == "outputs"]
    assert tuple(outputs) == draft.items("outputs")
    first = next(one for one in section.records if one.record[0] == "outputs")
    inner = [one.record[0] for one in first.content if isinstance(one, SetAsideRecord)]
    assert set(inner) == {"output_days"}


def test_an_answer_names_the_choices_it_waits_for(draft: Draft, pack: Pack) -> None:
    other = draft.apply(draft.change(KIND, "good-practice"))
    assert {one.requirements for one in answers(other, pack)} == {(INNOVATION,)}
    both = other.apply(draft.change(Key("io.yesno"), False))
    found = {one.key.question: one.requirements for one in answers(both, pack)}
    assert found["io.title"] == (INNOVATION, Requirement("io.yesno", (True,)))
    assert found["io.yesno"] == (INNOVATION,)


def test_a_choice_that_hides_an_answer_is_named_as_such(draft: Draft, pack: Pack) -> None:
    school = draft.apply(
        draft.change(KIND, "good-practice"),
        draft.change(FIELD, "school"),
        draft.change(Key("ctx.schools_only"), True),
        draft.change(Key("ctx.regions"), True),
    )
    found = {one.key.question: one.requirements for one in answers(school, pack)}
    assert found["ctx.regions"] == (Requirement("ctx.schools_only", (True,), is_not=True),)


def test_an_answer_of_an_item_that_is_gone_waits_for_no_choice(draft: Draft, pack: Pack) -> None:
    lost = draft.apply(draft.change(Key("io.title", "gone"), "A lost one"))
    (only,) = answers(lost, pack)
    assert (only.key, only.requirements) == (Key("io.title", "gone"), ())
