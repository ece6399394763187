"""The pages for project type and field; the type with advice on which one fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.call.form import Group
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.draft.visibility import visible_groups, visible_sections

from ..pages.form.questions_view import QuestionsView
from ..session.session import Session
from ..theme.theme import COLUMN_WIDTH, GRID, Theme
from ..widgets.buttons import WrappingRow, push_button
from ..widgets.choice_card import ChoiceCard
from ..widgets.key_button import KeyButton
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_column, build_row
from .advice import AdviceQuestions, AdviceResult
from .aside import MeaningPane
from .kind_table import KindSection, KindTable
from .meaning import describe_field, describe_kind
from .page import ChoicePage
from .steps import StartStep, ask_step

HELP_KEYS = "F2"


class _AnswerPage(ChoicePage):
    """A page whose choice is an answer of the draft."""

    def __init__(
        self,
        step: StartStep,
        session: Session,
        role: str,
        pane: MeaningPane,
        aside: QWidget | None = None,
    ) -> None:
        super().__init__(step, pane, aside)
        self._session = session
        self._key = Key(session.pack.role(role))
        self._name = role

    def choose(self, choice: str) -> None:
        """Answer the question with the choice."""
        self._session.edit(self._key, choice)
        self.refresh()
        self.answered.emit()

    def refresh(self) -> None:
        """Show the present choice."""
        self.show_choice(self._session.value(self._key))

    def get_answer(self) -> str:
        """Return the name of the choice."""
        chosen, texts = self._session.draft.text(self._key.question), self._session.texts
        name = f"{self._name}.{chosen}"
        return texts.get(f"{name}.short") if self._name == "kind" else texts.get(f"{name}.name")


class _Head(WrappingRow):
    """The title with a button at its right, or below it."""

    def __init__(self, title: QWidget, button: QWidget) -> None:
        super().__init__(title, button)
        self.row.addWidget(title, 1)
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def needed_width(self) -> int:
        """Return the width of both if the title wraps."""
        title, button = self.widgets
        return 2 * title.minimumSizeHint().width() + GRID + button.sizeHint().width()


class KindPage(_AnswerPage):
    """The project types side by side, or questions on which of them fits."""

    def __init__(self, session: Session, theme: Theme, advice: dict[str, str]) -> None:
        """Offer the types; `advice` has the answers on which one is recommended."""
        pane, self.result = MeaningPane(theme), AdviceResult(session, advice, theme)
        aside = QWidget()
        build_column(aside, pane, self.result)
        super().__init__(StartStep.KIND, session, "kind", pane, aside)
        self.limit_column(COLUMN_WIDTH * 3 // 2)
        self._advice = advice
        self.help_button = KeyButton(theme, "lightbulb", self.tr("Help me choose"), HELP_KEYS)
        self.help_button.clicked.connect(self.show_help)
        self.back_button = push_button(
            theme.accent_icon("chevron-left"),
            self.tr("The project types"),
            "link",
            clicked=self.show_types,
        )
        self.count_label = wrapped_label("", "quiet")
        self.count_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        above = build_row(None, self.back_button)
        above.addWidget(self.count_label, 1)
        self.column.insertLayout(0, above)
        self.column.insertWidget(1, _Head(self.title_label, self.help_button))
        switch = self.tr("You can change the type later. What it does not use is set aside.")
        self.intro_label = wrapped_label(switch, "quiet")
        self.questions = AdviceQuestions(session, advice, theme)
        self.table = KindTable(theme)
        for part in (self.intro_label, self.table, self.questions):
            self.column.addWidget(part)
        self._fill_table()
        self.questions.answered.connect(self._on_advice)
        self.result.chosen.connect(self._on_advised)
        shortcut = QShortcut(QKeySequence(HELP_KEYS), self)
        shortcut.activated.connect(self.show_help)
        self._show(is_help=bool(advice) and not session.draft.text(self._key.question))

    @property
    def is_helping(self) -> bool:
        """Whether the questions are shown in place of the types."""
        return not self.questions.isHidden()

    def show_help(self) -> None:
        """Show the questions, and what their answers suggest."""
        if self._session.pack.advice and not self.is_helping:
            self._show(is_help=True)
            self.questions.focus_first()

    def show_types(self) -> None:
        """Show the types side by side."""
        self._show(is_help=False)
        self.focus_first()

    def refresh_aside(self) -> None:
        """Show what a type means for money, work and partners."""
        session = self._session
        meanings = describe_kind(self.subject, session.draft, session.pack, session.texts)
        self.pane.show_meanings(meanings, session.pack, session.texts)

    def show_choice(self, choice: object) -> None:
        """Show which type is chosen."""
        super().show_choice(choice if isinstance(choice, str) else None)
        for kind, chip in self.table.chips.items():
            chip.setVisible(kind == choice)

    def find_obstacle(self) -> str:
        """Require a choice."""
        return "" if self._session.value(self._key) else self.tr("Choose a project type.")

    def _show(self, *, is_help: bool) -> None:
        self.set_title(self.tr("Help me choose") if is_help else ask_step(self.step))
        for part in (self.table, self.intro_label, self.pane):
            part.setHidden(is_help)
        self.help_button.setHidden(is_help or not self._session.pack.advice)
        for part in (self.questions, self.back_button, self.count_label, self.result):
            part.setVisible(is_help)
        self.count_label.setText(self.questions.count_text())

    def _on_advice(self) -> None:
        self.result.refresh()
        self.count_label.setText(self.questions.count_text())
        self.answered.emit()

    def _on_advised(self, kind: str) -> None:
        self.show_types()
        self.choose(kind)

    def _fill_table(self) -> None:
        session = self._session
        texts, kinds = session.texts, [kind.id for kind in session.pack.kinds]
        cards: list[tuple[ChoiceCard, str]] = []
        for kind in kinds:
            card = ChoiceCard(kind, texts.get(f"kind.{kind}.short"))
            card.describe(" ".join(texts.paragraphs(f"kind.{kind}.expects")))
            self.watch_card(card)
            cards.append((card, texts.get(f"kind.{kind}.name")))
        own = {kind: list_own_groups(session, self._key, kind) for kind in kinds}
        if any(own.values()):
            none = (self.tr("None"),)
            own = {kind: groups or none for kind, groups in own.items()}
        parts = (
            (self.tr("What is expected"), "", "expects"),
            (self.tr("What can be funded"), "check", "funds"),
            (self.tr("Not allowed"), "ban", "barred"),
        )
        sections = [
            KindSection(
                heading,
                icon,
                {kind: texts.paragraphs(f"kind.{kind}.{part}") for kind in kinds},
            )
            for heading, icon, part in parts
        ]
        sections.append(KindSection(self.tr("Extra questions for this type"), "pencil", own))
        self.table.show_cards(
            tuple(cards), tuple(one for one in sections if any(one.points.values()))
        )


def list_own_groups(session: Session, key: Key, kind: str) -> tuple[str, ...]:
    """Return the titles of the groups of questions that only this project type has."""
    others = [other.id for other in session.pack.kinds if other.id != kind]
    mine = _visible_groups(session.draft.apply(Change(key, session.value(key), kind)), session.pack)
    for other in others:
        changed = session.draft.apply(Change(key, session.value(key), other))
        theirs = _visible_groups(changed, session.pack)
        mine = [group for group in mine if group not in theirs]
    titles = ((group, session.texts.get(f"group.{group.id}.title")) for group in mine)
    return tuple(f"{group.letter}  {title}".strip() for group, title in titles if title)


def _visible_groups(draft: Draft, pack: Pack) -> list[Group]:
    return [
        shown.group
        for section in visible_sections(draft, pack)
        for shown in visible_groups(section, draft, pack)
    ]


class FieldPage(_AnswerPage):
    """The fields of education; one that the project type excludes shows the reason."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(StartStep.FIELD, session, "field", MeaningPane(theme))
        self._reasons: dict[str, QLabel] = {}
        for field in session.pack.fields:
            card = ChoiceCard(field.id, session.texts.get(f"field.{field.id}.name"))
            card.build_body()
            self._reasons[field.id] = card.add_text("", "warm")
            self.add_card(card)
        further = Group("start-field", "", session.pack.field_questions)
        self.further = QuestionsView(session, theme, (further,))
        self.column.addWidget(self.further)
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the present choice, and the reasons for excluded fields."""
        for card in self.cards:
            reason = self._find_reason(card.choice)
            self._reasons[card.choice].setText(reason)
            self._reasons[card.choice].setVisible(bool(reason))
            card.describe(reason)
        super().refresh()
        self.further.refresh()

    def refresh_aside(self) -> None:
        """Show the action of a field, its deadline and what it asks."""
        session = self._session
        meanings = describe_field(self.subject, session.draft, session.pack, session.texts)
        self.pane.show_meanings(meanings, session.pack, session.texts)

    def find_obstacle(self) -> str:
        """Require a choice that the project type allows."""
        chosen = self._session.draft.text(self._key.question)
        return self._find_reason(chosen) if chosen else self.tr("Choose the field.")

    def _find_reason(self, field: str) -> str:
        """Return why the project type excludes a field; an empty string if it does not."""
        pack = self._session.pack
        kind = self._session.draft.text(pack.role("kind"))
        pairs = {(pair.kind, pair.field) for pair in pack.excluded_pairs}
        return self._session.texts.get(f"barred.{kind}.{field}") if (kind, field) in pairs else ""

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh_aside()
