"""The words of the copy desk: names of fields and items, states, lengths and moments."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.form import Limit
from erasmus_desk.draft.copying import CopyField, CopyState, is_copying_key
from erasmus_desk.draft.form_order import FormOrder, Record
from erasmus_desk.draft.item_tree import find_item_places
from erasmus_desk.draft.model import Key
from erasmus_desk.i18n import formats
from erasmus_desk.moments import parse_moment, to_local
from erasmus_desk.text_length import count_length

from ...i18n import plurals
from ...i18n.dates import format_recent
from ...session.session import Session
from ..question_texts import format_answer_at


def get_page_title() -> str:
    """Return the title of the page."""
    return QCoreApplication.translate("CopyDesk", "Copy to the online form")


def get_step_name() -> str:
    """Return the short name of the page, which has room beside its count in the step list."""
    return QCoreApplication.translate("CopyDesk", "Online form")


def name_own_answer(key: Key) -> str:
    """Return the page that shows an answer of the program's own."""
    if is_copying_key(key):
        return get_page_title()
    return QCoreApplication.translate("StepStatus", "Comments and files")


def format_counts(copied: int, total: int) -> str:
    """Return how many answers are copied."""
    return QCoreApplication.translate("CopyDesk", "{0} of {1} copied").format(copied, total)


def name_field(field: CopyField, session: Session) -> str:
    """Return the short name of a field."""
    question = field.visible.key.question
    return session.texts.short_label(question) or question


class RecordNames:
    """The names of the items of a draft as it is now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._places = find_item_places(session.draft, session.form)

    def name(self, record: Record) -> str:
        """Return the name of an item, with its number before or instead of it."""
        list_id, item = record
        session, place = self._session, self._places.get(item)
        spec = session.form.lists[list_id]
        number = str(place.number + spec.starts_at - 1) if place is not None else ""
        name = format_answer_at(Key(spec.name, item), session)
        kind = session.texts.get(f"list.{list_id}.one")
        if spec.prefix:
            return f"{spec.prefix}{number} {name}".strip()
        if name and session.form.questions[spec.name].of:
            # Named after an item of another list, which has a place of its own in the form.
            label = formats.capitalise(kind)
            return formats.join_label(label, name, session.texts.language) if kind else name
        return name or f"{kind} {number}".strip()


def describe_place(field: CopyField, session: Session) -> str:
    """Return where a field is in the online form: its section and the items around it."""
    order, names = FormOrder(session.draft, session.form), RecordNames(session)
    section = session.texts.section_name(field.visible.section.id)
    records = map(names.name, order.find_records(field.visible.key))
    place = " › ".join((section, *records, name_field(field, session)))
    return QCoreApplication.translate("CopyDesk", "In the online form: {}").format(place)


def describe_state(field: CopyField, language: str) -> str:
    """Return how far a field is copied, in words; nothing while that is to be done."""
    moment = parse_moment(field.copied_at)
    at = format_recent(to_local(moment), language) if moment else ""
    match field.state:
        case CopyState.OPEN:
            return ""
        case CopyState.EMPTY:
            return QCoreApplication.translate("CopyDesk", "no answer")
        case CopyState.COPIED:
            text = QCoreApplication.translate("CopyDesk", "copied")
        case CopyState.CHANGED:
            text = QCoreApplication.translate("CopyDesk", "changed after copying")
    return f"{text} ({at})" if at else text


def describe_length(text: str, limit: Limit, language: str) -> str:
    """Return the length of a text and its limit, as the online form counts."""
    counted = QCoreApplication.translate(
        "CopyDesk", "{0} of {1} characters, as the online form counts them"
    )
    if limit.rule == "words":
        counted = QCoreApplication.translate(
            "CopyDesk", "{0} of {1} words, as the online form counts them"
        )
    numbers = (count_length(text, limit.rule), limit.most)
    return counted.format(*(formats.format_number(one, language) for one in numbers))


def describe_room(text: str, limit: Limit) -> tuple[str, bool]:
    """Return whether a text fits in words, and as a truth value."""
    over = count_length(text, limit.rule) - limit.most
    if over <= 0:
        return QCoreApplication.translate("CopyDesk", "fits"), True
    is_words = limit.rule == "words"
    return (plurals.words_over if is_words else plurals.characters_over)(over), False
