"""Two items of one name are told apart wherever they are named."""

from __future__ import annotations

from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.context import CheckContext
from erasmus_desk.draft.display_names import format_item_title, name_answer
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.i18n.message_values import ItemRef

ORGANISATIONS = "organisations"


def rename(draft: Draft, *names: str) -> Draft:
    items = draft.items(ORGANISATIONS)[: len(names)]
    keys = (Key("org.name_lat", item) for item in items)
    return draft.apply(*(draft.change(key, name) for key, name in zip(keys, names, strict=True)))


def list_titles(draft: Draft, pack: Pack) -> list[str]:
    items = draft.items(ORGANISATIONS)[:3]
    return [format_item_title(draft, pack, ORGANISATIONS, item) for item in items]


def test_namesakes_have_their_numbers_but_for_case_and_blanks(vet: Draft, pack: Pack) -> None:
    draft = rename(vet, "Our school", "Another", " our  School")
    assert list_titles(draft, pack) == ["Our school (1)", "Another", " our  School (3)"]
    assert list_titles(rename(draft, "One"), pack) == ["One", "Another", " our  School"]
    assert list_titles(rename(draft, "", "", ""), pack) == ["1", "2", "3"]


def test_findings_and_refusals_name_the_one_that_is_meant(
    vet: Draft, pack: Pack, library: Library
) -> None:
    draft = rename(vet, "Our school", "Our school")
    item = draft.items(ORGANISATIONS)[1]
    key = Key("org.city", item)
    (place,) = CheckContext(draft, pack).find_place(key).items
    assert isinstance(place, ItemRef)
    assert place.name == "Our school (2)"
    texts = library.load_texts(pack.id, "en")
    assert name_answer(draft, pack, texts, key).endswith("(Our school (2))")
