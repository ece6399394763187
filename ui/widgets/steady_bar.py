"""The scroll bar of a page whose height goes by its width: it does not come and go for ever."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from ..qt_support import single_shot
from ..theme.theme import GRID

BAR_SPARE = GRID * 3
"""Pixels that must be left for more to stand side by side: more than a scroll bar takes."""
MOST_TURNS = 6
"""How often a page may get another width in a moment while its area keeps its size."""
MOMENT = 500
"""Milliseconds."""


class SteadyBar(QObject):
    """Keeps the vertical scroll bar of an area where it would come and go without end.

    Parts of a page hide or wrap by its width. Beside the bar it may fit or not, and where it asks
    to be arranged again with each width, Qt would try it with the bar and without for ever.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._size = area.size()
        self._turns = 0
        self._is_kept = False
        self._moment = single_shot(self, MOMENT)
        self._moment.timeout.connect(self._forget)
        self._keep_soon = single_shot(self, 0)
        self._keep_soon.timeout.connect(self._keep)

    def note_width(self, event: QResizeEvent) -> None:
        """Count the widths of the page; Qt gives it the one without the bar only to try it."""
        if event.size().width() == event.oldSize().width():
            return
        self._turns += 1
        if self._turns == 1:
            self._moment.start()
        elif self._turns > MOST_TURNS:
            self._keep_soon.start()

    def release(self) -> None:
        """Let the bar go again, if the area has another size: its view changes with the bar too."""
        if self._area.size() == self._size:
            return
        self._size, self._turns = self._area.size(), 0
        self._keep_soon.stop()
        policy = Qt.ScrollBarPolicy
        if self._is_kept and self._area.verticalScrollBarPolicy() == policy.ScrollBarAlwaysOn:
            self._area.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded)
        self._is_kept = False

    def _forget(self) -> None:
        self._turns = 0

    def _keep(self) -> None:
        policy = Qt.ScrollBarPolicy
        if self._area.verticalScrollBarPolicy() == policy.ScrollBarAsNeeded:
            self._is_kept = True
            self._area.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn)
