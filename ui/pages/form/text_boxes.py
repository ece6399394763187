"""The long texts among the questions of a view: their numbers, their points, and their tools."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from erasmus_desk.draft.model import Key

from ...fields.question_box import QuestionBox
from ...fields.text_field import TextField
from ...session.session import Session
from ..guidance_content import count_open_points


class TextBoxes(QObject):
    """Shows at each long text what its writer needs to know."""

    def __init__(self, session: Session, boxes: Iterable[QuestionBox], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._boxes = {box.key: box for box in boxes if isinstance(box.field, TextField)}
        self._worked_on: QuestionBox | None = None
        session.ticks.changed.connect(self._show_points)

    def refresh(self) -> None:
        """Show how many points of the guidance are to be ticked yet."""
        for key in self._boxes:
            self._show_points(key)

    def show_numbers(self) -> None:
        """Show a number at each text that is asked, unless there is only one."""
        asked = [box for box in self._boxes.values() if not box.isHidden()]
        for number, box in enumerate(asked, start=1):
            box.show_number(number if len(asked) > 1 else 0)

    def work_on(self, key: Key) -> None:
        """Show the tools at the question that has the focus, and nowhere else."""
        box = self._boxes.get(key)
        if box is not self._worked_on:
            for one, is_shown in ((self._worked_on, False), (box, True)):
                if one is not None:
                    one.show_tools(is_shown=is_shown)
            self._worked_on = box

    def _show_points(self, key: Key) -> None:
        if key in self._boxes:
            self._boxes[key].show_points(count_open_points(key, self._session))
