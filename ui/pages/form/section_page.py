"""The page of one section of the form, generated from the pack."""

from __future__ import annotations

from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import Look
from ..base import Page, Remarks
from .questions_view import QuestionsView
from .section_links import ElsewhereLines


class SectionPage(Page):
    """Shows the questions of a section, group by group."""

    def __init__(self, section: Section, session: Session, look: Look) -> None:
        """Build the questions of the section that are asked once for the proposal."""
        texts = session.texts
        title = texts.get(f"section.{section.id}.title") or section.id
        super().__init__(title, texts.get(f"section.{section.id}.intro"))
        self.section = section
        groups = tuple(group for group in section.groups if not group.list)
        self.questions = QuestionsView(session, look, groups, page_title=title)
        self.questions.focused.connect(self.focused)
        self.column.addWidget(self.questions)
        self.elsewhere = ElsewhereLines(section, session)
        self.elsewhere.asked_for.connect(self.asked_for)
        self.column.addWidget(self.elsewhere)

    def refresh(self) -> None:
        """Show the present answers."""
        self.questions.refresh()
        self.elsewhere.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Follow a change of the draft."""
        self.questions.on_changes(keys)
        self.elsewhere.refresh()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show findings at their fields."""
        self.questions.show_remarks(remarks)

    def show_key(self, key: Key) -> bool:
        """Bring an answer into view and focus it."""
        return self.bring_into_view(self.questions.place_of(key))
