"""The page of one section of the form."""

from __future__ import annotations

from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Key

from ...session.session import Session
from ...theme.theme import Theme
from ..base import FieldFindings, Page
from .questions_view import QuestionsView
from .section_links import SectionLinks


class SectionPage(Page):
    """Shows the questions of a section, group by group."""

    def __init__(self, section: Section, session: Session, theme: Theme) -> None:
        texts = session.texts
        title = texts.get(f"section.{section.id}.title") or section.id
        super().__init__(title, texts.get(f"section.{section.id}.intro"))
        self.section = section
        groups = tuple(group for group in section.groups if not group.list)
        self.questions = QuestionsView(session, theme, groups, page_title=title)
        self.questions.focused.connect(self.focused)
        self.column.addWidget(self.questions)
        self.links = SectionLinks(section, session)
        self.links.jump_requested.connect(self.jump_requested)
        self.column.addWidget(self.links)

    def refresh(self) -> None:
        """Show the current answers."""
        self.questions.refresh()
        self.links.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        self.questions.on_changes(keys)
        self.links.refresh()

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self.questions.show_findings(findings)

    def show_key(self, key: Key) -> bool:
        """Scroll to an answer and focus it."""
        return self.bring_into_view(self.questions.find_widget(key))
