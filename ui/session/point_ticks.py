"""The ticks at the points of the guidance, of the draft that is open."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from erasmus_desk.draft.model import Key
from erasmus_desk.storage.point_ticks import Ticks


class PointTicks(QObject):
    """Knows which points are ticked; a controller keeps them on disk."""

    changed = Signal(object)
    """The key of the answer whose points were ticked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ticks: dict[str, tuple[str, ...]] = {}

    @property
    def all(self) -> Ticks:
        """All ticks of the draft, as they are now."""
        return dict(self._ticks)

    def load(self, ticks: Ticks) -> None:
        """Take over what was ticked before."""
        self._ticks = dict(ticks)

    def is_ticked(self, key: Key, point: str) -> bool:
        """Return whether a point is ticked for an answer."""
        return point in self._ticks.get(str(key), ())

    def count(self, key: Key, points: Iterable[str]) -> int:
        """Return how many of these points are ticked."""
        return sum(self.is_ticked(key, point) for point in points)

    def tick(self, key: Key, point: str, *, is_ticked: bool) -> None:
        """Tick a point, or take the tick away."""
        if is_ticked == self.is_ticked(key, point):
            return
        others = tuple(one for one in self._ticks.get(str(key), ()) if one != point)
        self._ticks[str(key)] = (*others, point) if is_ticked else others
        if not self._ticks[str(key)]:
            del self._ticks[str(key)]
        self.changed.emit(key)
