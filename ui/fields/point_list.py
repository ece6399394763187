"""Points of the guidance as a list to tick off."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ..theme.theme import set_role
from ..widgets.check_line import CheckBoxLabel, bare_box, check_line
from ..widgets.labels import short_label, wrapped_label
from ..widgets.layouts import build_column, build_row


class PointList(QWidget):
    """A heading with the count of what is ticked, and a box for each point."""

    ticked = Signal(str, bool)
    """The id of the point, and whether it is ticked now."""

    def __init__(self, title: str, points: dict[str, str]) -> None:
        """`points` has the texts of the points by their ids."""
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._labels: dict[str, CheckBoxLabel] = {}
        self.count_label = short_label("", "quiet")
        head = build_row(None, margins=(0, 1, 0, 0))
        head.addWidget(wrapped_label(title, "label"), 1)
        head.addWidget(self.count_label, 0, Qt.AlignmentFlag.AlignTop)
        column = build_column(self, head, spacing=0.25)
        for point, text in points.items():
            self.boxes[point] = box = bare_box()
            box.setObjectName(point)
            box.setAccessibleName(text)
            box.setAccessibleDescription(title)
            box.clicked.connect(self._on_clicked)
            self._labels[point] = label = CheckBoxLabel(text, box)
            column.addLayout(check_line(box, label))

    def show_ticks(self, ticked: set[str]) -> None:
        """Tick these points; what is done steps back."""
        for point, box in self.boxes.items():
            box.setChecked(point in ticked)
            role = "quiet" if point in ticked else "plain"
            if self._labels[point].property("role") != role:
                set_role(self._labels[point], role)
        done = len(ticked & self.boxes.keys())
        self.count_label.setText(self.tr("{0} of {1}").format(done, len(self.boxes)))

    def _on_clicked(self, is_checked: bool) -> None:
        self.ticked.emit(self.sender().objectName(), is_checked)
