"""The editor of a draft: steps on the left, the page in the middle, guidance on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from erasmus_desk.draft.model import Change, Key
from erasmus_desk.draft.visibility import hidden_answers
from erasmus_desk.i18n.messages import Messages

from ..pages.base import FieldFindings, Page
from ..pages.checks.model import Entry
from ..pages.overview.page import OverviewPage
from ..pages.review_import.decision_model import DecisionModel
from ..session.check_runner import CheckRunner
from ..session.draft_manager import OpenDraft
from ..session.session import Session
from ..theme.theme import Theme
from ..widgets.accessibility import announce
from ..widgets.layouts import build_column
from ..widgets.tab_order import order_areas
from .back_line import BackLine
from .columns import EditorColumns
from .guidance_pane import GuidancePane
from .page_factory import (
    CHECKS,
    COPY_DESK,
    EXPORT,
    FEEDBACK,
    HIDDEN,
    HISTORY,
    PREVIEW,
    REVIEW_IMPORT,
    PageStack,
    find_step,
    load_page,
)
from .save_trouble import SaveTrouble
from .step_bar import StepBar
from .step_list import StepList
from .step_status import build_step_rows, collect_findings
from .top_bar import TopBar


class DraftView(QWidget):
    """The top bar and the editor of one draft, which the window loads with the first draft."""

    def __init__(
        self,
        opened: OpenDraft,
        messages: Messages,
        theme: Theme,
        attach_page: Callable[[str, Page], None],
        parent: QWidget,
    ) -> None:
        # Filled in its place: each move to another parent styles all that it contains anew.
        super().__init__(parent)
        self.top_bar = TopBar(opened.session, theme)
        self.editor = Editor(
            opened.session, opened.check_runner, messages, theme, attach_page, self
        )
        self.save_trouble = SaveTrouble(opened.session, theme)
        parts = (self.top_bar, self.save_trouble, self.editor)
        build_column(self, *parts, spacing=0).setStretchFactor(self.editor, 1)
        # A page comes into the window after these, so Tab leads from it to the first of them.
        editor, above = self.editor, (self.top_bar, self.save_trouble)
        order_areas(editor.guidance, editor.step_bar, *above, editor.back_line, editor.step_list)
        self.top_bar.checks_requested.connect(self.editor.show_checks)
        self.top_bar.export_requested.connect(self.editor.show_export)
        self.top_bar.history_requested.connect(partial(self.editor.show_step, HISTORY))
        self.top_bar.guidance_requested.connect(self.editor.columns.toggle_guidance)


class Editor(QWidget):
    """One open draft, shown step by step."""

    step_changed = Signal()
    """Another step is shown; a good moment to save."""

    def __init__(
        self,
        session: Session,
        check_runner: CheckRunner,
        messages: Messages,
        theme: Theme,
        attach_page: Callable[[str, Page], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the first step; `attach_page` connects a new page to the controllers."""
        super().__init__(parent)
        self.session, self.check_runner, self._messages = session, check_runner, messages
        self._theme, self._attach_to_controllers, self._shows_missing = theme, attach_page, False
        self.step = ""
        """The id of the step that is shown."""
        self.import_decisions: DecisionModel | None = None
        """The decisions on imported files that are not applied yet."""
        self._build()
        session.changed.connect(self._on_changed)
        session.revealed.connect(self.reveal)
        check_runner.finished.connect(self._on_checked)
        self.step_list.chosen.connect(self.show_step)
        self.step_list.entered.connect(self.focus_page)
        self._show_steps()
        self.show_step(self.step_list.model.rows[0].id)

    def _build(self) -> None:
        session, theme = self.session, self._theme
        self.step_list, self.guidance = StepList(theme), GuidancePane(session, theme)
        self.stack = PageStack(session, self.check_runner, self._messages, theme, self._attach_page)
        self.columns = EditorColumns(theme, self.step_list, self.stack, self.guidance)
        self.columns.guidance_left.connect(self._return_to_question)
        self.step_bar = StepBar(theme, self.show_previous, self.show_next)
        self.back_line = BackLine(self.check_runner, theme, self.show_checks)
        self._layout = build_column(self, self.back_line, self.columns, self.step_bar, spacing=0)
        self._layout.setStretchFactor(self.columns, 1)

    def _attach_page(self, step: str, page: Page) -> None:
        page.focused.connect(self.guidance.show_key)
        page.jump_requested.connect(self.show_key)
        page.checks_requested.connect(self.show_checks)
        page.fix_requested.connect(self._show_entry)
        if isinstance(page, OverviewPage):
            page.export_requested.connect(self.show_export)
            page.copying_requested.connect(partial(self.show_step, COPY_DESK))
            page.feedback_requested.connect(partial(self.show_step, FEEDBACK))
            page.page_requested.connect(self._show_page_of)
        if self._attach_to_controllers is not None:
            self._attach_to_controllers(step, page)

    def steps(self) -> tuple[str, ...]:
        """Return the ids of all steps in order."""
        return tuple(row.id for row in self.step_list.model.rows)

    def show_step(self, step: str) -> None:
        """Show a step, announce its title, and focus it unless the list has the focus."""
        page = self.stack.page(step) if step != self.step else None
        if page is None:
            return
        stays_in_list = self.step_list.view.hasFocus()
        self.step = step
        self.back_line.follow(step)
        self._shows_missing |= step == CHECKS
        page.refresh()
        page.show_findings(self.findings())
        self.columns.fold_guidance(is_folded=page.needs_width)
        self.stack.setCurrentWidget(page)
        self.step_list.select(_list_step(self.step))
        self.guidance.show_page()
        if not stays_in_list:
            page.focus_first()
        announce(page, page.describe_aloud())
        self._show_position()
        self.step_changed.emit()

    def focus_page(self) -> None:
        """Put the keyboard focus on the title of the page."""
        if (page := self.current_page()) is not None:
            page.focus_first()

    def show_next(self) -> None:
        """Show the step after this one."""
        self._show_neighbour(1)

    def show_previous(self) -> None:
        """Show the step before this one."""
        self._show_neighbour(-1)

    def show_key(self, key: Key) -> None:
        """Show the page of an answer and focus its field."""
        step = find_step(key, self.session)
        if step not in self.steps() or key in hidden_answers(self.session.draft, self.session.pack):
            step = HIDDEN if HIDDEN in self.steps() else ""
        if step:
            self.show_step(step)
            if (page := self.stack.page(step)) is not None:
                page.show_key(key)
            self.guidance.show_key(key)

    def reveal(self, key: Key) -> None:
        """Show what undo changed; a page below the focus mode would only take the focus."""
        page = self.current_page()
        is_covered = page is not None and page.is_covered
        if not is_covered and not self.stack.reveal(self.step, key):
            self.show_key(key)

    def show_checks(self) -> None:
        """Show the page of checks; from now on pages also mark missing answers."""
        if self.step == CHECKS:
            self.step = ""  # asked for once more, it checks anew
        self.show_step(CHECKS)

    def show_export(self) -> None:
        """Show the page that exports to Word."""
        self.show_step(EXPORT)

    def _show_entry(self, entry: Entry) -> None:
        self.show_key(entry.key)
        if self.step != CHECKS:
            self.back_line.show_entry(entry, self.step)

    def _show_page_of(self, key: Key) -> None:
        self.show_step(find_step(key, self.session))

    def show_review_import(self, decisions: DecisionModel) -> None:
        """Show imported files for decision, in place of those shown before."""
        self.close_review_import()
        self.import_decisions = decisions
        decisions.changed.connect(self._show_steps)
        page = load_page(REVIEW_IMPORT)(self.session, self._theme, decisions)
        self.stack.add_page(REVIEW_IMPORT, page)
        self._show_steps()
        self.show_step(REVIEW_IMPORT)

    def close_review_import(self) -> None:
        """Close the import; what stays undecided is on the feedback page."""
        if self.import_decisions is None:
            return
        self.import_decisions = None
        self._show_steps()
        if self.step == REVIEW_IMPORT:
            self.show_step(FEEDBACK)
        self.stack.remove_page(REVIEW_IMPORT)

    def current_page(self) -> Page | None:
        """Return the page that is shown."""
        return self.stack.built_page(self.step)

    def _return_to_question(self) -> None:
        key, page = self.guidance.key, self.current_page()
        if page is None or key is None or not page.show_key(key):
            self.focus_page()

    def show_panel(self, panel: QWidget) -> None:
        """Insert the search panel above the page."""
        self._layout.insertWidget(0, panel)

    def _show_neighbour(self, offset: int) -> None:
        steps, index = self.steps(), self._index(offset)
        if 0 <= index < len(steps):
            self.show_step(steps[index])

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        if (page := self.current_page()) is not None and not page.is_covered:
            page.on_changes(frozenset(change.key for change in changes))

    def _on_checked(self) -> None:
        self._show_steps()
        if (page := self.current_page()) is not None:
            page.show_findings(self.findings())
        self._show_position()

    def findings(self) -> FieldFindings:
        """Return the findings to show at their fields."""
        return collect_findings(
            self.check_runner, self.session, self._messages, with_missing=self._shows_missing
        )

    def _show_steps(self) -> None:
        rows = build_step_rows(self.session, self.check_runner, self.import_decisions)
        self.step_list.show_steps(rows, _list_step(self.step))
        self.columns.show_steps()

    def _show_position(self) -> None:
        self.step_bar.show_position(self._index(), len(self.steps()))
        if _list_step(self.step) not in self.steps():
            self.step_bar.page_label.clear()  # the history is no step

    def _index(self, offset: int = 0) -> int:
        """Return the index of the step shown, or of a neighbour; 0 if it is not listed."""
        steps, shown = self.steps(), _list_step(self.step)
        offset = offset if shown == self.step else max(offset, 0)
        return steps.index(shown) + offset if shown in steps else 0


def _list_step(step: str) -> str:
    """Return the step that is selected in the list; the preview belongs to the export."""
    return EXPORT if step == PREVIEW else step
