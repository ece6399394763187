"""The wizard pages for project type and field, with a recommendation of the type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from erasmus_desk.call.form import Group
from erasmus_desk.call.model import Kind, Pack
from erasmus_desk.call.recommendation import recommend
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.visibility import visible_groups, visible_sections

from ..fields.choice_fields import Choice, ChoiceField
from ..pages.form.questions_view import QuestionsView
from ..session.session import Session
from ..theme.theme import COLUMN_WIDTH, GRID, Theme, set_role
from ..widgets.buttons import push_button, text_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import STRETCH, add_content, build_column, build_row
from .page import ChoiceCard, ChoicePage


class RecommendationPanel(QFrame):
    """Questions that lead to a recommended project type, with its reasons."""

    chosen = Signal(str)
    answered = Signal()

    def __init__(self, session: Session, answers: dict[str, str]) -> None:
        """Show the `answers` given so far, which change with those of the user."""
        super().__init__()
        set_role(self, "card")
        self._session = session
        self._answers = answers
        self._kind = ""
        layout = build_column(self, margins=(2, 2, 2, 2), spacing=None)
        texts = session.texts
        for question in session.pack.advice:
            label = texts.get(f"advice.{question.id}.question")
            offered = [(one.id, f"advice.{question.id}.{one.id}.label") for one in question.answers]
            field = ChoiceField(tuple(Choice(one, texts.get(name)) for one, name in offered))
            field.setObjectName(question.id)
            field.set_name(label)
            field.set_value(answers.get(question.id))
            field.edited.connect(self._on_answered)
            add_content(layout, wrapped_label(label, "label"), field)
        self.result_label = wrapped_label("", "heading")
        self.reasons_label = wrapped_label("")
        self.take_button = text_button("", self._on_accept)
        layout.addSpacing(GRID)
        add_content(layout, self.result_label, self.reasons_label, self.take_button)
        self._show()

    def _on_answered(self, value: Value | None) -> None:
        question = self.sender().objectName()
        if isinstance(value, str):
            self._answers[question] = value
        else:
            self._answers.pop(question, None)
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        texts = self._session.texts
        recommendation = recommend(self._session.pack, self._answers)
        self._kind = recommendation.kind
        short = texts.get(f"kind.{recommendation.kind}.short")
        if recommendation.kind:
            result = self.tr("Your answers suggest: {}").format(short)
        elif self._answers:
            result = self.tr("Your answers fit both types.")
        else:
            result = self.tr("Answer as many questions as you like, or choose directly.")
        self.result_label.setText(result)
        reasons = [f"•  {texts.get(text)}" for text in recommendation.reasons if texts.get(text)]
        self.reasons_label.setText("\n".join(reasons))
        self.take_button.setText(self.tr("Choose {}").format(short))
        self.take_button.setVisible(bool(recommendation.kind))

    def _on_accept(self) -> None:
        self.chosen.emit(self._kind)


class _AnswerPage(ChoicePage):
    """A page whose choice is an answer of the draft."""

    def __init__(self, session: Session, role: str) -> None:
        super().__init__()
        self._session = session
        self._key = Key(session.pack.role(role))

    def choose(self, choice: str) -> None:
        """Answer the question with the choice."""
        self._session.edit(self._key, choice)
        self.refresh()
        self.answered.emit()

    def refresh(self) -> None:
        """Show the present choice."""
        self.show_choice(self._session.value(self._key))


class KindPage(_AnswerPage):
    """The project types side by side, and the recommendation."""

    def __init__(self, session: Session, theme: Theme, advice: dict[str, str]) -> None:
        """Offer the types; `advice` has the answers on which one is recommended."""
        super().__init__(session, "kind")
        self.set_title(self.tr("Which project type?"))
        self.column_widget.setMaximumWidth(COLUMN_WIDTH * 3 // 2)
        self.help_button = push_button(theme.accent_icon("lightbulb"), self.tr("Help me choose"))
        self.help_button.setCheckable(True)
        self.advice = RecommendationPanel(session, advice)
        if not advice:
            self.advice.hide()
        self.advice.chosen.connect(self.choose)
        self.help_button.setChecked(bool(advice))
        self.help_button.toggled.connect(self.advice.setVisible)
        side_by_side = QWidget()
        self.card_layout = build_row(side_by_side, spacing=2)
        row = build_row(None, self.help_button, STRETCH)
        add_content(self.column, row, self.advice, side_by_side)
        for kind in session.pack.kinds:
            card = self._card(kind)
            self.add_card(card)
            self.card_layout.setStretchFactor(card, 1)

    def _card(self, kind: Kind) -> ChoiceCard:
        texts = self._session.texts
        card = ChoiceCard(kind.id, texts.get(f"kind.{kind.id}.short"))
        card.add_text(texts.get(f"kind.{kind.id}.name"), "quiet")
        expects = texts.paragraphs(f"kind.{kind.id}.expects")
        card.add_bullets(self.tr("What is expected"), expects)
        card.add_bullets(self.tr("What can be funded"), texts.paragraphs(f"kind.{kind.id}.funds"))
        card.add_bullets(
            self.tr("Extra questions for this type"),
            list_own_groups(self._session, self._key, kind.id),
        )
        card.add_bullets(self.tr("Not allowed"), texts.paragraphs(f"kind.{kind.id}.barred"))
        card.body.addStretch(1)
        card.describe(" ".join(expects))
        return card

    def find_obstacle(self) -> str:
        """Require a choice."""
        return "" if self._session.value(self._key) else self.tr("Choose a project type.")


def list_own_groups(session: Session, key: Key, kind: str) -> tuple[str, ...]:
    """Return the titles of the groups of questions that only this project type has."""
    others = [other.id for other in session.pack.kinds if other.id != kind]
    mine = _visible_groups(session.draft.apply(Change(key, session.value(key), kind)), session.pack)
    for other in others:
        changed = session.draft.apply(Change(key, session.value(key), other))
        mine = [group for group in mine if group not in _visible_groups(changed, session.pack)]
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
        super().__init__(session, "field")
        self.set_title(self.tr("Which field is the project mainly for?"))
        self._reasons: dict[str, QLabel] = {}
        for field in session.pack.fields:
            card = ChoiceCard(field.id, session.texts.get(f"field.{field.id}.name"))
            self._reasons[field.id] = card.add_text("", "warm")
            self.add_card(card)
        further = tuple(name for name in map(session.pack.role, ("schools_only", "round")) if name)
        self.further = QuestionsView(session, theme, (Group("start-field", "", further),))
        self.column.addWidget(self.further)

    def refresh(self) -> None:
        """Show the present choice, and the reasons for excluded fields."""
        kind = self._session.value(Key(self._session.pack.role("kind")))
        barred = {pair.field for pair in self._session.pack.excluded_pairs if pair.kind == kind}
        for card in self.cards:
            is_barred = card.choice in barred
            texts = self._session.texts
            reason = texts.get(f"barred.{kind}.{card.choice}") if is_barred else ""
            self._reasons[card.choice].setText(reason)
            self._reasons[card.choice].setVisible(is_barred)
            card.describe(reason)
        super().refresh()
        self.further.refresh()

    def find_obstacle(self) -> str:
        """Require a choice that the project type allows."""
        chosen = self._session.value(self._key)
        if not isinstance(chosen, str):
            return self.tr("Choose the field.")
        return self._reasons[chosen].text() if chosen in self._reasons else ""
