"""The review: everything missing or wrong in one list, and what feeds each criterion."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from erasmus_desk.checks.finding import Finding, Grade
from erasmus_desk.i18n.messages import Sentences
from erasmus_desk.progress import Fed

from ..i18n import plurals
from ..session.check_runner import Watch
from ..session.session import Session
from ..theme.theme import GRID, Look, set_role
from ..widgets.accessibility import name
from ..widgets.labels import wrapped
from .base import Page
from .question_texts import check_reason

PLACE = int(Qt.ItemDataRole.UserRole)
MARKS = {Grade.BLOCKS: "octagon-alert", Grade.WEAKENS: "triangle-alert", Grade.STYLE: "info"}


class ReviewPage(Page):
    """Findings by grade with why, rule, remedy and a jump; criteria with what feeds them."""

    def __init__(self, session: Session, watch: Watch, sentences: Sentences, look: Look) -> None:
        """Build the list, the card of the chosen finding, and the criteria."""
        super().__init__("")
        self.set_title(self.tr("Review"))
        self._session = session
        self._watch = watch
        self._sentences = sentences
        self._look = look
        self._shown: tuple[Finding, ...] | None = None
        self.summary_label = wrapped("")
        self.column.addWidget(self.summary_label)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Where")])
        self.tree.setWordWrap(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        self.tree.header().resizeSection(1, GRID * 26)
        self.tree.header().setStretchLastSection(False)
        name(self.tree, self.tr("Findings"))
        self.tree.currentItemChanged.connect(self._on_current)
        self.tree.activated.connect(self._on_activated)
        self.column.addWidget(self.tree)
        self._build_card()
        self.column.addSpacing(GRID)
        self.column.addWidget(wrapped(self.tr("Award criteria and what feeds them"), "heading"))
        self._criteria = QVBoxLayout()
        self.column.addLayout(self._criteria)
        watch.renewed.connect(self._on_renewed)

    def _build_card(self) -> None:
        self.card = QFrame()
        set_role(self.card, "card")
        layout = QVBoxLayout(self.card)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self.what_label = wrapped("", "label")
        self.why_label = wrapped("")
        self.mend_label = wrapped("")
        self.rule_label = wrapped("", "quiet")
        self.go_button = QPushButton(self.tr("Go there"))
        self.go_button.clicked.connect(self._on_go)
        for label in (self.what_label, self.why_label, self.mend_label, self.rule_label):
            layout.addWidget(label)
        layout.addWidget(self.go_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.hide()
        self.column.addWidget(self.card)

    def refresh(self) -> None:
        """Run the checks and show what they find."""
        self._watch.renew()
        self._fill()

    def _on_renewed(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        findings = self._watch.findings
        if findings == self._shown:
            return
        self._shown = findings
        # Rows that are measured before the style is there keep the height of bare text.
        self.tree.ensurePolished()
        self.card.hide()
        self.tree.clear()
        titles = {
            Grade.BLOCKS: self.tr("Blocks sending"),
            Grade.WEAKENS: self.tr("Weakens the proposal"),
            Grade.STYLE: self.tr("Style"),
        }
        for grade, title in titles.items():
            places = [place for place, one in enumerate(findings) if one.grade is grade]
            if not places:
                continue
            head = QTreeWidgetItem(self.tree, [f"{title} ({len(places)})"])
            head.setIcon(0, self._icon(grade))
            head.setFirstColumnSpanned(True)
            for place in places:
                self._add(head, place, findings[place])
            head.setExpanded(grade is not Grade.STYLE or len(places) == len(findings))
        blocking = self._watch.blocking
        clean = self.tr("Nothing blocks sending.")
        said = (
            clean
            if not blocking
            else self.tr("{} before sending.").format(plurals.problems(blocking))
        )
        self.summary_label.setText(said)
        self._fit_tree()
        self._fill_criteria()

    def _add(self, head: QTreeWidgetItem, place: int, finding: Finding) -> None:
        texts = self._session.texts
        advice = self._sentences.finding(finding.code, finding.facts, texts)
        where = texts.get(f"section.{finding.section}.title")
        row = QTreeWidgetItem(head, [advice.what, where])
        row.setToolTip(0, advice.what)
        row.setData(0, PLACE, place)

    def _fit_tree(self) -> None:
        """Give the list the height of what it holds, up to a good part of the page."""
        line = self.tree.fontMetrics().lineSpacing()
        heads = self.tree.topLevelItemCount()
        # Most findings take two lines, and each row has its margins.
        wanted = (len(self._shown or ()) * 2 + heads * 2 + 3) * line
        self.tree.setFixedHeight(min(wanted, max(GRID * 38, line * 12)))
        self.tree.setVisible(bool(self._shown))

    def _icon(self, grade: Grade) -> QIcon:
        draw = self._look.accent_icon if grade is Grade.STYLE else self._look.warm_icon
        return draw(MARKS[grade])

    def _fill_criteria(self) -> None:
        while (old := self._criteria.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for fed in self._watch.flow.criteria:
            self._criteria.addWidget(self._criterion(fed))

    def _criterion(self, fed: Fed) -> QFrame:
        texts = self._session.texts
        card = QFrame()
        set_role(card, "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        title = texts.get(f"criterion.{fed.criterion.id}.name")
        points = plurals.points(fed.criterion.points.value)
        layout.addWidget(wrapped(f"{title} – {points}", "label"))
        if not fed.criterion.points.evidence.is_confirmed:
            reason = check_reason(fed.criterion.points.evidence, self._session.pack)
            layout.addWidget(wrapped(reason, "quiet"))
        answered = self.tr("{0} of {1} questions answered that feed it").format(
            fed.answered, len(fed.feeds)
        )
        layout.addWidget(wrapped(answered))
        missing = [
            texts.short(feed.asked.question.id) for feed in fed.feeds if not feed.is_answered
        ]
        if missing:
            said = self.tr("Still open: {}").format("; ".join(dict.fromkeys(missing)))
            layout.addWidget(wrapped(said, "quiet"))
        return card

    def current(self) -> Finding | None:
        """Give the finding that is chosen."""
        item = self.tree.currentItem()
        place = item.data(0, PLACE) if item is not None else None
        findings = self._shown or ()
        return findings[place] if isinstance(place, int) and place < len(findings) else None

    def _on_current(self) -> None:
        finding = self.current()
        self.card.setVisible(finding is not None)
        if finding is None:
            return
        texts = self._session.texts
        advice = self._sentences.finding(finding.code, finding.facts, texts)
        self.what_label.setText(advice.what)
        self.why_label.setText(advice.why)
        self.mend_label.setText(advice.mend)
        rule = texts.get(finding.rule)
        source = check_reason(finding.evidence, self._session.pack) if finding.evidence else ""
        self.rule_label.setText("\n".join(part for part in (rule, source) if part))
        self.go_button.setVisible(finding.key is not None)

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_go()

    def _on_go(self) -> None:
        finding = self.current()
        if finding is not None and finding.key is not None:
            self.asked_for.emit(finding.key)
