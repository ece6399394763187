"""A framed card, as pages show details, figures and comments in."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from ..theme.theme import set_role
from ..widgets.layouts import Content, Margins, build_column

CARD_MARGINS = (2, 2, 2, 2)
FLAT_CARD_MARGINS = (2, 1, 2, 1)


class Card(QFrame):
    """A frame with its content in a column; margins and spacing in steps of the grid."""

    def __init__(
        self,
        *content: Content,
        margins: Margins = CARD_MARGINS,
        spacing: float | None = None,
        role: str = "card",
    ) -> None:
        super().__init__()
        set_role(self, role)
        self.column = build_column(self, *content, margins=margins, spacing=spacing)
