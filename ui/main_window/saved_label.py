"""Whether the proposal is saved: a sign and words, as of every state."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from ..session.save_status import SaveState
from ..theme.theme import GRID, Theme, set_role
from ..widgets.buttons import icon_size

SIGNS = {SaveState.SAVED: "check", SaveState.FAILED: "octagon-alert"}


class SavedLabel(QLabel):
    """A short text after its sign; the room of the sign stays while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.state: SaveState | None = None
        set_role(self, "quiet")

    def show_state(self, state: SaveState | None, text: str) -> None:
        """Show a state in these words."""
        self.setContentsMargins(icon_size() + GRID // 2, 0, 0, 0)
        self.setText(text)
        role = "warm" if state is SaveState.FAILED else "quiet"
        if self.property("role") != role:
            set_role(self, role)
        if state is not self.state:
            self.state = state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the sign before it."""
        super().paintEvent(event)
        name = SIGNS.get(self.state) if self.state is not None else None
        if name is None:
            return
        is_bad = self.state is SaveState.FAILED
        icon = self._theme.warm_icon(name) if is_bad else self._theme.quiet_icon(name)
        painter, size = QPainter(self), icon_size()
        icon.paint(painter, 0, (self.height() - size) // 2, size, size)
        painter.end()
