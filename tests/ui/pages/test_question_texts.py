"""The texts of questions and choices on the pages."""

import pytest

from tests.ui.editors import EXAMPLES, open_session
from tests.ui.plans import build_plan
from ui.pages.export.recipient import build_language_choices
from ui.pages.question_texts import build_choices, build_question_text, format_moment


def test_a_question_is_headed_by_its_short_name() -> None:
    session = build_plan().session
    questions = session.pack.form.questions
    city = build_question_text(questions["tpm.city"], session.pack, session.texts)
    assert (city.heading, city.label) == ("City", "City")
    preparation = build_question_text(questions["prep.text"], session.pack, session.texts)
    assert preparation.heading == "Preparation"
    assert preparation.label.startswith("Please describe what will be done in preparation")


def test_a_project_type_has_one_name_on_screen() -> None:
    session = build_plan().session
    question = session.pack.form.questions["ctx.main_objective"]
    names = [choice.name for choice in build_choices(question, session)]
    assert names == ["Innovation", "Exchange of good practices"]


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
def test_the_name_of_a_language_begins_with_a_capital_where_it_stands_alone(language: str) -> None:
    session = open_session(EXAMPLES[0], language)
    offered = [*build_language_choices(session)]
    for name in ("ctx.language", "io.languages"):
        offered += build_choices(session.form.questions[name], session)
    assert len(offered) > 50
    assert [choice.name for choice in offered if not choice.name[0].isupper()] == []


def test_a_moment_that_is_nowhere_in_local_time_is_shown_as_it_is_written() -> None:
    for text in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "soon"):
        assert format_moment(text, "nl") == text
    assert "2026" in format_moment("2026-11-30T10:00:00+00:00", "nl")
