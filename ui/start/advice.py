"""'Help me choose': plain questions, and a reasoned recommendation that forces nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from erasmus_desk.call.advice import recommend
from erasmus_desk.draft.model import Value

from ..fields.choice import Choice, ChoiceField
from ..labels import wrapped
from ..session import Session
from ..theme import GRID, set_role


class AdvicePanel(QFrame):
    """The questions of the pack's author with their answers, and what they speak for."""

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        """Build a box for each question."""
        super().__init__()
        set_role(self, "card")
        self._session = session
        self._answers: dict[str, str] = {}
        self._kind = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        texts = session.texts
        for question in session.pack.advice:
            label = texts.get(f"advice.{question.id}.question")
            layout.addWidget(wrapped(label, "label"))
            field = ChoiceField(
                tuple(
                    Choice(one.id, texts.get(f"advice.{question.id}.{one.id}.label"))
                    for one in question.answers
                )
            )
            field.setObjectName(question.id)
            field.set_name(label)
            field.edited.connect(self._on_answered)
            layout.addWidget(field)
        self.result_label = wrapped("", "heading")
        self.reasons_label = wrapped("")
        self.take_button = QPushButton()
        self.take_button.clicked.connect(self._on_take)
        layout.addSpacing(GRID)
        layout.addWidget(self.result_label)
        layout.addWidget(self.reasons_label)
        layout.addWidget(self.take_button)
        self._show()

    def _on_answered(self, value: Value | None) -> None:
        question = self.sender().objectName()
        if isinstance(value, str):
            self._answers[question] = value
        else:
            self._answers.pop(question, None)
        self._show()

    def _show(self) -> None:
        texts = self._session.texts
        found = recommend(self._session.pack, self._answers)
        self._kind = found.kind
        short = texts.get(f"kind.{found.kind}.short")
        if found.kind:
            self.result_label.setText(self.tr("Your answers speak for: {}").format(short))
        elif self._answers:
            self.result_label.setText(self.tr("Your answers speak for both kinds alike."))
        else:
            self.result_label.setText(self.tr("Answer as many questions as you like."))
        reasons = [f"•  {texts.get(text)}" for text in found.reasons if texts.get(text)]
        self.reasons_label.setText("\n".join(reasons))
        self.take_button.setText(self.tr("Choose {}").format(short))
        self.take_button.setVisible(bool(found.kind))

    def _on_take(self) -> None:
        self.chosen.emit(self._kind)
