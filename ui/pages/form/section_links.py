"""Lines that tell on a section's page what of it is described on the page of the activities."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import set_role
from ...widgets.accessibility import name
from ...widgets.labels import wrapped
from ..activity_model import plan_lists, title_of


class _Line(Struct, frozen=True):
    """One line: what is told, and the way there."""

    whole: QWidget
    label: QLabel
    link: QPushButton


class ElsewhereLines(QWidget):
    """A line for each list of the section that the form asks now."""

    asked_for = Signal(object)

    def __init__(self, section: Section, session: Session) -> None:
        """Build for a section."""
        super().__init__()
        self._section = section
        self._session = session
        self._lines: dict[str, _Line] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def link(self, list_id: str) -> QPushButton:
        """Give the way to a list. Raises KeyError for a list that was never asked here."""
        return self._lines[list_id].link

    def refresh(self) -> None:
        """Show a line for each list that is asked now, with how many it holds."""
        shown: set[str] = set()
        for plan in plan_lists(self._session):
            if plan.section.id != self._section.id:
                continue
            shown.add(plan.spec.id)
            count = len(self._session.draft.items(plan.spec.id))
            text = self.tr("{0} ({1}): described under Activities")
            said = text.format(title_of(plan, self._session), count)
            line = self._line(plan.spec.id)
            if line.label.text() != said:
                line.label.setText(said)
                name(line.link, f"{said}. {line.link.text()}")
        for one, line in self._lines.items():
            line.whole.setVisible(one in shown)
        self.setVisible(bool(shown))

    def _line(self, list_id: str) -> _Line:
        if list_id not in self._lines:
            whole = QWidget()
            row = QHBoxLayout(whole)
            row.setContentsMargins(0, 0, 0, 0)
            label = wrapped("")
            link = QPushButton(self.tr("Go there"))
            link.setObjectName(list_id)
            set_role(link, "link")
            link.clicked.connect(self._on_clicked)
            row.addWidget(label, 1)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self._layout.addWidget(whole)
            self._lines[list_id] = _Line(whole, label, link)
        return self._lines[list_id]

    def _on_clicked(self) -> None:
        self.asked_for.emit(Key(self.sender().objectName()))
