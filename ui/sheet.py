"""Rules of the style sheet for tables, tabs and rows that open."""

from __future__ import annotations

from typing import Protocol


class Inks(Protocol):
    """The colours that these rules use (`erasmus_desk.ui.theme.Colours`)."""

    @property
    def card(self) -> str:
        """Ground of what stands out."""
        ...

    @property
    def edge(self) -> str:
        """Outline of what can be used."""
        ...

    @property
    def border(self) -> str:
        """Lines that part."""
        ...

    @property
    def text(self) -> str:
        """Text."""
        ...

    @property
    def quiet(self) -> str:
        """Text of less weight."""
        ...

    @property
    def accent(self) -> str:
        """What is chosen or has the focus."""
        ...

    @property
    def accent_soft(self) -> str:
        """Ground of what is chosen."""
        ...


def rules(c: Inks) -> str:
    """Give the rules in the colours of a palette."""
    return f"""
    QPushButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
    QPushButton[role="row"] {{ border: none; background: transparent; text-align: left;
        padding: 4px; }}
    QPushButton[role="row"]:focus {{ border: 1px solid {c.accent}; padding: 3px; }}
    QTabBar::tab {{ padding: 8px 10px; border: none; border-bottom: 3px solid {c.border};
        color: {c.quiet}; background: transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:selected:focus {{ background: {c.accent_soft}; }}
    QTableView {{ background: {c.card}; border: 1px solid {c.edge}; border-radius: 6px;
        padding: 5px; }}
    QTableView:focus {{ border: 2px solid {c.accent}; padding: 4px; }}
    QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    """
