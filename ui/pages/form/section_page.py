"""The pages of sections of the form: questions, with links to activities."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from erasmus_desk.call.form import Group, Section
from erasmus_desk.draft.model import Key
from erasmus_desk.draft.papers import is_paper_key
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.progress import is_answered

from ...fields.text_box import measure_text_column
from ...session.session import Session
from ...theme.theme import GRID, Theme
from ...widgets.accessibility import set_accessible_name
from ...widgets.buttons import WrappingRow, text_button
from ...widgets.labels import short_label, wrapped_label
from ...widgets.layouts import STRETCH, add_content, build_column, build_row
from ...widgets.share_bar import ShareBar
from ..activity_model import collect_activity_lists, get_list_title, get_page_title
from ..base import FieldFindings, Page
from ..papers_card import PapersCard
from .questions_view import QuestionsView, QuestionWidgets


class SectionPage(Page):
    """A page with the questions of a section; subclasses add them among their own widgets."""

    questions: QuestionsView

    def __init__(
        self,
        section: Section,
        session: Session,
        theme: Theme,
        *,
        has_intro: bool = True,
        is_centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = session.texts.get(f"section.{section.id}.title") or section.id
        paragraphs = session.texts.paragraphs(f"section.{section.id}.intro") if has_intro else ()
        intro = "\n\n".join(paragraphs)
        super().__init__(title, intro, is_centred=is_centred, parent=parent)
        self.section = section
        self._session = session
        self._theme = theme

    def add_questions(self, groups: tuple[Group, ...] | None = None) -> None:
        """Add the questions of these groups, otherwise of all that are not of a list."""
        if groups is None:
            groups = tuple(group for group in self.section.groups if not group.list)
        session, theme = self._session, self._theme
        widgets = QuestionWidgets(session, theme, "", self.title_label.text())
        self.questions = QuestionsView(
            session, theme, groups, widgets=widgets, parent=self.column_widget
        )
        self.questions.focused.connect(self.focused)
        self.column.addWidget(self.questions)

    def refresh(self) -> None:
        """Show the current answers."""
        self.questions.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        self.questions.on_changes(keys)

    def show_findings(self, findings: FieldFindings) -> None:
        """Show findings at their fields."""
        self.questions.show_findings(findings)

    def reveal(self, key: Key) -> bool:
        """Show a row that undo brought back or took away here, if it is of a table here."""
        return key.question in self._session.form.lists and self.show_key(key)

    def show_key(self, key: Key) -> bool:
        """Scroll to an answer and focus it."""
        return self.bring_into_view(self.questions.find_widget(key))


class QuestionsPage(SectionPage):
    """Shows the questions of a section, group by group, and links to its activity lists."""

    def __init__(
        self, section: Section, session: Session, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(section, session, theme, is_centred=True, parent=parent)
        self.add_questions()
        self.progress = SectionProgress(theme)
        self.set_beside_title(self.progress)
        self.links = SectionLinks(section, session)
        self.links.jump_requested.connect(self.jump_requested)
        self.papers = self._build_papers()
        add_content(self.column, *filter(None, (self.papers,)), self.links)
        self._answered: set[Key] = set()
        self.limit_column(0)
        self._fit_column()

    def refresh(self) -> None:
        """Show the current answers and lists."""
        super().refresh()
        self._show_progress()
        self.links.refresh()
        if self.papers is not None:
            self.papers.refresh()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft."""
        super().on_changes(keys)
        self.links.refresh()
        if self.papers is not None:
            self.papers.on_changes(keys)
        answered = {key for key in keys if is_answered(self._session.draft, key)}
        if answered != self._answered & keys:
            self._show_progress()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the column to another type size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_column()

    def reveal(self, key: Key) -> bool:
        """Show a date of a paper that undo changed, or a row of a table."""
        return self.show_key(key) if is_paper_key(key) else super().reveal(key)

    def show_key(self, key: Key) -> bool:
        """Scroll to an answer or to a date of a paper, and focus it."""
        date = self.papers.cell(key) if self.papers is not None else None
        return self.bring_into_view(date) if date is not None else super().show_key(key)

    def _build_papers(self) -> PapersCard | None:
        """Build the card of the papers that the section asks for, `None` if it asks for none."""
        asked = {name for group in self.section.groups for name in group.questions}
        papers = {one.question for one in self._session.pack.papers}
        if not asked & papers:
            return None
        card = PapersCard(frozenset(asked), self._session, self._theme)
        card.focused.connect(self.focused)
        return card

    def _fit_column(self) -> None:
        self.column_widget.setMaximumWidth(measure_text_column(self.font()))

    def _show_progress(self) -> None:
        """Show how many questions of the section are answered, as the list of steps counts them."""
        self.questions.texts.show_numbers()
        visible = visible_questions(self._session.draft, self._session.pack)
        asked = [one for one in visible if one.section is self.section]
        keys = [one.key for one in asked if one.question.required] or [one.key for one in asked]
        self._answered = {key for key in keys if is_answered(self._session.draft, key)}
        self.progress.show_count(len(self._answered), len(keys))


class SectionProgress(QWidget):
    """How many questions of a section are answered, in words and as a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.label = short_label("", "quiet")
        self.bar = ShareBar(theme)
        self.bar.setFixedWidth(GRID * 12)
        build_row(self, self.label, self.bar, STRETCH, spacing=1.5)

    def show_count(self, answered: int, asked: int) -> None:
        """Show the numbers; nothing if nothing is asked."""
        self.setVisible(asked > 0)
        if asked:
            text = self.tr("{0} of {1} answered").format(answered, asked)
            self.label.setText(text)
            self.bar.show_share(answered / asked, text, is_good=answered == asked)


class SectionLinks(QWidget):
    """A line with a link for each visible activity list of the section."""

    jump_requested = Signal(object)

    def __init__(self, section: Section, session: Session) -> None:
        super().__init__()
        self._section = section
        self._session = session
        self._rows: dict[str, _LinkRow] = {}
        self._layout = build_column(self, spacing=None)

    def refresh(self) -> None:
        """Show a line for each visible list, with its number of items."""
        lists = {one.spec.id: one for one in collect_activity_lists(self._session)}
        shown = {name: one for name, one in lists.items() if one.section.id == self._section.id}
        for list_id, activity_list in shown.items():
            text = self.tr("{0}: {1} planned").format(
                get_list_title(activity_list, self._session),
                len(self._session.draft.items(list_id)),
            )
            row = self._rows.get(list_id) or self._add_row(list_id)
            if row.label.text() != text:
                row.label.setText(text)
                set_accessible_name(row.link, f"{text}. {row.link.text()}")
        for list_id, row in self._rows.items():
            row.setVisible(list_id in shown)
        self.setVisible(bool(shown))

    def _add_row(self, list_id: str) -> _LinkRow:
        row = self._rows[list_id] = _LinkRow(self._name_link())
        row.link.setObjectName(list_id)
        row.link.clicked.connect(self._on_clicked)
        self._layout.addWidget(row)
        return row

    def _name_link(self) -> str:
        return self.tr("Edit in “{}”").format(get_page_title(self._session))

    def _on_clicked(self) -> None:
        self.jump_requested.emit(Key(self.sender().objectName()))


class _LinkRow(WrappingRow):
    """A text with a link at its right, or below it where there is no room."""

    def __init__(self, link: str) -> None:
        self.label = wrapped_label("")
        self.link = text_button(link, role="link")
        super().__init__(self.label, self.link)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def needed_width(self) -> int:
        """Return the width of both if the text wraps."""
        link = self.link.sizeHint().width()
        return self.label.minimumSizeHint().width() + GRID * 12 + link
