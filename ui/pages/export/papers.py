"""The choice of papers around a proposal: letters, the list of annexes, partner sheets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.draft.papers import PaperworkKind

from ...fields.choice_fields import ChoiceField
from ...fields.question_box import QuestionBox
from ...fields.values import Choice, QuestionText
from ...theme.theme import Theme
from ...widgets.layouts import build_column

PAPERS = "papers"
"""Stands for papers instead of a profile of the proposal."""
FOLDER_PAPERS = frozenset((PaperworkKind.LETTERS.value, PaperworkKind.SHEETS.value))
"""Papers with a file for each partner."""


class PapersBox(QWidget):
    """Which papers to save."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.kind = PaperworkKind.LETTERS.value
        names = {
            PaperworkKind.LETTERS: self.tr("Letters for the partners to sign"),
            PaperworkKind.ANNEXES: self.tr("List of annexes, and who owes what"),
            PaperworkKind.SHEETS: self.tr("Partner sheets: tasks, money and dates on one page"),
        }
        choices = tuple(Choice(kind.value, name) for kind, name in names.items())
        self.kind_field = ChoiceField(choices)
        box = QuestionBox(
            Key("papers"), self.kind_field, QuestionText(self.tr("Which papers"), ""), theme
        )
        box.edited.connect(self._on_edited)
        build_column(self, box)
        self.show_kind(self.kind)

    def show_kind(self, kind: str) -> None:
        """Choose which papers."""
        self.kind = kind
        self.kind_field.set_value(kind)

    def _on_edited(self, _key: Key, value: Value | None) -> None:
        self.kind = str(value) if value else self.kind
