"""The page on which a lump sum is shared out and typed in."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from erasmus_desk.budget.estimates import find_estimates
from erasmus_desk.budget.matrix import MatrixRules
from erasmus_desk.call.form import Section
from erasmus_desk.draft.model import Change, ChangeSet, Key
from erasmus_desk.i18n.formats import capitalise
from erasmus_desk.i18n.messages import Messages

from ...fields.question_box import build_remark_line
from ...fields.values import Remark
from ...session.session import Session
from ...theme.theme import COLUMN_WIDTH, GRID, Theme, find_text_scale, set_role
from ...widgets.buttons import WrappingRow, text_button
from ...widgets.key_hints import KeyHints
from ...widgets.labels import NaturalLabel, wrapped_label
from ...widgets.layouts import add_content, build_column, clear_layout, limit_width
from ..base import FieldFindings
from ..budget.estimate_card import EstimateCard
from ..form.lump_sum_help import LumpSumHelp
from ..form.section_page import SectionPage
from ..left_bar import LeftBar
from ..question_texts import is_long_text
from .head import LumpSumChoice, MatrixTools
from .model import MatrixModel
from .notice import RuleNotice, Trouble, find_trouble
from .offer import OfferButton
from .share_card import ShareCard, show_left
from .table import MatrixGrid
from .texts import MatrixTexts

MAX_WIDTH = 1440
FIX_LABEL = "budget.fix"
"""Label of the change set that keeps a rule."""


class MatrixPage(SectionPage):
    """The lump sum, how it is shared out, and the grid in which it is typed."""

    needs_width: ClassVar[bool] = True

    def __init__(
        self,
        section: Section,
        rules: MatrixRules,
        session: Session,
        messages: Messages,
        theme: Theme,
    ) -> None:
        super().__init__(section, session, theme, has_intro=False, is_centred=True)
        self.limit_column(MAX_WIDTH)
        self._rules = rules
        self._texts = MatrixTexts(rules, session, messages)
        self.model = MatrixModel(rules, session, self._texts)
        self._cursor = (0, 0)
        self._build_head(theme)
        self._build_grid(theme)
        self._build_below()
        self.offer = OfferButton(self.model, self._texts, theme)
        self.left_bar = LeftBar(theme, self.offer)
        self.dock(self.left_bar)

    def _build_head(self, theme: Theme) -> None:
        self.choice = LumpSumChoice(self._rules.whole, self._session, self._texts)
        self.tools = MatrixTools(self.choice, theme)
        self.tools.workbook_button.clicked.connect(self.workbook_requested)
        self.set_beside_title(self.tools)
        self.notice = RuleNotice(theme)
        self.notice.fix_wanted.connect(self._fix)
        self.card = ShareCard(self._list_needed(), self._texts, theme)
        add_content(self.column, self.notice, self.card)

    def _build_grid(self, theme: Theme) -> None:
        self.grid = MatrixGrid(self.model, self.title_label.text(), theme)
        self.grid.focused.connect(self.focused)
        self.grid.cell_changed.connect(self._on_cell)
        self.grid.refused.connect(self._on_refused)
        self.refused_label: QLabel = wrapped_label("", "warm")
        self.refused_label.hide()
        self.remarks: QVBoxLayout = build_column(None, spacing=0.5)
        self.keys = KeyHints(
            (self.tr("Enter"), self.tr("down")),
            (self.tr("Tab"), self.tr("right")),
            (self.tr("Ctrl+V"), self.tr("paste a block from Excel")),
        )
        self.missing = {name: self._build_missing(name) for name in self._list_needed()}
        self.help = LumpSumHelp(self._session, theme)
        self.estimates = EstimateCard(self._session)
        parts = (*self.missing.values(), self.grid)
        below = (self.refused_label, self.remarks, self.keys, self.help, self.estimates)
        add_content(self.column, *parts, *below)
        self.column.setSpacing(GRID * 3 // 2)

    def _build_below(self) -> None:
        intro = self._session.texts.get(f"section.{self.section.id}.intro")
        self.add_questions()
        self._below = QWidget()
        build_column(self._below, wrapped_label(intro, "quiet"), self.questions)
        self.column.addLayout(limit_width(self._below))

    def _list_needed(self) -> tuple[str, ...]:
        """Return the lists without which there is nothing to share out."""
        outer = [rule.balance.within for rule in self._rules.shared if rule.balance.within]
        return tuple(dict.fromkeys((*outer, self._rules.takers)))

    def _build_missing(self, list_id: str) -> QWidget:
        """Build the line on a list that has no items yet, with a link to its page."""
        many, add = (self._texts.get_list_word(list_id, word) for word in ("many", "add"))
        sentence = self.tr("No {} yet.").format(many)
        # A language may begin with the name of the list.
        text = NaturalLabel(capitalise(sentence))
        set_role(text, "quiet")
        link = text_button(add or self.tr("Add"), role="link")
        link.clicked.connect(lambda: self.jump_requested.emit(Key(list_id)))
        row = WrappingRow(text, link)
        row.row.addWidget(text)
        row.row.addWidget(link, 1)
        return row

    def refresh(self) -> None:
        """Show the current answers."""
        super().refresh()
        self._show_amounts()
        self._show_notice()
        self._show_estimates()

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Update after a change of the draft; nothing moves around a cell that is typed in."""
        super().on_changes(keys)
        if all(is_long_text(key, self._session) for key in keys):
            return
        self._show_amounts(keys)
        if not self.grid.is_typed_in:
            self._show_notice()
            self._show_estimates()

    def show_findings(self, findings: FieldFindings) -> None:
        """Mark what is wrong in the grid, and say it below."""
        super().show_findings(findings)
        self.model.show_findings(findings)
        clear_layout(self.remarks)
        for text in self.model.list_remarks():
            self.remarks.addWidget(build_remark_line(Remark(text, is_blocking=True), self._theme))
        self._show_notice()

    def show_key(self, key: Key) -> bool:
        """Put the cursor in the cell of an answer."""
        place = self.model.find(key)
        if place is not None:
            return self.bring_into_view(self.grid.show_cell(*place))
        return super().show_key(key)

    def reveal(self, key: Key) -> bool:
        """Show a change by undo or redo in its cell, if it is one of the grid."""
        if not self.model.concerns(key):
            return False
        place = self.model.find(key)
        if place is not None:
            self.grid.show_cell(*place)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is below the table as wide as a text."""
        self._below.setMaximumWidth(round(COLUMN_WIDTH * find_text_scale(self)))
        super().resizeEvent(event)

    def _show_amounts(self, keys: frozenset[Key] = frozenset()) -> None:
        self.model.refresh(keys)
        self.choice.refresh()
        self.card.show_matrix(self.model.matrix)
        self._show_left()
        for list_id, row in self.missing.items():
            row.setVisible(not self._session.draft.items(list_id))

    def _show_notice(self) -> None:
        self.notice.show_trouble(find_trouble(self.model.matrix, self._texts))

    def _show_estimates(self) -> None:
        states = find_estimates(self._session.draft, self._session.pack)
        self.estimates.show_estimates(states, self.model.matrix.whole.most)

    def _show_left(self) -> None:
        self.offer.show_gap(*self._cursor)
        show_left(self.left_bar, self.model.matrix, self._texts)

    def _on_cell(self, row: int, column: int) -> None:
        self._cursor = (row, column)
        self.offer.show_gap(row, column)

    def _on_refused(self, text: str) -> None:
        self.refused_label.setText(text)
        self.refused_label.setVisible(bool(text))

    def _fix(self, trouble: Trouble) -> None:
        change = Change(trouble.key, self._session.value(trouble.key), trouble.amount)
        self._session.perform(ChangeSet((change,), FIX_LABEL))
