"""The place of a finding: its question, row and organisation."""

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import QuestionRef, TextRef
from tests.core.checks.finding_codes import find_only, run_checked
from tests.core.complete import put_answer


def test_a_cell_is_reported_with_its_row_and_organisation(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[2]
    row = vet.items("eu_projects", item)[0]
    draft = put_answer(vet, "org.name_lat", "Colegio Ejemplo", item)
    where = find_only(put_answer(draft, "eup.programme", "", row), pack).facts["where"]
    assert isinstance(where, QuestionRef)
    assert where.question == TextRef(
        ("question.eup.programme.short", "question.eup.programme.label")
    )
    assert [(part.number, part.name) for part in where.items] == [(3, "Colegio Ejemplo"), (1, "")]


def test_an_item_that_contains_itself_does_no_harm(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[1]
    draft = put_answer(vet, "eu_projects", (item,), item)
    assert run_checked(draft, pack)


def test_answers_of_the_wrong_type_do_no_harm(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[0]
    for key in {key.question: key for key in vet.answers}.values():
        for value in (True, 7, "text", ("a", "b")):
            run_checked(put_answer(vet, key.question, value, key.item), pack)
    assert vet.get(Key("organisations")) is not None
    assert item
