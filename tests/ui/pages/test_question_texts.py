"""The texts of questions and choices on the pages."""

from tests.ui.plans import build_plan
from ui.pages.question_texts import build_choices, build_question_text


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
