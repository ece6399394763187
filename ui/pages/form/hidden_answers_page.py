"""The page of answers whose question is hidden or gone, so that no answer is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from erasmus_desk.draft.display_names import format_item_title
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.set_aside import (
    Requirement,
    SetAsideAnswer,
    SetAsideRecord,
    SetAsideSection,
    collect_set_aside,
)

from ...i18n.value_text import format_value
from ...session.session import Session
from ...theme.theme import GRID
from ...widgets.buttons import ButtonRow, text_button
from ...widgets.labels import selectable_label, wrapped_label
from ...widgets.layouts import add_content, build_column, clear_layout
from ..base import Card, Page
from ..question_texts import format_answer, format_answer_at, summarise_row

Requirements = tuple[Requirement, ...]


class HiddenAnswersPage(Page):
    """Shows all hidden answers in full, by record in the order of the form, to read and copy."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Answers set aside"))
        self._session = session
        self._labels: dict[Key, QLabel] = {}
        self._shown: object = None
        self._body = QVBoxLayout()
        self.column.addLayout(self._body)

    def refresh(self) -> None:
        """Show the answers that are hidden now."""
        session, draft = self._session, self._session.draft
        sections = collect_set_aside(draft, session.pack)
        keys = [answer.key for section in sections for answer in _walk(*section.records)]
        shown = sections, tuple(map(session.value, keys)), draft.orphans
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._body)
        self._labels = {}
        if sections:
            self._add_note(
                self.tr(
                    "These answers are not used with your current choices, such as the "
                    "project type and field. They stay in your proposal, but not in the "
                    "Word file. If you change back, they return."
                )
            )
        for section in sections:
            self._add_section(section)
        if draft.orphans:
            self._add_orphans()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after any change: it may hide or show answers."""
        self.refresh()

    def show_key(self, key: Key) -> bool:
        """Scroll to a hidden answer and focus it."""
        return self.bring_into_view(self._labels.get(key))

    def _add_note(self, text: str) -> None:
        self._body.addWidget(wrapped_label(text, "quiet"))

    def _add_section(self, section: SetAsideSection) -> None:
        title = self._session.texts.get(f"section.{section.section}.title") or section.section
        self._body.addSpacing(GRID * 2)
        self._body.addWidget(wrapped_label(title, "heading"))
        reason = _find_common(*section.records)
        if reason is not None:
            self._body.addWidget(self._build_reason(reason, section.records[0]))
        for record in section.records:
            self._body.addWidget(self._build_card(record, has_reason=reason is None))

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
        if has_reason and common is not None:
            add_content(card.column, self._build_reason(common, record))
        for part in record.content:
            if isinstance(part, SetAsideRecord):
                add_content(card.column, self._build_row(part))
                continue
            add_content(card.column, self._build_answer(part))
            if common is None:
                add_content(card.column, self._build_reason(part.requirements, record))
        return card

    def _build_row(self, row: SetAsideRecord) -> QWidget:
        """Build a row of a table in one line, as it stands in its record."""
        list_id, item = row.record
        one = self._session.texts.get(f"list.{list_id}.one") or list_id
        label = selectable_label(summarise_row(list_id, item, self._session), one)
        for answer in _walk(row):
            self._labels[answer.key] = label
        return _build_pair(one, label)

    def _build_answer(self, answer: SetAsideAnswer) -> QWidget:
        session, key = self._session, answer.key
        heading = session.texts.short_label(key.question) or key.question
        label = selectable_label(format_answer_at(key, session), heading)
        self._labels[key] = label
        return _build_pair(heading, label)

    def _build_reason(self, requirements: Requirements, record: SetAsideRecord) -> QWidget:
        """Build the choices that would bring answers back, with links to them."""
        session = self._session
        texts = [self._describe(one) for one in requirements]
        if not texts:
            texts = [self.tr("What this belongs to is no longer in the proposal.")]
        links: list[QWidget] = []
        for question in dict.fromkeys(one.question for one in requirements if one.question):
            name = session.texts.short_label(question) or question
            item = record.record[1] if session.form.list_of(question) else ""
            link = text_button(self.tr("Go to “{}”").format(name), role="link")
            link.clicked.connect(partial(self.jump_requested.emit, Key(question, item)))
            links.append(link)
        reason = QWidget()
        column = build_column(reason, wrapped_label(" ".join(texts), "quiet"), spacing=0.25)
        if links:
            column.addWidget(ButtonRow(*links))
        return reason

    def _describe(self, one: Requirement) -> str:
        session = self._session
        if not one.question:
            return self.tr("Asked only of the first of the list.")
        question = session.form.questions[one.question]
        name = session.texts.short_label(one.question) or one.question
        either = self.tr("{0} or {1}")
        words = ""
        for value in one.values:
            text = f"“{format_answer(question, value, session)}”"
            words = either.format(words, text) if words else text
        asked = self.tr("Not asked if “{0}” is {1}.") if one.is_not else ""
        return (asked or self.tr("Asked only if “{0}” is {1}.")).format(name, words)

    def _add_orphans(self) -> None:
        self._body.addSpacing(GRID * 2)
        self._add_note(
            self.tr(
                "The form no longer has a question for these answers. They stay in "
                "your proposal, but not in the Word file. Copy what you need."
            )
        )
        texts, cards = self._session.texts, dict[str, Card]()
        for orphan in self._session.draft.orphans:
            question = orphan.key.question
            heading = orphan.wording or texts.short_label(question) or question
            label = selectable_label(format_value(orphan.value, texts), heading)
            self._labels[orphan.key] = label
            if orphan.key.item not in cards:
                cards[orphan.key.item] = card = Card(spacing=1.5)
                self._body.addWidget(card)
            add_content(cards[orphan.key.item].column, _build_pair(heading, label))


def _build_pair(heading: str, label: QLabel) -> QWidget:
    pair = QWidget()
    build_column(pair, wrapped_label(heading, "quiet"), label, spacing=0.25)
    return pair


def _walk(*records: SetAsideRecord) -> Iterator[SetAsideAnswer]:
    for record in records:
        for part in record.content:
            if isinstance(part, SetAsideAnswer):
                yield part
            else:
                yield from _walk(part)


def _find_common(*records: SetAsideRecord) -> Requirements | None:
    """Return the choices that all answers wait for, `None` where they wait for others."""
    found = {answer.requirements for answer in _walk(*records)}
    return found.pop() if len(found) == 1 else None
