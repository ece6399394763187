"""Texts of questions, answers, options and evidence as the pages show them: names, not ids."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import NameSource, Option, OptionSet, Question, QuestionType
from erasmus_desk.call.funding import Evidence
from erasmus_desk.call.model import AwardCriterion, Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.call.unconfirmed import find_rule_evidence
from erasmus_desk.draft.agencies import list_fitting_agencies
from erasmus_desk.draft.display_names import (
    format_item_title,
    format_item_titles,
    name_option,
)
from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.plan_dates import find_date_questions, find_days
from erasmus_desk.draft.visibility import available_options
from erasmus_desk.i18n import formats
from erasmus_desk.moments import parse_moment, to_local

from ..fields.values import Choice, QuestionText
from ..i18n import plurals
from ..i18n.dates import format_span
from ..i18n.joined import join_parts
from ..i18n.value_text import format_value
from ..session.session import Session

POINT_LAYERS = ("build", "elements")
"""The layers of the guidance whose paragraphs are points."""
MIN_POINTS = 2
LONG_TYPES = (QuestionType.TEXT, QuestionType.MULTI, QuestionType.ITEMS)
"""Types of answers that have no room in a line on a row."""
SHORT_LINE = 40
"""Characters of a line that has room there."""
LONG_LABEL = 60
"""Characters from which the official wording is shown below the short name."""


def build_question_text(question: Question, pack: Pack, texts: Texts) -> QuestionText:
    """Return a question's short name and official wording, and the source of what is uncertain.

    An official wording that is not a sentence is shown in the guidance only.
    """
    label = texts.get(f"question.{question.id}.label") or question.id
    heading = texts.get(f"question.{question.id}.short") or label
    label = label if len(label) > LONG_LABEL else heading
    evidence = find_rule_evidence(pack).get(question.id)
    source = describe_evidence(evidence, pack, texts) if evidence is not None else ""
    return QuestionText(heading, label, source)


class GuidancePoint(Struct, frozen=True):
    """One point of the guidance that can be ticked.

    Its id is the same in every language; it says how many points there are, so that a tick is not
    found at another point when the guidance of the call changes.
    """

    id: str
    text: str


def list_points(question: str, layer: str, texts: Texts) -> tuple[GuidancePoint, ...]:
    """Return the points of a layer of a question's guidance; a single paragraph is no list."""
    paragraphs = texts.paragraphs(f"question.{question}.{layer}")
    if layer not in POINT_LAYERS or len(paragraphs) < MIN_POINTS:
        return ()
    return tuple(
        GuidancePoint(f"{layer}:{number}/{len(paragraphs)}", paragraph)
        for number, paragraph in enumerate(paragraphs, start=1)
    )


def describe_evidence(evidence: Evidence, pack: Pack, texts: Texts) -> str:
    """Return the sources of a fact as text, by their titles, or that none was found."""
    known = [pack.sources[source] for source in evidence.sources if source in pack.sources]
    found = [source for source in known if not source.is_missing]
    sourced = (texts.source_title(source) for source in found or known)
    titles = formats.join_entries(sourced, texts.language)
    if known and not found:
        return titles
    return QCoreApplication.translate("QuestionText", "Source: {}").format(titles or "–")


def describe_points(criterion: AwardCriterion) -> str:
    """Return how many points a criterion has, and how many of them are needed."""
    return plurals.needed_points(criterion.points.value).format(criterion.threshold.value)


def describe_pass_mark(pack: Pack, texts: Texts) -> tuple[str, str]:
    """Return the points that a proposal needs in all, and their source; empty if not known."""
    mark = pack.pass_mark
    if mark is None:
        return "", ""
    rule = texts.get("pack.pass_mark.rule").format(points=mark.value, most=pack.all_points)
    needed = plurals.needed_points(pack.all_points).format(mark.value)
    return rule or needed, describe_evidence(mark.evidence, pack, texts)


def format_option(options: OptionSet, option: Option, texts: Texts) -> str:
    """Return the name of an option: a country, a language, or a text of the pack."""
    return name_option(options, option.id, texts, texts.language).text


def is_long_text(key: Key, session: Session) -> bool:
    """Return whether an answer is a text of several lines."""
    question = session.form.questions.get(key.question)
    return question is not None and question.type is QuestionType.TEXT


