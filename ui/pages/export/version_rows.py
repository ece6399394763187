"""What a Word file is for: a row for each purpose, with its explanation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from ...widgets.choice_card import ChoiceCard
from ..base import Card
from .papers import PAPERS
from .recipient import PARTNER_PROFILE

CLEAN_PROFILE = "clean"
"""The profile of a file for an assessor."""


class ChoiceRows(Card):
    """Choices of which one is chosen, each a row with its explanation."""

    edited = Signal(object)
    """The choice of the user."""

    def __init__(self, choices: dict[str, tuple[str, str]]) -> None:
        """`choices` has the titles and the explanations by their ids."""
        super().__init__(margins=(0.5, 0.5, 0.5, 0.5), spacing=0)
        self.rows: list[ChoiceCard] = []
        for choice, (title, text) in choices.items():
            row = ChoiceCard(choice, title, is_row=True)
            row.build_body()
            row.add_text(text, "quiet")
            row.describe(text)
            row.chosen.connect(self.edited.emit)
            self.rows.append(row)
            self.column.addWidget(row)

    def show_choice(self, choice: str) -> None:
        """Show which one is chosen."""
        for row in self.rows:
            row.show_chosen(is_chosen=row.choice == choice)


def name_versions() -> dict[str, tuple[str, str]]:
    """Return the titles and the explanations of what a file is for."""
    return {
        CLEAN_PROFILE: (
            QCoreApplication.translate("ExportPage", "Clean proposal"),
            QCoreApplication.translate(
                "ExportPage", "Questions and answers only, to read and to send"
            ),
        ),
        "questions": (
            QCoreApplication.translate("ExportPage", "Working copy"),
            QCoreApplication.translate(
                "ExportPage", "With guidance and character counts, for colleagues who write too"
            ),
        ),
        PARTNER_PROFILE: (
            QCoreApplication.translate("ExportPage", "For one partner"),
            QCoreApplication.translate(
                "ExportPage", "Only their own questions, with a date to reply by"
            ),
        ),
        PAPERS: (
            QCoreApplication.translate("ExportPage", "Papers for the partners"),
            QCoreApplication.translate(
                "ExportPage", "Letters to sign, the annexes, or one page for each partner"
            ),
        ),
    }
