"""Links from a section's page to its lists on the activities page."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import set_role
from ...widgets.accessibility import set_accessible_name
from ...widgets.labels import wrapped_label
from ..activity_model import collect_activity_lists, get_list_title


class _LinkRow(Struct, frozen=True):
    """The widgets of one line."""

    widget: QWidget
    label: QLabel
    link: QPushButton


class SectionLinks(QWidget):
    """A line with a link for each visible activity list of the section."""

    jump_requested = Signal(object)

    def __init__(self, section: Section, session: Session) -> None:
        super().__init__()
        self._section = section
        self._session = session
        self._rows: dict[str, _LinkRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def get_link(self, list_id: str) -> QPushButton:
        """Return the link to a list. Raises KeyError for a list that was never visible here."""
        return self._rows[list_id].link

    def refresh(self) -> None:
        """Show a line for each visible list, with its number of items."""
        shown: set[str] = set()
        for activity_list in collect_activity_lists(self._session):
            if activity_list.section.id != self._section.id:
                continue
            list_id = activity_list.spec.id
            shown.add(list_id)
            text = self.tr("{0}: {1} planned").format(
                get_list_title(activity_list, self._session),
                len(self._session.draft.items(list_id)),
            )
            row = self._get_row(list_id)
            if row.label.text() != text:
                row.label.setText(text)
                set_accessible_name(row.link, f"{text}. {row.link.text()}")
        for list_id, row in self._rows.items():
            row.widget.setVisible(list_id in shown)
        self.setVisible(bool(shown))

    def _get_row(self, list_id: str) -> _LinkRow:
        if list_id not in self._rows:
            widget = QWidget()
            layout = QHBoxLayout(widget)
            layout.setContentsMargins(0, 0, 0, 0)
            label = wrapped_label("")
            link = QPushButton(self.tr("Edit in Activities"))
            link.setObjectName(list_id)
            set_role(link, "link")
            link.clicked.connect(self._on_clicked)
            layout.addWidget(label, 1)
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self._layout.addWidget(widget)
            self._rows[list_id] = _LinkRow(widget, label, link)
        return self._rows[list_id]

    def _on_clicked(self) -> None:
        self.jump_requested.emit(Key(self.sender().objectName()))
