"""Where a finding stands, told with the organisation and the row around it."""

from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import Named, Place
from tests.core.checks.finding_codes import only, run
from tests.core.complete import put


def test_a_cell_is_told_with_its_row_and_its_organisation(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[2]
    row = vet.items("eu_projects", item)[0]
    draft = put(vet, "org.name_lat", "Colegio Ejemplo", item)
    where = only(put(draft, "eup.programme", "", row), pack).facts["where"]
    assert isinstance(where, Place)
    assert where.question == Named(("question.eup.programme.short", "question.eup.programme.label"))
    assert [(part.number, part.name) for part in where.rows] == [(3, "Colegio Ejemplo"), (1, "")]


def test_an_item_that_says_it_lies_in_itself_does_no_harm(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[1]
    draft = put(vet, "eu_projects", (item,), item)
    assert run(draft, pack)


def test_answers_of_the_wrong_type_do_no_harm(vet: Draft, pack: Pack) -> None:
    item = vet.items("organisations")[0]
    for key in list(vet.answers):
        for value in (True, 7, "text", ("a", "b")):
            run(put(vet, key.question, value, key.item), pack)
    assert vet.get(Key("organisations")) is not None
    assert item
