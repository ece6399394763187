"""Lines that tell on a section's page what of it is described on the page of the activities."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key

from ..session import Session
from ..theme import set_role
from .plan import plan_lists, title_of


class ElsewhereLines(QWidget):
    """A link for each list of the section that the form asks now."""

    asked_for = Signal(object)

    def __init__(self, section: Section, session: Session) -> None:
        """Build for a section."""
        super().__init__()
        self._section = section
        self._session = session
        self.links: dict[str, QPushButton] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Show a line for each list that is asked now, with how many it holds."""
        shown: set[str] = set()
        for plan in plan_lists(self._session):
            if plan.section.id != self._section.id:
                continue
            shown.add(plan.spec.id)
            link = self._link(plan.spec.id)
            count = len(self._session.draft.items(plan.spec.id))
            text = self.tr("{0} ({1}): described under Activities")
            link.setText(text.format(title_of(plan, self._session), count))
        for one, link in self.links.items():
            link.setVisible(one in shown)
        self.setVisible(bool(shown))

    def _link(self, list_id: str) -> QPushButton:
        if list_id not in self.links:
            link = QPushButton()
            link.setObjectName(list_id)
            set_role(link, "link")
            link.clicked.connect(self._on_clicked)
            self._layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.links[list_id] = link
        return self.links[list_id]

    def _on_clicked(self) -> None:
        self.asked_for.emit(Key(self.sender().objectName()))
