"""What stands beside the title of the matrix: the lump sums to choose from, and the workbook."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QButtonGroup, QPushButton

from erasmus_desk.budget.rates import Rates
from erasmus_desk.call.funding import Balance
from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import ButtonLines, InnerRow, keep_room, push_button
from ...widgets.labels import short_label
from ..question_texts import build_choices
from .texts import MatrixTexts


class LumpSumChoice(QObject):
    """The lump sums as buttons beside each other; the chosen one is marked."""

    def __init__(self, whole: Balance, session: Session, texts: MatrixTexts) -> None:
        super().__init__()
        self._session = session
        self.key = Key(whole.choice)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        rates, question = Rates(session.pack.funding), session.form.questions[whole.choice]
        self.name = session.texts.short_label(question.id)
        for choice in build_choices(question, session):
            row = rates.find_row(whole.table, choice.id)
            button = QPushButton(choice.name if row is None else texts.format_number(row.amount))
            button.setCheckable(True)
            button.setObjectName(choice.id)
            set_accessible_name(button, f"{self.name}: {button.text()}")
            keep_room(button)
            self.buttons[choice.id] = button
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._on_clicked)

    def refresh(self) -> None:
        """Mark the chosen lump sum, or none."""
        chosen = self._session.value(self.key)
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == chosen)
        self._group.setExclusive(True)

    def _on_clicked(self, button: QPushButton) -> None:
        self._session.edit(self.key, button.objectName())


class MatrixTools(InnerRow):
    """The choice of a lump sum with its name, and the button that saves the workbook."""

    def __init__(self, choice: LumpSumChoice, theme: Theme) -> None:
        self.workbook_button = push_button(theme.icon("table"), self.tr("Excel"))
        self.workbook_button.setToolTip(self.tr("Save budget as Excel"))
        label = short_label(choice.name, "quiet")
        sums = InnerRow(label, ButtonLines(*choice.buttons.values()))
        super().__init__(sums, self.workbook_button)
