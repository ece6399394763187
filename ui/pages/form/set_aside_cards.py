"""Answers set aside as cards: by record in the order of the form, to read and copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.set_aside import (
    Requirement,
    SetAsideAnswer,
    SetAsideRecord,
    SetAsideSection,
)

from ...i18n.quotes import quote
from ...session.session import Session
from ...widgets.buttons import ButtonLines, text_button
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import add_content, build_column
from ..base import Card
from ..question_texts import format_answer, format_answer_at, summarise_row

Requirements = tuple[Requirement, ...]


class SetAsideCards:
    """Builds the cards of answers of a session.

    `jump` leads to the choice that an answer waits for; without it the answers wait for none.
    """

    def __init__(self, session: Session, jump: Callable[[Key], object] | None = None) -> None:
        self._session = session
        self._has_reasons = jump is not None
        self._jump = jump or bool
        self.labels: dict[Key, QLabel] = {}
        """The labels of answers by their keys."""

    def build_section(self, section: SetAsideSection) -> Iterator[QWidget]:
        """Yield the reason that all answers of a section share, if any, and their cards."""
        reason = _find_common(*section.records)
        if reason is not None and self._has_reasons:
            yield self._build_reason(reason, section.records[0])
        for record in section.records:
            yield self._build_card(record, has_reason=reason is None)

    def _build_card(self, record: SetAsideRecord, *, has_reason: bool) -> QWidget:
        """Build the card of a record; its reason is on it unless it is that of the section."""
        card = Card(spacing=1.5)
        list_id, item = record.record
        session = self._session
        if list_id:
            one = session.texts.get(f"list.{list_id}.one")
            title = format_item_title(session.draft, session.pack, list_id, item)
            add_content(card.column, wrapped_label(title or one, "label"))
        common = _find_common(record)
        if has_reason and common is not None and self._has_reasons:
            add_content(card.column, self._build_reason(common, record))
        for part in self.build_content(record, has_reasons=common is None and self._has_reasons):
            add_content(card.column, part)
        return card

    def build_content(
        self, record: SetAsideRecord, *, has_reasons: bool = False
    ) -> Iterator[QWidget]:
        """Yield the answers of a record, and its rows in one line each."""
        for part in record.content:
            if isinstance(part, SetAsideRecord):
                yield self._build_row(part)
                continue
            yield self._build_answer(part)
            if has_reasons:
                yield self._build_reason(part.requirements, record)

    def _build_row(self, row: SetAsideRecord) -> QWidget:
        """Build a row of a table in one line, as it stands in its record."""
        list_id, item = row.record
        one = self._session.texts.get(f"list.{list_id}.one") or list_id
        label = selectable_label(summarise_row(list_id, item, self._session), one)
        for answer in list_answers(row):
            self.labels[answer.key] = label
        return build_pair(one, label)

    def _build_answer(self, answer: SetAsideAnswer) -> QWidget:
        session, key = self._session, answer.key
        heading = session.texts.short_label(key.question) or key.question
        label = selectable_label(format_answer_at(key, session), heading)
        self.labels[key] = label
        return build_pair(heading, label)

    def _build_reason(self, requirements: Requirements, record: SetAsideRecord) -> QWidget:
        """Build the choices that would bring answers back, with links to them."""
        session = self._session
        texts = [self._describe(one) for one in requirements]
        if not texts:
            texts = [
                QCoreApplication.translate(
                    "HiddenAnswersPage", "What this belongs to is no longer in the proposal."
                )
            ]
        links: list[QWidget] = []
        for question in dict.fromkeys(one.question for one in requirements if one.question):
            if question not in session.form.questions:
                continue
            name = name_counted(session, question)
            item = record.record[1] if session.form.list_of(question) else ""
            link = text_button(
                QCoreApplication.translate("HiddenAnswersPage", "Go to “{}”").format(name),
                role="link",
            )
            link.clicked.connect(partial(self._jump, Key(question, item)))
            links.append(link)
        reason = QWidget()
        column = build_column(reason, wrapped_label(" ".join(texts), "quiet"), spacing=0.25)
        if links:
            column.addWidget(ButtonLines(*links))
        return reason

    def _describe(self, one: Requirement) -> str:
        session = self._session
        if not one.question:
            return QCoreApplication.translate(
                "HiddenAnswersPage", "Asked only of the first of the list."
            )
        name = name_counted(session, one.question)
        either = QCoreApplication.translate("HiddenAnswersPage", "{0} or {1}")
        words = describe_range(one)
        for value in one.values:
            question = session.form.questions[one.question]
            text = quote(format_answer(question, value, session))
            words = either.format(words, text) if words else text
        asked = (
            QCoreApplication.translate("HiddenAnswersPage", "Not asked if “{0}” is {1}.")
            if one.is_not
            else ""
        )
        return (
            asked or QCoreApplication.translate("HiddenAnswersPage", "Asked only if “{0}” is {1}.")
        ).format(name, words)


def name_counted(session: Session, name: str) -> str:
    """Return the name of a question, or of a list whose items are counted."""
    is_list = name in session.form.lists
    found = session.texts.get(f"list.{name}.many") if is_list else session.texts.short_label(name)
    return found or name


def describe_range(one: Requirement) -> str:
    """Return the numbers between which another one must be, empty without any."""
    if one.least is not None and one.most is not None:
        return QCoreApplication.translate("HiddenAnswersPage", "{0} to {1}").format(
            one.least, one.most
        )
    if one.least is not None:
        return QCoreApplication.translate("HiddenAnswersPage", "at least {}").format(one.least)
    if one.most is not None:
        return QCoreApplication.translate("HiddenAnswersPage", "at most {}").format(one.most)
    return ""


def build_pair(heading: str, label: QLabel) -> QWidget:
    """Build a heading with an answer below it."""
    pair = QWidget()
    build_column(pair, wrapped_label(heading, "quiet"), label, spacing=0.25)
    return pair


def list_answers(*records: SetAsideRecord) -> Iterator[SetAsideAnswer]:
    """Yield the answers of records, and of those inside."""
    for record in records:
        for part in record.content:
            if isinstance(part, SetAsideAnswer):
                yield part
            else:
                yield from list_answers(part)


def _find_common(*records: SetAsideRecord) -> Requirements | None:
    """Return the choices that all answers wait for, `None` where they wait for others."""
    found = {answer.requirements for answer in list_answers(*records)}
    return found.pop() if len(found) == 1 else None
