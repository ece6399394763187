"""The page of the priorities: cards with an explanation, to choose the main and others."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from erasmus_desk.call.form import Option, Section
from erasmus_desk.draft import priorities
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.visibility import available_options

from ...session.session import Session
from ...theme.theme import GRID, Theme, set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import text_button
from ...widgets.check_line import BesideLabel, bare_box
from ...widgets.fold import describe_fold
from ...widgets.labels import our_words, wrapped_label
from ...widgets.layouts import STRETCH, build_column, build_row, show_widget
from ...widgets.popover import ROOM, SourceDot
from ...widgets.scroll_page import TitleRow
from ...widgets.selectors import RadioButton
from ..base import FLAT_CARD_MARGINS, Card
from ..question_texts import describe_evidence, format_option
from .section_page import SectionPage


class PriorityWords(Struct, frozen=True):
    """What the source says of a priority, and our own examples and hints."""

    meaning: tuple[str, ...]
    ours: tuple[str, ...]


class PriorityCard(Card):
    """One priority: a check box, a button to make it the main one, and its explanation."""

    def __init__(
        self, option: Option, title: str, words: PriorityWords, source: str, theme: Theme
    ) -> None:
        """Build the card with the explanation collapsed."""
        super().__init__(margins=FLAT_CARD_MARGINS, spacing=0.5)
        self.option = option
        self.box = bare_box()
        self.box.setAccessibleName(title)
        self.title_label = BesideLabel(title, self.box)
        set_role(self.title_label, "label")
        self.main_button = RadioButton(self.tr("Main priority"))
        set_accessible_name(self.main_button, self.tr("Main priority: {}").format(title))
        head = TitleRow(self.title_label)
        head.add(self.main_button)
        head.row.setAlignment(self.main_button, Qt.AlignmentFlag.AlignTop)
        self.more_button = text_button(self.tr("What it means"), role="link")
        self._more_name = self.tr("What it means: {}").format(title)
        set_accessible_name(self.more_button, describe_fold(self._more_name, is_open=False))
        is_sure = option.evidence.is_confirmed
        dots = () if is_sure else (SourceDot(theme, title, source),)
        footer = build_row(None, self.more_button, *dots, STRETCH, spacing=None)
        footer.addStrut(ROOM)  # alike, whether there is a dot or not
        # What belongs to the title stands below it, not below the box.
        self._texts = build_column(None, head, footer, spacing=0.5)
        row = build_row(None)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts, 1)
        self.column.addLayout(row)
        # Only now: a widget that is shown without a parent flashes as a window of its own.
        self.more_button.setVisible(bool(words.meaning or words.ours))
        self._words, self._source = words, source
        self.explanation: QWidget | None = None
        self.more_button.clicked.connect(self._on_more)

    def show_choice(self, *, is_chosen: bool, is_main: bool) -> None:
        """Show whether the priority is chosen, and whether it is the main one."""
        self.box.setChecked(is_chosen)
        self.main_button.setChecked(is_main)
        role = "chosen" if is_chosen else "choice"
        if self.property("role") != role:
            set_role(self, role)

    def _on_more(self) -> None:
        """Show the explanation, or hide it; it is built when it is first asked for."""
        if self.explanation is None:
            self.explanation = self._build_explanation()
            self._texts.addWidget(self.explanation)
            self.explanation.hide()
        is_open = self.explanation.isHidden()
        self.explanation.setVisible(is_open)
        set_accessible_name(self.more_button, describe_fold(self._more_name, is_open=is_open))

    def _build_explanation(self) -> QWidget:
        explanation = QWidget()
        labels: list[QWidget] = [wrapped_label(one) for one in self._words.meaning]
        labels.append(wrapped_label(self._source, "mark"))
        if self._words.ours:
            labels.append(our_words(self._words.ours, self.tr("Our examples and hints")))
        build_column(explanation, *labels, margins=(0, 0, 0, 1), spacing=1)
        return explanation


class PrioritiesView(QWidget):
    """The priorities of the call that suit the proposal's field, by group."""

    focused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        """Build a card for every priority; those of other fields are hidden."""
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._cards: dict[str, PriorityCard] = {}
        self._headings: dict[str, QWidget] = {}
        self._main_group = QButtonGroup(self)
        layout = build_column(self)
        self._question = session.pack.question(session.pack.role("main_priority"))
        options = session.pack.option_set(self._question) if self._question else None
        if options is not None:
            for option in options.options:
                self._add_card(option, format_option(options, option, session.texts), layout)
        self.refresh()

    def refresh(self) -> None:
        """Show the priorities of the field and those that are chosen."""
        session = self._session
        if self._question is None:
            return
        offered = {one.id for one in available_options(self._question, session.draft, session.pack)}
        chosen = priorities.list_chosen(session.draft, session.pack)
        # In an exclusive group, the checked button cannot be unchecked.
        self._main_group.setExclusive(False)
        for priority, card in self._cards.items():
            is_chosen = priority in chosen
            show_widget(card, is_shown=priority in offered or is_chosen)
            card.show_choice(is_chosen=is_chosen, is_main=chosen[:1] == (priority,))
        self._main_group.setExclusive(True)
        options = [card.option for card in self._cards.values()]
        groups = {option.group for option in options if option.id in offered}
        for group, heading in self._headings.items():
            show_widget(heading, is_shown=group in groups)

    def first_card(self) -> PriorityCard | None:
        """Return the first visible card."""
        return next((card for card in self._cards.values() if not card.isHidden()), None)

    def _add_card(self, option: Option, title: str, layout: QVBoxLayout) -> None:
        if option.group not in self._headings:
            title_of_group = self._session.texts.get(f"group.{option.group}.title")
            heading = wrapped_label(title_of_group, "heading")
            self._headings[option.group] = heading
            layout.addSpacing(GRID)
            layout.addWidget(heading)
        texts = self._session.texts
        set_id = self._question.options if self._question else ""
        name = f"option.{set_id}.{option.id}"
        words = PriorityWords(
            texts.paragraphs(f"{name}.meaning"), texts.paragraphs(f"{name}.explain")
        )
        source = describe_evidence(option.evidence, self._session.pack, texts)
        card = PriorityCard(option, title, words, source, self._theme)
        self._main_group.addButton(card.main_button)
        card.box.clicked.connect(partial(self._on_ticked, card))
        card.main_button.clicked.connect(partial(self._on_main, option.id))
        self._cards[option.id] = card
        layout.addWidget(card)

    def _on_ticked(self, card: PriorityCard) -> None:
        change = priorities.add_priority if card.box.isChecked() else priorities.remove_priority
        self._session.perform(change(self._session.draft, self._session.pack, card.option.id))

    def _on_main(self, priority: str) -> None:
        draft, pack = self._session.draft, self._session.pack
        self._session.perform(priorities.set_main_priority(draft, pack, priority))


class PrioritiesPage(SectionPage):
    """The section of the priorities: the cards, then its other questions."""

    def __init__(
        self, section: Section, session: Session, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(section, session, theme, parent=parent)
        roles = {session.pack.role(one) for one in ("main_priority", "other_priorities")}
        self._card_questions = roles
        self.priorities = PrioritiesView(session, theme, self.column_widget)
        self.column.addWidget(self.priorities)
        groups = (
            replace(group, questions=tuple(one for one in group.questions if one not in roles))
            for group in section.groups
        )
        self.add_questions(tuple(groups))

    def refresh(self) -> None:
        """Show the current choices and answers."""
        self.priorities.refresh()
        super().refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        if any(key.question in self._card_questions for key in keys):
            self.priorities.refresh()
        super().on_changes(keys)

    def show_key(self, key: Key) -> bool:
        """Scroll to an answer; for the two questions of the cards, to the first card."""
        if key.question in self._card_questions:
            card = self.priorities.first_card()
            return self.bring_into_view(card.box if card else None)
        return super().show_key(key)
