"""What the guidance says of one question, for the pane beside a page and for the focus mode."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from erasmus_desk.call.form import Question
from erasmus_desk.draft.model import Key

from ..fields.point_list import PointList
from ..i18n.joined import join_parts
from ..session.session import Session
from ..theme.theme import GRID
from ..widgets.labels import wrapped_label
from .question_texts import describe_points, list_points

ASKS, ASSESSORS, BUILD, ELEMENTS = "asks", "assessors", "build", "elements"
"""The layers of the guidance of a question."""


def build_layer(layer: str, key: Key, session: Session) -> list[QWidget]:
    """Build one layer of the guidance with its heading; nothing if the question has none."""
    paragraphs = session.texts.paragraphs(f"question.{key.question}.{layer}")
    if not paragraphs:
        return []
    title = _name_layers()[layer]
    points = list_points(key.question, layer, session.texts)
    if points:
        return [TickedPoints(title, {point.id: point.text for point in points}, key, session)]
    return [_build_heading(title), *(wrapped_label(one, "quiet") for one in paragraphs)]


def build_criteria(question: Question, session: Session) -> list[QWidget]:
    """Build a line for each award criterion that a question counts for."""
    parts: list[QWidget] = []
    for criterion in session.pack.criteria:
        if criterion.id in question.feeds:
            name = session.texts.get(f"criterion.{criterion.id}.name")
            points = describe_points(criterion)
            parts.append(wrapped_label(join_parts(name, points), "quiet"))
    if not parts:
        return []
    heading = QCoreApplication.translate("GuidancePane", "Award criterion")
    return [_build_heading(heading), *parts]


def _build_heading(text: str) -> QLabel:
    """Build the heading of a layer, set apart from what is above it."""
    heading = wrapped_label(text, "label")
    heading.setContentsMargins(0, GRID, 0, 0)
    return heading


def count_open_points(key: Key, session: Session) -> int:
    """Return how many points are to be ticked yet; 0 before the first one is ticked."""
    points = [
        point.id
        for layer in (BUILD, ELEMENTS)
        for point in list_points(key.question, layer, session.texts)
    ]
    ticked = session.ticks.count(key, points)
    return len(points) - ticked if ticked else 0


class TickedPoints(PointList):
    """The points of one layer for one answer; the session knows which are ticked."""

    def __init__(self, title: str, points: dict[str, str], key: Key, session: Session) -> None:
        super().__init__(title, points)
        self._key = key
        self._session = session
        self.ticked.connect(self._on_ticked)
        session.ticks.changed.connect(self._show)
        self._show(key)

    def _show(self, key: Key) -> None:
        if key == self._key:
            ticks = self._session.ticks
            self.show_ticks({point for point in self.boxes if ticks.is_ticked(key, point)})

    def _on_ticked(self, point: str, is_ticked: bool) -> None:
        self._session.ticks.tick(self._key, point, is_ticked=is_ticked)


def _name_layers() -> dict[str, str]:
    return {
        ASKS: QCoreApplication.translate("GuidancePane", "What the question asks"),
        ASSESSORS: QCoreApplication.translate("GuidancePane", "What assessors look for"),
        BUILD: QCoreApplication.translate("GuidancePane", "Questions to help you write"),
        ELEMENTS: QCoreApplication.translate("GuidancePane", "Points to include"),
    }
