"""The page of a proposal that came from another call: what to look at, and what became of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from erasmus_desk.call.carry import RewriteReason
from erasmus_desk.draft.carry_marks import (
    SOURCE,
    Mark,
    list_carried_aside,
    list_marks,
    list_moved_questions,
    remove_marks,
    tag_key,
)
from erasmus_desk.draft.carry_report import RewriteGroup, group_answers, group_marks
from erasmus_desk.draft.model import Key, Orphan
from erasmus_desk.i18n.messages import Messages

from ..i18n import plurals
from ..session.session import Session
from ..theme.theme import GRID
from ..widgets.buttons import ButtonRow, InnerRow, WrappingRow, text_button
from ..widgets.labels import NaturalLabel, wrapped_label
from ..widgets.layouts import add_content, clear_layout
from .base import Card, Page
from .question_texts import name_answer


class CarriedPage(Page):
    """What is to be looked at by reason, each ticked off as seen, and a report of the rest."""

    def __init__(self, session: Session, messages: Messages) -> None:
        super().__init__("")
        self.set_title(self.tr("From another proposal"))
        self._session, self._messages = session, messages
        self._shown: object = None
        self.seen_buttons: list[QPushButton] = []
        """The buttons that say that something was looked at, in order."""
        self._intro = wrapped_label("", "quiet")
        self._body = QVBoxLayout()
        self.column.addWidget(self._intro)
        self.column.addLayout(self._body)

    def refresh(self) -> None:
        """Show what is to be looked at now."""
        draft = self._session.draft
        marks = list_marks(draft)
        moved = tuple(self._list_moved())
        aside = list_carried_aside(draft)
        shown = marks, moved, len(aside)
        if shown == self._shown:
            return
        self._shown = shown
        focused = self._find_focus()
        clear_layout(self._body)
        self.seen_buttons = []
        self._intro.setText(self._describe())
        for group in group_marks(marks, draft, self._session.pack):
            self._add_group(group)
        if not marks:
            self._add(wrapped_label(self.tr("You have looked at everything.")))
        self._add_moved(moved)
        self._add_aside(aside)
        if focused is not None:
            self._restore_focus(focused)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after any change: what was changed needs no look."""
        self.refresh()

    def reveal(self, _key: Key) -> bool:
        """Show here what undo says of the marks."""
        self.refresh()
        return True

    def _describe(self) -> str:
        call = self._session.draft.text(SOURCE.question)
        other = self._session.find_other(self._session, call)
        name = other.texts.get("pack.short") if other else call
        return self.tr(
            "This proposal was made from one for {}, which is not changed. Look at what is listed "
            "here. Change it, or say that you have seen it."
        ).format(name)

    def _list_moved(self) -> list[Key]:
        questions = frozenset(list_moved_questions(self._session.draft))
        return [key for key in self._session.draft.answers if key.question in questions]

    def _name_reason(self, reason: RewriteReason) -> str:
        return {
            RewriteReason.NONE: "",
            RewriteReason.DATES: self.tr("Dates"),
            RewriteReason.RATES: self.tr("Unit costs and other costs"),
            RewriteReason.PRIORITIES: self.tr("Priorities and topics"),
            RewriteReason.ROLES: self.tr("Who does what"),
            RewriteReason.AMOUNTS: self.tr("Amounts"),
            RewriteReason.TEXTS: self.tr("The new question asks something else"),
            RewriteReason.FORMALITIES: self.tr("Formalities"),
        }[reason]

    def _add(self, widget: QWidget, space: float = 2) -> None:
        self._body.addSpacing(int(GRID * space))
        self._body.addWidget(widget)

    def _add_group(self, group: RewriteGroup) -> None:
        """Add the card of a reason, with a row for each question."""
        reason = self._name_reason(group.reason)
        by_question: dict[str, list[Mark]] = {}
        for mark in group.marks:
            by_question.setdefault(mark.key.question, []).append(mark)
        card = Card(spacing=0.5)
        for marks in by_question.values():
            add_content(card.column, self._build_row(tuple(marks)))
        if len(by_question) > 1:
            button = text_button(self.tr("All seen"), partial(self._see, group.marks))
            button.setAccessibleName(self.tr("All seen: {}").format(reason))
            self.seen_buttons.append(button)
            card.column.addWidget(ButtonRow(button))
        self._add(wrapped_label(reason, "heading"))
        self._add(card, 0)

    def _build_row(self, marks: tuple[Mark, ...]) -> QWidget:
        """Build the row of a question: its name with how often it is asked, and what to do."""
        session, key = self._session, marks[0].key
        name = name_answer(key, session)
        if len(marks) > 1:
            label = session.texts.short_label(key.question) or key.question
            name = self.tr("{0} ({1} times)").format(label, len(marks))
        go = text_button(
            self.tr("Go to the answer"), partial(self.jump_requested.emit, key), "link"
        )
        go.setAccessibleName(self.tr("Go to “{}”").format(name))
        seen = text_button(self.tr("Seen"), partial(self._see, marks))
        seen.setAccessibleName(self.tr("Seen: {}").format(name))
        self.seen_buttons.append(seen)
        label, buttons = NaturalLabel(name), InnerRow(go, seen)
        row = WrappingRow(label, buttons)
        row.row.addWidget(label, 1)
        row.row.addWidget(buttons)
        return row

    def _see(self, marks: tuple[Mark, ...], *_: object) -> None:
        """Say that somebody looked at answers, as one step of undo."""
        self._session.perform(remove_marks(self._session.draft, marks))

    def _add_moved(self, keys: tuple[Key, ...]) -> None:
        """Say what moved, section by section."""
        if not keys:
            return
        session = self._session
        self._add(wrapped_label(plurals.moved_answers(len(keys)), "heading"))
        card = Card(spacing=1)
        for group in group_answers(keys, session.draft, session.pack):
            names = (self._messages.format_value(name, session.texts) for name in group.names)
            section = session.texts.section_name(group.section)
            add_content(card.column, wrapped_label(section, "label"))
            add_content(card.column, wrapped_label(", ".join(names)))
        self._add(card, 0)

    def _add_aside(self, aside: tuple[tuple[str, Orphan], ...]) -> None:
        if not aside:
            return
        self._add(wrapped_label(plurals.hidden_answers(len(aside)), "heading"))
        note = self.tr("They have no place in this call, and stay in your proposal.")
        call, first = aside[0]
        # The form does not ask for it: the page of what is set aside shows it.
        jump = partial(self.jump_requested.emit, tag_key(call, first.key))
        button = text_button(self.tr("Show what is set aside"), jump, "link")
        self._add(wrapped_label(note), 0)
        self._add(ButtonRow(button), 0)

    def _find_focus(self) -> int | None:
        """Return the number of the button that has the focus."""
        found = (at for at, button in enumerate(self.seen_buttons) if button.hasFocus())
        return next(found, None)

    def _restore_focus(self, at: int) -> None:
        """Set the focus on the button at this place now, or on the title."""
        if self.seen_buttons:
            self.seen_buttons[min(at, len(self.seen_buttons) - 1)].setFocus()
        else:
            self.focus_first()
