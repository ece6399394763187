"""Answers as the online form takes them: plain text, dates and numbers in its own way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from erasmus_desk.call.form import Question, QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import OnlineForm, Pack
from erasmus_desk.draft.copying import list_fields
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.export.document.context import BuildContext
from erasmus_desk.export.online_form import format_field, load_context
from erasmus_desk.i18n.typed_values import read_amount, read_date
from erasmus_desk.paths import find_paths
from tests.core.draft.drafts import texts
from tests.drafts_made import make_heavy_draft

RESOURCES = find_paths().resources
TEST_PACKS = Path(__file__).resolve().parents[2] / "packs" / "valid"
LIBRARY = Library((RESOURCES / "calls", TEST_PACKS))
PACKS = (
    *("ka2-2017", "ka210-2026", "ka220-2026"),
    *(sorted(one.name for one in TEST_PACKS.iterdir())),
)
PACK = LIBRARY.load_pack("ka220-2026")


def build_context(value: Value | None, question: Question, language: str) -> BuildContext:
    draft = make_heavy_draft(PACK, texts=1, rows=2)
    draft = draft.apply(
        Change(Key(PACK.role("language")), None, language),
        draft.change(Key(question.id), value),
    )
    return load_context(draft, LIBRARY, RESOURCES)


DUTCH, ENGLISH = (
    build_context(None, PACK.form.questions[PACK.role("title")], one) for one in ("nl", "en")
)


def format_as(kind: QuestionType, value: Value, context: BuildContext, pack: Pack = PACK) -> str:
    question = replace(PACK.form.questions[PACK.role("title")], type=kind)
    draft = context.draft.apply(context.draft.change(Key(question.id), value))
    return format_field(question, "", replace(context, draft=draft, pack=pack))


@given(texts)
def test_a_text_is_what_was_typed(text: str) -> None:
    shown = format_as(QuestionType.TEXT, text, ENGLISH)
    assert shown == (text if text.strip() else "")


@given(st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2))
def test_an_amount_is_its_digits_with_the_decimal_sign_of_the_language(amount: Decimal) -> None:
    for context, sign in ((ENGLISH, "."), (DUTCH, ",")):
        text = format_as(QuestionType.MONEY, amount, context)
        assert set(text) <= set(f"-0123456789{sign}")
        assert text.count(sign) == 1
        assert read_amount(text) == amount


@given(st.dates(date(1, 1, 1)))
def test_a_date_is_written_as_the_call_says(day: date) -> None:
    assert PACK.online_form is not None
    for shape, order in (("dd/mm/yyyy", "dmy"), ("yyyy-mm-dd", "ymd"), ("dd-mm-yyyy", "dmy")):
        pack = replace(PACK, online_form=replace(PACK.online_form, date=shape))
        text = format_as(QuestionType.DATE, day, ENGLISH, pack)
        assert len(text) == len(shape)
        parts = dict(zip(order, text.replace("/", "-").split("-"), strict=True))
        assert (int(parts["y"]), int(parts["m"]), int(parts["d"])) == (day.year, day.month, day.day)


def test_a_call_that_says_nothing_has_day_month_and_year() -> None:
    pack = replace(PACK, online_form=None)
    text = format_as(QuestionType.DATE, date(2026, 12, 1), DUTCH, pack)
    assert text == "01/12/2026"
    assert read_date(text, "nl") == date(2026, 12, 1)


def test_the_shipped_calls_say_how_their_forms_take_a_date() -> None:
    found = [LIBRARY.load_pack(one).online_form for one in PACKS[:3]]
    assert all(isinstance(one, OnlineForm) for one in found)
    assert [one.date for one in found if one] == ["dd-mm-yyyy", "dd/mm/yyyy", "dd/mm/yyyy"]


def test_yes_no_and_a_number_are_words_and_digits() -> None:
    assert format_as(QuestionType.YESNO, True, DUTCH) == "Ja"
    assert format_as(QuestionType.YESNO, False, ENGLISH) == "No"
    assert format_as(QuestionType.NUMBER, 12345, ENGLISH) == "12345"


@pytest.mark.parametrize("call", PACKS)
def test_every_answer_of_every_call_has_a_text_and_no_id_is_one(call: str) -> None:
    pack = LIBRARY.load_pack(call)
    draft = make_heavy_draft(pack, texts=12, rows=12)
    context = load_context(draft, LIBRARY, RESOURCES)
    fields = list(list_fields(draft, visible_questions(draft, pack)))
    assert fields
    for one in fields:
        question, key = one.visible.question, one.visible.key
        text = format_field(question, key.item, context)
        value = draft.get(key)
        assert bool(text) is _has_answer(draft, key)
        if question.of and value:
            chosen = value if isinstance(value, tuple) else (value,)
            assert not {str(item) for item in chosen} & set(text.split("\n"))


def _has_answer(draft: Draft, key: Key) -> bool:
    value = draft.get(key)
    return bool(value.strip()) if isinstance(value, str) else value is not None and value != ()
