"""Choosing priorities: cards with their full explanation, one main, others after it."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from erasmus_desk.call.form import Option, Section
from erasmus_desk.draft import priorities
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import options

from ...session.session import Session
from ...theme.theme import GRID, Look, set_role
from ...widgets.accessibility import name
from ...widgets.labels import wrapped
from ..base import Page, Remarks
from ..question_texts import check_mark, check_reason, option_name
from .questions_view import QuestionsView


class PriorityCard(QFrame):
    """One priority: tick it, make it the main one, read what it means."""

    ticked = Signal(str, bool)
    made_main = Signal(str)

    def __init__(self, option: Option, title: str, paragraphs: tuple[str, ...], mark: str) -> None:
        """Build the card; the explanation is folded."""
        super().__init__()
        self.option = option
        set_role(self, "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.setSpacing(GRID // 2)
        row = QHBoxLayout()
        self.box = QCheckBox()
        self.box.setAccessibleName(title)
        self.title_label = wrapped(title, "label")
        self.title_label.setBuddy(self.box)
        self.main_button = QRadioButton(self.tr("Main priority"))
        name(self.main_button, self.tr("Main priority: {}").format(title))
        row.addWidget(self.box)
        row.addWidget(self.title_label, 1)
        row.addWidget(self.main_button)
        layout.addLayout(row)
        self.more_button = QPushButton(self.tr("What it means"))
        self.more_button.setCheckable(True)
        name(self.more_button, self.tr("What it means: {}").format(title))
        set_role(self.more_button, "link")
        foot = QHBoxLayout()
        foot.addWidget(self.more_button)
        foot.addStretch(1)
        if mark:
            mark_label = QLabel(mark)
            set_role(mark_label, "mark")
            foot.addWidget(mark_label)
        layout.addLayout(foot)
        # Not sooner: what is shown without a parent flashes as a window of its own.
        self.more_button.setVisible(bool(paragraphs))
        self.explanation = QWidget()
        text = QVBoxLayout(self.explanation)
        text.setContentsMargins(0, 0, 0, GRID)
        for paragraph in paragraphs:
            text.addWidget(wrapped(paragraph))
        self.explanation.hide()
        layout.addWidget(self.explanation)
        self.box.clicked.connect(self._on_ticked)
        self.main_button.clicked.connect(self._on_main)
        self.more_button.toggled.connect(self.explanation.setVisible)

    def show_choice(self, *, is_chosen: bool, is_main: bool) -> None:
        """Show whether the priority is chosen, and whether it is the main one."""
        self.box.setChecked(is_chosen)
        self.main_button.setChecked(is_main)
        role = "chosen" if is_chosen else "card"
        if self.property("role") != role:
            set_role(self, role)

    def _on_ticked(self, is_ticked: bool) -> None:
        self.ticked.emit(self.option.id, is_ticked)

    def _on_main(self) -> None:
        self.made_main.emit(self.option.id)


class PrioritiesView(QWidget):
    """The priorities of the call that fit the draft's field, under their headings."""

    focused = Signal(object)

    def __init__(self, session: Session, look: Look) -> None:
        """Build a card for every priority; those of other fields are hidden."""
        super().__init__()
        self._session = session
        self._look = look
        self._cards: dict[str, PriorityCard] = {}
        self._heads: dict[str, QWidget] = {}
        self._main_group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        self._question = session.pack.question(session.pack.role("main_priority"))
        found = session.pack.option_set(self._question) if self._question else None
        for option in found.options if found else ():
            self._add(option, option_name(found, option, session.texts) if found else "", layout)
        self.refresh()

    def refresh(self) -> None:
        """Show what is offered for the field, and what is chosen."""
        session = self._session
        if self._question is None:
            return
        offered = {one.id for one in options(self._question, session.draft, session.pack)}
        chosen = priorities.chosen(session.draft, session.pack)
        # An exclusive group does not let go of its last button.
        self._main_group.setExclusive(False)
        for one, card in self._cards.items():
            card.setVisible(one in offered or one in chosen)
            card.show_choice(is_chosen=one in chosen, is_main=chosen[:1] == (one,))
        self._main_group.setExclusive(True)
        for group, head in self._heads.items():
            head.setVisible(
                any(
                    card.option.group == group and card.option.id in offered
                    for card in self._cards.values()
                )
            )

    def first_card(self) -> PriorityCard | None:
        """Give the first card that can be seen."""
        return next((card for card in self._cards.values() if not card.isHidden()), None)

    def _add(self, option: Option, title: str, layout: QVBoxLayout) -> None:
        if option.group not in self._heads:
            head = wrapped(self._group_title(option.group), "heading")
            self._heads[option.group] = head
            layout.addSpacing(GRID)
            layout.addWidget(head)
        texts = self._session.texts
        set_id = self._question.options if self._question else ""
        paragraphs = texts.paragraphs(f"option.{set_id}.{option.id}.explain")
        mark = "" if option.evidence.is_confirmed else check_mark()
        card = PriorityCard(option, title, paragraphs, mark)
        if mark:
            card.setToolTip(check_reason(option.evidence, self._session.pack))
        self._main_group.addButton(card.main_button)
        card.ticked.connect(self._on_ticked)
        card.made_main.connect(self._on_main)
        self._cards[option.id] = card
        layout.addWidget(card)

    def _group_title(self, group: str) -> str:
        titles = {
            "horizontal": self.tr("Horizontal priorities"),
            "field": self.tr("Priorities of the field"),
            "national": self.tr("European priorities in the national context"),
        }
        return titles.get(group, group)

    def _on_ticked(self, priority: str, is_ticked: bool) -> None:
        make = priorities.with_chosen if is_ticked else priorities.without
        self._session.perform(make(self._session.draft, self._session.pack, priority))

    def _on_main(self, priority: str) -> None:
        self._session.perform(
            priorities.with_main(self._session.draft, self._session.pack, priority)
        )


class PrioritiesPage(Page):
    """The section of the priorities: the cards, then its other questions."""

    def __init__(self, section: Section, session: Session, look: Look) -> None:
        """Build the cards and the questions of the section that they do not answer."""
        texts = session.texts
        title = texts.get(f"section.{section.id}.title") or section.id
        super().__init__(title, texts.get(f"section.{section.id}.intro"))
        self.section = section
        roles = {session.pack.role(one) for one in ("main_priority", "other_priorities")}
        self._by_cards = frozenset(roles)
        self.priorities = PrioritiesView(session, look)
        self.column.addWidget(self.priorities)
        groups = tuple(
            replace(group, questions=tuple(one for one in group.questions if one not in roles))
            for group in section.groups
        )
        self.questions = QuestionsView(session, look, groups, page_title=title)
        self.questions.focused.connect(self.focused)
        self.column.addWidget(self.questions)

    def refresh(self) -> None:
        """Show the present choices and answers."""
        self.priorities.refresh()
        self.questions.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft."""
        if any(key.question in self._by_cards for key in keys):
            self.priorities.refresh()
        self.questions.on_changes(keys)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self.questions.show_remarks(remarks)

    def show_key(self, key: Key) -> bool:
        """Bring an answer into view; the two questions of the cards show the first card."""
        if key.question in self._by_cards:
            card = self.priorities.first_card()
            return self.bring_into_view(card.box if card else None)
        return self.bring_into_view(self.questions.place_of(key))
