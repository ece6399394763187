"""The names of a proposal are taken from its own answers, in every call."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.checks.runner import run_checks
from erasmus_desk.draft import file_format, reconcile, spelling_marks
from erasmus_desk.draft.model import Change, Draft, Key, PackRef
from erasmus_desk.export import export
from erasmus_desk.paths import find_resources
from erasmus_desk.spelling.known_names import NameQuestions
from erasmus_desk.storage import drafts

LIBRARY = Library((find_resources() / "calls",))
EXAMPLES = find_resources() / "examples"
CALLS = tuple(pack.id for pack in LIBRARY.load_packs()[0])


def make_draft(pack: Pack) -> Draft:
    moment = datetime(2026, 3, 5, tzinfo=UTC)
    return Draft("d1", PackRef(pack.id, pack.edition, pack.revision), moment, moment)


def fill(pack: Pack, draft: Draft) -> tuple[Draft, dict[str, str]]:
    """Answer every short question with a word of its own; return the words by question."""
    words = {
        question.id: f"Naam{number}woord"
        for number, question in enumerate(pack.form.questions.values())
        if question.type in (QuestionType.LINE, QuestionType.TEXT)
    }
    changes = (
        Change(Key(name, "i1" if pack.form.list_of(name) else ""), None, word)
        for name, word in words.items()
    )
    return draft.apply(*changes), words


@pytest.mark.parametrize("call", CALLS)
def test_partners_persons_places_and_the_acronym_are_known_and_titles_and_texts_are_not(
    call: str,
) -> None:
    pack = LIBRARY.load_pack(call)
    draft, words = fill(pack, make_draft(pack))
    names = NameQuestions(pack).collect(draft)
    known = {name for name, word in words.items() if word.casefold() in names}
    roles = ("acronym", "organisation_name", "organisation_city", "organisation_acronym")
    asked = {pack.role(role) for role in roles} - {""}
    assert asked <= known
    assert pack.role("title") not in known
    assert not {one for one in known if pack.form.questions[one].type is QuestionType.TEXT}
    persons = [one for one in words if pack.form.list_of(one) in nested(pack)]
    assert {one for one in persons if pack.form.questions[one].type is QuestionType.LINE} <= known


def nested(pack: Pack) -> tuple[str, ...]:
    return pack.form.nested_lists(pack.role("organisations"))


def test_what_a_draft_says_of_its_spelling_is_a_change_like_others() -> None:
    draft = make_draft(LIBRARY.load_pack(CALLS[0]))
    key = Key("a.text", "item")
    changed = draft.apply(
        spelling_marks.set_known(draft, "Talentra", is_known=True),
        spelling_marks.set_language(draft, key, "fr"),
    )
    assert spelling_marks.list_known_words(changed) == ("Talentra",)
    assert spelling_marks.get_language(changed, key) == "fr"
    marks = [one for one in changed.answers if one not in draft.answers]
    assert all(map(spelling_marks.is_spelling_key, marks))
    assert {spelling_marks.find_checked_key(one) for one in marks} == {key, None}
    back = changed.apply(
        spelling_marks.set_known(changed, "Talentra", is_known=False),
        spelling_marks.set_language(changed, key, ""),
    )
    assert back.answers == draft.answers


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.erasmus")), ids=lambda one: one.stem)
@pytest.mark.share(2)
def test_marks_stay_in_the_file_and_reach_no_word_file_or_check(
    example: Path,
) -> None:
    draft = drafts.read(example).draft
    pack = LIBRARY.load_pack(draft.pack.id)
    key = next(one for one, value in draft.answers.items() if isinstance(value, str))
    marked = draft.apply(
        spelling_marks.set_known(draft, "Talentra", is_known=True),
        spelling_marks.set_language(draft, key, "fr"),
    )
    again = file_format.decode(file_format.encode(marked, pack.form.order)).draft
    assert again.answers == marked.answers
    texts = LIBRARY.load_texts(pack.id, "en")
    reconciled = reconcile.reconcile_draft(again, pack, texts)
    assert spelling_marks.list_known_words(reconciled) == ("Talentra",)
    assert reconciled.orphans == draft.orphans
    assert run_checks(marked, pack) == run_checks(draft, pack)
    plain, other = (
        export.render_word(one, LIBRARY, find_resources()).content for one in (draft, marked)
    )
    assert plain == other
