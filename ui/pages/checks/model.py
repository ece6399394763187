"""The entries of the page of checks: findings in groups, with their texts and their partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import QuestionType
from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.draft.display_names import name_item
from erasmus_desk.draft.item_tree import ItemPlace, find_item_in, find_item_places
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.search import fold_text
from erasmus_desk.i18n.message_values import QuestionRef
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.progress import find_place

from ...i18n import plurals
from ...i18n.joined import join_parts
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ..activity_model import get_page_title
from ..question_texts import describe_evidence

SIMPLE_GAPS = frozenset({"required"})
"""Codes of an answer that is just missing: its name says all."""


class Group(StrEnum):
    """The groups of the list, in order; the value is the icon of their entries."""

    WRONG = "octagon-alert"
    GAPS = "circle"
    WEAK = "triangle-alert"
    STYLE = "feather"


class Entry(Struct, frozen=True):
    """A finding with its texts: what it is, and what to do or where it is.

    `is_gap` is true of what is missing. `place` is the section, `None` for the activities;
    `page` is its name, `partner` the item of the organisation concerned, or empty. `reasons` say
    why, by which rule, and its source.
    """

    code: str
    key: Key
    group: Group
    title: str
    detail: str
    place: str | None
    page: str
    partner: str
    reasons: tuple[str, ...]
    is_gap: bool = False

    @property
    def id(self) -> tuple[str, Key]:
        """What is the same for the same problem after another check."""
        return self.code, self.key


def find_group(finding: Finding) -> Group:
    """Return the group of a finding."""
    if finding.grade is Grade.BLOCKS:
        return Group.GAPS if finding.is_gap else Group.WRONG
    return Group.WEAK if finding.grade is Grade.WEAKENS else Group.STYLE


def build_entries(session: Session, checks: CheckRunner, messages: Messages) -> tuple[Entry, ...]:
    """Return an entry for each finding, in the order of the form."""
    places = find_item_places(session.draft, session.form)
    return tuple(
        _build_entry(one, one.key, session, messages, places)
        for one in checks.findings
        if one.key is not None
    )


def _build_entry(
    finding: Finding,
    key: Key,
    session: Session,
    messages: Messages,
    places: Mapping[str, ItemPlace],
) -> Entry:
    texts = session.texts
    place = find_place(key, finding.section, session.pack)
    text = messages.format_finding(finding.code, finding.facts, texts)
    title, detail = text.what, text.fix
    reasons: tuple[str, ...] = ()
    if finding.code in SIMPLE_GAPS:
        title, detail = _name_gap(finding, key, session, messages)
    else:
        source = (
            describe_evidence(finding.evidence, session.pack, texts) if finding.evidence else ""
        )
        reasons = tuple(filter(None, (text.why, texts.get(finding.rule), source)))
    return Entry(
        code=finding.code,
        key=key,
        group=find_group(finding),
        title=title,
        detail=detail,
        place=place,
        page=name_place(place, session),
        partner=find_partner(key, session, places),
        reasons=tuple(dict.fromkeys(reasons)),
        is_gap=finding.is_gap,
    )


def _name_gap(finding: Finding, key: Key, session: Session, messages: Messages) -> tuple[str, str]:
    """Return the name of a missing answer, and of the items around it."""
    where = finding.facts.get("where")
    items = where.items if isinstance(where, QuestionRef) else ()
    around = join_parts(*(messages.format_value(item, session.texts) for item in items))
    return session.texts.short_label(key.question) or key.question, around


def name_place(place: str | None, session: Session) -> str:
    """Return the name of a section or of the page of activities, as the list of steps has it."""
    return get_page_title(session) if place is None else session.texts.section_name(place)


def find_partner(key: Key, session: Session, places: Mapping[str, ItemPlace]) -> str:
    """Return the organisation that has to give an answer, or empty; `places` are of all items.

    It is the one that the answer is about, or that its row or activity names first.
    """
    organisations = session.pack.role("organisations")
    if not organisations or not key.item:
        return ""
    owner = find_item_in(places, organisations, key.item)
    if owner:
        return owner
    items, known = [key.item], session.draft.items(organisations)
    planned = session.form.planned_list(key.question)
    if planned:
        items.append(find_item_in(places, planned, key.item))
    for item in items:
        for one in session.form.references_to(organisations):
            is_single = session.form.questions[one].type is QuestionType.ITEM
            value = session.draft.get(Key(one, item)) if is_single else None
            if isinstance(value, str) and value in known:
                return value
    return ""


def name_partner(partner: str, session: Session, *, is_short: bool = False) -> str:
    """Return the name of an organisation, its acronym where there is little room."""
    pack, draft = session.pack, session.draft
    acronym = draft.text(pack.role("organisation_acronym"), partner).strip() if is_short else ""
    return (
        acronym or name_item(draft, pack, session.texts, pack.role("organisations"), partner).text
    )


def matches(entry: Entry, session: Session, partner: str, words: list[str]) -> bool:
    """Return whether an entry is of a partner, if one is chosen, and contains all words."""
    if partner and entry.partner != partner:
        return False
    if not words:
        return True
    name = name_partner(entry.partner, session) if entry.partner else ""
    text = fold_text(f"{entry.title} {entry.detail} {entry.page} {name}")
    return all(word in text for word in words)


def describe_count(entries: tuple[Entry, ...]) -> str:
    """Return how much the checks found, of each group: an answer that is open is no problem yet."""
    found = Counter(entry.group for entry in entries)
    counted = (
        (Group.WRONG, plurals.to_fix),
        (Group.GAPS, plurals.to_answer),
        (Group.WEAK, plurals.weak_points),
        (Group.STYLE, plurals.style_points),
    )
    text = ", ".join(count(found[group]) for group, count in counted if found[group])
    if text:
        return f"{text}."
    return QCoreApplication.translate("ChecksPage", "Nothing is missing or wrong.")