def build_choices(question: Question, session: Session, item: str = "") -> tuple[Choice, ...]:
    """Return the choices of a question now; countries and languages sorted by name."""
    draft, pack = session.draft, session.pack
    if question.of:
        titles = format_item_titles(draft, pack, question.of)
        return tuple(Choice(one, titles[one]) for one in draft.items(question.of))
    options = pack.option_set(question)
    if options is None:
        return ()
    offered = available_options(question, draft, pack, item)
    if question.id == pack.role("agency"):
        offered = list_fitting_agencies(draft, pack)
    names = [_name_choice(question, options, option, session) for option in offered]
    if options.naming is NameSource.LANGUAGES:
        # Some languages write them small within a sentence; here each stands alone.
        names = [formats.capitalise(name) for name in names]
    choices = [
        Choice(option.id, name, option.group) for option, name in zip(offered, names, strict=True)
    ]
    if options.naming is not NameSource.TEXTS:
        choices.sort(key=lambda choice: choice.name.casefold())
    return tuple(choices)


def format_answer(question: Question, value: Value | None, session: Session) -> str:
    """Return an answer as text, empty for None."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_format_choice(question, choice, session) for choice in value)
    if isinstance(value, str):
        return _format_choice(question, value, session)
    return format_value(value, session.texts)


def format_answer_at(key: Key, session: Session) -> str:
    """Return the answer at a key as text."""
    question = session.form.questions.get(key.question)
    return format_answer(question, session.value(key), session) if question else ""


def summarise_row(list_id: str, item: str, session: Session) -> str:
    """Return a row as one line: its name, then its other answers with their labels."""
    spec = session.form.lists[list_id]
    parts = [format_answer_at(Key(spec.name, item), session)]
    for question in spec.questions:
        text = format_answer_at(Key(question, item), session)
        if question != spec.name and text:
            parts.append(_label_text(question, text, session))
    return join_parts(*parts) or "–"


def describe_row(list_id: str, item: str, session: Session) -> tuple[str, str]:
    """Return the name of a row, and its short answers on one line: days, who, how much."""
    form, spec = session.form, session.form.lists[list_id]
    first, last = find_date_questions(form, list_id)
    parts: list[str] = []
    for name in spec.questions:
        question, key = form.questions[name], Key(name, item)
        if name == first and last:
            parts.append(_format_span(list_id, item, session))
        elif name not in (spec.name, last) and question.type not in LONG_TYPES:
            parts.append(_format_short(question, key, session))
    named = format_answer_at(Key(spec.name, item), session) or "–"
    return named, join_parts(*parts)


def _format_span(list_id: str, item: str, session: Session) -> str:
    days = [one for one in find_days(session.draft, session.form, list_id, item) if one]
    return format_span(min(days), max(days), session.texts.language) if days else ""


def _format_short(question: Question, key: Key, session: Session) -> str:
    """Return an answer for a line on a row: with its label, unless it speaks for itself."""
    value, text = session.value(key), format_answer_at(key, session)
    if question.type is QuestionType.MONEY and isinstance(value, Decimal):
        currency = session.pack.funding.currency
        return formats.format_money(value, currency, session.texts.language)
    if question.type is QuestionType.LINE:
        return text if len(text) <= SHORT_LINE else ""
    if question.type is QuestionType.ITEM or not text:
        return text
    return _label_text(question.id, text, session)


def _label_text(question: str, text: str, session: Session) -> str:
    texts = session.texts
    return formats.join_label(texts.short_label(question), text, texts.language)


def name_answer(key: Key | None, session: Session) -> str:
    """Return the name of an answer, with the title of its item; empty for None."""
    if key is None:
        return ""
    form = session.form
    if key.question in form.lists:
        return session.texts.get(f"list.{key.question}.many") or key.question
    name = session.texts.short_label(key.question) or key.question
    owner = form.list_of(key.question)
    if not owner or form.lists[owner].parent:
        return name
    if key.item not in session.draft.items(owner):
        return name
    return f"{format_item_title(session.draft, session.pack, owner, key.item)} – {name}"


def format_moment(text: str, language: str) -> str:
    """Return a moment in ISO 8601 in local time; other text is returned unchanged."""
    moment = parse_moment(text)
    if moment is None:
        return text
    return formats.format_moment(to_local(moment) if moment.tzinfo else moment, language)


def _format_choice(question: Question, value: str, session: Session) -> str:
    if question.of:
        draft = session.draft
        exists = value in draft.items(question.of)
        return format_item_title(draft, session.pack, question.of, value) if exists else "–"
    options = session.pack.option_set(question)
    option = session.pack.option(question.id, value)
    return _name_choice(question, options, option, session) if options and option else value


def _name_choice(question: Question, options: OptionSet, option: Option, session: Session) -> str:
    """Return the name of a choice; a project type has one name everywhere on screen."""
    is_kind = session.pack.role("kind") == question.id
    short = session.texts.get(f"kind.{option.id}.short") if is_kind else ""
    return short or format_option(options, option, session.texts)
