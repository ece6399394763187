"""The page of the checks: all findings in one list, and the progress of each criterion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout

from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.progress import CriterionProgress

from ..i18n import plurals
from ..session.check_runner import CheckRunner
from ..session.session import Session
from ..theme.theme import GRID, Theme
from ..widgets.buttons import text_button
from ..widgets.labels import wrapped_label
from ..widgets.layouts import add_content, clear_layout
from .base import FLAT_CARD_MARGINS, Card, Page
from .question_texts import describe_evidence
from .table_model import set_up_tree

INDEX_ROLE = int(Qt.ItemDataRole.UserRole)
GRADE_ICONS = {Grade.BLOCKS: "octagon-alert", Grade.WEAKENS: "triangle-alert", Grade.STYLE: "info"}


class ChecksPage(Page):
    """Lists findings by grade, details of the selected one, and the award criteria."""

    def __init__(
        self, session: Session, runner: CheckRunner, messages: Messages, theme: Theme
    ) -> None:
        super().__init__("")
        self.set_title(self.tr("Check"))
        self._session = session
        self._runner = runner
        self._messages = messages
        self._theme = theme
        self._shown: tuple[Finding, ...] | None = None
        self.summary_label = wrapped_label("")
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Problems"))
        set_up_tree(self.tree, self.tr("What"), self.tr("Where"), width=26)
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.activated.connect(self._on_go)
        add_content(self.column, self.summary_label, self.tree, self._build_card())
        self.column.addSpacing(GRID)
        self.column.addWidget(wrapped_label(self.tr("Award criteria"), "heading"))
        self._criteria = QVBoxLayout()
        self.column.addLayout(self._criteria)
        runner.finished.connect(self._on_checked)

    def _build_card(self) -> Card:
        self.what_label = wrapped_label("", "label")
        self.why_label = wrapped_label("")
        self.remedy_label = wrapped_label("")
        self.rule_label = wrapped_label("", "quiet")
        self.card = Card(self.what_label, self.why_label, self.remedy_label, self.rule_label)
        self.go_button = text_button(self.tr("Go to the answer"), self._on_go)
        self.card.column.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.hide()
        return self.card

    def refresh(self) -> None:
        """Run the checks and show the findings."""
        self._runner.run_now()
        self._fill()

    def _on_checked(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        findings = self._runner.findings
        if findings == self._shown:
            return
        self._shown = findings
        # Rows that are measured before the style sheet is applied keep the height of plain text.
        self.tree.ensurePolished()
        self.card.hide()
        self.tree.clear()
        titles = {
            Grade.BLOCKS: self.tr("Must fix"),
            Grade.WEAKENS: self.tr("Weak points"),
            Grade.STYLE: self.tr("Style"),
        }
        for grade, title in titles.items():
            indexes = [index for index, one in enumerate(findings) if one.grade is grade]
            if not indexes:
                continue
            group = QTreeWidgetItem(self.tree, [f"{title} ({len(indexes)})"])
            draw = self._theme.accent_icon if grade is Grade.STYLE else self._theme.warm_icon
            group.setIcon(0, draw(GRADE_ICONS[grade]))
            group.setFirstColumnSpanned(True)
            for index in indexes:
                self._add_finding(group, index, findings[index])
            group.setExpanded(grade is not Grade.STYLE or len(indexes) == len(findings))
        summary = self.tr("Nothing is missing or wrong.")
        blocking = self._runner.blocking_count
        if blocking:
            summary = self.tr("{} to fix before you submit.").format(plurals.problems(blocking))
        self.summary_label.setText(summary)
        self._fit_tree()
        clear_layout(self._criteria)
        add_content(self._criteria, *map(self._build_criterion, self._runner.progress.criteria))

    def _add_finding(self, group: QTreeWidgetItem, index: int, finding: Finding) -> None:
        texts = self._session.texts
        text = self._messages.format_finding(finding.code, finding.facts, texts)
        section = texts.get(f"section.{finding.section}.title")
        row = QTreeWidgetItem(group, [text.what, section])
        row.setToolTip(0, text.what)
        row.setData(0, INDEX_ROLE, index)

    def _fit_tree(self) -> None:
        """Fit the height of the list to its rows, up to a maximum."""
        line = self.tree.fontMetrics().lineSpacing()
        groups = self.tree.topLevelItemCount()
        # Most findings take two lines, and each row has its margins.
        wanted = (len(self._shown or ()) * 2 + groups * 2 + 3) * line
        self.tree.setFixedHeight(min(wanted, max(GRID * 38, line * 12)))
        self.tree.setVisible(bool(self._shown))

    def _build_criterion(self, progress: CriterionProgress) -> Card:
        texts, criterion = self._session.texts, progress.criterion
        title = texts.get(f"criterion.{criterion.id}.name")
        points = plurals.points(criterion.points.value)
        labels = [wrapped_label(f"{title} – {points}", "label")]
        if not criterion.points.evidence.is_confirmed:
            source = describe_evidence(criterion.points.evidence, self._session.pack, texts)
            labels.append(wrapped_label(source, "quiet"))
        counts = progress.answered, len(progress.questions)
        answered = self.tr("{0} of {1} questions answered").format(*counts)
        labels.append(wrapped_label(answered))
        missing = [
            texts.short_label(one.visible.question.id)
            for one in progress.questions
            if not one.is_answered
        ]
        if missing:
            text = self.tr("Not answered: {}").format("; ".join(dict.fromkeys(missing)))
            labels.append(wrapped_label(text, "quiet"))
        return Card(*labels, margins=FLAT_CARD_MARGINS)

    def current_finding(self) -> Finding | None:
        """Return the selected finding."""
        item = self.tree.currentItem()
        index = item.data(0, INDEX_ROLE) if item is not None else None
        findings = self._shown or ()
        return findings[index] if isinstance(index, int) and index < len(findings) else None

    def _on_current(self) -> None:
        finding = self.current_finding()
        self.card.setVisible(finding is not None)
        if finding is None:
            return
        texts = self._session.texts
        text = self._messages.format_finding(finding.code, finding.facts, texts)
        self.what_label.setText(text.what)
        self.why_label.setText(text.why)
        self.remedy_label.setText(text.fix)
        rule = texts.get(finding.rule)
        evidence = finding.evidence
        source = describe_evidence(evidence, self._session.pack, texts) if evidence else ""
        self.rule_label.setText("\n".join(part for part in (rule, source) if part))
        self.go_button.setVisible(finding.key is not None)

    def _on_go(self) -> None:
        finding = self.current_finding()
        if finding is not None and finding.key is not None:
            self.jump_requested.emit(finding.key)
